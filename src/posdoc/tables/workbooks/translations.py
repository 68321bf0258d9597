"""The texts of a workspace in its languages, side by side: for whoever translates them."""

from __future__ import annotations

from posdoc.phrases import Phrase
from posdoc.tables.listing import list_page
from posdoc.tables.page import Page, PagedBook
from posdoc.tables.sheet import Column, Formula, Row, Sheet, Value, column_range, letter
from posdoc.tables.workbooks import Wish
from posdoc.tables.workbooks._frame import book_of, notes_page, say, title_of
from posdoc.tables.workbooks._names import names_of
from posdoc.views.register import language_name
from posdoc.views.translations import Written, view_translations

ABOUT = Phrase(
    "翻译对照表：一条文字一行，各语言并列",
    "translations: a row for each text, its languages side by side",
)
BEFORE = ("file", "path", "owner", "field")
AFTER = ("state", "place", "digest")
"""The paths of the columns on both sides of those of the languages, which are called ``text.zh``."""
_WIDEST = {"file": 26, "path": 22, "owner": 16, "field": 20}
_TEXT = 46


def make(wish: Wish) -> PagedBook:
    """The texts, and how they are translated."""
    texts = view_translations(wish.organization, wish.words, wish.unit, with_names=wish.with_names)
    languages = wish.organization.languages
    paths = [*BEFORE, *(f"text.{language}" for language in languages), *AFTER]
    table = _table(wish, texts, languages)
    names = names_of("translations", wish.words.language, table.title, paths)
    return book_of(wish, "translations", (table, _notes(wish, texts, languages)), names)


def _table(wish: Wish, texts: tuple[Written, ...], languages: tuple[str, ...]) -> Page:
    words = wish.words
    columns = (
        *(Column(say(words, f"text_{name}"), widest=_WIDEST[name], is_open=False) for name in BEFORE),
        *(Column(language_name(words, language), widest=_TEXT, is_open=True) for language in languages),
        Column(say(words, "text_state"), is_open=False, side="center"),
        *(Column(name, is_hidden=True) for name in AFTER[1:]),
    )
    rows = [_row(wish, number, text, languages) for number, text in enumerate(texts, 2)]
    nothing = words.phrase("none")
    sheet = Sheet("translations", say(words, "translations"), columns, tuple(rows), nothing=nothing)
    page = list_page(sheet, title_of(wish, "translations"))
    page.header = (title_of(wish, "translations"), "")
    page.printed = f"A1:{letter(len(columns) - len(AFTER))}{len(rows) + 1}"
    if rows:
        page.gaps = f"{letter(len(BEFORE))}2:{letter(len(BEFORE) + len(languages) - 1)}{len(rows) + 1}"
    return page


def _row(wish: Wish, number: int, text: Written, languages: tuple[str, ...]) -> Row:
    said = [text.texts.get(language, "") for language in languages]
    first, last = letter(len(BEFORE)), letter(len(BEFORE) + len(languages) - 1)
    missing = say(wish.words, "missing")
    translated = say(wish.words, "outdated" if text.is_outdated else "translated")
    state = Formula(
        f'IF(COUNTBLANK({first}{number}:{last}{number})=0,"{translated}","{missing}")',
        translated if all(said) else missing,
    )
    cells: list[Value] = [text.file, text.path, text.owner, text.field, *(one or None for one in said), state]
    return Row((*cells, f"{text.file}#{text.path}", text.digests))


def _notes(wish: Wish, texts: tuple[Written, ...], languages: tuple[str, ...]) -> Page:
    words, has_reviews = wish.words, wish.organization.reviews is not None
    sentences = [say(words, f"translations_note_{number}") for number in range(1, 6 if has_reviews else 5)]
    heads = [say(words, name) for name in ("text_state", "texts")]
    states = column_range(say(words, "translations"), len(BEFORE) + len(languages), max(1, len(texts)))
    complete = sum(len(text.texts) == len(languages) for text in texts)
    outdated = sum(len(text.texts) == len(languages) and text.is_outdated for text in texts)
    counts = [
        (say(words, "translated"), complete - outdated),
        *([(say(words, "outdated"), outdated)] if has_reviews else []),
        (say(words, "missing"), len(texts) - complete),
    ]
    rows: list[list[Value]] = [[state, Formula(f'COUNTIF({states},"{state}")', number)] for state, number in counts]
    return notes_page(wish, "translations", sentences, heads, rows, (26, 14, 60))
