"""Control of the running preview in the status line: title, position, stop and volume."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSlider, QWidget

from osubrowser.services.audio.previews import PreviewState
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import is_motion_reduced
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.audio.previews import PreviewPlayer
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.style.theme import Colours

_EDGE: Final = 22
_ICON: Final = 16
_WIDEST: Final = 240
_STEPS: Final = 1000
_AUDIBLE: Final = 40
"""Volume in percent that replaces silence when there was no other before."""


class NowPlaying(QWidget):
    """Control of the preview that loads or plays; hidden while there is none.

    Args:
        player: the player of previews.
        messages: says why a preview cannot be played.
        open_web: opens a preview in the web browser where no sound can be played; returns False
            on failure.
        parent: the Qt parent.

    Attributes:
        stop, mute: the buttons.
        volume: the slider, in percent.
    """

    def __init__(
        self,
        player: PreviewPlayer,
        messages: MessageBar,
        open_web: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._messages = messages
        self._open_web = open_web
        self._before_mute = _AUDIBLE
        self._title = ElidedLabel(parent=self, name=tr("Preview"))
        self._title.setMaximumWidth(_WIDEST)
        self._time = QLabel(self)
        self._time.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(64)
        self._bar.setAccessibleName(tr("Position in the preview"))
        tip = tr("Stop the preview")
        self.stop = ToolButton(tip, "stop", tip, self, action="stop_preview")
        self.mute = ToolButton(tr("Mute"), "volume", tr("Mute"), self)
        for button in (self.stop, self.mute):
            button.setFixedSize(_EDGE, _EDGE)
            button.setIconSize(QSize(_ICON, _ICON))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.volume = QSlider(Qt.Orientation.Horizontal, self)
        self.volume.setObjectName("volume")
        self.volume.setRange(0, 100)
        self.volume.setPageStep(10)
        self.volume.setFixedWidth(72)
        self.volume.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.volume.setAccessibleName(tr("Volume of previews"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        for part in (self.stop, self._title, self._time, self._bar, self.mute, self.volume):
            row.addWidget(part, 1 if part is self._title else 0)
        self.stop.clicked.connect(player.stop)
        self.mute.clicked.connect(self._on_mute_clicked)
        self.volume.valueChanged.connect(player.set_volume)
        player.changed.connect(self._on_player_changed)
        player.progressed.connect(self._show_progress)
        player.volume_changed.connect(self._show_volume)
        player.failed.connect(self._on_player_failed)
        player.web_requested.connect(self._on_player_web_requested)
        self._show_volume(player.volume)
        self._on_player_changed()

    @property
    def text(self) -> str:
        """The shown title and position; "" while it is hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._time.text()}"

    def sizeHint(self) -> QSize:
        """Return a width with room for the title, whose label asks for none."""
        hint = super().sizeHint()
        return QSize(hint.width() + min(_WIDEST, self._title.sizeHint().width()), hint.height())

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icons."""
        self.stop.set_colours(colours)
        self.mute.set_colours(colours)

    def _on_player_changed(self) -> None:
        player = self._player
        if player.state is PreviewState.STOPPED:
            self.hide()
            return
        title = plain(player.title, 200) or tr("Preview")
        self._title.setText(title)
        self._title.setToolTip(tooltip(title))
        if player.state is PreviewState.LOADING:
            self._time.setText(tr("loading…"))
            self._bar.setRange(0, _STEPS if is_motion_reduced() else 0)
            self._bar.setValue(0)
        else:
            self._bar.setRange(0, _STEPS)
            self._show_progress()
        self.updateGeometry()
        self.show()

    def _show_progress(self) -> None:
        player = self._player
        self._bar.setValue(round(player.fraction * _STEPS))
        text = f"{_clock(player.position)} / {_clock(round(player.duration))}"
        if text != self._time.text():
            self._time.setText(text)

    def _show_volume(self, percent: int) -> None:
        self.volume.blockSignals(True)
        self.volume.setValue(percent)
        self.volume.blockSignals(False)
        self.volume.setToolTip(
            tr("Volume of previews: {percent}").format(percent=numerals.percent(percent / 100, 0))
        )
        if percent:
            self._before_mute = percent
        self.mute.show_icon(
            "volume" if percent else "volume-off", tr("Mute") if percent else tr("Unmute")
        )

    def _on_mute_clicked(self) -> None:
        self._player.set_volume(0 if self._player.volume else self._before_mute)

    def _on_player_failed(self, _key: object, text: str) -> None:
        self._messages.show_message("warning", text)

    def _on_player_web_requested(self, url: str) -> None:
        if self._open_web(url):
            text = tr("This system has no library for sounds: the preview is in the web browser.")
            self._messages.show_message("info", text)


def _clock(seconds: float) -> str:
    """Return a position as `0:07`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
