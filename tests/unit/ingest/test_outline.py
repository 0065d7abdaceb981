"""The clause tree: what a reader would cite, whatever dress the numbers wear."""

from __future__ import annotations

import pytest

from clausecheck.ingest.outline import outline
from clausecheck.model.document import Clause, Paragraph
from clausecheck.model.location import Span

HEAD = 'DISTRIBUTION AGREEMENT\nThis Agreement is made between Acme, Inc. ("Acme") and Borealis Ltd. ("Distributor").\n'


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        out.append(Paragraph(Span(at, at + len(line))))
        at += len(line)
    return tuple(out)


def clauses(text: str) -> tuple[Clause, ...]:
    return outline(text, paragraphs(text))


def numbers(text: str, kind: str = "body") -> list[str]:
    return [clause.number for clause in clauses(text) if clause.number and clause.kind == kind]


def test_nested_numbers_are_complete() -> None:
    text = HEAD + (
        "1. Appointment\n1.1 Grant. Acme appoints Distributor:\n(a) in France; and\n(b) in Spain.\n"
        "1.2 Limits. None.\n2. Term\n2.1 Length. Five years.\n"
    )
    assert numbers(text) == ["1", "1.1", "1.1(a)", "1.1(b)", "1.2", "2", "2.1"]
    found = {clause.number: clause for clause in clauses(text)}
    assert found["1"].heading == "Appointment"
    assert found["1.1"].heading == "Grant"
    assert found["1.1(b)"].level == 3
    assert text[found["1.1"].span.start : found["1.1"].span.end].endswith("in Spain.")
    assert text[found["1.1"].own.start : found["1.1"].own.end].endswith("Distributor:")


def test_labels_in_running_text() -> None:
    text = HEAD.replace("\n", " ") + (
        "The parties agree as follows: 1. APPOINTMENT. (a) Exclusive Appointment. Acme appoints Distributor. "
        "(b) Territory. France. 2. TERM. (a) Length. Five years, subject to Section 1.(b) above. (b) Renewal. "
        "None. 3. LAW. New York law.\n"
    )
    assert numbers(text) == ["1", "1(a)", "1(b)", "2", "2(a)", "2(b)", "3"]
    assert [c.heading for c in clauses(text) if c.number in {"1", "1(a)", "2(b)"}] == [
        "APPOINTMENT",
        "Exclusive Appointment",
        "Renewal",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Payment is due as provided in Section 4.2 Distributor pays interest.",
        "This Agreement was signed on December 1. 2004 was a leap year.",
        "The account is No. 3. Distributor pays into it.",
        "The price is $1.5 million and grows by 2.1 per cent.",
        "See Sections 2.1 and 2.2 and paragraph (c).",
    ],
)
def test_other_numbers_are_no_clauses(sentence: str) -> None:
    text = HEAD + f"1. Appointment\nAcme appoints Distributor. {sentence}\n2. Term\nFive years.\n"
    assert numbers(text) == ["1", "2"]


def test_letter_i_and_roman_one() -> None:
    letters = "".join(f"({c}) item {c};\n" for c in "abcdefgh")
    as_letter = HEAD + "1. Duties\nDistributor shall:\n" + letters + "(i) item i;\n(j) item j.\n2. Term\nLong.\n"
    assert numbers(as_letter)[-3:] == ["1(i)", "1(j)", "2"]
    as_roman = HEAD + "1. Duties\nDistributor shall:\n" + letters + "(i) one; and\n(ii) two.\n2. Term\nLong.\n"
    assert numbers(as_roman)[-3:] == ["1(h)(i)", "1(h)(ii)", "2"]


def test_articles_and_sections() -> None:
    text = HEAD + (
        "ARTICLE I\nDEFINITIONS\nSection 1.1 Terms. Words mean things.\nARTICLE II\nGRANT\n"
        "Section 2.1 Appointment. Acme appoints.\nSection 2.2 Limits. None.\nARTICLE III\nTERM\nSection 3.1 "
        "Length. Long.\n"
    )
    assert numbers(text) == ["Article I", "1.1", "Article II", "2.1", "2.2", "Article III", "3.1"]
    assert next(c for c in clauses(text) if c.number == "Article II").heading == "GRANT"


def test_missing_number_and_glued_number() -> None:
    text = HEAD + "1. One\nText one.\n2.License\nText two.\n4. Four\nText four.\n4.1Grant. Text.\n5. Five\nText.\n"
    assert numbers(text) == ["1", "2", "4", "4.1", "5"]


def test_japanese_articles() -> None:
    text = (
        "販売店契約書\n甲と乙は、次のとおり契約を締結する。\n第1条(目的)\n甲は製品を販売する。\n2 "
        "乙は製品を購入する。\n"
        "(1) 現金\n(2) 手形\n第2条(期間)\n本契約の期間は3年とする。\n"
    )
    assert numbers(text) == ["第1条", "第1条第2項", "第1条第2項(1)", "第1条第2項(2)", "第2条"]
    assert next(c for c in clauses(text) if c.number == "第2条").heading == "期間"


def test_parts_of_a_contract() -> None:
    text = HEAD + (
        "WHEREAS, Acme makes widgets; and\nWHEREAS, Distributor sells them.\n"
        "NOW, THEREFORE, the parties agree as follows:\n1. Term\nFive years.\n2. Law\nNew York.\n"
        "IN WITNESS WHEREOF, the parties have signed.\nBy: ______ Name: Ann Title: President\n"
        "EXHIBIT A\nPRODUCTS\n1. Widgets\n2. Gadgets\n"
    )
    found = clauses(text)
    kinds = list(dict.fromkeys(clause.kind for clause in found))
    assert kinds == ["title", "preamble", "recital", "body", "signature", "schedule"]
    assert [c.number for c in found if c.kind == "schedule"] == ["Exhibit A", "Exhibit A 1", "Exhibit A 2"]


def test_contents_are_told_from_clauses() -> None:
    contents = "TABLE OF CONTENTS\n" + "".join(f"{n}. Heading Number {n} ........ {n + 1}\n" for n in range(1, 7))
    body = "".join(f"{n}. Heading Number {n}\nWords of clause {n}.\n" for n in range(1, 7))
    text = contents + HEAD + body
    assert numbers(text) == ["1", "2", "3", "4", "5", "6"]
    assert [c.kind for c in clauses(text)].count("contents") == 1


def test_headings_without_numbers() -> None:
    text = HEAD + (
        "Appointment\nAcme appoints Distributor as its distributor of widgets in France.\n"
        "Term and Termination\nThis Agreement lasts five years and may not be renewed.\n"
        "GOVERNING LAW\nThe laws of the State of New York govern this Agreement.\n"
    )
    assert [c.heading for c in clauses(text) if c.kind == "body"] == [
        "Appointment",
        "Term and Termination",
        "GOVERNING LAW",
    ]


def test_list_inside_a_paragraph_ends_with_its_sentence() -> None:
    text = HEAD + (
        "1. Duties\nDistributor shall: (a) buy widgets; and (b) sell them. Acme may inspect the stores.\n2. "
        "Term\nLong.\n"
    )
    found = {clause.number: clause for clause in clauses(text)}
    assert text[found["1(b)"].span.start : found["1(b)"].span.end] == "(b) sell them."


def test_tree_is_sound() -> None:
    text = HEAD + "1. A\n(a) x;\n(i) y;\n(ii) z;\n(b) w.\n2. B\nText.\nSCHEDULE 1\n1. C\nText.\n"
    found = clauses(text)
    for index, clause in enumerate(found):
        assert clause.parent < index
        if clause.parent >= 0:
            assert found[clause.parent].span.contains(clause.span)
        assert clause.span.contains(clause.own)


@pytest.mark.parametrize(
    "text", ["", "\n", "1.", "(a)", "ARTICLE", "....", "TABLE OF CONTENTS\n", "EXHIBIT A\n", "第1条"]
)
def test_scraps_do_no_harm(text: str) -> None:
    clauses(text)
