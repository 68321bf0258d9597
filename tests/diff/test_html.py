"""The page of a difference: complete without a script, safe whatever definitions say, and filtered by its own script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from posdoc.diff import compare
from posdoc.diff.formats.html import write
from posdoc.load import load
from tests.diff.test_cases import BASE, engineer, written

HOSTILE = "<img src=x onerror=alert(1)></td></script><!-- & \"' -->"
Changes = dict[str, str | None]
Write = Callable[..., str]
MANY: Changes = {
    **engineer("headcount: 2", "headcount: 3", "修理报修的机组。", "修理客户报修的机组。", "[万用表, 扳手]", "[扳手, 万用表]"),
    "positions/s/clerk.yaml": None,
    "positions/s/night/guard.yaml": "title: 值班员\npurpose: 守夜。\nduties: [{text: 巡视全楼, time: 100%}]\n",
    "positions/s/night/unit.yaml": "title: 夜班组\n",
}  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Write:
    def make(changes: Changes, language: str = "zh", names: tuple[str, str] = ("v1", "")) -> str:
        new = {name: text for name, text in {**BASE, **changes}.items() if text is not None}
        difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
        return write(difference, names, language, False)

    return make


class Read(HTMLParser):
    """The start tags of a page, and its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "col", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_a_row_marks_what_differs(page: Write) -> None:
    text = page(engineer("上门修理报修的机组。", "上门修理客户报修的机组。", "headcount: 2", "headcount: 3"))
    assert "<td>上门修理报修的机组。</td><td>上门修理<ins>客户</ins>报修的机组。</td>" in text
    assert "<td><del>2</del> 人</td><td><ins>3</ins> 人</td>" in text
    assert '<ul class="figures"><li class="added"><b>0</b>新增</li><li class="removed"><b>0</b>撤销</li>' in text


def test_all_kinds_of_change_in_both_languages(page: Write) -> None:
    for language, title in (("zh", "修订对照"), ("en", "Changes")):
        text = page(MANY, language)
        read = Read(text)
        assert read.open == []
        assert f"<h1>{title}</h1>" in text
        assert [section["class"] for section in read.named("section")] == ["changed", "changed", "added", "removed"]
        assert {row["class"] for row in read.named("tr") if row} == {"added", "removed", "changed", "moved"}
        links = {str(link["href"]).removeprefix("#") for link in read.named("a")}
        assert links == {section["id"] for section in read.named("section")}
    assert 'lang="en"' in text


def test_where_nothing_differs_there_is_no_filter(page: Write) -> None:
    text = page({})
    assert "没有不同。" in text
    assert Read(text).named("form") == []


def test_texts_cannot_become_markup(page: Write) -> None:
    changes: Changes = {
        **engineer("查故障代码", f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"),
        "positions/s/night/guard.yaml": "title: '</title><script>1</script>'\n",
    }
    text = page(changes, names=("<b>old", "</title>new"))
    read = Read(text)
    assert read.open == []
    assert read.named("img") == read.named("b")[3:] == []
    assert len(read.named("script")) == 1
    assert "&lt;img src=x onerror=alert(1)&gt;&lt;/td&gt;" in text


def test_it_loads_nothing_and_runs_its_own_script_only(page: Write) -> None:
    text = page(MANY)
    (policy,) = [str(meta["content"]) for meta in Read(text).named("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'; ")
    for element in ("style", "script"):
        found = re.search(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        assert found is not None
        digest = b64encode(sha256(found[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?://|url\(|@import|\bsrc=", text)


@pytest.fixture(scope="module")
def browser_page(tool: Callable[[str], str]) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.tool("chromium")
def test_the_filter_leaves_what_is_looked_for(page: Write, tmp_path: Path, browser_page: Any) -> None:
    path, errors = tmp_path / "page.html", []
    path.write_text(page(MANY), encoding="utf-8")
    browser_page.on("console", lambda message: errors.append(message.text))
    browser_page.goto(path.as_uri())
    sections, rows = browser_page.locator("section:visible"), browser_page.locator("tbody tr:visible")
    everything = rows.count()
    assert (sections.count(), browser_page.locator("nav li:visible").count()) == (4, 4)
    browser_page.fill("input[type=search]", "机组")
    assert (sections.count(), rows.count()) == (1, 1)
    browser_page.fill("input[type=search]", "值班员")
    assert (sections.count(), rows.count() > 2) == (1, True)
    browser_page.fill("input[type=search]", "")
    browser_page.uncheck("input[value=added]")
    assert (sections.count(), browser_page.locator("tr.added:visible").count()) == (3, 0)
    browser_page.check("input[value=added]")
    assert rows.count() == everything
    assert browser_page.inner_text("output") == f"共显示 {everything} 处"
    assert errors == []
