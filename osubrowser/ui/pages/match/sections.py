"""Sections of a match: lists, games with the scores of the current one, and the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from osubrowser.models.matches.match import outcome_text, song_text, value_text
from osubrowser.models.matches.results import FORMULAS
from osubrowser.models.matches.tables import MatchLists
from osubrowser.models.table.live_rows import LiveRows
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import ListController, ListSpec, ListState
from osubrowser.ui.lists.row_menu import row_menu
from osubrowser.ui.pages.match import specs
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.menus import add_action, escaped
from osubrowser.ui.widgets.plain_text import ElidedLabel, FactGrid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.models.matches.match import MatchPlayer
    from osubrowser.models.matches.tables import GameRow
    from osubrowser.models.players.profile import Fact
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Record, Row
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.pages.match.specs import MatchList
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

Mark = Callable[[int | None], None]
"""Marks the scores of the player with a key; None marks none."""

_REST: Final = 60
"""Milliseconds until the scores of the current game are shown."""
_SHARES: Final = [600, 400]
"""Sizes of the games and the scores, of which Qt takes the ratio."""
_WIDE: Final = 1760
"""Width in pixels from which the scores stand beside the games."""


class MatchTable:
    """List of a match, with its `ListController`, which follows newer versions of the match.

    Args:
        parts: services.
        section: the parent, whose signals it emits.
        mark: marks a player.
    """

    def __init__(self, parts: SectionParts, section: Section[MatchLists], mark: Mark) -> None:
        self._mark = mark
        self._match: MatchLists | None = None
        self._spec: MatchList | None = None
        self._items: Sequence[Any] = ()
        self._shown: object = None  # what the columns depend on
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            parts.images,
            parts.has_page,
            section,
        )
        self.table, self.rows = self.list.table, self.list.rows
        self.live: LiveRows[Any] = LiveRows(
            self.list.model, parts.calls, lambda: self._items, self._identity, section
        )
        rows = self.list
        rows.open_requested.connect(section.open_requested)
        rows.message_requested.connect(section.message_requested)
        rows.sign_in_requested.connect(section.sign_in_requested)

    def show(
        self,
        spec: MatchList,
        match: MatchLists,
        items: Sequence[Any],
        *,
        part: int = 0,
        state: ListState | None = None,
    ) -> None:
        """Show items, or replace those of the same list.

        Args:
            spec: the list.
            match: the match.
            items: its items.
            part: number of the game, of a list of one game.
            state: of `save_state`, to restore; ignored for a list that is shown.
        """
        subject = match.subject
        shown = (spec.key, subject.id, part, specs.marked_name(match), subject.rules.formula,
                 subject.results.has_teams)  # fmt: skip
        self._spec, self._match, self._items = spec, match, items
        if shown == self._shown and self.list.spec is not None:
            self.table.mark_row(self._own(part))
            self.live.update_all()
            return
        self._shown = shown
        self.list.show(self._list_spec(spec, match, part), state=state)
        if state is not None:
            self.live.update_all()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.live.stop()
        self.list.leave()
        self._match, self._items, self._shown = None, (), None

    def _identity(self, item: Any) -> Any:  # noqa: ANN401 - any item
        return self._spec.identity(item) if self._spec is not None else id(item)

    def _own(self, part: int) -> Any:  # noqa: ANN401 - an identity
        if self._match is None or self._spec is None:
            return None
        return specs.own_entry(self._match, part) if part else self._spec.own(self._match)

    def _list_spec(self, spec: MatchList, match: MatchLists, part: int) -> ListSpec:
        subject = match.subject
        name = f"osu-match-{subject.id}-{spec.key.partition('/')[2]}"
        # A saved state is of rows with the same columns.
        shape = f"{bool(specs.marked_name(match)):d}{subject.results.has_teams:d}"

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return self.live.source(columns)

        return ListSpec(
            key=f"{spec.key}/{subject.id}/{part}/{shape}",
            title=spec.title,
            columns=partial(_columns, spec, match),
            source=source,
            record=_record,
            file_stem=f"{name}-{part}" if part else name,
            empty=spec.empty,
            link=spec.link,
            no_link=tr("This row leads nowhere: its player or beatmap is gone."),
            menu=partial(self._menu, spec) if spec.player is not None else None,
            columns_key=spec.key,
            has_titles=True,
            own=partial(self._own, part),
        )

    def _menu(self, spec: MatchList, selection: RowSelection) -> QMenu:
        """Return the context menu of rows with players, of whom one can be marked."""
        menu = row_menu(selection)
        player: MatchPlayer | None = None
        if spec.player is not None and len(selection.rows) == 1:
            player = spec.player(selection.rows[0].item)
        if player is not None and self._match is not None:
            menu.addSeparator()
            is_marked = self._match.subject.marked == player.key
            name = escaped(player.name)
            label = (
                tr("Un&mark {name}").format(name=name)
                if is_marked
                else tr("&Mark the scores of {name}").format(name=name)
            )
            add_action(menu, label, self._mark, None if is_marked else player.key)
        return menu


def _columns(spec: MatchList, match: MatchLists, original: bool) -> Columns:
    return spec.columns(match, original)


def _record(row: Row[Any]) -> Record:
    record: Record = row.item.record
    return record


class MatchSection(Section[MatchLists]):
    """Section with one list of a match.

    Args:
        spec: the list.
        mark: marks a player.
        parts: services.
        parent: the Qt parent.

    Attributes:
        main: the list.
        bar: filter, columns and export.
        list: the controller of the list.
    """

    def __init__(
        self, spec: MatchList, mark: Mark, parts: SectionParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        self._waiting: tuple[MatchLists, ListState | None] | None = None
        # Building the section and filling its list together would take more than a frame.
        self._next_turn = QTimer(self, singleShot=True)
        self._next_turn.timeout.connect(self._fill)
        self.main = MatchTable(parts, self, mark)
        self.list = self.main.list
        self.bar = ListBar(spec.title, (), spec.note, self)
        self.list.bind_filter(self.bar.filter)
        self.list.bind_buttons(columns=self.bar.columns, export=self.bar.export)
        self.list.status_changed.connect(self.status_changed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.lay_out()
        self.set_colours(parts.colours)

    def lay_out(self) -> None:
        """Put the parts into `column`."""
        self.column.addWidget(self.bar)
        self.column.addWidget(self.main.rows, 1)

    @property
    def is_settled(self) -> bool:
        """Whether the rows are there."""
        return self.list.is_settled and not self._next_turn.isActive()

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_subject(self, subject: MatchLists, state: object | None = None) -> None:
        """Show a match, or a newer version of it."""
        known = state if isinstance(state, ListState) else None
        is_shown = self.list.spec is not None
        self._waiting = (subject, known if is_shown or self._waiting is None else self._saved)
        if is_shown:
            self._fill()
        else:
            self._next_turn.start()

    def save_state(self) -> object | None:
        """Return the rows, their order, and the scroll position."""
        return self._saved if self._waiting is not None else self.list.save_state()

    def leave(self) -> None:
        """Release the rows."""
        self._next_turn.stop()
        self._waiting = None
        self.main.leave()

    @property
    def _saved(self) -> ListState | None:
        """The state that the list has when it is filled."""
        return self._waiting[1] if self._waiting is not None else None

    def _fill(self) -> None:
        """Show the rows."""
        waiting, self._waiting = self._waiting, None
        self._next_turn.stop()
        if waiting is not None:
            match, state = waiting
            self.main.show(self._spec, match, self._spec.items(match), state=state)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus(self)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the rows to a file chosen in a dialog."""
        self.list.export()


class GamesSection(MatchSection):
    """Section of all games, with the scores of the current one below or beside them.

    Attributes:
        heading: what the game was, and how it ended.
    """

    def __init__(self, mark: Mark, parts: SectionParts, parent: QWidget | None = None) -> None:
        self._parts, self._mark = parts, mark
        self._colours = parts.colours
        self._match: MatchLists | None = None
        self._game = 0
        super().__init__(specs.GAMES, mark, parts, parent)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._show_scores)
        self.list.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.list.model.page_arrived.connect(self._on_page_arrived)

    def lay_out(self) -> None:
        """Put the scores below the games."""
        below = self._lower = QWidget(self)
        self._scores: MatchTable | None = None  # built after the games are there
        self.heading = ElidedLabel(parent=below)
        self.heading.setProperty("role", "strong")
        self._below = QVBoxLayout(below)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(6)
        self._below.addWidget(self.heading)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self.main.rows)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(_SHARES)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.splitter, 1)

    @property
    def scores(self) -> MatchTable:
        """The scores of the current game."""
        if self._scores is None:
            self._scores = MatchTable(self._parts, self, self._mark)
            self._scores.list.set_colours(self._colours)
            sizes = self.splitter.sizes()
            self._below.addWidget(self._scores.rows, 1)
            self.splitter.setSizes(sizes)
        return self._scores

    @property
    def is_settled(self) -> bool:
        """Whether games and scores are there."""
        scores = self._scores.list if self._scores is not None else None
        is_shown = scores is None or scores.spec is None or scores.is_settled
        return super().is_settled and not self._rest.isActive() and is_shown

    @property
    def game(self) -> int:
        """Number of the game whose scores are shown; 0 for none."""
        return self._game

    def show_subject(self, subject: MatchLists, state: object | None = None) -> None:
        """Show a match, or a newer version of it."""
        self._match = subject
        super().show_subject(subject, state)
        self._rest.start()  # again when the rows have come

    def leave(self) -> None:
        """Release the rows."""
        self._rest.stop()
        super().leave()
        if self._scores is not None:
            self._scores.leave()
        self._match, self._game = None, 0

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self._colours = colours
        if self._scores is not None:
            self._scores.list.set_colours(colours)

    def copy_selection(self) -> None:
        """Copy the selected rows of the table with the focus."""
        (self.scores.list if self._is_in_scores() else self.list).copy_selection()

    def export(self) -> None:
        """Export the rows of the table with the focus."""
        (self.scores.list if self._is_in_scores() else self.list).export()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the scores beside the games where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes(_SHARES)

    def _is_in_scores(self) -> bool:
        return self._scores is not None and self._scores.table.hasFocus()

    def _on_page_arrived(self, _page: object) -> None:
        self._rest.start()

    def _on_row_changed(self) -> None:
        self._rest.start()

    def _show_scores(self) -> None:
        """Show the scores of the current game; without one, of the latest, or of the first."""
        match = self._match
        if match is None or not self.list.is_settled:
            return  # called again when the rows have come
        self._lower.setVisible(bool(match.games))  # one sentence is enough without any
        if not match.games:
            self._game = 0
            return
        row = self.list.model.row_at(self.list.table.currentIndex().row())
        shown: GameRow | None = row.item if row is not None else None
        if shown is not None:
            key = specs.game_identity(shown)
            shown = next((one for one in match.games if specs.game_identity(one) == key), None)
        if shown is None:
            shown = _first_shown(match)
        self._game = shown.game.number
        entries = match.entries_of(self._game)
        self.heading.setText(_heading(match, self._game))
        self.scores.show(specs.GAME_ENTRIES, match, entries, part=self._game)


def _first_shown(match: MatchLists) -> GameRow:
    """Return the game whose scores are shown first: of a running match the latest with scores."""
    if not match.subject.timeline.is_running:
        return match.games[0]
    played = (row for row in reversed(match.games) if row.game.entries)
    return next(played, match.games[-1])


def _heading(match: MatchLists, number: int) -> str:
    """Return what a game was, and how it ended."""
    if not 0 < number <= len(match.games):
        return ""
    game = match.games[number - 1].game
    parts = [
        tr("Game {number}").format(number=number),
        outcome_text(match.subject, game),
        song_text(game.game),
    ]
    if game.totals is not None and game.entries:
        red, blue = (value_text(game, total) for total in game.totals)
        parts.insert(
            2, tr("Red {red} : {blue} Blue", "points of the teams").format(red=red, blue=blue)
        )
    return " · ".join(parts)


class SummarySection(MatchSection):
    """Section of the summary: result, match costs with their formula, and the maps that count.

    Attributes:
        facts: the figures, with links to players and beatmaps.
        formula: the formula of the match cost.
    """

    def __init__(self, mark: Mark, parts: SectionParts, parent: QWidget | None = None) -> None:
        self._facts: tuple[Fact, ...] = ()
        super().__init__(specs.MAPS, mark, parts, parent)
        self._facts_turn = QTimer(self, singleShot=True)
        self._facts_turn.timeout.connect(self._show_facts)

    @property
    def is_settled(self) -> bool:
        """Whether the facts and the maps are there."""
        return super().is_settled and not self._facts_turn.isActive()

    def lay_out(self) -> None:
        """Put the facts above the maps."""
        self.facts = FactGrid(tr("Summary"), self, is_wrapped=False)
        self.formula = QLabel(self)
        self.formula.setTextFormat(Qt.TextFormat.PlainText)
        self.formula.setProperty("role", "secondary")
        self.formula.setWordWrap(True)
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.link_requested.connect(lambda link: self._open(link, "here"))
        self.facts.opened.connect(self._open)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.formula)
        super().lay_out()

    def show_subject(self, subject: MatchLists, state: object | None = None) -> None:
        """Show a match, or a newer version of it."""
        self._facts = subject.subject.facts
        self._facts_turn.start()
        formula = FORMULAS[subject.subject.rules.formula]
        self.formula.setText(f"{formula.name}: {formula.text}")
        self.formula.setVisible(bool(subject.players))
        super().show_subject(subject, state)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.facts.set_colours(colours)

    def leave(self) -> None:
        """Release the rows."""
        self._facts_turn.stop()
        super().leave()

    def _show_facts(self) -> None:
        self.facts.show_facts(self._facts)

    def _open(self, link: str, how: str) -> None:
        place = parse(link, origins=(HOME,))
        if place is not None:
            self.open_requested.emit(place, how)
