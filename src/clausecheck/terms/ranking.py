"""Which of several passages a lawyer would believe: the one in the clause that is about the question.

A contract names many periods. The one that counts stands under a heading such as "Term", or in a sentence whose
subject is the contract itself ("This Agreement shall …"); one that has neither is likely about something else.
"""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.model.pack import Question
from clausecheck.terms.reading import Reading
from clausecheck.text.hit import Hit

HEADING, SUBJECT = 1, 2
ABOUT = "about"
_GOES_ON = frozenset("it thereafter such then upon after following at unless".split())
"""The input role of a question whose concepts say what a sentence is about."""


def subjects(question: Question, reading: Reading) -> frozenset[int]:
    """Indices of the sentences that are about the question, by the concepts of its input `about`."""
    names = dict(question.inputs).get(ABOUT, ())
    return frozenset(hit.sentence for name in names for hit in reading.hits(name))


def weight(hit: Hit, question: Question, reading: Reading, about: frozenset[int]) -> int:
    """0 where nothing speaks for the passage, up to 3: a fitting heading, a fitting subject (in its lead-in too)."""
    sentences = (hit.sentence, *reading.document.sentences[hit.sentence].lead_in, *_referred_to(hit, reading))
    heading = HEADING if reading.stands_under(hit, question.headings) else 0
    return heading + (SUBJECT if about.intersection(sentences) else 0)


def _referred_to(hit: Hit, reading: Reading) -> tuple[int, ...]:
    """The sentence before, where this one goes on from it ("It shall …", "Thereafter …") in the same clause."""
    sentences = reading.document.sentences
    before = hit.sentence - 1
    if before < 0 or sentences[before].clause != sentences[hit.sentence].clause:
        return ()
    first, _ = reading.index.sentence_words[hit.sentence]
    return (before,) if reading.index.words[first] in _GOES_ON else ()


def best_first(hits: Iterable[Hit], question: Question, reading: Reading, least: int = 1) -> list[tuple[int, Hit]]:
    """Passages with their weights, heaviest first, else in the order given; those under `least` are left out."""
    about = subjects(question, reading)
    weighed = [(weight(hit, question, reading, about), hit) for hit in hits]
    return sorted((pair for pair in weighed if pair[0] >= least), key=lambda pair: -pair[0])
