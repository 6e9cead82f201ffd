"""What is shipped works without the source tree."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
import zipfile
from email.parser import Parser
from importlib.metadata import version
from pathlib import Path

import kg
from tests.packaging.conftest import Installed


def test_all_of_the_ontology_travels_in_the_wheel(wheel: Path, root: Path) -> None:
    ontology = root / "ontology"
    files = {p.relative_to(ontology).as_posix() for p in ontology.rglob("*") if p.is_file() and p.name[0] != "."}
    shipped = {n.removeprefix("kg/_ontology/") for n in zipfile.ZipFile(wheel).namelist() if "/_ontology/" in n}
    assert files
    assert shipped == files


def test_nothing_else_travels_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"kg", f"cn_edu_kg-{kg.__version__}.dist-info"}
    assert "kg/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_all_code_travels_in_the_source_archive(root: Path) -> None:
    include = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["sdist"]
    with_code = {path.parent.name for path in root.glob("[a-z]*/*.py")}
    assert {"kg", "scripts", "tests"} <= with_code <= set(include["include"])


def test_the_metadata_says_what_the_code_says(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    (name,) = [n for n in files.namelist() if n.endswith("METADATA")]
    metadata = Parser().parsestr(files.read(name).decode("utf-8"))
    assert metadata["Version"] == kg.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_all("Provides-Extra") == ["parquet", "test"]


def test_the_version_at_work_is_that_of_the_source() -> None:
    assert version("cn-edu-kg") == kg.__version__, 'install again: pip install -e ".[test]"'


def test_the_installed_program_builds_the_same_graph(
    installed: Installed, seeds: Path, tmp_path: Path, seeds_build: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    shutil.copytree(seeds, tmp_path / "seeds")
    done = installed.run("kg", "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("graph.ttl", "entities.csv", "facts.csv", "figures.csv"):
        assert (tmp_path / "exports" / name).read_bytes() == (seeds_build[0] / name).read_bytes()
    answer = installed.run("kg", "query", "--text", "ASK { ?s a ek:School }", "--format", "json", cwd=tmp_path)
    assert "true" in answer.stdout, answer.stderr


def test_the_installed_program_knows_its_questions(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("kg", "query", "--list", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 10


def test_the_installed_package_is_used_from_python(installed: Installed, seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds, tmp_path / "seeds")
    program = (
        "import kg; built = kg.build('seeds'); print(kg.__file__); "
        "print(len(built.rdf()), built.network().number_of_nodes(), len(built.values.statements))"
    )
    done = installed.run("python", "-c", program, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    place, numbers = done.stdout.splitlines()
    assert str(installed.scripts.parent) in place
    triples, nodes, statements = map(int, numbers.split())
    assert triples > statements > 100 < nodes
