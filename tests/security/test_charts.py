"""Names in charts, pages and tables (lines C of the threat model): one hostile department, drawn in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from pygraphviz import AGraph

from posdoc.build.files import file_name
from tests.security.conftest import Posdoc

BREAKS = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' onload='alert(1)",
    "]]><script>alert(1)</script>", "javascript:alert(1)", "--><script>alert(1)</script>", "${alert(1)}", "&lt;script&gt;",
    "\\\" URL=\\\"javascript:alert(1)", "<TABLE HREF=\"javascript:alert(1)\">", "end; click n1 href \"javascript:alert(1)\"",
    "[x](javascript:alert(1))", "| a | ![x](https://evil.example/x.png)", "%%{init: {\"securityLevel\": \"loose\"}}%%",
)  # fmt: skip
FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("https://evil.example")', "\t=1+1")
EVENTS = re.compile(r"on\w+", re.IGNORECASE)


@pytest.fixture
def hostile(workspace: Path) -> Path:
    """A department whose every name is an attack."""
    (workspace / "positions" / "boss.yaml").unlink()
    for number, text in enumerate((*BREAKS, *FORMULAS)):
        above = "" if not number else "reports_to: p0\n"
        quoted = json.dumps(text)
        text_of = f"title: {quoted}\ncode: {json.dumps(text[:30])}\nheadcount: 1\n{above}purpose: {quoted}\n"
        duty = f"duties:\n  - {{area: {quoted}, text: {quoted}}}\n"
        (workspace / "positions" / f"p{number}.yaml").write_text(text_of + duty, encoding="utf-8")
    settings = f"organization: {json.dumps(BREAKS[0])}\nlanguages: [en]\n"
    (workspace / "posdoc.yaml").write_text(settings, encoding="utf-8")
    return workspace


def _drawn(folder: Path, posdoc: Posdoc, format_: str) -> str:
    path = folder / f"chart.{format_}"
    ended = posdoc("chart", "org", "--output", path)
    assert ended.status == 0, ended
    text = path.read_text(encoding="utf-8")
    assert "alert(1)" in text or "alert" in text
    return text


class _Page(HTMLParser):
    """The elements of a page with their attributes, and what is executed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _check_page(text: str, scripts: int) -> None:
    """Assert that no name has become markup: no handlers, no addresses outside, and no more scripts than its own."""
    found = _Page(text).found
    assert len(found) > 5
    assert sum(tag == "script" for tag, _ in found) == scripts
    for tag, attributes in found:
        assert tag not in ("img", "iframe", "object", "embed", "base")
        assert not [name for name in attributes if EVENTS.fullmatch(name)], (tag, attributes)
        for name in ("href", "src", "xlink:href", "action"):
            assert (attributes.get(name) or "#").startswith(("#", "data:,")), (tag, attributes)


@pytest.mark.threat("C1")
def test_svg(hostile: Path, posdoc: Posdoc) -> None:
    root = etree.fromstring(_drawn(hostile, posdoc, "svg").encode())
    for node in root.iter():
        assert etree.QName(node).localname not in (
            "script",
            "a",
            "image",
            "foreignObject",
            "use",
            "iframe",
            "set",
            "animate",
        )
        assert not [name for name in node.attrib if EVENTS.fullmatch(etree.QName(name).localname)]
        assert not [value for value in node.attrib.values() if "javascript:" in value and node.tag.endswith("}a")]


@pytest.mark.threat("C2")
def test_html_chart(hostile: Path, posdoc: Posdoc) -> None:
    text = _drawn(hostile, posdoc, "html")
    own = text.count("<script")
    assert own <= 3
    _check_page(text, own)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe-inline" not in policy[1].partition("script-src")[2].partition(";")[0]


@pytest.mark.threat("C3")
def test_drawio(hostile: Path, posdoc: Posdoc) -> None:
    root = etree.fromstring(_drawn(hostile, posdoc, "drawio").encode())
    for node in root.iter():
        assert node.get("link") is None
        page = _Page(node.get("value", "") or node.get("label", ""))
        assert {tag for tag, _ in page.found} <= {"div", "b", "i", "br", "span", "font"}
        for _, attributes in page.found:
            assert set(attributes) <= {"style", "color", "size"}


@pytest.mark.threat("C4")
def test_mermaid(hostile: Path, posdoc: Posdoc) -> None:
    body = _drawn(hostile, posdoc, "mermaid").partition("flowchart")[2]
    assert body
    for line in body.splitlines():
        assert not re.match(r"\s*(click|href|%%)", line)
        label = re.search(r'"(.*)"', line)
        assert label is None or not set(label[1].replace("<br/>", "")) & set('"<>[]{}`\\&')


@pytest.mark.threat("C5")
def test_dot(hostile: Path, posdoc: Posdoc) -> None:
    """What Graphviz makes of the file, were it run by whoever gets it: boxes and no links, whose names are the texts."""
    graph = AGraph(string=_drawn(hostile, posdoc, "dot"))
    graph.has_layout = True
    root = etree.fromstring(graph.draw(format="svg"))
    links = root.findall(".//{*}a")
    assert not [link for link in links if link.get("{http://www.w3.org/1999/xlink}href")]
    assert not root.findall(".//{*}image")
    texts = "".join(root.itertext())
    assert "javascript:alert(1)" in texts
    assert len(graph.nodes()) >= len(BREAKS) + len(FORMULAS)


@pytest.mark.threat("C6")
def test_the_page_of_changes(hostile: Path, posdoc: Posdoc, tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "positions").mkdir(parents=True)
    (old / "posdoc.yaml").write_text("organization: A\nlanguages: [en]\n", encoding="utf-8")
    for path in (hostile / "positions").iterdir():
        text = path.read_text(encoding="utf-8").replace("headcount: 1", "headcount: 2").replace("alert", "confirm")
        (old / "positions" / path.name).write_text(text, encoding="utf-8")
    page = tmp_path / "changes.html"
    assert posdoc("diff", old, hostile, "--format", "html", "--output", page).status == 0
    text = page.read_text(encoding="utf-8")
    assert "alert" in text
    own = text.count("<script")
    assert own <= 1
    _check_page(text, own)
    assert "Content-Security-Policy" in text


@pytest.mark.threat("C7")
def test_markdown_of_changes(hostile: Path, posdoc: Posdoc, tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "positions").mkdir(parents=True)
    (old / "posdoc.yaml").write_text("organization: A\nlanguages: [en]\n", encoding="utf-8")
    for path in (hostile / "positions").iterdir():
        text = path.read_text(encoding="utf-8").replace("alert", "confirm").replace("evil", "good")
        (old / "positions" / path.name).write_text(text, encoding="utf-8")
    text = posdoc("diff", old, hostile, "--format", "markdown").out
    assert "alert" in text
    plain = re.sub(r"\\.", "", text)
    assert not re.search(r"<(?!/?details>|/?summary>)", plain)
    assert not re.search(r"\]\(|!\[", plain)
    assert "@SUM" not in plain


@pytest.mark.threat("C8")
def test_excel(hostile: Path, posdoc: Posdoc) -> None:
    path = hostile / "register.xlsx"
    assert posdoc("export", path).status == 0
    cells = [
        cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]
    hostile_cells = [
        cell for cell in cells if str(cell.value).lstrip().startswith(("=cmd", "+1", "-1", "@SUM", "=HYPER"))
    ]
    assert len(hostile_cells) >= 5
    assert {cell.data_type for cell in hostile_cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink and "evil" in str(cell.hyperlink.target)]
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name]


@pytest.mark.threat("C9")
def test_csv(hostile: Path, posdoc: Posdoc) -> None:
    for number, text in enumerate(FORMULAS, 1):
        (hostile / "positions" / f"unit{number}").mkdir()
        (hostile / "positions" / f"unit{number}" / "unit.yaml").write_text(f"title: {json.dumps(text)}\n", "utf-8")
        (hostile / "positions" / f"unit{number}" / f"q{number}.yaml").write_text(
            f"title: {json.dumps(text)}\nheadcount: 1\nreports_to: p0\n", "utf-8")  # fmt: skip
    path = hostile / "stats.csv"
    assert posdoc("stats", "--format", "csv", "--output", path).status == 0
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if "cmd|" in cell]
    assert not [cell for cell in cells if cell.lstrip("\t ").startswith(("=", "@", "+1+1", "-1+1"))]


@pytest.mark.threat("C10")
def test_office_files(hostile: Path, posdoc: Posdoc) -> None:
    posdoc("build", "--form", "standard")
    slides = hostile / "chart.pptx"
    assert posdoc("chart", "org", "--output", slides).status == 0
    made = [slides, *(hostile / "output").rglob("*.docx")]
    assert len(made) > len(BREAKS)
    for path in made:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                data = archive.read(name)
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(data)
                if name.endswith(".rels"):
                    assert b"javascript:" not in data
                    assert b"evil.example" not in data


@pytest.mark.threat("C11")
def test_names_of_files(hostile: Path) -> None:
    for text in (*BREAKS, *FORMULAS):
        name = file_name("{title}", {"title": f"a{text}"}, "docx")
        assert not set(name) & set('<>:"/\\|?*\n\r\t')
        assert hostile.joinpath(name).parent == hostile
