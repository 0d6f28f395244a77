"""Restart of the program, once everything is closed, and the file that starts it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def appimage() -> str | None:
    """Return the path of the AppImage that this program runs from; None for no AppImage.

    Its variables are inherited: they may be those of another program, such as a terminal.
    """
    image, mounted = os.environ.get("APPIMAGE"), os.environ.get("APPDIR")
    if not getattr(sys, "frozen", False) or not image or not mounted:
        return None
    is_own = Path(sys.executable).resolve().is_relative_to(Path(mounted).resolve())
    return image if is_own else None


def command_of(arguments: Sequence[str]) -> list[str]:
    """Return the command that starts this program with other arguments."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "osubrowser", *arguments]
    # An AppImage is mounted while it runs: its own file starts it again.
    return [appimage() or sys.executable, *arguments]


def start_again(arguments: Sequence[str]) -> None:
    """Replace this process by a new start. On Windows, start another one; this one must end.

    The profile's lock must be released. In a sandbox another process would end with this one.

    Raises:
        OSError: the program could not be started.
    """
    command = command_of(arguments)
    # A frozen program otherwise takes the new one for a part of itself.
    environment = os.environ | {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if os.name == "posix":
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os.execve(command[0], command, environment)  # noqa: S606 - this program
    import subprocess

    subprocess.Popen(command, env=environment)  # noqa: S603 - this program
