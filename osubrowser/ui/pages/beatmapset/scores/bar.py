"""Controls above a leaderboard: board, mods, player, filter, saving and comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.beatmapset.scores.mod_picker import ModPicker
from osubrowser.ui.shell.omnibox.player_field import PlayerField, place_of
from osubrowser.ui.widgets.assistive import order_tab
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.menus import add_action, pop_up
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.tool_button import columns_button, export_button

if TYPE_CHECKING:
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.style.theme import Colours

BOARDS: Final = (
    ("global", tr("Global", "leaderboard")),
    ("country", tr("Country", "leaderboard")),
    ("friend", tr("Friends", "leaderboard")),
    ("team", tr("Team", "leaderboard")),
)
TOPS: Final = (10, 25, 50, 100)
"""Numbers of replays that the menu offers to save."""


class BoardBar(QWidget):
    """Controls of a leaderboard.

    Args:
        account, calls: search the suggested names.
        parent: the Qt parent.

    Attributes:
        board_chosen: the API's name of the chosen leaderboard.
        stable_chosen: whether stable's own leaderboard is to be shown.
        player_chosen: the id or the name of the player whose scores are to be shown; None for
            everybody.
        country_cleared: show the players of all countries again.
        save_requested: the number of replays from the top to save.
        compare_requested: show the two selected scores side by side.
        boards, mods, stable, player, everybody, country, note, filter, save, compare, columns,
            export: the controls.
    """

    board_chosen = Signal(str)
    stable_chosen = Signal(bool)
    player_chosen = Signal(object)
    country_cleared = Signal()
    save_requested = Signal(int)
    compare_requested = Signal()

    def __init__(self, account: Account, calls: Calls, parent: QWidget) -> None:
        super().__init__(parent)
        self.boards = Segments(tr("Leaderboard"), BOARDS, self)
        self.mods = ModPicker(self)
        self.stable = QPushButton(tr("Stable only"), self)
        self.stable.setCheckable(True)
        self.stable.setToolTip(tr("The leaderboard of osu!(stable), ordered by its own score"))
        self.player = PlayerField(account, calls, self)
        self.player.setPlaceholderText(tr("Scores of a player here"))
        self.player.setAccessibleName(tr("Show all scores of a player: name or id"))
        self.player.setMinimumWidth(130)
        self.player.setMaximumWidth(230)
        self.everybody = QPushButton(tr("Everybody"), self)
        self.everybody.setToolTip(tr("Show the leaderboard again"))
        self.country = QPushButton(self)
        self.country.setToolTip(tr("Show the players of all countries again"))
        self.note = ElidedLabel("", self, name=tr("About these scores"))
        self.note.setProperty("role", "secondary")
        self.filter = FilterField(self)
        self.save = QPushButton(tr("Save top …"), self)
        self.save.setToolTip(tr("Save the replays of the first scores, as they are shown"))
        self.compare = QPushButton(tr("Compare"), self)
        self.compare.setToolTip(tr("Select two scores to see them side by side"))
        self.compare.setEnabled(False)
        self.columns = columns_button(self)
        self.export = export_button(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        self._strip = ScrollStrip(self.boards, self)
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        first.addWidget(self._strip)
        self.mods.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        first.addWidget(self.mods)
        first.addWidget(self.stable)
        first.addStretch(1)
        for button in (self.save, self.compare):
            first.addWidget(button)
        second.addWidget(self.player, 1)
        second.addWidget(self.everybody)
        second.addWidget(self.country)
        second.addWidget(self.note, 2)
        for tool in (self.filter, self.columns, self.export):
            second.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)
        order_tab(layout)
        self.everybody.hide()
        self.country.hide()

    def _connect(self) -> None:
        self.boards.chosen.connect(self.board_chosen)
        self.stable.clicked.connect(self.stable_chosen)
        self.player.returnPressed.connect(self._on_player_submitted)
        self.everybody.clicked.connect(lambda: self.player_chosen.emit(None))
        self.country.clicked.connect(self.country_cleared)
        self.save.clicked.connect(self._on_save_clicked)
        self.compare.clicked.connect(self.compare_requested)

    def show_board(self, kind: str, *, stable_only: bool, country: str = "") -> None:
        """Show which leaderboard it is, without emitting a signal.

        Args:
            kind: the API's name of the leaderboard.
            stable_only: whether it is that of stable.
            country: code of the only country that is shown; "" for all.
        """
        self.boards.choose(kind)
        self.country.setText(tr("Only {country}  ×").format(country=country))
        self.country.setAccessibleName(
            tr("Only {country}: show all countries").format(country=country)
        )
        self.country.setVisible(bool(country))
        self.stable.setChecked(stable_only)

    def show_player(self, name: str | None) -> None:
        """Show the player whose scores are listed; None for a leaderboard."""
        self.player.setText(name or "")
        self.player.setCursorPosition(0)
        self.everybody.setVisible(name is not None)
        self._strip.setVisible(name is None)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.boards, self.mods, self.player, self.filter, self._strip):
            part.set_colours(colours)
        for tool in (self.columns, self.export):
            tool.set_colours(colours)

    def save_menu(self, count: int) -> QMenu:
        """Return the menu of how many replays to save of a list of `count` scores."""
        menu = QMenu(self)
        for top in (*(one for one in TOPS if one < count), count):
            label = tr("The first %n", "", top) if top < count else tr("All %n", "", count)
            add_action(menu, label, self.save_requested.emit, top)
        return menu

    def _on_player_submitted(self) -> None:
        place = place_of(self.player.text())
        self.player_chosen.emit(None if place is None else place.user)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(0)

    def open_save_menu(self, count: int) -> None:
        """Open the menu of how many replays to save below its button."""
        where = self.save.mapToGlobal(QPoint(0, self.save.height() + 2))
        menu = self.save_menu(count)
        menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pop_up(menu, where)
