"""An attachment has the name of the document itself, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Attachment, Organization, Text
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents

KIND = Kind("POS807", "attachment-names-the-document", Severity.WARNING)
WHAT = Phrase(
    "附件的名称就是本文件自己的名称，或只写“附件”“附件1”，没有说明是什么。",
    "An attachment has the name of the document itself, or is only called 'attachment' or 'attachment 1'.",
)
WHY = Phrase(
    "读者按附件名去找文件；名称指回本文件，说明多半是套用模板时留下的。",
    "Readers look for the attachment by its name. A name that leads back to the document is mostly a left-over of a "
    "template.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (_HEAD + "document: {attachments: [售后经理授权委托书, 附件1：服务流程图, 客服代表岗位说明书]}\n",)
FAILING = (
    _HEAD + "document: {attachments: [服务流程图, «售后经理岗位说明书附件»]}\n",
    _HEAD + "document: {attachments: [«附件 1»]}\n",
)
_FORMS = (
    r"(?:岗位|职位|职务|工作|部门)?(?:职责)?说明书|jobdescription|positiondescription|roledescription"
)  # fmt: skip
_NOTHING = re.compile(
    r"见?(?:附件|附录|附表|附图)[0-9一二三四五六七八九十a-z]{0,2}|(?:seethe|see)?(?:attachment|appendix|annex|enclosure)s?(?:no)?[0-9a-z]{0,2}"
)
_PARTS = re.compile(rf"^本|的?(?:附件|attachment|appendix)$|(?:{_FORMS})$|^(?:{_FORMS})(?:of)?")
_SIGNS = re.compile(r"[\W_]+")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each attachment that says nothing about what it is."""
    for unit in organization.units:
        if unit.attachments:
            yield from _of(unit.attachments, (unit.title,) if unit.title else ())
    for document, names, _ in documents(organization):
        if document.attachments:
            yield from _of(document.attachments, names)


def _of(attachments: Iterable[Attachment], names: Iterable[Text]) -> Iterator[Diagnostic]:
    own = {_plain(name) for text in names for name in text.languages.values()}
    for attachment in attachments:
        titles = [_plain(title) for title in attachment.title.languages.values()] if attachment.title else []
        if any(_NOTHING.fullmatch(title) for title in titles):
            yield _finding(attachment, Phrase("没有说明附件是什么", "says nothing about what is attached"))
        elif any(_means_the_document(title, own) for title in titles):
            yield _finding(attachment, Phrase("是本文件自己的名称", "is the name of the document itself"))


def _means_the_document(title: str, own: set[str]) -> bool:
    """Whether nothing but a name of the document is left of a title when 'job description of' and the like go."""
    rest = title
    while rest and (shorter := _PARTS.sub("", rest)) != rest:
        rest = shorter
    return title != "" and (rest in own or rest == "")


def _plain(name: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", name)).casefold()


def _finding(attachment: Attachment, fault: Phrase) -> Diagnostic:
    title = attachment.title.in_() if attachment.title else ""
    return Diagnostic(
        KIND,
        attachment.at("title"),
        Phrase(f"附件名称“{title}”{fault.zh}", f"the name '{title}' of the attachment {fault.en}"),
        Phrase(
            "写出附件的名称，如“服务流程图”；没有附件就删去",
            "name what is attached, such as a flow chart, or take it out",
        ),
    )
