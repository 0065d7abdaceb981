"""What the rules for names and dates find in small openings written for these tests."""

from __future__ import annotations

import pytest

from clausecheck.ingest import read
from clausecheck.reader.names import names

BODY = """
1. Appointment. Supplier appoints Distributor, and Distributor accepts.

2. Orders. Distributor shall order in writing, and Supplier shall confirm within five days.
"""


def found(text: str, type_: str) -> dict[str, float]:
    """What is found of a type, with its confidence, spaces made one."""
    document = read(text.encode(), name="a.txt")
    named = [one for one in names(document) if one.type == type_]
    return {" ".join(document.text[one.span.start : one.span.end].split()): one.confidence for one in named}


def test_a_party_is_found_by_name_and_by_word_but_not_by_its_initials() -> None:
    text = (
        "SUPPLY AGREEMENT\n\nThis Supply Agreement is made on May 2, 2021 between Larkfield Pumps, Inc., an Ohio "
        'corporation ("LFP"), and Osterby Trading Limited, an English company (hereinafter called the "Distributor"), '
        'each a "Party" and together the "Parties".\n' + BODY + "LFP ships. LFP delivers. LFP invoices."
    )
    parties = found(text, "parties")
    assert {"Larkfield Pumps, Inc.", "Osterby Trading Limited"} <= set(parties)
    assert any("Distributor" in words for words in parties)
    assert any("Parties" in words for words in parties)
    assert not any("LFP" in words for words in parties)


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ('Maple Grove LLC, doing business as Grove Tea ("Supplier"), and Kettle Ltd ("Buyer")', "Grove Tea"),
        ("Party A: Tessel Machines Co., Ltd.\nParty B: Hollin Import Co., Ltd.", "Party A"),
        ('Brightwater Inc. ("Supplier"), Dunmore Foods Ltd and Dunmore Retail Ltd ("Buyer")', "Dunmore Retail Ltd"),
        ('Brightwater Inc. ("we," "us" or "Supplier") and Dunmore Foods Ltd ("you" or "Buyer")', '"you" or "Buyer"'),
        ("Brightwater Inc., formerly known as Tidewater, Inc., and Dunmore Foods Ltd", "known as Tidewater, Inc."),
        ("Brightwater Inc. (the Supplier) and Dunmore Foods Ltd (the Buyer)", "the Supplier"),
    ],
)
def test_other_ways_to_name_a_party(opening: str, words: str) -> None:
    text = f"SALES AGREEMENT\n\nThis Agreement is made by and between {opening}.\n{BODY}"
    assert any(words in party for party in found(text, "parties"))


def test_who_signs_is_a_party_even_if_the_opening_names_a_schedule_only() -> None:
    text = (
        'COOPERATION AGREEMENT\n\nThis Agreement is made between Fairlead Corp. ("Company") and the persons on the '
        f"signature page.\n{BODY}\nIN WITNESS WHEREOF the parties have signed.\n\nFAIRLEAD CORP.\nBy: ____\n\n"
        "QUARRY HILL PARTNERS LLC\nBy: ____\n"
    )
    assert "QUARRY HILL PARTNERS LLC" in found(text, "parties")


def test_the_title_of_an_officer_is_no_part_of_the_next_name() -> None:
    text = (
        'COOPERATION AGREEMENT\n\nThis Agreement is made between Fairlead Corp. ("Company"), Pinecrest Inc. ("Agent") '
        f"and the persons on the signature page.\n{BODY}\nIN WITNESS WHEREOF the parties have signed.\n\n"
        "FAIRLEAD CORP.\nBy: ____\nTitle: Vice President QUARRY HILL PARTNERS LLC\nBy: ____\n"
    )
    assert not any("President" in name for name in found(text, "parties"))


def test_a_word_for_some_of_the_parties_together() -> None:
    text = (
        'SUPPLY AGREEMENT\n\nThis Agreement is made between Larkfield Pumps, Inc. ("Larkfield"), Osterby Foods Limited'
        ' ("Osterby") (Larkfield and Osterby are collectively called the "Sellers"), and Dunmore Foods Ltd '
        f'("Buyer").\n{BODY}'
    )
    assert any("Sellers" in words for words in found(text, "parties"))


def test_the_definitions_may_say_who_a_party_is() -> None:
    sentence = '"Party" means Pinecrest or Silverton; and "Parties" means both of them'
    text = OPENING.format("") + 60 * BODY + f"\n3. Definitions. {sentence}.\n"
    assert sentence in found(text, "parties")


def test_a_thing_defined_beside_a_name_is_no_word_for_it() -> None:
    text = (
        'HOSTING AGREEMENT\n\nThis Agreement is made between Pinecrest Inc. ("Host") and Silverton Ltd ("Client"), '
        'who keep several accounts (collectively, the "Trading Accounts").\n' + BODY
    )
    assert not any("Accounts" in words for words in found(text, "parties"))


def test_defined_things_far_from_the_parties_are_no_words_for_them() -> None:
    text = (
        'HOSTING AGREEMENT\n\nThis Agreement is made between Pinecrest Inc. ("Host") and Silverton Ltd ("Client").\n'
        + BODY
        + '\n3. Terms. "Acceptance Testing" means the tests of Schedule 2. "Change Order" means a written change.\n'
    )
    assert not {"Acceptance Testing", "Change Order"} & set(found(text, "parties"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "DEALER AGREEMENT\n\nThis Dealer Agreement is made this 4th day of June, 2019 by {}.",
            "4th day of June, 2019",
        ),
        (
            "AMENDMENT\n\nThis Amendment is effective as of July 1, 2020 and is entered into on June 12, 2020 by {}.",
            "June 12, 2020",
        ),
        (
            "TERMINATION AGREEMENT\n\nUnder the Lease Agreement dated March 3, 2011 certain rooms were let. "
            "This Agreement is dated April 9, 2014 and made by {}.",
            "April 9, 2014",
        ),
        ("SERVICE AGREEMENT\n\nOctober 3, 2018\n\nThis Agreement is made by {}.", "October 3, 2018"),
        ("SERVICE AGREEMENT\n\nThis Agreement is entered into as of , 2015 by {}.", ", 2015"),
    ],
)
def test_the_day_a_contract_was_made(text: str, expected: str) -> None:
    between = 'and between Larkfield Pumps, Inc. ("Supplier") and Osterby Trading Limited ("Distributor")'
    dates = found(text.format(between) + "\n" + BODY, "agreement_date")
    assert list(dates) == [expected]
    assert dates[expected] > 0.5


def test_without_a_dated_opening_the_signatures_date_it() -> None:
    text = (
        'SALES AGREEMENT\n\nThis Agreement is made between Pinecrest Inc. ("Seller") and Silverton Ltd ("Buyer").\n'
        f"{BODY}\nIN WITNESS WHEREOF the parties have signed.\n\nPinecrest Inc.\nBy: /s/ A. Moor\nDate: 7 May 2016\n"
    )
    assert list(found(text, "agreement_date")) == ["7 May 2016"]


def test_a_date_in_figures_beside_a_signature_that_schedules_follow() -> None:
    text = (
        'SALES AGREEMENT\n\nThis Agreement is made between Pinecrest Inc. ("Seller") and Silverton Ltd ("Buyer").\n\n'
        f"WITNESSETH\n{BODY}\nPinecrest Inc.\nBy: /s/ A. Moor\nDate: 5-17-16\n\nSCHEDULE A\n" + 60 * BODY
    )
    assert list(found(text, "agreement_date")) == ["5-17-16"]


def test_the_footer_of_a_filing_dates_nothing() -> None:
    text = "SALES AGREEMENT\n\nSource: PINECREST INC., 10-K, 3/9/2018\n\nSeller sells and Buyer buys.\n" + BODY
    assert not found(text, "agreement_date")


OPENING = (
    'SALES AGREEMENT\n\nThis Agreement is made on May 2, 2021{} between Pinecrest Inc. ("Supplier") and Silverton Ltd '
    '("Distributor").\n'
)


def test_a_date_called_the_effective_date_is_all_there_is_to_find() -> None:
    text = OPENING.format(' (the "Effective Date")') + "1. Term. This Agreement commences on the Effective Date.\n"
    assert list(found(text, "effective_date")) == ["May 2, 2021"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Effective Date" means the date on which the last Party signs.',
        "This Agreement shall become effective on June 1, 2021.",
        "This Agreement comes into force when both Parties have signed it.",
    ],
)
def test_a_sentence_that_sets_the_effective_date(sentence: str) -> None:
    dates = found(
        OPENING.format("") + 3 * BODY + "\n3. Term. " + sentence + " Either Party may renew it.\n", "effective_date"
    )
    assert dates[sentence] > 0.5


def test_a_sentence_may_call_its_date_the_effective_date() -> None:
    sentence = 'The term of this Agreement shall commence on June 1, 2021 (the "Effective Date").'
    text = OPENING.format("") + 120 * BODY + "\n3. Term. " + sentence + "\n"
    assert "June 1, 2021" in found(text, "effective_date")


@pytest.mark.parametrize(
    "sentence",
    [
        "No amendment of this Agreement shall be effective unless it is in writing.",
        "After the date this Agreement takes effect, Supplier shall train Distributor.",
        "A waiver under this Agreement is effective only if signed.",
    ],
)
def test_sentences_that_set_no_effective_date(sentence: str) -> None:
    assert not found(OPENING.format("") + BODY + "\n3. General. " + sentence + "\n", "effective_date")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "EXHIBIT 10.7\n\nLARKFIELD PUMPS, INC. RESELLER AGREEMENT\n\nThis Reseller Agreement is",
            "RESELLER AGREEMENT",
        ),
        ("Second Amendment to the Distribution Agreement\n\nThis is", "Second Amendment to the Distribution Agreement"),
        ("FORM OF FRANCHISE AGREEMENT\n\nTHIS FRANCHISE AGREEMENT is", "FRANCHISE AGREEMENT"),
        ("LARKFIELD PUMPS, LLC and OSTERBY FOODS CORPORATION SUPPLY AGREEMENT\n\nThis is", "SUPPLY AGREEMENT"),
        ("Contract No.: 77-A\n\nSUPPLY AGREEMENT\n\nThis Agreement is", "SUPPLY AGREEMENT"),
        ("RESALE & SERVICE AGREEMENT\n\nThis Resale & Service Agreement is", "RESALE & SERVICE AGREEMENT"),
    ],
)
def test_the_title_stands_alone(head: str, expected: str) -> None:
    text = f'{head} made on May 2, 2021 between Pinecrest Inc. ("Supplier") and Silverton Ltd ("Distributor").\n{BODY}'
    assert expected in found(text, "document_name")
