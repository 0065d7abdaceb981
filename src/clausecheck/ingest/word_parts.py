"""A Word file as parts: opened with limits, parsed without entities or network, related parts found by relationship."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from clausecheck.errors import EncryptedError, LimitError, UnreadableError
from clausecheck.ingest.limits import Limits

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# "Strict" files name the same elements by other addresses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship from one part to another: its kind ("header", "footnotes" …) and the name of the target."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one Word file. Counts the bytes it unpacks and refuses to go over the limit."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        limits.check_bytes(len(data))
        self.name = name
        self._limits = limits
        self._unpacked = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = set(self._archive.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged(error) from error

    def main(self) -> str:
        """Name of the part with the body."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self._names:
                return relation.target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise UnreadableError(f"{self.name}: the file has no Word document inside; open it in Word and save it again")

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of a part inside the file ("" for the file itself)."""
        folder, base = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return ()
        return tuple(
            Relation(
                item.get("Id", ""),
                item.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/"),
            )
            for item in root.iter(f"{_PACKAGE}Relationship")
            if item.get("TargetMode") != "External"
        )

    def tree(self, part: str) -> Element | None:
        """The root element of a part, None where there is no such part."""
        if part not in self._names:
            return None
        data = self._read(part)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error).lower():
                raise LimitError(f"{self.name}: {part} nests deeper than any Word document ({error})") from error
            raise self._damaged(error) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(f"{self.name}: {part} declares entities, which no Word document does; not read")
        return root

    def _read(self, part: str) -> bytes:
        allowed = self._limits.expanded - self._unpacked
        try:
            info = self._archive.getinfo(part)
            if info.flag_bits & 0x1:
                raise EncryptedError(f"{self.name}: the file has a password; open it in Word and save it without one")
            self._limits.check_expanded(self._unpacked + info.file_size)
            with self._archive.open(info) as stream:
                data = stream.read(allowed + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self._damaged(error) from error
        self._unpacked += len(data)
        self._limits.check_expanded(self._unpacked)
        return data

    def _damaged(self, error: Exception) -> UnreadableError:
        return UnreadableError(f"{self.name}: the Word file is damaged ({error}); open it in Word and save it again")


def child(element: Element | None, *path: str) -> Element | None:
    """The element reached by WordprocessingML names, one level each; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, default: str | None = None) -> str | None:
    """The w:val of an element."""
    return default if element is None else element.get(f"{W}val", default)


def on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not switched off."""
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}


def whole(text: str | None, default: int = 0) -> int:
    """The integer a file states, or the default where it states none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
