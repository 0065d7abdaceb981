"""Questions answered from small contracts: values, cases, doubt and blanks."""

from pathlib import Path

from clausecheck.ingest import read
from clausecheck.model.pack import AllOf, Case, Compare, Concept, Find, Missing, Not, Question
from clausecheck.model.report import Term
from clausecheck.packs import load_builtin
from clausecheck.terms import answer
from clausecheck.terms.answer import ask
from clausecheck.terms.conditions import evaluate
from clausecheck.terms.reading import Reading
from clausecheck.terms.sheet import Sheet

CONCEPTS = {
    "audit": Concept("audit", "", text=("audit ... records",), hints=("inspect~",)),
    "notice": Concept("notice", "", text=("terminate ... <duration>",)),
    "bond": Concept("bond", "", text=("performance bond",), excepts=("no performance bond",)),
}
HEAD = 'This Agreement is made between Nordlicht GmbH (the "Supplier") and Kanda KK (the "Distributor").\n\n'


def reading(text: str) -> Reading:
    return Reading(read((HEAD + text).encode(), name="a.txt"), CONCEPTS)


def test_flag_is_found_with_its_sentence() -> None:
    r = reading("1. Supplier may audit the records of Distributor. 2. Nothing else.")
    term = ask(Question("q", "", "flag", Find(("audit",)), otherwise=False), r, Sheet())
    assert (term.value, term.status) == (True, "found")
    assert "may audit the records of Distributor" in term.evidence[0].text


def test_a_mere_sign_is_unknown_and_points_at_the_passage() -> None:
    r = reading("1. Supplier may inspect the warehouse.")
    term = ask(Question("q", "", "flag", Find(("audit",)), otherwise=False), r, Sheet())
    assert (term.value, term.status) == (False, "unknown")
    assert "inspect the warehouse" in term.evidence[0].text


def test_silence_is_not_found() -> None:
    term = ask(Question("q", "", "flag", Find(("audit",)), otherwise=False), reading("1. Goods are sold."), Sheet())
    assert (term.value, term.status, term.evidence) == (False, "not_found", ())


def test_a_value_is_measured_in_the_unit_asked_for() -> None:
    r = reading("1. Supplier may terminate this Agreement on three (3) months' notice.")
    question = Question("q", "", "duration", Find(("notice",)), unit="days")
    assert ask(question, r, Sheet()).value == 90


def test_a_blank_value_is_unknown_and_never_absent() -> None:
    r = reading("1. Supplier may terminate this Agreement on ____ days' notice.")
    term = ask(Question("q", "", "duration", Find(("notice",)), unit="days"), r, Sheet())
    assert (term.value, term.status) == (None, "unknown")


def test_holder_narrows_a_find() -> None:
    r = reading("1. Distributor may terminate this Agreement on thirty (30) days' notice.")
    question = Question("q", "", "duration", Find(("notice",), "supplier"), unit="days")
    assert ask(question, r, Sheet()).value is None


def test_first_case_that_holds_answers_a_choice_and_all_of_them_a_list() -> None:
    r = reading("1. Supplier may audit the records. 2. Distributor shall give a performance bond.")
    cases = (Case("one", Find(("audit",))), Case("two", Find(("bond",))))
    assert ask(Question("q", "", "choice", cases=cases), r, Sheet()).value == "one"
    assert ask(Question("q", "", "list", cases=cases, otherwise=()), r, Sheet()).value == ("one", "two")


def test_exceptions_drop_what_they_overlap() -> None:
    r = reading("1. For the avoidance of doubt no performance bond is due.")
    assert evaluate(Find(("bond",)), r, Sheet()).state == "no"


def test_three_valued_logic() -> None:
    r = reading("1. Supplier may inspect the warehouse.")
    sheet = Sheet((Term("months", 36, "found", 0.9), Term("gap", None, "unknown", 0.5, reason="redacted")))
    assert evaluate(Missing(("audit",)), r, sheet).state == "unknown"
    assert evaluate(Missing(("bond",)), r, sheet).state == "yes"
    assert evaluate(Compare("months", "at_least", "<longest>"), r, sheet, {"longest": 36}).state == "yes"
    assert evaluate(Compare("gap", "is", 3), r, sheet).reason == "redacted"
    assert evaluate(Not(Compare("gap", "is", 3)), r, sheet).state == "unknown"
    both = AllOf((Compare("gap", "is", 3), Compare("months", "less_than", 3)))
    assert evaluate(both, r, sheet).state == "no"


def test_no_absence_is_stated_while_a_page_is_unread() -> None:
    sample = Path(__file__).parents[3] / "sample_contracts" / "contracts" / "scan.pdf"
    _, sheet = answer(read(sample), load_builtin("distribution"))
    assert not [term.id for term in sheet.terms if term.status == "not_found"]
    assert "could not be read" in sheet["governing_law"].reason
