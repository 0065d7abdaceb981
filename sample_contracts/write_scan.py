"""Contracts as an image-only PDF, like pages from an office scanner: slightly turned, a little dirt, no text layer."""

from __future__ import annotations

import random
import time
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont
from source import Block, Contract

DPI = 150
_SIZE = (1240, 1754)  # A4 at 150 dpi
_MARGIN, _LINE = 150, 33
_FONTS = Path(reportlab.__file__).parent / "fonts"


def write_scan(contract: Contract, path: Path) -> None:
    """Write `contract` to `path`, one black and white image a page."""
    regular = ImageFont.truetype(str(_FONTS / "Vera.ttf"), 21)
    bold = ImageFont.truetype(str(_FONTS / "VeraBd.ttf"), 22)
    lines = [line for block in contract.blocks for line in _lines(block, regular)]
    per_page = (_SIZE[1] - 2 * _MARGIN) // _LINE
    starts = range(0, len(lines), per_page)
    chance = random.Random(20240701)
    pages = []
    for number, start in enumerate(starts, 1):
        page = Image.new("L", _SIZE, 255)
        draw = ImageDraw.Draw(page)
        for place, (text, heavy) in enumerate(lines[start : start + per_page]):
            draw.text((_MARGIN, _MARGIN + place * _LINE), text, font=bold if heavy else regular, fill=20)
        draw.text((_SIZE[0] // 2 - 10, _SIZE[1] - 90), str(number), font=regular, fill=20)
        for _ in range(60):
            x, y = chance.randrange(_SIZE[0]), chance.randrange(_SIZE[1])
            draw.ellipse((x, y, x + chance.randrange(1, 3), y + chance.randrange(1, 3)), fill=90)
        turned = page.rotate(chance.uniform(-0.5, 0.5), resample=Image.Resampling.BICUBIC, fillcolor=255)
        pages.append(turned.point(lambda level: 255 if level > 140 else 0).convert("1"))
    date = time.gmtime(1_719_792_000)
    pages[0].save(
        path,
        "PDF",
        resolution=DPI,
        save_all=True,
        append_images=pages[1:],
        creationDate=date,
        modDate=date,
        title="Scan",
    )


def _lines(block: Block, font: ImageFont.FreeTypeFont) -> list[tuple[str, bool]]:
    if block.kind == "table":
        return [("      ".join(text.ljust(24) for text in row), False) for row in block.rows] + [("", False)]
    heavy = block.kind in ("title", "article", "schedule", "centre")
    text = f"{block.number}  {block.text}" if block.number else block.text
    lines: list[tuple[str, bool]] = []
    current = ""
    for word in text.split(" "):
        longer = f"{current} {word}".strip()
        if font.getlength(longer) > _SIZE[0] - 2 * _MARGIN and current:
            lines.append((current, heavy))
            longer = word
        current = longer
    return [*lines, (current, heavy), ("", False)]
