"""Words as phrases see them: runs of letters and digits, lower case, possessives dropped; a Japanese or Chinese
character is a word of its own. Everything between words (space, hyphen, comma, bracket, quotation mark) is alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD = re.compile(
    r"[0-9A-Za-zª-ʯͰ-῿]+(?:'(?:s|S)(?![0-9A-Za-z]))?"  # a word, with its possessive
    r"|[々〇぀-ヿ㐀-鿿豈-﫿]"  # one ideograph or kana
)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of the text, normalised, with its start and end."""
    for match in WORD.finditer(text):
        word = match.group().lower()
        yield (word[:-2] if word.endswith("'s") else word), match.start(), match.end()
