"""Restart of the program, once everything is closed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def command_of(arguments: Sequence[str]) -> list[str]:
    """Return the command that starts this program with other arguments."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "osubrowser", *arguments]
    # An AppImage is mounted while it runs: its own file starts it again.
    return [os.environ.get("APPIMAGE") or sys.executable, *arguments]


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
