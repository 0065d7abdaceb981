"""The compiled pack says the same as its YAML, and a stale one does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.packs import builtin_names, load
from clausecheck.packs.builtin import builtin_folder
from clausecheck.packs.compiled import NAME, compiled_text, write


def test_compiled_pack_is_the_same_pack(folder: Path) -> None:
    plain = load(folder)
    write(folder)
    assert load(folder) == plain


def test_changed_file_is_read_again(folder: Path) -> None:
    write(folder)
    path = folder / "gov/no-audit.yaml"
    path.write_text(path.read_text().replace("title: Nobody", "title: Nobody at all"))
    assert load(folder).rules["gov.no-audit"].title.startswith("Nobody at all")


def test_removed_file_is_gone(folder: Path) -> None:
    write(folder)
    (folder / "gov/no-audit.yaml").unlink()
    assert not load(folder).rules


def test_damaged_compiled_file_is_ignored(folder: Path) -> None:
    (folder / NAME).write_text('{"format": 1, "files": {"terms.yaml": 3}}')
    assert load(folder).rules


@pytest.mark.parametrize("name", builtin_names())
def test_builtin_pack_is_freshly_compiled(name: str) -> None:
    path = builtin_folder(name) / NAME
    fresh = compiled_text(builtin_folder(name))
    assert path.read_text(encoding="utf-8") == fresh, "run: python -m clausecheck.packs compile"
