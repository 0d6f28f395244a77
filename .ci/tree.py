"""Write the tree in CONTRIBUTING.md anew from the modules' own first lines."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lines(folder: Path, depth: int) -> list[str]:
    """Draw one folder: its modules with their first lines, then its folders."""
    drawn = [f"{'  ' * depth}{folder.name}/"]
    for file in sorted(folder.glob("*.py")):
        if file.name != "__init__.py":
            words = (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").splitlines()[0]
            drawn.append(f"{'  ' * (depth + 1) + file.name:<34} {words}")
    for sub in sorted(p for p in folder.iterdir() if p.is_dir() and any(p.glob("*.py"))):
        drawn += lines(sub, depth + 1)
    return drawn


def main() -> None:
    """Replace the block between ```tree and ```."""
    page = ROOT / "CONTRIBUTING.md"
    tree = "\n".join(lines(ROOT / "osubrowser", 0))
    text = page.read_text("utf-8")
    page.write_text(
        re.sub(r"```tree\n.*?```", lambda _: f"```tree\n{tree}\n```", text, flags=re.DOTALL),
        "utf-8",
    )


if __name__ == "__main__":
    main()
