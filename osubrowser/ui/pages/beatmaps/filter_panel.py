"""Panel with a control for every filter of the beatmap search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osubrowser.ui.pages.beatmaps.ranges import range_controls
from osubrowser.ui.widgets.chip_row import ChipRow
from osubrowser.ui.widgets.go_to_rank import field_style
from osubrowser.ui.widgets.range_field import RangeField
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.toggle_pills import TogglePills

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

Value = tuple[str, ...]
"""Value of a control: the bounds of a range, the keys of pills, the text of a field, or tags."""

PLAYED: Final = (("", "Any"), ("played", "Played"), ("unplayed", "Unplayed"))
EXPLICIT: Final = (("", "My setting"), ("false", "Hide"), ("true", "Show"))
TEXTS: Final = (
    ("artist", "Artist"),
    ("title", "Title"),
    ("creator", "Mapper"),
    ("source", "Source"),
    ("difficulty", "Difficulty"),
    ("featured_artist", "Featured artist"),
)
_TEXT_TIPS: Final = {
    "creator": "Name or id of a mapper, of the set or of one of its difficulties",
    "difficulty": "Name of a difficulty, such as Extra",
    "featured_artist": "Number of a featured artist, as in the address of their page",
    "source": "Game, anime or film that the song is from",
}
_LABEL: Final = 70
_WIDTH: Final = 344


class FilterPanel(QScrollArea):
    """Scrollable panel of filters. It shows values, and tells of those that the user changes.

    Args:
        genres: id and name of each genre.
        languages: id and name of each language.
        general: key and label of each general filter.
        extra: key and label of each extra.
        grades: key and label of each grade.
        now: the current time.
        parent: the Qt parent.

    Attributes:
        changed: `(key, Value)`: the user has changed a control.
        tags_requested: the names of tags are needed, for completion.
        left: Escape was pressed: the rows get the focus.
    """

    changed = Signal(str, tuple)
    tags_requested = Signal()
    left = Signal()

    def __init__(
        self,
        genres: Sequence[tuple[str, str]],
        languages: Sequence[tuple[str, str]],
        general: Sequence[tuple[str, str]],
        extra: Sequence[tuple[str, str]],
        grades: Sequence[tuple[str, str]],
        *,
        now: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Filters")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = self._content = QWidget()
        content.setObjectName("filterPanel")
        self._headings: list[QLabel] = []
        self.ranges: dict[str, RangeField] = {}
        for one in range_controls(now or datetime.now(UTC)):
            field = RangeField(
                one.label, one.scale, one.read, one.tip, content, width=one.width
            )
            field.changed.connect(partial(self._on_range_changed, one.key))
            self.ranges[one.key] = field
        self.pills = {
            "genre": TogglePills("Genre", genres, content),
            "language": TogglePills("Language", languages, content),
            "general": TogglePills("General", general, content),
            "extra": TogglePills("Extra", extra, content),
            "grades": TogglePills("Grade achieved", grades, content),
        }
        for key, pills in self.pills.items():
            pills.changed.connect(partial(self.changed.emit, key))
        self.played = Segments("Played", PLAYED, content)
        self.explicit = Segments("Explicit content", EXPLICIT, content)
        self.played.chosen.connect(lambda key: self.changed.emit("played", (key,) if key else ()))
        self.explicit.chosen.connect(
            lambda key: self.changed.emit("explicit", (key,) if key else ())
        )
        self.texts = {key: _TextField(label, _TEXT_TIPS.get(key, ""), content)
                      for key, label in TEXTS}  # fmt: skip
        for key, text in self.texts.items():
            text.edit.textEdited.connect(partial(self._on_text_edited, key))
        self.tags = TagsField(content)
        self.tags.changed.connect(partial(self.changed.emit, "tags"))
        self.tags.names_requested.connect(self.tags_requested)
        self.supporter = _note(
            "Osu! answers these two only to its supporters; everybody else gets an empty list.",
            content,
        )
        self._lay_out()
        self.setWidget(content)

    # --- values -------------------------------------------------------------------------------

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Set all controls without emitting `changed`; those without a value are empty."""
        for key, field in self.ranges.items():
            low, high = (*values.get(key, ()), "", "")[:2]
            field.show_range(low, high)
        for key, pills in self.pills.items():
            pills.show_chosen(values.get(key, ()))
        for key, text in self.texts.items():
            text.show_text(next(iter(values.get(key, ())), ""))
        self.tags.show_tags(values.get("tags", ()))
        self.played.choose(next(iter(values.get("played", ())), ""))
        self.explicit.choose(next(iter(values.get("explicit", ())), ""))

    def set_supporter(self, is_supporter: bool) -> None:
        """Show or hide the note that two filters are for supporters."""
        self.supporter.setVisible(not is_supporter)

    def show_control(self, control: QWidget) -> None:
        """Scroll to a control."""
        self.ensureWidgetVisible(control, 0, 60)

    def take_focus(self) -> None:
        """Set the focus to the first control."""
        first = next(iter(self.ranges.values())).low
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        first.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.setStyleSheet(
            f"FilterPanel {{ background: {colours.background6.name()}; border: none; }}"
            "#filterPanel { background: transparent; }"
        )
        for heading in self._headings:
            heading.setStyleSheet(f"color: {colours.content1.name()}; font-weight: 600;")
        self.supporter.setStyleSheet(f"color: {colours.foreground.name()};")
        for part in (
            *self.ranges.values(),
            *self.pills.values(),
            *self.texts.values(),
            self.played,
            self.explicit,
            self.tags,
        ):
            part.set_colours(colours)

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

    # --- private ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 8, 12)
        layout.setSpacing(6)
        names = list(self.ranges)
        dates = names.index("ranked")
        self._add(layout, "Difficulty", (self.ranges[name] for name in names[:dates]))
        self._add(layout, "Dates and status", (self.ranges[name] for name in names[dates:]))
        self._add(layout, "Genre", (self.pills["genre"],))
        self._add(layout, "Language", (self.pills["language"],))
        self._add(layout, "General", (self.pills["general"],))
        self._add(layout, "Extra", (self.pills["extra"],))
        self._add(layout, "Words", self.texts.values())
        self._add(layout, "User tags", (self.tags,))
        self._add(layout, "Explicit content", (_left(self.explicit, self._content),))
        self._add(
            layout,
            "Grade achieved, and played",
            (self.supporter, self.pills["grades"], _left(self.played, self._content)),
        )
        layout.addStretch(1)

    def _add(self, layout: QVBoxLayout, heading: str, controls: Iterable[QWidget]) -> None:
        label = QLabel(heading, self._content)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(0, 8 if self._headings else 0, 0, 0)
        self._headings.append(label)
        layout.addWidget(label)
        for control in controls:
            layout.addWidget(control)

    def _on_range_changed(self, key: str, low: str, high: str) -> None:
        self.changed.emit(key, (low, high))

    def _on_text_edited(self, key: str, text: str) -> None:
        self.changed.emit(key, (text.strip(),) if text.strip() else ())


class _TextField(QWidget):
    """Line edit with its label."""

    def __init__(self, label: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(label, self)
        self.label.setMinimumWidth(_LABEL)
        self.edit = _Line(label, self)
        self.edit.setToolTip(tip)
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

    def set_colours(self, colours: Colours) -> None:
        self.label.setStyleSheet(f"color: {colours.foreground.name()};")
        self.edit.set_colours(colours)


class _Line(QLineEdit):
    """Line edit of the panel: Escape clears it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(120)

    def set_colours(self, colours: Colours) -> None:
        self.setStyleSheet(field_style("_Line", colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)


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
        self.edit = _Line("User tags", self)
        self.edit.setPlaceholderText("Add a tag, such as style/clean")
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.edit.installEventFilter(self)
        completer = self.completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.activated.connect(self._add)
        self.edit.setCompleter(completer)
        self.chips = ChipRow("User tags", self, wraps=True)
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


def _left(widget: QWidget, parent: QWidget) -> QWidget:
    """Return a row with a widget at its left end."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def _note(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
