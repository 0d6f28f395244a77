"""Signature of Windows files, where there is a command for it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def command() -> str:
    """Return the command that signs the file which is appended to it; "" for none.

    It is the environment variable OSUBROWSER_SIGN_WINDOWS.
    """
    return os.environ.get("OSUBROWSER_SIGN_WINDOWS", "")


def sign(file: Path) -> None:
    """Sign a file in place, if there is a command.

    Raises:
        subprocess.CalledProcessError: the command failed; it has printed why.
    """
    if command():
        # As makensis runs it for the installer and the uninstaller: a line for the shell.
        subprocess.run(f'{command()} "{file}"', shell=True, check=True)  # noqa: S602
