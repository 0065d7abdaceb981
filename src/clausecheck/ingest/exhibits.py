"""Schedules, exhibits and annexes: where they are referred to, and whether their text is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausecheck.model.document import Clause, Exhibit
from clausecheck.model.location import Span

_REFERENCE = re.compile(
    r"(?P<word>EXHIBIT|Exhibit|exhibit|SCHEDULE|Schedule|schedule|ANNEXURE|ANNEX|Annexure|Annexes|Annex|annex"
    r"|APPENDIX|Appendix|Appendices|appendix|ATTACHMENT|Attachment|attachment)[Ss]?\s+"
    r"(?:No\.\s*|Number\s*|#\s*)?[\"'(]?(?P<token>[A-Z]{1,2}(?:-\d{1,2})?(?![A-Za-z'])"
    r"|\d{1,2}(?:[.-]\d{1,2}){0,2}(?:[A-Z](?![a-z]))?(?![\d%])|[IVX]{1,5}(?![A-Za-z])"
    r"|(?i:one|two|three|four|five|six)\b)"
    r"(?P<more>(?:[\"')]?,?\s*(?:and|or|through|&|,|to)\s*[\"'(]?(?:[A-Z]{1,2}(?:-\d{1,2})?(?![A-Za-z'])"
    r"|\d{1,2}(?:[.-]\d{1,2})?(?![\d%]))){0,6})"
    r"|(?P<kanji>別紙|別表)\s?(?P<number>[0-9一二三四五六七八九十]{0,2})"
)
_WORDS = ("xhibit", "chedule", "nnex", "ppendi", "ttachment")
_STEMS = (*((word, 1) for stem in _WORDS for word in (stem, stem.upper())), ("別紙", 0), ("別表", 0))
_TOKEN = re.compile(r"[A-Z]{1,2}(?:-\d{1,2})?(?![A-Za-z])|\d{1,2}(?:[.-]\d{1,2})?")
_OTHERS = re.compile(
    r"\s*(?:to|of|in)\s+(?:the|that|its|such)\s+(?!this\b)(?!agreement\b)[\w\s]{0,40}?(?:agreement|license"
    r"|contract|lease|indenture|plan|form|registration|annual report)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"(?:to|will)\s+be\s+(?:attached|provided|added|inserted|supplied|determined|completed|agreed"
    r"|furnished)\b[^.\n]{0,60}"
    r"|intentionally\s+(?:left\s+)?(?:blank|omitted)|(?:this\s+)?page\s+is\b|\bpage\b|\breserved\b"
    r"|\bomitted\b[^.\n]{0,80}|\btbd\b"
    r"|not\s+(?:attached|filed|included)\b[^.\n]{0,60}|\bsee\s+attached\b|\battached\b"
    r"|confidential\s+treatment\s+requested|\bredacted\b"
    r"|\bnone\b|\bn/a\b|\[[*_\s.]+\]",
    re.IGNORECASE,
)
_FILED = re.compile(r"\d{1,2}\.\d{1,3}[a-z]?$")


def exhibits(text: str, clauses: Sequence[Clause]) -> tuple[Exhibit, ...]:
    """Exhibits by label, in order of first mention. One that is referred to and not there, or there with no text of
    its own, has no span."""
    attached: dict[str, Clause] = {}
    for clause in clauses:
        if clause.kind == "schedule" and clause.parent < 0 and clause.number:
            attached.setdefault(_key(clause.number), clause)
    own = {clause.span.start for clause in attached.values()}
    skip = [clause.span for clause in clauses if clause.kind in {"contents", "title"}]
    labels: dict[str, str] = {}
    referred: dict[str, list[Span]] = {}
    for match in _references(text):
        start = match.start()
        for label in _labels(match):
            key = _key(label)
            if start in own or any(span.start <= start < span.end for span in skip):
                continue
            if key not in attached and ((_FILED.search(label) and start < 600) or _OTHERS.match(text, match.end())):
                continue
            labels.setdefault(key, label)
            referred.setdefault(key, []).append(Span(start, match.end()))
    for key, clause in attached.items():
        labels.setdefault(key, clause.number)
    return tuple(
        _exhibit(text, label, attached.get(key), tuple(referred.get(key, ()))) for key, label in labels.items()
    )


def _references(text: str) -> Iterator[re.Match[str]]:
    """Every mention. Looked up by their letters first: ten times faster than the pattern alone."""
    places: set[int] = set()
    for stem, back in _STEMS:
        at = text.find(stem)
        while at >= 0:
            places.add(at - back)
            at = text.find(stem, at + 1)
    for place in sorted(places):
        if place < 0 or (place and text[place - 1].isascii() and text[place - 1].isalnum()):
            continue
        if match := _REFERENCE.match(text, place):
            yield match


def _exhibit(text: str, label: str, clause: Clause | None, spans: tuple[Span, ...]) -> Exhibit:
    if clause is None:
        return Exhibit(label, "", spans, None)
    begin = clause.span.start + len(clause.label)
    passage = text[begin : clause.span.end]
    if clause.heading:
        at = passage.find(clause.heading)
        passage = passage[at + len(clause.heading) :] if at >= 0 else passage
    if (
        len(passage) < 400
        and not re.search(r"\w", _BLANK.sub("", passage).replace("_", ""))
        and ":" not in clause.heading
    ):
        return Exhibit(label, clause.heading, spans, None)
    return Exhibit(label, clause.heading, spans, clause.span)


def _labels(match: re.Match[str]) -> list[str]:
    if match["kanji"]:
        return [match["kanji"] + match["number"]]
    word = match["word"].lower()
    word = {"annexes": "annex", "appendices": "appendix"}.get(word, word.rstrip("s") if word != "annexes" else word)
    tokens = [match["token"], *(_TOKEN.findall(match["more"] or ""))]
    return [f"{word.capitalize()} {token}" for token in tokens]


def _key(label: str) -> str:
    return re.sub(r"\W+", " ", label).strip().lower()
