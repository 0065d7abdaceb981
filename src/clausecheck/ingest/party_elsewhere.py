"""Parties that no preamble names: from cover sheets, recitals, definitions, signatures and bare role words."""

from __future__ import annotations

import re

from clausecheck.ingest.party_aliases import alias_definitions, is_alias
from clausecheck.ingest.party_drafts import Draft, merge
from clausecheck.ingest.party_names import (
    BLANK,
    LEGAL_FORM,
    dotted,
    has_legal_form,
    is_name,
    is_person,
    leading_name,
    tidy,
)
from clausecheck.ingest.role_cues import DISTRIBUTOR_WORDS, SUPPLIER_WORDS

_HEAD = 40_000

_LABELLED = re.compile(
    r"""(?:^|(?<=\n)|(?<=\s\s)|(?<=\.\s)|(?<=:\s))(?:\(?\d{1,2}[.)]\s{0,9})?(?P<label>(?:(?:Name\s+of\s+)?(?:the\s+)?
        (?:Party\s+[A-D1-4]|(?:Authori[sz]ed\s+|Exclusive\s+|Master\s+)?(?:Distributor|Supplier|Seller|Buyer|Purchaser|Vendor|Manufacturer|Principal|Agent|Licensor|Licensee|
        Reseller|Dealer|Company|Customer|Client|Franchisor|Franchisee|Provider|Service\s+Provider|Contractor|Consultant|Sponsor|Representative|Owner|Operator|Developer|Lessor|Lessee
        |Channel\s+Partner|Partner|VAR)))(?:/[\w-]{1,20})?\s{0,9}(?:\([^)\n]{1,40}\)\s{0,9})?)(?:Name)?\s{0,9}:\s{0,80}(?=(?P<rest>[^\n]{2,140}))""",
    re.X | re.I,
)
_DEFINED = re.compile(
    r"""["“](?P<label>[A-Z][\w .&-]{1,40}?)["”](?:\s*,?\s*(?:or|and|,)\s*["“][\w .&-]{1,30}["”])*"""
    r"""\s*(?:shall\s+)?(?:means?|refers?\s+to|is|are)\s+"""
    r"""(?P<rest>(?:the\s+)?[A-Z][^"“”\n;:]{2,120})""",
    re.X,
)
_SALUTATION = re.compile(r"\b(?:Gentlem[ae]n|Ladies|Sirs?|Madam|Dear\s[^\n:,]{2,50})\s{0,3}[:,]\s")
_PRONOUN = re.compile(
    r"""["“](?P<word>we|you)[,.]?["”](?:[\s,]*(?:(?:and|or)\s+)?["“]\w+[,.]?["”]){0,4}"""
    r"""\s+(?:shall\s+|will\s+)?(?:means?|refers?(?:\s+to)?|is|are)\s+(?:the\s+)?(?P<rest>[^\n;"“]{2,100})""",
    re.I,
)
_SIGNATURE = re.compile(
    r"(?P<name>[A-Z0-9][^\n:]{2,80}?)\s{0,9}(?:By|BY|Per|Signed|Signature|/s/|Name)\s{0,9}:\s{0,9}(?:/s/|_|\S)", re.M
)
_SIGNING = re.compile(
    r"\bIN\s+WITNESS\s+WHEREOF\b|\bSIGNATURES?\b|\bexecuted\s+(?:this|by|as\s+of)\b|\bduly\s+authori[sz]ed"
    r"\s+representatives\b"
)


def from_labels(text: str) -> list[Draft]:
    """Cover sheets and tables: "Distributor: Acme Ltd."."""
    drafts: list[Draft] = []
    nameless: list[Draft] = []
    for m in _LABELLED.finditer(text[:12_000]):
        name, a, b = leading_name(m.group("rest"))
        label = tidy(re.sub(r"(?i)^(?:name of )?(?:the )?|/.*", "", m.group("label")))
        label = label.capitalize() if label.islower() else label
        if name and is_name(name) and (has_legal_form(name) or BLANK.match(name) or label.lower().startswith("party")):
            at = m.start("rest")
            drafts.append(Draft(name, at + a, at + b, defined=[label]))
        elif label.lower() in SUPPLIER_WORDS | DISTRIBUTOR_WORDS:
            nameless.append(Draft(label.title(), m.start("label"), m.start("label") + len(label), [label.title()]))
        if len(drafts) == 4:
            break
    if len(drafts) == 1 and drafts[0].defined[0].lower() in SUPPLIER_WORDS | DISTRIBUTOR_WORDS:
        # A form filled in by one side: "The seller: ______".
        sells = drafts[0].defined[0].lower() in SUPPLIER_WORDS
        drafts += [d for d in nameless if (d.name.lower() in SUPPLIER_WORDS) is not sells][:1]
    return merge(drafts)


def from_recitals(text: str) -> list[Draft]:
    """Names followed by a word in brackets anywhere near the start: "Acme, Inc. ("Acme")"."""
    head = text[:8_000]
    drafts: list[Draft] = []
    cursor = 0
    for begin, end, terms in alias_definitions(head, text):
        if terms:
            since = max(cursor, begin - 200)
            since += max((m.end() for m in _SALUTATION.finditer(head[since:begin])), default=0)
            piece = head[since:begin]
            for m in re.finditer(
                r"(?:^|[\s(\"])((?:[A-Z0-9][\w.&'-]*[,\s]+(?:of\s+|and\s+|the\s+|&\s+)?){0,7}[A-Z][\w.&'-]*\.?)", piece
            ):
                name = dotted(tidy(m.group(1)), m.group(1))
                if has_legal_form(name) and is_name(_trim_title(name)):
                    name = _trim_title(name)
                    drafts.append(Draft(name, since + m.start(1), since + m.end(1), defined=list(terms)))
                    break
            else:
                for word in terms:
                    at = piece.find(word)
                    if at >= 0 and len(word) > 2:
                        offset = since + at
                        drafts.append(Draft(word, offset, offset + len(word), defined=list(terms)))
                        break
            cursor = end
    return merge(drafts)[:3]


def _trim_title(name: str) -> str:
    """Without a heading that runs into it: "DISTRIBUTION AGREEMENT Acme, Inc."."""
    name = re.sub(
        r"^.*\b(?:AGREEMENT|Agreement|CONTRACT|AMENDMENT|EXHIBIT\s+[\d.]+|Exhibit\s+[\d.]+)\b[\s,]*(?=\S)", "", name
    )
    name = re.sub(r"^(?:WHEREAS|Whereas|THIS|This|BETWEEN|AND)[\s,]+", "", name)
    return dotted(tidy(name), name)


def name_pronouns(text: str, drafts: list[Draft]) -> None:
    """Give "we" and "you" to the parties they stand for: "We" and "us" refer to Acme, Inc."""
    for m in _PRONOUN.finditer(text[:_HEAD]):
        rest, word = m.group("rest").lower(), m.group("word").lower()
        if any(word in d.defined for d in drafts):
            continue
        for draft in drafts:
            if any(rest.startswith(name.lower()) for name in (draft.name, *draft.defined)):
                draft.defined.append(word)
                break


def from_definitions(text: str) -> list[Draft]:
    """Definitions: "Supplier" means Acme, Inc."""
    drafts: list[Draft] = []
    for m in _DEFINED.finditer(text[:_HEAD]):
        name, a, b = leading_name(m.group("rest"))
        label = tidy(m.group("label"))
        if name and is_name(name) and has_legal_form(name) and is_alias(label):
            drafts.append(Draft(name, m.start("rest") + a, m.start("rest") + b, defined=[label]))
    return merge(drafts)[:4]


def from_cover(text: str) -> list[Draft]:
    """Lines near the start that are a name in full: ACME, INC."""
    drafts: list[Draft] = []
    for m in re.finditer(
        r"^[ \t]*(?:(?:between|by and between|and|AND|BETWEEN)\s+)?([A-Z0-9][^\n:;]{3,90}?)[ \t]*$", text[:4_000], re.M
    ):
        name = dotted(tidy(m.group(1)), m.group(1))
        if has_legal_form(name) and is_name(name) and name == leading_name(name)[0]:
            drafts.append(Draft(name, m.start(1), m.end(1)))
    return merge(drafts)[:2]


def from_signatures(text: str) -> list[Draft]:
    drafts: list[Draft] = []
    """Names over a line for a signature: the last resort."""
    starts = [m.start() for m in _SIGNING.finditer(text)]
    start = starts[-1] if starts else max(0, len(text) - 4_000)
    for m in _SIGNATURE.finditer(text[start : start + 6_000]):
        last = re.split(r"\s{3,}|\.\s+(?=[A-Z]{3})|\d{4}\.?\s", m.group("name"))[-1]
        name = dotted(tidy(last), last)
        if has_legal_form(name) and is_name(name) and len(name) < 70:
            drafts.append(Draft(name, start + m.start("name"), start + m.end("name")))
    return merge(drafts)[:30]


def from_role_words(text: str, drafts: list[Draft]) -> list[Draft]:
    """Parties that the contract calls by a role and never names: "Customer shall …"."""
    if not drafts:
        return []
    known = {w.lower() for d in drafts for w in d.defined}
    upstream = bool(known & SUPPLIER_WORDS)
    words = SUPPLIER_WORDS if known & DISTRIBUTOR_WORDS and not upstream else DISTRIBUTOR_WORDS
    best, most = "", 4
    for word in sorted(words - known):
        form = word.replace("-", " ").title()
        number = len(re.findall(rf"\b{form}\s+(?:shall|will|agrees|may|is|acknowledges|hereby|must)\b", text))
        if number > most:
            best, most = form, number
    at = text.find(best) if best else -1
    return [Draft(best, at, at + len(best), defined=[best])] if best else []


def complete(draft: Draft, text: str) -> None:
    """Look for the full legal name where the preamble gives a short one only."""
    name = draft.name
    if (
        has_legal_form(name)
        or BLANK.match(name)
        or is_person(name)
        or len(name) < 4
        or name.lower().replace(" ", "-") in DISTRIBUTOR_WORDS | SUPPLIER_WORDS
    ):
        return
    full = re.search(
        rf"(?<!\w)(?i:{re.escape(name)})(?:[ \t]+[A-Z][\w.&-]*){{0,4}}(?:,[ \t]*|[ \t]+){LEGAL_FORM}(?!\w)\.?", text
    )
    if full and not re.search(r"(?i)agreement|between", full.group()):
        draft.name = " ".join(full.group().split())
