"""clausecheck: checks distribution agreements before they are signed.

    import clausecheck

    review = clausecheck.review("agreement.pdf", side="supplier")
    for finding in review.flagged():
        print(finding.severity, finding.title, finding.evidence)

Everything the command line does, this module does in one call. Names are imported when they are first used, so that
`import clausecheck` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from clausecheck.version import __version__

if TYPE_CHECKING:
    from clausecheck.api import load_pack, read, review
    from clausecheck.errors import (
        ClausecheckError,
        EncryptedError,
        LimitError,
        PackError,
        UnreadableError,
        UnsupportedError,
        UsageError,
    )
    from clausecheck.model.document import Clause, Document, Party, Roles
    from clausecheck.model.location import Box, Location, Span
    from clausecheck.model.pack import Pack, Rule
    from clausecheck.model.report import Evidence, LockIn, Result, Review, Step, Term
    from clausecheck.settings import Settings

_HOME = {
    "clausecheck.api": ("load_pack", "read", "review"),
    "clausecheck.errors": (
        "ClausecheckError",
        "EncryptedError",
        "LimitError",
        "PackError",
        "UnreadableError",
        "UnsupportedError",
        "UsageError",
    ),
    "clausecheck.model.document": ("Clause", "Document", "Party", "Roles"),
    "clausecheck.model.location": ("Box", "Location", "Span"),
    "clausecheck.model.pack": ("Pack", "Rule"),
    "clausecheck.model.report": ("Evidence", "LockIn", "Result", "Review", "Step", "Term"),
    "clausecheck.settings": ("Settings",),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "Box",
    "Clause",
    "ClausecheckError",
    "Document",
    "EncryptedError",
    "Evidence",
    "LimitError",
    "Location",
    "LockIn",
    "Pack",
    "PackError",
    "Party",
    "Result",
    "Review",
    "Roles",
    "Rule",
    "Settings",
    "Span",
    "Step",
    "Term",
    "UnreadableError",
    "UnsupportedError",
    "UsageError",
    "__version__",
    "load_pack",
    "read",
    "review",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'clausecheck' has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
