"""The page on the real forms: one row for each, made from what stands beside its definition."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(__file__).parent / "real"
HEADS = {
    "zh": """\
# 真实表单一览

这 33 种表单是售后服务部门实际在用的写法。每一种都有一份 posdoc 定义（在 `tests/forms/real/` 下，文字为自拟，标签、顺序、数字和
选项与原表一致），并有测试证明：原表的每个分区、标签、数字和选项都按顺序出现在生成的 Word 文件里。

| 编号 | 岗位或部门 | 表单 | 说明 | 定义 |
|---|---|---|---|---|
""",
    "en": """\
# The real forms

These 33 forms are what after-sales departments really write. Each has a definition (below `tests/forms/real/`, in words of
our own, with the labels, the order, the numbers and the options of the form), and a test proves that every section,
label, number and option of the form stands in the Word document in its order.

| id | position or unit | form | remarks | definition |
|---|---|---|---|---|
""",
}


def page(language: str) -> str:
    """The page in one language."""
    folders = sorted(path for path in REAL.iterdir() if path.is_dir())
    return HEADS[language] + "".join(_row(folder, language) for folder in folders)


def _row(folder: Path, language: str) -> str:
    about = yaml.safe_load((folder / "about.yaml").read_text(encoding="utf-8"))
    cells = [folder.name, about["post"][language], f"`{about['template']}`", about["notes"][language]]
    written = " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)
    return f"| {written} | `tests/forms/real/{folder.name}/` |\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_current(language: str, update_goldens: bool) -> None:
    path = ROOT / "docs" / f"forms.{language}.md"
    if update_goldens:
        path.write_text(page(language), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(language)


def test_there_is_a_row_for_each_form() -> None:
    assert page("zh").count("\n| S") == 33
