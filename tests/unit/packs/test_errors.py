"""Every mistake is shown at its place, with what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausecheck.errors import PackError
from clausecheck.packs import load


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def error_of(folder: Path) -> str:
    with pytest.raises(PackError) as error:
        load(folder)
    return str(error.value)


RULE, WORDS, TERMS = "gov/no-audit.yaml", "vocabulary/audit.yaml", "terms.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "message", "hint"),
    [
        (RULE, "position:", "postion:", "postion", "unknown key 'postion'", "did you mean 'position'?"),
        (RULE, "missing: audit-right", "missing: audit-rigth", "audit-rigth", "no concept", "'audit-right'"),
        (RULE, "[exclusive-grant]", "[exclusiv-grant]", "exclusiv-grant", "no concept", "'exclusive-grant'"),
        (RULE, "term: audit_rights", "term: audit_right", "audit_right", "no question 'audit_right'", "'audit_rights'"),
        (RULE, "less_than: <longest>", "less_than: <longst>", "<longst>", "no parameter 'longst'", "'longest'"),
        (RULE, "supplier: medium", "supplier: medum", "medum", "must be high, medium, low, info or none", "'medium'"),
        (RULE, "title: Nobody", "titel: Nobody", "titel", "unknown key 'titel'", "did you mean 'title'?"),
        (RULE, "{longest: 12}", "{longer: 12}", "longer", "no parameter 'longer'", "'longest'"),
        (RULE, "is: no}}", "is: perhaps}}", "perhaps", "answered by yes or no", ""),
        (RULE, "less_than: <longest>", "less: <longest>", "less", "unknown key 'less'", "did you mean 'less_than'?"),
        (RULE, "the limit is <longest>", "the limit is <longst>", "<longst>", "<longst> is neither", "'longest'"),
        (RULE, "missing: audit-right", "", "id: gov", "exactly one of find, missing, when", ""),
        (RULE, "id: gov.no-audit", "id: NoAudit", "NoAudit", "not written as it should be", "topic.rule-name"),
        (WORDS, "(audit|inspect) ...", "(audit|inspect ...", "...", "cannot be read", ""),
        (WORDS, "negated: allowed", "negated: yes", "yes", "must be allowed", ""),
        (WORDS, "says: The", "say: The", "say", "unknown key 'say'", "did you mean 'says'?"),
        (TERMS, "kind: flag", "kind: flg", "flg", "must be choice, flag", "did you mean 'flag'?"),
        (TERMS, "    unit: months\n", "", "initial_term_months", "needs unit", ""),
        (TERMS, "{not: exclusive-grant}", "{nto: exclusive-grant}", "no", "is no condition", ""),
        ("pack.yaml", 'version: "2"', "version: 2.0", "2.0", "must be text", "quotation marks"),
    ],
)  # fmt: skip
def test_place_and_hint(folder: Path, file: str, old: str, new: str, at: str, message: str, hint: str) -> None:
    spoil(folder, file, old, new)
    text = error_of(folder)
    assert message in text
    assert hint in text
    block = next(part for part in text.split("\n\n") if message in part)
    where, source, caret = block.splitlines()[:3]
    name, line, column = re.match(r"(.*):(\d+):(\d+): ", where).groups()  # type: ignore[union-attr]
    assert name.endswith(file)
    written = Path(name).read_text().splitlines()[int(line) - 1]
    assert source.endswith(written)
    assert written[int(column) - 1 :].startswith(at)
    assert caret.index("^") == source.index(written) + int(column) - 1


def test_several_errors_are_reported_together(folder: Path) -> None:
    spoil(folder, RULE, "position:", "postion:")
    spoil(folder, WORDS, "(audit|inspect)", "(audit|inspect")
    spoil(folder, TERMS, "exclusive: exclusive-grant", "exclusive: exclusive-grnt")
    text = error_of(folder)
    assert "postion" in text
    assert "cannot be read" in text
    assert "exclusive-grnt" in text


def test_one_mistake_is_not_reported_at_every_use(folder: Path) -> None:
    spoil(folder, WORDS, "hints:", "hinst:")
    assert error_of(folder).count("\n\n") == 0


def test_names_that_stand_twice(folder: Path) -> None:
    (folder / "vocabulary/more.yaml").write_text("concepts:\n  audit-right:\n    says: Again.\n    text: audit\n")
    (folder / "gov/again.yaml").write_text((folder / RULE).read_text())
    text = error_of(folder)
    assert "concept 'audit-right' is already in" in text
    assert "rule 'gov.no-audit' is already in" in text


def test_a_key_twice_in_one_place(folder: Path) -> None:
    spoil(folder, RULE, "position: Ask for it.", "position: Ask for it.\nposition: Ask again.")
    assert "'position' stands here twice" in error_of(folder)


def test_what_is_no_yaml(folder: Path) -> None:
    spoil(folder, RULE, "position: Ask for it.", "position: Ask: for it.")
    text = error_of(folder)
    assert "this is not YAML" in text
    assert "block style" in text


def test_an_alias_cannot_unfold(folder: Path) -> None:
    spoil(folder, WORDS, "hints: [audit~]", "hints: &all [audit~]\n    within: *all")
    assert "anchors (&) and aliases (*)" in error_of(folder)


def test_what_is_no_text(folder: Path) -> None:
    (folder / "gov/binary.yaml").write_bytes(b"\xff\xfe\x00i")
    assert "not UTF-8" in error_of(folder)


def test_an_empty_file(folder: Path) -> None:
    (folder / "gov/empty.yaml").write_text("")
    assert "the file is empty" in error_of(folder)


def test_no_pack_at_all(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.yaml"):
        load(tmp_path)
    with pytest.raises(PackError, match="no such pack"):
        load(tmp_path / "nothing")


def test_yaml_12_no_is_a_word(folder: Path) -> None:
    spoil(folder, TERMS, "- no: {not: exclusive-grant}", "- off: {not: exclusive-grant}")
    assert load(folder).questions["exclusivity"].cases[1].value == "off"
