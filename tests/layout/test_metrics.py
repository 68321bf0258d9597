import pytest

from posdoc.layout.metrics import TYPE_SIZES, text_width


@pytest.mark.parametrize(
    ("text", "ems"),
    [("", 0), ("售后", 2), ("（）", 2), ("“”", 2), ("i", 0.222 * 1.06), ("W", 0.944 * 1.06), ("e\u0301", 0.556 * 1.06)],
)
def test_width_in_ems(text: str, ems: float) -> None:
    assert text_width(text, 10) == pytest.approx(ems * 10)


def test_bold_latin_is_wider_and_bold_chinese_is_not() -> None:
    assert text_width("Manager", 10, bold=True) > text_width("Manager", 10)
    assert text_width("经理", 10, bold=True) == text_width("经理", 10)


def test_a_smiley_is_wider_than_a_chinese_character() -> None:
    assert text_width("😀", 10) > text_width("笑", 10)


@pytest.mark.parametrize("role", sorted(TYPE_SIZES))
def test_sizes_are_whole_and_lines_do_not_touch(role: str) -> None:
    size = TYPE_SIZES[role]  # type: ignore[index]
    assert size.size == int(size.size)
    assert size.leading >= size.size * 1.2
    assert size.size * 0.8 < size.ascent < size.leading
