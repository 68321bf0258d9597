import re
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import pytest

from posdoc.drawing.pdf import draw
from posdoc.layout import place
from posdoc.layout.engine import DrawingError
from tests.drawing.samples import HOSTILE, SAMPLES
from tests.layout.samples import chain


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
