"""What `kg compare`, `kg diffusion` and their like found, for people and programs: tables with what must be known of
them, as one offline page, a workbook, CSV or JSON.
"""

from __future__ import annotations

from kg.export.findings.compare import comparison_findings
from kg.export.findings.diffusion import diffusion_findings
from kg.export.findings.ladder import ladder_findings
from kg.export.findings.lineage import lineage_findings
from kg.export.findings.model import Findings
from kg.export.findings.promises import promise_findings
from kg.export.findings.reach import reach_findings
from kg.export.findings.write import FORMS, write_findings

__all__ = [
    "FORMS",
    "Findings",
    "comparison_findings",
    "diffusion_findings",
    "ladder_findings",
    "lineage_findings",
    "promise_findings",
    "reach_findings",
    "write_findings",
]
