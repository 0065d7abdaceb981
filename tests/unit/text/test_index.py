"""Phrases found in a contract: gaps, negations, lead-ins, parties and values."""

from clausecheck.model.document import Document, Party, Roles, Sentence
from clausecheck.model.location import Span
from clausecheck.model.value import Duration
from clausecheck.text.index import Index
from clausecheck.text.phrase import parse

ROLES = Roles(Party("Airspan Ltd", ("Airspan",)), Party("Kanda KK", ("the Reseller", "Reseller")), confidence=0.9)


def index(*sentences: str, roles: Roles = ROLES, lead_in: dict[int, tuple[int, ...]] | None = None) -> Index:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text = "\n".join(sentences)
    units = tuple(Sentence(span, lead_in=(lead_in or {}).get(i, ())) for i, span in enumerate(spans))
    at = text.find("ninety (90) days")
    values = [Duration(Span(at, at + 16), days=90)] if at >= 0 else []
    parties = (Party("Airspan Ltd", ("Airspan",)),)
    return Index(Document("x", "", "text", text, sentences=units, roles=roles, parties=parties), values)


def found(ix: Index, phrase: str, by_clause: bool = False) -> list[str]:
    text = ix.document.text
    return [" + ".join(text[s.start : s.end] for s in hit.spans) for hit in ix.find(parse(phrase), by_clause=by_clause)]


def test_separators_and_case_do_not_matter() -> None:
    ix = index('A "Non-Exclusive" (sole) right.')
    assert found(ix, "non exclusive sole right") == ['Non-Exclusive" (sole) right']


def test_gap_before_an_absent_optional_part_holds_for_the_next() -> None:
    ix = index("alpha x x omega.", "alpha x the omega.", "alpha omega.", "alpha x.")
    assert found(ix, "alpha ... (the)? omega") == ["alpha x x omega", "alpha x the omega", "alpha omega"]
    assert not found(index("alpha the x omega."), "alpha the? omega")


def test_gap_is_twelve_words_within_one_sentence() -> None:
    assert found(index("alpha " + "x " * 12 + "omega."), "alpha ... omega")
    assert not found(index("alpha " + "x " * 13 + "omega."), "alpha ... omega")
    assert not found(index("alpha.", "omega."), "alpha ... omega")
    assert found(index("alpha.", "omega."), "alpha ... omega", by_clause=False) == []


def test_gap_passes_over_an_aside_in_brackets() -> None:
    aside = (
        "(including, for the avoidance of doubt, whoever becomes its affiliate at any later time, but not its agents)"
    )
    covenant = index(f"Reseller shall not {aside} market, promote or sell rival goods.")
    assert found(covenant, "shall not ... sell ... rival")
    assert found(covenant, "not ... affiliate~"), "what an aside says can still be found"
    assert (
        found(index("Reseller shall not (alone or with others) sell " + "x " * 13 + "rival."), "sell ... rival") == []
    )


def test_a_figure_kept_back_is_found_before_the_next_word() -> None:
    ix = index("Reseller may end it on [***] prior notice.")
    at = ix.document.text.index("[***]")
    ix = Index(ix.document, [Duration(Span(at, at + 5), kind="redacted")])
    hits = list(ix.find(parse("on <duration> prior notice")))
    assert [value.kind for hit in hits for value in hit.values if isinstance(value, Duration)] == ["redacted"]


def test_every_length_before_a_word_is_captured() -> None:
    text = "renewed for one year unless sixty days before"
    sentence = Sentence(Span(0, len(text)))
    at = text.index("sixty")
    lengths = [Duration(Span(12, 20), months=12), Duration(Span(at, at + 10), days=60)]
    ix = Index(Document("x", "", "text", text, sentences=(sentence,)), lengths)
    caught = [hit.values for hit in ix.find(parse("<duration> ... before"))]
    assert caught == [(lengths[0],), (lengths[1],)]


def test_gap_never_crosses_a_negation_but_crosses_idioms() -> None:
    assert not found(index("Reseller shall not deliver reports."), "<distributor> shall ... report~")
    assert found(index("Reseller shall, no later than Friday, deliver reports."), "<distributor> shall ... report~")
    assert found(index("Reseller shall not deliver reports."), "<distributor> shall not ... report~")


def test_non_denies_only_the_word_after_it() -> None:
    grant = "Airspan grants an exclusive, non-transferable right to sell."
    assert found(index(grant), "exclusive ... sell") == ["exclusive, non-transferable right to sell"]
    assert found(index(grant), "grants ... transferable") == []
    assert found(index("Airspan grants a non-exclusive right."), "grants ... exclusive") == []
    assert found(index("Airspan grants a non-exclusive right."), "grants ... non exclusive")


def test_outer_negation_is_marked() -> None:
    (hit,) = index("Neither party may terminate without cause.").find(parse("terminate ... without cause"))
    assert hit.negated
    (hit,) = index("Airspan shall not pay, and may terminate without cause.").find(parse("terminate without cause"))
    assert not hit.negated


def test_parties_are_known_by_their_names() -> None:
    ix = index("Airspan may terminate.", "the Reseller may terminate.", "Either party may terminate.")
    assert found(ix, "<supplier> may terminate") == ["Airspan may terminate"]
    assert found(ix, "<distributor> may terminate") == ["the Reseller may terminate"]
    assert found(ix, "<either-party> may terminate") == ["Either party may terminate"]
    assert len(found(ix, "<party> may terminate")) == 3
    assert found(index("set by the Reseller."), "by <distributor>") == ["by the Reseller"]


def test_unknown_roles_make_hits_uncertain() -> None:
    ix = index("Airspan may terminate.", roles=Roles())
    (hit,) = ix.find(parse("<supplier> may terminate"))
    assert hit.uncertain


def test_values_are_captured() -> None:
    (hit,) = index("on ninety (90) days prior notice").find(parse("<duration> prior? notice"))
    assert [value.days for value in hit.values if isinstance(value, Duration)] == [90]


def test_lead_in_counts_for_each_item_and_is_not_found_twice() -> None:
    ix = index("Airspan may terminate if:", "(a) Reseller fails;", "(b) Reseller is sold.", lead_in={1: (0,), 2: (0,)})
    assert found(ix, "<supplier> may terminate ... sold") == ["Airspan may terminate if + b) Reseller is sold"]
    assert found(ix, "may terminate") == ["may terminate"]


def test_longest_run_of_rare_words_is_cheap_on_hostile_text() -> None:
    ix = index("may " * 3000)
    assert found(ix, "may ... may ... may ... may ... never") == []


def test_we_and_you_stand_in_every_form_and_without_a_capital() -> None:
    roles = Roles(Party("Airspan Ltd", ("we", "Airspan")), Party("Kanda KK", ("you",)), confidence=0.9)
    ix = index("You must pay us; sales in the US count. We send you our list for your shop.", roles=roles)
    assert found(ix, "<supplier>") == ["us", "We", "our"]
    assert found(ix, "<distributor>") == ["You", "you", "your"]


def test_you_is_no_party_where_no_party_is_called_so() -> None:
    assert not found(index("We thank you for your order."), "<supplier>")
