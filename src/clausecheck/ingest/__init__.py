"""Reading a contract: file → text and layout → clauses, sentences, definitions, exhibits, parties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clausecheck.errors import UnreadableError

if TYPE_CHECKING:
    from clausecheck.ingest.limits import Limits
    from clausecheck.ingest.raw import RawDocument
    from clausecheck.model.document import Clause, Document

View = Literal["accepted", "original"]

_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FILING = re.compile(
    r"^(?:\[?logo\]?|exhibit\s+[\d.]+[a-z]?|ex-?\s?[\d.]+|execution\s+(?:version|copy)|confidential|draft)\b[\s:.-]*",
    re.I,
)
_KIND = re.compile(
    r"agreement|contract|amendment|addendum|memorandum|letter|terms|plan|lease|license|契約|覚書|合意", re.I
)


def read(
    source: str | Path | bytes,
    *,
    name: str = "",
    password: str | None = None,
    view: View = "accepted",
    limits: Limits | None = None,
    party_overrides: Mapping[str, str] | None = None,
) -> Document:
    """The contract in a file, or in the bytes of one, as a Document. `view` chooses the text of a Word file with
    tracked changes. Raises UnreadableError and its kin where the file cannot be read, UsageError where
    `party_overrides` names a party that is not there."""
    from clausecheck.ingest.detect import detect
    from clausecheck.ingest.limits import Limits

    limits = limits or Limits()
    data = source if isinstance(source, bytes) else _bytes(Path(source), limits)
    path = name or ("contract" if isinstance(source, bytes) else str(source))
    limits.check_bytes(len(data))
    kind = detect(data, path)
    if kind == "pdf":
        from clausecheck.ingest.pdf import read_pdf

        raw = read_pdf(data, password=password, limits=limits)
    elif kind == "docx":
        from clausecheck.ingest.word import read_word

        raw = read_word(data, name=path, view=view, limits=limits)
    elif kind == "html":
        from clausecheck.ingest.html import read_html

        raw = read_html(data, name=path, limits=limits)
    elif kind == "markdown":
        from clausecheck.ingest.markdown import read_markdown

        raw = read_markdown(data, name=path, limits=limits)
    else:
        from clausecheck.ingest.plain import read_plain

        raw = read_plain(data, name=path, limits=limits)
    return understand(raw, path=path, digest=sha256(data).hexdigest(), party_overrides=party_overrides)


def understand(
    raw: RawDocument, *, path: str = "", digest: str = "", party_overrides: Mapping[str, str] | None = None
) -> Document:
    """The Document that a format reader's text amounts to: its clauses, sentences, definitions, exhibits, parties."""
    from clausecheck.ingest.definitions import definitions
    from clausecheck.ingest.exhibits import exhibits
    from clausecheck.ingest.outline import outline
    from clausecheck.ingest.parties import find_parties
    from clausecheck.ingest.roles import assign_roles
    from clausecheck.model.document import Document
    from clausecheck.text.sentences import sentences

    clauses = outline(raw.text, raw.paragraphs)
    found = sentences(raw.text, clauses, raw.paragraphs)
    parties = find_parties(raw.text, found)
    return Document(
        path=path,
        sha256=digest,
        format=raw.format,
        text=raw.text,
        pages=raw.pages,
        paragraphs=raw.paragraphs,
        tables=raw.tables,
        furniture=raw.furniture,
        changes=raw.changes,
        clauses=clauses,
        sentences=found,
        definitions=definitions(raw.text, found, clauses),
        exhibits=exhibits(raw.text, clauses),
        parties=parties,
        roles=assign_roles(raw.text, parties, found, party_overrides),
        title=raw.title or title(raw.text, clauses),
        language=language(raw.text),
        notes=raw.notes,
        source=raw.source,
    )


def language(text: str) -> str:
    """ "ja" where a good part of the letters are kana or Chinese characters with kana among them, else "en"."""
    sample = text[:20_000]
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    letters = sum(c.isalpha() for c in sample) or 1
    return "ja" if kana and (kana + han) / letters > 0.2 else "en"


def title(text: str, clauses: tuple[Clause, ...]) -> str:
    """What the contract calls itself at its head; "" where it says nothing."""
    for clause in clauses:
        if clause.kind != "title":
            continue
        for line in text[clause.span.start : clause.span.end].split("\n"):
            while (shorter := _FILING.sub("", line).strip()) != line:
                line = shorter
            if _KIND.search(line) and len(line) < 160:
                return " ".join(line.split()).strip(" .:-*")
    return ""


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        limits.check_bytes(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"{path}: {error.strerror or error}; check the name and the rights of the file"
        ) from error
