"""Avatars, covers and flags: from memory at once, else from disk or the network, newest first."""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from shiboken6 import isValid

from osubrowser import __version__
from osubrowser.services.image_memory import Failures, ImageMemory
from osubrowser.services.tasks import TaskScope

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from osubrowser.services.calls import Calls
    from osubrowser.services.image_decode import Target
    from osubrowser.services.image_fetch import ImageFetch
    from osubrowser.services.image_files import ImageFiles

log = logging.getLogger(__name__)

MEMORY = 64 * 1024 * 1024  # bytes of pixels
AT_ONCE = 3  # so that pictures never take all workers
MOST_WANTED = 200  # requests that wait; what scrolled by long ago is dropped
LARGEST = 4096  # device pixels a side
LONGEST_ADDRESS = 2000  # characters
RETRY_SOON, RETRY_LATE = 30.0, 900.0  # seconds that a failure is remembered
_REPAINT = 30  # milliseconds: pictures that arrive together make one repaint
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Key(NamedTuple):
    """One picture in one size: `width` and `height` in device-independent pixels."""

    url: str
    width: int
    height: int
    shape: str
    ratio: float

    @property
    def target(self) -> Target:
        """The size in device pixels."""
        from osubrowser.services.image_decode import Target

        return Target(
            max(1, min(LARGEST, round(self.width * self.ratio))),
            max(1, min(LARGEST, round(self.height * self.ratio))),
            self.shape,
        )


class ImageStore(QObject):
    """Pictures for painting. `request` never blocks; what it does not have yet, it gets.

    Pictures come from `*.ppy.sh` over https and from the server in use, without credentials.

    Signals:
        ready: pictures have arrived that were asked for: repaint.

    Args:
        calls: runs disk and decoding.
        folder: where finished pictures are kept; None keeps none.
        server: returns the origin of the server in use.
    """

    ready = Signal()

    def __init__(
        self,
        calls: Calls,
        folder: Path | None,
        *,
        server: Callable[[], str],
        memory: int = MEMORY,
        parent: QObject | None = None,
    ) -> None:
        from osubrowser.services.image_files import ImageFiles

        super().__init__(parent)
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("pictures need a QGuiApplication")
        self._application = application
        self._calls = calls
        self._server = server
        self._files = ImageFiles(folder) if folder is not None else None
        self._fetch: ImageFetch | None = None
        self._tasks = TaskScope()
        self._memory: ImageMemory[Key] = ImageMemory(memory)
        self._failures = Failures()
        self._wanted: OrderedDict[Key, None] = OrderedDict()  # the newest last
        self._loading: set[str] = set()
        self._enabled = True
        self._closed = False
        self._starting = False
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT)
        self._repaint.timeout.connect(self.ready)

    def request(self, url: str, width: int, height: int, shape: str = "cover") -> QPixmap | None:
        """Return the picture at `url`, cut and scaled to fill the size; None while it is not here.

        Call it from `paint()`: a miss starts loading, and `ready` follows. A picture that could not
        be had is tried again after a while, when it is asked for again.

        Args:
            url: as the API gave it; a path alone is one of the server in use.
            width: in device-independent pixels.
            height: likewise.
            shape: `square` and `cover` fill the rectangle, `round` is cut to the ellipse in it,
                `fit` is whole and no larger than it.
        """
        if not 0 < len(url) <= LONGEST_ADDRESS:
            return None
        key = Key(url, width, height, shape, self._application.devicePixelRatio())
        pixmap = self._memory.get(key)
        if pixmap is not None:
            return pixmap
        if self._enabled and not self._closed and url not in self._failures:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            if len(self._wanted) > MOST_WANTED:
                self._wanted.popitem(last=False)
            self._start_soon()
        return None

    def flag_url(self, code: str | None) -> str | None:
        """Return the address of a country's flag; None if there is none.

        Its square shows the flag in a band of 36:26, transparent above and below: `cover` at that
        proportion cuts it out exactly.
        """
        if not code or len(code) != 2 or not (code.isascii() and code.isalpha()):
            return None
        code = code.upper()
        if code == "XX":
            return None
        letters = "-".join(f"{0x1F1E6 + ord(letter) - ord('A'):x}" for letter in code)
        return f"{self._server()}/assets/images/flags/{letters}.svg"

    def set_enabled(self, enabled: bool) -> None:
        """Load pictures, or only show what is in memory."""
        self._enabled = enabled
        if not enabled:
            self._stop()

    def close(self) -> None:
        """Stop loading, hang up, and let go of every picture."""
        self._closed = True
        self._stop()
        self._repaint.stop()
        self._memory.clear()
        if self._fetch is not None:
            self._fetch.close()
            self._fetch = None

    # --- loading -----------------------------------------------------------------------------

    def _stop(self) -> None:
        self._wanted.clear()
        self._tasks.cancel_all()

    def _start_soon(self) -> None:
        """Start loading after the paint that asks is over, so that it asks for all of it first."""
        if not self._starting:
            self._starting = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        self._starting = False
        if self._closed:
            return
        while len(self._loading) < AT_ONCE:
            url = next((k.url for k in reversed(self._wanted) if k.url not in self._loading), None)
            if url is None:
                return
            self._loading.add(url)
            # Told by the task itself: one that is cancelled before it began runs no `finally`.
            self._tasks.start(self._get(url)).add_done_callback(partial(self._on_loaded, url))

    def _on_loaded(self, url: str, _task: Task[None]) -> None:
        self._loading.discard(url)
        if self._wanted and isValid(self):
            self._start_soon()

    async def _get(self, url: str) -> None:
        """Get every size in which `url` is wanted, from one download at most."""
        from osubrowser.services.image_fetch import FetchFailed

        address = QUrl(f"{self._server()}/").resolved(QUrl(url, QUrl.ParsingMode.StrictMode))
        data: bytes | None = None
        while keys := self._take(url):
            found = await self._calls.run(self._from_disk, address.toString(), keys)
            self._keep(found)
            missing = [key for key in keys if key not in found]
            if not missing:
                continue
            try:
                if data is None:
                    data = await self._download(address)
            except FetchFailed as failure:
                log.debug("no picture: %s", failure)
                self._fail(url, RETRY_LATE if failure.lasting else RETRY_SOON)
                return
            made = await self._calls.run(self._from_bytes, address.toString(), data, missing)
            self._keep(made)
            if len(made) < len(missing):
                self._fail(url, RETRY_LATE)
                return

    def _take(self, url: str) -> list[Key]:
        keys = [key for key in self._wanted if key.url == url]
        for key in keys:
            del self._wanted[key]
        return keys

    async def _download(self, address: QUrl) -> bytes:
        from osubrowser.services.image_fetch import ImageFetch

        if self._fetch is None:
            agent = f"osubrowser/{__version__}"
            self._fetch = ImageFetch(self._is_allowed, user_agent=agent)
        return await self._fetch.get(address)

    def _is_allowed(self, url: QUrl) -> bool:
        """Whether a picture may be asked for at `url`."""
        if not url.isValid() or url.userInfo():
            return False
        if _origin(url) == _origin(QUrl(self._server())):
            return url.scheme() == "https" or url.host() in _LOOPBACK
        return url.scheme() == "https" and url.port(443) == 443 and url.host().endswith(".ppy.sh")

    # --- on workers --------------------------------------------------------------------------

    def _from_disk(self, address: str, keys: Iterable[Key]) -> dict[Key, QImage]:
        from osubrowser.services.image_decode import decode_finished

        files = self._files_for(address)
        found: dict[Key, QImage] = {}
        if files is None:
            return found
        for key in keys:
            data = files.read(_file_name(address, key.target))
            image = decode_finished(data, key.target) if data is not None else None
            if image is not None:
                found[key] = image
        return found

    def _from_bytes(self, address: str, data: bytes, keys: Iterable[Key]) -> dict[Key, QImage]:
        from osubrowser.services.image_decode import decode, encode

        files = self._files_for(address)
        made: dict[Key, QImage] = {}
        for key in keys:
            image = decode(data, key.target)
            if image is None:
                break
            made[key] = image
            if files is not None:
                files.write(_file_name(address, key.target), encode(image))
        return made

    def _files_for(self, address: str) -> ImageFiles | None:
        """Return where pictures of this address are kept: those of the demo are not."""
        return None if QUrl(address).host() in _LOOPBACK else self._files

    # --- in memory ---------------------------------------------------------------------------

    def _keep(self, images: dict[Key, QImage]) -> None:
        for key, image in images.items():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(key.ratio)
            self._memory.put(key, pixmap)
        if images and not self._repaint.isActive():
            self._repaint.start()

    def _fail(self, url: str, seconds: float) -> None:
        self._take(url)
        self._failures.remember(url, seconds)


def _origin(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port(443 if url.scheme() == "https" else 80)


def _file_name(address: str, target: Target) -> str:
    """Return the name under which a finished picture is kept."""
    what = f"{address}\n{target.width}x{target.height}\n{target.shape}"
    return hashlib.sha256(what.encode(errors="replace")).hexdigest()
