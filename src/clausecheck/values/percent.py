"""Shares: "eighty percent (80%)", "two-thirds", "50 basis points", 八割以上, 百分の五, 過半数."""

from __future__ import annotations

import re

from clausecheck.model.location import Span
from clausecheck.model.value import Percent
from clausecheck.text.numbers import DIGITS, JAPANESE, KANJI, QUANTITY, WORDS, kanji, quantity
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Near, Source, prepare, settle

_SIGN = (
    r"(?:%|per\s?cent(?:age)?(?:\s{1,2}points?)?(?:um)?\.?(?=\s{0,2}\()|per\s?cent(?:age)"
    r"?(?:\s{1,2}points?)?|pct\.?|percentage\s{1,2}points?)(?![a-z])"
)
_SHARE = re.compile(
    rf"(?:(?P<half>one[\s-]half|half)\s{{1,2}}(?:\(1/2\)\s{{1,2}})?of\s{{1,2}}(?=one\s))?(?:(?P<pair>{WORDS})"
    rf"\s{{0,2}}(?:{_SIGN})?\s{{0,2}}\(\s{{0,2}}(?P<figure>{DIGITS})\s{{0,2}}(?:{_SIGN})"
    rf"?\s{{0,2}}\)(?P<tail>\s{{0,2}}{_SIGN})?"
    rf"|(?P<number>{QUANTITY})[\s-]{{0,2}}(?:{_SIGN}|(?P<basis>basis\s{{1,2}}points?|bps?(?![a-z]))))",
    re.I,
)
_NAMED = {
    "half": 50.0, "halves": 50.0, "third": 100 / 3, "quarter": 25.0, "fourth": 25.0, "fifth": 20.0, "tenth": 10.0,
    "eighth": 12.5, "sixth": 100 / 6,
}  # fmt: skip
_FRACTION = re.compile(
    r"(?<![a-z])(?<!and )(?P<top>one|two|three|four|five|seven|nine)[\s-](?:\((?:\d)/(?:\d)\)\s)"
    r"?(?P<bottom>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?![a-z])"
    r"(?!\s?\(\d{1,2}(?:st|nd|rd|th)|[\s-](?:years?|months?|day|hour|anniversar|week|quarter|business|calendar"
    r"|contract))(?:\s?\(\s?\d\s?/\s?\d{1,2}\s?(?:rds?|ths?)?\s?\))?"
    r"|(?<![a-z-])(?<!and a )(?P<half>half)\s{1,2}of\s{1,2}(?!an?\s(?:year|month|day))|(?<![a-z])(?:a\s)"
    r"?(?P<majority>simple\smajority|majority)\s{1,2}of",
    re.I,
)
_JAPANESE = re.compile(
    rf"(?P<percent>{JAPANESE})\s?(?:%|パーセント|%)|(?P<tenths>{JAPANESE})割(?:(?P<hundredths>\d|{KANJI})分)?"
    rf"|百分の(?P<of_hundred>{JAPANESE})|(?P<bottom>{JAPANESE})分の(?P<top>{JAPANESE})|(?P<majority>過半数)|(?P<half>半数|半額)"
)


def find_percents(text: str) -> tuple[Percent, ...]:
    """Every share in `text`, in order, without overlaps."""
    return percents_in(prepare(text))


def percents_in(source: Source) -> tuple[Percent, ...]:
    """The same over a prepared text."""
    found: list[Percent] = []
    for match in source.search(_SHARE, ("%", "percent", "per cent", "pct", "basis point", "bps"), 80, 20, Near()):
        if share := _share(source, match):
            found.append(share)
    for match in source.search(
        _FRACTION,
        ("half", "halves", "third", "quarter", "fourth", "fifth", "tenth", "eighth", "sixth", "majority"),
        20,
        24,
    ):
        found.append(_fraction(source, match))
    if source.japanese:
        for match in source.search(_JAPANESE, ("%", "割", "分の", "パーセント", "過半数", "半数", "半額"), 16, 12):
            if share := _japanese(source, match):
                found.append(share)
    return settle(found)


def _share(source: Source, match: re.Match[str]) -> Percent | None:
    span = Span(*match.span())
    if match["pair"] and not re.search(_SIGN, match[0], re.I):
        return None  # "thirty (30)" close to a percent sign that belongs to something else
    number = quantity(f"{match['pair']} ({match['figure']})" if match["pair"] else match["number"])
    if number.value is None:
        return Percent(span, None, number.state or "blank")
    value = number.value / 100 if match["basis"] else number.value
    if match["half"]:
        value /= 2
    return Percent(span, value, qualifier=qualifier(source.text, span.start, span.end), conflict=number.conflict)


def _fraction(source: Source, match: re.Match[str]) -> Percent:
    span = Span(*match.span())
    if match["majority"]:
        return Percent(span, 50.0, qualifier="more_than")
    if match["half"]:
        return Percent(span, 50.0, qualifier=qualifier(source.text, span.start, span.end))
    bottom = match["bottom"].lower()
    part = _NAMED.get(bottom) or _NAMED[bottom.rstrip("s")]
    top = quantity(match["top"]).value or 1.0
    return Percent(span, round(top * part, 2), qualifier=qualifier(source.text, span.start, span.end))


def _japanese(source: Source, match: re.Match[str]) -> Percent | None:
    span = Span(*match.span())
    if match["majority"]:
        return Percent(span, 50.0, qualifier="more_than")
    if match["half"]:
        value: float | None = 50.0
    elif match["percent"]:
        value = kanji(match["percent"])
    elif match["tenths"]:
        value = (kanji(match["tenths"]) or 0.0) * 10 + (kanji(match["hundredths"] or "") or 0.0)
    elif match["of_hundred"]:
        value = kanji(match["of_hundred"])
    else:
        top, bottom = kanji(match["top"]), kanji(match["bottom"])
        value = round(top / bottom * 100, 2) if top and bottom else None
    if value is None:
        return None
    return Percent(span, value, qualifier=qualifier(source.text, span.start, span.end))
