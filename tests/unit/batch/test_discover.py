"""Which files a folder run takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.batch.discover import discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.pdf", "a.DOCX", "notes.xlsx", "~$a.docx", ".hidden.pdf", "old/c.txt", "old/deep/d.htm", ".git/e.pdf",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def names(found: tuple[Path, ...], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found]


def test_a_folder_is_searched_to_the_bottom_in_order(folder: Path) -> None:
    assert names(discover([folder]), folder) == ["a.DOCX", "b.pdf", "old/c.txt", "old/deep/d.htm"]


def test_include_and_exclude(folder: Path) -> None:
    assert names(discover([folder], include=("*.pdf", "*.xlsx")), folder) == ["b.pdf", "notes.xlsx"]
    assert names(discover([folder], exclude=("old/",)), folder) == ["a.DOCX", "b.pdf"]
    assert names(discover([folder], exclude=("old/deep/*",)), folder) == ["a.DOCX", "b.pdf", "old/c.txt"]


def test_a_file_named_outright_is_taken_once_and_whatever_it_is(folder: Path) -> None:
    found = discover([folder / "notes.xlsx", folder, folder / "b.pdf", folder / "gone.pdf"])
    assert names(found, folder) == ["a.DOCX", "b.pdf", "gone.pdf", "notes.xlsx", "old/c.txt", "old/deep/d.htm"]


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "old" / "loop").symlink_to(folder, target_is_directory=True)
    assert len(discover([folder])) == 4
