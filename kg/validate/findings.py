"""What a validation finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

__all__ = ["Finding", "Validation"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a graph breaks a rule."""

    violation: bool
    """False for a warning."""
    node: str
    """IRI of the thing of which the rule speaks."""
    name: str
    """Its Chinese name, or that of its class where it has none (荣誉授予); empty if neither is known."""
    path: str
    """The property, as a prefixed name: `ek:honor`; turned round `^oa:hasBody`; empty for a rule about the node."""
    value: str
    """The value that is wrong, an IRI or words; empty where a value is missing or no single one is to blame."""
    constraint: str
    """Which kind of constraint of SHACL was broken: `MinCount`, `Class`, `In`, `SPARQL` …"""
    chinese: str
    """The rule."""
    english: str


@dataclass(frozen=True, slots=True)
class Validation:
    """All findings about a graph, violations first."""

    triples: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """True where there are no violations; warnings do no harm.

        >>> Validation(3, ()).conforms
        True
        """
        return not self.violations

    @property
    def violations(self) -> int:
        """How many findings are violations."""
        return Counter(finding.violation for finding in self.findings)[True]

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.violations
