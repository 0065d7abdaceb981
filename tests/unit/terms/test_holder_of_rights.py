"""Who holds the right or owes the duty, by the grammar of the sentence."""

import pytest

from clausecheck.model.document import Document, Party, Roles, Sentence
from clausecheck.model.location import Span
from clausecheck.terms.holder import holder_of
from clausecheck.text.index import Index
from clausecheck.text.phrase import parse

ROLES = Roles(Party("Nordlicht Pumps GmbH", ("Nordlicht",)), Party("Kanda KK", ("Dealer",)), confidence=0.9)


def holder(*sentences: str, phrase: str, lead_in: tuple[int, ...] = ()) -> str:
    """The holder in the last sentence, whose lead-in are the sentences of those numbers."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    units = [Sentence(span) for span in spans]
    units[-1] = Sentence(spans[-1], lead_in=lead_in)
    document = Document("x", "", "text", "\n".join(sentences), sentences=tuple(units), roles=ROLES)
    index = Index(document, ())
    hits = [hit for hit in index.find(parse(phrase)) if hit.sentence == len(sentences) - 1]
    return holder_of(index, hits[-1])


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nordlicht may terminate this Agreement.", "supplier"),
        ("Dealer may terminate this Agreement.", "distributor"),
        ("Either party may terminate this Agreement.", "either"),
        ("Nordlicht or Dealer may terminate this Agreement.", "either"),
        ("This Agreement may be terminated by Nordlicht on notice to Dealer.", "supplier"),
        ("This Agreement may be terminated by either party.", "either"),
        ("This Agreement may be terminated on sixty days' notice.", "unspecified"),
        ("Upon notice to Dealer, Nordlicht may terminate this Agreement.", "supplier"),
        ("In case of a breach by Dealer, Nordlicht may terminate this Agreement.", "supplier"),
        ("The non-defaulting party may terminate this Agreement.", "either"),
        ("Dealer shall be entitled to terminate this Agreement.", "distributor"),
        ("Nordlicht reserves the right to terminate this Agreement.", "supplier"),
        ("This Agreement shall terminate automatically.", "automatic"),
    ],
)
def test_right_to_terminate(sentence: str, who: str) -> None:
    assert holder(sentence, phrase="terminat~") == who


def test_permission_gives_the_right_to_the_other_side() -> None:
    assert holder("Dealer shall permit Nordlicht to inspect its records.", phrase="inspect ... records") == "supplier"
    assert holder("Dealer shall allow inspection of its records.", phrase="inspection ... records") == "supplier"


def test_list_item_inherits_the_subject_of_its_lead_in() -> None:
    assert (
        holder("Nordlicht may terminate if:", "(a) Dealer is sold;", phrase="terminate ... sold", lead_in=(0,))
        == "supplier"
    )
