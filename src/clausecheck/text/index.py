"""Finds phrases in a contract.

The words of the contract are numbered once. A unit is what a phrase is matched against: a sentence with the lead-in
of its list in front, or a whole clause. For each phrase, the units that hold its rarest words are found from an
inverted index; only there are the parts walked, as a set of positions, so that the cost is linear in the unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.model.value import Count, Date, Duration, Money, Percent, Value
from clausecheck.text.hit import Hit, Unit
from clausecheck.text.negation import negations, scope
from clausecheck.text.phrase import Choice, Gap, Phrase, Reference, Word
from clausecheck.text.phrase import Sequence as Parts
from clausecheck.text.roles import RoleWords, role_words
from clausecheck.text.tokens import words

GAP = 12
GAP_IN_CLAUSE = 60
SHORTEST_ASIDE = 4
"""Words in brackets that may be passed over; "(the Products)" is no aside."""
_ASIDE = re.compile(r"\([^()]{12,400}\)")
_KINDS: dict[str, type[Value] | tuple[type[Value], ...]] = {
    "duration": Duration, "date": Date, "money": Money, "percent": Percent, "count": Count,
    "number": (Count, Money, Percent),
}  # fmt: skip


_Captured = tuple[Value, ...]
_State = dict[int, _Captured]


class Index:
    """The words, parties and values of one document, and the phrases found in it."""

    def __init__(self, document: Document, values: Iterable[Value]) -> None:
        self.document = document
        found = list(words(document.text))
        self.words = [w for w, _, _ in found]
        self.starts = [s for _, s, _ in found]
        self.ends = [e for _, _, e in found]
        self.values = tuple(values)
        self.role_words: RoleWords = role_words(document, self.words, self.starts)
        self._sets: dict[tuple[str, bool], frozenset[int]] = {}
        self._masks: tuple[dict[tuple[str, bool], int], ...] = ({}, {})
        self._negated: dict[tuple[tuple[int, int], ...], frozenset[int]] = {}

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            postings.setdefault(word, []).append(i)
        return postings

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._postings)

    @cached_property
    def references(self) -> dict[str, dict[int, tuple[tuple[int, Value | None], ...]]]:
        """Reference name → first word → (words covered, value) of each party or value that starts there. "[***]"
        covers no word; it stands before the next one."""
        table: dict[str, dict[int, tuple[tuple[int, Value | None], ...]]] = {name: {} for name in _KINDS}
        for value in self.values:
            first = bisect_left(self.ends, value.span.start + 1)
            length = bisect_left(self.starts, value.span.end) - first
            if length < 1 and (getattr(value, "kind", "") not in ("blank", "redacted") or first == len(self.words)):
                continue
            for name, kind in _KINDS.items():
                if isinstance(value, kind):
                    row = table[name]
                    row[first] = (*row.get(first, ()), (length, value))
        for name, places in self.role_words.places.items():
            table[name] = {first: tuple((n, None) for n in lengths) for first, lengths in places.items()}
        return table

    @cached_property
    def sentence_words(self) -> list[tuple[int, int]]:
        """First and one-past-last word number of each sentence."""
        return [
            (bisect_left(self.starts, s.span.start), bisect_left(self.starts, s.span.end))
            for s in self.document.sentences
        ]

    @cached_property
    def _sentence_units(self) -> list[Unit]:
        own = self.sentence_words
        units = []
        for i, sentence in enumerate(self.document.sentences):
            runs = tuple(own[j] for j in (*sentence.lead_in, i) if own[j][0] < own[j][1])
            units.append(Unit(runs or (own[i],), i))
        return units

    @cached_property
    def _clause_units(self) -> list[Unit]:
        groups: dict[int, list[int]] = {}
        for i, sentence in enumerate(self.document.sentences):
            if sentence.operative:
                groups.setdefault(sentence.clause if sentence.clause >= 0 else -1 - i, []).append(i)
        own = self.sentence_words
        return [Unit(tuple(own[i] for i in group), group[0]) for group in groups.values()]

    @cached_property
    def _word_units(self) -> tuple[dict[str, int], dict[str, int]]:
        """Word → the units that hold it, as a bit mask; for sentences and for clauses."""
        tables: list[dict[str, int]] = []
        for units in (self._sentence_units, self._clause_units):
            table: dict[str, int] = {}
            for n, unit in enumerate(units):
                bit = 1 << n
                for a, b in unit.runs:
                    for word in set(self.words[a:b]):
                        table[word] = table.get(word, 0) | bit
            tables.append(table)
        return tables[0], tables[1]

    def _units_with(self, part: Word | Reference, by_clause: bool) -> int:
        """The units that hold the word, or a word with which the reference begins, as a bit mask."""
        masks = self._masks[by_clause]
        key = (f"<{part.name}>", False) if isinstance(part, Reference) else (part.text, part.prefix)
        mask = masks.get(key)
        if mask is None:
            table, mask = self._word_units[by_clause], 0
            if isinstance(part, Reference):
                # where "the" begins it, the name itself begins another
                found: Iterable[str] = {self.words[p] for p in self.references[part.name]} - {"the"}
            else:
                found = self._beginning(part.text) if part.prefix else (part.text,)
            for word in found:
                mask |= table.get(word, 0)
            masks[key] = mask
        return mask

    def _holding(self, parts: Parts, by_clause: bool) -> int:
        """The units that hold a word of every part that must be there, as a bit mask."""
        mask = -1
        for item in parts.items:
            if item.optional or isinstance(item.part, Gap):
                continue
            if isinstance(item.part, Choice):
                here = 0
                for option in item.part.options:
                    here |= self._holding(option, by_clause)
            else:
                here = self._units_with(item.part, by_clause)
            mask &= here
            if not mask:
                return 0
        return mask

    def _beginning(self, prefix: str) -> Iterator[str]:
        """The words of the document that begin so."""
        for at in range(bisect_left(self._vocabulary, prefix), len(self._vocabulary)):
            if not self._vocabulary[at].startswith(prefix):
                return
            yield self._vocabulary[at]

    def positions(self, word: str, prefix: bool) -> frozenset[int]:
        """Numbers of the words that are `word`, or begin with it."""
        key = (word, prefix)
        if key not in self._sets:
            texts = self._beginning(word) if prefix else (word,)
            self._sets[key] = frozenset(p for text in texts for p in self._postings.get(text, ()))
        return self._sets[key]

    def find(self, phrase: Phrase, *, by_clause: bool = False) -> Iterator[Hit]:
        """Every place where the phrase stands, in order; of several matches from one word the shortest."""
        units = self._clause_units if by_clause else self._sentence_units
        mask = self._holding(phrase.body, by_clause)
        if mask <= 0:
            return
        nodes = self._resolve(phrase.body)
        firsts = sorted(_firsts(nodes))
        while mask:
            lowest = mask & -mask
            mask ^= lowest
            unit = units[lowest.bit_length() - 1]
            yield from self._find_in(phrase, nodes, unit, firsts, GAP_IN_CLAUSE if by_clause else GAP)

    def _find_in(
        self, phrase: Phrase, nodes: tuple[_Node, ...], unit: Unit, firsts: list[int], gap: int
    ) -> Iterator[Hit]:
        positions = unit.positions
        own = len(positions) - (unit.runs[-1][1] - unit.runs[-1][0])
        glued = own > 0 and gap == GAP
        base = done = 0
        for a, b in unit.runs:
            for p in firsts[bisect_left(firsts, a) : bisect_left(firsts, b)]:
                i = base + p - a
                if i < done:
                    continue
                ends = self._walk(nodes, positions, i, (), gap)
                end = min((e for e in ends if not glued or e > own), default=0)
                if end:  # a match wholly inside the lead-in is found there
                    done = i + 1 if ends[end] else end  # the next length may be the one that is meant
                    yield self._hit(phrase, unit, positions, i, end, ends[end])
            base += b - a

    def _hit(self, phrase: Phrase, unit: Unit, positions: Sequence[int], i: int, end: int, captured: _Captured) -> Hit:
        runs: list[list[int]] = []
        for p in positions[i:end]:
            if runs and p == runs[-1][1] + 1:
                runs[-1][1] = p
            else:
                runs.append([p, p])
        uncertain = self.role_words.uncertain and _names_role(phrase.body)
        spans = tuple(Span(self.starts[a], self.ends[b]) for a, b in runs)
        sentence = unit.sentence
        if (
            len(unit.runs) > 1 and self._sentence_units[sentence] is not unit
        ):  # a clause: the sentence of the last words
            sentence = self.sentence_at(spans[-1].start)
        negated = positions[i] in self.negated_words(unit)
        return Hit(phrase.text, spans, sentence, unit, i, end, captured, uncertain, negated)

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds the character."""
        return max(0, bisect_left(self.document.sentences, offset + 1, key=lambda s: s.span.start) - 1)

    def negated_words(self, unit: Unit) -> frozenset[int]:
        """Word numbers of the unit that stand under a negation."""
        cached = self._negated.get(unit.runs)
        if cached is None:
            positions = unit.positions
            text = [self.words[p] for p in positions]
            found = negations(text)
            commas = self._commas(positions) if found else frozenset()
            cached = frozenset(p for at in found for p in positions[at + 1 : scope(text, at, commas)])
            self._negated[unit.runs] = cached
        return cached

    def _commas(self, positions: Sequence[int]) -> frozenset[int]:
        """Which words of a unit stand after a comma."""
        text = self.document.text
        return frozenset(i for i, p in enumerate(positions) if p and "," in text[self.ends[p - 1] : self.starts[p]])

    @cached_property
    def _negative(self) -> frozenset[int]:
        return frozenset(negations(self.words))

    def _resolve(self, parts: Parts) -> tuple[_Node, ...]:
        """The parts with the words of this document looked up; a gap becomes a mark on the part that follows it."""
        nodes: list[_Node] = []
        gap = False
        for item in parts.items:
            part = item.part
            if isinstance(part, Gap):
                gap = True
                continue
            if isinstance(part, Word):
                node = _Node(gap, item.optional, self.positions(part.text, part.prefix))
            elif isinstance(part, Reference):
                table = self.references[part.name]
                node = _Node(gap, item.optional, frozenset(table), table)
            else:
                node = self._resolve_choice(part, gap, item.optional)
            nodes.append(node)
            gap = False
        return tuple(nodes)

    def _resolve_choice(self, part: Choice, gap: bool, optional: bool) -> _Node:
        options = [self._resolve(option) for option in part.options]
        single = [o[0].firsts for o in options if len(o) == 1 and o[0].is_word]
        firsts = frozenset().union(*(_firsts(o) for o in options))
        longer = tuple(o for o in options if len(o) > 1 or not o[0].is_word)
        return _Node(gap, optional, firsts, None, longer, frozenset().union(*single))

    def _walk(
        self, nodes: tuple[_Node, ...], positions: Sequence[int], at: int, captured: _Captured, gap: int
    ) -> _State:
        """Where the nodes can end when they begin at `at` (an index into positions), with what they captured."""
        states: _State = {at: captured}
        gapped: _State = {}  # places before a gap; a gap before an optional part that is absent holds for the next
        for node in nodes:
            if node.gap:
                states, gapped = {}, {**gapped, **states}
            following: _State = dict(states) if node.optional else {}
            places = list(states.items())
            places += [(i, v) for start, v in gapped.items() for i in self._reach(positions, start, gap)]
            for i, values in places:
                if i >= len(positions) or positions[i] not in node.firsts:
                    continue
                for end, more in self._step(node, positions, i, values, gap):
                    if end not in following:
                        following[end] = more
            gapped = gapped if node.optional else {}
            if not following and not gapped:
                return {}
            states = following
        return {**gapped, **states}

    def _step(
        self, node: _Node, positions: Sequence[int], at: int, values: _Captured, gap: int
    ) -> Iterable[tuple[int, _Captured]]:
        """Where one node can end that begins at `at`, where one of its first words stands."""
        if node.is_word:
            return ((at + 1, values),)
        p = positions[at]
        if node.table is not None:
            found = node.table[p]
            return [(at + n, (*values, v) if v is not None else values) for n, v in found if at + n <= len(positions)]
        ends: _State = {at + 1: values} if p in node.words else {}
        for option in node.options:
            if p in _firsts(option):
                for end, more in self._walk(option, positions, at, values, gap).items():
                    ends.setdefault(end, more)
        return ends.items()

    @cached_property
    def _asides(self) -> dict[int, int]:
        """First word → words of each aside in brackets: "(including any company that becomes an Affiliate later)"."""
        text, found = self.document.text, {}
        for match in _ASIDE.finditer(text):
            first, end = bisect_left(self.starts, match.start()), bisect_left(self.starts, match.end())
            if end - first >= SHORTEST_ASIDE:
                found[first] = end - first
        return found

    def _reach(self, positions: Sequence[int], at: int, gap: int) -> Iterator[int]:
        """Places up to `gap` words further on, not across a negation; an aside in brackets may also be passed over,
        whatever it says. "Non" denies but the word after it: in "an exclusive, non-transferable right to sell" it
        stands in nobody's way."""
        negative, asides, denied = self._negative, self._asides, -1
        for i in range(at, min(at + gap + 1, len(positions))):
            if i == denied:
                continue
            if positions[i] in asides:
                yield from self._reach(positions, i + asides[positions[i]], at + gap - i)
            yield i
            if positions[i] in negative:
                if self.words[positions[i]] != "non":
                    return
                denied = i + 1


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of a phrase with this document's words looked up. `firsts` are the words with which it can begin;
    `table` leads from a first word to what a reference covers; `options` are the longer alternatives of a bracket and
    `words` its alternatives of one word; `gap`: up to twelve words may stand before it."""

    gap: bool
    optional: bool
    firsts: frozenset[int]
    table: Mapping[int, tuple[tuple[int, Value | None], ...]] | None = None
    options: tuple[tuple[_Node, ...], ...] = ()
    words: frozenset[int] = frozenset()

    @property
    def is_word(self) -> bool:
        return self.table is None and not self.options


def _firsts(nodes: tuple[_Node, ...]) -> frozenset[int]:
    """Numbers of the words with which the nodes can begin."""
    if not nodes[0].optional:
        return nodes[0].firsts
    found = nodes[0].firsts
    for node in nodes[1:]:
        found |= node.firsts
        if not node.optional:
            break
    return found


def _names_role(parts: Parts) -> bool:
    """Whether the parts name the supplier or the distributor."""
    for item in parts.items:
        if isinstance(item.part, Reference) and item.part.name in ("supplier", "distributor"):
            return True
        if isinstance(item.part, Choice) and any(_names_role(option) for option in item.part.options):
            return True
    return False
