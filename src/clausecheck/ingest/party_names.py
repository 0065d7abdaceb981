"""What names of parties look like in running text: where one ends, its legal form, and its safe short forms."""

from __future__ import annotations

import re

LEGAL_FORM = (
    r"(?:Inc(?:orporated)?|INC(?:ORPORATED)?|L\.?L\.?C|Ltda|Ltd|LTD|Limited|LIMITED|Corp(?:oration)?|CORP(?:ORATION)?"
    r"|Co(?=[.,]?\s*,?\s*(?:Ltd|LTD|Limited|LIMITED|Inc|INC|LLC|KG))|Co\.|CO\.|Co\b(?!-)|Company"
    r"|COMPANY|L\.?L\.?P|L\.?P|P\.?L\.?C|plc"
    r"|GmbH|GMBH|KGaA|KG|AG|A\.G|SE|S\.?A\.?R\.?L|S\.?A\.?S|S\.A|SA|S\.?R\.?L|S\.?r\.?l|B\.?V"
    r"|N\.?V(?!\.?\s+\d{5})|Pty|PTY|Pte|PTE|K\.?K|AB|A/S|ApS|ASA"
    r"|Oyj?|S\.?p\.?A|S\.?P\.?A|Sdn\.?\s+Bhd|Bhd|Pvt|PVT|P\.?C|N\.?A|Kabushiki\s+Kaisha|Trust"
    r"|TRUST|Bank|BANK|University|UNIVERSITY"
    r"|Foundation|FOUNDATION|Association|ASSOCIATION|Partnership|PARTNERSHIP)"
)
_LEGAL_END = re.compile(rf"(?:[\s,(]|(?<=\w)\s)(?:{LEGAL_FORM})(?![\w])\.?\)?")
_STRONG = re.compile(r"\b(?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|S\.A|GmbH|Corp|B\.V|N\.V|PLC|plc)\b")
_GOES_ON = re.compile(r"\s*(?:&|and\s+Co|of\s+[A-Z]|\()")
_PLACE = re.compile(r"\s*(?:\([A-Z][\w. ]{1,20}\)\s*)+(?=(?:\s*[A-Z][\w&-]*[\s,]+){0,5}" + LEGAL_FORM + r"(?!\w))")
_LEGAL_TAIL = re.compile(rf"(?:[\s,]+\(?{LEGAL_FORM}\.?\)?)+\.?$")
_MORE_LEGAL = re.compile(rf"[\s,]+{LEGAL_FORM}(?![\w])\.?")

# What follows a name: who or where it is.
_STOP = re.compile(
    r"""\s*(?:
      ,?\s+(?:an?|the|one)\s+(?:[\w.&'-]+\s+){0,7}?(?:corporation|company|partnership|limited|individual|association|trust|person|LLC
            |bank|entity|firm|resident|citizen|proprietorship|organi[sz]ation|university|institution|foundation|subsidiary|division|society
            |club|Corporation|Company|Limited|Partnership|Individual|CORPORATION|COMPANY|LIMITED|body|statutory|agency|public|private|business
            |joint|professional|national|federal|legal|duly|INDIVIDUAL)\b
    | ,?\s+an?\s+[A-Z]
    | ,\s+an?\s
    | ,?\s+(?:having|whose|with\s+(?:its|his|her|an?|offices?|principal|registered|headquarters|place|the\s+address
         |business|address)|
         located|organi[sz]ed|incorporated|existing|formed|represented|acting|registered|established|residing|duly|hereinafter|hereafter|
         hereby|herein|which|who|whereby|wherein|through\s+its|in\s+its|on\s+behalf|for\s+itself|for\s+and|as\s+(?:licensor|licensee|seller|buyer|
         purchaser|agent|of|the|amended|co)|together|collectively|doing|trading|formerly|is\s|are\s|was\s|agree|desire|wish|pursuant|under|
         dated|effective|of\s+\d|of\s+the\s+(?:one|other|first|second)|at\s+\d|at\s+[A-Z]|and\s+(?:its|his|her|their|all|any)\s|for\s+the|to\s+be|jointly|severally|
         from\s+time|named\s|identified\s|domiciled|headquartered|based|carrying|relating|regarding|concerning|entered|authori[sz]es|appoints|
         shall\s|will\s|may\s|has\s|have\s|had\s|(?:address|Address|ADDRESS|Tel|Fax|Attn|Attention|Registration)\b)
    | (?:,\s*|\s+)\(?(?:d/?b/?a|D/?B/?A|d\.b\.a|f/?k/?a|F/?K/?A|a/?k/?a|A/?K/?A|a\.k\.a|t/a|n/k/a|f/s/o)\b
    | ,?\s+(?:also\s+known|previously|successor)
    | ,\s*(?:No\.?\s*)?\d
    | ,\s+(?:P\.?\s?O\.?\s+Box|Suite|Registration|registration|registered|[Cc]ompany\s+[Nn]
         |Delaware|California|New\s+York
         |Israel|China|Japan|Canada|England|Nevada|Florida|Texas)
    | \s+-\s | \s+-- | [ \t]{4,}(?=\S) | \s+\d{3,}\s+[A-Z\d]
    | \s+(?:Party|PARTY)\s+[A-D1-4]\b
    | ;|:|\n\s*\n|\[(?!\w*\]?\s*\w)|"|\(
    )""",
    re.X,
)
_ALSO = re.compile(
    r"(?<![\w])\(?(?:d/?b/?a|d\.b\.a\.?|f/?k/?a|a/?k/?a|a\.k\.a\.?|n/k/a|t/a|doing\s+business"
    r"\s+as|trading\s+as|(?:also|formerly|previously|now)\s+known\s+as|formerly)\b"
    r"[\s:\"']+(?P<name>[A-Z0-9][^,;()\"\n]{1,60}?)(?=\s*(?:[,;()\"\n]|$|\s(?:an?|having|with|whose|and|located)\s))",
    re.I,
)
_JUNK = re.compile(
    r"""^(?:[\s,;:.'"*\-–—)>●•▪■◦·]+|(?:and|AND|And|by|between|BETWEEN|Between|among|with|each\s+of|either|both|the\s+following(?:\s+parties)?|
    on\s+(?:the\s+)?(?:one|other|first|second)\s+(?:hand|part)|of\s+the\s+(?:first|second|third|one|other)\s+part|parties|the\s+undersigned,?|
    (?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+\d{4},?|
    hereinafter|witnesseth|WITNESSETH|Parties\s+to\s+this\s+agreement|Messrs\.?|M/s\.?|collectively|together|as\s+of|
    (?:Party|PARTY)\s+(?:A|B|C|1|2)\s*[:.])(?=[\s,:;])|the\s+(?=[A-Z])|
    \(?(?:\d{1,2}|[ivxIVX]{1,4}|[a-dA-D])[.)]\s)+""",
    re.X,
)
BLANK = re.compile(r"(?:_[\s_]{2,}|\[[\s_*•●.]*\]|X{4,}|\.{5,}|\*{3,})")
_PERSONAL = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]*){1,4}$")
_SPACE = re.compile(r"\s+")

# Words that start many names and mean no party when they stand alone.
GENERIC = frozenset(
    """general american national international global united world first new the american pacific atlantic european
    advanced applied digital electronic medical health healthcare energy power data network networks systems
    system software technology technologies financial capital consumer products product services service group
    holdings holding industries north south east west northern southern eastern western central us usa u.s.
    china japan india canada german british corporation company inc ltd limited trust bank university
    foundation association partnership premier universal standard home life sales marketing management media
    internet online research business industrial commercial royal city state federal public beijing shanghai
    shenzhen hong california texas florida delaware party customer distributor reseller supplier agent
    licensee licensor vendor manufacturer dealer seller buyer client affiliate parent ontario london paris
    israel korea taiwan mexico brazil food fresh best smart green blue red white black gold silver total
    direct integrated innovative premium professional security safety clean solar water oil gas air auto motor
    sports entertainment music film video education learning development design creative strategic integrity
    star sun ocean""".split()
)


def tidy(name: str) -> str:
    """One line, without commas or brackets hanging over its ends."""
    name = _SPACE.sub(" ", name).strip(" \t\n,;:.-–—\"'*<>")
    if name.count("(") != name.count(")"):
        name = name.strip("() ")
    return name


def dotted(name: str, raw: str) -> str:
    """The name with the full stop of its abbreviated legal form, which tidying took away: "Acme, Inc."."""
    short = re.search(r"\b(?:Inc|INC|Corp|CORP|Ltd|LTD|Co|CO|\w\.\w(?:\.\w)?|Bhd|Ltda)$", name)
    return f"{name}." if short and raw.rstrip(" ,;:\n\t").endswith(".") else name


def leading_name(chunk: str) -> tuple[str, int, int]:
    """The name at the head of a piece of a preamble, with its start and end in the piece; "" where none stands."""
    junk = _JUNK.match(chunk)
    start = junk.end() if junk else 0
    blank = BLANK.match(chunk, start)
    if blank:
        return blank.group().strip(), start, blank.end()
    chunk = chunk[: start + 300]  # names are short; long runs of blanks must not cost time
    stop = _STOP.search(chunk, start + 1)
    end = stop.start() if stop else len(chunk)
    # A bracket inside a name: "Acme Trading (Shanghai) Co Ltd".
    if stop and stop.group().strip() == "(":
        inner = _PLACE.match(chunk, end)
        if inner:
            after = _STOP.search(chunk, inner.end())
            end = after.start() if after else len(chunk)
    # "Acme, Inc., Springfield" ends with its legal form.
    legal = None
    for found in _LEGAL_END.finditer(chunk, start, end + 1):
        legal = found
        more = _MORE_LEGAL.match(chunk, found.end())
        cut = found.end()
        while more:
            cut = more.end()
            more = _MORE_LEGAL.match(chunk, cut)
        if (
            chunk[cut : cut + 1] == ","
            or cut >= end
            or (_STRONG.search(found.group()) and not _GOES_ON.match(chunk, cut))
        ):
            end = min(end, cut)
            break
    if legal and end < legal.end() <= end + 8:
        end = legal.end()
    # A legal form cut off by its own comma: "Acme, Inc., a Delaware corporation".
    more = _MORE_LEGAL.match(chunk, end)
    while more:
        end = more.end()
        more = _MORE_LEGAL.match(chunk, end)
    raw = chunk[start:end]
    return dotted(tidy(raw), raw), start, end


_CONNECTOR = frozenset("of and the for de la du der und & y e van von di da del des et in at on".split())
_NO_NAME = re.compile(
    r"(?:Exhibit|EXHIBIT|Page|PAGE|Source|You|Your|We|Our|To|Such|All|Each|Any|This|THIS|Whereas"
    r"|WHEREAS|Now|In|As|If|For|Effective|During|Notwithstanding"
    r"|Section|Article|Upon|Subject|Except|Other|Party|Parties|January|February|March|April"
    r"|May|June|July|August|September|October|November|December"
    r"|Address|Introduction|Accounts?|Bank\s+account|Agreement|Amendment|Definitions?|DEFINITIONS?|Attention"
    r"|Date|Dated|DATED|Attachment|Annex|Appendix|Schedule|Company['’]s)\b(?!\s+(?:of\s+)?[A-Z][\w.]*(?:,?\s+[A-Z][\w.]*)*,?\s+"
    + LEGAL_FORM
    + r")|The\s+(?:Parties|Agreement)\b"
)


def is_name(name: str) -> bool:
    """Whether a piece of text can be the name of a party."""
    if BLANK.match(name):
        return True
    words = name.split()
    if not 2 <= len(name) <= 110 or len(words) > 14 or not re.search(r"[^\W\d_]{2}", name) or _NO_NAME.match(name):
        return False
    if "and the" in name or re.search(r"\d+%", name) or re.fullmatch(LEGAL_FORM + r"\.?", name):
        return False
    plain = [w for w in words[1:] if w[0].islower() and w.lower() not in _CONNECTOR]
    if not (name[0].isupper() or name[0].isdigit()):
        return bool(re.match(r"[a-z]+[A-Z]|[a-z][\w.]*,?\s+(?:Inc|LLC|Corp|Ltd|S\.)", name))
    return len(plain) <= (2 if has_legal_form(name) else 0) and (name[0].isupper() or has_legal_form(name))


def has_legal_form(name: str) -> bool:
    return bool(_LEGAL_END.search(" " + name))


def trade_name(name: str) -> str:
    """The name without its legal form: "Acme Trading" for "Acme Trading Co., Ltd."."""
    bare = re.sub(r"[\s,]+GmbH\s*&\s*Co\.?,?\s*(?:KG|KGaA|OHG)?\.?$", "", name)
    return tidy(_LEGAL_TAIL.sub("", bare)) or name


def other_names(chunk: str) -> tuple[str, ...]:
    """Names after "d/b/a", "f/k/a", "trading as", "formerly known as"."""
    return tuple(tidy(m.group("name")) for m in _ALSO.finditer(chunk))


def initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[A-Za-z]\w*", trade_name(name)) if w[0].isupper())


def is_person(name: str) -> bool:
    return bool(_PERSONAL.match(name)) and not has_legal_form(name)


def mentions(text: str, form: str) -> list[int]:
    """Where a word stands in the text by itself, as written."""
    places: list[int] = []
    if not form:
        return places
    size = len(form)
    at = text.find(form)
    while at >= 0:
        end = at + size
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            places.append(at)
        at = text.find(form, end)
    return places
