"""Word files, written here as XML: every place where text can hide, both views, numbering, hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest

from clausecheck.errors import LimitError, UnreadableError
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.raw import RawDocument
from clausecheck.ingest.word import read_word
from clausecheck.ingest.word_inline import View

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"'
)
WHO = 'w:id="1" w:author="R. Elm" w:date="2030-01-02T00:00:00Z"'


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `numbering`, `styles`, `footnotes`, `endnotes`, `header1`, `footer1`, `comments`."""
    buffer = io.BytesIO()
    relations = "".join(
        f'<Relationship Id="{name}" Type="{REL}/{name.rstrip("12")}" Target="{name}.xml"/>' for name in parts
    )
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}"><Relationship Id="a" Type="{REL}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{packages}">{relations}</Relationships>'
        )
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:root {NAMES}>{content}</w:root>")
    return buffer.getvalue()


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def p(*content: str, properties: str = "") -> str:
    inner = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def lines(body: str, view: View = "accepted", **parts: str) -> list[str]:
    return read_word(docx(body, **parts), view=view).text.splitlines()


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def texts(raw: RawDocument, place: str) -> list[str]:
    return [raw.text[x.span.start : x.span.end - 1] for x in raw.paragraphs if x.place == place]


def test_text_inside_runs_wrappers_and_fields() -> None:
    box = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("4.2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(
        p(
            "See ",
            f'<w:hyperlink r:id="x">{run("Section ")}</w:hyperlink>',
            field,
            f"<w:smartTag>{run(' here')}</w:smartTag>",
        )
        + p(
            "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>exclusive</w:t><w:br/><w:t>right</w:t><w:tab/><w:t>now</w:t></w:r>"
        )
        + control(p("controlled ", control(run("A"))))
        + p(
            "before",
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>",
        )
        + p(
            f'<w:fldSimple w:instr="DATE">{run("1 May")}</w:fldSimple>',
            "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>",
        )
        + p("seen", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>")
    ) == ["See Section 4.2 here", "non-exclusive right now", "controlled A", "before", "boxed", "1 May☒", "seen"]


def test_notes_follow_their_paragraph_and_margins_the_body() -> None:
    raw = read_word(
        docx(
            p("The term is five years", '<w:r><w:footnoteReference w:id="2"/></w:r>', ".")
            + p("End.")
            + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
            '<w:footerReference w:type="first" r:id="footer1"/></w:sectPr>',
            footnotes=f'<w:footnote w:id="0" w:type="separator">{p("x")}</w:footnote>'
            f'<w:footnote w:id="2">{p("But three in Norway.")}</w:footnote>',
            header1=p("Draft 3"),
            footer1=p("never shown: there is no first page"),
        )
    )
    assert raw.text == "The term is five years.\nBut three in Norway.\nEnd.\nDraft 3\n"
    assert [x.place for x in raw.paragraphs] == ["body", "footnote", "body", "header"]


CHANGED = (
    p("Fee is ", f"<w:ins {WHO}>{run('ninety')}</w:ins>", f"<w:del {WHO}>{run('thirty', 'delText')}</w:del>", " days.")
    + p(
        "Exclusive",
        f"<w:del {WHO}>{run(' and sole', 'delText')}</w:del>",
        properties=f"<w:rPr><w:del {WHO}/></w:rPr>",
    )
    + p(" right.")
    + p(f"<w:ins {WHO}>{run('New duty.')}</w:ins>", properties=f"<w:rPr><w:ins {WHO}/></w:rPr>")
    + p(f"<w:moveFrom {WHO}>{run('Moved.')}</w:moveFrom>", properties=f"<w:rPr><w:moveFrom {WHO}/></w:rPr>")
    + p("Last.")
    + p(f"<w:moveTo {WHO}>{run('Moved.')}</w:moveTo>")
)


def test_accepted_view() -> None:
    raw = read_word(docx(CHANGED))
    assert raw.text.splitlines() == ["Fee is ninety days.", "Exclusive right.", "New duty.", "Last.", "Moved."]
    assert [(c.kind, c.text) for c in raw.changes] == [
        ("insertion", "ninety"), ("deletion", "thirty"), ("deletion", "and sole"), ("insertion", "New duty."),
        ("move", "Moved."),
    ]  # fmt: skip
    for change in raw.changes:
        assert (change.author, change.date) == ("R. Elm", "2030-01-02T00:00:00Z")
        if change.kind == "deletion":
            assert change.span is None
        else:
            assert change.span is not None
            assert raw.text[change.span.start : change.span.end] == change.text
    assert "5 tracked changes by R. Elm" in raw.notes[0]


def test_original_view() -> None:
    assert lines(CHANGED, "original") == ["Fee is thirty days.", "Exclusive and sole", "right.", "Moved.", "Last."]


def test_deleted_rows() -> None:
    body = table(
        cell(p("Year")) + cell(p("Units")),
        f"<w:trPr><w:del {WHO}/></w:trPr>" + cell(p("2030")) + cell(p("5")),
        f"<w:trPr><w:ins {WHO}/></w:trPr>" + cell(p("2031")) + cell(p("9")),
    )
    assert lines(body) == ["Year | Units", "2031 | 9"]
    assert lines(body, "original") == ["Year | Units", "2030 | 5"]


def test_tables_of_data_and_of_layout() -> None:
    raw = read_word(
        docx(
            table(
                cell(p("Year")) + cell(p("Units")) + cell(p("Value")),
                cell(p("2030"), p("(first)")) + cell(p("500"), properties='<w:gridSpan w:val="2"/>'),
            )
            + table(cell(p("(a)")) + cell(p("buy the minimum quantity of the Products in each Year;"), p("and more.")))
        )
    )
    assert raw.tables[0].rows == (("Year", "Units", "Value"), ("2030 (first)", "500", ""))
    spans = raw.tables[0].cells[1]
    assert [raw.text[s.start : s.end] for s in spans] == ["2030 (first)", "500", ""]
    assert texts(raw, "body") == ["(a) buy the minimum quantity of the Products in each Year;", "and more."]


def test_paragraphs_lead_back_to_the_file() -> None:
    raw = read_word(docx(p("one") + table(cell(p("a")) + cell(p("b"), p("c")), cell(p("d")) + cell(p("e"))) + p("two")))
    assert [x.source for x in raw.paragraphs] == [
        "word/document.xml#0", "word/document.xml#1,2,3", "word/document.xml#4,5", "word/document.xml#6",
    ]  # fmt: skip


def test_run_in_heading_and_heading_level() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    raw = read_word(
        docx(
            p("Term.", properties='<w:pStyle w:val="H2"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
            + p(" Five years."),
            styles=styles,
        )
    )
    assert raw.text == "Term. Five years.\n"
    assert (raw.paragraphs[0].level, raw.paragraphs[0].style) == (2, "heading 2")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (docx(p("x"))[:-40], UnreadableError),
        (docx(p("x")).replace(b"PK\x05\x06", b"PK\x05\x07"), UnreadableError),
        (docx("<w:p>" * 3), UnreadableError),
        (docx("<w:ins>" * 400 + "</w:ins>" * 400), LimitError),
    ],
)
def test_broken_files(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_word(data, name="broken.docx")


def test_bombs_and_entities() -> None:
    with pytest.raises(LimitError, match="unpacks"):
        read_word(docx(p("x" * 3_000_000)), limits=Limits(expanded=1_000_000))
    deep = p("x")
    for _ in range(30):
        deep = table(cell(deep))
    with pytest.raises(LimitError):
        read_word(docx(deep), limits=Limits(nesting=20))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document {NAMES}><w:body>{p("&e;")}</w:body>'
            "</w:document>",
        )
    with pytest.raises(UnreadableError, match="entities"):
        read_word(buffer.getvalue())


def test_pictures_instead_of_text_are_unreadable() -> None:
    raw = read_word(docx(p('<w:r><w:drawing><a:blip xmlns:a="urn:a"/></w:drawing></w:r>')))
    assert raw.pages[0].unreadable
