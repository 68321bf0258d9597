"""Indentation and signs from a Chinese keyboard: tabs, wide spaces, ``：``, ``－`` and ``＃``.

All of them may stand in a text. So candidates are looked for at the heads of lines, and a candidate
counts only where no block scalar and no quoted string holds it. Where the file could not be parsed, a
candidate next to the place of failure explains the failure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from posdoc.diagnostics import Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.characters import WIDE_SPACES
from posdoc.source.failure import Failure
from posdoc.source.findings import Findings
from posdoc.source.nodes import Node, ScalarNode, SourceFile

_AFTER_KEY: Final = rf"[a-z_]+(?: *(?P<colon>：)|:(?P<colon_space>[{WIDE_SPACES}]))"
LIKE_KEY: Final = re.compile(_AFTER_KEY)
"""A plain text that begins like this is reported as a key with a wrong sign behind it."""
_HEAD: Final = re.compile(
    rf"(?P<indent>[ \t{WIDE_SPACES}]*)(?:- +)*"
    rf"(?:{_AFTER_KEY}|(?P<dash>－)(?=[ {WIDE_SPACES}])|-(?P<dash_space>[{WIDE_SPACES}])|(?P<comment>＃))?"
)
_WIDE: Final = re.compile(f"[{WIDE_SPACES}]")

_SIGNS: Final = {
    "colon": (
        Phrase("全角的“：”不能分隔键和值", 'a full-width "：" does not divide a key from its value'),
        Phrase("改成英文冒号加一个空格（: ）", 'write an ASCII colon and a space (": ")'),
    ),
    "colon_space": (
        Phrase("冒号后面是{name}，不是普通空格", "{name} follows the colon where a plain space belongs"),
        Phrase("把它改成一个普通的半角空格", "replace it with one plain space"),
    ),
    "dash": (
        Phrase("全角的“－”不能作列表的短横", 'a full-width "－" does not begin a list item'),
        Phrase("改成英文短横加一个空格（- ）", 'write an ASCII hyphen and a space ("- ")'),
    ),
    "dash_space": (
        Phrase("短横后面是{name}，不是普通空格", "{name} follows the hyphen where a plain space belongs"),
        Phrase("把它改成一个普通的半角空格", "replace it with one plain space"),
    ),
    "comment": (
        Phrase("全角的“＃”不能引出注释", 'a full-width "＃" does not begin a comment'),
        Phrase("改成英文的“#”加一个空格（# ）", 'write an ASCII number sign and a space ("# ")'),
    ),
}
_WIDE_NAMES: Final = {
    "\u3000": Phrase("全角空格 (U+3000)", "an ideographic space (U+3000)"),
    "\u00a0": Phrase("不间断空格 (U+00A0)", "a no-break space (U+00A0)"),
}


def check_line_heads(
    file: SourceFile, scalars: Sequence[ScalarNode], findings: Findings, failure: Failure | None
) -> None:
    """Report tabs and wide spaces in indentation and full-width signs, as far as the file was read."""
    check = _LineHeadCheck(file, scalars, findings, failure)
    last_line = failure.line if failure else len(file.lines)
    for number, line in enumerate(file.lines[:last_line], start=1):
        check.check_line(number, line)
    for scalar in scalars:
        if not scalar.style:
            check.check_start(scalar)


def check_whole_file(root: Node | None, findings: Findings) -> bool:
    """Report a file that is one plain text because its colons are full-width; return whether it is."""
    if not isinstance(root, ScalarNode) or root.style or "：" not in root.text:
        return False
    if not findings.has(kinds.FULL_WIDTH_SYNTAX):
        offset = root.file.text.index("：", root.file.offset(root.line, root.column))
        _report_sign(findings, "colon", root.file.span(offset, offset + 1), "：")
    return True


class _LineHeadCheck:
    """The state of :func:`check_line_heads`."""

    def __init__(
        self, file: SourceFile, scalars: Sequence[ScalarNode], findings: Findings, failure: Failure | None
    ) -> None:
        self._file = file
        self._scalars = scalars
        self._starts = [(scalar.line, scalar.column) for scalar in scalars]
        self._findings = findings
        self._suspect_lines = range(failure.first_line, failure.line + 1) if failure else range(0)
        self._open_quote = failure.open_quote if failure else None
        self._reported: set[tuple[int, int]] = set()

    def check_line(self, number: int, line: str) -> None:
        """Check the indentation of one line, and what follows it."""
        match = _HEAD.match(line)
        if match is None:
            return
        indent = match["indent"]
        odd = indent.lstrip(" ")
        if odd and not self._is_in_text(number, len(indent) - len(odd) + 1):
            self._check_indent(number, indent, odd, line[len(indent) :])
        if match.lastgroup and match.lastgroup != "indent":
            self._check_sign(match.lastgroup, number, match.start(match.lastgroup) + 1)

    def check_start(self, scalar: ScalarNode) -> None:
        """Check whether a plain scalar begins like a key (``- area：投诉``).

        One with a tag, an anchor or a hidden character before the sign has a finding for that.
        """
        match = LIKE_KEY.match(scalar.text)
        if not match or not match.lastgroup:
            return
        if self._file.line(scalar.line).startswith(match[0], scalar.column - 1):
            self._check_sign(match.lastgroup, scalar.line, scalar.column + match.start(match.lastgroup))

    def _is_in_text(self, line: int, column: int) -> bool:
        """Whether a block scalar or a quoted string holds this place."""
        place = (line, column)
        if self._open_quote and place > self._open_quote:
            return True
        index = bisect_right(self._starts, place) - 1
        if index < 0 or not self._scalars[index].style:
            return False
        return place < (self._scalars[index].end_line, self._scalars[index].end_column)

    def _check_indent(self, number: int, indent: str, odd: str, rest: str) -> None:
        column = len(indent) - len(odd) + 1
        wide = _WIDE.search(indent)
        if wide and self._findings.takes(kinds.WIDE_SPACE_INDENTATION):
            start = wide.start() + 1
            span = Span(self._file.path, number, start, number, len(indent) + 1)
            _report_wide_space(self._findings, span, wide[0])
        elif not wide and (number in self._suspect_lines or (rest and not rest.startswith("#"))):
            _report_tab(self._findings, Span(self._file.path, number, column, number, len(indent) + 1))

    def _check_sign(self, sign: str, line: int, column: int) -> None:
        if (line, column) in self._reported or self._is_in_text(line, column):
            return
        self._reported.add((line, column))
        if not self._findings.takes(kinds.FULL_WIDTH_SYNTAX):
            return
        span = Span(self._file.path, line, column, line, column + 1)
        _report_sign(self._findings, sign, span, self._file.line(line)[column - 1 : column])


def _name_of(space: str) -> Phrase:
    code = f"U+{ord(space):04X}"
    return _WIDE_NAMES.get(space) or Phrase(f"特殊空格 ({code})", f"a special space ({code})")


def _report_tab(findings: Findings, span: Span) -> None:
    findings.add(
        kinds.TAB_INDENTATION,
        span,
        Phrase("缩进用了制表符 (Tab)，YAML 的缩进只能用空格", "a tab is used for indentation; YAML takes spaces only"),
        Phrase(
            "把行首的 Tab 换成空格，每层两个；编辑器里可设为“用空格代替制表符”",
            "replace it with spaces, two for each level; editors can insert spaces for tabs",
        ),
    )


def _report_wide_space(findings: Findings, span: Span, space: str) -> None:
    name = _name_of(space)
    findings.add(
        kinds.WIDE_SPACE_INDENTATION,
        span,
        Phrase(
            f"缩进用了{name.zh}，YAML 的缩进只能用普通空格",
            f"{name.en} is used for indentation; YAML takes plain spaces only",
        ),
        Phrase(
            "换成半角空格；如果想让段落首行空两格，请把这段文字写在“|”下面",
            'replace it with plain spaces; a paragraph that begins with such spaces belongs under "|"',
        ),
    )


def _report_sign(findings: Findings, sign: str, span: Span, character: str) -> None:
    message, hint = _SIGNS[sign]
    name = _name_of(character)
    findings.add(
        kinds.FULL_WIDTH_SYNTAX,
        span,
        Phrase(message.zh.format(name=name.zh), message.en.format(name=name.en)),
        Phrase(
            f"{hint.zh}；如果它本来就是正文，请给整段文字加引号",
            f"{hint.en}; if it is meant as text, put the whole text in quotes",
        ),
    )
