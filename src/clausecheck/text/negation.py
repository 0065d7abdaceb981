"""Negation: which words of a sentence stand under a "not".

A negation reaches from its word to the end of its clause: the next finite verb ("shall", "may" …), a contrast
("but", "except", "unless", "provided"), a semicolon, or 30 words. Idioms that contain a negative word and negate
nothing ("not less than", "no later than", "in no event less than", "whether or not") do not count.
"""

from __future__ import annotations

from collections.abc import Sequence

NEGATIVE = frozenset("not no nor neither never nothing none cannot non".split())
_BEFORE_VERB = frozenset("no nor neither nothing none".split())
_CONTRAST = frozenset("but except unless provided however whereas only".split())
MODALS = frozenset("shall will may must should can agrees agree undertakes covenants".split())
_REACH = 30

_IDIOMS: dict[str, frozenset[str]] = {
    "not": frozenset(
        "less later earlier more fewer exceeding limited only necessarily withstanding unreasonably".split()
    ),
    "no": frozenset("less later earlier more fewer cost charge additional".split()),
}


def negations(words: Sequence[str]) -> list[int]:
    """Indices of the words that negate something."""
    found = []
    for i, word in enumerate(words):
        if word not in NEGATIVE:
            continue
        after = words[i + 1] if i + 1 < len(words) else ""
        before = words[i - 1] if i else ""
        if after in _IDIOMS.get(word, ()) or (after.isdigit() and word == "no") or (word == "not" and before == "or"):
            continue
        if word == "no" and after == "event" and i + 2 < len(words) and words[i + 2] in _IDIOMS["no"] | {"lower"}:
            continue
        if word == "not" and after == "to" and i + 2 < len(words) and words[i + 2] == "exceed":
            continue
        found.append(i)
    return found


def scope(words: Sequence[str], at: int) -> int:
    """Index one past the last word that the negation at `at` reaches."""
    verbs = 1 if words[at] in _BEFORE_VERB else 0
    end = min(len(words), at + 1 + _REACH)
    if words[at] == "non":
        return min(end, at + 3)
    for i in range(at + 1, end):
        if words[i] in _CONTRAST:
            return i
        if words[i] in MODALS:
            if not verbs:
                return i
            verbs -= 1
    return end
