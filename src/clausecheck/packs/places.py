"""A YAML file of a pack with the place of every part of it, and problems that point at such a place.

YAML 1.2: `no`, `off` and dates are words; keys are always words. Anchors and aliases are refused, so that a small file
cannot unfold into a huge one, and a key that stands twice is a problem, not a silent loss.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clausecheck.errors import PackError
from clausecheck.model.pack import Place

Keys = tuple[str | int, ...]
MOST_PROBLEMS = 20
MOST_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a pack: where (`width` characters from `place` are underlined, 0: one caret), the line of
    source, what is wrong and what to write instead ("" where nobody can tell)."""

    place: Place
    message: str
    hint: str = ""
    source: str = ""
    width: int = 1

    def __str__(self) -> str:
        line, column = self.place.line, self.place.column
        where = f"{self.place.file}:{line}:{column}" if line else self.place.file
        rows = [f"{where}: {self.message}"]
        if line:
            margin = f"{line:>5} | "
            rows.append(f"{margin}{self.source}")
            rows.append(" " * 6 + "| " + " " * (column - 1) + "^" * max(1, self.width))
        if self.hint:
            rows.append(f"        {self.hint}")
        return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value and its key start (line and column count from 1) and how the value is written: "" plain,
    a quotation mark, or "|" and ">" for blocks; `width` is what it covers of its first line. A list item has no key;
    its key place is that of the value."""

    line: int
    column: int
    key_line: int
    key_column: int
    style: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as read. `data` is plain dicts, lists and scalars; `marks` says where each part stands, by keys."""

    file: str
    data: Any
    lines: tuple[str, ...] = field(default=(), repr=False)
    marks: dict[Keys, Mark] = field(default_factory=dict, repr=False)

    def place(self, keys: Keys) -> Place:
        """Where the part is written; the nearest part around it if it has no place of its own."""
        while keys and keys not in self.marks:
            keys = keys[:-1]
        mark = self.marks.get(keys)
        return Place(self.file, mark.key_line, mark.key_column) if mark else Place(self.file)

    def problem(self, keys: Keys, message: str, hint: str = "", *, of_key: bool = False, offset: int = -1) -> Problem:
        """A problem with the value of the keys, or with the last key itself; `offset` points into a value."""
        while keys and keys not in self.marks:
            keys, of_key = keys[:-1], True
        mark = self.marks.get(keys)
        if mark is None:
            return Problem(Place(self.file), message, hint)
        line, column = (mark.key_line, mark.key_column) if of_key else (mark.line, mark.column)
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        if of_key and keys and isinstance(keys[-1], str):
            width = len(keys[-1])
        elif offset >= 0 and mark.style in ("", "'", '"'):
            column, width = column + offset + len(mark.style), 1
        else:
            width = mark.width or len(source.rstrip()) - column + 1
        return Problem(Place(self.file, line, column), message, hint, source, width)


def read_source(file: str, text: str) -> tuple[Source, tuple[Problem, ...]]:
    """Parses one YAML file. A file that is no YAML gives data None and the problem that the parser met."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    lines = tuple(text.splitlines())
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        message = f"this is not YAML: {error.problem or error.context}"
        return Source(file, None, lines), (Problem(Place(file, line, column), message, _yaml_hint(source), source),)
    except (YAMLError, RecursionError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else "nested too deeply"
        return Source(file, None, lines), (Problem(Place(file), f"this is not YAML: {first}"),)
    marks: dict[Keys, Mark] = {}
    problems: list[Problem] = []
    source_file = Source(file, None, lines, marks)
    data = _Unfold(source_file, problems).value(node, (), None) if node is not None else None
    return Source(file, data, lines, marks), tuple(problems)


def _yaml_hint(source: str) -> str:
    if ": " in source.partition(": ")[2]:
        return "a colon inside a sentence needs block style: put | after the key and the sentence on the next line"
    if "\t" in source:
        return "indent with spaces, not with tabs"
    return ""


@dataclass(slots=True)
class _Unfold:
    """Turns the parser's nodes into plain data and notes where each stands."""

    source: Source
    problems: list[Problem]
    seen: set[int] = field(default_factory=set)

    def value(self, node: Any, keys: Keys, key_mark: Any) -> Any:
        start = node.start_mark
        key = key_mark or start
        style = getattr(node, "style", None) or ""
        end = node.end_mark
        width = end.column - start.column if end.line == start.line else 0
        mark = Mark(start.line + 1, start.column + 1, key.line + 1, key.column + 1, style, width)
        self.source.marks[keys] = mark
        if getattr(node, "anchor", None) or id(node) in self.seen:
            self.problems.append(self.source.problem(keys, "a pack has no anchors (&) and aliases (*)", "write it out"))
            return None
        self.seen.add(id(node))
        if len(keys) > MOST_DEPTH:
            self.problems.append(self.source.problem(keys, "nested too deeply"))
            return None
        if node.id == "scalar":
            return _scalar(node.tag, node.value)
        if node.id == "sequence":
            return [self.value(item, (*keys, n), None) for n, item in enumerate(node.value)]
        return self.mapping(node, keys)

    def mapping(self, node: Any, keys: Keys) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, item in node.value:
            if key.id != "scalar":
                where = Mark(key.start_mark.line + 1, key.start_mark.column + 1, key.start_mark.line + 1, 1)
                self.source.marks[(*keys, "?")] = where
                self.problems.append(self.source.problem((*keys, "?"), "a key must be a word"))
                continue
            name = str(key.value)
            value = self.value(item, (*keys, name), key.start_mark)
            if name in data:
                self.problems.append(self.source.problem((*keys, name), f"'{name}' stands here twice", of_key=True))
            data[name] = value
        return data


def _scalar(tag: str, value: str) -> Any:
    kind = str(tag).rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() == "true"
    try:
        if kind == "int":
            return int(value)
        if kind == "float":
            return float(value)
    except ValueError:
        return value
    return value


def shown(path: Path) -> str:
    """The path as messages show it: relative to the working folder where it lies in it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return os.fspath(path)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint for a name that is unknown: the nearest one, or all of them where there are few."""
    from difflib import get_close_matches

    names = sorted(set(known))
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if 0 < len(names) <= 12:
        return "known are: " + ", ".join(names)
    return ""


def report(problems: Iterable[Problem]) -> str:
    """All problems, laid out for people, in order of place."""
    ordered = sorted(set(problems), key=lambda p: (p.place.file, p.place.line, p.place.column, p.message))
    rows = [str(problem) for problem in ordered[:MOST_PROBLEMS]]
    if len(ordered) > MOST_PROBLEMS:
        rows.append(f"... and {len(ordered) - MOST_PROBLEMS} more")
    return "\n\n".join(rows)


def raise_if(problems: Iterable[Problem]) -> None:
    """Raises `PackError` that reports all of them, if there are any."""
    found: Iterator[Problem] = iter(problems)
    first = next(found, None)
    if first is not None:
        raise PackError(report((first, *found)))
