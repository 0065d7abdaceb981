"""Prints how the examples of a pack fared, with the words that matched underlined."""

from __future__ import annotations

from clausecheck.cli.screen import output
from clausecheck.engine.examples import Outcome, run
from clausecheck.model.pack import Pack


def check_pack(pack: Pack, verbose: bool) -> bool:
    """Runs every example of the pack and prints those that fail (all of them with `verbose`); False where one does."""
    from rich.text import Text

    from clausecheck.report.words import count

    console = output()
    outcomes = [outcome for rule in pack.rules.values() for outcome in run(pack, rule)]
    failed = [outcome for outcome in outcomes if outcome.problem]
    for outcome in outcomes if verbose else failed:
        _print(outcome)
    gaps = sum(outcome.kind == "known_gaps" for outcome in outcomes)
    line = f"{pack.name} {pack.version}: {count(len(pack.rules), 'rule')}, {count(len(outcomes), 'example')}, "
    line += f"{len(failed)} failed" + (f", {count(gaps, 'known gap')}" if gaps else "")
    console.print(Text(line, style="bold red" if failed else "bold green"))
    return not failed


def _print(outcome: Outcome) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from clausecheck.report.terminal.style import FAINT, words

    console = output()
    place = outcome.example.place
    title = Text("FAILED " if outcome.problem else "ok     ", style="bold red" if outcome.problem else "green")
    title.append_text(words(f"{outcome.rule} {outcome.kind} {outcome.number}"))
    if place.file:
        title.append_text(words(f" ({place.file}:{place.line})", FAINT))
    console.print(title)
    if outcome.problem:
        console.print(Padding(words(outcome.problem), (0, 0, 0, 7)))
    passage = words(outcome.example.text)
    for found in (evidence for result in outcome.results for evidence in result.evidence):
        start = passage.plain.find(words(found.text).plain.strip())
        if start >= 0:
            passage.stylize("underline", start, start + len(words(found.text).plain.strip()))
    console.print(Padding(passage, (0, 0, 1, 7)))
