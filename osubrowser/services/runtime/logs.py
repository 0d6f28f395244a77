"""Logging to a rotating file and the terminal, with secrets redacted."""

from __future__ import annotations

import contextlib
import logging
import re
import sys
from typing import TYPE_CHECKING, TextIO

from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("debug", "info", "warning", "error")
_BYTES, _FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"

_LONG_NAMES = r"[\w-]*(?:secret|token|password|verifier|challenge|session|api_key|legacy_key)"
_NAMES = rf"{_LONG_NAMES}|code|state|k"
_SECRETS = (
    # Bearer and Basic credentials in a header, and what else a header has to hide.
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}"), r"\1 ***"),
    (re.compile(r"(?i)(?<![\w-])((?:set-)?cookie|authorization): [^\n]+"), r"\1: ***"),
    # name=value in a URL, a form, or the repr of an object.
    (
        re.compile(
            rf"(?i)(?:(?<![\w-])|(?<=%3f)|(?<=%26))({_NAMES})(=|%3d)"
            rf"(?:b?(['\"])[^'\"\n]*\3|[^\s&#'\",;)\]}}]+)"
        ),
        r"\1\2***",
    ),
    # "name": "value" in JSON or the repr of a dict, also within another string.
    (
        re.compile(
            rf"(?i)(\\{{0,3}}['\"])({_NAMES})\1(\s*[:,]\s*)(b?\\{{0,3}}(['\"])).*?(?<!\\)\\{{0,3}}\5"
        ),
        r"\1\2\1\3\5***\5",
    ),
    # name: value in a sentence.
    (re.compile(rf"(?i)(?<![\w-])({_LONG_NAMES}): [\w.~+/=%-]{{8,}}"), r"\1: ***"),
    # Name and password in a URL.
    (re.compile(r"(?<=://)[^/\s:@'\"]+:[^/\s@'\"]+@"), "***@"),
    # A JSON web token anywhere. Each run of its characters is read once, from its beginning.
    (re.compile(r"(?<![\w-])eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?"), "***"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def redact(text: str) -> str:
    """Return `text` with secrets masked and control characters escaped."""
    for pattern, mask in _SECRETS:
        text = pattern.sub(mask, text)
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


class RedactingFormatter(logging.Formatter):
    """Formatter that redacts secrets, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the formatted and redacted record."""
        return redact(super().format(record))


class _QuietHandler(logging.Handler):
    """Handler that drops what it cannot write: the disk is full, or the terminal is closed.

    Otherwise each record that is lost prints a traceback to the terminal.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the record."""


class Logs:
    """Log writer on a thread of its own, until `close`.

    Attributes:
        problem: why there is no log file, as a sentence, or None.
    """

    def __init__(self, file: Path, level: str = "info") -> None:
        """Start logging to `file`, from level `info` or lower, and at `level` to the terminal.

        Args:
            file: the log file; its folder is created.
            level: one of `LEVELS`.
        """
        from logging.handlers import QueueHandler, QueueListener
        from queue import SimpleQueue

        self.problem: str | None = None
        handlers = self._handlers(file, getattr(logging, level.upper()))
        queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
        self._handler = QueueHandler(queue)
        self._root = logging.getLogger()
        self._level_before = self._root.level
        self._root.setLevel(min((handler.level for handler in handlers), default=logging.WARNING))
        self._root.addHandler(self._handler)
        self._listener = QueueListener(queue, *handlers, respect_handler_level=True)
        self._listener.start()
        # Libraries log each request at lower levels, with its URL.
        for name in ("urllib3", "asyncio", "qasync", "authlib", "keyring", "PIL"):
            logging.getLogger(name).setLevel(logging.WARNING)

    def close(self) -> None:
        """Write the queued records, and stop."""
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._level_before)
        self._listener.stop()
        for handler in self._listener.handlers:
            with contextlib.suppress(OSError, ValueError):  # what is not written yet has no room
                handler.close()
        self._handler.close()

    def _handlers(self, file: Path, level: int) -> list[logging.Handler]:
        from logging.handlers import RotatingFileHandler

        class Terminal(_QuietHandler, logging.StreamHandler[TextIO]):
            pass

        class LogFile(_QuietHandler, RotatingFileHandler):
            pass

        handlers: list[logging.Handler] = []
        if sys.stderr is not None:  # a window of its own on Windows has no terminal
            terminal = Terminal()
            terminal.setLevel(level)
            handlers.append(terminal)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            to_file = LogFile(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
        except OSError as error:
            self.problem = tr("There will be no log file ({strerror}).").format(
                strerror=error.strerror
            )
        else:
            to_file.setLevel(min(level, logging.INFO))
            handlers.append(to_file)
        for handler in handlers:
            handler.setFormatter(RedactingFormatter(_FORMAT))
        return handlers
