"""The reports of a collection and the facts read in them, in one SQLite file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import KgError
from kg.model.facts import DocumentFacts
from kg.read import STANDARD_INPUT, Fields, Inside, Origin
from kg.store.facts_codec import from_bytes, to_bytes

__all__ = ["Documents", "Kept", "location_of"]

FORM = 2
"""Of the tables; another number is another program's file."""
_TABLES = """
CREATE TABLE IF NOT EXISTS documents (
  name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, file TEXT NOT NULL, inner TEXT NOT NULL, place INTEGER NOT NULL,
  fields TEXT, form TEXT NOT NULL, data BLOB NOT NULL, location TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS facts (name TEXT NOT NULL, sha256 TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (name, sha256)
);
"""
_FORBIDDEN = "没有写权限 / no permission to write"
_CURES = {
    sqlite3.SQLITE_BUSY: "另一个进程正在用，等它结束再试 / another process is using it: try again when it has ended",
    sqlite3.SQLITE_FULL: "磁盘已满，腾出空间再试 / the disk is full: free some space and try again",
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_IOERR: "磁盘读写出错 / the disk cannot be read or written",
}
_DAMAGED = (
    "文件损坏，用不了；删掉它再运行 kg build --store 即可重建 / "
    "cannot be used, it is damaged: delete it and run kg build --store again"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that the collection keeps."""

    name: str
    sha256: str


class Documents:
    """Reports by name. Every change is whole or not at all, also when the process is killed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=30, isolation_level=None)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            form = self._base.execute("PRAGMA user_version").fetchone()[0]
            if form not in (0, FORM):
                raise KgError(
                    f"{path}: 是另一个版本的 kg 写的，请用 --store 换一个文件夹重建 / "
                    "was written by another version of kg: build anew with another folder for --store"
                )
            if not form:
                self._base.executescript(f"{_TABLES} PRAGMA user_version={FORM};")

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def all(self) -> tuple[Kept, ...]:
        """What is kept, sorted by name."""
        with self._told():
            rows = self._base.execute("SELECT name, sha256 FROM documents ORDER BY name").fetchall()
        return tuple(Kept(*row) for row in rows)

    def whole(self) -> dict[str, str]:
        """Name to sha256 of the reports whose bytes are not damaged."""
        with self._told():
            rows = self._base.execute("SELECT name, sha256, data FROM documents")
            return {name: sha256 for name, sha256, packed in rows if _unpacked(packed, sha256) is not None}

    def locations(self) -> dict[str, list[str]]:
        """Where reports were read (as `location_of` tells it) to their names."""
        found: dict[str, list[str]] = {}
        with self._told():
            for name, location in self._base.execute("SELECT name, location FROM documents WHERE location != ''"):
                found.setdefault(location, []).append(name)
        return found

    def origins(self) -> Iterator[Origin]:
        """The reports as documents to read, from the bytes that are kept; sorted by name.

        Raises `KgError` for one whose bytes are damaged, with the cure.
        """
        with self._told():
            rows = self._base.execute(
                "SELECT name, sha256, file, inner, place, fields, form, data FROM documents ORDER BY name"
            )
            for name, sha256, file, inner, place, fields, form, packed in rows:
                data = _unpacked(packed, sha256)
                if data is None:
                    raise KgError(
                        f"{self.path}: 保存的报告 {name} 已损坏，请用 kg add 重新加入 / "
                        f"the report {name} kept here is damaged: add it again with kg add"
                    )
                told = Fields(**json.loads(fields)) if fields else None
                yield Inside(Path(file), inner, place, len(data), fields=told, data=data, form=form)

    def change(self, added: Mapping[str, tuple[Origin, bytes]], *, removed: Iterable[str] = ()) -> None:
        """Take reports out and put reports in, those of the same name replaced; all of it or nothing."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                self._base.executemany("DELETE FROM documents WHERE name = ?", [(name,) for name in removed])
                for name, (origin, data) in added.items():
                    row = _row(name, origin, data)
                    self._base.execute("INSERT OR REPLACE INTO documents VALUES (?,?,?,?,?,?,?,?,?)", row)
                self._base.execute("DELETE FROM facts WHERE (name, sha256) NOT IN (SELECT name, sha256 FROM documents)")
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:  # a full disk has ended it already
                    self._base.execute("ROLLBACK")
                raise

    def facts(self, name: str, sha256: str, version: str) -> DocumentFacts | None:
        """What was read in a report by that version of reading; None if nothing was, or it is damaged."""
        with self._told():
            row = self._base.execute(
                "SELECT data FROM facts WHERE name = ? AND sha256 = ? AND version = ?", (name, sha256, version)
            ).fetchone()
        return from_bytes(row[0]) if row else None

    def keep(self, name: str, sha256: str, version: str, facts: DocumentFacts) -> None:
        """Keep what was read, at once: a killed build goes on from there."""
        with self._told():
            self._base.execute(
                "INSERT OR REPLACE INTO facts VALUES (?,?,?,?)", (name, sha256, version, to_bytes(facts))
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite says into one line with the file and the cure."""
        try:
            yield
        except sqlite3.Error as cause:
            code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the higher bits tell details
            raise KgError(f"{self.path}: {_CURES.get(code, _DAMAGED)} ({cause})") from cause
        except OSError as cause:
            raise KgError(f"{self.path}: 打不开 / cannot be opened: {cause.strerror or cause}") from cause


def location_of(origin: Origin) -> str:
    """The same for the same place on the disk, from whichever folder it is named, as a sha256: a store that is handed
    on tells no folders. Empty for standard input."""
    file, inner = (origin.file, origin.inner) if isinstance(origin, Inside) else (origin, "")
    return "" if file == STANDARD_INPUT else hashlib.sha256(f"{file.resolve()}{inner}".encode()).hexdigest()


def _row(name: str, origin: Origin, data: bytes) -> tuple[object, ...]:
    """A report as a row: with its bytes, and with what tells how they are to be read."""
    sha256, packed = hashlib.sha256(data).hexdigest(), zlib.compress(data, 6)
    if isinstance(origin, Inside):
        file = name.removesuffix(origin.inner) if origin.inner else name
        fields = json.dumps(asdict(origin.fields), ensure_ascii=False) if origin.fields else None
        return name, sha256, file, origin.inner, origin.index, fields, origin.form, packed, location_of(origin)
    return name, sha256, name, "", 0, None, "", packed, location_of(origin)


def _unpacked(packed: bytes, sha256: str) -> bytes | None:
    """The bytes of a report; None if they are damaged."""
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
