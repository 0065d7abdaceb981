"""Numbers of things: "five hundred (500) Units per Contract Year", "ten gross", 年間1,000台以上."""

from __future__ import annotations

import re

from clausecheck.model.location import Span
from clausecheck.model.value import Count
from clausecheck.text.numbers import JAPANESE, QUANTITY, kanji, quantity
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Source, prepare, settle

_NOUNS = (
    "units?|pieces?|pcs\\.?|cases?|sets?|systems?|kits?|containers?|teus?|(?:metric\\s)?tons?|(?:metric\\s)"
    "?tonnes?|licen[cs]es?|seats?|users?"
    "|subscriptions?|subscribers?|bottles?|cartons?|boxes|pallets?|vehicles?|machines?|devices?|instruments?"
    "|handsets?|copies|barrels?"
    "|gallons?|lit(?:er|re)s?|kilograms?|kgs?\\.?|pounds\\s(?=of\\s)|employees?|persons?|people|ftes?"
    "|full[\\s-]time\\sequivalents?|salespersons?"
    "|sales\\s?(?:people|persons?|representatives?|managers?|engineers?)|customers?|accounts|stores?|outlets?|shares"
    "|dozens?|gross(?=\\s|$|[.,;])(?!\\s(?:profit|sales|revenue|margin|negligence|receipts|amount|income"
    "|proceeds|weight))"
)
_ADJECTIVE = (
    r"(?:(?:additional|complete|full|new|total|full[\s-]time|qualified|dedicated|trained|experienced"
    r"|end|hardware|demonstration|individual|consecutive|aggregate|paid|product)\s{1,2}){0,3}"
)
_COUNT = re.compile(rf"(?P<number>{QUANTITY})\s{{0,2}}{_ADJECTIVE}(?P<unit>{_NOUNS})(?![a-z])", re.I)
_PER = re.compile(
    r"(?:[^.;]{0,40}?\s)?(?:per|each|every|in\s(?:each|any|every)|during\s(?:each|any)|for\seach|a)"
    r"\s{1,2}(?:such\s{1,2})?(?P<period>contract\s{1,2}year|calendar\s{1,2}year|fiscal\s{1,2}year|year|annum"
    r"|(?:calendar\s{1,2}|contract\s{1,2}|fiscal\s{1,2})?quarter|(?:calendar\s{1,2})?month|week|half[\s-]year"
    r"|order)(?![a-z])|\s{0,2}(?P<adverb>annually|monthly|quarterly|weekly|yearly)",
    re.I,
)
_PER_BEFORE = re.compile(
    r"(?:in|during|for|per)\s{1,2}(?:each|any|every|the)\s{1,2}(?P<period>contract\s{1,2}year"
    r"|calendar\s{1,2}year|year|quarter|month)[^.;]{0,60}\Z",
    re.I,
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "quarterly": "quarter", "weekly": "week"}
_JAPANESE_UNITS = (
    "台|個|本|枚|ケース|セット|トン|ロット|式|口|件|名|人|社|箱|缶|袋|部|株|キログラム|kg|ユニット|ライセンス"
)
_JAPANESE = re.compile(
    rf"(?P<per>年間|月間|四半期(?:ごとに|毎に|あたり)?|各?契約年度(?:において|につき|ごとに|毎に|あたり|に)?|毎年|毎月|各年|1年間?(?:に|あたり))?(?:に?つき)"
    rf"?(?P<least>最低限?|少なくとも|約)?(?P<number>{JAPANESE})\s?(?P<unit>{_JAPANESE_UNITS})(?![ァ-ヶ])"
)


def find_counts(text: str) -> tuple[Count, ...]:
    """Every number of things in `text`, in order, without overlaps."""
    return counts_in(prepare(text))


def counts_in(source: Source) -> tuple[Count, ...]:
    """The same over a prepared text."""
    found = [_count(source, match) for match in source.at_numbers(_COUNT)]
    if source.japanese:
        for match in source.search(_JAPANESE, tuple(_JAPANESE_UNITS.split("|")), 28, 6):
            found.append(_japanese(source, match))
    return settle(found)


def _count(source: Source, match: re.Match[str]) -> Count:
    span, number = Span(*match.span()), quantity(match["number"])
    unit = re.sub(r"\s+", " ", match["unit"].lower())
    if number.value is None:
        return Count(span, None, unit, kind=number.state or "blank")
    value, conflict = number.value, number.conflict
    if unit == "gross":
        value, unit = value * 144, "pieces"
    elif unit.startswith("dozen"):
        value, unit = value * 12, "pieces"
    per = _per(source.text, span)
    return Count(span, value, unit, per, qualifier=qualifier(source.text, span.start, span.end), conflict=conflict)


def _per(text: str, span: Span) -> str:
    after = _PER.match(text, span.end, span.end + 90)
    if after:
        return _ADVERBS[after["adverb"].lower()] if after["adverb"] else period_name(after["period"])
    before = _PER_BEFORE.search(text[max(0, span.start - 100) : span.start])
    return period_name(before["period"]) if before else ""


def period_name(text: str) -> str:
    """ "Contract Year" is "contract_year", "annum" and "calendar year" are "year"."""
    words = text.lower().split()
    if words[0] == "contract":
        return "contract_" + words[-1]
    return {"annum": "year", "half-year": "half_year"}.get(words[-1], words[-1])


def _japanese(source: Source, match: re.Match[str]) -> Count:
    said = match["per"] or ""
    per = ""
    if "契約年度" in said:
        per = "contract_year"
    elif "四半期" in said:
        per = "quarter"
    elif "年" in said:
        per = "year"
    elif "月" in said:
        per = "month"
    if not per:
        before = re.search(
            r"(契約年度|年間|月間|四半期)[^。]{0,30}\Z", source.text[max(0, match.start() - 40) : match.start()]
        )
        per = (
            {"契約年度": "contract_year", "年間": "year", "月間": "month", "四半期": "quarter"}[before[1]]
            if before
            else ""
        )
    unit = {"ケース": "case", "セット": "set"}.get(match["unit"], match["unit"])
    start = match.start("number")
    return Count(
        Span(*match.span()), kanji(match["number"]), unit, per, qualifier=qualifier(source.text, start, match.end())
    )
