"""Record of a run, which tells the next one how it ended.

It is a file that is there while the program runs: the interpreter writes the stacks of all threads
to it when the process crashes, and an orderly end deletes it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from osubrowser import __version__

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MANY: Final = 2
"""Runs in a row, that ended uncleanly or crashed, that are no chance."""

_RECORD: Final = "running.txt"
_LARGEST: Final = 200_000  # bytes
_MOST: Final = 9999  # runs that are counted
_HEAD: Final = re.compile(
    rb"osubrowser [^\n]{1,40}, after ([0-9]{1,4}) unclean ends, ([0-9]{1,4}) crashes\n"
)
_ERROR: Final = b"an unexpected error was shown\n"


@dataclass(frozen=True, slots=True)
class LastRun:
    """How the last run ended.

    Attributes:
        unclean_ends: runs in a row that did not end in order, such as by a crash or a power cut.
        crashes: runs in a row that crashed, failed to start, or were killed after an error.
        report: the report of a crash that left none itself.
    """

    unclean_ends: int = 0
    crashes: int = 0
    report: Path | None = None

    @property
    def offers_safe_mode(self) -> bool:
        """Whether something is wrong: one kill, or one power cut, is no crash of the program."""
        return self.crashes > 0 or self.unclean_ends >= MANY

    @property
    def needs_safe_mode(self) -> bool:
        """Whether it crashed again and again: an offer might not stay for long enough."""
        return self.crashes >= MANY


class RunRecord:
    """Record of a run, from `begin` to `end`. One program has it: it holds the profile's lock.

    Args:
        folder: where the record and the reports are, which is made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _RECORD
        self._file: IO[bytes] | None = None

    def begin(self) -> LastRun:
        """Read how the last run ended, and record this one. Never raises."""
        last = LastRun()
        try:
            last = self._read_last()
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb", buffering=0)
            counts = f"after {last.unclean_ends} unclean ends, {last.crashes} crashes"
            self._file.write(f"osubrowser {__version__}, {counts}\n".encode())
            faulthandler.enable(self._file, all_threads=True)
        except (OSError, ValueError) as error:  # a read-only disk
            log.debug("the run is not recorded: %s", error)
        return last

    def note_error(self) -> None:
        """Record that an unexpected error was shown: if this run is killed now, it has crashed."""
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):
                self._file.write(_ERROR)

    def end(self, *, has_failed: bool = False) -> None:
        """Record an orderly end.

        Args:
            has_failed: whether the program could not start; the record stays, and says so.
        """
        if self._file is None:
            return
        if faulthandler.is_enabled():
            faulthandler.disable()
        if has_failed:
            self.note_error()
        self._file.close()
        self._file = None
        if not has_failed:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _read_last(self) -> LastRun:
        try:
            with self._path.open("rb") as file:
                data = file.read(_LARGEST)
        except FileNotFoundError:
            return LastRun()
        head = _HEAD.match(data)
        unclean, crashes = (int(head[1]), int(head[2])) if head is not None else (0, 0)
        trace = data[head.end() :] if head is not None else data
        stacks = trace.replace(_ERROR, b"").strip()
        report = None
        if stacks:
            from osubrowser.services.crashes.report import write_report

            text = stacks.decode(errors="replace")
            report = write_report(self._folder, f"The process crashed.\n{text}")
        return LastRun(min(unclean + 1, _MOST), min(crashes + 1, _MOST) if trace else 0, report)
