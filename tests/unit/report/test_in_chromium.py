"""The pages in a real browser: clicks, keys, filters, other screens, and nothing that leaves the page.

Set CLAUSECHECK_SHOTS to a folder to get pictures of them. With CLAUSECHECK_AXE as the path of axe.min.js (npm install
axe-core) they are checked for serious faults of accessibility too."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clausecheck.engine import compare
from clausecheck.report import html, html_index, index_entries
from clausecheck.report.difference_formats import html as difference
from clausecheck.report.memo import memo
from clausecheck.report.memo_formats import html as memo_page

from . import pages
from .devtools import PATH, Tab, chromium

pytestmark = pytest.mark.skipif(PATH is None, reason="no Chromium is installed (Debian: apt install chromium)")
AXE = Path(os.environ.get("CLAUSECHECK_AXE", "node_modules/axe-core/axe.min.js"))
SHOTS = os.environ.get("CLAUSECHECK_SHOTS", "")


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with chromium() as tab:
        yield tab


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report, one of a hostile contract, a large one, an index of 24, a memo, a comparison."""
    folder = tmp_path_factory.mktemp("pages")
    one, other = pages.large(6, 24), pages.large(6, 20)
    many = [index_entries.from_record(_record(n), link=f"report-{n}.html") for n in range(24)]
    made = {
        "report": html.render(one),
        "hostile": html.render(pages.large(3, 12, hostile=True)),
        "large": html.render(pages.large(100, 100)),
        "index": html_index.render([*many, index_entries.Entry("in/broken.pdf", "broken.pdf", error="not a PDF <b>")]),
        "memo": memo_page(memo(one)),
        "difference": difference(compare(other, one)),
    }
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


def _record(number: int) -> dict[str, Any]:
    from clausecheck.report.record import record

    found = record(pages.large(1, number + 1, f"in/contract-{number}.pdf"))
    found["lock_in"]["free_to_exit_months"] = number * 3 if number % 7 else None
    return found


def open_page(tab: Tab, page: Path, width: int = 1400, height: int = 900) -> None:
    tab.media()
    tab.size(width, height)
    tab.open(page)


def shown(tab: Tab) -> int:
    return int(tab.run("[...document.querySelectorAll('.card')].filter(c => c.offsetParent).length"))


def current(tab: Tab) -> str:
    return str(tab.run("document.querySelector('[aria-current=true]')?.id ?? ''"))


def lit(tab: Tab) -> list[str]:
    return list(tab.run("[...document.querySelectorAll('.on')].map(m => m.dataset.f ?? '')"))


def in_view(tab: Tab, selector: str) -> bool:
    return bool(
        tab.run(
            f"(() => {{ const b = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " return b.bottom > 0 && b.top < innerHeight; })()"
        )
    )


@pytest.mark.parametrize("name", ["report", "hostile", "large", "index", "memo", "difference"])
def test_a_page_opens_without_complaint_and_asks_for_nothing(tab: Tab, files: dict[str, Path], name: str) -> None:
    open_page(tab, files[name])
    assert tab.errors == []
    assert tab.requests == [files[name].as_uri()]
    assert tab.run("typeof window.bad") == "undefined"


def test_the_policy_stops_what_would_get_in(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    tab.run(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        " document.body.append(s); const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);"
        " const d = document.createElement('div'); d.setAttribute('onclick', 'window.bad = 2');"
        " document.body.append(d); d.click(); })()"
    )
    tab.run("new Promise(done => setTimeout(done, 200))")
    assert tab.run("typeof window.bad") == "undefined"
    assert not [url for url in tab.requests if url.startswith("http")]
    assert any("Content Security Policy" in error for error in tab.errors)


def test_a_click_on_a_finding_lights_its_words(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    tab.click("#f5 h3")
    assert current(tab) == "f5"
    assert all("f5" in ids.split() for ids in lit(tab))
    assert lit(tab)
    assert in_view(tab, ".on")


def test_a_click_on_words_leads_to_their_finding(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    tab.click("a.hl[data-f~=f7]")
    assert current(tab) == "f7"
    assert in_view(tab, "#f7 h3")


def test_an_answer_leads_to_its_evidence(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    tab.click("#terms a.at")
    assert len(lit(tab)) == 1
    assert in_view(tab, ".on")


def test_filters_by_severity_and_topic(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    every = shown(tab)
    tab.click(".chip[data-tone=high]")
    assert tab.run("document.querySelectorAll('.card.high:not([hidden])').length") == 0
    assert tab.run("document.getElementById('shown').textContent") == f"{shown(tab)} of {every} shown"
    assert tab.run("document.querySelector('a.hl.high').classList.contains('off')")
    tab.click(".chip[data-tone=high]")
    assert shown(tab) == every
    tab.run(
        "(() => { const t = document.getElementById('topic'); t.value = 'perf';"
        " t.dispatchEvent(new Event('change')); })()"
    )
    assert tab.run("[...document.querySelectorAll('.card:not([hidden])')].every(c => c.dataset.topic === 'perf')")
    # Words of a finding that is filtered out lead to it all the same.
    tab.click("a.hl[data-f='f2']")
    assert current(tab) == "f2"
    assert shown(tab) == every


def test_keys_move_through_the_findings_that_are_shown(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"])
    seen = []
    for key in "jjjk":
        tab.press(key)
        seen.append(current(tab))
    assert seen == ["f1", "f2", "f3", "f2"]
    assert in_view(tab, "#f2")
    tab.press("Enter")
    assert tab.run("document.activeElement.matches('a.hl.on')")
    tab.press("Escape")
    assert tab.run("document.activeElement.id") == "f2"
    tab.press("?")
    assert not tab.run("document.getElementById('keys-help').hidden")
    tab.run("document.getElementById('topic').focus()")
    tab.press("j")
    assert current(tab) == "f2"


def test_on_a_narrow_screen_evidence_has_a_way_back(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["report"], 390, 800)
    assert tab.run("document.documentElement.scrollWidth") <= 390
    tab.click("#f3 a.at")
    assert in_view(tab, ".on")
    tab.click("#back")
    assert in_view(tab, "#f3")
    assert tab.run("document.getElementById('back').hidden")


@pytest.mark.parametrize("name", ["index", "memo", "difference"])
def test_other_pages_fit_a_narrow_screen_too(tab: Tab, files: dict[str, Path], name: str) -> None:
    open_page(tab, files[name], 390, 800)
    assert tab.run("document.documentElement.scrollWidth") <= 390


def test_the_index_sorts_and_finds(tab: Tab, files: dict[str, Path]) -> None:
    open_page(tab, files["index"])
    first = "document.querySelector('.heat tbody tr:not([hidden]) th a').textContent"
    assert tab.run("document.querySelectorAll('.heat tbody tr').length") == 25
    assert tab.run(first) in {f"contract-{n}.pdf" for n in (0, 7, 14, 21)}
    tab.click(".heat thead button", 1)
    assert tab.run(first) != "contract-0.pdf"
    assert tab.run("document.querySelectorAll('.heat thead th')[1].getAttribute('aria-sort')") == "ascending"
    tab.click(".heat thead button", 2)
    highs = "[...document.querySelectorAll('.heat tbody tr')].map(r => Number(r.cells[2]?.dataset.v ?? -2))"
    assert tab.run(highs) == sorted(tab.run(highs), reverse=True)
    tab.run(
        "(() => { const f = document.getElementById('find'); f.value = '-17'; f.dispatchEvent(new Event('input')); })()"
    )
    assert tab.run(
        "[...document.querySelectorAll('.heat tbody tr:not([hidden]) a')].map(a => a.getAttribute('href'))"
    ) == ["report-17.html"]


def test_paper_gets_the_findings_and_the_text(tab: Tab, files: dict[str, Path]) -> None:
    from pypdfium2 import PdfDocument

    open_page(tab, files["report"])
    printed = PdfDocument(tab.pdf())
    text = "".join(page.get_textpage().get_text_bounded() for page in printed)
    assert "Finding number 0" in text
    assert "Expect resistance" in text
    assert "6.5 Distributor shall use" in text
    assert "Wording to propose" in text
    assert "All topics" not in text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["report", "index", "memo", "difference"])
def test_axe_finds_no_serious_fault(tab: Tab, files: dict[str, Path], name: str, dark: bool) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not there (npm install axe-core, then CLAUSECHECK_AXE=…/axe.min.js)")
    open_page(tab, files[name])
    tab.media(dark=dark)
    tab.run("for (const d of document.querySelectorAll('details')) d.open = true")
    tab.run(AXE.read_text(encoding="utf-8") + "; 0")
    found = tab.run(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>"
        " [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary]))"
    )
    assert [fault for fault in found if fault[0] in ("serious", "critical")] == []


@pytest.mark.skipif(not SHOTS, reason="CLAUSECHECK_SHOTS names no folder for pictures")
def test_pictures(tab: Tab, files: dict[str, Path]) -> None:
    for name, page in files.items():
        for look, (width, height, dark) in {
            "light": (1400, 1000, False),
            "dark": (1400, 1000, True),
            "narrow": (390, 1400, False),
        }.items():
            open_page(tab, page, width, height)
            tab.media(dark=dark)
            (Path(SHOTS) / f"{name}-{look}.png").write_bytes(tab.picture())
