"""A form looked through without making a document of it: everything that is wrong in it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from posdoc.diagnostics import Kind, Severity
from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase
from posdoc.template import kinds
from posdoc.template.shape import Group
from posdoc.word.active import HINT as ACTIVE_HINT
from posdoc.word.active import active_content
from posdoc.word.blocks import Blocks
from posdoc.word.environment import FormEnvironment
from posdoc.word.expressions import Reader, Scope
from posdoc.word.external import EXTERNAL_HINT, external_files, external_message
from posdoc.word.fonts import styles_without_font
from posdoc.word.form import TAGGED, Form
from posdoc.word.grammar import MOST_TAGS, TOO_DEEP, TOO_MANY, Refusal, check_grammar, refused_word, syntax_phrase
from posdoc.word.insertion import TAG as INSERT
from posdoc.word.kind import kind_of
from posdoc.word.package import read_package
from posdoc.word.patch import W, parsed
from posdoc.word.places import place_of
from posdoc.word.structure import WHOLES, kept, lost_texts
from posdoc.word.tags import Tag, tags_of, unclosed

MOST_FOUND = 200
"""How many findings of one form are told."""
_FULL_WIDTH = re.compile(r"｛\s*[｛{%％]|\{\s*[｛％]|[｝}％%]\s*｝|｝\s*\}")
_SIGNS = str.maketrans("｛｝％｜（）．，＝“”‘’　", "{}%|().,=\"\"'' ")
_ALLOWED = Phrase("可用的只有字段、if、for 和 posdoc 的过滤器", "only fields, if, for and posdoc's filters can be used")


class Found(NamedTuple):
    """Something that is wrong in a form. ``place`` is None where it is about the whole of it."""

    kind: Kind
    message: Phrase
    hint: Phrase | None = None
    place: Phrase | None = None


class Inspected(NamedTuple):
    """What was found in a form, what it is about, and the paths of the catalogue that it uses."""

    found: list[Found]
    subject: str = "position"
    used: frozenset[str] = frozenset()


def inspect_form(
    data: bytes, name: str, catalogue: Mapping[str, Group], inner: tuple[bytes, str] | None = None
) -> Inspected:
    """Look through a form. ``inner`` is the one of the job descriptions, for a form that has them in it."""
    try:
        parts = read_package(data, name)
        subject = kind_of(parts).subject
        roots = {part: parsed(parts[part]) for part in parts if TAGGED.fullmatch(part)}
        inspection = _Inspection(catalogue, subject)
        inspection.found += _of_package(parts, roots)
    except DefinitionError as error:
        return Inspected([Found(kinds.UNUSABLE, error.message, error.hint)])
    except (etree.XMLSyntaxError, ValueError):
        message = Phrase(f"表单“{name}”已损坏", f"the form '{name}' is broken")
        return Inspected(
            [Found(kinds.UNUSABLE, message, Phrase("在 Word 中打开后另存", "open it in Word and save it again"))]
        )
    for part, root in roots.items():
        inspection.look_through(root, part)
    found = inspection.found
    if not any(one.kind.severity is Severity.ERROR for one in found):
        found += _refusal(data, name, inner)
    return Inspected(found[:MOST_FOUND], subject, frozenset(inspection.reader.used))


def _refusal(data: bytes, name: str, inner: tuple[bytes, str] | None) -> Iterator[Found]:
    """What a build would say, where nothing else was found."""
    try:
        Form(data, name, inner)
    except DefinitionError as error:
        yield Found(kinds.UNUSABLE, error.message, error.hint)


def _of_package(parts: Mapping[str, bytes], roots: Mapping[str, Any]) -> Iterator[Found]:
    """What is wrong in the file apart from its tags."""
    for _, target in external_files(parts):
        yield Found(kinds.EXTERNAL, external_message(target), EXTERNAL_HINT)
    for why in active_content(parts):
        yield Found(kinds.EXTERNAL, why, ACTIVE_HINT)
    for style in styles_without_font(parts, roots.values()):
        yield Found(
            kinds.NO_CHINESE_FONT,
            Phrase(f"样式“{style}”没有指定中文字体", f"the style '{style}' names no font for Chinese"),
            Phrase(
                "在 Word 的“修改样式 - 字体”中选定中文字体，如 宋体",
                "choose one in Word: Modify Style, Font, Asian text font",
            ),
        )


class _Inspection:
    """The findings of one form as they come."""

    def __init__(self, catalogue: Mapping[str, Group], subject: str) -> None:
        self.found: list[Found] = []
        self._here: list[tuple[Any, Found]] = []
        self.environment = FormEnvironment()
        self.reader = Reader(catalogue, subject, self._report)
        self._tag: Tag | None = None
        self._part = ""
        self._parse = lru_cache(maxsize=4096)(self.environment.parse)

    def _report(self, kind: Kind, message: Phrase, hint: Phrase | None) -> None:
        """A finding about the tag that is looked at."""
        assert self._tag is not None
        self._add(kind, message, hint, self._tag.node)

    def _add(self, kind: Kind, message: Phrase, hint: Phrase | None, node: Any) -> None:
        if len(self._here) < MOST_FOUND:
            self._here.append((node, Found(kind, message, hint, place_of(node, self._part))))

    def look_through(self, root: Any, part: str) -> None:
        """All that can be found in one part, in its order."""
        self._part, self._here = part, []
        self._look(root, part)
        wanted = {node for node, _ in self._here}
        order = {node: number for number, node in enumerate(root.iter()) if node in wanted} if wanted else {}
        self.found += [found for _, found in sorted(self._here, key=lambda one: order[one[0]])]

    def _look(self, root: Any, part: str) -> None:
        tags = tags_of(root, part)
        if len(tags) > MOST_TAGS:
            self._add(kinds.UNUSABLE, TOO_MANY, None, root)
            return
        self._texts(root)
        self._mended(tags)
        for tag, text in lost_texts(tags):
            self._lost(tag, text)
        blocks = Blocks(self._report)
        for tag in kept(tags):
            if len(self._here) >= MOST_FOUND:
                return
            self._tag = tag
            self._one(tag, blocks)
        for begun in blocks.still_open():
            self._tag = begun
            word = begun.statement[0]
            self._report(
                kinds.NOT_CLOSED,
                Phrase(f"{begun.text} 没有用 end{word} 结束", f"{begun.text} has no end{word}"),
                Phrase(f"在它管到的内容之后写 {_ending(begun)}", f"write {_ending(begun)} behind what it is about"),
            )

    # --- text ---------------------------------------------------------------------------------------------------

    def _texts(self, root: Any) -> None:
        """Tags in text that are none, or are none any more."""
        for paragraph in root.iter(f"{W}p"):
            text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
            if any(sign in text for sign in "{}｛｝"):
                self._text(text, paragraph)
        for deleted in root.iter(f"{W}delText"):
            if "{" in (deleted.text or ""):
                self._add(
                    kinds.TRACKED,
                    Phrase("修订中已删除的文字里还有标签", "a tag stands in text that is deleted, but still tracked"),
                    Phrase("在 Word 中接受或拒绝所有修订后保存", "accept or reject all changes in Word, and save"),
                    deleted,
                )

    def _text(self, text: str, paragraph: Any) -> None:
        wide = _FULL_WIDTH.search(text)
        if wide:
            begin = max(0, text.rfind("｛", 0, wide.end()) - 1) if "｛" in text[: wide.end()] else wide.start()
            shown = text[begin : begin + 30].strip()
            self._add(
                kinds.FULL_WIDTH,
                Phrase(f"“{shown}”用了全角符号，不是标签", f"'{shown}' has full-width signs and is no tag"),
                Phrase(f"写成半角：{shown.translate(_SIGNS)}", f"write them half-width: {shown.translate(_SIGNS)}"),
                paragraph,
            )
            return
        rest = unclosed(text)
        if rest:
            self._add(
                kinds.BAD_TAG,
                Phrase(f"“{rest}”不完整", f"'{rest}' is not complete"),
                Phrase("标签须在一个段落之内，以 }} 或 %} 结束", "a tag ends with }} or %} within its paragraph"),
                paragraph,
            )

    def _mended(self, tags: list[Tag]) -> None:
        for mended, what in (
            ([tag for tag in tags if tag.is_cut], Phrase("被 Word 拆开", "cut into pieces by Word")),
            ([tag for tag in tags if tag.is_curly], Phrase("用了弯引号", "written with typographic quotation marks")),
        ):
            if mended:
                count = len(mended)
                self._add(
                    kinds.MENDED,
                    Phrase(
                        f"有 {count} 个标签{what.zh}，已自动还原，首个为 {mended[0].text}",
                        f"{count} tag{'s are' if count > 1 else ' is'} {what.en} and taken as meant: {mended[0].text}",
                    ),
                    None,
                    mended[0].node,
                )

    def _lost(self, tag: Tag, text: str) -> None:
        whole, short = WHOLES[tag.kind], text if len(text) <= 30 else text[:29] + "…"
        self._add(
            kinds.BESIDE,
            Phrase(
                f"{tag.written} 独占整个{whole.zh}，旁边的“{short}”不会印出",
                f"{tag.written} stands for the whole {whole.en}: '{short}' beside it is not printed",
            ),
            Phrase(f"把文字移到另一个{whole.zh}", f"move the text to another {whole.en}"),
            tag.node,
        )

    # --- tags ---------------------------------------------------------------------------------------------------

    def _one(self, tag: Tag, blocks: Blocks) -> None:
        """One tag that is carried out."""
        word, rest = tag.statement
        if tag.kind and tag.target is None:
            whole = WHOLES[tag.kind]
            self._report(
                kinds.BAD_TAG,
                Phrase(f"{tag.written} 不在{whole.zh}中", f"{tag.written} stands in no {whole.en}"),
                Phrase("在表格之外用 {%p … %}", "outside tables, use {%p … %}"),
            )
        if tag.text == INSERT:
            self._insertion(tag)
        elif not word:
            self._print(tag, blocks.scope)
        elif word in ("if", "for", "elif"):
            begun = tag.text.replace("elif", "if", 1) if word == "elif" else tag.text
            node = self._node(tag, begun + ("{% endfor %}" if word == "for" else "{% endif %}"))
            blocks.begin(tag, word, self._scope(node, blocks.scope))
        elif word in ("else", "endif", "endfor"):
            blocks.go_on(tag, word)
            if rest:
                self._bad(Phrase(f"{word} 后面多了“{rest}”", f"'{rest}' behind {word}"))
        else:
            self._word(word)

    def _scope(self, node: nodes.Node | None, scope: Scope) -> Scope:
        """The names inside a block, whose condition or list is held against the catalogue."""
        if isinstance(node, nodes.For):
            return self.reader.looped(node, scope)
        if isinstance(node, nodes.If):
            self.reader.value(node.test, scope)
            return {**scope, **self.reader.guarded(node.test)}
        return scope

    def _print(self, tag: Tag, scope: Scope) -> None:
        node = self._node(tag, tag.text)
        if isinstance(node, nodes.Output) and node.nodes:
            self.reader.printed(node.nodes[0], scope, as_run=tag.kind == "r")

    def _node(self, tag: Tag, source: str) -> nodes.Node | None:
        """What a tag says, if it is something that a form may say."""
        try:
            tree = self._parse(source)
            check_grammar(tree, self.environment.authors_filters)
        except Refusal as error:
            self._report(
                kinds.NOT_ALLOWED, Phrase(f"{tag.written}：{error.why.zh}", f"{tag.written}: {error.why.en}"), _ALLOWED
            )
        except TemplateSyntaxError as error:
            self._syntax(tag, error.message or "")
        except RecursionError:
            self._report(kinds.NOT_ALLOWED, TOO_DEEP, None)
        else:
            return tree.body[0] if tree.body else None
        return None

    def _syntax(self, tag: Tag, message: str) -> None:
        half = tag.text.translate(_SIGNS)
        hint = Phrase(f"写成半角：{half}", f"write its signs half-width: {half}") if half != tag.text else None
        self._report(kinds.BAD_TAG, _about(tag, syntax_phrase(message)), hint)

    def _insertion(self, tag: Tag) -> None:
        if tag.kind != "p" or self.reader.subject != "department":
            self._bad(
                Phrase(
                    "insert 只能独占一段，用在关于整个部门的表单里",
                    "insert stands in a paragraph of its own, in a form about the department",
                )
            )
        self.reader.used.add("job_descriptions")

    def _word(self, word: str) -> None:
        why = refused_word(word)
        if why is not None:
            self._report(kinds.NOT_ALLOWED, why, _ALLOWED)
        elif refused_word(word.removeprefix("end")) is None:
            self._bad(syntax_phrase(f"unknown tag '{word}'"))

    def _bad(self, why: Phrase) -> None:
        assert self._tag is not None
        self._report(kinds.BAD_TAG, _about(self._tag, why), _near(self._tag))


def _about(tag: Tag, why: Phrase) -> Phrase:
    short = tag.written if len(tag.written) <= 80 else tag.written[:79] + "…"
    return Phrase(f"{short}：{why.zh}", f"{short}: {why.en}")


def _near(tag: Tag) -> Phrase | None:
    """The tag that a misspelt one looks like."""
    from difflib import get_close_matches

    near = get_close_matches(tag.statement[0], ["if", "elif", "else", "endif", "for", "endfor"], 1, 0.6)
    return Phrase(f"是否想写 {near[0]}？", f"did you mean {near[0]}?") if near and near[0] != tag.statement[0] else None


def _ending(begun: Tag) -> str:
    return f"{{%{begun.kind} end{begun.statement[0]} %}}"
