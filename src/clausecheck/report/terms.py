"""Which answers of the term sheet decide a distribution agreement, in the order in which reports show them."""

from __future__ import annotations

KEY = (
    "document_kind",
    "initial_term_months",
    "renewal",
    "renewal_notice_days",
    "exclusivity",
    "supplier_direct_sales",
    "distributor_no_competing",
    "minimum_commitment",
    "minimum_consequence",
    "sales_reports",
    "audit_rights",
    "training",
    "tfc_supplier_days",
    "breach_cure_days",
    "change_of_control",
    "price_change",
    "termination_compensation",
    "governing_law",
    "dispute_resolution",
)
