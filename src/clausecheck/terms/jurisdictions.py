"""Whose law may matter: the law chosen, the states of the territory, and where the parties sit.

A name of a state counts only where it says one of these three things: never in running text, where "Korea" is where
goods come from and "Jordan" somebody's name. What a territory excludes is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausecheck.model.document import Document, Party
from clausecheck.model.location import Span
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.places import CODES, GEORGIA_ABROAD, POSSESSIONS, US_STATES, WORLD, with_unions
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

_Found = tuple[tuple[str, ...], tuple[Evidence, ...]]
"""Codes, and the passages that name them."""
LONGEST_TERRITORY = 1500
LONGEST_ADDRESS = 350
JAPANESE = 0.2
"""Share of kana and kanji from which a contract counts as Japanese."""

_NAMES = sorted((name for name in CODES if name not in WORLD), key=len, reverse=True)
_PLACE = re.compile(
    r"(?<![A-Za-z.])(?=[A-Z])(?:" + "|".join(re.escape(n) for n in _NAMES if n.isascii()) + r")(?![A-Za-z])|"
    r"(?:" + "|".join(re.escape(n) for n in _NAMES if not n.isascii()) + ")"
)  # fmt: skip
_WORLD = re.compile(
    r"(?i:\bworld-?wide\b|\bthe (?:entire )?world\b|\bglobal(?:ly)?\b|"
    r"\ball (?:other )?countries\b(?=\s*(?:[.;,)\"]|of the|except|excluding|other than|$)))|全世界"
)
_EXCLUDED = re.compile(
    r"\b(?:exclud\w+|except(?:ing)?(?: for)?|other than|but not|not (?:including|include)|with the exception of|"
    r"exclusive of|outside(?: of)?|save for)\b|を除く",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"(?i)\b(?:but including|and including|including|together with|as well as)\b|[;.](?=\s)")
_POSSESSIONS = re.compile(r"\b(?:territories|possessions)\b")
_AFTER_OK = frozenset(
    "and or with including for to only as but on in of is shall will together excluding except other at by a an the "
    "plus pursuant during under subject where who which that per from unless save inclusive through exclusively all "
    "are means provided hereinafter via within region territory market markets exclusive".split()
)
_BEFORE_NOT = re.compile(
    r"(?:\b(?:made|manufactured|produced|grown|brewed|sourced|originating|imported) (?:in|from)|\borigin:?|\bMr\.?|"
    r"\bMs\.?|\bMrs\.?|\bDr\.?|\bBank of|\bUniversity of|\bNew)\s+(?:the )?$"
)
_FIRST_NAME = re.compile(r"(?:^|[\s(])([A-Z][a-z]+)\s+$")
_GENERAL = frozenset(
    "The In Of And Or To For Republic State Kingdom Commonwealth Territory Territories Country Countries Northern "
    "Southern Eastern Western Central Greater Mainland North South East West All Only Exclusive Within Throughout "
    "Province City Emirate Continental Sultanate Principality Federation Islamic".split()
)
_SEAT = re.compile(
    r"\b(?:organi[sz]ed|incorporated|existing|established|registered|formed|laws of|offices?|place of business|located|"
    r"address|domiciled|headquartered|resident|corporation|company|limited)\b"
)
_ADDRESS_ENDS = re.compile(
    r"\b(?:in consideration|whereas|witnesseth|recitals?|background|now,? therefore|hereby agrees?|operat(?:es?|ing)|"
    r"doing business|(?:sells?|selling|distribut(?:es|ing)|customers) in|imports?|products?|goods)\b|[\"']\s*\)\s*\.\s",
    re.IGNORECASE,
)
"""Words with which the address of a party is over, and what it does or where it sells begins."""
_TERRITORY = re.compile(
    r"[\"']?\bTerritor(?:y|ies)[\"']?\)?"
    r"(?:\s+(?:shall )?(?:means?|includes?|be|is|are|consists? of|comprises?)\b|\s*:|\s*[-–—])"
)  # fmt: skip
_NOT_THE_TERRITORY = re.compile(r"(?i)outside|rights|terminat|sales")
_GRANT = re.compile(r"(?i)\b(?:appoints?|grants?|distribut(?:es?|ed|ing|ion|orship)|resell|sell|market)\b")
_IN = re.compile(r"(?:\b(?:in|within|throughout|for|into)|:)\s+(?:the\s+)?(?:territor(?:y|ies) of\s+)?(?:the\s+)?$")


def jurisdictions(reading: Reading, sheet: Sheet) -> Term:
    """Codes of every state whose law may matter (`terms.places`), sorted."""
    law = sheet["governing_law"]
    found: list[_Found] = []
    if isinstance(law.value, str):
        found += [(codes, law.evidence) for codes, _ in places(law.value)]
    found += in_territory(reading)
    found += seats(reading)
    if _japanese(reading.document.text):
        found.append((("jp",), ()))
    return _term("jurisdictions", found)


def territories(reading: Reading) -> Term:
    """Codes of the states in which the distributor may sell, as far as the contract names them."""
    return _term("territories", in_territory(reading))


def _term(id: str, found: Iterable[_Found]) -> Term:
    codes: set[str] = set()
    evidence: list[Evidence] = []
    for more, passages in found:
        if not codes.issuperset(more):
            evidence += [passage for passage in passages if passage not in evidence]
        codes.update(more)
    if not codes:
        return Term(id, (), "not_found", 0.7)
    return Term(id, tuple(sorted(with_unions(codes))), "found", 0.8, tuple(evidence))


def places(text: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The states and regions that a text names and does not exclude, with where each stands."""
    matches = list(_PLACE.finditer(text))
    excluded = {CODES[match.group()] for match in matches if _is_excluded(text, match.start())}
    for number, match in enumerate(matches):
        if _another_meaning(text, match) or _is_excluded(text, match.start()):
            continue
        following = matches[number + 1] if number + 1 < len(matches) else None
        if following and following.group() in US_STATES and text[match.end() : following.start()] == ", ":
            continue  # a town: "Lebanon, Ohio"
        codes = CODES[match.group()]
        if match.group() == "Georgia" and _abroad(matches):
            codes = ("ge",)
        if codes == ("us",) and _POSSESSIONS.search(text, match.end(), match.end() + 80):
            codes = ("us", *POSSESSIONS)
        if len(codes) > 1:  # a region: "the Nordics other than Norway"
            codes = tuple(code for code in codes if (code,) not in excluded)
        yield codes, Span(match.start(), match.end())
    for match in _WORLD.finditer(text):
        if not _is_excluded(text, match.start()):
            yield ("worldwide",), Span(match.start(), match.end())


def _abroad(matches: list[re.Match[str]]) -> bool:
    """Whether a Georgia among these names is the one in the Caucasus."""
    return any(set(CODES[match.group()]) & set(GEORGIA_ABROAD) for match in matches) and not any(
        match.group() in US_STATES and match.group() != "Georgia" for match in matches
    )


def _another_meaning(text: str, match: re.Match[str]) -> bool:
    """A product ("Belgium chocolate"), an origin ("made in Korea"), a surname ("Michael Jordan"), a firm's name."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _BEFORE_NOT.search(before):
        return True
    if len(match.group()) < 3 and not match.group().isupper():
        return True
    name = _FIRST_NAME.search(before)
    if name and name.group(1) not in _GENERAL and name.group(1) not in CODES and match.group() in _SURNAMES:
        return True
    after = re.match(r"[ \u00a0]([A-Za-z]+)", text[match.end() : match.end() + 30])
    return bool(after and after.group(1).islower() and after.group(1) not in _AFTER_OK and match.group() in _PRODUCTS)


_SURNAMES = frozenset("Jordan Ireland Holland England France Chile Israel Georgia Virginia Washington".split())
_PRODUCTS = frozenset("Belgium Turkey China Chile Korea Japan Holland Java Panama Jordan".split())


def _is_excluded(text: str, at: int) -> bool:
    """Whether the last word of excluding before the name is still in force."""
    before = list(_EXCLUDED.finditer(text, max(0, at - 300), at))
    return bool(before) and not _INCLUDED.search(text, before[-1].end(), at)


def in_territory(reading: Reading) -> list[_Found]:
    """The states of the territory, each with the passage that names it."""
    found: list[_Found] = []
    for span in _territory_spans(reading):
        text = reading.document.text[span.start : span.end]
        for codes, where in places(text):
            at = Span(span.start + where.start, span.start + where.end)
            found.append((codes, (reading.passage(_around(reading, at)),)))
    return found


def _territory_spans(reading: Reading) -> Iterator[Span]:
    """Passages that say what the territory is: definitions, clauses headed so, "Territory: …", grants "in Japan"."""
    document = reading.document
    text = document.text
    for definition in document.definitions:
        if "territor" in definition.term.lower():
            yield _cut(definition.meaning)
    for clause in document.clauses:
        if "territor" in clause.heading.lower() and not _NOT_THE_TERRITORY.search(clause.heading):
            yield _cut(clause.own)
    for sentence in document.sentences:
        span = sentence.span
        if not sentence.operative:
            continue
        passage = text[span.start : span.end]
        match = _TERRITORY.search(passage)
        if match:
            yield _cut(Span(span.start + match.end(), span.end))
        elif _GRANT.search(passage):
            for place in _PLACE.finditer(passage):
                if _IN.search(passage, max(0, place.start() - 30), place.start()):
                    yield Span(span.start + place.start(), min(span.end, span.start + place.end() + 120))
                    break


def seats(reading: Reading, only: Party | None = None) -> list[_Found]:
    """Where the parties (or only one of them) were set up or have their offices, as the words after their names say."""
    document = reading.document
    starts = sorted(party.span.start for party in document.parties if party.span)
    found: list[_Found] = []
    for party in document.parties:
        if party.span is None or (only is not None and party.span != only.span):
            continue
        following = next((start for start in starts if start > party.span.start), len(document.text))
        end = min(following, _body(document, party.span.end), party.span.end + LONGEST_ADDRESS, len(document.text))
        window = document.text[party.span.end : end]
        over = _ADDRESS_ENDS.search(window)
        window = window[: over.start()] if over else window
        if not _SEAT.search(window):
            continue
        for codes, where in places(window):
            at = Span(party.span.start, party.span.end + where.end)
            found.append((codes, (reading.passage(at),)))
    return found


def _body(document: Document, after: int) -> int:
    """Where the first clause after a place begins: no address reaches into it."""
    starts = (clause.span.start for clause in document.clauses if clause.kind == "body" and clause.span.start > after)
    return min(starts, default=len(document.text))


def _japanese(text: str) -> bool:
    """Whether the contract is written in Japanese."""
    sample = text[:20000]
    own = sum(1 for c in sample if "぀" <= c <= "ヿ" or "一" <= c <= "鿿")
    return own > JAPANESE * max(1, len(sample))


def _cut(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_TERRITORY))


def _around(reading: Reading, at: Span) -> Span:
    """The sentence of a place name, or as much of it as can be quoted."""
    sentences = reading.document.sentences
    whole = sentences[reading.index.sentence_at(at.start)].span if sentences else at
    whole = whole.cover(at)
    if len(whole) <= 300:
        return whole
    return Span(max(whole.start, at.start - 120), min(whole.end, at.end + 120))
