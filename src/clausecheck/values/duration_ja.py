"""Lengths of time in Japanese: 5年間, 六十箇月, 1年6カ月, 30営業日, 半年, 期間の定めはない, 直ちに."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.model.location import Span
from clausecheck.model.value import Duration, DurationKind
from clausecheck.text.numbers import BLANK, JAPANESE, REDACTED, kanji
from clausecheck.values.qualifier import qualifier
from clausecheck.values.scan import Source

_MONTH = r"(?:[かヶヵカケ箇個ヵ]\s?月)"
_NUMBER = rf"(?P<number>{JAPANESE}|{BLANK}|{REDACTED}|[ \u3000]{{1,6}}(?=(?:[かヶカヵケ箇個]|年間)))"
_LENGTH = re.compile(
    rf"(?<![第令和成昭正治RHS0-9.])(?<!毎)(?P<full>満|丸|向こう)?{_NUMBER}\s?"
    rf"(?:(?P<years>[かヶカヵケ箇個]年|連続?(?:する)?(?:契約|事業|会計|営業)年度|(?:契約|事業|会計|営業)年度|年(?!度|目|前半|後半"
    rf"|(?:\s?{JAPANESE}\s?月(?!間))|\s?月|[ _●]))"
    rf"(?:(?P<half>半)|(?P<extra>{JAPANESE}){_MONTH})?"
    rf"|(?P<months>{_MONTH}|月間(?=の|と|を|で|、|。|$)|月(?=前までに))"
    r"|(?P<quarters>四半期)|(?P<weeks>週間?)|(?P<hours>時間)|(?P<business>営業日|銀行営業日|就業日|稼働日)"
    r"|(?P<days>暦日|日(?=間|以内|以上|前|後|を|の|経過|\(|が|とする|$|分)))間?",
)
_ANCHORS = ("年", "月", "日", "週", "時間", "四半期")
_HALF_YEAR = re.compile(r"半年間?")
_DATE_BEFORE = re.compile(r"月\s?\Z|月末日?\Z")
_KINDS: tuple[tuple[re.Pattern[str], tuple[str, ...], DurationKind, str], ...] = (
    (
        re.compile(
            r"期間の定め(?:は|が)?(?:ない|なく|無い|なし|無し|設けない)|無期限|期限の定め(?:は|が)?(?:ない|なし)"
        ),
        ("の定め", "無期限"),
        "indefinite",
        "",
    ),
    (re.compile(r"永久(?:に|的)?|永続的|半永久"), ("永",), "perpetual", ""),
    (re.compile(r"相当(?:の|な)期間(?:を定めて(?:書面により)?催告)?"), ("相当",), "unspecified", ""),
    (
        re.compile(r"遅滞なく|速やかに|すみやかに|合理的な期間"),
        ("遅滞なく", "やかに", "合理的な期間"),
        "unspecified",
        "",
    ),
    (
        re.compile(r"(?:本?基本契約|[^\s。、]{1,20}契約)の有効期間と同(?:一|じ)(?:とする)?"),
        ("の有効期間と同",),
        "coterminous",
        "",
    ),
)
_AT_ONCE = re.compile(r"直ちに|ただちに|即時に?|何らの催告(?:を要せず|なし)")
_WINDOW = re.compile(rf"(?:から|より)\s?(?P<number>{JAPANESE})\s?(?P<unit>{_MONTH}|日|週間)前まで")
_CURE_BEFORE = re.compile(r"(?:催告|是正|治癒|通知(?:を受け|受領)).{0,25}\Z")
_CURE_AFTER = re.compile(r"間?以内に.{0,20}(?:是正|治癒|履行し)|の(?:是正|治癒)期間")
_TAIL_BEFORE = re.compile(r"(?:終了|満了|解除|解約)(?:後|の後|の日から|日から|した日から|から)\s?\Z")
_NOTICE_AFTER = re.compile(r"間?\s?(?:前|の(?:書面による)?(?:事前)?(?:の)?(?:予告|通知))")


def japanese_durations(source: Source) -> list[Duration]:
    """Every length of time said in Japanese."""
    found = [
        duration
        for match in source.search(_LENGTH, _ANCHORS, 24, 16)
        if (duration := _length(source, match)) is not None
    ]
    for match in source.search(_HALF_YEAR, ("半年",), 2, 4):
        if source.text[match.start() - 1 : match.start()] != "上":
            found.append(Duration(Span(*match.span()), months=6.0, unit="years", amount=0.5))
    for pattern, anchors, kind, note in _KINDS:
        for match in source.search(pattern, anchors, 24, 20):
            cure = match[0].startswith("相当") and (
                "催告" in match[0] or "催告" in source.text[match.end() : match.end() + 12]
            )
            found.append(Duration(Span(*match.span()), kind=kind, note=note, role="cure" if cure else ""))
    for match in source.search(_AT_ONCE, ("直ちに", "ただちに", "即時", "何らの催告"), 1, 12):
        found.append(Duration(Span(*match.span()), unit="days", amount=0.0))
    return found


def _length(source: Source, match: re.Match[str]) -> Duration | None:
    text, start, end = source.text, match.start(), match.end()
    unit = match.lastgroup if match.lastgroup not in ("half", "extra") else "years"
    number = kanji(match["number"]) if match["number"].strip() else None
    head, rest = text[max(0, start - 40) : start], text[end : end + 40]
    if number is None:
        state: DurationKind = "redacted" if "*" in match["number"] else "blank"
        return Duration(Span(start, end), kind=state, unit=unit or "")
    if unit == "years" and (number > 150 or rest.startswith("度")):
        return None
    if unit in ("days", "business") and _DATE_BEFORE.search(head):
        return None
    said = match["years"] or ""
    note = "consecutive" if "連" in said or re.match(r"\s?連続", rest) else ""
    name = {"business": "business days"}.get(unit or "", unit or "")
    if "年度" in said:
        name = "fiscal years" if "契約" not in said else "contract years"
    months = {"years": 12.0, "months": 1.0, "quarters": 3.0}.get(unit or "", 0.0) * number
    if match["half"]:
        months += 6.0
    if match["extra"]:
        months += kanji(match["extra"]) or 0.0
    duration = Duration(
        Span(start, end),
        months=months,
        days={"days": number, "business": number, "weeks": 7 * number, "hours": number / 24}.get(unit or "", 0.0),
        hours=number if unit == "hours" else None,
        business=unit == "business",
        unit=name,
        amount=number if not (match["half"] or match["extra"]) else None,
        qualifier=qualifier(text, start, end),
        note=note,
    )
    if rest.startswith("前") and (window := _WINDOW.match(text, end + 1, end + 30)):
        low = kanji(window["number"]) or 0.0
        share = low / number if number else 0.0
        return replace(
            duration,
            span=Span(start, window.end()),
            months=duration.months * share,
            days=duration.days * share,
            amount=low,
            window=(low, number),
            role="notice",
            note="window",
        )
    if _CURE_AFTER.match(rest) or _CURE_BEFORE.search(head):
        return replace(duration, role="cure")
    if _TAIL_BEFORE.search(head):
        return replace(duration, role="tail")
    if _NOTICE_AFTER.match(rest):
        return replace(duration, role="notice")
    return duration
