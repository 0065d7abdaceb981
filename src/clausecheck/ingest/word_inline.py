"""The content of one Word paragraph as pieces of text, each with its run and the tracked change it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from clausecheck.ingest.limits import Limits
from clausecheck.ingest.word_parts import Element, W, child, on, value, whole
from clausecheck.ingest.word_styles import Styles

View = Literal["accepted", "original"]
ExtraKind = Literal["textbox", "footnote", "endnote"]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_SKIPPED = frozenset(
    W + name
    for name in (
        "pPr rPr sdtPr sdtEndPr instrText delInstrText fldData rt rubyPr comment tblPr trPr tcPr sectPr "
        "pgNum annotationRef"
    ).split()
)
_PLAIN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_EDITS: dict[str, Literal["insertion", "deletion", "move"]] = {
    W + "ins": "insertion",
    W + "del": "deletion",
    W + "moveTo": "move",
    W + "moveFrom": "move",
}
DROPPED: dict[View, tuple[str, str]] = {
    "accepted": (W + "del", W + "moveFrom"),
    "original": (W + "ins", W + "moveTo"),
}
_SYMBOLS = {"F06F": "☐", "F0A8": "☐", "F071": "☐", "F0FE": "☒", "F078": "☒", "F0FD": "☒", "F0FC": "✓", "F052": "☑"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A tracked change around a piece of text."""

    kind: Literal["insertion", "deletion", "move"]
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it stands in the file. `run` is the w:r that holds it; `shown` is False for text that the chosen view
    does not have (deleted in `accepted`, inserted in `original`)."""

    text: str
    run: Element | None
    edit: Edit | None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that hangs on a paragraph and is read after it: a text box, or the note with this id."""

    kind: ExtraKind
    content: Element | None = None
    id: str = ""


@dataclass(slots=True)
class Inline:
    """Reads paragraphs of one part in document order: a field may begin in one paragraph and end in a later one."""

    view: View
    styles: Styles
    limits: Limits
    follow_fields: bool = True
    hidden: int = 0
    _fields: list[bool] = field(default_factory=list)  # of each open field: whether its result has begun

    def pieces(self, paragraph: Element) -> tuple[list[Piece], list[Extra]]:
        """The text of a paragraph and what hangs on it, in order."""
        pieces: list[Piece] = []
        extras: list[Extra] = []
        style = value(child(paragraph, "pPr", "pStyle"))
        self._walk(paragraph, _Place(None, None, True, self.styles.hidden(style)), 0, pieces, extras)
        return pieces, extras

    def _walk(self, element: Element, place: _Place, depth: int, pieces: list[Piece], extras: list[Extra]) -> None:
        self.limits.check_nesting(depth)
        for item in element:
            tag = item.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in (W + "t", W + "delText", _MATH_TEXT):
                self._add(item.text or "", place, pieces)
            elif tag in _PLAIN:
                self._add(_PLAIN[tag], place, pieces)
            elif tag == W + "sym":
                self._add(_symbol(item.get(W + "char", "")), place, pieces)
            elif tag == W + "r":
                self._walk(
                    item, _Place(item, place.edit, place.shown, self._vanishes(item, place)), depth + 1, pieces, extras
                )
            elif tag in _EDITS:
                edit = Edit(_EDITS[tag], item.get(W + "author", ""), item.get(W + "date", ""))
                shown = place.shown and tag not in DROPPED[self.view]
                self._walk(item, _Place(place.run, edit, shown, place.hidden), depth + 1, pieces, extras)
            elif tag == W + "fldChar":
                self._field(item, place, pieces)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                if place.shown:
                    kind: ExtraKind = "footnote" if tag == W + "footnoteReference" else "endnote"
                    extras.append(Extra(kind, id=item.get(W + "id", "")))
            elif tag == W + "txbxContent":
                if place.shown:
                    extras.append(Extra("textbox", item))
            elif tag == _WATERMARK:
                self._add(item.get("string", ""), place, pieces)
            elif tag == MC + "AlternateContent":
                if (chosen := alternative(item)) is not None:
                    self._walk(chosen, place, depth + 1, pieces, extras)
            else:
                self._walk(item, place, depth + 1, pieces, extras)

    def _add(self, text: str, place: _Place, pieces: list[Piece]) -> None:
        if not text or (self.follow_fields and not all(self._fields)):
            return
        if place.hidden:
            self.hidden += len(text.strip())
            return
        pieces.append(Piece(text, place.run, place.edit, place.shown))

    def _vanishes(self, run: Element, place: _Place) -> bool:
        vanish = child(run, "rPr", "vanish")
        if vanish is not None:
            return on(vanish)
        style = value(child(run, "rPr", "rStyle"))
        return place.hidden or (style is not None and self.styles.hidden(style))

    def _field(self, item: Element, place: _Place, pieces: list[Piece]) -> None:
        kind = item.get(W + "fldCharType")
        if kind == "begin":
            if (shown := _form_field(item)) is not None:
                self._add(shown, place, pieces)
            self._fields.append(False)
        elif self._fields:
            if kind == "separate":
                self._fields[-1] = True
            elif kind == "end":
                self._fields.pop()


@dataclass(frozen=True, slots=True)
class _Place:
    run: Element | None
    edit: Edit | None
    shown: bool
    hidden: bool


def alternative(element: Element) -> Element | None:
    """Of the ways mc:AlternateContent offers to show one thing, the first that holds text, else the first."""
    ways = [way for way in element if way.tag in (MC + "Choice", MC + "Fallback")]
    return next(
        (way for way in ways if any(t.text for t in way.iter(W + "t", W + "delText"))), ways[0] if ways else None
    )


def _symbol(code: str) -> str:
    if code.upper() in _SYMBOLS:
        return _SYMBOLS[code.upper()]
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _form_field(item: Element) -> str | None:
    """What a tick box or a drop-down list of an old form shows; other fields show their result."""
    box, choice = child(item, "ffData", "checkBox"), child(item, "ffData", "ddList")
    if box is not None:
        ticked = child(box, "checked")
        return "☒" if on(ticked if ticked is not None else child(box, "default")) else "☐"
    if choice is not None:
        entries = [value(entry, "") or "" for entry in choice.iterfind(W + "listEntry")]
        at = whole(value(child(choice, "result"), value(child(choice, "default"), "0")))
        return entries[at] if 0 <= at < len(entries) else None
    return None
