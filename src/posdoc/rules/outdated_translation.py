"""The source of a translation has changed since the translation was confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Passage, Position
from posdoc.phrases import Phrase
from posdoc.reviews.translations import outdated
from posdoc.rules._languages import name_of
from posdoc.rules._texts import shown

KIND = Kind("POS942", "outdated-translation", Severity.WARNING)
WHAT = Phrase(
    "译文确认以后（posdoc review），原文改了，译文没有跟着改。原文是工作区第一种语言的文字。从未确认过的译文不检查。",
    "A translation was confirmed (posdoc review), and its source has been changed since, but the translation has not. The "
    "source is the text in the first language of the workspace. Translations that were never confirmed are not looked at.",
)
WHY = Phrase(
    "同一份说明书的中文和外文说的不一样，双方各执一词。",
    "The document says one thing in one language and another thing in the other, and both sides rely on theirs.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## reviews.yaml
translations:
  en:
    55b7a57e5cd0: fadfa0465d54
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
"""
PASSING = (_HEAD + "title: {zh: 客服专员, en: Service Agent}\n",)
FAILING = (_HEAD + "title: {zh: 客服主管, en: «Service Agent»}\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each translation that was confirmed for another source text."""
    if organization.reviews is None:
        return
    source = organization.languages[0]
    for passage in outdated(organization):
        yield _finding(passage, source)


def _finding(passage: Passage, source: str) -> Diagnostic:
    of = passage.owner.id if isinstance(passage.owner, Position) else "--all"
    language, quote = name_of(passage.language), shown(passage.text.replace("\n", " "))
    return Diagnostic(
        KIND,
        passage.span(),
        Phrase(
            f"{language.zh}“{quote}”确认以后，原文改过",
            f"the source of '{quote}' has changed since this translation was confirmed",
        ),
        Phrase(
            f"按原文修改译文；译文仍然正确时再次确认：posdoc review {of}",
            f"translate it again; where it is still right, confirm it with: posdoc review {of}",
        ),
        (Related(passage.source.span_of(source), Phrase("现在的原文", "the source as it is now")),),
    )
