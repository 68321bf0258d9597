"""Generated files that are committed are current; ``--update-goldens`` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdoc import reference
from posdoc.build.workspace import EDITOR_SETTINGS, SCHEMA_FOLDER, editor_settings
from posdoc.importers.posts import label_words
from posdoc.manual import all_kinds, all_pages
from posdoc.schema import KINDS, schema_text

ROOT = Path(__file__).resolve().parents[2]
LABELS = "src/posdoc/importers/posts/words/labels.json"


def _generated() -> dict[str, str]:
    """Every generated file by its path, as it has to be."""
    pages = {f"docs/reference/{name}": text for name, text in reference.all_pages().items()}
    schemas = {f"{SCHEMA_FOLDER}/{kind}.schema.json": schema_text(kind) for kind in KINDS}
    settings = editor_settings(ROOT / EDITOR_SETTINGS)
    assert settings is not None
    return {**pages, **schemas, EDITOR_SETTINGS: settings, LABELS: label_words.table()}


@pytest.mark.parametrize("path", list(_generated()))
def test_generated_files_are_current(path: str, update_goldens: bool) -> None:
    expected = _generated()[path]
    if update_goldens:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(expected.encode("utf-8"))
    assert (ROOT / path).read_bytes().decode("utf-8") == expected


def test_no_generated_file_is_left_over() -> None:
    generated = set(_generated())
    assert len(generated) == 11
    for folder in ("docs/reference", SCHEMA_FOLDER):
        names = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir()}
        assert names == {name for name in generated if name.startswith(f"{folder}/")}


def test_every_kind_of_finding_is_explained_in_both_languages() -> None:
    assert len(all_pages()) >= 60
    assert {page.kind for page in all_pages()} == set(all_kinds())
    for page in all_pages():
        for phrase in (page.prose.what, page.prose.why):
            assert re.search("[\u4e00-\u9fff]", phrase.zh)
            assert re.search("[a-z]", phrase.en)
