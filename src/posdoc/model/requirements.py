"""What a position asks of its incumbent, and the conditions that it offers."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import Percent, Quantity, Text


class QualificationItem(Option):
    """What a qualification is about."""

    EDUCATION = "education", "学历", "Education"
    DEGREE = "degree", "学位", "Degree"
    MAJOR = "major", "专业", "Field of study"
    AGE = "age", "年龄", "Age"
    SEX = "sex", "性别", "Sex"
    PHYSICAL = "physical", "身体条件", "Physical condition"
    WORK_EXPERIENCE = "work_experience", "工作经验", "Work experience"
    MANAGEMENT_EXPERIENCE = "management_experience", "管理经验", "Management experience"
    INDUSTRY_EXPERIENCE = "industry_experience", "行业经验", "Industry experience"
    PROFESSIONAL_EXPERIENCE = "professional_experience", "专业经验", "Professional experience"
    POST_EXPERIENCE = "post_experience", "本岗位经验", "Experience in the post"
    TRAINING = "training", "培训经历", "Training"
    CERTIFICATE = "certificate", "专业资格证书", "Certificate"
    KNOWLEDGE = "knowledge", "专业知识", "Knowledge"
    SKILL = "skill", "专业技能", "Skills"
    COMPUTER = "computer", "计算机技能", "Computer skills"
    LANGUAGE = "language", "外语", "Languages"
    ABILITY = "ability", "综合能力", "Abilities"
    CHARACTER = "character", "个人素质", "Personal qualities"
    ATTITUDE = "attitude", "工作态度", "Attitude"
    OTHER = "other", "其他要求", "Other"


class Environment(Option):
    """The surroundings of the work, as the box that is ticked on a form."""

    COMFORTABLE = "comfortable", "舒适", "Comfortable"
    FAIR = "fair", "一般", "Fair"
    HARSH = "harsh", "较恶劣", "Harsh"


class Hazard(Option):
    """How dangerous the work is, as the box that is ticked on a form."""

    NONE = "none", "无危险", "None"
    SOME = "some", "一定危险", "Some"
    CONSIDERABLE = "considerable", "较大危险", "Considerable"


@record
class Qualification(Record):
    """One requirement, with what is required and what is preferred side by side."""

    item: QualificationItem | None = declare(
        "项目", "Item", "要求的项目，如学历、经验、技能。", "What it is about: education, experience, skills …",
        "education")
    number: str | None = declare("序号", "No.", "印在项目前的序号；不写则自动编号。",
                                 "The number printed before the item; counted when left out.", "2.1", printed=False)
    label: Text | None = declare(
        "项目名称", "Printed item", "代替标准名称印出的项目名。", "A name to print in place of the standard one.",
        {"zh": "学历要求", "en": "Education"}, printed=False)
    required: Text | None = declare(
        "必备条件", "Required", "必须具备的条件。", "What the incumbent must have.",
        {"zh": "大专及以上学历", "en": "College diploma or higher"})
    preferred: Text | None = declare(
        "理想条件", "Preferred", "最好具备的条件。", "What is preferred.", {"zh": "本科学历", "en": "Bachelor's degree"})
    minimum: Quantity | None = declare(
        "最低值", "Minimum", "必备条件的数值，如 3 年，供核对。", "The required figure, such as 3 years, for checks.",
        "3 年")
    preferred_minimum: Quantity | None = declare(
        "理想最低值", "Preferred minimum", "理想条件的数值，如 5 年，供核对。",
        "The preferred figure, such as 5 years, for checks.", "5 年")
    maximum: Quantity | None = declare(
        "最高值", "Maximum", "数值上限。", "The highest figure allowed.", "10 年")


@record
class Training(Record):
    """What the incumbent is to be trained in."""

    induction: tuple[Text, ...] = declare(
        "岗前培训", "Induction training", "上岗前的培训。", "Training before starting in the position.",
        [{"zh": "公司制度与安全培训", "en": "Company rules and safety"}], default=())
    subjects: tuple[Text, ...] = declare(
        "培训科目", "Training subjects", "在岗需培训的科目。", "Subjects to be trained in while in the position.",
        [{"zh": "新产品维修技术", "en": "Repair of new products"}], default=())


@record
class WorkConditions(Record):
    """Surroundings, hazard, travel, hours and pressure of the work."""

    place: Text | None = declare(
        "工作场所", "Workplace", "主要的工作场所。", "Where the work is mostly done.",
        {"zh": "办公室及客户现场", "en": "Office and customers' sites"})
    environment: Environment | None = declare(
        "工作环境", "Environment", "舒适、一般或较恶劣。", "Comfortable, fair or harsh.", "fair")
    hazard: Hazard | None = declare(
        "危险性", "Hazard", "无危险、一定危险或较大危险。", "None, some or considerable.", "some")
    travel: Percent | None = declare(
        "出差时间", "Travel time", "出差占工作时间的百分比。", "Share of working time spent travelling.", "50%")
    office_share: Percent | None = declare(
        "内勤比例", "Office time", "在公司内工作的时间比例。", "Share of time inside the company.", "50%")
    field_share: Percent | None = declare(
        "外勤比例", "Field time", "在公司外工作的时间比例。", "Share of time outside the company.", "50%")
    hours: Text | None = declare(
        "工作时间", "Working hours", "工作时间与时间特征。", "Working hours and their pattern.",
        {"zh": "周一至周五 9:00—18:00", "en": "Monday to Friday, 9:00–18:00"})
    pressure: Text | None = declare(
        "工作压力", "Pressure", "工作压力的来源与程度。", "Where pressure comes from, and how much.",
        {"zh": "旺季工单集中", "en": "Calls peak in the high season"})
    notes: Text | None = declare(
        "其他特征", "Other conditions", "其他工作特征。", "Other features of the work.",
        {"zh": "需持证驾驶", "en": "A driving licence is required"})
