"""Leaderboards of a difficulty: the section of its page."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.scores.columns import score_identity
from osubrowser.models.scores.leaderboard import Board, BoardFacts
from osubrowser.models.scores.mod_choice import ModChoice
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import ListController, ListState
from osubrowser.ui.pages.beatmapset.scores.bar import BoardBar
from osubrowser.ui.pages.beatmapset.scores.pinned import PinnedScore
from osubrowser.ui.pages.beatmapset.scores.specs import NO_BOARD, BoardUse, board_spec
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.state_panel import Notice, StatePanel

if TYPE_CHECKING:
    from osubrowser.api.entities.scores import Score
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.pages.beatmapset.scores.compare import ScoreComparison
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class ScoresState:
    """Saved state of the section: its board, the rows, and the facts about them."""

    board: Board
    rows: ListState
    facts: BoardFacts


class ScoresSection(Section[BeatmapsetSubject]):
    """Section of the leaderboards of the chosen difficulty.

    The place says which: `board`, `mods`, `player`, and the ruleset.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        bar: the controls.
        own: the best score of the account, or of the chosen player.
        list: the rows.
    """

    place: BeatmapsetPlace | None = None

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._subject: BeatmapsetSubject | None = None
        self._board: Board | None = None
        self._facts = BoardFacts()
        self._has_news = False  # facts that came and are not shown yet
        self._stable_only = False
        self._country = ""
        self._newer_than = 0.0
        self._comparison: ScoreComparison | None = None
        images = parts.images
        self._flag = images.flag_url if images is not None else _no_flag
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            images,
            parts.has_page,
            self,
            parts.replays,
        )
        self.model, self.rows, self.table = self.list.model, self.list.rows, self.list.table
        self.bar = BoardBar(parts.account, parts.calls, self)
        self.own = PinnedScore(self)
        self.nothing = StatePanel(self)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    def _lay_out(self) -> None:
        self._board_view = QWidget(self)
        board = QVBoxLayout(self._board_view)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(8)
        board.addWidget(self.bar)
        board.addWidget(self.own)
        board.addWidget(self.rows, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._board_view)
        self._stack.addWidget(self.nothing)
        self.nothing.show_notice(Notice(NO_BOARD))

    def _connect(self) -> None:
        rows, bar, own = self.list, self.bar, self.own
        rows.bind_filter(bar.filter)
        rows.bind_buttons(columns=bar.columns, export=bar.export)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self._on_open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.model.modelReset.connect(self._on_selection_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        bar.board_chosen.connect(lambda kind: self._go(board=kind))
        bar.boards.clicked.connect(lambda: self.list.take_focus(self))
        bar.mods.chosen.connect(lambda choice: self._go(mods=str(choice)))
        bar.player_chosen.connect(lambda player: self._go(player=player))
        bar.stable_chosen.connect(self._on_stable_chosen)
        bar.country_cleared.connect(lambda: self._show_country(""))
        bar.save_requested.connect(self._on_save_requested)
        bar.compare_requested.connect(self._on_compare_requested)
        own.open_requested.connect(self.open_requested)
        own.all_requested.connect(lambda player: self._go(player=player))
        own.save_requested.connect(self._save)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def board(self) -> Board | None:
        """The shown leaderboard; None without a difficulty."""
        return self._board

    @property
    def facts(self) -> BoardFacts:
        """The facts about the loaded rows."""
        return self._facts

    @property
    def comparison(self) -> ScoreComparison | None:
        """The two scores that are shown side by side; None while the leaderboard is shown."""
        is_shown = self._stack.currentWidget() is self._comparison
        return self._comparison if is_shown else None

    @property
    def is_settled(self) -> bool:
        """Whether the rows are loaded, or have failed."""
        if self._board is None:
            return True
        return (
            self.list.is_settled
            and not self._has_news
            and (self.comparison is None or self.comparison.list.is_settled)
        )

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure if self._board is not None else None

    def take_place(self, place: Place) -> None:
        """Set the place of the page, and show its leaderboard."""
        if isinstance(place, BeatmapsetPlace):
            self.place = place
            self._show_board(None)

    def return_to(self, place: Place, state: object) -> None:
        """Set a place that was shown before, with its rows."""
        if isinstance(place, BeatmapsetPlace):
            self.place = place
            self._show_board(state if isinstance(state, ScoresState) else None)

    def show_subject(self, subject: BeatmapsetSubject, state: object | None = None) -> None:
        """Show the leaderboard of the place for a difficulty."""
        self._subject = subject
        self._show_board(state if isinstance(state, ScoresState) else None)

    def save_state(self) -> object | None:
        """Return the board, its rows, and the scroll position."""
        rows = self.list.save_state()
        if self._board is None or rows is None:
            return None
        return ScoresState(self._board, rows, self._facts)

    def reload(self) -> None:
        """Load the rows again."""
        if self._board is not None:
            self._newer_than = time.time()
            self.list.reload(self._spec(self._board))

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._subject = self._board = None
        self._facts = BoardFacts()
        self.bar.player.cancel()
        self._close_comparison()
        self.own.show_score(None, "", with_all=False)
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)
        if self._comparison is not None:
            self._comparison.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        (self.list if self.comparison is None else self.comparison.list).take_focus(self)

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        (self.list if self.comparison is None else self.comparison.list).copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        if self._board is not None:
            (self.list if self.comparison is None else self.comparison.list).export()

    # --- the board ----------------------------------------------------------------------------

    def _wanted(self) -> Board | None:
        """Return the leaderboard of the place; None without a difficulty."""
        subject, place = self._subject, self.place
        if subject is None or subject.beatmap is None or place is None:
            return None
        return Board(
            subject.beatmap,
            subject.beatmapset,
            subject.mode,
            place.board,
            ModChoice.of_text(place.mods),
            self._stable_only,
            place.player,
            "" if place.player is not None else self._country,
        )

    def _show_board(self, state: ScoresState | None) -> None:
        """Show the leaderboard of the place, unless it is shown."""
        if self._subject is None or self.place is None:
            return
        if state is not None:
            self._stable_only, self._country = state.board.stable_only, state.board.country
        board = self._wanted()
        if board is None:
            self._board = None
            self.list.leave()
            self._stack.setCurrentWidget(self.nothing)
            return
        if self._board is not None and _key(self._board) == _key(board):
            return
        if state is not None and _key(state.board) != _key(board):
            state = None
        self._close_comparison()
        self._board = board
        self._facts = state.facts if state is not None else BoardFacts()
        self._show_controls(board)
        self.list.show(self._spec(board), state=state.rows if state is not None else None)
        self._show_facts()

    def _show_controls(self, board: Board) -> None:
        bar = self.bar
        bar.show_board(board.kind, stable_only=board.stable_only, country=plain(board.country, 4))
        bar.mods.show_choice(board.mods, board.mode)
        player = board.player
        bar.show_player(None if player is None else plain(str(player), 60))

    def _spec(self, board: Board) -> ListSpec:
        return board_spec(
            board,
            BoardUse(
                self._parts.account,
                self._flag,
                lambda: self._facts,
                self._on_progress,
                self._place_of_player,
                self.compare,
                self._show_country,
                self._newer_than,
            ),
        )

    def _on_progress(self, done: int, count: int, mods: str) -> None:
        self.bar.note.setText(
            tr("Leaderboard {number} of {count}: {mods} …").format(
                number=done + 1, count=count, mods=mods or tr("any mods")
            )
        )

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, BoardFacts):
            # deferred until the model has finished its change
            facts = page.extra
            self._has_news = True
            QTimer.singleShot(0, self, lambda: self._on_facts(facts))

    def _on_facts(self, facts: BoardFacts) -> None:
        self._has_news = False
        board = self._board
        if board is None or (facts.player is None) != (board.player is None):
            return  # the section was left meanwhile
        self._facts = facts
        self._show_facts()
        self.list.update_status()
        user = facts.player
        if user is not None and user.id and isinstance(board.player, str) and self.place:
            # Names can change owners: the place gets the id.
            self._board = replace(board, player=user.id)
            self.place = replace(self.place, player=user.id)
            self.place_requested.emit(self.place, True)

    def _show_facts(self) -> None:
        facts = self._facts
        user = facts.player
        whose = tr("Your best")
        if user is not None:
            name = plain(user.username, 60)
            self.bar.show_player(name)
            whose = tr("Best of {name}").format(name=name)
        self.own.show_score(facts.own, whose, with_all=user is None)
        self.bar.note.setText(facts.note)
        self.table.mark_row(score_identity(facts.own.score) if facts.own is not None else None)

    # --- controls -----------------------------------------------------------------------------

    def _go(self, **changes: object) -> None:
        """Move the page to another leaderboard."""
        if self.place is not None:
            there = replace(self.place, **changes)  # type: ignore[arg-type] # names of its fields
            if there != self.place:
                self.place_requested.emit(there, False)

    def _place_of_player(self, player: int) -> Place:
        assert self.place is not None  # noqa: S101 - rows have a place
        return replace(self.place, player=player)

    def _on_stable_chosen(self, is_chosen: bool) -> None:
        self._stable_only = is_chosen
        self._show_board(None)

    def _show_country(self, code: str) -> None:
        self._country = code
        self._show_board(None)

    def _on_open_requested(self, place: Place, how: str) -> None:
        self.open_requested.emit(place, how)

    def _on_action_requested(self, key: str) -> None:
        if key == "all_countries":
            self._show_country("")
        changes: dict[str, dict[str, object]] = {
            "everybody": {"player": None},
            "any_mods": {"mods": ""},
            "global": {"board": "global"},
        }
        self._go(**changes.get(key, {}))

    # --- replays and comparison ---------------------------------------------------------------

    def _on_save_requested(self, count: int) -> None:
        """Save the replays of the first scores; 0 asks how many."""
        rows = self.model.loaded_rows()
        if not rows:
            self.message_requested.emit("info", tr("There are no scores to save yet."))
        elif not count:
            self.bar.open_save_menu(len(rows))
        else:
            self._save(*(row.item for row in rows[:count]))

    def _save(self, *scores: Score) -> None:
        if self._parts.replays is None:
            return
        offered = [(score, "") for score in scores if score.has_replay]
        self._parts.replays.save(offered or [(score, "") for score in scores])

    def _on_selection_changed(self, *_: object) -> None:
        self.bar.compare.setEnabled(len(self.table.selected_rows()) == 2)

    def _on_compare_requested(self) -> None:
        rows = self.table.selected_rows()
        if len(rows) == 2:
            self.compare(rows[0].item, rows[1].item)

    def compare(self, left: Score, right: Score) -> None:
        """Show two scores side by side, in place of the leaderboard."""
        if self._comparison is None:
            from osubrowser.ui.pages.beatmapset.scores.compare import ScoreComparison

            self._comparison = ScoreComparison(self._parts, self)
            self._comparison.closed.connect(self._on_comparison_closed)
            self._comparison.list.message_requested.connect(self.message_requested)
            self._stack.addWidget(self._comparison)
        self._stack.setCurrentWidget(self._comparison)
        self._comparison.show_scores(left, right)

    def _on_comparison_closed(self) -> None:
        self._close_comparison()
        self.list.take_focus(self)

    def _close_comparison(self) -> None:
        self._stack.setCurrentWidget(self._board_view)
        if self._comparison is not None:
            self._comparison.leave()


def _key(board: Board) -> tuple[object, ...]:
    """Return what a leaderboard is asked for with; the difficulty may be loaded anew."""
    return (
        board.beatmap.id, board.mode, board.kind, board.mods, board.stable_only, board.player,
        board.country,
    )  # fmt: skip


def _no_flag(_code: str) -> str | None:
    return None
