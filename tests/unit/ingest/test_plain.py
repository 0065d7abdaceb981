"""Plain text becomes paragraphs, tables and furniture."""

from __future__ import annotations

import pytest

from clausecheck.errors import LimitError
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.plain import read_plain
from clausecheck.ingest.raw import RawDocument


def lines(text: str) -> list[str]:
    return read_plain(text.encode()).text.splitlines()


def check_spans(raw: RawDocument) -> None:
    end = 0
    for paragraph in raw.paragraphs:
        assert paragraph.span.start == end
        end = paragraph.span.end
        assert raw.text[end - 1] == "\n"
    assert end == len(raw.text)
    for table in raw.tables:
        for row, spans in zip(table.rows, table.cells, strict=True):
            assert [raw.text[s.start : s.end] for s in spans] == list(row)


WRAPPED = """
                        DISTRIBUTION AGREEMENT

     This Agreement is made between Maple Audio Ltd. and Cedar Trading
Inc. and sets out how Cedar Trading Inc. sells the non-
exclusive range of products of Maple Audio Ltd. in the Territory.

1.   TERM.  The initial term is five (5) years from the Effective Date
     and is renewed for one year unless a party gives notice under
     Section 9.
     (a)  Notice is given in writing and is sent by registered mail to
          the address of the other party.
     (b)  E-mail is no notice.
By: ______________
Name: A. Maple
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    assert lines(WRAPPED) == [
        "DISTRIBUTION AGREEMENT",
        "This Agreement is made between Maple Audio Ltd. and Cedar Trading Inc. and sets out how Cedar Trading Inc. "
        "sells the non-exclusive range of products of Maple Audio Ltd. in the Territory.",
        "1. TERM. The initial term is five (5) years from the Effective Date and is renewed for one year unless a "
        "party gives notice under Section 9.",
        "(a) Notice is given in writing and is sent by registered mail to the address of the other party.",
        "(b) E-mail is no notice.",
        "By: ______________",
        "Name: A. Maple",
    ]


def test_one_line_a_paragraph() -> None:
    long = "The Distributor shall buy the minimum quantity in every Contract Year and pay within thirty days. " * 3
    assert lines(f"1. Minimum\n{long}\n2. Term\n{long}\n") == ["1. Minimum", long.strip(), "2. Term", long.strip()]


def test_runs_of_spaces_are_old_line_ends() -> None:
    text = (
        "2.1  Grant. The Company grants to the Reseller the right to sell the      products in the Territory, as long "
        "as the Reseller buys the minimum      quantity.   2.2  Term. The term is two years.   (a)  It ends on notice."
    )
    assert lines(text) == [
        "2.1 Grant. The Company grants to the Reseller the right to sell the products in the Territory, as long as the "
        "Reseller buys the minimum quantity.",
        "2.2 Term. The term is two years.",
        "(a) It ends on notice.",
    ]


def test_page_furniture_goes_and_the_sentence_is_whole_again() -> None:
    pages = [
        "The first page ends while the Distributor is still bound to keep",
        "stock for three months. The second page ends with a duty to",
        "report sales each quarter. The third ends with the word",
        "termination of this Agreement.",
    ]
    text = "".join(
        f"{page}\n\nSource: CEDAR CORP, 10-K, 3/4/2003\n\n{number}\n\n\n\n\n\nCedar Draft No. 4\n\n"
        for number, page in enumerate(pages, 1)
    )
    raw = read_plain(text.encode())
    assert raw.text == " ".join(pages) + "\n"
    assert {item.text for item in raw.furniture} == {
        "Source: CEDAR CORP, 10-K, 3/4/2003", "1", "2", "3", "4", "Cedar Draft No. 4",
    }  # fmt: skip


def test_lone_clause_numbers_and_quantities_are_no_page_numbers() -> None:
    assert "500" in lines("Quantity in the first year\n\n500\n\nQuantity in the second year\n\n600\n")
    text = "".join(
        f"{n}.\n\nThe party shall do thing number {n} in good time and order.\n\n\n\n\n\n" for n in range(1, 6)
    )
    assert not read_plain(text.encode()).furniture


def test_page_marks_give_pages() -> None:
    raw = read_plain(b"First page text ends here.\n<PAGE>\nSecond page text.\n\fThird page text.\n")
    assert [page.number for page in raw.pages] == [1, 2, 3]
    assert [raw.text[p.span.start : p.span.end] for p in raw.pages][1] == "Second page text.\n"
    assert raw.source.page(raw.pages[2].span) == 3


def test_aligned_columns_are_a_table() -> None:
    raw = read_plain(
        b"Targets are as follows:\n\n"
        b"Contract Year      Units      Value\n"
        b"-------------      -----      -----\n"
        b"Year 1               500      $10,000\n"
        b"Year 2               800      $16,000\n\n"
        b"They bind the Distributor.\n"
    )
    assert raw.tables[0].rows == (
        ("Contract Year", "Units", "Value"), ("Year 1", "500", "$10,000"), ("Year 2", "800", "$16,000"),
    )  # fmt: skip
    assert "Year 2 | 800 | $16,000" in raw.text
    check_spans(raw)


def test_sec_table_tags() -> None:
    raw = read_plain(
        b"Text.\n<TABLE>\n<CAPTION>\n<S>            <C>\nUnits 2004     300\nUnits 2005     400\n</TABLE>\nEnd.\n"
    )
    assert raw.tables[0].rows == (("Units 2004", "300"), ("Units 2005", "400"))
    assert raw.text.endswith("End.\n")


def test_labels_beside_text_are_no_table() -> None:
    raw = read_plain(b"(a)   The first duty of all.\n(b)   The second duty of all.\n(c)   The third duty of all.\n")
    assert not raw.tables
    assert raw.text.splitlines() == [
        "(a) The first duty of all.", "(b) The second duty of all.", "(c) The third duty of all.",
    ]  # fmt: skip


def test_contents_lines_stay_apart() -> None:
    text = "1. Definitions ............ 2\n2. Appointment ............ 4\n3. Term ................... 7\n"
    assert len(lines(text)) == 3


def test_japanese_lines_join_without_a_space() -> None:
    text = (
        "第1条（目的）\n　本契約は、甲が乙に対し、本地域における本製品の独占的な販売権を許諾す\nることを目的とする。\n"
        "第2条（期間）\n　本契約の有効期間は、締結の日から5年間とし、期間満了の3か月前までに書\n"
        "面による申出がないときは更新する。\n"
    )
    found = lines(text)
    assert any("許諾することを目的とする" in line for line in found)
    assert [line[:3] for line in found if line.startswith("第")] == ["第1条", "第2条"]


def test_double_spaced_text() -> None:
    body = [f"wrapped line number {n} of a long clause that is typed with space between lines" for n in range(12)]
    assert len(lines("\n\n".join([*body, "that ends here."]))) == 1


@pytest.mark.parametrize(
    "text", [WRAPPED, "A\n\n\fB\n\fC", "x   y\n" * 30, "1\n\n\n\n\n\n2\n\n\n\n\n\n3", "|a|b|\n|-|-|\n|1|2|"]
)
def test_spans_cover_the_text(text: str) -> None:
    check_spans(read_plain(text.encode()))


def test_limits() -> None:
    with pytest.raises(LimitError, match="pages"):
        read_plain(b"x\f" * 30, limits=Limits(pages=10))
    with pytest.raises(LimitError, match="bytes"):
        read_plain(b"x" * 30, limits=Limits(bytes_=10))
