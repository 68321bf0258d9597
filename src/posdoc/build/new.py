"""A new position: a file with what is known, and the rest to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from posdoc.build.files import write_atomically
from posdoc.errors import UsageError
from posdoc.load import load
from posdoc.model import Organization, Unit
from posdoc.phrases import Phrase
from posdoc.source.emit import emit
from posdoc.workspace_files import is_id, is_reserved

COMMENTS = {
    "zh": """\
# 去掉行首的 # 再填写；每个键的含义见编辑器提示或字段参考。
# code: SH-000
# headcount: 1
# purpose: 一两句话说明为什么设立该岗位
# duties:
#   - area: 关键成果领域
#     text: 做什么、做到什么程度
#     time: 60%
#     tasks:
#       - 具体任务
# qualifications:
#   - item: education
#     required: 必备条件
#     preferred: 理想条件
# promotes_to: [上一级岗位的标识]
""",
    "en": """\
# Remove the # at the beginning of a line and fill it in; an editor with YAML support explains every key.
# code: SH-000
# headcount: 1
# purpose: why there is this position, in a sentence or two
# duties:
#   - area: key result area
#     text: what is done, and to what end
#     time: 60%
#     tasks:
#       - a single task
# qualifications:
#   - item: education
#     required: what the incumbent must have
#     preferred: what is preferred
# promotes_to: [id-of-the-next-position]
""",
}


@dataclass(frozen=True)
class NewPosition:
    """What is known of a new position. Empty means not given."""

    identity: str
    title: str = ""
    unit: str = ""
    reports_to: str = ""
    based_on: str = ""


def new_position(root: Path, new: NewPosition, language: str) -> str:
    """Write the file of a new position and return its path in the workspace; an existing one is left alone."""
    organization, _ = load(root)
    _check_id(organization, new.identity)
    unit = _unit(organization, new.unit)
    for reference in (new.reports_to, new.based_on):
        if reference and reference not in organization.by_id and reference not in organization.outside_by_id:
            raise UsageError(
                Phrase(f"没有标识为“{reference}”的岗位", f"there is no position with the id '{reference}'"),
                Phrase("先建立它，或检查拼写", "make it first, or check the spelling"),
            )
    path = f"positions/{unit.path}/{new.identity}.yaml"
    write_atomically(root / path, _content(organization, unit, new, language).encode("utf-8"))
    return path


def _check_id(organization: Organization, identity: str) -> None:
    if is_reserved(identity):
        raise UsageError(
            Phrase(
                f"“{identity}”是保留的文件名，不能作岗位标识",
                f"'{identity}' is a reserved file name and cannot be the id of a position",
            ),
            Phrase("换一个标识", "choose another id"),
        )
    if not is_id(identity):
        raise UsageError(
            Phrase(f"“{identity}”不能作岗位标识", f"'{identity}' cannot be the id of a position"),
            Phrase(
                "只用文字、数字、- 和 _，且以文字或数字开头",
                "use letters, digits, - and _, beginning with a letter or digit",
            ),
        )
    taken = {position.id.casefold(): position.path for position in organization.positions}
    taken |= {outside.casefold(): "posdoc.yaml" for outside in organization.outside_by_id}
    if identity.casefold() in taken:
        path = taken[identity.casefold()]
        raise UsageError(
            Phrase(f"岗位“{identity}”已存在：{path}", f"the position '{identity}' exists: {path}"),
            Phrase("换一个标识", "choose another id"),
        )


def _unit(organization: Organization, asked: str) -> Unit:
    if not asked and len(organization.units) == 1:
        return organization.units[0]
    if asked in organization.units_by_id:
        return organization.units_by_id[asked]
    known = "、".join(organization.units_by_id)
    raise UsageError(
        Phrase(
            f"没有部门“{asked}”" if asked else "请用 --unit 指明部门",
            f"there is no unit '{asked}'" if asked else "say which unit",
        ),
        Phrase(f"可用的部门：{known}", f"use --unit with one of: {', '.join(organization.units_by_id)}"),
    )


def _content(organization: Organization, unit: Unit, new: NewPosition, language: str) -> str:
    superior = new.reports_to or _head_of(organization, unit, new.identity)
    title = "".join(character if character.isprintable() else " " for character in new.title or new.identity)
    known = {"title": title, "based_on": new.based_on, "reports_to": superior}
    if new.based_on and not new.title:
        del known["title"]
    known = {key: value for key, value in known.items() if value}
    return emit(known) + COMMENTS["zh" if language == "zh" else "en"]


def _head_of(organization: Organization, unit: Unit, identity: str) -> str:
    """The nearest head of a unit above: the likeliest superior."""
    heads = (str(above.head) for above in organization.line_of(unit) if above.head and above.head != identity)
    found = next(heads, "")
    return found or (organization.roots[0].id if organization.roots else "")
