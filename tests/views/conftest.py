"""Small organizations, written as the YAML files that a user would write and read by ``posdoc.load``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.views.position import view_position
from posdoc.views.printer import Printer

SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}, department: {zh: 售后服务部, en: After-sales}}
languages: [zh, en]
outside_positions:
  - {id: general-manager, title: {zh: 总经理, en: General Manager}}
  - {id: after-sales-manager, title: {zh: 售后经理, en: After-sales Manager}}
  - {id: quality-manager, title: {zh: 质量经理, en: Quality Manager}}
parties:
  - {id: finance, title: {zh: 财务部, en: Finance}}
  - {id: customers, title: {zh: 客户, en: Customers}}
"""
"""What ``posdoc.yaml`` holds where a test writes none of its own."""

MakeOrganization = Callable[..., Organization]
ViewOf = Callable[..., dict[str, Any]]
PrinterOf = Callable[..., Printer]


@pytest.fixture
def organization_of(tmp_path: Path) -> MakeOrganization:
    """Make an organization of positions by id, or by path below ``positions/``; the files have to be without a finding."""

    def make(positions: dict[str, str], settings: str = SETTINGS, people: str = "", more: str = "") -> Organization:
        _write(tmp_path / "posdoc.yaml", dedent(settings) + dedent(more))
        if people:
            _write(tmp_path / "people.yaml", people)
        for name, text in positions.items():
            _write(tmp_path / "positions" / f"{name}.yaml", text)
        organization, findings = load(tmp_path)
        assert [finding.message.en for finding in findings] == []
        return organization

    return make


@pytest.fixture
def view_of(organization_of: MakeOrganization) -> ViewOf:
    """View one position (its id is ``it``) in a language; ``others`` are further positions, by id."""

    def view(text: str, language: str = "zh", **others: Any) -> dict[str, Any]:
        positions = {"it": text, **others.pop("others", {})}
        organization = organization_of(positions, **others)
        return view_position(organization, Words(organization, language), organization.by_id["it"])

    return view


@pytest.fixture
def printer_of(organization_of: MakeOrganization) -> PrinterOf:
    """The printer of one position (its id is ``it``) in a language."""

    def printer(text: str, language: str = "zh", **others: Any) -> Printer:
        positions = {"it": text, **others.pop("others", {})}
        organization = organization_of(positions, **others)
        return Printer(organization, Words(organization, language), organization.by_id["it"])

    return printer


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
