"""Layout of a player's page: the header, and below it the sections or a placeholder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import NotFound
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.pages.player.parts.header import PlayerHeader
from osubrowser.ui.sections.host import FailurePanel, SectionHost, SubjectBody
from osubrowser.ui.shell.omnibox.player_field import PlayerField, place_of
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.state_panel import Skeleton

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.sections.host import SectionParts, SectionSpec
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
        self.field.setPlaceholderText(tr("Player's name or id"))
        self.field.setAccessibleName(tr("Player's name or id"))
        self.open = QPushButton(tr("Open"), self)
        self.open.setProperty("primary", True)
        self.open.setAutoDefault(True)
        self.open.setEnabled(False)
        self.sign_in = QPushButton(tr("Sign in to see your own profile"), self)
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
        title = QLabel(tr("Look up a player"), self)
        title.setFont(title_font(20))
        title.setProperty("role", "title")
        about = QLabel(
            tr(
                "Type a name or the number of an account, or paste the link of a profile. "
                "Any row of a ranking opens here, too."
            ),
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


class PlayerFailure(FailurePanel):
    """Panel with the error of a profile's load.

    Attributes:
        other_requested: look up another player.
        web_requested: open the profile in the web browser.
        player_requested: `UserPlace`: open a player of a similar name.
    """

    other_requested = Signal()
    web_requested = Signal()
    player_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._similar: dict[str, UserPlace] = {}
        self.choice_pressed.connect(self._on_choice_pressed)

    def show_failure(self, place: UserPlace | None, error: BaseException) -> None:
        """Show the error of a place; None for the own profile."""
        others: list[tuple[str, str]] = []
        if isinstance(error, NotFound):
            others.append(("other", tr("Look up another player")))
            if place is not None:
                others.append(("web", tr("Open in the web browser")))
        self.show_error(error, describe_in(place, error), tuple(others))

    def show_similar(self, players: Sequence[tuple[int, str]], mode: str | None) -> None:
        """Add links to players of similar names, as (id, name), to the shown failure."""
        self._similar = {f"player-{number}": UserPlace(number, mode) for number, _ in players}
        choices = tuple((f"player-{number}", name) for number, name in players)
        if choices:
            self.show_choices(tr("Players with a similar name:"), choices)

    def _on_choice_pressed(self, key: str) -> None:
        if key == "other":
            self.other_requested.emit()
        elif key == "web":
            self.web_requested.emit()
        elif key in self._similar:
            self.player_requested.emit(self._similar[key])


_CELL_WIDTH, _CELL_HEIGHT, _ROWS = 168, 62, 3
_BARS = ((7, 70, 8), (22, 104, 14), (44, 86, 8))  # top, width, height
_SHARES = (1.0, 0.8, 0.9, 0.7, 0.95)


class PlayerSkeleton(Skeleton):
    """Static placeholder of the overview."""

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw a card for the figures, and as many cards for charts as fit."""
        self.draw_cards(painter, colours, (_ROWS * _CELL_HEIGHT + 12, 200, 180))
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


class PlayerBody(SubjectBody["Profile"]):
    """Parts of a player's page, of which one is shown below the header.

    Args:
        page: the parent of the parts.
        specs: the sections.
        parts: services that sections are built with.
        profile: returns the shown player.
        awaited: returns the ruleset whose figures are being loaded; None for none.

    Attributes:
        header: header with the player.
        skeleton: placeholder of a player that is being loaded.
        panel: the error of a player that could not be loaded.
        place_requested: open a `UserPlace` of the form that looks up a player.
        sign_in_requested: open the welcome page.
    """

    place_requested = Signal(object)
    sign_in_requested = Signal()

    panel: PlayerFailure

    def __init__(
        self,
        page: QWidget,
        specs: Sequence[SectionSpec[Profile]],
        parts: SectionParts,
        *,
        profile: Callable[[], Profile | None],
        awaited: Callable[[], str | None],
    ) -> None:
        images = parts.images
        self.header = PlayerHeader(images.flag_url if images is not None else _no_flag, page)
        self.skeleton = PlayerSkeleton(page)
        self._parts, self._colours = parts, parts.colours
        self._start: PlayerStart | None = None
        self._profile, self._awaited = profile, awaited
        super().__init__(
            page,
            SectionHost(specs, parts, page, key_of=lambda p: p.id, variant_of=lambda p: p.mode),
            header=self.header,
            skeleton=self.skeleton,
            panel=PlayerFailure(page),
            colours=parts.colours,
            has_header=self._has_header_above,
        )
        self._waiting = self.timer(_WAIT, self._on_waited)
        if images is not None:
            images.supply(self.header)

    @property
    def start(self) -> PlayerStart:
        """Form that looks up a player, built at the first access."""
        start = self._start
        if start is None:
            start = self._start = PlayerStart(self._parts.account, self._parts.calls, self._page)
            start.field.set_colours(self._colours)
            start.place_requested.connect(self.place_requested)
            start.sign_in_requested.connect(self.sign_in_requested)
            self.add_part(start)
        return start

    @property
    def is_start(self) -> bool:
        """Whether the form that looks up a player is shown."""
        return self.part is self._start

    def cancel_start(self) -> None:
        """Cancel the searches of the form."""
        if self._start is not None:
            self._start.field.cancel()

    def _has_header_above(self, part: QWidget) -> bool:
        """Return whether the header is shown; without a player it shows a skeleton."""
        return part is self.skeleton or (part is not self._start and self._profile() is not None)

    def after_shown(self, part: QWidget) -> None:
        """Show the figures, or bars in their place while none are shown."""
        self.end_waiting()
        if part is not self.host:
            self._wait_in_header()

    def take_focus(self) -> None:
        """Set the focus to the form, the section, or the first button of a message."""
        if self.is_start:
            self.start.take_focus()
        else:
            super().take_focus()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self._colours = colours
        if self._start is not None:
            self._start.field.set_colours(colours)

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


def _no_flag(_code: str) -> str | None:
    return None
