"""What the tags of a form ask for, held against the catalogue of fields: what is not there, or is something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import nodes

from posdoc.diagnostics import Kind
from posdoc.model import SectionName
from posdoc.phrases import Phrase
from posdoc.template import kinds
from posdoc.template.shape import Field, Group, Leaf, Many, Shape
from posdoc.word.environment import LOOP

Report = Callable[[Kind, Phrase, Phrase | None], None]
SUBJECTS = {
    "position": Phrase("岗位", "a position"),
    "unit": Phrase("部门", "a unit"),
    "department": Phrase("整个部门", "the department"),
    "changes": Phrase("修订对照", "changes"),
}


class Value(NamedTuple):
    """What an expression gives: its shape, None where that is not known, and its path in the catalogue."""

    shape: Shape | None
    path: str = ""


Scope = Mapping[str, Value]
NOTHING = Value(None)
_FLAGS = ("first", "last")
OF_LOOP = Value(Group({
    name: Field(Phrase(name, name), Leaf.FLAG if name in _FLAGS else Leaf.NUMBER) for name in LOOP
}))  # fmt: skip
_OF_TEXTS = ("date", "chinese", "percent")


@dataclass
class Reader:
    """Reads the expressions of one form about ``subject``, and keeps the paths that it ``used``."""

    catalogue: Mapping[str, Group]
    subject: str
    report: Report
    used: set[str] = field(default_factory=set)
    _told: set[str] = field(default_factory=set)

    @property
    def fields(self) -> Group:
        """What a form about the subject can use."""
        return self.catalogue[self.subject]

    def printed(self, node: nodes.Expr, scope: Scope, *, as_run: bool) -> None:
        """An expression that is printed, ``as_run`` with ``{{r … }}``."""
        value, name = self.value(node, scope), written(node)
        if isinstance(value.shape, Many):
            self._misuse(
                f"“{name}”是列表，不能直接印出", f"'{name}' is a list and cannot be printed as it is", _each(name)
            )
        elif isinstance(value.shape, Group):
            self._misuse(f"“{name}”由几个字段组成，不能直接印出", f"'{name}' has fields and cannot be printed as it is",
                         _one_of(name, value.shape))  # fmt: skip
        elif value.shape is Leaf.FLAG:
            self._misuse(f"“{name}”是是非值，只能用于 if", f"'{name}' is yes or no: it is for if", None)
        elif value.shape is Leaf.DRAWING and not as_run:
            self.report(
                kinds.DRAWING_IN_TEXT,
                Phrase(f"“{name}”是图，不能印在文字里", f"'{name}' is a drawing and cannot stand in a text"),
                Phrase(f"写成 {{{{r {name} }}}}", f"write {{{{r {name} }}}}"),
            )

    def looped(self, loop: nodes.For, scope: Scope) -> dict[str, Value]:
        """The names that a loop gives to what is in it."""
        whole, name = self.value(loop.iter, scope), written(loop.iter)
        item = NOTHING
        if isinstance(whole.shape, Many):
            item = Value(whole.shape.item, f"{whole.path}[]")
        elif whole.shape is not None:
            self._misuse(f"“{name}”不是列表，不能用 for", f"'{name}' is no list: for does not work", None)
        target = loop.target.name if isinstance(loop.target, nodes.Name) else ""
        return {**scope, target: item, "loop": OF_LOOP}

    def guarded(self, test: nodes.Node) -> dict[str, Value]:
        """The sections that are there where a condition holds, as names of a scope."""
        if isinstance(test, nodes.And):
            return {**self.guarded(test.left), **self.guarded(test.right)}
        if isinstance(test, nodes.Name):
            return self._sections_in([test])
        if isinstance(test, nodes.Compare):  # part.kind == "duties": the part that is at hand is that section
            return self._sections_in(test.find_all(nodes.Const))
        return {}

    def _sections_in(self, found: Iterable[nodes.Name | nodes.Const]) -> dict[str, Value]:
        names = (one.name if isinstance(one, nodes.Name) else one.value for one in found)
        return {name: Value(self.fields.fields[name].shape, name) for name in names if name in self._sections}

    @property
    def _sections(self) -> set[str]:
        """The sections of a document by name: None where there is nothing to print in one."""
        fields = self.fields.fields
        return {name.value for name in SectionName if name.value in fields and isinstance(fields[name].shape, Group)}

    def value(self, node: nodes.Node, scope: Scope) -> Value:
        """What an expression gives; whatever is wrong in it is reported."""
        if isinstance(node, nodes.Name):
            return self._name(node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self._part(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        if isinstance(node, nodes.And):
            self.value(node.left, scope)
            self.value(node.right, {**scope, **self.guarded(node.left)})
            return NOTHING
        for child in node.iter_child_nodes():
            self.value(child, scope)
        return Value(Leaf.TEXT) if isinstance(node, nodes.Const) else NOTHING

    def _name(self, name: str, scope: Scope) -> Value:
        if name in scope:
            return scope[name]
        if name in self.fields.fields:
            return self._found(self.fields.fields[name].shape, name)
        self._unknown(name, self._likely(name, scope))
        return NOTHING

    def _found(self, shape: Shape, path: str) -> Value:
        self.used.add(path)
        return Value(shape, path)

    def _part(self, node: nodes.Getattr, scope: Scope) -> Value:
        whole, name = self.value(node.node, scope), written(node.node)
        if whole.shape is None:
            return NOTHING
        if isinstance(node.node, nodes.Name) and node.node.name not in scope:
            self._may_be_missing(name)
        if isinstance(whole.shape, Group):
            if node.attr in whole.shape.fields:
                path = f"{whole.path}.{node.attr}" if whole.path else node.attr
                return self._found(whole.shape.fields[node.attr].shape, path)
            self._unknown(f"{name}.{node.attr}", [f"{name}.{near}" for near in _near(node.attr, whole.shape)])
        elif isinstance(whole.shape, Many):
            self._misuse(f"“{name}”是列表，没有字段“{node.attr}”", f"'{name}' is a list: it has no field '{node.attr}'",
                         _each(name, node.attr))  # fmt: skip
        else:
            self._unknown(f"{name}.{node.attr}", [name])
        return NOTHING

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Value:
        for argument in node.args:
            self.value(argument, scope)
        given, name = self.value(node.node, scope) if node.node else NOTHING, written(node.node)
        if not _takes(node.name, given.shape):
            self._misuse(
                f"过滤器“{node.name}”不能用于“{name}”", f"the filter '{node.name}' does not work on '{name}'", None
            )
        return Value(Leaf.TEXT)

    def _may_be_missing(self, name: str) -> None:
        """A section whose parts are asked for where it may be None; told once for each."""
        if name in self._sections and name not in self._told:
            self._told.add(name)
            self.report(
                kinds.MAY_BE_MISSING,
                Phrase(
                    f"没有“{name}”内容的岗位或部门会使生成中止",
                    f"a subject without '{name}' stops the build",
                ),
                Phrase(
                    f"前后各加一段：{{%p if {name} %}} … {{%p endif %}}",
                    f"put it between paragraphs {{%p if {name} %}} … {{%p endif %}}",
                ),
            )

    def _misuse(self, zh: str, en: str, hint: Phrase | None) -> None:
        self.report(kinds.MISUSED, Phrase(zh, en), hint)

    def _unknown(self, name: str, likely: list[str]) -> None:
        elsewhere = [other for other, whole in self.catalogue.items() if name.partition(".")[0] in whole.fields]
        about = SUBJECTS[self.subject]
        hint = Phrase("用 posdoc template fields 列出所有字段", "list all fields with: posdoc template fields")
        if likely:
            hint = Phrase(f"是否想写 {likely[0]}？", f"did you mean '{likely[0]}'?")
        elif elsewhere and self.subject not in elsewhere:
            other = SUBJECTS[elsewhere[0]]
            hint = Phrase(f"这份表单关于{about.zh}；该字段只用于关于{other.zh}的表单",
                          f"this form is about {about.en}; the field is for forms about {other.en}")  # fmt: skip
        self.report(kinds.UNKNOWN_FIELD, Phrase(f"没有字段“{name}”", f"there is no field '{name}'"), hint)

    def _likely(self, name: str, scope: Scope) -> list[str]:
        """What may be meant by a name that is not there: a field of something else, its label, or another spelling."""
        groups = [(given, value.shape) for given, value in scope.items() if given != "loop"]
        groups += [
            (whole, self.fields.fields[whole].shape) for whole in ("position", "fields") if whole in self.fields.fields
        ]
        inside = [(given, shape) for given, shape in groups if isinstance(shape, Group)]
        exact = [f"{given}.{name}" for given, shape in inside if name in shape.fields]
        spelt = get_close_matches(name, [*scope, *self.fields.fields], 1, 0.7)
        labelled = [f"{given}.{key}" for given, shape in inside for key in _labelled(name, shape)]
        near = [f"{given}.{key}" for given, shape in inside for key in _near(name, shape)]
        return [*exact, *labelled, *spelt, *near]


def _takes(name: str, shape: Shape | None) -> bool:
    """Whether a filter works on what has this shape."""
    if shape is None or shape is Leaf.TEXT or shape is Leaf.NUMBER:
        return True
    if isinstance(shape, Many) and name not in _OF_TEXTS:
        if name == "boxes":
            return isinstance(shape.item, Group) and {"mark", "label"} <= shape.item.fields.keys()
        return not isinstance(shape.item, Group)
    return False


def _labelled(name: str, whole: Group) -> Iterator[str]:
    """The fields whose label a name is, such as 岗位名称."""
    for key, one in whole.fields.items():
        labels = (one.meaning.zh.partition("：")[0].rstrip("。"), one.meaning.en.partition(":")[0].rstrip(".").lower())
        if name.lower() in labels:
            yield key


def _near(name: str, whole: Group) -> list[str]:
    return [*_labelled(name, whole)] or get_close_matches(name, list(whole.fields), 1, 0.6)


def _each(name: str, part: str = "") -> Phrase:
    shown = f"one.{part}" if part else "one"
    example = f"{{%p for one in {name} %}}  {{{{ {shown} }}}}  {{%p endfor %}}"
    return Phrase(f"逐项印出，一段一个标签：{example}", f"print each, with a paragraph for each tag: {example}")


def _one_of(name: str, whole: Group) -> Phrase:
    names = [f"{name}.{key}" for key in whole.fields][:4]
    return Phrase(f"写出其中一个，如 {'、'.join(names)}", f"name one of them, such as {', '.join(names)}")


def written(node: nodes.Node | None) -> str:
    """An expression as its author wrote it, as far as it names fields."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    return written(node.node) if isinstance(node, nodes.Filter) else "…"
