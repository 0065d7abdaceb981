"""Companies named beside those that were read as parties: in the opening, and among those who sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausecheck.ingest.party_drafts import alike
from clausecheck.ingest.party_elsewhere import from_signatures
from clausecheck.model.document import Document, Party
from clausecheck.model.location import Span
from clausecheck.reader.named import Named
from clausecheck.reader.words import words

_OPENING = 6_000  # characters that an opening takes at most
_REACH = 900  # characters of an opening whose end is not to be seen
_EARLIEST, _TAIL = 0.2, 0.85  # signatures stand after the first share of the text; without a mark, after the second
_SIGNATURES = 12_000  # characters that they take at most

ENDED = re.compile(r"\b(?:WHEREAS|Whereas|RECITALS?|Recitals|BACKGROUND|NOW,?\s+THEREFORE|IN\s+WITNESS|Title\s*:)\b")
_COMPANY = re.compile(
    r"(?<![\w.])(?P<name>(?:[A-Z0-9][\w&'.-]*,?\s+(?:(?:of|and|&|the|for)\s+)?){1,7}?(?:\([A-Z][\w. ]{1,15}\)\s+)?"
    r"(?:Inc|INC|Incorporated|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|GmbH|LP|L\.P|LLP"
    r"|S\.A|B\.V|N\.A|PLC|plc|AG))\b\.?(?!\s+(?:[A-Z]\w+\s+)?(?:Agreement|AGREEMENT|Company|COMPANY|Partnership))"
)
_FORM = re.compile(r"(?:Co|Inc|LLC|Ltd)\b")
_NO_PARTY_BEFORE = re.compile(r"\b(?:an?|of|as|to|under|c/o|from|AN?|OF|TO|FROM)\s*$")
# An officer's title glued to the name of the next who signs.
_OFFICER = re.compile(
    r"\b(?:President|Officer|Director|Secretary|Treasurer|Manager|Signatory|Chairman|Partner|CEO|CFO|COO|Esq)\b"
    r"[.,]*\s+\S"
)
_WITNESS = re.compile(r"(?i:\bin\s+witness\b)|\bSIGNATURES?\b|\bSignature\s+Page\b")
_BEHALF = re.compile(
    r"(?i:\bfor\s+and\s+on\s+behalf\s+of\b)[:\s]{1,20}(?P<name>[A-Z][^\n;:()_]{2,60}?)(?=\s{2,}|[\n;:()_])"
)


def others(document: Document, placed: Sequence[Party]) -> Iterator[Named]:
    """Further companies that the opening names, up to its recitals."""
    text = document.text
    start = min((party.span.start for party in placed if party.span and party.span.start < _OPENING), default=-1)
    if start < 0:
        return
    ended = ENDED.search(text, start, start + _OPENING)
    for match in _companies(text, start, ended.start() if ended else start + _REACH):
        if not any(alike(match["name"], party.name) for party in document.parties):
            yield Named("parties", Span(match.start(), match.end()), 0.82)


def signing(document: Document) -> Iterator[Named]:
    """Those who sign and are not among the parties as read: the opening names them by a schedule."""
    for draft in from_signatures(document.text):
        if (
            not re.search(r"/s/|\b[Ii]ts\b|,\s+an?\s", draft.name)
            and not _OFFICER.search(draft.name)
            and not any(alike(draft.name, party.name) for party in document.parties)
        ):
            yield Named("parties", Span(draft.start, draft.end), 0.74)


def signatories(document: Document, found: Iterable[str]) -> Iterator[Named]:
    """Companies named where the contract is signed, unlike all names found before."""
    text = document.text
    mark = _WITNESS.search(text, int(len(text) * _EARLIEST))
    start = mark.start() if mark else int(len(text) * _TAIL)
    end = min(len(text), start + _SIGNATURES)
    known = [frozenset(words(name)) for name in found]
    behalf = ((match.start("name"), match.end("name"), 0.9) for match in _BEHALF.finditer(text, start, end))
    formed = ((_begins(match), match.end(), 0.19) for match in _companies(text, start, end))
    for first, last, confidence in (*behalf, *formed):
        name = frozenset(words(text[first:last]))
        if len(name) > 1 and not any(2 * len(name & one) >= len(name | one) for one in known):
            known.append(name)
            yield Named("parties", Span(first, last), confidence)


def _companies(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _COMPANY.finditer(text, start, end):
        if not _FORM.match(match["name"]) and not _NO_PARTY_BEFORE.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            yield match


def _begins(match: re.Match[str]) -> int:
    """Where the name begins, without the lines above it and the title of the officer who signed before."""
    line = match.start() + match.group().rfind("\n") + 1
    titles = [title.end() - 1 for title in _OFFICER.finditer(match.string, line, match.end())]
    return titles[-1] if titles else line
