"""Says in plain words why a file is no YAML, and what to do about it.

libyaml and PyYAML tell what they expected, not what the writer did. Each known complaint has an
explainer here; an unknown one is quoted as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from posdoc.diagnostics import Kind, Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.characters import decode_escape, find_escape, report_character
from posdoc.source.failure import Failure
from posdoc.source.findings import Findings


class _Explanation(NamedTuple):
    span: Span
    message: Phrase
    hint: Phrase
    kind: Kind = kinds.YAML_SYNTAX


_WRAP: Final = Phrase("请给整个值加上引号", "put the whole value in quotes")
_ALIGN: Final = Phrase(
    "同一层的各行要从同一列开始，下一层比上一层多两个空格",
    "lines of one level begin in the same column, the next level two spaces further in",
)
_KEY_COLON: Final = re.compile(r":(?:\s|$)")
_GLUED_COLON: Final = re.compile(r"\s*(?:- +)*[A-Za-z_]+:(?P<glued>[^\s:])")
_SHOWN_LENGTH: Final = 40


def explain_failure(failure: Failure, findings: Findings) -> None:
    """Report a syntax error: what is wrong, where, and the way out."""
    complaint = f"{failure.context}; {failure.problem}"
    if "Unicode character escape" in complaint and _report_bad_escape(failure, findings):
        return
    explanation = _explain_missing_key(failure)
    if explanation is None:
        explainers = (explainer for pattern, explainer in _EXPLAINERS if pattern.search(complaint))
        explanation = next(explainers, _quote_original)(failure)
    findings.add(explanation.kind, explanation.span, explanation.message, explanation.hint)


def _shown(text: str) -> str:
    """``text`` short enough to stand in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…"


def _report_bad_escape(failure: Failure, findings: Findings) -> bool:
    """Report half of a surrogate pair, written as an escape; False if it is something else."""
    start = failure.file.offset(failure.context_line, failure.context_column)
    match = find_escape(failure.file.text, start, failure.file.offset(failure.line, failure.column))
    code = decode_escape(match) if match else None
    if match is None or code is None:
        return False
    report_character(findings, failure.file.span(match.start(), match.end()), code, match[0])
    return True


def _quote_original(failure: Failure) -> _Explanation:
    problem = _shown(failure.problem)
    return _Explanation(
        failure.span,
        Phrase(f"这里不符合 YAML 语法（{problem}）", f"this is not valid YAML ({problem})"),
        Phrase(
            "请检查这一行和上一行的缩进、冒号、引号和括号",
            "check indentation, colons, quotes and brackets here and one line up",
        ),
    )


def _explain_missing_key(failure: Failure) -> _Explanation | None:
    """A colon with nothing before it that could be a key."""
    before = failure.before.strip(" -?")
    if failure.character != ":" or before[-1:] not in ("", "{", "[", ","):
        return None
    return _Explanation(
        failure.span,
        Phrase("这一项没有键名", "this entry has no key"),
        Phrase("在冒号前写上键名，如 title: …", "write the key before the colon, such as title: …"),
        kinds.KEY_NOT_TEXT,
    )


def _explain_second_colon(failure: Failure) -> _Explanation:
    """``mapping values are not allowed``: a colon in a value, a line too deep, or a key without colon."""
    first = _KEY_COLON.search(failure.before)
    if first:
        value = _shown(failure.text[first.end() :])
        return _Explanation(
            failure.span,
            Phrase(
                f"值“{value}”里有英文冒号加空格，会被当成又一个键",
                f'the value "{value}" holds a colon and a space, which begin another key',
            ),
            Phrase("给整个值加引号，或改用中文冒号“：”", "put the whole value in quotes"),
        )
    previous = failure.previous_line
    text = failure.file.line(previous)
    if previous < failure.line and not _KEY_COLON.search(text):
        return _missing_colon(failure, previous)
    key = _shown(failure.before)
    return _Explanation(
        failure.span,
        Phrase(
            f"“{key}”缩进太深：第 {previous} 行已经有值，下面不能再有下一层",
            f'"{key}" is indented too deep: line {previous} has a value already and cannot have a level below it',
        ),
        _ALIGN,
    )


def _missing_colon(failure: Failure, line: int) -> _Explanation:
    """A line that should hold a key has no colon, or none that YAML takes for one."""
    text = failure.file.line(line)
    column = len(text) - len(text.lstrip()) + 1
    span = failure.span_of(line, column, len(text.strip()))
    glued = _GLUED_COLON.match(text)
    if glued:
        return _Explanation(
            failure.span_of(line, glued.start("glued") + 1, 1),
            Phrase(f"“{_shown(text)}”的冒号后面缺一个空格", f'"{_shown(text)}" lacks a space after its colon'),
            Phrase("写成“键: 值”，冒号后面空一格", 'write "key: value", with one space after the colon'),
        )
    return _Explanation(
        span,
        Phrase(f"“{_shown(text)}”这一行缺少冒号", f'the line "{_shown(text)}" has no colon'),
        Phrase(
            "写成“键: 值”；如果它是上一行文字的继续，请比上一行的键缩进得更深",
            'write "key: value"; if it continues the text above, indent it deeper than the key of that text',
        ),
    )


def _explain_missing_colon(failure: Failure) -> _Explanation:
    return _missing_colon(failure, failure.context_line)


def _explain_block(failure: Failure) -> _Explanation:
    """``did not find expected key`` and its like: something stands where the next entry should."""
    after = _explain_after_end(failure)
    if after:
        return after
    line = _shown(failure.text)
    if "'-' indicator" in failure.problem or "block sequence" in failure.context or "collection" in failure.context:
        message = Phrase(
            f"这一层是列表，“{line}”却不以“- ”开头", f'this level is a list, but "{line}" does not begin with "- "'
        )
    elif failure.text.lstrip().startswith("- "):
        message = Phrase(
            f"这一层是“键: 值”，“{line}”却是列表项", f'this level has keys and values, but "{line}" is a list item'
        )
    else:
        message = Phrase(f"“{line}”的缩进与上面哪一层都对不齐", f'the indentation of "{line}" fits no level above it')
    return _Explanation(failure.rest_span, message, _ALIGN)


def _explain_after_end(failure: Failure) -> _Explanation | None:
    """Text behind a closing quote or bracket, on the same line."""
    last = failure.last
    before = failure.before.rstrip()
    rest = _shown(failure.text[failure.column - 1 :])
    if last and last.style in ("'", '"') and (last.end_line, last.end_column) == (failure.line, len(before) + 1):
        if last.line < failure.line:
            return _unclosed_quote(failure, last.line, last.column)
        return _Explanation(
            failure.rest_span,
            Phrase(f"引号已经结束，后面却还有“{rest}”", f'the quotes end here, yet "{rest}" follows'),
            Phrase(
                "把整个值放进一对引号；值里面的引号用中文引号“”，或写两次单引号",
                "put the whole value in one pair of quotes; write a quote within single quotes twice",
            ),
        )
    if before.endswith(("]", "}")):
        return _Explanation(
            failure.rest_span,
            Phrase(f"括号已经结束，后面却还有“{rest}”", f'the bracket ends here, yet "{rest}" follows'),
            Phrase(
                "以 [ 或 { 开头的正文，请给整个值加引号", "a text that begins with [ or { needs quotes around all of it"
            ),
        )
    return None


def _unclosed_quote(failure: Failure, line: int, column: int) -> _Explanation:
    quote = failure.file.line(line)[column - 1 : column]
    return _Explanation(
        failure.span_of(line, column, 1),
        Phrase(f"从这里开始的引号 {quote} 没有结束", f"the quote {quote} that begins here is not closed"),
        Phrase(f"在这段文字末尾补上 {quote}", f"add {quote} at the end of the text"),
    )


def _explain_unclosed_quote(failure: Failure) -> _Explanation:
    return _unclosed_quote(failure, failure.context_line, failure.context_column)


def _explain_bracket(failure: Failure) -> _Explanation:
    """A flow list or mapping that goes on where it should have a comma or an end."""
    after = _explain_after_end(failure) if failure.before.rstrip().endswith(("'", '"')) else None
    if after:
        return after
    line, column = _find_opening(failure)
    opening = failure.file.line(line)[column - 1 : column]
    closing = "]" if opening == "[" else "}"
    if failure.line == line and failure.character not in ("", "]", "}"):
        rest = _shown(failure.text[failure.column - 1 :])
        return _Explanation(
            failure.span,
            Phrase(
                f"括号里“{rest}”之前缺少逗号，或括号没有结束",
                f'a comma is missing before "{rest}", or the bracket is not closed',
            ),
            Phrase(
                "各项之间用英文逗号加空格；含冒号或括号的文字请加引号",
                "divide the items by a comma and a space; quote a text that holds a colon or a bracket",
            ),
        )
    return _Explanation(
        failure.span_of(line, column, 1),
        Phrase(f"从这里开始的括号 {opening} 没有结束", f"the bracket {opening} that begins here is not closed"),
        Phrase(
            f"补上 {closing}；如果 {opening} 是正文的一部分，请给整个值加引号",
            f"add {closing}; if {opening} is part of a text, put the whole value in quotes",
        ),
    )


def _find_opening(failure: Failure) -> tuple[int, int]:
    """Where the bracket stands that was being read: where YAML says so, else the last one before."""
    text = failure.file.text
    offset = failure.file.offset(failure.context_line, failure.context_column)
    if text[offset : offset + 1] not in ("[", "{"):
        offset = max(text.rfind("[", 0, offset), text.rfind("{", 0, offset), 0)
    return failure.file.position(offset)


def _explain_first_character(failure: Failure) -> _Explanation:
    """A value that begins with a character that YAML keeps for itself."""
    character = failure.character
    if character == "\t":
        return _Explanation(
            failure.span,
            Phrase("这里用了制表符 (Tab)，YAML 在这里只能用空格", "a tab stands here where YAML takes spaces only"),
            Phrase("把 Tab 换成空格", "replace the tab with spaces"),
            kinds.TAB_INDENTATION,
        )
    return _Explanation(
        failure.span,
        Phrase(f"值不能以“{character}”开头", f'a value cannot begin with "{character}"'),
        Phrase(f'{_WRAP.zh}，如 "{character}…"', f'{_WRAP.en}, such as "{character}…"'),
    )


def _explain_context_character(failure: Failure) -> _Explanation:
    """A directive, an alias or an anchor that is none: ``%5``, ``*重要*``, ``& 配件``."""
    character = failure.file.line(failure.context_line)[failure.context_column - 1 : failure.context_column]
    return _Explanation(
        failure.context_span,
        Phrase(f"这里不能以“{character}”开头", f'nothing here can begin with "{character}"'),
        Phrase(
            f'如果“{character}”是正文，{_WRAP.zh}，如 "{character}…"',
            f'if it is part of a text, {_WRAP.en}, such as "{character}…"',
        ),
    )


def _explain_tag(failure: Failure) -> _Explanation:
    return _Explanation(
        failure.context_span,
        Phrase("以“!”开头的内容会被当成 YAML 标签", 'what begins with "!" is read as a YAML tag'),
        Phrase(
            "如果“!”是正文，请给整个值加引号；否则删去标签",
            "if it is part of a text, put the whole value in quotes; else delete the tag",
        ),
        kinds.YAML_TAG,
    )


def _explain_inline_list(failure: Failure) -> _Explanation:
    return _Explanation(
        failure.span,
        Phrase("列表项“- ”不能和键写在同一行", 'a list item "- " cannot stand on the line of its key'),
        Phrase(
            "把“- ”移到下一行；如果短横是正文，请给整个值加引号",
            'begin a new line before the "- "; if the hyphen is text, put the whole value in quotes',
        ),
    )


def _explain_question_mark(failure: Failure) -> _Explanation:
    return _Explanation(
        failure.span,
        Phrase("这里不能以“? ”开头", 'nothing here can begin with "? "'),
        _WRAP,
    )


def _explain_block_header(failure: Failure) -> _Explanation:
    """``|text``, ``>=90``: what follows the sign of a block scalar has to be on the next line."""
    value = _shown(failure.file.line(failure.context_line)[failure.context_column - 1 :])
    span = failure.span_of(failure.context_line, failure.context_column, 1)
    return _Explanation(
        span,
        Phrase(
            f"“{value}”以“{value[:1]}”开头，会被当成多行文字的标记",
            f'"{value}" begins with "{value[:1]}", which begins a text block',
        ),
        Phrase(
            f'{_WRAP.zh}："{value}"；多行文字要从下一行开始',
            f'{_WRAP.en}: "{value}"; a text block begins on the next line',
        ),
    )


def _explain_escape(failure: Failure) -> _Explanation:
    return _Explanation(
        failure.span,
        Phrase("双引号里的反斜杠“\\”引出了不认识的转义", "a backslash within double quotes begins an unknown escape"),
        Phrase("要写反斜杠本身，请写两次 (\\\\)，或改用单引号", "write a backslash twice (\\\\), or use single quotes"),
    )


def _explain_trailing(failure: Failure) -> _Explanation:
    """Content behind the end of the document."""
    if failure.file.line(failure.previous_line).startswith("..."):
        return _Explanation(
            failure.rest_span,
            Phrase("“...”之后还有内容，成了第二份文档", 'a second document follows the "..."'),
            Phrase(
                "每个文件只写一份定义：删去“...”，或分成两个文件",
                'one definition per file: delete the "...", or make two files',
            ),
            kinds.SEVERAL_DOCUMENTS,
        )
    after = _explain_after_end(failure)
    if after:
        return after
    line = _shown(failure.text)
    return _Explanation(
        failure.rest_span,
        Phrase(f"“{line}”不属于上面的任何内容", f'"{line}" belongs to nothing above it'),
        _ALIGN,
    )


def _explain_node_content(failure: Failure) -> _Explanation:
    """A bracket or comma where a value should begin, or a bracket that the end of the file leaves open."""
    if "flow" in failure.context and failure.character not in ("]", "}", ","):
        return _explain_bracket(failure)
    return _explain_first_character(failure)


_EXPLAINERS: Final[tuple[tuple[re.Pattern[str], Callable[[Failure], _Explanation]], ...]] = tuple(
    (re.compile(pattern), explainer)
    for pattern, explainer in (
        (r"mapping values are not allowed", _explain_second_colon),
        (r"could not find expected ':'", _explain_missing_colon),
        (r"scanning an (?:alias|anchor)|scanning a directive", _explain_context_character),
        (r"a tag; |tag handle|%TAG", _explain_tag),
        (r"quoted scalar; .*(?:end of stream|document (?:indicator|separator))", _explain_unclosed_quote),
        (r"escape|hexad?ecimal|hexdecimal", _explain_escape),
        (r"block scalar; (?!found a tab)", _explain_block_header),
        (r"cannot start any token", _explain_first_character),
        (r"sequence entries are not allowed", _explain_inline_list),
        (r"mapping keys are not allowed", _explain_question_mark),
        (r"expected ',' or", _explain_bracket),
        (r"node content", _explain_node_content),
        (r"document start", _explain_trailing),
        (r"expected key|'-' indicator|<block end>", _explain_block),
    )
)
