"""The sample contracts in the repository are those that their script makes today, and are what they are meant to be."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parents[2] / "sample_contracts"
KEPT = sorted((ROOT / "contracts").iterdir())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contracts")
    subprocess.run([sys.executable, str(ROOT / "make.py"), str(folder)], check=True, capture_output=True)
    return folder


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [document[place].get_textpage().get_text_range() for place in range(len(document))]
    finally:
        document.close()


def content(path: Path) -> object:
    """What a reader sees: compressed bytes may differ from one machine to another, this may not."""
    if path.suffix == ".pdf":
        return pages(path)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            wanted = [name for name in archive.namelist() if name.startswith("word/")]
            return {name: archive.read(name) for name in wanted if name.endswith(("document.xml", "footnotes.xml"))}
    return path.read_bytes()


def test_the_script_makes_exactly_the_files_that_are_kept(made: Path) -> None:
    assert [path.name for path in sorted(made.iterdir())] == [path.name for path in KEPT]
    assert sum(path.stat().st_size for path in KEPT) < 1_500_000


@pytest.mark.parametrize("kept", KEPT, ids=[path.name for path in KEPT])
def test_kept_files_are_fresh(kept: Path, made: Path) -> None:
    assert content(made / kept.name) == content(kept)


@pytest.mark.parametrize("kept", [path for path in KEPT if path.suffix == ".pdf"], ids=lambda path: path.name)
def test_pdfs_are_of_realistic_length(kept: Path) -> None:
    assert len(pages(kept)) >= 6


def test_the_scan_has_no_text() -> None:
    assert {text.strip() for text in pages(ROOT / "contracts" / "scan.pdf")} == {""}


def test_the_draft_has_changes_of_two_authors_and_footnotes() -> None:
    with zipfile.ZipFile(ROOT / "contracts" / "draft-tracked.docx") as archive:
        body = archive.read("word/document.xml").decode()
        notes = archive.read("word/footnotes.xml").decode()
    assert set(re.findall('w:author="([^"]+)"', body)) == {"Supplier Counsel", "Distributor Counsel"}
    assert "forecasts only" in notes
    assert "w:numPr" in body
    assert "w:tbl>" in body


def test_no_mark_of_the_sources_is_left_over() -> None:
    text = (ROOT / "contracts" / "software-reseller.txt").read_text("utf-8")
    for path in KEPT:
        if path.suffix == ".pdf":
            text += "".join(pages(path))
    assert "{" not in text
    assert "@use" not in text
