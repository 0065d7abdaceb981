"""The comments of a Word file: those it has, and those that are added."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from clausecheck.ingest.word_parts import Element, Package, W, whole
from clausecheck.report.inert import one_line

AUTHOR = "clausecheck"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Note:
    """The words of one comment: a heading, then lines, each with the name of what it says."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class Margin:
    """Takes comments and says under which id each is kept."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        relation = next((item for item in package.relations(self._main) if item.kind == "comments"), None)
        existing = package.tree(relation.target) if relation is not None else None
        self._linked = existing is not None
        folder = self._main.rpartition("/")[0]
        self._name = relation.target if relation and self._linked else f"{folder}/comments.xml".lstrip("/")
        self._root = deepcopy(existing) if existing is not None else etree.Element(W + "comments", nsmap={"w": W[1:-1]})
        self._next = 1 + max((whole(item.get(W + "id")) for item in self._root), default=-1)

    def add(self, note: Note) -> str:
        """The id of the new comment."""
        id, self._next = str(self._next), self._next + 1
        comment = etree.SubElement(
            self._root, W + "comment", {W + "id": id, W + "author": AUTHOR, W + "initials": "cc"}
        )
        _line(comment, note.heading, "")
        for name, text in note.lines:
            _line(comment, f"{name}: " if name else "", text)
        return id

    def parts(self) -> dict[str, Element]:
        """The parts of the file that hold the comments and make them known."""
        found = {self._name: self._root}
        if not self._linked:
            folder, _, base = self._main.rpartition("/")
            name = f"{folder}/_rels/{base}.rels".lstrip("/")
            relations = self._package.tree(name)
            if relations is None:
                relations = etree.fromstring(_NO_RELATIONS)
            taken = {item.get("Id") for item in relations}
            id = next(id for n in range(1, len(taken) + 2) if (id := f"rIdClausecheck{n}") not in taken)
            etree.SubElement(
                relations, _RELATIONS + "Relationship", {"Id": id, "Type": _KIND, "Target": f"/{self._name}"}
            )
            found[name] = relations
            types = self._package.tree("[Content_Types].xml")
            if types is not None:
                etree.SubElement(types, _TYPES + "Override", {"PartName": f"/{self._name}", "ContentType": _CONTENT})
                found["[Content_Types].xml"] = types
        return found


def _line(comment: Element, bold: str, plain: str) -> None:
    paragraph = etree.SubElement(comment, W + "p")
    for text, strong in ((bold, True), (plain, False)):
        if not text:
            continue
        run = etree.SubElement(paragraph, W + "r")
        if strong:
            etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
        words = etree.SubElement(run, W + "t")
        words.text = one_line(text) + (" " if strong and plain else "")
        words.set(_XML_SPACE, "preserve")
