"""Pages become one document: furniture set aside, lines joined, the way back to the page recorded."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from statistics import median

from clausecheck.ingest.pdf_furniture import furniture
from clausecheck.ingest.pdf_paragraphs import Margins, breaks, joint, margins
from clausecheck.ingest.pdf_source import PdfSource
from clausecheck.ingest.pdf_words import Line, PageWords
from clausecheck.ingest.raw import RawDocument
from clausecheck.model.document import Furniture, Page, Paragraph
from clausecheck.model.location import Box, Span


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page as read: its words, and its lines in reading order. `reason` says why it is unreadable, if it is."""

    number: int
    width: float
    height: float
    words: PageWords
    lines: list[Line]
    reason: str = ""

    @classmethod
    def broken(cls, number: int, reason: str, width: float = 0.0, height: float = 0.0) -> PdfPage:
        return cls(number, width, height, PageWords(number, [], array("f")), [], reason)


@dataclass(slots=True)
class Assembly:
    """The document while it is put together."""

    pages: list[PdfPage]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    source: PdfSource = field(default_factory=PdfSource)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def document(self) -> RawDocument:
        """The pages as one text with its way back."""
        aside = furniture([page.lines for page in self.pages])
        kept = [[x for at, x in enumerate(page.lines) if at not in out]
                for page, out in zip(self.pages, aside, strict=True)]  # fmt: skip
        usual = _usual([margins(lines) for lines in kept if len(lines) > 4])
        spans: list[Span] = []
        before = first = None
        edge = usual
        began = 0
        for page, lines in zip(self.pages, kept, strict=True):
            here = margins(lines, usual)
            starts_at = self.length
            for at, line in enumerate(lines):
                if before is not None and first is not None and not breaks(before, line, first, page.words, edge):
                    self._add(joint(before, line))
                else:
                    if before is not None:
                        self._close(began)
                    began, first = self.length, line
                    if not at:
                        starts_at = self.length
                self._words(page.words, line)
                before, edge = line, here
            spans.append(Span(starts_at, self.length))
        if before is not None:
            self._close(began)
        return RawDocument(
            format="pdf",
            text="".join(self.parts),
            pages=tuple(Page(p.number, s, p.width, p.height, p.reason)
                        for p, s in zip(self.pages, spans, strict=True)),
            paragraphs=tuple(self.paragraphs),
            furniture=tuple(Furniture(x.page, x.text, Box(x.page, x.x0, x.y0, x.x1, x.y1))
                            for page, out in zip(self.pages, aside, strict=True)
                            for x in (page.lines[at] for at in sorted(out))),
            notes=tuple(f"page {p.number} could not be read: {p.reason}" for p in self.pages if p.reason),
            source=self.source,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _close(self, began: int) -> None:
        self.paragraphs.append(Paragraph(Span(began, self.length)))
        self._add("\n")

    def _words(self, words: PageWords, line: Line) -> None:
        at = self.length
        source = self.source
        for text in words.texts[line.first : line.end]:
            source.starts.append(at)
            at += len(text)
            source.ends.append(at)
            source.pages.append(line.page)
            at += 1
        source.corners.extend(words.boxes[4 * line.first : 4 * line.end])
        self._add(line.text)


def _usual(pages: list[Margins]) -> Margins:
    """The margins most pages have."""
    right = [page.right[-1] for page in pages if -1 in page.right]
    left = [page.left[-1] for page in pages if -1 in page.left]
    pitch = [page.pitch for page in pages]
    return Margins(
        {-1: median(right)} if right else {}, {-1: median(left)} if left else {}, median(pitch) if pitch else 14.0
    )
