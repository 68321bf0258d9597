"""C, zh_CN.UTF-8 and zh_CN.GBK: the same files, and messages that the terminal of the locale can show."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.compatibility.conftest import Run, made, make, program, usual

CLEAN = {"en": "No problems found.\n", "zh": "没有发现问题。\n"}


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two Chinese locales, for ``LOCPATH``; few machines have both."""
    folder = tmp_path_factory.mktemp("locales")
    localedef = program("localedef")
    for charmap in ("UTF-8", "GBK"):
        ended = subprocess.run(
            [localedef, "-i", "zh_CN", "-f", charmap, str(folder / f"zh_CN.{charmap}")],
            capture_output=True,
            check=False,
        )
        if not (folder / f"zh_CN.{charmap}").exists():
            pytest.skip(f"localedef cannot make zh_CN.{charmap}: {ended.stderr.decode(errors='replace')[:200]}")
    return folder


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ({"LC_ALL": "POSIX"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANGUAGE": "zh"}, "zh"),
    ],
    ids=str,
)
def test_c_says_nothing_of_the_language(run: Run, workspace: Path, names: dict[str, str], language: str) -> None:
    assert run("check", cwd=workspace, env=usual(**names)).stdout == CLEAN[language]


@pytest.mark.parametrize("names", [{"LC_ALL": "C"}, {}], ids=str)
def test_c(run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes], names: dict[str, str]) -> None:
    make(run, workspace, tmp_path, env=usual(**names))
    assert made(tmp_path) == expected


def test_where_no_chinese_file_name_can_be_written_the_way_out_is_named_and_leads_out(
    run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    env = usual(LC_ALL="C", PYTHONUTF8="0")
    assert run("check", cwd=workspace, env=env).stdout == CLEAN["en"]
    for arguments in (
        ["build", "--output", tmp_path],
        ["build", "--output", tmp_path, "--jobs", "2"],
        ["chart", "--lang", "zh"],
    ):
        ended = run(*arguments, cwd=workspace, env=env)
        assert ended.returncode == 2, ended.stdout
        assert ended.stderr.startswith("error: file names are ASCII here, which cannot hold '售后服务部")
        assert "PYTHONUTF8=1" in ended.stderr
    make(run, workspace, tmp_path, env=env | {"PYTHONUTF8": "1"})
    assert made(tmp_path) == expected


def test_where_no_chinese_file_name_can_be_written_other_outputs_are_the_same(
    run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    env = usual(LC_ALL="C", PYTHONUTF8="0")
    for ending in ("svg", "png"):
        ended = run("chart", "--lang", "zh", "--output", tmp_path / f"chart.{ending}", cwd=workspace, env=env)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert (tmp_path / f"chart.{ending}").read_bytes() == expected[f"charts/售后服务部组织架构图.{ending}"]


def test_zh_utf8(run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes], locales: Path) -> None:
    env = usual(LOCPATH=str(locales), LANG="zh_CN.UTF-8")
    assert run("check", cwd=workspace, env=env).stdout == CLEAN["zh"]
    make(run, workspace, tmp_path, env=env)
    assert made(tmp_path) == expected


def test_zh_gbk(run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes], locales: Path) -> None:
    env = usual(LOCPATH=str(locales), LANG="zh_CN.GBK")
    assert run("check", cwd=workspace, env=env, encoding="gbk").stdout == CLEAN["zh"]
    make(run, workspace, tmp_path, env=env, encoding="gbk")
    found = {name.encode("utf-8", "surrogateescape").decode("gbk"): data for name, data in made(tmp_path).items()}
    assert found == expected


def test_what_gbk_cannot_name(run: Run, copy: Path, locales: Path) -> None:
    env = usual(LOCPATH=str(locales), LANG="zh_CN.GBK")
    path = copy / "positions" / "after-sales" / "after-sales-manager.yaml"
    text = path.read_text(encoding="utf-8").splitlines()
    text = ["title: {zh: 经理👩‍🔧, en: Manager}" if line.startswith("title:") else line for line in text]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    ended = run("build", cwd=copy, env=env, encoding="gbk")
    assert ended.returncode == 2, ended.stdout
    assert ended.stderr.startswith("错误: 这里的文件名用 GBK 编码，写不出“")
    assert "PYTHONUTF8=1" in ended.stderr
