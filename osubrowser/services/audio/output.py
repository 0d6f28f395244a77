"""Output to the system's sound device with miniaudio. Blocks: use it on one worker."""

from __future__ import annotations

import atexit
import logging
from typing import TYPE_CHECKING, Any, Final

from osubrowser.services.audio.mixer import Mixer
from osubrowser.services.audio.sound import CHANNELS, RATE, NoSoundLibrary, SoundFailed
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

PERIOD: Final = 50
"""Milliseconds of sound that the device asks for at once."""
_LONGEST_FADE: Final = 0.2  # seconds


class SoundOutput:
    """Sound device that plays what its mixer gives it. Opened when it is first started.

    Args:
        backends: names of miniaudio's backends to try in turn, such as `NULL`, which plays
            nothing in real time; None for those of this system.

    Attributes:
        mixer: what is played.
    """

    def __init__(self, backends: Sequence[str] | None = None) -> None:
        self.mixer = Mixer()
        self._backends = backends
        self._device: Any = None

    def start(self) -> None:
        """Open the device if it is closed, and start it if it is at rest.

        Raises:
            SoundFailed: there is no device, or it is in use by another program.
            NoSoundLibrary: miniaudio is not installed.
        """
        try:
            import miniaudio
        except ImportError as error:
            raise NoSoundLibrary(
                tr("Sounds cannot be played on this system: miniaudio is not installed."),
                lasting=True,
            ) from error
        try:
            if self._device is None:
                self._device = miniaudio.PlaybackDevice(
                    miniaudio.SampleFormat.SIGNED16,
                    CHANNELS,
                    RATE,
                    buffersize_msec=PERIOD,
                    backends=self._to_try(),
                    app_name="osubrowser",
                )
                # An open device would wait for its thread for ever: that waits for the interpreter.
                atexit.register(self.close)
                log.info("sound by %s", self._device.backend)
            if not self._device.running:
                self._device.start(self.mixer.stream())
        except miniaudio.MiniaudioError as error:
            log.info("no sound: %s", error)
            self.close()
            raise SoundFailed(
                tr("No sound device answers."),
                tr("Is one connected, and not in use by another program?"),
            ) from None

    def rest(self) -> None:
        """Stop the device until the next start; it stays open."""
        if self._device is not None:
            import miniaudio

            try:
                self._device.stop()
            except miniaudio.MiniaudioError:
                self.close()

    def close(self) -> None:
        """Fade out, and close the device."""
        device, self._device = self._device, None
        if device is None:
            return
        atexit.unregister(self.close)
        self.mixer.fade_out()
        if device.running:
            self.mixer.silent.wait(_LONGEST_FADE)
        device.close()

    def _to_try(self) -> list[Any]:
        """Return the backends to try: not the silent one, which would hide that there is none."""
        import miniaudio

        if self._backends is not None:
            return [miniaudio.Backend[name] for name in self._backends]
        enabled = miniaudio.get_enabled_backends()
        no_sound = {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
        return sorted(enabled - no_sound, key=lambda backend: backend.value)
