"""Clock of a playback: a moment of the song that moves with real time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

SPEEDS: Final = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
"""Speeds relative to that of the play."""

_FRAME: Final = 16  # milliseconds


class PlaybackClock(QObject):
    """Moment of a song, and whether it moves. The moment is all there is: nothing else advances.

    Args:
        now: seconds of a clock that never goes back.
        parent: the Qt parent.

    Signals:
        moved(float): the moment has changed, milliseconds of the song.
        playing_changed(bool): it was started or stopped.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)

    def __init__(
        self, now: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._start = self._end = self._position = 0.0
        self._rate = self._speed = 1.0
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self.tick)

    @property
    def position(self) -> float:
        """The moment, milliseconds of the song."""
        return self._position

    @property
    def is_playing(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Speed relative to that of the play."""
        return self._speed

    def set_range(self, start: float, end: float, rate: float) -> None:
        """Set the first and last moment, and the speed of the song in the play."""
        self._start, self._end, self._rate = start, max(start, end), rate
        if not self._start <= self._position <= self._end:
            self.seek(self._position)

    def set_frame_rate(self, hertz: float) -> None:
        """Set how often the moment moves: the rate of the screen."""
        self._timer.setInterval(round(1000 / hertz) if 20 <= hertz <= 500 else _FRAME)

    def set_speed(self, speed: float) -> None:
        """Set the speed; the moment stays."""
        if self.is_playing:
            self.tick()
        self._speed = speed

    def play(self) -> None:
        """Start; from the beginning if it is at the end."""
        if self.is_playing or self._end <= self._start:
            return
        if self._position >= self._end:
            self.seek(self._start)
        self._since = self._now()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Start or stop."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, position: float) -> None:
        """Set the moment; it goes on from there if it moves."""
        self._since = self._now()
        self._position = min(max(position, self._start), self._end)
        self.moved.emit(self._position)

    def tick(self) -> None:
        """Move to the present."""
        now = self._now()
        passed, self._since = max(0.0, now - self._since), now
        self._position = min(self._position + passed * 1000 * self._rate * self._speed, self._end)
        self.moved.emit(self._position)
        if self._position >= self._end:
            self.pause()
