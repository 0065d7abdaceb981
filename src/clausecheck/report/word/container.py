"""Writing a Word file again with some of its parts replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from clausecheck.ingest.word_parts import Element

_EARLY = (1980, 1, 1, 0, 0, 0)  # new parts carry no time, so that the same review gives the same file
# "Strict" files name the same elements by other addresses, and are read as if they did not.
_STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/main", b"http://purl.oclc.org/ooxml/drawingml/main"),
)  # fmt: skip


def save(data: bytes, parts: Mapping[str, Element]) -> bytes:
    """The file with these parts in place of its own, or added; every other part is copied as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        strict = any(_STRICT[0][1] in old.read(name) for name in parts if name in old.namelist())
        for info in old.infolist():
            content = _bytes(parts[info.filename], strict) if info.filename in parts else old.read(info)
            new.writestr(_entry(info.filename, info.date_time), content)
        for name in sorted(set(parts) - set(old.namelist())):
            new.writestr(_entry(name, _EARLY), _bytes(parts[name], strict))
    return out.getvalue()


def _entry(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(date, _EARLY))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _bytes(root: Element, strict: bool) -> bytes:
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for usual, other in _STRICT if strict else ():
        content = content.replace(usual, other)
    return content
