"""Words from a contract, made harmless for terminals, files and spreadsheets."""

from __future__ import annotations

import re

# Escapes and other control characters, the invisible characters that reverse or hide text, and what is no character.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
                      "\ud800-\udfff\ufffe\uffff]")  # fmt: skip


def inert(text: str) -> str:
    """The text with every control character shown as a picture of itself (ESC as "␛") or taken out, so that it can
    neither style nor move anything. Tabs and line ends stay."""
    return _CONTROL.sub(_picture, text)


def one_line(text: str) -> str:
    """The text made inert, on one line."""
    return inert(" ".join(text.split()))


def unarmed(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r")) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF or code >= 0xFFFE:
        return "\ufffd"
    return "\u2421" if code == 0x7F else ""
