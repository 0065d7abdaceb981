"""The phrase notation: what parses, what does not, and where the caret stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.text.phrase import Choice, Gap, PhraseError, Reference, Word, parse


def parts(phrase: str) -> list[object]:
    return [item.part for item in parse(phrase).body.items]


def test_reads_each_symbol() -> None:
    assert parts("terminat~") == [Word("terminat", prefix=True)]
    assert parts("<supplier> may") == [Reference("supplier"), Word("may")]
    assert isinstance(parts("unless ... notice")[1], Gap)
    choice = parts("(sole|exclusive) distributor")[0]
    assert isinstance(choice, Choice)
    assert len(choice.options) == 2
    assert [item.optional for item in parse("automatically be? renew~").body.items] == [False, True, False]


def test_hyphen_is_a_space_and_possessives_do_not_count() -> None:
    assert parts("non-exclusive") == [Word("non"), Word("exclusive")]
    assert parts("Supplier's books") == [Word("supplier"), Word("books")]


@pytest.mark.parametrize(
    ("phrase", "column", "says"),
    [
        ("(sole|exclusive distributor", 0, "missing ')'"),
        ("sole) distributor", 4, "')' without '('"),
        ("sole | exclusive", 5, "only inside brackets"),
        ("? sole", 0, "must follow"),
        ("... sole", 0, "on both sides"),
        ("sole ...", 8, "on both sides"),
        ("(sole ... right)", 6, "outside brackets"),
        ("<suplier> may", 0, "nothing is called"),
        ("( |sole)", 2, "a word is missing"),
        ("sole? exclusive?", 0, "at least one word"),
        ("sole.* right", 5, "no regular expression"),
        ("sole [right]", 5, "no regular expression"),
        ("~exclusive right", 0, "at the end of a word"),
    ],
)
def test_errors_point_at_the_fault(phrase: str, column: int, says: str) -> None:
    with pytest.raises(PhraseError) as caught:
        parse(phrase)
    assert caught.value.column == column
    assert says in caught.value.message
    assert str(caught.value).splitlines()[-1].index("^") == column + 4


@given(st.text(alphabet="ab (|)?~.<>-supplier", max_size=40))
def test_any_text_parses_or_is_refused_with_a_place(text: str) -> None:
    column = 0
    try:
        parse(text)
    except PhraseError as error:
        column = error.column
    assert 0 <= column <= len(text)
