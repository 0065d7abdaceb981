"""Word files (.docx): everything a reader of the document sees, in order, in the accepted or the original wording."""

from __future__ import annotations

from dataclasses import replace

from clausecheck.ingest.draft import Draft
from clausecheck.ingest.layout import is_layout
from clausecheck.ingest.limits import Clock, Limits
from clausecheck.ingest.raw import RawDocument
from clausecheck.ingest.word_inline import Extra, View
from clausecheck.ingest.word_numbering import Numbering
from clausecheck.ingest.word_parts import Element, Package, R, W, child, on
from clausecheck.ingest.word_story import Story, Written
from clausecheck.ingest.word_styles import Styles
from clausecheck.ingest.word_tables import Cell, rows
from clausecheck.model.document import Change, Page, ParagraphPlace
from clausecheck.model.location import Span

_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_FEW_CHARACTERS = 200


def read_word(
    data: bytes, *, view: View = "accepted", limits: Limits | None = None, name: str = "document.docx"
) -> RawDocument:
    """A Word file. Headers and footers follow the body; a note follows the paragraph that refers to it.

    Raises UnreadableError for a damaged file, EncryptedError for one with a password, LimitError beyond the limits.
    """
    limits = limits or Limits()
    return _Reading(Package(data, name, limits), view, limits).document()


class _Reading:
    """One pass over one file."""

    def __init__(self, package: Package, view: View, limits: Limits) -> None:
        self._package = package
        self._view: View = view
        self._limits = limits
        self._clock: Clock = limits.clock()
        self._main = package.main()
        self._relations = package.relations(self._main)
        self._styles = Styles(self._related("styles"))
        self._numbering = Numbering(self._related("numbering"), self._styles)
        self._draft = Draft()
        self._changes: list[Change] = []
        self._stories: list[Story] = []
        self._notes = {kind: self._note_parts(kind) for kind in ("footnote", "endnote")}

    def document(self) -> RawDocument:
        root = self._package.tree(self._main)
        assert root is not None, "Package.main() names a part that exists"
        body = child(root, "body")
        if body is not None:
            self._write(self._story(self._main, root), body, "body")
        length = self._draft.length
        self._margins(root)
        draft = self._draft
        pages: tuple[Page, ...] = ()
        pictures = sum(1 for _ in root.iter("{*}blip", "{*}imagedata"))
        if length < _FEW_CHARACTERS and pictures:
            pages = (Page(1, Span(0, draft.length), unreadable="the Word file holds pictures instead of text"),)
        return RawDocument(
            format="docx",
            text=draft.text,
            pages=pages,
            paragraphs=tuple(draft.paragraphs),
            tables=tuple(draft.tables),
            changes=tuple(self._changes),
            notes=tuple(self._remarks()),
        )

    def _related(self, kind: str) -> Element | None:
        target = next((relation.target for relation in self._relations if relation.kind == kind), None)
        return self._package.tree(target) if target else None

    def _story(self, part: str, root: Element) -> Story:
        story = Story(part, root, self._view, self._styles, self._numbering, self._limits)
        self._stories.append(story)
        return story

    def _note_parts(self, kind: str) -> tuple[Story | None, dict[str, Element]]:
        target = next((relation.target for relation in self._relations if relation.kind == f"{kind}s"), None)
        root = self._package.tree(target) if target else None
        if root is None or target is None:
            return None, {}
        notes = {
            note.get(W + "id", ""): note for note in root.iterfind(W + kind) if note.get(W + "type") not in _SEPARATORS
        }
        return self._story(target, root), notes

    def _write(self, story: Story, container: Element, place: ParagraphPlace, depth: int = 0) -> None:
        """Writes the blocks of a container into the draft."""
        for block in story.blocks(container, depth):
            self._clock.check()
            if isinstance(block, Written):
                self._paragraph(story, block, place, depth)
                self._hanging(story, block.extras, depth)
                continue
            table = rows(story, block, depth + 1)
            if is_layout([[cell.text for cell in row] for row in table]):
                for paragraph in _side_by_side(table):
                    self._paragraph(story, paragraph, place, depth)
                    self._hanging(story, paragraph.extras, depth)
            else:
                self._table(story, table, "table" if place == "body" else place)
                for row in table:
                    for cell in row:
                        for paragraph in cell.paragraphs:
                            self._hanging(story, paragraph.extras, depth)

    def _paragraph(self, story: Story, item: Written, place: ParagraphPlace, depth: int) -> None:
        start = self._draft.length
        self._draft.tidied(
            item.text, place, label=item.label, style=item.style, level=item.level, source=story.source(item.source)
        )
        self._mark(item, start)

    def _mark(self, item: Written, start: int) -> None:
        for mark in item.marked:
            span = Span(start + mark.start, start + mark.end) if mark.start >= 0 else None
            self._changes.append(Change(mark.edit.kind, mark.edit.author, mark.edit.date, mark.text, span))

    def _table(self, story: Story, table: tuple[tuple[Cell, ...], ...], place: ParagraphPlace) -> None:
        width = max(map(len, table))
        for cells in self._draft.data_rows(
            [[cell.text for cell in row] + [""] * (width - len(row)) for row in table],
            [story.source(tuple(n for cell in row for p in cell.paragraphs for n in p.source)) for row in table],
            place,
        ):
            row, spans = cells
            for cell, span in zip(table[row], spans, strict=False):
                at = span.start
                for paragraph in cell.paragraphs:
                    self._mark(paragraph, at)
                    at += len(paragraph.text) + 1 if paragraph.text else 0

    def _hanging(self, story: Story, extras: tuple[Extra, ...], depth: int) -> None:
        """Text boxes and notes that hang on what was just written."""
        for extra in extras:
            if extra.kind == "textbox" and extra.content is not None:
                self._write(story, extra.content, "textbox", depth + 1)
            elif extra.kind != "textbox":
                notes, by_id = self._notes[extra.kind]
                note = by_id.pop(extra.id, None)  # a second reference to a note shows it no second time
                if notes is not None and note is not None:
                    self._write(notes, note, extra.kind, depth + 1)

    def _margins(self, root: Element) -> None:
        """The headers and footers that are shown: those of the first page only where a section has such a page."""
        settings = self._related("settings")
        even = on(child(settings, "evenAndOddHeaders"))
        targets = {relation.id: relation for relation in self._relations if relation.kind in ("header", "footer")}
        shown: dict[str, ParagraphPlace] = {}
        for section in root.iter(W + "sectPr"):
            first = on(child(section, "titlePg"))
            for reference in section.iterfind("{*}headerReference"), section.iterfind("{*}footerReference"):
                for item in reference:
                    kind, relation = item.get(W + "type", "default"), targets.get(item.get(R + "id", ""))
                    if relation is None or (kind == "first" and not first) or (kind == "even" and not even):
                        continue
                    shown.setdefault(relation.target, "header" if relation.kind == "header" else "footer")
        for place in ("header", "footer"):
            for target in (target for target, where in shown.items() if where == place):
                part = self._package.tree(target)
                if part is not None:
                    self._write(self._story(target, part), part, shown[target])

    def _remarks(self) -> list[str]:
        """Sentences for the report on what the text alone does not show."""
        remarks: list[str] = []
        if self._changes:
            authors = {change.author or "an unnamed author" for change in self._changes}
            count = len(self._changes)
            view = "as if all were accepted" if self._view == "accepted" else "as it was before them"
            names = ", ".join(sorted(authors))
            remarks.append(f"{count} tracked change{'s' if count > 1 else ''} by {names}; the text is read {view}")
        if hidden := sum(story.inline.hidden for story in self._stories):
            remarks.append(f"{hidden} characters of hidden text were left out")
        if sum(story.foreign for story in self._stories):
            remarks.append("a document embedded in the Word file was not read")
        comments = self._related("comments")
        if comments is not None and (count := sum(1 for _ in comments.iterfind(W + "comment"))):
            remarks.append(f"comments in the margin ({count}) are not part of the text")
        return remarks


def _side_by_side(table: tuple[tuple[Cell, ...], ...]) -> list[Written]:
    """The paragraphs of a table that only places text; a label joins the text beside it."""
    found: list[Written] = []
    for row in table:
        cells = [cell for cell in row if cell.text]
        found += [p for cell in row if not cell.text for p in cell.paragraphs]
        paragraphs = [paragraph for cell in cells for paragraph in cell.paragraphs]
        if (
            len(cells) == 2
            and len(cells[0].text) < 25
            and len(cells[0].paragraphs) == 1
            and cells[1].paragraphs[0].text
        ):
            label, text = paragraphs[0], paragraphs[1]
            shift = len(label.text) + 1
            moved = (replace(m, start=m.start + shift, end=m.end + shift) if m.start >= 0 else m for m in text.marked)
            joined = replace(
                text,
                text=f"{label.text} {text.text}",
                label=label.label or label.text,
                source=label.source + text.source,
                marked=(*label.marked, *moved),
                extras=label.extras + text.extras,
            )
            paragraphs = [joined, *paragraphs[2:]]
        found += paragraphs
    return found
