"""Panel with a control for every filter of the beatmap search."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.beatmaps.listing_query import (
    EXTRA_NAMES,
    GENERAL_NAMES,
    GENRE_NAMES,
    GRADE_NAMES,
    LANGUAGE_NAMES,
    PLAYED_NAMES,
    RANGE_FIELDS,
    TEXT_NAMES,
    ListingQuery,
)
from osubrowser.models.beatmaps.listing_query import RangeField as RangeOption
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.beatmaps.ranges import (
    interval_of,
    read_bound,
    scale_of,
    texts_of,
    tip_of,
)
from osubrowser.ui.widgets.chip_row import ChipRow
from osubrowser.ui.widgets.range_field import BoundEdit, RangeField
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_PLAYED: Final = (("", tr("Any")), *PLAYED_NAMES.items())
_EXPLICIT: Final = (("", tr("My setting")), ("false", tr("Hide")), ("true", tr("Show")))
_SEVERAL: Final[dict[str, tuple[str, Mapping[Any, str]]]] = {
    "genres": (tr("Genre"), GENRE_NAMES),
    "languages": (tr("Language"), LANGUAGE_NAMES),
    "general": (tr("General"), GENERAL_NAMES),
    "extra": (tr("Extra"), EXTRA_NAMES),
    "grades": (tr("Grade achieved"), GRADE_NAMES),
}
"""Heading and names of the filters of which several can be chosen, by attribute of the query."""
_FIRST: Final = ("stars", "bpm", "length")
"""Ranges that come first, as they are used most."""
_WIDE: Final = ("date", "status")
_TEXT_TIPS: Final = {
    "creator": tr("Name or id of a mapper, of the set or of one of its difficulties"),
    "difficulty": tr("Name of a difficulty, such as Extra"),
    "featured_artist": tr("Number of a featured artist, as in the address of their page"),
    "source": tr("Game, anime or film that the song is from"),
}
_ARTIST: Final = "featured_artist"
_GENERAL: Final = "general"
_LABEL: Final = 102
_NUMBER, _DATE = 54, 84
"""Widths of the fields of a bound."""
_WIDTH: Final = 344
_LONGEST: Final = 120
"""Characters of a text."""


class _Coloured(Protocol):
    """Control that is given the colours of the page."""

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""


class _Control(NamedTuple):
    """Control, and how it shows a query."""

    widget: _Coloured
    show: Callable[[ListingQuery], object]


class FilterPanel(QScrollArea):
    """Scrollable panel of filters. It shows a query, and tells of the one that the user makes.

    Args:
        now: the current time, at which the sliders of dates end; None for now.
        parent: the Qt parent.

    Attributes:
        query_changed: `(ListingQuery, is_typing)`: the user has changed a control, by typing or
            dragging, which may go on, or by a choice.
        tags_requested: the names of tags are needed, for completion.
        left: Escape was pressed: the rows get the focus.
    """

    query_changed = Signal(object, bool)
    tags_requested = Signal()
    left = Signal()

    def __init__(self, now: datetime | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ListingQuery()
        self._is_supporter = False
        self._recommended: float | None = None
        self._last_stop: QWidget = self
        self.setAccessibleName(tr("Filters"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = self._content = QWidget()
        content.setObjectName("filterPanel")
        self._now = now or datetime.now(UTC)
        self._colours: Colours | None = None
        self._headings: list[QLabel] = []
        self._controls: list[_Control] = []
        self.ranges: dict[str, RangeField] = {}
        self.pills: dict[str, TogglePills] = {}
        self.texts: dict[str, TextField] = {}
        self.played = Segments(tr("Played"), _PLAYED, content)
        self.explicit = Segments(tr("Explicit content"), _EXPLICIT, content)
        self.tags = TagsField(content)
        self.supporter = _note(
            tr("osu! answers these two to its supporters only: others get an empty list."), content
        )
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 0, 8, 12)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        for part in (self.played, self.explicit, self.tags, self.supporter):
            part.hide()
        self._steps = deque(self._plan())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_next)
        self.setWidget(content)

    @property
    def is_complete(self) -> bool:
        """Whether all controls are built."""
        return not self._steps

    def build(self) -> None:
        """Build the controls, one in each turn of the event loop: all at once would take long."""
        if self._steps:
            self._timer.start()

    # --- values -------------------------------------------------------------------------------

    def show_query(self, query: ListingQuery) -> None:
        """Set all controls to a query without emitting `query_changed`."""
        self._query = query
        for control in self._controls:
            control.show(query)

    def set_supporter(self, is_supporter: bool) -> None:
        """Show or hide the note that two filters are for supporters."""
        self._is_supporter = is_supporter
        is_placed = self._layout.indexOf(self.supporter) >= 0
        self.supporter.setVisible(is_placed and not is_supporter)

    def set_recommended(self, stars: float | None) -> None:
        """Set the difficulty that osu! recommends to the player; None if it is not known."""
        self._recommended = stars
        pills = self.pills.get(_GENERAL)
        if pills is not None:
            known = f" ({numerals.decimal(stars, 2)}★)" if stars is not None and stars > 0 else ""
            pills.set_label("recommended", GENERAL_NAMES["recommended"] + known)

    def take_focus(self) -> None:
        """Set the focus to the first control."""
        if not self.ranges:
            self._build_next()
        first = next(iter(self.ranges.values())).low
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.setStyleSheet(
            f"""
            FilterPanel {{ background: transparent; border: none; }}
            #filterPanel {{ background: transparent; }}
            QLabel#filterHeading {{ color: {colours.content1.name()}; font-weight: 600; }}
            QLabel#filterNote {{ color: {colours.foreground.name()}; }}
            """
        )
        for control in self._controls:
            control.widget.set_colours(colours)

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(_WIDTH, 400)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size: the panel scrolls."""
        return QSize(_WIDTH, 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the rows on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop building while the panel is hidden."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the controls that are missing."""
        super().showEvent(event)
        self.build()

    # --- building -----------------------------------------------------------------------------

    def _plan(self) -> Iterator[Callable[[], None]]:
        """Return the steps that build the controls, from top to bottom."""
        narrow = [one for one in RANGE_FIELDS if one.kind not in _WIDE]
        narrow.sort(key=lambda one: _FIRST.index(one.name) if one.name in _FIRST else len(_FIRST))
        yield partial(self._add_heading, tr("Difficulty"))
        yield from (partial(self._add_range, one) for one in narrow)
        yield partial(self._add_heading, tr("Dates and status"))
        wide = reversed([one for one in RANGE_FIELDS if one.kind in _WIDE])
        yield from (partial(self._add_range, one) for one in wide)
        for key in ("genres", "languages", "general", "extra"):
            yield partial(self._add_heading, _SEVERAL[key][0])
            yield partial(self._add_pills, key)
        yield partial(self._add_heading, tr("Words"))
        yield from (partial(self._add_text, *one) for one in TEXT_NAMES.items())
        yield partial(self._add_text, _ARTIST, tr("Featured artist"))
        yield partial(self._add_heading, tr("User tags"))
        yield self._add_tags
        yield partial(self._add_heading, tr("Explicit content"))
        yield self._add_explicit
        yield partial(self._add_heading, tr("Grade achieved, and played"))
        yield partial(self._put, self.supporter)
        yield partial(self._add_pills, "grades")
        yield self._add_played

    def _build_next(self) -> None:
        # A heading stands above a control: both at once.
        is_heading = True
        while self._steps and is_heading:
            count = len(self._headings)
            self._steps.popleft()()
            is_heading = len(self._headings) > count
        if not self._steps:
            self._timer.stop()

    def _put(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
        if widget is not self.supporter or not self._is_supporter:
            widget.show()

    def _control(
        self, widget: _Coloured, show: Callable[[ListingQuery], object], holder: QWidget | None
    ) -> None:
        """Add a control, which shows the query by `show`."""
        if self._colours is not None:
            widget.set_colours(self._colours)
        self._controls.append(_Control(widget, show))
        show(self._query)
        for stop in _stops_of(cast("QWidget", widget)):
            self.setTabOrder(self._last_stop, stop)  # else it is the last one of the window
            self._last_stop = stop
        self._put(holder if holder is not None else cast("QWidget", widget))

    def _add_heading(self, text: str) -> None:
        label = QLabel(text, self._content)
        label.setObjectName("filterHeading")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(0, 8 if self._headings else 0, 0, 0)
        self._headings.append(label)
        self._put(label)

    def _add_range(self, option: RangeOption) -> None:
        made = RangeField(
            option.label,
            scale_of(option, self._now),
            partial(read_bound, option.name),
            tip_of(option),
            self._content,
            width=_DATE if option.kind in _WIDE else _NUMBER,
        )
        made.changed.connect(partial(self._on_range_changed, option.name))
        self.ranges[option.name] = made
        self._control(made, lambda q: made.show_range(*texts_of(q.range_of(option.name))), None)

    def _add_pills(self, key: str) -> None:
        name, names = _SEVERAL[key]
        made = TogglePills(name, [(str(one), said) for one, said in names.items()], self._content)
        made.changed.connect(partial(self._on_pills_changed, key))
        self.pills[key] = made
        if key == _GENERAL:
            self.set_recommended(self._recommended)
        self._control(made, lambda q: made.show_chosen(map(str, getattr(q, key))), None)

    def _add_text(self, key: str, label: str) -> None:
        made = TextField(label, _TEXT_TIPS.get(key, ""), self._content)
        made.edit.textEdited.connect(partial(self._on_text_edited, key))
        self.texts[key] = made

        def text(query: ListingQuery) -> str:
            if key != _ARTIST:
                return query.text_of(key)
            return "" if query.featured_artist is None else str(query.featured_artist)

        self._control(made, lambda q: made.show_text(text(q)), None)

    def _add_tags(self) -> None:
        self.tags.changed.connect(lambda tags: self._tell(self._query.with_tags(tags)))
        self.tags.names_requested.connect(self.tags_requested)
        self._control(self.tags, lambda q: self.tags.show_tags(q.tags), None)

    def _add_explicit(self) -> None:
        def key(query: ListingQuery) -> str:
            return "" if query.explicit is None else str(query.explicit).lower()

        self.explicit.chosen.connect(self._on_explicit_chosen)
        holder = _left(self.explicit, self._content)
        self._control(self.explicit, lambda q: self.explicit.choose(key(q)), holder)

    def _add_played(self) -> None:
        self.played.chosen.connect(lambda key: self._tell(replace(self._query, played=key or None)))
        holder = _left(self.played, self._content)
        self._control(self.played, lambda q: self.played.choose(q.played or ""), holder)

    # --- changes ------------------------------------------------------------------------------

    def _tell(self, query: ListingQuery, *, is_typing: bool = False) -> None:
        if query != self._query:
            self._query = query
            self.query_changed.emit(query, is_typing)

    def _on_range_changed(self, name: str, low: str, high: str) -> None:
        self._tell(self._query.with_range(name, interval_of(low, high)), is_typing=True)

    def _on_pills_changed(self, key: str, chosen: tuple[str, ...]) -> None:
        is_number = key in ("genres", "languages")
        values: dict[str, Any] = {key: tuple(map(int, chosen)) if is_number else chosen}
        self._tell(replace(self._query, **values))

    def _on_explicit_chosen(self, key: str) -> None:
        self._tell(replace(self._query, explicit=key == "true" if key else None))

    def _on_text_edited(self, key: str, text: str) -> None:
        text = text.strip()
        if key != _ARTIST:
            self._tell(self._query.with_text(key, text), is_typing=True)
            return
        is_number = text.isascii() and text.isdecimal()
        self.texts[key].edit.set_valid(is_number or not text)
        if is_number or not text:
            artist = int(text) if text else None
            self._tell(self._query.with_featured_artist(artist), is_typing=True)


class TextField(QWidget):
    """Line edit with its label."""

    def __init__(self, label: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(label, self)
        self.label.setMinimumWidth(_LABEL)
        self.edit = BoundEdit(label, "", tip, 0, self)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.setMaxLength(_LONGEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.edit, 1)

    def show_text(self, text: str) -> None:
        """Set the text; while it is typed in, only if it reads differently."""
        if self.edit.text() != text and (
            not self.edit.hasFocus() or self.edit.text().strip() != text
        ):
            self.edit.setText(text)
            self.edit.set_valid(True)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.label.setStyleSheet(f"color: {colours.foreground.name()};")
        self.edit.set_colours(colours)


class TagsField(QWidget):
    """Field for user tags: Enter adds the typed one, a click on a tag removes it.

    Args:
        parent: the Qt parent.

    Attributes:
        changed: the tuple of the tags, on user input.
        names_requested: the field has the focus, and there are no names to complete.
    """

    changed = Signal(tuple)
    names_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._names = QStringListModel(self)
        self._is_asked = False
        tip = tr("Enter adds the tag; a beatmap has all of them")
        self.edit = BoundEdit(tr("User tags"), tr("Add a tag, such as style/clean"), tip, 0, self)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.setMaxLength(_LONGEST)
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.edit.installEventFilter(self)
        completer = self.completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._add)
        self.edit.setCompleter(completer)
        self.chips = ChipRow(tr("User tags"), self, wraps=True)
        self.chips.removed.connect(self._remove)
        self.chips.emptied.connect(self.edit.setFocus)
        self.chips.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit)
        layout.addWidget(self.chips)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags."""
        return self._tags

    def show_tags(self, tags: Sequence[str]) -> None:
        """Set the tags without emitting `changed`."""
        self._tags = tuple(tags)
        self.chips.show_chips([(tag, tag) for tag in self._tags])
        self.chips.setVisible(bool(self._tags))

    def set_names(self, names: Iterable[str]) -> None:
        """Set the names of all tags, for completion."""
        self._is_asked = True
        self._names.setStringList(list(names))

    def forget_names(self) -> None:
        """Request the names again when the field has the focus next."""
        self._is_asked = False

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.edit.set_colours(colours)
        self.chips.set_colours(colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Request the names of tags when the field gets the focus."""
        if watched is self.edit and event.type() == QEvent.Type.FocusIn and not self._is_asked:
            self._is_asked = True
            self.names_requested.emit()
        return bool(super().eventFilter(watched, event))

    def _on_return_pressed(self) -> None:
        self._add(self.edit.text())

    def _add(self, tag: str) -> None:
        tag = " ".join(tag.split())
        # The completer writes its choice into the field after this.
        QTimer.singleShot(0, self.edit, self.edit.clear)
        if tag and tag not in self._tags:
            self.show_tags((*self._tags, tag))
            self.changed.emit(self._tags)

    def _remove(self, tag: str) -> None:
        self.show_tags([one for one in self._tags if one != tag])
        self.changed.emit(self._tags)


def _stops_of(control: QWidget) -> Sequence[QWidget]:
    """Return the widgets of a control that can have the focus, in their order."""
    if isinstance(control, RangeField):
        return control.focus_order
    return [
        one
        for one in control.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.ClickFocus and one.focusProxy() is None
    ]


def _left(widget: QWidget, parent: QWidget) -> QWidget:
    """Return a row with a widget at its left end."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    widget.show()
    return holder


def _note(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName("filterNote")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
