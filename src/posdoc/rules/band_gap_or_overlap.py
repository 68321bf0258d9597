"""Grading bands leave a gap, overlap, or stand in no order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Span
from posdoc.model import Band, Organization, plain
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._indicators import indicators, sheets

KIND = Kind("POS410", "band-gap-or-overlap")
WHAT = Phrase(
    "评分等级之间有空档、重叠，上下限颠倒，顺序混乱，或最低等级以下没有等级。等级含下限、不含上限（最高等级含上限），"
    "所以 80–90 与 90–100 正好相接；80–89 与 90–100 按整数分看待，也算相接（见参数）。",
    "Grading bands with a gap between them, an overlap, ends the wrong way round, in no order, or with nothing below "
    "the lowest. A band includes its lower end and not its upper one (the highest includes both), so 80–90 and 90–100 "
    "meet; 80–89 and 90–100 meet as well where scores are whole numbers, see the option.",
)
WHY = Phrase(
    "落在空档里的得分没有等级，落在重叠处的得分有两个等级，奖金无法确定。",
    "A score in a gap has no band and one in an overlap has two, so the bonus cannot be settled.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
kpi_sets:
  - kpis: [{name: 满意度, target: ≥95%, weight: 100%}]
"""
PASSING = (
    _HEAD
    + "    bands: [{label: 优, min: 90, max: 100}, {label: 良, min: 60, max: 90}, {label: 差, min: 0, max: 60}]\n",
    _HEAD
    + "    bands: [{label: 差, min: 0, max: 59}, {label: 良, min: 60, max: 89}, {label: 优, min: 90, max: 100}]\n",
    _HEAD + "    bands: [{label: A, min: 0.8}, {label: B, min: 0.6}, {label: C, max: 0.6}]\n",
    _HEAD + "    bands: [{label: 优秀}, {label: 合格}, {label: 不合格}]\n",
)
FAILING = (
    _HEAD
    + "    bands: [{label: 优, min: 90, max: 100}, {label: 良, min: 60, max: «80»}, {label: 差, min: 0, max: 60}]\n",
    _HEAD
    + "    bands: [{label: 优, min: 90, max: 100}, {label: 良, min: 60, max: «95»}, {label: 差, min: 0, max: 60}]\n",
    _HEAD + "    bands: [{label: 优, min: 90, max: 100}, {label: 差, min: 90, max: «0»}]\n",
    _HEAD
    + "    bands: [{label: 良, min: 60, max: 90}, {label: 优, min: 90, max: 100}, {label: 差, min: «0», max: 60}]\n",
    _HEAD + "    bands: [{label: A, min: 0.8}, {label: B, min: «0.6»}]\n",
)
_SCALES_FROM_ONE = Decimal(10)
"""Up to this highest score a scale may begin with 1: marks from 1 to 5, or from 1 to 10."""


@record
class BandOptions(Options):
    """The parameters."""

    whole_scores: bool = declare(
        "按整数分", "Whole scores", "得分是否取整：取整时 80–89 与 90–100 之间没有空档。",
        "Whether scores are rounded to the last place that is written: 80–89 and 90–100 then leave no gap.",
        False, default=True,
    )  # fmt: skip


OPTIONS = BandOptions


class _Stretch(NamedTuple):
    """A band by its numbers; None for an end that is left open."""

    band: Band
    low: Decimal | None
    high: Decimal | None
    place: Decimal
    """Where it stands among the others: at its lower end; where several leave theirs open, at the upper one."""


def _stretches(bands: tuple[Band, ...]) -> list[_Stretch]:
    numbered = [band for band in bands if band.min is not None or band.max is not None]
    open_below = sum(band.min is None for band in numbered)
    found = []
    for band in numbered:
        place = band.min if band.min is not None else band.max if open_below > 1 else None
        found.append(_Stretch(band, band.min, band.max, _LOWEST if place is None else place))
    return found


_LOWEST = Decimal("-Infinity")
_HIGHEST = Decimal("Infinity")


def check(organization: Organization, options: BandOptions) -> Iterator[Diagnostic]:
    """What is wrong with the bands of each sheet, and of each indicator that has its own."""
    for kpi_set, _ in sheets(organization):
        if len(kpi_set.bands) > 1:
            yield from _check(kpi_set.bands, options)
    for indicator in indicators(organization):
        if len(indicator.written.bands) > 1:
            yield from _check(indicator.written.bands, options)


def _check(bands: tuple[Band, ...], options: BandOptions) -> Iterator[Diagnostic]:
    if any(_is_unread(band) for band in bands):
        return
    stretches = _stretches(bands)
    turned = [stretch for stretch in stretches if _is_turned(stretch)]
    if turned or not stretches:
        yield from map(_turned, turned)
        return
    upwards = sorted(stretches, key=lambda s: (s.place, s.high if s.high is not None else _HIGHEST))
    places = [stretch.place for stretch in stretches]
    if places not in (sorted(places), sorted(places, reverse=True)):
        yield _disordered(stretches)
    is_complete = len(stretches) == len(bands)
    for below, above in zip(upwards, upwards[1:], strict=False):
        yield from _between(below, above, options, gaps=is_complete)
    if is_complete and _has_nothing_below(upwards):
        yield _nothing_below(upwards[0])


def _is_unread(band: Band) -> bool:
    return (band.min is None and band.states("min")) or (band.max is None and band.states("max"))


def _is_turned(stretch: _Stretch) -> bool:
    return stretch.low is not None and stretch.high is not None and stretch.low > stretch.high


def _between(below: _Stretch, above: _Stretch, options: BandOptions, *, gaps: bool) -> Iterator[Diagnostic]:
    """What is wrong where two neighbours meet; an open end reaches as far as the neighbour."""
    if below.low is not None and below.low == above.low:
        yield _overlap(below, above, below.low, "min")
    elif below.high is not None and above.low is not None:
        if below.high > above.low:
            yield _overlap(below, above, above.low, "max")
        elif gaps and above.low - below.high > (_step(below.high) if options.whole_scores else 0):
            yield _gap(below, above, below.high, above.low)


def _step(end: Decimal) -> Decimal:
    """One in the last place that is written: 1 for 89, 0.01 for 0.79."""
    exponent = end.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _has_nothing_below(upwards: list[_Stretch]) -> bool:
    lowest, highest = upwards[0].low, max((s.high or s.low or Decimal(0)) for s in upwards)
    if lowest is None or lowest <= 0:
        return False
    return not (lowest == 1 and 1 < highest <= _SCALES_FROM_ONE)


def _name(stretch: _Stretch) -> str:
    return stretch.band.label.in_() if stretch.band.label is not None else ""


def _turned(stretch: _Stretch) -> Diagnostic:
    low, high = plain(stretch.low or Decimal(0)), plain(stretch.high or Decimal(0))
    return Diagnostic(
        KIND,
        stretch.band.at("max"),
        Phrase(
            f"“{_name(stretch)}”的上限 {high} 低于下限 {low}",
            f"the upper end of '{_name(stretch)}', {high}, is below its lower end, {low}",
        ),
        Phrase(f"对调：min: {high}，max: {low}", f"turn them round: min: {high} and max: {low}"),
        (Related(stretch.band.at("min"), Phrase("下限在此", "the lower end")),),
    )


def _disordered(stretches: list[_Stretch]) -> Diagnostic:
    falls = stretches[0].place > stretches[1].place
    pairs = zip(stretches, stretches[1:], strict=False)
    before, wrong = next(pair for pair in pairs if (pair[0].place > pair[1].place) != falls)
    return Diagnostic(
        KIND,
        _place(wrong),
        Phrase(
            f"“{_name(wrong)}”的位置打乱了等级由{'高到低' if falls else '低到高'}的顺序",
            f"'{_name(wrong)}' breaks the order of the bands, which {'falls' if falls else 'rises'} up to there",
        ),
        Phrase("把各等级由高到低（或由低到高）排列", "put the bands in falling (or rising) order"),
        (Related(_place(before), Phrase(f"前一等级“{_name(before)}”", f"the band before it, '{_name(before)}'")),),
    )


def _overlap(below: _Stretch, above: _Stretch, low: Decimal, end: str) -> Diagnostic:
    return Diagnostic(
        KIND,
        below.band.at(end),
        Phrase(
            f"“{_name(below)}”与“{_name(above)}”重叠：{plain(low)} 起两个等级都算",
            f"'{_name(below)}' and '{_name(above)}' overlap from {plain(low)} on",
        ),
        Phrase("让下一等级的上限等于上一等级的下限", "let the lower band end where the upper one begins"),
        (Related(_place(above), Phrase(f"“{_name(above)}”从此开始", f"'{_name(above)}' begins here")),),
    )


def _gap(below: _Stretch, above: _Stretch, end: Decimal, begin: Decimal) -> Diagnostic:
    return Diagnostic(
        KIND,
        below.band.at("max"),
        Phrase(
            f"{plain(end)} 至 {plain(begin)} 之间没有等级", f"there is no band between {plain(end)} and {plain(begin)}"
        ),
        Phrase(
            f"把“{_name(below)}”的上限改为 {plain(begin)}，或补一个等级",
            f"let '{_name(below)}' reach up to {plain(begin)}, or add a band",
        ),
        (Related(_place(above), Phrase(f"“{_name(above)}”从此开始", f"'{_name(above)}' begins here")),),
    )


def _nothing_below(lowest: _Stretch) -> Diagnostic:
    low = plain(lowest.low or Decimal(0))
    return Diagnostic(
        KIND,
        lowest.band.at("min"),
        Phrase(f"{low} 以下没有等级", f"there is no band below {low}"),
        Phrase(
            f"补一个 {low} 以下的等级；若没有更低的得分，最低等级不写下限",
            f"add a band for scores below {low}, or leave out the lower end if there are none",
        ),
    )


def _place(stretch: _Stretch) -> Span:
    return stretch.band.at("min" if stretch.low is not None else "max")
