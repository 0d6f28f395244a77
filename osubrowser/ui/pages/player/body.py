"""Layout of a player's page: the header, and below it the sections or a placeholder."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import NotFound, RateLimited
from osubrowser.services.places.places import UserPlace
from osubrowser.ui.error_messages import seconds
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.pages.player.parts.header import PlayerHeader
from osubrowser.ui.sections.host import SectionHost
from osubrowser.ui.shell.omnibox.player_field import PlayerField, place_of
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.sections.host import Section, SectionParts, SectionSpec
    from osubrowser.ui.style.theme import Colours


_WIDEST = 520


class PlayerStart(QWidget):
    """Form with a field for a player, and a button to sign in.

    Args:
        account, calls: search the suggested names.
        parent: the Qt parent.

    Attributes:
        place_requested: open the `UserPlace` of the entered text.
        sign_in_requested: open the welcome page.
    """

    place_requested = Signal(object)
    sign_in_requested = Signal()

    def __init__(self, account: Account, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PlayerField(account, calls, self)
        self.field.setPlaceholderText("Player's name or id")
        self.field.setAccessibleName("Player's name or id")
        self.open = QPushButton("Open", self)
        self.open.setProperty("primary", True)
        self.open.setAutoDefault(True)
        self.open.setEnabled(False)
        self.sign_in = QPushButton("Sign in to see your own profile", self)
        self.sign_in.setProperty("link", True)
        self.sign_in.setAutoDefault(True)
        self.field.textChanged.connect(lambda text: self.open.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_submitted)
        self.open.clicked.connect(self._on_submitted)
        self.sign_in.clicked.connect(self.sign_in_requested)
        self._lay_out()

    def take_focus(self) -> None:
        """Set the focus to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _lay_out(self) -> None:
        title = QLabel("Look up a player", self)
        title.setFont(title_font(20))
        title.setProperty("role", "title")
        about = QLabel(
            "Type a name or the number of an account, or paste the link of a profile. "
            "Any row of a ranking opens here, too.",
            self,
        )
        about.setWordWrap(True)
        about.setProperty("role", "secondary")
        box = QFrame(self)
        box.setProperty("panel", True)
        box.setMaximumWidth(_WIDEST)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        inner.addWidget(title)
        inner.addWidget(about)
        inner.addLayout(row)
        inner.addWidget(self.sign_in, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 4)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def _on_submitted(self) -> None:
        place = place_of(self.field.text())
        if place is not None:
            self.place_requested.emit(place)


_TICK: Final = 250  # milliseconds


class FailurePanel(StatePanel):
    """Panel with the error of a profile's load; a rate limit is counted down.

    Attributes:
        retry_requested: load again: Retry was pressed, or the countdown has ended.
        sign_in_requested: open the welcome page.
        other_requested: look up another player.
        web_requested: open the profile in the web browser.
        player_requested: `UserPlace`: open a player of a similar name.
    """

    retry_requested = Signal()
    sign_in_requested = Signal()
    other_requested = Signal()
    web_requested = Signal()
    player_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._until = 0.0
        self._failure = Notice("")
        self._similar: dict[str, UserPlace] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._on_tick)
        self.pressed.connect(self._on_pressed)

    @property
    def text(self) -> str:
        """The shown sentence."""
        return self.accessibleName()

    def show_failure(self, place: UserPlace | None, error: BaseException) -> None:
        """Show the error of a place; None for the own profile."""
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
        self._failure = Notice(sentence.text, sentence.hint, tuple(buttons), sentence.details)
        self.show_notice(self._failure)

    def show_similar(self, players: Sequence[tuple[int, str]], mode: str | None) -> None:
        """Add links to players of similar names, as (id, name), to the shown failure."""
        self._similar = {f"player-{number}": UserPlace(number, mode) for number, _ in players}
        choices = tuple((f"player-{number}", name) for number, name in players)
        if choices:
            hint = "Players with a similar name:"
            self.show_notice(self._failure._replace(hint=hint, choices=choices))

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
        elif key in self._similar:
            self.player_requested.emit(self._similar[key])


_CELL_WIDTH, _CELL_HEIGHT, _ROWS = 168, 62, 3
_BARS = ((7, 70, 8), (22, 104, 14), (44, 86, 8))  # top, width, height
_SHARES = (1.0, 0.8, 0.9, 0.7, 0.95)


class PlayerSkeleton(QWidget):
    """Static placeholder of the overview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName("Loading")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card for the figures, and as many cards for charts as fit."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        top, width = 0.5, self.width() - 1.0
        for height in (_ROWS * _CELL_HEIGHT + 12, 200, 180):
            painter.drawRoundedRect(QRectF(0.5, top, width, height), 8, 8)
            top += height + 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        columns = max(1, (self.width() - 28) // _CELL_WIDTH)
        step = (self.width() - 28) / columns
        for number in range(_ROWS * columns):
            row, column = divmod(number, columns)
            share = _SHARES[number % len(_SHARES)]
            for offset, long, height in _BARS:
                place = QRectF(
                    14 + column * step, 8 + row * _CELL_HEIGHT + offset, long * share, height
                )
                painter.drawRoundedRect(place, 3, 3)


_WAIT: Final = 120
"""Milliseconds until figures of the previous ruleset are hidden; cached figures come earlier."""

_STYLE_AFTER: Final = 120
"""Milliseconds until hidden parts are styled."""


class PlayerBody(QObject):
    """Parts of a player's page, of which one is shown below the header.

    Args:
        page: the parent of the parts.
        specs: the sections.
        parts: services that sections are built with.
        profile: returns the shown player.
        awaited: returns the ruleset whose figures are being loaded; None for none.

    Attributes:
        header: header with the player.
        notice: bar with a message about an unusual state of the account.
        host: the sections.
        skeleton: placeholder of a player that is being loaded.
        panel: the error of a player that could not be loaded.
        start: the form that looks up a player.
        progress: progress line of loads.
    """

    def __init__(
        self,
        page: QWidget,
        specs: Sequence[SectionSpec[Profile]],
        parts: SectionParts,
        *,
        profile: Callable[[], Profile | None],
        awaited: Callable[[], str | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._profile, self._awaited = profile, awaited
        images = parts.images
        flag = images.flag_url if images is not None else _no_flag
        self.header = PlayerHeader(flag, page)
        self.notice = NoticeBar(page)
        self.host = SectionHost(
            specs, parts, page, key_of=lambda p: p.id, variant_of=lambda p: p.mode
        )
        self.skeleton = PlayerSkeleton(page)
        self.panel = FailurePanel(page)
        self.start = PlayerStart(parts.account, parts.calls, page)
        self.progress = ProgressLine(parts.colours, page)
        self._waiting = self._timer(_WAIT, self._on_waited)
        self._sheet = ""
        self._unstyled: set[QWidget] = set()  # the parts whose style is not applied yet
        self._styling = self._timer(_STYLE_AFTER, self._style_hidden)
        self._lay_out()
        if images is not None:
            images.supply(self.header)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (self.host, self.skeleton, self.panel, self.start):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)
        self._stack.setCurrentWidget(self.skeleton)

    # --- the part that is shown ---------------------------------------------------------------

    @property
    def is_content(self) -> bool:
        """Whether a section is shown."""
        return self._stack.currentWidget() is self.host

    @property
    def is_start(self) -> bool:
        """Whether the form that looks up a player is shown."""
        return self._stack.currentWidget() is self.start

    @property
    def section(self) -> Section[Profile] | None:
        """The shown section."""
        return self.host.section if self.is_content else None

    def show_part(self, part: QWidget) -> None:
        """Show a part below the header; without a player the header shows a skeleton."""
        has_player = self._profile() is not None
        with_header = part is self.skeleton or (part is not self.start and has_player)
        for shown in (part, self.header):
            self._style(shown)
        self.header.setVisible(with_header)
        if part is not self.host:
            self.notice.show_notice(None)
        if part is not self.panel:
            self.panel.stop()
        focused = cast("QWidget | None", self._page.window().focusWidget())
        before = self._stack.currentWidget()
        in_body = focused is not None and before is not None and before.isAncestorOf(focused)
        had_focus = focused is self._page or in_body
        self._stack.setCurrentWidget(part)
        self.end_waiting()
        if part is not self.host:
            self._wait_in_header()
        if had_focus and part is not before:
            # else Qt sets the focus to the next widget
            self._take_focus_later()

    def show_notice(self, text: str) -> None:
        """Set the message about an unusual state of the account; "" hides it."""
        self._style(self.notice)
        self.notice.show_notice(Notice(text) if text else None)

    # --- another ruleset ----------------------------------------------------------------------

    def begin_waiting(self) -> None:
        """Hide the figures of the previous ruleset, unless the new ones are loaded soon."""
        if not self.header.is_waiting:
            self._waiting.start()

    def end_waiting(self) -> None:
        """Show the figures again."""
        self._waiting.stop()
        self.header.set_waiting(None)
        self.host.set_waiting(False)

    def _wait_in_header(self) -> None:
        mode = self._awaited()
        if mode is not None:
            self.header.set_waiting(mode)

    def _on_waited(self) -> None:
        self._wait_in_header()
        self.host.set_waiting(True)

    # --- focus --------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Set the focus to the section, or to the first button of a message in its place."""
        section = self.section
        if self.is_start:
            self.start.take_focus()
        elif section is not None:
            section.take_focus()
        else:
            buttons = self.panel.buttons() if self.panel.isVisibleTo(self._page) else []
            (buttons[0] if buttons else self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_later(self) -> None:
        """Set the focus once the shown part is complete."""
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._take_focus_back)

    def _take_focus_back(self) -> None:
        if self._page.window().focusWidget() is self._page:
            self.take_focus()

    # --- style --------------------------------------------------------------------------------

    def set_sheet(self, sheet: str) -> None:
        """Set the style sheet of each part, of hidden ones later; call `set_colours` next.

        Styling all parts at once would take 50 ms.
        """
        parts = (self.header, self.notice, self.skeleton, self.panel, self.start)
        self._sheet, self._unstyled = sheet, set(parts)
        for part in parts:
            if part.isVisibleTo(self._page):
                self._style(part)
        self._styling.start()
        self.host.set_sheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.header, self.notice, self.host, self.skeleton, self.progress):
            part.set_colours(colours)
        self.start.field.set_colours(colours)

    def _style(self, part: QWidget) -> None:
        """Apply the style sheet to a part, unless it is up to date."""
        if part in self._unstyled:
            self._unstyled.discard(part)
            part.setStyleSheet(self._sheet)

    def _style_hidden(self) -> None:
        for part in tuple(self._unstyled):
            self._style(part)


def _no_flag(_code: str) -> str | None:
    return None
