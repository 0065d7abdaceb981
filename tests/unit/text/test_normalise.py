"""Normal spelling, and the way back from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.text.normalise import normalise, normalise_mapped

ODD = "ab1 2\n\r\t'`\u00a0\u00ad\u200b\ufffe\x02“”‘’ﬁﬀ½¼①Ａ１（）ｶﾞe\u0301각ᄀ\u1161™²´\u2028㈱…\U0001f600–"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("the “Term”", 'the "Term"'),
        ("``Term''", '"Term"'),
        ("Distributor’s", "Distributor's"),
        ("the fifth (5t h) anniversary of this 1 st day", "the fifth (5th) anniversary of this 1st day"),
        ("5 the 3 rds", "5 the 3 rds"),
        ("ten\u00a0(10)\u2003days", "ten (10) days"),
        ("e\ufb03cient of\ufb01ce", "efficient office"),
        ("non\ufffe", "non-"),
        ("non\x02", "non-"),
        ("non\u2011exclusive 3\u20135", "non-exclusive 3-5"),
        ("ter\u00admi\u200bnate", "terminate"),
        ("第１条（目的）", "第1条(目的)"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("2½ %", "2 1/2 %"),
        ("½ of", "1/2 of"),
        ("Airspan™ and Products²", "Airspan™ and Products²"),
        ("cafe\u0301", "café"),
        ("a\r\nb\rc\x0cd", "a\nb\nc\nd"),
        ("①甲は", "(1)甲は"),
        ("\x1b[31mred", "[31mred"),
        ("\uf0b7 item", "• item"),
    ],
)
def test_spelling(printed: str, normal: str) -> None:
    assert normalise(printed) == normal
    assert normalise_mapped(printed).text == normal


@given(st.text() | st.text(alphabet=ODD))
def test_offsets_lead_back(text: str) -> None:
    result = normalise_mapped(text)
    offsets = list(result.offsets)
    assert result.text == normalise(text)
    assert len(offsets) == len(result.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(st.text(alphabet=ODD), st.data())
def test_a_span_comes_from_what_normalises_to_it(text: str, data: st.DataObject) -> None:
    result = normalise_mapped(text)
    start = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(start, len(result.text)))
    first, last = result.original(start, end)
    # The blank that parts a number from its fraction ("5¼" reads "5 1/4") comes from no character of the original.
    assert result.text[start:end].lstrip(" ") in normalise(text[first:last])


@given(st.text(alphabet=ODD))
def test_no_odd_spelling_is_left(text: str) -> None:
    assert not set(normalise(text)) & set("\u00a0\u00ad\u200b\ufffe\x02“”‘’ﬁ½①Ａ（\u2028–\r`´")


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_text_stays(text: str) -> None:
    plain = re.sub(r"[`'0-9]", "", text)  # but for quotes, and for digits, which may be torn ordinals
    assert normalise(plain) == plain
