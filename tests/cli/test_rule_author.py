"""A rule author at work: a new rule, three slips and their errors, the fix, a passing test, the rule in a review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

CONTRACT = (
    'This Agreement is made between Nordlicht GmbH (the "Supplier") and Kanda KK (the "Distributor").\n\n'
    "1. Supplier appoints Distributor as its distributor.\n\n"
    "2. Distributor shall pay for the Products in advance.\n"
)


@pytest.fixture
def pack(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    done = run("rules", "new", "house.payment-in-advance", "--title", "Payment in advance", "--pack", "ours")
    assert done.exit_code == 0
    assert "wrote ours/house/payment-in-advance.yaml" in done.stdout
    return tmp_path / "ours"


def test_author_at_work(pack: Path, run: Run) -> None:
    rule, words = pack / "house" / "payment-in-advance.yaml", pack / "vocabulary" / "payment-in-advance.yaml"
    # The skeleton is a rule that runs.
    assert run("rules", "test", "ours").exit_code == 0

    good_rule = (
        rule.read_text(encoding="utf-8")
        .replace("first bad thing", "thing")
        .replace(
            "    - Distributor may do the thing.\n    - The thing may be done by Distributor at any time.",
            "    - Distributor shall pay for the Products in advance.\n    - Distributor shall prepay all Products.",
        )
        .replace("Distributor shall not do the thing.", "Distributor shall pay within thirty days of the invoice.")
    )
    good_words = (
        "concepts:\n  payment-in-advance:\n    says: The distributor pays before it gets the goods.\n    text:\n"
        "      - <distributor> shall ... (prepay|pay ~in advance)\n"
    ).replace("pay ~in", "pay for the products in")
    rule.write_text(good_rule, encoding="utf-8")
    words.write_text(good_words, encoding="utf-8")
    assert run("rules", "test", "ours").exit_code == 0

    slips = (
        (rule, good_rule.replace("message:", "mesage:"), "mesage", "message"),
        (
            rule,
            good_rule.replace("find: payment-in-advance", "find: payment-in-advace"),
            "advace",
            "payment-in-advance",
        ),
        (words, good_words.replace("<distributor>", "<distributer>"), "<distributer>", "<distributor>"),
    )
    for path, slip, wrong, suggestion in slips:
        kept = path.read_text(encoding="utf-8")
        path.write_text(slip, encoding="utf-8")
        done = run("rules", "test", "ours")
        assert done.exit_code == 2
        said = done.stderr
        assert f"ours/{path.relative_to(pack).as_posix()}:" in said
        assert wrong in said
        assert suggestion in said
        assert "^" in said
        path.write_text(kept, encoding="utf-8")

    assert run("rules", "test", "ours").exit_code == 0
    Path("contract.txt").write_text(CONTRACT, encoding="utf-8")
    done = run("review", "contract.txt", "--pack", "ours", "--select", "house", "--fail-on", "never")
    assert "Payment in advance" in done.stdout
    assert "Distributor shall pay for the Products in advance." in done.stdout


def test_new_refuses_what_exists_and_what_is_no_id(pack: Path, run: Run) -> None:
    assert "exists already" in run("rules", "new", "house.payment-in-advance", "--pack", "ours").stderr
    assert "is no rule id" in run("rules", "new", "Payment", "--pack", "ours").stderr


def test_lint_names_what_nothing_uses(pack: Path, run: Run) -> None:
    spare = "concepts:\n  spare-thing:\n    says: Nothing.\n    text: [spare thing]\n"
    (pack / "vocabulary" / "spare.yaml").write_text(spare, encoding="utf-8")
    done = run("rules", "lint", "ours")
    assert done.exit_code == 1
    assert "spare-thing: no rule or question uses this concept" in done.stdout


def test_docs_have_a_page_a_rule_and_an_index(run: Run, tmp_path: Path) -> None:
    done = run("rules", "docs", "--out", str(tmp_path / "pages"))
    assert done.exit_code == 0
    page = (tmp_path / "pages" / "perf.exclusive-without-minimum.md").read_text(encoding="utf-8")
    index = (tmp_path / "pages" / "README.md").read_text(encoding="utf-8")
    explained = run("rules", "explain", "perf.exclusive-without-minimum").stdout
    assert explained.strip() in page
    assert "(perf.exclusive-without-minimum.md)" in index
    assert "## What is not checked" in index


def test_lint_leaves_what_a_pack_inherits_to_its_author(pack: Path, run: Run) -> None:
    base = pack.parent / "base"
    (base / "vocabulary").mkdir(parents=True)
    head = 'name: base\nversion: "1"\ntitle: Base\n'
    (base / "pack.yaml").write_text(head, encoding="utf-8")
    (base / "vocabulary" / "spare.yaml").write_text(
        "concepts:\n  spare-thing:\n    says: Nothing.\n    text: spare thing\n", encoding="utf-8"
    )
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("extends: distribution", "extends: ../base"), encoding="utf-8")
    assert run("rules", "lint", "base").exit_code == 1
    done = run("rules", "lint", "ours")
    assert "spare-thing" not in done.stdout
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("find: payment-in-advance", "find: payment-in-advance\nmissing: payment-in-advance", "has find and missing"),
        ("find: payment-in-advance\n", "", "this one has none"),
        ("message: Say", "message: To <suplier> we say", "did you mean 'supplier'?"),
    ],
)
def test_a_slip_in_a_rule_is_named(pack: Path, run: Run, old: str, new: str, said: str) -> None:
    rule = pack / "house" / "payment-in-advance.yaml"
    text = rule.read_text(encoding="utf-8")
    assert old in text
    rule.write_text(text.replace(old, new), encoding="utf-8")
    done = run("rules", "test", "ours")
    assert done.exit_code == 2
    assert said in done.stderr


def test_the_severity_of_a_house_pack_holds(pack: Path, run: Run) -> None:
    contract = "This Agreement is made between Nordlicht GmbH (the 'Supplier') and Kanda KK (the 'Distributor').\n\n"
    contract += "1. Supplier appoints Distributor as its distributor.\n\n"
    contract += "2. Distributor shall purchase at least 500 units in each calendar year.\n"
    Path("contract.txt").write_text(contract, encoding="utf-8")
    rule = "gov.no-audit-right"
    asked = ("review", "contract.txt", "--pack", "ours", "--select", rule, "--format", "concise")
    assert run(*asked, "--fail-on", "medium").exit_code == 1  # a minimum raises it
    head = (pack / "pack.yaml").read_text(encoding="utf-8")
    for level, exit_code in (("low", 0), ("high", 1), ("none", 0)):
        text = f"{head}\noverrides:\n  {rule}: {{severity: {level}}}\n"
        (pack / "pack.yaml").write_text(text, encoding="utf-8")
        done = run(*asked, "--fail-on", "medium")
        assert done.exit_code == exit_code
        assert (level in done.stdout) == (level != "none")
