"""The phrase notation: a phrase looks like the sentence it finds.

    ( | )   one of these                 (sole|exclusive) distributor
    ?       the word or bracket before   automatically be? renew~
    ~       any ending                   terminat~
    ...     up to twelve words, never across a negation ("not", "no", "nothing" …)
    < >     a party or a value           <supplier> may terminate, <duration> prior notice

A space also matches a hyphen, comma, bracket or quotation mark; case is ignored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clausecheck.text.tokens import words

PARTIES = ("supplier", "distributor", "either-party", "party")
VALUES = ("duration", "date", "money", "percent", "count", "number")
REFERENCES = (*PARTIES, *VALUES)

_REGEX = re.compile(r"[*+\[\]{}\\^$]|~(?!~*$)")
_TOKEN = re.compile(r"\s*(\.\.\.|…|[()|?]|<[^<>\s]*>?|[^\s()|?<>]+)")


class PhraseError(ValueError):
    """A phrase that cannot be read. `column` counts from 0 within the phrase."""

    def __init__(self, message: str, phrase: str, column: int) -> None:
        super().__init__(f"{message}\n    {phrase}\n    {' ' * column}^")
        self.message, self.phrase, self.column = message, phrase, column


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `prefix` where any ending will do."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A party or a value of this document."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to twelve words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a sequence, and whether it may be absent."""

    part: Word | Reference | Gap | Choice
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts in order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A parsed phrase: its text as written and what it says."""

    text: str
    body: Sequence


@cache
def parse(phrase: str) -> Phrase:
    """Read a phrase; raises PhraseError where it makes no sense."""
    parser = _Parser(phrase)
    body = parser.sequence(depth=0)
    if parser.peek() is not None:
        raise parser.error("')' without '('" if parser.peek() == ")" else "'|' is allowed only inside brackets")
    if isinstance(body.items[0].part, Gap) or isinstance(body.items[-1].part, Gap):
        raise parser.error("'...' needs a word on both sides", at=0 if isinstance(body.items[0].part, Gap) else None)
    if all(item.optional for item in body.items):
        raise PhraseError("a phrase needs at least one word that must be there", phrase, 0)
    return Phrase(phrase, body)


class _Parser:
    """Recursive descent over the tokens of one phrase."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.tokens = [(m.group(1), m.start(1)) for m in _TOKEN.finditer(phrase)]
        self.at = 0

    def peek(self) -> str | None:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def error(self, message: str, at: int | None = None) -> PhraseError:
        if at is None:
            at = self.tokens[self.at][1] if self.at < len(self.tokens) else len(self.phrase.rstrip())
        return PhraseError(message, self.phrase, at)

    def sequence(self, depth: int) -> Sequence:
        items: list[Item] = []
        while (token := self.peek()) is not None and token not in (")", "|"):
            column = self.tokens[self.at][1]
            self.at += 1
            parts = self.part(token, column, depth)
            optional = self.peek() == "?"
            self.at += optional
            if optional and len(parts) > 1:
                parts = [Choice((Sequence(tuple(Item(p) for p in parts)),))]
            items.extend(Item(part, optional) for part in parts)
        if not items:
            raise self.error("empty: a word is missing here")
        return Sequence(tuple(items))

    def part(self, token: str, column: int, depth: int) -> list[Word | Reference | Gap | Choice]:
        if token == "?":
            raise self.error("'?' must follow a word or a bracket", column)
        if token in ("...", "…"):
            if depth:
                raise self.error("'...' is allowed only outside brackets", column)
            return [Gap()]
        if token == "(":
            options = [self.sequence(depth + 1)]
            while self.peek() == "|":
                self.at += 1
                options.append(self.sequence(depth + 1))
            if self.peek() != ")":
                raise self.error("missing ')'", column)
            self.at += 1
            return [Choice(tuple(options))]
        if token.startswith("<"):
            if token[1:-1] not in REFERENCES or not token.endswith(">"):
                raise self.error(
                    f"nothing is called {token}; there are {', '.join(f'<{r}>' for r in REFERENCES)}", column
                )
            return [Reference(token[1:-1])]
        alien = _REGEX.search(token)
        if alien:
            where = column + alien.start()
            if alien.group() == "~":
                raise self.error("'~' stands at the end of a word", where)
            raise self.error(f"'{alien.group()}' has no meaning here: a phrase is no regular expression", where)
        stem = token.endswith("~")
        found = [word for word, _, _ in words(token.rstrip("~"))]
        if not found:
            raise self.error(f"'{token}' is no word", column)
        return [
            Word(word, stem and last) for word, last in zip(found, [False] * (len(found) - 1) + [True], strict=True)
        ]
