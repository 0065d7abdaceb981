"""The command line. Each command has a module: it parses, calls one function of the library, and prints."""

from __future__ import annotations


def main() -> None:
    """Runs the command that the arguments name."""
    from clausecheck.cli.app import app

    app()
