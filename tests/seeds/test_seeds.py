"""The five source documents are what they were, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

SHA256 = {
    "000_e470ba86af01da5e.txt": "f56b786812aef5cbc55f9227ba068a174d6978f4d36c36fefbb651a2a539054c",
    "001_2b350423542ef312.txt": "e04bab3e94177e4158807263fcb57a3b16967fcb23694513aaff72c69f5e8ee9",
    "002_976ab23d0449f556.txt": "39e089725d689641d563f1fac68be87f7cde7d037d9946b0341253bdfb2e7fde",
    "003_d8166b8c2cec7fb9.txt": "fca10e00ee1c4b138accf353a0016c0a3ff5d875bffd981a978e2bb1bcf85cb9",
    "004_295b72a693f6204d.txt": "f9887cb6fdf3f9a902716723fcc56bd123960b02b3e3ec9ed34b24d5fdd29b70",
}


def test_there_are_these_five_and_no_other(seeds: Path) -> None:
    assert sorted(path.name for path in seeds.glob("*.txt")) == sorted(SHA256)


@pytest.mark.parametrize("name", SHA256)
def test_a_seed_is_unchanged(name: str, seeds: Path) -> None:
    assert hashlib.sha256((seeds / name).read_bytes()).hexdigest() == SHA256[name]


def test_git_leaves_the_bytes_of_the_seeds_alone(root: Path) -> None:
    """A checkout that turns line ends would change every offset."""
    assert "seeds/** -text" in (root / ".gitattributes").read_text("utf-8")
