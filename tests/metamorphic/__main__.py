"""How many facts each damage leaves.

`python -m tests.metamorphic [--pairs] [--draws N] [--lost] [--only NAME] [FILE …]`

One line a damage, one column a document, in percent; `--lost` also prints the facts that are lost or invented.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from kg.knowledge import load_knowledge
from kg.model.facts import DocumentFacts
from tests.metamorphic.damages import DAMAGES, Damage
from tests.metamorphic.documents import paths, text_of
from tests.metamorphic.reading import read_bytes, trial


def main() -> int:
    """Print the table; 1 if a damage leaves less than it must, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.metamorphic")
    parser.add_argument("files", nargs="*", type=Path, help="reports to damage; none: the seeds and the invented ones")
    parser.add_argument("--pairs", action="store_true", help="every two damages one after the other, too")
    parser.add_argument("--draws", type=int, default=1, help="how often each damage is drawn anew")
    parser.add_argument("--lost", action="store_true", help="name the facts that are lost and invented")
    parser.add_argument("--only", action="append", help="these damages alone")
    chosen = parser.parse_args()
    knowledge = load_knowledge()
    singles: list[tuple[Damage, ...]] = [(d,) for d in DAMAGES if not chosen.only or d.name in chosen.only]
    pairs = [(a, b) for (a,) in singles for (b,) in singles if a is not b and not a.is_last] if chosen.pairs else []
    files: list[Path] = chosen.files or paths()
    below = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = {path: text_of(path) for path in files}
        known = {path: read_bytes(text.encode(), folder, knowledge) for path, text in texts.items()}
        print(f"{'':48}", *(f"{path.stem[:6]:>6}" for path in files))
        for damages in [*singles, *pairs]:
            least = min(damage.least for damage in damages)
            cells: list[str] = []
            for path, text in texts.items():
                before = known[path]
                assert isinstance(before, DocumentFacts), before
                trials = [
                    trial(text, damages, folder, knowledge, before=before, seed=seed) for seed in range(chosen.draws)
                ]
                share = min(t.sameness.share for t in trials)
                below += share < least or not all(t.exact for t in trials)
                mark = "?" if not all(t.exact for t in trials) else "!" if share < least else " "
                cells.append(f"{100 * share:5.1f}{mark}")
                if chosen.lost:
                    for one in trials:
                        for sign, facts in (("-", one.sameness.lost), ("+", one.sameness.invented)):
                            for kind, ends, year, status in facts:
                                named = " ".join(f"{r}={n}{'~' if a else ''}{'/'.join(a)}" for r, n, a in ends)
                                print(f"   {sign} {path.stem[:6]} {kind} {named} {year} {status}")
            print(f"{' + '.join(damage.name for damage in damages):48}", *cells, flush=True)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
