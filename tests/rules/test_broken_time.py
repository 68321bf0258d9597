"""Times of day that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import broken_time
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, hint_of, one, purpose

FOUND = {
    "forms 3.26 run together": "工作时间«9:0017:00»",
    "run together, full-width": "工作时间«09：0017：00»",
    "only a space between": "每天 «9:00 18:00» 在岗",
    "an ideographic space": "每天 «9:00\u300018:00» 在岗",
    "no such hour": "上午«25:00»、至«24:01»".replace("至«24:01»", "9:00 至 «24:01»"),
    "no such minute": "9:00—«17:60»、«9:99»-18:00、«9:75» ~ 10:00",
    "one digit": "9:30—«18:0»，«9：0»至 18:00",
    "by words": "早上«9:0»、晚«9:60»、下午 «3:5»、时间：«8:0»、凌晨«0:60»、中午«12:0»",
}
SILENT = {
    "times": "8:30—17:30、0:00-24:00、9：00至18：00、23:59",
    "several times": "8:00 16:00 24:00 各查一次",
    "ratios": "1:1000、16:9、70:30、1:1、10:90、60:40、25:75、5:95 配比",
    "longer": "1:2:3、9:00:75、上午 9:605、上午9:6%",
    "numbers": "123:45、1.9:60、上午1.9:60",
    "not times": "9:00，18:00",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    assert check_marks(broken_time, tmp_path, purpose(text))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(broken_time, tmp_path, purpose(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "«9:0» 上班",
        "«9:60» 上班",
        "«25:00» 下班",
        "«24:30» 下班",
        "24:00 下班",
        "1:1 轮换",
        "60:40 轮换",
        "25:75 轮换",
        "9:6 上班",
    ],
)
def test_working_hours(text: str, tmp_path: Path) -> None:
    check_marks(broken_time, tmp_path, HEAD + f"conditions: {{hours: {text}}}\n")


def test_english(tmp_path: Path) -> None:
    check_marks(broken_time, tmp_path, purpose("from «9:0» to 18:00, at «9:75», until «25:00», 16:9", "en"))


WORDINGS = [
    ("«9:0017:00»", "'9:0017:00' is two times run together", "did you mean '9:00–17:00'?"),
    ("«9:00 18:00»", "'9:00 18:00' is two times run together", "did you mean '9:00–18:00'?"),
    ("上午«9:60»", "there is no such time as '9:60'", "hours go from 0 to 24, minutes from 00 to 59"),
    ("上午«25:0»", "there is no such time as '25:0'", "hours go from 0 to 24, minutes from 00 to 59"),
    ("上午«9:0»", "'9:0' has only one digit for the minutes", "write two digits for the minutes, such as 9:00"),
]


@pytest.mark.parametrize(("text", "message", "hint"), WORDINGS)
def test_what_is_said(text: str, message: str, hint: str, tmp_path: Path) -> None:
    finding = one(check_marks(broken_time, tmp_path, purpose(text)))
    assert (finding.message.en, hint_of(finding)) == (message, hint)
    assert finding.severity is Severity.WARNING
