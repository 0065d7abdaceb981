"""The layers and fences of the design hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "clausecheck"

# Which modules (by how their names begin) may import a library.
FENCES = {
    "docx": ("ingest.word", "report.word"),
    "lxml": ("ingest.word", "ingest.html", "report.word"),
    "openpyxl": ("report.tables", "report.excel"),
    "pdfplumber": ("ingest.pdf", "report.pdf"),
    "pydantic": ("packs", "config"),
    "pypdfium2": ("ingest.pdf", "report.pdf"),
    "rich": ("cli", "report.terminal"),
    "ruamel": ("packs", "config"),
    "spacy": ("reader",),
    "typer": ("cli",),
}


def test_lower_layers_never_import_higher_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("library", FENCES)
def test_a_library_stays_behind_its_fence(library: str) -> None:
    outside = [
        f"{module} imports {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for module in [".".join(path.relative_to(PACKAGE).with_suffix("").parts)]
        for name in _imports(path)
        if name.split(".")[0] == library and not module.startswith(FENCES[library])
    ]
    assert not outside


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = [path.name for path in PACKAGE.rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert not long


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found
