"""What passes between the stages is frozen and can go from one process to another; so can every error."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg.errors
import kg.model
from kg.errors import KgError
from kg.knowledge import Knowledge
from kg.pipeline import read_one


def model_classes() -> Iterator[type]:
    for module in pkgutil.iter_modules(kg.model.__path__, "kg.model."):
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if cls.__module__ == module.name and dataclasses.is_dataclass(cls):
                yield cls


def error_classes() -> Iterator[type[Exception]]:
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name == "kg.__main__":
            continue
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if cls.__module__ == module.name and issubclass(cls, Exception):
                yield cls


@pytest.mark.parametrize("cls", list(model_classes()), ids=lambda cls: cls.__name__)
def test_a_value_is_frozen(cls: type) -> None:
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls)


def test_there_are_values_to_check() -> None:
    assert len(list(model_classes())) >= 20


@pytest.mark.parametrize("cls", list(error_classes()), ids=lambda cls: cls.__name__)
def test_every_public_error_is_of_the_one_family(cls: type[Exception]) -> None:
    if not cls.__name__.startswith("_"):
        assert issubclass(cls, KgError)


@pytest.mark.parametrize("name", kg.errors.__all__)
def test_an_error_survives_the_way_from_a_worker_process(name: str) -> None:
    cls = getattr(kg.errors, name)
    own = inspect.signature(cls).parameters if "__init__" in vars(cls) else ["a problem"]
    error = cls(*own)
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is cls
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_the_facts_of_a_document_are_equal_after_pickling(report: Path, knowledge: Knowledge) -> None:
    facts = read_one(report, knowledge, name="a.txt")
    assert pickle.loads(pickle.dumps(facts)) == facts
