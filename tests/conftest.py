"""Options of the whole test suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples every time: what fails, fails for everybody.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden reports anew; then read the diff.")
