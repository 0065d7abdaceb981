"""Drafts: invented sentences that the reader learns from say what they are, and what their writer did not judge."""

from __future__ import annotations

from collections import Counter

from clausecheck.ingest import read
from clausecheck.reader.drafts import load
from clausecheck.reader.passages import invented, passages
from clausecheck.reader.types import CLAUSES


def test_every_type_has_drafts_that_are_it_and_drafts_that_are_not() -> None:
    drafts = load()
    assert (drafts.marked.sum(axis=0) >= 50).all()
    assert ((drafts.known & ~drafts.marked).sum(axis=0) >= 50).all()
    assert not (drafts.marked & ~drafts.known).any()


def test_no_sentence_stands_twice() -> None:
    texts = Counter(passage.text for passage in load().passages)
    assert [text for text, count in texts.items() if count > 1] == []


def test_a_draft_tells_nothing_of_types_that_its_writer_did_not_judge() -> None:
    drafts = load()
    words = "should client hire any consultant personnel"
    row = next(i for i, passage in enumerate(drafts.passages) if words in passage.text)
    known = {name for name, there in zip(CLAUSES, drafts.known[row], strict=True) if there}
    assert "liquidated_damages" in known
    assert "exclusivity" not in known


def test_an_invented_sentence_is_seen_like_one_of_a_contract() -> None:
    sentence = "Supplier shall maintain product liability insurance."
    text = f"1. Insurance\n\n1.1 Goods are fragile. {sentence}\n\n2. Notices\n\n2.1 None.\n"
    document = read(text.encode(), name="a.txt")
    real = next(p for p in passages(document) if "maintain" in p.text)
    made = invented(sentence, "Insurance")
    assert (made.text, made.own.tolist(), made.length) == (real.text, real.own.tolist(), real.length)
    assert set(made.features) <= set(real.features)
