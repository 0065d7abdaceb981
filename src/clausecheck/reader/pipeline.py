"""The reader as a spaCy pipeline: blank English with our sentence boundaries and our classifier, nothing downloaded.

`clausecheck_sentences` sets the boundaries that were found while reading; `clausecheck_clauses` writes its guesses to
`doc.spans["clauses"]`, each labelled with its clause type, the confidences in the group's `attrs`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from clausecheck.model.document import Document
from clausecheck.reader.model import Guess, load
from clausecheck.reader.seen import look

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\s+")
_SPANS = "clauses"


class _Words:
    """A tokenizer quick enough for a whole contract: words, signs, and white space other than one blank."""

    def __init__(self, vocab: spacy.vocab.Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match.group()
            if token == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


@Language.component("clausecheck_sentences")
def _sentences(doc: Doc) -> Doc:
    starts = np.full((len(doc), 1), -1, dtype=np.int64)  # -1: starts no sentence
    starts[[first for first, _ in doc.user_data["bounds"]]] = 1
    return doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]


@Language.component("clausecheck_clauses")
def _clauses(doc: Doc) -> Doc:
    document: Document = doc.user_data["document"]
    guesses = load().guess(look(document))
    spans = [_span(doc, guess) for guess in guesses]
    found = SpanGroup(doc, name=_SPANS, spans=spans)
    found.attrs["confidence"] = [guess.confidence for guess in guesses]
    found.attrs["sentences"] = [(guess.first, guess.last) for guess in guesses]
    doc.spans[_SPANS] = found
    return doc


def _span(doc: Doc, guess: Guess) -> Span:
    bounds = doc.user_data["bounds"]
    return Span(doc, bounds[guess.first][0], bounds[guess.last][1], label=guess.type)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, made once a process."""
    nlp = spacy.blank("en")
    nlp.tokenizer = _Words(nlp.vocab)
    nlp.max_length = 1 << 40
    nlp.add_pipe("clausecheck_sentences")
    nlp.add_pipe("clausecheck_clauses")
    return nlp


def annotate(document: Document) -> Doc:
    """The contract as a spaCy Doc, with the clauses found in it."""
    nlp = pipeline()
    doc = nlp.make_doc(document.text)
    starts = [token.idx for token in doc]
    doc.user_data["document"] = document
    doc.user_data["bounds"] = [_tokens(starts, s.span.start, s.span.end) for s in document.sentences]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _tokens(starts: list[int], start: int, end: int) -> tuple[int, int]:
    first = bisect_left(starts, start)
    return first, max(first + 1, bisect_left(starts, end))
