"""HTML, above all as filed with the SEC: tables for layout, page rules, entities of old Windows, text in <pre>."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from clausecheck.errors import LimitError, UnreadableError
from clausecheck.ingest.detect import decode
from clausecheck.ingest.draft import Draft, PageStarts, tidy
from clausecheck.ingest.html_blocks import Blocks
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.plain import LABEL_START, STOP, from_text, mid_sentence, write_lines
from clausecheck.ingest.plain_lines import Line, take_furniture
from clausecheck.ingest.raw import RawDocument

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_PAGE_MARK = re.compile(r"<PAGE>(?:\s*\d{1,4}\s*(?=<|\n))?", re.IGNORECASE)
_SEC_HEAD = re.compile(r"\A\s*(?:<(?:DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>[^\n]*\n\s*)+", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_WINDOWS = {n: bytes([n]).decode("cp1252", errors="ignore") for n in range(0x80, 0xA0)}
_MOSTLY = 0.7  # share of the text in <pre> from which the page is a text file in disguise


def read_html(data: bytes, *, name: str = "page.html", limits: Limits | None = None) -> RawDocument:
    """An HTML file. Scripts, hidden and struck-out text are left out.

    Raises UnreadableError where nothing can be parsed, LimitError beyond the limits.
    """
    limits = limits or Limits()
    limits.check_bytes(len(data))
    source = _SEC_HEAD.sub("", _DECLARATION.sub("", _characters(data, name)))
    source = _PAGE_MARK.sub('<hr class="page">', source)
    limits.check_expanded(len(source))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, recover=True)
    try:
        root = etree.fromstring(source.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{name}: the HTML cannot be parsed ({error})") from error
    if root is None:
        raise UnreadableError(f"{name}: the HTML holds no text")
    if any("depth" in entry.message.lower() for entry in parser.error_log):  # the parser leaves the rest out
        raise LimitError(f"{name}: the HTML nests deeper than any page that people write; save it as PDF and read that")
    blocks = Blocks(limits)
    blocks.read(root)
    notes = ("text that is struck out was left out",) if blocks.struck else ()
    if blocks.preformatted > _MOSTLY * max(1, blocks.length):
        raw = from_text("\f".join(blocks.typed).translate(_WINDOWS), limits)
        return RawDocument(
            "html", raw.text, raw.pages, raw.paragraphs, raw.tables, raw.furniture, notes=notes, source=raw.source
        )
    kept, furniture = take_furniture(blocks.lines)
    draft = Draft()
    for group in _paragraphs(kept):
        write_lines(draft, PageStarts(), group)
    return RawDocument("html", draft.text, (), tuple(draft.paragraphs), tuple(draft.tables), furniture, notes=notes)


def _characters(data: bytes, name: str) -> str:
    """The decoded file: UTF-8 where the bytes are that, else as the file declares itself, else as they look."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        codec = declared[1].decode("ascii").lower()
        codec = "cp1252" if codec in {"iso-8859-1", "latin1", "us-ascii"} else codec
        for attempt in ("utf-8", codec):
            try:
                return data.decode(attempt).translate(_WINDOWS)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data, name).translate(_WINDOWS)


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, a sentence that runs over a page break put together again."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.turned and not line.rows and not line.label and line.level is None:
            last = groups[-1][-1]
            left = tidy(last.text)
            open_ = left and not last.rows and last.level is None and not STOP.search(left)
            if open_ and not LABEL_START.match(line.text) and mid_sentence(left, line.text):
                groups[-1].append(line)
                continue
        groups.append([line])
    return groups
