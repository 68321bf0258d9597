"""Charts inside documents: native Word drawings, or pictures where the workspace asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from posdoc.charts import career, flow, org, position
from posdoc.charts.graph import Graph
from posdoc.drawing import draw
from posdoc.layout import Placed, place
from posdoc.layout.paging import divide
from posdoc.layout.sheets import LEAST_SCALE
from posdoc.locales.words import Words
from posdoc.model import ChartForm, Flow, Organization, Position
from posdoc.views.arrange import View
from posdoc.word import Drawing, Pictures, count_ids, draw_inline, emptied, watermark_run

ROOM = (466.0, 280.0)
"""The room for a small chart in a form: width and height in points."""
TALL_ROOM = (466.0, 460.0)
"""The room for a work flow, which runs down the page."""
READABLE = 0.75
"""The least scale of a work flow in lanes; one that would be smaller stands in a column."""
PAGE_ROOM = (720.0, 410.0)
"""The room for an org chart on an A4 page lying on its side."""
DPI = 200
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


class Illustrator:
    """Draws the charts of one document; with ``room_only`` no more than the room that they take."""

    def __init__(
        self, organization: Organization, words: Words, charts: ChartForm | None = None, *, room_only: bool = False
    ) -> None:
        self.organization = organization
        self.words = words
        self.pictures = Pictures() if charts is ChartForm.PICTURE else None
        self._room_only = room_only
        self._next_id = 1

    def draw(self, graph: Graph, room: tuple[float, float], description: str) -> Drawing:
        """One chart in the room that there is for it."""
        return self._draw(place(graph), room, description)

    def _draw(self, placed: Placed, room: tuple[float, float], description: str) -> Drawing:
        first_id, self._next_id = self._next_id, self._next_id + count_ids(placed)
        if self.pictures is None:
            width, height = room
            run = draw_inline(placed, width=width, height=height, description=description, first_id=first_id)
            return Drawing(emptied(run) if self._room_only else run)
        size = _fitted(placed, room)
        svg, png = draw(placed, "svg", dpi=DPI), draw(placed, "png", dpi=DPI)
        return Drawing(self.pictures.add(svg, png, size, description=description, first_id=first_id))

    def of_position(self, view: View, subject: Position) -> None:
        """Put the drawings of a position into its view: its place, its flows, its career, the watermark."""
        self._into(view, "chart", lambda: self._place_of(subject))
        if view["career"] and view["career"].get("has_chart"):
            self._into(view, "career", lambda: self._career_of(subject))
        if view["flows"] and "flows" in view["flows"]:
            self.of_flows(view["flows"]["flows"], subject.flows)
        self.watermark(view)

    def of_flows(self, views: list[View], flows: Sequence[Flow]) -> None:
        """Put their drawings into the views of work flows."""
        for view, subject in zip(views, flows, strict=True):
            lanes = self._in_lanes(subject)
            placed = lanes or place(flow.draw_flow(self.words, subject))
            description = flow.describe_flow(self.words, subject, roles=lanes is not None)
            view["drawing"] = self._draw(placed, TALL_ROOM, description)

    def _in_lanes(self, subject: Flow) -> Placed | None:
        """A flow with a lane for each role; None where one could not read it in the room that there is."""
        graph = flow.draw_in_lanes(self.words, subject)
        placed = place(graph) if graph is not None else None
        if placed is None or not placed.frames:
            return None
        return placed if _scale(placed, TALL_ROOM) >= READABLE else None

    def of_organization(self) -> Drawing:
        """The org chart of the department, on a page of its own; on several where it could not be read on one."""
        graph = org.draw(self.organization, self.words)
        untitled = replace(graph, title="")
        if self._is_readable(untitled, PAGE_ROOM):
            return self.draw(untitled, PAGE_ROOM, graph.title)
        pages = divide(graph, *PAGE_ROOM, self._figure_phrase)
        return Drawing(PAGE_BREAK.join(self._draw(page.placed, PAGE_ROOM, page.placed.name) for page in pages))

    def _is_readable(self, graph: Graph, room: tuple[float, float]) -> bool:
        placed = place(graph)
        return min(room[0] / placed.width, room[1] / placed.height) >= LEAST_SCALE

    def _figure_phrase(self, name: str, **values: object) -> str:
        """Pages of a chart are figures here: the document has pages of its own."""
        figures = {
            "page_title": "figure_title",
            "page_number": "figure_number",
            "page_numbers": "figure_numbers",
            "page_links_from": "figure_links_from",
            "page_legend_repeated": "figure_legend_repeated",
        }
        asked = figures.get(name, name)
        return self.words.phrase(asked, **values)

    def watermark(self, view: View) -> None:
        """Make the word of a watermark a drawing."""
        view["watermark"] = Drawing(watermark_run(view["watermark"])) if view["watermark"] else ""

    def _into(self, view: View, section: str, drawn: Callable[[], Drawing]) -> None:
        if view[section] and "drawing" in view[section]:
            view[section]["drawing"] = drawn()

    def _place_of(self, subject: Position) -> Drawing:
        graph = position.draw_position(self.organization, self.words, subject)
        return self.draw(graph, ROOM, position.describe(self.organization, self.words, subject))

    def _career_of(self, subject: Position) -> Drawing:
        graph = career.draw_career(self.organization, self.words, subject)
        return self.draw(graph, ROOM, career.describe(self.words, subject))


def _fitted(placed: Placed, room: tuple[float, float]) -> tuple[float, float]:
    """The size of a chart made to fit, never larger than it is."""
    scale = _scale(placed, room)
    return placed.width * scale, placed.height * scale


def _scale(placed: Placed, room: tuple[float, float]) -> float:
    return min(1.0, room[0] / placed.width, room[1] / placed.height)
