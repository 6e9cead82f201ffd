"""The other documents name what there is, and every link leads somewhere."""

from __future__ import annotations

import re
import tomllib

import click
import pytest

import kg
from kg.cli import kg as kg_group
from kg.graph.iri import BASE_IRI
from tests.docs.reading import ROOT

DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    missing = [target for target in targets if target and not (ROOT / target).exists()]
    assert not missing


def test_the_architecture_names_every_part_of_the_package() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    packages = {path.parent.name for path in (ROOT / "kg").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "kg").glob("[a-z]*.py")}
    assert not {part for part in packages | modules if f"{part}" not in text}


def test_the_architecture_names_every_folder_of_the_project() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = {f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))}
    built = {"build/", "dist/", "venv/"}
    assert not {folder for folder in folders - built if folder not in text and not folder.endswith(".egg-info/")}


def test_the_architecture_draws_the_layers_that_are_enforced() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = [contract["layers"] for contract in settings["contracts"] if contract["type"] == "layers"]
    assert "\n".join(layers) in text


def test_the_changelog_has_this_version_on_top() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert kg.__version__ in versions[:2]


def options() -> list[tuple[str, str]]:
    return [
        (command.name or "", option)
        for command in kg_group.commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    ]


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_explained_in_both_languages(command: str, option: str) -> None:
    (found,) = [p for p in kg_group.commands[command].params if option in p.opts]
    assert isinstance(found, click.Option)
    words = found.help or ""
    assert re.search("[一-龥]", words) and re.search("[a-z]{3}", words) and "/" in words


@pytest.mark.parametrize("command", kg_group.commands)
def test_every_command_has_an_example(command: str) -> None:
    words = kg_group.commands[command].help or ""
    assert "Examples:" in words
    assert f"  kg {command}" in words


@pytest.mark.parametrize("command", ["build", "extract", "query"])
def test_the_help_names_the_base_that_is_used(command: str) -> None:
    (base,) = [p for p in kg_group.commands[command].params if p.name == "base_iri"]
    assert isinstance(base, click.Option)
    assert BASE_IRI in (base.help or "")


def test_a_document_for_people_is_never_empty() -> None:
    for name in DOCUMENTS:
        assert len((ROOT / name).read_text("utf-8").splitlines()) >= 15, name
