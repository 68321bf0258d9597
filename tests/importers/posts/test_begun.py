"""Posts that have been begun are found by title, and hold each of their lines once."""

from __future__ import annotations

from posdoc.importers.pieces import Paragraph, Place
from posdoc.importers.posts.begun import Begun
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.lines import Line
from posdoc.phrases import Phrase


def _filler(title: str = "") -> Filler:
    return Filler(Draft({"title": title} if title else {}), standard_labels())


def _begun(*fillers: Filler) -> Begun:
    begun = Begun()
    for filler in fillers:
        begun.add(filler)
    return begun


def test_the_first_post_with_a_title_is_found() -> None:
    one, two, three = _filler("班长"), _filler("主管"), _filler("班长")
    begun = _begun(one, two, three)
    assert list(begun) == [one, two, three]
    assert begun.called("班长", three) is one
    assert begun.called("主管", three) is two
    assert begun.called("经理", three) is None


def test_the_title_of_the_present_post_may_come_later() -> None:
    one, two = _filler(), _filler()
    begun = _begun(one)
    assert begun.called("班长", one) is None
    one.draft.data["title"] = "班长"
    begun.add(two)
    assert begun.called("班长", two) is one


def test_a_post_that_is_gone_on_with_may_get_another_title() -> None:
    one, two, three = _filler("班长"), _filler("班长"), _filler("主管")
    begun = _begun(one, two, three)
    assert begun.called("班长", three) is one
    one.draft.data["title"] = "维修班长"
    begun.add(_filler())
    assert begun.called("维修班长", None) is one
    assert begun.called("班长", None) is two


def test_a_line_is_held_once_by_each_draft() -> None:
    lines = [Line(Paragraph(text, Place(1, Phrase("", "")))) for text in ("甲", "甲")]
    one, two, begun = Draft(), Draft(), Begun()
    begun.hold(one, lines)
    begun.hold(one, lines[:1])
    begun.hold(two, lines[1:])
    assert [len(draft.lines) for draft in (one, two)] == [2, 1]
