"""Errors that nobody expected: wherever they come up, they are logged and the person is told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    import threading
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from osubrowser.services.runtime.logs import Logs

MOST_ERRORS = 100


class Unexpected:
    """Takes the errors of slots, threads and tasks that nobody else takes.

    Args:
        show: shows one to the person; in the GUI thread.
        stop: ends the program: somebody pressed Ctrl+C in the terminal.

    Attributes:
        errors: the first `MOST_ERRORS` of them.
    """

    def __init__(self, show: Callable[[BaseException], object], stop: Callable[[], object]) -> None:
        self.errors: list[BaseException] = []
        self._show = show
        self._stop = stop
        self._logs: Logs | None = None

    def watch(self, loop: asyncio.AbstractEventLoop, log_file: Path, level: str) -> None:
        """From now on write the log, and bring everything to `report`.

        Args:
            loop: of the GUI thread; it runs.
            log_file: where the log is written.
            level: the least that is logged, one of `services.logs.LEVELS`.
        """
        import threading

        from osubrowser.services.runtime.logs import Logs

        self._logs = Logs(log_file, level)

        def from_slot(
            _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
        ) -> None:
            self.report(error)

        def from_thread(arguments: threading.ExceptHookArgs) -> None:
            if arguments.exc_value is not None:
                loop.call_soon_threadsafe(self.report, arguments.exc_value)

        def from_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
            error = context.get("exception")
            if not isinstance(error, BaseException):
                error = RuntimeError(str(context.get("message")))
            self.report(error)

        sys.excepthook = from_slot
        threading.excepthook = from_thread
        loop.set_exception_handler(from_loop)

    def report(self, error: BaseException) -> None:
        """Log an error that nobody expected, and show it. In the GUI thread."""
        import logging

        if isinstance(error, KeyboardInterrupt):
            self._stop()
            return
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(error)
        logging.getLogger(__name__).error("an unexpected error", exc_info=error)
        self._show(error)

    def close(self) -> None:
        """Leave errors to the interpreter again, and end the log."""
        import threading

        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._logs is not None:
            self._logs.close()
