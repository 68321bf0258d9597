"""Walking over all records and references inside a definition."""

from __future__ import annotations

from posdoc.model import (
    Branch,
    Contact,
    DottedLine,
    Duty,
    Flow,
    Kpi,
    KpiSet,
    Position,
    PositionDefaults,
    Ref,
    Step,
    Text,
    Unit,
    UnitFunction,
    fields_of,
    record_types,
    records_in,
    references,
    types_of,
)


def text(zh: str) -> Text:
    return Text({"zh": zh})


DUTY = Duty(text=text("管理"))
PART = Kpi(monitor=Ref("quality"))
KPI = Kpi(use=Ref("satisfaction"), duties=(Ref("d1"), Ref("d2")), parts=(PART,))
SHEET = KpiSet(kpis=(KPI,))
BRANCH = Branch(to=Ref("end"))
STEP = Step(role=Ref("agent"), next=(BRANCH,))
FLOW = Flow(duty=Ref("d1"), steps=(STEP,))
LINE = DottedLine(position=Ref("quality"))
POSITION = Position(
    id="a", based_on=Ref("b"), reports_to=Ref("head"), dotted_to=(LINE,), duties=(DUTY,), kpi_sets=(SHEET,),
    flows=(FLOW,), promotes_to=((Ref("x"), Ref("y")), (Ref("z"),)),
)  # fmt: skip


def test_every_record_comes_before_those_inside_it() -> None:
    assert list(records_in(POSITION)) == [POSITION, LINE, DUTY, SHEET, KPI, PART, FLOW, STEP, BRANCH]


def test_functions_within_functions() -> None:
    inner = UnitFunction(text=text("内"))
    outer = UnitFunction(text=text("外"), functions=(inner,))
    unit = Unit(functions=(outer,))
    assert list(records_in(unit)) == [unit, outer, inner]


def test_every_reference_with_what_holds_it() -> None:
    found = [(ref.field.name, str(ref.target), [type(h).__name__ for h in ref.holders]) for ref in references(POSITION)]
    assert found == [
        ("based_on", "b", ["Position"]),
        ("reports_to", "head", ["Position"]),
        ("promotes_to", "x", ["Position"]),
        ("promotes_to", "y", ["Position"]),
        ("promotes_to", "z", ["Position"]),
        ("position", "quality", ["Position", "DottedLine"]),
        ("use", "satisfaction", ["Position", "KpiSet", "Kpi"]),
        ("duties", "d1", ["Position", "KpiSet", "Kpi"]),
        ("duties", "d2", ["Position", "KpiSet", "Kpi"]),
        ("monitor", "quality", ["Position", "KpiSet", "Kpi", "Kpi"]),
        ("duty", "d1", ["Position", "Flow"]),
        ("role", "agent", ["Position", "Flow", "Step"]),
        ("to", "end", ["Position", "Flow", "Step", "Branch"]),
    ]


def test_defaults_are_not_walked_because_positions_take_them_over() -> None:
    unit = Unit(defaults=PositionDefaults(values={"contacts": (Contact(party=Ref("x")),)}))
    assert list(records_in(unit)) == [unit]
    assert list(references(unit)) == []


def test_nothing_inside_nothing() -> None:
    assert list(records_in(Position())) == [Position()]
    assert list(references(Position())) == []


def test_only_references_say_what_they_refer_to() -> None:
    kinds = {"position", "outside", "unit", "party", "family", "grade", "level", "kpi", "duty", "step", "field"}
    seen: set[str] = set()
    for cls in record_types():
        for info in fields_of(cls):
            assert set(info.refers_to) <= kinds
            assert not info.refers_to or "Ref" in str(types_of(cls)[info.attribute])
            seen |= set(info.refers_to)
    assert seen == kinds
