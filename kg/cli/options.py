"""Options that several commands share."""

from __future__ import annotations

import click

__all__ = ["base_iri_option", "jobs_option"]

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="进程数，默认按文本量至多用全部核 / processes; default: as the text is worth, up to all cores.",
)
base_iri_option = click.option(
    "--base-iri",
    metavar="IRI",
    help="IRI 前缀 / what every IRI begins with. 默认 / default: https://w3id.org/cn-edu-kg/id/",
)
