"""The organization chart of a change: what came, went, moved and changed, in the place where it stands or stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from posdoc.charts import org
from posdoc.charts.boxes import grey_entry, outside_box
from posdoc.charts.graph import Box, Graph, Group, LegendEntry, LegendStyle, Line, Link, State
from posdoc.charts.part import is_below, line_to_the_top
from posdoc.diff.changes import Difference, SubjectKind
from posdoc.diff.union import Union, value_of
from posdoc.locales.words import Words
from posdoc.model import BoxContent, ChartOutput, HeadCount, Option, Organization, Position

SIGNS: dict[State, str] = {"added": "+", "removed": "−", "moved": "→", "changed": "~", "kept": ""}
"""What stands before a title, so that a chart can be read without its colours."""
MOST_NEIGHBOURS = 8
"""More unchanged reports than this beside a changed one are only counted."""
MOST_LEFT = 6
"""More lines to former superiors than this would only be a tangle."""
_WISH = ChartOutput(kind="org", names=False, show=(BoxContent.TITLE,))
_LINES: tuple[tuple[LegendStyle, State], ...] = (
    ("solid", "added"),
    ("dotted", "added"),
    ("solid", "removed"),
    ("dotted", "kept"),
)


def changes_graph(
    difference: Difference, language: str, names: tuple[str, str] = ("", ""), *, whole: bool = False
) -> Graph:
    """The chart of both organizations at once; ``names`` are what the two sides are called.

    Shown is what changed with its superiors up to the top and its direct neighbours, unless the ``whole`` is wanted; of
    the rest it is said how much it is. Nobody is named. Raises nothing: a chart without a change has no boxes.
    """
    return _Drawing(difference, language, names).graph(whole)


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, difference: Difference, language: str, names: tuple[str, str]) -> None:
        self.difference = difference
        self.union = Union.of(difference)
        self.names = names
        self.all: Organization = self.union.organization
        self.words = Words(self.all, language)
        self.states: dict[str, State] = {position.id: self.union.state(position.id) for position in self.all.positions}
        self.unit_states: dict[str, State] = {unit.id: self.union.unit_state(unit.id) for unit in self.all.units}

    def graph(self, whole: bool) -> Graph:
        shown = set(self.states) if whole else self._shown()
        hidden = self._hidden(shown)
        part = replace(self.all, positions=tuple(p for p in self.all.positions if p.id in shown))
        drawn = org.draw(part, self.words, _WISH)
        links = [link for link in map(self._link, drawn.links) if whole or link.state != "kept"]
        boxes = [*drawn.boxes, *self._former({box.id for box in drawn.boxes})]
        links += self._left({box.id for box in boxes})
        ends = {box.parent for box in boxes} | {end for link in links for end in (link.source, link.target)}
        graph = replace(
            drawn,
            title=self._title(drawn.title),
            boxes=tuple(self._box(box, hidden) for box in boxes if box.id in self.states or box.id in ends),
            groups=tuple(self._group(group) for group in drawn.groups),
            links=tuple(links),
            note=" ".join(self._notes(shown, hidden)),
        )
        return replace(graph, legend=tuple(self._legend(graph)))

    def _title(self, chart: str) -> str:
        old, new = (name or self.words.phrase("diff_working_tree") for name in self.names)
        return self.words.phrase("diff_chart_title", chart=chart, old=old, new=new)

    # --- what is shown

    def _shown(self) -> set[str]:
        """What changed, the ends of lines that changed, their superiors to the top, and their direct neighbours."""
        changed = {name for name, state in self.states.items() if state != "kept"}
        seeds = changed | {self.union.superior_before(name) for name in changed}
        seeds |= {end for line, state in self.union.dotted.items() if state != "kept" for end in line}
        seeds |= set(self._of_units())
        seeds &= self.states.keys()
        shown = set(seeds)
        for name in seeds:
            shown.update(line_to_the_top(self.all, self.all.by_id[name]))
        for superior in {self.union.superior(name) for name in changed}:
            beside = {report.id for report in self.all.reports.get(superior, ()) if report.id not in shown}
            shown |= beside if len(beside) <= MOST_NEIGHBOURS else set()
        return shown & self.states.keys()

    def _of_units(self) -> Iterator[str]:
        """One position in each unit that changed, so that its frame is drawn."""
        for unit in self.all.units:
            if self.unit_states[unit.id] != "kept":
                inside = [
                    p for p in self.all.positions if is_below(self.all, self.all.units_by_id.get(p.unit), unit.id)
                ]
                yield from (p.id for p in sorted(inside, key=lambda p: p.id != unit.head)[:1])

    def _hidden(self, shown: set[str]) -> Mapping[str, list[Position]]:
        """The positions that are not shown, by the nearest superior that is; by nothing where there is none."""
        found: dict[str, list[Position]] = {}
        for position in self.all.positions:
            if position.id not in shown:
                above = next((name for name in line_to_the_top(self.all, position) if name in shown), "")
                found.setdefault(above, []).append(position)
        return found

    def _counted(self, positions: list[Position]) -> str:
        heads = sum(position.headcount.low or 0 for position in positions if position.headcount)
        posts = self.words.counted("posts", len(positions))
        persons = self.words.counted("persons", heads)
        return self.words.phrase("posts_and_persons", posts=posts, persons=persons) if heads else posts

    # --- boxes, frames and lines

    def _box(self, box: Box, hidden: Mapping[str, list[Position]]) -> Box:
        state = self.states.get(box.id)
        if state is None:
            return replace(box, line="kept")
        lines = [*self._lines(box.id, state)]
        if box.id in hidden:
            lines.append(Line(self.words.phrase("diff_chart_hidden", counts=self._counted(hidden[box.id])), "muted"))
        came = state == "added" or (state == "moved" and self.union.has_other_superior(box.id))
        line: State = "removed" if state == "removed" else "added" if came else "kept"
        return replace(box, style="normal", lines=tuple(lines), state=state, line=line, short=self.words.name(box.id))

    def _lines(self, name: str, state: State) -> Iterator[Line]:
        """The title with its sign, what it was before, and what the position is and was."""
        position, before = self.all.by_id[name], self.union.before.get(name)
        yield Line(f"{SIGNS[state]} {self.words.text(position.title)}".strip())
        both = before if state in ("moved", "changed") else None
        if both is not None and both.title != position.title:
            yield Line(self._was("title", self.words.text(both.title)), "subtitle")
        yield from (Line(text, "subtitle") for text in [self._headcount(position, both)] if text)
        if both is not None:
            yield from (Line(text, "subtitle") for text in self._facts(name, both))

    def _headcount(self, position: Position, before: Position | None) -> str:
        now = self._persons(position.headcount)
        if before is None or before.headcount == position.headcount:
            return now
        was = before.headcount
        plain = str(was).replace("-", "–") if was is not None and was.low is not None else self._persons(was)
        return self.words.phrase("diff_chart_from_to", old=plain or "—", new=now or "—")

    def _persons(self, count: HeadCount | None) -> str:
        return self.words.headcount(count) if count is not None else ""

    def _facts(self, name: str, before: Position) -> Iterator[str]:
        """The superior and the unit that it had, and other facts as they were and are."""
        after = self.union.after[name]
        if self.union.has_other_superior(name):
            yield self._was("superior", self.words.name(self.union.superior_before(name)))
        if self.union.now(before.unit) != after.unit:
            yield self._was("unit", self.words.name(self.union.now(before.unit)))
        for fact in self.union.facts(name):
            if fact != "headcount":
                old, new = (self._said(value_of(each, fact)) or "—" for each in (before, after))
                change = self.words.phrase("diff_chart_from_to", old=old, new=new)
                yield self.words.labelled(self.words.label(Position, fact), change)

    def _said(self, value: object) -> str:
        if isinstance(value, Option):
            return self.words.option(value)
        grade = str(value or "")
        return self.words.text(self.all.grade_title(self.all.workspace.grades, grade)) or grade

    def _was(self, what: str, was: str) -> str:
        return self.words.phrase(f"diff_chart_was_{what}", was=was or self.words.phrase("diff_chart_none"))

    def _group(self, group: Group) -> Group:
        state = self.unit_states[group.id]
        title = f"{SIGNS[state]} {group.title}".strip()
        before, after = self.union.units_before.get(group.id), self.union.units_after.get(group.id)
        if before is not None and after is not None:
            said = [self._was("title", self.words.text(before.title))] if before.title != after.title else []
            if state == "moved":
                above = self.union.now(before.parent)
                said.append(self._was("unit", self.words.name(above) if above else ""))
            title = self.words.bracketed(title, self.words.sequence(said))
        return replace(group, title=title, state=None if state == "kept" else state)

    def _link(self, link: Link) -> Link:
        state = self.union.dotted.get((link.source, link.target), "kept")
        label = f"{SIGNS[state]} {link.label}".strip() if link.label else ""
        return replace(link, state=state, label=label)

    def _former(self, drawn: set[str]) -> Iterator[Box]:
        """Positions outside the department that were superiors of moved ones and are none now."""
        moved = (name for name in self.states if name in drawn and self.states[name] == "moved")
        for was in sorted({self.union.superior_before(name) for name in moved} - drawn):
            if was in self.all.outside_by_id:
                yield outside_box(self.words, self.all.outside_by_id[was])

    def _left(self, drawn: set[str]) -> Iterator[Link]:
        """Lines to the superiors that positions had; where they are many only the boxes say it."""
        moved = [
            name for name, state in self.states.items() if state == "moved" and self.union.has_other_superior(name)
        ]
        left = [(name, was) for name in moved if {name, was := self.union.superior_before(name)} <= drawn]
        yield from (Link(name, was, state="removed") for name, was in left if len(left) <= MOST_LEFT)

    # --- what is said beside the chart

    def _legend(self, graph: Graph) -> Iterator[LegendEntry]:
        states = {box.state for box in graph.boxes} | {group.state for group in graph.groups}
        for state in SIGNS:
            if state in states:
                yield LegendEntry("normal", self.words.phrase(f"diff_chart_{state}"), state=state)
        if any(box.style == "outside" for box in graph.boxes):
            yield grey_entry(self.all, self.words, graph.boxes)
        lines = {("solid", box.line) for box in graph.boxes if box.parent}
        lines |= {("solid" if link.state == "removed" else link.style, link.state) for link in graph.links}
        for style, state in _LINES:
            if (style, state) in lines:
                yield LegendEntry(style, self.words.phrase(f"diff_chart_{style}_{state}"), state=state)

    def _notes(self, shown: set[str], hidden: Mapping[str, list[Position]]) -> Iterator[str]:
        """What changed or stands in the chart in numbers, what is not drawn, and what the chart cannot show."""
        counts = Counter(self.states.values())
        said = [self.words.counted(f"diff_chart_count_{state}", counts[state]) for state in SIGNS if counts[state]]
        if shown:
            yield self.words.phrase("diff_chart_note_counts", counts=self.words.sequence(said))
        left = [position for positions in hidden.values() for position in positions]
        if left and shown:
            yield self.words.phrase("diff_chart_note_hidden", counts=self._counted(left))
        inside = sum(
            bool(subject.printed_changes) and self.states.get(subject.id) == "kept"
            for subject in self.difference.of(SubjectKind.POSITION)
        )
        if inside:
            yield self.words.counted("diff_chart_note_inside", inside)
