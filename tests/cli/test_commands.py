"""The commands as users run them: output, errors, exit codes, settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., Any]

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "review.schema.json").read_text(encoding="utf-8"))
GRAVE, MILD = "contracts/grave.txt", "contracts/mild.txt"
HOUSE = ("--pack", "house")


def test_review_prints_findings_and_advice(run: Run) -> None:
    done = run("review", GRAVE, *HOUSE, COLUMNS="140")
    assert done.exit_code == 1
    for wanted in (
        "The grant is exclusive",
        "HIGH · 1 finding",
        "§1.1",
        "A non-exclusive grant.",
        "2 rules: 2 flagged",
    ):
        assert wanted in done.stdout
    assert "[red]in Japan[/red]" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_the_other_side_hears_otherwise(run: Run) -> None:
    done = run("review", GRAVE, *HOUSE, "--side", "distributor")
    assert done.exit_code == 0
    assert "A non-exclusive grant." not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((GRAVE,), 1),
        ((MILD,), 0),
        ((MILD, "--fail-on", "low"), 1),
        ((GRAVE, "--fail-on", "never"), 0),
        ((GRAVE, "--ignore", "excl"), 0),
        ((GRAVE, "--min-severity", "high", "--fail-on", "info"), 1),
        ((MILD, "--min-severity", "high", "--fail-on", "info"), 0),
        ((GRAVE, "broken.pdf"), 3),
        ((MILD, "gone.txt"), 3),
    ],
)
def test_exit_codes(run: Run, arguments: tuple[str, ...], code: int) -> None:
    assert run("review", *arguments, *HOUSE, "--quiet").exit_code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("review", GRAVE, "--pack", "huose"), "huose"),
        (("review", GRAVE, *HOUSE, "--select", "excl.exclusive-grnt"), "excl.exclusive-grant"),
        (("review", GRAVE, *HOUSE, "--set", "24"), "rule.parameter=value"),
        (("review", GRAVE, *HOUSE, "--set", "gov.no-audit-right.months=3"), "no parameter"),
        (("review", GRAVE, *HOUSE, "--party", "buyer=Kansai"), "supplier=NAME"),
        (("review", GRAVE, *HOUSE, "-o", "report.doc"), ".jsonl"),
        (("review", GRAVE, MILD, *HOUSE, "-o", "report.json"), "jsonl"),
        (("review", GRAVE, *HOUSE, "-o", "nowhere/report.json"), "cannot write"),
        (("review",), "FILE"),
        (("review", "contracts", *HOUSE), "clausecheck batch"),
        (("batch", "contracts", *HOUSE, "-o", "report.docx"), ".jsonl"),
        (("review", GRAVE, *HOUSE, "--format", "serif"), "sarif"),
        (("review", GRAVE, *HOUSE, "--format", "xlsx"), "-o"),
        (("review", GRAVE, *HOUSE, "-o", GRAVE), "the contract itself"),
        (("review", GRAVE, *HOUSE, "-o", MILD), "no report of grave.txt"),
        (("batch", "house", *HOUSE), "no contracts"),
        (("rules", "explain", "excl.exclusive", *HOUSE), "excl.exclusive-grant"),
    ],
)
def test_wrong_use_says_what_to_do_and_shows_no_trace(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_that_cannot_be_read_costs_itself_alone(run: Run) -> None:
    done = run("review", "broken.pdf", GRAVE, "gone.txt", *HOUSE)
    assert done.exit_code == 3
    assert "The grant is exclusive" in done.stdout
    assert "broken.pdf" in done.stderr
    assert done.stderr.count("gone.txt") == 1
    assert "Traceback" not in done.stderr


def test_json_obeys_the_schema_and_repeats_itself(run: Run, folder: Path) -> None:
    done = run("review", GRAVE, *HOUSE, "--format", "json", "-o", "again.json")
    review = json.loads(done.stdout)
    jsonschema.Draft7Validator(SCHEMA).validate(review)
    assert done.stdout == (folder / "again.json").read_text(encoding="utf-8")
    assert review["path"] == GRAVE
    assert review["parties"]["supplier"]["aliases"][0] == "Supplier"
    assert review["results"][0]["rule"] == "excl.exclusive-grant"
    assert review["results"][0]["evidence"][0]["clause"] == "1.1"


def test_standard_input(run: Run, folder: Path) -> None:
    done = run("review", "-", *HOUSE, "--format", "json", input=(folder / GRAVE).read_text(encoding="utf-8"))
    assert json.loads(done.stdout)["path"] == "-"
    assert done.exit_code == 1


def test_concise_is_a_line_a_finding(run: Run) -> None:
    done = run("review", GRAVE, *HOUSE, "--format", "concise")
    assert done.stdout.splitlines()[0] == f"{GRAVE}: high: The grant is exclusive (excl.exclusive-grant) §1.1"


def test_settings_flag_over_environment_over_file(run: Run, folder: Path) -> None:
    (folder / "clausecheck.yaml").write_text(
        "packs: [house]\nside: distributor\nseverities:\n  gov.no-audit-right: off\n", encoding="utf-8"
    )
    from_file = json.loads(run("review", GRAVE, "--format", "json").stdout)
    assert from_file["side"] == "distributor"
    assert from_file["packs"] == {"house": "1.0"}
    assert [result["rule"] for result in from_file["results"]] == ["excl.exclusive-grant"]
    assert (
        json.loads(run("review", GRAVE, "--format", "json", CLAUSECHECK_SIDE="supplier").stdout)["side"] == "supplier"
    )
    flag = run("review", GRAVE, "--format", "json", "--side", "distributor", CLAUSECHECK_SIDE="supplier")
    assert json.loads(flag.stdout)["side"] == "distributor"


def test_the_settings_shown_in_the_readme_are_accepted(run: Run, folder: Path) -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    settings = shown.split("parties:")[0]  # those contracts know no such party
    (folder / "clausecheck.yaml").write_text(settings, encoding="utf-8")
    done = run("review", GRAVE, "--set", "term.initial-length.long=24", "--format", "json")
    assert done.exit_code in (0, 1), done.stderr
    assert "gov.no-audit-right" not in {result["rule"] for result in json.loads(done.stdout)["results"]}


def test_a_mistake_in_the_file_is_shown_with_its_place(run: Run, folder: Path) -> None:
    (folder / "clausecheck.yaml").write_text("packs: [house]\nsdie: supplier\n", encoding="utf-8")
    done = run("review", GRAVE)
    assert done.exit_code == 2
    assert "clausecheck.yaml:2:1: unknown key 'sdie'; did you mean 'side'?" in done.stderr


def test_batch_writes_a_review_a_line_in_order(run: Run, folder: Path) -> None:
    done = run("batch", "contracts", "broken.pdf", *HOUSE, "-j", "2", "-o", "reviews.jsonl")
    assert done.exit_code == 3
    lines = (folder / "reviews.jsonl").read_text(encoding="utf-8").splitlines()
    reviews = [json.loads(line) for line in lines]
    assert [review["path"] for review in reviews] == [GRAVE, MILD]
    for review in reviews:
        jsonschema.Draft7Validator(SCHEMA).validate(review)
    assert "3 contracts: 1 high" in done.stdout
    assert "broken.pdf" in done.stderr
    assert "3/3" in done.stderr
    single = json.loads(run("review", GRAVE, *HOUSE, "--format", "json").stdout)
    assert reviews[0] == single


def test_a_folder_run_writes_one_list_of_all_findings(run: Run, folder: Path) -> None:
    files = ("all.junit.xml", "all.sarif", "all.csv", "all.xlsx", "all.md")
    for _ in range(2):
        done = run("batch", "contracts", "broken.pdf", *HOUSE, "-j", "2", *(f"-o{name}" for name in files))
        assert done.exit_code == 3, done.stderr
    junit = (folder / "all.junit.xml").read_text(encoding="utf-8")
    assert 'name="contracts/mild.txt"' in junit
    assert 'errors="1"' in junit.splitlines()[1]
    artifacts = json.loads((folder / "all.sarif").read_text(encoding="utf-8"))["runs"][0]["artifacts"]
    assert [artifact["location"]["uri"] for artifact in artifacts] == [GRAVE, MILD]
    assert (folder / "all.xlsx").stat().st_size > 0


def test_reports_in_many_formats_at_once(run: Run, folder: Path) -> None:
    suffixes = ("json", "jsonl", "txt", "concise", "md", "sarif", "junit.xml", "csv", "xlsx", "ics", "docx", "pdf")
    wanted = [f"grave.{suffix}" for suffix in suffixes]
    for _ in range(2):
        done = run("review", GRAVE, *HOUSE, "--quiet", *(f"-o{name}" for name in wanted))
        assert done.exit_code == 1, done.stderr
        assert not done.stdout
    assert all((folder / name).stat().st_size for name in wanted)
    assert not list(folder.glob(".*.part"))
    other = run("review", MILD, *HOUSE, "-o", "grave.pdf")
    assert other.exit_code == 2
    assert "no report of mild.txt" in other.stderr


def test_standard_input_can_be_marked_up(run: Run, folder: Path) -> None:
    text = (folder / GRAVE).read_text(encoding="utf-8")
    assert run("review", "-", *HOUSE, "--quiet", "-o", "piped.docx", input=text).exit_code == 1
    assert (folder / "piped.docx").is_file()


def test_batch_exit_codes(run: Run) -> None:
    assert run("batch", "contracts", *HOUSE, "-j", "1").exit_code == 1
    assert run("batch", "contracts", *HOUSE, "-j", "1", "--exclude", "grave*").exit_code == 0


def test_inspect_shows_what_was_read(run: Run) -> None:
    done = run("inspect", GRAVE)
    assert done.exit_code == 0
    for wanted in ("Northwind Optics, Inc.", "Kansai Trading K.K.", "Appointment", "60 months"):
        assert wanted in done.stdout
    assert "[red]in Japan[/red]" in run("inspect", GRAVE, "--text").stdout


def test_terms_as_table_json_csv_and_workbook(run: Run, folder: Path) -> None:
    from openpyxl import load_workbook

    assert "exclusive" in run("terms", GRAVE, *HOUSE).stdout
    assert (
        json.loads(run("terms", GRAVE, *HOUSE, "-f", "json").stdout)[0]["terms"]["exclusivity"]["value"] == "exclusive"
    )
    done = run("terms", GRAVE, MILD, *HOUSE, "-f", "csv", "-o", "terms.xlsx")
    assert done.exit_code == 0
    assert [row.split(",")[0] for row in done.stdout.splitlines()] == ["path", GRAVE, MILD]
    rows = list(load_workbook(folder / "terms.xlsx")["Terms"].values)
    assert [row[2] for row in rows] == ["exclusivity", "exclusive", "silent"]


def test_rules_list_explain_and_test(run: Run, folder: Path) -> None:
    assert "excl.exclusive-grant" in run("rules", "list", *HOUSE).stdout
    assert "You cannot turn to anybody else." in run("rules", "explain", "excl.exclusive-grant", *HOUSE).stdout
    passed = run("rules", "test", "house")
    assert (passed.exit_code, "8 examples, 0 failed" in passed.stdout) == (0, True)
    rule = folder / "house" / "rules" / "exclusive-grant.yaml"
    wrong = rule.read_text(encoding="utf-8").replace("as a distributor of", "as its exclusive distributor of")
    rule.write_text(wrong, encoding="utf-8")
    failed = run("rules", "test", "house")
    assert failed.exit_code == 1
    assert "FAILED" in failed.stdout


def test_help_costs_no_heavy_imports() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONPROFILEIMPORTTIME": "1"}
    command = [sys.executable, "-m", "clausecheck", "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=True)
    imported = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "review" in done.stdout
    assert "typer" in imported
    heavy = {"spacy", "pypdfium2", "pdfplumber", "pydantic", "docx", "lxml", "openpyxl", "ruamel", "numpy"}
    assert not imported & heavy


def test_importing_the_library_costs_nothing() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    program = "import sys, clausecheck; print(*(name for name in sys.modules if name.startswith('clausecheck')))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert sorted(done.stdout.split()) == ["clausecheck", "clausecheck.version"]


def test_the_library_does_what_the_command_does(run: Run, folder: Path) -> None:
    import clausecheck

    review = clausecheck.review(folder / GRAVE, packs=(str(folder / "house"),))
    assert [finding.rule for finding in review.flagged()] == ["excl.exclusive-grant", "gov.no-audit-right"]
    assert all(hasattr(clausecheck, name) for name in clausecheck.__all__)
