"""Who the parties are: names, and the words the contract calls them by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clausecheck.ingest import parties_ja
from clausecheck.ingest.party_names import (
    BLANK,
    GENERIC,
    LEGAL_FORM,
    dotted,
    has_legal_form,
    initials,
    is_name,
    is_person,
    leading_name,
    mentions,
    other_names,
    tidy,
    trade_name,
)
from clausecheck.ingest.role_cues import DISTRIBUTOR_WORDS, SUPPLIER_WORDS
from clausecheck.model.document import Party, Sentence
from clausecheck.model.location import Span

_HEAD = 40_000  # characters in which a preamble is looked for: long contents and cover pages come before it
_REACH = 5_000  # characters a preamble may run on

_ANCHOR = re.compile(
    r"\b(?:by\s+and\s+(?:between|among|amongst)|between|among|amongst|entered\s+into\s+(?:by|with)|made\s+by|is\s+with)\b"
    r"|\bparties\s+(?:to\s+this\s+agreement\s+)?(?:are|hereto\s+are)\b|^\s*(?:THE\s+)?PARTIES\b:?",
    re.I | re.M,
)
_PROMISING = re.compile(r"[(\"]\s*(?:the\s+)?[\"A-Z]|herein|\b(?:Inc|INC|LLC|Ltd|LTD|Limited|LIMITED|Corp|GmbH|Company|COMPANY|AG|S\.A)\b")
_END = re.compile(
    r"\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|\b(?:RECITALS?|R\s+E\s+C\s+I\s+T\s+A\s+L\s+S|BACKGROUND|PREAMBLE)\b|\bWHEREAS\b|\bNOW,?\s+THEREFORE\b"
    r"|\b(?:hereby\s+)?agrees?\s+(?:as\s+follows|that|to\b)|\bRecitals\b|\bBackground\b|\bWhereas\b|\bIN\s+CONSIDERATION\b|\bIn\s+consideration\b"
    r"|\bit\s+is\s+(?:hereby\s+)?agreed\b|\bIN\s+WITNESS\b|\bTABLE\s+OF\s+CONTENTS\b|\b(?:Section|ARTICLE|Article)\s+[1I]\b|\b1\.\s*[A-Z]"
)
_OPEN = "\"“”„'‘’`"
_QUOTED = re.compile(
    r"""["“”„]\s*(?:the\s+)?(?P<a>[^"“”„()\n]{1,60}?)\s*,?\s*(?:["“”„]|''|(?=\)))
      | (?<![\w])['‘`]{1,2}(?:the\s+)?(?P<b>[A-Z][^'‘’`"()\n]{1,40}?),?\s*['’]{1,2}(?!\w)""",
    re.X,
)
_UNQUOTED = re.compile(
    r"""\(?\s*(?:here(?:in)?after|herein)[\s,]+(?:(?:jointly|collectively|individually|also|sometimes|simply|be|is|are|shall\s+be|may\s+be)[\s,]+)*
        (?:(?:referred\s+to|called|known|designated|styled|identified|defined|described)\s+)?(?:(?:to\s+)?as[\s:,]+)?(?:the\s+)?\(?\s*
        (?P<c>[A-Z][\w&.'-]*(?:\s+[A-Z][\w&.'-]*){0,3})\s*(?=[),;.]|\s+(?:and|AND|of|on|with|having|whose)\b|\n)
      | \(\s*(?:the|The|THE)\s+(?P<d>[A-Z][\w&'-]*(?:\s+[A-Z][\w&'-]*){0,2})\s*\)
      | \(\s*(?P<e>[A-Z][\w&-]{1,24})\s*\)(?!,?\s+(?:Co|Ltd|Inc|LLC|Pte|Pty|Limited|Corp|GmbH|[A-Z]\w+\s+(?:Co|Ltd|Inc|LLC))\b)""",
    re.X,
)
# Quoted words of a preamble that name no party.
_NOT_A_PARTY = re.compile(
    r"""(?:this\s+|the\s+)?(?:.*\b(?:agreement|contract|amendment|addendum|date|term|effective|parties|party|territory|products?|services?|schedules?
    |exhibits?|annex|plan|subsidiar\w+|deed|certificate|statement|shares|securities|act|code|business|program|project
    |website|site|trademarks?|marks|licen[sc]e|property|technology|software|field|letter|closing|premises|facility|equipment|system)
    |(?:.*\b)?(?:board|stock|notes?|notice|indenture|content|materials?|internet|capitali[sz]ation|offering|prospectus|fees?|events?|attachments?|terms|components?
    |charges|price|prices|royalt\w+|patents?|patent\s+rights|know-how|marks|assets|documents?|documentation|work|works|purpose|effective|list|forms?|group\s+of|period|notices|revenues?|specifications?|approved\s+\w+|\w+\s+location|locations?|restaurants?|control|interest|person|participants?|subscribers?|dispute|costs?
    |receivable|employees|contracts?|purchase\s+order|u\.?s\.?a?\.?|usa|prc|uk|eu|hong\s+kong|nasdaq|nasd|fda|irs)
    |(?:its\s+|their\s+)?affiliates|me|my|it|its|they|them|their|ipa|sow|msa|deal|transaction|commission|sec|execution|signing|confidential)\W*""",
    re.I | re.X | re.S,
)
_LABELLED = re.compile(
    r"""(?:^|\n|\s{2,}|\.\s)\s*(?:\(?\d{1,2}[.)]\s*)?(?P<label>(?:(?:Name\s+of\s+)?(?:the\s+)?
        (?:Party\s+[A-D1-4]|(?:Authori[sz]ed\s+|Exclusive\s+|Master\s+)?(?:Distributor|Supplier|Seller|Buyer|Purchaser|Vendor|Manufacturer|Principal|Agent|Licensor|Licensee|
        Reseller|Dealer|Company|Customer|Client|Franchisor|Franchisee|Provider|Service\s+Provider|Contractor|Consultant|Sponsor|Representative|Owner|Operator|Developer|Lessor|Lessee
        |Channel\s+Partner|Partner|VAR)))\s*(?:\([^)\n]{1,40}\)\s*)?)(?:\s+Name)?\s*[:：]\s*(?P<rest>[^\n]{2,140}|\n\s*[^\n]{2,140})""",
    re.X | re.I,
)
_DEFINED = re.compile(
    r"""["“](?P<label>[A-Z][\w .&-]{1,40}?)["”](?:\s*,?\s*(?:or|and|,)\s*["“][\w .&-]{1,30}["”])*\s*(?:shall\s+)?(?:means?|refers?\s+to|is|are)\s+"""
    r"""(?P<rest>(?:the\s+)?[A-Z][^"“”\n;:]{2,120})""",
    re.X,
)
_SIGNATURE = re.compile(
    r"(?P<name>[A-Z0-9][^\n:]{2,80}?)\s*\n?\s*(?:By|BY|Per|Signed|Signature|/s/|Name)\s*:\s*(?:/s/|_|\S)", re.M
)
_SIGNING = re.compile(r"\bIN\s+WITNESS\s+WHEREOF\b|\bSIGNATURES?\b|\bexecuted\s+(?:this|by|as\s+of)\b|\bduly\s+authori[sz]ed\s+representatives\b")


@dataclass(slots=True)
class _Draft:
    """A party while it is being read: `defined` are words given to it, `also` other names it goes by."""

    name: str
    start: int
    end: int
    defined: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


def find_parties(text: str, sentences: Sequence[Sentence] = ()) -> tuple[Party, ...]:
    """The parties of the contract in the order in which it names them. Empty where none can be told.

    Looks into the preamble first, then at cover sheets and tables ("Distributor: Acme Ltd."), at definitions, at
    names in capitals on the cover, and last at the signatures."""
    if parties_ja.is_japanese(text):
        found = parties_ja.find_parties(text)
        if found:
            return found
    drafts = _from_preamble(text)
    if sum(bool(d.defined) for d in drafts) < 2:
        for fallback in (_from_labels, _from_recitals, _from_definitions, _from_cover, _from_signatures):
            if len(drafts) >= 2 and fallback not in (_from_labels, _from_recitals):
                break
            found_here = fallback(text)
            better = sum(bool(d.defined) for d in found_here) >= 2
            drafts = _join(found_here, drafts)[: max(2, len(found_here))] if better else _join(drafts, found_here)
            if better:
                break
        if len(drafts) < 2:
            drafts = _join(drafts, _from_role_words(text, drafts))
    for draft in drafts:
        _complete(draft, text)
    return tuple(_finish(draft, drafts, text) for draft in drafts)


def _from_preamble(text: str) -> list[_Draft]:
    best: list[_Draft] = []
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


def _read_preamble(text: str, start: int) -> list[_Draft]:
    """Read names and words for them from an anchor ("by and between") to the recitals."""
    region = text[start : start + _REACH]
    definitions = list(_alias_definitions(region, text))
    limit = _limit(region, definitions)
    drafts: list[_Draft] = []
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
            draft = _Draft(name, start + a, start + b)
            draft.also.extend(other_names(region[b:chunk_end]))
            drafts.append(draft)
        if drafts:
            drafts[-1].defined.extend(t for t in terms if t not in drafts[-1].defined)
        cursor = end
    tail = _names(region, cursor, min(limit, cursor + 700), first=not drafts)
    known = {squeeze(d.name) for d in drafts}
    for name, a, b, chunk_end in tail:
        if has_legal_form(name) and squeeze(name) not in known and (len(drafts) < 2):
            drafts.append(_Draft(name, start + a, start + b, also=list(other_names(region[b:chunk_end]))))
    return _merge(drafts)


def _unnamed(chunk: str, terms: list[str]) -> bool:
    """Whether a word names a party that has no name yet: "and the dealer named on the cover ("Dealer")"."""
    word = terms[0].lower()
    return bool(re.search(r"\b(?:and|AND)\b|;|\n", chunk)) and (word in DISTRIBUTOR_WORDS or word in SUPPLIER_WORDS or word == "you")


def _limit(region: str, definitions: list[tuple[int, int, list[str]]]) -> int:
    """Where the preamble ends: at the first sign of recitals or operative text; past it where nobody is named before."""
    ends = [m.start() for m in _END.finditer(region)]
    real = [begin for begin, _, terms in definitions if terms]
    first = next((e for e in ends if e > 30), len(region))
    if len(real) >= 1 and real[0] < first:
        return first
    return min(first, 1500) if first > 0 else 1500


def _alias_definitions(region: str, text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Places that give words to a party, in order: start, end, words ([] where the words name no party)."""
    places: list[tuple[int, int, list[str]]] = []
    for m in _QUOTED.finditer(region):
        word = tidy(m.group("a") or m.group("b") or "")
        begin = _opening(region, m.start())
        places.append((begin, m.end(), [word] if _fits(word) else []))
    for m in _UNQUOTED.finditer(region):
        word = tidy(m.group("c") or m.group("d") or m.group("e") or "")
        if any(a <= m.end() and m.start() <= b for a, b, _ in places):
            continue
        if m.group("e") and text.count(m.group("e")) - text.count(f"({m.group('e')})") < 4:
            continue
        places.append((m.start(), m.end(), [word] if _fits(word) else []))
    places.sort()
    merged: list[tuple[int, int, list[str]]] = []
    for begin, end, words in places:
        if merged and begin <= merged[-1][1]:
            last = merged[-1]
            merged[-1] = (last[0], max(end, last[1]), last[2] + words)
        else:
            merged.append((begin, end, words))
    yield from merged


def _opening(region: str, quote: int) -> int:
    """Start of the bracket or "hereinafter called" that leads to a quoted word."""
    bracket = region.rfind("(", max(0, quote - 160), quote)
    if bracket >= 0 and ")" not in region[bracket:quote]:
        return bracket
    lead = re.search(r"[\s,]*\b(?:here(?:in)?after|herein)\b[\w\s,]{0,60}$", region[max(0, quote - 90) : quote])
    return max(0, quote - 90) + lead.start() if lead else quote


def _fits(word: str) -> bool:
    return bool(word) and len(word) <= 50 and not _NOT_A_PARTY.fullmatch(word) and bool(re.search(r"\w", word)) and (word[0].isupper() or word[0].isdigit() or word in ("you", "we", "us") or bool(re.match(r"[a-z]+[A-Z.-]\w", word)))


def _names(region: str, begin: int, end: int, first: bool) -> list[tuple[str, int, int, int]]:
    """Names of parties in a piece of preamble: name, start, end, end of its piece."""
    chunk = region[begin:end]
    direct = re.match(r"[\s,;:.)\-]*(?:(?:and|AND|And|\(?\d[.)]|\([a-z]\))[\s:]|[A-Z_])", chunk)
    starts = [0] if first or direct else []
    for m in re.finditer(r"(?:\b(?:and|AND|And|appoints|authori[sz]es|grants\s+to|engages)\b|;|\n\s*\n|\s\(?\d[.)]|\s\([a-d]\))[\s:,]*(?:\(?\d[.)]\s*)?(?=[A-Z0-9_\[\"]|the\s+[A-Z]|[a-z][\w.]*,?\s+(?:Inc|LLC|Corp|Ltd)\b)", chunk):
        if m.start() > 0:
            starts.append(m.start())
    found: list[tuple[str, int, int, int]] = []
    for place, s in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(chunk)
        name, a, b = leading_name(chunk[s:])
        if not name or not is_name(name) or _NOT_A_PARTY.fullmatch(name):
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


def _merge(drafts: list[_Draft]) -> list[_Draft]:
    """One party for each name, and none that another's name holds."""
    kept: list[_Draft] = []
    for draft in drafts:
        same = next((k for k in kept if squeeze(k.name) == squeeze(draft.name) and not BLANK.match(k.name)), None)
        if same:
            same.defined.extend(d for d in draft.defined if d not in same.defined)
        else:
            kept.append(draft)
    return kept


def _join(drafts: list[_Draft], more: list[_Draft]) -> list[_Draft]:
    out = list(drafts)
    for draft in more:
        same = next((k for k in out if _alike(k.name, draft.name)), None)
        if same:
            same.defined.extend(d for d in draft.defined if d not in same.defined)
        else:
            out.append(draft)
    return out


def _alike(a: str, b: str) -> bool:
    a, b = squeeze(trade_name(a)), squeeze(trade_name(b))
    return bool(a and b) and (a in b or b in a)


def _from_labels(text: str) -> list[_Draft]:
    """Cover sheets and tables: "Distributor: Acme Ltd."."""
    drafts: list[_Draft] = []
    for m in _LABELLED.finditer(text[:12_000]):
        name, a, b = leading_name(m.group("rest"))
        label = tidy(re.sub(r"(?i)^(?:name of )?(?:the )?", "", m.group("label")))
        if name and is_name(name) and (has_legal_form(name) or BLANK.match(name) or label.lower().startswith("party")):
            at = m.start("rest")
            drafts.append(_Draft(name, at + a, at + b, defined=[label]))
        if len(drafts) == 4:
            break
    return _merge(drafts)


def _from_recitals(text: str) -> list[_Draft]:
    """Names followed by a word in brackets anywhere near the start: "Acme, Inc. ("Acme")"."""
    head = text[:8_000]
    drafts: list[_Draft] = []
    cursor = 0
    for begin, end, terms in _alias_definitions(head, text):
        if terms:
            piece = head[max(cursor, begin - 200) : begin]
            m = None
            for m in re.finditer(r"(?:^|[\s(\"])((?:[A-Z0-9][\w.&'-]*[,\s]+(?:of\s+|and\s+|the\s+|&\s+)?){0,7}[A-Z][\w.&'-]*\.?)", piece):
                name = dotted(tidy(m.group(1)), m.group(1))
                if has_legal_form(name) and is_name(_trim_title(name)):
                    at = max(cursor, begin - 200)
                    name = _trim_title(name)
                    drafts.append(_Draft(name, at + m.start(1), at + m.end(1), defined=list(terms)))
                    break
            else:
                for word in terms:
                    at = piece.find(word)
                    if at >= 0 and len(word) > 2:
                        offset = max(cursor, begin - 200) + at
                        drafts.append(_Draft(word, offset, offset + len(word), defined=list(terms)))
                        break
            cursor = end
    return _merge(drafts)[:3]


def _trim_title(name: str) -> str:
    """Without a heading that runs into it: "DISTRIBUTION AGREEMENT Acme, Inc."."""
    name = re.sub(r"^.*\b(?:AGREEMENT|Agreement|CONTRACT|AMENDMENT|EXHIBIT\s+[\d.]+|Exhibit\s+[\d.]+)\b[\s,]*(?=\S)", "", name)
    name = re.sub(r"^(?:WHEREAS|Whereas|THIS|This|BETWEEN|AND)[\s,]+", "", name)
    return dotted(tidy(name), name)


def _from_definitions(text: str) -> list[_Draft]:
    """Definitions: "Supplier" means Acme, Inc."""
    drafts: list[_Draft] = []
    for m in _DEFINED.finditer(text[:_HEAD]):
        name, a, b = leading_name(m.group("rest"))
        label = tidy(m.group("label"))
        if name and is_name(name) and has_legal_form(name) and _fits(label):
            drafts.append(_Draft(name, m.start("rest") + a, m.start("rest") + b, defined=[label]))
    return _merge(drafts)[:4]


def _from_cover(text: str) -> list[_Draft]:
    """Lines near the start that are a name in full: ACME, INC."""
    drafts: list[_Draft] = []
    for m in re.finditer(r"^[ \t]*(?:(?:between|by and between|and|AND|BETWEEN)\s+)?([A-Z0-9][^\n:;]{3,90}?)[ \t]*$", text[:4_000], re.M):
        name = dotted(tidy(m.group(1)), m.group(1))
        if has_legal_form(name) and is_name(name) and name == leading_name(name)[0]:
            drafts.append(_Draft(name, m.start(1), m.end(1)))
    return _merge(drafts)[:2]


def _from_signatures(text: str) -> list[_Draft]:
    drafts: list[_Draft] = []
    signing = None
    for signing in _SIGNING.finditer(text):
        pass
    start = signing.start() if signing else max(0, len(text) - 4_000)
    for m in _SIGNATURE.finditer(text[start : start + 6_000]):
        last = re.split(r"\s{3,}|\.\s+(?=[A-Z]{3})|\d{4}\.?\s", m.group("name"))[-1]
        name = dotted(tidy(last), last)
        if has_legal_form(name) and is_name(name) and len(name) < 70:
            drafts.append(_Draft(name, start + m.start("name"), start + m.end("name")))
    return _merge(drafts)[:3]


def _from_role_words(text: str, drafts: list[_Draft]) -> list[_Draft]:
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
    return [_Draft(best, at, at + len(best), defined=[best])] if best else []


def _complete(draft: _Draft, text: str) -> None:
    """Look for the full legal name where the preamble gives a short one only."""
    name = draft.name
    if has_legal_form(name) or BLANK.match(name) or is_person(name) or len(name) < 4 or name.lower().replace(" ", "-") in DISTRIBUTOR_WORDS | SUPPLIER_WORDS:
        return
    full = re.search(rf"(?<!\w)(?i:{re.escape(name)})(?:[ \t]+[A-Z][\w.&-]*){{0,4}}(?:,[ \t]*|[ \t]+){LEGAL_FORM}(?!\w)\.?", text)
    if full and not re.search(r"(?i)agreement|between", full.group()):
        draft.name = " ".join(full.group().split())


def squeeze(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _finish(draft: _Draft, drafts: list[_Draft], text: str) -> Party:
    """Add safe short forms and put the commonest word first."""
    others = [d for d in drafts if d is not draft]
    taken = {a.lower() for d in others for a in d.defined}
    forms: list[str] = [w for w in draft.defined]
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


def _short_forms(name: str, others: list[_Draft], text: str) -> Iterator[str]:
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
