"""LibreOffice as another judge of tracked changes: a macro has it accept or reject all of them and write the text."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"'
_FILES = {
    "script.xlc": (
        '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">'
        f'<library:libraries {_LIBRARY} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library '
        'library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" '
        'library:link="false"/></library:libraries>'
    ),
    "Standard/script.xlb": (
        '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
        f'<library:library {_LIBRARY} library:name="Standard" library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Settling"/></library:library>'
    ),
    "Standard/Settling.xba": (
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" '
        'script:language="StarBasic">{macro}</script:module>'
    ),
}
_MACRO = """
Sub Main
{calls}
End Sub
Sub Settle(source As String, result As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command <> "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  End If
  Dim format(1) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "Text (encoded)"
  format(1).Name = "FilterOptions"
  format(1).Value = "UTF8,LF"
  document.storeToURL(result, format())
  document.close(True)
End Sub
"""
ACCEPT, REJECT, LEAVE = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges", ""
Job = tuple[bytes, str]
"""A document, and what is to be done with its changes."""


def texts_by_libreoffice(program: str, folder: Path, jobs: Sequence[Job]) -> list[list[str]]:
    """The lines of text that LibreOffice writes of each document when it has done with its changes what it was told."""
    profile = folder / "profile"
    calls = []
    for number, (document, command) in enumerate(jobs):
        source, result = folder / f"{number}.docx", folder / f"{number}.txt"
        source.write_bytes(document)
        calls.append(f'  Settle("{source.as_uri()}", "{result.as_uri()}", "{command}")')
    _run(program, profile, "--terminate_after_init")  # a new profile takes no macro at its first start
    for name, content in _FILES.items():
        path = profile / "user" / "basic" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        macro = escape(_MACRO.format(calls="\n".join(calls)), quote=False)
        path.write_text(_HEAD + content.replace("{macro}", macro), encoding="utf-8")
    _run(program, profile, "macro:///Standard.Settling.Main")
    return [(folder / f"{number}.txt").read_text("utf-8-sig").splitlines() for number in range(len(jobs))]


def _run(program: str, profile: Path, what: str) -> None:
    options = ["--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([program, *options, what], capture_output=True, timeout=300, check=False)
