"""One part of a Word file (body, header, notes) as paragraphs in reading order, with their labels and changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausecheck.ingest.draft import tidy, tidy_mapped
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.word_inline import DROPPED, MC, Edit, Extra, Inline, Piece, View, alternative
from clausecheck.ingest.word_numbering import Numbering
from clausecheck.ingest.word_parts import Element, W, child, on, value
from clausecheck.ingest.word_styles import Styles, number_reference

_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom")
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A tracked change in a paragraph: `start` and `end` are offsets in its text; both -1 where the view does not
    show the text."""

    edit: Edit
    text: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph ready to be written down. `text` is tidy and begins with the label. `source` holds the numbers of
    its w:p elements within the part."""

    text: str
    label: str = ""
    style: str = ""
    level: int | None = None
    source: tuple[int, ...] = ()
    marked: tuple[Marked, ...] = ()
    extras: tuple[Extra, ...] = ()


@dataclass(slots=True)
class _Carried:
    """A paragraph whose end is deleted or hidden: it runs on into the next one."""

    pieces: list[Piece]
    extras: list[Extra]
    source: list[int]
    label: str = ""
    style: str = ""
    level: int | None = None
    leads: bool = False  # the label and style are those of this paragraph, not of the next


@dataclass(slots=True)
class Story:
    """Reads the blocks of one part. The numbering is shared by all parts."""

    part: str
    root: Element
    view: View
    styles: Styles
    numbering: Numbering
    limits: Limits
    inline: Inline = field(init=False)
    foreign: int = 0  # embedded documents that were not read
    _order: dict[Element, int] = field(init=False)
    _carried: _Carried | None = None

    def __post_init__(self) -> None:
        kinds = [mark.get(W + "fldCharType") for mark in self.root.iter(W + "fldChar")]
        balanced = kinds.count("begin") == kinds.count("end")
        self.inline = Inline(self.view, self.styles, self.limits, follow_fields=balanced)
        self._order = {paragraph: n for n, paragraph in enumerate(self.root.iter(W + "p"))}

    def source(self, numbers: tuple[int, ...]) -> str:
        """`Paragraph.source` of a paragraph or table row made of these w:p elements."""
        return f"{self.part}#{','.join(map(str, numbers))}" if numbers else ""

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Written | Element]:
        """The paragraphs of a container, and its tables (w:tbl) as elements, in order."""
        yield from self._blocks(container, depth)
        yield from self._rest()

    def _rest(self) -> Iterator[Written]:
        """What was to run on into a next paragraph, where none comes."""
        if self._carried is not None:
            carried, self._carried = self._carried, None
            yield self._finish(carried, carried.label, carried.style, carried.level)

    def _blocks(self, container: Element, depth: int) -> Iterator[Written | Element]:
        self.limits.check_nesting(depth)
        for item in container:
            if item.tag == W + "p":
                written = self._paragraph(item)
                if written is not None:
                    yield written
            elif item.tag == W + "tbl":
                yield from self._rest()
                yield item
            elif item.tag in _WRAPPERS and item.tag not in DROPPED[self.view]:
                yield from self._blocks(item, depth + 1)
            elif item.tag == MC + "AlternateContent":
                if (chosen := alternative(item)) is not None:
                    yield from self._blocks(chosen, depth + 1)
            elif item.tag == W + "altChunk":
                self.foreign += 1

    def _paragraph(self, paragraph: Element) -> Written | None:
        """The paragraph, or None where it runs on into the next one."""
        pieces, extras = self.inline.pieces(paragraph)
        properties = self._properties(paragraph)
        style, mark = value(child(properties, "pStyle")), child(paragraph, "pPr", "rPr")
        before, self._carried = self._carried, None
        number = self._order.get(paragraph, -1)
        seen = any(piece.shown for piece in pieces)
        source = [number]
        if before is not None:
            pieces, extras, source = before.pieces + pieces, before.extras + extras, [*before.source, number]
        removed = mark is not None and any(mark.find(tag) is not None for tag in DROPPED[self.view])
        if before is not None and before.leads:
            label, name, level = before.label, before.style, before.level
        elif removed:
            self._carried = _Carried(pieces, extras, source if seen else source[:-1])
            return None
        elif not seen and (on(child(mark, "vanish")) or child(paragraph, "pPr", "sectPr") is not None):
            label, name, level = "", "", None  # hidden, or a mere section break, and so not numbered
        else:
            label = self.numbering.label(style, number_reference(properties))
            name = self.styles.name(style or self.styles.default)
            level = self.styles.heading_level(style, properties)
        if removed or on(child(mark, "specVanish")):  # after a run-in heading the text goes on in the same line
            self._carried = _Carried(pieces, extras, source, label, name, level, True)
            return None
        return self._finish(_Carried(pieces, extras, source), label, name, level)

    def _properties(self, paragraph: Element) -> Element | None:
        """The paragraph properties that hold in the view."""
        properties = child(paragraph, "pPr")
        if self.view == "original":
            former = child(properties, "pPrChange", "pPr")
            return former if former is not None else properties
        return properties

    def _finish(self, whole: _Carried, label: str, style: str, level: int | None) -> Written:
        label = "•" if label and all("\ue000" <= c <= "\uf8ff" for c in label) else tidy(label)
        body = "".join(piece.text for piece in whole.pieces if piece.shown)
        text, offsets = tidy_mapped(f"{label} {body}" if label else body)
        if label and not body.strip():
            text, label = "", ""
        return Written(
            text,
            label,
            style,
            level,
            tuple(whole.source),
            tuple(_marked(whole.pieces, len(label) + 1 if label else 0, offsets)),
            tuple(whole.extras),
        )


def _marked(pieces: list[Piece], at: int, offsets: list[int]) -> Iterator[Marked]:
    """The tracked changes of a paragraph; neighbours of one kind and author are one change. `offsets` leads from the
    text as it stood in the file, from `at` on, to the tidy text."""
    open_: tuple[Edit, bool] | None = None
    text, start = "", at
    for piece in [*pieces, Piece("", None, None)]:
        edit = piece.edit
        same = open_ is not None and edit is not None and (edit.kind, edit.author) == (open_[0].kind, open_[0].author)
        if open_ is not None and not (same and piece.shown == open_[1]):
            if text.strip() and not (open_[0].kind == "move" and not open_[1]):
                if open_[1]:
                    yield Marked(open_[0], tidy(text), offsets[start], offsets[at])
                else:
                    yield Marked(open_[0], tidy(text))
            open_ = None
        if open_ is None and edit is not None:
            open_, text, start = (edit, piece.shown), "", at
        if open_ is not None:
            text += piece.text
        if piece.shown:
            at += len(piece.text)
