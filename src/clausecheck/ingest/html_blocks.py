"""The blocks of an HTML page in reading order: paragraphs, list items with their numbers, tables of data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from clausecheck.ingest.draft import tidy
from clausecheck.ingest.layout import LABEL, is_layout
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.plain import LABEL_START, STOP, preformatted
from clausecheck.ingest.plain_lines import Line
from clausecheck.ingest.word_counting import written

Element = etree._Element

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p section summary table tbody "
    "td tfoot th thead tr ul".split()
)
_DROPPED = frozenset(
    "script style head noscript template select option textarea object iframe svg math header-hidden".split()
)
_STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)", re.I)
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_BREAK_BEFORE = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE)
_BREAK_AFTER = re.compile(r"(?:page-)?break-after\s*:\s*(?:always|page|left|right)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*[^;]*?([a-z-]+)\s*(?:;|$)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NOTE_MARK = re.compile(r"\s*[\[(]?\d{1,2}[\])]?\s*|\s*[*†‡]+\s*")
_WINDOWS = {n: bytes([n]).decode("cp1252", errors="ignore") for n in range(0x80, 0xA0)}
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
          "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
          "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
          "upper-roman": "upperRoman", "none": "none", "decimal-leading-zero": "decimalZero",
          "cjk-ideographic": "japaneseCounting", "japanese-informal": "japaneseCounting"}  # fmt: skip


@dataclass(slots=True)
class _List:
    """An open <ol> (form "decimal" …) or <ul> (form "")."""

    form: str
    next: int = 1


@dataclass(slots=True)
class _Table:
    """An open <table>: rows of cells, each the lines it holds and the columns it covers."""

    rows: list[list[tuple[list[Line], int]]] = field(default_factory=list)


@dataclass(slots=True)
class _Column:
    """Where lines are being collected: the page itself or a table cell."""

    lines: list[Line] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Blocks:
    """Walks the tree without recursion, since careless HTML nests without end. `lines` is the result; `typed` the
    texts of <pre>, `preformatted` and `length` count characters in <pre> and in all."""

    limits: Limits
    typed: list[str] = field(default_factory=list)
    preformatted: int = 0
    length: int = 0
    struck: bool = False
    _columns: list[_Column] = field(default_factory=lambda: [_Column()])
    _tables: list[_Table] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _page: int = 1
    _turned: bool = False
    _label: str = ""
    _level: int | None = None

    @property
    def lines(self) -> list[Line]:
        return self._columns[0].lines

    def read(self, root: Element) -> None:
        """Collects the blocks of the tree."""
        skipped: Element | None = None
        clock = self.limits.clock()
        for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end", "comment", "pi"))):
            if count % 5000 == 0:
                clock.check()
            if event == "start":
                if skipped is None and self._skips(element):
                    skipped = element
                if skipped is None:
                    self._start(element)
                    self._add(element.text)
            else:
                if element is skipped:
                    skipped = None
                elif skipped is None and event == "end":
                    self._end(element)
                if skipped is None and element is not root:
                    self._add(element.tail)
        self._flush()

    def _skips(self, element: Element) -> bool:
        """Whether nobody sees the element; <pre> is taken whole."""
        tag, style = _name(element), element.get("style", "")[:500]
        if tag in _STRUCK or _LINE_THROUGH.search(style):
            self.struck = True
            return True
        if tag == "pre" and not self._tables:
            self._flush()
            text = _text(element).translate(_WINDOWS)
            self.typed.append(text)
            self.preformatted += len(text.strip())
            self.length += len(text.strip())
            self._columns[-1].lines.extend(preformatted(text))
            return True
        if tag == "sup" and _NOTE_MARK.fullmatch(_text(element) or "-"):
            before = "".join(self._columns[-1].text[-3:])[-1:]
            return bool(before) and not before.isdigit()
        hidden = element.get("hidden") is not None or (style and _HIDDEN.search(style) is not None)
        return tag in _DROPPED or tag == "ix:header" or bool(hidden)

    def _add(self, text: str | None) -> None:
        if text:
            self.length += len(text)
            self._columns[-1].text.append(_SPACE.sub(" ", text).translate(_WINDOWS))

    def _start(self, element: Element) -> None:
        tag, style = _name(element), element.get("style", "")[:500]
        if tag == "br":
            self._columns[-1].text.append("\n")
        if tag in _BLOCKS:
            self._flush()
        if tag == "hr" or (style and _BREAK_BEFORE.search(style)):
            self._turn()
        if tag in ("ol", "ul"):
            self._lists.append(_open_list(element, tag))
        elif tag == "li" and self._lists:
            self._label = self._item_label(element)
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._level = int(tag[1])
        elif tag == "table":
            self._tables.append(_Table())
            self.limits.check_nesting(len(self._tables))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._columns.append(_Column())

    def _end(self, element: Element) -> None:
        tag, style = _name(element), element.get("style", "")[:500]
        if tag in _BLOCKS:
            self._flush()
            if tag != "li" or not self._label:
                self._level = None
        if tag == "li":
            self._label = ""
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th") and self._tables and len(self._columns) > 1:
            cell = self._columns.pop()
            table = self._tables[-1]
            if not table.rows:
                table.rows.append([])
            span = element.get("colspan", "1").strip()
            table.rows[-1].append((cell.lines, min(60, int(span)) if span.isdigit() else 1))
        elif tag == "table" and self._tables:
            self._columns[-1].lines.extend(self._table(self._tables.pop()))
        if style and _BREAK_AFTER.search(style):
            self._turn()

    def _turn(self) -> None:
        if any(column.lines for column in self._columns) and not self._turned:
            self._page += 1
            self._turned = True

    def _flush(self) -> None:
        """Ends the paragraph that is open: a double line break ends it too, a single one before a new label."""
        column = self._columns[-1]
        text, column.text = "".join(column.text), []
        if not text.strip():
            return
        for stretch in re.split(r"\n[\s\u00a0]*\n", text):
            parts: list[str] = []
            for line in stretch.split("\n"):
                if parts and LABEL_START.match(line.strip()) and STOP.search(parts[-1].rstrip()[-20:]):
                    self._line(column, " ".join(parts))
                    parts = []
                parts.append(line)
            self._line(column, " ".join(parts))

    def _line(self, column: _Column, text: str) -> None:
        text = text.replace("\u00a0", " ").strip()
        if not text:
            return
        label, self._label = self._label, ""
        text = f"{label} {text}" if label else text
        column.lines.append(Line(text, 0, 1, self._page, turned=self._turned, label=label, level=self._level))
        self._turned = False

    def _item_label(self, element: Element) -> str:
        at = self._lists[-1]
        given = element.get("value", "")
        if given.lstrip("-").isdigit():
            at.next = int(given)
        style = _LIST_STYLE.search(element.get("style", "")[:500])
        form = _FORMS.get(style[1].lower(), at.form) if style else at.form
        number, at.next = at.next, at.next + 1
        if form == "none":
            return ""
        return f"{written(number, form)}." if form else "•"

    def _table(self, table: _Table) -> list[Line]:
        """The table as one line with rows, or, where it only places text, the lines it holds."""
        rows = [row for row in table.rows if any(lines for lines, _ in row)]
        if not rows:
            return []
        texts = [[tidy(" ".join(line.text for line in lines)) for lines, _ in row] for row in rows]
        nested = any(line.rows for row in rows for lines, _ in row for line in lines)
        if nested or is_layout(texts):
            return [line for row in rows for line in _side_by_side([lines for lines, _ in row if lines])]
        grid = [[t for text, (_, span) in zip(r, row, strict=True) for t in (text, *[""] * (span - 1))]
                for r, row in zip(texts, rows, strict=True)]  # fmt: skip
        joined: set[int] = set()
        for row in rows:
            at = 0
            for _, span in row:
                joined.update(range(at, at + span - 1))
                at += span
        first = next(line for row in rows for lines, _ in row for line in lines)
        return [Line("", 0, 1, first.page, turned=first.turned, rows=_compact(grid, joined))]


def _name(element: Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _text(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _open_list(element: Element, tag: str) -> _List:
    style = _LIST_STYLE.search(element.get("style", "")[:500])
    form = _FORMS.get(style[1].lower(), "") if style else ""
    if tag == "ul":
        return _List(form)
    start = element.get("start", "1")
    return _List(form or _FORMS.get(element.get("type", "1"), "decimal"), int(start) if start.isdigit() else 1)


def _side_by_side(cells: list[list[Line]]) -> list[Line]:
    """The lines of a row that only places text; a label joins the text beside it."""
    lines = [line for cell in cells for line in cell]
    if len(cells) == 2 and len(cells[0]) == 1 and LABEL.fullmatch(tidy(cells[0][0].text)) and not cells[1][0].rows:
        label, text = cells[0][0], cells[1][0]
        joined = Line(f"{label.text} {text.text}", 0, 1, label.page, turned=label.turned, level=text.level)
        return [joined, *lines[2:]]
    return lines


def _compact(grid: list[list[str]], joined: set[int]) -> tuple[tuple[str, ...], ...]:
    """Rows without the columns that only hold space; "$" joins the figure after it, ")" and "%" the one before.
    `joined` are the columns that some cell joins with the next: they are one where they never both hold text."""
    width = max(map(len, grid))
    full = [row + [""] * (width - len(row)) for row in grid]
    for row in full:
        for at, cell in enumerate(row):
            after = next((i for i in range(at + 1, width) if row[i]), None)
            before = next((i for i in range(at - 1, -1, -1) if row[i]), None)
            if cell in ("$", "US$", "€", "£", "¥", "(", "$(") and after is not None:
                row[after], row[at] = f"{cell}{row[after]}", ""
            elif cell in (")", "%", ")%") and before is not None:
                row[before], row[at] = f"{row[before]}{cell}", ""
    for at in range(width - 2, -1, -1):
        if at in joined and not any(row[at] and row[at + 1] for row in full):
            for row in full:
                row[at], row[at + 1] = row[at] or row[at + 1], ""
    kept = [at for at in range(width) if any(row[at] for row in full)]
    return tuple(tuple(row[at] for at in kept) for row in full)
