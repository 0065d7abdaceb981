"""Numbers as contracts write them: digits, English words, both at once, Japanese numerals, blanks.

The fragments (`WORDS`, `DIGITS`, `QUANTITY`, `KANJI`) are regular expressions without groups of their own, to be put
into larger patterns compiled with IGNORECASE; every repetition in them is bounded. The functions read what was matched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "zero": 0,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "ninetieth": 90,
}  # fmt: skip

_GAP = r"[\s-]{1,3}"
_UNIT = (
    "(?:one|two|three|four(?:teen)?|five|fifteen|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?"
    "|ten|eleven|twelve|thirteen|zero)"
)
_TEN = "(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)"
_BELOW_100 = rf"(?:{_TEN}(?:[\s-]{{0,3}}(?:one|two|three|four|five|six|seven|eight|nine)(?![a-z]))?|{_UNIT})"
_SCALE = "(?:thousand|million|billion)"
_HALF = r"(?:\s{1,2}and\s{1,2}(?:one[\s-]half|a\s{1,2}half))"
_FULL = rf"{_BELOW_100}(?:{_GAP}hundred(?:{_GAP}(?:and{_GAP})?{_BELOW_100})?)?"
_MORE = rf"(?:{_GAP}{_SCALE}(?:,?{_GAP}(?:and{_GAP})?{_FULL})?){{0,3}}"
WORDS = rf"(?<![a-z])(?:{_FULL}|an?\s{{1,2}}hundred|an?\s{{1,2}}(?={_SCALE})){_MORE}{_HALF}?(?![a-z])"
"""A number in English words: "thirty", "one hundred and eighty", "two and one-half"."""

GROUPED = (
    r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?(?!\d)|\d{1,3}(?:\.\d{3}){1,4},\d{1,2}(?!\d)|\d{1,3}(?:'\d{3})"
    r"{1,4}(?:\.\d{1,2})?(?!\d)|\d{1,3}(?:\.\d{3}){2,4}(?!\d)"
)
_FRACTION = r"\d{1,2}[\s-]1[/⁄]2|\d?1⁄2|\d{0,2}\s?½|1/2"
DIGITS = rf"(?<![\d.,])(?:{_FRACTION}|{GROUPED}|\d{{1,9}}(?:[.,]\d{{1,4}})?(?!\d))"
"""A number in digits with American, European or Swiss separators."""

_OCR = r"(?<![\w.,])(?:\d(?:\s\d){1,2}|[lI]\d{1,2}|[lI\d]?\dO)(?![\w.,/⁄])"
BLANK = r"(?:\[\s?_{1,40}\s?\]|_{2,40}|\[\s{0,4}[●•○◦∙]\s{0,4}\]|[●•]|\[\s{1,12}\]|\(\s{2,12}\)|(?<![.])\.{5,40})"
"""A place left to fill in."""
REDACTED = (
    r"(?:\[\s?(?:\*\s?){1,12}\]|\(\s?(?:\*\s?){2,6}\)|\*{2,20}|\[\s?(?:redacted|omitted|confidential)[^\]]{0,60}\])"
)
"""A passage kept back from a public filing."""

_ONE = rf"(?:{WORDS}|{_OCR}|{DIGITS}|{BLANK}|{REDACTED})"
_PLAIN = rf"(?:{DIGITS}|{_OCR}|{WORDS}|{BLANK}|{REDACTED})"
QUANTITY = (
    rf"(?:(?:{WORDS}_{{0,3}}|{BLANK}|{REDACTED})\s{{0,2}}[(\[]?[\s_]{{0,3}}#?{_PLAIN}[\s_]{{0,3}}[)\]]"
    rf"|{DIGITS}\s{{0,2}}\(\s{{0,2}}{_ONE}\s{{0,2}}\)"
    rf"|\(\s{{0,2}}{DIGITS}\s{{0,2}}\)\s{{0,2}}{WORDS}"
    rf"|{_ONE})"
)
"""A number, a number said twice, or the place where one is missing: "thirty (30)", "5 (five)", "(5) five", "____"."""

KANJI = "[〇零一二三四五六七八九十百千万億兆壱壹弐貳参參拾萬阡仟佰]"
"""One character of a Japanese numeral."""
_KANJI_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_DAIJI = str.maketrans("壱壹弐貳参參拾萬阡仟佰", "一一二二三三十万千千百")
_KANJI_SMALL = {"十": 10, "百": 100, "千": 1_000}
_KANJI_LARGE = {"万": 10_000, "億": 100_000_000, "兆": 1_000_000_000_000}
JAPANESE = (
    rf"(?:(?<![\d.,])\d{{1,12}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?{KANJI}{{0,2}}|{KANJI}{{1,12}})"
    rf"(?:\d{{1,4}}(?:,\d{{3}})?{KANJI}{{1,3}}){{0,3}}"
)
"""A number in Japanese text: "1,000", "八千万", "1億2,000万"."""

_WORD = re.compile("[a-z]+")
_SPELLED = re.compile(WORDS, re.I)
_FIGURES = re.compile(rf"{_OCR}|{DIGITS}", re.I)
_BLANK = re.compile(BLANK)
_REDACTED = re.compile(REDACTED, re.I)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a `QUANTITY` says. `value` is None where it is blank or redacted; `conflict` is (words, digits)."""

    value: float | None
    state: Literal["", "blank", "redacted"] = ""
    conflict: tuple[float, float] | None = None
    note: str = ""


def spelled(text: str) -> float | None:
    """The value of English number words, or None: "one hundred and eighty" is 180, "two and one-half" 2.5."""
    total = current = 0.0
    seen = False
    words = _WORD.findall(text.lower())
    for place, word in enumerate(words):
        if word in _ONES:
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _ORDINALS and place == len(words) - 1:
            current += _ORDINALS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
        elif word == "half":
            # "two and one-half": the "one" before "half" was counted
            current += -0.5 if words[place - 1] == "one" else 0.5
        elif word in ("and", "a", "an"):
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def digits(text: str, european: bool = False) -> float | None:
    """The value of a number in digits, or None. `european` reads a lone "1.500" as fifteen hundred."""
    text = text.strip()
    fraction = re.fullmatch(r"(?:(\d{1,2})[\s-])?1[/⁄]2|(\d)1⁄2|(\d{0,2})\s?½", text)
    if fraction:
        return float(fraction[1] or fraction[2] or fraction[3] or 0) + 0.5
    text = re.sub(r"[lI]", "1", re.sub(r"[oO]", "0", text))
    text = re.sub(r"[\s']", "", text)
    comma, dot = text.rfind(","), text.rfind(".")
    if comma >= 0 and dot >= 0:
        text = text.replace(".", "").replace(",", ".") if comma > dot else text.replace(",", "")
    elif comma >= 0:
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+", text)
        text = text.replace(",", "" if grouped else ".")
    elif dot >= 0 and (text.count(".") > 1 or (european and re.fullmatch(r"\d{1,3}\.\d{3}", text))):
        text = text.replace(".", "")
    try:
        return float(text)
    except ValueError:
        return None


def kanji(text: str) -> float | None:
    """The value of a Japanese number, or None: "八千万", "1億2,000万", "二〇二八", "壱百", "0.8億"."""
    text = text.translate(_DAIJI).strip()
    if not text:
        return None
    if all(character in _KANJI_DIGITS for character in text):
        return float("".join(str(_KANJI_DIGITS[character]) for character in text))
    total = section = current = 0.0
    pending = False
    for part in re.finditer(r"\d[\d,]*(?:\.\d+)?|.", text):
        token = part[0]
        if token[0].isdigit():
            current, pending = float(token.replace(",", "")), True
        elif token in _KANJI_DIGITS:
            current, pending = current * 10 + _KANJI_DIGITS[token] if pending else float(_KANJI_DIGITS[token]), True
        elif token in _KANJI_SMALL:
            section += (current if pending else 1) * _KANJI_SMALL[token]
            current, pending = 0.0, False
        elif token in _KANJI_LARGE:
            total += (section + current or 1) * _KANJI_LARGE[token]
            section, current, pending = 0.0, 0.0, False
        else:
            return None
    return total + section + current


def quantity(text: str) -> Quantity:
    """Read a `QUANTITY`. Where words and digits disagree the words win and both are kept."""
    word_match, figure_match = _SPELLED.search(text), _FIGURES.search(text)
    words = spelled(word_match[0]) if word_match else None
    figures = digits(figure_match[0]) if figure_match else None
    note = ""
    if figure_match and re.search(r"[a-z\s]", figure_match[0], re.I) and not re.search("[⁄/½]", figure_match[0]):
        note = "OCR split"
    if words is not None and figures is not None:
        if words != figures and text.lstrip().startswith("("):
            return Quantity(words)  # "(2) ninety-five percent": the figure numbers a list
        return Quantity(words, conflict=None if words == figures else (words, figures), note=note)
    value = words if words is not None else figures
    if value is not None:
        return Quantity(value, note=note)
    return Quantity(None, "redacted" if _REDACTED.search(text) else "blank")
