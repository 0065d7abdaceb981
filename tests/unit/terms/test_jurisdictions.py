"""Whose law may matter: law chosen, territory, seats; and the names that only look like states."""

import pytest

from clausecheck.ingest import read
from clausecheck.packs import load_builtin
from clausecheck.terms import answer
from clausecheck.terms.jurisdictions import places


def named(text: str) -> set[str]:
    return {code for codes, _ in places(text) for code in codes}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Japan and the Republic of Korea", {"jp", "kr"}),
        ("Belgium, the Netherlands and Luxembourg", {"be", "nl", "lu"}),
        ("Benelux", {"be", "nl", "lu"}),
        ("the United States and its territories and possessions", {"us", "pr", "vi", "gu"}),
        ("the United States and its possessions, excluding Puerto Rico", {"us", "vi", "gu"}),
        ("the Caribbean, excluding Puerto Rico", {"do", "jm", "tt", "bs", "vi"}),
        ("the Nordic Countries other than Norway", {"dk", "fi", "se", "is"}),
        ("Dubai and the Northern Emirates", {"ae"}),
        ("Lebanon, Ohio", {"us"}),
        ("Lebanon and Jordan", {"lb", "jo"}),
        ("Georgia and Alabama", {"us"}),
        ("Georgia, Armenia and Azerbaijan", {"ge", "am", "az"}),
        ("New Mexico", {"us"}),
        ("Wisconsin", {"us", "us-wi"}),
        ("fresh turkey and US beef", {"us"}),
        ("Michael Jordan", set()),
        ("Belgium chocolate made in Japan", set()),
        ("Products manufactured in Korea", set()),
        ("France (excluding Germany but including Austria)", {"fr", "at"}),
        ("worldwide", {"worldwide"}),
        ("us and them", set()),
    ],
)  # fmt: skip
def test_places(text: str, codes: set[str]) -> None:
    assert named(text) == codes


def facts(text: str, fact: str = "jurisdictions") -> tuple[str, ...]:
    document = read(text.encode(), name="contract.txt")
    _, sheet = answer(document, load_builtin("distribution"))
    value = sheet[fact].value
    assert isinstance(value, tuple)
    return value


AGREEMENT = """DISTRIBUTION AGREEMENT

This Agreement is made on 1 March 2020 between Halden Pumps AS, a company organized under the laws of {seat}
("Supplier") and Kestrel Trading Limited ("Distributor").

1. Appointment
1.1 Supplier appoints Distributor as its distributor of the Products in the Territory.
1.2 "Territory" means {territory}.

2. General
2.1 This Agreement is governed by the laws of {law}. The Products contain steel from Turkey.
"""


def test_law_territory_and_seat_are_joined() -> None:
    text = AGREEMENT.format(seat="Norway", territory="Belgium and Japan", law="England")
    assert facts(text) == ("be", "eea", "eu", "jp", "no", "uk")
    assert facts(text, "territories") == ("be", "eea", "eu", "jp")


def test_the_territory_is_not_the_law() -> None:
    text = AGREEMENT.format(seat="Norway", territory="Singapore", law="Belgium")
    assert facts(text, "territories") == ("sg",)


def test_nothing_named() -> None:
    text = "1. Supplier appoints Distributor as its distributor of the Products.\n"
    assert facts(text) == ()


def test_grant_that_names_the_country() -> None:
    text = "1. Supplier appoints Distributor as its exclusive distributor of the Products in Japan.\n"
    assert facts(text, "territories") == ("jp",)


def test_where_a_party_is_active_is_neither_its_seat_nor_the_territory() -> None:
    text = AGREEMENT.format(seat="Norway", territory="Romania", law="Texas") + (
        "2.2 The Distributor is a company operating in Belgium and Kuwait.\n"
    )
    assert facts(text, "territories") == ("eea", "eu", "ro")


def test_where_the_goods_come_from_is_no_seat() -> None:
    text = AGREEMENT.format(seat="Norway", territory="Romania", law="Texas").replace(
        '("Distributor").\n', '("Distributor"), a company. Supplier imports the Products from Brazil.\n'
    )
    assert "br" not in facts(text)


def test_all_countries_of_a_continent_are_not_the_world() -> None:
    text = AGREEMENT.format(seat="Norway", territory="all countries and their possessions in Chile", law="Texas")
    assert "worldwide" not in facts(text, "territories")
    text = AGREEMENT.format(seat="Norway", territory="all countries of the world", law="Texas")
    assert "worldwide" in facts(text, "territories")
