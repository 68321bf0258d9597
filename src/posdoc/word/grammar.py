"""What a form may say: fields, ``if``, ``for`` over data, and our filters. A form is data, not a program."""

from __future__ import annotations

import re

from jinja2 import nodes

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase

MOST_LOOPS, MOST_BLOCKS, MOST_DEPTH = 12, 40, 150
"""How deep loops, loops and conditions, and all that a template is made of may be nested."""
MOST_TAGS = 20_000
"""How many tags a part of a form may have."""
MOST_ARGUMENT = 200
"""How long the value of a filter may be."""
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_ARITHMETIC = Phrase("算术运算", "arithmetic")
_BRACKETS = Phrase("方括号或花括号", "square or curly brackets")
_WHOLE_TEMPLATES = Phrase("extends、include、import 或 block", "extends, include, import or block")
_NAMES: dict[type[nodes.Node], Phrase] = {
    nodes.Concat: Phrase("连接符 ~", "the sign ~"),
    nodes.BinExpr: _ARITHMETIC,
    nodes.UnaryExpr: _ARITHMETIC,
    nodes.Call: Phrase("函数调用（圆括号）", "calls (round brackets)"),
    nodes.CondExpr: Phrase("写在一行里的 if … else", "an if within a line"),
    nodes.Test: Phrase("is 判断", "tests with is"),
    nodes.Tuple: Phrase("用逗号分开的一组值", "several values separated by commas"),
    nodes.Getitem: _BRACKETS,
    nodes.Slice: _BRACKETS,
    nodes.List: _BRACKETS,
    nodes.Dict: _BRACKETS,
    nodes.Assign: Phrase("set", "set"),
    nodes.AssignBlock: Phrase("set", "set"),
    nodes.With: Phrase("with", "with"),
    nodes.Scope: Phrase("autoescape", "autoescape"),
    nodes.Macro: Phrase("macro", "macro"),
    nodes.CallBlock: Phrase("call", "call"),
    nodes.FilterBlock: Phrase("filter 段落", "filter sections"),
    nodes.Include: _WHOLE_TEMPLATES,
    nodes.Import: _WHOLE_TEMPLATES,
    nodes.FromImport: _WHOLE_TEMPLATES,
    nodes.Extends: _WHOLE_TEMPLATES,
    nodes.Block: _WHOLE_TEMPLATES,
}
_OTHER = Phrase("这种写法", "this")
_WORDS: dict[str, Phrase] = {
    **dict.fromkeys(("extends", "include", "import", "from", "block"), _WHOLE_TEMPLATES),
    **{word: Phrase(word, word) for word in ("set", "with", "autoescape", "macro", "call", "raw")},
    "filter": _NAMES[nodes.FilterBlock],
}
RAW = re.compile(r"\{%-?\s*raw\b")
TOO_DEEP = Phrase("标签嵌套过深", "its tags are nested too deep")
TOO_MANY = Phrase("标签过多", "it has too many tags")
_HINT = Phrase("可用的只有字段、if、for 和 posdoc 的过滤器", "only fields, if, for and posdoc's filters can be used")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")


class Refusal(Exception):
    """Something that a form may not say: why, and in which line of the source it stands (0 where that is not known)."""

    def __init__(self, why: Phrase, line: int = 0) -> None:
        super().__init__(why.en)
        self.why = why
        self.line = line


def check_grammar(tree: nodes.Template, filters: frozenset[str]) -> None:
    """Refuse a form with anything in it that is not on the list, before any of it runs. Raises Refusal."""
    queue: list[tuple[nodes.Node, int, int, int]] = [(tree, 0, 0, 0)]
    for node, loops, blocks, depth in queue:
        _check_node(node, filters)
        loops += isinstance(node, nodes.For)
        blocks += isinstance(node, nodes.For | nodes.If)
        if loops > MOST_LOOPS or blocks > MOST_BLOCKS or depth > MOST_DEPTH:
            raise Refusal(TOO_DEEP, node.lineno)
        queue += [(child, loops, blocks, depth + 1) for child in node.iter_child_nodes()]


def _check_node(node: nodes.Node, filters: frozenset[str]) -> None:
    if not isinstance(node, _ALLOWED):
        what = next((name for kind, name in _NAMES.items() if isinstance(node, kind)), _OTHER)
        raise Refusal(_may_not(what), node.lineno)
    if isinstance(node, nodes.Filter):
        _check_filter(node, filters)
    name = _name_of(node)
    if name.startswith("_") or (isinstance(node, nodes.Name) and name == "self"):
        raise Refusal(Phrase(f"字段名“{name}”不允许", f"the field name '{name}' is not allowed"), node.lineno)
    if isinstance(node, nodes.For) and (node.recursive or node.test is not None):
        why = Phrase("for 里不能再写 if 或 recursive", "a for may not have if or recursive in it")
        raise Refusal(why, node.lineno)


def _check_filter(node: nodes.Filter, filters: frozenset[str]) -> None:
    name = node.name
    if node.node is None or name not in filters:
        raise Refusal(Phrase(f"没有过滤器“{name}”", f"there is no filter '{name}'"), node.lineno)
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) > 1:
        why = Phrase(f"过滤器“{name}”最多带一个值", f"the filter '{name}' takes one value at most")
        raise Refusal(why, node.lineno)
    if any(isinstance(value, nodes.Const) and len(str(value.value)) > MOST_ARGUMENT for value in node.args):
        raise Refusal(Phrase(f"过滤器“{name}”的值过长", f"the value of the filter '{name}' is too long"), node.lineno)


def _may_not(what: Phrase) -> Phrase:
    return Phrase(f"标签里不能用{_spaced(what.zh)}", f"a tag may not use {what.en}")


def refused_word(word: str) -> Phrase | None:
    """Why a tag that begins with a word is refused; None where it is a word that no grammar knows."""
    return _may_not(_WORDS[word]) if word in _WORDS else None


def _name_of(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return node.attr if isinstance(node, nodes.Getattr) else ""


def _spaced(text: str) -> str:
    """A gap between Chinese and a Latin word."""
    return f" {text}" if text[0].isascii() else text


def syntax_phrase(message: str) -> Phrase:
    """What Jinja says of a tag that it cannot read, in plain words."""
    unknown = _UNKNOWN_TAG.search(message)
    if unknown:
        return Phrase(
            f"不认识标签“{unknown[1]}”，或者它放错了位置",
            f"the tag '{unknown[1]}' is not known, or stands in the wrong place",
        )
    if "Unexpected end of template" in message:
        return Phrase("有 if 或 for 没有用 endif 或 endfor 结束", "an if or for is without its endif or endfor")
    return Phrase(f"有标签写得不对（{message}）", f"a tag is not written right ({message})")


def refused(form: str, why: Phrase, place: Phrase | None = None) -> DefinitionError:
    """The error that a form is refused with, with the place that is to blame where it is known."""
    message = Phrase(f"表单“{form}”无法使用：{why.zh}", f"the form '{form}' cannot be used: {why.en}")
    hint = Phrase(
        f"{_HINT.zh}；运行 posdoc template check {form} 查看各处",
        f"{_HINT.en}; see all with: posdoc template check {form}",
    )
    return DefinitionError(at(message, place), hint)


def at(message: Phrase, place: Phrase | None) -> Phrase:
    """A message with the place that it is about."""
    return Phrase(f"{message.zh}（{place.zh}）", f"{message.en} ({place.en})") if place else message
