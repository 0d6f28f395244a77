"""Exception hooks that log and show unexpected errors of slots, threads and tasks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    import threading
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from osubrowser.services.crashes.report import CrashReport
    from osubrowser.services.runtime.logs import Logs

MOST_ERRORS = 100


class UnexpectedErrors:
    """Handler of the exceptions of slots, threads and tasks that nothing else catches.

    Args:
        crash_report: gets each error.
        show: shows the report; called in the GUI thread after each error.

    Attributes:
        errors: the first `MOST_ERRORS` errors.
    """

    def __init__(self, crash_report: CrashReport, show: Callable[[CrashReport], object]) -> None:
        self.errors: list[BaseException] = []
        self._crash_report = crash_report
        self._show = show
        self._logs: Logs | None = None

    def watch(self, loop: asyncio.AbstractEventLoop, log_file: Path, level: str) -> None:
        """Open the log, and install the hooks.

        Args:
            loop: the running loop of the GUI thread.
            log_file: where the log is written.
            level: the lowest level that is logged, one of `services.runtime.logs.LEVELS`.
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
        """Log and show an error; called in the GUI thread."""
        import logging

        if len(self.errors) < MOST_ERRORS:
            self.errors.append(error)
        logging.getLogger(__name__).error("an unexpected error", exc_info=error)
        self._crash_report.add(error)
        self._show(self._crash_report)

    def close(self) -> None:
        """Remove the hooks, and close the log."""
        import threading

        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._logs is not None:
            self._logs.close()
