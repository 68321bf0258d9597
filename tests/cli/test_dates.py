import pytest

from posdoc.cli.dates import partial_date
from posdoc.errors import UsageError
from posdoc.model import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2027", (2027, 0, 0)), ("2027-03", (2027, 3, 0)), ("2027-03-09", (2027, 3, 9)), ("2024-02-29", (2024, 2, 29))],
)
def test_a_day_a_month_or_a_year(text: str, expected: tuple[int, int, int]) -> None:
    assert partial_date(text) == PartialDate(*expected)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2027-13", "2027-02-30", "2027-1-1-1", "27/3/1", "0", "-5", "2027-00-01", "9" * 30]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        partial_date(text)
