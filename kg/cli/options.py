"""Options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.pipeline import Reading

__all__ = [
    "all_cores",
    "base_iri_option",
    "curation_option",
    "jobs_option",
    "output_option",
    "reading_options",
    "store_option",
]

FORMS = ("text", "markdown", "html", "jsonl", "pdf", "docx", "zip")
"""What standard input can be: `kg.read.FORMS`, which a test holds equal, without waiting for `kg.read`."""
FIELDS = {
    "text": "正文 / text",
    "title": "标题 / title",
    "date": "发布日期 / date",
    "url": "网址 / address",
    "publisher": "发布机构 / publisher",
    "region": "地区名或代码 / region (name or code)",
}
"""Of JSON Lines, with what they are in both languages."""


def all_cores() -> int:
    """How many processors this process may use: what `--jobs` is when it is not given."""
    from kg.pipeline.workers import cores

    return cores()


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=all_cores,
    help="进程数，默认用全部核 / processes; default: all cores.",
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    metavar="DIR",
    help="输出文件夹 / where to write.",
)


def store_option(*, required: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names the folder in which reports and what was read in them are kept."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        required=required,
        metavar="DIR",
        help="保存报告和已读结果的文件夹 / the folder that keeps reports and what was read in them.",
    )


curation_option = click.option(
    "--curation",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="人工订正文件，每次构建都应用；库会留一份 / corrections (TOML), applied at every build; a store keeps a copy.",
)
base_iri_option = click.option(
    "--base-iri",
    metavar="IRI",
    help="IRI 前缀 / what every IRI begins with. 默认 / default: https://w3id.org/cn-edu-kg/id/",
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how inputs are read; the command gets them as one argument `reading`."""

    @functools.wraps(command)
    def with_reading(*args: Any, input_format: str | None, **options: Any) -> Any:
        keys = {field: options.pop(f"{field}_field") or "" for field in FIELDS}
        return command(*args, reading=_reading(keys, input_format or ""), **options)

    decorated: Callable[..., Any] = with_reading
    for field, words in reversed(FIELDS.items()):
        chinese, english = words.split(" / ")
        said = f"JSONL 的{chinese}字段，默认猜 / key of the {english} in JSONL; default: a guess."
        decorated = click.option(f"--{field}-field", metavar="KEY", help=said)(decorated)
    return click.option(
        "--input-format",
        type=click.Choice(FORMS),
        help="标准输入（-）的格式，默认猜 / what standard input (-) is; default: a guess.",
    )(decorated)


def _reading(keys: dict[str, str], form: str) -> Reading:
    from kg.pipeline import Reading
    from kg.read import Fields

    return Reading(Fields.of(keys), form)
