"""What the opening of a contract states: its name, the parties, the day it was made and the day it takes effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from clausecheck.ingest.party_names import mentions
from clausecheck.model.document import Party, Sentence
from clausecheck.model.location import Span

PreambleKind = Literal["document_name", "parties", "agreement_date", "effective_date"]

_HEAD = 12_000
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_BLANK = r"(?:(?<!_)_[_ ]{0,40}|\[[ _*●•]{0,20}\]|(?<!\.)\.{3,20})"
_YEAR = rf"(?:(?:19|20)(?:\d\d|_{1, 4})|{_BLANK})"
DATE = re.compile(
    r"(?<![\w])(?=[\d_\[.JFMASOND令平])(?:"
    rf"(?:(?:\d{{1,2}}|first)\s{{0,2}}(?:st|nd|rd|th|s\s?t|n\s?d|r\s?d|t\s?h)?|{_BLANK}(?:\s?"
    rf"(?:st|nd|rd|th))?)\s{{1,3}}(?:day\s{{1,3}}of\s{{1,3}})"
    rf"(?:{_MONTH}|{_BLANK})(?:,?\s{{0,3}}(?:in\s+the\s+year\s+)?{_YEAR})?"
    rf"|{_MONTH}\s{{1,3}}(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?|{_BLANK})\s?,?\s{{0,3}}{_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}}{_YEAR}"
    rf"|{_MONTH},?\s{{1,3}}(?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|(?:令和|平成)\s?[\d元]{1,2}年\s?\d{1,2}月\s?\d{1,2}日)",
    re.I,
)
_DATE_LEAD = re.compile(
    r"(?:\b(?:dated|made|entered|executed|signed|effective|as\s+of|concluded|on|this|the|date\s*:|dated\s*:)[\s:,]{0,9}"
    r"(?:and\s+|is\s+|into\s+|entered\s+|executed\s+|made\s+|effective\s+|as\s+of\s+|on\s+|this"
    r"\s+|the\s+|of\s+|dated\s+|is\s+){0,8})\(?$",
    re.I,
)
_FILED = re.compile(r"\b(?:filed|filing|updated|rev(?:ised)?\.?|10-[KQ]|8-K|S-1|F-1|source)\b[^\n]{0,40}$", re.I)
_OTHER_CONTRACT = re.compile(r"\b(?:agreement|contract|amended|lease)\b[\s\w,]{0,12}\bdated(?:\s+as\s+of)?\s+$", re.I)
_THIS_CONTRACT = re.compile(r"\bthis\s+(?:(?!to\b|of\b)[\w-]+\s+){0,6}?(?:agreement|contract|lease)\b[^.]{0,30}$", re.I)
_EFFECTIVE_AFTER = re.compile(
    r"[\s,]{0,4}(?:\(|\bthe\b|[\"“']|\s|being|hereinafter|referred|to|as|herein){0,12}"
    r"(?:Effective|Commencement|effective|EFFECTIVE)\s*(?:Date|DATE|date)"
)
_EFFECTIVE_BEFORE = re.compile(
    r"\beffective\b[\s\w,()\"]{0,40}$|\bEffective\s+Date\b[\s:\"\w]{0,20}$|\bas\s+of\s+(?:the"
    r"\s+|this\s+)?$",
    re.I,
)
_EFFECTIVE_SENTENCE = re.compile(
    r"\b(?:this\s+(?:\w+\s+){0,2}(?:agreement|contract|amendment|addendum)|(?:initial\s+)?term"
    r"(?:\s+of\s+this\s+(?:agreement|contract))?"
    r"|agreement\s+term|effective\s+date|commencement\s+date)\b[^.;]{0,80}?"
    r"\b(?:(?:shall|will)\s+(?:be(?:come)?\s+effective|commence|begin|take\s+effect|come\s+into"
    r"\s+(?:force|effect)|enter\s+into\s+(?:force|effect)"
    r"|be\s+in\s+(?:effect|force))|is\s+effective|becomes\s+effective|commences|begins|takes"
    r"\s+effect|comes\s+into\s+(?:force|effect)"
    r"|enters\s+into\s+force)\b",
    re.I,
)
_DEFINED_DATE = re.compile(r"[\"“]Effective\s+Date[\"”]\s+(?:shall\s+)?(?:means?|be|is)\b[^.;]{0,200}", re.I)
_SMALL = r"(?:of|and|for|the|to|in|on|with|by|a|an|&|/|-|–)"
_KIND = (
    r"(?:AGREEMENT|Agreement|CONTRACT|Contract|AMENDMENT|Amendment|ADDENDUM|Addendum|MEMORANDUM\s+OF\s+UNDERSTANDING"
    r"|Memorandum\s+of\s+Understanding|TERMS\s+AND\s+CONDITIONS|Terms\s+and\s+Conditions)"
)
_TITLE = re.compile(
    rf"(?<![\w\"“])(?P<name>(?:[A-Z][\w&'’/.,#()-]*(?:\s{{1,4}}|(?<=,)\s{{1,40}})(?:{_SMALL}\s{{1,3}}){{0,2}}){{0,10}}?"
    rf"{_KIND}(?:\s{{1,3}}(?:No\.?|NO\.?|#|Number)\s?\w{{1,3}})?(?:\s{{1,3}}(?:to|TO)\s{{1,3}}"
    rf"(?:the\s{{1,3}}|THE\s{{1,3}})?"
    rf"(?:[A-Z][\w&'/.-]*\s{{1,3}}(?:{_SMALL}\s{{1,3}}){{0,2}}){{0,8}}?{_KIND})?)(?![\w])"
)
_NOT_TITLE = re.compile(
    r"^(?:(?:EXHIBIT|Exhibit|EX|ANNEX|SCHEDULE|Schedule|ATTACHMENT|Attachment|APPENDIX)\W*[\dA-Z]{1,3}"
    r"(?:[.\-]\w{1,4})*(?:\s*\(\w{1,3}\))?\W+"
    r"|(?:Page|PAGE)\s+\d+\s+of\s+\d+\s+|(?:THIS|This|THE|The|EXECUTION\s+(?:COPY|VERSION)|Execution"
    r"\s+(?:Copy|Version)|FORM\s+OF|Form\s+of|CONFORMED\s+COPY)\s+"
    r"|\W+|\d[\d.,/-]*\s+)+"
)
_TITLE_CUT = re.compile(
    r"(?<!\bNo)(?<!\bNO)\.\s+(?=\w)|\bEXECUTION\s+(?:COPY|VERSION)\s+|\bExecution\s+(?:Copy"
    r"|Version)\s+|\band\s+(?=[A-Z]+\s+[A-Z]+\s+[A-Z]+\s)"
)
_COMPANY_LEAD = re.compile(
    r"^.*(?:\b(?:INC|Inc|LLC|L\.L\.C|LTD|Ltd|LIMITED|Limited|CORP|Corp|CORPORATION|Corporation"
    r"|COMPANY|GMBH|GmbH|PLC|L\.P|LP|S\.A|AG)\b\.?,?)\s+(?=\S+\s)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing the opening states, with how sure the reading is (0 to 1)."""

    kind: PreambleKind
    span: Span
    confidence: float


def read_preamble(text: str, parties: Sequence[Party] = (), sentences: Sequence[Sentence] = ()) -> tuple[Stated, ...]:
    """Name, parties, agreement date and effective date of the contract, in that order."""
    found: list[Stated] = []
    name = document_name(text)
    if name:
        found.append(Stated("document_name", name, 0.9))
    found.extend(_party_spans(text, parties))
    date = agreement_date(text, parties)
    if date:
        found.append(Stated("agreement_date", date[0], date[1]))
    found.extend(_effective(text, date, sentences))
    return tuple(found)


def document_name(text: str) -> Span | None:
    """The title: the first heading that names a kind of contract."""
    best: tuple[float, Span] | None = None
    for found in _TITLE.finditer(text, 0, _HEAD):
        start, end = found.span("name")
        lead = _NOT_TITLE.match(found.group("name"))
        start += lead.end() if lead else 0
        start += max((cut.end() for cut in _TITLE_CUT.finditer(text[start:end])), default=0)
        company = _COMPANY_LEAD.match(text[start:end])
        start += company.end() if company else 0
        name = text[start:end]
        words = name.split()
        if not words or re.match(r"(?:ENTIRE|Entire|DATE\s+OF|PLEASE)\b", name):
            continue
        score = 1.0 if len(words) > 1 else -1.5
        score += 1.5 if name.isupper() else 0.0
        score += 1.0 if start < 600 else 0.0
        score -= start / 1_500
        follows = text[end : end + 12]
        score += 0.7 if re.match(r"\s*\n|\s{3,}|\s*[(\"]", follows) or re.match(r"\s+(?:THIS|This)\b", follows) else 0.0
        before = text[max(0, start - 6) : start]
        score += 0.7 if not before.strip() or re.search(r"(?:THIS|This)\s+$", before) else 0.0
        if best is None or score > best[0]:
            best = (score, Span(start, end))
    return best[1] if best else None


def agreement_date(text: str, parties: Sequence[Party] = ()) -> tuple[Span, float] | None:
    """The day the contract was made, as the preamble, the cover or the signatures give it, with confidence."""
    anchor = min((p.span.start for p in parties if p.span), default=0)
    best: tuple[float, Span] | None = None
    for found in DATE.finditer(text, 0, max(_HEAD, min(anchor + 2_500, 60_000))):
        before = text[max(0, found.start() - 60) : found.start()]
        score = 0.3 if _DATE_LEAD.search(before) else 0.0
        score += 0.4 if abs(found.start() - anchor) < 900 else 0.0
        score += 0.2 if found.start() < 3_000 else 0.0
        if _FILED.search(before) or (_OTHER_CONTRACT.search(before) and not _THIS_CONTRACT.search(before)):
            score -= 0.5
        if best is None or score > best[0]:
            best = (score, Span(found.start(), found.end()))
    if best and best[0] >= 0.3:
        return best[1], min(0.95, 0.4 + best[0])
    signing = text.rfind("WITNESS")
    tail = DATE.search(text, signing if signing > 0 else max(0, len(text) - 2_500))
    return (Span(tail.start(), tail.end()), 0.3) if tail else None


def _effective(text: str, date: tuple[Span, float] | None, sentences: Sequence[Sentence]) -> Iterator[Stated]:
    """The effective date: the preamble's where it says so, else the sentence that sets it."""
    labelled = named = False
    if date:
        span = date[0]
        labelled = bool(_EFFECTIVE_AFTER.match(text, span.end))
        named = bool(_EFFECTIVE_BEFORE.search(text[max(0, span.start - 70) : span.start]))
    if date and (labelled or named):
        yield Stated("effective_date", date[0], 0.9 if labelled else 0.7)
    if labelled:
        return
    start = _setting(text)
    if start is not None:
        yield Stated("effective_date", Span(start, _sentence(text, start, sentences).end), 0.4 if named else 0.6)
    elif date and not named:
        yield Stated("effective_date", date[0], 0.3)


def _setting(text: str) -> int | None:
    """Where a sentence starts that sets the effective date itself, not by pointing to "the Effective Date"."""
    defined = _DEFINED_DATE.search(text)
    if defined:
        return defined.start()
    for found in _EFFECTIVE_SENTENCE.finditer(text):
        before = text[max(0, found.start() - 5) : found.start()].rstrip(" (")
        if before.endswith(("The", "the")):
            before = before[:-3].rstrip()
        opens = not before or before[-1] in '.:;)\n"-' or before[-1].isdigit()
        points = re.match(
            r"\s+(?:on|as\s+of|from|upon)\s+the\s+(?:Effective|Commencement)\s+Date",
            text[found.end() : found.end() + 60],
        )
        if opens and not points:
            return found.start()
    return None


def _sentence(text: str, at: int, sentences: Sequence[Sentence]) -> Span:
    """The sentence around a place, by the given sentences or else by full stops."""
    for sentence in sentences:
        if sentence.span.start <= at < sentence.span.end:
            return sentence.span
    left = max((m.end() for m in re.finditer(r"[.;]\s+|\n\n", text[max(0, at - 300) : at])), default=0)
    start = max(0, at - 300) + left
    end = re.compile(r"[.;](?=\s|$)|\n\n").search(text, at)
    return Span(start, min(end.end() if end else len(text), start + 700))


def _party_spans(text: str, parties: Sequence[Party]) -> Iterator[Stated]:
    for party in parties:
        if party.span:
            yield Stated("parties", party.span, 0.9)
        for rank, alias in enumerate(party.aliases):
            quoted = next((at for mark in ('"', "“", "'") for at in [text.find(f"{mark}{alias}")] if at >= 0), -1)
            start = quoted + 1 if quoted >= 0 else -1
            if start < 0 and rank == 0:
                start = next(iter(mentions(text, alias)), -1)
            if start >= 0:
                yield Stated("parties", Span(start, start + len(alias)), 0.85 if rank == 0 else 0.5)
