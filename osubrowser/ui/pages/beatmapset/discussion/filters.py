"""Controls of a discussion: type, difficulty, author, order, words, open issues only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.discussions.feed import ORDERS, DiscussionFilter, filter_choices
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.filter_field import FilterField
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.models.discussions.feed import DiscussionFeed
    from osubrowser.ui.style.theme import Colours

EVENTS: Final = "events"
"""Key of the pill that shows the events of the set in place of its discussions."""
_ALL: Final = "all"
_LABELS: Final = (
    (_ALL, tr("All")),
    ("problem", tr("Problems")),
    ("suggestion", tr("Suggestions")),
    ("praise", tr("Praise")),
    ("hype", tr("Hype")),
    ("mapper_note", tr("Notes")),
    ("review", tr("Reviews")),
    (EVENTS, tr("History")),
)
_MOST_PEOPLE: Final = 500


class DiscussionFilters(QWidget):
    """Controls above a discussion, each with the number of discussions that it leaves.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        changed: `DiscussionFilter`: a control was used.
        events_chosen: whether the events are shown, in place of the discussions.
        types: the pills of the types.
    """

    changed = Signal(object)
    events_chosen = Signal(bool)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = DiscussionFilter()
        self.types = Segments(tr("Type of discussion"), _LABELS, self)
        self._strip = ScrollStrip(self.types, self)
        self.beatmap = Picker(tr("Difficulty"), self)
        self.user = Picker(tr("Author"), self)
        self.order = Picker(tr("Order", "of a list"), self, width=220)
        self.is_open = QCheckBox(tr("Open only"), self)
        self.is_open.setToolTip(tr("Problems and suggestions that are not resolved"))
        self.text = FilterField(self)
        self.text.setPlaceholderText(tr("Search the discussion"))
        self.text.setAccessibleName(tr("Search the discussion"))
        self.text.setToolTip(tr("Show only threads with these words"))
        self.text.setMaximumWidth(240)
        self.more = QPushButton(tr("Filters"), self)
        self.more.setCheckable(True)
        self.more.setToolTip(tr("Difficulty, author, order, words"))
        self.more.hide()
        self._is_compact = False
        self._controls = QWidget(self)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.beatmap, self.user, self.order, self.is_open):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.text)
        self._row = (self.beatmap, self.user, self.order, self.is_open, self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self._strip, 1)
        top.addWidget(self.more)
        layout.addLayout(top)
        layout.addWidget(self._controls)
        self.order.set_choices([Choice(key, label) for key, label in ORDERS])
        self._connect()
        self.set_colours(colours)
        self.show_filter(self._filter)

    def _connect(self) -> None:
        self.types.chosen.connect(self._on_types_chosen)
        self.beatmap.chosen.connect(self._on_beatmap_chosen)
        self.user.chosen.connect(self._on_user_chosen)
        self.order.chosen.connect(lambda key: self._change(order=key))
        self.is_open.toggled.connect(lambda on: self._change(is_open=on))
        self.text.textChanged.connect(lambda text: self._change(text=text))
        self.more.toggled.connect(lambda _on: self._show_controls())

    @property
    def filter(self) -> DiscussionFilter:
        """What the controls say."""
        return self._filter

    @property
    def shows_events(self) -> bool:
        """Whether the pill of the events is pressed."""
        return self.types.current == EVENTS

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.types.set_colours(colours)
        self._strip.set_colours(colours)
        for part in (self.beatmap, self.user, self.order, self.text):
            part.set_colours(colours)

    def set_compact(self, is_compact: bool) -> None:
        """Set whether the second row is shown on request only, for more room in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.more.setVisible(is_compact)
            self._show_controls()

    def start_search(self) -> None:
        """Set the focus to the search field."""
        self.more.setChecked(True)
        self.text.start()

    def _show_controls(self) -> None:
        self._controls.setVisible(not self._is_compact or self.more.isChecked())

    def show_filter(self, filter: DiscussionFilter, *, events: bool = False) -> None:
        """Set the controls, without signals.

        Args:
            filter: what they say.
            events: whether the events are shown.
        """
        self._filter = filter
        self.types.choose(EVENTS if events else filter.type or _ALL)
        self.is_open.blockSignals(True)
        self.is_open.setChecked(filter.is_open)
        self.is_open.blockSignals(False)
        self.text.show_text(filter.text)
        if not replace(filter, type="").is_empty:
            self.more.setChecked(True)  # nothing is hidden without a visible reason
        label = dict(ORDERS).get(filter.order, "")
        self.order.set_current(Choice(filter.order, label))
        for part in self._row:
            part.setEnabled(not events)

    def show_counts(self, feed: DiscussionFeed) -> None:
        """Update the numbers and choices from the loaded discussions."""
        counts = feed.counts()
        for key, label in _LABELS:
            if key != EVENTS:
                count = counts.get("" if key == _ALL else key, 0)
                self.types.set_label(key, f"{label} {numerals.whole(count)}" if count else label)
        self._strip.fit()
        opened = counts["open"]
        self.is_open.setText(
            tr("Open only ({count})").format(count=numerals.whole(opened))
            if opened
            else tr("Open only")
        )
        beatmaps = [
            Choice("" if id is None else str(id), name, numerals.whole(count))
            for id, name, count in filter_choices(feed)
        ]
        self.beatmap.set_choices(beatmaps)
        wanted = "" if self._filter.beatmap is None else str(self._filter.beatmap)
        shown = next((one for one in beatmaps if one.key == wanted), None)
        if shown is None:
            shown = Choice(wanted, tr("Difficulty #{id}").format(id=wanted))
        self.beatmap.set_current(replace(shown, text=tr("Any difficulty")) if not wanted else shown)
        people = [Choice("", tr("Any author"), numerals.whole(feed.loaded))]
        people += [
            Choice(str(id), name, numerals.whole(count))
            for id, (name, count) in list(feed.people().items())[:_MOST_PEOPLE]
        ]
        self.user.set_choices(people)
        key = "" if self._filter.user is None else str(self._filter.user)
        known = next((one for one in people if one.key == key), None)
        self.user.set_current(known or Choice(key, tr("Player #{id}").format(id=key)))

    def _change(self, **changes: object) -> None:
        self._filter = replace(self._filter, **changes)  # type: ignore[arg-type]
        self.changed.emit(self._filter)

    def _on_types_chosen(self, key: str) -> None:
        events = key == EVENTS
        for part in self._row:
            part.setEnabled(not events)
        if not events:
            self._change(type="" if key == _ALL else key)
        self.events_chosen.emit(events)

    def _on_beatmap_chosen(self, key: str) -> None:
        self._change(beatmap=int(key) if key else None)

    def _on_user_chosen(self, key: str) -> None:
        self._change(user=int(key) if key else None)
