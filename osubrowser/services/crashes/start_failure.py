"""Dialog of a start that failed, by the means of the system: there may be no Qt."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

from osubrowser.services.crashes.report import cleaned, write_report
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LONGEST: Final = 800


@contextlib.contextmanager
def qt_failures_shown(folder: Path, on_failure: Callable[[], object]) -> Iterator[None]:
    """Context in which Qt's last message before it ends the process is reported and shown.

    That is how Qt fails without a platform plugin, or without a display.

    Args:
        folder: where the report is written.
        on_failure: called before the process ends.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
        if kind is QtMsgType.QtFatalMsg:
            on_failure()
            show(message, write_report(folder, f"Qt could not start.\n{message}"))

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def show(reason: str, report: Path | None) -> None:
    """Show that the program cannot go on. Blocks until the dialog is closed.

    A start by a double click has no terminal: without a dialog nothing would be seen.

    Args:
        reason: what went wrong.
        report: the file of the report, or None.
    """
    text = tr("osubrowser could not start, or go on.")
    text += f"\n\n{cleaned(reason.strip())[:_LONGEST]}"
    if report is not None:
        where = tr("A report is in the file {file}").format(file=cleaned(str(report)))
        text += f"\n\n{where}"
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "osubrowser", 0x10)  # an error icon
        return
    any(map(_ran, _dialog_commands(text)))


def _dialog_commands(text: str) -> list[list[str]]:
    """Return commands that show a text in a dialog; the first one that is there is used."""
    if sys.platform == "darwin":
        script = 'on run argv\ndisplay alert "osubrowser" message (item 1 of argv)\nend run'
        return [["osascript", "-e", script, text]]
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return []
    return [
        ["zenity", "--error", "--no-markup", "--title=osubrowser", f"--text={text}"],
        ["kdialog", "--title", "osubrowser", "--error", text],
        ["xmessage", "-center", text],
    ]


def _ran(command: list[str]) -> bool:
    """Run a command to its end; False if it is not there, or did not work."""
    import shutil
    import subprocess

    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        done = subprocess.run([program, *command[1:]], check=False)  # noqa: S603 - in PATH
    except OSError:
        return False
    return done.returncode in (0, 1)  # 1: closed without its button
