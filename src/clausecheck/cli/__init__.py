"""The command line. Each command has a module: it parses, calls one function of the library, and prints."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Runs the command that the arguments name. What escapes it is a fault of ours: a line on standard error and exit
    code 3, with the stack trace where CLAUSECHECK_DEBUG is set."""
    from clausecheck.cli.app import app

    try:
        app()
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not complain about it while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("CLAUSECHECK_DEBUG"):
            raise
        from clausecheck.batch.workers import fault
        from clausecheck.cli.screen import complain

        complain(fault(error))
        sys.exit(3)
