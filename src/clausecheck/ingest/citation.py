"""The complete number of a clause, as a lawyer would cite it: "3.2(a)", "Article IV", "Exhibit B 1.1", "第5条第2項"."""

from __future__ import annotations

from clausecheck.ingest.labels import Reading

WORDS = {
    "part": 0,
    "編": 0,
    "item": 2,
    "chapter": 1,
    "章": 1,
    "article": 2,
    "節": 3,
    "section": 4,
    "条": 4,
    "條": 4,
    "clause": 4,
}
"""Styles that are written with a word, and their rank: the smaller, the higher up."""


def cite(label: str, reading: Reading, above: str, lead: str, *, schedule: bool, prefixed: bool) -> str:
    """`above` is the number of the parent, `lead` the label of the schedule that holds the clause, with a space;
    `schedule` says that the parent is that schedule, `prefixed` that plain numbers begin anew under each parent."""
    style, value = reading
    bare = label.rstrip(".:) ").lstrip("( ")
    if style in {"条", "條", "章", "節"}:
        return label.replace(" ", "")
    if style in {"項", "号"}:
        return above + label.replace(" ", "")
    if style == "n" and above.endswith(("条", "條")):
        return f"{above}第{value[0]}項"
    if style in {"decimal", "section"}:
        return lead + bare.split()[-1].lstrip("§")
    if style in WORDS:
        word, _, token = bare.partition(" ")
        return f"{lead}{word.capitalize()} {token.strip()}"
    if style in {"n", "n)"}:
        return f"{above}.{bare}" if prefixed and above and not schedule else f"{lead}{bare}"
    if style.startswith("(") or style.endswith(")"):
        return f"{above}{' ' if schedule and above else ''}({bare})"
    return f"{above}{' ' if schedule else '.'}{bare}" if above else bare
