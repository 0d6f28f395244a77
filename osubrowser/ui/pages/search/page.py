"""Search page: one question answered by lists side by side; without one, all lists of osu!."""

from __future__ import annotations

from dataclasses import replace
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

from osubrowser.models.search.news import NewsIndex
from osubrowser.models.search.players import countries_of
from osubrowser.models.search.question import ALL, OWN_MODES, Question, clean
from osubrowser.services.places.destinations import GROUPS, destinations
from osubrowser.services.places.places import ListPlace
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import CARDS, TABLE
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.search.board import PLAYERS, ResultBoard
from osubrowser.ui.pages.search.lists import ALL_PLAYERS, ON_WEBSITE, RESULTS, SearchParts
from osubrowser.ui.table.paged_table import SHOW_HIDDEN
from osubrowser.ui.widgets.country_picker import CountryPicker
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.query_field import QueryField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import Notice, StatePanel
from osubrowser.ui.widgets.tile_grid import TileGrid, TileText
from osubrowser.ui.widgets.toggle_pills import TogglePills
from osubrowser.ui.widgets.tool_button import ToolButton, columns_button, export_button

if TYPE_CHECKING:
    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.search.result_list import ResultList
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

PAUSE: Final = 300
"""Milliseconds after the last key press until osu! is asked."""
_ACTIVE: Final = "active"
_FORUM: Final = "forum_post"


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
        board: the lists of what is found.
        active: whether only active players are shown.
        countries: the country of the players that are shown.
        nothing: the message in place of all lists, where nothing was found.
        filter: the filter of the loaded rows of the list that is shown as a whole.
        view, columns, export_tool: tools of that list.
    """

    def __init__(
        self, parts: SectionParts, library: Library | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._search = SearchParts(parts, library, NewsIndex())
        self._question = Question()
        self._is_placed = False
        self._is_entering = False
        self._places: dict[str, Place] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._build()
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    def _build(self) -> None:
        self.field = QueryField(lambda _word: (), self)
        self.field.setAccessibleName(tr("Search osu!"))
        self.field.setPlaceholderText(tr("Search players, beatmaps, wiki, news, what you saw …"))
        self.active = TogglePills(
            tr("Players"),
            ((_ACTIVE, tr("Active players only")),),
            self,
            tips={_ACTIVE: tr("Only players who visited osu! within the last 30 days")},
        )
        self.active.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        images = self._parts.images
        self.countries = CountryPicker(
            lambda code: images.flag_url(code) if images is not None else None, self
        )
        self.countries.setToolTip(tr("Only players of one country"))
        if images is not None:
            images.supply(self.countries)
        self.pills = Segments(
            tr("Results"), ((ALL, tr("All")), *((one.mode, one.title) for one in RESULTS)), self
        )
        self._strip = ScrollStrip(self.pills, self)
        self.filter = FilterField(self)
        self.view = ToolButton(tr("View"), "table-view", tr("Show as a table"), self)
        self.columns = columns_button(self)
        self.export_tool = export_button(self)
        self.tiles = TileGrid(tr("Lists of osu!"), self)
        self.board = ResultBoard(self._search, self.filter, self)
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
        bar.addWidget(self.filter)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.view, self.columns, self.export_tool):
            tools.addWidget(tool)
        bar.addLayout(tools)
        self._explore = QScrollArea(self)
        self._explore.setWidgetResizable(True)
        self._explore.setFrameShape(QScrollArea.Shape.NoFrame)
        self._explore.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._explore.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._explore.setWidget(self.tiles)
        for part in (self._explore.viewport(), self.tiles):
            part.setAutoFillBackground(False)
        self._stack = QStackedWidget(self)
        for page in (self._explore, self.board, self.nothing):
            self._stack.addWidget(page)
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
        self.tiles.reached.connect(self._explore.ensureWidgetVisible)
        self.view.clicked.connect(self._on_view_clicked)
        self.columns.clicked.connect(self._on_columns_clicked)
        self.export_tool.clicked.connect(self.export)
        board = self.board
        board.open_requested.connect(self.open_requested)
        board.message_requested.connect(self.message_requested)
        board.sign_in_requested.connect(self.sign_in_requested)
        board.online_changed.connect(self.online_changed)
        board.action_requested.connect(self._on_action_requested)
        board.whole_requested.connect(self._on_pill_chosen)
        board.count_changed.connect(self._on_count_changed)
        board.changed.connect(self._on_board_changed)
        board.status_changed.connect(self._update_status)
        board.left_upwards.connect(self.field.start)
        ClientWatch(self._parts.account, self).changed.connect(self._on_client_changed)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def question(self) -> Question:
        """The shown question."""
        return self._question

    @property
    def shown_lists(self) -> list[ResultList]:
        """The lists that are shown, from left to right; none without a question."""
        return self.board.shown if self._question.words else []

    @property
    def is_settled(self) -> bool:
        """Whether the lists are loaded, or have failed."""
        if self._pause.isActive():
            return False
        return not self._question.words or self.board.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The first error for which rows are missing; None if none are."""
        return self.board.failure if self._question.words else None

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the results of a question, or all lists of osu!."""
        if not isinstance(place, ListPlace):
            return
        self._pause.stop()
        question = self._question = Question.of(place)
        if clean(self.field.text()) != question.words:
            self.field.show_text(question.words)
        self.active.show_chosen((_ACTIVE,) if question.is_active else ())
        self.countries.show_country(question.country or None)
        self.pills.choose(question.mode)
        self._is_placed = True
        self._show_frame(question)
        if question.words:
            self.board.show_question(question, state if isinstance(state, dict) else {})
        else:
            self.board.leave()
            self._show_tiles()
        self.title_changed.emit(question.title)
        self._update_status()

    def save_state(self) -> object | None:
        """Return the rows and scroll positions of the lists; None without a question."""
        return self.board.save_state() if self._question.words else None

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
        if self._question.words and not self.field.hasFocus():
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
        for part in (self.field, self.active, self.pills, self._strip, self.tiles, self.board):
            part.set_colours(colours)
        for tool in (self.filter, self.view, self.columns, self.export_tool, self.countries):
            tool.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._pause.stop()
        self.board.leave()

    # --- contents -------------------------------------------------------------------------------

    def _show_tiles(self) -> None:
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
            control.setVisible(has_words and question.mode in (ALL, PLAYERS))
        for tool in (self.filter, self.view, self.columns, self.export_tool):
            tool.setVisible(is_whole)
        self._stack.setCurrentWidget(self.board if has_words else self._explore)

    def _show_nothing_found(self) -> None:
        """Show a message in place of the lists if none of them has a row."""
        question = self._question
        if not question.words or question.mode != ALL or self._pause.isActive():
            return
        if self.board.is_empty:
            words = plain(question.words, 60)
            self.nothing.show_notice(
                Notice(
                    tr("Nothing was found for “{words}”, on osu! or on this computer.").format(
                        words=words
                    ),
                    tr("The forum was not searched: osu!'s API cannot do that."),
                    ((ON_WEBSITE, tr("Search on the website")), (_FORUM, tr("Look in the forum"))),
                )
            )
            self._stack.setCurrentWidget(self.nothing)
        elif self._stack.currentWidget() is self.nothing:
            self._stack.setCurrentWidget(self.board)

    # --- slots ----------------------------------------------------------------------------------

    def _on_text_edited(self, text: str) -> None:
        """Show at once what this computer knows, and ask osu! after a pause."""
        self._pause.start(PAUSE)
        self._is_entering = False
        question = self._question.with_words(text)
        if question.words and question.mode in (ALL, *OWN_MODES):
            self._show_frame(question)
            self.board.show_own(question)

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
        elif not question.words:
            self._show_frame(question)

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

    def _on_active_toggled(self, _key: str, is_on: bool) -> None:
        self.move_to(replace(self._question, is_active=is_on).place)

    def _on_action_requested(self, key: str) -> None:
        if key == ON_WEBSITE:
            mode = self._question.mode
            spec = next((one for one in RESULTS if one.mode == mode and one.web_mode), RESULTS[1])
            self.open_requested.emit(spec.on_website(self._question), "here")
        elif key == _FORUM:
            self.move_to(replace(self._question, mode=_FORUM).place)
            self._enter_results()
        elif key in (ALL_PLAYERS, SHOW_HIDDEN):
            self.move_to(replace(self._question, is_active=False, country="").place)

    def _on_tile_opened(self, key: str, how: str) -> None:
        place = self._places.get(key)
        if place is not None:
            self.open_requested.emit(place, how)

    def _on_count_changed(self, mode: str) -> None:
        one = self.board.result(mode)
        if one is None:
            return
        found, title = one.found, one.result.title
        self.pills.set_label(mode, f"{title} {found}" if found else title)
        if mode == PLAYERS:
            me = self._parts.account.me
            own = me.country_code if me is not None else None
            self.countries.set_countries(countries_of(one.list.model.loaded_rows()), own)

    def _on_board_changed(self) -> None:
        self._show_nothing_found()
        self._update_status()
        self._go_on_entering()
        current = self._current
        if current is None or self._question.mode == ALL:
            return
        spec, is_table = current.list.spec, current.list.view == TABLE
        self.view.setVisible(spec is not None and spec.cards is not None)
        self.view.show_icon(
            "card-view" if is_table else "table-view",
            tr("Show as cards") if is_table else tr("Show as a table"),
        )
        if is_table:
            self.columns.show_icon(
                "columns", tr("Choose the columns of this table"), name=tr("Columns")
            )
        else:
            self.columns.show_icon("sort", tr("Sort the loaded cards"), name=tr("Sort", "verb"))

    def _on_view_clicked(self) -> None:
        current = self._current
        if current is not None:
            current.list.choose_view(CARDS if current.list.view == TABLE else TABLE)

    def _on_columns_clicked(self) -> None:
        current = self._current
        if current is not None:
            current.list.choose_columns(self.columns.below)

    def _update_status(self) -> None:
        current = self._current
        status = current.list.status if current is not None else ""
        if status and current is not None and self._question.mode == ALL:
            status = f"{current.result.title}: {status}"
        self.status_changed.emit(status)

    def _on_client_changed(self) -> None:
        """Load again."""
        self._search.news = NewsIndex()
        words = self._question.words
        self.leave()
        if self._is_placed and words:
            self.show_place(self._question.place, None)

    # --- focus ----------------------------------------------------------------------------------

    @property
    def _current(self) -> ResultList | None:
        """The list with the focus, else the first one; None without a question."""
        return self.board.current if self._question.words else None

    def _enter_results(self) -> None:
        """Set the focus to the current list, once it has rows, or to the tiles."""
        if self._stack.currentWidget() is self._explore:
            self.tiles.start()
            return
        if self._stack.currentWidget() is self.nothing:
            self.nothing.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        current = self.board.current
        self._is_entering = current is None or not self._can_enter(current)
        if self._is_entering:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.board.enter()

    def _can_enter(self, one: ResultList) -> bool:
        """Whether a list has rows or a message; an empty one beside others is hidden soon."""
        return one.is_ready and not (one.is_empty and self._question.mode == ALL)

    def _go_on_entering(self) -> None:
        """Set the focus to the current list if that was asked for, and it has got rows."""
        current = self.board.current
        if self._is_entering and current is not None and self._can_enter(current):
            self._is_entering = False
            if self.field.hasFocus():
                self.board.enter()
