"""The documentation is true: its commands run, its definitions pass, its code works, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from posdoc.cli.main import group
from posdoc.diagnostics import Diagnostic
from posdoc.load import load, load_settings
from tests.conftest import find_tool
from tests.project.fences import ROOT, Block, blocks, blocks_in, pages

COMMANDS = [block for block in blocks("sh", "console") if block.mark != "no-run"]
DEFINITIONS = [block for block in blocks("yaml") if block.mark]
CODE = [block for block in blocks("python") if block.mark]


def _by_place(block: Block) -> str:
    return block.name


def test_there_is_something_to_prove() -> None:
    assert len(pages()) > 40
    assert len(COMMANDS) >= 5
    assert len(DEFINITIONS) >= 10
    assert {block.mark for block in CODE} >= {"rule", "chart", "reporter", "drawing", "field"}


# --- commands -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, cli: Callable[..., Any]) -> Path:
    """What ``posdoc init`` makes."""
    folder: Path = tmp_path_factory.mktemp("fresh") / "workspace"
    ended = cli("init", folder)
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture
def workspace(fresh: Path, tmp_path: Path) -> Path:
    """A copy of a fresh workspace."""
    return Path(shutil.copytree(fresh, tmp_path / "workspace"))


def _script(block: Block) -> str:
    """The commands of a block; a console's are those behind a ``$``."""
    if block.language == "sh":
        return block.text
    return "\n".join(line[2:] for line in block.text.splitlines() if line.startswith("$ "))


@pytest.mark.tool("sh")
@pytest.mark.parametrize("block", COMMANDS, ids=_by_place)
def test_commands_run(block: Block, workspace: Path, tool: Callable[[str], str]) -> None:
    if re.search(r"^git ", _script(block), re.MULTILINE) and find_tool("git") is None:
        pytest.skip("the program git is not installed")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ended = subprocess.run(
        [tool("sh"), "-exc", _script(block)], cwd=workspace, env={**os.environ, "PATH": path, "LANG": "C.UTF-8"},
        capture_output=True, encoding="utf-8", timeout=600, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, f"{block.name}\n{ended.stdout[-2000:]}\n{ended.stderr[-2000:]}"


INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def _lines_of_code() -> Iterator[tuple[str, str]]:
    for path in pages():
        for block in blocks_in(path):
            if block.language in ("sh", "console", "bat"):
                yield from ((block.name, line) for line in block.text.splitlines())
        for code in INLINE.findall(path.read_text(encoding="utf-8")):
            yield path.name, code


def _command_lines() -> list[tuple[str, list[str]]]:
    """Every command line of posdoc in the pages, as words behind ``posdoc``."""
    found = []
    for place, line in _lines_of_code():
        match = re.match(r"(?:\$ )?(?:\S*[/\\])?posdoc +(\S.*)", line)
        if match:
            found.append((place, shlex.split(match[1].replace("\\", "/"))))
    return found


def _unknown(words: list[str]) -> list[str]:
    """The words of a command line that are no command, or no option of the command."""
    context = click.Context(group)
    options = {option for parameter in group.params for option in parameter.opts} | {"--help", "-h"}
    valued = {"-C", "--ui-lang"}
    rest = iter(words)
    unknown = []
    for word in rest:
        if word in valued:
            next(rest, None)
        elif word.startswith("-"):
            unknown += [word] if word.partition("=")[0] not in options else []
        else:
            command = group.get_command(context, word)
            if isinstance(command, click.Group):
                command = command.get_command(context, next(rest, ""))
            if command is None:
                return [*unknown, word]
            own = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
            return unknown + [
                w for w in rest if w.startswith("-") and w.partition("=")[0] not in own | {"--help", "-h"}
            ]
    return unknown


def test_every_command_and_option_named_exists() -> None:
    lines = _command_lines()
    assert len(lines) > 20
    assert [(place, words) for place, words in lines if _unknown(words)] == []


# --- definitions --------------------------------------------------------------------------------------------


OF_THE_WHOLE = (
    "headcount-sum-differs", "position-without-headcount", "promotion-not-confirmed", "unit-without-positions",
    "unit-without-head", "unit-under-two-names",
)  # fmt: skip
"""What nobody can expect of an excerpt: that the rest of the department knows of it."""


def _in_sample(folder: Path, path: str, text: str) -> list[Diagnostic]:
    """What is found in ``path`` when it is put into the sample."""
    from posdoc.check import Selection, check

    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    found = check(folder, Selection(ignore=OF_THE_WHOLE)).findings
    return [finding for finding in found if finding.span.path == path]


def _has(text: str, key: str) -> bool:
    return re.search(rf"^{key}:", text, re.MULTILINE) is not None


def _of_position(folder: Path, text: str) -> list[Diagnostic]:
    if not _has(text, "reports_to") and not _has(text, "based_on"):
        text += "reports_to: after-sales-manager\n"
    return _in_sample(folder, "positions/after-sales/documentation-example.yaml", text)


def _of_unit(folder: Path, text: str) -> list[Diagnostic]:
    return _in_sample(folder, "positions/after-sales/documentation-example/unit.yaml", text)


def _of_people(folder: Path, text: str) -> list[Diagnostic]:
    return _in_sample(folder, "people.yaml", text)


def _of_workspace(folder: Path, text: str) -> list[Diagnostic]:
    (folder / "posdoc.yaml").write_text(text, encoding="utf-8")
    return load_settings(folder)[1]


FOUND_IN = {"position": _of_position, "unit": _of_unit, "people": _of_people, "workspace": _of_workspace}


@pytest.mark.parametrize("block", DEFINITIONS, ids=_by_place)
def test_definitions_pass(block: Block, sample_copy: Path) -> None:
    found = FOUND_IN[block.mark](sample_copy, block.text)
    assert [(f.code, f.message.en, f.span) for f in found] == []


def test_a_definition_that_is_wrong_would_be_found(sample_copy: Path) -> None:
    assert _of_position(sample_copy, "title: 甲\nreports_to: nobody\n") != []
    assert _of_unit(sample_copy, "titel: 甲\n") != []
    assert _of_people(sample_copy, "people: [{name: 甲, posts: [nobody]}]\n") != []
    assert _of_workspace(sample_copy, "organization: 甲\nlanguage: zh\n") != []


# --- code ---------------------------------------------------------------------------------------------------


def _module(block: Block) -> ModuleType:
    module = ModuleType("example")
    exec(compile(block.text, block.name, "exec"), vars(module))
    return module


def _codes(rule: ModuleType, example: str, folder: Path) -> list[Diagnostic]:
    for part in re.split(r"^## ", example, flags=re.MULTILINE)[1:]:
        name, _, text = part.partition("\n")
        path = folder / name.strip()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("«", "").replace("»", ""), encoding="utf-8")
    organization, findings = load(folder)
    assert findings == []
    return list(rule.check(organization))


def _try_rule(rule: ModuleType, sample: Path, folder: Path) -> None:  # noqa: ARG001
    for number, example in enumerate(rule.PASSING):
        assert _codes(rule, example, folder / f"passing{number}") == []
    for number, example in enumerate(rule.FAILING):
        assert _codes(rule, example, folder / f"failing{number}")[0].kind is rule.KIND


def _try_chart(chart: ModuleType, sample: Path, folder: Path) -> None:  # noqa: ARG001
    from posdoc.layout import place
    from posdoc.locales.words import Words

    organization, _ = load(sample)
    from posdoc.model import ChartOutput

    placed = place(chart.draw(organization, Words(organization, "en"), ChartOutput(kind="new")))
    assert len(placed.boxes) == len(organization.positions)


def _try_reporter(reporter: ModuleType, sample: Path, folder: Path) -> None:  # noqa: ARG001
    from posdoc.check import check
    from posdoc.cli.output import FileLines

    (folder / "posdoc.yaml").write_text("organisation: 公司\n", encoding="utf-8")
    text = reporter.report(check(folder).findings, FileLines(folder), "en", False)
    assert re.match(r"posdoc\.yaml:1:1: POS1\d\d ", text)


def _try_drawing(drawing: ModuleType, sample: Path, folder: Path) -> None:  # noqa: ARG001
    from posdoc.charts import kind
    from posdoc.layout import place
    from posdoc.locales.words import Words

    organization, _ = load(sample)
    placed = place(kind("org").draw(organization, Words(organization, "en")))
    assert "after-sales-manager" in drawing.draw(placed).decode().splitlines()


def _try_field(model: ModuleType, sample: Path, folder: Path) -> None:  # noqa: ARG001
    assert model.dress_code.metadata["label"].zh == "着装要求"


TRIES = {
    "rule": _try_rule,
    "chart": _try_chart,
    "reporter": _try_reporter,
    "drawing": _try_drawing,
    "field": _try_field,
}


@pytest.mark.parametrize("block", CODE, ids=_by_place)
def test_code_works(block: Block, sample: Path, tmp_path: Path) -> None:
    TRIES[block.mark](_module(block), sample, tmp_path)


# --- pages --------------------------------------------------------------------------------------------------


def test_every_page_is_in_both_languages() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    stems = {name.rsplit(".", 2)[0] for name in names}
    assert names == {f"{stem}.{language}.md" for stem in stems for language in ("zh", "en")}


def test_pages_in_two_languages_have_the_same_blocks_and_headings() -> None:
    for chinese in sorted((ROOT / "docs").rglob("*.zh.md")):
        english = chinese.with_name(chinese.name.replace(".zh.md", ".en.md"))
        assert _outline(chinese) == _outline(english), chinese.name


def test_every_page_stands_in_the_navigation_once() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    named = re.findall(r"^ +- (\S+)\.md$", navigation, re.MULTILINE)
    docs = ROOT / "docs"
    assert sorted(named) == sorted(
        page.relative_to(docs).as_posix()[: -len(".en.md")] for page in docs.rglob("*.en.md")
    )


def _outline(path: Path) -> list[str]:
    page = path.read_text(encoding="utf-8")
    marks = [f"{block.language} {block.mark}" for block in blocks_in(path)]
    without_blocks = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return marks + re.findall(r"^#+", without_blocks, re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
