"""The manual of findings of reading: what each is, why it matters, and an example."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.diagnostics import Kind, Prose
from posdoc.phrases import Phrase
from posdoc.source import kinds

_HEAD = "## posdoc.yaml\norganization: 公司\n## positions/manager.yaml\n"
_RIGHT = _HEAD + "title: 经理\n"

PROSE: Mapping[Kind, Prose] = {
    kinds.YAML_SYNTAX: Prose(
        Phrase("文件不符合 YAML 的写法，读不下去。", "The file is not YAML, so that it cannot be read on."),
        Phrase(
            "括号、引号不成对，缩进错位，或冒号后少了空格。posdoc 指出读不下去的位置和最可能的原因。",
            "A bracket or quote is not closed, an indent is off, or a colon has no space behind it. The finding says where "
            "reading ended and what is the likeliest reason.",
        ),
        _HEAD + "title: 经理\naliases: «[»主管, 组长\n",
        _HEAD + "title: 经理\naliases: [主管, 组长]\n",
    ),
    kinds.EMPTY_FILE: Prose(
        Phrase("文件是空的，或者只有注释。", "The file is empty or holds comments only."),
        Phrase(
            "空文件不定义任何岗位，却会占用一个岗位标识。",
            "An empty file defines nothing, yet its name would be the id of a position.",
        ),
        _HEAD + "«»# 待写\n",
        _RIGHT,
    ),
    kinds.NESTING_TOO_DEEP: Prose(
        Phrase("嵌套超过 64 层。", "More than 64 levels lie inside one another."),
        Phrase(
            "没有任何岗位定义需要这么深；这样的文件多半是损坏的，或是有意使程序出错。",
            "No definition needs that; such a file is broken, or made to break programs.",
        ),
        _HEAD + "title: " + "[" * 63 + "«»" + "[" * 2 + "]" * 65 + "\n",
        _RIGHT,
    ),
    kinds.ALIAS_OR_MERGE: Prose(
        Phrase(
            "使用了 YAML 的锚点、别名（&、*）或合并键（<<）。",
            "An anchor, an alias (& and *) or a merge key (<<) of YAML is used.",
        ),
        Phrase(
            "posdoc 有自己的写法：based_on 沿用另一岗位，defaults 写共用的值，共享指标用 use。别名会让人看不出值写在哪里。",
            "posdoc has its own ways: based_on takes over another position, defaults hold common values, and shared indicators "
            "are named with use. An alias hides where a value comes from.",
        ),
        _HEAD + "title: «&t» 经理\n",
        _RIGHT,
    ),
    kinds.DUPLICATE_KEY: Prose(
        Phrase("同一个键写了两次。", "A key stands twice."),
        Phrase(
            "只有一个值会生效，另一个被悄悄丢掉；posdoc 两处都指出，由作者决定。",
            "Only one of the values can count and the other would be lost silently; both places are shown, and the author "
            "decides.",
        ),
        _HEAD + "title: 经理\n«title»: 主管\n",
        _RIGHT,
    ),
    kinds.NOT_UTF8: Prose(
        Phrase("文件不是 UTF-8 编码，例如 GBK 或 UTF-16。", "The file is not UTF-8 but, say, GBK or UTF-16."),
        Phrase(
            "按错误的编码读取会变成乱码。请在编辑器里另存为 UTF-8。",
            "Read in the wrong encoding, the text would be garbled. Save it as UTF-8 in the editor.",
        ),
        "",
        _RIGHT,
    ),
    kinds.MISPLACED_BOM: Prose(
        Phrase("文件中间有字节顺序标记（BOM）。", "A byte order mark stands in the middle of the file."),
        Phrase(
            "它看不见，却会成为文字的一部分；多半是把几个文件拼在一起留下的。文件开头的 BOM 没有关系。",
            "It cannot be seen but becomes part of the text; usually files were joined. One at the beginning does no harm.",
        ),
        _HEAD + "title: 经«\ufeff»理\n",
        _RIGHT,
    ),
    kinds.TAB_INDENTATION: Prose(
        Phrase("用制表符缩进。", "A line is indented with a tab."),
        Phrase("YAML 只允许用空格缩进。", "YAML allows spaces only."),
        _HEAD + "title: 经理\nconditions:\n«\t»hours: 白班\n",
        _HEAD + "title: 经理\nconditions:\n  hours: 白班\n",
    ),
    kinds.WIDE_SPACE_INDENTATION: Prose(
        Phrase("用全角空格或不间断空格缩进。", "A line is indented with ideographic or no-break spaces."),
        Phrase("看起来像空格，YAML 却把它当作文字。", "They look like spaces, but YAML takes them for text."),
        _HEAD + "title: 经理\nconditions:\n«　　»hours: 白班\n",
        _HEAD + "title: 经理\nconditions:\n  hours: 白班\n",
    ),
    kinds.FULL_WIDTH_SYNTAX: Prose(
        Phrase(
            "行首的键后用了全角冒号，或用了全角的减号、井号。",
            "A full-width colon, dash or hash stands where YAML needs the ordinary one.",
        ),
        Phrase(
            "中文输入法打出的“：”“－”“＃”不是 YAML 的符号，整行会被当成一段文字。",
            "The signs ：－＃ of a Chinese keyboard mean nothing to YAML, so that the line becomes plain text.",
        ),
        _HEAD + "title«：»经理\n",
        _RIGHT,
    ),
    kinds.FORBIDDEN_CHARACTER: Prose(
        Phrase(
            "含有 Word 文件不能保存的控制字符。", "The text holds a control character that a Word file cannot hold."
        ),
        Phrase(
            "多半是从别的程序粘贴来的，看不见；请删除。",
            "Usually pasted from another program, and invisible; remove it.",
        ),
        _HEAD + "title: 经«\x01»理\n",
        _RIGHT,
    ),
    kinds.BIDI_CONTROL: Prose(
        Phrase("含有改变文字方向的控制字符。", "The text holds a character that changes the direction of writing."),
        Phrase(
            "它能让屏幕上看到的与实际内容不同（“木马源码”攻击）。",
            "With it, what one sees may differ from what is there (a *Trojan source* attack).",
        ),
        _HEAD + "title: 经«\u202e»理\n",
        _RIGHT,
    ),
    kinds.YAML_TAG: Prose(
        Phrase("使用了 YAML 标签（!…）。", "A tag of YAML (!…) is used."),
        Phrase(
            "标签可以让别的程序执行代码；posdoc 不需要它。",
            "Tags can make other programs run code; posdoc has no use for them.",
        ),
        _HEAD + "title: «!!str» 经理\n",
        _RIGHT,
    ),
    kinds.SEVERAL_DOCUMENTS: Prose(
        Phrase("一个文件里有用 --- 隔开的几份内容。", "The file holds several documents, parted by ---."),
        Phrase(
            "一个岗位一个文件；其余的内容不会被读取。", "One position, one file; whatever follows would not be read."
        ),
        _HEAD + "title: 经理\n«---»\ntitle: 主管\n",
        _RIGHT,
    ),
    kinds.UNREADABLE_FILE: Prose(
        Phrase(
            "文件无法打开：没有权限，不是普通文件，或刚被删除。",
            "The file cannot be opened: no permission, no regular file, or just deleted.",
        ),
        Phrase(
            "读不到的定义不能当作不存在。",
            "A definition that cannot be read must not be taken for one that is not there.",
        ),
        "",
        _RIGHT,
    ),
    kinds.FILE_TOO_LARGE: Prose(
        Phrase("文件超过 10 MB。", "The file has more than 10 MB."),
        Phrase(
            "岗位定义只有几 KB；这多半是放错的文件。", "A definition has a few KB; this is probably the wrong file."
        ),
        "",
        _RIGHT,
    ),
    kinds.KEY_NOT_TEXT: Prose(
        Phrase("键不是文字，而是列表或“键: 值”。", "A key is not a text but a list or a mapping."),
        Phrase(
            "键必须是一个词；多半是多写了 ?、[ 或 {。", "A key is a word; usually a ?, [ or { too many was written."
        ),
        _HEAD + "title: 经理\n? «[a, b]»\n: 1\n",
        _RIGHT,
    ),
}
