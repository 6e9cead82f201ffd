"""What a server confirmed is remembered, whatever happens to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.publish import Confirmed

URL = "http://localhost/store"


def test_what_was_confirmed_is_known_again_for_each_server(tmp_path: Path) -> None:
    file = tmp_path / "state.jsonl"
    Confirmed(file, URL).add("urn:ex:a", "1")
    Confirmed(file, URL).add("urn:ex:b", "2")
    Confirmed(file, URL).add("urn:ex:a", "3")
    Confirmed(file, "http://localhost/other").add("urn:ex:a", "4")
    assert Confirmed(file, URL).graphs == {"urn:ex:a": "3", "urn:ex:b": "2"}
    Confirmed(file, URL).add("urn:ex:a", "")
    assert Confirmed(file, URL).graphs == {"urn:ex:b": "2"}
    Confirmed(file, URL).forget()
    assert not Confirmed(file, URL).graphs
    assert Confirmed(file, "http://localhost/other").graphs == {"urn:ex:a": "4"}


def test_wherever_a_kill_cuts_the_file_only_the_last_line_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "state.jsonl"
    state = Confirmed(file, URL)
    for number in range(3):
        state.add(f"urn:ex:{number}", "1")
    whole = file.read_bytes()
    for cut in range(len(whole)):
        file.write_bytes(whole[:cut])
        ends = whole[:cut].count(b"\n") + (whole[cut : cut + 1] == b"\n")
        assert len(Confirmed(file, URL).graphs) == ends
        Confirmed(file, URL).add("urn:ex:new", "2")
        assert len(Confirmed(file, URL).graphs) == ends + 1, "a line after a cut one is read"


@pytest.mark.parametrize("damage", [b"\xff\xfe\x00", b"[]\n", b"null\n", b'{"server": 1}\n', b"}{\n"])
def test_a_damaged_file_means_that_all_is_sent(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "state.jsonl").write_bytes(damage)
    assert not Confirmed(tmp_path / "state.jsonl", URL).graphs


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be written"):
        Confirmed(tmp_path / "none" / "state.jsonl", URL).add("urn:ex:a", "1")
