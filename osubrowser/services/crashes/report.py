"""Crash reports: text files without secrets and without the name of the home folder."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser import __version__
from osubrowser.services.runtime.logs import redact
from osubrowser.services.storage.atomic_write import write_whole

if TYPE_CHECKING:
    from concurrent.futures import Executor

log = logging.getLogger(__name__)

MOST_REPORTS: Final = 10
"""Reports that are kept; the oldest are deleted."""
MOST_ERRORS: Final = 10
"""Errors of one report."""
LONGEST: Final = 200_000
"""Characters of one report."""

_REPORT: Final = re.compile(r"crash-[0-9]{8}-[0-9]{6}(?:-[0-9]+)?\.txt\Z")


_HOMES: Final = re.compile(
    r"(?<![\w.])(/(?:var/)?home/|/Users/|/(?:run/)?media/|[A-Za-z]:\\{1,2}Users\\{1,2})[^/\\\s'\":]+"
)
"""Folders that have the name of a user: home folders, and drives of one."""


def versions() -> str:
    """Return the versions for a report, one a line, in English."""
    import platform

    lines = [f"osubrowser {__version__}" + (" (frozen)" if getattr(sys, "frozen", False) else "")]
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None:
        lines.append(f"Qt {qt.qVersion()}")
    lines.append(f"Python {platform.python_version()}")
    lines.append(f"{platform.system()} {platform.release()} ({platform.machine()})")
    return "\n".join(lines)


def cleaned(text: str) -> str:
    """Return a text for a report: without secrets, control characters, and names of users."""
    text = redact(text)
    home = _home()
    if len(home) > 1:
        for spelling in {home, home.replace("\\", "\\\\"), home.replace("\\", "/")}:
            text = text.replace(spelling, "~")
    return _HOMES.sub(r"\1*", text)[:LONGEST]


def _home() -> str:
    """Return the home folder; "" for none."""
    try:
        return str(Path.home())
    except RuntimeError:
        return ""


class CrashReport:
    """Report of this run: the versions, and each unexpected error.

    Args:
        folder: where it is written.
        executor: writes it; None writes at once.

    Attributes:
        text: the whole report.
        file: where it is, or is about to be; None without an error.
    """

    def __init__(self, folder: Path | None, executor: Executor | None = None) -> None:
        self.text = versions()
        self.file: Path | None = None
        self._folder = folder
        self._executor = executor
        self._count = 0

    def add(self, error: BaseException) -> None:
        """Add an error, and write the report. Errors after `MOST_ERRORS` are counted only."""
        self._count += 1
        if self._count > MOST_ERRORS + 1:
            return
        trace = "".join(traceback.format_exception(error)).rstrip()
        more = trace if self._count <= MOST_ERRORS else "More errors followed."
        self.text = cleaned(f"{self.text}\n\n{more}")
        if self._folder is None:
            return
        if self.file is None:
            self.file = _free_name(self._folder)
        if self._executor is None:
            _write(self.file, self.text)
        else:
            with contextlib.suppress(RuntimeError):  # the pool is shut down
                self._executor.submit(_write, self.file, self.text)


def write_report(folder: Path, text: str) -> Path | None:
    """Write a report of its own, and delete the oldest. Blocks.

    Returns:
        The file; None if it could not be written.
    """
    file = _free_name(folder)
    return file if _write(file, cleaned(f"{versions()}\n\n{text}")) else None


def _write(file: Path, text: str) -> bool:
    try:
        write_whole(file, (text + "\n").encode(errors="replace"), private=True)
        # The clock may have been set back: this one is the newest, whatever the names say.
        names = sorted({one.name for one in file.parent.glob("crash-*.txt")} - {file.name})
        for name in [one for one in names if _REPORT.match(one)][: 1 - MOST_REPORTS]:
            (file.parent / name).unlink(missing_ok=True)
    except OSError as error:
        log.warning("the crash report could not be written: %s", error.strerror)
        return False
    return True


def _free_name(folder: Path) -> Path:
    stem = time.strftime("crash-%Y%m%d-%H%M%S")
    names = (f"{stem}.txt", *(f"{stem}-{n}.txt" for n in range(2, 100)))
    # `Path.exists` raises in a folder without permission.
    return next(
        (folder / one for one in names if not os.path.lexists(folder / one)), folder / names[-1]
    )
