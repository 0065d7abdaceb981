"""What a file is, by its content: a wrong suffix neither misleads nor crashes anything."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from charset_normalizer import from_bytes

from clausecheck.errors import EncryptedError, UnreadableError, UnsupportedError
from clausecheck.model.document import DocumentFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ENCODINGS = ["cp1252", "cp932", "euc_jp", "iso2022_jp", "mac_roman", "latin_1", "gb18030", "big5", "euc_kr"]
_HTML_HEAD = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_TAGS = re.compile(r"</?(p|div|br|tr|td|font|span|b|center|h[1-6]|ul|ol|li)\b[^<>]*>", re.I)
_ODD = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x9f\ufffd]")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml")


def detect(data: bytes, name: str) -> DocumentFormat:
    """The format of a file. The name only tells Markdown from plain text, and HTML where tags are few.

    Raises UnsupportedError for every other kind of content, EncryptedError for a Word file with a password and
    UnreadableError for an empty or broken one.
    """
    if not data.strip():
        raise UnreadableError(f"{name}: the file is empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        raise _ole(data, name)
    if data.startswith(_ZIP):
        return _zip(data, name)
    if (kind := _other(data)) and not data.startswith(tuple(bom for bom, _ in _BOMS)):
        raise UnsupportedError(f"{name}: this is {kind}; clausecheck reads PDF, DOCX, HTML, Markdown and plain text")
    suffix = PurePath(name).suffix.lower()
    text = decode(data, name)
    if _HTML_HEAD.match(without_comments(text[:20_000])) or (suffix in _HTML_NAMES and _HTML_TAGS.search(text)):
        return "html"
    if suffix not in _MARKDOWN_NAMES and len(_HTML_TAGS.findall(text[:20_000])) >= 10:
        return "html"
    return "markdown" if suffix in _MARKDOWN_NAMES else "text"


def decode(data: bytes, name: str) -> str:
    """The characters of a text file in whatever encoding it is. Raises UnsupportedError where the bytes are no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(f"{name}: broken {encoding} text ({error.reason}); save it as UTF-8") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _guess(data, name)
    else:
        if "\x00" in text or "\x1b$" in text:
            text = _guess(data, name)
    if _rubbish(text):
        raise UnsupportedError(f"{name}: this is binary data, not text; clausecheck reads PDF, DOCX, HTML and text")
    return text


def without_comments(text: str) -> str:
    """The text without <!-- … -->; one that never ends takes the rest with it."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        at = end + 3 if end >= 0 else len(text)
    return "".join([*kept, text[at:]])


def _guess(data: bytes, name: str) -> str:
    """Decoded by the likeliest encoding. UTF-16 without a mark shows in which half of the bytes are zero."""
    sample = data[:20_000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for zeros, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > len(sample) / 10 and other < zeros / 20:
            return data.decode(encoding, errors="replace")
    if b"\x00" in data:
        raise UnsupportedError(f"{name}: this is binary data, not text; clausecheck reads PDF, DOCX, HTML and text")
    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    return str(best) if best is not None else data.decode("cp1252", errors="replace")


def _rubbish(text: str) -> bool:
    """Whether this is no writing: control characters, or bytes that are no characters at all."""
    sample = text[:50_000]
    odd = len(_ODD.findall(sample))
    return odd > max(8, len(sample) // 50)


def _ole(data: bytes, name: str) -> UnreadableError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedError(f"{name}: this Office file has a password; open it in Word and save it without one")
    if "WordDocument".encode("utf-16-le") in data:
        return UnsupportedError(f"{name}: this is a Word 97-2003 file (.doc); save it as .docx or PDF")
    return UnsupportedError(f"{name}: this is an old Office or Outlook file; save it as .docx or PDF")


def _zip(data: bytes, name: str) -> DocumentFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(f"{name}: the file is damaged or incomplete ({error}); save it again") from error
    if "word/document.xml" in names or any(n.startswith("word/document") and n.endswith(".xml") for n in names):
        return "docx"
    kinds = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))
    kind = next((kind for start, kind in kinds if any(n.startswith(start) for n in names)), "a zip archive")
    raise UnsupportedError(f"{name}: this is {kind}; clausecheck reads PDF, DOCX, HTML, Markdown and plain text")


def _other(data: bytes) -> str:
    """What well-known binary or rich formats call themselves; "" where the start says nothing."""
    starts = (
        (b"{\\rtf", "an RTF file (save it as .docx or PDF)"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"GIF8", "an image"),
        (b"II*\x00", "an image"),
        (b"MM\x00*", "an image"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf", "a 7-Zip archive"),
        (b"Rar!", "a RAR archive"),
        (b"\x7fELF", "a program"),
        (b"%!PS", "a PostScript file (save it as PDF)"),
    )
    return next((kind for start, kind in starts if data.startswith(start)), "")
