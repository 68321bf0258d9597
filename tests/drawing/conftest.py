"""One Chromium for the tests of the HTML page; nothing of it is imported where no test asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import find_tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from posdoc.charts.graph import Graph
    from tests.drawing.browsing import Reader, Watch


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=find_tool("chromium"), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Watch:
    """The window of a reader who wants no motion, on an ordinary screen. A window of one's own takes longer to open."""
    from tests.drawing.browsing import STILL, Watch

    return Watch(browser.new_page(**STILL))  # type: ignore[arg-type]


@pytest.fixture
def opened(browser: Browser, still: Watch, tmp_path: Path) -> Iterator[Callable[..., Reader]]:
    """Opens the page of a chart. At the end no script has failed, asked anything, or asked for anything."""
    from tests.drawing.browsing import STILL, Reader, Watch, page_of

    watches: list[Watch] = []
    path = tmp_path / "chart.html"
    allowed = ""

    def open_(graph: Graph, *, allow: str = "", **options: Any) -> Reader:
        nonlocal allowed
        allowed = allow
        path.write_bytes(page_of(graph))
        watch = Watch(browser.new_page(**{**STILL, **options})) if options else still
        watch.seen.clear()
        watches.append(watch)
        watch.page.goto(path.as_uri())
        reader = Reader(watch.page, graph)
        reader.rest()
        return reader

    yield open_
    faults = [fault for watch in watches for fault in watch.faults(path.as_uri())]
    for watch in watches:
        if watch is not still:
            watch.page.close()
    assert [fault for fault in faults if not allowed or allowed not in fault] == []
