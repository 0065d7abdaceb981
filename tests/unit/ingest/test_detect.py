"""What a file is, by content."""

from __future__ import annotations

import io
import zipfile

import pytest

from clausecheck.errors import EncryptedError, UnreadableError, UnsupportedError
from clausecheck.ingest.detect import decode, detect


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "contract.txt", "pdf"),
        (b"\r\n junk \r\n%PDF-1.4", "scan.bin", "pdf"),
        (_zip("[Content_Types].xml", "word/document.xml"), "contract.pdf", "docx"),
        (b"<!DOCTYPE html><html><body>Term</body></html>", "x.txt", "html"),
        (b"<p>1. Term</p>", "x.htm", "html"),
        (b"# Agreement\n", "x.md", "markdown"),
        (b"1. Term. Five years.\n", "x.txt", "text"),
        (b"1. Term. Five years.\n", "-", "text"),
        (b"<TABLE>\n<S> <C>\nYear 1  500\n</TABLE>\n<PAGE>\nMore text\n" * 8, "ex10.txt", "text"),
    ],
)
def test_content_decides(data: bytes, name: str, expected: str) -> None:
    assert detect(data, name) == expected


@pytest.mark.parametrize(
    ("data", "error", "hint"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedError, "save it as .docx or PDF"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedError, "password"),
        (b"PK\x03\x04 cut off", UnreadableError, "damaged"),
        (_zip("xl/workbook.xml"), UnsupportedError, "Excel"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), UnsupportedError, "image"),
        (bytes(range(256)) * 20, UnsupportedError, "binary"),
        (b"{\\rtf1 text}", UnsupportedError, "RTF"),
        (b"  \n", UnreadableError, "empty"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, error: type[Exception], hint: str) -> None:
    with pytest.raises(error, match=hint) as caught:
        detect(data, "contract.txt")
    assert "contract.txt" in str(caught.value)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_western_encodings(codec: str) -> None:
    text = "The Distributor’s “Territory” is Österreich – and the price is €500 a unit. " * 4
    assert decode(text.encode(codec), "x.txt") == text


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-16", "iso2022_jp"])
def test_japanese_encodings(codec: str) -> None:
    text = "第1条（目的）本契約は、甲が乙に対し本製品の販売権を許諾することを目的とする。乙はこれを承諾する。\n" * 4
    assert decode(text.encode(codec), "x.txt") == text
