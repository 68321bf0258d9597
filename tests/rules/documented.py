"""Examples in which a position, a unit or a regulation has a document."""

from __future__ import annotations

SETTINGS = "## posdoc.yaml\norganization: 公司\nlanguages: [zh, en]\n"
UNIT = "## positions/s/unit.yaml\ntitle: 售后部\n"
MANAGER = "## positions/s/manager.yaml\ntitle: 售后经理\n"


def with_document(document: str, more: str = "") -> str:
    return f"{SETTINGS}{UNIT}{MANAGER}document: {{{document}}}\n{more}"


def of_unit(document: str) -> str:
    return f"{SETTINGS}{UNIT}document: {{{document}}}\n{MANAGER}"


def of_regulation(document: str) -> str:
    return f"{SETTINGS}{UNIT}regulations: [{{title: 考勤制度, document: {{{document}}}}}]\n{MANAGER}"


def inherited(document: str, own: str = "") -> str:
    return f"{SETTINGS}{UNIT}defaults: {{document: {{{document}}}}}\n{MANAGER}document: {{{own}}}\n"
