"""Parties: names as the contract gives them, and the words it calls them by."""

from __future__ import annotations

import pytest

from clausecheck.ingest.parties import find_parties

BODY = (
    "\n\n1. Appointment. The Products are sold in the Territory. Northwind shall deliver. "
    "Kestrel shall pay. Northwind may inspect. "
    "Kestrel shall report. Northwind and Kestrel agree on this. Northwind Pumps and Kestrel Trading sign below.\n"
)
WORDED = {
    "bracketed words": (
        'DISTRIBUTION AGREEMENT\n\nThis Agreement (the "Agreement") is made as of May 1, 2024 '
        '(the "Effective Date") by and between '
        'Northwind Pumps, Inc., a Delaware corporation (the "Company"), and Kestrel Trading Co., '
        "Ltd., a Japanese company with offices "
        'at 1-2-3 Kanda, Tokyo ("Distributor").\n\nWHEREAS, the Company makes pumps.\n',
        [("Northwind Pumps, Inc.", "Company"), ("Kestrel Trading Co., Ltd.", "Distributor")],
    ),
    "address after the word": (
        'This agreement is between Northwind Pumps, Inc. ("Northwind"), an Ontario corporation '
        "with its principal place of business at "
        "12 Lake Street, Suite 4, Toronto, Ontario M2J 5B5, and 7712345 Ontario Limited, with "
        'its seat at 9 Hill Road (the "Reseller").',
        [("Northwind Pumps, Inc.", "Northwind"), ("7712345 Ontario Limited", "Reseller")],
    ),
    "closing quote missing": (
        'This Agreement is made by and between Northwind Pumps, Inc., a Delaware corporation ("Company), '
        'and Kestrel Trading GmbH ("Dealer").',
        [("Northwind Pumps, Inc.", "Company"), ("Kestrel Trading GmbH", "Dealer")],
    ),
    "hereinafter, without brackets": (
        "Agreement made between Northwind Pumps, Inc., hereinafter referred to as the Manufacturer, "
        "and Kestrel Trading S.A., "
        "hereinafter called Distributor.",
        [("Northwind Pumps, Inc.", "Manufacturer"), ("Kestrel Trading S.A.", "Distributor")],
    ),
    "hereinafter A or B": (
        'BETWEEN Northwind Pumps Ltd (hereinafter "Northwind" or the "Supplier") AND Kestrel Trading '
        "B.V. (hereinafter referred to as "
        '"Kestrel" or the "Distributor"). The Supplier supplies. The Supplier warrants. The Supplier '
        "ships. The Distributor pays. "
        "The Distributor sells.",
        [("Northwind Pumps Ltd", "Supplier"), ("Kestrel Trading B.V.", "Distributor")],
    ),
    "numbered parties": (
        "THIS AGREEMENT is made BETWEEN:\n\n(1) NORTHWIND PUMPS LIMITED, a company registered "
        'in England (the "Supplier"); and\n\n'
        '(2) KESTREL TRADING PTE LTD, whose office is at 5 Quay Road, Singapore (the "Distributor").\n'
        "\nIT IS AGREED as follows.",
        [("NORTHWIND PUMPS LIMITED", "Supplier"), ("KESTREL TRADING PTE LTD", "Distributor")],
    ),
    "cover sheet": (
        "DISTRIBUTION TERMS\n\nSupplier: Northwind Pumps, Inc.\n\nDistributor: Kestrel Trading "
        "Co., Ltd.\n\nThe Supplier appoints the Distributor.",
        [("Northwind Pumps, Inc.", "Supplier"), ("Kestrel Trading Co., Ltd.", "Distributor")],
    ),
    "party A and party B": (
        "Party A: Northwind Pumps (Shanghai) Co., Ltd.\n\nParty B: Kestrel Trading Co., Ltd.\n"
        "\nParty A authorizes Party B to sell.",
        [("Northwind Pumps (Shanghai) Co., Ltd.", "Party A"), ("Kestrel Trading Co., Ltd.", "Party B")],
    ),
    "blank of a form": (
        "THIS AGREEMENT is entered into by and between NORTHWIND PUMPS AG, a Swiss corporation "
        '("NORTHWIND"), and _______________, '
        'a corporation existing under the laws of ________ ("Distributor").',
        [("NORTHWIND PUMPS AG", "NORTHWIND"), ("_______________", "Distributor")],
    ),
    "word in brackets without quotes": (
        "Agreement between Northwind Pumps, Inc. (the COMPANY) and Kestrel Trading LLC (the DISTRIBUTOR). "
        "The COMPANY sells.",
        [("Northwind Pumps, Inc.", "COMPANY"), ("Kestrel Trading LLC", "DISTRIBUTOR")],
    ),
    "amendment": (
        'AMENDMENT NO. 2\n\nThis Amendment No. 2 ("Amendment") to the Distributor Agreement dated '
        'May 1, 2020 (the "Agreement"), by and '
        'between Northwind Pumps, Inc. ("Northwind"), and Kestrel Trading, Inc. ("Distributor"), '
        "is effective on signature. Capitalised "
        "terms have the meaning given in the Agreement.",
        [("Northwind Pumps, Inc.", "Northwind"), ("Kestrel Trading, Inc.", "Distributor")],
    ),
    "definitions": (
        'TERMS OF RESALE\n\n1. Definitions\n"Vendor" means Northwind Pumps, Inc.\n"Partner" means '
        "Kestrel Trading LLC.\nVendor appoints Partner.",
        [("Northwind Pumps, Inc.", "Vendor"), ("Kestrel Trading LLC", "Partner")],
    ),
}


@pytest.mark.parametrize("kind", WORDED)
def test_names_and_words(kind: str) -> None:
    text, expected = WORDED[kind]
    assert [(p.name, p.label) for p in find_parties(text, ())] == expected


def test_trade_name_is_the_label_where_no_word_is_given() -> None:
    text = "This Agreement is entered into by and between Northwind Pumps, Inc. and Kestrel Trading Co., Ltd." + BODY
    assert [p.label for p in find_parties(text, ())] == ["Northwind", "Kestrel"]


def test_trade_name_stands_beside_the_given_word() -> None:
    text = 'Agreement between Northwind Pumps, Inc. ("Company") and Kestrel Trading Co., Ltd. ("Distributor").' + BODY
    parties = find_parties(text, ())
    assert "Northwind" in parties[0].aliases
    assert "Kestrel" in parties[1].aliases


def test_trading_name_after_dba() -> None:
    text = (
        'Agreement between 771234 B.C. Ltd. d/b/a Northwind, having an office in Vancouver ("Supplier") '
        'and Kestrel Inc. ("Dealer").'
    )
    first = find_parties(text, ())[0]
    assert first.name == "771234 B.C. Ltd."
    assert "Northwind" in first.aliases


def test_words_for_other_things_name_no_party() -> None:
    text = (
        'This Agreement (the "Agreement") is made on May 1, 2024 (the "Effective Date") between '
        'Northwind Pumps, Inc. ("Northwind") '
        'and Kestrel Trading LLC ("Kestrel"), each a "Party" and together the "Parties", about '
        'the pumps in Exhibit A (the "Products").'
    )
    words = {a for p in find_parties(text, ()) for a in p.aliases}
    assert not words & {"Agreement", "Effective Date", "Party", "Parties", "Products"}


def test_shared_first_word_is_nobodys_short_form() -> None:
    text = (
        'Agreement between Northwind Pumps, Inc. ("Maker") and Northwind Trading LLC ("Seller"). '
        "Northwind is a name. Northwind is a wind. Northwind blows. Northwind again."
    )
    assert all("Northwind" not in p.aliases for p in find_parties(text, ()))


def test_signatures_are_the_last_resort() -> None:
    text = (
        "Terms of sale. The goods are pumps.\n\nIN WITNESS WHEREOF\n\nNORTHWIND PUMPS, INC.\nBy: "
        "________\n\nKESTREL TRADING LLC\nBy: ________\n"
    )
    assert [p.name for p in find_parties(text, ())] == ["NORTHWIND PUMPS, INC.", "KESTREL TRADING LLC"]


def test_text_without_parties() -> None:
    assert find_parties("", ()) == ()
    assert find_parties("A page about the weather between May and June.", ()) == ()


def test_japanese_parties() -> None:
    text = (
        "北風ポンプ株式会社（以下「甲」という。）と隼商事株式会社（以下「乙」という。）とは、次"
        "のとおり契約（以下「本契約」という。）を締結する。"
    )
    assert [(p.name, p.label) for p in find_parties(text, ())] == [
        ("北風ポンプ株式会社", "甲"),
        ("隼商事株式会社", "乙"),
    ]


def test_japanese_role_words() -> None:
    text = (
        "北風ポンプ株式会社（以下、「売主」という）及び隼商事株式会社（以下、「販売店」という）"
        "は、以下のとおり合意する。"
    )
    assert [p.label for p in find_parties(text, ())] == ["売主", "販売店"]
