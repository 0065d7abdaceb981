"""What a passage says about renewal: for how long, how often, by whose doing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from clausecheck.model.location import Span
from clausecheck.model.value import Duration
from clausecheck.text.numbers import JAPANESE, QUANTITY, kanji, quantity
from clausecheck.values.duration import durations_in
from clausecheck.values.scan import Source, prepare

Mode = Literal["", "auto", "option", "mutual"]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A renewal. `initial_months` and `months` (length of one renewal) are None where the passage does not say;
    `max_renewals` is None where no limit is stated. `like_initial` marks "for like periods"."""

    span: Span
    initial_months: float | None = None
    months: float | None = None
    mode: Mode = ""
    max_renewals: int | None = None
    like_initial: bool = False

    @property
    def max_total_months(self) -> float | None:
        """Initial term and all renewals, or None where that is open or not said."""
        if self.initial_months is None or self.months is None or self.max_renewals is None:
            return None
        return self.initial_months + self.max_renewals * self.months


_YEAR_TO_YEAR = re.compile(r"(?:from\s+)?(?P<unit>year|month|quarter)[\s-]{1,2}(?:to|by)[\s-]{1,2}(?P=unit)", re.I)
_WORD = re.compile(
    r"(?<![a-z])(?:renew(?:s|ed|al|als|able|ing)?|exten(?:d(?:s|ed|ing|able)?|sions?)|prolonged|like\s+(?:periods?|terms?)|successive)(?![a-z])",
    re.I,
)
_LIKE = re.compile(
    r"(?:for|by|of)\s+(?:\w+\s+)?(?:like|equal|similar|identical|the\s+same)\s+(?:successive\s+|additional\s+|further\s+)?(?:periods?|terms?|length|duration)",
    re.I,
)
_TIMES = re.compile(
    rf"(?:(?:up\s+to|(?:a\s+)?maximum\s+of|no\s+more\s+than|not\s+more\s+than|for|only|limited\s+to)\s+(?:an?\s+additional\s+)?(?P<number>{QUANTITY})"
    r"\s+(?:(?:further|additional|successive|consecutive|more|such|renewal|extension|one|two|three|year|month|-|\d+)[\s-]*){0,4}"
    r"(?:terms|periods|times|renewals|extensions|occasions)|(?P<once>one\s+(?:\(1\)\s+)?time\s+only|once\s+only|only\s+once|one\s+(?:\(1\)\s+)?(?:further|additional)\s+(?:term|period)))",
    re.I,
)
_EACH = re.compile(r"(?:terms?|periods?|renewals?|extensions?)\s+of\s+(?:up\s+to\s+)?\Z", re.I)
_AUTO = re.compile(
    r"automatic(?:ally)?|unless\s+(?:either|any|a)\s+party|unless\s+(?:earlier\s+)?terminated|year[\s-]to[\s-]year|month[\s-]to[\s-]month|shall\s+(?:be\s+renewed|renew|be\s+extended)|(?:is|are)\s+renewed\s+for|successive",
    re.I,
)
_OPTION = re.compile(
    r"(?:at|in)\s+(?:the\s+)?(?:sole\s+)?(?:option|discretion|election)|may\s+(?:\w+\s+)?(?:renew|extend|be\s+renewed\s+by)|option\s+to\s+(?:renew|extend)|renewable",
    re.I,
)
_MUTUAL = re.compile(
    r"mutual(?:ly)?|agreement\s+of\s+(?:both|the)\s+parties|(?:both\s+)?parties\s+(?:may\s+)?(?:so\s+)?agree|by\s+(?:written\s+)?agreement",
    re.I,
)
_INITIAL = re.compile(
    r"initial\s+(?:term|period)\s*(?::|of|is|shall\s+be)?\s*\(?\s*(?:a\s+period\s+of\s+|for\s+)?\Z", re.I
)
_JAPANESE_TIMES = re.compile(rf"(?P<times>{JAPANESE})回(?:を限度|に限り|を超え|まで|限り)")


def find_renewals(text: str) -> tuple[Renewal, ...]:
    """Every sentence of `text` that speaks of a renewal, as one `Renewal` each."""
    source = prepare(text)
    found: list[Renewal] = []
    for start, end in _sentences(source.text):
        piece = source.text[start:end]
        if _YEAR_TO_YEAR.search(piece) or _WORD.search(piece):
            found.append(_english(source, Span(start, end)))
        elif source.japanese and re.search("更新|延長|以後も同様", piece):
            found.append(_in_japanese(source, Span(start, end)))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in re.finditer(r"(?<=[a-z)])[.](?=\s+[A-Z(])|。", text)]
    bounds = [0, *ends, len(text)]
    return [(start, end) for start, end in pairwise(bounds) if end > start]


def _within(source: Source, span: Span) -> list[Duration]:
    found = durations_in(prepare(source.text[span.start : span.end]))
    return [duration for duration in found if duration.kind == "length" and duration.in_months() >= 1]


def _english(source: Source, span: Span) -> Renewal:
    text = source.text[span.start : span.end]
    word = _WORD.search(text)
    turn = word.start() if word else 0
    initial: float | None = None
    renewal: float | None = None
    for duration in _within(source, span):
        head = text[: duration.span.start]
        if duration.role in ("notice", "cure"):
            continue
        if _INITIAL.search(head) or (duration.span.start < turn and not _EACH.search(head)):
            initial = duration.months if initial is None else initial
        elif renewal is None:
            renewal = duration.months
    like = bool(_LIKE.search(text))
    step = _YEAR_TO_YEAR.search(text)
    if step:
        renewal = {"year": 12.0, "month": 1.0, "quarter": 3.0}[step["unit"].lower()]
    elif like and renewal is None:
        renewal = initial
    times = _TIMES.search(text)
    limit: int | None = None
    if times:
        limit = 1 if times["once"] else int(quantity(times["number"]).value or 0) or None
    return Renewal(span, initial, renewal, _mode(text, bool(step)), limit, like)


def _mode(text: str, from_year_to_year: bool) -> Mode:
    if _MUTUAL.search(text) and not re.search("automatic", text, re.I):
        return "mutual"
    if re.search("automatic", text, re.I) or from_year_to_year:
        return "auto"
    if _OPTION.search(text):
        return "option"
    return "auto" if _AUTO.search(text) else ""


def _in_japanese(source: Source, span: Span) -> Renewal:
    text = source.text[span.start : span.end]
    lengths = [duration for duration in _within(source, span) if duration.role != "notice"]
    near = [duration for duration in lengths if re.match(r".{0,20}(?:更新|延長|有効)", text[duration.span.end :])]
    rest = [duration for duration in lengths if duration not in near]
    like = bool(re.search("同一(?:の)?期間|同期間|同じ期間", text))
    initial = rest[0].months if rest else None
    renewal = near[-1].months if near else initial if like else None
    mode: Mode = ""
    if re.search("自動的に|以後も同様|以降も同様|されるもの|したものとみな", text):
        mode = "auto"
    elif re.search("合意|協議", text):
        mode = "mutual"
    elif re.search("できる", text):
        mode = "option"
    times = _JAPANESE_TIMES.search(text)
    return Renewal(span, initial, renewal, mode, int(kanji(times["times"]) or 0) if times else None, like)
