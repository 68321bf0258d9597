"""The data model: frozen values that say what a department is, with the declarations of all their fields."""

from posdoc.diagnostics import Located, Stated
from posdoc.model.as_of import organization_on, people_on
from posdoc.model.chart_output import BoxContent, ChartOutput, ColourBy, Paper
from posdoc.model.days import first_day
from posdoc.model.document import (
    Attachment,
    Document,
    DocumentStatus,
    Revision,
    Signer,
    SignerRole,
    SourceFile,
)
from posdoc.model.duty import Duty, Responsibility
from posdoc.model.flow import END, Branch, Flow, FlowScope, Step
from posdoc.model.kpi import (
    Band,
    Competence,
    CompetenceKind,
    CompositePart,
    CompositePartName,
    Dimension,
    Direction,
    Kpi,
    KpiSet,
    Period,
    PeriodTargets,
)
from posdoc.model.lines import ReportingLines
from posdoc.model.manuscript import Hit, Manuscript, Passage
from posdoc.model.organization import Organization, kept
from posdoc.model.outputs import (
    POSITION_SECTIONS,
    ChartForm,
    DocumentFormat,
    DocumentOutput,
    FieldOutput,
    Outputs,
    SectionName,
    SectionOutput,
)
from posdoc.model.person import People, Person, Post
from posdoc.model.position import Position, PositionStatus
from posdoc.model.record import (
    FieldInfo,
    Option,
    Options,
    Record,
    field_of,
    fields_of,
    label_prefix,
    record_types,
    types_of,
)
from posdoc.model.relations import (
    Authority,
    AuthorityAct,
    AuthorityKind,
    Contact,
    ContactScope,
    DeclaredReports,
    DottedLine,
    Points,
    Rotation,
)
from posdoc.model.requirements import (
    Environment,
    Hazard,
    Qualification,
    QualificationItem,
    Training,
    WorkConditions,
)
from posdoc.model.review import Approval, Reviews, ReviewStamp
from posdoc.model.unit import (
    Article,
    Chapter,
    ListedPost,
    PositionDefaults,
    Regulation,
    Term,
    Unit,
    UnitFunction,
    UnitKind,
)
from posdoc.model.values import HeadCount, PartialDate, Percent, Quantity, Ref, Target, Text, Unread, plain
from posdoc.model.walk import Reference, records_in, references
from posdoc.model.workspace import (
    Company,
    Grade,
    Level,
    OutsidePosition,
    Party,
    PartyScope,
    PresetName,
    RuleSettings,
    VersionRules,
    Workspace,
)

__all__ = [
    "END", "POSITION_SECTIONS", "Approval", "Article", "Attachment", "Authority", "AuthorityAct", "AuthorityKind", "Band", "Branch", "Chapter",
    "BoxContent", "ChartForm", "ChartOutput", "ColourBy", "Company", "Competence", "CompetenceKind", "CompositePart", "CompositePartName", "Contact",
    "ContactScope", "DeclaredReports", "Dimension", "Direction", "Document", "DocumentFormat",
    "DocumentOutput", "DocumentStatus", "DottedLine", "Duty", "Environment", "FieldInfo", "FieldOutput", "Flow", "FlowScope",
    "Grade", "Hazard", "HeadCount", "Hit", "Kpi", "KpiSet", "Level", "ListedPost", "Located", "Manuscript", "Option", "Options", "Organization", "Outputs", "Paper",
    "OutsidePosition", "PartialDate", "Party", "PartyScope", "Passage", "People", "Percent", "Period", "PeriodTargets",
    "Person", "Points", "Position", "PositionDefaults", "PositionStatus", "Post", "PresetName", "Qualification",
    "QualificationItem", "Quantity", "Record", "Ref", "Reference", "Regulation", "ReportingLines", "Responsibility", "ReviewStamp", "Reviews", "Revision", "Rotation", "RuleSettings",
    "SectionName", "SectionOutput",
    "Signer", "SignerRole", "SourceFile", "Stated", "Step", "Target", "Term", "Text", "Training", "Unit",
    "UnitFunction", "UnitKind", "Unread", "VersionRules", "WorkConditions", "Workspace", "field_of", "fields_of", "first_day",
    "kept", "label_prefix", "organization_on", "people_on", "plain", "record_types", "records_in", "references", "types_of",
]  # fmt: skip
