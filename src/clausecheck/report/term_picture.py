"""A picture of the term: how long, how it renews, until when notice must be given, what is checked on the way, and how
long an idle distributor ties the supplier. Worked out here, drawn by `templates/picture.svg.j2`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.model.report import LockIn, Review, Step, Term
from clausecheck.report.band import band_of
from clausecheck.report.words import amount, months, time

WIDTH = 760.0
LEFT = 8.0
RIGHT = 752.0
LANE = 58.0
_DAYS = 30.4375  # in a month
_OPEN = 60.0  # months shown where neither term nor lock-in has an end
_ENDS = ("ends", "renew", "runs until", "term starts", "decides on renewal")
_TICKS = (1, 3, 6, 12, 24, 60, 120, 240)

Look = Literal["term", "renewal", "maybe", "late", "unknown", "good", "medium", "high"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A length on a lane. `open` where it has no end; `label` stands in it, or under it where it is too short."""

    x: float
    width: float
    look: Look
    label: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A moment on a lane; the steps of the way out bear the same number."""

    x: float
    number: int
    month: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its title and what is on it; `note` where there is nothing. `y` is its upper edge."""

    title: str
    y: float
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it. `says` is the picture in words, for whoever does not see it."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    says: str

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for lane in self.lanes for point in lane.points)


def picture(review: Review) -> Picture:
    """The picture of a review's term."""
    initial, more = _number(review.term("initial_term_months")), _number(review.term("renewal_months"))
    renewal = review.term("renewal")
    renews = str(renewal.value) if renewal is not None and renewal.status == "found" else ""
    found = review.lock_in
    checks = _checkpoints(found)
    known = [initial, *(step.month for step in checks), found.free_to_exit_months, found.free_to_appoint_months]
    ends = [month for month in known if month is not None and month != float("inf")]
    if initial is not None and renews not in ("", "none"):
        ends.append(initial + (more or 12))
    longest = max([*ends, 12.0]) if ends else _OPEN
    open_ended = found.status == "found" and _endless(found.free_to_exit_months)
    scale = _Scale(longest * (1.12 if open_ended else 1.03))

    rows: list[tuple[str, tuple[Bar, ...], tuple[Point, ...], str]] = []
    rows.append(("Term", _term_bars(review, initial, renews, more, scale), (), ""))
    notice = _number(review.term("renewal_notice_days"))
    if initial is not None and notice and renews == "automatic":
        rows.append(("Notice against renewal", *_notice(initial, notice, scale), ""))
    moments = dict.fromkeys(step.month for step in checks)
    points = tuple(Point(scale.x(month), number, month) for number, month in enumerate(moments, 1))
    none = "" if points else "No date before the end of the term at which the contract asks what was sold."
    rows.append(("Checkpoints on the way out", (), points, none))
    rows.append((f"Idle lock-in: {_exit(found)}", (_lock_in(found, found.free_to_exit_months, scale),), (), ""))
    if found.status == "found" and found.free_to_appoint_months != found.free_to_exit_months:
        bar = _lock_in(found, found.free_to_appoint_months, scale)
        rows.append((f"No other distributor: {time(found.free_to_appoint_months)}", (bar,), (), ""))
    lanes = tuple(Lane(title, 8 + i * LANE, bars, marks, note) for i, (title, bars, marks, note) in enumerate(rows))
    return Picture(8 + len(lanes) * LANE + 30, lanes, scale.ticks(), _says(review, initial, renews, more, checks))


class _Scale:
    """Months to the width of the picture."""

    def __init__(self, end: float) -> None:
        self.end = end

    def x(self, month: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * min(month, self.end) / self.end, 1)

    def bar(self, start: float, end: float, look: Look, label: str = "", open: bool = False) -> Bar:
        width = max(2.0, self.x(end) - self.x(start))
        # About six units a letter; what does not fit is told by the lane's title and in words.
        return Bar(self.x(start), round(width, 1), look, label if len(label) * 6.4 + 14 < width else "", open)

    def ticks(self) -> tuple[Tick, ...]:
        step = next((step for step in _TICKS if self.end / step <= 9), _TICKS[-1])
        marks = []
        for month in range(step, int(self.end) + 1, step):
            label = f"year {month // 12}" if step >= 12 else f"month {month}"
            marks.append(Tick(self.x(month), label))
        return tuple(marks)


def _term_bars(
    review: Review, initial: float | None, renews: str, more: float | None, scale: _Scale
) -> tuple[Bar, ...]:
    term = review.term("initial_term_months")
    if initial is None:
        endless = term is not None and term.value == "perpetual"
        label = "runs until somebody ends it" if endless else "length not stated or not readable"
        return (scale.bar(0, scale.end, "term" if endless else "unknown", label, open=True),)
    bars = [scale.bar(0, initial, "term", f"initial term, {amount(initial, 'month')}")]
    look: Look = "renewal" if renews.startswith(("automatic", "option")) else "maybe"
    if renews in ("", "none") or scale.end - initial < 1:
        return tuple(bars)
    label = {
        "automatic": "renews by itself",
        "by_agreement": "only by agreement",
        "option_supplier": "if the supplier wants",
        "option_distributor": "if the distributor wants",
        "option_either": "if either wants",
    }.get(renews, "renewal")
    start, length = initial, more or 12.0
    for _ in range(3):
        if start >= scale.end - 0.5:
            break
        bars.append(scale.bar(start, min(start + length, scale.end), look, label, open=start + length >= scale.end))
        start, label = start + length, "again"
    return tuple(bars)


def _notice(initial: float, days: float, scale: _Scale) -> tuple[tuple[Bar, ...], tuple[Point, ...]]:
    last = max(0.0, initial - days / _DAYS)
    label = f"notice must be given by month {last:.0f}"
    return (scale.bar(0, last, "good", label), scale.bar(last, initial, "late", "too late")), ()


def _checkpoints(found: LockIn) -> list[Step]:
    """The steps on the way out that are not just the end of the term, each moment and wording once."""
    other = found.appoint_steps if found.free_to_appoint_months != found.free_to_exit_months else ()
    steps = {(step.month, step.text): step for step in (*found.exit_steps, *other)}
    kept = [
        step
        for step in steps.values()
        if 0 < step.month < float("inf") and not any(word in step.text for word in _ENDS)
    ]
    return sorted(kept, key=lambda step: step.month)


def _lock_in(found: LockIn, end: float | None, scale: _Scale) -> Bar:
    if found.status != "found":
        return scale.bar(0, scale.end, "unknown", "cannot be told", open=True)
    severity = band_of(end).severity
    look: Look = severity if severity in ("high", "medium") else "good"
    if end is None or _endless(end):
        return scale.bar(0, scale.end, look, "no way out without the distributor", open=True)
    return scale.bar(0, end, look)


def _exit(found: LockIn) -> str:
    return time(found.free_to_exit_months) if found.status == "found" else "cannot be told"


def _endless(month: float | None) -> bool:
    return month is None or month == float("inf")


def _number(term: Term | None) -> float | None:
    value = term.value if term is not None and term.status == "found" else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _says(review: Review, initial: float | None, renews: str, more: float | None, checks: list[Step]) -> str:
    found = review.lock_in
    said = [f"Initial term: {months(initial) if initial is not None else 'not known'}."]
    if renews and renews != "none":
        said.append(f"Renewal: {renews.replace('_', ' ')}{f', {months(more)} each' if more else ''}.")
    notice = _number(review.term("renewal_notice_days"))
    if notice:
        said.append(f"Notice against renewal: {amount(notice, 'day')}.")
    said.append(f"Checkpoints: {'; '.join(f'month {step.month:g}, {step.text}' for step in checks) or 'none'}.")
    said.append(f"Idle lock-in: {_exit(found)}.")
    if found.status == "found" and found.free_to_appoint_months != found.free_to_exit_months:
        said.append(f"Free to appoint somebody else: {time(found.free_to_appoint_months)}.")
    return " ".join(said)
