"""The smallest department that has something of everything a document prints: quick to print, again and again."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.model import Organization
from tests.conftest import ROOT
from tests.fuzz.judging import written

DEFINITION = """\
title: {zh: 库管员, en: Clerk}
code: A-1
headcount: 2
purpose: 保证配件供应。
duties:
  - {area: 收发, text: 收发配件。, time: 40%, tasks: [登记, {zh: 核对, en: Compare}]}
  - 盘点库存。  # 每月
contacts: [{party: finance, content: 对账}]
qualifications: [{item: education, required: 大专}]
kpi_sets: [{kpis: [{name: 账实相符率, target: ≥99%, weight: 100%}]}]
"""
FILES = {
    "posdoc.yaml": b"organization: A\nlanguages: [zh, en]\nparties: [{id: finance, title: F}]\n",
    "positions/a.yaml": DEFINITION.encode(),
}


@cache
def organization() -> Organization:
    with TemporaryDirectory(prefix="posdoc-") as folder:
        return load(written(Path(folder), FILES))[0]


@cache
def document() -> bytes:
    """Its one position on the standard form."""
    return position_document(organization(), organization().positions[0], open_form(ROOT, "standard"), "zh")
