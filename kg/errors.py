"""The one family of errors that a user of this package can meet: each says where, what, and how to mend it.

Catch `KgError` to catch them all. A bug in a stage is not a `KgError`: it is not hidden behind a message.
"""

from __future__ import annotations

__all__ = [
    "GraphError",
    "KgError",
    "KnowledgeError",
    "MissingExtraError",
    "PublishError",
    "QueryError",
    "ReadError",
    "UsageError",
]


class KgError(Exception):
    """Anything that goes wrong for a reason the user can see and mend; `str()` gives one line.

    >>> str(KgError("a.txt 读不了 / cannot be read"))
    'a.txt 读不了 / cannot be read'
    """


class UsageError(KgError):
    """The call or the command line asks for something that cannot be."""


class KnowledgeError(KgError):
    """A file of `ontology/` is wrong: nothing is read before it is mended.

    >>> print(KnowledgeError("rules/honor.toml", "graded-honor", "the pattern does not compile"))
    ontology/rules/honor.toml: graded-honor: the pattern does not compile
    """

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"ontology/{file}: {entry}: {problem}")
        self.file, self.entry, self.problem = file, entry, problem

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[str, str, str]]:
        return type(self), (self.file, self.entry, self.problem)


class ReadError(KgError):
    """One input file cannot be read: it becomes a `Failure`, and the run goes on.

    >>> print(ReadError("a.txt", "文件是空的 / the file is empty"))
    a.txt: 文件是空的 / the file is empty
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path, self.problem = path, problem

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.path, self.problem)


class GraphError(KgError):
    """The finished graph breaks a promise of the ontology, or a file that should hold a graph does not."""


class QueryError(KgError):
    """A SPARQL question that cannot be read or answered."""


class PublishError(KgError):
    """A server did not take the graph: what was confirmed before stays, and is not sent again."""


class MissingExtraError(KgError):
    """A library that is installed only on demand is not there.

    >>> print(MissingExtraError("xlsxwriter", "xlsx"))
    缺少 xlsxwriter / xlsxwriter is missing: pip install "cn-edu-kg[xlsx]"
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f'缺少 {package} / {package} is missing: pip install "cn-edu-kg[{extra}]"')
        self.package, self.extra = package, extra

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.package, self.extra)
