"""Where the project's data lies: in the source tree, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KnowledgeError

__all__ = ["ontology_folder"]


def ontology_folder() -> Path:
    """The folder with the ontology, the lexicons, the rules and the queries.

    In an installed wheel it is `kg/_ontology`, in a source tree `ontology` beside `kg`.

    >>> (ontology_folder() / "regions").is_dir()
    True
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_ontology", package.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise KnowledgeError(
        "", "ontology", "数据文件夹不见了，请重新安装 / the data folder is missing: reinstall cn-edu-kg"
    )
