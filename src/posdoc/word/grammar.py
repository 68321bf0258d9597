"""What a form may say: fields, ``if``, ``for`` over data, and our filters. A form is data, not a program."""

from __future__ import annotations

from jinja2 import nodes

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase

MOST_DEPTH = 12
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


def check_grammar(tree: nodes.Template, filters: frozenset[str], form: str) -> None:
    """Refuse a form with anything in it that is not on the list, before any of it runs."""
    queue: list[tuple[nodes.Node, int]] = [(tree, 0)]
    for node, depth in queue:
        _check_node(node, filters, form)
        deeper = depth + isinstance(node, nodes.For)
        if deeper > MOST_DEPTH:
            raise refused(form, node.lineno, Phrase("循环嵌套过深", "loops are nested too deep"))
        queue += [(child, deeper) for child in node.iter_child_nodes()]


def _check_node(node: nodes.Node, filters: frozenset[str], form: str) -> None:
    if not isinstance(node, _ALLOWED):
        what = type(node).__name__.lower()
        raise refused(form, node.lineno, Phrase(f"标签里不能用 {what}", f"a tag may not use '{what}'"))
    if isinstance(node, nodes.Filter) and node.name not in filters:
        raise refused(form, node.lineno, Phrase(f"没有过滤器“{node.name}”", f"there is no filter '{node.name}'"))
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_") or isinstance(node, nodes.For) and node.recursive:
        raise refused(form, node.lineno, Phrase("标签里有不允许的写法", "a tag uses what is not allowed"))


def refused(form: str, line: int, why: Phrase) -> DefinitionError:  # noqa: ARG001
    """The error that a form is refused with."""
    return DefinitionError(
        Phrase(f"表单“{form}”无法使用：{why.zh}", f"the form '{form}' cannot be used: {why.en}"),
        Phrase("可用的只有字段、if、for 和 posdoc 的过滤器", "only fields, if, for and posdoc's filters can be used"),
    )
