"""The options that several commands share, and how they meet environment and configuration file.

A flag counts before `CLAUSECHECK_…`, that before the nearest `clausecheck.yaml`, that before the default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from clausecheck.errors import UsageError
from clausecheck.report.formats import FORMATS

if TYPE_CHECKING:
    from clausecheck.batch.run import Request
    from clausecheck.config import Config
    from clausecheck.model.report import Review, Severity


class SideName(StrEnum):
    supplier = "supplier"
    distributor = "distributor"


class SeverityName(StrEnum):
    high = "high"
    medium = "medium"
    low = "low"
    info = "info"


class FailOn(StrEnum):
    high = "high"
    medium = "medium"
    low = "low"
    info = "info"
    never = "never"


class ViewName(StrEnum):
    accepted = "accepted"
    original = "original"


Side = Annotated[
    SideName | None,
    typer.Option("--side", envvar="CLAUSECHECK_SIDE", help="Whose interests count (supplier).", show_default=False),
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack",
        envvar="CLAUSECHECK_PACK",
        metavar="NAME|FOLDER",
        help="Rules to apply; may repeat (distribution).",
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        envvar="CLAUSECHECK_SELECT",
        metavar="RULE",
        help="Only these rules, or groups such as perf; may repeat, or be joined by commas.",
        show_default=False,
    ),
]
Reader = Annotated[
    bool,
    typer.Option("--reader/--no-reader", help="Ask the learned clause reader for a second opinion on what is missing."),
]
Jurisdictions = Annotated[
    list[str] | None,
    typer.Option(
        "--jurisdiction",
        envvar="CLAUSECHECK_JURISDICTION",
        metavar="CODE",
        help="Law that applies besides what the contract names (jp, eu, uk, ...); may repeat.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        envvar="CLAUSECHECK_IGNORE",
        metavar="RULE",
        help="All but these rules or groups; may repeat, or be joined by commas.",
        show_default=False,
    ),
]
MinSeverity = Annotated[
    SeverityName | None,
    typer.Option(
        "--min-severity",
        envvar="CLAUSECHECK_MIN_SEVERITY",
        help="Leave out what is milder (info).",
        show_default=False,
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        envvar="CLAUSECHECK_FAIL_ON",
        help="Exit with 1 where a finding is this grave, or graver (high).",
        show_default=False,
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="RULE.PARAMETER=VALUE", help="Move a threshold; may repeat.", show_default=False),
]
Parties = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="ROLE=NAME",
        help="Say who is who, for example supplier=Airspan; may repeat.",
        show_default=False,
    ),
]
Password = Annotated[
    str | None,
    typer.Option("--password", envvar="CLAUSECHECK_PASSWORD", help="Opens an encrypted file.", show_default=False),
]
View = Annotated[
    ViewName | None,
    typer.Option(
        "--view",
        envvar="CLAUSECHECK_VIEW",
        help="Read tracked changes as accepted, or as before them (accepted).",
        show_default=False,
    ),
]
Form = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="What standard output gets: " + ", ".join(form.name for form in FORMATS.values() if form.text) + ".",
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write a report too, in the format of the suffix; may repeat. Suffixes: "
        + " ".join(suffix for form in FORMATS.values() for suffix in form.suffixes[:1]),
        show_default=False,
    ),
]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="With all answers, longer passages and wording.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the user wants contracts reviewed: the options that every reviewing command takes."""

    side: Side = None
    packs: Packs = None
    select: Select = None
    ignore: Ignore = None
    min_severity: MinSeverity = None
    reader: Reader = True
    jurisdictions: Jurisdictions = None
    parameters: Set = None
    parties: Parties = None
    password: Password = None
    view: View = None


DEFAULT = Asked()


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all options of `Asked` in the place of its parameter `asked`, which gets what was said."""
    names = tuple(field.name for field in fields(Asked))
    hints = get_type_hints(Asked, include_extras=True)
    own = signature(command, eval_str=True).parameters.values()
    taken: list[Parameter] = []
    for parameter in own:
        if parameter.name == "asked":
            shared = ((field.name, hints[field.name], field.default) for field in fields(Asked))
            taken += [Parameter(name, Parameter.KEYWORD_ONLY, default=d, annotation=hint) for name, hint, d in shared]
        else:
            taken.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))

    @wraps(command)
    def run(**given: Any) -> None:
        asked = Asked(**{name: given.pop(name) for name in names})
        command(**given, asked=asked)

    run.__signature__ = Signature(taken)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in taken}
    return run


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants, once everything has been heard."""

    request: Request
    fail_on: Severity | None
    time_limit: float


def choose(asked: Asked = DEFAULT, *, fail_on: FailOn | None = None, time_limit: float | None = None) -> Choice:
    """Flags (and, through them, the environment) over the configuration file over the defaults."""
    from clausecheck.batch.run import TIME_LIMIT, Request
    from clausecheck.settings import Settings, parse_parameter

    config = configuration()
    settings = Settings(
        select=_words(asked.select) or config.select,
        ignore=_words(asked.ignore) or config.ignore,
        min_severity=SeverityName(asked.min_severity or config.min_severity or "info").value,
        reader=asked.reader,
        jurisdictions=tuple(code.lower() for entry in asked.jurisdictions or () for code in entry.split(",")),
        # What is said last counts: flags stand behind the file.
        parameters=(*config.parameters, *(parse_parameter(text) for text in asked.parameters or ())),
        severities=config.severities,
    )
    request = Request(
        side=SideName(asked.side or config.side or "supplier").value,
        packs=tuple(asked.packs or config.packs or Request().packs),
        settings=settings,
        password=asked.password,
        view=ViewName(asked.view or config.view or "accepted").value,
        parties=tuple({**dict(config.parties), **dict(_party(text) for text in asked.parties or ())}.items()),
    )
    threshold = FailOn(fail_on or config.fail_on or "high")
    return Choice(
        request=request,
        fail_on=None if threshold is FailOn.never else SeverityName(threshold.value).value,
        time_limit=time_limit or config.time_limit or TIME_LIMIT,
    )


def configuration() -> Config:
    """The nearest `clausecheck.yaml`, or an empty one."""
    from clausecheck.config import Config, load, nearest

    path = nearest(Path.cwd())
    return Config() if path is None else load(path)


def grave(reviews: list[Review], fail_on: Severity | None) -> bool:
    """True where a finding that stands is as grave as the threshold."""
    from clausecheck.settings import at_least

    if fail_on is None:
        return False
    return any(at_least(result.severity, fail_on) for review in reviews for result in review.flagged())


def _words(values: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())


def _party(text: str) -> tuple[str, str]:
    role, equals, name = text.partition("=")
    if not equals or role.strip() not in SideName.__members__ or not name.strip():
        raise UsageError(f"--party wants supplier=NAME or distributor=NAME; got {text!r}")
    return role.strip(), name.strip()
