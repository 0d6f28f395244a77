"""Lets nobody take the figures of one ruleset for those of the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.pages.player.parts.header import PlayerHeader
    from osubrowser.ui.sections.host import SectionHost

_WAIT: Final = 120
"""Milliseconds until the figures of before give way; memory is quicker than that."""


class ModeChangeVeil(QObject):
    """Puts bars in place of figures, and a veil over a section, if an answer takes its time.

    Args:
        parent: the page.
        header: where the most important figures are.
        host: the sections.
        awaited: answers the ruleset that is on its way; None if it is here.
    """

    def __init__(
        self,
        parent: QObject,
        header: PlayerHeader,
        host: SectionHost[Profile],
        awaited: Callable[[], str | None],
    ) -> None:
        super().__init__(parent)
        self._header, self._host, self._awaited = header, host, awaited
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_waited)

    def begin(self) -> None:
        """Wait from now on, if it was not so before."""
        if not self._header.is_waiting:
            self._timer.start()

    def end(self) -> None:
        """Show everything as it is."""
        self._timer.stop()
        self._header.set_waiting(None)
        self._host.set_waiting(False)

    def show_in_header(self) -> None:
        """Put the bars there at once, if the figures are of another ruleset."""
        mode = self._awaited()
        if mode is not None:
            self._header.set_waiting(mode)

    def _on_waited(self) -> None:
        self.show_in_header()
        self._host.set_waiting(True)
