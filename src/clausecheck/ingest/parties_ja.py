"""Parties of Japanese contracts: 「○○株式会社（以下「甲」という。）と…」."""

from __future__ import annotations

import re

from clausecheck.model.document import Party
from clausecheck.model.location import Span

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_ALIAS = re.compile(
    r"[(\uff08]\s*(?:以下|以後)\s*[、,]?\s*(?:単に|総称して)?\s*[「『\"]?(?P<alias>[^」』\"()\uff08\uff09、。\s]{1,20}?)[」』\"]?"
    r"\s*と(?:いう|する|称する|呼ぶ|略す)[^()\uff08\uff09]{0,10}[)\uff09]"
    r"|[、,]\s*以下\s*[、,]?\s*[「『](?P<bare>[^」』]{1,20})[」』]\s*と(?:いう|する|称する)"
)
_LABELLED = re.compile(
    r"^[ \t\u3000]*[(\uff08]?(?P<alias>甲|乙|丙|丁|売主|買主|供給者|販売店|代理店|本部)[)\uff09]?"
    r"\s*(?:[:\uff1a]|[ \u3000]{1,})\s*(?P<name>[^\n]{2,60})$",
    re.M,
)
_SIGN = re.compile(r"[(\uff08](?P<alias>[甲乙丙丁])[)\uff09]\s*(?P<name>[^\n]{2,40})")
_BEFORE = re.compile(
    r"(?P<name>[^\s、。,()\uff08\uff09「」『』\n]{1,40}"
    r"(?:[ \u3000](?=[^\s、。]{1,20}$)[^\s、。,()\uff08\uff09「」]{1,20})?)"
    r"\s*$"
)
_COMPANY = re.compile(r"(?:株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|財団法人)")
_NOT_A_PARTY = re.compile(
    r"本契約|本商品|本製品|本件|製品|商品|契約|当事者|両当事者|本地域|販売地域|本覚書|テリトリー|商標|個別契約"
)


def is_japanese(text: str) -> bool:
    """Whether the contract is written in Japanese: kana make a real part of its first letters."""
    head = text[:6_000]
    return len(_KANA.findall(head)) > 0.08 * max(1, len(head))


def find_parties(text: str) -> tuple[Party, ...]:
    """The parties, each with the letters or words the contract gives it (甲, 乙, 販売店)."""
    head = text[:8_000]
    parties: list[Party] = []
    for m in _ALIAS.finditer(head):
        alias = m.group("alias") or m.group("bare")
        if _NOT_A_PARTY.search(alias):
            continue
        before = _BEFORE.search(head[max(0, m.start() - 70) : m.start()])
        name = _clean(before.group("name")) if before else ""
        start = m.start() - len(name)
        if alias not in {a for p in parties for a in p.aliases}:
            parties.append(_party(name or alias, alias, Span(max(0, start), m.start()), text))
    if len(parties) < 2:
        for pattern in (_LABELLED, _SIGN):
            for m in pattern.finditer(text):
                alias = m.group("alias")
                if alias not in {a for p in parties for a in p.aliases}:
                    parties.append(_party(m.group("name").strip(), alias, Span(m.start("name"), m.end("name")), text))
    if len(parties) < 2:
        for alias in "甲乙":
            if text.count(alias) > 3 and alias not in {a for p in parties for a in p.aliases}:
                at = text.find(alias)
                parties.append(Party(alias, (alias,), Span(at, at + 1)))
    return tuple(parties)


def _clean(name: str) -> str:
    """Without the words that join it to the party before: 「…と△△株式会社」."""
    joined = re.match(
        r"^(?:.*?(?:という。?|とする)[)\uff09]?)?(?:と|及び|並びに|および)(?=.*" + _COMPANY.pattern + ")(.+)$", name
    )
    return (joined.group(1) if joined else name).strip(" \u3000と") or name


def _party(name: str, alias: str, span: Span, text: str) -> Party:
    short = _COMPANY.sub("", name).strip()
    aliases = [alias]
    if short and short != name and short not in aliases and text.count(short) > 1:
        aliases.append(short)
    return Party(name, tuple(aliases), span)
