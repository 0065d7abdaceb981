"""Contracts as plain text, wrapped at 78 columns as they arrive by e-mail."""

from __future__ import annotations

import textwrap
from pathlib import Path

from source import Block, Contract

_INDENT = {"clause": "   ", "item": "        "}


def write_text(contract: Contract, path: Path) -> None:
    """Write `contract` to `path` in UTF-8."""
    path.write_text("\n\n".join(_block(block) for block in contract.blocks) + "\n", "utf-8", newline="\n")


def _block(block: Block) -> str:
    if block.kind == "table":
        widths = [max(len(row[place]) for row in block.rows) for place in range(len(block.rows[0]))]
        lines = ["   ".join(text.ljust(size) for text, size in zip(row, widths, strict=True)) for row in block.rows]
        return "\n".join("   " + line.rstrip() for line in lines)
    if block.kind in ("title", "centre", "schedule"):
        return block.text.center(78).rstrip()
    text = f"{block.number} {block.text}" if block.number else block.text
    if block.kind == "article":
        text = text.upper()
    indent = _INDENT.get(block.kind, "")
    return textwrap.fill(text, 78, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
