"""Every error a user can cause. Each says what is wrong, where, and what to do; none ends in a stack trace.

ClausecheckError                exit code
├── UsageError                  2   a flag, a setting or a combination that makes no sense
├── PackError                   2   a rule pack that cannot be loaded (file, line, column, caret)
└── UnreadableError             3   a document that cannot be read
    ├── EncryptedError          3   needs a password, or got the wrong one
    ├── UnsupportedError        3   not a format clausecheck reads
    └── LimitError              3   larger, deeper or slower than the limits allow
"""

from __future__ import annotations


class ClausecheckError(Exception):
    """Base of all errors that mean: the user must change something."""

    exit_code = 2


class UsageError(ClausecheckError):
    """A flag, a setting or a combination of them is wrong."""


class PackError(ClausecheckError):
    """A rule pack is wrong. `message` is already laid out for people: place, line of source, caret, suggestion."""


class UnreadableError(ClausecheckError):
    """A document could not be read at all."""

    exit_code = 3


class EncryptedError(UnreadableError):
    """The document is encrypted and no password, or a wrong one, was given."""


class UnsupportedError(UnreadableError):
    """The content is in no format that clausecheck reads."""


class LimitError(UnreadableError):
    """The document exceeds a limit (size, pages, decompressed bytes, nesting, time)."""
