"""What a chart shows: one value, whether it comes from ``outputs.charts`` of ``posdoc.yaml`` or the command line."""

from __future__ import annotations

from posdoc.model.record import Option, Record, declare, record
from posdoc.model.values import PartialDate, Ref, Text


class BoxContent(Option):
    """What can stand in the box of a position."""

    TITLE = "title", "名称", "Title"
    SECOND_LANGUAGE = "second_language", "另一种语言的名称", "Title in a second language"
    ID = "id", "标识", "Id"
    CODE = "code", "编号", "Code"
    GRADE = "grade", "职等", "Grade"
    LEVEL = "level", "层级", "Level"
    UNIT = "unit", "所属部门", "Unit"
    HEADCOUNT = "headcount", "编制与在岗人数", "Head count planned and filled"
    VACANCY = "vacancy", "空缺人数", "Vacancies"
    INCUMBENTS = "incumbents", "在岗人员", "Incumbents"
    SPAN = "span", "管理幅度", "Span of control"


class ColourBy(Option):
    """What the colour of a box stands for."""

    NOTHING = "none", "不着色", "No colours"
    UNIT = "unit", "部门", "Unit"
    LEVEL = "level", "层级", "Level"
    GRADE = "grade", "职等", "Grade"
    FAMILY = "family", "岗位序列", "Job family"


class Paper(Option):
    """The pages that a chart is set on, in formats that have pages."""

    AUTO = "auto", "自动", "As needed"
    A4 = "a4", "A4", "A4"
    A3 = "a3", "A3", "A3"
    SLIDE = "slide", "幻灯片", "Slide"
    WHOLE = "whole", "一页，与图同大", "One page as large as the chart"


@record
class ChartOutput(Record):
    """A chart: its kind, which part of the organization it shows, what stands in its boxes, and how it is put out."""

    shorthand = "kind"

    kind: str | None = declare("图种", "Kind", "图的种类。", "Kind of chart.", "org", required=True)
    languages: tuple[str, ...] = declare("语言", "Languages", "语言；不写为全部。", "Languages; all when left out.",
                                         ["zh", "en"], default=())
    formats: tuple[str, ...] = declare("格式", "Formats", "svg、png、pdf、pptx、html 等。", "svg, png, pdf, pptx, html …",
                                       ["svg", "pdf"], default=())
    name: str | None = declare("文件名", "File name", "文件名样式，可用 {kind} {title} {language}。",
                               "Pattern of file names from {kind} {title} {language}.", "{language}/{title}")
    title: Text | None = declare("标题", "Title", "图的标题。", "Title of the chart.",
                                 {"zh": "售后服务部组织架构图", "en": "After-sales Service: Organization"})
    position: str | None = declare(
        "岗位或流程", "Position or flow", "position、career 图的岗位；flow 图的“岗位或部门/流程”。",
        "The position of a position or career chart; POSITION/FLOW or UNIT/FLOW of a flow chart.", "after-sales-manager")
    root: Ref | None = declare("顶端岗位", "Root", "只画此岗位及其下属。", "Only this position and all below it.",
                               "field-service-manager", refers_to="position")
    unit: Ref | None = declare("部门", "Unit", "只画此部门及其下级部门。", "Only this unit and the units below it.",
                               "field-service", refers_to="unit")
    levels: tuple[Ref, ...] = declare("层级", "Levels", "只画这些层级的岗位。", "Only positions of these levels.",
                                      ["leadership", "management"], default=(), refers_to="level")
    focus: Ref | None = declare(
        "中心岗位", "Focus", "只画此岗位、它到顶端的各级上级和它的直接下级。",
        "Only this position, its line to the top, and its reports.", "field-service-manager", refers_to="position")
    depth: int | None = declare("层数", "Depth", "从顶端起画几层；其下只写数目。", "How many rows from the top; what lies below is only counted.", 3)
    collapse: tuple[Ref, ...] = declare(
        "折叠", "Collapse", "把这些岗位的下属、这些部门画成一个框，只写数目。",
        "Positions with all below them, and units, that are drawn as one box with their numbers.", ["field-service"],
        default=(), refers_to="position unit")
    as_of: PartialDate | None = declare("日期", "As of", "画这一天的组织：设立、撤销日期和任职日期都按此计算。",
                                        "The organization of that day, by the dates of positions and posts.", "2027-01-01")
    show: tuple[BoxContent, ...] = declare("框内内容", "Show", "框内依次印哪些内容；不写为该图种的默认。",
                                           "What stands in the boxes, in this order; as the kind of chart has it when left out.",
                                           ["title", "grade", "headcount"], default=())
    names: bool | None = declare("人名", "Names", "false 则图中不出现人名。", "false leaves out the names of people.", False)
    colour_by: ColourBy | None = declare("着色", "Colour by", "框的颜色代表什么：none、unit、level、grade、family。",
                                         "What the colour of a box stands for: none, unit, level, grade, family.", "level")
    theme: str | None = declare("样式", "Theme", "图的样式，默认 standard。", "The look of the chart; standard when left out.", "mono")
    paper: Paper | None = declare("纸张", "Paper", "PDF 和 PPTX 的页面：auto、a4、a3、slide 或 whole（一页，与图同大）。",
                                  "Pages of PDF and PPTX: auto, a4, a3, slide or whole (one as large as the chart).", "a3")
    dpi: int | None = declare("分辨率", "Resolution", "PNG 每英寸的像素数，默认 144。", "Pixels to the inch of PNG; 144 when left out.", 300)
