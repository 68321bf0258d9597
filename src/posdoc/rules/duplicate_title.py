"""Two positions print the same title."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Related
from posdoc.model import Organization, Position
from posdoc.phrases import Phrase

KIND = Kind("POS206", "duplicate-title", preset=Preset.LEGACY)
WHAT = Phrase("两个岗位印出同样的名称。", "Two positions print the same title.")
WHY = Phrase(
    "读说明书的人只看名称，分不清是哪个岗位。同一岗位设在多处时，用 based_on 说明。",
    "Readers see titles only and cannot tell the two apart. One post held in several places says so with based_on.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/east-engineer.yaml
title: 工程师
## positions/south/unit.yaml
title: 华南
## positions/south/south-engineer.yaml
based_on: east-engineer
reports_to: east-engineer
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/east-engineer.yaml
title: 工程师
## positions/south/unit.yaml
title: 华南
## positions/south/south-engineer.yaml
title: «工程师»
reports_to: east-engineer
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each position whose title another one, unrelated by ``based_on``, printed first."""
    first_use: dict[tuple[str, str], Position] = {}
    for position in organization.positions:
        for language, title in position.title.languages.items() if position.title else ():
            first = first_use.setdefault((language, title), position)
            if first is not position and not _related(organization, first, position):
                yield _finding(title, first, position)
                break


def _related(organization: Organization, first: Position, second: Position) -> bool:
    bases = _bases(organization, first), _bases(organization, second)
    return not bases[0].isdisjoint(bases[1])


def _bases(organization: Organization, position: Position) -> set[str]:
    """The position and those it is based on."""
    found: set[str] = set()
    current: Position | None = position
    while current is not None and current.id not in found:
        found.add(current.id)
        current = organization.by_id.get(current.based_on or "")
    return found


def _finding(title: str, first: Position, second: Position) -> Diagnostic:
    return Diagnostic(
        KIND,
        second.at("title"),
        Phrase(f"岗位名称“{title}”重复", f"the title '{title}' is used twice"),
        Phrase(
            "改成能区分的名称；若是同一岗位设在多处，写 based_on",
            "use a title that tells them apart, or based_on if it is one post in several places",
        ),
        (Related(first.at("title"), Phrase("第一次使用在此", "used first here")),),
    )
