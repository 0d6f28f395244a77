"""Section that compares a player with a second one: figures, ranks, and shared scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from osubrowser.api.errors import NotFound
from osubrowser.models.players.comparison import Comparison
from osubrowser.models.players.profile import Profile
from osubrowser.models.table.sources import LoadState
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import ListController
from osubrowser.ui.pages.player.compare.bar import CompareBar
from osubrowser.ui.pages.player.compare.specs import PlayerPair, figures_spec, scores_spec
from osubrowser.ui.pages.player.compare.view import CompareView
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.menus import pop_up
from osubrowser.ui.widgets.state_panel import Notice, StatePanel

if TYPE_CHECKING:
    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.lists.list_controller import ListSpec, ListState
    from osubrowser.ui.pages.player.compare.history import CompareHistory
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class CompareState:
    """Saved state of a comparison."""

    comparison: Comparison
    other: int | str | None
    view: str
    figures: ListState | None
    scores: ListState | None


class _Left(NamedTuple):
    """Comparison that was shown when the section was left."""

    players: PlayerPair
    other: int | str | None
    view: str


class CompareSection(Section[Profile]):
    """Section that shows two players side by side.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        figures: the list of figures.
    """

    place: UserPlace | None = None

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._left: _Left | None = None
        self._profile: Profile | None = None
        self._other: int | str | None = None  # the second player, loaded or loading
        self._comparison: Comparison | None = None
        self._wanted = ""  # view that was chosen before both players were loaded
        self._status = ""
        self.bar = CompareBar(parts.account, parts.calls, self)
        self._scores: ListController | None = None
        self._history: CompareHistory | None = None
        self.figures = self._shown = self._make_list()
        self.view = CompareView(self.figures.rows, self)
        self._ask = StatePanel(self)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    @property
    def scores(self) -> ListController:
        """The list of the shared scores, built when it is first shown."""
        if self._scores is None:
            self._scores = self._make_list()
            self._connect_list(self._scores)
            self._stack.addWidget(self._scores.rows)
            self.setTabOrder(self.figures.table, self._scores.table)
        return self._scores

    @property
    def history(self) -> CompareHistory:
        """The histories of both players, built when they are first shown."""
        if self._history is None:
            from osubrowser.ui.pages.player.compare.history import CompareHistory

            self._history = CompareHistory(self._parts, self)
            self._history.set_colours(self._parts.colours)
            self._stack.addWidget(self._history)
        return self._history

    def _make_list(self) -> ListController:
        parts = self._parts
        return ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            parts.images,
            parts.has_page,
            self,
            parts.replays,
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for part in (self._ask, self.view):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.view_chosen.connect(self._on_view_chosen)
        bar.player_chosen.connect(self._on_player_chosen)
        bar.swap_requested.connect(self._on_swap_requested)
        bar.stop_requested.connect(lambda: self._go_to(None))
        bar.export.clicked.connect(self.export)
        view.opened.connect(self.open_requested)
        view.menu_requested.connect(self._on_card_menu_requested)
        self._connect_list(self.figures)
        self.figures.model.page_arrived.connect(self._on_figures_arrived)
        if self._parts.images is not None:
            self._parts.images.supply(view)

    def _connect_list(self, one: ListController) -> None:
        one.status_changed.connect(self._update_status)
        one.open_requested.connect(self.open_requested)
        one.message_requested.connect(self.message_requested)
        one.sign_in_requested.connect(self.sign_in_requested)
        one.online_changed.connect(self.online_changed)

    # --- requests of the page -----------------------------------------------------------------

    def take_place(self, place: Place) -> None:
        """Set the place, which names the second player."""
        if not isinstance(place, UserPlace):
            return
        super().take_place(place)
        if self._profile is not None and self._profile.id == place.user:
            self._compare_with(place.compare)

    def return_to(self, place: Place, state: object) -> None:
        """Show a comparison again with its lists as they were left."""
        profile = self._profile
        if (
            isinstance(place, UserPlace)
            and profile is not None
            and isinstance(state, CompareState)
            and place.compare != self._other
            and _is_of(state, profile, place.compare)
        ):
            super().take_place(place)
            self._clear()
            self._restore(state)
        else:
            self.take_place(place)

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        """Show the comparison with a player in the ruleset of the profile."""
        profile = subject
        other = self.place.compare if self.place is not None else None
        shown = self._comparison.left if self._comparison is not None else None
        is_again = shown is not None and (shown.id, shown.mode) == (profile.id, profile.mode)
        self._profile = profile
        if is_again and other is not None and other == self._other:
            spec = self._figures_spec()
            if spec is not None:
                self.figures.reload(spec)  # rows stay until the new ones are loaded
            return
        self._other = None
        if isinstance(state, CompareState) and _is_of(state, profile, other):
            self._restore(state)
        else:
            self._compare_with(other)

    def save_state(self) -> object | None:
        """Return the comparison with its lists."""
        if self._comparison is None:
            return None
        scores = self._scores
        return CompareState(
            self._comparison,
            self._other,
            self.bar.views.current,
            self.figures.save_state(),
            scores.save_state() if scores is not None and scores.model.loaded else None,
        )

    def reload(self) -> None:
        """Load the scores again; the figures follow with the profile."""
        if self._shown is not self.figures:
            self._shown.reload()

    def leave(self) -> None:
        """Cancel all loads and release both players."""
        comparison, left = self._comparison, self._left
        if comparison is not None:
            left = _Left(PlayerPair.of(comparison), self._other, self.bar.views.current)
        self._profile, self._other = None, None
        self.bar.field.cancel()
        self._clear()
        self._left = left

    @property
    def is_settled(self) -> bool:
        """Whether the shown list is loaded, or has failed."""
        history = self._history
        is_loaded = history is None or history.is_settled
        return self._other is None or (self._shown.is_settled and is_loaded)

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows of the shown list are missing; None if none are."""
        return self._shown.failure if self._other is not None else None

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.bar, self.view, self._scores, self._history):
            if part is not None:
                part.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the shown table; without one, to the field."""
        if self._other is None:
            self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        if self._other is not None:
            self.bar.filter.start()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        if self._other is not None:
            self._shown.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        if self._comparison is not None:
            self._shown.export()

    # --- comparison ---------------------------------------------------------------------------

    def _compare_with(self, other: int | str | None) -> None:
        """Show the comparison with a player, unless it is shown."""
        if other == self._other and other is not None:
            return
        left, profile = self._left, self._profile
        self._clear()
        self._other = other
        if other is None or profile is None:
            self._ask_for_player()
            return
        name = plain(str(other), 60)
        scores = None
        if left is not None and left.other == other and left.players.left_id == profile.id:
            # the same players in another ruleset
            name = left.players.right
            if left.view == "scores":
                scores = left.players._replace(mode=profile.mode)
            elif left.view == "history":
                self._wanted = left.view
        self.bar.show_other(name)
        self.view.show_players(profile, None)
        self._show_figures(name)
        if scores is not None:
            self._show_scores(scores)
        self._show_view("figures" if scores is None else "scores")

    def _figures_spec(self, name: str | None = None) -> ListSpec | None:
        """Return the spec of the figures; `name` defaults to that of the compared player."""
        left, other, comparison = self._profile, self._other, self._comparison
        if left is None or other is None:
            return None
        if name is None:
            name = comparison.right.name if comparison is not None else plain(str(other), 60)
        return figures_spec(
            left,
            PlayerPair(left.id, other, left.name, name, left.mode),
            comparison=lambda: self._comparison,
            describe=self._describe,
        )

    def _show_figures(self, name: str, state: ListState | None = None) -> None:
        spec = self._figures_spec(name)
        if spec is not None:
            self.figures.show(spec, state=state)

    def _show_scores(self, players: PlayerPair, state: ListState | None = None) -> None:
        self.scores.show(scores_spec(players, describe=self._describe), state=state)

    def _ask_for_player(self) -> None:
        name = self._profile.name if self._profile is not None else tr("this player")
        self.bar.show_other(None)
        self._ask.show_notice(
            Notice(
                tr("Compare {name} with another player.").format(name=name),
                tr(
                    "Every figure side by side, both ranks in one chart, and the scores both have."
                    " Type the name or the id of the other player above."
                ),
            )
        )
        self._stack.setCurrentWidget(self._ask)
        self._update_status()

    def _clear(self) -> None:
        self._comparison = self._left = None
        self._wanted = ""
        self._shown = self.figures
        self.figures.leave()
        if self._scores is not None:
            self._scores.leave()
        if self._history is not None:
            self._history.leave()
        self.view.show_players(None, None)

    def _restore(self, state: CompareState) -> None:
        comparison = state.comparison
        self._other = self.place.compare if self.place is not None else comparison.right.id
        self._comparison = comparison
        self._show_figures(comparison.right.name, state.figures)
        self._take_comparison(comparison)
        if state.view == "scores":
            self._stack.setCurrentWidget(self.scores.rows)
            self._show_scores(PlayerPair.of(comparison), state.scores)
        self._show_view(state.view)

    def _show_view(self, view: str) -> None:
        """Show the figures or the scores, with the filter field and the status of that list."""
        is_scores, comparison = view == "scores", self._comparison
        self.bar.views.choose(view)
        shown = self.scores if is_scores else self.figures
        for one in (self.figures, self._scores):
            if one is not None and one is not shown:
                one.bind_filter(None)
        self._shown = shown
        if view == "history" and comparison is not None:
            self.history.show_players(comparison.left, comparison.right)
            self._stack.setCurrentWidget(self.history)
        else:
            self._stack.setCurrentWidget(self.scores.rows if is_scores else self.view)
        for part in (self.bar.filter, self.bar.export):
            part.setEnabled(view != "history")
        self._shown.bind_filter(self.bar.filter)
        self._update_status()

    def _on_figures_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, Comparison):
            # deferred until the model has finished its change
            comparison = page.extra
            QTimer.singleShot(0, self, lambda: self._on_compared(comparison))

    def _on_compared(self, comparison: Comparison) -> None:
        if self._profile is not comparison.left or not self.figures.model.loaded:
            return  # the section was left meanwhile
        self._take_comparison(comparison)
        self.figures.update_status()
        if self._wanted or self.bar.views.current == "history":
            view, self._wanted = self._wanted or "history", ""
            self._on_view_chosen(view)
        place = self.place
        if place is not None and isinstance(place.compare, str):
            # Names can change owners: the place gets the id.
            self._other = comparison.right.id
            self.place = replace(place, compare=comparison.right.id)
            self.place_requested.emit(self.place, True)

    def _take_comparison(self, comparison: Comparison) -> None:
        """Show both players, with their names as column headings."""
        left, right = comparison.left, comparison.right
        self._comparison = comparison
        self.bar.show_other(right.name)
        self.view.show_players(left, right)
        titles = [column.title for column in self.figures.model.columns]
        if titles[1:3] != [left.name, right.name]:
            self._show_figures(right.name, self.figures.save_state())

    # --- controls -----------------------------------------------------------------------------

    def _on_view_chosen(self, view: str) -> None:
        if view == "scores" and self._comparison is not None:
            if self.scores.model.state is LoadState.IDLE:
                self._show_scores(PlayerPair.of(self._comparison))
            self._show_view("scores")
        elif view == "history" and self._comparison is not None:
            self._show_view(view)
        elif self._other is not None:
            self._wanted = view if view != "figures" else ""
            self._show_view("figures")

    def _on_player_chosen(self, user: int | str) -> None:
        profile, shown = self._profile, self._comparison
        if profile is None or (shown is not None and user == shown.right.name):
            return
        if user == profile.id or str(user).casefold() == profile.name.casefold():
            self.message_requested.emit(
                "info", tr("That is {name} already.").format(name=profile.name)
            )
            return
        self._go_to(user)

    def _go_to(self, other: int | str | None) -> None:
        if self._profile is not None:
            mode = self.place.mode if self.place is not None else self._profile.mode or None
            there = UserPlace(self._profile.id, mode, compare=other, section="compare")
            self.place_requested.emit(there, False)

    def _on_swap_requested(self) -> None:
        if self._comparison is not None:
            left, right = self._comparison.left, self._comparison.right
            there = UserPlace(right.id, left.mode or None, compare=left.id, section="compare")
            self.place_requested.emit(there, False)

    def _on_card_menu_requested(self, place: UserPlace, name: str, where: QPoint) -> None:
        from osubrowser.ui.pages.player.compare.menu import player_menu

        origin = self._parts.account.server
        pop_up(player_menu(self, place, name, self.open_requested.emit, origin), where)

    # --- status, messages ---------------------------------------------------------------------

    def _update_status(self, _text: str = "") -> None:
        text = self._shown.status if self._other is not None else ""
        if text != self._status:
            self._status = text
            self.status_changed.emit(text)

    def _describe(self, error: BaseException) -> Sentence:
        place = UserPlace(self._other) if self._other is not None else None
        if isinstance(error, NotFound) and self._shown is not self.figures:
            place = None
        return describe_in(place, error)


def _is_of(state: CompareState, profile: Profile, other: int | str | None) -> bool:
    """Return whether a state is of this very profile, so that no load is needed."""
    known = (state.other, state.comparison.right.id)
    return state.comparison.left is profile and other in known
