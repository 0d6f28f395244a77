"""First import of Qt for Python, without its hook on later imports."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Import PySide6, and take out its hook that reads the source of every imported module.

    PySide6 looks there for the use of its language features (`from __feature__ import ...`), which
    this program does not use. Call it before other imports.
    """
    import PySide6.QtCore  # noqa: F401

    original = getattr(builtins, "__orig_import__", None)  # missing in other versions of PySide6
    if original is not None:
        builtins.__import__ = original
