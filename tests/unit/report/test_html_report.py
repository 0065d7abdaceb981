"""The HTML report: one file, nothing from outside, every finding and its words leading to each other."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from clausecheck.model.document import Paragraph, Table
from clausecheck.model.location import Span
from clausecheck.model.report import LockIn, Review, Term
from clausecheck.report import html, html_index, index_entries
from clausecheck.report.formats import by_suffix
from clausecheck.report.manner import Manner
from clausecheck.report.markdown_html import markdown
from clausecheck.report.passages import Passages, blocks
from clausecheck.report.term_picture import picture

from . import pages


class Read(HTMLParser):
    """Ids, links, attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._quiet = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._quiet += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


def test_everything_is_in_the_one_file() -> None:
    page = Read(html.render(pages.large(3, 8)))
    assert not [tag for tag, _ in page.tags if tag in ("link", "img", "iframe", "object", "base", "form")]
    assert not page.all("src")
    assert all(link.startswith("#") for link in page.all("href"))


def test_the_policy_lets_in_the_style_and_the_script_of_the_file_and_nothing_else() -> None:
    page = html.render(pages.large(1, 2))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    said = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in said
    assert said.startswith("default-src 'none';")
    assert "unsafe" not in said


def test_no_words_of_a_contract_become_markup() -> None:
    page = html.render(pages.large(2, 10, hostile=True))
    read = Read(page)
    assert sum(tag == "script" for tag, _ in read.tags) == 1
    assert not [attrs for _, attrs in read.tags if any(name.startswith("on") or name == "style" for name in attrs)]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)
    assert "{{ 7 * 7 }}" in page
    assert "<script>window.bad = 1</script>" in "".join(read.words)
    assert "עברית" in page


def test_every_link_leads_somewhere_and_every_id_is_one_of_a_kind() -> None:
    page = Read(html.render(pages.large(5, 20)))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.all("href")} <= set(ids)
    for name in ("aria-labelledby", "aria-controls"):
        assert {id for value in page.all(name) for id in value.split()} <= set(ids)


def test_each_finding_is_marked_in_the_text_and_the_text_is_whole(review: Review) -> None:
    page = Read(html.render(review))
    marked = {id for value in page.all("data-f") for id in value.split()}
    with_words = {f"f{n}" for n, result in enumerate(review.flagged(), 1) if result.evidence}
    assert marked == with_words
    flat = re.sub(r"\s+", "", "".join(page.words))
    assert "SupplierappointsDistributorasitsexclusivedistributor." in flat


def test_marks_that_overlap_keep_all_words_and_lead_to_the_gravest() -> None:
    found = pages.large(1, 2)
    passages = Passages(len(found.document.text))
    one, other = found.results[0], found.results[1]
    first = one.evidence[0]
    inner = replace(first, span=Span(first.span.start + 5, first.span.end + 30))
    for number, result in enumerate((one, replace(other, evidence=(inner,))), 1):
        passages.about(result, f"f{number}")
    pieces = [piece for block in blocks(found.document, passages.marks(), ("f1", "f2")) for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == found.document.text.replace("\n", "")
    both = [piece for piece in pieces if len(piece.findings) == 2]
    assert [piece.findings[0] for piece in both] == ["f1"]
    assert both[0].tone == one.severity


def test_text_outside_of_paragraphs_is_shown_too() -> None:
    found = pages.large(1, 1)
    document = replace(found.document, paragraphs=found.document.paragraphs[1:3])
    shown = "".join(piece.text for block in blocks(document, (), ()) for piece in block.pieces)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", document.text)


def test_a_table_stays_a_table() -> None:
    text = "Year | Units\nFirst | 100\n"
    rows = (Span(0, 12), Span(13, 24))
    cells = ((Span(0, 4), Span(7, 12)), (Span(13, 18), Span(21, 24)))
    found = pages.large(1, 1)
    document = replace(
        found.document,
        text=text,
        clauses=(),
        pages=(),
        paragraphs=tuple(Paragraph(span, "table", table=0) for span in rows),
        tables=(Table(Span(0, 24), (("Year", "Units"), ("First", "100")), cells),),
    )
    (block,) = blocks(document, (), ())
    assert [["".join(piece.text for piece in cell) for cell in row] for row in block.rows] == [
        ["Year", "Units"],
        ["First", "100"],
    ]


def test_the_report_has_lock_in_first_then_all_that_counsel_asks_for() -> None:
    page = html.render(pages.large(3, 20))
    order = ["Idle lock-in", "Findings", "Could not be told", "Term sheet", "Expect resistance", "Result"]
    places = [page.index(f">{title}</h2>") for title in order]
    assert places == sorted(places)
    assert "This is not legal advice." in page


def test_the_other_side_gets_no_fallback_and_no_walk_away() -> None:
    page = html.render(pages.large(3, 20), Manner(reader="counterparty"))
    assert "They refuse any number." not in page
    assert "A minimum from the second year." not in page
    assert "Expect resistance" not in page
    assert "Who can promise sales?" not in page


def test_what_they_will_say_stands_at_the_end_and_each_grave_finding_leads_to_it() -> None:
    review = pages.large(3, 20)
    page = html.render(review)
    grave = [r for r in review.flagged() if r.severity in ("high", "medium")]
    assert page.count("Who can promise sales?") // 2 == page.count('href="#r') == len(grave)
    assert page.index("Who can promise sales?") > page.index('id="resistance"')


def test_a_hundred_pages_with_a_hundred_findings_stay_under_two_megabytes() -> None:
    page = html.render(pages.large(100, 100))
    assert len(page.encode()) < 2_000_000


def test_the_same_review_makes_the_same_bytes() -> None:
    assert html.render(pages.large(3, 9)) == html.render(pages.large(3, 9))


def test_html_is_chosen_by_the_suffix() -> None:
    assert by_suffix(Path("a.html")).name == "html"


def test_the_picture_shows_term_renewals_notice_checkpoints_and_lock_in() -> None:
    shown = picture(pages.large(1, 1))
    titles = [lane.title for lane in shown.lanes]
    assert titles == [
        "Term",
        "Notice against renewal",
        "Checkpoints on the way out",
        "Idle lock-in: 26 months",
        "No other distributor: 84 months (7 years)",
    ]
    term, notice = shown.lanes[0].bars, shown.lanes[1].bars
    assert [bar.look for bar in term][:2] == ["term", "renewal"]
    assert notice[0].x + notice[0].width == notice[1].x
    assert notice[1].x + notice[1].width == term[0].x + term[0].width
    assert [point.month for point in shown.points] == [24, 26]
    assert "Initial term: 60 months (5 years)." in shown.says


def test_the_picture_of_what_never_ends_or_cannot_be_told_stays_within_its_frame() -> None:
    found = pages.large(1, 1)
    for lock_in in (LockIn("found", None, None, ""), LockIn("unknown", None, None, ""), LockIn("found", 0, 0, "")):
        for term in (Term("initial_term_months", "perpetual", "found", 1), Term("initial_term_months", 1, "found", 1)):
            shown = picture(replace(found, lock_in=lock_in, terms=(term,)))
            for bar in (bar for lane in shown.lanes for bar in lane.bars):
                assert bar.x >= 0
                assert bar.x + bar.width <= 760


def test_the_index_counts_by_topic_and_names_contracts_from_their_common_folder() -> None:
    reviews = [pages.large(1, 12, "in/a/deal.pdf"), pages.large(1, 3, "in/b/deal.pdf")]
    page = Read(html.write(reviews, Manner()))
    words = "".join(page.words)
    assert "a/deal.pdf" in words
    assert "b/deal.pdf" in words
    assert "Performance" in words
    found = index_entries.entry(reviews[0])
    assert found.cell("gov").says == "1 medium, 1 info"
    assert found.cell("nothing").says == "nothing"


def test_reports_of_contracts_with_one_name_get_two() -> None:
    assert html_index.file_names(["a/Deal.pdf", "b/deal.pdf", "c/x.txt"]) == (
        "Deal.pdf.html",
        "deal.pdf~2.html",
        "x.txt.html",
    )
    assert html_index.href("in dex.reviews", "100% <b>.pdf.html") == "in%20dex.reviews/100%25%20%3Cb%3E.pdf.html"


def test_rule_pages_are_the_same_text_in_html() -> None:
    made = markdown("# Title & <b>\n\n`a.b` words\n\n## Flagged\n\n> said\n\n- one\n- two\n", below=4)
    assert str(made) == (
        "<h4>Title &amp; &lt;b&gt;</h4>\n<p><code>a.b</code> words</p>\n<h5>Flagged</h5>\n"
        "<blockquote>said</blockquote>\n<ul><li>one</li>\n<li>two</li></ul>"
    )
