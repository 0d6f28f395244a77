"""Tree of the package: prints every file, and draws the folders in CONTRIBUTING.md.

`python .ci/tree.py [FOLDER]` prints each module with the first line of its docstring;
`--write` puts the folders, with the first lines of their `__init__.py`, into CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "osubrowser"


def summary(file: Path) -> str:
    """Return the first line of a module's docstring."""
    words = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return words.partition("\n")[0]


def packages(folder: Path) -> list[Path]:
    """Return the packages right below a folder, by name."""
    return sorted(p for p in folder.iterdir() if (p / "__init__.py").is_file())


def folder_lines(folder: Path, depth: int = 0) -> list[str]:
    """Return the tree of packages: a line each, with what is in it."""
    lines = [f"{'  ' * depth + folder.name + '/':<26} {summary(folder / '__init__.py')}"]
    for package in packages(folder):
        lines += folder_lines(package, depth + 1)
    return lines


def file_lines(folder: Path, depth: int = 0) -> list[str]:
    """Return the tree of packages and modules: a line each, with what it is."""
    lines = [f"{'  ' * depth}{folder.name}/"]
    for file in sorted(folder.glob("*.py")):
        if file.name != "__init__.py":
            lines.append(f"{'  ' * (depth + 1) + file.name:<34} {summary(file)}")
    for package in packages(folder):
        lines += file_lines(package, depth + 1)
    return lines


def main() -> None:
    """Print the files, or write the folders."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", default="osubrowser", help="a package, as a path")
    parser.add_argument("--write", action="store_true", help="draw the folders in CONTRIBUTING.md")
    options = parser.parse_args()
    if not options.write:
        sys.stdout.write("\n".join(file_lines(ROOT / options.folder)) + "\n")
        return
    page = ROOT / "CONTRIBUTING.md"
    tree = "\n".join(folder_lines(PACKAGE))
    text = page.read_text("utf-8")
    block = re.compile(r"```tree\n.*?```", re.DOTALL)
    page.write_text(block.sub(lambda _: f"```tree\n{tree}\n```", text), "utf-8")


if __name__ == "__main__":
    main()
