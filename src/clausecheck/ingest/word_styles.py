"""Paragraph and character styles of a Word file, resolved through what they are based on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausecheck.ingest.word_parts import Element, W, child, on, value, whole


@dataclass(frozen=True, slots=True)
class NumberReference:
    """A w:numPr: list and level, each None where it is not stated."""

    level: int | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Style:
    """One style. `outline` counts from 0; None where the style states none."""

    name: str
    based_on: str | None
    numbering: NumberReference | None
    outline: int | None
    hidden: bool | None


def number_reference(properties: Element | None) -> NumberReference | None:
    """The numbering that paragraph properties (w:pPr) state themselves."""
    element = child(properties, "numPr")
    if element is None:
        return None
    level = value(child(element, "ilvl"))
    return NumberReference(None if level is None else whole(level), value(child(element, "numId")))


class Styles:
    """All styles of the file by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        for element in root.iterfind(f"{W}style") if root is not None else ():
            id = element.get(f"{W}styleId", "")
            outline = value(child(element, "pPr", "outlineLvl"))
            vanish = child(element, "rPr", "vanish")
            self._styles[id] = Style(
                value(child(element, "name"), id) or id,
                value(child(element, "basedOn")),
                number_reference(child(element, "pPr")),
                None if outline is None else whole(outline, 9),
                None if vanish is None else on(vanish),
            )
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
                self.default = id

    def chain(self, id: str | None) -> tuple[tuple[str, Style], ...]:
        """The style and what it is based on, nearest first."""
        found: list[tuple[str, Style]] = []
        while id is not None and id in self._styles and len(found) < 40:
            if any(id == seen for seen, _ in found):
                break
            found.append((id, self._styles[id]))
            id = self._styles[id].based_on
        return tuple(found)

    def name(self, id: str | None) -> str:
        return self._styles[id].name if id in self._styles else id or ""

    def hidden(self, id: str | None) -> bool:
        return next((style.hidden for _, style in self.chain(id) if style.hidden is not None), False)

    def heading_level(self, id: str | None, properties: Element | None) -> int | None:
        """1 for "Heading 1" and whatever else Word shows on the first level of its outline; None for body text."""
        stated = value(child(properties, "outlineLvl"))
        if stated is not None:
            return whole(stated, 9) + 1 if whole(stated, 9) < 9 else None
        for _, style in self.chain(id):
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else None
            if match := re.fullmatch(r"heading (\d)", style.name, re.IGNORECASE):
                return int(match[1])
        return None
