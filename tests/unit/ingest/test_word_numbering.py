"""The labels that Word prints before numbered paragraphs."""

from __future__ import annotations

import pytest
from lxml import etree

from clausecheck.ingest.word_counting import written
from clausecheck.ingest.word_numbering import Numbering
from clausecheck.ingest.word_styles import NumberReference, Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(at: int, text: str, form: str = "decimal", extra: str = "", start: int = 1) -> str:
    first = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{at}">{first}{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def use(id: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def numbering(*parts: str, styles: str = "") -> Numbering:
    root = etree.fromstring(f'<w:numbering xmlns:w="{W}">{"".join(parts)}</w:numbering>')
    return Numbering(root, Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{styles}</w:styles>')))


def labels(lists: Numbering, *at: tuple[int, int]) -> list[str]:
    return [lists.label(None, NumberReference(lvl, str(num))) for num, lvl in at]


CLAUSES = abstract(
    0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman")
)


def test_levels_count_and_start_again() -> None:
    found = labels(
        numbering(CLAUSES, use(1, 0)), (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1)
    )
    assert found == ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "(i)", "2.", "2.1"]


def test_two_uses_share_a_count_unless_one_starts_over() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = numbering(CLAUSES, use(1, 0), use(2, 0), use(3, 0, over))
    assert labels(lists, (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)) == ["1.", "2.", "7.", "8.", "9."]


def test_legal_numbers_and_levels_that_never_restart() -> None:
    lists = numbering(
        abstract(
            0,
            level(0, "ARTICLE %1", "upperRoman"),
            level(1, "Section %1.%2", extra="<w:isLgl/>"),
            level(2, "(%3)", "lowerLetter", '<w:lvlRestart w:val="0"/>'),
        ),
        use(1, 0),
    )
    assert labels(lists, (1, 0), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)) == [
        "ARTICLE I", "Section 1.1", "(a)", "ARTICLE II", "Section 2.1", "(b)",
    ]  # fmt: skip


def test_numbering_from_styles_and_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    lists = numbering(CLAUSES, use(1, 0), styles=styles)
    assert [lists.label(s, None) for s in ("A", "B", "Loop", None)] == ["1.", "2.", "", ""]
    assert lists.label("B", NumberReference(None, "0")) == ""
    assert lists.label("B", NumberReference(1, None)) == "2.1"


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (28, "lowerLetter", "bb"), (14, "upperRoman", "XIV"), (3, "decimalZero", "03"), (22, "ordinal", "22nd"),
        (12, "ordinal", "12th"), (41, "ordinalText", "Forty-first"), (20, "ordinalText", "Twentieth"),
        (21, "cardinalText", "Twenty-one"), (23, "japaneseCounting", "二十三"), (10, "chineseCounting", "十"),
        (4, "ideographTraditional", "丁"), (2, "aiueo", "ｲ"), (1, "irohaFullWidth", "イ"),
        (21, "decimalEnclosedCircle", "㉑"),
        (12, "decimalFullWidth", "１２"), (5, "none", ""), (5, "unheard-of", "5"), (15, "japaneseLegal", "壱拾伍"),
    ],
)  # fmt: skip
def test_number_formats(value: int, form: str, expected: str) -> None:
    assert written(value, form) == expected
