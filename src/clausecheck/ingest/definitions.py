"""Defined terms: "Term" means …, (the "Term"), hereinafter called Term, and tables of definitions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from clausecheck.model.document import Clause, Definition, Sentence
from clausecheck.model.location import Span

_NAME = r"[A-Z0-9甲乙丙丁「][^\"\n]{0,78}?"
_MEANS = re.compile(
    rf"\"(?P<term>{_NAME})[,.]?\"(?P<more>(?:\s*(?:,|or|and"
    rf"|/)\s*(?:the\s+)?\"[A-Z][^\"\n]{{0,60}}\"){{0,6}})(?P<extra>,?\s*(?:\([^()\n]{{0,60}}\)\s*"
    rf"|as\s+used\s[^,\"\n]{{0,60}},?\s*)?)"
    r"(?P<verb>(?:shall|will|is|are|has|have|each|also|collectively)?\s*"
    r"(?:mean(?:s|ing)?|refers?\s+to|be\s+defined\s+as|defined\s+as|defined\s+to\s+mean"
    r"|have\s+the\s+(?:following\s+)?meaning|the\s+meaning|has\s+the\s+(?:following\s+)?meaning|"
    r"include(?:s)?|be\s+deemed\s+to|constitutes?|is\s+(?=the\b|any\b|a\b)|are\s+(?=the\b|any\b|all\b)))"
)
_QUOTED = re.compile(rf"\"(?P<term>{_NAME})[,.;]?\"")
_BRACKET = re.compile(r"\((?=[^()\n]{0,240}?\")[^()\n]{1,260}\)")
_LEADING = frozenset(
    "the a an this these our your such each all any collectively individually jointly severally together both "
    "as and or "
    "called hereinafter hereafter herein to being we us you with sometimes also defined".split()
)
_EDGE = re.compile(r"\)[,;]?\s+(?:and\s+|or\s+)?|;\s+(?:and\s+)?|\b(?:between|among):?\s+")
_NOT_BEFORE = re.compile(
    r"\b(?:titled|entitled|word|words|phrase|letters|marked|labell?ed|stating|named\s+as\s+the)\s*$", re.IGNORECASE
)
_HEREIN = re.compile(
    r"\b(?:hereinafter|hereafter|herein|hereinbelow)\s+(?:(?:sometimes|collectively"
    r"|individually|jointly|each)[\s,]+){0,4}(?:referred\s+to\s+(?:\w+\s+){0,2}?as|called|known\s+as"
    r"|designated(?:\s+as)?|defined\s+as|termed)"
    r"[\s,:]*(?:the|an?|each)?\s*(?:\"(?P<quoted>[^\"\n]{1,60})\""
    r"|(?P<plain>[A-Z][A-Za-z-]*(?:\s[A-Z][A-Za-z-]*){0,3}))"
)
_COLON = re.compile(
    r"\s*(?:\(?\w{1,4}[.)]\s*"
    r"|\d{1,2}(?:\.\d{1,2})*\.?\s*)?\"?(?P<term>[A-Z][A-Za-z/&' -]{1,48}?)\"?\s*(?P<sign>:|[-–—]{1,2}|\|"
    r"|\bmeans\b|\bshall mean\b|\bMEANS\b)\s*(?=\S)"
)
_JAPANESE = re.compile(r"[((]以下[、,]?\s*(?:総称して|あわせて)?\s*「(?P<term>[^」\n]{1,30})」")
_SECTION = re.compile(r"\bdefin(?:ition|ed)|\bDEFIN(?:ITION|ED)|\binterpretation\b", re.IGNORECASE)


def definitions(text: str, sentences: Sequence[Sentence], clauses: Sequence[Clause] = ()) -> tuple[Definition, ...]:
    """The defined terms in order of their defining passages; a term defined twice is listed twice. Terms without
    quotation marks are looked for only in the clauses that are headed as definitions."""
    reader = _Reader(text, sentences, clauses)
    reader.run()
    unique: dict[tuple[str, int], Definition] = {}
    for definition in sorted(reader.found, key=lambda d: (d.span.start, d.span.end)):
        unique.setdefault((definition.term.lower(), definition.span.start), definition)
    return tuple(unique.values())


class _Reader:
    def __init__(self, text: str, sentences: Sequence[Sentence], clauses: Sequence[Clause]) -> None:
        self.clauses = clauses
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.span.start for sentence in sentences]
        self.found: list[Definition] = []
        self.taken: set[int] = set()

    def run(self) -> None:
        for match in _MEANS.finditer(self.text):
            self._means(match)
        for match in _BRACKET.finditer(self.text):
            self._bracket(match)
        for match in _HEREIN.finditer(self.text):
            term = (match["quoted"] or match["plain"]).rstrip(",.; ")
            at = match.start("quoted" if match["quoted"] else "plain")
            if at not in self.taken and term:
                self.taken.add(at)
                self._add(term, Span(match.start(), match.end()), Span(self._sentence(at).start, match.start()))
        for match in _JAPANESE.finditer(self.text):
            self._add(
                match["term"],
                Span(match.start(), match.end()),
                Span(self._sentence(match.start()).start, match.start()),
            )
        self._listed()

    def _sentence(self, offset: int) -> Span:
        index = bisect_right(self.starts, offset) - 1
        return self.sentences[index].span if index >= 0 else Span(offset, offset)

    def _end(self, offset: int) -> int:
        """Where a definition ends: with its sentence, and with the list items that it introduces."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        end = self.sentences[index].span.end
        after = index + 1
        while after < len(self.sentences) and index in self.sentences[after].lead_in:
            end = self.sentences[after].span.end
            after += 1
        return end

    def _add(self, term: str, span: Span, meaning: Span) -> None:
        term = " ".join(term.split())
        if term and meaning.end >= meaning.start:
            self.found.append(Definition(term, span, meaning))

    def _means(self, match: re.Match[str]) -> None:
        before = self.text[max(0, match.start() - 24) : match.start()]
        verb = match["verb"].split()
        if (
            verb[:1] in (["is"], ["are"])
            and len(verb) == 1
            and not re.search(r"(?:^|[.;:\n)]|\b(?:term|the))\s*$", before)
        ):
            return
        if _NOT_BEFORE.search(before) and not re.search(r"\b(?:term|word|phrase|expression)s?\s*$", before):
            return
        end = max(self._end(match.start()), match.end())
        span = Span(match.start(), end)
        meaning = Span(min(match.end(), end), end)
        for quoted in _QUOTED.finditer(self.text, match.start(), match.start("verb")):
            if quoted.start() not in self.taken:
                self.taken.add(quoted.start())
                self._add(quoted["term"], span, meaning)

    def _bracket(self, match: re.Match[str]) -> None:
        inner_start = match.start()
        first = self.text.find('"', inner_start, match.end())
        words = re.findall(r"[\w'-]+", self.text[inner_start:first])
        if (words and words[-1].lower() not in _LEADING) or len(words) > 20:
            return
        start = self._meant(min(self._sentence(inner_start).start, inner_start), inner_start)
        for quoted in _QUOTED.finditer(self.text, inner_start, match.end()):
            if quoted.start() in self.taken or (not quoted["term"][0].isupper() and not quoted["term"][0].isdigit()):
                continue
            self.taken.add(quoted.start())
            self._add(quoted["term"], Span(start, match.end()), Span(start, inner_start))

    def _meant(self, start: int, end: int) -> int:
        """Where the words begin that a bracket names: after the bracket, semicolon or "between" before it."""
        for edge in _EDGE.finditer(self.text, start, end):
            if len(self.text[edge.end() : end].strip()) >= 3:
                start = edge.end()
        return start

    def _listed(self) -> None:
        """Terms without quotation marks, in a section or table of definitions."""
        until = 0
        for sentence in self.sentences:
            start, end = sentence.span.start, sentence.span.end
            passage = self.text[start : min(end, start + 90)]
            if not sentence.operative and sentence.clause >= 0 and end - start < 90 and _SECTION.search(passage):
                until = max(until, self.clauses[sentence.clause].span.end) if self.clauses else len(self.text)
            if start >= until or not sentence.operative:
                continue
            match = _COLON.match(passage)
            if match is None:
                match = re.match(
                    r"\s*(?:\(?\w{1,4}[.)]\s*"
                    r"|\d{1,2}(?:\.\d{1,2})*\.?\s*)?(?P<term>[A-Z][A-Za-z/&' -]{1,48}?)\s*(?P<sign>\bmeans\b"
                    r"|\bshall mean\b)\s",
                    passage,
                )
            if match is None:
                continue
            start += match.start("term")
            if start in self.taken or start - 1 in self.taken or len(match["term"].split()) > 6:
                continue
            self.taken.add(start)
            end = self._end(sentence.span.start)
            self._add(match["term"], Span(start, end), Span(sentence.span.start + match.end(), end))
