"""Compares a player with a second one: figures, ranks, and the scores both have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from osubrowser.api.errors import NotFound, Offline
from osubrowser.models.players.comparison import Comparison
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.places.places import UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.plain import plain
from osubrowser.ui.lists.pictures import give_pictures
from osubrowser.ui.pages.player.compare.bar import CompareBar
from osubrowser.ui.pages.player.compare.figures import ComparedFigures
from osubrowser.ui.pages.player.compare.links import CompareLinks
from osubrowser.ui.pages.player.compare.scores import PlayerPair, SharedScores
from osubrowser.ui.pages.player.compare.view import CompareView
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.pages.player.sections import Section
from osubrowser.ui.widgets.state_panel import Notice, StatePanel

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.pages.player.sections import SectionParts
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.table.paged_table import PagedTable


@dataclass(frozen=True, slots=True)
class CompareState:
    """How a comparison was left."""

    comparison: Comparison
    other: int | str | None
    view: str
    figures: object
    scores: object | None
    offset: int


class _Left(NamedTuple):
    """Who was compared when the section was left, and what of it was seen."""

    both: PlayerPair
    other: int | str | None
    view: str


class CompareSection(Section):
    """Shows two players side by side.

    Args:
        parts: what sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._scope = TaskScope()
        self._exports = TaskScope()  # they go on when the players are let go
        self._left: _Left | None = None
        self._profile: Profile | None = None
        self._other: int | str | None = None  # who is compared, or being asked for
        self._comparison: Comparison | None = None
        self.bar = CompareBar(self)
        self.compared = ComparedFigures(parts, self._scope, self._describe)
        self.figures = self.compared.model
        self.view = CompareView(self.compared, self)
        self.shared = SharedScores(parts, self._scope, self._describe, self)
        self.scores = self.shared.model
        self._opening = CompareLinks(
            self,
            profile=lambda: self._profile,
            comparison=lambda: self._comparison,
            origin=lambda: parts.account.server,
        )
        self._ask = StatePanel(self)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    # --- what the page asks -------------------------------------------------------------------

    def take_place(self, place: UserPlace) -> None:
        """Take note of the place, which names the second player."""
        super().take_place(place)
        if self._profile is not None and self._profile.id == place.user:
            self._compare_with(place.compare)

    def show_player(
        self, user_id: int, mode: str, profile: Profile, state: object | None = None
    ) -> None:
        """Compare this player, in this ruleset."""
        other = self.place.compare if self.place is not None else None
        shown = self._comparison.left if self._comparison is not None else None
        again = shown is not None and (shown.id, shown.mode) == (user_id, mode)
        self._profile = self.compared.left = profile
        if again and other is not None and other == self._other:
            self.figures.reload()  # the rows stay until the others are here
            return
        self._other = None
        if isinstance(state, CompareState) and _is_of(state, profile, other):
            self._restore(state)
        else:
            self._compare_with(other)

    def save_state(self) -> object | None:
        """Return the comparison with its scores."""
        if self._comparison is None:
            return None
        return CompareState(
            self._comparison,
            self._other,
            self.bar.views.current,
            self.figures.snapshot(),
            self.scores.snapshot() if self.scores.loaded else None,
            self.shared.table.scroll_position(),
        )

    def reload(self) -> None:
        """Ask again for the scores; the figures follow when the player is here again."""
        if self._seen is self.scores:
            self.scores.reload()

    def leave(self) -> None:
        """Let go of both players."""
        comparison, left = self._comparison, self._left
        if comparison is not None:
            left = _Left(PlayerPair.of(comparison), self._other, self.bar.views.current)
        self._profile, self._other = None, None
        self._forget()
        self._left = left
        self._scope.cancel_all()

    @property
    def is_settled(self) -> bool:
        """Whether what is seen is there, or has failed."""
        settled = (LoadState.READY, LoadState.END, LoadState.FAILED)
        return self._other is None or self._seen.state in settled

    @property
    def failure(self) -> BaseException | None:
        """Why what is seen is not there; None when it is."""
        return self._seen.error if self._other is not None else None

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        self.bar.set_colours(colours)
        self.view.set_colours(colours)
        self.shared.set_colours(colours)

    def take_focus(self) -> None:
        """Put the focus in the table that is seen; without one, into the field."""
        if self._other is None:
            self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def start_filter(self) -> None:
        """Put the cursor where the rows of both are filtered."""
        if self._other is not None:
            self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.filter.selectAll()

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard."""
        if self._other is not None:
            self._table.table.copy_selection()

    def export(self) -> None:
        """Ask for a file, then write what is seen of both players to it on a worker."""
        from osubrowser.ui.pages.player.compare.export import export

        if self._comparison is not None:
            export(
                self,
                self._parts,
                self._exports,
                self._comparison,
                self._seen,
                self.bar.views.current,
            )

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for part in (self._ask, self.view, self.shared):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar = self.bar
        bar.view_chosen.connect(self._on_view_chosen)
        bar.filter.textChanged.connect(lambda text: self._seen.set_filter(text))
        bar.filter.left.connect(lambda: self._table.table.setFocus())
        bar.export_requested.connect(self.export)
        self._opening.serve(bar, self.view)
        self.compared.compared.connect(self._on_compared)
        self.scores.loaded_changed.connect(self._tell_status)
        for model in (self.figures, self.scores):
            model.state_changed.connect(partial(self._on_state_changed, model))
            model.modelReset.connect(self._on_model_reset)
        for table in (self.compared, self.shared):
            table.sign_in_requested.connect(self.sign_in_requested)
        self.shared.place_opened.connect(self.open_requested)
        self.shared.message_requested.connect(self.message_requested)
        give_pictures(self._parts.images, self.view, self.shared.table)

    @property
    def _seen(self) -> PagedModel:
        return self.scores if self._stack.currentWidget() is self.shared else self.figures

    @property
    def _table(self) -> PagedTable:
        return self.shared if self._seen is self.scores else self.compared

    # --- with whom ----------------------------------------------------------------------------

    def _compare_with(self, other: int | str | None) -> None:
        """Show the comparison with a player, unless it is the one that is shown."""
        if other == self._other and other is not None:
            return
        left, profile = self._left, self._profile
        self._forget()
        self._other = self.compared.other = other
        self.compared.left = profile
        if other is None or profile is None:
            self._ask_for_player()
            return
        name = plain(str(other), 60)
        scores = None
        if left is not None and left.other == other and left.both.left_id == profile.id:
            # The same two in another ruleset.
            name = left.both.right
            scores = left.both._replace(mode=profile.mode) if left.view == "scores" else None
        self.bar.show_other(name)
        self.bar.views.choose("figures" if scores is None else "scores")
        self.view.show_players(profile, None)
        self.compared.show_figures((profile.name, name))
        if scores is not None:
            self.shared.show_scores(scores, None)
        self._see(self.view if scores is None else self.shared)

    def _ask_for_player(self) -> None:
        name = self._profile.name if self._profile is not None else "this player"
        self.bar.show_other(None)
        self._ask.show_notice(
            Notice(
                f"Compare {name} with another player.",
                "Every figure side by side, both ranks in one chart, and the scores both have."
                " Type the name or the id of the other player above.",
            )
        )
        self._stack.setCurrentWidget(self._ask)
        self._tell_status()

    def _forget(self) -> None:
        self._comparison = self._left = None
        self.compared.forget()
        self.shared.forget()
        self.view.show_players(None, None)

    def _restore(self, state: CompareState) -> None:
        comparison = state.comparison
        self._other = self.place.compare if self.place is not None else comparison.right.id
        self.compared.left, self.compared.other = comparison.left, self._other
        names = (comparison.left.name, comparison.right.name)
        self.compared.show_figures(names, state.figures)
        self._take_comparison(comparison)
        self.bar.views.choose(state.view)
        if state.view == "scores":
            self.shared.show_scores(PlayerPair.of(comparison), state.scores, state.offset)
        self._see(self.shared if state.view == "scores" else self.view)

    def _see(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._on_model_reset()
        self._tell_status()

    def _on_compared(self, comparison: Comparison) -> None:
        self._take_comparison(comparison)
        self._tell_status()
        place = self.place
        if place is not None and isinstance(place.compare, str):
            # A name may be given to somebody else: from now on the place knows the player by id.
            self._other = self.compared.other = comparison.right.id
            self.place = replace(place, compare=comparison.right.id)
            self.place_requested.emit(self.place, True)

    def _take_comparison(self, comparison: Comparison) -> None:
        """Show who both are; their names head the columns."""
        left, right = comparison.left, comparison.right
        self._comparison = comparison
        self.bar.show_other(right.name)
        self.view.show_players(left, right)
        self.compared.name_columns((left.name, right.name))

    def _on_view_chosen(self, view: str) -> None:
        if view == "scores" and self._comparison is not None:
            if self.scores.state is LoadState.IDLE:
                self.shared.show_scores(PlayerPair.of(self._comparison), None)
            self._see(self.shared)
        elif self._other is not None:
            self.bar.views.choose("figures")
            self._see(self.view)

    def _on_model_reset(self) -> None:
        """Let the field say what the rows that are seen are filtered by."""
        needle = self._seen.arrangement.needle
        if self.bar.filter.text() != needle:
            self.bar.filter.show_text(needle)

    # --- news ---------------------------------------------------------------------------------

    def _on_state_changed(self, model: PagedModel) -> None:
        if model.error is not None:
            if isinstance(model.error, Offline):
                self.online_changed.emit(False)
        elif model.state in (LoadState.READY, LoadState.END) and model.loaded:
            self.online_changed.emit(True)
        self._tell_status()

    def _tell_status(self) -> None:
        comparison = self._comparison
        if comparison is None or self._seen.error is not None:
            words = ""
        elif self._seen is self.figures:
            words = self.compared.words(comparison)
        else:
            words = self.shared.words
        self.status_changed.emit(words)

    def _describe(self, error: BaseException) -> Sentence:
        place = UserPlace(self._other) if self._other is not None else None
        if isinstance(error, NotFound) and self._seen is self.scores:
            place = None
        return describe_in(place, error)


def _is_of(state: CompareState, profile: Profile, other: int | str | None) -> bool:
    """Whether a state is of this very profile, so that nothing has to be asked again."""
    known = (state.other, state.comparison.right.id)
    return state.comparison.left is profile and other in known
