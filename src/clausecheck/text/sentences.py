"""The sentences of a contract: each with its clause, and with the words that introduce it where it is a list item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from clausecheck.model.document import Clause, Paragraph, Sentence
from clausecheck.model.location import Span
from clausecheck.text.headline import is_headline
from clausecheck.text.items import OpenList, items
from clausecheck.text.stops import stops

_LONG = 1500
_SILENT = frozenset({"title", "contents", "recital", "signature"})
_RUNNING = frozenset({"header", "footer"})
_EMPTY = re.compile(
    r"[\W\d]*(?:\(?\w{1,4}\)\s*)?(?:intentionally\s+(?:left\s+blank|omitted|deleted)|to\s+be\s+(?:attached"
    r"|provided|inserted)|reserved|omitted|deleted|not\s+used|"
    r"(?:this|remainder\s+of)\s+(?:the\s+|this\s+)?page\s+(?:is\s+)?intentionally\s+left\s+blank)[\W\d]*$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:following|follows|below)\b[^.]{0,60}\.$|次の(?:各号|とおり|通り|事項|場合)|下記", re.IGNORECASE
)
_STOPPED = re.compile(r"[.!?。][\"')\]」]*$")
_BULLET = re.compile(r"\s*(?:[•●·▪◦■□–—*o-]\s|[-–—]\s?)")
_GOES_ON = re.compile(r"(?:;|,|;\s*(?:and|or|and/or))\s*$", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"[\s(]*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]{1,5})?[.):\s]*$")


def sentences(text: str, clauses: Sequence[Clause], paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """Every character outside white space is in exactly one sentence."""
    return _Splitter(text, clauses, paragraphs).run()


def introduces(passage: str) -> bool:
    """Whether a passage leads in to a list: it ends with a colon or dash, or without a full stop."""
    passage = passage.rstrip()
    if not passage or passage[-1] == ";":
        return False
    return not _STOPPED.search(passage) or _FOLLOWING.search(passage) is not None


class _Splitter:
    def __init__(self, text: str, clauses: Sequence[Clause], paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.clauses = clauses
        self.paragraphs = paragraphs
        self.out: list[Sentence] = []
        self.last_own: dict[int, int] = {}
        self.lists: list[OpenList] = []
        self.leads: list[tuple[int, ...]] = []
        self.clause = -1
        self.bullets: int | None = None

    def run(self) -> tuple[Sentence, ...]:
        heads = self._headings()
        pending = sorted({edge for clause in self.clauses for edge in (clause.span.start, clause.span.end)})
        at = 0
        for start, end, first, _ in self._blocks():
            cuts = {start, end}
            while at < len(pending) and pending[at] < end:
                if pending[at] >= start:
                    cuts.add(pending[at])
                at += 1
            ordered = sorted(cuts)
            for begin, stop in pairwise(ordered):
                self._stretch(begin, stop, heads, self.paragraphs[first] if first >= 0 else None, begin == start)
        return tuple(self.out)

    def _headings(self) -> dict[int, int]:
        """Start of a clause → where its heading ends."""
        heads: dict[int, int] = {}
        for clause in self.clauses:
            if clause.heading:
                at = self.text.find(clause.heading, clause.span.start, clause.own.end)
                if at >= 0:
                    end = at + len(clause.heading)
                    while end < clause.own.end and self.text[end] in ".:\"')】":
                        end += 1
                    heads[clause.span.start] = end
        return heads

    def _blocks(self) -> list[tuple[int, int, int, int]]:
        """Paragraphs, with those joined that a page break tore apart in the middle of a sentence, and the text
        between paragraphs, if any: (start, end, first paragraph, last paragraph)."""
        blocks: list[tuple[int, int, int, int]] = []
        begun = {clause.span.start for clause in self.clauses}
        at = 0
        for index, paragraph in enumerate(self.paragraphs):
            start, end = paragraph.span.start, paragraph.span.end
            if start < at:
                start = at
            if end <= start:
                continue
            if start > at and self.text[at:start].strip():
                blocks.append((at, start, -1, -1))
            if blocks and blocks[-1][3] >= 0 and self._torn(self.paragraphs[blocks[-1][3]], paragraph, begun):
                blocks[-1] = (blocks[-1][0], end, blocks[-1][2], index)
            else:
                blocks.append((start, end, index, index))
            at = end
        if at < len(self.text) and self.text[at:].strip():
            blocks.append((at, len(self.text), -1, -1))
        return blocks

    def _torn(self, before: Paragraph, after: Paragraph, begun: set[int]) -> bool:
        if before.place != "body" or after.place != "body" or after.label or after.span.start in begun:
            return False
        head = self.text[after.span.start : after.span.start + 3].lstrip()
        tail = self.text[before.span.start : before.span.end].rstrip()
        if not head[:1].islower() or not tail or head[1:2] in {")", "."}:
            return False
        return tail[-1].isalnum() or tail[-1] in ",-"

    def _stretch(self, start: int, end: int, heads: dict[int, int], paragraph: Paragraph | None, opens: bool) -> None:
        """A stretch of one paragraph that belongs to one clause."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return
        clause = self._clause_at(start)
        if clause != self.clause or opens:
            self.lists, self.leads = [], []
        if clause != self.clause:
            self.bullets = None
        self.clause = clause
        if paragraph is not None and paragraph.place == "table":
            lead = self._chain(self.bullets) if self.bullets is not None else ()
            self._add(start, end, lead, operative=self._operative(start, end, paragraph))
            return
        head = heads.get(start, start)
        if head == start and clause >= 0 and start < (below := heads.get(self.clauses[clause].span.start, start)):
            head = min(below, end)
        if head > start:
            head = min(head, end)
            self._add(start, head, (), operative=False)
            start = head
            if not self.text[start:end].strip(" \t\n-–—:"):
                if self.text[start:end].strip():
                    self._extend(end)
                return
            while start < end and self.text[start].isspace():
                start += 1
        whole = opens and head == start and start >= 0
        if whole and paragraph is not None and self._is_heading(start, end, clause):
            self._add(start, end, (), operative=False)
            return
        lead = self._lead(start, clause, heads)
        lead = self._bulleted(start, end, lead, opens)
        begin = start
        for stop in [*stops(self.text, start, end), end]:
            self._sentence(begin, stop, lead, paragraph)
            begin, lead = stop, ()
        self._mark_lead(start, opens)

    def _is_heading(self, start: int, end: int, clause: int) -> bool:
        kind = self.clauses[clause].kind if clause >= 0 else "body"
        if kind == "schedule" or not is_headline(self.text[start:end]):
            return False
        if self.bullets is not None and self.out:
            last = self.out[-1].span
            return _STOPPED.search(self.text[last.start : last.end]) is not None
        return True

    def _lead(self, start: int, clause: int, heads: dict[int, int]) -> tuple[int, ...]:
        """What introduces the first sentence of a clause: the last words of its parent."""
        if clause < 0:
            return ()
        own = self.clauses[clause]
        if own.parent < 0 or (own.span.start != start and heads.get(own.span.start) is None):
            return ()
        if own.span.start != start and any(self.out[i].operative for i in self._since(own.span.start)):
            return ()
        last = self.last_own.get(own.parent)
        if last is None:
            return ()
        span = self.out[last].span
        if not introduces(self.text[span.start : span.end]):
            return ()
        return (*self.out[last].lead_in, last)

    def _since(self, start: int) -> range:
        index = len(self.out)
        while index > 0 and self.out[index - 1].span.start >= start:
            index -= 1
        return range(index, len(self.out))

    def _bulleted(self, start: int, end: int, lead: tuple[int, ...], opens: bool) -> tuple[int, ...]:
        """Items without a label, after a sentence that ends with a colon."""
        if lead or not opens or self.bullets is None:
            return lead
        passage = self.text[start:end]
        previous = self.text[self.out[-1].span.start : self.out[-1].span.end]
        if _BULLET.match(passage) or _GOES_ON.search(passage) or _GOES_ON.search(previous) or previous.endswith(":"):
            return self._chain(self.bullets)
        self.bullets = None
        return ()

    def _chain(self, index: int) -> tuple[int, ...]:
        return (*self.out[index].lead_in, index)

    def _mark_lead(self, start: int, opens: bool) -> None:
        if not self.out:
            return
        last = self.out[-1]
        if (
            last.operative
            and self.text[last.span.start : last.span.end].endswith((":", "—"))
            and last.span.start >= start
        ):
            self.bullets = len(self.out) - 1

    def _sentence(self, start: int, end: int, lead: tuple[int, ...], paragraph: Paragraph | None) -> None:
        """A sentence, cut at the items of a list inside it."""
        while start < end and self.text[start].isspace():
            start += 1
        if start >= end:
            return
        label = self.clauses[self.clause].span.start if self.clause >= 0 else -1
        found = [item for item in items(self.text, start, end, self.lists) if item.start != label]
        operative = self._operative(start, end, paragraph)
        first = found[0].start if found else end
        if first > start:
            self._long(start, first, lead, operative)
        for index, item in enumerate(found):
            stop = found[index + 1].start if index + 1 < len(found) else end
            if item.opens:
                del self.leads[item.depth :]
                before = len(self.out) - 1
                fits = (
                    before >= 0 and self.out[before].clause == self.clause and self.out[before].operative == operative
                )
                here = self._chain(before) if fits and (first > start or index > 0) else lead
                self.leads.extend([here] * (item.depth + 1 - len(self.leads)))
            self._long(item.start, stop, self.leads[item.depth] if item.depth < len(self.leads) else lead, operative)

    def _long(self, start: int, end: int, lead: tuple[int, ...], operative: bool) -> None:
        while end - start > _LONG:
            cut = self.text.rfind("; ", start + _LONG // 3, start + _LONG)
            if cut < 0:
                cut = self.text.find("; ", start + _LONG, end - 1)
            if cut < 0:
                break
            self._add(start, cut + 1, lead, operative=operative)
            start = cut + 1
        self._add(start, end, lead, operative=operative)

    def _operative(self, start: int, end: int, paragraph: Paragraph | None) -> bool:
        if paragraph is not None and paragraph.place in _RUNNING:
            return False
        if self.clause >= 0 and self.clauses[self.clause].kind in _SILENT:
            return False
        if (
            self.clause >= 0
            and start == self.clauses[self.clause].span.start
            and end - start <= len(self.clauses[self.clause].label)
        ):
            return False
        return end - start > 160 or not (
            _EMPTY.match(self.text, start, end) or _LABEL_ONLY.match(self.text, start, end)
        )

    def _add(self, start: int, end: int, lead: tuple[int, ...], *, operative: bool) -> None:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return
        if operative and self.clause >= 0:
            self.last_own[self.clause] = len(self.out)
        self.out.append(Sentence(Span(start, end), self.clause, lead, operative))

    def _extend(self, end: int) -> None:
        last = self.out[-1]
        self.out[-1] = Sentence(Span(last.span.start, end), last.clause, last.lead_in, last.operative)

    def _clause_at(self, offset: int) -> int:
        index = bisect_right(self.clauses, offset, key=lambda c: c.span.start) - 1
        while index >= 0 and self.clauses[index].span.end <= offset:
            index = self.clauses[index].parent
        return index
