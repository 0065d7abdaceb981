"""The worked cases of the idle lock-in, written out as contracts. Keys and figures are those of the domain notes."""

from __future__ import annotations

HEAD = """DISTRIBUTION AGREEMENT

This Distribution Agreement is made as of 1 April 2026 (the "Effective Date") between Nordlicht Pumps GmbH, a company \
organised under the laws of Germany (the "Supplier"), and Kanda Kikai KK, a company organised under the laws of Japan \
(the "Distributor").

1. Appointment

1.1 Supplier hereby appoints Distributor as its exclusive distributor of the Products in Japan, and Distributor \
accepts the appointment.

1.2 Distributor shall buy the Products from Supplier and resell them in its own name and for its own account.

2. Prices and payment

2.1 Supplier shall sell the Products to Distributor at the prices of its price list. Distributor shall pay each \
invoice within thirty (30) days of its date.

"""

FOR_CAUSE = """{n}.1 Either party may terminate this Agreement if the other party commits a material breach and fails \
to remedy it within sixty (60) days after written notice.

{n}.2 Either party may terminate this Agreement immediately if the other party becomes insolvent.

"""

TAIL = """9. General

9.1 This Agreement is governed by the laws of Germany. Any dispute shall be settled by the courts of Hamburg.

9.2 Neither party may assign this Agreement without the prior written consent of the other.

IN WITNESS WHEREOF the parties have signed this Agreement.
"""


def contract(*clauses: str, cause: bool = True) -> str:
    """A contract with these numbered clauses between the price and the general clauses."""
    body = "".join(f"{n}. {clause.strip()}\n\n" for n, clause in enumerate(clauses, 3))
    ending = f"{3 + len(clauses)}. Termination for cause\n\n" + FOR_CAUSE.format(n=3 + len(clauses)) if cause else ""
    return HEAD + body + ending + TAIL


def term(length: str, rest: str = "") -> str:
    start = "This Agreement starts on the Effective Date and continues for an initial term of"
    return f"Term\n\n3.1 {start} {length}. {rest}"


ENDS = "It then ends unless both parties sign an extension."

CASES: dict[str, tuple[str, float | None, float | None]] = {
    # id: (contract, free to appoint, free to exit), in months; None is never
    "L01": (contract(
        term("thirty-six (36) months", "It shall then automatically renew for successive periods of twelve (12) months "
             "unless either party gives written notice of non-renewal at least ninety (90) days before the end of the "
             "then current term."),
        "Minimum purchases\n\n4.1 Distributor shall purchase at least 400 units of the Products in each Contract Year "
        "(the \"Minimum\").\n\n4.2 If Distributor misses the Minimum in any Contract Year, the parties shall meet to "
        "discuss the reasons in good faith."), 36, 36),
    "L02": (contract(
        term("five (5) years", ENDS),
        "Termination without cause\n\n4.1 Supplier may terminate this Agreement at any time without cause on ninety "
        "(90) days' prior written notice to Distributor."), 3, 3),
    "L03": (contract(
        term("sixty (60) months", ENDS),
        "Termination without cause\n\n4.1 At any time after the first twelve (12) months of the term either party may "
        "terminate this Agreement without cause by giving six (6) months' written notice."), 18, 18),
    "L04": (contract(
        term("sixty (60) months", ENDS),
        "Minimum purchases\n\n4.1 Distributor shall purchase not less than 500 units of the Products in each Contract "
        "Year (the \"Minimum\").\n\n4.2 If Distributor fails to achieve the Minimum in any Contract Year and does not "
        "make good the shortfall within thirty (30) days, Supplier may terminate this Agreement on thirty (30) days' "
        "written notice."), 14, 14),
    "L05": (contract(
        term("thirty-six (36) months", ENDS),
        "Minimum purchases\n\n4.1 Distributor shall purchase not less than 500 units of the Products in each Contract "
        "Year (the \"Minimum\").\n\n4.2 If Distributor fails to achieve the Minimum in two consecutive Contract Years "
        "and does not make good the shortfall within six (6) months, Supplier may terminate this Agreement on thirty "
        "(30) days' written notice."), 31, 31),
    "L06": (contract(
        term("sixty (60) months", "Distributor shall have the option to renew this Agreement for one further period of "
             "sixty (60) months by written notice to Supplier before the end of the initial term.")), 120, 120),
    "L07": (contract(
        "Term\n\n3.1 This Agreement starts on the Effective Date and shall continue in perpetuity, unless terminated "
        "for cause under clause 4."), None, None),
    "L08": (contract(
        term("twenty-four (24) months", ENDS),
        "Launch\n\n4.1 Distributor shall launch the Products in Japan within six (6) months of the Effective Date. If "
        "Distributor fails to do so and does not remedy the failure within thirty (30) days, Supplier may terminate "
        "this Agreement with immediate effect."), 7, 7),
    "L09": (contract(
        term("thirty-six (36) months", ENDS),
        "Benchmarks\n\n4.1 Distributor shall purchase at least 90 units of the Products in each half-year (the "
        "\"Benchmark\").\n\n4.2 If Distributor fails to reach the Benchmark in any half-year, the exclusivity of its "
        "appointment shall lapse automatically and Supplier may appoint other distributors."), 6, 36),
    "L10": (contract(
        term("thirty-six (36) months", ENDS),
        "Minimum purchases\n\n4.1 Distributor shall purchase at least 400 units of the Products in each Contract Year "
        "(the \"Minimum\").\n\n4.2 If Distributor fails to achieve the Minimum in any Contract Year, Supplier may "
        "terminate this Agreement on thirty (30) days' written notice, provided that Distributor may in any Contract "
        "Year pay the shortfall fee of Schedule 2, and upon such payment the Minimum shall be deemed satisfied."),
        36, 36),
    "L11": (contract(
        term("sixty (60) months", "It shall then automatically renew for successive periods of one (1) year unless "
             "either party gives notice of non-renewal at least sixty (60) days before the end of the term."),
        "Termination without cause\n\n4.1 Following the initial term either party may terminate this Agreement without "
        "cause on three (3) months' written notice."), 60, 60),
    "L12": (contract(
        "Term\n\n3.1 The term of this Agreement is sixty (60) months from the date of the Regulatory Approval, which "
        "Distributor shall obtain at its own expense."), None, None),
    "L13": (contract(
        term("thirty-six (36) months", ENDS),
        "Orders\n\n4.1 If Distributor places no order for four (4) consecutive months, Supplier may terminate this "
        "Agreement on thirty (30) days' written notice."), 5, 5),
    "L14": (contract(
        term("six (6) years", ENDS),
        "Change of status\n\n4.1 At any time after the first eighteen (18) months of the term Supplier may convert the "
        "appointment of Distributor into a non-exclusive appointment on one quarter's written notice."), 21, 72),
    "L15": (contract(
        term("twenty-four (24) months", "It shall then be renewed for successive periods of twenty-four (24) months "
             "unless Distributor gives notice that it does not wish to renew.")), None, None),
}  # fmt: skip
