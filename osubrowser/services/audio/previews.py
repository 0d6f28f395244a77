"""Player of preview sounds: one at a time, downloaded, decoded and played off the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.lru import LRUCache
from osubrowser.services.audio.output import SoundOutput
from osubrowser.services.audio.sound import RATE, NoSoundLibrary, SoundFailed, decode
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.assets.download import AssetDownloader, DownloadFailed
    from osubrowser.services.audio.mixer import Voice
    from osubrowser.services.audio.sound import Sound
    from osubrowser.services.settings.preferences import Preferences

log = logging.getLogger(__name__)

CACHE_LIMIT: Final = 16 * 1024 * 1024
"""Size of the downloaded files that are kept in RAM, in bytes: about a hundred previews."""
TICK: Final = 50
"""Milliseconds between two `progressed`, while a preview plays."""
REST_AFTER: Final = 3000
"""Milliseconds without a preview before the device is stopped: the next one starts at once."""
_LONGEST_CLOSE: Final = 2.0  # seconds
_STALLED: Final = 60  # ticks without progress: the device is gone
VOLUME: Final = "preview_volume"
"""Name of the setting of the volume."""


class PreviewState(Enum):
    """What a preview does."""

    STOPPED = "stopped"
    LOADING = "loading"
    """It is downloaded, or the sound device is being opened."""
    PLAYING = "playing"


class PreviewPlayer(QObject):
    """Player of one preview at a time. Use it in the GUI thread; does not block.

    A preview goes on when its page is left, until another one is played, it is stopped, or the
    server changes. miniaudio and the device are loaded with the first preview.

    Signals:
        changed(object): the state of the preview of this key has changed: repaint its button.
        progressed(object, float): key and fraction played (0 to 1) of the running preview, about
            20 times a second.
        volume_changed(int): the new volume in percent.
        failed(object, str): key of a preview that cannot be played, and a sentence why.
        web_requested(str): URL of a preview that only the web browser can play, as this system
            has no sound library.

    Args:
        preferences: settings with the volume.
        server: returns the origin of the server in use.
        output: the sound device; tests give one that is silent.
    """

    changed = Signal(object)
    progressed = Signal(object, float)
    volume_changed = Signal(int)
    failed = Signal(object, str)
    web_requested = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        server: Callable[[], str],
        *,
        output: SoundOutput | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._server = server
        self._output = output or SoundOutput()
        self._mixer = self._output.mixer
        self._mixer.set_volume(self.volume)
        self._calls: Calls | None = None
        self._downloads: AssetDownloader | None = None
        self._files: LRUCache[str, bytes] = LRUCache(CACHE_LIMIT, len)
        self._scope = TaskScope()
        self._is_closed = False
        self._key: Hashable | None = None
        self._title = ""
        self._state = PreviewState.STOPPED
        self._voice: Voice | None = None
        self._last_position = 0
        self._still = 0
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._on_tick_timeout)
        self._rest = QTimer(self, interval=REST_AFTER, singleShot=True)
        self._rest.timeout.connect(self._on_rest_timeout)
        preferences.changed.connect(self._on_preferences_changed)

    # --- what is played ----------------------------------------------------------------------

    @property
    def key(self) -> Hashable | None:
        """Key of the preview that loads or plays; None for none."""
        return self._key if self._state is not PreviewState.STOPPED else None

    @property
    def title(self) -> str:
        """Title of that preview, as plain text; "" for none."""
        return self._title if self._state is not PreviewState.STOPPED else ""

    @property
    def state(self) -> PreviewState:
        """State of the last preview."""
        return self._state

    def state_of(self, key: Hashable) -> PreviewState:
        """Return the state of a preview. Cheap enough for each painted row."""
        return self._state if key == self._key else PreviewState.STOPPED

    @property
    def position(self) -> float:
        """Seconds played of the running preview; 0 for none."""
        return self._voice.position / RATE if self._voice is not None else 0.0

    @property
    def duration(self) -> float:
        """Length of the running preview in seconds; 0 while it is not known."""
        return self._voice.sound.seconds if self._voice is not None else 0.0

    @property
    def fraction(self) -> float:
        """Fraction played of the running preview, 0 to 1."""
        voice = self._voice
        return voice.position / voice.sound.frames if voice is not None else 0.0

    # --- control -----------------------------------------------------------------------------

    def toggle(self, url: str, key: Hashable, title: str = "") -> None:
        """Play a preview from its start; stop it if it loads or plays. Another one stops.

        Args:
            url: the API's `preview_url`; also without a scheme, or a path alone.
            key: identifies the preview in the signals, such as the id of the set.
            title: plain text for "now playing".
        """
        if self.state_of(key) is not PreviewState.STOPPED:
            self.stop()
            return
        self.stop()
        if self._is_closed:
            return
        self._key, self._title = key, title
        self._set_state(PreviewState.LOADING)
        self._scope.start(self._play(url, key), key="play")

    def stop(self) -> None:
        """Fade out the preview that plays, or cancel the one that loads."""
        if self._state is PreviewState.STOPPED:
            return
        self._scope.cancel("play")
        self._mixer.fade_out()
        self._end()

    @property
    def volume(self) -> int:
        """Volume in percent, as the setting says: 0 is silent."""
        volume: int = self._preferences.settings.preview_volume
        return volume

    def set_volume(self, percent: int) -> None:
        """Set the volume of this and all later previews, in percent; saved in the settings."""
        self._preferences.set(VOLUME, min(100, max(0, percent)))

    async def close(self) -> None:
        """Stop, and close the sound device; nothing is played any more.

        A device that does not answer is given up after two seconds: files are written after this.
        """
        import asyncio

        self._is_closed = True
        self.stop()
        self._scope.cancel_all()
        self._tick.stop()
        self._rest.stop()
        self._files.clear()
        if self._downloads is not None:
            self._downloads.close()
        calls, self._calls = self._calls, None
        if calls is not None:
            try:
                await asyncio.wait_for(calls.run(self._output.close), _LONGEST_CLOSE)
            except TimeoutError:
                log.warning("the sound device does not close")
            calls.close()

    # --- private -----------------------------------------------------------------------------

    async def _play(self, url: str, key: Hashable) -> None:
        try:
            data = await self._load(url)
            calls = self._audio_calls()
            sound = await calls.run(decode, data)
            await calls.run(self._output.start)
        except NoSoundLibrary as failure:
            self._fail(key, failure)
            self.web_requested.emit(self._address(url))
        except SoundFailed as failure:
            self._fail(key, failure)
        else:
            self._begin(sound)

    def _begin(self, sound: Sound) -> None:
        self._rest.stop()
        self._voice = self._mixer.play(sound)
        self._last_position = self._still = 0
        self._set_state(PreviewState.PLAYING)
        self._tick.start()

    def _fail(self, key: Hashable, failure: SoundFailed) -> None:
        self._end()
        self.failed.emit(key, f"{failure.text} {failure.hint}".rstrip())

    def _end(self) -> None:
        self._tick.stop()
        self._voice = None
        if self._calls is not None and not self._is_closed:
            self._rest.start()
        self._set_state(PreviewState.STOPPED)

    def _set_state(self, state: PreviewState) -> None:
        self._state = state
        self.changed.emit(self._key)

    def _audio_calls(self) -> Calls:
        """Return the runner of the one thread of decoder and device.

        A sound server that hangs must not hold up the program's own workers.
        """
        if self._calls is None:
            self._calls = Calls(ThreadPoolExecutor(1, "osubrowser-audio"))
        return self._calls

    def _address(self, url: str) -> str:
        from osubrowser.services.assets.hosts import resolved

        return resolved(url, self._server()).toString()

    async def _load(self, url: str) -> bytes:
        """Return the file of a preview, from RAM or from osu!.

        Raises:
            SoundFailed: it cannot be loaded.
        """
        from osubrowser.services.assets.download import AssetDownloader, DownloadFailed
        from osubrowser.services.assets.hosts import resolved

        if not url:
            raise SoundFailed(tr("osu! has no preview of this song."), lasting=True)
        address = resolved(url, self._server())
        data = self._files.get(address.toString())
        if data is not None:
            return data
        if self._downloads is None:
            self._downloads = AssetDownloader(self._server, accept="audio/*")
        try:
            data = await self._downloads.get(address)
        except DownloadFailed as failure:
            log.info("no preview: %s", failure)
            raise _sentence(failure) from None
        self._files.put(address.toString(), data)
        return data

    def _on_tick_timeout(self) -> None:
        voice = self._voice
        if voice is None:
            return
        if voice.is_finished:
            self.progressed.emit(self._key, 1.0)
            self._end()
            return
        self._still = self._still + 1 if voice.position == self._last_position else 0
        self._last_position = voice.position
        if self._still > _STALLED:
            self._mixer.fade_out()
            self._fail(self._key, SoundFailed(tr("The sound device has stopped answering.")))
            if self._calls is not None:
                self._scope.start(self._calls.run(self._output.close))
            return
        self.progressed.emit(self._key, self.fraction)

    def _on_rest_timeout(self) -> None:
        if self._calls is not None:
            self._scope.start(self._calls.run(self._output.rest))

    def _on_preferences_changed(self, name: str) -> None:
        if name == VOLUME:
            self._mixer.set_volume(self.volume)
            self.volume_changed.emit(self.volume)


def _sentence(failure: DownloadFailed) -> SoundFailed:
    """Return a failed download as a failure with a sentence."""
    if failure.status in (404, 410):
        return SoundFailed(tr("osu! has no preview of this song."), lasting=True)
    if failure.status is None and not failure.lasting:
        return SoundFailed(tr("The preview could not be loaded: osu! does not answer."))
    return SoundFailed(
        tr("The preview could not be loaded: {failure}.").format(failure=failure),
        lasting=failure.lasting,
    )
