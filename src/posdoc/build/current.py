"""Building, where nothing has changed: that is seen from digests alone, before anything is imported that builds.

Nothing is read that has to be understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from posdoc.build.inputs import state_of_inputs
from posdoc.build.manifest import WITHOUT_PAGES, Entry, digest_of_file, read_manifest
from posdoc.build.request import Built, Progress, Request
from posdoc.check.verdict import Report
from posdoc.workspace_files import SETTINGS_FILE, open_regular

USUAL_FOLDER = "output"


def build(request: Request, progress: Progress | None = None) -> Built:
    """Check the workspace and bring its outputs up to date; ``progress`` is told how many of those to make are done.

    Where nothing at all has changed since the last build of everything, no definition is read and no rule runs.
    """
    state = current_state(request)
    before = built_before(request, state)
    if before is not None:
        return before
    from posdoc.build.run import build_checked
    from posdoc.check import check

    return build_checked(request, check(request.root), state, progress)


def built_before(request: Request, state: str) -> Built | None:
    """What the last build made, where it was of everything and from this state of the inputs, and all is still there.

    ``state`` is that of :func:`~posdoc.build.inputs.state_of_inputs`. None where a build has to look closer.
    """
    folder = (request.output or _folder_of(request.root)) if request.choice.is_everything else None
    if folder is None:
        return None
    manifest = read_manifest(folder)
    if not manifest.inputs or manifest.inputs != state:
        return None
    files = {path: entry for path, entry in manifest.files.items() if not entry.on_request}
    if not all(digest_of_file(folder, path) == entry.digest for path, entry in files.items()):
        return None
    if _lack_pages(files):
        return None
    report = Report(request.root, ())
    return Built(report, folder, unchanged=tuple(files), findings=manifest.findings, nothing_changed=True)


def current_state(request: Request) -> str:
    """The state of the inputs now; empty for a build of a part, which says nothing of the rest."""
    return state_of_inputs(request.root) if request.choice.is_everything else ""


def _lack_pages(files: Mapping[str, Entry]) -> bool:
    """Whether a table of contents could have page numbers now that it could not have when it was made."""
    if not any(entry.key.endswith(WITHOUT_PAGES) for entry in files.values()):
        return False
    from posdoc.libreoffice import find_program

    return find_program() is not None


def _folder_of(root: Path) -> Path | None:
    """The output folder that ``posdoc.yaml`` names, if that can be read off it; whether it may be used is not asked."""
    try:
        with open_regular(f"{root}/{SETTINGS_FILE}") as stream:
            if b"folder" not in stream.read():
                return root / USUAL_FOLDER
    except OSError:
        return None
    from posdoc.source import MapNode, ScalarNode, read_file

    node, _ = read_file(root, SETTINGS_FILE)
    outputs = node.get("outputs") if isinstance(node, MapNode) else None
    named = outputs.get("folder") if isinstance(outputs, MapNode) else None
    if named is None:
        return root / USUAL_FOLDER
    return root / named.text if isinstance(named, ScalarNode) and named.text else None
