"""Facts of the project that packages state: date of the source, releases, home page."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
APPLICATION_ID: Final = "org.osubrowser.osubrowser"
AUTHORS: Final = "osubrowser contributors"
_RELEASE = re.compile(r"^## \[(\d[^\]]*)\] - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


class PackageError(Exception):
    """A package cannot be made; its text says what is missing, for the person who builds."""


def source_date() -> int:
    """Return the date of the source, in seconds since 1970: all files of a package have it.

    It is SOURCE_DATE_EPOCH if that is set, else the date of the last commit, else, in a source
    archive, that of CHANGELOG.md.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],  # noqa: S607 - found on the PATH, as everywhere
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return int(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return int((ROOT / "CHANGELOG.md").stat().st_mtime)


def releases(version: str, date: int) -> dict[str, str]:
    """Return the ISO date of each release in CHANGELOG.md, and of `version`; the newest first.

    Args:
        version: the version that is built.
        date: its date in seconds since 1970, where CHANGELOG.md does not have it.
    """
    dated = dict(_RELEASE.findall((ROOT / "CHANGELOG.md").read_text("utf-8")))
    built = datetime.datetime.fromtimestamp(date, datetime.UTC).date().isoformat()
    return {version: built} | dated


def homepage() -> str:
    """Return the address of the project's repository; "" where none is known.

    It is the Homepage of pyproject.toml, else the repository whose workflow builds this.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = str(project.get("urls", {}).get("Homepage", ""))
    server, repository = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return named or (f"{server}/{repository}" if server and repository else "")
