"""Key performance indicators, the sets they are weighed in, and competences."""

from __future__ import annotations

from decimal import Decimal

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import Percent, Ref, Target, Text


class Period(Option):
    """How often a set of indicators is assessed."""

    MONTH = "month", "月度", "Monthly"
    QUARTER = "quarter", "季度", "Quarterly"
    HALF_YEAR = "half_year", "半年", "Half-yearly"
    YEAR = "year", "年度", "Yearly"


class Dimension(Option):
    """What sort of indicator it is."""

    QUANTITATIVE = "quantitative", "定量", "Quantitative"
    QUALITATIVE = "qualitative", "定性", "Qualitative"
    COMPETENCE = "competence", "能力", "Competence"
    ATTITUDE = "attitude", "态度", "Attitude"


class Direction(Option):
    """Which way is better."""

    HIGHER = "higher", "越高越好", "Higher is better"
    LOWER = "lower", "越低越好", "Lower is better"
    ON_TARGET = "on_target", "符合目标", "On target is best"


class CompositePartName(Option):
    """Whose result enters a composite score."""

    PERSONAL = "personal", "个人绩效", "Individual performance"
    DEPARTMENT = "department", "部门绩效", "Department performance"
    COMPANY = "company", "公司绩效", "Company performance"


class CompetenceKind(Option):
    """Core ability, reference ability, or attitude."""

    CORE = "core", "核心能力", "Core competencies"
    REFERENCE = "reference", "参考能力", "Supporting competencies"
    ATTITUDE = "attitude", "工作态度", "Attitude"


@record
class PeriodTargets(Record):
    """One target for each period of assessment."""

    month: Target | None = declare(
        "月度", "Month", "月度目标。", "The target of a month.", "≥95%")
    quarter: Target | None = declare(
        "季度", "Quarter", "季度目标。", "The target of a quarter.", "≥95%")
    half_year: Target | None = declare(
        "半年", "Half-year", "半年目标。", "The target of a half-year.", "≥96%")
    year: Target | None = declare(
        "年度", "Year", "年度目标。", "The target of a year.", "≥97%")


@record
class Band(Record):
    """One grading band: from ``min`` up to, but not including, ``max`` (the highest band includes it)."""

    label: Text | None = declare(
        "等级", "Band", "等级名称。", "Name of the band.", {"zh": "超过目标", "en": "Above target"}, required=True)
    min: Decimal | None = declare(
        "下限", "From", "得分下限（含）。", "Lowest score of the band, included.", 80)
    max: Decimal | None = declare(
        "上限", "To", "得分上限（不含；最高等级含上限）。",
        "Upper end of the band, not included (the highest band includes it).", 90)
    consequence: Text | None = declare(
        "结果运用", "Consequence", "得到该等级的结果，如奖金系数。",
        "What follows from the band, such as a bonus factor.", {"zh": "绩效系数 1.1", "en": "Bonus factor 1.1"})


@record
class Kpi(Record):
    """One indicator. ``use`` takes over a shared one from ``posdoc.yaml``; what is restated here wins."""

    id: Ref | None = declare(
        "标识", "Id", "供引用的标识；共享指标必填。", "An id to refer to; needed for shared indicators.",
        "first-fix-rate", printed=False)
    use: Ref | None = declare(
        "引用共享指标", "Uses", "引用 posdoc.yaml 中 kpis 里的共享指标。",
        "Takes over a shared indicator from kpis in posdoc.yaml.", "customer-satisfaction",
        refers_to="kpi", printed=False)
    number: str | None = declare("编号", "No.", "指标编号。", "Number of the indicator.", "6.1.1")
    name: Text | None = declare(
        "指标", "Indicator", "指标名称。", "Name of the indicator.", {"zh": "客户满意度", "en": "Customer satisfaction"})
    dimension: Dimension | None = declare(
        "指标类型", "Type", "定量、定性、能力或态度。", "Quantitative, qualitative, competence or attitude.",
        "quantitative")
    formula: Text | None = declare(
        "计算方式", "Formula", "指标的计算公式或核算方式。", "How it is worked out.",
        {"zh": "满意份数 ÷ 回收份数 × 100%", "en": "satisfied answers ÷ answers received × 100%"})
    target: Target | None = declare(
        "目标", "Target", "目标值，如 ≥95%、≤2 次；定性指标写文字。",
        "The target, such as ≥95% or ≤2; words for a qualitative one.", "≥95%")
    targets: PeriodTargets | None = declare(
        "分期目标", "Targets by period", "按月度、季度、半年、年度分别设定的目标。",
        "Targets that differ by month, quarter, half-year and year.", {"month": "≥94%", "year": "≥95%"})
    direction: Direction | None = declare(
        "方向", "Direction", "越高越好、越低越好或符合目标。", "Whether higher, lower or on target is better.", "higher")
    weight: Percent | None = declare(
        "权重", "Weight", "在本组指标中的权重；合计应为 100%。", "Weight within its set; together 100%.", "30%")
    criteria: Text | None = declare(
        "评分标准", "Scoring", "评分办法。", "How points are given.",
        {"zh": "每低 1 个百分点扣 2 分", "en": "2 points off for each percentage point below"})
    source: Text | None = declare(
        "信息来源", "Source of data", "数据取自何处。", "Where the figures come from.",
        {"zh": "客户回访记录", "en": "call-back records"})
    supplied_by: Ref | None = declare(
        "数据提供方", "Data supplied by", "提供数据的岗位或部门。", "The position or party that supplies the figures.",
        "customer-service-supervisor", refers_to="position outside unit party")
    monitor: Ref | None = declare(
        "考核人", "Assessed by", "负责考核的岗位。", "The position that assesses it.",
        "technical-supervisor", refers_to="position outside")
    duties: tuple[Ref, ...] = declare(
        "对应职责", "Duties measured", "该指标衡量的职责（本岗位职责的标识）。",
        "The duties of this position that it measures, by their ids.", ["complaints"],
        default=(), refers_to="duty")
    bands: tuple[Band, ...] = declare(
        "评分等级", "Grading bands", "该指标自己的评分等级。", "Grading bands of this indicator alone.",
        [{"label": "达标", "min": 60, "max": 100}], default=())
    parts: tuple[Kpi, ...] = declare(
        "分项指标", "Sub-indicators", "组成该指标的分项。", "Indicators that this one is made of.",
        [{"name": "电话回访满意度", "weight": "50%"}], default=())


@record
class CompositePart(Record):
    """One part of a composite score, such as 个人绩效 × 60 %."""

    part: CompositePartName | None = declare(
        "组成部分", "Part", "个人、部门或公司绩效。", "Personal, department or company result.", "personal",
        required=True)
    weight: Percent | None = declare(
        "权重", "Weight", "在综合得分中的权重；合计应为 100%。", "Weight in the composite score; together 100%.",
        "60%", required=True)
    formula: Text | None = declare(
        "说明", "Explanation", "该部分如何取得。", "How this part is obtained.",
        {"zh": "本人考核得分", "en": "own assessment score"})


@record
class KpiSet(Record):
    """A sheet of indicators that are assessed together and whose weights make 100%."""

    id: Ref | None = declare("标识", "Id", "供引用的标识。", "An id to refer to.", "quarterly", printed=False)
    title: Text | None = declare(
        "名称", "Title", "考核表的名称。", "Name of the sheet.", {"zh": "季度考核", "en": "Quarterly assessment"})
    period: Period | None = declare(
        "考核周期", "Period", "考核的周期。", "How often it is assessed.", "quarter")
    weight: Percent | None = declare(
        "权重", "Weight", "本表在全部考核中的权重。", "Weight of this sheet among all sheets.", "70%")
    kpis: tuple[Kpi, ...] = declare(
        "指标", "Indicators", "本表的指标。", "The indicators of the sheet.",
        [{"use": "customer-satisfaction", "weight": "30%"}], default=(), required=True)
    bands: tuple[Band, ...] = declare(
        "评分等级", "Grading bands", "总分对应的等级。", "The bands that a total score falls into.",
        [{"label": "达到目标", "min": 60, "max": 80}], default=())
    composite: tuple[CompositePart, ...] = declare(
        "综合得分", "Composite score", "个人、部门、公司绩效如何合成综合得分。",
        "How personal, department and company results make one score.",
        [{"part": "personal", "weight": "60%"}], default=())
    notes: Text | None = declare(
        "说明", "Notes", "考核说明。", "Notes on the assessment.",
        {"zh": "新入职员工首季度不考核。", "en": "Not assessed in the first quarter of service."})


@record
class Competence(Record):
    """An ability or attitude that the position asks for and that is assessed."""

    shorthand = "name"

    kind: CompetenceKind | None = declare(
        "类别", "Kind", "核心能力、参考能力或工作态度。", "Core ability, reference ability or attitude.", "core")
    name: Text | None = declare(
        "名称", "Name", "能力或态度的名称。", "Name of the ability or attitude.",
        {"zh": "故障诊断能力", "en": "Fault diagnosis"}, required=True)
    level: Text | None = declare(
        "要求等级", "Level required", "要求达到的等级。", "The level that is asked for.", {"zh": "熟练", "en": "Proficient"})
    text: Text | None = declare(
        "行为描述", "Behaviour", "怎样的行为表明具备该能力。", "The behaviour that shows it.",
        {"zh": "能独立判断常见故障", "en": "Finds common faults unaided"})
    weight: Percent | None = declare(
        "权重", "Weight", "在能力态度考核中的权重。", "Weight among the competences.", "20%")
