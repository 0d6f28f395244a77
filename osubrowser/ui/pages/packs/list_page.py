"""Page of the lists of packs: by type, by ruleset, and by the beatmaps in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.packs import TYPES, PacksQuery
from osubrowser.services.places.places import ListPlace
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, bind
from osubrowser.ui.lists.list_controller import ListController, ListState
from osubrowser.ui.pages.packs.specs import ANY_MODE, BY_TYPE, packs_spec
from osubrowser.ui.pages.page import Page
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import MODES, Segments
from osubrowser.ui.widgets.tool_button import columns_button, export_button, load_all_button

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_LONGEST: Final = 200
_WIDTH: Final = 320


class PacksBar(QWidget):
    """Controls above a list of packs: type, ruleset, beatmap, filter, tools.

    Args:
        parent: the Qt parent.

    Attributes:
        types, modes: the pills.
        words: the field of a beatmap: Return searches, an empty field shows all packs.
        here: whether the sets on this computer are counted.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.types = Segments("Packs", TYPES, self, is_primary=True)
        self.modes = Segments("Mode", (("", "All"), *MODES), self)
        self.modes.button("osu").setToolTip("Packs for osu!, and those for any ruleset")
        self.words = QLineEdit(self)
        self.words.setObjectName("packWords")
        self.words.setPlaceholderText("Packs with a beatmap: title, id or link")
        self.words.setAccessibleName("Packs with a beatmap")
        self.words.setToolTip(
            "Finds the packs that a beatmap is in: type its title, id or link, and press Return"
        )
        self.words.setMaxLength(_LONGEST)
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(_WIDTH)
        self.here = QPushButton("Count mine", self)
        self.here.setCheckable(True)
        self.here.setAutoDefault(True)
        self.here.setToolTip(
            "Count the beatmaps of each pack that are on this computer: a request for each pack"
        )
        self.filter = FilterField(self)
        self.columns = columns_button(self)
        self.load_all = load_all_button(self, LOAD_ALL_KEY)
        self.export = export_button(self)
        self._strips = (ScrollStrip(self.types, self), ScrollStrip(self.modes, self))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, strip in zip((first, second), self._strips, strict=True):
            row.setSpacing(8)
            row.addWidget(strip)
            row.addStretch(1)
        first.addWidget(self.filter)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.columns, self.load_all, self.export):
            tools.addWidget(tool)
        first.addLayout(tools)
        second.addWidget(self.here)
        second.addWidget(self.words, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_query(self, query: PacksQuery) -> None:
        """Set the controls."""
        if query.words:
            self.types.choose_none()  # the packs of a beatmap are of any type
        else:
            self.types.choose(query.type)
        self.modes.choose(query.mode)
        self.here.setChecked(query.counts_here)
        self.here.setEnabled(not query.words)  # these are counted anyway
        if self.words.text().strip() != query.words:
            self.words.blockSignals(True)
            self.words.setText(query.words)
            self.words.blockSignals(False)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        tools = (self.filter, self.columns, self.load_all, self.export)
        for part in (*self._strips, self.types, self.modes, *tools):
            part.set_colours(colours)
        self.words.setStyleSheet(field_style("QLineEdit", colours))


class PacksPage(Page):
    """Page of a `ListPlace` of packs.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = parts.account
        self._client = parts.account.client
        self._beatmaps = parts.beatmaps
        self._query = PacksQuery()
        self.bar = PacksBar(self)
        self.list = ListController(
            parts.account,
            parts.calls,
            parts.settings,
            parts.colours,
            parts.images,
            parts.has_page,
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(self.list.rows, 1)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        bar, rows = self.bar, self.list
        rows.bind_filter(bar.filter)
        rows.bind_buttons(columns=bar.columns, export=bar.export, load_all=bar.load_all)
        rows.status_changed.connect(self.status_changed)
        rows.open_requested.connect(self.open_requested)
        rows.message_requested.connect(self.message_requested)
        rows.sign_in_requested.connect(self.sign_in_requested)
        rows.online_changed.connect(self.online_changed)
        rows.action_requested.connect(self._on_action_requested)
        bar.types.chosen.connect(lambda key: self._ask(type=key, words=""))
        bar.modes.chosen.connect(lambda key: self._ask(mode=key))
        bar.here.clicked.connect(lambda is_on: self._ask(counts_here=is_on))
        bar.words.returnPressed.connect(self._on_words_submitted)
        bar.words.textChanged.connect(self._on_words_changed)
        self._account.changed.connect(self._on_account_changed)
        bar.here.setVisible(self._count_here is not None)
        if self._beatmaps is not None:
            self._beatmaps.owned.changed.connect(self._on_owned_changed)
        bind(self, (LOAD_ALL_KEY,), {LOAD_ALL_KEY.action: rows.load_all})

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self.list.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a list of packs, or restore it from `state`."""
        if not isinstance(place, ListPlace):
            return
        self._query = query = PacksQuery.of(place)
        self.bar.show_query(query)
        known = state if isinstance(state, ListState) else None
        self.list.show(packs_spec(query, self._count_here), state=known)
        self.title_changed.emit(query.title)

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        return self.list.save_state() if self.list.model.loaded else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the list."""
        return self._query.place, self._query.title

    def reload(self) -> None:
        """Load the rows again."""
        if self.list.spec is None:
            self.show_place(self._query.place, None)
        else:
            self.list.reload()

    def take_focus(self) -> None:
        """Set the focus to the table, or to the button of the message in its place."""
        self.list.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.list.start_filter()

    def copy_selection(self) -> None:
        """Copy the selected rows to the clipboard as TSV."""
        self.list.copy_selection()

    def export(self) -> None:
        """Export the loaded rows to a file chosen in a dialog."""
        self.list.export()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.bar.set_colours(colours)
        self.list.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self.list.leave()

    # --- controls -----------------------------------------------------------------------------

    @property
    def _count_here(self) -> Callable[[Any], int] | None:
        """Count of sets on this computer, by the index of now: workers may use it.

        None without an installed osu!.
        """
        if self._beatmaps is None or not self._beatmaps.owned.state.has_game:
            return None
        return self._beatmaps.owned.index.count_of

    def _ask(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the query
        query = replace(self._query, **changes)
        if query != self._query:
            self.move_to(query.place)

    def _on_words_submitted(self) -> None:
        self._ask(words=self.bar.words.text().strip())
        if self._query.words:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words_changed(self, text: str) -> None:
        if not text.strip():
            self._ask(words="")

    def _on_action_requested(self, key: str) -> None:
        if key == BY_TYPE:
            self._ask(words="", mode="")
        elif key == ANY_MODE:
            self._ask(mode="")

    def _on_owned_changed(self) -> None:
        """Offer to count what is here once it is known; count again after a change."""
        self.bar.here.setVisible(self._count_here is not None)
        if self.list.spec is not None and self._query.counts_here and self.isVisible():
            self.list.reload(packs_spec(self._query, self._count_here))

    def _on_account_changed(self) -> None:
        """Load again after a change of the client; other changes of the account are ignored."""
        if self._account.client is self._client:
            return
        self._client = self._account.client
        is_shown = self.list.spec is not None
        self.leave()
        if is_shown:
            self.show_place(self._query.place, None)
