"""Store of avatars, covers and flags: pixmap cache, disk cache, then download."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from shiboken6 import isValid

from osubrowser import __version__
from osubrowser.lru import LRUCache
from osubrowser.services.images.decoder_process import DecoderProcess
from osubrowser.services.images.disk_cache import LIMIT, DiskCache
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QImage, QPixmap

    from osubrowser.services.images.decode import PictureSpec
    from osubrowser.services.images.download import ImageDownloader
    from osubrowser.services.runtime.calls import Calls


LARGEST = 4096  # device pixels a side
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Pictured(Protocol):
    """Interface of a part that draws pictures."""

    def set_pictures(self, pictures: Callable[[str, int, int, str], QPixmap | None]) -> None:
        """Set the source of pictures: `(address, width, height, shape) -> pixmap or None`."""

    def pictures_ready(self) -> None:
        """Repaint: a picture has arrived."""


class PictureKey(NamedTuple):
    """Key of a picture in one size; `width` and `height` in device-independent pixels."""

    url: str
    width: int
    height: int
    shape: str
    ratio: float

    @property
    def target(self) -> PictureSpec:
        """The size in device pixels."""
        from osubrowser.services.images.decode import PictureSpec

        return PictureSpec(
            max(1, min(LARGEST, round(self.width * self.ratio))),
            max(1, min(LARGEST, round(self.height * self.ratio))),
            self.shape,
        )


class ImagePipeline:
    """Decodes pictures and stores them in the disk cache. For any thread.

    Args:
        folder: where finished pictures are kept; None keeps none.
        limit: bytes of all files together.

    Attributes:
        files: what is on disk; None if nothing is kept.
    """

    def __init__(self, folder: Path | None, limit: int) -> None:
        self.files = DiskCache(folder, limit) if folder is not None else None
        self._decoder = DecoderProcess()

    def from_disk(self, address: str, keys: Iterable[PictureKey]) -> dict[PictureKey, QImage]:
        """Return those of `keys` that are on disk; all of them are of `address`."""
        from osubrowser.services.images.decode import decode_finished

        files = self._files_for(address)
        found: dict[PictureKey, QImage] = {}
        if files is None:
            return found
        for key in keys:
            data = files.read(_file_name(address, key.target))
            image = decode_finished(data, key.target) if data is not None else None
            if image is not None:
                found[key] = image
        return found

    def from_bytes(
        self, address: str, data: bytes, keys: Iterable[PictureKey]
    ) -> dict[PictureKey, QImage]:
        """Return pictures made of `data`, up to the first that cannot be made, and keep them."""
        from osubrowser.services.images.decode import encode

        files = self._files_for(address)
        made: dict[PictureKey, QImage] = {}
        for key in keys:
            image = self._decoder.decode(data, key.target)
            if image is None:
                break
            made[key] = image
            if files is not None:
                files.write(_file_name(address, key.target), encode(image))
        return made

    def rest(self) -> None:
        """End the decoder process until the next picture comes."""
        self._decoder.stop()

    def close(self) -> None:
        """End the decoder process, and decode nothing any more."""
        self._decoder.close()

    def _files_for(self, address: str) -> DiskCache | None:
        """Return where pictures of this address are kept: those of the demo are not."""
        return None if QUrl(address).host() in LOOPBACK else self.files


def _file_name(address: str, target: PictureSpec) -> str:
    """Return the name under which a finished picture is kept."""
    what = f"{address}\n{target.width}x{target.height}\n{target.shape}"
    return hashlib.sha256(what.encode(errors="replace")).hexdigest()


K = TypeVar("K", bound=Hashable)

_MOST_FAILURES = 2000


class PixmapCache(LRUCache[K, "QPixmap"]):
    """Pixmaps by key, evicted by least recent use. For the GUI thread.

    Args:
        limit: bytes of pixels. One picture stays even if it alone is larger.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit, _bytes)


class Failures:
    """Addresses that brought no picture, each until it may be requested again."""

    def __init__(self) -> None:
        self._until: LRUCache[str, float] = LRUCache(_MOST_FAILURES)

    def __contains__(self, url: str) -> bool:
        """Return whether `url` failed and is not to be requested again yet."""
        until = self._until.get(url)
        if until is None:
            return False
        if time.monotonic() < until:
            return True
        self._until.pop(url)
        return False

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._until)

    def add(self, url: str, seconds: float) -> None:
        """Refuse `url` for so many seconds."""
        self._until.put(url, time.monotonic() + seconds)

    def clear(self) -> None:
        """Remove all."""
        self._until.clear()


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


log = logging.getLogger(__name__)

PIXEL_LIMIT = 64 * 1024 * 1024  # bytes of pixels
AT_ONCE = 3  # so that pictures never take all workers
MOST_WANTED = 200  # requests that wait
ROUNDS = 2  # repaints after which what is not asked for again has scrolled away
LONGEST_ADDRESS = 2000  # characters
RETRY_SOON, RETRY_LATE = 30.0, 900.0  # seconds that a failure is remembered
REST_AFTER = 60_000  # milliseconds without a new picture: an idle decoder is memory for nothing
_REPAINT = 30  # milliseconds: pictures that arrive together make one repaint


class ImageStore(QObject):
    """Pictures for painting; `request` never blocks and loads what is missing.

    Pictures come from `*.ppy.sh` over https and from the server in use, without credentials.

    Signals:
        ready: pictures have arrived that were asked for: repaint.

    Args:
        calls: runs disk and decoding.
        folder: where finished pictures are kept; None keeps none.
        server: returns the origin of the server in use.
        pixel_limit: bytes of pixels in memory, all pictures together.
        disk: bytes of files, all pictures together.
    """

    ready = Signal()

    def __init__(
        self,
        calls: Calls,
        folder: Path | None,
        *,
        server: Callable[[], str],
        pixel_limit: int = PIXEL_LIMIT,
        disk: int = LIMIT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("pictures need a QGuiApplication")
        self._application = application
        self._calls = calls
        self._server = server
        self._making = ImagePipeline(folder, disk)
        self._fetch: ImageDownloader | None = None
        self._tasks = TaskScope()
        self._pixmaps: PixmapCache[PictureKey] = PixmapCache(pixel_limit)
        self._failures = Failures()
        # The newest last, each with the round of repaints in which it was asked for last.
        self._wanted: OrderedDict[PictureKey, int] = OrderedDict()
        self._round = 0
        self._loading: set[str] = set()
        self._enabled = True
        self._closed = False
        self._starting = False
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT)
        self._repaint.timeout.connect(self._on_repaint_timeout)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_AFTER)
        self._rest.timeout.connect(self._on_rest_timeout)

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
        if not self._enabled or not 0 < len(url) <= LONGEST_ADDRESS:
            return None
        if url.startswith("/"):
            url = self._server() + url
        key = PictureKey(url, width, height, shape, self._application.devicePixelRatio())
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            return pixmap
        if not self._closed and url not in self._failures:
            self._wanted[key] = self._round
            self._wanted.move_to_end(key)
            if len(self._wanted) > MOST_WANTED:
                self._wanted.popitem(last=False)
            self._start_soon()
        return None

    def supply(self, *parts: Pictured) -> None:
        """Make the store the source of pictures of parts, and repaint them when one arrives."""
        for part in parts:
            part.set_pictures(self.request)
            self.ready.connect(part.pictures_ready)

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
        """Show pictures, or none at all. Either way `ready` follows, where that is a change."""
        if enabled != self._enabled:
            self._enabled = enabled
            self._stop()
            self._repaint.start()

    async def set_disk_limit(self, limit: int) -> None:
        """Keep no more bytes of pictures on disk than `limit`, and throw away what is too much."""
        files = self._making.files
        if files is not None:
            files.limit = limit
            await self._calls.run(files.tidy)

    async def disk_use(self) -> int:
        """Return how many bytes of pictures are on disk."""
        files = self._making.files
        return 0 if files is None else await self._calls.run(files.size)

    async def clear(self) -> None:
        """Forget every picture, in memory and on disk, and what could not be had."""
        self._stop()
        self._pixmaps.clear()
        self._failures.clear()
        if self._making.files is not None:
            await self._calls.run(self._making.files.clear)
        if not self._closed:
            self._repaint.start()

    def close(self) -> None:
        """Stop loading, hang up, and let go of every picture."""
        self._closed = True
        self._stop()
        self._repaint.stop()
        self._rest.stop()
        self._making.close()
        self._pixmaps.clear()
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
        self._drop_unseen()
        while len(self._loading) < AT_ONCE:
            url = next((k.url for k in reversed(self._wanted) if k.url not in self._loading), None)
            if url is None:
                return
            self._loading.add(url)
            # Told by the task itself: one that is cancelled before it began runs no `finally`.
            self._tasks.start(self._get(url)).add_done_callback(partial(self._on_loaded, url))

    def _drop_unseen(self) -> None:
        """Forget what is on screen no longer: repaints have come that did not ask for it."""
        while self._wanted:
            key, asked = next(iter(self._wanted.items()))
            if self._round - asked < ROUNDS:
                return  # the others were asked for later
            del self._wanted[key]

    def _on_repaint_timeout(self) -> None:
        self._round += 1
        self.ready.emit()

    def _on_rest_timeout(self) -> None:
        self._tasks.start(self._calls.run(self._making.rest))

    def _on_loaded(self, url: str, _task: Task[None]) -> None:
        self._loading.discard(url)
        if self._closed or not isValid(self):
            return
        self._rest.start()
        if self._wanted:
            self._start_soon()

    async def _get(self, url: str) -> None:
        """Get every size in which `url` is wanted, from one download at most."""
        from osubrowser.services.images.download import DownloadFailed

        address = QUrl(f"{self._server()}/").resolved(QUrl(url, QUrl.ParsingMode.StrictMode))
        data: bytes | None = None
        while keys := self._take(url):
            found = await self._calls.run(self._making.from_disk, address.toString(), keys)
            self._store(found)
            missing = [key for key in keys if key not in found]
            if not missing:
                continue
            try:
                if data is None:
                    data = await self._download(address)
            except DownloadFailed as failure:
                log.debug("no picture: %s", failure)
                self._fail(url, RETRY_LATE if failure.lasting else RETRY_SOON)
                return
            made = await self._calls.run(self._making.from_bytes, address.toString(), data, missing)
            self._store(made)
            if len(made) < len(missing):
                self._fail(url, RETRY_LATE)
                return

    def _take(self, url: str) -> list[PictureKey]:
        keys = [key for key in self._wanted if key.url == url]
        for key in keys:
            del self._wanted[key]
        return keys

    async def _download(self, address: QUrl) -> bytes:
        from osubrowser.services.images.download import ImageDownloader

        if self._fetch is None:
            agent = f"osubrowser/{__version__}"
            self._fetch = ImageDownloader(self._is_allowed, user_agent=agent)
        return await self._fetch.get(address)

    def _is_allowed(self, url: QUrl) -> bool:
        """Whether a picture may be asked for at `url`."""
        if not url.isValid() or url.userInfo():
            return False
        if _origin(url) == _origin(QUrl(self._server())):
            return url.scheme() == "https" or url.host() in LOOPBACK
        return url.scheme() == "https" and url.port(443) == 443 and url.host().endswith(".ppy.sh")

    # --- in memory ---------------------------------------------------------------------------

    def _store(self, images: dict[PictureKey, QImage]) -> None:
        for key, image in images.items():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(key.ratio)
            self._pixmaps.put(key, pixmap)
            self._wanted.pop(key, None)  # asked for again by repaints in the meantime
        if images and not self._repaint.isActive():
            self._repaint.start()

    def _fail(self, url: str, seconds: float) -> None:
        self._take(url)
        self._failures.add(url, seconds)


def _origin(url: QUrl) -> tuple[str, str, int]:
    return url.scheme(), url.host(), url.port(443 if url.scheme() == "https" else 80)
