"""The Jinja environment that forms are compiled in: closed, strict, and only looking into plain data."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.template.marks import mark_of
from posdoc.word.filters import FILTERS
from posdoc.word.grammar import (
    MOST_TAGS,
    RAW,
    TOO_DEEP,
    TOO_MANY,
    Refusal,
    at,
    check_grammar,
    refused,
    refused_word,
    syntax_phrase,
)
from posdoc.word.insertion import JOB
from posdoc.word.numbering import Lists
from posdoc.word.patch import IN_ATTRIBUTE, MARK, RUN

MOST_TURNS, MOST_FOR_POSITION = 200_000, 5_000
"""How often the loops of a form may turn in one document, all of them together, and for each position more in it."""
TURNS = "_turns"
_COUNTED = "counted"
LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
PlaceOf = Callable[["int | None"], "Phrase | None"]
LOOP = ("index", "index0", "first", "last", "length")


def nowhere(line: int | None) -> None:  # noqa: ARG001
    """The place of a tag that nobody has asked for."""


class Drawing(str):
    """A run of OOXML, which can only stand in the place of a run: ``{{r chart }}``."""

    __slots__ = ()


class MissingField(StrictUndefined):
    """A field that is not there: its error says the name and nothing else."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class DrawingInText(Exception):
    """A tag prints a drawing where only text can stand."""


class Turns:
    """How often the loops of one document have turned."""

    def __init__(self, form: str, positions: int = 0) -> None:
        self.form = form
        self.left = MOST_TURNS + positions * MOST_FOR_POSITION

    def spend(self, turns: int) -> None:
        """Count ``turns``, and refuse the form when there have been too many."""
        self.left -= turns
        if self.left < 0:
            raise refused(self.form, Phrase("循环次数过多", "its loops turn too often"))


class FormEnvironment(ImmutableSandboxedEnvironment):
    """Attributes are keys of dicts and nothing else, so that a field named ``items`` is a field.

    There is nothing in a form that could be worked out ahead; to look for it would take a tenth of the time of compiling.
    """

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=MissingField, finalize=_finalize, optimized=False)
        self.globals.clear()
        self.tests.clear()
        self.filters = {**FILTERS, IN_ATTRIBUTE: _in_attribute, RUN: _run, _COUNTED: _counted, MARK: _mark}
        self.authors_filters = frozenset({*FILTERS, MARK})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key, or a strict undefined."""
        if isinstance(obj, Undefined):
            return obj
        if isinstance(obj, dict):
            if attribute in obj:
                return obj[attribute]
        elif isinstance(obj, Lists) or (isinstance(obj, LoopContext) and attribute in LOOP):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def call(self, context: Context, called: Any, /, *arguments: Any, **named: Any) -> Any:
        """What posdoc itself calls in a form (no author can): the numbers of lists. Anything else goes the safe way."""
        if isinstance(getattr(called, "__self__", None), Lists):
            return called(*arguments)  # Jinja names no more than the variables of the loops around
        return super().call(context, called, *arguments, **named)

    def compiled(self, source: str, patched: str, form: str, place_of: PlaceOf = nowhere) -> Template:
        """Check ``source``, what its author wrote, and compile ``patched``, which posdoc has added to, line by line.

        ``place_of`` says where in the form the tag of a line stands.
        """
        try:
            tree = self._checked(source, patched)
        except Refusal as error:
            raise refused(form, error.why, place_of(error.line)) from error
        except TemplateSyntaxError as error:
            raise refused(form, syntax_phrase(error.message or ""), place_of(error.lineno)) from error
        except RecursionError as error:
            raise refused(form, TOO_DEEP) from error
        for loop in tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Name) and loop.target.name == JOB:
                _qualify(loop.body, frozenset({"loop"}))
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return Template.from_code(self, self.compile(tree), {})

    def _checked(self, source: str, patched: str) -> nodes.Template:
        if source.count("{{") + source.count("{%") > MOST_TAGS:
            raise Refusal(TOO_MANY)
        raw = RAW.search(source)
        if raw:
            raise Refusal(refused_word("raw") or TOO_DEEP, source.count("\n", 0, raw.start()) + 1)
        check_grammar(self.parse(source.replace(f"for {JOB} in", "for job in")), self.authors_filters)
        return self.parse(patched)


def _qualify(items: list[Any], bound: frozenset[str]) -> None:
    """Make the fields of an inserted form fields of the job description that the loop is at."""
    for place, item in enumerate(items):
        if isinstance(item, nodes.Node):
            items[place] = _qualified(item, bound)


def _qualified(node: Any, bound: frozenset[str]) -> Any:
    """The node with its free names as fields; ``bound`` are those that a loop around it has given."""
    if isinstance(node, nodes.Name):
        own = node.name in bound or node.name.startswith("_")
        return node if own else nodes.Getattr(nodes.Name(JOB, "load"), node.name, "load", lineno=node.lineno)
    if isinstance(node, nodes.For):
        node.iter = _qualified(node.iter, bound)
        given = {node.target.name} if isinstance(node.target, nodes.Name) else set()
        _qualify(node.body, bound | {"loop"} | given)
        return node
    for name, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            setattr(node, name, _qualified(value, bound))
        elif isinstance(value, list):
            _qualify(value, bound)
    return node


def _finalize(value: Any) -> Any:
    """What is printed of a value: text, its line ends as line breaks."""
    if value is None or isinstance(value, Undefined | Markup):
        return "" if value is None else value
    if isinstance(value, Drawing):
        raise DrawingInText
    text = str(value)
    return escape(text).replace("\n", LINE_BREAK) if "\n" in text else text


def _in_attribute(value: Any) -> Any:
    """A value that stands in an attribute, where there are no line breaks."""
    return str(value).replace("\n", " ") if isinstance(value, str) and not isinstance(value, Markup) else value


def _mark(value: Any, name: str = "") -> Any:
    """The mark of a value, or of what has no path by its ``name``."""
    return value if isinstance(value, Undefined) else mark_of(value, name)


def _run(value: Any) -> Any:
    """A value that stands for a run: a drawing as it is, a text in a run of its own."""
    if isinstance(value, Drawing):
        return Markup(value)
    if isinstance(value, Undefined):
        return value
    text = Markup(escape(_finalize(value)))
    return Markup('<w:r><w:t xml:space="preserve">') + text + Markup("</w:t></w:r>")


@pass_context
def _counted(context: Context, values: Any) -> Any:
    """What a loop runs over, counted before it does."""
    if isinstance(values, Sized) and not isinstance(values, Undefined):
        context[TURNS].spend(len(values))
    return values


def not_printable(form: str, place: Phrase | None) -> DefinitionError:
    """The error for a tag that treats a field as what it is not."""
    message = Phrase(
        f"表单“{form}”中有标签用错了字段：例如对不是列表的字段用 for 或 join，或把文字与空值比较大小",
        f"the form '{form}' treats a field as what it is not: such as for or join over what is no list",
    )
    return DefinitionError(at(message, place), check_hint(form))


def check_hint(form: str) -> Phrase:
    """What to do about a form that fails."""
    return Phrase(f"运行 posdoc template check {form}", f"run: posdoc template check {form}")
