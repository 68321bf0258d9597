"""Making a workspace, and keeping its schemas and editor settings fresh."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from posdoc.build.files import write_atomically
from posdoc.errors import OutputError, UsageError
from posdoc.phrases import Phrase
from posdoc.resources import sample_folder, schema_folder
from posdoc.workspace_files import PEOPLE_FILE, REVIEWS_FILE, SETTINGS_FILE

SCHEMA_FOLDER = ".posdoc/schema"
EDITOR_SETTINGS = ".vscode/settings.json"
GLOBS = {
    "workspace": [SETTINGS_FILE],
    "people": ["people.yaml"],
    "reviews": [REVIEWS_FILE],
    "unit": ["positions/**/unit.yaml"],
    # An editor that does not know patterns with ! goes by the modeline at the head of each unit.yaml.
    "position": ["positions/**/*.yaml", "!positions/**/unit.yaml"],
}
_WINDOWS = """@echo off
chcp 65001 >nul
cd /d "%~dp0"
where posdoc >nul 2>nul
if errorlevel 1 (py -m posdoc {command}) else (posdoc {command})
pause
"""
_MAC = """#!/bin/sh
cd "$(dirname "$0")" || exit 2
if command -v posdoc >/dev/null 2>&1; then posdoc {command}; else python3 -m posdoc {command}; fi
printf '\\n按回车键关闭窗口 / press Return to close '
read -r _
"""
BUTTONS = {"检查": "check", "生成文档": "build"}
IGNORED = "/output/\n.posdoc-*\n~$*\n"
EMPTY = {
    SETTINGS_FILE: """\
# 工作区设置。每个键的含义见编辑器提示（需安装 VS Code 的 YAML 扩展）。
# Settings of the workspace. An editor with YAML support explains every key.
organization:
  name: {zh: 某公司, en: Our Company}
  department: {zh: 售后服务部, en: After-sales Service Department}
languages: [zh, en]
outputs:
  documents:
    - form: standard
  charts:
    - kind: org
      formats: [svg, pdf]
""",
    "positions/after-sales/unit.yaml": """\
# yaml-language-server: $schema=../../.posdoc/schema/unit.schema.json
title: {zh: 售后服务部, en: After-sales Service Department}
kind: department
head: after-sales-manager
""",
    "positions/after-sales/after-sales-manager.yaml": """\
title: {zh: 售后服务经理, en: After-sales Service Manager}
headcount: 1
purpose:
  zh: 保证客户的问题得到及时、妥善的解决。
  en: To see customers' problems solved in time and well.
duties:
  - area: {zh: 服务管理, en: Service management}
    text: {zh: 制定服务标准并检查执行。, en: Set service standards and see that they are kept.}
    time: 60%
  - area: {zh: 团队建设, en: Team}
    text: {zh: 招聘、培训和考核部门员工。, en: "Hire, train and assess the staff of the department."}
    time: 40%
""",
}


def init_workspace(folder: Path, *, empty: bool = False) -> list[str]:
    """Write a workspace into ``folder``: the sample department, or the least there can be.

    In a workspace that exists only the schemas and editor settings are written anew. Returns the files written.
    """
    written = []
    is_new = not (folder / SETTINGS_FILE).exists()
    if is_new:
        _check_empty(folder)
        for relative, data in _definitions(empty):
            write_atomically(folder / relative, data)
            written.append(relative)
    for relative, data in _support_files(folder, is_new):
        if write_atomically(folder / relative, data):
            written.append(relative)
        if relative.endswith(".command"):
            (folder / relative).chmod(0o755)
    return written


def _check_empty(folder: Path) -> None:
    whole = folder.resolve()
    around = next((above for above in whole.parents if (above / SETTINGS_FILE).is_file()), None)
    if around is not None and whole.is_relative_to(around / "positions"):
        raise UsageError(
            Phrase(
                f"“{folder}”在另一个工作区“{around}”的 positions 里面",
                f"'{folder}' lies among the definitions of another workspace, '{around}'",
            ),
            Phrase("换一个文件夹", "choose another folder"),
        )
    if folder.exists() and not folder.is_dir():
        raise OutputError(Phrase(f"“{folder}”是一个文件", f"'{folder}' is a file"))
    taken = [name for name in (*_button_files(), "positions", "people.yaml") if (folder / name).exists()]
    if taken:
        raise UsageError(
            Phrase(f"“{folder}”里已有 {taken[0]}，不会覆盖", f"'{folder}' already has {taken[0]}, which is left alone"),
            Phrase("换一个空文件夹", "choose an empty folder"),
        )


def _button_files() -> list[str]:
    return [f"{name}.{kind}" for name in BUTTONS for kind in ("bat", "command")]


def _definitions(empty: bool) -> Iterator[tuple[str, bytes]]:
    if empty:
        yield from ((name, text.encode("utf-8")) for name, text in EMPTY.items())
        return
    sample = sample_folder()
    names = [SETTINGS_FILE, PEOPLE_FILE]
    names += sorted(path.relative_to(sample).as_posix() for path in (sample / "positions").rglob("*.yaml"))
    yield from ((name, (sample / name).read_bytes()) for name in names)


def _support_files(folder: Path, is_new: bool) -> Iterator[tuple[str, bytes]]:
    for kind in GLOBS:
        name = f"{kind}.schema.json"
        yield f"{SCHEMA_FOLDER}/{name}", (schema_folder() / name).read_bytes()
    settings = editor_settings(folder / EDITOR_SETTINGS)
    if settings is not None:
        yield EDITOR_SETTINGS, settings.encode("utf-8")
    if not is_new:
        return
    if not (folder / ".gitignore").exists():
        yield ".gitignore", IGNORED.encode()
    for name, command in BUTTONS.items():
        yield f"{name}.bat", _WINDOWS.format(command=command).replace("\n", "\r\n").encode("ascii")
        yield f"{name}.command", _MAC.format(command=command).encode("utf-8")


def editor_settings(existing: Path) -> str | None:
    """The settings that map the schemas, beside what stands there; None where that cannot be read as JSON."""
    settings: dict[str, Any] = {}
    text = ""
    if existing.is_file():
        try:
            text = existing.read_text(encoding="utf-8-sig")
            settings = json.loads(text or "{}")
        except (OSError, ValueError):
            return None
    if not isinstance(settings, dict) or not isinstance(settings.get("yaml.schemas", {}), dict):
        return None
    mapped = {f"./{SCHEMA_FOLDER}/{kind}.schema.json": globs for kind, globs in GLOBS.items()}
    schemas = settings.get("yaml.schemas", {})
    if existing.is_file() and all(schemas.get(path) == globs for path, globs in mapped.items()):
        return text
    settings["yaml.schemas"] = {**schemas, **mapped}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
