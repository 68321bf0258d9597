"""The judges of Word documents that the proofs share: two validators, and LibreOffice with pdftotext."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from openxml_audit import FileFormat, OpenXmlValidator


def audited(path: Path) -> list[str]:
    """What openxml-audit finds in a document."""
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    return [str(error) for error in result.errors]


def validated(program: str, path: Path) -> list[Any]:
    """What the Open XML SDK finds in a document."""
    ended = subprocess.run([program, str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert ended.stdout.startswith("{"), ended.stderr
    answer = json.loads(ended.stdout)
    errors: list[Any] = answer["errors"]
    assert answer["ok"] is (errors == [])
    return errors


def found_in(judge: Callable[[Path], list[Any]], paths: Iterable[Path]) -> dict[str, list[Any]]:
    """What a judge finds, by document; those without a finding are left out."""
    paths = list(paths)
    assert paths, "there is nothing to judge"
    with ThreadPoolExecutor(4) as pool:
        return {path.name: found for path, found in zip(paths, pool.map(judge, paths), strict=True) if found}
