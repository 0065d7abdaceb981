"""The skeleton of a new rule: everything its author has to fill in, and examples that fail until that is done."""

from __future__ import annotations

import re
from pathlib import Path

from clausecheck.errors import UsageError

_ID = re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)")

_RULE = """\
id: {id}
title: {title}
# One of: find (a passage is bad), missing (a passage is absent), when (answers combine badly).
find: {concept}
severity: {{supplier: medium, distributor: none}}
message: Say in one sentence what was found.
why: |
  Say why it matters, in words a sales director understands.
position: |
  What to ask for.
fallback: |
  What to settle for.
walk_away: |
  When to leave.
objection: |
  “What they will say to it.” Answer: what you say then.
wording: |
  The clause to propose.
references:
  - Where the threshold or the fact comes from.
examples:
  flags:
    - Distributor may do the first bad thing.
    - The first bad thing may be done by Distributor at any time.
  passes:
    - Distributor shall not do the first bad thing.
    - Distributor shall do another thing.
"""

_CONCEPT = """\
concepts:
  {concept}:
    says: Say in one sentence what the passage does.
    text:
      - <distributor> ... may do ... first bad thing
      - first bad thing may be done by <distributor>
"""

_PACK = """\
name: {name}
version: "0.1"
title: {name}
summary: Rules of our own, beside those that come with clausecheck.
language: en
sides: [supplier, distributor]
extends: distribution
"""


def new_rule(folder: Path, id: str, title: str) -> tuple[Path, ...]:
    """Writes the skeleton of a rule, with a concept of its own, into a pack; makes the pack where there is none.
    Returns the files written. Raises UsageError for an id that is none, or a rule that exists."""
    if not _ID.fullmatch(id):
        raise UsageError(f"{id!r} is no rule id; write topic.name in lower case, for example house.payment-in-advance")
    topic, name = id.split(".", 1)
    pack, rule, vocabulary = (
        folder / "pack.yaml",
        folder / topic / f"{name}.yaml",
        folder / "vocabulary" / f"{name}.yaml",
    )
    for path in (rule, vocabulary):
        if path.exists():
            raise UsageError(f"{path} exists already; choose another id or edit that file")
    written = []
    contents = {
        pack: _PACK.format(name=folder.name),
        rule: _RULE.format(id=id, title=title or "Say in a few words what is wrong", concept=name),
        vocabulary: _CONCEPT.format(concept=name),
    }
    for path, text in contents.items():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return tuple(written)
