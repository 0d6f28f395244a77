"""Paths of data files in a source tree, an installed wheel and a frozen application."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of one file or folder below `resources/`.

    Args:
        parts: the path below `resources/`, one name each, such as `"icons", "back.svg"`.

    Returns:
        An absolute path. Its existence is not checked.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_resources", package.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    root = next((folder for folder in candidates if folder.is_dir()), candidates[-1])
    return root.joinpath(*parts)
