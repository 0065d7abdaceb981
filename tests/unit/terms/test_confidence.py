"""The confidence an answer states: what the pack learned for such answers, and blanks beside a clear answer."""

from clausecheck import ingest
from clausecheck.model.pack import Case, Concept, Confidence, Find, Pack, Question
from clausecheck.terms.answer import ask, stated
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

GIVEN = Concept("warranty-given", "A warranty.", text=("warrants ... free from defects",))
LENGTH = Concept("warranty-length", "Its length.", text=("warrants ... for a period of <duration>",))
WARRANTY = Question(
    "product_warranty_months", "How long?", "duration", find=Find(("warranty-length",)), unit="months",
    cases=(Case("unstated", Find(("warranty-given",))),),
)  # fmt: skip


def pack(**confidence: Confidence) -> Pack:
    concepts = {concept.name: concept for concept in (GIVEN, LENGTH)}
    return Pack("p", "1", "", "", "en", concepts, {WARRANTY.id: WARRANTY}, {}, confidence=confidence)


def asked(text: str, pack: Pack) -> tuple[object, str, float]:
    term = stated(ask(WARRANTY, Reading(ingest.read(text.encode(), name="a.txt"), pack.concepts), Sheet()), pack)
    return term.value, term.status, term.confidence


def test_confidence_is_that_of_the_pack_by_status() -> None:
    learned = pack(product_warranty_months=Confidence(found=0.91, not_found=0.83, unknown=0.4))
    assert asked("Maker warrants the Products for a period of 12 months.", learned) == (12, "found", 0.91)
    assert asked("Maker sells pumps.", learned) == (None, "not_found", 0.83)


def test_a_pack_without_figures_leaves_the_confidence_as_it_is() -> None:
    value, status, confidence = asked("Maker warrants the Products for a period of 12 months.", pack())
    assert (value, status) == (12, "found")
    assert 0.5 < confidence < 1


def test_a_blank_figure_leaves_the_answer_beside_it_as_a_guess() -> None:
    text = "Maker warrants that the Products will for a period of ____ months be free from defects."
    assert asked(text, pack())[:2] == ("unstated", "unknown")
