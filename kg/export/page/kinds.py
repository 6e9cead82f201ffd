"""How each kind of thing looks and is called on the page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.names import EntityKind, FactKind, Status

__all__ = ["FACT_WORDS", "LOOKS", "STATUS_WORDS", "Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """A colour that colour-blind people can tell from the others (Okabe and Ito), a shape, and the words."""

    chinese: str
    english: str
    color: str
    shape: str
    """One of vis-network's shapes that have their label beneath."""


LOOKS = {
    EntityKind.HONOR: Look("荣誉", "Honor", "#D55E00", "star"),
    EntityKind.SCHOOL: Look("学校", "School", "#0072B2", "dot"),
    EntityKind.PROJECT: Look("项目", "Project", "#E69F00", "square"),
    EntityKind.PROGRAM: Look("举措", "Program", "#009E73", "diamond"),
    EntityKind.DOCUMENT: Look("政策文件", "Policy document", "#56B4E9", "triangle"),
    EntityKind.ORGANIZATION: Look("机构", "Organization", "#CC79A7", "triangleDown"),
    EntityKind.PERSON: Look("人物", "Person", "#8C8C8C", "dot"),
    EntityKind.REGION: Look("行政区划", "Region", "#2B2B2B", "hexagon"),
}
"""In the order in which the kinds stand around their region: schools between what they won and what is built."""

FACT_WORDS = {
    FactKind.AWARD: "荣誉",
    FactKind.PROJECT: "项目",
    FactKind.PROGRAM: "举措",
    FactKind.PARTICIPATION: "参与",
    FactKind.DOCUMENT: "文件",
    FactKind.SUCCESSION: "沿革",
    FactKind.LOCATION: "位于",
    FactKind.WITHIN: "属于",
}
"""In the order in which a reader wants them: first what happened, then where things lie."""
STATUS_WORDS = {Status.PLANNED: "计划", Status.ONGOING: "进行中", Status.COMPLETED: "已完成"}
