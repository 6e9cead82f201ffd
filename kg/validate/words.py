"""A validation as lines for people, Chinese first: which node, which rule, which value, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.validate.findings import Finding, Validation

__all__ = ["CURES", "MOST", "cure", "lines"]

MOST = 100
"""So many findings are printed; JSON has them all."""

CURES = {
    "MinCount": ("补上缺少的值", "add the value that is missing"),
    "QualifiedMinCount": ("补上缺少的值", "add the value that is missing"),
    "MaxCount": ("多余的值只留一个", "keep one of the values"),
    "QualifiedMaxCount": ("多余的值只留一个", "keep one of the values"),
    "UniqueLang": ("每种语言只留一个", "keep one for each language"),
    "LanguageIn": ("改用中文（@zh）或英文（@en）", "use Chinese (@zh) or English (@en)"),
    "Class": ("指向正确类别的节点，或补上它的类别", "point to a node of the right class, or tell its class"),
    "Or": ("指向正确类别的节点，或补上它的类别", "point to a node of the right class, or tell its class"),
    "Datatype": ("改成正确的数据类型", "use the right datatype"),
    "NodeKind": ("给它一个 IRI", "give it an IRI"),
    "In": ("改用词表中的值", "use a value of the list"),
    "Pattern": ("改正写法", "mend how it is written"),
    "MinLength": ("填上文字，或删去空值", "fill it in, or leave it out"),
    "MaxLength": ("缩短", "make it shorter"),
    "MinInclusive": ("改成范围内的数", "use a number in the range"),
    "MaxInclusive": ("改成范围内的数", "use a number in the range"),
    "LessThan": ("调换或改正两个数", "swap or mend the two numbers"),
    "LessThanOrEquals": ("调换或改正两个数", "swap or mend the two numbers"),
    "Disjoint": ("两处的值不能相同，删去一处", "the same value stands at two places: leave one"),
    "Equals": ("使两个方向一致", "make both directions agree"),
    "Node": ("补全它所指的节点", "complete the node to which it leads"),
    "SPARQL": ("补上背后的陈述，或删去这条捷径", "add the statement behind it, or leave the short cut out"),
}
"""How to mend what breaks a constraint of each kind, in both languages."""


def cure(finding: Finding) -> tuple[str, str]:
    """How to mend it, in Chinese and in English."""
    return CURES.get(finding.constraint, ("按规则改正", "mend it by the rule"))


def lines(validation: Validation) -> Iterator[str]:
    """Three lines a finding, and one that sums up."""
    for finding in validation.findings[:MOST]:
        yield from _finding(finding)
    if (rest := len(validation.findings) - MOST) > 0:
        yield f"… 还有 {rest} 处，--format json 全部列出 / {rest} more, --format json lists them all"
    size = f"{validation.triples:,}"
    counts = f"{validation.violations} 处违反，{validation.warnings} 处提醒"
    english = f"violations: {validation.violations}, warnings: {validation.warnings}"
    verdict = "符合约束 / conforms" if validation.conforms else "不符合约束 / does not conform"
    yield f"{verdict}: {size} 条三元组，{counts} / {size} triples, {english}"


def _finding(finding: Finding) -> Iterator[str]:
    kind = "违反 / violation" if finding.violation else "提醒 / warning"
    name = f"（{_safe(finding.name)}）" if finding.name else ""
    yield " ".join(filter(None, (f"{kind}:", f"{_safe(finding.node)}{name}", _safe(finding.path))))
    value = f"  值 / value: {_safe(finding.value)}" if finding.value else ""
    yield f"  规则 / rule: {finding.chinese} / {finding.english}{value}"
    chinese, english = cure(finding)
    yield f"  改法 / cure: {chinese} / {english}"


def _safe(words: str) -> str:
    """Words of a graph on one line, without signs that a terminal obeys, and not too long.

    >>> _safe("一\\n二\\x1b[2J")
    '一 二?[2J'
    """
    plain = "".join(sign if sign.isprintable() else "?" for sign in " ".join(words.split()))
    return plain if len(plain) <= 120 else plain[:119] + "…"
