"""Roles in Japanese contracts: particles decide, never the letter. 「乙は、甲を販売店に指名し」: 乙 supplies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.model.document import Party

_CHANNEL = (
    r"(?:販売店|代理店|特約店|総代理店|取扱店|販売代理人|ディストリビューター|フランチャイジー|加盟店|販売元|再販売者)"
)
_GAP = r"[^。]{0,80}?"
# {x} is the party judged, {y} any other one.
_SUPPLIER = (
    (5, r"{x}は、?" + _GAP + r"{y}を" + _GAP + _CHANNEL + _GAP + r"(?:指定|指名|選任|任命)"),
    (
        5,
        r"{x}は、?"
        + _GAP
        + r"{y}に(?:対し|対して|対する)?"
        + _GAP
        + r"(?:販売権|販売する権利|使用権|実施権|許諾|付与)",
    ),
    (
        5,
        r"{x}(?:は、?"
        + _GAP
        + r"{y}に(?:対し)?"
        + _GAP
        + r"(?:売り渡|販売し|供給|売渡)|が製造|が輸入|が開発|の製造|の製品)",
    ),
    (4, r"{x}(?:から|より)" + _GAP + r"(?:購入|買い取|買取|仕入|買い受)"),
    (2, r"{x}は、?" + _GAP + r"(?:納入|納品|保証|価格表|研修)"),
    (5, r"{y}は、?" + _GAP + r"{x}(?:によ(?:って|り)|から)" + _GAP + _CHANNEL + _GAP + r"(?:指定|指名|選任|任命)され"),
)
_DISTRIBUTOR = (
    (5, r"{y}は、?" + _GAP + r"{x}を" + _GAP + _CHANNEL + _GAP + r"(?:指定|指名|選任|任命)"),
    (5, r"{x}は、?(?:これ|当該指名|この指名|かかる指[名定])を(?:受諾|承諾|引き受け)"),
    (4, r"{x}は、?" + _GAP + r"{y}(?:から|より)" + _GAP + r"(?:購入|買い取|買取|仕入|買い受)"),
    (3, r"{x}は、?" + _GAP + r"(?:転売|再販売|販売促進|拡販|最低購入|最低販売)"),
    (3, r"{x}の(?:最低購入|最低販売|在庫)"),
    (2, r"{x}は、?" + _GAP + r"(?:代金を支払|在庫を|販売報告|販売計画)"),
)
_SUPPLIER_WORDS = ("売主", "供給者", "メーカー", "製造者", "本部", "ライセンサー", "甲")
_DISTRIBUTOR_WORDS = ("買主", "販売店", "代理店", "特約店", "取扱店", "総代理店", "販社", "ディストリビューター", "乙")


def scores(text: str, parties: Sequence[Party]) -> list[tuple[float, float]]:
    """Points as supplier and as distributor of each party, in their order."""
    return [
        (
            _points(text, parties, i, _SUPPLIER, _SUPPLIER_WORDS),
            _points(text, parties, i, _DISTRIBUTOR, _DISTRIBUTOR_WORDS),
        )
        for i in range(len(parties))
    ]


def _points(
    text: str, parties: Sequence[Party], index: int, cues: Sequence[tuple[int, str]], words: Sequence[str]
) -> float:
    mine = "(?:" + "|".join(re.escape(a) for a in parties[index].aliases) + ")"
    theirs = "(?:" + "|".join(re.escape(a) for k, p in enumerate(parties) if k != index for a in p.aliases) + ")"
    total = float(any(a in words for a in parties[index].aliases))
    for weight, cue in cues:
        pattern = re.compile(cue.replace("{x}", mine).replace("{y}", theirs))
        total += weight * min(3, sum(1 for _ in pattern.finditer(text[:60_000])))
    return total
