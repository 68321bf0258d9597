"""Mutation testing of a part of posdoc: mutmut, with the tests collected once instead of once for each mutant.

mutmut starts pytest anew for every mutant. With thousands of tests that run in milliseconds, starting and collecting
takes most of the time; here each mutant runs, in a process forked behind the collection, just the tests that reach it.
Caches of the part are emptied for each test: what an earlier test has left in them would hide a mutant.

``POSDOC_PART`` says which folder of ``src/posdoc`` is changed, and with it that of its tests: ``rules`` if it is not set.
``POSDOC_SAMPLE`` says how many mutants are tried, where not all of them are; those are always the same ones, drawn by lot.

    python benchmarks/mutation.py run [--max-children N] [NAME OF A MUTANT, WITH * ...]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import count
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut import __main__ as main
from mutmut import configuration
from mutmut.runners.harness import PytestRunner
from mutmut.utils.file_utils import change_cwd
from mutmut.workers.isolation import ForkRunner

PART = os.environ.get("POSDOC_PART", "rules")
SAMPLE = int(os.environ.get("POSDOC_SAMPLE") or 0)
SEED = 2026
FAILED = 1
TIMEOUTS = (24, -24, 36)
"""Exit codes of tests that took too long. They get a second try: the machine was busy, or mutmut meant an earlier
process that had the same number."""
PLUGINS_OFF = ("-p", "no:unraisableexception", "-p", "no:threadexception")
"""They report what forking leaves open as the failure of a test."""


class EmptyCaches:
    """Empties every cache of the part before each test."""

    def __init__(self) -> None:
        self.clear: list[Callable[[], None]] | None = None

    def find(self) -> list[Callable[[], None]]:
        """What empties them; the modules have to be imported."""
        if self.clear is None:
            modules = [vars(module) for name, module in sys.modules.items() if name.startswith(f"posdoc.{PART}.")]
            clears = [getattr(value, "cache_clear", None) for names in modules for value in names.values()]
            self.clear = list({id(clear.__self__): clear for clear in clears if clear is not None}.values())
        return self.clear

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        for clear in self.find():
            clear()


class Collected:
    """The tests of the part, collected and ready to be run in forked processes."""

    def __init__(self, arguments: list[str]) -> None:
        from _pytest.config import _prepareconfig

        caches = EmptyCaches()
        with change_cwd("mutants"):
            self.config = _prepareconfig(arguments, [caches])
            self.config._do_configure()
            self.session = pytest.Session.from_config(self.config)
            self.config.hook.pytest_sessionstart(session=self.session)
            self.config.hook.pytest_collection(session=self.session)
        caches.find()
        self.items = {item.nodeid: item for item in self.session.items}

    def prove(self) -> None:
        """End everything unless all tests pass in a forked process where nothing is changed."""
        child = os.fork()
        if child == 0:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - as mutmut does
            os._exit(self.run(self.items))
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            raise SystemExit("the tests fail though nothing is changed")

    def run(self, names: Iterable[str]) -> int:
        """Run tests until one fails; the exit code."""
        items = [self.items[name] for name in names if name in self.items]
        scratch = Path(tempfile.mkdtemp(prefix="mutant-", dir=_memory()))
        self.config._tmp_path_factory._basetemp = scratch  # type: ignore[attr-defined]
        try:
            with change_cwd("mutants"):
                for item, following in zip(items, [*items[1:], None], strict=True):
                    reports = runtestprotocol(item, log=False, nextitem=following)
                    if any(report.failed for report in reports):
                        return FAILED
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        return 0


def _memory() -> str | None:
    """A folder in memory where there is one: the tests write many small files."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _patch() -> None:
    """Put the collected tests in the place of mutmut's own way to run them."""
    start, execute, print_stats = ForkRunner.startup, PytestRunner.execute_pytest, main.print_stats
    start_one, wait = ForkRunner.submit, ForkRunner.wait_for_result
    work: dict[str, tuple[list[str], int, float]] = {}
    calls = count()
    collected: list[Collected] = []

    def startup(self: ForkRunner) -> None:
        runner = self.test_runner
        arguments = ["--rootdir=.", "--tb=native", "-q", *PLUGINS_OFF, *runner._pytest_add_cli_args]
        collected.append(Collected([*arguments, *runner._pytest_add_cli_args_test_selection]))
        collected[0].prove()
        start(self)

    def run_tests(self: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
        if collected and mutant_name is not None:
            return collected[0].run(tests)
        with change_cwd("mutants"):  # all of them: pytest does not find every name that it gives itself
            return int(self.execute_pytest(self._pytest_args_regular_run([])))

    def execute_pytest(self: PytestRunner, params: list[str], **kwargs: Any) -> int:
        return int(execute(self, params, plugins=[*kwargs.pop("plugins", ()), EmptyCaches()], **kwargs))

    def print_sometimes(results: Any, force_output: bool = False) -> None:
        if force_output or next(calls) % 100 == 0:
            print_stats(results, force_output)

    def submit(self: ForkRunner, name: str, tests: list[str], limit: int, estimate: float) -> None:
        took = main.state().duration_by_test
        tests = sorted(tests, key=lambda test: (took.get(test, 0), test))  # most mutants are found by a quick one
        work[name] = (tests, limit, estimate)
        start_one(self, name, tests, limit, estimate)

    def wait_for_result(self: ForkRunner, timeout: float | None = None) -> Any:
        result = wait(self, timeout)
        again = work.pop(result.mutant_name, None)
        if again is None or result.exit_code not in TIMEOUTS:
            return result
        start_one(self, result.mutant_name, *again)
        return wait_for_result(self, timeout)

    collect = main.collect_source_file_mutation_data

    def drawn(*, mutant_names: Any) -> Any:
        mutants, data = collect(mutant_names=mutant_names)
        if SAMPLE and not mutant_names:
            mutants = Random(SEED).sample(sorted(mutants, key=itemgetter(1)), min(SAMPLE, len(mutants)))
        return mutants, data

    main.collect_source_file_mutation_data = drawn
    settings = configuration.config()
    settings.only_mutate = [f"src/posdoc/{PART}/*"]
    settings.pytest_add_cli_args_test_selection = [f"tests/{PART}"]
    ForkRunner.startup = startup
    ForkRunner.submit = submit
    ForkRunner.wait_for_result = wait_for_result
    main.print_stats = print_sometimes
    PytestRunner.run_tests = run_tests
    PytestRunner.execute_pytest = execute_pytest


if __name__ == "__main__":
    _patch()
    main.cli()
