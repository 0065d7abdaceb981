"""Defined terms in their usual dresses."""

from __future__ import annotations

from clausecheck import ingest


def found(text: str) -> dict[str, str]:
    document = ingest.read(text.encode(), name="contract.txt")
    return {d.term: document.text[d.meaning.start : d.meaning.end].strip() for d in document.definitions}


def test_quoted_terms_that_mean() -> None:
    terms = found(
        '"Territory" means France. "Products" shall mean the widgets in Exhibit A. The term "Unit" refers to '
        "one widget. "
        '"Net Price" or "Price" has the meaning set forth in Section 2.'
    )
    assert terms["Territory"] == "France."
    assert terms["Products"] == "the widgets in Exhibit A."
    assert {"Unit", "Net Price", "Price"} <= set(terms)


def test_terms_in_brackets() -> None:
    terms = found(
        'This Agreement (the "Agreement") is between Acme, Inc. (hereinafter "Acme" or the "Supplier") and '
        "Borealis Ltd. "
        '(together with its affiliates, the "Distributor"). Acme sells widgets (each, a "Product" and '
        'collectively, the "Products").'
    )
    assert set(terms) == {"Agreement", "Acme", "Supplier", "Distributor", "Product", "Products"}
    assert terms["Acme"] == "Acme, Inc."


def test_hereinafter_called() -> None:
    terms = found(
        "This contract is between Acme SA, hereinafter called Supplier, and Borealis GmbH, hereinafter referred "
        'to as the "Agent".'
    )
    assert {"Supplier", "Agent"} <= set(terms)


def test_unquoted_terms_in_a_section_of_definitions() -> None:
    terms = found(
        "1. Definitions\nTerritory: the Republic of France.\nProducts means the widgets listed in Exhibit A.\n"
        "2. Notices\nAddress: 1 Main Street, Springfield.\n3. Law\nNew York.\n"
    )
    assert terms["Territory"] == "the Republic of France."
    assert "Products" in terms
    assert "Address" not in terms


def test_a_definition_takes_its_list_along() -> None:
    text = '1. Definitions\n"Cause" means:\n(a) bankruptcy; or\n(b) late payment.\n2. Law\nNew York.\n'
    assert found(text)["Cause"].endswith("late payment.")


def test_quoted_words_are_not_all_terms() -> None:
    assert (
        found('Distributor shall mark the boxes "Made in France" and answer the phone with the words "Good Day".') == {}
    )


def test_japanese() -> None:
    terms = found(
        "株式会社青空(以下「甲」という。)と株式会社海山(以下「乙」という。)は、契約(以下「本契約」という。)を締結する。"
    )
    assert set(terms) == {"甲", "乙", "本契約"}
