"""`memo`, `diff` and the index of `batch` as users run them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
GRAVE, MILD = "contracts/grave.txt", "contracts/mild.txt"
HOUSE = ("--pack", "house")
TRACKED = Path(__file__).parents[2] / "sample_contracts" / "contracts" / "draft-tracked.docx"


def test_memo_for_us_has_all_we_need_at_the_table(run: Run) -> None:
    done = run("memo", GRAVE, *HOUSE)
    assert done.exit_code == 0
    for wanted in (
        "**Ask:** A non",
        "**Settle for:** Exclusivity that ends",
        "**Leave when:** They want it",
        "**They say:** “We must earn back",
    ):
        assert wanted in done.stdout.replace("\\", "")


def test_memo_for_the_counterparty_gives_nothing_away(run: Run, folder: Path) -> None:
    done = run("memo", GRAVE, *HOUSE, "--for", "counterparty", "-o", "memo.docx", "-o", "memo.html", "-o", "memo.md")
    assert done.exit_code == 0
    with zipfile.ZipFile(folder / "memo.docx") as word:
        parts = "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist() if name.endswith("xml"))
    for made in (parts, (folder / "memo.html").read_text(), (folder / "memo.md").read_text()):
        assert "The grant is exclusive" in made
        for secret in ("Exclusivity that ends", "They want it without", "You cannot turn to anybody", "We must earn"):
            assert secret not in made
    from docx import Document

    assert any(
        "The grant is exclusive" in p.text for p in Document(io.BytesIO((folder / "memo.docx").read_bytes())).paragraphs
    )


def test_a_memo_is_not_written_over_something_else(run: Run, folder: Path) -> None:
    (folder / "memo.md").write_text("my own notes")
    assert run("memo", GRAVE, *HOUSE, "-o", "memo.md").exit_code == 2
    assert (folder / "memo.md").read_text() == "my own notes"
    assert run("memo", GRAVE, *HOUSE, "-o", "memo.pdf").exit_code == 2


def test_a_memo_may_be_written_again(run: Run) -> None:
    for name in ("memo.md", "memo.html", "memo.docx"):
        for reader in ("us", "us"):
            assert run("memo", GRAVE, *HOUSE, "--for", reader, "-o", name).exit_code == 0, name


def test_diff_fails_on_what_the_round_brought(run: Run) -> None:
    worse = run("diff", MILD, GRAVE, *HOUSE)
    assert worse.exit_code == 1
    assert "Broke in this round · 1" in worse.stdout
    assert "{+its exclusive+}" in worse.stdout
    better = run("diff", GRAVE, MILD, *HOUSE)
    assert better.exit_code == 0
    assert "Fixed in this round · 1" in better.stdout


def test_diff_has_its_own_rule_for_failing(run: Run) -> None:
    assert run("diff", MILD, GRAVE, *HOUSE, "--fail-on", "never").exit_code == 0
    assert run("diff", GRAVE, GRAVE.replace("grave", "mild"), *HOUSE, "--fail-on", "high").exit_code == 0
    assert run("diff", GRAVE, MILD, *HOUSE, "--fail-on", "low").exit_code == 1
    assert run("diff", GRAVE, MILD, *HOUSE, "--fail-on", "new-info").exit_code == 0


def test_diff_writes_all_its_formats(run: Run, folder: Path) -> None:
    names = ("d.txt", "d.json", "d.md", "d.html")
    run("diff", MILD, GRAVE, *HOUSE, *(part for name in names for part in ("-o", name)))
    for name in names:
        assert "grant is exclusive" in (folder / name).read_text()
    found = json.loads((folder / "d.json").read_text())
    assert found["summary"] == {"new": 1, "unclear": 0, "left": 1, "fixed": 0}
    assert found["findings"][0]["after"]["rule"] == "excl.exclusive-grant"
    assert json.loads(run("diff", MILD, GRAVE, *HOUSE, "-f", "json").stdout) == found


def test_diff_compares_tracked_changes_with_themselves(run: Run) -> None:
    done = run("diff", str(TRACKED), *HOUSE, "--fail-on", "never", COLUMNS="160")
    assert done.exit_code == 0
    assert "before the tracked changes" in done.stdout
    assert "{+five (5+}" in done.stdout or "five" in done.stdout
    assert run("diff", GRAVE, *HOUSE).exit_code == 2
    assert run("diff", str(TRACKED), *HOUSE, "--view", "original", COLUMNS="160").stdout == done.stdout
    assert run("diff", str(TRACKED), *HOUSE, "--view", "accepted").exit_code == 2


def test_batch_writes_an_index_with_reports_beside_it(run: Run, folder: Path) -> None:
    done = run("batch", "contracts", "broken.pdf", *HOUSE, "-j", "1", "-o", "index.html")
    assert done.exit_code == 3
    index = (folder / "index.html").read_text()
    for name in ("grave.txt", "mild.txt"):
        assert f'href="index.reviews/{name}.html"' in index
        assert "The grant" in (folder / "index.reviews" / f"{name}.html").read_text()
    assert "not read" in index
    assert run("batch", "contracts", *HOUSE, "-j", "1", "-o", "index.html").exit_code == 1


def test_an_index_in_the_folder_of_the_contracts_is_no_contract(run: Run) -> None:
    for _ in range(2):
        done = run("batch", "contracts", *HOUSE, "-j", "1", "-o", "contracts/index.html")
        assert "2 contracts:" in done.stdout


def test_review_writes_html(run: Run, folder: Path) -> None:
    assert run("review", GRAVE, *HOUSE, "-q", "-o", "grave.html").exit_code == 1
    page = (folder / "grave.html").read_text()
    assert "A non-exclusive grant." in page
    # The rule's own page, with its examples, is in the report.
    assert "Distributor shall be one of several distributors in Japan." in page
