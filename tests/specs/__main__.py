"""What the program does not read as the specs say: `python -m tests.specs [FILE[:NUMBER] …]`.

Prints each spec that differs with what differs, then the pending causes with their counts, and which pending specs
are read rightly by now: their `pending` line can go.
"""

from __future__ import annotations

import sys
from collections import Counter

from kg.knowledge import load_knowledge
from tests.specs.corpus import load_specs
from tests.specs.reading import differences, read_text


def main(chosen: list[str]) -> int:
    """The number of specs that differ though nothing says they are pending, or are right though pending."""
    knowledge = load_knowledge()
    causes: Counter[str] = Counter()
    mended, broken = [], []
    for spec in load_specs():
        if chosen and spec.id not in chosen and spec.id.partition(":")[0] not in chosen:
            continue
        wrong = differences(spec, read_text(spec.document, knowledge))
        if wrong:
            causes[spec.pending or "(not pending)"] += 1
            print("\n".join([f"{spec.id} {spec.text.strip()}", *(f"    {line}" for line in wrong)]))
        if wrong and not spec.pending:
            broken.append(spec.id)
        if spec.pending and not wrong:
            mended.append(spec.id)
    print(*(f"{count:4} {cause}" for cause, count in causes.most_common()), sep="\n")
    print("broken:", *broken or ["none"])
    print("mended:", *mended or ["none"])
    return len(broken) + len(mended)


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
