"""Loads a pack: a folder with pack.yaml, or one file that holds everything.

A file that `compiled.json` of its pack knows by its hash is not parsed again; a pack of which every file is known is
not even checked, because it was when it was compiled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from clausecheck.errors import PackError
from clausecheck.model.pack import Concept, Pack, Place, Question, QuestionKind, Rule, Texts
from clausecheck.model.report import SIDES
from clausecheck.packs import build
from clausecheck.packs.compiled import NAME as COMPILED
from clausecheck.packs.compiled import Known, known_files
from clausecheck.packs.overrides import apply
from clausecheck.packs.places import Keys, Problem, Source, did_you_mean, raise_if, read_source, shown

SKIPPED = ("coverage",)
LARGEST_FILE = 2_000_000
MOST_FILES = 2000
LONGEST_CHAIN = 5


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack and what it holds ("pack", "vocabulary", "terms", "jurisdictions", "confidence" or "rule").
    `fresh`: parsed just now, not taken from the compiled pack."""

    kind: str
    name: str
    source: Source
    sha256: str
    fresh: bool


def load_pack(path: Path | str) -> Pack:
    """The pack in a folder or a file. Raises `PackError` that lists everything wrong with it."""
    pack, problems = read_pack(Path(path))
    raise_if(problems)
    if pack is None:
        raise PackError(f"{path}: no pack")
    return pack


def read_pack(path: Path, *, depth: int = 0) -> tuple[Pack | None, tuple[Problem, ...]]:
    """As `load_pack`, but with the problems as a value, and a pack without the parts that are wrong."""
    if not path.exists():
        raise PackError(f"{shown(path)}: no such pack\n        give a folder with pack.yaml in it, a file, or a name")
    files, problems = read_files(path)
    if not problems and not any(file.fresh for file in files):
        pack, _ = _assemble(files, path, depth)
        return pack, ()
    if any(not file.fresh for file in files):  # places are needed now, which a compiled file does not have
        pack, found = _checked(files, path, depth)
        if not found and not problems:
            return pack, ()
        files, problems = read_files(path, use_compiled=False)
    pack, found = _checked(files, path, depth)
    return pack, (*problems, *found)


def read_files(path: Path, *, use_compiled: bool = True) -> tuple[tuple[PackFile, ...], tuple[Problem, ...]]:
    """Every file of a pack, parsed, in order of name, and what is no YAML or too large."""
    base = path if path.is_dir() else path.parent
    names = {file: file.relative_to(base).as_posix() for file in _paths(path)}
    paths = sorted(names, key=lambda file: (names[file] != "pack.yaml", names[file]))
    where = shown(base)
    if len(paths) > MOST_FILES:
        raise PackError(f"{shown(path)}: more than {MOST_FILES} files; is this the folder of a pack?")
    if path.is_dir() and not (path / "pack.yaml").is_file():
        raise PackError(f"{shown(path)}: a pack needs a file pack.yaml (name, version, title)")
    known = known_files(path / COMPILED) if use_compiled and path.is_dir() else {}
    files: list[PackFile] = []
    problems: list[Problem] = []
    for file in paths:
        name = names[file]
        if file.stat().st_size > LARGEST_FILE:
            problems.append(Problem(Place(f"{where}/{name}"), f"larger than {LARGEST_FILE // 1_000_000} MB"))
            continue
        kind = "pack" if path.is_file() else _kind(name)
        read, found = _read(name, f"{where}/{name}", file.read_bytes(), known.get(name), kind)
        files.append(read)
        problems += found
    return tuple(files), tuple(problems)


def _read(
    name: str, shown_as: str, content: bytes, known: Known | None, kind: str
) -> tuple[PackFile, tuple[Problem, ...]]:
    sha256 = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
    if known is not None and known.sha256 == sha256:
        return PackFile(kind, name, known.source(shown_as), sha256, fresh=False), ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem(Place(shown_as), "this is not UTF-8 text", "save the file as UTF-8")
        return PackFile(kind, name, Source(shown_as, None), sha256, fresh=True), (problem,)
    source, problems = read_source(shown_as, text)
    return PackFile(kind, name, source, sha256, fresh=True), problems


def _paths(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in chain(path.rglob("*.yaml"), path.rglob("*.yml")):
        inside = file.relative_to(path)
        if not any(part.startswith((".", "_")) for part in inside.parts) and inside.stem not in SKIPPED:
            yield file


def _kind(name: str) -> str:
    """What a file of a pack holds, by its path."""
    top = name.partition("/")[0]
    if name in ("pack.yaml", "pack.yml"):
        return "pack"
    if top.partition(".")[0] in ("vocabulary", "terms", "jurisdictions", "confidence"):
        return top.partition(".")[0]
    return "rule"


def _checked(files: tuple[PackFile, ...], path: Path, depth: int) -> tuple[Pack | None, tuple[Problem, ...]]:
    from clausecheck.packs.validate import validate

    problems: list[Problem] = []
    good: list[PackFile] = []
    broken: set[str] = set()
    for file in files:
        if not file.fresh:
            good.append(file)
        elif file.source.data is not None or not file.source.lines:
            found = validate(file.source, file.kind)
            problems += [problem for _, problem in found]
            sound, names = _sound(file, [keys for keys, _ in found])
            broken |= names
            good += [sound] if sound else []
    pack, more = _assemble(tuple(good), path, depth, Checking(frozenset(broken)))
    return pack, (*problems, *more)


@dataclass(frozen=True, slots=True)
class Checking:
    """That names are to be checked; `broken` are names that exist though their entry is wrong, so that one mistake
    is not reported at every place that uses the name."""

    broken: frozenset[str] = frozenset()


def _sound(file: PackFile, wrong: list[Keys]) -> tuple[PackFile | None, set[str]]:
    """The file without the entries that are wrong, and the names of those; no file where it is wrong as a whole."""
    data = file.source.data
    if not wrong:
        return file, set()
    entries = {keys[:2] for keys in wrong}
    whole = any(len(keys) < 2 or keys[0] not in ("concepts", "terms") for keys in entries)
    broken = {str(keys[1]) for keys in entries if len(keys) == 2}
    if isinstance(data, dict):
        for key in ("concepts", "terms"):
            broken |= set(data[key]) if whole and isinstance(data.get(key), dict) else set()
        broken |= {str(data["id"])} if file.kind == "rule" and "id" in data else set()
    if whole:
        return None, broken
    kept = {key: {id: item for id, item in data[key].items() if (key, id) not in entries} for key in data}
    return replace(file, source=replace(file.source, data=kept)), broken


@dataclass(frozen=True, slots=True)
class Part:
    """One rule, concept or question as data, and where it stands."""

    id: str
    data: dict[str, Any]
    source: Source
    keys: Keys

    def place_of(self, keys: Keys) -> Place:
        return self.source.place((*self.keys, *keys))


def _parts(files: tuple[PackFile, ...], key: str) -> Iterator[Part]:
    for file in files:
        data = file.source.data
        if key == "rules" and file.kind == "rule":
            yield Part(data["id"], data, file.source, ())
        elif key == "rules" and file.kind == "pack":
            for number, item in enumerate(data.get("rules") or ()):
                yield Part(item["id"], item, file.source, ("rules", number))
        elif key != "rules":
            for id, item in (data.get(key) or {}).items() if file.kind != "rule" else ():
                yield Part(id, item, file.source, (key, id))


def _unique(parts: Iterator[Part], what: str, problems: list[Problem]) -> dict[str, Part]:
    unique: dict[str, Part] = {}
    for part in parts:
        if part.id in unique:
            first = unique[part.id].place_of(())
            keys = (*part.keys, "id") if what == "rule" else part.keys
            message = f"{what} '{part.id}' is already in {first.file}"
            problems.append(part.source.problem(keys, message, of_key=what != "rule"))
        else:
            unique[part.id] = part
    return unique


def _assemble(
    files: tuple[PackFile, ...], path: Path, depth: int, checking: Checking | None = None
) -> tuple[Pack | None, tuple[Problem, ...]]:
    head = next((file.source for file in files if file.kind == "pack"), None)
    if head is None:
        return None, ()
    problems: list[Problem] = []
    base, of_base = _base(head, path, depth)
    problems += of_base
    concepts = _unique(_parts(files, "concepts"), "concept", problems)
    questions = _unique(_parts(files, "terms"), "question", problems)
    rules = _unique(_parts(files, "rules"), "rule", problems)
    places = _unique(_parts(files, "jurisdictions"), "jurisdiction", problems)
    shares = _unique(_parts(files, "confidence"), "confidence", problems)
    kinds: dict[str, QuestionKind] = {id: question.kind for id, question in base.questions.items()}
    kinds |= {id: part.data["kind"] for id, part in questions.items()}
    wrong: set[str] = set()
    if checking:
        from clausecheck.packs.check_pack import check_parts

        inconsistent, wrong = check_parts(concepts, questions, rules, base, kinds, checking.broken)
        problems += inconsistent
    own_concepts = {id: build.concept(id, part.data, part.place_of(())) for id, part in concepts.items()}
    data = head.data
    objections = base.objections | {topic: build.texts(said) for topic, said in (data.get("objections") or {}).items()}
    own_rules = {
        id: _answered(build.rule(p.data, p.place_of, kinds), objections) for id, p in rules.items() if id not in wrong
    }
    pack = Pack(
        name=data["name"],
        version=data["version"],
        title=build.prose(data["title"]),
        summary=build.prose(data.get("summary")),
        language=data.get("language", "en"),
        concepts=_merge(base.concepts, own_concepts),
        questions={**base.questions, **_questions(questions, kinds, wrong)},
        rules=_rules(base, own_rules, rules, problems),
        jurisdictions=base.jurisdictions
        | {id: build.jurisdiction(id, part.data, part.place_of(())) for id, part in places.items()},
        confidence=base.confidence | {id: build.confidence(part.data) for id, part in shares.items()},
        objections=objections,
    )
    pack, of_overrides = apply(pack, data.get("overrides") or {}, head)
    return pack, (*problems, *of_overrides)


def _answered(rule: Rule, objections: dict[str, Texts]) -> Rule:
    """The rule with the objection of its topic for each side that it asks something of and that it has none for."""
    usual = objections.get(rule.topic, Texts())
    said = {side: rule.objection.of(side) or (usual.of(side) if rule.position.of(side) else "") for side in SIDES}
    return replace(rule, objection=Texts(**said))


def _questions(parts: dict[str, Part], kinds: dict[str, QuestionKind], wrong: set[str]) -> dict[str, Question]:
    return {id: build.question(id, p.data, p.place_of(()), kinds) for id, p in parts.items() if id not in wrong}


def _merge(base: dict[str, Concept], own: dict[str, Concept]) -> dict[str, Concept]:
    """A concept that the base pack has too adds its phrases to those of the base."""
    merged = dict(base)
    for name, concept in own.items():
        if name in base:
            ours = base[name]
            concept = replace(
                ours,
                text=(*ours.text, *concept.text),
                excepts=(*ours.excepts, *concept.excepts),
                hints=(*ours.hints, *concept.hints),
            )
        merged[name] = concept
    return merged


def _rules(base: Pack, own: dict[str, Rule], parts: dict[str, Part], problems: list[Problem]) -> dict[str, Rule]:
    for id in own:
        if id in base.rules:
            part = parts[id]
            problems.append(
                part.source.problem(
                    (*part.keys, "id"),
                    f"rule '{id}' is already in pack {base.name}",
                    "change it under overrides in pack.yaml",
                )
            )
    return {**base.rules, **own}


NOTHING = Pack("", "", "", "", "en", {}, {}, {})


def _base(head: Source, path: Path, depth: int) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack that this one extends, or an empty one."""
    from clausecheck.packs.builtin import builtin_folder, builtin_names

    name = head.data.get("extends")
    if not name:
        return NOTHING, ()
    if depth >= LONGEST_CHAIN:
        return NOTHING, (head.problem(("extends",), "packs extend each other in a circle"),)
    folder = path if path.is_dir() else path.parent
    target = builtin_folder(name) if name in builtin_names() else folder / name
    if not target.exists():
        return NOTHING, (head.problem(("extends",), f"no pack '{name}'", did_you_mean(name, builtin_names())),)
    pack, problems = read_pack(target, depth=depth + 1)
    return pack or NOTHING, problems
