"""A Word paragraph as a row of runs that can be cut at any character, without a change to anything else in it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from clausecheck.ingest.draft import tidy_mapped
from clausecheck.ingest.word_inline import Piece
from clausecheck.ingest.word_parts import Element, W

_TEXT = (W + "t", W + "delText")
_ONE = frozenset(W + name for name in ("tab", "ptab", "br", "cr", "noBreakHyphen"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class _Unit:
    """A run and how many characters of the paragraph's text it holds."""

    run: Element
    length: int


@dataclass(slots=True)
class Stretch:
    """The shown text of one w:p. `text` is tidy; offsets into it are what callers speak in."""

    paragraph: Element
    pieces: list[Piece]
    text: str = field(init=False)
    _raw: str = field(init=False)
    _tidied: list[int] = field(init=False)
    _units: list[_Unit] = field(init=False)

    def __post_init__(self) -> None:
        shown = [piece for piece in self.pieces if piece.shown]
        self._raw = "".join(piece.text for piece in shown)
        self.text, self._tidied = tidy_mapped(self._raw)
        self._units = []
        for piece in shown:
            run = None if piece.run is None else _outermost(piece.run)
            if run is not None and self._units and self._units[-1].run is run:
                self._units[-1].length += len(piece.text)
            elif run is not None:
                self._units.append(_Unit(run, len(piece.text)))
            elif self._units:  # text outside runs (a formula) goes with the run before it
                self._units[-1].length += len(piece.text)

    def runs(self, start: int, end: int) -> tuple[Element, Element] | None:
        """The first and the last run of [start, end) of the tidy text, cut to exactly these words; None where no run
        holds them."""
        grown = range(len(self._raw))
        within = [i for i in grown if self._tidied[i] < end and start < self._tidied[i + 1] > self._tidied[i]]
        if not within or not self._units:
            return None
        first = self._cut(within[0], later=True)
        last = self._cut(within[-1] + 1, later=False)
        return (first, last) if first is not None and last is not None else None

    def _cut(self, offset: int, later: bool) -> Element | None:
        """Cuts the run that holds the offset, and gives the run after the cut or the one before it. A run that
        cannot be cut is given whole."""
        at = 0
        for place, unit in enumerate(self._units):
            end = at + unit.length
            if at < offset < end:
                tail = _split(unit.run, offset - at, unit.length)
                if tail is None:
                    return unit.run
                self._units[place : place + 1] = [_Unit(unit.run, offset - at), _Unit(tail, end - offset)]
                return tail if later else unit.run
            if (offset == at and later) or (offset == end and not later):
                return unit.run
            at = end
        return None


def _outermost(run: Element) -> Element:
    """The run that stands in the paragraph itself: ruby text has runs within a run."""
    found = run
    parent = run.getparent()
    while parent is not None and parent.tag != W + "p":
        if parent.tag == W + "r":
            found = parent
        parent = parent.getparent()
    return found


def _length(item: Element) -> int | None:
    """Characters that a child of a run shows; None where that is not known here."""
    if item.tag in _TEXT:
        return len(item.text or "")
    if item.tag in _ONE:
        return 1
    return None if item.tag == W + "sym" else 0


def _split(run: Element, offset: int, length: int) -> Element | None:
    """Moves what follows the offset into a new run of the same formatting, and gives that one."""
    lengths = [_length(item) for item in run]
    if None in lengths or sum(one or 0 for one in lengths) != length:
        return None
    tail = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(W + "rPr")
    if properties is not None:
        tail.append(deepcopy(properties))
    at = 0
    for item, size in zip(list(run), lengths, strict=True):
        size = size or 0
        if item is properties:
            continue
        if at >= offset:
            tail.append(item)
        elif at + size > offset:
            rest = deepcopy(item)
            item.text, rest.text = (item.text or "")[: offset - at], (item.text or "")[offset - at :]
            for part in (item, rest):
                part.set(_SPACE, "preserve")
            tail.append(rest)
        at += size
    run.addnext(tail)
    return tail
