"""The labelled corpus: contracts, the passages that lawyers marked in them, and folds for cross-validation."""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clausecheck.ingest import read
from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.reader.types import CLAUSES, CUAD

_WORD = re.compile(r"[^\s.,;:/]+")
_DATED = re.compile(r"(.+?)_(?:\d{2}_\d{2}_\d{4}|\d{8})")
_FORM = re.compile(r"(inc|corp|ltd|llc|co|plc)+$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A contract and what lawyers marked in it: for each type the texts, and where they stand in the document as
    read (a mark that cannot be found there has a text and no span)."""

    id: str
    document: Document
    texts: dict[str, tuple[str, ...]]
    spans: dict[str, tuple[Span, ...]]


def load(corpus: Path) -> Iterator[Labelled]:
    """All contracts of a corpus folder (`text/`, `clauses.jsonl`), in its order."""
    for line in (corpus / "clauses.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = corpus / "text" / f"{row['id']}.txt"
        raw = path.read_text(encoding="utf-8")
        document = read(raw.encode(), name=path.name)
        where = _Alignment(raw, document.text)
        texts, spans = {}, {}
        for name, category in CUAD.items():
            marks = row["labels"].get(category, {"spans": []})["spans"]
            texts[name] = tuple(re.sub(r"\s+", " ", raw[start:end]) for start, end in marks)
            spans[name] = tuple(span for start, end in marks if (span := where.find(start, end)))
        yield Labelled(row["id"], document, texts, spans)


def positive(contract: Labelled) -> NDArray[np.bool_]:
    """Sentences by clause types: True where at least half of the sentence is marked, or half of a mark lies in it."""
    sentences = contract.document.sentences
    starts = [sentence.span.start for sentence in sentences]
    out = np.zeros((len(sentences), len(CLAUSES)), dtype=bool)
    for column, name in enumerate(CLAUSES):
        for mark in contract.spans[name]:
            for index in range(max(0, bisect_left(starts, mark.start) - 1), bisect_left(starts, mark.end)):
                span = sentences[index].span
                common = min(span.end, mark.end) - max(span.start, mark.start)
                if common > 0 and (2 * common >= len(span) or 2 * common >= len(mark)):
                    out[index, column] = True
    return out


def word_set(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """The CUAD measure: at least half of all words are common."""
    return bool(a or b) and 2 * len(a & b) >= len(a | b)


def filer(id_: str) -> str:
    """The company that filed a contract, as far as the id tells."""
    dated = _DATED.match(id_)
    prefix = dated.group(1) if dated else re.split(r"_-_|-", id_)[0]
    return _FORM.sub("", re.sub(r"[^a-z0-9]", "", prefix.lower()))[:14]


def folds(ids: list[str], count: int, salt: str = "fold") -> NDArray[np.intp]:
    """A fold for each contract; contracts of one filer share a fold."""
    filers = sorted({filer(id_) for id_ in ids}, key=lambda name: zlib.crc32((salt + name).encode()))
    fold = {name: index % count for index, name in enumerate(filers)}
    return np.array([fold[filer(id_)] for id_ in ids])


class _Alignment:
    """Leads from offsets of a published text to the same words in the document as read."""

    def __init__(self, raw: str, text: str) -> None:
        self.raw, self.raw_at = _letters(raw)
        self.text, self.text_at = _letters(text)

    def find(self, start: int, end: int) -> Span | None:
        first, last = bisect_left(self.raw_at, start), bisect_left(self.raw_at, end)
        wanted = self.raw[first:last]
        if not wanted:
            return None
        expected = first * len(self.text) // max(1, len(self.raw))
        found = self._nearest(wanted, expected)
        if found is not None:
            return self._span(found, found + len(wanted))
        if len(wanted) < 30:
            return None
        size = min(40, len(wanted) // 2)
        begin = self._nearest(wanted[:size], expected)
        if begin is None:
            return None
        tail = self.text.find(wanted[-size:], begin)
        if tail < 0 or tail - begin > 2 * len(wanted) + 200:
            return self._span(begin, min(len(self.text), begin + len(wanted)))
        return self._span(begin, tail + size)

    def _nearest(self, wanted: str, expected: int) -> int | None:
        after = self.text.find(wanted, expected)
        before = self.text.rfind(wanted, 0, expected + len(wanted))
        places = [place for place in (before, after) if place >= 0]
        return min(places, key=lambda place: abs(place - expected)) if places else None

    def _span(self, start: int, end: int) -> Span:
        return Span(self.text_at[start], self.text_at[end - 1] + 1)


def _letters(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in unicodedata.normalize("NFKC", char).lower() if ord(char) > 127 else char.lower():
            if letter.isalnum():
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
