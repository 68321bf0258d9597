"""The form ``scorecard``: the sheets of indicators and the competences of a position, to be filled in by hand.

Its pages lie on their side. First comes whom it is about, then each sheet with what stands below it, then the
competences, then the result, room for comments, and the signatures.
"""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.grids import Box, blank, column_head, line, rows_of, ruled, titled
from templates.designers.parts import (
    HEI,
    LEVEL,
    SANS,
    SERIF,
    SONG,
    package,
    page,
    paragraph_style,
    run_properties,
    spacing,
)
from templates.designers.pieces import control, kept_together, only, paragraph, run, tagged
from templates.designers.sheet_table import LINE, LOW_LINE, PLACES, variants

KIND = Kind("position", "scorecard")
SIGNATURE, COMMENTS = 640, 840
"""The least heights of rows that are written in by hand, besides those of the tables of indicators."""
BLANK = "_" * 6
"""Room for a number."""


def design() -> bytes:
    """The Word file."""
    sheets = only("for sheet in scorecard.sheets") + sheet() + only("endfor")
    nothing = only("if not scorecard.sheets") + tagged("{{ scorecard.none }}", "Nothing") + only("endif")
    filled = only("if scorecard.sheets or scorecard.abilities") + closing() + only("endif")
    body = tagged("{{ form_title }}", "CardTitle") + head() + nothing + sheets + abilities() + others() + filled
    return package(body, KIND, sheet=page(LEVEL), more_styles=styles())


def styles() -> str:
    """The styles that only this form has."""
    small = run_properties(SERIF, SONG, 9)
    return (
        paragraph_style(
            "SheetTitle", "Form Sheet Title", spacing(9, 3, 1), run_properties(SANS, HEI, 11, bold=True),
            based_on="Heading2",
        )
        + paragraph_style(
            "SheetColumn", "Form Sheet Column", f'<w:keepNext/>{spacing(1.5, 1.5, 1)}<w:jc w:val="center"/>',
            run_properties(SANS, HEI, 9),
        )
        + paragraph_style(
            "BandColumn", "Form Band Column", spacing(0, 0, 1), run_properties(SANS, HEI, 7.5), based_on="SheetColumn",
        )
        + paragraph_style("CardTitle", "Form Card Title", spacing(0, 7, 1), "", based_on="Title")
        + paragraph_style(
            "Space", "Form Space", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', "", based_on="Gap"
        )
        + paragraph_style("Note", "Form Note", spacing(0, 0.5, 1.08), small)
        + paragraph_style("SmallFigure", "Form Small Figure", f'{spacing(1, 1, 1)}<w:jc w:val="center"/>', small)
        + paragraph_style("SubIndicator", "Form Sub-indicator", f'{spacing(1, 1, 1)}<w:ind w:left="200"/>', small)
        + paragraph_style("Nothing", "Form Nothing", f'{spacing(14, 0)}<w:jc w:val="center"/>', run_properties(SERIF, SONG, 12))
    )  # fmt: skip


# --- the head -----------------------------------------------------------------------------------------------

PAIRS = (1500, 3340) * 3


def head() -> str:
    """Whom the scorecard is about, in three pairs beside one another."""
    return ruled(
        PAIRS,
        line(
            PAIRS,
            titled("{{ scorecard.position_label }}"), Box(1, tagged("{{ position.title }}", field="title")),
            titled("{{ scorecard.code_label }}"), Box(1, tagged("{{ position.code }}", field="code")),
            titled("{{ scorecard.department_label }}"), Box(1, tagged("{{ scorecard.department }}", field="unit")),
            height=460,
        ),
        line(
            PAIRS,
            titled("{{ scorecard.incumbent_label }}"), blank(), titled("{{ scorecard.period_label }}"), blank(),
            titled("{{ scorecard.assessor_label }}"), Box(1, tagged("{{ scorecard.assessor }}", field="reports_to")),
            height=460,
        ),
    )  # fmt: skip


# --- one sheet ----------------------------------------------------------------------------------------------


def sheet() -> str:
    """The title of a sheet, its table, and what stands below."""
    title = only("if sheet.title") + paragraph(
        run("{{ sheet.number }}") + control("title", "{{ sheet.title }}"), "SheetTitle"
    )
    title += only("else") + paragraph("", "Space") + only("endif")
    nothing = only("if not sheet.lines") + tagged("{{ scorecard.none }}", "Nothing") + only("endif")
    table = only("if sheet.lines") + variants() + only("endif")
    return title + nothing + table + paragraph("", "Gap") + below()


# --- below a sheet ------------------------------------------------------------------------------------------

ASIDE = (1500, 1500, 3700, 7820)


def below() -> str:
    """Grading bands, composite score and notes, in a table that is there if one of them is."""
    made = ruled(
        ASIDE,
        rows_of(ASIDE, "if sheet.bands", *bands()),
        rows_of(ASIDE, "if sheet.composite", beside("{{ sheet.composite_label }}", composite())),
        remarks("sheet.remarks.cells"),
    )
    return (
        only("if sheet.bands or sheet.composite or sheet.remarks.cells")
        + made + paragraph("", "Gap") + only("endif")
    )  # fmt: skip


def beside(text: str, content: str) -> str:
    """A label with what stands beside it."""
    return line(ASIDE, titled(text), Box(3, content), height=400, whole=False)


def bands() -> tuple[str, str]:
    """The grading bands with boxes to tick, below a head; all of them on one page."""
    heads = line(
        ASIDE, column_head("{{ sheet.bands_label }}", 2), column_head("{{ scorecard.score_label }}"),
        column_head("{{ sheet.consequence_label }}"),
    )  # fmt: skip
    band = line(
        ASIDE, Box(2, paragraph(run("□ ") + control("bands", "{{ band.label }}"))),
        Box(1, tagged("{{ band.score }}", field="bands")), Box(1, tagged("{{ band.consequence }}", field="bands")),
        whole=False,
    )  # fmt: skip
    each = rows_of(ASIDE, "if not loop.last", kept_together(band)) + rows_of(ASIDE, "if loop.last", band)
    return heads, rows_of(ASIDE, "for band in sheet.bands", each)


def remarks(values: str) -> str:
    """Whatever else is stated, each with its label."""
    content = (
        only("for line in cell.lines") + tagged("{{ line }}", "Note", "{{ cell.field }}") + only("endfor")
        + only("for item in cell.items") + tagged("{{ item }}", "Item", "{{ cell.field }}") + only("endfor")
    )  # fmt: skip
    return rows_of(ASIDE, f"for cell in {values}", beside("{{ cell.label }}", content))


def composite() -> str:
    """The formula with room for the numbers, and how its parts are obtained."""
    explained = paragraph(run("{{ part.title }}{{ colon }}") + control("composite", "{{ part.formula }}"), "Note")
    return (
        formula("sheet.composite")
        + only("for part in sheet.composite")
        + only("if part.formula") + explained + only("endif") + only("endfor")
    )  # fmt: skip


def formula(parts: str) -> str:
    """A weighted sum in one line, with room for its terms and for what it comes to."""
    term = run("{% if not loop.first %} + {% endif %}{{ part.title }}\u00a0") + run(BLANK)
    term += run("{% if part.weight %} × {{ part.weight }}{% endif %}{% endfor %}")
    return paragraph(run(f"{{% for part in {parts} %}}") + term + run(f" =\u00a0{BLANK}"))


# --- competences, other fields, signatures ------------------------------------------------------------------

WITH_TEXTS = (740, 3700, 5600, 840, 1240, 2400)
WITHOUT = (740, 6200, 840, 1240, 5500)


def abilities() -> str:
    """The competences by kind, with their weights, room for a score and for remarks."""
    title = tagged("{{ scorecard.abilities.number }}{{ scorecard.abilities.title }}", "SheetTitle")
    return (
        only("if scorecard.abilities") + title
        + only("if scorecard.abilities.has_texts") + _abilities(WITH_TEXTS) + only("endif")
        + only("if not scorecard.abilities.has_texts") + _abilities(WITHOUT) + only("endif")
        + paragraph("", "Gap") + only("endif")
    )  # fmt: skip


def _abilities(widths: tuple[int, ...]) -> str:
    texts = ("text",) if widths is WITH_TEXTS else ()
    heads = [
        column_head(f"{{{{ scorecard.abilities.{name}_label }}}}") for name in ("number", "name", *texts, "weight")
    ]
    heads += [column_head("{{ scorecard.score_label }}"), column_head("{{ scorecard.remarks_label }}")]
    group = line(widths, Box(len(widths), tagged("{{ entry.group }}", "Heading2", "kind")))
    each = line(
        widths,
        Box(1, tagged("{{ entry.number }}", "Figure"), narrow=True),
        Box(1, tagged("{{ entry.name }}", field="competences")),
        *(Box(1, tagged("{{ entry.text }}", "Note", name)) for name in texts),
        Box(1, tagged("{{ entry.weight }}", "Figure", "weight"), narrow=True), blank(), blank(), height=LOW_LINE,
    )  # fmt: skip
    total = line(
        widths, Box(2 + len(texts), tagged("{{ scorecard.sum_label }}", "SheetColumn"), shade=True),
        Box(1, tagged("{{ scorecard.abilities.weight_sum }}", "Figure"), narrow=True), blank(), blank(), height=LOW_LINE,
    )  # fmt: skip
    return ruled(
        widths, line(widths, *heads, head=True),
        rows_of(
            widths, "for entry in scorecard.abilities.entries", rows_of(widths, "if entry.first", group),
            rows_of(widths, "if loop.last", kept_together(each)), rows_of(widths, "if not loop.last", each),
        ),
        rows_of(widths, "if scorecard.abilities.weight_sum", total),
    )  # fmt: skip


def others() -> str:
    """What else a position states of its assessment."""
    made = ruled(ASIDE, remarks("scorecard.others.cells"))
    return only("if scorecard.others.cells") + made + paragraph("", "Gap") + only("endif")


def closing() -> str:
    """The result, room for comments, and who signs; all of it on one page."""
    total = only("if scorecard.totals") + formula("scorecard.totals") + only("endif")
    made = ruled(
        PAIRS,
        line(
            PAIRS, titled("{{ scorecard.result_label }}"), Box(3, total), titled("{{ scorecard.grade_label }}"), blank(),
            height=LINE,
        ),
        line(PAIRS, titled("{{ scorecard.comments_label }}"), blank(5), height=COMMENTS),
        rows_of(PAIRS, "for row in scorecard.signatures", *_signatures()),
    )  # fmt: skip
    return paragraph("", "Space") + kept_together(made) + paragraph("", "Gap")


def _signatures() -> tuple[str, str]:
    """Room for three to sign, each with a date."""
    signatures, dates = [], []
    for place in PLACES[:3]:
        label = tagged(f"{{{{ row.{place}.label }}}}", "Label") + tagged(
            f"{{{{ row.{place}.signature_label }}}}", "Label"
        )
        signatures += [Box(1, label, shade=True), Box(1, tagged(f"{{{{ row.{place}.name }}}}", field="name"))]
        dates += [
            titled(f"{{{{ row.{place}.date_label }}}}"),
            Box(1, tagged(f"{{{{ row.{place}.date }}}}", field="date")),
        ]
    return line(PAIRS, *signatures, height=SIGNATURE), line(PAIRS, *dates, height=LOW_LINE)
