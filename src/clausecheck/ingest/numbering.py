"""Clause labels: every dress of numbering that contracts wear, found by one pattern and read as style and value.

A candidate is only something that looks like a label. Whether it is one is for the outline to say, from the
sequence in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from clausecheck.model.document import Paragraph

Left = Literal["start", "stop", "semi", "weak"]
Reading = tuple[str, tuple[int, ...]]

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen "
    "nineteen twenty"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_SPELLED = {w: i for i, w in enumerate(_WORDS.split(), 1)} | {w: i for i, w in enumerate(_ORDINALS.split(), 1)}
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:x{0,3}|xl|l x{0,3})(?:ix|iv|v?i{0,3})$")

LABEL = re.compile(
    r"(?<!\S)(?:"
    r"(?P<word>ARTICLE|Article|SECTION|Section|SECTIONS?|Sec\.|SEC\.|§§?|CLAUSE|Clause|PART|Part|CHAPTER"
    r"|Chapter|ITEM|Item)[ \n]{0,3}"
    r"(?P<wordnum>\d{1,3}(?:\.\d{1,3}){0,3}(?![\d,])|[IVXL]{1,7}(?![A-Za-z])|[A-H](?![A-Za-z']|\.\d)"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b)"
    r"[.:)]?"
    r"|第\s?(?P<kanji>\d{1,3}|[一二三四五六七八九十百]{1,5})\s?(?P<unit>条|條|項|号|章|節)(?:の\d{1,2})?"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}(?![\d,])){1,4})(?!\.[A-Z]\b|\.[a-z]\b|\.\([a-z]|\.\d)[.)]?(?![\d%$/])"
    r"|(?P<int>\d{1,2})[ ]?[.)](?![\d])"
    r"|(?P<bare>\d{1,2})(?!\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)(?=(?:\s{1,4}|\s*[-–—:]\s*)[\"(]?[A-Z\u3040-\u9fff])"
    r"|(?P<glued>\d{1,2}(?:\.\d{1,2})*)(?=\([a-z]{1,4}\))"
    r"|\([ ]?(?P<paren>[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|[IVX]{1,5}|\d{1,2})[ ]?\)"
    r"|(?P<letter>[A-Za-z]|[ivx]{2,5}|[IVX]{2,5}|(?P<twice>[a-z])(?P=twice))[.)](?=[\s\"(A-Z])"
    r")"
)
_NESTED = re.compile(r"\s{0,2}\(\s?(?P<paren>[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2}|\d{1,2})\s?\)")
_REFERRING = re.compile(
    r"(?:\b(?:Sections?|Sec|Articles?|Art|Clauses?|Paragraphs?|Para|Sub-?(?:section|clause|paragraph)s?"
    r"|Exhibits?|Schedules?|"
    r"Annex(?:es)?|Append(?:ix|ices)|Attachments?|Parts?|Items?|Rules?|Regulations?|Nos?|Page|Pages|Figure"
    r"|Table|Phase|"
    r"Chapter|Title|Form|Version|Suite|Level|Tier|Class|Type|Series|Amendment|points?|numbers?|steps?|P\.?O|"
    r"Box|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\.?|§)\s*$",
    re.IGNORECASE,
)
_CHAINED = re.compile(
    r"(?:Sections?|Articles?|Clauses?|Paragraphs?|Subsections?|Exhibits?|Schedules?|§§?)\s[^.;]{0,40}?"
    r"(?:\b(?:and|or|through|to|and/or)|[,&-])\s*$",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(?:in|of|under|with|to|this|these|and|or|by|per|see|from|the|such|that|said|pursuant|through|at|for)\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[;,:.]\s*(?:and|or|and/or|but|plus)?,?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that looks like a label. `readings` are (style, value) pairs: "(i)" is letter nine or roman one.
    Styles: word ("Article", "Section"), decimal, n (1.), n) , (n), a., a), (a), i., i), (i), and capitals of these.
    `left` says what stands before it: the start of a paragraph, a full stop or colon, a semicolon, or words."""

    start: int
    end: int
    label: str
    readings: tuple[Reading, ...]
    left: Left
    paragraph: int
    bare: bool = False
    colon: bool = False
    lower: bool = False
    automatic: bool = False


def roman(text: str) -> int:
    """Value of a roman numeral, 0 where it is none."""
    text = text.lower()
    if not text or any(c not in _ROMAN for c in text):
        return 0
    total = 0
    for this, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[this]
        total += -value if after and _ROMAN[after] > value else value
    return total if 0 < total < 90 and to_roman(total) == text else 0


def to_roman(value: int) -> str:
    """Roman numeral in small letters."""
    out = ""
    for size, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while value >= size:
            out += sign
            value -= size
    return out


def letter(text: str) -> int:
    """Place in the alphabet: a is 1, z 26, aa 27; 0 for other pairs."""
    text = text.lower()
    if len(text) == 1 and text.isascii() and text.isalpha():
        return ord(text) - 96
    if len(text) == 2 and text[0] == text[1]:
        return 26 + ord(text[0]) - 96
    return 0


def kanji(text: str) -> int:
    """Value of a number in kanji or digits."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for sign in text:
        if sign in _KANJI:
            digit = _KANJI[sign]
        else:
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
    return total + digit


def _lettered(text: str, dress: str) -> list[Reading]:
    small = text[0].islower()
    readings: list[Reading] = []
    if value := letter(text):
        readings.append((dress.replace("?", "a" if small else "A"), (value,)))
    if value := roman(text):
        readings.append((dress.replace("?", "i" if small else "I"), (value,)))
    return readings


def read_label(match: re.Match[str]) -> list[Reading]:
    """The ways in which a label can be read."""
    if match["word"]:
        number = match["wordnum"]
        name = match["word"].lower().rstrip("s")
        name = "section" if name in {"sec.", "§", "§§"} else name
        if number[0].isdigit():
            parts = tuple(int(part) for part in number.split("."))
            if len(parts) == 2 and parts[1] == 0 and not number.endswith("00"):
                parts = parts[:1]
            return [(name if len(parts) == 1 else "decimal", parts)]
        if value := _SPELLED.get(number.lower(), 0):
            return [(name, (value,))]
        return [(name, (value,)) for value in (roman(number), letter(number)) if value]
    if match["kanji"]:
        return [(match["unit"], (kanji(match["kanji"]),))]
    if match["decimal"]:
        parts = tuple(int(part) for part in match["decimal"].replace(" ", "").split("."))
        if len(parts) == 2 and parts[1] == 0:
            return [("n", parts[:1])]
        return [("decimal", parts)]
    if match["int"]:
        closing = match.group().rstrip()[-1]
        return [("n" if closing == "." else "n)", (int(match["int"]),))]
    if match["bare"]:
        return [("n", (int(match["bare"]),))]
    if match["glued"]:
        parts = tuple(int(part) for part in match["glued"].split("."))
        return [("n" if len(parts) == 1 else "decimal", parts)]
    if match["paren"]:
        inner = match["paren"]
        return [("(n)", (int(inner),))] if inner.isdigit() else _lettered(inner, "(?)")
    return _lettered(match["letter"], "?" + match.group().rstrip()[-1])


def candidates(text: str, paragraphs: Sequence[Paragraph]) -> list[Candidate]:
    """Everything in the text that looks like a clause label, in order."""
    starts = [p.span.start for p in paragraphs]
    found: list[Candidate] = []
    for match in LABEL.finditer(text):
        start = match.start()
        found_in = bisect_right(starts, start) - 1
        begin = starts[found_in] if found_in >= 0 else 0
        if found_in >= 0 and paragraphs[found_in].place not in {"body", "table", "textbox"}:
            continue
        before = text[max(begin, start - 60) : start].rstrip()
        left: Left
        if not before.strip("•●·*-–—_>§\"'“ ") and start - begin < 60:
            left = "start"
        elif before[-1] in ";,":
            left = "semi"
        elif (
            before[-1] in ".:!?—。"
            or (before[-1] in "\"')]_" and before[-2:-1] in tuple(".:;!?_"))
            or before[-1] == "_"
        ):
            left = "stop"
        elif _JOINED.search(before) or before.endswith((" and", " or", ",and")):
            left = "semi"
        else:
            left = "weak"
        readings = read_label(match)
        if not readings:
            continue
        if left != "start":
            if match["bare"] or match["glued"]:
                continue
            if _REFERRING.search(before) or (match["paren"] is None and _CHAINED.search(before)):
                continue
            if match["word"] and left in {"weak", "semi"} and _OBLIQUE.search(before):
                continue
            if (
                (
                    match["word"]
                    and left in {"weak", "semi"}
                    and not match["word"].isupper()
                    and text[match.end() : match.end() + 1] not in ".:"
                )
                and not before[-1:].isupper()
                and not before[-1].isdigit()
            ):
                continue
        after = text[match.end() : match.end() + 4].lstrip()[:1]
        lower = after.islower()
        if left != "start" and match["paren"] is None and (lower or after in tuple(",;)%$")):
            continue
        if match["paren"] and after in tuple(",;).") and left != "start":
            continue
        if match["decimal"] and left == "start" and (after in tuple("%,;)") or lower):
            continue
        found.append(
            Candidate(
                start=start,
                end=match.end(),
                label=match.group().strip(),
                readings=tuple(readings),
                left=left,
                paragraph=found_in,
                bare=match["bare"] is not None,
                colon=before[-1:] in {":", "—"},
                lower=lower,
                automatic=found_in >= 0 and left == "start" and bool(paragraphs[found_in].label),
            )
        )
        position = match.end()
        while nested := _NESTED.match(text, position):
            if match["paren"] and not nested.group().startswith(" ") and left != "start":
                break
            inner = nested["paren"]
            inner_readings = [("(n)", (int(inner),))] if inner.isdigit() else _lettered(inner, "(?)")
            if inner_readings and not nested.group()[0].isspace():
                found.append(
                    Candidate(
                        nested.start(),
                        nested.end(),
                        nested.group().strip(),
                        tuple(inner_readings),
                        "start" if left == "start" else "stop",
                        found_in,
                    )
                )
            else:
                break
            position = nested.end()
    return _attached(text, found)


def _attached(text: str, found: list[Candidate]) -> list[Candidate]:
    """Without labels that stand in a column of their own, four or more in a row: their text is elsewhere; and
    without a label that is printed twice."""
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in found:
        if run and (candidate.start < run[-1].end or not text[run[-1].end : candidate.start].strip()):
            run.append(candidate)
            continue
        kept.extend(run if len(run) < 4 else ())
        run = [candidate]
    kept.extend(run if len(run) < 4 else ())
    return [
        candidate
        for candidate, after in zip(kept, [*kept[1:], None], strict=False)
        if after is None or candidate.readings != after.readings or text[candidate.end : after.start].strip()
    ]
