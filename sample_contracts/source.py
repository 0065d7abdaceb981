"""Reads the sources in `text/`: a contract in a few marks, turned into numbered blocks that every writer understands.

    @supplier Name | Alias      @distributor Name | Alias      @use orders   (includes common/orders.txt)
    # title   ! centred line   ## article {#key}   - clause   -- item   > schedule (new page)   | table | row |
    {S} {s} {D} {d} {S_UPPER}: the aliases, with capitals where a sentence begins    {ref:key}: the number of an article

The Word draft also uses {-S:struck out-} {+D:put in+} for tracked changes of the supplier's or distributor's counsel
and {fn:…} for footnotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

TEXT = Path(__file__).parent / "text"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table. `kind` is title, centre, text, article, clause, item, schedule or table; `number` is what
    stands before it in print; `rows` are the rows of a table, its head first."""

    kind: str
    text: str = ""
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract ready to be written. `stem` is its file name without suffix."""

    stem: str
    supplier: str
    distributor: str
    blocks: tuple[Block, ...]


def load(stem: str) -> Contract:
    """The contract in `text/<stem>.txt`."""
    lines = _lines(TEXT / f"{stem}.txt")
    names: dict[str, tuple[str, str]] = {}
    for line in lines:
        if line.startswith(("@supplier ", "@distributor ")):
            role, rest = line[1:].split(" ", 1)
            name, alias = (part.strip() for part in rest.split("|"))
            names[role] = (name, alias)
    body = "\n".join(line for line in lines if not line.startswith("@"))
    (supplier, seller), (distributor, buyer) = names["supplier"], names["distributor"]
    aliases = {
        "{s}": seller,
        "{S}": seller[0].upper() + seller[1:],
        "{S_UPPER}": seller.upper(),
        "{d}": buyer,
        "{D}": buyer[0].upper() + buyer[1:],
        "{supplier}": supplier.upper(),
        "{distributor}": distributor.upper(),
    }
    for mark, alias in aliases.items():
        body = body.replace(mark, alias)
    return Contract(stem, supplier, distributor, _numbered(_blocks(body)))


def _lines(path: Path) -> list[str]:
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@use "):
            lines += _lines(TEXT / "common" / f"{line.split()[1]}.txt")
            lines.append("")
        else:
            lines.append(line)
    return lines


_MARKS = (("## ", "article"), ("# ", "title"), ("! ", "centre"), ("-- ", "item"), ("- ", "clause"), ("> ", "schedule"))


def _blocks(body: str) -> list[Block]:
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*body.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
            continue
        if rows:
            blocks.append(Block("table", rows=tuple(rows)))
            rows = []
        if not line.strip():
            continue
        for mark, kind in _MARKS:
            if line.startswith(mark):
                blocks.append(Block(kind, line[len(mark) :].strip()))
                break
        else:
            blocks.append(Block("text", line.strip()))
    return blocks


def _numbered(blocks: list[Block]) -> tuple[Block, ...]:
    article = clause = item = 0
    in_schedule = False
    keys: dict[str, str] = {}
    numbered: list[Block] = []
    for block in blocks:
        text, number = block.text, ""
        if block.kind == "article":
            article, clause = article + 1, 0
            key = re.search(r"\s*\{#(\w+)\}$", text)
            if key:
                keys[key[1]] = str(article)
                text = text[: key.start()]
            number = f"{article}."
        elif block.kind == "schedule":
            in_schedule, clause = True, 0
        elif block.kind == "clause":
            clause, item = clause + 1, 0
            number = f"{clause}." if in_schedule else f"{article}.{clause}"
        elif block.kind == "item":
            item += 1
            number = f"({chr(96 + item)})"
        numbered.append(replace(block, text=text, number=number))
    return tuple(
        replace(block, text=re.sub(r"\{ref:(\w+)\}", lambda match: keys[match[1]], block.text)) for block in numbered
    )
