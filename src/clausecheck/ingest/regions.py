"""The large parts of a contract in order: title, contents, preamble, recitals, body, signatures, schedules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from clausecheck.ingest.numbering import Candidate
from clausecheck.model.document import ClauseKind, Paragraph
from clausecheck.text.headline import capitals, is_headline

SCHEDULE = re.compile(
    r"(?P<word>EXHIBIT|SCHEDULE|ANNEX(?:URE)?|APPENDIX|ATTACHMENT|ADDENDUM|Exhibit|Schedule|Annex(?:ure)?"
    r"|Appendix|Attachment|別紙|別表)"
    r"\s*(?:No\.\s*|Number\s*|#\s*)?[\"']?(?P<token>(?!OF|TO|IN|AN|BY|ON|AS|IS|OR|NO"
    r"|IF)[A-Z]{1,2}(?:-\d{1,2})?(?![A-Za-z])|\d{1,2}(?:[.-]?[A-Z0-9]{1,3}){0,2}(?![\w%])|[IVX]{1,5}(?![A-Za-z])"
    r"|(?i:one|two|three|four|five|six)\b)?[\"']?"
)
_SCHEDULE_START = re.compile(r"(?:^|(?<=\n))[ \t\"\[(]*(?:" + SCHEDULE.pattern + ")")
_SCHEDULE_INLINE = re.compile(
    r"(?<=[.:_\])|\d] )(?:EXHIBIT|SCHEDULE|ANNEX|APPENDIX)\s+[\"']?(?:[A-Z](?:-\d{1,2})?"
    r"|\d{1,2})[\"']?(?=[ :-]+[A-Z\"(\[])"
)
_PREAMBLE = re.compile(
    r"\b(?:THIS|This)\s+(?:(?!\bTHIS\b)[^.;]){0,160}?(?:AGREEMENT|Agreement|AMENDMENT|Amendment|CONTRACT"
    r"|Contract|ADDENDUM|"
    r"LETTER|Letter|STATEMENT|DEED|Deed|LEASE|MEMORANDUM)\b(?=[^.]{0,200}?\b(?i:is (?:an?|the|by|to)"
    r"|made|entered|dated|effective"
    r"|between|among|confirms|sets|constitutes)\b)"
)
_DUTY = re.compile(r"\bshall\b[^.]*\.")
_RECITAL = re.compile(
    r"\bWHEREAS\b|\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|\bRECITALS?\b|\bBACKGROUND\b|\bWhereas\b|(?:^"
    r"|\n)[ \t]*(?:Recitals?|Background|Preamble|Preliminary Statements?)\b[ .:]*(?=\n|[A-Z(])"
)
_WHEREAS = re.compile(r"\b(?:WHEREAS|Whereas)\b")
_NOW = re.compile(
    r"\bNOW,?\s+(?:IT\s+IS\s+)?,?\s*THEREFORE\b|\bNow,?\s+[Tt]herefore\b|\bnow,?\s+therefore\b"
    r"|\bNOW\s+THIS\s+(?:AGREEMENT|DEED)\b",
    re.ASCII,
)
_AGREE = re.compile(
    r"\b(?:IT\s+IS\s+(?:HEREBY\s+)?(?:MUTUALLY\s+)?AGREED|(?:IN|In)\s+[Cc](?:ONSIDERATION|onsideration)\s+(?:OF"
    r"|of)\b|"
    r"(?i:the\s+parties(?:\s+hereto)?,?[^.;]{0,120}?\bagree(?:d)?\s+(?:as\s+follows|that|to\s+the\s+following)))"
)
_WITNESS = re.compile(
    r"IN\s+WITNESS\s+(?:WHEREOF|THEREOF|HEREOF|OF)\b|In\s+[Ww]itness\s+[WwTtHh]hereof\b|in\s+witness\s+[WwTt]hereof\b"
    r"|以上.{0,40}記名押印|本契約の成立を証するため"
)
_SIGN = re.compile(
    r"\b(?:By|BY|Name|NAME|Title|TITLE|Its|Signed|SIGNED|Signature|Print(?:ed)? Name|Date|DATE|Dated|Witness"
    r"|WITNESS|ATTEST|Attest|Accepted|ACCEPTED)\s*:|_{6,}|/s/|\b/S/"
)
_SIGN_START = re.compile(r"(?:\b(?:By|BY)\s*:\s*(?:_{3,}|/s/|/S/|\[|\n|Name|Title|[A-Z]\S+ [A-Z])|\bBy:\s|/s/\s)")
_CONTENTS = re.compile(
    r"\b(?:TABLE\s+OF\s+CONTENTS|Table\s+of\s+Contents)\b"
    r"|(?:^|(?<=\n))[ \t]*(?:CONTENTS|Contents|INDEX|目次)[ \t]*(?=\n)"
)
_DOTS = re.compile(r"(?<!\.)(?<!\. )\.(?:[ ]?\.){4,} {0,9}\d{1,3}\b")
_LEADER = re.compile(r"(?:\.[ ]?){4}|[^\n.] {1,9}\d{1,3}[ ]*(?=\n|$)")


_BODILY = frozenset({"body", "textbox", "table"})


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the text [start, end). `label` is a schedule's ("Exhibit B"), `label_end` where the label ends."""

    start: int
    end: int
    kind: ClauseKind
    label: str = ""
    label_end: int = 0


def regions(text: str, paragraphs: Sequence[Paragraph], found: Sequence[Candidate]) -> list[Region]:
    """The parts of the contract in order; together they cover the text."""
    contents = _contents(text, paragraphs, found)
    after = contents[1] if contents else 0
    begin = _preamble_start(text, paragraphs, after)
    signatures = _signatures(text, after)
    first = _first_number(found, after)
    if first < begin:
        begin = first
    marks: list[tuple[int, ClauseKind, str, int]] = [(0, "title", "", 0)]
    if contents:
        marks.append((contents[0], "contents", "", 0))
        if begin > contents[1]:
            marks.append((contents[1], "title", "", 0))
    opening = _PREAMBLE.match(text, begin)
    body = _body(text, begin, first, marks)
    if body == begin and opening:
        after_opening = text.find("\n", opening.end()) + 1
        if 0 < after_opening < len(text):
            body = after_opening
            marks.append((body, "body", "", 0))
    if begin < body and not any(mark[0] == begin and mark[1] == "recital" for mark in marks):
        marks.append((begin, "preamble", "", 0))
    elif not any(mark[0] == begin for mark in marks[1:]):
        marks.append((begin, "body", "", 0))
    last_body = max(body, first if first < len(text) else 0)
    schedules = _schedules(text, paragraphs, last_body, signatures)
    for start, end in signatures:
        if start >= body:
            marks.append((start, "signature", "", 0))
            if end < len(text) and len(text[end:].strip()) > 200:
                marks.append((end, "schedule", "", 0))
    marks.extend(schedules)
    marks.sort(key=lambda mark: mark[0])
    return _cover(text, marks)


def _cover(text: str, marks: list[tuple[int, ClauseKind, str, int]]) -> list[Region]:
    out: list[Region] = []
    for index, (start, kind, label, label_end) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        if end <= start:
            continue
        if kind == "schedule" and not label and not text[start:end].strip():
            continue
        previous = out[-1] if out else None
        same = (
            previous is not None
            and kind == previous.kind
            and (
                (kind == "schedule" and (not label or label.lower() == previous.label.lower()))
                or kind in {"title", "signature"}
            )
        )
        if same and previous is not None:
            out[-1] = Region(previous.start, end, kind, previous.label, previous.label_end)
        else:
            out.append(Region(start, end, kind, label, label_end))
    return out


def _contents(text: str, paragraphs: Sequence[Paragraph], found: Sequence[Candidate]) -> tuple[int, int] | None:
    """Where the table of contents stands: from its heading to the last line that looks like an entry."""
    limit = min(len(text), max(8000, len(text) // 3))
    heading = _CONTENTS.search(text, 0, limit)
    if heading is None:
        return _leaders(text, limit)
    start = heading.start() + len(heading.group()) - len(heading.group().lstrip())
    end = heading.end()
    seen: dict[tuple[str, tuple[int, ...]], int] = {}
    for candidate in found:
        if candidate.start < end - 1:
            continue
        key = candidate.readings[0]
        gap = text[end : candidate.start]
        if len(gap) > 260 or (key in seen and key[0] not in {"(a)", "(i)"}) or _PREAMBLE.search(gap):
            break
        seen[key] = candidate.start
        end = candidate.end
    else:
        if not seen:
            return None
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop + 1
    if stop - end > 200:
        page = re.compile(r"(?:\.\s?){3,}\s*\d{1,3}|\s\d{1,3}(?=\s)").search(text, end, min(stop, end + 160))
        stop = page.end() if page else end
        preamble = _PREAMBLE.search(text, end, min(len(text), end + 400))
        if preamble:
            stop = preamble.start()
    while stop < len(text):
        line_end = text.find("\n", stop)
        line_end = len(text) if line_end < 0 else line_end
        line = text[stop:line_end].strip()
        if line and not (
            (_LEADER.search(line + "\n") and len(line) < 160)
            or re.fullmatch(SCHEDULE.pattern + r".{0,80}", line)
            or line.isdigit()
        ):
            break
        stop = line_end + 1
    return (start, min(stop, len(text))) if seen else None


def _leaders(text: str, limit: int) -> tuple[int, int] | None:
    """A table of contents without a heading, by its dot leaders."""
    hits = list(_DOTS.finditer(text, 0, limit))
    if len(hits) < 4:
        return None
    start, end = text.rfind("\n", 0, hits[0].start()) + 1, hits[0].end()
    for hit in hits[1:]:
        if hit.start() - end > 300:
            break
        end = hit.end()
    return (start, end)


def _preamble_start(text: str, paragraphs: Sequence[Paragraph], after: int) -> int:
    match = _PREAMBLE.search(text, after, min(len(text), after + 6000))
    long = next(
        (
            p.span.start
            for p in paragraphs
            if p.span.start >= after and p.place in _BODILY and _states(text[p.span.start : p.span.end].strip())
        ),
        len(text),
    )
    if long == len(text) and match is None:
        return after
    if match and _DUTY.search(text, after, match.start()):
        match = None  # a cover page binds nobody: what stands before is the contract itself
    if long == len(text) and match is None:
        return after
    if match and match.start() < long:
        return match.start()
    if match and long < len(text):
        stop = next((p.span.end for p in paragraphs if p.span.start == long), long)
        if match.start() < stop and match.start() - long < 600:
            return match.start()
    return long


def _states(line: str) -> bool:
    """Whether a line says something, as against a title, a name or a date on the cover."""
    if is_headline(line):
        return False
    return len(line) > 60 or (line.endswith((".", "。", ";", ":")) and len(line.split()) >= 4 and not capitals(line))


def _first_number(found: Sequence[Candidate], begin: int) -> int:
    """Where the main numbering of the body begins: a first number that a second one follows."""
    firsts: dict[str, int] = {}
    for candidate in found:
        if candidate.start < begin:
            continue
        clear = candidate.left in {"start", "stop"} or "." in candidate.label.rstrip(".")
        for style, value in candidate.readings:
            name = "decimal" if style == "decimal" else style
            if name not in {"n", "n)", "article", "section", "decimal", "条", "章", "I.", "part", "clause"}:
                continue
            if clear and value in {(1,), (1, 1)}:
                firsts.setdefault(name, candidate.start)
            elif value in {(2,), (1, 2), (2, 1)} and name in firsts:
                return min(firsts.values())
    return 1 << 40


def _body(text: str, begin: int, first: int, marks: list[tuple[int, ClauseKind, str, int]]) -> int:
    """Adds the marks of recitals and body; returns where the body starts."""
    reach = min(len(text), begin + 30000, max(first, begin + 3000))
    now = _NOW.search(text, begin, min(len(text), begin + 30000))
    agree = _AGREE.search(text, begin, min(reach, len(text)))
    recital = _RECITAL.search(text, max(0, begin - 1), reach)
    if recital and now and recital.start() > now.start():
        recital = None
    start = len(text) + 1
    if now and (now.start() < first or recital):
        start = now.start()
    elif agree and agree.start() < first and (recital is None or agree.start() > recital.start()):
        start = _sentence_start(text, agree.start(), begin)
        if start - begin < 5 or start == agree.start():
            line = text.find("\n", agree.end()) + 1
            start = min(first, line if line > 0 else first, len(text) + 1)
    elif first < len(text):
        start = first
    if recital and (start > len(text) or start - recital.start() > 15000):
        whereas = [m.end() for m in _WHEREAS.finditer(text, recital.start(), min(len(text), recital.start() + 15000))]
        line = text.find("\n", whereas[-1] if whereas else recital.end() + 1) + 1
        start = min(start, line if line > 0 else len(text) + 1)
    if recital and recital.start() < start <= len(text):
        offset = len(recital.group()) - len(recital.group().lstrip())
        marks.append((max(begin, recital.start() + offset), "recital", "", 0))
    if start <= len(text):
        marks.append((max(start, begin), "body", "", 0))
        return start
    return begin


def _sentence_start(text: str, position: int, least: int) -> int:
    for at in range(position - 1, max(least, position - 400), -1):
        if text[at] == "\n" or (text[at] in ".;" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isupper()):
            return at + 1 + (1 if text[at] != "\n" else 0)
    return position


def _signatures(text: str, after: int) -> list[tuple[int, int]]:
    """Signature blocks: (start, end) each."""
    starts = [m.start() for m in _WITNESS.finditer(text, after)]
    if not starts:
        half = len(text) * 2 // 5
        for match in _SIGN_START.finditer(text, half):
            if len(_SIGN.findall(text[match.start() : match.start() + 400])) >= 2:
                line = text.rfind("\n", 0, match.start()) + 1
                starts.append(line if match.start() - line < 120 else match.start())
                break
    out: list[tuple[int, int]] = []
    for start in starts:
        if out and start < out[-1][1]:
            continue
        end = start
        first = True
        for mark in _SIGN.finditer(text, start):
            if mark.start() - end > (900 if first else 350) or (
                not first and _SCHEDULE_START.search(text, end, mark.start())
            ):
                break
            end, first = mark.end(), False
        if first:
            end = start
        line = text.find("\n", end)
        line = len(text) if line < 0 else line + 1
        out.append((start, min(line, end + 120) if line - end > 300 else line))
    return out


def _schedules(
    text: str, paragraphs: Sequence[Paragraph], body: int, signatures: Sequence[tuple[int, int]]
) -> list[tuple[int, ClauseKind, str, int]]:
    starts = [p.span.start for p in paragraphs]
    first_signature = signatures[0][0] if signatures else len(text) * 3 // 5
    hits: list[tuple[int, ClauseKind, str, int]] = []
    for match in _SCHEDULE_START.finditer(text, min(body + 1, len(text))):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and paragraphs[index].place in {"header", "footer", "footnote", "endnote"}:
            continue
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        rest = text[match.end() : line_end].strip()
        word, token = match["word"], match["token"]
        if not token and (rest or not capitals(word)):
            continue
        if (
            rest[:1].islower()
            or rest[:1] in tuple(",;)")
            or re.match(r"(?:shall|is|are|means|attached|hereto|to|of|and)\b", rest)
        ) and (not re.match(r"to\b", rest) or not capitals(word)):
            continue
        before_signature = match.start() < first_signature
        if before_signature and ((not capitals(word) and len(rest) > 80) or len(rest) > 160):
            continue
        if re.fullmatch(r"\d{1,2}\.\d{1,2}[a-z]?", token or "") and (
            match.start() < 400 or (len(rest) == 0 and int(token.split(".")[0]) in {4, 10, 99})
        ):
            continue
        label = f"{word.capitalize()} {token}".strip() if token else word.capitalize()
        start = match.start("word")
        hits.append((start, "schedule", label, match.end()))
    if signatures:
        for match in _SCHEDULE_INLINE.finditer(text, first_signature):
            word, token = match.group().replace('"', "").replace("'", "").split()[:2]
            hits.append((match.start(), "schedule", f"{word.capitalize()} {token}", match.end()))
    hits.sort(key=lambda hit: hit[0])
    kept: list[tuple[int, ClauseKind, str, int]] = []
    for index, hit in enumerate(hits):
        following = hits[index + 1][0] if index + 1 < len(hits) else len(text)
        near = following - hit[0] < 160 or (index > 0 and hit[0] - hits[index - 1][0] < 160)
        again = any(other[2].lower() == hit[2].lower() for other in hits[index + 1 :])
        if hit[0] < first_signature and (near or again):
            continue  # a line in a list of exhibits
        if near and again and following - hit[0] < 160:
            continue
        kept.append(hit)
    return kept
