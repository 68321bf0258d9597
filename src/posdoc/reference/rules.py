"""The rule reference: a page of all kinds of findings, made from the prose beside the code."""

from __future__ import annotations

from posdoc.diagnostics import Preset
from posdoc.manual import Page, all_pages, unmarked
from posdoc.model import fields_of
from posdoc.phrases import Phrase
from posdoc.reference.fields import table

TITLE = Phrase("规则参考", "Rule reference")
INTRODUCTION = Phrase(
    "`posdoc check`、`posdoc template check`（POS810 起）和读入其他程序的文件时（POS901 起）的全部规则，共 {} 条。"
    "本页由规则自身的说明生成，请勿手工修改。"
    "在终端里用 `posdoc explain POS301` 查看一条。",
    "All {} rules of `posdoc check`, of `posdoc template check` (from POS810 on) and of reading files of other programs "
    "(from POS901 on). This page is made from the rules' own prose; do not edit it. "
    "`posdoc explain POS301` shows one of them at the terminal.",
)
GROUPS = {
    "POS0": Phrase("读取文件", "Reading files"),
    "POS1": Phrase("写法、取值与检查设置", "Shape, values, and the settings of checks"),
    "POS2": Phrase("引用与汇报关系", "References and reporting lines"),
    "POS3": Phrase("职责、时间与流程", "Duties, time and work flows"),
    "POS4": Phrase("考核指标", "Indicators"),
    "POS5": Phrase("组织与编制", "Organization and head count"),
    "POS6": Phrase("职业发展与任职资格", "Careers and qualifications"),
    "POS7": Phrase("文字与法律", "Text and law"),
    "POS8": Phrase("文件与表单", "Documents and forms"),
    "POS9": Phrase("其他程序的文件", "Files of other programs"),
}
HEAD = Phrase("| 编号 | 名称 | 级别 | 预设 |\n|---|---|---|---|", "| code | name | level | preset |\n|---|---|---|---|")
PRESETS = {
    Preset.LEGACY: Phrase("legacy", "legacy"),
    Preset.DEFAULT: Phrase("default", "default"),
    Preset.STRICT: Phrase("strict", "strict"),
}
LOCAL = Phrase("只看一个文件", "one file is enough")
WHOLE = Phrase("要看整个工作区", "needs the whole workspace")
WHY = Phrase("为什么", "Why")
WRONG = Phrase("错误示例", "Wrong")
RIGHT = Phrase("正确示例", "Right")
OPTIONS = Phrase("参数", "Parameters")


def page(language: str) -> str:
    """The whole reference in Chinese or English, as Markdown."""
    pages = all_pages()
    parts = [f"# {TITLE.in_(language)}", INTRODUCTION.in_(language).format(len(pages)), _contents(pages, language)]
    for beginning, title in GROUPS.items():
        parts.append(f"## {title.in_(language)}")
        parts += [_rule(one, language) for one in pages if one.kind.code.startswith(beginning)]
    return "\n\n".join(parts) + "\n"


def _contents(pages: tuple[Page, ...], language: str) -> str:
    rows = [
        f"| [{one.kind.code}](#{one.kind.code.lower()}) | {one.kind.name} | {one.kind.severity.label.in_(language)} "
        f"| {PRESETS[one.kind.preset].in_(language)} |"
        for one in pages
    ]
    return "\n".join([HEAD.in_(language), *rows])


def _rule(one: Page, language: str) -> str:
    kind, prose = one.kind, one.prose
    facts = (kind.severity.label, PRESETS[kind.preset], LOCAL if one.is_local else WHOLE)
    return "\n\n".join([
        f"### {kind.code} {kind.name} {{#{kind.code.lower()}}}",
        "*" + " · ".join(fact.in_(language) for fact in facts) + "*",
        prose.what.in_(language),
        f"**{WHY.in_(language)}** {prose.why.in_(language)}",
        *_examples(one, language),
        *_options(one, language),
    ])  # fmt: skip


def _examples(one: Page, language: str) -> list[str]:
    """The examples that there are; those of files of other programs are no YAML."""
    fence = "text" if one.kind.is_about_imports else "yaml"
    shown = ((WRONG, unmarked(one.prose.wrong)), (RIGHT, one.prose.right))
    return [f"**{title.in_(language)}**\n\n```{fence}\n{text.rstrip()}\n```" for title, text in shown if text]


def _options(one: Page, language: str) -> list[str]:
    infos = list(fields_of(one.options))
    return [f"**{OPTIONS.in_(language)}**", table(one.options, infos, language)] if infos else []
