"""Public names of `osubrowser.api`: equal at run time and for type checkers."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

import osubrowser
import osubrowser.api as package

ROOT = Path(osubrowser.__file__).parent
HOME_OF: dict[str, str] = vars(package)["_HOME_OF"]  # the stub does not tell of it


def test_type_checkers_read_the_names_that_programs_get() -> None:
    stub = ast.parse((ROOT / "api" / "__init__.pyi").read_text("utf-8"))
    told: dict[str, Any] = {}
    for line in stub.body:
        assert isinstance(line, ast.ImportFrom)
        for alias in line.names:
            assert alias.asname == alias.name, f"{alias.name} is not exported"
            assert alias.name not in told
            told[alias.name] = line.module
    assert told == {name: f"osubrowser.api.{home}" for name, home in HOME_OF.items()}


def test_every_name_is_there() -> None:
    given: dict[str, Any] = {}
    exec("from osubrowser.api import *", given)
    for name in HOME_OF:
        assert given[name] is getattr(package, name)
        assert name in dir(package)
    with pytest.raises(AttributeError):
        getattr(package, "Beatmania")  # noqa: B009 - for the type checker it is not there


def test_the_program_itself_imports_from_the_modules() -> None:
    """What freezes it follows imports in the source: it does not see what a name would load."""
    for file in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "osubrowser.api":
                assert not {alias.name for alias in node.names} & set(HOME_OF), file
