"""`clausecheck demo`: a review of a sample that comes with the program."""

from __future__ import annotations

from pathlib import Path

import typer

from clausecheck.cli import options
from clausecheck.errors import UsageError

SAMPLE = "japan-lock-in.pdf"


def demo(side: options.Side = None, verbose: options.Verbose = False) -> None:
    """Review a bundled sample contract, to see what a review looks like."""
    from clausecheck.cli.review import attempt, load_packs, show
    from clausecheck.cli.screen import note

    path = sample()
    request = options.choose(options.Asked(side=side)).request
    found = attempt(path, request, load_packs(request))
    if found is None:
        raise typer.Exit(3)
    show(found, verbose)
    note(f"That was {path}, a contract written for this purpose. Yours: clausecheck review FILE")


def sample() -> Path:
    """The sample: inside the installed package, or in the source tree."""
    import clausecheck

    package = Path(clausecheck.__file__).parent
    places = (package / "_samples", package.parents[1] / "sample_contracts" / "contracts")
    found = next((place / SAMPLE for place in places if (place / SAMPLE).is_file()), None)
    if found is None:
        raise UsageError(f"the sample {SAMPLE} did not come with this installation")
    return found
