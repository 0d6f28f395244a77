"""Lists of a search side by side, or one of them as a whole."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from osubrowser.api.errors import LoginRequired
from osubrowser.models.search.players import CountryFilter
from osubrowser.models.search.question import ALL
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.search.lists import RESULTS
from osubrowser.ui.pages.search.result_list import ResultList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.search.question import Question
    from osubrowser.ui.pages.search.lists import ResultSpec, SearchParts
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.filter_field import FilterField

PLAYERS: Final = "user"
"""Mode of the list of players."""
_GAP: Final = 14


class ResultBoard(QScrollArea):
    """Row of the lists of a search, which are built and filled one at a time, between events.

    Args:
        search: services, and the colours to paint with until `set_colours` is called.
        field: filter of the loaded rows of the list that is shown as a whole.
        parent: the Qt parent.

    Attributes:
        open_requested: `(Place, how)`: open a link.
        message_requested: `(level, text)`: show a message.
        sign_in_requested: open the welcome page.
        online_changed: whether osu! was reached.
        action_requested: the key of the pressed button of an empty list.
        whole_requested: mode of the list whose heading was pressed.
        count_changed: mode of the list whose number of rows has changed, or is not known any more.
        changed: another list has the focus, or `is_empty` may have changed.
        status_changed: the status of a list has changed.
        left_upwards: Up was pressed in the first row, or Escape.
    """

    open_requested = Signal(object, str)
    message_requested = Signal(str, str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)
    action_requested = Signal(str)
    whole_requested = Signal(str)
    count_changed = Signal(str)
    changed = Signal()
    status_changed = Signal()
    left_upwards = Signal()

    def __init__(self, search: SearchParts, field: FilterField, parent: QWidget) -> None:
        super().__init__(parent)
        self._search = search
        self._field = field
        self._colours = search.sections.colours
        self._lists: dict[str, ResultList] = {}
        self._waiting: deque[tuple[ResultSpec, object | None]] = deque()
        self._question: Question | None = None
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._build_next)
        content = self._content = QWidget(self)
        self._row = QHBoxLayout(content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Results"))
        self.setWidget(content)
        for part in (self.viewport(), content):
            part.setAutoFillBackground(False)

    # --- state --------------------------------------------------------------------------------

    @property
    def results(self) -> list[ResultList]:
        """The lists that are built, from left to right."""
        return [self._lists[one.mode] for one in RESULTS if one.mode in self._lists]

    def result(self, mode: str) -> ResultList | None:
        """Return the list of a mode; None if it is not built."""
        return self._lists.get(mode)

    @property
    def shown(self) -> list[ResultList]:
        """The lists that are shown, from left to right."""
        return [one for one in self.results if not one.isHidden()]

    @property
    def current(self) -> ResultList | None:
        """The list with the focus, else the first one that is shown."""
        shown, focused = self.shown, self.focusWidget()
        inside = (one for one in shown if one.isAncestorOf(focused))
        return next(inside, shown[0] if shown else None)

    @property
    def is_settled(self) -> bool:
        """Whether no list loads rows in view."""
        asked = (one for one in self.results if one.question is not None)
        return not self._waiting and all(one.list.is_settled for one in asked)

    @property
    def failure(self) -> BaseException | None:
        """The first error for which rows are missing; None if none are."""
        errors = (one.list.failure for one in self.shown)
        return next((error for error in errors if error is not None), None)

    @property
    def is_empty(self) -> bool:
        """Whether all lists that stand side by side are known to have no rows."""
        beside = [self._lists.get(one.mode) for one in RESULTS if one.is_beside]
        return all(one is not None and one.is_empty for one in beside)

    def save_state(self) -> dict[str, object]:
        """Return the rows and scroll positions of the shown lists, by mode."""
        return {one.result.mode: one.save_state() for one in self.shown}

    # --- contents -----------------------------------------------------------------------------

    def show_question(self, question: Question, states: Mapping[str, object]) -> None:
        """Show what is found for a question.

        Args:
            question: the question, with words.
            states: what `save_state` returned for it, to restore the rows without requests.
        """
        self._question = question
        self._waiting.clear()
        self._filter_players()
        is_whole = question.mode != ALL
        for result in RESULTS:
            one = self._lists.get(result.mode)
            is_wanted = result.mode == question.mode if is_whole else result.is_beside
            if one is not None and (one.question is None or one.question.words != question.words):
                self.count_changed.emit(result.mode)
            if is_wanted and (one is None or not states):
                self._waiting.append((result, states.get(result.mode)))
            elif one is not None and is_wanted:
                self._show(one, states.get(result.mode))
            elif one is not None:
                one.list.bind_filter(None)
                one.setVisible(False)
        if is_whole and self._waiting:
            self._build_next()
        elif self._waiting:
            self._step.start()
        self.changed.emit()

    def show_own(self, question: Question) -> None:
        """Show what this computer knows of a question that is still being typed."""
        for result in RESULTS:
            one = self._lists.get(result.mode)
            if result.is_local and question.mode in (ALL, result.mode):
                one = one or self._build(result)
                one.show_question(question, is_narrow=question.mode == ALL)
                one.setVisible(question.mode != ALL or self._has_part(one))

    def _show(self, one: ResultList, state: object | None) -> None:
        question = self._question
        if question is None:
            return
        is_whole = question.mode != ALL
        one.show_question(question, is_narrow=not is_whole, state=state)
        one.list.bind_filter(self._field if is_whole else None)
        one.setVisible(is_whole or self._has_part(one))

    def _filter_players(self) -> None:
        players, question = self._lists.get(PLAYERS), self._question
        if players is not None and question is not None:
            country = question.country
            players.list.model.set_row_filter(CountryFilter(country) if country else None)

    def _has_part(self, one: ResultList) -> bool:
        """Whether a list is shown beside the others.

        It has rows, or an error to tell, or is about to get rows. One that was hidden appears
        with its first row, unless it nearly always has some: lists do not come and go.
        """
        if not one.result.is_beside or one.is_empty:
            return False
        if one.list.model.loaded:
            return True
        if one.result.is_local:
            return False
        failure = one.list.failure
        if isinstance(failure, LoginRequired):  # the same sentence in each of them
            return one.result.mode == PLAYERS
        return failure is not None or not one.isHidden() or one.result.is_first

    # --- construction -------------------------------------------------------------------------

    def _build_next(self) -> None:
        if not self._waiting:
            return
        result, state = self._waiting.popleft()
        self._show(self._lists.get(result.mode) or self._build(result), state)
        if self._waiting:
            self._step.start()
        self.changed.emit()

    def _build(self, result: ResultSpec) -> ResultList:
        one = ResultList(result, self._search, self._content)
        one.setVisible(False)
        self._lists[result.mode] = one
        self._row.insertWidget(self.results.index(one), one, 1)
        one.set_colours(self._colours)
        rows = one.list
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self.action_requested)
        rows.view_changed.connect(self.changed)
        one.open_requested.connect(self.open_requested)
        one.whole_requested.connect(partial(self.whole_requested.emit, result.mode))
        one.count_changed.connect(partial(self._on_count_changed, one))
        one.left_upwards.connect(self.left_upwards)
        one.entered.connect(self.changed)
        one.side_requested.connect(partial(self._go_aside, one))
        if result.mode == PLAYERS:
            self._filter_players()
        return one

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for one in self.results:
            one.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._waiting.clear()
        self._step.stop()
        self._question = None
        for one in self.results:
            one.leave()

    # --- focus --------------------------------------------------------------------------------

    def enter(self, one: ResultList | None = None) -> None:
        """Set the focus to a list; None for the current one."""
        target = one or self.current
        if target is not None:
            target.enter()
            self.ensureWidgetVisible(target, 0, 0)

    def _go_aside(self, one: ResultList, step: int) -> None:
        """Set the focus to the list beside one."""
        shown = self.shown
        at = shown.index(one) + step if one in shown else -1
        if 0 <= at < len(shown):
            self.enter(shown[at])

    def _on_count_changed(self, one: ResultList) -> None:
        question = self._question
        self.count_changed.emit(one.result.mode)
        if question is not None and question.mode == ALL and one.question is not None:
            is_shown = self._has_part(one)
            if one.isHidden() is is_shown:
                if not is_shown and one.isAncestorOf(self.focusWidget()):
                    others = [other for other in self.shown if other is not one]
                    if others:
                        self.enter(others[0])
                    else:
                        self.left_upwards.emit()
                one.setVisible(is_shown)
        self.changed.emit()
