"""Where shipped files lie: beside ``src`` in the repository, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc import resources


def test_in_the_repository(sample: Path) -> None:
    assert resources.templates_folder() == sample / "templates"
    assert resources.sample_folder() == sample
    assert resources.schema_folder() == sample / ".posdoc" / "schema"
    assert (resources.templates_folder() / "standard.docx").is_file()


def test_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_SHIPPED", tmp_path)
    assert resources.templates_folder() == tmp_path / "templates"
    assert resources.sample_folder() == tmp_path / "sample"
    assert resources.schema_folder() == tmp_path / "schema"
