"""Automatic numbering of a Word file: the label that Word prints before each numbered paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clausecheck.ingest.word_counting import written
from clausecheck.ingest.word_parts import Element, W, child, on, value, whole
from clausecheck.ingest.word_styles import NumberReference, Styles


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is the pattern ("%1.%2"); `restart` the level (from 1) whose step restarts it, 0 for
    never, None for any higher one; `legal` turns the numbers of all levels into digits."""

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None
    style: str | None


@dataclass(frozen=True, slots=True)
class Override:
    """What one use of a list changes in a level."""

    start: int | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Abstract:
    """A list definition; `link` names the numbering style that holds its levels instead."""

    levels: dict[int, Level]
    link: str | None


@dataclass(slots=True)
class _Counter:
    """How far the numbers of a list definition have come: shared by every use of it."""

    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Hands out labels in document order: `label` must be asked once for every numbered paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Abstract] = {}
        self._uses: dict[str, tuple[str, dict[int, Override]]] = {}
        self._linked: dict[str, str] = {}
        self._by_style: dict[tuple[str, str], int] = {}
        self._counters: dict[str, _Counter] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        for element in root.iterfind(f"{W}abstractNum"):
            id = element.get(f"{W}abstractNumId", "")
            levels = {whole(lvl.get(f"{W}ilvl")): _level(lvl) for lvl in element.iterfind(f"{W}lvl")}
            self._abstracts[id] = Abstract(levels, value(child(element, "numStyleLink")))
            if style := value(child(element, "styleLink")):
                self._linked[style] = id
            self._by_style.update({(id, level.style): at for at, level in levels.items() if level.style})
        for element in root.iterfind(f"{W}num"):
            abstract = value(child(element, "abstractNumId"))
            if abstract is not None:
                self._uses[element.get(f"{W}numId", "")] = (abstract, _overrides(element))

    def label(self, style: str | None, own: NumberReference | None) -> str:
        """The label of the next paragraph with this style and its own numbering; "" where it has none."""
        at, number = self._reference(style, own)
        if number is None or number not in self._uses:
            return ""
        id, overrides = self._uses[number]
        id = self._resolve(id)
        levels = dict(self._abstracts[id].levels) if id in self._abstracts else {}
        levels.update({k: override.level for k, override in overrides.items() if override.level})
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counters.setdefault(id, _Counter()).values
        self._start_over(number, at, overrides, counts)
        counts[at] = counts.get(at, level.start - 1) + 1
        for lower in [k for k in counts if k > at]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart != 0 and at < restart):
                del counts[lower]
        for higher in range(at):
            counts.setdefault(higher, levels[higher].start if higher in levels else 1)
        if level.form == "bullet":
            return level.text or "•"
        return re.sub(r"%([1-9])", lambda match: _figure(int(match[1]) - 1, at, level, levels, counts), level.text)

    def _start_over(self, number: str, at: int, overrides: dict[int, Override], counts: dict[int, int]) -> None:
        """The first paragraph of a use that states its own start begins there."""
        for k, override in overrides.items():
            if override.start is not None and k <= at and (number, k) not in self._started:
                self._started.add((number, k))
                counts[k] = override.start - 1
                for lower in [q for q in counts if q > k]:
                    del counts[lower]
                if k < at:
                    counts[k] = override.start

    def _reference(self, style: str | None, own: NumberReference | None) -> tuple[int, str | None]:
        """Level and list of a paragraph: stated by itself, or by its style and what that is based on."""
        level = own.level if own else None
        number = own.number if own else None
        for id, item in self._styles.chain(style or self._styles.default):
            if number is not None and level is not None:
                break
            if item.numbering is None:
                continue
            if number is None and item.numbering.number is not None:
                number = item.numbering.number
                if level is None and number in self._uses:
                    level = self._by_style.get((self._resolve(self._uses[number][0]), id))
            if level is None:
                level = item.numbering.level
        return level or 0, None if number == "0" else number

    def _resolve(self, id: str) -> str:
        abstract = self._abstracts.get(id)
        if abstract and abstract.link and abstract.link in self._linked:
            return self._linked[abstract.link]
        return id


def _figure(k: int, at: int, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    """The number of level `k` inside the label of level `at`."""
    shown = levels.get(k)
    if shown is None or k > at:
        return ""
    legal = level.legal and shown.form not in {"decimal", "decimalZero"}
    return written(counts.get(k, shown.start), "decimal" if legal else shown.form)


def _level(element: Element) -> Level:
    restart = value(child(element, "lvlRestart"))
    return Level(
        start=whole(value(child(element, "start")), 0),
        form=value(_number_format(element), "decimal") or "decimal",
        text=value(child(element, "lvlText"), "") or "",
        legal=on(child(element, "isLgl")),
        restart=None if restart is None else whole(restart),
        style=value(child(element, "pStyle")),
    )


def _number_format(element: Element) -> Element | None:
    """The format, also where newer Word wraps it in mc:AlternateContent: the fallback names one that all know."""
    plain = child(element, "numFmt")
    if plain is not None:
        return plain
    wrapped = list(element.iter(f"{W}numFmt"))
    return wrapped[-1] if wrapped else None


def _overrides(element: Element) -> dict[int, Override]:
    found: dict[int, Override] = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        start, level = value(child(override, "startOverride")), child(override, "lvl")
        found[whole(override.get(f"{W}ilvl"))] = Override(
            None if start is None else whole(start), None if level is None else _level(level)
        )
    return found
