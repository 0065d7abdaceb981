"""Sentences: where they end, what introduces them, and which of them decide something."""

from __future__ import annotations

import pytest

from clausecheck.ingest.outline import outline
from clausecheck.model.document import Paragraph, Sentence
from clausecheck.model.location import Span
from clausecheck.text.sentences import sentences

HEAD = 'DISTRIBUTION AGREEMENT\nThis Agreement is made between Acme, Inc. ("Acme") and Borealis Ltd. ("Distributor").\n'


def split(text: str, *tables: str) -> list[tuple[str, Sentence]]:
    paragraphs, at = [], 0
    for line in text.splitlines(keepends=True):
        place = "table" if line.strip() in tables else "body"
        paragraphs.append(Paragraph(Span(at, at + len(line)), place=place))  # type: ignore[arg-type]
        at += len(line)
    clauses = outline(text, tuple(paragraphs))
    return [(text[s.span.start : s.span.end], s) for s in sentences(text, clauses, tuple(paragraphs))]


def passages(text: str) -> list[str]:
    return [passage for passage, _ in split(text)]


def introduced(text: str, item: str) -> list[str]:
    found = split(text)
    sentence = next(s for passage, s in found if passage.startswith(item))
    return [found[index][0] for index in sentence.lead_in]


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme Widgets, Inc. and U.S. Widgets Co. sell goods under Sec. 4.2 and No. 5 of the list.",
        "Distributor, e.g. through its agents, pays 1.5 per cent to Mr. John Q. Public.",
        'This Agreement is between Acme Corp. ("Acme") and Borealis Ltd. ("Distributor").',
        "Payment under Section 3(a) is due at 5 p.m. New York time.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert passages(HEAD + sentence + " Distributor pays.\n")[-2:] == [sentence, "Distributor pays."]


def test_stop_without_a_space() -> None:
    assert passages(HEAD + "Acme sells the widgets.The price is fixed.\n")[-2:] == [
        "Acme sells the widgets.",
        "The price is fixed.",
    ]


def test_japanese_stops() -> None:
    text = "甲(以下「甲」という。)は製品を販売する。ただし、乙が拒むときはこの限りでない。\n"
    assert passages(text) == ["甲(以下「甲」という。)は製品を販売する。", "ただし、乙が拒むときはこの限りでない。"]


def test_items_on_lines_of_their_own() -> None:
    text = (
        HEAD + "1. Exit\nAcme may terminate if Distributor:\n(a) is bankrupt;\n(b) fails:\n(i) to pay; or\n(ii) to "
        "report.\n2. Law\nNew York.\n"
    )
    assert introduced(text, "(a)") == ["Acme may terminate if Distributor:"]
    assert introduced(text, "(ii)") == ["Acme may terminate if Distributor:", "(b) fails:"]


def test_items_inside_a_sentence() -> None:
    text = (
        HEAD + "1. Exit. Acme may terminate if Distributor (a) is bankrupt, (b) is sold, or (c) competes. Notice is "
        "required.\n2. Law. New York.\n"
    )
    assert introduced(text, "(b)") == ["Acme may terminate if Distributor"]
    assert introduced(text, "(c)") == ["Acme may terminate if Distributor"]
    assert introduced(text, "Notice is") == []


def test_numbers_in_brackets_are_no_items() -> None:
    text = HEAD + "Acme gives one (1) sample and two (2) days' notice under paragraphs (a) and (b) of the plan.\n"
    assert passages(text)[-1].startswith("Acme gives")


def test_items_with_bullets() -> None:
    text = (
        HEAD + "Acme may terminate if Distributor:\n- is bankrupt;\n- is sold; or\n- competes.\nThis is a further "
        "rule of the parties.\n"
    )
    assert introduced(text, "- competes") == ["Acme may terminate if Distributor:"]
    assert introduced(text, "This is a further") == []


def test_what_decides_nothing() -> None:
    text = HEAD + (
        "WHEREAS, Acme makes widgets.\nNOW, THEREFORE, the parties agree as follows:\n1. TERM. This Agreement "
        "lasts five years.\n"
        "2. [Reserved]\n3. Governing Law. New York.\nIN WITNESS WHEREOF, the parties have signed.\nBy: ______ "
        "Name: Ann Title: President\n"
        "EXHIBIT A\nPrices may change.\n"
    )
    operative = {passage: sentence.operative for passage, sentence in split(text)}
    assert operative["This Agreement lasts five years."]
    assert operative["Prices may change."]
    for silent in (
        "DISTRIBUTION AGREEMENT",
        "WHEREAS, Acme makes widgets.",
        "1. TERM.",
        "2. [Reserved]",
        "3. Governing Law.",
        "EXHIBIT A",
    ):
        assert not operative[silent], silent


def test_rows_of_a_table() -> None:
    row = "2024 | 500 Units. No less"
    found = split(HEAD + "Distributor shall buy:\n" + row + "\n2025 | 600 Units\n", row, "2025 | 600 Units")
    assert found[-2][0] == row
    assert [found[i][0] for i in found[-1][1].lead_in] == ["Distributor shall buy:"]


def test_sentence_across_a_page_break() -> None:
    assert (
        passages(HEAD + "Acme shall sell and\ndeliver the widgets.\n")[-1]
        == "Acme shall sell and\ndeliver the widgets."
    )


def test_every_character_is_in_one_sentence() -> None:
    text = (
        HEAD + "1. Exit. If (a) x happens; (b) y; then: end. • Bullet? Yes! 2. Law: New York; or not\n\n(c) stray\n"
        "EXHIBIT B\n___\n" + "word; " * 900 + "\n"
    )
    at = 0
    for _, sentence in split(text):
        assert sentence.span.start >= at
        assert not text[at : sentence.span.start].strip()
        at = sentence.span.end
    assert not text[at:].strip()
    assert max(len(passage) for passage in passages(text)) <= 1500
