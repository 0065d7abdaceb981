"""Where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?。！？][.!?]*[\"')\]」』]{0,4}")
_COMPANY = frozenset(
    "inc ltd corp co llc lp llp plc gmbh sa ag nv bv pty pte bros assoc dept univ est jr sr etc al ph.d esq".split()
)
_NEVER = frozenset(
    "no nos sec secs art arts par para paras cl ex exh sched app fig vol ed eds cf vs v mr mrs ms dr prof st "
    "mt ft hon rev gen "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx min max tel fax attn ref pp pg incl excl viz cont "
    "messrs ave blvd rd "
    "ste bldg i.e e.g".split()
)
_STARTERS = frozenset(
    "The This These Those That Such Any All Each Every Either Neither No None If In It Its At As For From Upon "
    "Unless Until "
    "Notwithstanding Except Subject Where When Within During After Before With Without Both Nothing Should To "
    "There Their They "
    "We You Your Our An A By On Once Other Provided However Further Furthermore Moreover Accordingly Company "
    "Distributor Supplier "
    "Reseller Licensee Licensor Buyer Seller Party Parties Agent Manufacturer Customer".split()
)
_NAMED = re.compile(
    r"\b(?:exhibit|schedule|annex|appendix|attachment|section|part|class|series|party|article|phase|tier|option"
    r"|table|form|vitamin|hepatitis|type)\s+\S+$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[A-Z][A-Za-z]*[\s,]|\([a-z]\)\s")
_LABEL = re.compile(r"\s*\([a-z]{1,4}\)\s")
_NEXT = re.compile(r"\s*([\"'(\[“]*)(\S[\w'-]*)")
_ALIAS = re.compile(r"\s*\((?:the\s+|each\s+|hereinafter\s+|collectively\s*,?\s+)*\"")
_NUMERAL = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[A-Za-z])\.?$")


def stops(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in [start, end) right after each full stop that ends a sentence."""
    last = start
    for match in _STOP.finditer(text, start, end):
        at = match.end()
        if at >= end:
            return
        stop, touching = match.group(), text[at]
        if stop[0] in "。！？":
            if len(stop) > 1 and touching != "\n":
                continue  # 「以下「甲」という。)」 stands inside a sentence
            if not text[at:end].strip():
                return
        elif touching.isspace():
            follow = _NEXT.match(text, at, end)
            if follow is None:
                return
            word = follow.group(2)
            if word[0].islower() and not _LABEL.match(text, at, end):
                continue
            if "(" in follow[1] and _ALIAS.match(text, at, end):
                continue
            if stop[0] == "." and not _ends(text, last, match.start(), stop, word):
                continue
        elif stop != "." or not _glued(text, match.start(), end):
            continue
        yield at
        last = at


def _glued(text: str, dot: int, end: int) -> bool:
    """Whether a full stop without a space after it ends a sentence: "… the Products.The price …"."""
    before = text[dot - 3 : dot]
    return len(before) == 3 and before.isalpha() and before.islower() and _GLUED.match(text, dot + 1, end) is not None


def _ends(text: str, last: int, dot: int, stop: str, word: str) -> bool:
    before = text[max(last, dot - 40) : dot]
    token = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
    if not token:
        return True
    if not text[last : dot - len(token)].strip() and _NUMERAL.match(token):
        return False
    token = token.lstrip("(\"'[")
    if len(stop) > 1 and stop[1] != ".":
        return True
    small = token.lower()
    if small in _NEVER:
        return word in _STARTERS and small not in {"no", "nos", "sec", "mr", "mrs", "ms", "dr", "e.g", "i.e"}
    if small in _COMPANY:
        return word in _STARTERS
    if len(token) == 1 and token.isalpha() and token.isupper():
        return word in _STARTERS or _NAMED.search(text, max(last, dot - 40), dot) is not None
    if "." in token and re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", token):
        return word in _STARTERS
    return True
