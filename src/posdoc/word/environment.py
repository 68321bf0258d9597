"""The Jinja environment that forms are compiled in: closed, strict, and only looking into plain data."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from posdoc.phrases import Phrase
from posdoc.word.grammar import check_grammar, refused

LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_LOOP = ("index", "index0", "first", "last", "length")


class FormEnvironment(ImmutableSandboxedEnvironment):
    """Attributes are keys of dicts and nothing else, so that a field named ``items`` is a field."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_finalize)
        self.globals.clear()
        self.tests.clear()
        self.filters = {"join": _join}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key, or a strict undefined."""
        if isinstance(obj, dict):
            if attribute in obj:
                return obj[attribute]
        elif type(obj).__name__ in ("LoopContext", "Lists") and (attribute in _LOOP or type(obj).__name__ == "Lists"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def compiled(self, source: str, patched: str, form: str) -> Any:
        """Check ``source``, what its author wrote, and compile ``patched``, which posdoc has added to."""
        try:
            check_grammar(self.parse(source), frozenset(self.filters), form)
            return self.from_string(patched)
        except TemplateSyntaxError as error:
            raise refused(
                form, error.lineno, Phrase(f"标签有误：{error.message}", f"a tag is wrong: {error.message}")
            ) from error


def _finalize(value: Any) -> Any:
    """What is printed of a value: text, its line ends as line breaks."""
    if value is None or isinstance(value, Undefined | Markup):
        return "" if value is None else value
    text = str(value)
    return escape(text).replace("\n", LINE_BREAK) if "\n" in text else text


def _join(values: list[str], separator: str = "、") -> str:
    return separator.join(str(value) for value in values)
