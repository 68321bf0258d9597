"""The manual of findings in templates. In the examples a line is a paragraph, and ``| a | b |`` a row of a table."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.diagnostics import Kind, Prose
from posdoc.phrases import Phrase
from posdoc.template import kinds

_FORM = "## templates/my-form.docx\n"
_RIGHT = _FORM + "{{ position.title }}\n"

PROSE: Mapping[Kind, Prose] = {
    kinds.UNUSABLE: Prose(
        Phrase(
            "表单文件不能用：不是 Word 文档、已损坏、过大，或其中有不允许的内容。",
            "The form cannot be used: it is no Word document, is broken or too large, or holds what is not allowed.",
        ),
        Phrase(
            "这样的表单什么也印不出来；来路不明的文件还可能有害。",
            "Nothing can be printed on it; a file from elsewhere may do harm as well.",
        ),
        "",
        _RIGHT,
    ),
    kinds.UNKNOWN_FIELD: Prose(
        Phrase("标签里的字段不存在。", "A tag names a field that does not exist."),
        Phrase(
            "多半是拼写错误；生成文件时会因此停下。posdoc template fields 列出所有字段。",
            "It is mostly a slip, and stops the build. posdoc template fields lists all fields.",
        ),
        _FORM + "«{{ position.titel }}»\n",
        _RIGHT,
    ),
    kinds.NOT_ALLOWED: Prose(
        Phrase(
            "标签里写了不允许的内容：函数、运算、set、include、没有的过滤器等。",
            "A tag says what is not allowed: a call, arithmetic, set, include, a filter that does not exist …",
        ),
        Phrase(
            "表单只是版式，不是程序：这样任何人的表单都可以放心使用。",
            "A form is a layout and no program: so anybody's form can be used without fear.",
        ),
        _FORM + "«{{ position.title.upper() }}»\n",
        _RIGHT,
    ),
    kinds.BAD_TAG: Prose(
        Phrase("标签写得不完整，或不认识。", "A tag is not complete, or not known."),
        Phrase(
            "posdoc 猜不出它该印什么；生成文件时会因此停下，或把标签原样印出。",
            "What it should print cannot be guessed: the build stops, or the tag itself is printed.",
        ),
        _FORM + "«{{ position.title }»\n",
        _RIGHT,
    ),
    kinds.NOT_CLOSED: Prose(
        Phrase("if 或 for 没有结束，或结束没有对应的开始。", "An if or for has no end, or an end has no beginning."),
        Phrase("不知道条件或循环管到哪里。", "It is not known what the condition or the loop is about."),
        _FORM + "«{%p if position.code %}»\n{{ position.code }}\n",
        _FORM + "{%p if position.code %}\n{{ position.code }}\n{%p endif %}\n",
    ),
    kinds.ACROSS: Prose(
        Phrase(
            "if 或 for 的开始和结束不在同一处：跨了单元格、行或表，或前缀不同。",
            "An if or for begins in one place and ends in another: in another cell, row or table, or with another prefix.",
        ),
        Phrase("表格会因此错乱，Word 打不开生成的文件。", "The table comes apart, and Word cannot open what is made."),
        _FORM + "| {%p if position.code %} | «{%p endif %}» |\n",
        _FORM + "| {%tr if position.code %} |\n| {{ position.code }} |\n| {%tr endif %} |\n",
    ),
    kinds.BESIDE: Prose(
        Phrase(
            "独占段落、行、格的标签旁边还有文字。",
            "Text stands beside a tag that stands for its whole paragraph, row or cell.",
        ),
        Phrase(
            "带 p、tr、tc 的标签连同所在的段落、行、格一起消失，旁边的文字不会印出，也没有提示。",
            "A tag with p, tr or tc vanishes with all around it: the text is not printed, and nobody is told.",
        ),
        _FORM + "| «{%tr for duty in duties.duties %}» | 职责 |\n| {{ duty.text }} | x |\n| {%tr endfor %} | |\n",
        _FORM
        + "{%p if duties %}\n| {%tr for duty in duties.duties %} | |\n| 职责 | {{ duty.text }} |\n"
        + "| {%tr endfor %} | |\n{%p endif %}\n",
    ),
    kinds.FULL_WIDTH: Prose(
        Phrase("标签用了全角括号 ｛｛ ｝｝。", "A tag has full-width braces ｛｛ ｝｝."),
        Phrase(
            "中文输入法打出的全角括号不是标签，会原样印在文件里。",
            "Full-width braces, as Chinese input methods write them, are no tag and are printed as they are.",
        ),
        _FORM + "«｛｛ position.title ｝｝»\n",
        _RIGHT,
    ),
    kinds.MISUSED: Prose(
        Phrase(
            "字段不是这样用的：直接印出列表，对不是列表的字段用 for，或过滤器不适用。",
            "A field is used as what it is not: a list printed as it is, a loop over no list, a filter that does not work on it.",
        ),
        Phrase(
            "印出来的会是程序的写法，或生成时停下。",
            "What is printed would be a program's notation, or the build stops.",
        ),
        _FORM + "«{{ duties.duties }}»\n",
        _FORM + "{%p if duties %}\n{%p for duty in duties.duties %}\n{{ duty.text }}\n{%p endfor %}\n{%p endif %}\n",
    ),
    kinds.DRAWING_IN_TEXT: Prose(
        Phrase("图用 {{ }} 印在文字里。", "A drawing is printed in a text with {{ }}."),
        Phrase("图是单独的一块，要写成 {{r … }}。", "A drawing is a thing of its own: it is written {{r … }}."),
        _FORM + "{%p if chart %}\n«{{ chart.drawing }}»\n{%p endif %}\n",
        _FORM + "{%p if chart %}\n{{r chart.drawing }}\n{%p endif %}\n",
    ),
    kinds.MENDED: Prose(
        Phrase(
            "标签被 Word 拆成几段，或引号变成了弯引号。",
            "Word has cut a tag into pieces, or made its quotation marks typographic.",
        ),
        Phrase("posdoc 会自动还原，无须改动；只在查找时要知道。", "It is taken as meant, and nothing need be done."),
        _FORM + "«{{ duties.duties|join(“、”) }}»\n",
        _FORM
        + '{%p if duties %}\n{%p for duty in duties.duties %}\n{{ duty.tasks|join("、") }}\n{%p endfor %}\n{%p endif %}\n',
    ),
    kinds.UNPRINTED: Prose(
        Phrase(
            "岗位定义里填了的字段，所查的表单都不印。",
            "A field that definitions fill in is printed by none of the forms that were looked at.",
        ),
        Phrase("可能是有意的；也可能移动内容时丢了。", "It may be meant so; or it was lost when things were moved."),
        "",
        _FORM + "{%p for part in parts %}\n{%p for cell in part.cells %}\n"
        "{{ cell.label }}{{ cell.lines|join }}\n{%p endfor %}\n{%p endfor %}\n",
    ),
    kinds.NO_CHINESE_FONT: Prose(
        Phrase("用到的样式没有指定中文字体。", "A style that is used names no font for Chinese."),
        Phrase(
            "中文会用各人电脑的默认字体印出，每台电脑不一样。",
            "Chinese is printed in whatever font each computer takes, so that it looks different everywhere.",
        ),
        "",
        _RIGHT,
    ),
    kinds.EXTERNAL: Prose(
        Phrase(
            "表单引用了外部文件（如链接的图片），或含有宏、嵌入的对象、会读取其他文件的域。",
            "The form refers to a file outside of it, such as a linked picture, or holds macros, embedded objects, or "
            "fields that read other files.",
        ),
        Phrase(
            "每个读者的电脑都会去打开那个文件，或运行其中的程序：换台电脑就没有了，也可能泄露信息、带来病毒。超链接不受限制。",
            "Every reader's computer would open that file or run that program: it is missing elsewhere, may tell who reads, "
            "or do harm. Links are free.",
        ),
        "",
        _RIGHT,
    ),
    kinds.TRACKED: Prose(
        Phrase(
            "修订中已删除、但尚未接受的文字里有标签。",
            "A tag stands in text that is deleted, but whose deletion is not yet accepted.",
        ),
        Phrase(
            "它仍会执行，印出的内容留在每份文件的修订记录里。",
            "It is carried out all the same, and what it prints stays among the tracked changes of every document.",
        ),
        "",
        _RIGHT,
    ),
    kinds.MAY_BE_MISSING: Prose(
        Phrase(
            "用到一个分区的内容，但没有先用 if 判断这个分区有没有。",
            "The parts of a section are used without an if that asks whether the section is there.",
        ),
        Phrase(
            "没有这方面内容的岗位没有这个分区，生成会在第一个这样的岗位处中止。",
            "A position that says nothing of the kind lacks the section, and the build stops at the first such position.",
        ),
        _FORM + "«{%p for row in contacts.contacts %}»\n{{ row.party }}\n{%p endfor %}\n",
        _FORM
        + "{%p if contacts %}\n{%p for row in contacts.contacts %}\n{{ row.party }}\n{%p endfor %}\n{%p endif %}\n",
    ),
}
