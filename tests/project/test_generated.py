"""Generated files that are committed are current; ``--update-goldens`` writes them anew.

The rule reference is made here, from the rules' own prose; the others have their generators in posdoc.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from posdoc import reference
from posdoc.build.workspace import EDITOR_SETTINGS, SCHEMA_FOLDER, editor_settings, schema_text
from posdoc.diagnostics import Kind
from posdoc.load import kinds as load_kinds
from posdoc.phrases import Phrase
from posdoc.rules import Rule, all_rules
from posdoc.schema import KINDS
from posdoc.source import kinds as source_kinds

ROOT = Path(__file__).resolve().parents[2]

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


def rules_page(language: str) -> str:
    """The rule reference in one language."""
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


def _generated() -> dict[str, str]:
    """Every generated file by its path, as it has to be."""
    pages = {f"docs/reference/rules.{language}.md": rules_page(language) for language in ("zh", "en")}
    pages |= {f"docs/reference/fields.{language}.md": reference.page(language) for language in reference.LANGUAGES}
    schemas = {f"{SCHEMA_FOLDER}/{kind}.schema.json": schema_text(kind) for kind in KINDS}
    settings = editor_settings(ROOT / EDITOR_SETTINGS)
    assert settings is not None
    return {**pages, **schemas, EDITOR_SETTINGS: settings}


@pytest.mark.parametrize("path", list(_generated()))
def test_generated_files_are_current(path: str, update_goldens: bool) -> None:
    expected = _generated()[path]
    if update_goldens:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(expected.encode("utf-8"))
    assert (ROOT / path).read_bytes().decode("utf-8") == expected


def test_no_generated_file_is_left_over() -> None:
    generated = set(_generated())
    assert len(generated) == 9
    for folder in ("docs/reference", SCHEMA_FOLDER):
        names = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir()}
        assert names == {name for name in generated if name.startswith(f"{folder}/")}


def test_every_rule_is_explained_in_both_languages() -> None:
    for rule in all_rules():
        for phrase in (rule.WHAT, rule.WHY):
            assert phrase.zh != phrase.en
            assert phrase.in_("zh")
            assert phrase.in_("en")
