"""Roles: who supplies and who distributes, and where that cannot be told."""

from __future__ import annotations

import pytest

from clausecheck.errors import UsageError
from clausecheck.ingest.parties import find_parties
from clausecheck.ingest.roles import assign_roles
from clausecheck.model.document import Roles

PREAMBLE = (
    'This Agreement is made by and between Northwind Pumps, Inc. ("{a}") and Kestrel Trading Co., Ltd. ("{b}").\n\n'
)
SALE = (
    "1. {s} hereby appoints {d} as its exclusive distributor of the Products. {d} accepts such appointment.\n"
    "2. {d} shall purchase the Products from {s} and shall use its best efforts to promote and resell them.\n"
)


def roles_of(text: str, **overrides: str) -> Roles:
    return assign_roles(text, find_parties(text, ()), (), overrides)


def labels(roles: Roles) -> tuple[str | None, str | None]:
    return (
        roles.supplier.label if roles.supplier else None,
        roles.distributor.label if roles.distributor else None,
    )


def deal(body: str, a: str = "Northwind", b: str = "Kestrel") -> str:
    return PREAMBLE.format(a=a, b=b) + body


@pytest.mark.parametrize("supplier", ["Northwind", "Kestrel"])
def test_trade_names_are_told_by_what_they_do(supplier: str) -> None:
    distributor = "Kestrel" if supplier == "Northwind" else "Northwind"
    roles = roles_of(deal(SALE.format(s=supplier, d=distributor)))
    assert labels(roles) == (supplier, distributor)
    assert roles.confidence >= 0.8


def test_passive_voice() -> None:
    body = (
        "1. Kestrel is hereby appointed by Northwind as non-exclusive reseller. Products purchased "
        "from Northwind may be resold by Kestrel.\n"
    )
    assert labels(roles_of(deal(body))) == ("Northwind", "Kestrel")


def test_company_may_be_the_distributor() -> None:
    body = SALE.format(s="Vendor", d="the Company")
    assert labels(roles_of(deal(body, a="Company", b="Vendor"))) == ("Vendor", "Company")


@pytest.mark.parametrize(
    "body",
    [
        (
            "1. Principal appoints Agent as its sales agent. Agent shall solicit orders. Principal "
            "shall pay Agent a commission.\n"
        ),
        (
            "1. Agent accepts the appointment. The commission is paid by Principal. Agent shall promote "
            "the Products of Principal.\n"
        ),
    ],
)
def test_principal_and_agent(body: str) -> None:
    assert labels(roles_of(deal(body, a="Agent", b="Principal"))) == ("Principal", "Agent")


def test_licensor_and_licensee() -> None:
    body = (
        "1. Licensor grants to Licensee a licence to distribute the Software. Licensee shall pay Licensor royalties.\n"
    )
    assert labels(roles_of(deal(body, a="Licensee", b="Licensor"))) == ("Licensor", "Licensee")


def test_upstream_reseller_supplies_its_subreseller() -> None:
    body = (
        "1. Reseller appoints Sub-Reseller as its sub-reseller. Sub-Reseller shall purchase the "
        "Products from Reseller.\n"
    )
    text = deal(body * 3, a="Reseller", b="Sub-Reseller")
    assert labels(roles_of(text)) == ("Reseller", "Sub-Reseller")


def test_right_to_appoint_subdistributors_makes_no_supplier() -> None:
    body = (
        SALE.format(s="Northwind", d="Kestrel")
        + "3. Kestrel may appoint sub-distributors. Kestrel shall appoint sub-dealers with care.\n"
    )
    assert labels(roles_of(deal(body))) == ("Northwind", "Kestrel")


def test_third_party_is_kept_apart() -> None:
    text = (
        'This Agreement is among Northwind Pumps, Inc. ("Northwind"), Kestrel Trading LLC ("Kestrel") '
        'and Heron Bank AG ("Guarantor").\n\n'
    ) + SALE.format(s="Northwind", d="Kestrel")
    roles = roles_of(text)
    assert labels(roles) == ("Northwind", "Kestrel")
    assert [p.label for p in roles.others] == ["Guarantor"]


def test_employment_has_no_roles() -> None:
    text = (
        'EMPLOYMENT AGREEMENT\n\nThis Agreement is between Northwind Pumps, Inc. (the "Company") and Ann Archer '
        '("Employee").\n\n1. The Company engages Employee as engineer. Employee shall devote her time. '
        "The Company shall pay Employee a salary.\n"
    )
    roles = roles_of(text)
    assert labels(roles) == (None, None)
    assert roles.confidence < 0.5
    assert roles.reason


def test_silent_contract_has_no_roles() -> None:
    roles = roles_of(deal("1. Northwind and Kestrel shall keep secrets. Each party bears its costs.\n"))
    assert labels(roles) == (None, None)
    assert "cannot be told" in roles.reason


def test_override_by_name_or_word_in_any_case() -> None:
    text = deal(SALE.format(s="Northwind", d="Kestrel"))
    assert labels(roles_of(text, supplier="KESTREL")) == ("Kestrel", "Northwind")
    assert labels(roles_of(text, distributor="northwind pumps, inc.")) == ("Kestrel", "Northwind")


def test_override_may_name_a_word_of_the_text() -> None:
    text = deal(SALE.format(s="Northwind", d="Kestrel") + "3. Heron guarantees payment.\n")
    roles = roles_of(text, supplier="Heron")
    assert roles.supplier is not None
    assert roles.supplier.label == "Heron"


def test_override_that_names_nobody_lists_the_parties() -> None:
    with pytest.raises(UsageError, match="Northwind"):
        roles_of(deal(SALE.format(s="Northwind", d="Kestrel")), supplier="Zebra")


def test_same_party_on_both_sides_is_refused() -> None:
    with pytest.raises(UsageError, match="same party"):
        roles_of(deal("Northwind sells."), supplier="Northwind", distributor="Northwind")


JAPANESE = "北風ポンプ株式会社（以下「甲」という。）と隼商事株式会社（以下「乙」という。）とは、次のとおり契約する。\n"


def test_japanese_particles_decide_not_the_letter() -> None:
    usual = JAPANESE + (
        "第1条 甲は、乙を日本における独占的販売店に指定し、乙はこれを承諾する。乙は、甲から本製"
        "品を購入し、これを販売する。\n"
    )
    reverse = JAPANESE + "第1条 乙は、甲を本地域における独占的販売店に指名し、甲はこれを受諾する。\n"
    assert labels(roles_of(usual)) == ("甲", "乙")
    assert labels(roles_of(reverse)) == ("乙", "甲")
    assert roles_of(usual).confidence >= 0.8


FRANCHISE = (
    "1. We grant you the right to operate one Brightside Bakery. You must pay us a royalty of 5% each week.\n"
    "2. You must purchase the Products from us or from a source that we approve. We will supply you with flour.\n"
    "3. You shall not permit anyone to use our trademarks. You own the lease of your premises.\n"
)


@pytest.mark.parametrize(
    "opening",
    [
        "This Franchise Agreement is made by and between Brightside Bakeries, Inc., an Ohio corporation "
        '("we," "us" or "our"), and Alder Foods, LLC ("you" or "your").\n\n',
        "This Franchise Agreement is made by and between:\n\n● Brightside Bakeries, Inc., an Ohio corporation "
        '("we," "us" or "our"); and\n\n● a [resident of] the state of and having offices at ("you" or the '
        '"Franchisee").\n\n',
        "This Franchise Agreement is entered into between Brightside Bakeries, Inc., an Ohio corporation, and the "
        'person or entity identified on the cover page ("Franchisee"). In this Agreement, "we," "us" and "our" refers '
        'to Brightside Bakeries, Inc., the franchisor. "You" and "your" refers to the Franchisee.\n\n',
    ],
)
def test_papers_in_we_and_you(opening: str) -> None:
    roles = roles_of(opening + FRANCHISE)
    assert roles.supplier
    assert roles.supplier.name == "Brightside Bakeries, Inc."
    assert roles.distributor
    assert "you" in roles.distributor.aliases


@pytest.mark.parametrize("title", ["TURN-KEY MANUFACTURING AGREEMENT", "CONTRACT MANUFACTURING AGREEMENT"])
def test_the_maker_supplies_though_the_buyer_owns_and_licenses_the_design(title: str) -> None:
    body = (
        "1. Northwind owns the designs of the Units. Northwind hereby grants to Kestrel a licence to use Northwind's "
        "technology, as authorized by Northwind, in order to make the Units.\n"
        "2. Kestrel shall manufacture the Units for Northwind. Northwind shall purchase the Units from Kestrel.\n"
    )
    assert labels(roles_of(f"{title}\n\n" + deal(body))) == ("Kestrel", "Northwind")


def test_a_licence_to_use_a_logo() -> None:
    body = "1. Northwind permits Kestrel to use the Northwind logo on its cartons. The logo is owned by Northwind.\n"
    assert labels(roles_of("CO-BRANDING AGREEMENT\n\n" + deal(body))) == ("Northwind", "Kestrel")


def test_the_distributor_that_appoints_the_other_supplies() -> None:
    body = (
        "1. Distributor is the distributor of the Pumps. Distributor hereby appoints Kestrel as its representative "
        "for the northern counties. Kestrel shall use its best efforts to promote the Pumps.\n"
    )
    assert labels(roles_of(deal(body, a="Distributor"))) == ("Distributor", "Kestrel")


def test_a_distributor_that_names_an_agent_stays_the_distributor() -> None:
    body = SALE.format(s="Kestrel", d="Distributor") + "3. Distributor appoints Kestrel as its agent for customs.\n"
    assert labels(roles_of(deal(body, a="Distributor"))) == ("Kestrel", "Distributor")


def test_letter_to_an_agent() -> None:
    text = (
        "Larch Capital Partners, Inc.\n12 Quay Street\n\nLadies and Gentlemen:\n\n"
        'Northwind Pumps, Inc. (the "Company") confirms its agreement with Larch Capital Partners, Inc. ("Larch").\n\n'
        "1. The Company appoints Larch as its exclusive sales agent. Larch accepts such appointment.\n"
    )
    roles = roles_of(text)
    assert roles.supplier
    assert roles.supplier.name == "Northwind Pumps, Inc."
    assert roles.distributor
    assert roles.distributor.name == "Larch Capital Partners, Inc."


@pytest.mark.parametrize(
    "form",
    [
        "The buyer/End-User: Kestrel Trading Co., Ltd.\nTel:\n\nThe seller:\nAddress:\n\n",
        "No: Date: The Buyer: Kestrel Trading Co., Ltd. Tel: Fax: The Seller: Address:\n\n",
    ],
)
def test_form_that_one_side_filled_in(form: str) -> None:
    text = (
        f"SUPPLY CONTRACT\n\n{form}"
        "1. The Buyer shall purchase the Products from the Seller. The Seller shall deliver the Products to the "
        "Buyer.\n"
    )
    roles = roles_of(text)
    assert labels(roles) == ("Seller", "Buyer")
    assert roles.distributor
    assert roles.distributor.name == "Kestrel Trading Co., Ltd."


def test_names_between_dashes() -> None:
    text = (
        "SUPPLY AGREEMENT between Borealis Oils GmbH, Hamburg, Germany — hereinafter referred to as Borealis — and "
        "Kestrel Trading Inc, 4 Elm Court, Boston — hereinafter referred to as Kestrel —\n\nWhereas, Borealis is a "
        "producer of oils;\n\n1. Borealis shall supply the oils to Kestrel. Kestrel shall purchase the oils from "
        "Borealis.\n"
    )
    assert labels(roles_of(text)) == ("Borealis", "Kestrel")


def test_a_word_defined_in_capitals_and_used_in_small_letters() -> None:
    body = "1. Network One appoints Affiliate as its agent. Affiliate shall solicit orders for Network One.\n"
    roles = roles_of(deal(body, a="NETWORK ONE", b="AFFILIATE"))
    assert labels(roles) == ("NETWORK ONE", "AFFILIATE")


def test_role_words_without_a_capital() -> None:
    text = (
        "SALES CONTRACT\n\nThe buyer: Kestrel Trading Co., Ltd.\nThe seller: Northwind Pumps, Inc.\n\n"
        "1. the buyer shall purchase the goods from the seller. the seller shall deliver the goods to the buyer.\n"
        "2. the seller shall supply spare parts to the buyer, and the buyer shall pay the seller for the goods.\n"
        "3. Where the buyer is late, the seller shall give the buyer notice, and the buyer shall answer the seller.\n"
    )
    roles = roles_of(text)
    assert roles.supplier
    assert roles.supplier.name == "Northwind Pumps, Inc."
    assert roles.distributor
    assert roles.distributor.name == "Kestrel Trading Co., Ltd."


def test_licences_both_ways_need_more_to_tell_the_roles() -> None:
    body = (
        "1. Northwind grants to Kestrel a licence to use its patents. Kestrel grants to Northwind a licence to use its "
        "patents.\n2. Kestrel may purchase Units at cost. The pumps are owned by Northwind.\n"
    )
    assert labels(roles_of(deal(body))) == (None, None)
    more = "3. Kestrel shall purchase the Units from Northwind. Northwind appoints Kestrel its distributor.\n"
    assert labels(roles_of(deal(body + more))) == ("Northwind", "Kestrel")
