"""From YAML to records: what each field accepts, and the exact finding for each thing it does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from posdoc.load.convert import converter_for, read_fields, slots_of
from posdoc.load.reading import Reading
from posdoc.model import (
    Attachment,
    Authority,
    AuthorityAct,
    Company,
    Competence,
    Contact,
    DottedLine,
    Duty,
    Flow,
    HeadCount,
    KpiSet,
    PartialDate,
    People,
    Percent,
    Points,
    Position,
    Post,
    Quantity,
    Record,
    Ref,
    Rotation,
    Signer,
    SignerRole,
    Stated,
    Target,
    Text,
    Unit,
    UnitFunction,
    Workspace,
    record_types,
)
from posdoc.phrases import Phrase
from posdoc.source import read_text
from tests.example_files import marked_span, unmarked


def read(cls: type[Record], yaml: str, languages: tuple[str, ...] = ("zh", "en")) -> tuple[Any, Reading]:
    """A record of ``cls`` as read from YAML, and what was found."""
    node, findings = read_text(unmarked(yaml), "f.yaml")
    assert findings == []
    assert node is not None
    reading = Reading(languages)
    fields = read_fields(cls, node, reading)
    return (cls.build(*fields) if fields else None), reading


class Case(NamedTuple):
    """One mistake: the marks enclose the exact place of the one finding."""

    cls: type[Record]
    yaml: str
    code: str
    zh: str
    en: str
    hint_zh: str
    hint_en: str


MISTAKES = {
    "misspelt key": Case(
        Position, "title: 主管\n«headcont»: 2\n",
        "POS101", "没有“headcont”这个键", "unknown key 'headcont'",
        "是否想写 headcount（岗位定员）？", "did you mean 'headcount' (headcount)?",
    ),
    "key in Chinese": Case(
        Position, "title: 主管\n«职责»: [管理]\n",
        "POS101", "没有“职责”这个键", "unknown key '职责'",
        "是否想写 duties（岗位职责）？", "did you mean 'duties' (duties)?",
    ),
    "key of a nested record": Case(
        Position, "title: 主管\nduties:\n  - text: 管理\n    «占比»: 30%\n",
        "POS101", "没有“占比”这个键", "unknown key '占比'",
        "是否想写 time（时间）？", "did you mean 'time' (time)?",
    ),
    "key that belongs deeper": Case(
        Position, "title: 主管\n«version»: 1.0\n",
        "POS101", "没有“version”这个键", "unknown key 'version'",
        "version（版本）应写在 document（文件信息）下面", "'version' (version) belongs under 'document'",
    ),
    "key that the folder says": Case(
        Position, "title: 主管\n«所属部门»: 客服部\n",
        "POS101", "没有“所属部门”这个键", "unknown key '所属部门'",
        "所属部门由文件所在的文件夹决定，不必写", "the folder says which unit it is in; leave the line out",
    ),
    "key like none": Case(
        Attachment, "title: 图\n«zzz»: 1\n",
        "POS101", "没有“zzz”这个键", "unknown key 'zzz'", "可用的键：title, number", "keys: title, number",
    ),
    "very long key": Case(
        Attachment, f"title: 图\n«{'长' * 60}»: 1\n",
        "POS101", f"没有“{'长' * 39}…”这个键", f"unknown key '{'长' * 39}…'", "可用的键：title, number", "keys: title, number",
    ),
    "a value for a list": Case(
        Position, "title: 主管\nduties: «管理售后»\n",
        "POS102", "此处应为列表，却是单个值", "expected a list, found a single value",
        "每项写成一行“- …”，或写成 [甲, 乙]", "write each item on a line with '- ', or as [a, b]",
    ),
    "a mapping for a list": Case(
        Position, "title: 主管\nduties:\n  «text: 管理»\n",
        "POS102", "此处应为列表，却是“键: 值”", "expected a list, found a mapping",
        "每项写成一行“- …”，或写成 [甲, 乙]", "write each item on a line with '- ', or as [a, b]",
    ),
    "a list for a value": Case(
        Position, "title: 主管\nskip_level: «[甲, 乙]»\n",
        "POS102", "此处应为单个值，却是列表", "expected a single value, found a list", "", "",
    ),
    "two superiors (forms 3.12, S4-F)": Case(
        Position, "title: 主管\nreports_to: «[service-head, sales-head]»\n",
        "POS102", "此处应为单个值，却是列表", "expected a single value, found a list",
        "直接上级只有一个；共同领导写成 reports_to: service-head 和 co_managed_by: [sales-head]",
        "there is one superior; for shared leadership write reports_to: service-head and co_managed_by: [sales-head]",
    ),
    "three superiors, one left blank": Case(
        Position, "title: 主管\nreports_to: «[a, b, ~, c]»\n",
        "POS102", "此处应为单个值，却是列表", "expected a single value, found a list",
        "直接上级只有一个；共同领导写成 reports_to: a 和 co_managed_by: [b, c]",
        "there is one superior; for shared leadership write reports_to: a and co_managed_by: [b, c]",
    ),
    "a list of one superior": Case(
        Position, "title: 主管\nreports_to: «[service-head]»\n",
        "POS102", "此处应为单个值，却是列表", "expected a single value, found a list",
        "直接上级只有一个，不写成列表",
        "there is one superior; write it without a list",
    ),
    "a list of lists of superiors": Case(
        Position, "title: 主管\nreports_to: «[[a, b]]»\n",
        "POS102", "此处应为单个值，却是列表", "expected a single value, found a list",
        "直接上级只有一个，不写成列表",
        "there is one superior; write it without a list",
    ),
    "a list for a text": Case(
        Position, "title: 主管\npurpose: «[甲, 乙]»\n",
        "POS102", "此处应为一段文字，却是列表", "expected a text, found a list",
        "写成一段文字，或按语言分写 {zh: …, en: …}", "write one text, or one for each language: {zh: …, en: …}",
    ),
    "a list for a text in one language": Case(
        Position, "title: 主管\npurpose: {zh: 甲, en: «[a]»}\n",
        "POS102", "此处应为一段文字，却是列表", "expected a text, found a list",
        "写成一段文字，或按语言分写 {zh: …, en: …}", "write one text, or one for each language: {zh: …, en: …}",
    ),
    "a value for a record": Case(
        Position, "title: 主管\ndocument: «1.0»\n",
        "POS102", "此处应为若干“键: 值”，却是单个值", "expected a mapping of keys and values, found a single value", "", "",
    ),
    "a list for labels": Case(
        Workspace, "organization: 公司\nlabels: «[甲]»\n",
        "POS102", "此处应为若干“键: 值”，却是列表", "expected a mapping of keys and values, found a list", "", "",
    ),
    "a value for a whole file": Case(
        Position, "«管理售后»\n",
        "POS102", "此处应为若干“键: 值”，却是单个值", "expected a mapping of keys and values, found a single value", "", "",
    ),
    "a field is missing": Case(
        People, "people:\n  - «posts: [engineer]»\n",
        "POS103", "缺少“姓名”（name）", "'name' (name) is missing", "补上一行，例如 name: …", "add a line such as 'name: …'",
    ),
    "a field of a file is missing": Case(
        Unit, "«kind: group»\n",
        "POS103", "缺少“部门名称”（title）", "'title' (unit) is missing",
        "补上一行，例如 title: …", "add a line such as 'title: …'",
    ),
    "a broken percentage": Case(
        Duty, "text: 管理\ntime: «05%»\n",
        "POS104", "“05%”不是百分比", "'05%' is not a percentage", "写成 30、30% 或 35-40%", "write 30, 30% or 35-40%",
    ),
    "a fraction for a percentage": Case(
        Duty, "text: 管理\ntime: «0.3»\n",
        "POS104", "“0.3”不是百分比", "'0.3' is not a percentage",
        "是 30% 就写 30%，是 0.3% 就写 0.3%", "write 30% if that is meant, or 0.3%",
    ),
    "a truth value for a percentage": Case(
        Duty, "text: 管理\ntime: «true»\n",
        "POS104", "“true”不是百分比", "'true' is not a percentage", "写成 30、30% 或 35-40%", "write 30, 30% or 35-40%",
    ),
    "no number for a percentage": Case(
        Duty, "text: 管理\ntime: «.nan»\n",
        "POS104", "“.nan”不是百分比", "'.nan' is not a percentage", "写成 30、30% 或 35-40%", "write 30, 30% or 35-40%",
    ),
    "a broken head count": Case(
        Position, "title: 主管\nheadcount: «约3人»\n",
        "POS104", "“约3人”不是人数", "'约3人' is not a head count",
        "写数字、范围（2-3）或文字（数名）", "write a number, a range (2-3) or words (several)",
    ),
    "a truth value for a head count": Case(
        Position, "title: 主管\nheadcount: «yes»\n",
        "POS104", "“yes”不是人数", "'yes' is not a head count",
        "写数字、范围（2-3）或文字（数名）", "write a number, a range (2-3) or words (several)",
    ),
    "infinity for a head count": Case(
        Position, "title: 主管\nheadcount: «-.inf»\n",
        "POS104", "“-.inf”不是人数", "'-.inf' is not a head count",
        "写数字、范围（2-3）或文字（数名）", "write a number, a range (2-3) or words (several)",
    ),
    "a date that does not exist": Case(
        Position, "title: 主管\nvalid_from: «2026-02-30»\n",
        "POS104", "“2026-02-30”不是日期", "'2026-02-30' is not a date",
        "写成 2026-03-01、2026-03 或 2026", "write 2026-03-01, 2026-03 or 2026",
    ),
    "a word for a truth value": Case(
        Position, "title: 主管\nassistant: «是»\n",
        "POS104", "“是”不是是非值", "'是' is not true or false", "写 true（是）或 false（否）", "write true or false",
    ),
    "a word for a whole number": Case(
        Duty, "text: 管理\nrank: «第一»\n",
        "POS104", "“第一”不是整数", "'第一' is not a whole number", "写成 3", "write 3",
    ),
    "a percentage for a number": Case(
        KpiSet, "kpis: []\nbands: [{label: 甲, min: «90%»}]\n",
        "POS104", "“90%”不是数字", "'90%' is not a number", "写成 90 或 0.8", "write 90 or 0.8",
    ),
    "a quantity without a number": Case(
        Position, "title: 主管\nqualifications: [{item: age, minimum: «三年»}]\n",
        "POS104", "“三年”不是带单位的数字", "'三年' is not a number with its unit", "写成“3 年”", "write '3 years'",
    ),
    "an option in Chinese": Case(
        Position, "title: 主管\nstatus: «冻结»\n",
        "POS105", "没有“冻结”这个选项", "'冻结' is not one of the choices", "请写 frozen（冻结）", "write 'frozen' (frozen)",
    ),
    "an option nearly in Chinese": Case(
        Authority, "text: 减免\nkind: «财务权»\n",
        "POS105", "没有“财务权”这个选项", "'财务权' is not one of the choices",
        "是否想写 financial（财务）？", "did you mean 'financial'?",
    ),
    "a misspelt option": Case(
        Authority, "text: 减免\nact: «Decides»\n",
        "POS105", "没有“Decides”这个选项", "'Decides' is not one of the choices",
        "是否想写 decide（决定）？", "did you mean 'decide'?",
    ),
    "an option like none": Case(
        Authority, "text: 减免\nact: «xyz»\n",
        "POS105", "没有“xyz”这个选项", "'xyz' is not one of the choices",
        "可选：decide（决定）、propose（建议）、carry_out（执行）", "choose from: decide, propose, carry_out",
    ),
    "nothing behind a key": Case(
        Position, "title: 主管\n«code»:\n",
        "POS106", "“code”后面没有内容", "nothing stands behind 'code'",
        "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "null behind a key": Case(
        Position, "title: 主管\n«code»: ~\n",
        "POS106", "“code”后面没有内容", "nothing stands behind 'code'",
        "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "empty quotes behind a key": Case(
        Position, 'title: 主管\n«code»: " "\n',
        "POS106", "“code”后面没有内容", "nothing stands behind 'code'",
        "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "an empty mapping behind a key": Case(
        Position, "title: 主管\n«document»: {number: , version: ~}\n",
        "POS106", "“document”后面没有内容", "nothing stands behind 'document'",
        "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "nothing in one language": Case(
        Position, "title: {zh: 主管, «en»: }\n",
        "POS106", "“en”后面没有内容", "nothing stands behind 'en'", "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "an empty label": Case(
        Workspace, "organization: 公司\nlabels: {position.title: 职位, «position.code»: }\n",
        "POS106", "“position.code”后面没有内容", "nothing stands behind 'position.code'",
        "填写内容，或删除这一行", "fill it in, or delete the line",
    ),
    "an empty item": Case(
        Position, "title: 主管\naliases: [甲, «~», 乙]\n",
        "POS106", "列表中有一项是空的", "an item of this list is empty",
        "填写内容，或删除这一项", "fill it in, or delete the item",
    ),
    "a misspelt language": Case(
        Position, "title: {zh: 主管, «eng»: Supervisor}\n",
        "POS107", "此处应为文字或语言，“eng”不是本工作区的语言",
        "expected a text or a language; 'eng' is not a language of this workspace",
        "是否想写 en？", "did you mean 'en'?",
    ),
    "a sentence with a colon": Case(
        Duty, "text: 管理\ntasks:\n  - «质量检查»: 每周一次\n",
        "POS107", "此处应为文字或语言，“质量检查”不是本工作区的语言",
        "expected a text or a language; '质量检查' is not a language of this workspace",
        "若这是一句话，整句加引号（“: ”在 YAML 中另有含义）；按语言分写可用：zh、en",
        "put a sentence with a colon into quotes; languages are zh, en (see posdoc.yaml)",
    ),
    "more than the whole": Case(
        Duty, "text: 管理\ntime: «80-120%»\n",
        "POS110", "80-120% 超过 100%", "80-120% is more than 100%",
        "百分比应在 0 到 100 之间", "a percentage lies between 0 and 100",
    ),
    "a default that belongs to one position": Case(
        Unit, "title: 客服组\ndefaults: {«code»: SH-1, location: 总部}\n",
        "POS111", "“code”不能作为默认值", "'code' cannot be a default",
        "它属于单个岗位，请写在岗位文件中", "it belongs to one position; write it in the position's file",
    ),
    "a part of a default that belongs to one position": Case(
        Unit, "title: 客服组\ndefaults: {document: {«number»: SH-1, statement: 声明}}\n",
        "POS111", "“number”不能作为默认值", "'number' cannot be a default",
        "它属于单个岗位，请写在岗位文件中", "it belongs to one position; write it in the position's file",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_one_exact_finding(case: Case) -> None:
    _, reading = read(case.cls, case.yaml)
    (finding,) = reading.findings
    assert finding.code == case.code
    assert finding.message == Phrase(case.zh, case.en)
    assert (finding.hint or Phrase("", "")) == Phrase(case.hint_zh, case.hint_en)
    assert finding.span == marked_span(case.yaml, "f.yaml")


def test_a_required_text_that_is_empty_is_missing() -> None:
    for empty in ('""', "{}", "{zh: }", "~", "{zh: '', en: ' '}"):
        _, reading = read(Position, f"title: {empty}\n")
        assert [finding.code for finding in reading.findings] == ["POS106", "POS103"], empty


def test_every_mistake_in_a_file_is_found_and_the_rest_is_read() -> None:
    position, reading = read(
        Position,
        "titel: 主管\ntitle: 主管\nheadcount: x1\nduties: [{time: 1e9, text: 管理, tasks: [检查]}]\nassistant: 1\n",
    )
    assert [finding.code for finding in reading.findings] == ["POS101", "POS104", "POS104", "POS104"]
    assert position.title == Text({"zh": "主管"})
    assert position.duties == (Duty(text=Text({"zh": "管理"}), tasks=(Text({"zh": "检查"}),)),)


# --- what is accepted ---------------------------------------------------------------------------------------

ACCEPTED: dict[str, tuple[type[Record], str, str, Any]] = {
    "text": (Position, "title: 售后主管", "title", Text({"zh": "售后主管"})),
    "text that looks like a number": (Position, "title: 0012", "title", Text({"zh": "0012"})),
    "text that looks like a truth value": (Position, "title: no", "title", Text({"zh": "no"})),
    "text by language": (Position, "title: {en: Head, zh: 主管}", "title", Text({"en": "Head", "zh": "主管"})),
    "text in one language of two": (Position, "title: {en: Head}", "title", Text({"en": "Head"})),
    "quoted text is kept": (Position, 'title: "~"', "title", Text({"zh": "~"})),
    "block text": (Position, "title: 甲\npurpose: |\n  第一行\n  第二行\n", "purpose", Text({"zh": "第一行\n第二行"})),
    "code with zeros": (Position, "title: 甲\ncode: 0012", "code", "0012"),
    "code like a time": (Position, "title: 甲\ncode: 12:30", "code", "12:30"),
    "reference": (Position, "title: 甲\nreports_to: manager", "reports_to", "manager"),
    "truth value": (Position, "title: 甲\nassistant: true", "assistant", True),
    "head count": (Position, "title: 甲\nheadcount: ２", "headcount", HeadCount(2, 2)),
    "range of heads": (Position, "title: 甲\nheadcount: 2-3 人", "headcount", HeadCount(2, 3)),
    "head count in words": (Position, "title: 甲\nheadcount: 数名", "headcount", HeadCount(text=Text({"zh": "数名"}))),
    "head count by language": (
        Position, "title: 甲\nheadcount: {zh: 数名, en: several}", "headcount",
        HeadCount(text=Text({"zh": "数名", "en": "several"})),
    ),
    "date": (Position, "title: 甲\nvalid_from: 2018-05", "valid_from", PartialDate(2018, 5)),
    "percentage": (Duty, "time: ３５－４０％", "time", Percent(Decimal(35), Decimal(40))),
    "whole number": (Duty, "rank: 1", "rank", 1),
    "quantity": (
        Position, "title: 甲\nqualifications: [{item: age, minimum: 24 岁}]", "qualifications.0.minimum",
        Quantity(Decimal(24), "岁"),
    ),
    "target": (
        KpiSet, "kpis: [{name: 满意度, target: ≥95%}]", "kpis.0.target",
        Target(Text({"zh": "≥95%"}), ">=", Decimal(95), "%"),
    ),
    "option": (Authority, "text: 减免\nact: carry_out", "act", AuthorityAct.CARRY_OUT),
    "key that is a word of Python": (DottedLine, "position: a\nfor: 质量", "for_", Text({"zh": "质量"})),
    "empty list": (Position, "title: 甲\nduties: []", "duties", ()),
    "labels": (
        Workspace, "organization: 公司\nlabels: {position.title: 职位}", "labels", {"position.title": Text({"zh": "职位"})},
    ),
    "chain": (Position, "title: 甲\npromotes_to: [[a, b], [c]]", "promotes_to", (("a", "b"), ("c",))),
    "chain of one, written short": (Position, "title: 甲\npromotes_to: [a, [b, c]]", "promotes_to", (("a",), ("b", "c"))),
    "a duty in short": (Position, "title: 甲\nduties: [管理]", "duties", (Duty(text=Text({"zh": "管理"})),)),
    "a duty in short, by language": (
        Position, "title: 甲\nduties: [{zh: 管理, en: Lead}]", "duties", (Duty(text=Text({"zh": "管理", "en": "Lead"})),),
    ),
    "a dotted line in short": (
        Position, "title: 甲\ndotted_to: [quality]", "dotted_to", (DottedLine(position=Ref("quality")),),
    ),
    "a rotation in short": (Position, "title: 甲\nrotates_to: [b]", "rotates_to", (Rotation(position=Ref("b")),)),
    "a contact in short": (Position, "title: 甲\ncontacts: [finance]", "contacts", (Contact(party=Ref("finance")),)),
    "a competence in short": (
        Position, "title: 甲\ncompetences: [沟通]", "competences", (Competence(name=Text({"zh": "沟通"})),),
    ),
    "an objective in short": (Position, "title: 甲\nobjectives: [满意]", "objectives", (Points(title=Text({"zh": "满意"})),)),
    "a signer in short": (
        Position, "title: 甲\ndocument: {signers: [author]}", "document.signers", (Signer(role=SignerRole.AUTHOR),),
    ),
    "a step in short": (Flow, "title: 甲\nsteps: [受理]", "steps.0.text", Text({"zh": "受理"})),
    "where a step leads, in short": (
        Flow, "title: 甲\nsteps: [{text: 受理, next: [end]}]", "steps.0.next.0.to", "end",
    ),
    "a function in short": (
        Unit, "title: 甲\nfunctions: [受理]", "functions", (UnitFunction(text=Text({"zh": "受理"})),),
    ),
    "a post in short": (People, "people: [{name: 张伟, posts: [a]}]", "people.0.posts", (Post(position=Ref("a")),)),
    "a company in short": (Workspace, "organization: 公司", "organization", Company(name=Text({"zh": "公司"}))),
}  # fmt: skip


def at(value: Any, path: str) -> Any:
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    return value


@pytest.mark.parametrize(("cls", "yaml", "path", "meant"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_accepted(cls: type[Record], yaml: str, path: str, meant: Any) -> None:
    record, reading = read(cls, yaml)
    assert reading.findings == []
    assert at(record, path) == meant


def test_plain_texts_are_in_the_first_language() -> None:
    position, _ = read(Position, "title: Supervisor", ("en", "zh"))
    assert position.title == Text({"en": "Supervisor"})


def test_a_text_in_a_language_that_the_workspace_has_not() -> None:
    _, reading = read(Position, "title: {zh: 主管, en: Head}", ("zh",))
    assert [finding.code for finding in reading.findings] == ["POS107"]


def test_any_language_will_do_where_the_settings_could_not_be_read() -> None:
    node, _ = read_text("title: {fr: Chef}", "f.yaml")
    assert node is not None
    reading = Reading(any_language=True)
    fields = read_fields(Position, node, reading)
    assert fields is not None
    assert fields.values["title"] == Text({"fr": "Chef"})
    assert reading.findings == []


def test_a_record_with_a_text_by_language_and_a_wrong_language_is_still_a_text() -> None:
    _, reading = read(Position, "title: 甲\nduties: [{zh: 管理, fr: gérer}]")
    assert [(finding.code, finding.span.column) for finding in reading.findings] == [("POS107", 19)]


def test_every_value_knows_its_place() -> None:
    position, _ = read(
        Position, "title: {zh: 主管}\nduties:\n  - text: 管理\n    time: 30%\nreports_to: boss\nrotates_to: [b]\n"
    )
    (duty,) = position.duties
    assert position.title.span[1:] == (1, 8, 1, 16)
    assert position.key_at("duties")[1:] == (2, 1, 2, 7)
    assert duty.span[1:3] == (3, 5)
    assert duty.at("time")[1:] == duty.time.span[1:] == (4, 11, 4, 14)
    assert position.reports_to.span[1:] == (5, 13, 5, 17)
    assert position.rotates_to[0].at("position")[1:] == (6, 14, 6, 15)
    assert isinstance(position.origins["title"], Stated)


def test_a_default_that_may_not_be_handed_down_is_left_out() -> None:
    unit, _ = read(Unit, "title: 甲\ndefaults: {code: A, location: 总部, document: {version: 1.0, statement: 声明}}")
    assert set(unit.defaults.values) == {"location", "document"}
    document = unit.defaults.values["document"]
    assert (document.version, document.statement) == (None, Text({"zh": "声明"}))
    assert not document.states("version")


def test_there_is_a_converter_for_every_field() -> None:
    assert len(record_types()) > 30
    for cls in record_types():
        assert all(callable(slot.convert) for slot in slots_of(cls).values())


def test_a_type_that_nobody_reads_is_an_error_of_the_declaration() -> None:
    with pytest.raises(KeyError):
        converter_for(float)
