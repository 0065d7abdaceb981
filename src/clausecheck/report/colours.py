"""Colours of the severities on paper and in pages; terminals have their own. `ink` is read on white and on `fill`
(contrast 4.5 and more), `fill` lies behind words."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.model.report import Result, Severity


@dataclass(frozen=True, slots=True)
class Colour:
    """Two colours as six hexadecimal digits."""

    ink: str
    fill: str

    def fill_rgb(self) -> tuple[int, int, int]:
        return _rgb(self.fill)

    def ink_rgb(self) -> tuple[int, int, int]:
        return _rgb(self.ink)


SEVERITY: dict[Severity, Colour] = {
    "high": Colour("A61B1B", "FFC9C9"),
    "medium": Colour("7A4A00", "FFE08A"),
    "low": Colour("0B4F9E", "BFDDFF"),
    "info": Colour("1E5E2B", "C4EBCB"),
}
DOUBT = Colour("5B3A85", "E2D5F3")


def of(result: Result) -> Colour:
    """The colour of a finding, or of what could not be told."""
    return SEVERITY[result.severity] if result.verdict == "flagged" else DOUBT


def _rgb(digits: str) -> tuple[int, int, int]:
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
