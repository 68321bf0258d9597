import pytest

from posdoc.layout.metrics import text_width
from posdoc.layout.wrap import plain, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, ()),
        ("  ", 100, ()),
        ("售后主管", 100, ("售后主管",)),
        ("售后服务主管", 30, ("售后服", "务主管")),
        ("一二三四五六七", 60, ("一二三四", "五六七")),
        ("一二三四，五六", 40, ("一二三", "四，五六")),
        ("一二三（四五）", 45, ("一二三", "（四五）")),
        ("After-sales Service Manager", 75, ("After-sales", "Service", "Manager")),
        ("After-sales", 40, ("After-", "sales")),
        ("客服 Service", 45, ("客服", "Service")),
        ("abcdefghij", 28, ("abcd", "efghij")),
        ("a\nb\tc", 100, ("a b c",)),
    ],
)
def test_lines(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, 10) == lines


@pytest.mark.parametrize(
    "text",
    [
        "驻点服务工程师（上海）、（苏州）",
        "Senior After-sales Technical Support Engineer",
        "W" * 90,
        "。" * 40,
        "（" * 40,
    ],
)
@pytest.mark.parametrize("width", [24.0, 60.0, 120.0])
def test_nothing_is_wider_than_allowed_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 10, bold=True)
    assert max(text_width(line, 10, bold=True) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_the_last_line_is_not_a_single_character() -> None:
    assert wrap("一二三四五六七八九", 80, 10) == ("一二三四五", "六七八九")


@pytest.mark.parametrize(
    ("text", "kept"), [("a\x00b", "a b"), ("x\ufffey", "x y"), ("\ud800z", "z"), ("a \u3000 b", "a b")]
)
def test_plain_drops_what_xml_cannot_hold(text: str, kept: str) -> None:
    assert plain(text) == kept
