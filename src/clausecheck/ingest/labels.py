"""Clause labels: every dress of numbering that contracts wear, found by one pattern and read as style and value."""

from __future__ import annotations

import re

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

# begins with white space, so that the search can skip from word to word: texts are searched with a newline before
LABEL = re.compile(
    r"[ \n](?:"
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


def lettered(text: str, dress: str) -> list[Reading]:
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
        return [("(n)", (int(inner),))] if inner.isdigit() else lettered(inner, "(?)")
    return lettered(match["letter"], "?" + match.group().rstrip()[-1])
