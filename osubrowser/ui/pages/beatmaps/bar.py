"""Bar above the beatmap listing: search text, ruleset, category, order, view, active filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.beatmaps.listing_query import (
    CATEGORY_NAMES,
    SORT_NAMES,
    TEXT_NAMES,
    ListingQuery,
)
from osubrowser.services.places.listing_filters import LONGEST_TEXT
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.chip_row import ChipRow
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.follow_button import FollowButton
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.query_field import Mark, QueryField
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import MODES, Segments
from osubrowser.ui.widgets.tool_button import (
    ToolButton,
    columns_button,
    export_button,
    load_all_button,
)

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

VIEWS: Final = (
    ("cards", tr("Cards")),
    ("table", tr("Table")),
    ("difficulties", tr("Difficulties")),
)
_ANY: Final = "any"
_LEAST_FIELD: Final = 240  # pixels
_STATUSES: Final = ("graveyard", "wip", "pending", "ranked", "approved", "qualified", "loved")


class BeatmapsBar(QWidget):
    """Controls that show a `ListingQuery`, and tell of the one that the user makes.

    Args:
        tag_names: returns the names of user tags that are known, for completion.
        parent: the Qt parent.

    Attributes:
        query_changed: `(ListingQuery, is_typing)`: the user has changed a control, by typing, which
            may go on, or by a choice.
        submitted: Enter was pressed in the search field.
        left: the search field was left by a key: the rows get the focus.
        view_chosen: the key of a view of `VIEWS`.
        panel_toggled: whether the panel of filters is to be shown.
        focus_lost: the control with the focus is gone.
    """

    query_changed = Signal(object, bool)
    submitted = Signal()
    left = Signal()
    view_chosen = Signal(str)
    panel_toggled = Signal(bool)
    focus_lost = Signal()

    def __init__(
        self, tag_names: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._query = ListingQuery()
        self._tag_names = tag_names
        self.field = QueryField(self._complete, self)
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setPlaceholderText(tr("Search beatmaps: words, or stars>5 ar>=9 ranked>2023"))
        self.field.setAccessibleName(tr("Search beatmaps"))
        self.panel = QPushButton(tr("Filters"), self)
        self.panel.setCheckable(True)
        self.panel.setAutoDefault(True)
        self.panel.setToolTip(tr("Show every filter as a control (F)"))
        self.searches = QPushButton(tr("Saved"), self)
        self.searches.setAutoDefault(True)
        self.searches.setToolTip(tr("Saved searches: open, save this one, look for new beatmaps"))
        self.packs = QPushButton(tr("Packs"), self)
        self.packs.setAutoDefault(True)
        self.packs.setToolTip(tr("Beatmap packs, by kind, ruleset, and the beatmaps in them"))
        self.follow = FollowButton(self)
        self.views = Segments(tr("View"), VIEWS, self, is_primary=True)
        self._choices = QWidget(self)
        self.modes = Segments(tr("Ruleset"), ((_ANY, tr("Any")), *MODES), self._choices)
        self.category = Picker(tr("Category"), self._choices, width=240)
        self.category.set_choices([Choice(key, name) for key, name in CATEGORY_NAMES.items()])
        self.sort = Picker(tr("Order", "of a list"), self._choices, width=240)
        self.direction = ToolButton(tr("Direction"), "sort-down", "", self._choices)
        self.filter = FilterField(self)
        self.columns = columns_button(self)
        self.load_all = load_all_button(self, LOAD_ALL_KEY)
        self.export = export_button(self)
        self.chips = ChipRow(tr("Active filters"), self)
        self.chips.setFixedHeight(32)  # as the others of its row
        self.clear = QPushButton(tr("Clear all"), self)
        self.clear.setProperty("link", True)
        self.clear.setAutoDefault(True)
        self.wrong = ElidedLabel("", self, name=tr("Not understood"))
        self._lay_out()
        self._connect()
        self._show_order(self._query)
        self._show_active(self._query)
        self.category.set_current(
            Choice(self._query.category, CATEGORY_NAMES[self._query.category])
        )

    # --- values -------------------------------------------------------------------------------

    def show_query(self, query: ListingQuery) -> None:
        """Set all controls to a query without emitting `query_changed`."""
        is_same, self._query = query == self._query, query
        if " ".join(self.field.text().split()) != " ".join(query.text.split()):
            self.field.show_text(query.text)
        if is_same:
            return
        self.modes.choose(query.mode or _ANY)
        self.category.set_current(Choice(query.category, CATEGORY_NAMES[query.category]))
        self._show_order(query)
        self._show_active(query)

    def show_view(self, view: str) -> None:
        """Set the view without emitting `view_chosen`."""
        self.views.choose(view)

    def show_panel(self, is_shown: bool) -> None:
        """Set whether the panel of filters is to be shown; emits `panel_toggled` if that is new."""
        self.panel.setChecked(is_shown)

    def set_saved(self, new: int) -> None:
        """Set the number of new beatmaps in saved searches."""
        self.searches.setText(tr("Saved · %n new", "", new) if new else tr("Saved"))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (
            self.field,
            self.views,
            self.modes,
            self.category,
            self.sort,
            self.direction,
            self.filter,
            self.columns,
            self.load_all,
            self.export,
            self.follow,
            self.chips,
            *self._strips,
        ):
            part.set_colours(colours)
        self.wrong.setStyleSheet(f"color: {colours.bad.name()};")

    # --- private ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for control in (self.modes, self.category, self.sort, self.direction):
            choices.addWidget(control)
        choices.setSpacing(8)
        self._strips = (ScrollStrip(self._choices, self), ScrollStrip(self.chips, self))
        first = BreakingRow(self, least=_LEAST_FIELD)
        first.first.addWidget(self.field)
        for button in (self.panel, self.searches, self.packs):
            first.second.addWidget(button)
        first.second.addWidget(self.follow)
        first.second.addStretch(1)
        first.second.addWidget(self.views)
        second, third = QHBoxLayout(), QHBoxLayout()
        for row in (second, third):
            row.setSpacing(8)
        second.addWidget(self._strips[0])
        second.addStretch(1)
        second.addWidget(self.filter)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.columns, self.load_all, self.export):
            tools.addWidget(tool)
        second.addLayout(tools)
        third.setContentsMargins(0, 0, 0, 0)
        third.addWidget(self._strips[1])
        third.addWidget(self.clear)
        third.addWidget(self.wrong, 1)
        self._active = QWidget(self)
        third.addStrut(28)
        self._active.setLayout(third)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(first)
        layout.addLayout(second)
        layout.addWidget(self._active)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_text_edited)
        self.field.submitted.connect(self.submitted)
        self.field.left.connect(self.left)
        self.views.chosen.connect(self.view_chosen)
        self.panel.toggled.connect(self.panel_toggled)
        self.modes.chosen.connect(
            lambda mode: self._tell(replace(self._query, mode=None if mode == _ANY else mode))
        )
        self.category.chosen.connect(lambda key: self._tell(replace(self._query, category=key)))
        self.sort.chosen.connect(self._on_sort_chosen)
        self.direction.clicked.connect(self._on_direction_clicked)
        self.chips.removed.connect(lambda key: self._tell(self._query.without(key)))
        self.chips.emptied.connect(self.focus_lost)
        self.clear.clicked.connect(self._on_clear_clicked)

    def _tell(self, query: ListingQuery, *, is_typing: bool = False) -> None:
        if query != self._query:
            self.show_query(query)
            self.query_changed.emit(query, is_typing)

    def _on_text_edited(self, text: str) -> None:
        self._tell(replace(self._query, text=text.strip()), is_typing=True)

    def _on_sort_chosen(self, key: str) -> None:
        descending = self._query.order[1]
        direction = "desc" if descending else "asc"
        self._tell(replace(self._query, sort=f"{key}_{direction}" if key else None))

    def _on_direction_clicked(self) -> None:
        field, descending = self._query.order
        self._tell(replace(self._query, sort=f"{field}_{'asc' if descending else 'desc'}"))

    def _on_clear_clicked(self) -> None:
        had_focus = self.clear.hasFocus()
        self._tell(self._query.cleared)
        if had_focus:
            self.focus_lost.emit()

    def _show_order(self, query: ListingQuery) -> None:
        field, descending = query.order
        default = query.default_sort.partition("_")[0]
        name, down, up = SORT_NAMES[field]
        choices = [Choice("", tr("Default: {order}").format(order=SORT_NAMES[default][0]))]
        choices += [Choice(key, names[0]) for key, names in SORT_NAMES.items()]
        self.sort.set_choices(choices)
        self.sort.set_current(Choice(field if query.sort else "", name))
        said = down if descending else up
        self.direction.setAccessibleName(tr("Direction: {order}").format(order=said))
        self.direction.setToolTip(tr("{name}, {order}: turn round").format(name=name, order=said))
        self.direction.set_icon_name("sort-down" if descending else "sort-up")

    def _show_active(self, query: ListingQuery) -> None:
        # Words stand in the search field above, and rulesets and categories beside it.
        shown = [
            (one.key, one.text)
            for one in query.active_filters
            if one.key not in ("keywords", "mode", "category")
        ]
        wrong = query.wrong_words
        self.field.show_marks([Mark(one.start, one.end, one.why) for one in wrong])
        text = query.text
        said = [f"{text[one.start : one.end]}: {one.why}" for one in wrong]
        self.wrong.setText(said[0] if said else "")
        self.chips.show_chips(shown)
        self._strips[1].setVisible(bool(shown))
        self.clear.setVisible(bool(query.active_filters))
        self._active.setVisible(bool(query.active_filters or wrong))
        count = len(shown)
        self.panel.setText(
            tr("Filters · {count}").format(count=numerals.whole(count)) if count else tr("Filters")
        )

    # --- completion ---------------------------------------------------------------------------

    def _complete(self, word: str) -> list[str]:
        """Return the completions of a word: names of options, then values of some of them."""
        key, sign, value = word.partition("=")
        if not sign:
            return completed_option(word)
        if key == "status":
            return [f"status={name}" for name in _STATUSES if name.startswith(value)]
        if key == "tag":
            bare = value.strip('"').casefold()
            found = [tag for tag in self._tag_names() if bare in tag.casefold()]
            return [f'tag="{tag}"' if " " in tag else f"tag={tag}" for tag in found[:50]]
        return []


_RANGES: Final = (
    *("stars", "ar", "cs", "od", "hp", "bpm", "length", "keys", "circles", "sliders"),
    *("favourites", "ranked", "updated", "created"),
)
_OPTIONS: Final = (
    *(f"{name}>=" for name in _RANGES),
    "status=",
    *(f"{name}=" for name in TEXT_NAMES),
    "tag=",
    "featured_artist=",
)


def completed_option(word: str) -> list[str]:
    """Return the options of the search text that begin with a word of two letters or more."""
    if len(word) < 2:
        return list(_OPTIONS) if not word else []
    return [option for option in _OPTIONS if option.startswith(word.lower())]
