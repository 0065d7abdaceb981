"""Contracts and findings of any size for tests of pages."""

from __future__ import annotations

from clausecheck.model.document import Clause, Document, NoPages, Page, Paragraph, Party, Roles
from clausecheck.model.location import Span
from clausecheck.model.report import SEVERITIES, Evidence, LockIn, Result, Review, Step, Term

TOPICS = ("perf", "excl", "term", "exit", "price", "gov")
SENTENCE = (
    "Distributor shall use commercially reasonable efforts to promote the Products in the Territory number {0}, and"
    " Supplier shall deliver what is ordered under clause {0} within thirty (30) days after the order. "
)
HOSTILE = (
    '<script>window.bad = 1</script><img src=x onerror="window.bad = 2"> </style></section> {{ 7 * 7 }} & "quotes\' '
    "\u202etext turned round\u202c \x1b[31m \x00 עברית javascript:window.bad=3 ]]> <!-- "
)


def large(pages: int, findings: int, name: str = "contracts/large.pdf", hostile: bool = False) -> Review:
    """A contract of so many pages of about 3,000 letters, with so many findings spread over it."""
    text, paragraphs, clauses, sheets, spans = "", [], [], [], []
    for page in range(1, pages + 1):
        start = len(text)
        for number in range(1, 6):
            words = f"{page}.{number} " + SENTENCE.format(f"{page}.{number}") * 3
            if hostile:
                words += HOSTILE
            span = Span(len(text), len(text) + len(words))
            text += words + "\n"
            paragraphs.append(Paragraph(span))
            clauses.append(Clause(f"{page}.{number}", f"{page}.{number}", "", span, span, 2))
            spans.append((page, f"{page}.{number}", span))
        sheets.append(Page(page, Span(start, len(text))))
    results = []
    for number in range(findings):
        page, clause, span = spans[number * len(spans) // findings]
        severity = SEVERITIES[number * 4 // findings]
        evidence = Evidence(span, text[span.start : span.end], clause, page)
        topic = TOPICS[number % len(TOPICS)]
        doubtful = number % 10 == 9
        extra = HOSTILE if hostile else ""
        results.append(
            Result(
                rule=f"{topic}.rule-{number}",
                title=f"Finding number {number} {extra}",
                topic=topic,
                verdict="cannot-tell" if doubtful else "flagged",
                severity=severity,
                message=f"The distributor need not sell anything under clause {clause}. {extra}",
                why="You are bound, and they are not. " * 4,
                position="A yearly minimum with a consequence. " * 3,
                fallback="A minimum from the second year. " * 2,
                walk_away="They refuse any number.",
                objection="“Who can promise sales?” Answer: whoever wants to be the only one. " * 2,
                wording=SENTENCE.format(number) * 2,
                evidence=(evidence,),
                fingerprint=f"f{number}",
                reason="an exhibit is absent" if doubtful else "",
            )
        )
    first = Evidence(spans[0][2], text[spans[0][2].start : spans[0][2].end], spans[0][1], 1)
    supplier, distributor = Party("Northwind Optics, Inc.", ("Northwind",)), Party("Kansai Trading K.K.", ("Kansai",))
    return Review(
        document=Document(
            path=name,
            sha256="0" * 64,
            format="pdf",
            text=text,
            pages=tuple(sheets),
            paragraphs=tuple(paragraphs),
            clauses=tuple(clauses),
            roles=Roles(supplier, distributor, (), 0.9, "Northwind supplies"),
            title=f"DISTRIBUTION AGREEMENT {HOSTILE if hostile else ''}",
            source=NoPages(),
        ),
        side="supplier",
        packs=(("distribution", "1.0"),),
        terms=(
            Term("initial_term_months", 60, "found", 0.9, (first,)),
            Term("renewal", "automatic", "found", 0.9, (first,)),
            Term("renewal_months", 24, "found", 0.9, (first,)),
            Term("renewal_notice_days", 180, "found", 0.9, (first,)),
            Term("supplier_label", HOSTILE if hostile else "Northwind", "found", 0.9, (first,)),
            Term("governing_law", None, "unknown", 0.5, reason="page 3 cannot be read"),
        ),
        lock_in=LockIn(
            "found",
            26.0,
            84.0,
            "missed target: month 26",
            exit_steps=(
                Step(24, "2 misses in a row of the target, measured each year", (first,)),
                Step(26, "the supplier may end the contract", (first,)),
            ),
            appoint_steps=(Step(84, "the initial term of 60 months ends", (first,)),),
        ),
        results=tuple(sorted(results, key=lambda r: (r.verdict != "flagged", SEVERITIES.index(r.severity)))),
    )
