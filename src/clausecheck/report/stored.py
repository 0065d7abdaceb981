"""A review read back from its JSON: all that lists and tables say, without the text of the contract."""

from __future__ import annotations

from typing import Any

from clausecheck.model.document import Change, Document, Exhibit, Page, Party, Roles
from clausecheck.model.location import Box, Span
from clausecheck.model.report import Evidence, LockIn, Result, Review, Step, Term, Waiver

Record = dict[str, Any]


def load(record: Record) -> Review:
    """The review of a record as `report.record.record` makes it."""
    found = record["lock_in"]
    return Review(
        document=_document(record),
        side=record["side"],
        packs=tuple(record["packs"].items()),
        terms=tuple(_term(id, term) for id, term in record["terms"].items()),
        lock_in=LockIn(
            status=found["status"],
            free_to_exit_months=found["free_to_exit_months"],
            free_to_appoint_months=found["free_to_appoint_months"],
            reason=found["reason"],
            exit_steps=tuple(_step(step) for step in found["steps"]),
            appoint_steps=tuple(_step(step) for step in found["appoint_steps"]),
            other_routes=tuple(found["other_routes"]),
        ),
        results=tuple(_result(result) for result in record["results"]),
    )


def _document(record: Record) -> Document:
    kept, parties = record["document"], record["parties"]
    unread = set(kept["unreadable_pages"])
    authors = (kept["changed_by"] or [""]) * kept["tracked_changes"]
    return Document(
        path=record["path"],
        sha256=record["sha256"],
        format=kept["format"],
        text="",
        pages=tuple(
            Page(number, Span(0, 0), unreadable="not readable" if number in unread else "")
            for number in range(1, (kept["pages"] or 0) + 1)
        ),
        changes=tuple(Change("insertion", author, "", "") for author in authors[: kept["tracked_changes"]]),
        exhibits=tuple(Exhibit(label, "", (), None) for label in kept["absent_exhibits"]),
        roles=Roles(
            supplier=_party(parties["supplier"]),
            distributor=_party(parties["distributor"]),
            others=tuple(party for other in parties["others"] if (party := _party(other)) is not None),
            confidence=parties["confidence"],
            reason=parties["reason"],
        ),
        title=kept["title"],
        language=kept["language"],
        notes=tuple(kept["notes"]),
    )


def _party(kept: Record | None) -> Party | None:
    return None if kept is None else Party(kept["name"], tuple(kept["aliases"]))


def _term(id: str, kept: Record) -> Term:
    value = tuple(kept["value"]) if isinstance(kept["value"], list) else kept["value"]
    return Term(id, value, kept["status"], kept["confidence"], _passages(kept), kept["reason"])


def _step(kept: Record) -> Step:
    return Step(float("inf") if kept["month"] is None else kept["month"], kept["text"], _passages(kept))


def _result(kept: Record) -> Result:
    made = ("evidence", "waived", "references")
    plain = {key: value for key, value in kept.items() if key in Result.__dataclass_fields__ and key not in made}
    waived = None if kept["waived"] is None else Waiver(**kept["waived"])
    return Result(**plain, evidence=_passages(kept), waived=waived, references=tuple(kept["references"]))


def _passages(kept: Record) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            span=Span(*passage["span"]),
            text=passage["text"],
            clause=passage["clause"],
            page=passage["page"],
            boxes=tuple(Box(*box) for box in passage.get("boxes", ())),
        )
        for passage in kept["evidence"]
    )
