"""What a pack becomes when it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.errors import PackError
from clausecheck.model.pack import AllOf, Case, Compare, Find, Missing, Not
from clausecheck.packs import builtin_names, find, load, load_builtin, read_pack


def test_vocabulary_folder_is_merged(folder: Path) -> None:
    concepts = load(folder).concepts
    assert list(concepts) == ["audit-right", "exclusive-grant"]
    audit = concepts["audit-right"]
    assert audit.text == ("(audit|inspect) ... book~",)
    assert audit.excepts == ("annual audit",)
    assert audit.negated
    assert not audit.anywhere
    assert audit.reader == "audit_rights"
    assert audit.place.line == 2
    assert concepts["exclusive-grant"].within == "clause"
    assert concepts["exclusive-grant"].anywhere


def test_questions_get_answers_of_their_kind(folder: Path) -> None:
    questions = load(folder).questions
    assert questions["audit_rights"].otherwise is False
    assert questions["audit_rights"].find == Find(("audit-right",), "supplier")
    assert questions["exclusivity"].cases == (
        Case("exclusive", Find(("exclusive-grant",))),
        Case("no", Not(Find(("exclusive-grant",)))),
    )
    length = questions["initial_term_months"]
    assert (length.compute, length.unit, length.otherwise) == ("initial-term", "months", None)
    assert length.inputs == (("length", ("exclusive-grant",)), ("end", ("audit-right",)))


def test_rule_is_read_whole(folder: Path) -> None:
    rule = load(folder).rules["gov.no-audit"]
    assert (rule.verb, rule.topic) == ("missing", "gov")
    assert rule.condition == Missing(("audit-right",))
    assert rule.severity("supplier") == "medium"
    assert rule.severity("distributor") is None
    assert rule.unless == Compare("initial_term_months", "less_than", "<longest>")
    assert rule.escalations[0].when == Compare("audit_rights", "is", False)
    assert rule.why.supplier == "A long sentence that runs over two lines.\n\n- first\n- second"
    assert rule.why.distributor == ""
    assert rule.position.distributor == "Ask for it."
    assert rule.objection.supplier == "“Books are private.” Answer: under secrecy."
    assert rule.objection.distributor == "“Trust us.” Answer: in writing."
    assert rule.references == ("House rules",)
    second = rule.examples.flags[1]
    assert second.parameters == (("longest", 12),)
    assert second.given == (("audit_rights", False),)
    assert second.place.line > rule.examples.flags[0].place.line > 1


def test_conditions_nest(folder: Path) -> None:
    path = folder / "gov/no-audit.yaml"
    when = "when: {all: [{term: exclusivity, any_of: [exclusive, no]}, {not: {missing: audit-right, for: supplier}}]}"
    path.write_text(path.read_text().replace("missing: audit-right", when))
    assert load(folder).rules["gov.no-audit"].condition == AllOf(
        (Compare("exclusivity", "any_of", ("exclusive", "no")), Not(Missing(("audit-right",), "supplier")))
    )


def test_one_file_may_hold_a_house_pack(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(
        'name: ours\nversion: "1"\ntitle: Ours\n'
        "concepts:\n  a-word:\n    says: A word.\n    text: a word\n"
        "rules:\n  - id: x.one\n    title: One\n    find: a-word\n    severity: low\n    message: Found.\n"
    )
    pack = find(str(path))
    assert list(pack.rules) == ["x.one"]
    assert pack.rules["x.one"].place.line == 9


def house(folder: Path, text: str) -> Path:
    path = folder.parent / "ours.yaml"
    path.write_text('name: ours\nversion: "1"\ntitle: Ours\nextends: house\n' + text)
    return path


def test_house_pack_overrides_in_one_line(folder: Path) -> None:
    pack = load(house(folder, "overrides:\n  gov.no-audit: {severity: high, longest: 24}\n"))
    rule = pack.rules["gov.no-audit"]
    assert rule.supplier == "high"
    assert rule.distributor is None
    assert rule.parameters[0].default == 24
    assert pack.name == "ours"
    assert not load(house(folder, "overrides: {gov.no-audit: off}\n")).rules


def test_house_pack_adds_words_to_a_concept(folder: Path) -> None:
    pack = load(house(folder, "concepts:\n  audit-right:\n    says: Ours.\n    text: look into the ledgers\n"))
    assert pack.concepts["audit-right"].text == ("(audit|inspect) ... book~", "look into the ledgers")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("overrides: {gov.no-audti: off}\n", "did you mean 'gov.no-audit'?"),
        ("overrides:\n  gov.no-audit: {longst: 3}\n", "did you mean 'longest'?"),
        ("overrides:\n  gov.no-audit: {severity: hihg}\n", "no severity 'hihg'"),
        ("overrides:\n  gov.no-audit: {longest: three}\n", "'longest' takes a number"),
        ("language: english\n", "a code of two letters"),
        ("overrides:\n  gov.no-audit: on\n", "must be off"),
    ],
)
def test_wrong_override_is_an_error_at_its_place(folder: Path, text: str, message: str) -> None:
    with pytest.raises(PackError, match=r"ours\.yaml:[56]:") as error:
        load(house(folder, text))
    assert message in str(error.value)


def test_extending_nothing_or_oneself_is_an_error(folder: Path) -> None:
    path = house(folder, "")
    path.write_text(path.read_text().replace("extends: house", "extends: ours.yaml"))
    with pytest.raises(PackError, match="circle"):
        load(path)
    path.write_text(path.read_text().replace("extends: ours.yaml", "extends: distributoin"))
    with pytest.raises(PackError, match="no pack 'distributoin'"):
        load(path)


def test_read_pack_keeps_what_is_sound(folder: Path) -> None:
    (folder / "gov/broken.yaml").write_text("id: gov.broken\n")
    pack, problems = read_pack(folder)
    assert problems
    assert pack is not None
    assert list(pack.rules) == ["gov.no-audit"]


def test_builtin_packs_load() -> None:
    for name in builtin_names():
        assert load_builtin(name).name == name
    with pytest.raises(PackError, match="distribution"):
        load_builtin("distributon")
