"""A contract ready to be asked: the document, its index, and what each concept of a pack finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausecheck.model.document import Document
from clausecheck.model.location import Span
from clausecheck.model.pack import Concept, Holder
from clausecheck.model.report import Evidence, FoundClause
from clausecheck.terms.holder import holder_of
from clausecheck.text.hit import Hit
from clausecheck.text.index import Index
from clausecheck.text.phrase import parse
from clausecheck.values import find_all

LONGEST_QUOTE = 700
LIKELY = 0.5
"""The least confidence with which a passage that the learned reader reports puts an absence in doubt."""
_OWED_BY: dict[str, Holder] = {"minimum_commitment": "distributor", "non_compete": "distributor"}
"""Whose duty a clause type is in distribution: a supplier's least delivery is no minimum of the distributor."""
_ACTS = r"(?:hereby\s+)?(?:shall|will|must|may|agrees|undertakes|covenants|warrants|represents|grants)"


class Reading:
    """One document with one pack's concepts looked up in it, each once."""

    def __init__(self, document: Document, concepts: dict[str, Concept], clauses: tuple[FoundClause, ...] = ()) -> None:
        self.document = document
        self.concepts = concepts
        self.clauses = clauses
        self.index = Index(document, find_all(document.text))
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._hints: dict[str, tuple[Hit, ...]] = {}

    def hits(self, name: str, holder: Holder = "") -> tuple[Hit, ...]:
        """Sure passages of a concept in document order; with `holder`, only those where the right or duty is theirs
        (or both sides', or nobody's by name)."""
        if name not in self.concepts:
            return ()  # a mechanism asked, and this pack has no wording for it
        if name not in self._found:
            concept = self.concepts[name]
            self._found[name] = self._look(concept, concept.text)
        hits = self._found[name]
        if not holder:
            return hits
        return tuple(hit for hit in hits if held(holder_of(self.index, hit), holder))

    def hints(self, name: str) -> tuple[Hit, ...]:
        """Looser signs of a concept, and passages that the learned reader takes for it."""
        if name not in self._hints:
            concept = self.concepts[name]
            self._hints[name] = self._look(concept, concept.hints)
        return self._hints[name]

    def signs(self, name: str, holder: Holder = "") -> tuple[Evidence, ...]:
        """Passages that the learned reader takes for the concept's clause type; with a `holder`, asked for or that of
        the type, without those that begin with the other side as the one who shall or may ("5.1 Supplier shall …")."""
        backing = self.concepts[name].reader
        holder = holder or _OWED_BY.get(backing, "")
        found = (
            c.evidence for c in self.clauses if backing and c.type == backing and c.reported and c.confidence >= LIKELY
        )
        return tuple(evidence for evidence in found if not self._of_the_other(evidence.text, holder))

    def _of_the_other(self, text: str, holder: Holder) -> bool:
        roles = self.document.roles
        other = {"supplier": roles.distributor, "distributor": roles.supplier}.get(holder)
        if other is None:
            return False
        names = "|".join(re.escape(name) for name in (other.name, *other.aliases))
        return re.match(rf"\W*(?:\d[\d.]*\W*)?(?:the\s+)?(?:{names})\W+{_ACTS}\b", text, re.IGNORECASE) is not None

    def ranked(self, hits: Iterable[Hit], headings: tuple[str, ...]) -> list[Hit]:
        """The passages under a heading with one of these words first, else in the order given."""
        if not headings:
            return list(hits)
        return sorted(hits, key=lambda hit: not self.stands_under(hit, headings))

    def stands_under(self, hit: Hit, headings: tuple[str, ...]) -> bool:
        """Whether the heading of a clause around the passage has one of these words (any ending)."""
        clauses = self.document.clauses
        number = self.document.sentences[hit.sentence].clause
        while number >= 0:
            title = clauses[number].heading.lower().split()
            if any(word.startswith(wanted) for word in title for wanted in headings):
                return True
            number = clauses[number].parent
        return False

    def _look(self, concept: Concept, phrases: Iterable[str]) -> tuple[Hit, ...]:
        by_clause = concept.within == "clause"
        excluded: list[Span] | None = None
        seen: set[tuple[Span, ...]] = set()
        found: list[Hit] = []
        for phrase in phrases:
            for hit in self.index.find(parse(phrase), by_clause=by_clause):
                if hit.spans in seen or (hit.negated and not concept.negated):
                    continue
                if not concept.anywhere and not self.document.sentences[hit.sentence].operative:
                    continue
                if excluded is None:
                    excluded = self._excluded(concept, by_clause)
                if any(span.overlaps(bad) for span in hit.spans for bad in excluded):
                    continue
                seen.add(hit.spans)
                found.append(hit)
        return tuple(sorted(found, key=lambda hit: hit.span))

    def _excluded(self, concept: Concept, by_clause: bool) -> list[Span]:
        return [
            span
            for phrase in concept.excepts
            for hit in self.index.find(parse(phrase), by_clause=by_clause)
            for span in hit.spans
        ]

    def evidence(self, hit: Hit) -> tuple[Evidence, ...]:
        """The passage to quote for a hit: its sentence, with the lead-in where the hit begins in it."""
        spans = [self._quote(span) for span in hit.spans]
        merged: list[Span] = []
        for span in spans:
            if merged and merged[-1].overlaps(span):
                merged[-1] = merged[-1].cover(span)
            elif span not in merged:
                merged.append(span)
        return tuple(self.passage(span) for span in merged)

    def _quote(self, span: Span) -> Span:
        """The sentence around a span; around the span itself where the sentence is too long to quote."""
        sentences = self.document.sentences
        whole = sentences[self.index.sentence_at(span.start)].span if sentences else span
        whole = whole.cover(span)
        if len(whole) <= LONGEST_QUOTE:
            return whole
        room = max(60, (LONGEST_QUOTE - len(span)) // 2)
        start, end = max(whole.start, span.start - room), min(whole.end, span.end + room)
        text = self.document.text
        while start > whole.start and not text[start - 1].isspace():
            start -= 1
        while end < whole.end and not text[end].isspace():
            end += 1
        return Span(start, end)

    def passage(self, span: Span) -> Evidence:
        """Evidence for exactly this span (outer white space trimmed)."""
        text = self.document.text
        start, end = span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        span = Span(start, end)
        where = self.document.locate(span)
        return Evidence(span, text[start:end], where.clause, where.page, where.boxes)


def held(actual: str, wanted: Holder) -> bool:
    """Whether a right or duty of `actual` is one that `wanted` has; nobody by name counts for both sides."""
    if wanted == "either":
        return actual in ("either", "unspecified")
    return actual in (wanted, "either", "unspecified", "automatic")
