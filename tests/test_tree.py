"""The shape of the source: the tree that CONTRIBUTING.md draws, module docstrings, house rules."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "osubrowser"
MODULES = sorted(p.relative_to(ROOT).as_posix() for p in PACKAGE.rglob("*.py"))


def drawn_tree() -> dict[str, str]:
    """Return each folder in CONTRIBUTING.md's tree, with the words behind it."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(r"```tree\n(.*?)```", text, re.DOTALL)
    assert block, "CONTRIBUTING.md has no ```tree block"
    folders: list[str] = []
    found = {}
    for line in block[1].splitlines():
        match = re.match(r"^( *)(\S+)/\s+(.*)$", line)
        assert match, line
        folders = [*folders[: len(match[1]) // 2], match[2]]
        found["/".join(folders)] = match[3]
    return found


def test_the_tree_has_every_folder_and_its_own_words() -> None:
    packages = {name.removesuffix("/__init__.py"): name for name in MODULES if "__init__" in name}
    assert drawn_tree() == {
        folder: (ast.get_docstring(ast.parse((ROOT / name).read_text("utf-8"))) or "").splitlines()[
            0
        ]
        for folder, name in packages.items()
    }


def test_the_contributing_page_is_short() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    own = re.sub(r"^```tree$.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    own = re.sub(r"^<details>.*?^</details>\n", "", own, flags=re.MULTILINE | re.DOTALL)
    assert len(own) < len(text), "the folders are drawn in it"
    assert len(own.splitlines()) < 150


@pytest.mark.parametrize("name", MODULES)
def test_each_module_says_in_one_line_why_it_exists(name: str) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8")))
    assert docstring, f"{name} has no docstring"
    first = docstring.splitlines()[0]
    assert first.endswith("."), f"{name}: {first!r} is not a sentence"


def calls_in(name: str) -> list[ast.Call]:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("name", [m for m in MODULES if "/ui/" in m])
def test_no_dialog_blocks_the_loop(name: str) -> None:
    blocking = [
        call.lineno
        for call in calls_in(name)
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("exec", "exec_")
    ]
    assert not blocking, f"{name} calls exec() in lines {blocking}: open() and a signal instead"


def imports_of(name: str) -> set[str]:
    """Every module that a file names in an import, types only or not."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("name", [m for m in MODULES if "/services/" in m or "/models/" in m])
def test_services_and_models_import_no_widgets(name: str) -> None:
    assert not {i for i in imports_of(name) if "QtWidgets" in i}


PAINTS = re.compile(r"(data|headerData|paint|paintEvent|_?(paint|draw)_\w+|width_hint)\Z")
FORMATTERS = frozenset({"strftime", "isoformat", "fromtimestamp", "astimezone", "format"})


def formatting_in(tree: ast.AST) -> list[str]:
    """Return where numbers and dates are formatted in `data` methods and in painting."""
    found = []
    for function in ast.walk(tree):
        if not (isinstance(function, ast.FunctionDef) and PAINTS.match(function.name)):
            continue
        for node in ast.walk(function):
            is_spec = isinstance(node, ast.FormattedValue) and node.format_spec is not None
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", getattr(called, "id", ""))
            if is_spec or name in FORMATTERS:
                found.append(f"{function.name}, line {getattr(node, 'lineno', 0)}")
    return found


def test_formatting_is_found_in_painting_only() -> None:
    code = 'def {}(self, x):\n    return f"{{x:.2f}}", f"{{x}}", x.strftime("%d")'
    assert len(formatting_in(ast.parse(code.format("_draw_stars")))) == 2
    assert len(formatting_in(ast.parse(code.format("data")))) == 2
    assert formatting_in(ast.parse(code.format("card"))) == []


@pytest.mark.parametrize(
    "name", [name for name in MODULES if name.startswith(("osubrowser/ui/", "osubrowser/models/"))]
)
def test_nothing_is_formatted_while_it_is_painted(name: str) -> None:
    # An exception that leaves `data` or a paint event ends the process.
    assert formatting_in(ast.parse((ROOT / name).read_text(encoding="utf-8"))) == []


def test_the_lowest_versions_that_are_tested_are_the_bounds_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    bounds = {re.sub(r"([\w.-]+)>=([\w.]+).*", r"\1 \2", each) for each in needed}
    pins = (ROOT / ".ci" / "lowest.txt").read_text("utf-8").split()

    def normal(name: str, version: str) -> tuple[str, str]:
        return name, re.sub(r"(\.0)+\Z", "", version)

    assert {normal(*pin.split("==")) for pin in pins} == {normal(*each.split()) for each in bounds}
