"""In which language posdoc speaks."""

from __future__ import annotations

import pytest

from posdoc.cli.language import asked_language, choose_language, without_option

CHOICES = [
    ([], {}, "", "en"),
    (["--ui-lang", "zh"], {}, "", "zh"),
    (["check", "--ui-lang=zh"], {}, "", "zh"),
    (["check", "--ui-lang", "zh-CN", "--format", "json"], {}, "", "zh"),
    (["--ui-lang", "en"], {"POSDOC_LANG": "zh"}, "zh", "en"),
    (["--", "--ui-lang", "zh"], {}, "", "en"),
    ([], {"POSDOC_LANG": "zh"}, "", "zh"),
    ([], {"POSDOC_LANG": "en", "LANG": "zh_CN.UTF-8"}, "zh", "en"),
    ([], {"LANG": "zh_CN.UTF-8"}, "", "zh"),
    ([], {"LANG": "zh_TW"}, "", "zh"),
    ([], {"LANG": "de_DE.UTF-8"}, "zh", "en"),
    ([], {"LC_ALL": "zh_CN.GBK", "LANG": "en_US.UTF-8"}, "", "zh"),
    ([], {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "", "en"),
    ([], {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "", "zh"),
    ([], {"LANG": "C.UTF-8"}, "zh", "zh"),
    ([], {"LANG": "C"}, "", "en"),
    ([], {"LC_ALL": "POSIX", "LANGUAGE": "zh_CN:en"}, "", "zh"),
    ([], {}, "zh", "zh"),
    ([], {"LANG": "Chinese (Simplified)_China.936"}, "", "zh"),
]


@pytest.mark.parametrize(("arguments", "environment", "system", "expected"), CHOICES)
def test_choose(arguments: list[str], environment: dict[str, str], system: str, expected: str) -> None:
    assert choose_language(arguments, environment, system) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check"], ["check"]),
        (["--ui-lang", "zh", "check"], ["check"]),
        (["check", "--ui-lang=zh", "--format", "json"], ["check", "--format", "json"]),
        (["check", "--ui-lang"], ["check"]),
        (["new", "--", "--ui-lang", "zh"], ["new", "--", "--ui-lang", "zh"]),
        (["--ui-language", "zh"], ["--ui-language", "zh"]),
    ],
)
def test_the_option_is_taken_out(arguments: list[str], expected: list[str]) -> None:
    assert without_option(arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], None), (["--ui-lang"], ""), (["--ui-lang="], ""), (["--ui-lang", "fr"], "fr"), (["--", "--ui-lang"], None)],
)
def test_what_was_asked_for(arguments: list[str], expected: str | None) -> None:
    assert asked_language(arguments) == expected
