"""Write the example form ``plain``: ``python docs/examples/make_plain.py``.

``plain-blank.docx`` was made in LibreOffice and is only read; ``plain.docx`` is that file with tags put into its
paragraphs, and with what Word corrects when it saves such a file.
"""

from __future__ import annotations

import copy
import re
import sys
from pathlib import Path

from lxml import etree

from posdoc.word.package import read_package, write_package

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from templates.designers.parts import theme  # noqa: E402

HERE = Path(__file__).resolve().parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
ENTRIES = '{% if cell.items %}{{ cell.items|join("；") }}{% else %}{{ cell.lines|join("；") }}{% endif %}'
PLAIN: dict[str, tuple[str, ...]] = {
    "岗位名称：": ("岗位名称：{{ position.title }}",),
    "岗位编号：": ("岗位编号：{{ position.code }}",),
    "所属部门：": ("所属部门：{{ position.unit }}",),
    "直接上级：": ("直接上级：{{ position.reports_to }}",),
    "定员：": ("定员：{{ position.headcount }}",),
    "生效日期：": ("生效日期：{{ dates.effective|date }}",),
    "（岗位概述）": ("{% if position.overview %}{{ position.overview }}{% else %}{{ position.purpose }}{% endif %}",),
    "（一）……": (
        "{%p if duties %}",
        "{%p for duty in duties.duties %}",
        "（{{ duty.number|chinese }}）{% if duty.area %}{{ duty.area }}：{% endif %}{{ duty.text }}"
        "{% if duties.columns %}{% if duty.first_share %}【{{ duty.first_share|percent }}】{% endif %}{% endif %}",
    ),
    "工作任务……": (
        "{%p for task in duty.tasks %}",
        "{{ task }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endif %}",
    ),
    "（二）……": (),
    "任职条件……": (
        "{%p if qualifications %}",
        "{%p for line in qualifications.qualifications %}",
        "{{ line.in_line }}{% if line.required %}：{{ line.required }}{% endif %}"
        '{% if line.preferred and line.preferred != "—" %}（理想：{{ line.preferred }}）{% endif %}',
        "{%p endfor %}",
        "{%p endif %}",
    ),
    "联系对象：": (
        "{%p if contacts %}",
        "{%p for contact in contacts.contacts %}",
        "{{ contact.party }}：{{ contact.content }}",
        "{%p endfor %}",
        "{%p for cell in contacts.cells %}",
        f"{{{{ cell.label }}}}：{ENTRIES}",
        "{%p endfor %}",
        "{%p endif %}",
    ),
    "工作环境：舒适□ 一般□ 较恶劣□": ("工作环境：{{ boxes.environment|boxes }}",),
    "使用工具：": ("使用工具：{{ position.tools }}",),
    "工作记录：": ("工作记录：", "{{ position.records|lines }}"),
}
"""The paragraphs of the blank form, and what stands in their place: each keeps the look of the one it came from."""


CORRECTIONS = (
    ("word/numbering.xml", r'<w:lvlJc w:val="start"/>', '<w:lvlJc w:val="left"/>'),
    ("word/numbering.xml", r"(<w:pStyle [^>]*/>)(<w:numFmt [^>]*/>)", r"\2\1"),
    ("word/fontTable.xml", r' w:characterSet="[^"]*"', ""),
    (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rIdTheme" Type="{THEME}" Target="theme/theme1.xml"/></Relationships>',
    ),
    (
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME_TYPE}"/></Types>',
    ),
)
"""What LibreOffice writes its own way and Word corrects when it saves the file: part, pattern, what is put there."""


def plain() -> dict[str, bytes]:
    """The parts of LibreOffice's file, with tags in its main part."""
    parts = dict(read_package((HERE / "plain-blank.docx").read_bytes(), "plain-blank"))
    root = etree.fromstring(parts["word/document.xml"])
    seen = set()
    for paragraph in list(root.iter(f"{W}p")):
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        parent = paragraph.getparent()
        if text in PLAIN and parent is not None:
            for line in () if text in seen else PLAIN[text]:
                paragraph.addprevious(_with_text(paragraph, line))
            seen.add(text)
            parent.remove(paragraph)
    assert seen == set(PLAIN), set(PLAIN) - seen
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _as_word_saves(parts)


def _as_word_saves(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts as they are once Word has opened and saved them."""
    corrected = {**parts, "word/theme/theme1.xml": theme().encode()}
    for name, pattern, right in CORRECTIONS:
        corrected[name] = re.sub(pattern, right, corrected[name].decode()).encode()
    return corrected


def _with_text(paragraph: etree._Element, text: str) -> etree._Element:
    """A copy of a paragraph that says something else."""
    made = copy.deepcopy(paragraph)
    first, *others = made.iter(f"{W}t")
    first.text = text
    for other in others:
        other.text = ""
    return made


if __name__ == "__main__":
    (HERE / "plain.docx").write_bytes(write_package(plain()))
