"""The shape of the project: sizes, folders that modules are found in, imports, and what may not be committed."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "posdoc"
MODULES = sorted(SOURCE.rglob("*.py"))
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_modules() -> None:
    assert len(MODULES) > 50


# --- sizes --------------------------------------------------------------------------------------------------


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def test_files_are_short() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > MAX_FILE_LINES} == {}


def test_functions_are_short() -> None:
    functions = {f"{_name(path)}: {f.name}": _length(f) for path in MODULES for f in _functions(path)}
    assert len(functions) > 200
    assert {name: length for name, length in functions.items() if length > MAX_FUNCTION_LINES} == {}


def test_most_functions_are_under_20_lines() -> None:
    lengths = [_length(function) for path in MODULES for function in _functions(path)]
    assert sum(length < 20 for length in lengths) >= 0.8 * len(lengths)


VAGUE = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}


def test_no_module_has_a_vague_name() -> None:
    assert [_name(path) for path in MODULES if path.stem in VAGUE or path.parent.name in VAGUE] == []


# --- modules that are found, not listed ---------------------------------------------------------------------


def _modules_in(folder: str) -> set[str]:
    return {path.stem for path in (SOURCE / folder).glob("*.py") if path.stem != "__init__"}


def _found_rules() -> set[str]:
    from posdoc.rules import all_rules

    return {rule.__name__.rpartition(".")[2] for rule in all_rules()}  # type: ignore[attr-defined]


def _found(function: str) -> set[str]:
    module, _, name = function.rpartition(".")
    return set(getattr(import_module(module), name)())


@pytest.mark.parametrize(
    ("folder", "found", "among_them"),
    [
        ("rules", _found_rules(), {"duty_time_not_100", "reporting_cycle"}),
        ("reporters", _found("posdoc.reporters.formats"), {"text", "json"}),
        ("drawing", _found("posdoc.drawing.formats"), {"svg", "png", "pdf", "dot"}),
        ("charts", _found("posdoc.charts.kinds"), {"org", "position"}),
        ("tables/workbooks", _found("posdoc.tables.workbooks.kinds"), {"register", "headcount"}),
        ("cli/commands", _found("posdoc.cli.main._names"), {"check", "schema"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_folder_yields_its_modules(folder: str, found: set[str], among_them: set[str]) -> None:
    assert among_them <= found
    assert found <= _modules_in(folder)


@pytest.mark.parametrize(
    ("command", "option", "found"),
    [
        ("check", "format_", "posdoc.reporters.formats"),
        ("chart", "formats", "posdoc.drawing.formats"),
        ("chart", "kind", "posdoc.charts.kinds"),
        ("export", "kind", "posdoc.tables.workbooks.kinds"),
    ],
)
def test_the_command_line_offers_what_is_found(command: str, option: str, found: str) -> None:
    parameters = import_module(f"posdoc.cli.commands.{command}").COMMAND.params
    (choices,) = (set(parameter.type.choices) for parameter in parameters if parameter.name == option)
    assert choices == _found(found)


def test_locales_are_found() -> None:
    from posdoc.locales import available

    assert {"zh", "en"} <= set(available())
    assert set(available()) == {path.stem for path in (SOURCE / "locales").glob("*.yaml")}


def test_every_drawing_format_is_whole() -> None:
    from posdoc.drawing import formats, load_format

    for name in formats():
        made = load_format(name)
        assert made.EXTENSION
        assert made.MEDIA_TYPE
        assert callable(made.draw)


def test_every_code_of_a_finding_is_used_once() -> None:
    from posdoc.diagnostics import Kind

    kinds: dict[str, set[str]] = {}
    for path in MODULES:
        module = import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)) if _may(path) else None
        for value in vars(module).values() if module else ():
            if isinstance(value, Kind):
                kinds.setdefault(value.code, set()).add(value.name)
    assert len(kinds) > 20
    assert {code: names for code, names in kinds.items() if len(names) > 1} == {}
    assert [code for code in kinds if not re.fullmatch(r"POS\d{3}", code)] == []


def _may(path: Path) -> bool:
    return re.search(r"\b(Kind|_kind)\(", path.read_text(encoding="utf-8")) is not None


# --- what is imported, and by whom --------------------------------------------------------------------------

HEAVY = {"docx", "docxtpl", "graphviz", "pygraphviz", "openpyxl", "jinja2", "lxml"}

_IMPORTED = """\
import json, sys
sys.argv = ["posdoc", *{arguments!r}]
from posdoc.cli.main import run
status = run(sys.argv[1:])
print()
print(json.dumps([status, sorted(sys.modules)]))
"""


def _imported_by(*arguments: str, folder: Path = ROOT) -> tuple[int, set[str]]:
    source = _IMPORTED.format(arguments=list(arguments))
    ended = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, encoding="utf-8", cwd=folder, check=True, timeout=120
    )
    status, modules = json.loads(ended.stdout.splitlines()[-1])
    return status, set(modules)


def test_help_needs_neither_yaml_nor_model() -> None:
    status, modules = _imported_by("--help")
    assert status == 0
    assert "posdoc.cli.commands.check" in modules
    ours = {"posdoc.model", "posdoc.source", "posdoc.load"}
    assert modules & (HEAVY | ours | {"yaml", "dataclasses", "pkgutil", "difflib"}) == set()


@pytest.mark.parametrize("command", sorted(_found("posdoc.cli.main._names")))
def test_help_of_a_command_needs_nothing_heavy(command: str) -> None:
    status, modules = _imported_by(command, "--help")
    assert status == 0
    assert f"posdoc.cli.commands.{command}" in modules
    assert modules & HEAVY == set()


def test_check_needs_nothing_that_draws_or_prints(tmp_path: Path) -> None:
    (tmp_path / "positions").mkdir()
    (tmp_path / "posdoc.yaml").write_text("organization: A\n", encoding="utf-8")
    (tmp_path / "positions" / "a.yaml").write_text("title: B\n", encoding="utf-8")
    status, modules = _imported_by("check", folder=tmp_path)
    assert status == 0
    assert "posdoc.rules.duty_time_not_100" in modules
    assert modules & HEAVY == set()
    status, modules = _imported_by("check", folder=tmp_path)
    assert status == 0
    assert "posdoc.model" not in modules, "with nothing changed the cache answers"


def test_an_import_into_a_new_folder_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text("岗位名称：服务工程师\n直接上级：服务经理\n", encoding="utf-8")
    status, modules = _imported_by("import", "post.txt", "--into", "new", folder=tmp_path)
    assert status == 0
    assert "posdoc.importers.gathering" in modules
    needless = {"posdoc.load.loading", "posdoc.importers.edits", "posdoc.importers.marked", "posdoc.importers.lists"}
    assert modules & needless == set()


def test_importing_posdoc_costs_nothing() -> None:
    source = "import posdoc, sys; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-I", "-c", source], capture_output=True, encoding="utf-8", check=True)
    loaded = set(ended.stdout.split())
    assert {name for name in loaded if name.startswith("posdoc")} == {"posdoc"}
    assert loaded & (HEAVY | {"yaml", "click"}) == set()


def test_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert re.search(r"Contracts: [4-9] kept, 0 broken", ended.stdout)


# --- what may not be committed ------------------------------------------------------------------------------

TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".cfg", ".txt", ".sh", ".cmd", ".svg", ".dot", ""}
LEFT_OUT = {".git", ".venv", "output", "site", "dist", "node_modules", "__pycache__"}
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w|[A-Z]:\\\\?Users\\"),
    "a package registry": re.compile(r"registry\.npmjs|files\.pythonhosted|pypi\.org/simple|--index-url|--registry"),
}


def _committed() -> list[Path]:
    """The files git knows or would add; without git, every file that is not generated."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    ) if (ROOT / ".git").exists() else None  # fmt: skip
    if listed and listed.returncode == 0:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    files = (path for path in ROOT.rglob("*") if path.is_file())
    return [path for path in files if not LEFT_OUT & set(path.relative_to(ROOT).parts)]


def test_no_file_names_a_machine_or_a_registry() -> None:
    texts = [path for path in _committed() if path.suffix in TEXT_SUFFIXES and path != Path(__file__)]
    assert len(texts) > 100
    found = [
        f"{_name(path)}: {what}: {match.group()}"
        for path in texts
        for what, pattern in FORBIDDEN.items()
        if (match := pattern.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert found == []


def test_nothing_generated_is_committed() -> None:
    names = [_name(path) for path in _committed()]
    assert [
        name for name in names if re.search(r"(^|/)(__pycache__|node_modules|output|site)/|lock\.json$", name)
    ] == []


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    patterns = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert len(folders) > 10
    assert [name for name in sorted(folders) if any(fnmatch(name, pattern) for pattern in patterns)] == []
