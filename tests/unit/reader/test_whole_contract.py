"""What the reader knows of a whole contract: headings over passages, graded cues, whether a type is there at all."""

from __future__ import annotations

import numpy as np
import pytest

from clausecheck.ingest import read
from clausecheck.reader.context import candidates
from clausecheck.reader.gist import Gist
from clausecheck.reader.linear import Hidden
from clausecheck.reader.model import Guess, _ends, _reported, _with_items
from clausecheck.reader.passages import passages
from clausecheck.reader.presence import FIGURES, Presence, figures_of
from clausecheck.reader.seen import count, look
from clausecheck.reader.types import CLAUSES

TEXT = b"""1. Restrictive Covenants

1.1 During the Term, Distributor shall not sell, market or promote any products that compete with the Products.

2. Escrow

2.1 Licensor shall deposit the source code of the Software with an escrow agent.

3. Notices

3.1 Notices shall be in writing.
"""
NON_COMPETE, ESCROW = CLAUSES.index("non_compete"), CLAUSES.index("source_code_escrow")


def row_of(words: str) -> int:
    return next(i for i, p in enumerate(passages(read(TEXT, name="a.txt"))) if words in p.text)


def test_a_passage_stands_under_the_headings_over_it() -> None:
    headed = look(read(TEXT, name="a.txt")).headed
    assert headed[row_of("shall not sell"), NON_COMPETE]
    assert not headed[row_of("in writing")].any()


def test_cues_are_counted_by_grade_for_their_type() -> None:
    cues = count(look(read(TEXT, name="a.txt")).cues)
    assert cues.strong[row_of("escrow agent"), ESCROW] >= 1
    assert cues.strong[:, ESCROW].sum() == cues.strong[row_of("escrow agent"), ESCROW]


def test_figures_tell_a_contract_with_the_clause_from_one_without() -> None:
    seen = look(read(TEXT, name="a.txt"))
    scores = np.full((len(seen.passages), len(CLAUSES)), -9.0, dtype=np.float32)
    scores[row_of("escrow agent"), ESCROW] = 3.0
    pairs = candidates(seen, scores, scores, np.zeros(len(CLAUSES), dtype=np.float32))
    chances = np.where(pairs.type == ESCROW, 0.9, 0.001).astype(np.float32)
    figures = figures_of(seen, pairs, scores, chances)
    assert figures.shape == (len(CLAUSES), FIGURES)
    assert figures[ESCROW, 0] == pytest.approx(np.log(9), abs=1e-4)
    assert figures[ESCROW, 3] == 1
    other = CLAUSES.index("insurance")
    assert figures[other, 0] < -9
    assert figures[other, 3] == 0
    weights = np.zeros(FIGURES, dtype=np.float32)
    weights[0] = 1
    nothing = np.zeros(len(CLAUSES), dtype=np.float32)
    chance = Presence(weights, nothing, nothing + 0.5).chance(figures)
    assert chance[ESCROW] == pytest.approx(0.9, abs=1e-3)
    assert chance[other] < 0.01


def test_reported_are_the_likely_passages_of_a_type_that_is_there() -> None:
    guesses = tuple(Guess(i, i, "insurance", chance) for i, chance in enumerate((0.2, 0.7, 0.55, 0.1)))
    assert [g.first for g in _reported(guesses, present=True) if g.reported] == [1, 2]
    assert [g.first for g in _reported(guesses[:1], present=True) if g.reported] == [0]
    assert not any(g.reported for g in _reported(guesses, present=False))


def test_a_lead_in_is_given_once_more_with_all_its_items() -> None:
    text = b"""1. Conduct

1.1 The Agent shall not:

(a) sell competing goods;

(b) solicit the customers of the Company; or

(c) hire its staff.

1.2 The Agent shall be diligent.
"""
    seen = look(read(text, name="a.txt"))
    lead = next(i for i, passage in enumerate(seen.passages) if "shall not" in passage.text)
    hired = next(i for i, passage in enumerate(seen.passages) if "hire" in passage.text)
    found = (Guess(lead, lead, "non_compete", 0.8, reported=True), Guess(hired, hired, "no_solicit_employees", 0.7))
    (whole,) = _with_items(found, _ends(seen), least=0.01)
    assert (whole.first, whole.last, whole.type, whole.reported) == (lead, hired, "non_compete", False)
    assert 0.5 < whole.confidence < 0.8


def test_the_gist_does_not_depend_on_order_or_neighbours() -> None:
    one = passages(read(b"Seller insures goods.\n\nBuyer pays.\n", name="a.txt"))
    two = passages(read(b"Goods insures seller.\n\nLaw governs.\n", name="a.txt"))
    known = one[0].own
    size = len(known)
    network = Hidden(
        np.eye(size, dtype=np.float32),
        np.zeros(size, dtype=np.float32),
        np.ones((size, 2), dtype=np.float32),
        np.zeros(2, dtype=np.float32),
    )
    gist = Gist(known, np.ones(len(known), dtype=np.float32), network)
    assert gist.score(one)[0].tolist() == gist.score(two)[0].tolist()
    assert gist.score(one)[0, 0] == pytest.approx(np.sqrt(3), abs=1e-4)
    assert gist.score(one)[1].tolist() == [0, 0]
