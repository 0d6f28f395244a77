"""Search page: one question answered by lists side by side; without one, all lists of osu!."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import LoginRequired
from osubrowser.models.search.news import NewsIndex
from osubrowser.models.search.players import CountryFilter, countries_of
from osubrowser.models.search.question import ALL, OWN_MODES, Question, clean
from osubrowser.services.places.destinations import GROUPS, destinations
from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.plain import plain
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.search.lists import ALL_PLAYERS, ON_WEBSITE, RESULTS, SearchParts
from osubrowser.ui.pages.search.result_list import NARROW, ResultList
from osubrowser.ui.table.paged_table import SHOW_HIDDEN
from osubrowser.ui.widgets.country_picker import CountryPicker
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.query_field import QueryField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import Notice, StatePanel
from osubrowser.ui.widgets.tile_grid import TileGrid, TileText
from osubrowser.ui.widgets.toggle_pills import TogglePills
from osubrowser.ui.widgets.tool_button import columns_button, export_button

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

PAUSE: Final = 300
"""Milliseconds after the last key press until osu! is asked."""
_ACTIVE: Final = "active"
_FORUM: Final = "forum_post"
_GAP: Final = 14


class SearchPage(Page):
    """Page of the search, and of all lists of osu!.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        library: bookmarks and recently seen places; None for none.
        parent: the Qt parent.

    Attributes:
        field: the field of the question.
        pills: choice of the shown list.
        tiles: all lists of osu!, shown without a question.
        results: the lists of what is found, from left to right.
        active: whether only active players are shown.
        countries: the country of the players that are shown.
        nothing: the message in place of all lists, where nothing was found.
        filter: the filter of the loaded rows of the list that is shown as a whole.
        columns, export_tool: tools of that list.
    """

    def __init__(
        self, parts: SectionParts, library: Library | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._search = SearchParts(parts, library, NewsIndex())
        self._client = parts.account.client
        self._question = Question()
        self._is_placed = False
        self._places: dict[str, Place] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self._build()
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    def _build(self) -> None:
        parts = self._parts
        self.field = QueryField(lambda _word: (), self)
        self.field.setAccessibleName("Search osu!")
        self.field.setPlaceholderText("Search players, beatmaps, wiki, news, what you saw …")
        self.active = TogglePills(
            "Players",
            ((_ACTIVE, "Active players only"),),
            self,
            tips={_ACTIVE: "Only players who visited osu! within the last 30 days"},
        )
        self.active.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        images = parts.images
        self.countries = CountryPicker(
            lambda code: images.flag_url(code) if images is not None else None, self
        )
        if images is not None:
            images.supply(self.countries)
        self.pills = Segments(
            "Results", ((ALL, "All"), *((one.mode, one.title) for one in RESULTS)), self
        )
        self._strip = ScrollStrip(self.pills, self)
        self.filter = FilterField(self)
        self.columns = columns_button(self)
        self.export_tool = export_button(self)
        self.tiles = TileGrid("Lists of osu!", self)
        self._board = QWidget(self)
        self.results = [ResultList(one, self._search, self._board) for one in RESULTS]
        for one in self.results:
            one.setVisible(one.result.is_first)
        self._players = next(one for one in self.results if one.result.mode == "user")
        self.nothing = StatePanel(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.active)
        top.addWidget(self.countries)
        self._bar = QWidget(self)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self._strip, 1)
        for tool in (self.filter, self.columns, self.export_tool):
            bar.addWidget(tool)
        board = QHBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(_GAP)
        for one in self.results:
            board.addWidget(one, 1)
            one.setMinimumWidth(NARROW)
        self._explore = _scroll_area(self.tiles, "Lists of osu!")
        self._explore.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lists = _scroll_area(self._board, "Results")
        self._lists.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._explore)
        self._stack.addWidget(self._lists)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_text_edited)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.submitted.connect(self._on_submitted)
        self.field.left.connect(self._enter_results)
        self.pills.chosen.connect(self._on_pill_chosen)
        self.active.toggled.connect(self._on_active_toggled)
        self.countries.chosen.connect(self._on_country_chosen)
        self.nothing.pressed.connect(self._on_action_requested)
        self.tiles.opened.connect(self._on_tile_opened)
        self.tiles.left_upwards.connect(self.field.start)
        for number, one in enumerate(self.results):
            rows = one.list
            rows.status_changed.connect(self._update_status)
            rows.open_requested.connect(self.open_requested)
            rows.message_requested.connect(self.message_requested)
            rows.sign_in_requested.connect(self.sign_in_requested)
            rows.online_changed.connect(self.online_changed)
            rows.action_requested.connect(self._on_action_requested)
            one.whole_requested.connect(partial(self._on_pill_chosen, one.result.mode))
            one.website_requested.connect(self._on_website_requested)
            one.count_changed.connect(partial(self._on_count_changed, one))
            one.left_upwards.connect(self.field.start)
            one.entered.connect(self._update_status)
            one.side_requested.connect(partial(self._step, number))
        self.columns.clicked.connect(self._on_columns_clicked)
        self.export_tool.clicked.connect(self.export)
        self._parts.account.changed.connect(self._on_account_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def question(self) -> Question:
        """The shown question."""
        return self._question

    @property
    def shown_lists(self) -> list[ResultList]:
        """The lists that are shown, from left to right; none without a question."""
        if not self._question.words:
            return []
        return [one for one in self.results if not one.isHidden()]

    @property
    def is_settled(self) -> bool:
        """Whether the shown lists are loaded, or have failed."""
        return not self._pause.isActive() and all(one.list.is_settled for one in self.shown_lists)

    @property
    def failure(self) -> BaseException | None:
        """The first error for which rows are missing; None if none are."""
        errors = (one.list.failure for one in self.shown_lists)
        return next((error for error in errors if error is not None), None)

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the results of a question, or all lists of osu!."""
        if not isinstance(place, ListPlace):
            return
        self._pause.stop()
        question = self._question = Question.of(place)
        states = state if isinstance(state, dict) else {}
        if clean(self.field.text()) != question.words:
            self.field.show_text(question.words)
        self.active.show_chosen((_ACTIVE,) if question.is_active else ())
        self.countries.show_country(question.country or None)
        self.pills.choose(question.mode)
        self._is_placed = True
        self._show_frame(question)
        if question.words:
            self._show_lists(question, states)
        else:
            self._show_tiles()
        self.title_changed.emit(question.title)
        self._update_status()

    def save_state(self) -> object | None:
        """Return the rows and scroll positions of the lists; None without a question."""
        if not self._question.words:
            return None
        return {one.result.mode: one.save_state() for one in self.shown_lists}

    def landmark(self) -> tuple[Place, str] | None:
        """Return the search; None without a question."""
        question = self._question
        return (question.place, question.title) if self._is_placed and question.words else None

    def reload(self) -> None:
        """Load the rows again."""
        for one in self.shown_lists:
            one.list.reload()

    def take_focus(self) -> None:
        """Set the focus to the results, else to the field."""
        if self._question.words:
            self._enter_results()
        else:
            self.field.start()

    def start_filter(self) -> None:
        """Set the focus to the filter field of a whole list, else to the field of the question."""
        if self.filter.isVisibleTo(self):
            self.filter.start()
        else:
            self.field.start()

    def copy_selection(self) -> None:
        """Copy the selected rows of the list with the focus."""
        current = self._current
        if current is not None:
            current.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows of the list with the focus."""
        current = self._current
        if current is not None:
            current.list.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.field, self.active, self.pills, self._strip, self.tiles):
            part.set_colours(colours)
        for tool in (self.filter, self.columns, self.export_tool, self.countries):
            tool.set_colours(colours)
        for one in self.results:
            one.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._pause.stop()
        for one in self.results:
            one.leave()

    # --- contents -------------------------------------------------------------------------------

    def _show_tiles(self) -> None:
        for one in self.results:
            one.leave()
        found = destinations(self._parts.has_page)
        places = {str(number): one.place for number, one in enumerate(found)}
        if places == self._places:
            return
        self._places = places
        groups = []
        for group in GROUPS:
            tiles = [
                TileText(str(number), one.icon, one.title, one.text)
                for number, one in enumerate(found)
                if one.group == group
            ]
            if tiles:
                groups.append((group, tiles))
        self.tiles.set_groups(groups)

    def _show_frame(self, question: Question) -> None:
        """Show the controls that a question has."""
        has_words, is_whole = bool(question.words), question.mode != ALL
        self._bar.setVisible(has_words)
        for control in (self.active, self.countries):
            control.setVisible(has_words and question.mode in (ALL, "user"))
        for tool in (self.filter, self.columns, self.export_tool):
            tool.setVisible(is_whole)
        self._stack.setCurrentWidget(self._lists if has_words else self._explore)

    def _show_lists(self, question: Question, states: dict[str, object]) -> None:
        is_whole = question.mode != ALL
        self._players.list.model.set_row_filter(
            CountryFilter(question.country) if question.country else None
        )
        for one in self.results:
            mode = one.result.mode
            if one.question is None or one.question.words != question.words:
                self.pills.set_label(mode, one.result.title)
            if mode != question.mode if is_whole else not one.result.is_beside:
                one.list.bind_filter(None)
                one.setVisible(False)
                continue
            one.set_narrow(not is_whole)
            one.show_question(question, states.get(mode))
            one.list.bind_filter(self.filter if is_whole else None)
            one.setVisible(is_whole or self._has_part(one))
        self._show_nothing_found()

    def _show_own(self, words: str) -> None:
        """Show what this computer knows of words that are still being typed."""
        question = self._question.with_words(words)
        if not question.words or question.mode not in (ALL, *OWN_MODES):
            return
        self._show_frame(question)
        for one in self.results:
            if one.result.is_local and question.mode in (ALL, one.result.mode):
                one.set_narrow(question.mode == ALL)
                one.show_question(question)
                one.setVisible(question.mode != ALL or self._has_part(one))
            elif one.question is None:
                one.setVisible(one.result.is_first)

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
            return one is self._players
        return failure is not None or not one.isHidden() or one.result.is_first

    def _show_nothing_found(self) -> None:
        """Show a message in place of the lists if none of them has a row."""
        question = self._question
        if not question.words or question.mode != ALL or self._pause.isActive():
            return
        beside = [one for one in self.results if one.result.is_beside]
        if all(one.is_empty for one in beside):
            words = plain(question.words, 60)
            self.nothing.show_notice(
                Notice(
                    f"osu! knows nothing by “{words}”, and nothing here has it.",
                    "Forum topics are not looked through here: osu!'s API cannot search them.",
                    ((ON_WEBSITE, "Search on the website"), (_FORUM, "Look in the forum")),
                )
            )
            self._stack.setCurrentWidget(self.nothing)
        elif self._stack.currentWidget() is self.nothing:
            self._stack.setCurrentWidget(self._lists)

    # --- slots ----------------------------------------------------------------------------------

    def _on_text_edited(self, text: str) -> None:
        self._pause.start(PAUSE)
        self._show_own(text)

    def _on_text_changed(self, text: str) -> None:
        if not text and self._question.words:  # the button that clears the field
            self._pause.start(0)

    def _ask(self) -> None:
        """Move to the place of the words in the field."""
        question = self._question.with_words(self.field.text())
        if not question.words:
            question = Question()
        if question != self._question:
            is_typing = bool(self._question.words)
            self.move_to(question.place, replace=is_typing and bool(question.words))

    def _on_submitted(self) -> None:
        self._pause.stop()
        self._ask()
        self._enter_results()

    def _on_pill_chosen(self, mode: str) -> None:
        if mode != self._question.mode and self._question.words:
            self.move_to(replace(self._question, mode=mode).place)
            if not self.pills.isAncestorOf(self.focusWidget()):
                self._enter_results()

    def _on_country_chosen(self, code: str) -> None:
        self.move_to(replace(self._question, country=code).place)

    def _on_website_requested(self) -> None:
        mode = self._question.mode
        spec = next((one for one in RESULTS if one.mode == mode), None)
        if spec is None or not spec.web_mode:
            spec = self._players.result
        self.open_requested.emit(spec.on_website(self._question), "here")

    def _on_active_toggled(self, _key: str, is_on: bool) -> None:
        self.move_to(replace(self._question, is_active=is_on).place)

    def _on_action_requested(self, key: str) -> None:
        if key == ON_WEBSITE:
            self._on_website_requested()
        elif key == _FORUM:
            self.move_to(replace(self._question, mode=_FORUM).place)
            self._enter_results()
        elif key in (ALL_PLAYERS, SHOW_HIDDEN):
            self.move_to(replace(self._question, is_active=False, country="").place)

    def _on_tile_opened(self, key: str, how: str) -> None:
        place = self._places.get(key)
        if place is not None:
            self.open_requested.emit(place, how)

    def _on_count_changed(self, one: ResultList) -> None:
        found, result = one.found, one.result
        self.pills.set_label(result.mode, f"{result.title} {found}" if found else result.title)
        if self._question.words and self._question.mode == ALL and one.question is not None:
            is_shown = self._has_part(one)
            if one.isHidden() is is_shown:
                if not is_shown and one.isAncestorOf(self.focusWidget()):
                    self.field.start()
                one.setVisible(is_shown)
            self._show_nothing_found()
        if one is self._players:
            me = self._parts.account.me
            own = me.country_code if me is not None else None
            self.countries.set_countries(countries_of(one.list.model.loaded_rows()), own)
        self._update_status()

    def _on_columns_clicked(self) -> None:
        current = self._current
        if current is not None:
            current.list.choose_columns(self.columns.below)

    def _update_status(self, *_: object) -> None:
        current = self._current
        status = current.list.status if current is not None else ""
        if status and current is not None and self._question.mode == ALL:
            status = f"{current.result.title}: {status}"
        self.status_changed.emit(status)

    def _on_account_changed(self) -> None:
        """Load again after a change of the client; other changes of the account are ignored."""
        if self._parts.account.client is self._client:
            return
        self._client = self._parts.account.client
        self._search.news = NewsIndex()
        words = self._question.words
        self.leave()
        if self._is_placed and words:
            self.show_place(self._question.place, None)

    # --- focus ----------------------------------------------------------------------------------

    @property
    def _current(self) -> ResultList | None:
        """The list with the focus, else the first one."""
        shown = self.shown_lists
        focused = self.focusWidget()
        inside = (one for one in shown if one.isAncestorOf(focused))
        return next(inside, shown[0] if shown else None)

    def _enter_results(self) -> None:
        """Set the focus to the first list, or to the tiles."""
        if not self._question.words:
            self.tiles.start()
            return
        current = self._current
        if current is not None:
            self._enter(current)

    def _enter(self, one: ResultList) -> None:
        one.enter()
        self._lists.ensureWidgetVisible(one, 0, 0)

    def _step(self, at: int, step: int) -> None:
        """Move the focus to the next shown list in a direction."""
        beside = self.results[at + step :: step] if 0 <= at + step < len(self.results) else []
        target = next((one for one in beside if not one.isHidden()), None)
        if target is not None:
            self._enter(target)


def _scroll_area(held: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(held)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for part in (area.viewport(), held):
        part.setAutoFillBackground(False)
    return area
