"""The clause tree: which labels in the text are clauses, and how they nest.

Labels are told from other numbers by their sequence: a label counts only as the next sibling of an open clause, its
first child, or the next after one of its parents."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausecheck.ingest.headings import heading_end
from clausecheck.ingest.numbering import Candidate, candidates
from clausecheck.ingest.regions import Region, regions
from clausecheck.model.document import Clause, ClauseKind, Paragraph
from clausecheck.model.location import Span
from clausecheck.text.headline import capitals, is_headline, titled
from clausecheck.text.stops import stops

Reading = tuple[str, tuple[int, ...]]
_TOP = {"part": 0, "編": 0, "item": 2, "chapter": 1, "章": 1, "article": 2, "節": 3, "section": 4, "条": 4, "條": 4, "clause": 4}
_MAIN = frozenset({"n", "n)", "article", "section", "decimal", "条", "條", "章", "I.", "part", "clause", "A."})
_NEVER = 1 << 40
_STOP_INSIDE = re.compile(r"[.;:]\s+\S")


@dataclass(slots=True)
class _Frame:
    """An open list: its style, the last value accepted, and the node of its last member (-1: only inline items)."""

    style: str
    value: tuple[int, ...]
    node: int
    parent: int
    inline: list[Candidate] = field(default_factory=list)
    prefixed: bool = False


@dataclass(slots=True)
class _Node:
    start: int
    label_end: int
    label: str
    number: str
    parent: int
    kind: ClauseKind
    style: str = ""
    heading_end: int = 0
    inline: bool = False
    lower: bool = False


def outline(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Clause, ...]:
    """The clauses of a contract, flat and in document order."""
    found = candidates(text, paragraphs)
    parts = regions(text, paragraphs, found)
    tree = _Tree(text, paragraphs, found, parts)
    tree.grow(headed=False)
    if tree.main < 3 or tree.restarts >= 3:
        headed = _Tree(text, paragraphs, found, parts)
        headed.grow(headed=True)
        if headed.headings >= 3:
            tree = headed
    return tree.clauses()


class _Tree:
    """Accepts candidates one after the other and builds the nodes."""

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], found: Sequence[Candidate], parts: Sequence[Region]
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.found = found
        self.parts = parts
        self.nodes: list[_Node] = []
        self.stack: list[_Frame] = []
        self.last: dict[str, tuple[int, ...]] = {}
        self.main = 0
        self.headings = 0
        self.restarts = 0
        self.root = -1
        self.opening = -1
        self.kind: ClauseKind = "body"
        self.where: dict[Reading, list[int]] = {}
        for index, candidate in enumerate(found):
            for reading in candidate.readings:
                self.where.setdefault(reading, []).append(index)
        self.limit = len(found)
        self.region_end = len(text)

    def grow(self, *, headed: bool) -> None:
        starts = [candidate.start for candidate in self.found]
        lines = self._headlines() if headed else []
        for part in self.parts:
            headline_first = any(line.span.start == part.start for line in lines)
            self._open(part, headed=headline_first and part.kind == "body")
            first, self.limit = bisect_left(starts, part.start), bisect_left(starts, part.end)
            if part.kind in {"title", "contents", "signature"}:
                continue
            pending = [line for line in lines if self._in(line, part)] if part.kind != "preamble" else []
            for index in range(first, self.limit):
                start = self.found[index].start
                while pending and pending[0].span.start < start:
                    self._head(pending.pop(0))
                if pending and pending[0].span.start <= start:
                    pending.pop(0)
                self._consider(index)
            for line in pending:
                self._head(line)

    def _in(self, line: Paragraph, part: Region) -> bool:
        start = line.span.start
        return part.start < start < part.end or (start == part.start and part.kind == "body")

    def _open(self, part: Region, *, headed: bool) -> None:
        if part.kind not in {"body", "recital"}:
            self.last = {}
        self.stack, self.kind, self.opening = [], part.kind, -1
        self.region_end = part.end
        self.root = -1
        if part.kind not in {"body", "schedule"} or part.label or (self._is_wordy(part) and not headed):
            self.nodes.append(_Node(part.start, max(part.label_end, part.start), part.label, part.label, -1, part.kind))
            if part.kind != "body":  # the words before clause 1 are no parent of it
                self.root = len(self.nodes) - 1
            else:
                self.opening = len(self.nodes) - 1

    def _is_wordy(self, part: Region) -> bool:
        """Whether the body begins with words of its own, before its first label."""
        first = next((c for c in self.found if c.start >= part.start), None)
        return first is None or bool(self.text[part.start : first.start].strip())

    def _headlines(self) -> list[Paragraph]:
        out = []
        for place, paragraph in enumerate(self.paragraphs):
            if paragraph.place != "body" or paragraph.label:
                continue
            line = self.text[paragraph.span.start : paragraph.span.end]
            if len(line) < 90 and (paragraph.level is not None or is_headline(line)):
                after = self.paragraphs[place + 1] if place + 1 < len(self.paragraphs) else None
                below = self.text[after.span.start : after.span.end].strip() if after else ""
                if len(below) > 60 or paragraph.level is not None or (len(below) > 20 and not is_headline(below)):
                    out.append(paragraph)
        return out

    def _head(self, line: Paragraph) -> None:
        start = line.span.start
        end = line.span.start + len(self.text[line.span.start : line.span.end].rstrip())
        self.stack = [frame for frame in self.stack if frame.style == "heading" and frame.value[0] < (line.level or 0)]
        parent = self.stack[-1].node if self.stack else self.root
        self.nodes.append(_Node(start, start, "", "", parent, self.kind, "heading", end))
        self.stack.append(_Frame("heading", (line.level or 0,), len(self.nodes) - 1, parent))
        self.headings += 1

    # -- accepting one candidate ---------------------------------------------------------------------------------

    def _consider(self, index: int) -> None:
        candidate = self.found[index]
        if self.nodes and candidate.start < self.nodes[-1].label_end and self.nodes[-1].label_end > self.nodes[-1].start:
            if (candidate.left == "start" and self.nodes[-1].kind == "schedule") or candidate.end <= self.nodes[-1].label_end:
                return
        if candidate.left in {"start", "stop"}:
            self._close_inline(candidate, index)
        best: tuple[int, int, Reading] | None = None
        for reading in candidate.readings:
            option = self._option(reading, candidate, index)
            if option is not None and (best is None or option[0] < best[0] or (option[0] == best[0] and option[1] > best[1])):
                best = (*option, reading)
        if best is None:
            return
        rank, depth, reading = best
        if not self._believable(rank, depth, reading, candidate, index):
            if depth == len(self.stack) and rank == 2 and candidate.left in {"weak", "semi"} and reading[0].startswith("("):
                self._trim(depth)
                self.stack.append(_Frame(*reading, -1, self._top(), [candidate]))
            return
        if depth < len(self.stack) and self.stack[depth].node == -1:
            frame = self.stack[depth]
            if candidate.left in {"weak", "semi"}:
                frame.value = reading[1]
                frame.inline.append(candidate)
                del self.stack[depth + 1 :]
                return
            self._promote(frame)
        self._accept(rank, depth, reading, candidate)

    def _option(self, reading: Reading, candidate: Candidate, index: int) -> tuple[int, int] | None:
        """(rank, depth in the stack) at which a reading would continue the outline; lower ranks are better."""
        style, value = reading
        gap: tuple[int, int] | None = None
        for depth in range(len(self.stack) - 1, -1, -1):
            frame = self.stack[depth]
            if frame.style == style and frame.value[:-1] == value[:-1]:
                step = value[-1] - frame.value[-1]
                if step == 1:
                    if self._rather_roman(candidate, reading, index):
                        return None
                    return (0 if depth == len(self.stack) - 1 else 1, depth)
                if 1 < step <= 4 and gap is None and frame.node != -1:
                    gap = (6, depth)
            if style == "decimal" and len(value) > 1 and frame.style in _MAIN and frame.value == value[:-1]:
                if depth + 1 < len(self.stack) and self.stack[depth + 1].style == "decimal":
                    continue
                if value[-1] in {0, 1}:
                    return (1, depth + 1)
                if value[-1] <= 3 and gap is None:
                    gap = (5, depth + 1)
        if gap is not None:
            return gap
        if style == "decimal":
            return self._decimal(value)
        if style in self.last and value[0] == self.last[style][0] + 1 and style in _MAIN:
            depth = self._under_words(style)
            if depth is not None:
                return (1, depth)
        if value[0] == 1:
            return self._first(style, index)
        if style in _TOP and value[0] <= 3 and not self.stack and not any(frame.style == style for frame in self.stack) and style not in self.last:
            return (7, self._top_depth(style))
        if style == "n" and self.stack and self.stack[-1].style in {"条", "條"} and value[0] == 2:
            return (2, len(self.stack))
        return None

    def _rather_roman(self, candidate: Candidate, reading: Reading, index: int) -> bool:
        """Whether "(i)" after "(h)" opens a roman list: "(ii)" comes before "(j)"."""
        other = next((r for r in candidate.readings if r[0] != reading[0]), None)
        if other is None or other[1] != (1,) or (reading[0][1:2] not in {"a", "A"} and reading[0][:1] not in {"a", "A"}):
            return False
        second = self._next((other[0], (2,)), index)
        sibling = self._next((reading[0], (reading[1][0] + 1,)), index)
        return second < sibling

    def _next(self, reading: Reading, index: int) -> int:
        """Index of the next candidate with that reading in this region."""
        places = self.where.get(reading, [])
        at = bisect_right(places, index)
        return places[at] if at < len(places) and places[at] < self.limit else _NEVER

    def _decimal(self, value: tuple[int, ...]) -> tuple[int, int] | None:
        """A decimal whose parent is not open: "2.1" after "1.7", or the first one of all."""
        depth = 0
        for place, frame in enumerate(self.stack):
            if frame.style in _TOP or frame.style == "heading" or (frame.style in {"n", "decimal"} and frame.value == value[: len(frame.value)] and len(frame.value) < len(value)):
                depth = place + 1
        previous = self.last.get("decimal")
        if previous is None:
            return (4, depth) if value[0] <= 3 and value[-1] <= 2 else None
        if value[-1] <= 1 and (0 <= value[0] - previous[0] <= 2) and value > previous:
            return (4, depth)
        if value > previous and value[0] == previous[0] and value[-1] <= 2:
            return (6, depth)
        return None

    def _top_depth(self, style: str) -> int:
        rank = _TOP[style]
        depth = 0
        for place, frame in enumerate(self.stack):
            if frame.style in _TOP and _TOP[frame.style] < rank:
                depth = place + 1
        return depth

    def _under_words(self, style: str) -> int | None:
        """Depth right under the innermost Article, Part or heading, for numbers that run on across them."""
        if style in _TOP:
            return self._top_depth(style)
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].style in _TOP or self.stack[depth].style == "heading":
                return depth + 1
        return 0 if not self.stack and self.kind == "body" else None

    def _first(self, style: str, index: int) -> tuple[int, int] | None:
        if style in _TOP:
            return (2, self._top_depth(style))
        for depth, frame in enumerate(self.stack):
            if frame.style == style:
                again = sum(other.style == style for other in self.stack)
                if style in {"n", "n)", "(n)", "I.", "A."} and again < 2 and self._nested(style, frame.value[0] + 1, index):
                    return (3, len(self.stack))
                return (3, depth)
        return (2, len(self.stack))

    def _nested(self, style: str, resumed: int, index: int) -> bool:
        """Whether a list that starts anew lies inside the open one: it breaks off where the open one goes on."""
        if self.found[index].colon:
            return self._next((style, (resumed,)), index) < _NEVER
        expected = 2
        for candidate in self.found[index + 1 : self.limit]:
            for read, value in candidate.readings:
                if read != style or candidate.left not in {"start", "stop"}:
                    continue
                if value[0] == expected and value[0] != resumed:
                    expected += 1
                else:
                    return value[0] == resumed
        return False

    def _believable(self, rank: int, depth: int, reading: Reading, candidate: Candidate, index: int) -> bool:
        """Whether what stands around the candidate fits what it would be."""
        style, value = reading
        if candidate.automatic:
            return True
        paren = style.startswith("(")
        fresh = rank in {2, 3}
        successor = (style, (*value[:-1], value[-1] + 1))
        follows = self._next(successor, index) < _NEVER
        if fresh and style in _TOP and not follows and any(frame.style in {"n", "decimal"} for frame in self.stack):
            return False
        if candidate.lower and not paren and candidate.left != "start":
            return False
        if candidate.bare:
            japanese = bool(self.stack) and self.stack[-1].style in {"条", "條"}
            return (rank in {0, 1} or (fresh and (follows or japanese))) and self._reads_on(candidate)
        if rank >= 4:
            if candidate.left == "weak" and not (rank == 4 and self._headish(candidate)):
                return False
            expected = self.stack[depth].value[-1] + 1 if depth < len(self.stack) and rank == 6 else 0
            if expected and style != "decimal":
                between = self._next((style, (*value[:-1], expected)), index)
                if between < self._next(successor, index):
                    return False
                return follows or (candidate.left == "start" and not paren)
            return candidate.left in {"start", "stop"} or style == "decimal"
        if candidate.left == "start":
            if fresh and not paren and style not in _TOP and style != "decimal":
                return follows or (len(style) == 1 and self._reads_on(candidate))
            return True
        inline_frame = depth < len(self.stack) and self.stack[depth].node == -1
        if candidate.left == "stop":
            if fresh and not follows and style != "decimal":
                return False
            return not (fresh and paren and candidate.lower and not candidate.colon) or candidate.colon
        if candidate.left == "semi":
            if fresh:
                return False
            return inline_frame or paren or not candidate.lower
        if inline_frame:
            return True
        if self._headish(candidate):
            return not fresh or follows
        if style == "decimal" or "." in candidate.label.rstrip("."):
            return (rank <= 1 or (rank == 2 and follows)) and not candidate.lower
        return False

    def _reads_on(self, candidate: Candidate) -> bool:
        line = self.text[candidate.end : self._line_end(candidate.end)].strip()
        return len(line) > 2

    def _headish(self, candidate: Candidate) -> bool:
        """Whether the words between the last label and this one are a heading."""
        begin = max((self.nodes[-1].label_end if self.nodes else 0), self.text.rfind("\n", 0, candidate.start) + 1)
        words = self.text[begin : candidate.start].strip()
        if words and len(words) <= 100 and not _STOP_INSIDE.search(words):
            return titled(words.rstrip(":-–— ")) or capitals(words)
        tail = words.split()[-3:]
        return len(tail) == 3 and all(capitals(word) and len(word) > 2 for word in tail[-2:]) and capitals(" ".join(tail))

    def _line_end(self, position: int) -> int:
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    def _close_inline(self, candidate: Candidate, index: int) -> None:
        """A full stop or a new paragraph ends the lists inside a sentence, unless this label continues one."""
        while self.stack and self.stack[-1].node == -1:
            frame = self.stack[-1]
            continues = any(s == frame.style and v[-1] == frame.value[-1] + 1 for s, v in candidate.readings)
            if continues and candidate.left == "start":
                return
            self.stack.pop()

    def _promote(self, frame: _Frame) -> None:
        """Makes clauses of inline items whose list goes on in paragraphs of its own."""
        for item in frame.inline:
            reading = next((r for r in item.readings if r[0] == frame.style), item.readings[0])
            frame.node = self._add(item, reading, frame.parent, frame)
        frame.inline = []

    def _top(self) -> int:
        for frame in reversed(self.stack):
            if frame.node != -1:
                return frame.node
        return self.root

    def _trim(self, depth: int) -> None:
        del self.stack[depth:]

    def _accept(self, rank: int, depth: int, reading: Reading, candidate: Candidate) -> None:
        style, value = reading
        frame = self.stack[depth] if depth < len(self.stack) else None
        if frame is not None and frame.style == style and rank in {0, 1, 6} and frame.value[:-1] == value[:-1]:
            del self.stack[depth + 1 :]
            frame.value = value
            frame.node = self._add(candidate, reading, frame.parent, frame)
        else:
            self._trim(depth)
            parent = self._top()
            if parent < 0 and style not in _MAIN:
                parent = self.opening
            frame = _Frame(style, value, -1, parent)
            frame.prefixed = self._prefixed(style, value, parent)
            frame.node = self._add(candidate, reading, parent, frame)
            self.stack.append(frame)
        self.last[style] = value
        if style in _MAIN and self.kind == "body":
            self.main += 1
            self.restarts += rank == 3 and depth == 0

    def _prefixed(self, style: str, value: tuple[int, ...], parent: int) -> bool:
        """Whether plain numbers start anew under each article, so that they need its number before theirs."""
        if parent < 0 or style not in {"n", "n)"}:
            return False
        if self.nodes[parent].style in _TOP:
            if self.nodes[parent].style in {"条", "條"}:
                return True
            return value == (1,) and (style in self.last or len(self.where.get((style, (1,)), [])) > 1)
        return self.nodes[parent].style not in {"heading", ""}

    def _add(self, candidate: Candidate, reading: Reading, parent: int, frame: _Frame) -> int:
        number = self._number(candidate, reading, parent, frame)
        self.nodes.append(_Node(candidate.start, candidate.end, candidate.label, number, parent, self.kind, reading[0], 0, candidate.left != "start", candidate.lower))
        return len(self.nodes) - 1

    def _number(self, candidate: Candidate, reading: Reading, parent: int, frame: _Frame) -> str:
        style, value = reading
        above = self.nodes[parent].number if parent >= 0 else ""
        schedule = self.nodes[parent].kind == "schedule" and self.nodes[parent].style == "" if parent >= 0 else False
        bare = candidate.label.rstrip(".:) ").lstrip("( ")
        lead = f"{self.nodes[self.root].number} " if self.root >= 0 and self.nodes[self.root].number else ""
        if style in {"条", "條", "章", "節"}:
            return candidate.label.replace(" ", "")
        if style in {"項", "号"} or (style == "n" and above.endswith("条")):
            return above + (candidate.label.replace(" ", "") if style != "n" else f"第{value[0]}項")
        if style == "decimal":
            return lead + ".".join(bare.split()[-1].replace(" ", "").split("."))if not bare[0].isdigit() else lead + bare.replace(" ", "")
        if style == "section":
            return lead + bare.split()[-1].lstrip("§")
        if style in _TOP:
            word, _, token = bare.partition(" ")
            return f"{lead}{word.capitalize()} {token.strip()}"
        if style in {"n", "n)"}:
            return f"{above}.{bare}" if frame.prefixed and above and not schedule else f"{lead}{bare}"
        if style.startswith("(") or style.endswith(")"):
            return f"{above}{' ' if schedule and above else ''}({bare})"
        return f"{above}{' ' if schedule else '.'}{bare}" if above else bare

    # -- finishing -----------------------------------------------------------------------------------------------

    def clauses(self) -> tuple[Clause, ...]:
        order = sorted(range(len(self.nodes)), key=lambda i: (self.nodes[i].start, i))
        place = {old: new for new, old in enumerate(order)}
        nodes = [self.nodes[i] for i in order]
        parents = [place[node.parent] if node.parent >= 0 else -1 for node in nodes]
        depth = [0] * len(nodes)
        for index, parent in enumerate(parents):
            depth[index] = depth[parent] + 1 if parent >= 0 else 1
        ends = [part.end for part in self.parts]
        starts = [part.start for part in self.parts]
        out: list[Clause] = []
        close: list[int] = [0] * len(nodes)
        open_: list[int] = []
        for index, node in enumerate(nodes):
            while open_ and depth[open_[-1]] >= depth[index]:
                close[open_.pop()] = node.start
            open_.append(index)
        for index in open_:
            close[index] = len(self.text)
        self._shorten(nodes, close)
        for index, node in enumerate(nodes):
            region = ends[max(0, bisect_right(starts, node.start) - 1)]
            end = min(close[index], region)
            after = nodes[index + 1].start if index + 1 < len(nodes) else end
            own = min(end, after)
            head = node.heading_end or heading_end(self.text, node.label_end, own, node.kind, bool(node.label))
            heading = self.text[node.label_end : head].strip().strip("-–—:()（）【】 " if node.label[:1] == "第" else "-–—: ").rstrip(".") if head > node.label_end else ""
            out.append(
                Clause(
                    number=node.number,
                    label=node.label,
                    heading=heading,
                    span=Span(node.start, self._rstrip(node.start, end)),
                    own=Span(node.start, self._rstrip(node.start, own)),
                    level=depth[index],
                    parent=parents[index],
                    kind=node.kind,
                )
            )
        return tuple(out)

    def _shorten(self, nodes: list[_Node], close: list[int]) -> None:
        """Ends items that stand inside a paragraph: with their sentence where they are part of one, else with the
        paragraph. What follows belongs to the clause that holds the list."""
        for index in range(len(nodes) - 1, -1, -1):
            node = nodes[index]
            if not (node.style.startswith("(") or len(node.style) == 2) or node.style == "n)":
                continue
            if not node.inline and not node.lower and not self._within_list(nodes, index):
                continue
            inner = index + 1
            within = node.start
            while inner < len(nodes) and nodes[inner].start < close[index]:
                within = max(within, close[inner])
                inner += 1
            if inner > index + 1 and within >= close[index]:
                continue
            begin = max(within, node.label_end)
            line = self._line_end(begin)
            if line >= close[index] and not node.lower:
                continue
            end = min(line, close[index])
            if node.lower and node.inline and begin == node.label_end:
                end = next(stops(self.text, begin, end), end)
            if self.text[begin:end].rstrip().endswith((".", ";", ":", '."')):
                close[index] = end

    def _within_list(self, nodes: list[_Node], index: int) -> bool:
        """Whether the item before this one ends with a semicolon or a comma, so that both are parts of a sentence."""
        node = nodes[index]
        for before in range(index - 1, max(-1, index - 40), -1):
            if nodes[before].style == node.style and nodes[before].label_end <= node.start:
                tail = self.text[max(nodes[before].label_end, node.start - 12) : node.start].rstrip()
                return tail.endswith((";", ",", "; and", "; or", ", and", ", or", ";and", ";or"))
        return False

    def _rstrip(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end
