"""Cues: strong ones say that a clause is there, counter cues that a like wording is another thing."""

from __future__ import annotations

import pytest

from clausecheck.reader.cues import COUNTER, CUES, PLAIN, STRONG, headed, hits
from clausecheck.reader.types import CUAD


def grades(type_: str, sentence: str) -> set[int]:
    (found,) = hits([sentence.lower()])
    return {CUES[cue].grade for cue in found if CUES[cue].type == type_}


def test_a_cue_is_tried_only_in_its_own_sentence() -> None:
    found = hits(["the escrow agent holds it.", "nothing here.", "the source code stands in escrow."])
    types = [{CUES[cue].type for cue in row} for row in found]
    assert types[0] == {"source_code_escrow"}
    assert types[1] == set()
    assert types[2] == {"source_code_escrow"}


def test_every_type_but_names_has_cues() -> None:
    assert {cue.type for cue in CUES} == set(CUAD) - {"document_name", "parties", "agreement_date", "effective_date"}


def test_every_pattern_compiles_and_has_triggers() -> None:
    for cue in CUES:
        assert cue.pattern.pattern
        assert all(cue.triggers)


def test_a_counter_cue_counts_only_beside_a_cue_of_its_type() -> None:
    (found,) = hits(["the purchaser relies on an unaffiliated appraiser."])
    assert "most_favored_nation" not in {CUES[cue].type for cue in found}


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("most_favored_nation", "The prices shall be no less favorable than those offered to any other customer."),
        ("price_restriction", "The Supplier shall not increase the prices by more than 3% in any year."),
        ("unlimited_license", "Licensor grants an unlimited right to use the Software at all sites."),
        ("source_code_escrow", "The source code shall be deposited in escrow with an agent."),
        ("affiliate_license_licensor", "Alder, on behalf of itself and its affiliates, grants to Birch a license."),
        ("affiliate_license_licensee", "Alder grants to Birch and its affiliates a license to use the Marks."),
        ("third_party_beneficiary", "The hospital is an intended third party beneficiary of this Section."),
        ("non_disparagement", "Neither party shall make any disparaging statement about the other."),
        ("no_solicit_customers", "The Agent shall not solicit the customers of the Company for a year."),
        ("non_compete", "The Distributor shall not sell any product that competes with the Products."),
        ("exclusivity", "Alder appoints Birch as its exclusive distributor in the Territory."),
        ("competitive_restriction_exception", "The exclusivity shall not apply to sales to public hospitals."),
        ("volume_restriction", "Buyer may not order more than the maximum monthly quantity."),
        ("warranty_duration", "The warranty period is two years from delivery."),
        ("change_of_control", "Supplier may terminate upon a change of control of Distributor."),
        ("termination_for_convenience", "Either party may terminate this Agreement on 90 days' written notice."),
        ("renewal_notice", "It renews for one year unless either party gives notice 60 days before its end."),
        ("revenue_sharing", "Birch shall pay a royalty of 4% of net sales."),
        ("minimum_commitment", "Distributor shall purchase at least 500 units a year."),
        ("joint_ip_ownership", "The parties shall jointly own all inventions made together."),
        ("liquidated_damages", "Seller shall pay $500 a day as liquidated damages and not as a penalty."),
        ("uncapped_liability", "Nothing in this Agreement limits liability for fraud."),
        ("post_termination_services", "After expiry the Distributor may sell its remaining inventory."),
        ("governing_law", "This Agreement shall be governed by the laws of Ruritania."),
        ("expiration_date", "The term of this Agreement shall begin on the Effective Date and end in 2031."),
        ("renewal_term", "It shall automatically renew for successive periods of one year."),
        ("anti_assignment", "Neither party may assign this Agreement without the consent of the other."),
        ("audit_rights", "Alder may inspect the books and records of Birch once a year."),
        ("insurance", "Distributor shall maintain product liability insurance of $2,000,000."),
        ("liability_cap", "The total liability of Alder shall not exceed the price paid."),
        ("license_grant", "Alder grants to Birch a license to use the Marks in the Territory."),
        ("non_transferable_license", "Birch receives a nontransferable license to the Software."),
        ("perpetual_license", "Alder grants to Birch a perpetual and irrevocable license."),
        ("ip_assignment", "Birch hereby assigns to Alder all right, title and interest in the inventions."),
        ("no_solicit_employees", "Neither party shall solicit or hire any employee of the other."),
        ("covenant_not_to_sue", "Distributor shall not challenge the validity of the Trademarks."),
        ("right_of_first_refusal", "Birch has a right of first refusal on any new product line."),
        ("right_of_first_refusal", "Alder shall not sell the line without first offering it to Birch."),
        ("change_of_control", "If there is a change in the management or control, Alder may terminate."),
        ("uncapped_liability", "Except for claims under Section 9, in no event is a party liable for lost profits."),
        ("affiliate_license_licensee", "Birch may extend the rights granted to its affiliates."),
        ("audit_rights", "It shall make its records available to Alder at any time."),
        ("exclusivity", "Alder shall not grant to any other person the right to sell the Products."),
        ("exclusivity", "Birch shall be the only distributor of the Products in the Territory."),
        ("termination_for_convenience", "It continues until terminated by either party upon 60 days' notice."),
        ("minimum_commitment", "Distributor shall meet the annual sales target of Schedule 2."),
        ("volume_restriction", "The celebrity shall be available for not more than four appearances."),
        ("revenue_sharing", "The profits of the venture shall be divided equally between the parties."),
        ("liquidated_damages", "The Seller shall pay a penalty of 2% of the price."),
        ("warranty_duration", "Any defect shall be reported within ten days after delivery."),
        ("competitive_restriction_exception", "If Birch fails to buy the quota, the exclusivity shall be lost."),
    ],
)
def test_usual_wording_is_a_strong_cue_and_countered_by_none(type_: str, sentence: str) -> None:
    assert STRONG in grades(type_, sentence)
    assert COUNTER not in grades(type_, sentence)


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("third_party_beneficiary", "No person other than the parties shall be a third party beneficiary hereof."),
        ("most_favored_nation", "Terms no less favorable than those of any person at arm's length."),
        ("source_code_escrow", "Deposit materials go with the funds in escrow: the escrow fund holds the cash."),
        ("exclusivity", "The exclusive jurisdiction lies with the courts, not with any exclusive agent of a party."),
        ("warranty_duration", "The representations and warranties shall survive for a period of two years."),
        ("termination_for_convenience", "Either may terminate on 30 days' notice if the other is in breach."),
        ("liquidated_damages", "Neither is liable for indirect, punitive or liquidated damages."),
        ("uncapped_liability", "Alder shall indemnify Birch for all damages, even consequential, except for fraud."),
        ("renewal_term", "The term may be renewed for one year by mutual agreement of the parties."),
        ("renewal_notice", "If it wishes to extend the term, it shall give notice to renew 30 days before."),
        ("right_of_first_refusal", "The shares are free of any right of first refusal."),
        ("license_grant", "No license is granted under any patent."),
        ("perpetual_license", "Birch irrevocably waives any right to use the license."),
        ("insurance", "The agent is licensed by insurance companies to sell insurance coverage."),
        ("audit_rights", "It shall permit review of the audited financial statements and books."),
        ("covenant_not_to_sue", "It shall not bring suit, and agrees not to sue in any other court."),
        ("no_solicit_customers", "Birch shall not use the records to solicit customers or clients."),
        ("revenue_sharing", "A late fee of 2% of the fees collected is due."),
        ("change_of_control", "Either party may assign this Agreement upon a merger or change of control."),
        ("competitive_restriction_exception", "The prohibition shall not apply to hiring employees of a competitor."),
    ],
)
def test_a_wording_that_only_looks_alike_is_countered(type_: str, sentence: str) -> None:
    assert COUNTER in grades(type_, sentence)


def test_a_line_without_sign_is_a_plain_cue() -> None:
    assert grades("anti_assignment", "It asks for approval before any assignment.") == {PLAIN}


def test_a_heading_tells_the_types_that_stand_under_it() -> None:
    assert {"exclusivity", "non_compete"} <= headed("exclusivity and non-competition")
    assert {"uncapped_liability", "liability_cap"} <= headed("limitation of liability")
    assert not headed("notices")
