"""What documents depend on: two outputs with one key have the same bytes, whichever field of whatever was changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from posdoc.build.keys import Keys
from posdoc.build.plan import ChartJob, Choice, Job, plan
from posdoc.build.run import document_bytes
from posdoc.load import load
from posdoc.model import Organization, Person, Position, Unit, Workspace
from posdoc.model.record import FieldInfo, fields_of
from tests.build.department import FILES, LEAD, state, write_small_department

# Ids of the examples that fields are declared with, by what there is in the small department.
IDS = {
    "after-sales-manager": "helper",
    "call-centre-supervisor": "clerk",
    "customer-service-supervisor": "clerk",
    "customer-satisfaction": "satisfaction",
    "field-engineer": "engineer",
    "field-service-manager": "boss",
    "general-manager": "chief",
    "parts-supervisor": "clerk",
    "parts-dispatch-clerk": "clerk",
    "regional-manager": "helper",
    "service-supervisor": "trainee",
    "sales-director": "chief",
    "G5": "G3",
}


class Made:
    """The outputs of a workspace with their keys; the bytes of each are made when they are asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.organization: Organization = load(root)[0]
        self.jobs: dict[str, Job] = {job.path: job for job in plan(root, self.organization, Choice())}
        of = Keys(root, self.organization).of
        self.keys = {path: of(job) for path, job in self.jobs.items()}
        self._bytes: dict[str, bytes] = {}

    def bytes_of(self, path: str) -> bytes:
        if path not in self._bytes:
            job = self.jobs[path]
            made = (
                job.chart.in_format(job.format)
                if isinstance(job, ChartJob)
                else document_bytes(self.root, self.organization, job)
            )
            self._bytes[path] = made
        return self._bytes[path]

    def same_as(self, other: Made) -> list[str]:
        """The outputs that have the key which they have in ``other``."""
        return [path for path, key in self.keys.items() if other.keys.get(path) == key]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(write_small_department(tmp_path_factory.mktemp("before")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_small_department(tmp_path / "after")


def _in_the_department(example: Any) -> Any:
    if isinstance(example, dict):
        return {key: _in_the_department(value) for key, value in example.items()}
    if isinstance(example, list | tuple):
        return [_in_the_department(value) for value in example]
    return IDS.get(example, example) if isinstance(example, str) else example


HOMES: dict[type, str] = {
    Position: LEAD,
    Unit: "positions/service/team/unit.yaml",
    Workspace: "posdoc.yaml",
}


def _cases() -> Iterator[Any]:
    for kind, home in HOMES.items():
        for info in fields_of(kind):
            if kind is not Workspace or info.name != "outputs":
                yield pytest.param(home, info, id=f"{kind.__name__}.{info.name}")


CASES = list(_cases())


def test_there_are_fields() -> None:
    assert len(CASES) > 80


def assert_sound(before: Made, after: Made) -> list[str]:
    """Whatever has kept its key has kept its bytes. Returns the rest."""
    same = after.same_as(before)
    assert [path for path in same if after.bytes_of(path) != before.bytes_of(path)] == []
    return [path for path in after.jobs if path not in same]


@pytest.mark.parametrize(("home", "info"), CASES)
def test_an_edit_of_any_field(before: Made, root: Path, home: str, info: FieldInfo) -> None:
    state(root, home, **{info.name: _in_the_department(info.example)})
    after = Made(root)
    changed = assert_sound(before, after)
    assert changed or not info.printed or info.name in SHOWN_BY_NONE


SHOWN_BY_NONE = {"families", "import_labels", "rules", "roots", "languages", "organization", "labels", "headcount"}
"""Fields that no document shows, or whose example says what stands there already."""


@pytest.mark.parametrize(
    "name", [name for name in FILES if name.startswith("positions") and "unit" not in name and name != LEAD]
)
def test_a_position_that_is_gone(before: Made, root: Path, name: str) -> None:
    (root / name).unlink()
    assert_sound(before, Made(root))


PERSON_FIELDS = [info.name for info in fields_of(Person)]


@pytest.mark.parametrize(
    "people",
    [
        [{"name": "王芳", "posts": ["chief"]}],
        [{"name": "王芳", "posts": ["lead"]}],
        [{"name": "张伟", "posts": [{"position": "lead", "since": "2023-05"}]}, {"name": "李娜", "posts": ["clerk"]}],
        [{"name": "张伟", "number": "7", "posts": [{"position": "lead", "acting": True}]}],
        [{"name": "张伟", "posts": [{"position": "lead", "job_share": True, "share": "50%"}]}],
    ],
)
def test_people(before: Made, root: Path, people: list[Any]) -> None:
    state(root, "people.yaml", people=people)
    changed = assert_sound(before, Made(root))
    assert any("花名册" in path or "人员" in path for path in changed)


DRIVER = "positions/service/driver.yaml"


@pytest.mark.parametrize("fields", [{"title": "班长"}, {"headcount": 9}, {"assistant": True}, {"status": "planned"}])
@pytest.mark.parametrize("superior", ["boss", "engineer"])
def test_colleagues_and_those_below_whom_nobody_refers_to(root: Path, superior: str, fields: dict[str, Any]) -> None:
    state(root, DRIVER, title="司机", headcount=1, reports_to=superior)
    before = Made(root)
    state(root, DRIVER, **fields)
    assert_sound(before, Made(root))


# --- precision ----------------------------------------------------------------------------------------------


def _about(paths: list[str]) -> set[str]:
    """The outputs by what they are about, without folders, numbers and languages."""
    return {path.rpartition("/")[2] for path in paths}


def test_a_reworded_duty_concerns_one_position(before: Made, root: Path) -> None:
    state(root, LEAD, duties=[{"id": "d1", "area": "主管", "text": "安排并检查工作。", "time": "100%"}])
    changed = assert_sound(before, Made(root))
    positions = {path for path in changed if "岗位" in path or "Supervisor" in path}
    assert {path for path in changed if "工程师" in path or "文员" in path or "Engineer" in path} == set()
    assert any("手册" in path for path in changed)
    assert not any(path.endswith(".svg") for path in changed), changed  # the page for the browser has details
    assert positions


def test_a_new_title_concerns_the_neighbours(before: Made, root: Path) -> None:
    state(root, LEAD, title={"zh": "组长", "en": "Team Leader"})
    changed = _about(assert_sound(before, Made(root)))
    assert any("工程师" in path for path in changed)
    assert any("经理" in path for path in changed)


def test_what_a_clerk_earns_concerns_nobody_else(before: Made, root: Path) -> None:
    state(root, "positions/service/team/clerk.yaml", benefits=["班车"])
    changed = _about(assert_sound(before, Made(root)))
    assert not any("工程师" in path or "主管" in path or "经理" in path for path in changed), changed


def test_an_output_more_concerns_no_other(before: Made, root: Path) -> None:
    text = (root / "posdoc.yaml").read_text(encoding="utf-8")
    more = text.replace("  charts:\n", "    - {form: narrative, languages: [en], name: '{id}'}\n  charts:\n")
    (root / "posdoc.yaml").write_text(more, encoding="utf-8")
    after = Made(root)
    assert sorted(path for path in after.jobs if path not in after.same_as(before)) == sorted(
        f"{position.id}.docx" for position in after.organization.positions
    )


def test_comments_and_layout_concern_nothing(before: Made, root: Path) -> None:
    for path in root.rglob("*.yaml"):
        path.write_text("# a comment\n" + path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8", newline="\r\n")
    after = Made(root)
    assert after.keys == before.keys
