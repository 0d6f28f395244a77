"""A frozen program has every module it needs: PyInstaller follows import statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_app import contents

ROOT = Path(__file__).resolve().parents[1]
ROOTS = (
    "osubrowser.__main__",
    "osubrowser.demo.__main__",
    # For scripts: the program does not use it.
    "osubrowser.api.legacy",
    # For the wiki, which has no page yet.
    "osubrowser.services.richtext.markdown",
)
DYNAMIC = frozenset({"importlib", "imp", "runpy", "pkgutil", "zipimport"})
LAZY = "osubrowser.api"
"""Imports its names from a table on first use: import statements must lead to each module of it."""

CALLS = frozenset({"__import__", "import_module", "exec", "eval"})


def modules(root: Path) -> dict[str, Path]:
    """Return the file of each module of the package, by its dotted name."""
    found = {}
    for path in sorted((root / "osubrowser").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield what a module's import statements may name, wherever they stand.

    Those for type checkers alone are left out: they are not executed.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                yield from imported(ast.Module([other], []))
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports are not followed here"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        yield from imported(node)


def unreachable(root: Path, starts: tuple[str, ...]) -> list[str]:
    """Return the modules that no chain of import statements leads to."""
    known, seen, todo = modules(root), set[str](), list(starts)
    while todo:
        name = todo.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        parts = name.split(".")
        todo += [".".join(parts[:end]) for end in range(1, len(parts))]
        todo += imported(ast.parse(known[name].read_text("utf-8")))
    return sorted(set(known) - seen)


def is_within(name: str, packages: tuple[str, ...]) -> bool:
    """Whether a module is one of some packages, or below one."""
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


def imports_by_string(source: str, known: set[str]) -> list[str]:
    """Return what in a module's source can import by a name that is no import statement."""
    found = []
    tree = ast.parse(source)
    loggers = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "logging.getLogger"
        for argument in node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name.partition(".")[0] for alias in node.names]
            found += [name for name in names if name in DYNAMIC]
        elif isinstance(node, ast.ImportFrom):
            is_dynamic = (node.module or "").partition(".")[0] in DYNAMIC
            if is_dynamic and node.module != "importlib.metadata":
                found.append(str(node.module))
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            is_method = isinstance(called, ast.Attribute) and name in ("exec", "eval")
            found += [name] if name in CALLS and not is_method else []
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_module = "." in node.value and node.value in known
            found += [node.value] if is_module and id(node) not in loggers else []
        elif isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            text = first.value if isinstance(first, ast.Constant) else ""
            found += [str(text)] if str(text).startswith("osubrowser.") else []
    return found


def test_import_statements_lead_to_every_module_but_those_left_out() -> None:
    left_out = [name for name in modules(ROOT) if is_within(name, contents.EXCLUDED_MODULES)]
    assert unreachable(ROOT, ROOTS) == left_out
    assert left_out


def test_nothing_is_imported_by_a_string() -> None:
    known = modules(ROOT)
    found = {
        name: said
        for name, path in known.items()
        if name != LAZY and (said := imports_by_string(path.read_text("utf-8"), set(known)))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "from importlib import import_module",
        "import importlib.util",
        "__import__('osubrowser.' + name)",
        "loader.import_module(name)",
        "PAGES = ('osubrowser.ui.pages.player.page',)",
        "name = f'osubrowser.ui.pages.{page}'",
        "exec(f'import {name}')",
    ],
)
def test_each_way_to_import_by_a_string_is_noticed(source: str) -> None:
    assert imports_by_string(source, {"osubrowser.ui.pages.player.page"})


@pytest.mark.parametrize(
    "source",
    [
        "dialog.exec()",
        "import osubrowser.ui",
        "'''osubrowser.ui is imported.'''",
        "log = logging.getLogger('osubrowser.ui')",
    ],
)
def test_nothing_else_is_noticed(source: str) -> None:
    assert imports_by_string(source, {"osubrowser.ui"}) == []


def test_a_module_that_only_a_string_or_a_type_names_is_noticed(tmp_path: Path) -> None:
    package = tmp_path / "osubrowser"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from osubrowser import typed\n"
        "def open():\n    from osubrowser.lazy import page\n"
        "NAMED = 'osubrowser.named'\n"
    )
    for name in ("typed", "lazy", "named"):
        (package / f"{name}.py").touch()
    assert unreachable(tmp_path, ("osubrowser.__main__",)) == [
        "osubrowser.named",
        "osubrowser.typed",
    ]
