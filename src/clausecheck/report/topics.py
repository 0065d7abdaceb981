"""What the topics of the built-in rules are called, and the term sheet's questions in groups for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.model.report import Term

_TOPICS = {
    "core": "Structure",
    "perf": "Performance",
    "excl": "Exclusivity",
    "term": "Term and renewal",
    "exit": "Termination",
    "price": "Prices",
    "gov": "Reporting and access",
    "dd": "Due diligence",
    "train": "Training",
    "ip": "Brand and registrations",
    "risk": "Liability and supply",
    "bp": "General terms",
    "jp": "Japan",
    "eu": "EU and UK",
    "prot": "Protective law",
}
_GROUPS = (
    ("The contract", "document_kind supplier_label distributor_label governing_law dispute_resolution language_clause"),
    ("Term", "initial_term_months renewal renewal_months renewal_notice_days"),
    (
        "Rights granted",
        "exclusivity supplier_direct_sales distributor_no_competing post_term_noncompete_months sub_distributors"
        " assignment change_of_control",
    ),
    (
        "Performance",
        "minimum_commitment minimum_consequence sales_targets efforts sales_reports forecasts audit_rights"
        " marketing_commitment sales_staff training",
    ),
    (
        "Ways out",
        "tfc_supplier_days tfc_distributor_days breach_cure_days insolvency_termination post_term_inventory"
        " termination_compensation",
    ),
    ("Prices", "price_change price_change_notice_days resale_price mfn"),
    (
        "Risk and compliance",
        "consequential_damages_excluded liability_cap distributor_insurance supplier_indemnity product_warranty_months"
        " trademark_protection regulatory_approvals confidentiality anti_corruption export_control force_majeure"
        " entire_agreement",
    ),
)


def topic(id: str) -> str:
    """The name of a topic: "Term and renewal" for "term"; the id itself, readable, for one of a house pack."""
    return _TOPICS.get(id, id.replace("-", " ").replace("_", " ").capitalize())


def grouped(terms: Sequence[Term]) -> Iterator[tuple[str, tuple[Term, ...]]]:
    """The answers in groups, each with its title; questions that belong to none come last."""
    left = {term.id: term for term in terms}
    for title, ids in _GROUPS:
        found = tuple(left.pop(id) for id in ids.split() if id in left)
        if found:
            yield title, found
    if left:
        yield "More", tuple(left.values())
