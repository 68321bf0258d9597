"""Did you mean: what people really type in place of a key or a choice."""

from __future__ import annotations

import pytest

from posdoc.load.form_labels import KEYS_BY_WORD, NOT_WRITTEN
from posdoc.load.suggest import allowed_options, closest, key_hint
from posdoc.model import (
    AuthorityAct,
    DocumentStatus,
    Duty,
    Environment,
    Hazard,
    Kpi,
    KpiSet,
    Option,
    Period,
    Person,
    Position,
    PositionStatus,
    Record,
    Responsibility,
    Unit,
    field_of,
    fields_of,
    record_types,
)

MEANT: dict[type[Record], dict[str, str]] = {
    Position: {
        # misspelt
        "titel": "title", "headcont": "headcount", "head-count": "headcount", "Head Count": "headcount",
        "report_to": "reports_to", "reports-to": "reports_to", "reportsto": "reports_to", "duty": "duties",
        "qualification": "qualifications", "promote_to": "promotes_to", "kpi_set": "kpi_sets", "Title": "title",
        "job family": "family", "direct_report": "direct_reports", "basedon": "based_on",
        # the labels themselves
        "岗位名称": "title", "岗位职责": "duties", "直接上级": "reports_to", "任职资格": "qualifications",
        "岗位编号": "code", "岗位定员": "headcount", "可晋升岗位": "promotes_to", "临时替代岗位": "substitute",
        # the names that forms give them
        "名称": "title", "职位名称": "title", "职务": "title", "编号": "code", "职位编号": "code", "职务编号": "code",
        "人数": "headcount", "定员": "headcount", "职位人数": "headcount", "编制": "headcount", "定编人数": "headcount",
        "职等": "grade", "职级": "grade", "岗位等级": "grade", "工资等级": "pay_grade", "薪酬类型": "pay_type",
        "职责": "duties", "工作职责": "duties", "工作内容": "duties", "主要工作": "duties", "岗 位 职 责": "duties",
        "上级": "reports_to", "直属上级": "reports_to", "直属主管": "reports_to", "直属上司": "reports_to",
        "直接上司": "reports_to", "汇报对象": "reports_to", "虚线汇报": "dotted_to",
        "下级": "direct_reports", "直接督导职位": "direct_reports",
        "间接督导": "indirect_reports", "所辖人员": "supervises", "临时替代": "substitute", "可轮调": "rotates_to",
        "可轮调职位": "rotates_to", "横向平移": "rotates_to", "可升迁": "promotes_to", "可晋升职位": "promotes_to",
        "晋升": "promotes_to", "可晋升至此": "promotes_from", "降级": "demotes_to",
        "任职要求": "qualifications", "任职条件": "qualifications", "任用资格": "qualifications", "任职需求": "qualifications",
        "学历": "qualifications", "工作经验": "qualifications", "技能要求": "qualifications",
        "目的": "purpose", "职位目的": "purpose", "本职": "purpose", "概述": "overview", "岗位概要": "overview",
        "背景": "background", "目标": "objectives", "权限": "authority", "权力": "authority",
        "工作联系": "contacts", "协作关系": "contacts", "业务接触": "contacts", "联系": "contacts",
        "工具设备": "tools", "使用设备": "tools", "记录文档": "records", "考核指标": "kpi_sets", "绩效标准": "kpi_sets",
        "关键业绩指标": "kpi_sets", "能力素质": "competences", "作业流程图": "flows", "工作流程": "flows",
        "职业发展前景": "development", "薪资待遇": "compensation", "福利待遇": "benefits", "应聘方式": "application",
        "工作性质": "employment", "工作地点": "location", "地点": "location", "兼任": "concurrent_posts", "其他": "sections",
        "别名": "aliases", "培训": "training", "工作特征": "conditions", "状态": "status",
    },
    Duty: {
        "职责": "text", "描述": "text", "职责描述": "text", "职责表述": "text", "标题": "area", "关键成果领域": "area",
        "任务": "tasks", "工作任务": "tasks", "时间百分比": "time", "工作时间百分比": "time", "时间占比": "time", "占比": "time",
        "权重": "weight", "比重": "weight", "责任程度": "responsibility", "衡量标准": "measures", "考核标准": "measures",
        "频率": "frequency", "频次": "frequency", "重要性": "rank", "产出文档": "records", "类别": "category", "taks": "tasks",
    },
    Kpi: {
        "指标名称": "name", "名称": "name", "编号": "number", "计算公式": "formula", "核算方式": "formula", "目标值": "target",
        "比例": "weight", "评分标准": "criteria", "数据来源": "source", "监督人": "monitor", "wieght": "weight",
    },
    KpiSet: {"考核项目": "kpis", "周期": "period", "名称": "title", "考核指标": "kpis"},
    Person: {"姓名": "name", "岗位": "posts", "工号": "number", "编号": "number"},
    Unit: {"名称": "title", "职能": "functions", "负责人": "head", "管理制度": "regulations", "人数": "headcount"},
}  # fmt: skip
CASES = [(cls, word, key) for cls, words in MEANT.items() for word, key in words.items()]


@pytest.mark.parametrize(("cls", "word", "key"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_a_wrong_key_leads_to_the_right_one(cls: type[Record], word: str, key: str) -> None:
    info = field_of(cls, key)
    assert info is not None
    hint = key_hint(cls, word)
    assert hint.zh == f"是否想写 {key}（{info.label.zh}）？"
    assert hint.en == f"did you mean '{key}' ({info.label.en.lower()})?"


DEEPER = {
    "版本": ("version", "document"),
    "文件编号": ("number", "document"),
    "生效日期": ("effective", "document"),
    "撰写人": ("signers", "document"),
    "审核人": ("signers", "document"),
    "签名确认": ("signers", "document"),
    "声明": ("statement", "document"),
    "工作环境": ("environment", "conditions"),
    "危险性": ("hazard", "conditions"),
    "出差": ("travel", "conditions"),
    "工作时间": ("hours", "conditions"),
    "岗前培训": ("induction", "training"),
    "hazard": ("hazard", "conditions"),
}


@pytest.mark.parametrize(("word", "place"), DEEPER.items(), ids=list(DEEPER))
def test_a_key_of_an_inner_record_is_sent_there(word: str, place: tuple[str, str]) -> None:
    hint = key_hint(Position, word)
    inner, outer = place
    assert hint.en.startswith(f"'{inner}' (")
    assert hint.en.endswith(f") belongs under '{outer}'")
    assert hint.zh.startswith(f"{inner}（")
    assert f"应写在 {outer}（" in hint.zh


@pytest.mark.parametrize("word", ["部门", "所属部门", "科室", "department", "Department", "id", "标识"])
def test_what_the_place_of_the_file_says_need_not_be_written(word: str) -> None:
    assert key_hint(Position, word) in NOT_WRITTEN[Position].values()


def test_a_word_like_no_key_gets_all_keys() -> None:
    assert key_hint(Person, "zzzz").en == "keys: name, number, posts"
    assert key_hint(Person, "").zh == "可用的键：name, number, posts"


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.__name__)
def test_each_label_leads_to_its_own_field(cls: type[Record]) -> None:
    for info in fields_of(cls):
        for word in (info.label.zh, info.label.en, info.name):
            if word.lower() not in NOT_WRITTEN.get(cls, {}):
                assert f" {info.name}（" in key_hint(cls, word).zh


def test_every_word_of_the_forms_names_keys_that_exist() -> None:
    keys = {info.name for cls in record_types() for info in fields_of(cls)}
    assert len(KEYS_BY_WORD) > 200
    assert {key for found in KEYS_BY_WORD.values() for key in found} <= keys


OPTIONS: dict[type[Option], dict[str, str]] = {
    PositionStatus: {"冻结": "frozen", "已撤销": "abolished", "撤销": "abolished", "Active": "active", "actve": "active"},
    Responsibility: {"全责": "full", "协助": "assist", "协助上级": "assist", "organise": "organize"},
    Environment: {"一般": "fair", "恶劣": "harsh", "较恶劣": "harsh"},
    Hazard: {"一定危险": "some", "一定": "some", "无": "none"},
    Period: {"季度": "quarter", "半年": "half_year", "half-year": "half_year", "quarterly": "quarter", "月": "month"},
    AuthorityAct: {"决定权": "decide", "carry out": "carry_out"},
    DocumentStatus: {"已批准": "approved", "批准": "approved", "草案": "draft"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("cls", "word", "value"),
    [(cls, word, value) for cls, words in OPTIONS.items() for word, value in words.items()],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_wrong_choice_leads_to_the_right_one(cls: type[Option], word: str, value: str) -> None:
    hint = allowed_options(cls, word)
    assert f" {value}（{cls.of(value).label.zh}）" in hint.zh
    assert f"'{value}'" in hint.en
    assert "、" not in hint.zh


def test_the_closest_word() -> None:
    assert closest("manger", ["manager", "engineer"]) == "manager"
    assert closest("xyz", ["manager", "engineer"]) is None
    assert closest("x", []) is None
