"""`clausecheck.yaml`: what a team sets once for all its reviews. The nearest one above the working folder counts."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from clausecheck.errors import UsageError
from clausecheck.model.report import SEVERITIES, Answer, Side
from clausecheck.settings import Level, parse_answer

NAME = "clausecheck.yaml"


@dataclass(frozen=True, slots=True)
class Config:
    """What the file sets; "" and () where it is silent. `parameters` are (rule, parameter, value), `severities`
    (rule, level), `parties` (role, name). Relative pack folders are resolved against the file's own folder."""

    side: str = ""
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str = ""
    fail_on: str = ""
    view: str = ""
    time_limit: float = 0.0
    parameters: tuple[tuple[str, str, Answer], ...] = ()
    severities: tuple[tuple[str, Level], ...] = ()
    parties: tuple[tuple[str, str], ...] = ()


def nearest(folder: Path) -> Path | None:
    """The configuration file in the folder or in the closest folder above it."""
    here = folder.resolve()
    return next((place / NAME for place in (here, *here.parents) if (place / NAME).is_file()), None)


def load(path: Path) -> Config:
    """Reads the file; raises UsageError with line and column for whatever it does not understand."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise UsageError(f"{path}: not YAML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    if data is None:
        return Config()
    return _File(path).config(data)


@dataclass(frozen=True, slots=True)
class _File:
    """The file being read, for messages that say where."""

    path: Path

    def config(self, data: Any) -> Config:
        values = self._mapping(data, data, "", tuple(Config.__dataclass_fields__))
        return Config(
            side=self._one_of(values, "side", get_args(Side)),
            packs=tuple(self._pack(name) for name in self._words(values, "packs")),
            select=self._words(values, "select"),
            ignore=self._words(values, "ignore"),
            min_severity=self._one_of(values, "min_severity", SEVERITIES),
            fail_on=self._one_of(values, "fail_on", (*SEVERITIES, "never")),
            view=self._one_of(values, "view", ("accepted", "original")),
            time_limit=self._seconds(values, "time_limit"),
            parameters=self._parameters(values),
            severities=tuple(
                (str(rule), self._level(values["severities"], rule)) for rule in self._section(values, "severities")
            ),
            parties=tuple(
                (str(role), str(name)) for role, name in self._section(values, "parties", get_args(Side)).items()
            ),
        )

    def _parameters(self, values: Any) -> tuple[tuple[str, str, Answer], ...]:
        section = self._section(values, "parameters")
        for rule, names in section.items():
            self._mapping(section, names, rule, None)
        return tuple(
            (str(rule), str(name), parse_answer(str(value)))
            for rule, names in section.items()
            for name, value in names.items()
        )

    def _section(self, values: Any, key: str, known: tuple[str, ...] | None = None) -> Any:
        return self._mapping(values, values[key], key, known) if values.get(key) is not None else {}

    def _mapping(self, parent: Any, value: Any, key: str, known: tuple[str, ...] | None) -> Any:
        if not isinstance(value, dict):
            raise self._wrong(parent, key, f"{key or 'the file'} must be a list of `name: value`")
        for name in value if known is not None else ():
            if name not in (known or ()):
                close = get_close_matches(str(name), known or (), n=1)
                hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known or ())}"
                raise self._wrong(value, name, f"unknown key {name!r}; {hint}")
        return value

    def _words(self, values: Any, key: str) -> tuple[str, ...]:
        value = values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(values, key, f"{key} must be a list of words")
        return tuple(str(item) for item in value)

    def _one_of(self, values: Any, key: str, allowed: tuple[str, ...]) -> str:
        value = values.get(key)
        if value is None:
            return ""
        if value not in allowed:
            raise self._wrong(values, key, f"{key} must be one of {', '.join(allowed)}; got {value!r}")
        return str(value)

    def _level(self, values: Any, rule: Any) -> Level:
        level: Level = self._one_of(values, rule, get_args(Level))  # type: ignore[assignment]
        if not level:
            raise self._wrong(values, rule, f"{rule} must be one of {', '.join(get_args(Level))}")
        return level

    def _seconds(self, values: Any, key: str) -> float:
        value = values.get(key)
        if value is None:
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self._wrong(values, key, f"{key} must be a number of seconds; got {value!r}")
        return float(value)

    def _pack(self, name: str) -> str:
        beside = self.path.parent / name
        return str(beside) if beside.is_dir() else name

    def _wrong(self, parent: Any, key: Any, message: str) -> UsageError:
        try:
            line, column = parent.lc.key(key)
        except (AttributeError, KeyError):
            return UsageError(f"{self.path}: {message}")
        return UsageError(f"{self.path}:{line + 1}:{column + 1}: {message}")
