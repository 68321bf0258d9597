"""What lists of an organization change in a workspace: positions that it has, people, and what has to be declared."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.importers.definitions import Definitions
from posdoc.importers.edits import Edits
from posdoc.importers.gathering import Gathered
from posdoc.importers.listed import Listed, edit_known
from posdoc.importers.listed_people import new_people, person_data
from posdoc.importers.posts import Draft
from posdoc.model import People, Position, Workspace
from posdoc.source.emit import emit
from posdoc.source.plain_data import Data, Read
from posdoc.workspace_files import PEOPLE_FILE, SETTINGS_FILE


def edits_of_lists(
    gathered: Gathered, lists: Sequence[Listed], languages: Sequence[str], definitions: Definitions
) -> Edits:
    """What changes in files that exist: positions that lists know, people, and what has to be declared."""
    edits = Edits()
    resolver = gathered.resolver
    assert resolver is not None
    for listed in lists:
        edit_known(listed, definitions, languages, resolver.find, edits)
        edits.findings += listed.not_changed
    people = [person_data(person, _id(holder, gathered)) for listed in lists for holder, person in listed.people]
    if PEOPLE_FILE in definitions:
        definition = definitions[PEOPLE_FILE]
        added, moved = new_people(people, definition[1])
        _add(edits, PEOPLE_FILE, definition, "people", added, People)
        edits.findings += moved
    elif people:
        edits.files[PEOPLE_FILE] = emit({"people": people})
    if SETTINGS_FILE in definitions:
        text, old = definitions[SETTINGS_FILE]
        new = dict(old) if isinstance(old, dict) else {}
        for key in ("families", "grades", "levels", "outside_positions", "parties"):
            entries = getattr(gathered.declared, key)
            if entries:
                held = new.get(key)
                new[key] = [*(held if isinstance(held, list) else []), *entries]
        edits.edit(SETTINGS_FILE, text, old, new, Workspace)
    return edits


def _id(holder: Draft | Position, gathered: Gathered) -> str:
    return gathered.id_of(holder) if isinstance(holder, Draft) else holder.id


def _add(
    edits: Edits, file: str, definition: tuple[str, Read], key: str, entries: Sequence[Data], cls: type[People]
) -> None:
    text, old = definition
    held = old.get(key, []) if isinstance(old, dict) else []
    new: dict[str, Data] = {
        **(old if isinstance(old, dict) else {}),
        key: [*(held if isinstance(held, list) else []), *entries],
    }
    if entries:
        edits.edit(file, text, old, new, cls)
