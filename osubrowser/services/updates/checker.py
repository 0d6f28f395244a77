"""Check for updates: at most one request a day, if the user wants it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from osubrowser import __version__
from osubrowser.api.errors import OsuError
from osubrowser.services.updates.releases import (
    is_newer,
    is_version,
    newest_version,
    releases_address,
    releases_page,
)

if TYPE_CHECKING:
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.settings.settings import Settings

log = logging.getLogger(__name__)

INTERVAL: Final = 24 * 3600
"""Seconds between two checks that nobody asked for."""


class CheckState(Enum):
    """Outcome of the last check."""

    UNKNOWN = "unknown"
    """There has been none."""
    CHECKING = "checking"
    CURRENT = "current"
    NEWER = "newer"
    FAILED = "failed"


class UpdateChecker(QObject):
    """Checker of the newest version. Use it in the GUI thread; does not block.

    Signals:
        changed: the state has changed.
        found(str): a start's own check has found this newer version.

    Args:
        calls: runs the request on a worker.
        settings: whether to check, and when that was done last.
        address: of the newest release; "" for none; None for the usual one.
        version: of this program.
        now: returns the time in seconds.

    Attributes:
        error: why the last check failed; None otherwise.
    """

    changed = Signal()
    found = Signal(str)

    def __init__(
        self,
        calls: Calls,
        settings: Settings,
        *,
        address: str | None = None,
        version: str = __version__,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._settings = settings
        self._address = releases_address() if address is None else address
        self._version = version
        self._now = now
        self._is_checking = False
        self.error: BaseException | None = None

    @property
    def can_check(self) -> bool:
        """Whether it is known where the releases are."""
        return bool(self._address)

    @property
    def host(self) -> str:
        """Host that is asked; "" for none."""
        return self._address.partition("://")[2].partition("/")[0]

    @property
    def page(self) -> str:
        """Address of the web page of the newest release."""
        return releases_page(self._address)

    @property
    def version(self) -> str:
        """The version of this program."""
        return self._version

    @property
    def newest(self) -> str:
        """The newest version that is known; "" for none, and for what is no version."""
        saved = self._settings.update_version
        return saved if is_version(saved) else ""

    @property
    def checked_at(self) -> float | None:
        """When the last check was made, in seconds; None for never."""
        return float(self._settings.update_checked) or None

    @property
    def state(self) -> CheckState:
        """The outcome of the last check."""
        if self._is_checking:
            return CheckState.CHECKING
        if self.error is not None:
            return CheckState.FAILED
        if not self.newest:
            return CheckState.UNKNOWN
        is_old = is_newer(self.newest, self._version)
        return CheckState.NEWER if is_old else CheckState.CURRENT

    async def check_if_due(self) -> None:
        """Check, if the user wants it and the last check was a day ago. A failure is only logged.

        The check counts from its request on, whether that is answered or not.
        """
        settings = self._settings
        age = self._now() - settings.update_checked
        if not settings.check_updates or not self.can_check or 0 <= age < INTERVAL:
            return
        await self.check()
        if self.state is CheckState.NEWER:
            self.found.emit(self.newest)

    async def check(self) -> None:
        """Ask for the newest version now; `state` and `error` tell the outcome."""
        if self._is_checking or not self.can_check:
            return
        self._is_checking = True
        self.error = None
        self._settings.update_checked = int(self._now())
        self._settings.save()
        self.changed.emit()
        try:
            newest = await self._calls.run(newest_version, self._address)
        except (OsuError, ValueError) as error:
            log.info("the newest version is not known: %s", error)
            self.error = error
        else:
            self._settings.update_version = newest
            self._settings.save()
        finally:
            self._is_checking = False
            self.changed.emit()
