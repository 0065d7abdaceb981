"""HTML as filed: layout tables, pages, hidden text, tables of data."""

from __future__ import annotations

import pytest

from clausecheck.errors import LimitError
from clausecheck.ingest.html import read_html
from clausecheck.ingest.limits import Limits


def lines(body: str) -> list[str]:
    return read_html(f"<html><body>{body}</body></html>".encode()).text.splitlines()


def test_soft_breaks_entities_and_old_windows_codes() -> None:
    assert lines("<p>The Distributor&#146;s &ldquo;Term&rdquo;\n is&nbsp;sixty (60)<br>months &#150; net.</p>") == [
        'The Distributor\'s "Term" is sixty (60) months - net.'
    ]


def test_what_nobody_sees_is_left_out() -> None:
    raw = read_html(
        b"<html><head><title>T</title><style>p{}</style></head><body><script>x()</script><!-- c -->"
        b"<p>Seen<span style='display:none'>hidden</span> text<sup>1</sup> and "
        b"<s>struck</s>more on the 1<sup>st</sup>.</p>"
    )
    assert raw.text == "Seen text and more on the 1st.\n"
    assert raw.notes


def test_layout_tables_join_label_and_text() -> None:
    found = lines(
        "<table><tr><td>&nbsp;</td><td>(a)</td><td>"
        "<p>The Distributor shall buy the minimum quantity each year;</p></td></tr>"
        "<tr><td></td><td>(b)</td><td>and pay.</td></tr></table>"
    )
    assert found == ["(a) The Distributor shall buy the minimum quantity each year;", "(b) and pay."]


def test_nested_layout_table_keeps_the_data_table_inside() -> None:
    raw = read_html(
        b"<table><tr><td><p>Targets:</p><table><tr><th>Year</th><th></th><th colspan=2>Minimum</th></tr>"
        b"<tr><td>2024</td><td></td><td>$</td><td>500</td></tr><tr><td>2025</td><td></td><td>$</td><td>(600</td><td>)</td>"
        b"</tr></table></td></tr></table>"
    )
    assert raw.tables[0].rows == (("Year", "Minimum"), ("2024", "$500"), ("2025", "$(600)"))
    assert raw.text == "Targets:\nYear | Minimum\n2024 | $500\n2025 | $(600)\n"


def test_lists_are_numbered_as_shown() -> None:
    assert lines('<ol type="a" start="3"><li>Third<li>Fourth</ol><ul><li>Dot</ul>') == [
        "c. Third",
        "d. Fourth",
        "• Dot",
    ]


def test_sentence_over_a_page_break() -> None:
    raw = read_html(
        b"<p>The Distributor keeps stock for</p><p>1</p><hr><p>three months. It</p><p>2</p>"
        b'<div style="page-break-after:always"></div><p>reports.</p><p>3</p>'
    )
    assert raw.text == "The Distributor keeps stock for three months. It reports.\n"
    assert [item.text for item in raw.furniture] == ["1", "2", "3"]


def test_text_filed_in_pre() -> None:
    raw = read_html(
        b"<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n<html><body><pre>\n  This Agreement is made between the parties and is\n"
        b"  wrapped at fifty characters by a clerk who did not\n  know better.\n\n"
        b"  1. Term. Five years.\n<PAGE>\n  2. End.\n"
        b"</pre></body></html>"
    )
    assert raw.text.splitlines() == [
        "This Agreement is made between the parties and is wrapped at fifty characters by a clerk who did not know "
        "better.",
        "1. Term. Five years.",
        "2. End.",
    ]


def test_headings_have_levels() -> None:
    assert read_html(b"<html><h2>3. Price</h2><p>x y</p></html>").paragraphs[0].level == 2


def test_declared_encoding() -> None:
    page = '<html><meta charset="shift_jis"><p>第1条 本契約の期間は五年とする。</p></html>'
    assert read_html(page.encode("cp932")).text == "第1条 本契約の期間は五年とする。\n"


def test_careless_nesting_is_read_and_hostile_nesting_refused() -> None:
    assert read_html(b"<body>" + b"<font><div>" * 500 + b"deep").text == "deep\n"
    with pytest.raises(LimitError):
        read_html(b"<body>" + b"<font><div>" * 5000 + b"deep")
    with pytest.raises(LimitError):
        read_html(b"<body>" + b"<table><tr><td>" * 30 + b"deep", limits=Limits(nesting=20))
