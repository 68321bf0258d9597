"""What web pages, print-outs and regulations put around and between the texts of posts."""

from __future__ import annotations

import re

from posdoc.patterns import pattern

_AROUND = pattern(
    r"下载文档|版权所有|侵权|侵犯您的权益|仅部分预览|^相关文档$|^最新文档$|Copyright|ICP备|^页码|^-\s*\d+\s*-$"
    r"|^第\s*\d+\s*页\s*[，,]?\s*共|本站由|当前位置|欢迎来到"
)
_ARTICLE = pattern(r"第[一二三四五六七八九十百\d]{1,4}(?:章|条|篇)")


def is_around(text: str) -> bool:
    """Whether a text belongs to the page and not to the form: hints of a web site, numbers of pages."""
    return _AROUND.search(text) is not None


def is_page_number(text: str) -> bool:
    """Whether it is no more than the number of a page, which a text goes on behind."""
    return (
        re.fullmatch(r"(?:页码\s*\d+\s*/\s*\d+|-\s*\d+\s*-|第\s*\d+\s*页\s*[，,]?\s*共\s*\d+\s*页)", text) is not None
    )


def ends_document(text: str) -> bool:
    """Whether what follows is another document."""
    return "下载文档" in text


def is_article(text: str) -> bool:
    """Whether a chapter or an article of a regulation begins: no part of what stands before it."""
    return _ARTICLE.match(text) is not None


def is_title_of_page(text: str, before: str, after: str) -> bool:
    """Whether a line is the title of a web page, which stands twice: alone, and again alone or before the text."""
    plain = text.strip()
    if not 6 <= len(plain) <= 40 or re.search(r"[\u3400-\u9fff]{4}", plain) is None or plain[-1] in "。；;，,":
        return False
    return plain == before.strip() or after.strip().startswith(plain)


def begins_post(path: str) -> bool:
    """Whether a label can be the first of a post that has no title of its own before it."""
    return path == "group.identity" or path.split(".")[0] not in ("group", "ignore", "sections", "document", "flows")
