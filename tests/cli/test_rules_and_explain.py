"""``posdoc rules`` and ``posdoc explain``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from posdoc.manual import all_kinds

Cli = Callable[..., Any]


def test_rules_lists_every_kind_of_finding(cli: Cli) -> None:
    lines = cli("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [kind.code for kind in all_kinds()]
    (line,) = (line for line in lines if line.startswith("POS301"))
    assert re.fullmatch(r"POS301 error   default duty-time-not-100 +The shares of time .*", line)


@pytest.mark.parametrize(("word", "count"), [("POS301", 1), ("duty-time-not-100", 1), ("POS30", 9)])
def test_a_part_of_the_rules(cli: Cli, word: str, count: int) -> None:
    assert len(cli("rules", word).stdout.splitlines()) == count


def test_rules_as_data(cli: Cli) -> None:
    rules = json.loads(cli("rules", "--format", "json").stdout)
    assert [rule["code"] for rule in rules] == [kind.code for kind in all_kinds()]
    (rule,) = (rule for rule in rules if rule["code"] == "POS217")
    assert rule["what"].keys() == {"zh", "en"}
    assert "maximum" in [option["name"] for option in rule["options"]]
    assert "«" not in rule["wrong"]


def test_a_page(cli: Cli) -> None:
    page = cli("explain", "POS301", "--ui-lang", "zh").stdout
    assert page.startswith("POS301 duty-time-not-100\n\n错误 · 从 default 起 · 只看一个文件\n\n什么\n  ")
    titles = re.findall(r"^\S.*", page, re.MULTILINE)
    assert titles[2:] == ["什么", "为什么", "错误的例子", "正确的例子", "怎样忽略", "English"]
    assert "  duties: [{text: 管理, time: 45%}, {text: 培训, time: 10%}]\n  ^^^^^^\n" in page
    english = cli("explain", "POS301").stdout
    assert [
        word for word in ("What", "Why", "Wrong", "Right", "To ignore it", "中文") if f"\n{word}\n" not in english
    ] == []


def test_a_page_with_parameters(cli: Cli) -> None:
    page = cli("explain", "span-of-control").stdout
    assert "\nParameters\n" in page
    assert re.search(r"posdoc.yaml\n    rules:\n      options:\n        span-of-control: \{\"minimum\"", page)


def test_several_pages(cli: Cli) -> None:
    page = cli("explain", "POS301", "POS201").stdout
    assert page.index("POS201 unknown-reference") < page.index("POS301 duty-time-not-100")


@pytest.mark.parametrize("command", ["rules", "explain"])
def test_an_unknown_rule(cli: Cli, command: str) -> None:
    ended = cli(command, "duty-time-not-10")
    assert ended.returncode == 2
    assert "there is no rule 'duty-time-not-10'; did you mean 'duty-time-not-100'?" in ended.stderr


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.code)
def test_every_kind_has_a_page(kind: Any) -> None:
    from posdoc.cli.manual import page_text, pages_named

    (page,) = pages_named([kind.name])
    assert page_text(page).startswith(f"{kind.code} {kind.name}\n")
