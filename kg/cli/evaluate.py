"""`kg evaluate`: how well the program agrees with gold annotations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.exits import Exit
from kg.cli.options import jobs_option
from kg.cli.streams import warn

if TYPE_CHECKING:
    from kg.evaluate import Annotation, Measured, QualityReport

__all__ = ["evaluate"]

HELP = """与人工标注比较：各类实体和事实的准确率、召回率、F1，以及引文是否与原文逐字相符。

Compare with gold annotations: precision, recall and F1 by type, whether every quote stands where it is said to, whether
facts are right as often as their confidence says, errors by kind, and the yield of each rule.
Looks for the text of a gold file (same name, another ending) beside it, in each TEXT_DIR, and in seeds.

\b
例 / Examples:
  kg evaluate tests/quality/gold
  kg evaluate gold/ texts/ --errors 2> errors.tsv
  kg evaluate gold/ texts/ --no-rules
  kg evaluate gold/ texts/ --write-precision ontology/precision.toml
"""


@click.command(help=HELP)
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="GOLD_DIR")
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="[TEXT_DIR…]")
@click.option(
    "--links", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
    help="跨文档同一事物的标注 / gold of what is the same in several documents.",
)  # fmt: skip
@click.option("--errors", is_flag=True, help="在 stderr 列出漏掉和错误的各项 / list what is missed or wrong on stderr.")
@click.option(
    "--rules/--no-rules", default=True, show_default=True,
    help="每条规则的产量和准确率 / what each rule finds, how much of it is right.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object.")
@click.option(
    "--write-precision", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="把各规则的准确率写入文件，置信度由它算出 / write how often each rule was right.",
)  # fmt: skip
@click.option("--leave-out", multiple=True, metavar="NAME", help="不打开的文档 / a document not to open; repeatable.")
@jobs_option
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    texts: tuple[Path, ...],
    *,
    links: Path | None,
    errors: bool,
    rules: bool,
    as_json: bool,
    write_precision: Path | None,
    leave_out: tuple[str, ...],
    jobs: int | None,
) -> None:
    """Read the texts of the gold, score what was found, print the report."""
    from kg.evaluate import find_text, load_gold, load_links, quality_report, score

    golds = load_gold(gold, leave_out=leave_out)
    gold_links = load_links(links) if links else None
    files = {doc: find_text(doc, (gold, *texts, Path("seeds"))) for doc in golds}
    predictions, measured, quotes = _predict(golds, {doc: path for doc, path in files.items() if path}, jobs=jobs)
    result = score(golds, predictions, gold_links)
    report = quality_report(result, golds, predictions, measured, quotes)
    for line in report.errors() if errors else ():
        warn(line)
    _print(report, rules=rules, as_json=as_json)
    if write_precision is not None:
        _write(write_precision, measured)
    if result.missing:
        ctx.exit(Exit.SOME_FAILED)


def _predict(
    golds: Mapping[str, Annotation], files: Mapping[str, Path], *, jobs: int | None
) -> tuple[dict[str, Annotation], list[Measured], tuple[int, int]]:
    """What the program finds in each file, what of it is right, and how many of its quotes are exact, of how many."""
    from kg.evaluate import annotation, exact_quotes, measure
    from kg.export.jsonl import to_record
    from kg.graph.iri import BASE_IRI
    from kg.knowledge import load_knowledge
    from kg.model.facts import Failure
    from kg.pipeline import read_many
    from kg.read import read

    predictions: dict[str, Annotation] = {}
    measured: list[Measured] = []
    exact = quoted = 0
    for doc, outcome in zip(files, read_many(list(files.values()), load_knowledge(), jobs=jobs), strict=True):
        if isinstance(outcome, Failure):
            warn(f"失败 / failed: {outcome.path}: {outcome.problem}")
            continue
        predictions[doc] = annotation(to_record(outcome, base_iri=BASE_IRI))
        measured.append(measure(golds[doc], predictions[doc], outcome))
        counts = exact_quotes(predictions[doc], read(files[doc], name=doc).text)
        exact, quoted = exact + counts[0], quoted + counts[1]
    return predictions, measured, (exact, quoted)


def _print(report: QualityReport, *, rules: bool, as_json: bool) -> None:
    """The report as one JSON object, or line by line."""
    if as_json:
        print(json.dumps(report.record(), ensure_ascii=False))
        return
    for line in report.lines(rules=rules):
        print(line)


def _write(path: Path, measured: list[Measured]) -> None:
    """Write how often each rule was right, over all reports that were read."""
    from kg.evaluate import measured_precision
    from kg.export.atomic import write_files
    from kg.knowledge.precision import precision_text

    text = precision_text(measured_precision(measured), documents=len(measured))
    write_files(path.parent, {path.name: text.encode()})
