"""The parties of a contract and what it calls them: names, words given to them, words for all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.ingest.party_names import BLANK, has_legal_form
from clausecheck.model.document import Document, Party
from clausecheck.model.location import Span
from clausecheck.reader.companies import ENDED, others, signatories, signing
from clausecheck.reader.named import Named

_HEAD = 12_000  # characters in which parties are looked for where none has a known place
_REACH = 900  # characters after a party's name in which it is given its word
_REACH_MORE, _REACH_UNSURE = 300, 120  # the same for further words, and for those of a name without legal form
_BEFORE = 60  # characters before a name in which it is called Party A
_TOGETHER_REACH = 2_500  # characters after the last name in which all parties together are given a word
_SHORT = 3  # a word of so many letters is hardly ever marked: initials

_TOGETHER = re.compile(
    r"(?:(?<=[.,;)\n] )|(?<=\()|(?<=\n))[^.;()\n]{0,120}"
    r"\b(?:individually|collectively|each|either|together|jointly|separately|commonly|generically|singular|both)\b"
    r"[^.;()\n]{0,80}\"(?:the\s+)?part(?:y|ies)[,.]?\"(?:[^.()\n]{0,90}\"part(?:y|ies)[,.]?\")?"
    r"|\b(?:referred\s+to|called|known)\b[^.;()\n]{0,40}\bas\s+the\s+parties\b",
    re.I,
)
_MEANT = re.compile(
    r"\"part(?:y|ies)\"\s+(?:shall\s+)?(?:means?|refers?\s+to)\b[^.;\n]{3,120}"
    r"(?:;\s+and\s+\"part(?:y|ies)\"[^.;\n]{3,100})?",
    re.I,
)
# What no party is called, even as the last word of its name; and what is no word for a party.
_NOBODY = (
    r"agreements?|terms?|dates?|documents?|exhibits?|schedules?|accounts?|provisions?|summar(?:y|ies)|platforms?"
    r"|meters?|testing|joint\s+venture|committees?|laws?|periods?"
)
_UNNAMED = re.compile(rf"(?i)(?:.*\b)?(?:{_NOBODY})")
_THING = re.compile(
    rf"(?i)(?:.*\b)?(?:{_NOBODY}|products?|services?|territor\w+|shares?|units?|stock|securit\w+|warrants?|notes?"
    r"|licenses?|patents?|marks?|trademarks?|rights|propert\w+|software|technology|facilit\w+|affiliates?|promotions?"
    r"|transactions?|taxes|fees?|materials?|information|persons?|equipment|systems?|messages|funds)"
)
_ALSO = re.compile(
    r"(?:\b(?:d/?b/?a|f/?k/?a|a/?k/?a|n/k/a|t/a)\b|\b(?:d\.b\.a|f\.k\.a|a\.k\.a)\."
    r"|\b(?:doing\s+business|trading)\s+(?:under\s+the\s+name\s+)?as\b"
    r"|\b(?:also|formerly|previously|now)\s+known\s+as\b)[\s:\"]+[A-Z0-9][^,;()\"\n]{1,60}"
    r"(?:,\s+(?:Inc|LLC|Ltd|Limited|Corp|L\.P|LP|S\.A)\b\.?)?",
    re.I,
)
# A quoted word that is being defined.
_MEANS = re.compile(r"[\"')\s]*(?:shall\s+)?means?\b")
_GROUP = re.compile(
    r"(?<=\()[^()\n]{0,80}?\b(?:[Cc]ollectively|[Tt]ogether|[Jj]ointly)\b[^()\n]{0,90}?"
    r"\"(?!(?i:part(?:y|ies))\b)(?P<word>[A-Z][\w &'-]{2,40})[,.]?\"[^()\n]{0,60}(?=\))"
)
_LETTERED = re.compile(r"\b(?:Party|PARTY)\s+[A-D1-4]\b")


def parties(document: Document) -> Iterator[Named]:
    placed = [party for party in document.parties if party.span]
    found = [
        *(named for party in document.parties for named in _party(document, party)),
        *_together(document, placed),
        *others(document, placed),
        *signing(document),
    ]
    yield from found
    yield from signatories(document, [document.text[named.span.start : named.span.end] for named in found])


def _party(document: Document, party: Party) -> Iterator[Named]:
    text = document.text
    name = party.span or _first(text, party.name)
    if not name:
        return
    legal = has_legal_form(text[name.start : name.end])
    if not legal and _UNNAMED.fullmatch(party.name):
        return
    if not BLANK.match(party.name):
        yield Named("parties", name, 0.97 if legal else 0.75)
    for alias in party.aliases:
        place = _given(text, name, alias)
        if not place or (len(re.sub(r"\W", "", alias)) <= _SHORT and text.count('"', place.start, place.end) < 3):
            continue
        if place.start > name.end and _MEANS.match(text, place.end):
            continue
        if alias == party.label:
            yield Named("parties", place, 0.95 if legal else 0.8)
        elif place.start < name.end + (_REACH_MORE if legal else _REACH_UNSURE) and not _THING.fullmatch(alias):
            yield Named("parties", place, 0.58 if legal else 0.4)
    for match in _ALSO.finditer(text, name.start, name.end + _REACH_MORE):
        yield Named("parties", Span(match.start(), match.end()), 0.7)
    lettered = _LETTERED.search(text, max(0, name.start - _BEFORE), name.end + _REACH)
    if lettered:
        yield Named("parties", Span(lettered.start(), lettered.end()), 0.7)


def _given(text: str, name: Span, alias: str) -> Span | None:
    """Where the contract gives a party its word: quoted, or in brackets, or after "hereinafter"."""
    word = r"(?:the\s+)?" + r"\s+".join(re.escape(part) for part in alias.split())
    for start in (name.start, max(0, name.start - _REACH)):
        quoted = re.compile(rf"[\"'‘]{word}[,.]?[\"'’]", re.I).search(text, start, name.end + _REACH)
        if quoted:
            return _bracket(text, quoted.start(), quoted.end())
    bare = re.compile(rf"\(\s*{word}\s*\)|\bhere(?:in)?after[^.;()\"]{{0,40}}\b{word}\b").search(
        text, name.end, name.end + _REACH
    )
    return Span(bare.start(), bare.end()) if bare else None


def _bracket(text: str, start: int, end: int) -> Span:
    """The quoted word with what else stands in its brackets: `the "Company"`, `"Acme" or the "Supplier"`."""
    opening = text.rfind("(", max(0, start - 60), start)
    closing = text.find(")", end, end + 150)
    if opening < 0 or closing < 0 or ")" in text[opening:start] or "(" in text[end:closing]:
        return Span(start + 1, end - 1)
    return Span(opening + 1, closing)


def _first(text: str, name: str) -> Span | None:
    at = text.find(name)
    return Span(at, at + len(name)) if name and at >= 0 else None


def _together(document: Document, placed: list[Party]) -> Iterator[Named]:
    """The words for all parties: `individually a "Party" and together the "Parties"`, with whom they stand for."""
    start = min((party.span.start for party in placed if party.span), default=0)
    end = max((party.span.end for party in placed if party.span), default=_HEAD)
    match = _TOGETHER.search(document.text, start, end + _TOGETHER_REACH)
    if match:
        yield Named("parties", Span(match.start(), match.end()), 0.82)
    meant = _MEANT.search(document.text)
    if meant:
        yield Named("parties", Span(meant.start(), meant.end()), 0.74)
    ended = ENDED.search(document.text, start)
    for match in _GROUP.finditer(document.text, start, min(end + _REACH_MORE, ended.start() if ended else _HEAD)):
        if not _THING.fullmatch(match["word"]):
            yield Named("parties", Span(match.start(), match.end()), 0.82)
