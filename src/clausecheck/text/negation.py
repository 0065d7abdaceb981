"""Negation: which words of a sentence stand under a "not".

A negation reaches from its word to the end of its clause: the next finite verb ("shall", "may" …), a contrast
("but", "except", "unless", "provided"), a semicolon, or 30 words; one in a subordinate clause ("if not sooner
terminated, this Agreement …") no further than the comma that ends the clause. Idioms that contain a negative word and
negate nothing ("not less than", "no later than", "in no event less than", "whether or not") do not count.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

NEGATIVE = frozenset("not no nor neither never nothing none cannot non".split())
_BEFORE_VERB = frozenset("no nor neither nothing none".split())
_CONTRAST = frozenset("but except unless provided however whereas only".split())
MODALS = frozenset("shall will may must should can agrees agree undertakes covenants".split())
_SUBORDINATE = frozenset("if unless where when whenever while until should although though because since".split())
_REACH = 30
_BEFORE = 10

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
        if after in _IDIOMS.get(word, ()) or (after.isdigit() and word == "no") or _either_way(words, i):
            continue
        if word == "no" and after == "event" and i + 2 < len(words) and words[i + 2] in _IDIOMS["no"] | {"lower"}:
            continue
        if word == "not" and after == "to" and i + 2 < len(words) and words[i + 2] == "exceed":
            continue
        found.append(i)
    return found


def _either_way(words: Sequence[str], at: int) -> bool:
    """ "whether or not"."""
    return words[at] == "not" and at > 0 and words[at - 1] == "or" and "whether" in words[max(0, at - 8) : at]


def scope(words: Sequence[str], at: int, commas: Collection[int] = ()) -> int:
    """Index one past the last word that the negation at `at` reaches; a comma stands before the words `commas`."""
    verbs = 1 if words[at] in _BEFORE_VERB else 0
    end = min(len(words), at + 1 + _REACH)
    if words[at] == "non":
        return min(end, at + 3)
    subordinate = _subordinate(words, at, commas)
    for i in range(at + 1, end):
        if subordinate and i in commas and not _goes_on(words, i):
            return i
        if words[i] in _CONTRAST:
            return i
        if words[i] in MODALS:
            if not verbs:
                return i
            verbs -= 1
    return end


def _subordinate(words: Sequence[str], at: int, commas: Collection[int]) -> bool:
    """Whether the negation stands in a clause that "if", "so long as" or the like begins, or says what there is not."""
    if words[at] == "no" and at > 1 and words[at - 2] == "there":
        return True
    for i in range(at, max(-1, at - _BEFORE), -1):
        if words[i] in _SUBORDINATE or (words[i] == "as" and i and words[i - 1] in ("long", "far", "soon")):
            return True
        if i in commas:
            return i > 0 and words[i] in _SUBORDINATE
    return False


def _goes_on(words: Sequence[str], comma: int) -> bool:
    """Whether a list goes on after the comma: "not sold, ordered or bought"."""
    return any(word in ("or", "and", "nor") for word in words[comma : comma + 4])
