"""Who the parties are: names, and the words the contract calls them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausecheck.ingest import parties_ja
from clausecheck.ingest.party_aliases import NOT_A_PARTY, alias_definitions
from clausecheck.ingest.party_drafts import Draft, join, merge, squeeze
from clausecheck.ingest.party_elsewhere import (
    complete,
    from_cover,
    from_definitions,
    from_labels,
    from_recitals,
    from_role_words,
    from_signatures,
    name_pronouns,
)
from clausecheck.ingest.party_names import (
    BLANK,
    GENERIC,
    has_legal_form,
    initials,
    is_name,
    is_person,
    leading_name,
    mentions,
    other_names,
    trade_name,
)
from clausecheck.ingest.role_cues import DISTRIBUTOR_WORDS, SUPPLIER_WORDS
from clausecheck.model.document import Party, Sentence
from clausecheck.model.location import Span

_HEAD = 40_000  # characters in which a preamble is looked for: long contents and cover pages come before it
_REACH = 5_000  # characters a preamble may run on

_ANCHOR = re.compile(
    r"\b(?:by\s+and\s+(?:between|among|amongst)|between|among|amongst|entered\s+into\s+(?:by"
    r"|with)|made\s+by|is\s+with)\b"
    r"|\bparties\s+(?:to\s+this\s+agreement\s+)?(?:are|hereto\s+are)\b|^[ \t]{0,40}(?:THE\s+)?PARTIES\b:?",
    re.I | re.M,
)
_PROMISING = re.compile(
    r"[(\"]\s*(?:the\s+)?[\"A-Z]|herein|\b(?:Inc|INC|LLC|Ltd|LTD|Limited|LIMITED|Corp|GmbH|Company|COMPANY|AG|S\.A)\b"
)
# A party that is described and not named: "and the person named on the cover page (the "Dealer")".
_DESCRIBED = re.compile(
    r"\b(?:and|AND)\s+(?:you\b|(?:the|an?|each|any)\s+(?:[\w/,-]+\s+){0,8}?(?:identified|named|listed|described"
    r"|specified|signing|executing|accepting|whose\s+(?:name|signature|details))\b)",
    re.I,
)
_END = re.compile(
    r"\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|\b(?:RECITALS?|R\s+E\s+C\s+I\s+T\s+A\s+L\s+S"
    r"|BACKGROUND|PREAMBLE)\b|\bWHEREAS\b|\bNOW,?\s+THEREFORE\b"
    r"|\b(?:hereby\s+)?agrees?\s+(?:as\s+follows|that|to\b)|\bRecitals\b|\bBackground\b|^Introduction\b|\bWhereas\b"
    r"|\bIN\s+CONSIDERATION\b|\bIn\s+consideration\b"
    r"|\bit\s+is\s+(?:hereby\s+)?agreed\b|\bIN\s+WITNESS\b|\bTABLE\s+OF\s+CONTENTS\b|\b(?:Section"
    r"|ARTICLE|Article)\s+[1I]\b|\b1\.\s*[A-Z]",
    re.M,
)


def find_parties(text: str, sentences: Sequence[Sentence] = ()) -> tuple[Party, ...]:
    """The parties of the contract in the order in which it names them. Empty where none can be told.

    Looks into the preamble first, then at cover sheets and tables ("Distributor: Acme Ltd."), at definitions, at
    names in capitals on the cover, and last at the signatures."""
    if parties_ja.is_japanese(text):
        found = parties_ja.find_parties(text)
        if found:
            return found
    drafts = _from_preamble(text)
    name_pronouns(text, drafts)
    if sum(bool(d.defined) for d in drafts) < 2:
        for fallback in (from_labels, from_recitals, from_definitions, from_cover, from_signatures):
            if len(drafts) >= 2 and fallback not in (from_labels, from_recitals):
                break
            found_here = fallback(text)
            better = sum(bool(d.defined) for d in found_here) >= 2
            drafts = join(found_here, drafts)[: max(2, len(found_here))] if better else join(drafts, found_here)
            if better:
                break
        if len(drafts) < 2:
            drafts = join(drafts, from_role_words(text, drafts))
    for draft in drafts:
        complete(draft, text)
    return tuple(_finish(draft, drafts, text) for draft in drafts)


def _from_preamble(text: str) -> list[Draft]:
    best: list[Draft] = []
    best_score = 0
    head = text[:_HEAD]
    tried = 0
    reached = -1
    for anchor in _ANCHOR.finditer(head):
        if anchor.start() < reached or not _PROMISING.search(text, anchor.end(), anchor.end() + 900):
            continue
        drafts = _read_preamble(text, anchor.end())
        if not drafts or drafts[0].start - anchor.end() > 150 or len(drafts) > 8:
            continue
        tried += 1
        named = sum(bool(d.defined) for d in drafts)
        score = 4 * min(named, 2) + min(len(drafts), 2) + (2 if all(has_legal_form(d.name) for d in drafts[:2]) else 0)
        if score > best_score:
            best, best_score = drafts, score
        if named >= 2 or tried >= 12:
            break
        reached = anchor.end()
    return best if best_score >= 3 else []


def _read_preamble(text: str, start: int) -> list[Draft]:
    """Read names and words for them from an anchor ("by and between") to the recitals."""
    region = text[start : start + _REACH]
    limit = _limit(region)
    region = region[: limit + 700]
    definitions = list(alias_definitions(region[: limit + 200], text))
    drafts: list[Draft] = []
    cursor = 0
    for begin, end, terms in definitions:
        if begin >= limit:
            break
        if not terms:
            continue
        new = _names(region, cursor, begin, first=not drafts)
        if not new and drafts and _unnamed(region[cursor:begin], terms):
            new = [(terms[0], begin, end, end)]
        for name, a, b, chunk_end in new:
            draft = Draft(name, start + a, start + b)
            draft.also.extend(other_names(region[b:chunk_end]))
            drafts.append(draft)
        if new and _DESCRIBED.search(region, new[-1][2], begin):
            drafts.append(Draft(terms[0], start + begin, start + end))
        if drafts:
            drafts[-1].defined.extend(t for t in terms if t not in drafts[-1].defined)
        cursor = end
    tail = _names(region, cursor, min(limit, cursor + 700), first=not drafts)
    known = {squeeze(d.name) for d in drafts}
    for name, a, b, chunk_end in tail:
        if has_legal_form(name) and squeeze(name) not in known and (len(drafts) < 2):
            drafts.append(Draft(name, start + a, start + b, also=list(other_names(region[b:chunk_end]))))
    return merge(drafts)


def _unnamed(chunk: str, terms: list[str]) -> bool:
    """Whether a word names a party that has no name yet: "and the dealer named on the cover ("Dealer")"."""
    word = terms[0].lower()
    return bool(re.search(r"\b(?:and|AND)\b|;|\n", chunk)) and (
        word in DISTRIBUTOR_WORDS or word in SUPPLIER_WORDS or word == "you"
    )


def _limit(region: str) -> int:
    """Where the preamble ends: at the first sign of recitals or operative text."""
    end = _END.search(region, 30)
    first = end.start() if end else len(region)
    return first if re.search(r"[\"“(]", region[:first]) else min(first, 1_500)


def _names(region: str, begin: int, end: int, first: bool) -> list[tuple[str, int, int, int]]:
    """Names of parties in a piece of preamble: name, start, end, end of its piece."""
    chunk = region[begin:end]
    direct = re.match(r"[\s,;:.)\-]*(?:(?:and|AND|And|\(?\d[.)]|\([a-z]\))[\s:]|[A-Z_])", chunk)
    starts = [0] if first or direct else []
    for m in re.finditer(
        r"(?:\b(?:and|AND|And|appoints|authori[sz]es|grants\s+to|engages)\b|;|\n\s*\n|\s\(?\d[.)]"
        r"|\s\([a-d]\))[\s:,]*(?:\(?\d[.)]\s*)?(?=[A-Z0-9_\[\"]|the\s+[A-Z]|[a-z][\w.]*,?\s+(?:Inc"
        r"|LLC|Corp|Ltd)\b)",
        chunk,
    ):
        if m.start() > 0:
            starts.append(m.start())
    found: list[tuple[str, int, int, int]] = []
    for place, begins in enumerate(starts):
        s = begins
        stop = starts[place + 1] if place + 1 < len(starts) else len(chunk)
        described = re.match(r"\s*(?:[a-z]+[\s,]+){1,4}(?=[A-Z])", chunk) if first and s == 0 else None
        if described and not is_name(leading_name(chunk)[0]):
            s = described.end()  # "between golf professional, ANN ARCHER"
        name, a, b = leading_name(chunk[s:])
        if not name or not is_name(name) or NOT_A_PARTY.fullmatch(name):
            continue
        if found and s + a < found[-1][2] - begin:
            continue  # inside the name before: "Research and Development Corp."
        if b > stop - s and not has_legal_form(name):
            name, a, b = leading_name(chunk[s:stop])
        found.append((name, begin + s + a, begin + s + b, begin + stop))
    sure = [f for f in found if has_legal_form(f[0]) or BLANK.match(f[0])]
    if sure:
        return sure
    if first:
        return found[:1]
    return found[-1:]


def _finish(draft: Draft, drafts: list[Draft], text: str) -> Party:
    """Add safe short forms and put the commonest word first."""
    others = [d for d in drafts if d is not draft]
    taken = {a.lower() for d in others for a in d.defined}
    forms: list[str] = list(draft.defined)
    for name in (draft.name, *draft.also):
        if not BLANK.match(name):
            forms.extend(_short_forms(name, others, text))
    seen: dict[str, str] = {}
    for form in forms:
        if form.lower() not in taken or form in draft.defined:
            seen.setdefault(form.lower(), form)
    counts = {key: occurrences(text, form) for key, form in seen.items()}
    defined = {d.lower() for d in draft.defined}
    top = max(counts.values(), default=0)

    def rank(key: str) -> tuple[bool, int]:
        return (key in defined and counts[key] * 5 >= top, counts[key])

    ordered = sorted(seen, key=rank, reverse=True)
    return Party(draft.name, tuple(seen[k] for k in ordered), Span(draft.start, draft.end))


def _short_forms(name: str, others: list[Draft], text: str) -> Iterator[str]:
    """Names without legal form, first words and initials, where the text uses them and no other party shares them."""
    foreign = " ".join([d.name for d in others] + [a for d in others for a in d.defined]).lower()
    trade = trade_name(name)
    if trade and trade.lower() not in GENERIC and trade.lower() not in foreign:
        yield trade
    if is_person(name):
        last = name.split()[-1]
        if len(last) > 2 and last.lower() not in foreign and len(mentions(text, last)) > 2:
            yield last
        return
    tokens = trade.split()
    for length in range(len(tokens) - 1, 0, -1):
        head = " ".join(tokens[:length]).rstrip(",&")
        if length == 1 and (head.lower() in GENERIC or len(head) < 3 or not head[0].isupper() or head.isdigit()):
            continue
        if head.lower() in foreign or tokens[length - 1].lower() in ("of", "and", "&", "the", "for", "de"):
            continue
        rest = tokens[length]
        alone = [at for at in mentions(text, head) if not text.startswith(rest, at + len(head) + 1)]
        if len(alone) >= 3:
            yield head
    letters = initials(name)
    if len(letters) >= 3 and letters.lower() not in foreign and len(mentions(text, letters)) >= 3:
        yield letters


def occurrences(text: str, form: str) -> int:
    """How often a word stands in the text, as written or in capitals."""
    return sum(len(mentions(text, f)) for f in {form, form.upper()})
