"""The program reads each spec as a careful reader does; what it cannot do yet is a strict xfail with its reason."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from tests.specs.corpus import Spec, load_specs
from tests.specs.reading import differences, read_text


def _case(spec: Spec) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=spec.pending)] if spec.pending else []
    return pytest.param(spec, id=spec.id, marks=marks)


@pytest.mark.parametrize("spec", [_case(spec) for spec in load_specs()])
def test_a_text_is_read_as_its_spec_says(spec: Spec, knowledge: Knowledge) -> None:
    wrong = differences(spec, read_text(spec.document, knowledge))
    assert not wrong, "\n".join(["", spec.document.rstrip(), *(f"  - {line}" for line in wrong)])
