"""Error panel in place of a player, with buttons that retry, sign in or look up another one."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from osubrowser.api.errors import NotFound, RateLimited
from osubrowser.ui.error_messages import seconds
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.widgets.state_panel import Notice, StatePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import UserPlace

_TICK: Final = 250  # milliseconds


class FailurePanel(StatePanel):
    """Panel with the error of a profile's load; a rate limit is counted down.

    Attributes:
        retry_requested: load again: the button was pressed, or the countdown is over.
        sign_in_requested: open the welcome page.
        other_requested: look up another player.
        web_requested: open the profile in the web browser.
    """

    retry_requested = Signal()
    sign_in_requested = Signal()
    other_requested = Signal()
    web_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._until = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._on_tick)
        self.pressed.connect(self._on_pressed)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self.accessibleName()

    def show_failure(self, place: UserPlace | None, error: BaseException) -> None:
        """Show the error of a place; None is the own profile."""
        self._tick.stop()
        if isinstance(error, RateLimited) and math.isfinite(error.retry_after):
            self._until = time.monotonic() + error.retry_after
            self._tick.start()
            self._on_tick()
            return
        sentence = describe_in(place, error)
        buttons: list[tuple[str, str]] = []
        if sentence.may_retry:
            buttons.append(("retry", "Retry"))
        if sentence.action == "sign_in":
            buttons.append(("sign_in", "Sign in"))
        if isinstance(error, NotFound):
            buttons.append(("other", "Look up another player"))
            if place is not None:
                buttons.append(("web", "Open in the web browser"))
        self.show_notice(Notice(sentence.text, sentence.hint, tuple(buttons), sentence.details))

    def stop(self) -> None:
        """Stop the countdown."""
        self._tick.stop()

    def _on_tick(self) -> None:
        left = self._until - time.monotonic()
        if left <= 0:
            self._tick.stop()
            self.retry_requested.emit()
            return
        words = f"osu! asks us to wait {seconds(left)}."
        self.show_notice(Notice(words, "It goes on by itself then.", (("retry", "Retry now"),)))

    def _on_pressed(self, key: str) -> None:
        self._tick.stop()
        signal = {
            "retry": self.retry_requested,
            "sign_in": self.sign_in_requested,
            "other": self.other_requested,
            "web": self.web_requested,
        }.get(key)
        if signal is not None:
            signal.emit()
