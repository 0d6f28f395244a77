"""Progress of replay downloads in the window: status line, title, task bar, notifications."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from osubrowser.services.downloads.entries import BatchSummary, QueueSummary
    from osubrowser.services.downloads.queue import DownloadQueue
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.chrome import StatusLine
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.tray import Tray

_SHOW: Final = tr("Show queue")


class DownloadProgress(QObject):
    """Controller of everything about downloads that is outside of their page.

    Args:
        window: is alerted when a batch is done.
        status_line: shows what is running.
        messages: shows the results of saving.
        tray: shows the notifications.
        replays: the queue, once it is built.
        settings: whether the desktop shows notifications.
        calls: runs messages to the task bar on a worker; None for none.
        open_queue: opens the page of the queue.
        is_queue_shown: whether that page is in front.

    Attributes:
        title: `30 %`, for the title of the window; "" while nothing runs.
        title_changed: `title` has changed.
    """

    title_changed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        status_line: StatusLine,
        messages: MessageBar,
        tray: Tray,
        replays: ReplayServices,
        settings: Settings,
        calls: Calls | None,
        open_queue: Callable[[], object],
        is_queue_shown: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self.title = ""
        self._window = window
        self._status_line = status_line
        self._messages = messages
        self._tray = tray
        self._settings = settings
        self._calls = calls
        self._open_queue = open_queue
        self._is_queue_shown = is_queue_shown
        self._scope = TaskScope()
        status_line.downloads_pressed.connect(open_queue)
        replays.queue_built.connect(self._on_queue_built)
        replays.message_requested.connect(self._show_message)

    def close(self) -> None:
        """Cancel what is being shown in the task bar."""
        self._scope.cancel_all()

    def _on_queue_built(self, queue: DownloadQueue) -> None:
        queue.summary_changed.connect(self._show_summary)
        queue.batch_finished.connect(self._on_batch_finished)
        queue.noted.connect(lambda text: self._show_message("warning", text))

    def _show_message(self, level: str, text: str) -> None:
        button = "" if self._is_queue_shown() else _SHOW
        self._messages.show_message(level, text, button=button, action=self._open_queue)

    def _show_summary(self, summary: QueueSummary) -> None:
        text = status_text(summary, datetime.now().astimezone())
        details = f"{summary.text}. {summary.reason}".strip(". ") if text else ""
        self._status_line.set_downloads(text, tooltip(details))
        share = summary.fraction
        title = "" if share is None or summary.is_paused else numerals.percent(share, 0)
        if title != self.title:
            self.title = title
            self.title_changed.emit()
            self._show_in_task_bar(share if title else None)

    def _show_in_task_bar(self, share: float | None) -> None:
        if self._calls is not None:
            from osubrowser.ui.shell.task_bar import is_supported, show_progress

            if is_supported():
                job = self._calls.run_at_once(show_progress, share)
                self._scope.start(job, key="task bar")

    def _on_batch_finished(self, batch: BatchSummary) -> None:
        text = plain(batch.text)
        level = "warning" if batch.failed else "good"
        self._show_message(level, text)
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if self._settings.replay_notice:
            self._tray.notify(text, self._open_queue)


def status_text(summary: QueueSummary, now: datetime) -> str:
    """Return the text of the status line: `2 replays downloading · done 14:32`; "" for none."""
    count = summary.running + summary.waiting
    if not count:
        return ""
    if summary.is_paused:
        return tr("%n replay(s) paused", "", count)
    if summary.reason:
        return tr("%n replay(s) waiting", "", count)
    text = tr("%n replay(s) downloading", "", count)
    if summary.eta is None:
        return text
    done = tr("done {when}").format(when=end_text(summary.eta, now))
    return f"{text} · {done}"


def end_text(seconds: float, now: datetime) -> str:
    """Return when something is done: `14:32`, `tomorrow 9:05`, `in 3 d`."""
    end = now + timedelta(seconds=min(seconds, 10_000_000))
    days = (end.date() - now.date()).days
    if days == 0:
        return f"{end:%H:%M}"
    if days == 1:
        return tr("tomorrow {time}").format(time=f"{end:%H:%M}")
    return tr("in {days} d").format(days=days)
