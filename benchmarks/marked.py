"""Generated sections of hand-written pages: what stands between `<!-- name -->` and `<!-- /name -->`."""

from __future__ import annotations

import pathlib


def replace_section(page: pathlib.Path, name: str, text: str) -> None:
    """Put the text between the two marks; they are added at the end where they are missing."""
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if start not in old:
        old = f"{old.rstrip()}\n\n{start}\n{end}\n".lstrip()
    head, rest = old.split(start, 1)
    _, tail = rest.split(end, 1)
    page.write_text(f"{head}{start}\n\n{text.strip()}\n\n{end}{tail}", encoding="utf-8")
