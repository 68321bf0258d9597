"""What is done to a page of the documentation before it is set."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / ".hooks"


def _hook(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("刚刚达到要求，\n当时机器较忙。\n", "刚刚达到要求，当时机器较忙。\n"),
        ("- 一项写得很\n  长。\n- 第二项\n", "- 一项写得很长。\n- 第二项\n"),
        ("用时\n91 s，\nposdoc 的\n", "用时\n91 s，\nposdoc 的\n"),
        ("## 标题\n正文\n", "## 标题\n正文\n"),
        ("一段\n\n另一段\n", "一段\n\n另一段\n"),
        ("```yaml\n标题\n正文\n```\n以后\n照旧\n", "```yaml\n标题\n正文\n```\n以后照旧\n"),
        ("| 一 |\n| 二 |\n说明\n", "| 一 |\n| 二 |\n说明\n"),
        ("one\ntwo\n", "one\ntwo\n"),
        ("she said “yes”\n“no” and left\n", "she said “yes”\n“no” and left\n"),
        ("他说“好”\n“不好”又来，\n“再见”\n就走\n", "他说“好”\n“不好”又来，“再见”就走\n"),
    ],
)
def test_lines_of_a_chinese_paragraph_are_joined(written: str, read: str) -> None:
    assert _hook("chinese_lines").on_page_markdown(written) == read


def test_words_for_the_tests_are_taken_off_a_fence() -> None:
    page = "```sh no-run\nmake\n```\n"
    assert _hook("plain_fences").on_page_markdown(page) == "```sh\nmake\n```\n"
