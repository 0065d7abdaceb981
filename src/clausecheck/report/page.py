"""One HTML file that needs nothing else: template, style and script in one, and a policy that lets nothing else in.

Whatever stands in a contract reaches the page through Jinja's escaping; the policy allows this one style and this one
script, by their hashes, and no request, form, frame or inline handler whatever."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from clausecheck.model.report import SEVERITIES
from clausecheck.report import colours, words
from clausecheck.report.entries import DISCLAIMER
from clausecheck.report.inert import inert, one_line
from clausecheck.report.topics import topic
from clausecheck.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, *, script: str = "", **context: Any) -> str:
    """The page made by `templates/<template>.html.j2`, with `templates/<script>.js` where a script is named."""
    style, code = _style(), _asset(f"{script}.js") if script else ""
    allowed = [f"style-src {_hash(style)}", f"script-src {_hash(code)}" if code else "script-src 'none'"]
    policy = f"default-src 'none'; {'; '.join(allowed)}; base-uri 'none'; form-action 'none'"
    page = _environment().get_template(f"{template}.html.j2")
    return page.render(policy=policy, style=_trusted(style), script=_trusted(code), **context)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("clausecheck.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    made.filters.update(
        answer=words.answer,
        label=words.label,
        place=words.place,
        topic=topic,
        line=one_line,
        time=words.time,
        moment=words.moment,
        excerpt=words.excerpt,
    )
    made.globals.update(
        version=__version__,
        disclaimer=DISCLAIMER,
        severities=SEVERITIES,
        severity_words=words.SEVERITY_WORDS,
        count=words.count,
    )
    return made


def _finalize(value: Any) -> Any:
    """Takes out of every string what could reverse or hide text; markup that was made here passes."""
    return inert(value) if type(value) is str else value


@cache
def _style() -> str:
    """The style sheet, with the severities' colours in front as variables."""
    pairs: dict[str, colours.Colour] = {
        **{severity: colours.SEVERITY[severity] for severity in SEVERITIES},
        "doubt": colours.DOUBT,
    }
    shades = "".join(f"--{name}-ink:#{pair.ink};--{name}-fill:#{pair.fill};" for name, pair in pairs.items())
    return f":root{{{shades}}}\n{_asset('style.css')}"


@cache
def _asset(name: str) -> str:
    from importlib.resources import files

    return files("clausecheck.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _trusted(content: str) -> Any:
    """Our own style or script, which goes into the page as it is."""
    from markupsafe import Markup

    return Markup(content)
