"""The language of a file, by its letters."""

from __future__ import annotations

import pytest

from posdoc.importers.importing import letters_of
from posdoc.importers.pieces import Foreign, Paragraph, Place
from posdoc.phrases import Phrase


def _foreign(*texts: str) -> Foreign:
    pieces = tuple(Paragraph(text, Place(number, Phrase("", ""))) for number, text in enumerate(texts, 1))
    return Foreign("a.txt", "txt", pieces)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["负责故障处理", "CRM"], "zh"),
        (["Handles faults", "故障"], "zh"),
        (["Handles all faults of the machines in the region", "故障"], "en"),
        (["Handles faults. "] * 9000 + ["负责故障处理"], "en"),
        (["Handles faults. "] * 4000 + ["负责故障处理。"] * 4000, "zh"),
        (["负责故障处理。"] * 4000 + ["Handles faults. "] * 4000, "zh"),
        ([], "zh"),
    ],
    ids=["chinese", "a tenth", "less than a tenth", "long", "chinese behind", "chinese before", "nothing"],
)
def test_the_letters_of_all_of_a_file_tell_its_language(texts: list[str], language: str) -> None:
    assert letters_of(_foreign(*texts)).language == language
