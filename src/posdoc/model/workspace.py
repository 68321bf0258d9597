"""The settings of a workspace: the file ``posdoc.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.model.kpi import Kpi
from posdoc.model.outputs import Outputs
from posdoc.model.record import Option, Record, declare, record
from posdoc.model.unit import PositionDefaults
from posdoc.model.values import HeadCount, Ref, Text, Unread


class PartyScope(Option):
    """Whether a party is inside or outside the company."""

    INTERNAL = "internal", "公司内", "Inside the company"
    EXTERNAL = "external", "公司外", "Outside the company"


class PresetName(Option):
    """How much ``check`` reports."""

    LEGACY = "legacy", "仅结构", "Structure only"
    DEFAULT = "default", "默认", "Default"
    STRICT = "strict", "严格", "Strict"


class Level(Option):
    """How bad a finding is, or that it is not reported."""

    OFF = "off", "不报告", "Not reported"
    INFO = "info", "提示", "Info"
    WARNING = "warning", "警告", "Warning"
    ERROR = "error", "错误", "Error"


@record
class Company(Record):
    """The organization that the department belongs to."""

    shorthand = "name"

    name: Text | None = declare("公司名称", "Company", "公司全称，印在页眉。", "Full name, printed in the header.",
                                {"zh": "恒达设备有限公司", "en": "Hengda Equipment Co., Ltd."}, required=True)
    short_name: Text | None = declare("简称", "Short name", "公司简称。", "Short name.", {"zh": "恒达", "en": "Hengda"})
    department: Text | None = declare("部门", "Department", "本工作区所述的部门。", "The department described here.",
                                      {"zh": "售后服务部", "en": "After-sales Service Department"})


@record
class Grade(Record):
    """A grade, a job family or a level of management: an id and its printed name."""

    shorthand = "id"

    id: Ref | None = declare("标识", "Id", "标识。", "The id.", "G5", required=True)
    title: Text | None = declare("名称", "Title", "印出的名称；不写则印标识。", "Printed name; the id when left out.",
                                 {"zh": "五等", "en": "Grade 5"})


@record
class OutsidePosition(Record):
    """A position outside the department that positions here refer to."""

    id: Ref | None = declare("标识", "Id", "标识。", "The id.", "general-manager", required=True)
    title: Text | None = declare("岗位名称", "Position", "岗位名称。", "Name of the position.",
                                 {"zh": "总经理", "en": "General Manager"}, required=True)
    aliases: tuple[Text, ...] = declare("别名", "Also known as", "其他叫法。", "Other names in use.", [{"zh": "老总"}],
                                        default=())
    department: Text | None = declare("所属部门", "Department", "所属部门。", "Its department.",
                                      {"zh": "总经办", "en": "Executive office"})
    reports_to: Ref | None = declare("直接上级", "Reports to", "其直接上级。", "Its superior.", "chairman",
                                     refers_to="position outside")
    grade: Ref | None = declare("职等", "Grade", "职等。", "Its grade.", "G8", refers_to="grade")


@record
class Party(Record):
    """Somebody whom the department deals with: another department, customers, suppliers."""

    id: Ref | None = declare("标识", "Id", "标识。", "The id.", "finance", required=True)
    title: Text | None = declare("名称", "Name", "名称。", "Name.", {"zh": "财务部", "en": "Finance"}, required=True)
    aliases: tuple[Text, ...] = declare("别名", "Also known as", "其他叫法。", "Other names in use.", [{"zh": "财务"}],
                                        default=())
    scope: PartyScope | None = declare("范围", "Scope", "公司内或公司外。", "Inside or outside the company.", "internal")


@record
class RuleSettings(Record):
    """Which rules ``check`` applies, how strictly, and with which parameters. A rule is named by name or code."""

    preset: PresetName | None = declare(
        "预设", "Preset", "检查的宽严：legacy 只查结构，default 为默认，strict 连文风也查。",
        "How much is checked: legacy (structure only), default, or strict (matters of style as well).", "strict")
    fail_level: Level | None = declare(
        "失败级别", "Fail level", "达到此级别即算检查失败，默认 error。",
        "From this level on the check fails; error when left out.", "warning")
    select: tuple[Ref, ...] = declare(
        "增选规则", "Select", "预设之外另要检查的规则：名称、编号或编号的开头。",
        "Rules to apply beyond the preset: names, codes, or beginnings of codes.", ["duties-not-in-order"], default=())
    ignore: tuple[Ref, ...] = declare(
        "忽略规则", "Ignore", "不检查的规则：名称、编号或编号的开头。",
        "Rules not to apply: names, codes, or beginnings of codes.", ["POS711"], default=())
    levels: Mapping[str, Level] | None = declare(
        "级别", "Levels", "改变规则的级别：off、info、warning 或 error。", "Other levels for rules: off, info, warning or error.",
        {"superior-vacant": "warning"})
    options: Mapping[str, Unread] | None = declare(
        "参数", "Options", "规则的参数，见规则参考。", "Parameters of rules; see the rule reference.",
        {"span-of-control": {"maximum": 10}})


@record
class VersionRules(Record):
    """How ``bump`` raises the version of a document, by what has changed in the definition."""

    major: tuple[str, ...] = declare(
        "主版本", "Major", "改动这些内容时升主版本（1.3 → 2.0）；其他改动升次版本（1.3 → 1.4）。写字段路径，默认为上级、职等、层级和占比。",
        "Paths of fields whose change raises the major version (1.3 to 2.0); others raise the minor one (1.3 to 1.4). By "
        "default superiors, grade, level, and percentages.",
        ["reports_to", "grade", "duties.time"], default=())


@record
class Workspace(Record):
    """The file ``posdoc.yaml``."""

    organization: Company | None = declare("组织", "Organization", "公司与部门。", "Company and department.",
                                           {"name": "恒达设备有限公司"}, required=True)
    languages: tuple[str, ...] = declare(
        "语言", "Languages", "打印语言，第一个是纯文本的语言；默认 zh。",
        "Print languages; plain texts are in the first. zh when left out.", ["zh", "en"], default=("zh",))
    roots: tuple[Ref, ...] = declare(
        "最高岗位", "Roots", "没有部门内上级的最高岗位；一个部门有多个时须写明。",
        "Positions with no superior inside the department; to be listed when there are several.",
        ["after-sales-manager"], default=(), refers_to="position")
    headcount: HeadCount | None = declare("部门编制", "Headcount", "部门编制总人数。", "Planned people in all.", 64)
    families: tuple[Grade, ...] = declare("岗位序列", "Job families", "岗位序列。", "Job families.",
                                          [{"id": "service", "title": {"zh": "服务序列", "en": "Service"}}], default=())
    grades: tuple[Grade, ...] = declare("职等", "Grades", "职等，由低到高。", "Grades, from low to high.", ["G1", "G2"],
                                        default=())
    levels: tuple[Grade, ...] = declare("层级", "Levels", "管理层级，由高到低。", "Levels of management, from high to low.",
                                        [{"id": "leadership", "title": {"zh": "领导层", "en": "Leadership"}}], default=())
    outside_positions: tuple[OutsidePosition, ...] = declare(
        "部门外岗位", "Outside positions", "部门以外、但被引用的岗位。", "Positions outside the department that are referred to.",
        [{"id": "general-manager", "title": {"zh": "总经理", "en": "General Manager"}}], default=())
    parties: tuple[Party, ...] = declare("往来单位", "Parties", "打交道的部门与外部单位。",
                                         "Departments and outside parties that are dealt with.",
                                         [{"id": "finance", "title": {"zh": "财务部", "en": "Finance"}}], default=())
    kpis: tuple[Kpi, ...] = declare("共享指标", "Shared indicators", "多个岗位共用的指标。",
                                    "Indicators that several positions share.",
                                    [{"id": "customer-satisfaction", "name": "客户满意度", "target": "≥95%"}], default=())
    defaults: PositionDefaults | None = declare("默认值", "Defaults", "所有岗位未写明时采用的值。",
                                                "Values for all positions that do not state them.",
                                                {"employment": "全职"})
    labels: Mapping[str, Text] | None = declare(
        "标签", "Labels", "要改换的印出名称，如 position.title: 职位名称。",
        "Labels to print in place of the standard ones, such as position.title.",
        {"position.title": {"zh": "职位名称", "en": "Job title"}})
    import_labels: Mapping[str, tuple[str, ...]] | None = declare(
        "导入标签", "Import labels", "导入时另外识别的叫法：字段的路径和本公司表单上的叫法。",
        "Further words that import knows: the path of a field, and what the company's own forms call it.",
        {"duties": ["岗位分工"], "reports_to": ["分管领导"]})
    outputs: Outputs | None = declare("输出", "Outputs", "build 生成的内容。", "What build makes.",
                                      {"documents": [{"form": "standard"}]})
    versions: VersionRules | None = declare(
        "版本规则", "Versions", "bump 怎样升版本。", "How bump raises versions.", {"major": ["reports_to", "duties.time"]})
    rules: RuleSettings | None = declare("检查规则", "Rules", "check 采用的规则、级别与参数。",
                                         "The rules that check applies, their levels and parameters.",
                                         {"preset": "strict"})
