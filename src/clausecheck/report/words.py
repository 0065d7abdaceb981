"""How answers, times and places are said in reports for people."""

from __future__ import annotations

from clausecheck.model.report import Evidence, Severity, Term

# Names that an id does not make by itself ("sales_targets" becomes "Sales targets").
_LABELS = {
    "document_kind": "Kind of document",
    "supplier_label": "Supplier is called",
    "distributor_label": "Distributor is called",
    "initial_term_months": "Initial term",
    "renewal_months": "Length of a renewal",
    "renewal_notice_days": "Notice against renewal",
    "supplier_direct_sales": "Supplier may sell direct",
    "distributor_no_competing": "No competing products",
    "post_term_noncompete_months": "Non-compete afterwards",
    "minimum_consequence": "If the minimum is missed",
    "efforts": "Duty to promote",
    "audit_rights": "Audit right",
    "tfc_supplier_days": "Supplier may leave without cause",
    "tfc_distributor_days": "Distributor may leave without cause",
    "breach_cure_days": "Time to cure a breach",
    "insolvency_termination": "Exit on insolvency",
    "change_of_control": "Change of control",
    "price_change": "Supplier may change prices",
    "price_change_notice_days": "Notice of a price change",
    "mfn": "Most favoured customer",
    "sub_distributors": "Sub-distributors",
    "post_term_inventory": "Stock at the end",
    "termination_compensation": "Compensation at the end",
    "product_warranty_months": "Product warranty",
}
SEVERITY_WORDS: dict[Severity, str] = {"high": "High", "medium": "Medium", "low": "Low", "info": "For information"}


def label(id: str) -> str:
    """The name of a question: "Initial term" for initial_term_months."""
    if id in _LABELS:
        return _LABELS[id]
    return id.removesuffix("_months").removesuffix("_days").replace("_", " ").capitalize()


def answer(term: Term) -> str:
    """The answer in words: "60 months (5 years)", "yes", "not found", "cannot tell"."""
    if term.status == "unknown":
        return "cannot tell"
    value = term.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value in ("", ()):
        return "not found"
    if isinstance(value, int | float):
        if term.id.endswith("_months"):
            return months(value)
        if term.id.endswith("_days"):
            return "at once" if value == 0 else amount(value, "day")
        return f"{value:g}"
    if isinstance(value, tuple):
        return ", ".join(str(item).replace("_", " ") for item in value)
    return value if term.id.endswith("_label") else value.replace("_", " ")


def months(value: float) -> str:
    """A length in months, in years too where that helps: "60 months (5 years)"."""
    said = amount(value, "month")
    return f"{said} ({amount(value / 12, 'year')})" if value >= 24 and value % 6 == 0 else said


def time(value: float | None) -> str:
    """A moment counted in months from the start: "at once", "60 months (5 years)", "never"."""
    if value == 0:
        return "at once"
    return "never" if value is None or value == float("inf") else months(value)


def moment(month: float) -> str:
    """A month counted from the start: "month 12", "never"."""
    return "never" if month == float("inf") else f"month {round(month, 1):g}"


def place(evidence: Evidence) -> str:
    """Where a passage stands: "§3.1, p. 5", "Article IV", "" where nothing is known."""
    clause = evidence.clause
    if clause and clause[0].isdigit():
        clause = f"§{clause}"
    parts = [clause, f"p. {evidence.page}" if evidence.page else ""]
    return ", ".join(part for part in parts if part)


def count(number: int, noun: str) -> str:
    """ "1 finding", "3 findings"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def amount(value: float, noun: str) -> str:
    """ "1 month", "2.5 years": a number of things, to one place."""
    return f"1 {noun}" if value == 1 else f"{round(value, 1):g} {noun}s"


def excerpt(text: str, size: int) -> str:
    """The passage on one line, cut at a word to about `size` characters: its beginning and, since the sting is often
    in the tail, its end."""
    flat = " ".join(text.split())
    if len(flat) <= size:
        return flat
    head = flat[: size * 3 // 4].rsplit(" ", 1)[0]
    tail = flat[-size // 4 :].split(" ", 1)[-1]
    return f"{head} […] {tail}"


def beginning(text: str, size: int) -> str:
    """The beginning of a passage on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= size else f"{flat[:size].rsplit(' ', 1)[0]} …"
