"""Controls of a playback: play, frames, misses, speed, and what can be done with the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from osubrowser.models.replays.scene_words import moment
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.playback.playback_clock import SPEEDS
from osubrowser.ui.style.theme import figure_font
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from osubrowser.models.replays.scene import ReplayTrack
    from osubrowser.ui.style.theme import Colours


_LEAST_CHIP: Final = 52
_AROUND_NAME: Final = 84
_LEAST_TIMES: Final = 380  # pixels of the buttons, the moment, and the speed
"""Pixels of a replay in the list beside its name: margins, dot, and the button that removes it."""


class PlaybackControls(QWidget):
    """Row of controls below the scrubber.

    Args:
        parent: the Qt parent.

    Signals:
        play_requested: start or stop.
        frame_requested(int): go one frame forward (1) or back (-1).
        miss_requested(int): go to the next (1) or previous (-1) miss.
        speed_chosen(float): the speed relative to that of the play.
        frames_toggled(bool): mark the frames, or do not.
        charts_toggled(bool): show the charts, or the field.
        hidden_toggled(bool): let objects fade out as with Hidden, or do not.
        add_requested, picture_requested, copy_requested: of the buttons at the right.
    """

    play_requested = Signal()
    frame_requested = Signal(int)
    miss_requested = Signal(int)
    speed_chosen = Signal(float)
    frames_toggled = Signal(bool)
    charts_toggled = Signal(bool)
    hidden_toggled = Signal(bool)
    add_requested = Signal()
    picture_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.miss_back = ToolButton(tr("Previous miss"), "miss-back", tr("Previous miss (P)"), self)
        self.frame_back = ToolButton(
            tr("Previous frame"), "frame-back", tr("One frame back (,)"), self
        )
        self.play = ToolButton(tr("Play"), "play", tr("Play (Space)"), self)
        self.pause = ToolButton(tr("Pause"), "pause", tr("Pause (Space)"), self)
        self.frame_on = ToolButton(tr("Next frame"), "frame-forward", tr("One frame on (.)"), self)
        self.miss_on = ToolButton(tr("Next miss"), "miss-forward", tr("Next miss (N)"), self)
        self.time = QLabel(self)
        self.time.setFont(figure_font(self.font()))
        self.time.setAccessibleName(tr("Moment of the song"))
        self.speed = _SpeedBox(self)
        self.said = ElidedLabel("", self, name=tr("What is shown"))
        self.frames = ToolButton(
            tr("Frames"), "frames", tr("Mark the frames of the replay (F)"), self
        )
        self.frames.setCheckable(True)
        self.hidden = ToolButton(
            tr("Hidden"), "hidden", tr("Fade objects out, as with Hidden (H)"), self
        )
        self.hidden.setCheckable(True)
        self.hidden.hide()
        self.charts = QPushButton(tr("Charts"), self)
        self.charts.setCheckable(True)
        self.charts.setToolTip(tr("Show the charts of the play, or the field again (C)"))
        self.add = QPushButton(tr("Add replay…"), self)
        self.add.setToolTip(tr("Show another replay of this beatmap over this one"))
        self.picture = ToolButton(
            tr("Save picture"), "picture", tr("Save this picture as PNG"), self
        )
        self.copy = ToolButton(tr("Copy figures"), "copy", tr("Copy the figures (Ctrl+C)"), self)
        self.pause.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(8, 0, 8, 6)
        parts = BreakingRow(self, least=_LEAST_TIMES, spacing=6)
        whole.addWidget(parts)
        row, others = parts.first, parts.second
        row.setSpacing(2)
        others.setSpacing(2)
        others.addStretch(1)
        for part in (
            *(self.miss_back, self.frame_back, self.play, self.pause),
            *(self.frame_on, self.miss_on),
        ):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the field
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.time)
        row.addSpacing(8)
        row.addWidget(self.speed)
        row.addSpacing(10)
        row.addWidget(self.said, 1)
        for other in (
            *(self.charts, self.hidden, self.frames),
            *(self.add, self.picture, self.copy),
        ):
            other.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            others.addWidget(other)
        self._connect()
        self._end = ""
        self.show_time(0.0)

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_requested)
        self.pause.clicked.connect(self.play_requested)
        self.frame_back.clicked.connect(lambda: self.frame_requested.emit(-1))
        self.frame_on.clicked.connect(lambda: self.frame_requested.emit(1))
        self.miss_back.clicked.connect(lambda: self.miss_requested.emit(-1))
        self.miss_on.clicked.connect(lambda: self.miss_requested.emit(1))
        self.speed.activated.connect(lambda at: self.speed_chosen.emit(SPEEDS[at]))
        self.frames.toggled.connect(self.frames_toggled)
        self.hidden.toggled.connect(self.hidden_toggled)
        self.charts.toggled.connect(self.charts_toggled)
        self.add.clicked.connect(self.add_requested)
        self.picture.clicked.connect(self.picture_requested)
        self.copy.clicked.connect(self.copy_requested)

    def show_time(self, time: float) -> None:
        """Set the moment, milliseconds of the song."""
        self.time.setText(f"{moment(time)} / {self._end}")

    def show_end(self, end: float) -> None:
        """Set the length of the playback, milliseconds."""
        self._end = moment(end)[:-4]
        metrics = QFontMetrics(self.time.font())
        self.time.setFixedWidth(metrics.horizontalAdvance(f"-{moment(end)} / {self._end}") + 6)

    def show_playing(self, is_playing: bool) -> None:
        """Show the button that stops, or the one that starts."""
        had_focus = self.play.hasFocus() or self.pause.hasFocus()
        self.play.setVisible(not is_playing)
        self.pause.setVisible(is_playing)
        if had_focus:
            (self.pause if is_playing else self.play).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rate(self, rate: float) -> None:
        """Name the speeds by the speed of the song: with Double Time, 1x plays at 1.5."""
        self.speed.show_rate(rate)

    def show_misses(self, count: int | None) -> None:
        """Enable the buttons of misses, of which there are so many; None without a judgement."""
        for button in (self.miss_back, self.miss_on):
            button.setEnabled(bool(count))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icons."""
        for button in self.findChildren(ToolButton):
            button.set_colours(colours)


class _SpeedBox(QComboBox):
    """List of speeds; it leaves all keys but its own to the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Speed"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_rate(1.0)
        self.setCurrentIndex(SPEEDS.index(1.0))

    def show_rate(self, rate: float) -> None:
        """Set the speed of the song in the play."""
        at = self.currentIndex()
        self.blockSignals(True)
        self.clear()
        for speed in SPEEDS:
            self.addItem(_times(speed))
        self.setCurrentIndex(at if at >= 0 else SPEEDS.index(1.0))
        self.blockSignals(False)
        said = tr("Speed of the playback; faster with ↑, slower with ↓")
        if abs(rate - 1) > 1e-6:
            song = tr("The song runs at {rate} in this play.").format(rate=_times(rate))
            said = f"{said}. {song}"
        self.setToolTip(said)

    def choose(self, speed: float) -> None:
        """Set the speed without a signal."""
        if speed in SPEEDS:
            self.setCurrentIndex(SPEEDS.index(speed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that open and close the list; letters would choose from it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            self.showPopup()
        else:
            event.ignore()


class TrackList(QWidget):
    """Row of the replays that are shown over each other: a button each, to hide and to remove.

    Signals:
        hidden_changed(object): the positions of hidden replays, a frozenset.
        remove_requested(int): the position of a replay to leave out.
    """

    hidden_changed = Signal(object)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 12, 2)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self._removers: list[ToolButton] = []
        self._names: list[str] = []
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons that hide, by position."""
        return self._buttons

    @property
    def removers(self) -> list[ToolButton]:
        """The buttons that remove, by position."""
        return self._removers

    @property
    def hidden(self) -> frozenset[int]:
        """Positions of the hidden replays."""
        return frozenset(n for n, one in enumerate(self._buttons) if not one.isChecked())

    def show_tracks(
        self, tracks: Sequence[ReplayTrack], colours: Sequence[QColor], hidden: frozenset[int]
    ) -> None:
        """Set the replays; hidden without a second one.

        Args:
            tracks: the replays.
            colours: a colour for each.
            hidden: positions of hidden ones.
        """
        for part in (*self._buttons, *self._removers):
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._buttons, self._removers, self._names = [], [], []
        for number, track in enumerate(tracks):
            name = track.texts.player + (f" +{track.texts.mods}" if track.texts.mods else "")
            button = QPushButton(self)
            self._names.append(name)
            button.setCheckable(True)
            button.setChecked(number not in hidden)
            button.setIcon(_dot(colours[number]))
            button.setAccessibleName(tr("Show the replay of {name}").format(name=name))
            button.setToolTip(tr("Hide the replay of {name}, or show it again").format(name=name))
            button.setMinimumWidth(_LEAST_CHIP)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.toggled.connect(lambda _on: self.hidden_changed.emit(self.hidden))
            remover = ToolButton(
                tr("Remove {name}").format(name=name),
                "close",
                tr("Take this replay out of the view"),
                self,
            )
            remover.setFixedSize(24, 24)
            remover.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            remover.clicked.connect(lambda _=False, n=number: self.remove_requested.emit(n))
            self._row.insertWidget(self._row.count() - 1, button)
            self._row.insertWidget(self._row.count() - 1, remover)
            self._buttons.append(button)
            self._removers.append(remover)
        self.setVisible(len(tracks) > 1)
        self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icons."""
        for button in self._removers:
            button.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the names so that all replays fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = (self.width() - 24) // max(len(self._buttons), 1) - _AROUND_NAME
        for button, name in zip(self._buttons, self._names, strict=True):
            said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, 12))
            button.setText(said.replace("&", "&&"))


def _times(rate: float) -> str:
    """Format a speed with the decimals that it has: `1x`, `0.25x`."""
    places = 0 if rate == round(rate) else 1 if rate * 10 == round(rate * 10) else 2
    return f"{numerals.decimal(rate, places)}x"


def _dot(colour: QColor) -> QPixmap:
    made = QPixmap(12, 12)
    made.fill(colour)
    return made
