"""Environment of the build: a virtual environment with locked packages, and a fixed time."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

LOCK: Final = Path(__file__).with_name("requirements.lock")
"""Every package by version and hash, for all systems; CONTRIBUTING.md says how it is made."""


def create(folder: Path) -> Path:
    """Make a virtual environment with the locked packages, and return its interpreter.

    An environment that has them already is used as it is.

    Raises:
        subprocess.CalledProcessError: a package cannot be installed, or has another hash.
    """
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = folder / scripts / ("python.exe" if sys.platform == "win32" else "python")
    done = folder / LOCK.name
    lock = LOCK.read_bytes()
    if python.is_file() and done.is_file() and done.read_bytes() == lock:
        return python
    venv.create(folder, with_pip=True, clear=True)
    command: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    # Wheels alone: a build would run code that no hash covers.
    hashed: list[str | Path] = [
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        LOCK,
    ]
    subprocess.run([*command, *hashed], check=True)
    done.write_bytes(lock)
    return python


def reproducible(time: int) -> dict[str, str]:
    """Return the environment variables of a build that depends on nothing but its source.

    Args:
        time: date of the source, in seconds since 1970.
    """
    return {**os.environ, "SOURCE_DATE_EPOCH": str(time), "PYTHONHASHSEED": "0"}
