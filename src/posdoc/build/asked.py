"""What commands are asked for, held against what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from posdoc.errors import UsageError
from posdoc.load.suggest import closest
from posdoc.model import Organization, Position, Unit
from posdoc.phrases import Phrase

POSITION, UNIT, LEVEL = Phrase("岗位", "position"), Phrase("部门", "unit"), Phrase("层级", "level")
POSITION_OR_UNIT = Phrase("岗位或部门", "position or unit")


def check_language(organization: Organization, asked: str) -> None:
    """Raise for a language that the workspace does not have; none at all is in order."""
    known = organization.languages
    if asked and asked not in known:
        raise UsageError(
            Phrase(f"本工作区没有语言“{asked}”", f"this workspace has no language '{asked}'"),
            Phrase(f"可用的语言：{'、'.join(known)}", f"languages: {', '.join(known)}"),
        )


def check_id(asked: str, known: Iterable[str], noun: Phrase, *, option: str = "", meant: str = "") -> None:
    """Raise for an id that there is not, with the one that was ``meant`` or that is most like it; else with some."""
    names = list(known)
    if not asked or asked in names:
        return
    before = Phrase(f"{option}：", f"{option}: ") if option else Phrase("", "")
    near = meant or closest(asked, names)
    some = names[:5]
    raise UsageError(
        Phrase(f"{before.zh}没有标识为“{asked}”的{noun.zh}", f"{before.en}there is no {noun.en} with the id '{asked}'"),
        Phrase(f"是否想写 {near}？", f"did you mean '{near}'?")
        if near
        else Phrase(f"例如：{'、'.join(some) or '无'}", f"for example: {', '.join(some) or 'there is none'}"),
    )


def unit_asked(organization: Organization, asked: str) -> Unit | None:
    """The unit of an id, none where nothing is asked for. Raises for an id that there is not; a title leads to its id."""
    named = (unit.id for unit in organization.units if asked in _names(unit))
    check_id(asked, organization.units_by_id, UNIT, meant=next(named, ""))
    return organization.units_by_id.get(asked)


def subject_asked(organization: Organization, asked: str) -> Position | Unit:
    """The position or unit of an id. Raises for an id that there is not; a title, or a former id, leads to its id."""
    both: tuple[Position | Unit, ...] = (*organization.positions, *organization.units)
    meant = (one.id for one in both if asked in _names(one) or asked in one.former_ids)
    check_id(asked, [one.id for one in both], POSITION_OR_UNIT, meant=next(meant, ""))
    return organization.by_id.get(asked) or organization.units_by_id[asked]


def _names(unit: Position | Unit) -> Iterator[str]:
    for text in (unit.title, *unit.aliases):
        yield from text.languages.values() if text else ()


def ending_of(output: Path | None) -> str:
    """The ending of a named file in lower case; nothing for a folder."""
    return output.suffix.lstrip(".").lower() if output is not None and not output.is_dir() else ""
