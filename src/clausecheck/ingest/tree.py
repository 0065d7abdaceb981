"""Which labels are clauses. A label is told from other numbers by its sequence: it counts only as the next sibling
of an open clause, as its first child, or as the next after one of its parents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from clausecheck.ingest.citation import WORDS, cite
from clausecheck.ingest.headings import headlines, is_heading_between
from clausecheck.ingest.labels import Reading
from clausecheck.ingest.nodes import Frame, Node
from clausecheck.ingest.numbering import Candidate
from clausecheck.ingest.regions import Region
from clausecheck.model.document import ClauseKind, Paragraph

_MAIN = frozenset({"n", "n)", "article", "section", "decimal", "条", "條", "章", "I.", "part", "clause", "A."})
_NEVER = 1 << 40


class Tree:
    """Accepts candidates one after the other and builds the nodes."""

    def __init__(
        self, text: str, paragraphs: Sequence[Paragraph], found: Sequence[Candidate], parts: Sequence[Region]
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.found = found
        self.parts = parts
        self.nodes: list[Node] = []
        self.stack: list[Frame] = []
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
        lines = headlines(self.text, self.paragraphs) if headed else []
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
            self.nodes.append(Node(part.start, max(part.label_end, part.start), part.label, part.label, -1, part.kind))
            if part.kind != "body":  # the words before clause 1 are no parent of it
                self.root = len(self.nodes) - 1
            else:
                self.opening = len(self.nodes) - 1

    def _is_wordy(self, part: Region) -> bool:
        """Whether the body begins with words of its own, before its first label."""
        first = next((c for c in self.found if c.start >= part.start), None)
        return first is None or bool(self.text[part.start : first.start].strip())

    def _head(self, line: Paragraph) -> None:
        start = line.span.start
        end = line.span.start + len(self.text[line.span.start : line.span.end].rstrip())
        self.stack = [frame for frame in self.stack if frame.style == "heading" and frame.value[0] < (line.level or 0)]
        parent = self.stack[-1].node if self.stack else self.root
        self.nodes.append(Node(start, start, "", "", parent, self.kind, "heading", end))
        self.stack.append(Frame("heading", (line.level or 0,), len(self.nodes) - 1, parent))
        self.headings += 1

    def _consider(self, index: int) -> None:
        candidate = self.found[index]
        if (
            self.nodes
            and candidate.start < self.nodes[-1].label_end
            and self.nodes[-1].label_end > self.nodes[-1].start
        ) and (
            (candidate.left == "start" and self.nodes[-1].kind == "schedule")
            or candidate.end <= self.nodes[-1].label_end
        ):
            return
        if candidate.left in {"start", "stop"}:
            self._close_inline(candidate, index)
        best: tuple[int, int, Reading] | None = None
        for reading in candidate.readings:
            option = self._option(reading, candidate, index)
            if option is not None and (
                best is None or option[0] < best[0] or (option[0] == best[0] and option[1] > best[1])
            ):
                best = (*option, reading)
        if best is None:
            return
        rank, depth, reading = best
        if not self._believable(rank, depth, reading, candidate, index):
            if (
                depth == len(self.stack)
                and rank == 2
                and candidate.left in {"weak", "semi"}
                and reading[0].startswith("(")
            ):
                del self.stack[depth:]
                self.stack.append(Frame(*reading, -1, self._top(), [candidate]))
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
            under = self._under_words(style)
            if under is not None:
                return (1, under)
        if value[0] == 1:
            return self._first(style, index)
        if (
            style in WORDS
            and value[0] <= 3
            and not self.stack
            and not any(frame.style == style for frame in self.stack)
            and style not in self.last
        ):
            return (7, self._top_depth(style))
        if style == "n" and self.stack and self.stack[-1].style in {"条", "條"} and value[0] == 2:
            return (2, len(self.stack))
        return None

    def _rather_roman(self, candidate: Candidate, reading: Reading, index: int) -> bool:
        """Whether "(i)" after "(h)" opens a roman list: "(ii)" comes before "(j)"."""
        other = next((r for r in candidate.readings if r[0] != reading[0]), None)
        if (
            other is None
            or other[1] != (1,)
            or (reading[0][1:2] not in {"a", "A"} and reading[0][:1] not in {"a", "A"})
        ):
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
            if (
                frame.style in WORDS
                or frame.style == "heading"
                or (
                    frame.style in {"n", "decimal"}
                    and frame.value == value[: len(frame.value)]
                    and len(frame.value) < len(value)
                )
            ):
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
        rank = WORDS[style]
        depth = 0
        for place, frame in enumerate(self.stack):
            if frame.style in WORDS and WORDS[frame.style] < rank:
                depth = place + 1
        return depth

    def _under_words(self, style: str) -> int | None:
        """Depth right under the innermost Article, Part or heading, for numbers that run on across them."""
        if style in WORDS:
            return self._top_depth(style)
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].style in WORDS or self.stack[depth].style == "heading":
                return depth + 1
        return 0 if not self.stack and self.kind == "body" else None

    def _first(self, style: str, index: int) -> tuple[int, int] | None:
        if style in WORDS:
            return (2, self._top_depth(style))
        for depth, frame in enumerate(self.stack):
            if frame.style == style:
                again = sum(other.style == style for other in self.stack)
                if (
                    style in {"n", "n)", "(n)", "I.", "A."}
                    and again < 2
                    and self._nested(style, frame.value[0] + 1, index)
                ):
                    return (3, len(self.stack))
                return (3, depth)
        return (2, len(self.stack))

    def _nested(self, style: str, resumed: int, index: int) -> bool:
        """Whether a list that starts anew lies inside the open one: it breaks off where the open one goes on."""
        if self.found[index].colon:
            return self._next((style, (resumed,)), index) < _NEVER
        expected = 2
        for candidate in self.found[index + 1 : min(self.limit, index + 300)]:
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
        if fresh and style in WORDS and not follows and any(frame.style in {"n", "decimal"} for frame in self.stack):
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
            if expected:
                between = self._next((style, (*value[:-1], expected)), index)
                if between < self._next(successor, index):
                    return False
                if style != "decimal":
                    return follows or (candidate.left == "start" and not paren)
            return candidate.left in {"start", "stop"} or style == "decimal"
        if candidate.left == "start":
            if fresh and not paren and style not in WORDS and style != "decimal":
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
        return is_heading_between(self.text, self.nodes[-1].label_end if self.nodes else 0, candidate.start)

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

    def _promote(self, frame: Frame) -> None:
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

    def _accept(self, rank: int, depth: int, reading: Reading, candidate: Candidate) -> None:
        style, value = reading
        frame = self.stack[depth] if depth < len(self.stack) else None
        if frame is not None and frame.style == style and rank in {0, 1, 6} and frame.value[:-1] == value[:-1]:
            del self.stack[depth + 1 :]
            frame.value = value
            frame.node = self._add(candidate, reading, frame.parent, frame)
        else:
            del self.stack[depth:]
            parent = self._top()
            if parent < 0 and style not in _MAIN:
                parent = self.opening
            frame = Frame(style, value, -1, parent)
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
        if self.nodes[parent].style in WORDS:
            if self.nodes[parent].style in {"条", "條"}:
                return True
            return value == (1,) and (style in self.last or len(self.where.get((style, (1,)), [])) > 1)
        return self.nodes[parent].style not in {"heading", ""}

    def _add(self, candidate: Candidate, reading: Reading, parent: int, frame: Frame) -> int:
        above = self.nodes[parent] if parent >= 0 else None
        held = self.nodes[self.root].number if self.root >= 0 else ""
        number = cite(
            candidate.label,
            reading,
            above.number if above else "",
            f"{held} " if held else "",
            schedule=above is not None and above.kind == "schedule" and above.style == "",
            prefixed=frame.prefixed,
        )
        node = Node(candidate.start, candidate.end, candidate.label, number, parent, self.kind, reading[0])
        node.inline, node.lower = candidate.left != "start", candidate.lower
        self.nodes.append(node)
        return len(self.nodes) - 1
