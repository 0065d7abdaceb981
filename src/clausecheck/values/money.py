"""Amounts of money: "US$1,200,000", "Eighty Million Japanese Yen (JPY80,000,000)", 1億2,000万円, table cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausecheck.model.location import Span
from clausecheck.model.value import Money
from clausecheck.text.numbers import BLANK, GROUPED, JAPANESE, REDACTED, WORDS, digits, kanji, spelled
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Near, Source, prepare, settle

_CODES = (
    "USD EUR GBP JPY CHF KRW RMB CNY CAD AUD SGD HKD INR TWD NTD THB SEK NOK DKK NZD MYR IDR PHP VND "
    "BRL MXN ZAR AED SAR ILS RUB PLN CZK HUF TRY"
).split()
_SYMBOLS = {
    "us$": "USD", "$us": "USD", "u.s.$": "USD", "u.s. $": "USD", "us $": "USD", "c$": "CAD", "ca$": "CAD",
    "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "nz$": "NZD", "$": "USD?",
    "€": "EUR", "£": "GBP", "cn¥": "CNY", "jp¥": "JPY", "¥": "JPY|CNY",
    "₩": "KRW", "₹": "INR", "rs.": "INR", "sfr.": "CHF",
}  # fmt: skip
_NAMES = (
    (r"(?:u\.?s\.?|united\sstates|american)\s?dollars?", "USD"), (r"canadian\s?dollars?", "CAD"),
    (r"australian\s?dollars?", "AUD"), (r"singapore\s?dollars?", "SGD"), (r"hong\s?kong\s?dollars?", "HKD"),
    (r"dollars?(?:\s{1,2}(?:u\.?s\.?|usd))?", "USD?"), (r"euros?", "EUR"), (r"(?:japanese\s?)?yen", "JPY"),
    (r"(?:british\s?)?pounds?(?:\ssterling)?", "GBP"), (r"swiss\s?francs?", "CHF"), (r"(?:korean\s?)?won", "KRW"),
    (r"(?:chinese\s?)?(?:yuan|renminbi)", "CNY"), (r"rupees?", "INR"),
)  # fmt: skip
_SAME = {"RMB": "CNY", "NTD": "TWD"}
_SYMBOL = (
    r"(?:\$\s?u\.?s\.?(?![a-z])|(?:u\.?s\.?|ca|cdn|au|hk|nt|nz|cn|jp|(?<![a-z])[cas])\s?[$¥]|[$€£¥₩₹]"
    r"|(?<![a-z])(?:rs|sfr)\.)"
)
_CODE = rf"(?<![a-z])(?:{'|'.join(_CODES)})(?![a-z])"
_GLUED_CODE = rf"(?<![a-z])(?:{'|'.join(_CODES)})(?=\s?[$€£¥]?\s?[\d\[_*])"
_NAME = rf"(?:{'|'.join(pattern for pattern, _ in _NAMES)})(?![a-z])"
_FIGURE = (
    rf"(?:{GROUPED}|\d{{1,3}}(?:\s\d{{3}}){{1,3}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?!\d)"
    rf"|\d{{1,12}}(?:[.,]\d{{1,4}})?|\.\d{{1,4}})"
)
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|mm|mio\.?|mil\.?|mln|bn|milliard|k|m|b)(?![a-z]))"
_MISSING = rf"(?:{BLANK}|{REDACTED})"
_FRONT = rf"(?:(?:{_GLUED_CODE}\s?{_SYMBOL}?|{_SYMBOL}(?:\s?{_CODE})?)\s{{0,12}}(?:{_FIGURE}{_SCALE}?|{_MISSING}))"
_BACK = rf"(?:(?<![\d.,])(?:{_FIGURE}{_SCALE}?|{_MISSING})\s{{0,2}}(?:{_NAME}|{_CODE}|€))"
_PLAIN_PAREN = rf"(?:{_FIGURE}{_SCALE}?|{_MISSING})"
_AMOUNT = re.compile(
    rf"(?:(?<![a-z])|(?=[$€£¥₩₹]))(?:(?P<words>{WORDS})\s{{0,2}}(?:and\s\d{{1,2}}/100\s{{0,2}}"
    rf"|and\sno/100\s{{0,2}})?(?P<name>{_NAME})?\s{{0,2}},?\s?"
    rf"\(\s{{0,2}}(?P<figures>{_FRONT}|{_BACK}|{_PLAIN_PAREN})\s{{0,2}}\)(?:\s{{0,2}}(?P<name2>{_NAME}|{_CODE}))?"
    rf"|(?P<front>{_FRONT})(?P<again>\s?{_CODE})?|(?P<back>{_BACK})"
    rf"|(?P<spoken>{WORDS}(?:\s{{0,2}}\(\s?\d{{1,3}}\s?\)\s{{0,2}}(?:million|billion|thousand))?)"
    rf"\s{{1,2}}(?P<spoken_name>{_NAME})(?:\s?\(\s?(?P<repeated>{_FRONT})\s?\))?"
    r"|(?P<empty>\$)\s{1,30}(?=(?-i:[a-z])|\)))",
    re.I,
)
_ANCHORS = (
    "$", "€", "£", "¥", "₩", "₹", "dollar", "euro", "yen", "pound", "franc", "renminbi", "yuan", "rupee", " won", "rs.",
    "sfr.", *_CODES,
)  # fmt: skip
_JAPANESE = re.compile(
    rf"(?P<gold>金)?(?P<number>{JAPANESE}|{_MISSING})\s?(?P<currency>米ドル|円|ドル|ユーロ|元(?![年])|ウォン)(?P<ya>也)?"
)
_JAPANESE_CURRENCIES = {"円": "JPY", "米ドル": "USD", "ドル": "USD?", "ユーロ": "EUR", "元": "CNY", "ウォン": "KRW"}
_MILLION = {"mm", "m", "mio", "mil", "mln", "million"}


def find_money(text: str) -> tuple[Money, ...]:
    """Every amount of money in `text`, in order, without overlaps."""
    return money_in(prepare(text))


def money_in(source: Source) -> tuple[Money, ...]:
    """The same over a prepared text."""
    found = [
        money
        for match in source.search(_AMOUNT, _ANCHORS, 90, 40, Near(after=14, slack=6))
        if (money := _money(source.text, match)) is not None
    ]
    if source.japanese:
        for match in source.search(_JAPANESE, ("円", "ドル", "ユーロ", "元", "ウォン"), 24, 4):
            value = kanji(match["number"])
            state = "redacted" if "*" in match["number"] else "blank"
            currency = _JAPANESE_CURRENCIES[match["currency"]]
            kind = qualifier(source.text, *match.span())
            if value is None:
                found.append(Money(Span(*match.span()), None, currency, "redacted" if state == "redacted" else "blank"))
            else:
                found.append(Money(Span(*match.span()), value, currency, qualifier=kind))
    return settle(found)


def _money(text: str, match: re.Match[str]) -> Money | None:
    span = Span(*match.span())
    kind = qualifier(text, span.start, span.end)
    if match["words"]:
        named = match["name"] or match["name2"] or ""
        currency = _currency(match["figures"]) or _currency(named)
        if currency == "USD?" and named:
            currency = _currency(named) or currency
        words, figures = spelled(match["words"]), _figure(match["figures"], currency)
        if not currency:
            return None
        if figures is None:
            return Money(span, words, currency, qualifier=kind)
        agree = words is None or abs(figures - words) < 1  # cents stand in the digits alone
        return Money(
            span,
            figures if agree else words,
            currency,
            qualifier=kind,
            conflict=None if agree or words is None else (words, figures),
        )
    if match["spoken"]:
        currency = _currency(match["repeated"] or "") or _currency(match["spoken_name"])
        return Money(span, spelled(match["spoken"]), currency, qualifier=kind)
    if match["empty"]:
        return Money(Span(span.start, span.start + 1), None, "USD?", "blank")
    said = match["front"] or match["back"]
    currency = _currency(said + (match["again"] or ""))
    amount = _figure(said, currency)
    if amount is None:
        return Money(span, None, currency, "redacted" if "*" in said or "redact" in said.lower() else "blank")
    return Money(span, amount, currency, qualifier=kind)


def _currency(text: str) -> str:
    """The ISO code of a text that names one currency, "USD?" and "JPY|CNY" where the sign has several owners."""
    low = text.lower()
    code = re.search(_CODE.lower() + "|" + _GLUED_CODE.lower(), low)
    if code:
        name = code[0].upper()
        return _SAME.get(name, name)
    symbol = re.search(_SYMBOL, low)
    if symbol:
        sign = re.sub(r"[.\s]", "", symbol[0]) if symbol[0][-1] in "$¥" or symbol[0][0] == "$" else symbol[0]
        return _SYMBOLS.get(sign, "USD?")
    for pattern, name in _NAMES:
        if re.search(pattern, low):
            return name
    return ""


def _figure(text: str, currency: str) -> float | None:
    figure = re.search(_FIGURE, text)
    if not figure:
        return None
    value = digits(figure[0], european=currency in ("EUR", "CHF", "DKK", "SEK", "NOK", "PLN", "BRL", "IDR"))
    scale = re.match(_SCALE, text[figure.end() :].lower())
    return None if value is None else round(value * _factor(scale[0] if scale else ""), 4)


def _factor(scale: str) -> float:
    name = scale.strip().rstrip(".")
    if name in _MILLION:
        return 1e6
    return {"thousand": 1e3, "k": 1e3, "billion": 1e9, "bn": 1e9, "b": 1e9, "milliard": 1e9, "trillion": 1e12}.get(
        name, 1.0
    )


@dataclass(frozen=True, slots=True)
class TableUnit:
    """What a table head says of its cells: the currency ("" if none) and the number to multiply each cell by."""

    currency: str
    factor: float


_HEAD_JAPANESE = re.compile(r"単位\s?[::]?\s?(?P<scale>百万|千|万|億|十億)?(?P<currency>円|米ドル|ドル|ユーロ|元)?")
_HEAD_ENGLISH = re.compile(
    rf"(?P<currency>{_CODE}|{_SYMBOL}|{_NAME})\s{{0,2}}[,(]?\s{{0,2}}(?:in\s)?(?P<scale>'?000s?(?:'?,000)?"
    rf"|k(?![a-z])|thousands?|mm?(?![a-z])|millions?|billions?|bn)?"
    rf"|in\s(?P<scale2>thousands|millions|billions)\sof\s(?P<currency2>{_CODE}|{_SYMBOL}|{_NAME})",
    re.I,
)


def table_unit(head: str) -> TableUnit | None:
    """The unit a table head such as "(単位:百万円)" or "USD '000" gives to the cells under it, or None."""
    text = prepare(head).text
    japanese = _HEAD_JAPANESE.search(text)
    if japanese:
        scale = {"": 1.0, "千": 1e3, "万": 1e4, "百万": 1e6, "億": 1e8, "十億": 1e9}[japanese["scale"] or ""]
        return TableUnit(_JAPANESE_CURRENCIES.get(japanese["currency"] or "", ""), scale)
    english = _HEAD_ENGLISH.search(text)
    if not english:
        return None
    scale_text = (english["scale"] or english["scale2"] or "").lower().strip("'").rstrip("s")
    factor = (
        1e3 if scale_text in ("000", "k") else 1e6 if scale_text in ("000,000", "000',000") else _factor(scale_text)
    )
    return TableUnit(_currency(english["currency"] or english["currency2"]), factor)


def money_in_cell(cell: str, head: str) -> Money | None:
    """The amount of a table cell under a head that names its unit; None where either says nothing of money."""
    unit = table_unit(head)
    text = prepare(cell).text
    figure = re.search(_FIGURE, text)
    if unit is None or figure is None:
        return None
    value = digits(figure[0])
    return Money(Span(*figure.span()), None if value is None else value * unit.factor, unit.currency)
