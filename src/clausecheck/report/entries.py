"""What every report says of a finding and of a contract, in one order and in one wording."""

from __future__ import annotations

from clausecheck.model.report import LockIn, Result, Review
from clausecheck.report.manner import Manner
from clausecheck.report.summary import summary
from clausecheck.report.words import SEVERITY_WORDS, count, place, time

DISCLAIMER = "This is not legal advice."


def standing(review: Review) -> tuple[Result, ...]:
    """The findings that stand, worst first, then what could not be told: the order of every list."""
    return (*review.flagged(), *(result for result in review.results if result.verdict == "cannot-tell"))


def level(result: Result) -> str:
    """ "High", "For information", "Cannot tell"."""
    return SEVERITY_WORDS[result.severity] if result.verdict == "flagged" else "Cannot tell"


def says(result: Result) -> str:
    """What is wrong, or why it cannot be told."""
    return result.message if result.verdict == "flagged" else result.reason or result.message


def advice(result: Result, manner: Manner) -> tuple[tuple[str, str], ...]:
    """(what it is, text) of all that is known about a finding; the other side is told neither fallback nor limit."""
    said = [("Why", result.why), ("Ask", result.position)]
    if manner.reader == "us":
        said += [("Settle for", result.fallback), ("Leave when", result.walk_away)]
    if manner.verbose or manner.reader == "counterparty":
        said.append(("Wording", result.wording))
    if manner.verbose:
        said.append(("See", "; ".join(result.references)))
    return tuple((name, text) for name, text in said if text)


def where(result: Result) -> str:
    """Where the first passage stands: "§3.1, p. 5"; "" where nothing is known."""
    return next((place(passage) for passage in result.evidence if place(passage)), "")


def elsewhere(result: Result) -> str:
    """Where the other passages stand: "§3.2, p. 5; §9.1, p. 12"."""
    places = (place(passage) for passage in result.evidence[1:])
    return "; ".join(found for found in dict.fromkeys(places) if found and found != where(result))


def counts(review: Review) -> str:
    """ "2 high, 1 medium, 0 low, 3 for information; 4 could not be told"."""
    found = summary(review.results)
    said = f"{found.high} high, {found.medium} medium, {found.low} low, {found.info} for information; "
    waived = f", {found.waived} waived" if found.waived else ""
    return f"{said}{found.cannot_tell} could not be told{waived}"


def lock_in(found: LockIn) -> str:
    """The idle lock-in in a line."""
    if found.status != "found":
        return f"Idle lock-in: cannot be told{f' ({found.reason})' if found.reason else ''}"
    said = f"Idle lock-in: {time(found.free_to_exit_months)}"
    if found.free_to_appoint_months != found.free_to_exit_months:
        said += f"; free to appoint others: {time(found.free_to_appoint_months)}"
    return f"{said}{f' ({found.reason})' if found.reason else ''}"


def other_routes(found: LockIn) -> tuple[str, ...]:
    """The ways out that come no sooner, but for the one that is told already."""
    return tuple(route for route in dict.fromkeys(found.other_routes) if route != found.reason)


def unread(review: Review) -> str:
    """What was not read and so not reviewed, "" where everything was."""
    pages = review.document.unreadable_pages
    return f"{count(len(pages), 'page')} could not be read: {', '.join(map(str, pages))}" if pages else ""
