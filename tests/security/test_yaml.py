"""Definitions out of a pull request (lines Y of the threat model)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from posdoc.check import cache
from tests.security.conftest import POSITION, SETTINGS, Posdoc, tree

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are those of POSIX")


def _position(workspace: Path, more: str, name: str = "boss") -> None:
    (workspace / "positions" / f"{name}.yaml").write_text(POSITION + more, encoding="utf-8", newline="")


@pytest.mark.threat("Y1")
def test_a_tag_makes_no_object(workspace: Path, posdoc: Posdoc) -> None:
    for tag in ("!!python/object/apply:os.system", "!!python/name:os.system", "!!python/object/new:os.system", "!x"):
        _position(workspace, f"purpose: {tag} ['touch pwned']\n")
        ended = posdoc("check")
        assert ended.status == 1
        assert "POS013" in ended.out
    assert not (workspace / "pwned").exists()


@pytest.mark.threat("Y2")
def test_aliases_do_not_multiply(workspace: Path, posdoc: Posdoc) -> None:
    lines = ["k0: &k0 [x, x]", *(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}, *k{n - 1}]" for n in range(1, 60))]
    _position(workspace, "\n".join(lines) + "\n<<: *k59\n")
    ended = posdoc("check")
    assert ended.status == 1
    assert "POS004" in ended.out


@pytest.mark.threat("Y3")
def test_deep_nesting_is_not_followed(workspace: Path, posdoc: Posdoc) -> None:
    for deep in ("[" * 100_000, "{a: " * 50_000, "\n" + "".join(" " * n + "- \n" for n in range(2_000))):
        _position(workspace, f"purpose: {deep}\n")
        ended = posdoc("check")
        assert ended.status == 1
        assert "POS003" in ended.out or "POS001" in ended.out


@pytest.mark.threat("Y4")
def test_what_is_huge_is_not_taken_in(workspace: Path, posdoc: Posdoc) -> None:
    (workspace / "positions" / "large.yaml").write_text("title: " + "x" * (11 * 2**20), encoding="utf-8")
    _position(workspace, "")
    path = workspace / "positions" / "boss.yaml"
    path.write_text(POSITION.replace("headcount: 1", f"headcount: {'9' * 100_000}"), encoding="utf-8")
    ended = posdoc("check")
    assert ended.status == 1
    assert "positions/large.yaml:1:1 " in ended.out.replace(os.sep, "/")
    assert "POS104" in ended.out
    assert len(ended.out) < 10_000


@pytest.mark.threat("Y5")
def test_a_key_does_not_override_another(workspace: Path, posdoc: Posdoc) -> None:
    _position(workspace, "headcount: 99\n")
    ended = posdoc("check")
    assert ended.status == 1
    assert "POS005" in ended.out


@pytest.mark.threat("Y6")
def test_invisible_characters_are_shown(workspace: Path, posdoc: Posdoc) -> None:
    for written in ("\x1b]0;owned\x07", "a\u202eb", '"\\x1b[2J"', '"\\u2066x"', "a\x9bb"):
        _position(workspace, f"purpose: {written}\n")
        ended = posdoc("check")
        assert ended.status == 1
        assert "POS011" in ended.out or "POS012" in ended.out
        assert not set(ended.said) & set("\x1b\x07\x9b\u202e\u2066")
        assert posdoc("build").status == 1


HOSTILE_NAMES = ("../../../evil", "/tmp/evil", "C:\\evil", "..", ".git/hooks/post-checkout", "CON", "a\\..\\..\\b", "{id}",
                 "{title.__class__}", "a\nb", "~/evil", "$HOME", "x" * 3_000, "-rf", "a;b|c")  # fmt: skip


@pytest.mark.threat("Y7")
def test_a_name_becomes_one_file_in_the_output_folder(workspace: Path, posdoc: Posdoc) -> None:
    before = tree(workspace.parent)
    for name in HOSTILE_NAMES:
        quoted = json.dumps(name)
        (workspace / "positions" / "boss.yaml").write_text(f"title: {quoted}\ncode: {quoted}\nheadcount: 1\n", "utf-8")
        posdoc("build", "--form", "standard")
        made = {path for path in tree(workspace.parent) if path not in before}
        assert {Path(path).parts[:2] for path in made} <= {("workspace", "output"), ("workspace", ".posdoc")}, name
        for path in made:
            assert ".." not in Path(path).parts
            assert Path(path).suffix in (".docx", ".json", "")
        assert [path for path in made if path.endswith(".docx")], name


@pytest.mark.threat("Y8")
def test_a_pattern_of_file_names_is_no_template(workspace: Path, posdoc: Posdoc) -> None:
    before = set(tree(workspace.parent))
    for name in ("{title.__class__}", "{title!r}", "{title:>99999999}", "{0}", "{{title}}", "..", "{"):
        form = f"outputs:\n  documents:\n    - {{form: standard, name: {json.dumps(name)}}}\n"
        (workspace / "posdoc.yaml").write_text(SETTINGS + form, encoding="utf-8")
        assert posdoc("build").status == 2
    for name in ("../../evil", "/evil", "{title}/../../../x"):
        form = f"outputs:\n  documents:\n    - {{form: standard, name: {json.dumps(name)}}}\n"
        (workspace / "posdoc.yaml").write_text(SETTINGS + form, encoding="utf-8")
        posdoc("build")
    made = {Path(path).parts[:2] for path in tree(workspace.parent) if path not in before}
    assert made <= {("workspace", "output"), ("workspace", ".posdoc")}


@pytest.mark.threat("Y9")
def test_the_output_folder_lies_in_the_workspace(workspace: Path, posdoc: Posdoc) -> None:
    before = tree(workspace.parent)
    for folder in (
        "..",
        "../elsewhere",
        "/tmp/elsewhere",
        ".",
        "positions",
        "positions/x",
        ".git",
        "x/.git/hooks",
        ".posdoc",
    ):
        (workspace / "posdoc.yaml").write_text(
            f"{SETTINGS}outputs:\n  folder: {json.dumps(folder)}\n", encoding="utf-8"
        )
        assert posdoc("build").status == 2, folder
    assert {path for path in tree(workspace.parent) if "cache" not in path} == set(before)


@needs_links
@pytest.mark.threat("Y10")
def test_a_link_shows_no_file_from_elsewhere(workspace: Path, posdoc: Posdoc) -> None:
    secret = workspace.parent / "secret.yaml"
    secret.write_text("the-password: １\n", encoding="utf-8")
    for name in ("positions/leak.yaml", "people.yaml", "reviews.yaml", "templates/leak.docx"):
        (workspace / name).parent.mkdir(exist_ok=True)
        (workspace / name).symlink_to(secret)
    for format_ in ("text", "sarif", "gitlab", "json"):
        ended = posdoc("check", "--format", format_)
        assert ended.status == 1
        assert "the-password" not in ended.said
    assert "the-password" not in posdoc("check", "--fix").said
    assert posdoc("build", "--form", "leak").status != 0
    (workspace / "posdoc.yaml").unlink()
    (workspace / "posdoc.yaml").symlink_to(secret)
    assert "the-password" not in posdoc("check").said
    assert secret.read_text(encoding="utf-8") == "the-password: １\n"


@needs_links
@pytest.mark.threat("Y11")
@pytest.mark.parametrize("command", [("check",), ("build",), ("build", "--check"), ("diff", ".", ".")])
def test_pipes_and_devices_are_not_read(command: tuple[str, ...], workspace: Path, posdoc: Posdoc) -> None:
    os.mkfifo(workspace / "positions" / "pipe.yaml")
    (workspace / "positions" / "zero.yaml").symlink_to("/dev/zero")
    (workspace / "reviews.yaml").symlink_to("/dev/zero")
    (workspace / "positions" / "loop").symlink_to(".")
    assert posdoc(*command).status in (0, 1)


@pytest.mark.threat("Y12")
def test_a_comment_silences_no_finding_of_reading(workspace: Path, posdoc: Posdoc) -> None:
    _position(workspace, "# posdoc: ignore-file POS0 POS1 POS2 duplicate-key\nheadcount: 99\nreports_to: nobody\n")
    ended = posdoc("check")
    assert ended.status == 1
    assert "POS005" in ended.out


@needs_links
@pytest.mark.threat("Y13")
def test_a_name_of_a_file_is_reported_and_shown_harmless(workspace: Path, posdoc: Posdoc) -> None:
    for name in (
        b"\x1b]0;owned\x07.yaml",
        b"a\n::error::b.yaml",
        b"\xff\xfe.yaml",
        b"-rf.yaml",
        b"CON.yaml",
        b"$(id).yaml",
    ):
        path = os.path.join(os.fsencode(workspace / "positions"), name)
        Path(os.fsdecode(path)).write_text(POSITION, encoding="utf-8")
    ended = posdoc("check")
    assert ended.status == 1
    assert ended.out.count("POS108") >= 5
    assert "\x1b" not in ended.said
    assert not [line for line in ended.said.splitlines() if line.lstrip().startswith("::")]


COMMANDS = "A\n::error::owned\n##[error]owned\n##vso[task.setvariable variable=x]y\n::stop-commands::x"


@pytest.mark.threat("Y14")
def test_no_text_becomes_a_command_of_the_pipeline(workspace: Path, posdoc: Posdoc) -> None:
    text = json.dumps(COMMANDS)
    everywhere = f"title: {text}\nheadcount: 1\nreports_to: {text}\nduties:\n  - text: {text}\n    time: {text}\n"
    (workspace / "positions" / "boss.yaml").write_text(everywhere, encoding="utf-8")
    for format_ in ("text", "concise", "junit", "gitlab", "sarif"):
        for line in posdoc("check", "--format", format_).said.splitlines():
            assert not line.lstrip().startswith("::"), format_
            assert format_ not in ("text", "concise") or "##[" not in line
            assert format_ not in ("text", "concise") or "##vso[" not in line
    lines = posdoc("check", "--format", "github").out.splitlines()
    assert len(lines) >= 2
    assert all(
        line.startswith(("::error file=positions/boss.yaml,", "::warning file=positions/boss.yaml,")) for line in lines
    )
    assert posdoc("build").status == 1


@pytest.mark.threat("Y15")
def test_reports_for_programs_hold_texts_only(workspace: Path, posdoc: Posdoc) -> None:
    text = json.dumps("]]><x a='\"&<script>alert(1)</script>\n[click](https://evil.example)")
    _position(workspace, f"reports_to: {text}\n")
    run = json.loads(posdoc("check", "--format", "sarif").out)["runs"][0]
    messages = [result["message"]["text"] for result in run["results"]]
    assert messages
    assert not [message for message in messages if "[click](" in message.replace("\\[", "").replace("]\\(", "")]
    assert json.loads(posdoc("check", "--format", "gitlab").out)
    assert json.loads(posdoc("check", "--format", "json").out)
    suites = ElementTree.fromstring(posdoc("check", "--format", "junit").out)
    assert {element.tag for element in suites.iter()} == {"testsuites", "testsuite", "testcase", "failure"}


@pytest.mark.threat("Y16")
def test_a_cache_that_came_along_is_not_believed(workspace: Path, posdoc: Posdoc) -> None:
    path = workspace / cache.FOLDER / "check.json"
    _position(workspace, "headcount: 99\n")
    assert posdoc("check").status == 1
    forged = json.loads(path.read_text(encoding="utf-8")) | {"findings": []}
    path.write_text(json.dumps(forged), encoding="utf-8")
    assert posdoc("check").status == 0, "the attack works with what this very machine has written"
    ignored = path.with_name(".gitignore")
    ignored.unlink()
    ignored.write_bytes(b"*\n")  # as a clone writes it anew
    assert posdoc("check").status == 1
    for broken in ("[" * 100_000, "{}", "[]", '{"state": 1e999}'):
        path.write_text(broken, encoding="utf-8")
        assert posdoc("check").status == 1
