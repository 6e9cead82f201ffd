"""Options that several commands share."""

from __future__ import annotations

import click

__all__ = ["all_cores", "base_iri_option", "jobs_option"]


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
base_iri_option = click.option(
    "--base-iri",
    metavar="IRI",
    help="IRI 前缀 / what every IRI begins with. 默认 / default: https://w3id.org/cn-edu-kg/id/",
)
