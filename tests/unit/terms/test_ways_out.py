"""Exit without cause, the initial term and its renewal, read by the built-in pack from small contracts."""

from functools import lru_cache

import pytest

from clausecheck.ingest import read
from clausecheck.model.pack import Pack
from clausecheck.model.report import Answer, Term
from clausecheck.packs import load_builtin
from clausecheck.terms import answer

HEAD = (
    'DISTRIBUTION AGREEMENT\n\nThis Agreement is made as of March 1, 2024 between Nordlicht GmbH (the "Supplier") and '
    'Kanda KK (the "Distributor"). Supplier appoints Distributor, which buys the Products for '
    "resale.\n\n"
)


@lru_cache(maxsize=1)
def pack() -> Pack:
    return load_builtin("distribution")


def terms(text: str) -> dict[str, Term]:
    _, sheet = answer(read((HEAD + text).encode(), name="a.txt"), pack())
    return {term.id: term for term in sheet.terms}


@pytest.mark.parametrize(
    ("text", "supplier", "distributor"),
    [
        ("Either party may terminate this Agreement without cause on sixty (60) days' notice.", 60, 60),
        ("Supplier may terminate this Agreement by giving ninety days' written notice.", 90, None),
        ("Distributor may cancel this Agreement for any reason or no reason upon one month's notice.", None, 30),
        ("This Agreement may be terminated on sixty days' notice.", 60, 60),
        ("Either party may terminate this Agreement at any time by written notice.", 0, 0),
        ("Supplier may terminate this Agreement on 30 days' notice if Distributor fails to pay.", None, None),
        ("Supplier may terminate this Agreement immediately upon written notice.", None, None),
        ("Following the initial term, either party may terminate this Agreement on 90 days' notice.", None, None),
        ("Neither party may terminate this Agreement without cause.", None, None),
        ("Distributor may terminate this Agreement on 45 days' notice, or immediately upon breach.", None, 45),
        ("If any provision is, for any reason, held invalid, the term of this Agreement shall not end.", None, None),
        (
            "This Agreement may be terminated:\n(a) by either party on 60 days' written notice; or\n"
            "(b) by Supplier on 10 days' notice if Distributor becomes insolvent.",
            60,
            60,
        ),
        ("Distributor, but not Supplier, may terminate this Agreement on ninety days' notice.", None, 90),
        (
            "So long as no default exists, either party may terminate this Agreement at any time on 30 days' notice.",
            30,
            30,
        ),
        ("This Agreement may be terminated at any time, without payment of any penalty, upon 60 days' notice.", 60, 60),
        (
            "Supplier may terminate this Agreement on 90 days' notice, save for sums payable under Article 5.",
            90,
            None,
        ),
        ("Either party may terminate this Agreement with [three (3)] months' prior written notice.", 90, 90),
        (
            "Supplier may terminate this Agreement on 30 days' notice at any time after the date on which sales cease.",
            None,
            None,
        ),
        (
            "Either party may terminate this Agreement upon 90 days' notice if development has been given up.",
            None,
            None,
        ),
        (
            "By notice Supplier may immediately terminate this Agreement, or at its option suspend it, in the case of "
            "Distributor's breach.",
            None,
            None,
        ),
        (
            "This Agreement may be terminated by either party, immediately and without notice, if the other:\n"
            "(a) becomes bankrupt; or\n(b) is wound up.",
            None,
            None,
        ),
        (
            "This Agreement may be terminated upon the occurrence of any of the following events:\n"
            "(a) either party becomes bankrupt; or\n(b) by either party upon sixty (60) days' written notice.",
            60,
            60,
        ),
        (
            "If Distributor misses its target, Supplier may:\n(a) appoint others; or\n"
            "(b) terminate this Agreement upon 180 days' prior written notice.",
            None,
            None,
        ),
    ],
)
def test_who_may_leave_without_cause(text: str, supplier: Answer, distributor: Answer) -> None:
    found = terms(f"1. Termination\n\n1.1 {text}\n")
    assert (found["tfc_supplier_days"].value, found["tfc_distributor_days"].value) == (supplier, distributor)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("This Agreement shall continue for a period of three (3) years from the Effective Date.", 36),
        ("The initial term of this Agreement shall expire on February 28, 2026.", 24),
        ("This Agreement shall remain in force until the fifth anniversary of its date.", 60),
        ("This Agreement shall continue in effect until terminated by either party.", "perpetual"),
        ("This Agreement shall continue in force for ten years from the first commercial sale.", 120),
        ("This Agreement has no fixed duration and continues until brought to an end.", "perpetual"),
        ("Distributor shall keep records for seven years.", "unstated"),
        ("This Agreement shall remain in force until the fifth (5t h) anniversary of its date.", 60),
        ("This Agreement shall commence on its date and shall extend for a period of five years thereafter.", 60),
        ("This Agreement shall terminate five (5) years following the launch of the Products.", 60),
        (
            "This Agreement shall continue until the later of (a) February 28, 2026 or (b) the end of the last order.",
            24,
        ),
        ("The rights granted hereunder shall begin on March 1, 2024 and shall expire on February 28, 2026.", 24),
        ("The distribution term shall be two years from the Effective Date.", 24),
        ("This Agreement, unless ended under 9.2 (Termination for Breach), shall remain effective for two years.", 24),
        ('"Reporting Period" shall mean the twelve (12) month period beginning on the launch.', "unstated"),
        ("This Agreement shall continue for a period of [***] unless terminated earlier.", "unstated"),
        (
            "During the term of this Agreement and for two years thereafter Distributor shall keep it secret.",
            "unstated",
        ),
    ],
)
def test_initial_term(text: str, months: Answer) -> None:
    assert terms(f"1. Term\n\n1.1 {text}\n")["initial_term_months"].value == months


@pytest.mark.parametrize(
    ("text", "renewal", "months", "days"),
    [
        (
            "It shall renew automatically from year to year unless cancelled 60 days before.",
            "automatic",
            12,
            60,
        ),
        ("This Agreement may be renewed for one further year by mutual written agreement.", "by_agreement", 12, None),
        ("Distributor may extend this Agreement for two years by 90 days' notice.", "option_distributor", 24, 90),
        ("Thereafter this Agreement continues until terminated on 30 days' notice.", "automatic", "indefinite", 30),
        ("This Agreement shall not renew automatically.", "none", None, None),
        ("It may be renewed upon common understanding.", "by_agreement", None, None),
        ("The term shall be extended for one year provided 500 units are sold.", "automatic", 12, None),
    ],
)
def test_renewal(text: str, renewal: Answer, months: Answer, days: Answer) -> None:
    found = terms(f"1. Term\n\n1.1 The term of this Agreement is two years from its date. {text}\n")
    assert (found["renewal"].value, found["renewal_months"].value, found["renewal_notice_days"].value) == (
        renewal,
        months,
        days,
    )


def test_a_notice_for_the_end_of_the_term_counts_wherever_it_stands() -> None:
    found = terms(
        "1. Term\n\n1.1 The term of this Agreement is one year. This Agreement shall automatically renew for further "
        "terms of one year.\n\n2. Prices\n\n2.1 Prices are listed.\n\n3. Payment\n\n3.1 Payment is due at once.\n\n"
        "4. Termination\n\n4.1 This Agreement may be terminated by either party at the expiration of its term or any "
        "renewal term upon thirty (30) days' written notice.\n"
    )
    assert found["renewal_notice_days"].value == 30


def test_a_renewal_notice_is_not_that_of_a_termination() -> None:
    found = terms(
        "1. Term\n\n1.1 The term of this Agreement is one year. This Agreement shall automatically renew for further "
        "terms of one year. Either party may terminate this Agreement for breach on 30 days' notice.\n"
    )
    assert found["renewal"].value == "automatic"
    assert found["renewal_notice_days"].value is None
