"""A text is in another language than the one it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Organization, Person
from posdoc.model.manuscript import Manuscript, Passage
from posdoc.phrases import Phrase
from posdoc.rules._languages import CHINESE, base_of, is_english_sentence
from posdoc.rules._texts import HAN, shown

KIND = Kind("POS708", "wrong-language", Severity.WARNING)
WHAT = Phrase(
    "写在 zh 下（或主语言为中文时直接写出）的整句是英文，或写在 en 下的文字里有中文。",
    "A sentence under zh (or written plainly where Chinese is the first language) is in English, or a text under en has "
    "Chinese in it.",
)
WHY = Phrase(
    "多半是中英文写反了，或只译了一半，打印时会混在一起。产品名、缩写、网址不算；英文里的中文术语放在括号或引号里即可。",
    "Mostly the two were swapped or the translation is half done, and the printed document mixes languages. Product names, "
    "abbreviations and addresses do not count; in English a Chinese term may stand in brackets or quotation marks.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
PASSING = (
    _HEAD + "tools: [Microsoft Office 365, {zh: SAP ERP, en: SAP ERP}]\n",
    _HEAD + "purpose: {zh: 处理三包退换, en: Handle returns under the warranty rules (三包)}\n",
)
FAILING = (
    _HEAD + "purpose: {zh: «Repair units at the customer's site», en: 现场维修}\n",
    _HEAD + "purpose: «Repair units at the customer's site»\n",
    _HEAD + "purpose: {zh: 现场维修, en: «现场维修»}\n",
    _HEAD + "purpose: {zh: 处理三包退换, en: Handle «三包» returns}\n",
    """\
## posdoc.yaml
«organization»: Company
## positions/service/unit.yaml
title: Service
background: We look after all units in the field.
## positions/service/engineer.yaml
title: Engineer
purpose: Repair units at the customer's site.
overview: An engineer who travels for most of the week.
""",
)
_ASIDE = re.compile(r"[(（\[【][^()（）\[\]【】\n]*[)）\]】]|[\"“‘「『《][^\"“”’」』》\n]*[\"”’」』》]")
_CHINESE_PHRASE = re.compile(f"[{HAN}][{HAN}，。、；：]*")
_MANY = 3


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each text in the wrong language; one finding for all where the settings name the wrong first language."""
    for language, manuscript in organization.manuscripts.items():
        if base_of(language) == "zh":
            wrong, right = _english_in(manuscript)
            if language == organization.languages[0] and len(wrong) >= _MANY and len(wrong) > right:
                yield _wrong_first_language(organization, language)
            else:
                yield from (_english(organization, passage) for passage in wrong)
        elif base_of(language) == "en":
            yield from _chinese_in(organization, manuscript)


def _english_in(manuscript: Manuscript) -> tuple[list[Passage], int]:
    """The English sentences among Chinese texts, and how many texts are Chinese."""
    without = [passage for passage in manuscript.passages if not CHINESE.search(passage.text)]
    wrong = [passage for passage in without if is_english_sentence(passage.text)]
    return wrong, len(manuscript.passages) - len(without)


def _chinese_in(organization: Organization, manuscript: Manuscript) -> Iterator[Diagnostic]:
    for passage in manuscript.passages:
        if not passage.text.isascii() and not isinstance(passage.owner, Person):
            asides = [match.span() for match in _ASIDE.finditer(passage.text)]
            for match in _CHINESE_PHRASE.finditer(passage.text):
                if not any(start < match.start() < end for start, end in asides):
                    yield _chinese(organization, passage, match.start(), match.end())
                    break


def _english(organization: Organization, passage: Passage) -> Diagnostic:
    quote = shown(passage.text.replace("\n", " "))
    return Diagnostic(
        KIND,
        passage.span(),
        Phrase(f"“{quote}”应为中文，却是英文", f"'{quote}' stands for Chinese but is in English"),
        _way_out(organization, passage, "en"),
    )


def _chinese(organization: Organization, passage: Passage, start: int, end: int) -> Diagnostic:
    quote = shown(passage.text[start:end])
    if re.search("[A-Za-z]", passage.text):
        message = Phrase(f"英文里有中文“{quote}”", f"the English text has Chinese in it: '{quote}'")
        return Diagnostic(
            KIND,
            passage.span(start, end),
            message,
            Phrase(
                "译成英文；必须保留的术语放在括号或引号里",
                "translate it, or put a term that has to stay into brackets or quotes",
            ),
        )
    message = Phrase(f"“{quote}”应为英文，却是中文", f"'{quote}' stands for English but is in Chinese")
    return Diagnostic(KIND, passage.span(), message, _way_out(organization, passage, "zh"))


def _way_out(organization: Organization, passage: Passage, real: str) -> Phrase:
    """What to do with a text that is in the language ``real``."""
    is_plain = len(passage.source.languages) == 1 and passage.language == organization.languages[0]
    if is_plain:
        return Phrase(
            f"按语言写成 {{zh: …, en: …}}，此句归入 {real}", f"write {{zh: …, en: …}}, with this text under {real}"
        )
    if base_of(passage.language) == "zh":
        return Phrase(
            "译成中文；中英文写反了就对调", "translate it into Chinese, or change places with the English text"
        )
    return Phrase("译成英文；中英文写反了就对调", "translate it into English, or change places with the Chinese text")


def _wrong_first_language(organization: Organization, language: str) -> Diagnostic:
    workspace = organization.workspace
    return Diagnostic(
        KIND,
        workspace.at("languages") if workspace.states("languages") else workspace.key_at("organization"),
        Phrase(
            f"文字多为英文，而主语言是 {language}（languages 的第一个，不写即 zh）",
            f"most texts are in English, while the first language is {language} (zh where languages is left out)",
        ),
        Phrase(
            "在 posdoc.yaml 中写 languages: [en] 或 [en, zh]", "write 'languages: [en]' or '[en, zh]' in posdoc.yaml"
        ),
    )
