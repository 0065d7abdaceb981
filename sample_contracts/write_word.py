"""Contracts as Word files with automatic multi-level numbers, tracked changes of two authors, footnotes and tables.

python-docx writes the frame; numbering, changes and footnotes are plain WordprocessingML put in by hand.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from source import Block, Contract

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DATE = datetime.datetime(2026, 9, 14, 9, 0, 0)
_AUTHORS = {"S": "Supplier Counsel", "D": "Distributor Counsel"}
_INLINE = re.compile(r"\{([-+])([SD]):(.*?)\1\}|\{fn:(.*?)\}")
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LEVELS = (("decimal", "%1.", 0), ("decimal", "%1.%2", 0), ("lowerLetter", "(%3)", 720))


def write_word(contract: Contract, path: Path) -> None:
    """Write `contract` to `path`. Footnotes and tracked changes appear where its text has their marks."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Normal"].paragraph_format.space_after = Pt(9)
    _numbering(document)
    writer = _Writer(document)
    for block in contract.blocks:
        writer.block(block)
    if writer.footnotes:
        _footnotes_part(document, writer.footnotes)
    properties = document.core_properties
    properties.author, properties.title = "Fictional sample", contract.stem
    properties.created = properties.modified = _DATE
    properties.revision, properties.last_modified_by = 1, "Fictional sample"
    buffer = io.BytesIO()
    document.save(buffer)
    _write_stable(buffer, path)


class _Writer:
    """Appends blocks to a document and counts footnotes and revisions."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.footnotes: list[str] = []
        self.revision = 100

    def block(self, block: Block) -> None:
        if block.kind == "table":
            self._table(block)
            return
        if block.kind == "schedule":
            self.document.add_page_break()
        paragraph = self.document.add_paragraph()
        if block.kind in ("title", "centre", "schedule"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        level = {"article": 0, "clause": 1, "item": 2}.get(block.kind)
        if level is not None and not re.fullmatch(r"\d\.", block.number if block.kind == "clause" else ""):
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'),
            )
        if block.kind == "article":
            paragraph.paragraph_format.keep_with_next = True
        whole = _INLINE.fullmatch(block.text)
        if whole and whole[1]:
            self._whole_change(paragraph, whole[1], whole[2])
        self._text(paragraph, block.text, bold=block.kind in ("title", "article", "schedule"))

    def _text(self, paragraph: Any, text: str, bold: bool) -> None:
        done = 0
        for mark in _INLINE.finditer(text):
            if mark.start() > done:
                paragraph.add_run(text[done : mark.start()]).bold = bold or None
            if mark[4]:
                self._footnote(paragraph, mark[4])
            else:
                self._change(paragraph, mark[1], mark[2], mark[3])
            done = mark.end()
        if done < len(text):
            paragraph.add_run(text[done:]).bold = bold or None

    def _change(self, paragraph: Any, sign: str, author: str, text: str) -> None:
        self.revision += 1
        outer, inner = ("ins", "t") if sign == "+" else ("del", "delText")
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        paragraph._p.append(
            parse_xml(
                f'<w:{outer} {_W} w:id="{self.revision}" w:author="{_AUTHORS[author]}" w:date="{_DATE.isoformat()}Z">'
                f'<w:r><w:{inner} xml:space="preserve">{escaped}</w:{inner}></w:r></w:{outer}>'
            )
        )

    def _whole_change(self, paragraph: Any, sign: str, author: str) -> None:
        """Track the paragraph mark too, where all of a paragraph is new or struck out."""
        self.revision += 1
        tag = "ins" if sign == "+" else "del"
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:rPr {_W}><w:{tag} w:id="{self.revision}" w:author="{_AUTHORS[author]}" '
                f'w:date="{_DATE.isoformat()}Z"/></w:rPr>'
            )
        )

    def _footnote(self, paragraph: Any, text: str) -> None:
        self.footnotes.append(text)
        paragraph._p.append(
            parse_xml(
                f'<w:r {_W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
            )
        )

    def _table(self, block: Block) -> None:
        signature = block.rows[1][0].startswith("By:")
        table = self.document.add_table(rows=0, cols=len(block.rows[0]))
        if not signature:
            table.style = "Table Grid"
        for place, row in enumerate(block.rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = place == 0 or None
        self.document.add_paragraph()


def _numbering(document: Any) -> None:
    """One multi-level list: "1.", "1.1", "(a)"."""
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 + indent}" w:hanging="720"/></w:pPr></w:lvl>'
        for place, (form, text, indent) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {_W} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {_W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _footnotes_part(document: Any, footnotes: list[str]) -> None:
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    notes = "".join(
        f'<w:footnote w:id="{place}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for place, text in enumerate(footnotes, 1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {_W}>{separators}{notes}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _write_stable(buffer: io.BytesIO, path: Path) -> None:
    """Copy a zip archive with its members in one order and one date, so that equal content is equal bytes."""
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, (2026, 9, 14, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
