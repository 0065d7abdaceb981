"""From spans of the canonical text to runs of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausecheck.ingest.limits import Limits
from clausecheck.ingest.word_inline import Inline, View
from clausecheck.ingest.word_parts import Element, Package, W
from clausecheck.ingest.word_styles import Styles
from clausecheck.model.document import Document, Paragraph
from clausecheck.model.location import Span
from clausecheck.report.word.stretch import Stretch

# Where comments may stand: not in headers, footers and text boxes, and in notes not for all programs.
COMMENTED = ("body", "table")


@dataclass(slots=True)
class Places:
    """Finds the runs of spans. `parts` are the parts that were asked for, by name, as they are now."""

    package: Package
    document: Document
    view: View
    parts: dict[str, Element] = field(default_factory=dict)
    _stretches: dict[str, list[Stretch]] = field(default_factory=dict)

    def runs(self, span: Span) -> tuple[Element, Element] | None:
        """The first and the last run of the span, cut to its words; None where it has none that can be commented
        on."""
        found: list[tuple[Stretch, int, int]] = []
        for paragraph in self.document.paragraphs:
            if paragraph.span.overlaps(span) and paragraph.place in COMMENTED and "#" in paragraph.source:
                found += self._within(paragraph, span)
        if not found:
            return None
        (first, start, _), (last, _, end) = found[0], found[-1]
        if first is last:
            return first.runs(start, end)
        head, tail = first.runs(start, len(first.text)), last.runs(0, end)
        return (head[0], tail[1]) if head and tail else head or tail

    def holder(self, span: Span) -> tuple[Element, Element] | None:
        """The run in the body on which the text of the span hangs: the mark of its note, or its text box."""
        for paragraph in self.document.paragraphs:
            if paragraph.span.overlaps(span) and paragraph.place in ("footnote", "endnote", "textbox"):
                for stretch, _, _ in self._within(paragraph, span):
                    run = self._holder(stretch.paragraph)
                    if run is not None:
                        return run, run
        return None

    def _holder(self, paragraph: Element) -> Element | None:
        main = self.package.main()
        self._of(main)
        note = next(paragraph.iterancestors(W + "footnote", W + "endnote"), None)
        if note is not None:
            references = self.parts[main].iter(f"{note.tag}Reference")
            mark = next((item for item in references if item.get(W + "id") == note.get(W + "id")), None)
            return None if mark is None else mark.getparent()
        outer = list(paragraph.iterancestors(W + "r"))
        return outer[-1] if outer and outer[-1].getroottree() is self.parts[main].getroottree() else None

    def _within(self, paragraph: Paragraph, span: Span) -> Iterator[tuple[Stretch, int, int]]:
        """The w:p elements of a paragraph that the span touches, each with the range of its own text."""
        part, _, numbers = paragraph.source.partition("#")
        stretches = self._of(part)
        text = self.document.text[paragraph.span.start : paragraph.span.end]
        end = len(text)
        touched: list[tuple[Stretch, int, int]] = []
        # Backwards, since a label that Word counts stands in front and is no text of any w:p.
        for number in reversed([int(number) for number in numbers.split(",")]):
            stretch = stretches[number] if number < len(stretches) else None
            at = text.rfind(stretch.text, 0, end) if stretch is not None and stretch.text else -1
            if stretch is None or at < 0:
                continue
            end = at
            base = paragraph.span.start + at
            start, stop = max(span.start - base, 0), min(span.end - base, len(stretch.text))
            if start < stop:
                touched.append((stretch, start, stop))
        yield from reversed(touched)

    def _of(self, part: str) -> list[Stretch]:
        """Every w:p of a part, in the order by which `Paragraph.source` counts them."""
        if part not in self._stretches:
            root = self.package.tree(part)
            if root is None:
                return []
            self.parts[part] = root
            kinds = [mark.get(W + "fldCharType") for mark in root.iter(W + "fldChar")]
            styles = Styles(self._styles())
            inline = Inline(self.view, styles, Limits(), follow_fields=kinds.count("begin") == kinds.count("end"))
            self._stretches[part] = [Stretch(item, inline.pieces(item)[0]) for item in root.iter(W + "p")]
        return self._stretches[part]

    def _styles(self) -> Element | None:
        relations = self.package.relations(self.package.main())
        target = next((relation.target for relation in relations if relation.kind == "styles"), None)
        return self.package.tree(target) if target else None
