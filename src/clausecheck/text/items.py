"""Lists inside a sentence: "(a) …; (b) …; or (c) …", and "a. …; b. …; and c. …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?<![\w)])\((?:([a-z]{1,2})|([A-Z])|(\d{1,2}))\)(?=\s?[^\s,.;:)])"
    r"|(?:(?<=[;:]\s)|(?<=[;,]\sand\s)|(?<=[;,]\sor\s))([a-z])\.(?=\s[a-z])"
)
_ROMAN = {
    n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1)
}
_REFERRING = re.compile(
    r"(?:\b(?:sections?|articles?|clauses?|paragraphs?|sub-?(?:section|clause|paragraph)s?|items?|exhibits?"
    r"|schedules?|parts?|"
    r"rules?|regulations?|subparts?|either|both|points?|numbers?)\s+(?:\S{1,8}\s?)?|\d\s?|[)]\s*(?:and|or"
    r"|through|to|,)\s*)$",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|"
    r"eighty|ninety|hundred|teen|first|second|third|fourth|fifth)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An enumerator at `start`. `opens` is True for the first of a list; `depth` counts from 0."""

    start: int
    opens: bool
    depth: int


@dataclass(slots=True)
class OpenList:
    style: str
    value: int


def _readings(match: re.Match[str]) -> list[tuple[str, int]]:
    small, large, digits, dotted = match.groups()
    if dotted:
        return [("a.", ord(dotted) - 96)]
    if digits:
        return [("1", int(digits))]
    if large:
        return [("A", ord(large) - 64)] + ([("I", _ROMAN[large.lower()])] if large.lower() in _ROMAN else [])
    out = []
    if len(small) == 1:
        out.append(("a", ord(small) - 96))
    elif small[0] == small[1] and small not in _ROMAN:
        out.append(("a", 26 + ord(small[0]) - 96))
    if small in _ROMAN:
        out.append(("i", _ROMAN[small]))
    return out


def items(text: str, start: int, end: int, lists: list[OpenList]) -> list[Item]:
    """The enumerators in a sentence. `lists` are those still open from the sentence before; it is kept up to date."""
    marks: list[tuple[int, list[tuple[str, int]]]] = []
    for match in _ITEM.finditer(text, start, end):
        before = text[max(start, match.start() - 30) : match.start()]
        readings = _readings(match)
        if not readings or (_REFERRING.search(before) and not re.search(r"[;:,]\s*$|\beither\s*$|\bboth\s*$", before)):
            continue
        if readings[0][0] == "1" and _SPELLED.search(before):
            continue
        if re.match(r"\s*(?:and|or|through|to|above|below|hereof|thereof|of)\b", text[match.end() : match.end() + 12]):
            continue
        marks.append((match.start(), readings))
    out: list[Item] = []
    last = {reading: index for index, (_, readings) in enumerate(marks) for reading in readings}
    for index, (at, readings) in enumerate(marks):
        placed = False
        for depth in range(len(lists) - 1, -1, -1):
            if any(r == (lists[depth].style, lists[depth].value + 1) for r in readings):
                romans = next((r for r in readings if r == ("i", 1)), None)
                if romans and lists[depth].style == "a" and last.get(("i", 2), -1) > index:
                    continue
                lists[depth].value += 1
                del lists[depth + 1 :]
                out.append(Item(at, False, depth))
                placed = True
                break
        if placed:
            continue
        for style, value in readings:
            if value == 1 and last.get((style, 2), -1) > index:
                kept = next((i for i, known in enumerate(lists) if known.style == style), len(lists))
                del lists[kept:]
                lists.append(OpenList(style, 1))
                out.append(Item(at, True, len(lists) - 1))
                break
    return out
