"""The number formats of Word (ST_NumberFormat): how the value 12 is written as xii, L, 十二, Twelfth …"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_KANJI = "〇一二三四五六七八九"
_FORMAL = "零壱弐参四伍六七八九"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HALF_WIDTH = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFF66, 0xFF9E)}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_ONES = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
    "Eighteen Nineteen"
).split()
_TENS = "_ _ Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()
_IRREGULAR = {"One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth", "Nine": "Ninth",
              "Twelve": "Twelfth"}  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHAPTERS = 32_000  # Word counts no further


def written(value: int, form: str) -> str:
    """The value in a number format; an unknown format gives plain digits."""
    if not 0 <= value <= _CHAPTERS:
        return str(value)
    write = _FORMS.get(form)
    return write(value) if write else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    """a … z, aa, bb: the sign repeats once more each time round."""
    return lambda n: signs[(n - 1) % len(signs)] * ((n - 1) // len(signs) + 1) if n else ""


def _half_width(signs: str) -> Callable[[int], str]:
    return lambda n: "".join(_HALF_WIDTH.get(c, c) for c in _cycle(signs)(n))


def roman(value: int) -> str:
    out = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            out += sign
            value -= worth
    return out


def _kanji(value: int, digits: str = _KANJI, units: str = "千百十万", ones: bool = False) -> str:
    if value <= 0:
        return digits[0]
    high, low = divmod(value, 10_000)
    out = _kanji(high, digits, units, ones) + units[3] if high else ""
    for worth, unit in ((1000, units[0]), (100, units[1]), (10, units[2])):
        count, low = divmod(low, worth)
        if count:
            out += (digits[count] if count > 1 or ones else "") + unit
    return out + (digits[low] if low else "")


def _cardinal(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10].lower()}" if value % 10 else "")
    if value < 1000:
        rest = f" {_cardinal(value % 100).lower()}" if value % 100 else ""
        return f"{_ONES[value // 100]} hundred{rest}"
    return str(value)


def _ordinal_text(value: int) -> str:
    head, joint, last = _cardinal(value).rpartition("-")
    if head:
        return f"{head}{joint}{_ordinal_text(value % 10).lower()}"
    return _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def _ordinal(value: int) -> str:
    return f"{value}th" if 10 <= value % 100 <= 20 else f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _circled(value: int) -> str:
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= value <= last:
            return chr(start + value - first)
    return str(value)


def _full_width(value: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(value))


def _digits(value: int) -> str:
    return "".join(_KANJI[int(c)] for c in str(value))


def _formal(value: int) -> str:
    return _kanji(value, _FORMAL, "阡百拾萬", True)


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda n: "",
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _cycle(_LATIN),
    "upperLetter": _cycle(_LATIN.upper()),
    "lowerRoman": lambda n: roman(n).lower(),
    "upperRoman": roman,
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "ordinalText": _ordinal_text,
    "hex": lambda n: f"{n:X}",
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "japaneseCounting": _kanji,
    "chineseCounting": _kanji,
    "chineseCountingThousand": _kanji,
    "taiwaneseCounting": _kanji,
    "taiwaneseCountingThousand": _kanji,
    "koreanCounting": _kanji,
    "japaneseLegal": _formal,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "aiueoFullWidth": _cycle(_AIUEO),
    "aiueo": _half_width(_AIUEO),
    "irohaFullWidth": _cycle(_IROHA),
    "iroha": _half_width(_IROHA),
}
