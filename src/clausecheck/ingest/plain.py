"""Plain text: hard-wrapped columns, one line a paragraph, or one line a page, each put back into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clausecheck.ingest.detect import decode
from clausecheck.ingest.draft import Draft, PageStarts, tidy
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.plain_lines import Line, split_lines, split_runs, take_furniture
from clausecheck.ingest.plain_tables import find_table
from clausecheck.ingest.raw import RawDocument
from clausecheck.model.document import NoPages

LABEL_START = re.compile(
    r"\((?:[a-zA-Z]{1,2}|[ivxlIVXL]{1,6}|\d{1,2})\)|(?:ARTICLE|Article|SECTION|Section|Sec\.|§)\s*[\dIVXL]+"
    r"|\d{1,3}(?:\.\d{1,3})+[.)]?(?=\s|$)|\d{1,2}[.)](?=\s|$)|[A-Z][.)](?=\s)|[a-z]\)(?=\s)|[ivx]{1,5}[.)](?=\s)"
    r"|第\s*[\d０-９一二三四五六七八九十百〇]+\s*[条章節項]|[(（][\d０-９一二三四五六七八九十]+[)）]|[０-９]+[．.、]"
    r"|[•●○▪■□o*–-](?=\s)"
)
_REFERS = re.compile(
    r"\b(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|and|or|to|of|in|under|by"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|percent)$",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
STOP = re.compile(r"[.:;!?。；：][\"'”’)\]」』]*$")
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_TABLE_TAG = re.compile(r"(</?)TABLE>", re.IGNORECASE)
_WIDEST = 125  # characters; a longer line is a paragraph that nobody wrapped


def read_plain(data: bytes, *, name: str = "text", limits: Limits | None = None) -> RawDocument:
    """A text file. Raises UnsupportedError where the bytes are no text, LimitError where there are too many."""
    limits = limits or Limits()
    limits.check_bytes(len(data))
    return from_text(decode(data, name), limits)


def from_text(text: str, limits: Limits) -> RawDocument:
    """The document that stands in the characters of a text file."""
    lines, pages = split_lines(text)
    limits.check_pages(pages)
    clock = limits.clock()
    kept, furniture = take_furniture(_parts(lines))
    draft, starts = Draft(), PageStarts()
    for group in _paragraphs(kept):
        clock.check()
        write_lines(draft, starts, group)
    return RawDocument(
        format="text",
        text=draft.text,
        pages=starts.pages(draft.length, pages) if pages else (),
        paragraphs=tuple(draft.paragraphs),
        tables=tuple(draft.tables),
        furniture=furniture,
        source=starts if pages else NoPages(),
    )


def preformatted(text: str) -> Iterator[Line]:
    """The paragraphs and tables of a stretch of typewriter text inside another format, one line each."""
    for group in _paragraphs(_parts(split_lines(text)[0])):
        yield replace(group[0], text=_joined(group), indent=0)


def _joined(lines: Sequence[Line]) -> str:
    """The text of the paragraph that the lines make up."""
    rest = (join_lines(last.text, line.text)[len(last.text) :] for last, line in pairwise(lines))
    return "".join((lines[0].text, *rest))


def _parts(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(part for line in _with_tables(lines) for part in split_runs(line))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of one paragraph after the other."""
    width = _wrap_width(lines)
    spaced = _double_spaced(lines, width)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _runs_on(paragraph, line, width, spaced):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def join_lines(left: str, right: str) -> str:
    """Two lines of one paragraph as one: a hyphen at the end stays and takes no space, nor do Chinese characters."""
    if re.search(r"[^\W\d_]-$", left[-2:]) and right[:1].islower() and not re.match(r"(?:and|or|to)\b", right):
        return left + right
    if _CJK.match(left[-1:]) and _CJK.match(right[:1]):
        return left + right
    return f"{left} {right}"


def write_lines(draft: Draft, starts: PageStarts, lines: Sequence[Line]) -> None:
    """Adds the paragraph, or the table, that the lines make up."""
    starts.turn(lines[0].page, draft.length)
    if lines[0].rows:
        draft.table(lines[0].rows, lines[0].page)
        return
    for at in range(1, len(lines)):
        if lines[at].page != lines[at - 1].page:
            starts.turn(lines[at].page, draft.length + len(tidy(_joined(lines[:at]))) + 1)
    draft.paragraph(_joined(lines), label=lines[0].label, level=lines[0].level)


def _runs_on(paragraph: Sequence[Line], line: Line, width: int, spaced: bool) -> bool:
    """Whether the line goes on with the paragraph."""
    last = paragraph[-1]
    if last.rows or line.rows or _LEADER.search(last.text) or _LEADER.search(line.text):
        return False
    stopped, label = bool(STOP.search(last.text[-20:])), LABEL_START.match(line.text)
    if label and (stopped or not _REFERS.search(last.text)):
        return False
    if line.after_break:
        return not stopped and mid_sentence(last.text, line.text)
    if LABEL_START.fullmatch(last.text) and line.blank == 0:
        return True
    if line.blank > (1 if spaced else 0):
        return False
    lower = line.text[:1].islower()
    if line.inner:
        return _inner_runs_on(last, line, width, stopped, lower)
    if width == 0 or len(last.text) + last.indent > _WIDEST * 2:
        return False
    if line.indent > last.indent + 1 and len(paragraph) > 1 and not lower:
        return False
    word = len(line.text.split(maxsplit=1)[0]) if not _CJK.match(line.text) else 1
    room = width - _columns(last.text) - last.indent
    if _heading(last.text) != _heading(line.text) and not lower and (room > word or stopped or len(paragraph) == 1):
        return False
    full = room <= word + width // 8
    return (lower and not stopped) or full


def _inner_runs_on(last: Line, line: Line, width: int, stopped: bool, lower: bool) -> bool:
    """The same for two parts of one line: the run of spaces is a soft break, or the end of a paragraph."""
    if lower or (not stopped and (last.text.endswith(",") or last.text.split()[-1].islower())):
        return True
    return bool(width) and len(last.text) >= width * 0.7 and not _heading(line.text)


def mid_sentence(left: str, right: str) -> bool:
    """Whether a sentence that has no end yet goes on after a page break."""
    if right[:1].islower():
        return not _heading(left)
    if _CJK.match(left[-1:]):
        return len(left) > 20
    last = left.split()[-1]
    return len(left) > 60 and not _heading(right) and (left.endswith(",") or last.islower())


def _heading(text: str) -> bool:
    """Whether the line is all in capitals."""
    return len(text) > 2 and text.isupper() and len(text) < _WIDEST


def _columns(text: str) -> int:
    """Width of the text on a typewriter: Chinese characters take two places."""
    return len(text) + len(_CJK.findall(text))


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width to which the text was wrapped, in characters; 0 where lines are not wrapped.

    A wrapped line is followed by one that goes on in the middle of a sentence.
    """
    widths = sorted(
        _columns(last.text) + (0 if line.inner else last.indent)
        for last, line in pairwise(lines)
        if line.blank <= 1 and (line.text[:1].islower() or _CJK.match(line.text)) and not STOP.search(last.text[-20:])
        if 30 <= _columns(last.text) <= _WIDEST
    )
    soft = sum(1 for line in lines if line.blank == 0)
    if len(widths) < 2 or len(widths) * 5 < soft:
        return 0
    return widths[len(widths) * 9 // 10]


def _double_spaced(lines: Sequence[Line], width: int) -> bool:
    """Whether a blank line stands between the lines of a paragraph, so that it ends none."""
    pairs = [(a, b) for a, b in pairwise(lines) if not a.rows and not b.rows and not b.inner]
    single = [(a, b) for a, b in pairs if b.blank == 1 and width * 0.7 <= _columns(a.text) <= _WIDEST]
    mid = sum(b.text[:1].islower() and not STOP.search(a.text[-20:]) for a, b in single)
    tight = sum(b.blank == 0 for _, b in pairs)
    return bool(width) and mid > 5 and mid > len(single) * 0.4 and tight < len(pairs) * 0.2


def _with_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, tables put together: between <TABLE> marks, or a block of lines in clear columns, which in text
    taken out of web pages may stand a blank line apart."""
    block: list[Line] = []
    marked = False
    for line in lines:
        tag = _TABLE_TAG.fullmatch(line.text.strip())
        spread = bool(block) and line.blank == 1 and "   " in line.text and "   " in block[-1].text
        if tag or line.turned or (line.blank and not marked and not spread):
            yield from _block(block, marked)
            block = []
        if tag:
            marked = "/" not in tag[1]
            continue
        block.append(line)
    yield from _block(block, marked)


def _block(block: Sequence[Line], marked: bool) -> Iterator[Line]:
    rows = find_table([" " * line.indent + line.text for line in block], marked) if len(block) > 1 else None
    if rows:
        yield replace(block[0], text="", rows=rows)
    else:
        yield from block
