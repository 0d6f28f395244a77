"""Notifications of changes of what is followed, and the unread number in the tray."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from osubrowser.services.history.records import FOLLOWED
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.settings.schema import FOLLOW_PACE
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.follow_controller import FOLLOWING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from osubrowser.services.history.records import Difference
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.services.settings.preferences import Preferences
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.shell.tray import Tray

APART: Final = 60_000
"""Smallest number of milliseconds between two notifications: what comes between is merged."""
_COLLECT: Final = 2000
"""Milliseconds in which changes are collected for one notification."""


def wall_clock() -> datetime:
    """Return the present local time."""
    return datetime.now().astimezone()


class ChangeNotices(QObject):
    """Controller of notifications and of the icon in the tray.

    Notifications need the setting `notify`; there are none in quiet hours, while the window is in
    front, and of muted things. Changes before the start of the program are not told.

    Args:
        window: is shown by a click.
        tray: shows the icon and the notifications.
        history: what is followed, and its changes.
        preferences: the settings `tray`, `notify` and the quiet hours.
        navigator: opens the page of what is followed.
        clock: returns the local time.
    """

    def __init__(
        self,
        window: QMainWindow,
        tray: Tray,
        history: HistoryServices,
        preferences: Preferences,
        navigator: Navigator,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._history = history
        self._preferences = preferences
        self._navigator = navigator
        self._clock = clock
        self._scope = TaskScope()
        self._told: int | None = None  # id of the last change that was there, or was told
        self._has_begun = False
        self._pace = FOLLOW_PACE  # before refreshing was paused
        self._has_waiting = False
        self._collecting = QTimer(self, singleShot=True, interval=_COLLECT)
        self._collecting.timeout.connect(self._on_collected)
        self._resting = QTimer(self, singleShot=True, interval=APART)
        self._resting.timeout.connect(self._on_rested)
        history.follows.changed.connect(self._on_follows_changed)
        history.written.connect(self._on_written)
        history.replaced.connect(self._on_replaced)
        preferences.changed.connect(self._on_preference_changed)
        tray.following_requested.connect(self._open)
        tray.pause_requested.connect(self._toggle_pause)
        self._show_pause()

    def close(self) -> None:
        """Tell nothing more; called when the window closes."""
        self._collecting.stop()
        self._resting.stop()
        self._scope.cancel_all()

    # --- the tray -----------------------------------------------------------------------------

    def _on_follows_changed(self) -> None:
        follows = self._history.follows
        self._tray.set_unread(follows.unread)
        if follows.is_loaded and not self._has_begun:
            self._has_begun = True
            self._tray.set_shown(self._preferences.settings.tray)
            self._scope.start(self._begin(), key="begin")

    def _on_preference_changed(self, name: str) -> None:
        if name == "tray":
            self._tray.set_shown(self._preferences.settings.tray)
        elif name == "follow_pace":
            self._show_pause()

    def _show_pause(self) -> None:
        is_paused = not self._preferences.settings.follow_pace
        self._tray.set_pause(tr("Go on refreshing") if is_paused else tr("Pause refreshing"))

    def _toggle_pause(self) -> None:
        pace = self._preferences.settings.follow_pace
        if pace:
            self._pace = pace
        self._preferences.set("follow_pace", 0 if pace else self._pace)

    def _open(self) -> None:
        self._tray.open_requested.emit()
        self._navigator.open(FOLLOWING)

    # --- notifications ------------------------------------------------------------------------

    def _on_replaced(self) -> None:
        """Begin anew with the history of another server."""
        self._told = None
        self._has_begun = self._has_waiting = False
        self._collecting.stop()

    async def _begin(self) -> None:
        """Take note of the changes that are there: they are not new."""
        from osubrowser.models.following.notices import newest_change

        try:
            self._told = await self._history.read(newest_change)
        except OSError:
            self._has_begun = False  # `HistoryServices.problem` says it

    def _on_written(self, differences: list[Difference]) -> None:
        has_changes = any(one.what == FOLLOWED and one.data.get("changes") for one in differences)
        if has_changes and not self._collecting.isActive():
            self._collecting.start()

    def _on_collected(self) -> None:
        if self._resting.isActive():
            self._has_waiting = True
        else:
            self._scope.start(self._tell(may_tell=self._may_tell()), key="tell")

    def _on_rested(self) -> None:
        if self._has_waiting:
            self._has_waiting = False
            self._scope.start(self._tell(may_tell=self._may_tell()), key="tell")

    async def _tell(self, *, may_tell: bool) -> None:
        """Tell the changes since the last ones; those that may not be told are not told later."""
        from osubrowser.models.following.notices import changes_notice

        if self._told is None:
            return
        known = {one.id: one for one in self._history.follows.items}
        is_original = self._preferences.settings.titles == "original"
        try:
            notice = await self._history.read(
                changes_notice, self._told, known, original=is_original
            )
        except OSError:
            return
        self._told = notice.newest
        show = partial(self._navigator.open, FOLLOWING)
        if notice.text and may_tell and self._tray.notify(notice.text, show):
            self._resting.start()

    def _may_tell(self) -> bool:
        from osubrowser.models.following.notices import is_quiet

        settings, now = self._preferences.settings, self._clock()
        if not settings.notify or self._window.isActiveWindow():
            return False
        minutes = now.hour * 60 + now.minute
        return not (
            settings.quiet_hours and is_quiet(minutes, settings.quiet_from, settings.quiet_until)
        )
