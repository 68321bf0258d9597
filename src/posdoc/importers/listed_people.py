"""The people of a list: those who are new, and those who are known and stand in another post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.lists import ListedPerson
from posdoc.importers.posts.values import data_of
from posdoc.phrases import Phrase
from posdoc.source.plain_data import Read
from posdoc.workspace_files import PEOPLE_FILE


def person_data(person: ListedPerson, position: str) -> dict[str, Any]:
    """A person of ``people.yaml`` who holds the position of an id."""
    since = data_of("document.written", person.since) if person.since else None
    post: Any = {"position": position, "since": since} if since else position
    made = {"name": person.name, "number": person.number, "posts": [post]}
    return {key: value for key, value in made.items() if value}


def new_people(people: Sequence[dict[str, Any]], held: Read) -> tuple[list[dict[str, Any]], list[Diagnostic]]:
    """The people who are not in the file yet, known by their staff number, else by their name; and what is to be said
    of those who are there without the post that the list gives them.
    """
    entries = [entry for entry in (held.get("people", []) if isinstance(held, dict) else []) if isinstance(entry, dict)]
    new: list[dict[str, Any]] = []
    findings = []
    for person in people:
        known = [entry for entry in entries if _is(entry, person)]
        position = _positions(person)[0]
        if not known:
            new.append(person)
        elif all(position not in _positions(entry) for entry in known):
            findings.append(_moved(person["name"], position, [one for entry in known for one in _positions(entry)]))
    return new, findings


def _is(entry: Mapping[str, Read], person: Mapping[str, Any]) -> bool:
    number, name = entry.get("number"), entry.get("name")
    if number and person.get("number"):
        return str(number) == str(person["number"])
    return str(person["name"]) in (name.values() if isinstance(name, dict) else [name])


def _positions(entry: Mapping[str, Any]) -> list[str]:
    posts = entry.get("posts", [])
    return [str(post.get("position", "") if isinstance(post, dict) else post) for post in posts]


def _moved(name: str, position: str, held: Sequence[str]) -> Diagnostic:
    stated = "、".join(held)
    return Diagnostic(
        kinds.CHANGE_NOT_POSSIBLE, Span(PEOPLE_FILE, 1, 1, 1, 1),
        Phrase(f"名单里{name}任 {position}，这里是 {stated or '（无）'}，没有改动",
               f"the list has {name} as {position}, here it is {stated or '(nothing)'}; it was not changed"),
        Phrase("是调岗还是兼任，请在 people.yaml 中改写", "a transfer or a second post? State it in people.yaml"),
    )  # fmt: skip
