"""The clause tree of a contract: clauses in document order, each with its parent, complete number and heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from clausecheck.ingest.headings import heading_end
from clausecheck.ingest.nodes import Node
from clausecheck.ingest.numbering import candidates
from clausecheck.ingest.regions import Region, regions
from clausecheck.ingest.tree import Tree
from clausecheck.model.document import Clause, Paragraph
from clausecheck.model.location import Span
from clausecheck.text.stops import stops


def outline(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Clause, ...]:
    """The clauses of a contract, flat and in document order."""
    found = candidates(text, paragraphs)
    parts = regions(text, paragraphs, found)
    tree = Tree(text, paragraphs, found, parts)
    tree.grow(headed=False)
    if tree.main < 3 or tree.restarts >= 3:
        headed = Tree(text, paragraphs, found, parts)
        headed.grow(headed=True)
        if headed.headings >= 3:
            tree = headed
    return _clauses(text, parts, tree.nodes)


def _clauses(text: str, parts: Sequence[Region], found: Sequence[Node]) -> tuple[Clause, ...]:
    order = sorted(range(len(found)), key=lambda i: (found[i].start, i))
    place = {old: new for new, old in enumerate(order)}
    nodes = [found[i] for i in order]
    parents = [place[node.parent] if node.parent >= 0 else -1 for node in nodes]
    depth = [0] * len(nodes)
    for index, parent in enumerate(parents):
        depth[index] = depth[parent] + 1 if parent >= 0 else 1
    ends = [part.end for part in parts]
    starts = [part.start for part in parts]
    out: list[Clause] = []
    close: list[int] = [0] * len(nodes)
    open_: list[int] = []
    for index, node in enumerate(nodes):
        while open_ and depth[open_[-1]] >= depth[index]:
            close[open_.pop()] = node.start
        open_.append(index)
    for index in open_:
        close[index] = len(text)
    _shorten(text, nodes, close)
    for index, node in enumerate(nodes):
        region = ends[max(0, bisect_right(starts, node.start) - 1)]
        end = min(close[index], region)
        after = nodes[index + 1].start if index + 1 < len(nodes) else end
        own = min(end, after)
        head = node.heading_end or heading_end(text, node.label_end, own, node.kind, bool(node.label))
        heading = (
            text[node.label_end : head]
            .strip()
            .strip("-–—:()（）【】 " if node.label[:1] == "第" else "-–—: ")
            .rstrip(".")
            if head > node.label_end
            else ""
        )
        out.append(
            Clause(
                number=node.number,
                label=node.label,
                heading=heading,
                span=Span(node.start, _rstrip(text, node.start, end)),
                own=Span(node.start, _rstrip(text, node.start, own)),
                level=depth[index],
                parent=parents[index],
                kind=node.kind,
            )
        )
    return tuple(out)


def _shorten(text: str, nodes: Sequence[Node], close: list[int]) -> None:
    """Ends items that stand inside a paragraph: with their sentence where they are part of one, else with the
    paragraph. What follows belongs to the clause that holds the list."""
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if not (node.style.startswith("(") or len(node.style) == 2) or node.style == "n)":
            continue
        if not node.inline and not node.lower and not _within_list(text, nodes, index):
            continue
        inner = index + 1
        within = node.start
        while inner < len(nodes) and nodes[inner].start < close[index]:
            within = max(within, close[inner])
            inner += 1
        if inner > index + 1 and within >= close[index]:
            continue
        begin = max(within, node.label_end)
        line = _line_end(text, begin)
        if line >= close[index] and not node.lower:
            continue
        end = min(line, close[index])
        if node.lower and node.inline and begin == node.label_end:
            end = next(stops(text, begin, end), end)
        if text[begin:end].rstrip().endswith((".", ";", ":", '."')):
            close[index] = end


def _within_list(text: str, nodes: Sequence[Node], index: int) -> bool:
    """Whether the item before this one ends with a semicolon or a comma, so that both are parts of a sentence."""
    node = nodes[index]
    for before in range(index - 1, max(-1, index - 40), -1):
        if nodes[before].style == node.style and nodes[before].label_end <= node.start:
            tail = text[max(nodes[before].label_end, node.start - 12) : node.start].rstrip()
            return tail.endswith((";", ",", "; and", "; or", ", and", ", or", ";and", ";or"))
    return False


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end
