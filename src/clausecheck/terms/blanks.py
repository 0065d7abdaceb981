"""Places that were left to be filled in: "____", "[●]", "[INSERT TERRITORY]", "XX years". Signature blocks, form fields
in exhibits and text blacked out for the public ("[***]") are no such places."""

from __future__ import annotations

import re

from clausecheck.model.document import Document
from clausecheck.model.report import Evidence, Term
from clausecheck.terms.reading import Reading

_BLANK = re.compile(
    r"_{3,}|[●•○]{1}(?=\s?\])|\[\s*\]|\[\s{2,}\]|\.{6,}|…{3,}|○{2,}|●{2,}|＿{2,}|"
    r"\[\s*(?:(?:please\s+)?(?:insert|enter|specify|complete|fill in|state)\b[^\]]{0,60}|TB[DACN]|to be [^\]]{1,50}|"
    r"(?<!\d \[)(?<!\d\[)(?:date|amount|number|territory|price|percentage|name of [^\]]{1,40})|"
    r"[^\]]{1,40} to (?:confirm|advise|insert|agree))\s*\]|"
    r"\bX{2,}\s?(?:%|percent\b|days?\b|months?\b|years?\b|units?\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:by|name|title|date|signed|initials?|signature|witness|attest|its|per|seal|day of|printed|print|address|attn|"
    r"attention|(?:fax|phone|telephone|tel|e-?mail)(?: (?:number|no\.?))?)\b\s*:?\s*(?:[_.\[]|$)|\binitial(?:s|ed)?\b|"
    r"\bin witness whereof\b|(?:_{2,}|\])\s*day of|\bomitted portions\b|\bconfidential treatment\b|"
    r"\.{6,}\s*\d{0,3}\s*\Z",
    re.IGNORECASE,
)
"""Signature blocks, form fields, tables of contents, and the legend that says what the marks of omission are."""
_PREAMBLE = re.compile(
    r"\b(?:dated|entered into|made|effective)\b[^.;]{0,60}?(?:_{2,}|\[\s*_*\s*\])[^.]{0,400}?\bbetween\b", re.IGNORECASE
)
"""The day on which the parties sign, and who they are, in a form that is not filled in yet."""
_OPEN = frozenset(("signature", "schedule", "contents", "title"))
_MOST = 6
_SHORTEST = 40
"""Characters: a shorter line with a blank in it is a field of a form."""


def blanks(reading: Reading) -> Term:
    """How many sentences of the body have a place left to be filled in, with the first of them."""
    document = reading.document
    signs = _signs_here(document)
    found: list[Evidence] = []
    count = 0
    for sentence in document.sentences:
        if not sentence.operative or len(sentence.span) < _SHORTEST:
            continue
        if sentence.clause >= 0 and document.clauses[sentence.clause].kind in _OPEN:
            continue
        text = document.text[sentence.span.start : sentence.span.end]
        if not _BLANK.search(text) or _SIGNED.search(text) or _PREAMBLE.search(text) or signs.match(text):
            continue
        count += 1
        if len(found) < _MOST:
            found.append(reading.passage(sentence.span))
    return Term("blanks", count, "found", 0.8, tuple(found))


def _signs_here(document: Document) -> re.Pattern[str]:
    """A line for the signature of a party: its name, a colon and the line."""
    roles = document.roles
    parties = (roles.supplier, roles.distributor, *roles.others)
    names = {re.escape(name) for party in parties if party is not None for name in (party.name, *party.aliases)}
    return re.compile(rf"[\W\d]*(?:the\s+)?(?:{'|'.join(sorted(names)) or '(?!)'})\s*:?\s*_{{3,}}", re.IGNORECASE)
