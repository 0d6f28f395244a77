"""Page of the lists of packs: by type, by ruleset, and by the beatmaps in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.packs import TYPES, PacksQuery
from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.pages.packs.specs import ANY_MODE, BY_TYPE, packs_spec
from osubrowser.ui.widgets.assistive import name_clear_button, order_tab
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import MODES, Segments
from osubrowser.ui.widgets.tool_button import columns_button, export_button, load_all_button

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
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
        self.types = Segments(tr("Packs"), TYPES, self, is_primary=True)
        self.modes = Segments(tr("Mode"), (("", tr("All")), *MODES), self)
        self.modes.button("osu").setToolTip(tr("Packs for osu!, and those for any ruleset"))
        self.words = QLineEdit(self)
        self.words.setObjectName("packWords")
        self.words.setPlaceholderText(tr("Packs with a beatmap: title, id or link"))
        self.words.setAccessibleName(tr("Packs with a beatmap"))
        self.words.setToolTip(
            tr("Finds the packs that a beatmap is in: type its title, id or link, and press Return")
        )
        self.words.setMaxLength(_LONGEST)
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.words.setMaximumWidth(_WIDTH)
        self.here = QPushButton(tr("Count mine"), self)
        self.here.setCheckable(True)
        self.here.setAutoDefault(True)
        self.here.setToolTip(
            tr("Count the beatmaps of each pack that are on this computer: a request for each pack")
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
        order_tab(layout)

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


class PacksPage(ListPage):
    """Page of a `ListPlace` of packs.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        bar: the controls above the list.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._beatmaps = parts.beatmaps
        self._query = PacksQuery()
        self.bar = PacksBar(self)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.list.rows, 1)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        bar, rows = self.bar, self.list
        rows.bind_filter(bar.filter)
        rows.bind_buttons(columns=bar.columns, export=bar.export, load_all=bar.load_all)
        bar.types.chosen.connect(lambda key: self._ask(type=key, words=""))
        bar.modes.chosen.connect(lambda key: self._ask(mode=key))
        bar.here.clicked.connect(lambda is_on: self._ask(counts_here=is_on))
        bar.words.returnPressed.connect(self._on_words_submitted)
        bar.words.textChanged.connect(self._on_words_changed)
        bar.here.setVisible(self._count_here is not None)
        if self._beatmaps is not None:
            self._beatmaps.owned.changed.connect(self._on_owned_changed)

    def take_place(self, place: Place) -> Place | None:
        """Set the controls to a list of packs."""
        if not isinstance(place, ListPlace):
            return None
        self._query = PacksQuery.of(place)
        self.bar.show_query(self._query)
        return self._query.place

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the query."""
        return packs_spec(self._query, self._count_here)

    def title_of(self, place: Place) -> str:
        """Return the title of the query."""
        return self._query.title

    def act(self, key: str) -> None:
        """Show the packs of a type again, or those for all rulesets."""
        if key == BY_TYPE:
            self._ask(words="", mode="")
        elif key == ANY_MODE:
            self._ask(mode="")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.bar.set_colours(colours)

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

    def _on_owned_changed(self) -> None:
        """Offer to count what is here once it is known; count again after a change."""
        self.bar.here.setVisible(self._count_here is not None)
        if self.list.spec is not None and self._query.counts_here and self.isVisible():
            self.list.reload(packs_spec(self._query, self._count_here))
