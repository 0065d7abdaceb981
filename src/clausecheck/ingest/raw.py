"""What a format reader delivers: text and layout, before clauses, sentences and parties are looked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausecheck.model.document import (
    Change,
    DocumentFormat,
    Furniture,
    NoPages,
    Page,
    Paragraph,
    SourceMap,
    Table,
)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as its format reader understood it. `text` is canonical (see `model.document.Document`): normalised,
    running heads removed, soft line breaks joined, one paragraph or table row a line, each ended by a newline.
    The cells of a table row are separated by " | ". `notes` are sentences for the report ("page 3 has no text")."""

    format: DocumentFormat
    text: str
    pages: tuple[Page, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    source: SourceMap = field(default_factory=NoPages, repr=False, compare=False)
