"""Normalised text: one spelling for what looks the same on paper, with a map back to the text it came from.

NFKC (ligatures, full-width forms, compatibility characters) with the exceptions a contract needs: trade mark signs and
superscript digits stay ("Airspan™" is no word "AirspanTM", a footnote mark no digit), "2½" becomes "2 1/2", not "21/2".
Curly quotes become straight, en dashes and the hyphens of PDF files "-", every space U+0020, every line break "\\n";
invisible and control characters go. The raised end of an ordinal is joined to its number again ("5 th", "5t h").
Tabs and newlines stay: joining lines is the readers' matter.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DOUBLE = "“”„‟«»″‶〝〞〟＂"
_SINGLE = "‘’‚‛‹›′‵`´＇"
# U+FFFE and U+0002 are what pdfium gives for the hyphen at a line end.
_HYPHEN = "\u2010\u2011\u2012\u2013\u2043\u2212\ufe58\ufe63\uff0d\ufffe\x02"
_BREAK = "\r\x0b\x0c\x85\u2028\u2029"
_BULLET = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06c\uf06e"
_KEPT = "™℠®©⁰¹²³⁴⁵⁶⁷⁸⁹¨¯¸…"

_FIXED: dict[str, str] = {
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_HYPHEN, "-"),
    **dict.fromkeys(_BREAK, "\n"),
    **dict.fromkeys(_BULLET, "•"),
    **{c: c for c in _KEPT},
    "…": "...",
    "\r\n": "\n",
    "\uf06f": "☐",
    "\uf0fe": "☒",
}
_FIXED.update({chr(0x2460 + n): f"({n + 1})" for n in range(20)})  # ① labels an item, so it reads "(1)"

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
                        "\ufe00-\ufe0f\U000e0000-\U000e0fff]")  # fmt: skip

# A stretch that may need work: a run without plain ASCII, with the plain character before it, to which its first
# mark may belong; or the ASCII spellings of quotes and line breaks.
_ENDING = " ?s ?t| ?n ?d| ?r ?d| ?t ?h"
"""The end of an ordinal that stood raised on the page, torn off or torn apart when the text was taken from it."""
_STRETCH = re.compile(rf"[\x20-\x7e]?[^\t\n\r\x20-\x7e]+|''|``|`|\r\n?|(?<=\d)(?=\S? )(?:{_ENDING})(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Normalised:
    """Normalised text and, for each of its characters, the offset in the original where that character comes from.
    `offsets` has one entry more than the text has characters: the length of the original."""

    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that became [start, end) of the normalised text."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        last = end
        while last < len(self.text) and self.offsets[last] == self.offsets[end - 1]:
            last += 1
        return self.offsets[start], self.offsets[last]


def normalise(text: str) -> str:
    """The text in normal spelling."""
    if text.isascii() and not _STRETCH.search(text):
        return text
    return _STRETCH.sub(lambda match: "".join(new for new, _ in _pieces(match.group(), _follows_digit(match))), text)


def normalise_mapped(text: str) -> Normalised:
    """The text in normal spelling with the offset in `text` of each character."""
    parts: list[str] = []
    offsets = array("I")
    done = 0
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        parts.append(text[done:start])
        offsets.extend(range(done, start))
        at = start
        for new, length in _pieces(match.group(), _follows_digit(match)):
            parts.append(new)
            offsets.extend([at] * len(new))
            at += length
        done = end
    parts.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Normalised("".join(parts), offsets)


def _follows_digit(match: re.Match[str]) -> bool:
    return match.start() > 0 and match.string[match.start() - 1].isdigit()


@lru_cache(maxsize=4096)
def _pieces(stretch: str, after_digit: bool) -> tuple[tuple[str, int], ...]:
    """The stretch cut into its smallest independent pieces: (normal spelling, length of the original) each."""
    if re.fullmatch(_ENDING, stretch):
        return tuple((match.group().strip(), len(match.group())) for match in re.finditer(r" ?\S", stretch))
    pieces: list[tuple[str, int]] = []
    at = 0
    while at < len(stretch):
        end = at + 1
        if stretch.startswith(("''", "``", "‘‘", "’’", "\r\n"), at):
            end = at + 2
            new = "\n" if stretch[at] == "\r" else '"'
        else:
            while end < len(stretch) and _belongs(stretch[at:end], stretch[end]):
                end += 1
            new = _spelling(stretch[at:end], after_digit)
        if new:
            after_digit = new[-1].isdigit()
        pieces.append((new, end - at))
        at = end
    return tuple(pieces)


def _belongs(before: str, char: str) -> bool:
    """Whether the character combines with the ones before it (accents, jamo, half-width voicing marks)."""
    if char in _FIXED or _INVISIBLE.match(char) or (len(before) == 1 and before in _FIXED):
        return False
    if len(before) > 16:
        return False
    whole = unicodedata.normalize("NFKC", before + char)
    return whole != unicodedata.normalize("NFKC", before) + unicodedata.normalize("NFKC", char) or (
        unicodedata.combining(char) != 0
    )


def _spelling(piece: str, after_digit: bool) -> str:
    fixed = _FIXED.get(piece)
    if fixed is not None:
        return fixed
    if _INVISIBLE.match(piece):
        return ""
    new = unicodedata.normalize("NFKC", piece)
    if "\u2044" in new:  # vulgar fractions
        new = new.replace("\u2044", "/")
        return " " + new if after_digit else new
    if new[0] == " " and len(new) > 1:  # a spacing accent: NFKC would tear it into space and mark
        return " " + piece[1:] if piece[0].isspace() else piece
    return " " if new.isspace() and new not in "\t\n" else new
