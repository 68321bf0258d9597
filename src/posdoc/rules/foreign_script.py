"""Characters of a script that no language of the workspace is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._texts import is_allowed, shown

KIND = Kind("POS702", "foreign-script")
WHAT = Phrase(
    "文字里有本工作区各语言都不使用的文字（泰米尔文、西里尔字母等），或没有公认字形的专用区字符。用作符号的希腊字母"
    "（Ω、μ）和拉丁字母不算。",
    "A text holds characters of a script in which no language of the workspace is written (Tamil, Cyrillic …), or "
    "private-use characters. Latin letters, and Greek ones used as symbols (Ω, μ), are fine.",
)
WHY = Phrase(
    "这些字符多半是抓取、识别或复制时混进来的，Word 里会印成空框。",
    "Such characters mostly crept in when a text was copied, scanned or taken from a web page, and print as boxes.",
)
LOCAL = True


@record
class ScriptOptions(Options):
    """What else may occur."""

    languages: tuple[str, ...] = declare(
        "另许语言", "Further languages",
        "不作打印语言、但其文字可以出现的语言。",
        "Languages that are not printed but whose script may occur.",
        ["ru"], default=(),
    )  # fmt: skip
    allow: tuple[str, ...] = declare(
        "放行词语", "Words allowed",
        "不必报告的词语，如商标。",
        "Words that are not to be reported, such as a trade mark.",
        ["Ниva"], default=(),
    )  # fmt: skip


OPTIONS = ScriptOptions
_HEAD = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
"""
PASSING = (
    "## posdoc.yaml\norganization: 公司\n" + _HEAD + "tools: [500Ω 标准电阻, μ 级千分尺, α 系列变频器]\n",
    """\
## posdoc.yaml
organization: 公司
rules: {options: {foreign-script: {languages: [ru]}}}
"""
    + _HEAD
    + "contacts: [{party: engineer, content: 与 Байкал 公司核对图纸}]\n",
)
FAILING = (
    "## posdoc.yaml\norganization: 公司\n" + _HEAD + "tools: [万用表«பைடு நூலகம்»]\n",
    "## posdoc.yaml\norganization: 公司\n" + _HEAD + 'tools: ["«\\uE0B7»万用表"]\n',
)

_SCRIPTS: dict[str, tuple[Phrase, str]] = {
    "Grek": (Phrase("希腊文", "Greek"), "\u0370-\u03ff\u1f00-\u1fff"),
    "Cyrl": (Phrase("西里尔字母", "Cyrillic"), "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"),
    "Armn": (Phrase("亚美尼亚文", "Armenian"), "\u0530-\u058f"),
    "Hebr": (Phrase("希伯来文", "Hebrew"), "\u0590-\u05ff\ufb1d-\ufb4f"),
    "Arab": (Phrase("阿拉伯文", "Arabic"), "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    "Deva": (Phrase("天城文", "Devanagari"), "\u0900-\u097f"),
    "Beng": (Phrase("孟加拉文", "Bengali"), "\u0980-\u09ff"),
    "Guru": (Phrase("古木基文", "Gurmukhi"), "\u0a00-\u0a7f"),
    "Gujr": (Phrase("古吉拉特文", "Gujarati"), "\u0a80-\u0aff"),
    "Orya": (Phrase("奥里亚文", "Odia"), "\u0b00-\u0b7f"),
    "Taml": (Phrase("泰米尔文", "Tamil"), "\u0b80-\u0bff"),
    "Telu": (Phrase("泰卢固文", "Telugu"), "\u0c00-\u0c7f"),
    "Knda": (Phrase("卡纳达文", "Kannada"), "\u0c80-\u0cff"),
    "Mlym": (Phrase("马拉雅拉姆文", "Malayalam"), "\u0d00-\u0d7f"),
    "Sinh": (Phrase("僧伽罗文", "Sinhala"), "\u0d80-\u0dff"),
    "Thai": (Phrase("泰文", "Thai"), "\u0e00-\u0e7f"),
    "Laoo": (Phrase("老挝文", "Lao"), "\u0e80-\u0eff"),
    "Tibt": (Phrase("藏文", "Tibetan"), "\u0f00-\u0fff"),
    "Mymr": (Phrase("缅甸文", "Burmese"), "\u1000-\u109f"),
    "Geor": (Phrase("格鲁吉亚文", "Georgian"), "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f"),
    "Hang": (Phrase("谚文（韩文）", "Hangul"), "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"),
    "Ethi": (Phrase("埃塞俄比亚文", "Ethiopic"), "\u1200-\u139f"),
    "Khmr": (Phrase("高棉文", "Khmer"), "\u1780-\u17ff\u19e0-\u19ff"),
    "Mong": (Phrase("蒙古文", "Mongolian"), "\u1800-\u18af"),
    "Kana": (Phrase("假名（日文）", "Kana"), "\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"),
    "Hani": (Phrase("汉字", "Chinese characters"), "\u2e80-\u2fdf\u3005-\u3007\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf"
             "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"),
}  # fmt: skip
"""The printed name of each script and where its characters lie (Unicode, Blocks.txt)."""
_WRITTEN_IN = {
    "Hani": "zh ja ko yue", "Kana": "ja", "Hang": "ko", "Grek": "el", "Armn": "hy", "Hebr": "he yi", "Geor": "ka",
    "Cyrl": "ru uk be bg mk sr bs kk ky tg mn uz tt ba cv ce os ab kv", "Arab": "ar fa ur ug ps ku sd ckb dv",
    "Deva": "hi mr ne sa kok mai bho", "Beng": "bn as mni", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta",
    "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo dz",
    "Mymr": "my shn", "Ethi": "am ti", "Khmr": "km", "Mong": "mn",
}  # fmt: skip
_COMMON = (
    "\x00-\u036f"  # Latin, phonetic letters, accents
    "\u1d00-\u1eff\u2000-\u2bff\u2c60-\u2c7f\u2e00-\u2e7f"  # more Latin, punctuation, symbols
    "\u3000-\u3004\u3008-\u3040\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u33ff\ua720-\ua7ff"
    "\ufb00-\ufb06\ufe00-\ufe6f\ufeff-\uff65\uff9e\uff9f\uffe0-\uffff\U0001d400-\U0001d7ff\U0001f000-\U0001faff"
)
"""What every language may use."""
_GREEK_WORD = re.compile(f"[{_SCRIPTS['Grek'][1]}]{{4}}")


def check(organization: Organization, options: ScriptOptions) -> Iterator[Diagnostic]:
    """Each run of characters that belong to no language in use."""
    pattern = _foreign(frozenset(tag.split("-")[0] for tag in (*organization.languages, *options.languages)))
    for manuscript in organization.manuscripts.values():
        for hit in manuscript.search(pattern):
            found = hit.match[0]
            what = _name_of(found)
            if what is not None and not is_allowed(hit, options.allow):
                yield Diagnostic(KIND, hit.span, what, _HINT)


_HINT = Phrase(
    "多半是复制或识别时带来的，请删去或改正；确需使用的用参数 allow 或 languages 放行",
    "it most likely came with a copied text, so delete or correct it; the options 'allow' and 'languages' spare what belongs",
)


@cache
def _foreign(languages: frozenset[str]) -> re.Pattern[str]:
    """Runs of characters outside the scripts of these languages."""
    known = [ranges for script, (_, ranges) in _SCRIPTS.items() if languages.intersection(_WRITTEN_IN[script].split())]
    own = f"[^{_COMMON}{''.join(known)}]"
    return re.compile(f"{own}(?:{own}|[ \u200c\u200d]+(?={own}))*")


@cache
def _script_patterns() -> list[tuple[Phrase, re.Pattern[str]]]:
    return [(name, re.compile(f"[{ranges}]")) for name, ranges in _SCRIPTS.values()]


def _name_of(found: str) -> Phrase | None:
    """What to say of a run; None where it is but a symbol."""
    for name, pattern in _script_patterns():
        if pattern.match(found):
            if name.en == "Greek" and not _GREEK_WORD.search(found):
                return None
            return Phrase(
                f"“{shown(found)}”是{name.zh}，本工作区没有用它书写的语言",
                f"'{shown(found)}' is {name.en}, in which no language of this workspace is written",
            )
    category = unicodedata.category(found[0])
    if category in ("Co", "Cn"):
        code = f"U+{ord(found[0]):04X}"
        return Phrase(f"{code} 是没有公认字形的字符", f"{code} is a character without any agreed shape")
    if category[0] not in "LM":
        return None
    script = unicodedata.name(found[0], "").split(" ")[0].capitalize()
    return Phrase(
        f"“{shown(found)}”不是本工作区所用的文字（{script}）",
        f"'{shown(found)}' is in a script that no language of this workspace uses ({script})",
    )
