"""The little Markdown that `explain` writes, as HTML: headings, paragraphs, lists, quotations, code. Everything is
escaped first; links and raw HTML stay the words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from clausecheck.report.inert import inert

if TYPE_CHECKING:
    from markupsafe import Markup

_CODE = re.compile(r"`([^`]+)`")
_TAGS = {"- ": "li", "> ": "blockquote"}


def markdown(text: str, below: int = 1) -> Markup:
    """The text as markup; its first heading is an <h{below}>."""
    from markupsafe import Markup

    lines = [line for line in inert(text).split("\n") if line.strip()]
    return Markup("\n".join(part for kind, group in groupby(lines, key=_kind) for part in _part(kind, group, below)))


def _kind(line: str) -> str:
    if line.startswith("#"):
        return "#"
    return line[:2] if line[:2] in _TAGS else ""


def _part(kind: str, lines: Iterator[str], below: int) -> Iterator[str]:
    if kind == "#":
        for line in lines:
            marks = len(line) - len(line.lstrip("#"))
            level = min(6, below + marks - 1)
            yield f"<h{level}>{_words(line[marks:])}</h{level}>"
        return
    tag = _TAGS.get(kind, "p")
    body = "\n".join(f"<{tag}>{_words(line[len(kind) :])}</{tag}>" for line in lines)
    yield f"<ul>{body}</ul>" if tag == "li" else body


def _words(line: str) -> str:
    from markupsafe import escape

    return _CODE.sub(r"<code>\1</code>", str(escape(line.strip())))
