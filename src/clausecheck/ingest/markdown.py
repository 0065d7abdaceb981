"""Markdown: headings, lists, tables and quotes as a reader sees them, without the marks."""

from __future__ import annotations

import html
import re

from clausecheck.ingest.detect import decode, without_comments
from clausecheck.ingest.draft import Draft
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.raw import RawDocument

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_ITEM = re.compile(r"\s*(?:[-*+]|(?P<number>\d{1,4}[.)]|[a-zA-Z][.)]|\([a-zA-Z0-9]{1,4}\)))\s+(?P<text>\S.*)$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$|\s*\|\s*:?-{2,}:?\s*\|\s*$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>")
_MARKS = (
    (re.compile(r"!\[([^\]]{0,400})\]\([^)\s]{0,400}(?:\s+\"[^\"]{0,400}\")?\)"), r"\1"),
    (re.compile(r"(?<!\\)\[([^\]]{1,400})\]\([^)\s]{0,400}(?:\s+\"[^\"]{0,400}\")?\)"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]+)>"), r"\1"),
    (re.compile(r"(?<!\\)`([^`\n]+)`"), r"\1"),
    (re.compile(r"(?<![\\*])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\\\w])__(?=[^\s_])([^\n]{1,400}?)(?<=[^\s_])__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\\*\w\[])\*(?=[^\s*\]])([^*\n]+?)(?<=[^\s*\[])\*(?![*\w\]])"), r"\1"),
    (re.compile(r"(?<![\\\w])_(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~"), ""),
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")


def read_markdown(data: bytes, *, name: str = "text.md", limits: Limits | None = None) -> RawDocument:
    """A Markdown file. Raises UnsupportedError where the bytes are no text, LimitError where there are too many."""
    limits = limits or Limits()
    limits.check_bytes(len(data))
    text = _FRONT_MATTER.sub("", decode(data, name).replace("\r\n", "\n").replace("\r", "\n"))
    reading = _Reading()
    for line in without_comments(text).split("\n"):
        reading.line(line.expandtabs(4).rstrip())
    reading.close()
    draft = reading.draft
    return RawDocument("markdown", draft.text, paragraphs=tuple(draft.paragraphs), tables=tuple(draft.tables))


def plain_words(text: str) -> str:
    """The line without marks for emphasis, links and code; what is struck out goes."""
    text = _BREAK.sub("\n", text)
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return html.unescape(_ESCAPED.sub(r"\1", _TAG.sub("", text)))


class _Reading:
    """Takes one line after the other; holds the paragraph or table that is open."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._open: list[str] = []
        self._label = ""
        self._table: list[list[str]] = []
        self._in_table = False
        self._fenced = ""

    def line(self, line: str) -> None:
        fence = _FENCE.match(line)
        if fence and self._fenced in ("", fence[1]):
            self.close()
            self._fenced = "" if self._fenced else fence[1]
        elif self._fenced:
            self.draft.paragraph(line)
        elif not line.strip():
            self.close()
        else:
            self._text(re.sub(r"^ {0,3}(> ?)+", "", line))

    def _text(self, line: str) -> None:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if heading:
            self.close()
            self.draft.paragraph(plain_words(heading[2]), level=len(heading[1]))
        elif self._in_table and "|" in line:
            self._table.append(_cells(line))
        elif _TABLE_RULE.match(line) and self._open and "|" in self._open[-1]:
            head = self._open.pop()
            self.close()
            self._table, self._in_table = [_cells(head)], True
        elif _UNDERLINE.match(line) and self._open and not self._label:
            level = 1 if "=" in line else 2
            text, self._open = " ".join(self._open), []
            self.draft.paragraph(plain_words(text), level=level)
        elif _RULE.match(line):
            self.close()
        elif item and (not self._open or self._starts_item(item)):
            self.close()
            self._label = item["number"] or ""
            self._open = [f"{self._label} {item['text']}" if self._label else item["text"]]
        else:
            if self._in_table:
                self.close()
            self._open.append(line.strip())

    def _starts_item(self, item: re.Match[str]) -> bool:
        """A number in the middle of a sentence that wraps ("... within\\n30. June") starts no item."""
        number = (item["number"] or "")[:-1]
        return (
            not number.isdigit() or bool(self._label) or re.search(r"[.;:,]$|\b(and|or)$", self._open[-1]) is not None
        )

    def close(self) -> None:
        """Writes down what is open."""
        if self._table:
            width = max(map(len, self._table))
            self.draft.table([[plain_words(c) for c in row] + [""] * (width - len(row)) for row in self._table])
        elif self._open:
            self.draft.paragraph(plain_words("\n".join(self._open)), label=self._label)
        self._open, self._label, self._table, self._in_table = [], "", [], False


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
