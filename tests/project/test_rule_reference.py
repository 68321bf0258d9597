"""The rule reference in docs/ is made from the rules' own prose; ``--update-goldens`` writes it anew."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from posdoc.diagnostics import Kind
from posdoc.load import kinds as load_kinds
from posdoc.phrases import Phrase
from posdoc.rules import Rule, all_rules
from posdoc.source import kinds as source_kinds

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"

TITLE = Phrase("规则参考", "Rule reference")
INTRODUCTION = Phrase(
    "`posdoc check` 的全部规则。本页由规则自身的说明生成，请勿手工修改。",
    "All rules of `posdoc check`. This page is made from the rules' own prose; do not edit it.",
)
WHY = Phrase("为什么", "Why")
WRONG = Phrase("错误示例", "Wrong")
RIGHT = Phrase("正确示例", "Right")
READING = Phrase("文件读取", "Reading files")
SHAPE = Phrase("写法和取值", "Shape and values")
TABLE = Phrase("| 编号 | 名称 | 级别 |\n|---|---|---|", "| code | name | level |\n|---|---|---|")
EXPLAINED = Phrase(
    "这些结果自身写明原因和改法。", "The message and hint of these findings say what is wrong and what to do."
)


def page(language: str) -> str:
    """The whole page in one language."""
    parts = [f"# {TITLE.in_(language)}", INTRODUCTION.in_(language)]
    parts += [_rule(rule, language) for rule in all_rules()]
    parts += [_table(READING, source_kinds, language), _table(SHAPE, load_kinds, language)]
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule, language: str) -> str:
    examples = [(WRONG, rule.FAILING[0]), (RIGHT, rule.PASSING[0])]
    return "\n\n".join([
        f"## {rule.KIND.code} {rule.KIND.name}",
        f"*{rule.KIND.severity.label.in_(language)}*",
        rule.WHAT.in_(language),
        f"**{WHY.in_(language)}** {rule.WHY.in_(language)}",
        *(f"**{title.in_(language)}**\n\n```yaml\n{_unmarked(text)}```" for title, text in examples),
    ])  # fmt: skip


def _unmarked(example: str) -> str:
    return example.replace("«", "").replace("»", "")


def _table(title: Phrase, module: ModuleType, language: str) -> str:
    kinds = sorted((value for value in vars(module).values() if isinstance(value, Kind)), key=lambda kind: kind.code)
    assert kinds, module
    rows = [f"| {kind.code} | {kind.name} | {kind.severity.label.in_(language)} |" for kind in kinds]
    return "\n".join([f"## {title.in_(language)}", "", EXPLAINED.in_(language), "", TABLE.in_(language), *rows])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rule_reference_is_current(language: str, update_goldens: bool) -> None:
    path = REFERENCE / f"rules.{language}.md"
    if update_goldens:
        path.write_bytes(page(language).encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == page(language)


def test_every_rule_is_explained_in_both_languages() -> None:
    for rule in all_rules():
        for phrase in (rule.WHAT, rule.WHY):
            assert phrase.zh != phrase.en
            assert phrase.in_("zh")
            assert phrase.in_("en")
