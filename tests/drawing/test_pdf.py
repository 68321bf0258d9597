import io
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from pypdf import PdfReader

from posdoc.drawing.pdf import draw, draw_pages
from posdoc.layout import Page, place
from posdoc.layout.engine import DrawingError
from posdoc.layout.paging import page_names, paginate
from posdoc.model import Paper
from tests.drawing.samples import HOSTILE, SAMPLES
from tests.layout.organizations import company
from tests.layout.paged import phrases
from tests.layout.routed import flow
from tests.layout.samples import bush, chain


def test_one_page_as_large_as_the_chart() -> None:
    placed = place(SAMPLES["position"])
    data = draw(placed)
    box = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+)", data)
    assert box is not None
    assert [float(side) for side in box.groups()] == pytest.approx([placed.width, placed.height], abs=1)
    assert len(re.findall(rb"/Type /Page\b", data)) == 1


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("name", ["position", "styles", "hostile"])
def test_its_text_is_text(name: str, tmp_path: Path, tool: Callable[[str], str]) -> None:
    placed = place(SAMPLES[name])
    path = tmp_path / "chart.pdf"
    path.write_bytes(draw(placed))
    said = run([tool("pdftotext"), str(path), "-"], capture_output=True, check=True).stdout.decode()
    found = said.replace(" ", "").replace("\n", "")
    wanted = [text.text for box in placed.boxes for text in box.texts] + [text.text for text in placed.title]
    assert [text for text in wanted if text.replace(" ", "") not in found] == []
    assert name != "hostile" or HOSTILE in said


def test_a_page_larger_than_pdf_allows_is_refused() -> None:
    with pytest.raises(DrawingError, match="200"):
        draw(place(chain(600)))


# --- pages


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return paginate(company(120), Paper.A4, phrases())


@pytest.fixture(scope="module")
def data(pages: list[Page]) -> bytes:
    return draw_pages(pages)


def test_every_page_is_a_sheet_of_paper(pages: list[Page], data: bytes) -> None:
    drawn = PdfReader(io.BytesIO(data)).pages
    assert len(drawn) == len(pages) > 2
    for page in drawn:
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx([841.89, 595.28])
        assert page.cropbox == page.mediabox


def test_the_outline_names_the_pages(pages: list[Page], data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    outline = [(entry["/Title"], reader.get_destination_page_number(entry)) for entry in reader.outline]  # type: ignore[call-overload, arg-type]
    assert outline == [(name, number) for number, name in enumerate(page_names(pages))]
    assert outline[0][0].startswith("总览")


def test_boxes_that_go_on_elsewhere_are_links_to_there(pages: list[Page], data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    for page, drawn in zip(pages, reader.pages, strict=True):
        links = [note.get_object() for note in drawn.get("/Annots", ())]
        found = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
        assert found == [target for _, target in page.jumps]
        rects = {box.id: box.rect for box in page.placed.boxes}
        for link, (name, _) in zip(links, page.jumps, strict=True):
            left, low, right, high = (float(value) for value in link["/Rect"])
            rect = rects[name]
            assert (right - left, high - low) == pytest.approx((rect.width * page.scale, rect.height * page.scale))
            assert left == pytest.approx(rect.x * page.scale, abs=0.1)
            assert high == pytest.approx(page.height - rect.y * page.scale, abs=0.1)


def test_the_file_says_what_it_is(data: bytes) -> None:
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == ("远岚集团组织架构图", "posdoc")
    assert reader.root_object["/Lang"] == "zh"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True  # type: ignore[index]
    assert "D:19800101" in str(reader.metadata.creation_date_raw)


def test_one_page_has_no_outline() -> None:
    reader = PdfReader(io.BytesIO(draw_pages(paginate(SAMPLES["position"], Paper.A4, phrases()))))
    assert (len(reader.pages), reader.outline) == (1, [])


def test_the_same_pages_give_the_same_bytes_in_every_process(data: bytes) -> None:
    script = (
        "import sys; from posdoc.drawing.pdf import draw_pages; from posdoc.layout.paging import paginate;"
        "from posdoc.model import Paper; from tests.layout.organizations import company;"
        "from tests.layout.paged import phrases;"
        "sys.stdout.buffer.write(draw_pages(paginate(company(120), Paper.A4, phrases())))"
    )
    root = Path(__file__).resolve().parents[2]
    again = run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True).stdout
    assert again == data


def test_a_smaller_page_stands_in_the_middle_of_its_sheet() -> None:
    placed = place(SAMPLES["position"])
    page = Page(placed, 600.0, 700.0, 0.5, jumps=(("me", 0),))
    (drawn,) = PdfReader(io.BytesIO(draw_pages([page]))).pages
    (link,) = (note.get_object() for note in drawn["/Annots"])  # type: ignore[attr-defined]
    rect = next(box.rect for box in placed.boxes if box.id == "me")
    left = (600 - placed.width / 2) / 2 + rect.x / 2
    assert float(link["/Rect"][0]) == pytest.approx(left, abs=0.01)


def test_a_whole_page_larger_than_pdf_allows_is_refused_with_the_way_out() -> None:
    with pytest.raises(DrawingError, match="200") as caught:
        draw_pages(paginate(chain(600), Paper.WHOLE, phrases()))
    assert caught.value.hint is not None
    assert "A4" in caught.value.hint.en


@pytest.mark.tool("pdftotext")
def test_the_text_of_pages_is_text(pages: list[Page], data: bytes, tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(data)
    for number, page in enumerate(pages, 1):
        command = [tool("pdftotext"), "-f", str(number), "-l", str(number), str(path), "-"]
        said = "".join(run(command, capture_output=True, check=True).stdout.decode().split())
        placed = page.placed
        wanted = [text for box in placed.boxes for text in box.texts] + [*placed.title, *placed.note]
        wanted += [text for frame in placed.frames for text in frame.texts]
        assert [text.text for text in wanted if "".join(text.text.split()) not in said] == []


def test_all_fonts_are_embedded(data: bytes) -> None:
    for page in PdfReader(io.BytesIO(data)).pages:
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
        assert len(fonts) > 1
        for font in fonts:
            own = font.get("/DescendantFonts", [font])[0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & own.keys(), own["/FontName"]
            assert "/ToUnicode" in font or font["/Subtype"] == "/TrueType"


@pytest.mark.tool("pdftoppm")
def test_a_page_looks_as_its_chart_does(tmp_path: Path, tool: Callable[[str], str]) -> None:
    """Nothing is outside the sheet, and the title is where it was placed."""
    (page,) = paginate(replace(bush(20, 4), title="图"), Paper.A4, phrases())
    path = tmp_path / "chart.pdf"
    path.write_bytes(draw_pages([page]))
    run([tool("pdftoppm"), "-r", "72", "-gray", str(path), str(tmp_path / "page")], check=True)
    (picture,) = tmp_path.glob("page*.pgm")
    head, pixels = picture.read_bytes().split(b"\n255\n", 1)
    width, height = (int(side) for side in head.split(b"\n")[1].split())
    dark = [index for index, value in enumerate(pixels) if value < 128]
    assert (width, height) == pytest.approx((page.width, page.height), abs=1)
    top = min(dark) // width
    assert top == pytest.approx(page.placed.title[0].y * page.scale - 12, abs=8)
    assert min(index % width for index in dark) > 18
    assert max(index % width for index in dark) < width - 18


def test_a_flow_on_pages() -> None:
    drawn = paginate(replace(flow(90, {}), title="流程"), Paper.A4, phrases())
    reader = PdfReader(io.BytesIO(draw_pages(drawn)))
    assert [entry["/Title"] for entry in reader.outline] == page_names(drawn)  # type: ignore[call-overload]
    assert all(float(page.mediabox[3]) > float(page.mediabox[2]) for page in reader.pages)
