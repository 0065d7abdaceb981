"""Words that a preamble gives to a party: ("Company"), (hereinafter "A" or the "B"), hereinafter called Dealer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.ingest.party_names import tidy

_QUOTED = re.compile(
    r"""["“”„]\s*(?:the\s+)?(?P<a>[^"“”„()\n]{1,60}?)\s*,?\s*(?:["“”„]|''|(?=\)))
      | (?<![\w])['‘`]{1,2}(?:the\s+)?(?P<b>[A-Z][^'‘’`"()\n]{1,40}?),?\s*['’]{1,2}(?!\w)""",
    re.X,
)
_UNQUOTED = re.compile(
    r"""(?:\(\s{0,20})?\b(?:here(?:in)?after|herein)[\s,]+(?:(?:jointly|collectively|individually|also|sometimes|simply|be|is|are|shall\s+be|may\s+be)[\s,]+)*
        (?:(?:referred\s+to|called|known|designated|styled|identified|defined|described)\s+)?(?:(?:to\s+)?as[\s:,]+)?(?:the\s+)?\(?\s*
        (?P<c>[A-Z][\w&.'-]*(?:\s+[A-Z][\w&.'-]*){0,3})\s*(?=[),;.]|\s+(?:and|AND|of|on|with|having|whose)\b|\s*[—–]|\s+-|\n)
      | \(\s*(?:the|The|THE)\s+(?P<d>[A-Z][\w&'-]*(?:\s+[A-Z][\w&'-]*){0,2})\s*\)
      | \(\s*(?P<e>[A-Z][\w&-]{1,24})\s*\)
        (?!,?\s+(?:Co|Ltd|Inc|LLC|Pte|Pty|Limited|Corp|GmbH|[A-Z]\w+\s+(?:Co|Ltd|Inc|LLC))\b)""",
    re.X,
)
# What makes a quoted word the head of a definition: "We," "us" and "our" refer to …
_MEANT = re.compile(
    r"""(?:[\s,]*(?:(?:and|or)\s+)?["“][\w ]{1,30}[,.]?["”]){0,4}\s+(?:shall\s+|will\s+)?(?:means?|refers?)\b""", re.I
)
# Quoted words of a preamble that name no party.
NOT_A_PARTY = re.compile(
    r"""(?:this\s+|the\s+)?(?:.*\b(?:agreement|contract|amendment|addendum|date|term|effective|parties|party|territory|products?|services?|schedules?
    |exhibits?|annex|plan|subsidiar\w+|deed|certificate|statement|shares|securities|act|code|business|program|project
    |website|site|trademarks?|marks|licen[sc]e|property|technology|software|field|letter|closing|premises|facility|equipment|system)
    |(?:.*\b)?(?:board|stock|notes?|notice|indenture|content|materials?|internet|capitali[sz]ation|offering|prospectus|fees?|events?|attachments?|terms|components?
    |charges|price|prices|royalt\w+|patents?|patent\s+rights|know-how|marks|assets|documents?|documentation|work|works|purpose|effective|list|forms?|group\s+of|period|notices|revenues?|specifications?|approved\s+\w+|\w+\s+location|locations?|restaurants?|control|interest|person|participants?|subscribers?|dispute|costs?
    |receivable|employees|contracts?|purchase\s+order|u\.?s\.?a?\.?|usa|prc|uk|eu|hong\s+kong|nasdaq|nasd|fda|irs)
    |(?:its\s+|their\s+)?affiliates|me|my|it|its|they|them|their|ipa|sow|msa|deal|transaction|commission|sec|execution|signing|confidential|acceptance|acceptance\s+test(?:ing|s)?
    |(?:.*\b)?(?:(?:confidential|proprietary)\s+information|orders?|meetings?|units?|options?|warrants?|laws?|committee|subcommittee|policy|policies
    |reports?|messages|trials?|deliverables?|bandwidth))\W*""",
    re.I | re.X | re.S,
)


def alias_definitions(region: str, text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Places that give words to a party, in order: start, end, words ([] where the words name no party)."""
    places: list[tuple[int, int, list[str]]] = []
    for m in _QUOTED.finditer(region):
        word = tidy(m.group("a") or m.group("b") or "")
        begin = _opening(region, m.start())
        places.append((begin, m.end(), [word] if is_alias(word) and not _MEANT.match(region, m.end()) else []))
    for m in _UNQUOTED.finditer(region):
        word = tidy(m.group("c") or m.group("d") or m.group("e") or "")
        if any(a <= m.end() and m.start() <= b for a, b, _ in places):
            continue
        if m.group("e") and text.count(m.group("e")) - text.count(f"({m.group('e')})") < 4:
            continue
        places.append((m.start(), m.end(), [word] if is_alias(word) else []))
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


def is_alias(word: str) -> bool:
    return (
        bool(word)
        and len(word) <= 50
        and not NOT_A_PARTY.fullmatch(word)
        and bool(re.search(r"\w", word))
        and (
            word[0].isupper()
            or word[0].isdigit()
            or word in ("you", "we", "us")
            or bool(re.match(r"[a-z]+[A-Z.-]\w", word))
        )
    )
