"""What a heading looks like: a few words, capitalised like a title, that state nothing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][A-Za-z'’.&-]*")
_SMALL = frozenset(
    "a an and any as at between by for from if in into its of on or other per than that the their this to under upon "
    "via vs with within without & no not etc et al".split()
)
VERBS = frozenset(
    "is are was were be been shall will may must can has have had agrees agree does do means mean hereby herein "
    "acknowledges represents warrants grants makes".split()
)
_RUN_IN_STOP = re.compile(r"[.:](?:\s*[-–—]+)?(?=\s|$|\(|\")|\s+[-–—]+\s+|(?<=\w)[—–]\s?|(?<=[a-z]{3})\.(?=[A-Z])")
_CAPS_RUN = re.compile(
    r"(?:[A-Z0-9][A-Z0-9'&/.-]*|[-–—&/]|\([A-Z0-9 &/,-]+\))(?:[,;]?\s+(?:[A-Z0-9][A-Z0-9'&/.-]*|[-–—&/]"
    r"|\([A-Z0-9 &/,-]+\))(?![a-z]))*"
)
_PAGE = re.compile(r"\bpage \d|^\W*\d+\W*$|^(?:by|name|title|date|its)\s*:", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:IS|ARE|SHALL|WILL|MUST|HAS|HAVE|MAKES|AGREES?|DOES|ACKNOWLEDGES?|HEREBY|MAY (?=[A-Z]{3})|FOR MONEYS"
    r"|BEEN|BELONGS?|CANNOT|UNDERTAKES|COVENANTS|APPLIES|APPLY|GOVERNS|CONTAINS|ENDS|REMAINS?|RETAINS|RESERVES|KEEPS)\b"
)
_ITEM_END = re.compile(r"[;,](?:\s+(?:and|or|and/or))?$", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Corp|Co|No|Nos|Sec|Art|vs?|Mr|Mrs|Ms|Dr|St|U\.S|e\.g|i\.e)|\b[A-Z])\.$")


def titled(words: str, *, limit: int = 12) -> bool:
    """Whether the words are capitalised like a title: every word but the small ones begins with a capital."""
    found = _WORD.findall(words)
    if not found or len(found) > limit:
        return False
    if not (found[0][0].isupper()):
        return False
    low = 0
    for word in found:
        if word[0].islower():
            if word in VERBS:
                return False
            if word not in _SMALL:
                low += 1
    return low == 0


def capitals(words: str) -> bool:
    """Whether the words are written in capitals."""
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_headline(line: str) -> bool:
    """Whether a paragraph by itself is a heading: short, capitalised, without a stop at its end."""
    line = line.strip()
    if not line or len(line) > 110 or (line[-1] in ";,!?)" and not capitals(line)) or _ITEM_END.search(line):
        return False
    if _PAGE.search(line):
        return False
    if line[-1] == "." and not (capitals(line) and len(line) < 80):
        return False
    if (
        "____" in line
        or line.count('"') > 2
        or (re.search(r"[.:;] +\S", line) and not capitals(line))
        or re.search(r"\d{3,}|@|\$", line)
    ):
        return False
    if capitals(line):
        return len(_WORD.findall(line)) <= 14
    return titled(line.rstrip(":"), limit=10) and len(line) <= 80


def run_in(text: str, start: int, end: int) -> int:
    """End of the heading that begins at `start` and runs into its clause ("Term. This Agreement …"); `start` where
    there is none. `end` is where the paragraph, or the text before the next label, ends."""
    while start < end and text[start].isspace():
        start += 1
    window = text[start : min(end, start + 140)]
    if not window or not (window[0].isupper() or window[0] in "\"'([_"):
        return start
    rest = text[start:end].strip()
    if len(rest) <= 110 and is_headline(rest) and not _SAYS.search(rest):
        return start + len(rest)
    for stop in _RUN_IN_STOP.finditer(window):
        head = window[: stop.start()]
        if stop.group()[0] == "." and _ABBREVIATED.search(window[: stop.end()]) and not capitals(head):
            continue
        if len(head) > 110 or (capitals(head) and _SAYS.search(head)):
            break
        if '"' in head or "____" in head:
            break
        if titled(head, limit=14) or (capitals(head) and len(head) <= 110):
            follows = window[stop.end() :].lstrip()[:1]
            if stop.group()[0] in ".:" or stop.group().strip() in "-–—":
                if follows and follows.islower() and stop.group().strip() not in {":", "-", "–", "—"}:
                    return start
                return start + stop.end() if stop.group()[0] in ".:" else start + stop.start()
        break
    return _caps_lead(text, start, end, window)


def _caps_lead(text: str, start: int, end: int, window: str) -> int:
    """End of a heading in capitals with no stop after it ("TERM The term of …")."""
    run = _CAPS_RUN.match(window)
    if not run or run.end() >= len(window) - 1:
        return start
    words = run.group().split()
    follows = window[run.end() :].lstrip()[:1]
    if follows == ";":
        return start
    if follows and (follows.islower() or follows in ",;'"):
        words = words[:-1]
        while words and words[-1] in {"-", "–", "—", "&", "/"}:
            words = words[:-1]
    while words and words[-1] in {"A", "I"}:
        words = words[:-1]
    if _SAYS.search(" ".join(words)) or (
        (not follows or follows.isupper()) and capitals(window[run.end() : run.end() + 30])
    ):
        return start
    if not words or sum(len(word) for word in words) < 4 or (len(words) == 1 and len(words[0]) < 4):
        return start
    position = start
    for word in words:
        position = text.index(word, position) + len(word)
    return position if position < end else start
