"""From when a contract counts: the date that its opening calls so, or the sentences that set it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.reader.dates import NAMED, Mention
from clausecheck.reader.named import Named
from clausecheck.values.date import find_dates

_DEFINES = re.compile(
    r"(?<!\bof the )(?<!\bon the )(?<!\bafter the )"
    r"\"?\b(?:effective|commencement)\s+date\"?\s+(?:of\s+(?:this|the)\s+\w+\s+)?(?:\([^)]*\)\s+)?"
    r"(?:(?:shall|will)\s+)?(?:means?|is|be|has\s+the\s+meaning)\b",
    re.I,
)
_COUNTS = re.compile(
    r"\b(?:agreement|contract|amendment|addendum)\s+(?:(?:shall|will)\s+(?:be(?:come)?\s+)?|is\s+|becomes\s+|has\s+)?"
    r"(?:(?<=be\s)effective|(?<=is\s)effective|(?<=become\s)effective|(?<=becomes\s)effective"
    r"|commences?|comes?\s+into\s+(?:force|effect)|enters?\s+into\s+(?:force|effect)|takes?\s+effect|begins?|starts?)\b",
    re.I,
)
_RUNS = re.compile(
    r"(?:\b(?:initial|contract|effective)\s+(?:term|period)|\bterm\s+of\s+this\s+\w+|\bthe\s+\"?term\"?"
    r"|\bthis\s+agreement)\b"
    r"[^.;]{0,70}?\b(?:(?:shall|will)\s+(?:be\s+effective|commence|begin|start|run\s+from)|commences|begins"
    r"|commencing|beginning)\b",
    re.I,
)
_NOT_STARTS = re.compile(
    r"\b(?:no|any|unless|amendments?|modifications?|waivers?|assignment|counterparts?|renewals?|notice\s+of"
    r"|terminat(?:e|ion)\s+of)\b[^.;]{0,140}\b(?:effective|force)\b|\bcounterparts?\b"
    r"|\b(?:date|day|time|when|once|if|after|until|that)\s+(?:on\s+which\s+)?(?:this|the)\s+(?:agreement|contract)\b",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:on|of|from|upon|with|at)\s+the\s+(?:\"?(?:effective|commencement)\s+date\"?)"
    r"(?!\s*(?:\"\)|of\s+(?:the|such|that)))",
    re.I,
)
_HEREOF = re.compile(
    r"\b(?:date\s+(?:hereof|of\s+this|first|set\s+forth|of\s+(?:the\s+)?(?:last\s+)?(?:signature|signing|execution))"
    r"|(?:first|last)\s+(?:date\s+)?(?:above|written|signed|signature)|above\s+written"
    r"|date\s+(?:on|upon|as\s+of)\s+which|when\s+signed|execut(?:ed|ion)|sign(?:ed|ature|ing|s)?\b)",
    re.I,
)
_NUMBER = re.compile(r"^(?:\(?[a-z0-9]{1,3}[.)]|\d+(?:\.\d+)*\.?)\s*(?=\S)")
_LEAD = re.compile(r"(?<!\S)(?:This\s|The\s|THIS\s|THE\s|\")")
_NEXT = re.compile(r";\s+(?:and\s+)?(?=\")")


@dataclass(frozen=True, slots=True)
class _Setting:
    """A sentence that says from when the contract counts. It either defines the effective date, says that the contract
    takes effect, or says that its term runs (`confidence` differs); `hereof` where it names the day of the contract."""

    span: Span
    confidence: float
    hereof: bool


def effective_dates(document: Document, found: Sequence[Mention], made: Named | None) -> Iterator[Named]:
    """One date where the opening calls it the Effective Date; else whatever may set it, sentences included."""
    labelled = next((date for date in found if date.labelled and date.early), None)
    if labelled:
        yield Named("effective_date", labelled.span, 0.96)
        return
    settings, points = _settings(document)
    said = next((date for date in found if (date.effective or date.labelled) and not date.other), None)
    if said and said.early:
        yield Named("effective_date", said.span, 0.8)
    elif said and not any(setting.span.contains(said.span) for setting in settings):
        yield Named("effective_date", said.span, 0.33)
    for rank, setting in enumerate(sorted(settings, key=lambda setting: -setting.confidence)[:2]):
        yield Named("effective_date", setting.span, 0.33 if rank or (said and said.early) else setting.confidence)
    for setting in settings:
        sentence = document.text[setting.span.start : setting.span.end]
        for date in find_dates(sentence):
            if NAMED.match(sentence[date.span.end : date.span.end + 60]):
                start = setting.span.start
                yield Named("effective_date", Span(start + date.span.start, start + date.span.end), 0.5)
    if made and not said and (points or any(setting.hereof for setting in settings)):
        yield Named("effective_date", made.span, 0.37)


def _settings(document: Document) -> tuple[list[_Setting], bool]:
    """The sentences that set the date; and whether any only points to an effective date that is defined elsewhere."""
    settings, points = [], False
    for sentence in document.sentences:
        if not sentence.operative:
            continue
        text = document.text[sentence.span.start : sentence.span.end]
        for pattern, confidence in ((_DEFINES, 0.6), (_COUNTS, 0.6), (_RUNS, 0.37)):
            says = pattern.search(text)
            if says and not _NOT_STARTS.search(text[: says.end() + 60]):
                if _POINTS.search(text, says.start(), says.end() + 120):
                    points = True
                else:
                    hereof = bool(_HEREOF.search(text, says.start(), says.end() + 60))
                    settings.append(_Setting(_clipped(sentence.span, text, says.start()), confidence, hereof))
                break
    return settings, points


def _clipped(whole: Span, text: str, at: int) -> Span:
    """The sentence without its number and without a heading or other definitions that run into it."""
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    lead = _LEAD.search(text, max(start, at - 80), at + 1)
    after = _NEXT.search(text, at)
    return Span(whole.start + (lead.start() if lead else start), whole.start + after.start() if after else whole.end)
