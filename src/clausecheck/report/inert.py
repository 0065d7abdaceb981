"""Words from a contract, made harmless for a terminal."""

from __future__ import annotations

import re

# Escapes and other control characters, and the invisible characters that reverse or hide text.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def inert(text: str) -> str:
    """The text with every control character shown as a picture of itself (ESC as "␛") or taken out, so that it can
    neither style nor move anything. Tabs and line ends stay."""
    return _CONTROL.sub(_picture, text)


def one_line(text: str) -> str:
    """The text made inert, on one line."""
    return inert(" ".join(text.split()))


_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _NO_XML.sub("", text)


def unarmed(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r")) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else ""
