"""Image store for avatars, covers and flags: pixmap cache, disk cache, then download."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from shiboken6 import isValid

from osubrowser.lru import LRUCache
from osubrowser.services.assets.hosts import LOOPBACK
from osubrowser.services.images.decoder_process import DecoderProcess
from osubrowser.services.images.disk_cache import LIMIT, DiskCache
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from osubrowser.services.assets.download import AssetDownloader
    from osubrowser.services.images.decode import PictureSpec
    from osubrowser.services.runtime.calls import Calls


LARGEST = 4096  # device pixels per side


class Pictured(Protocol):
    """Interface of an object that draws images."""

    def set_pictures(self, pictures: Callable[[str, int, int, str], QPixmap | None]) -> None:
        """Set the source of images: `(url, width, height, shape) -> pixmap or None`."""

    def pictures_ready(self) -> None:
        """Repaint: requested images are available."""


class PictureKey(NamedTuple):
    """Key of an image in one size; `width` and `height` in device-independent pixels."""

    url: str
    width: int
    height: int
    shape: str
    ratio: float

    @property
    def target(self) -> PictureSpec:
        """The size in device pixels, with the shape."""
        from osubrowser.services.images.decode import PictureSpec

        return PictureSpec(
            max(1, min(LARGEST, round(self.width * self.ratio))),
            max(1, min(LARGEST, round(self.height * self.ratio))),
            self.shape,
        )


class ImagePipeline:
    """Decoder of images with a disk cache. Thread-safe; blocks.

    Args:
        folder: folder of the disk cache; None for no disk cache.
        limit: maximum size of the disk cache in bytes.

    Attributes:
        files: the disk cache, or None.
    """

    def __init__(self, folder: Path | None, limit: int) -> None:
        self.files = DiskCache(folder, limit) if folder is not None else None
        self._decoder = DecoderProcess()

    def from_disk(self, address: str, keys: Iterable[PictureKey]) -> dict[PictureKey, QImage]:
        """Return the images of `keys` that are on disk; all keys are of the URL `address`."""
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
        """Decode `data` for each key, up to the first failure; return and store the images."""
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
        """Return the disk cache for images of this URL; None for those of the demo server."""
        return None if QUrl(address).host() in LOOPBACK else self.files


def _file_name(address: str, target: PictureSpec) -> str:
    """Return the file name of a decoded image in the disk cache."""
    import hashlib  # brings OpenSSL: slow to import

    what = f"{address}\n{target.width}x{target.height}\n{target.shape}"
    return hashlib.sha256(what.encode(errors="replace")).hexdigest()


K = TypeVar("K", bound=Hashable)

_MOST_FAILURES = 2000


class PixmapCache(LRUCache[K, "QPixmap"]):
    """Least-recently-used cache of pixmaps, bounded by bytes. Use it in the GUI thread.

    Args:
        limit: maximum size of the pixels in bytes. One pixmap is kept even if it is larger.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit, _bytes)


class Failures:
    """Set of URLs that failed to load, each until its time of retry."""

    def __init__(self) -> None:
        self._until: LRUCache[str, float] = LRUCache(_MOST_FAILURES)

    def __contains__(self, url: str) -> bool:
        """Return whether `url` failed and must not be requested again yet."""
        until = self._until.get(url)
        if until is None:
            return False
        if time.monotonic() < until:
            return True
        self._until.pop(url)
        return False

    def __len__(self) -> int:
        """Return the number of URLs."""
        return len(self._until)

    def add(self, url: str, seconds: float) -> None:
        """Add `url` for a number of seconds."""
        self._until.put(url, time.monotonic() + seconds)

    def clear(self) -> None:
        """Remove all URLs."""
        self._until.clear()


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


log = logging.getLogger(__name__)

PIXEL_LIMIT = 64 * 1024 * 1024  # bytes of pixels
AT_ONCE = 3  # concurrent loads, so that images do not occupy all workers
MOST_WANTED = 200  # queued requests
ROUNDS = 2  # repaints after which an image that is not requested again is no longer visible
LONGEST_ADDRESS = 2000  # characters
RETRY_SOON, RETRY_LATE = 30.0, 900.0  # seconds before a failed URL may be retried
REST_AFTER = 60_000  # milliseconds without a new image before the decoder process is ended
_REPAINT = 30  # milliseconds: images that arrive within it share one repaint


class ImageStore(QObject):
    """Asynchronous image store for painting; `request` does not block and loads missing images.

    Images are loaded from `*.ppy.sh` over https and from the server in use, without credentials.

    Signals:
        ready: requested images are available: repaint.

    Args:
        calls: runs disk access and decoding on workers.
        folder: folder of the disk cache; None for no disk cache.
        server: returns the origin of the server in use.
        pixel_limit: maximum size of all pixmaps in RAM, in bytes.
        disk: maximum size of the disk cache, in bytes.
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
        self._fetch: AssetDownloader | None = None
        self._tasks = TaskScope()
        self._pixmaps: PixmapCache[PictureKey] = PixmapCache(pixel_limit)
        self._failures = Failures()
        # Newest last, each with the round of repaints of its last request.
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
        """Return the image at `url`, cropped and scaled to the size; None while it is not loaded.

        Call it from `paint()`: a miss starts loading, and `ready` follows. A failed URL may be
        loaded again after 30 seconds or 15 minutes, when it is requested again.

        Args:
            url: as sent by the API; a path alone is one of the server in use.
            width: in device-independent pixels.
            height: in device-independent pixels.
            shape: `square` and `cover` fill the rectangle, `round` is clipped to its ellipse,
                `fit` is uncropped and no larger than it.
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
        """Set the store as the image source of objects, and repaint them on `ready`."""
        for part in parts:
            part.set_pictures(self.request)
            self.ready.connect(part.pictures_ready)

    def flag_url(self, code: str | None) -> str | None:
        """Return the URL of a country's flag by its two-letter code; None if there is none.

        The image is a square with the flag in a band of 36:26, transparent above and below:
        request it with `cover` at that aspect ratio.
        """
        if not code or len(code) != 2 or not (code.isascii() and code.isalpha()):
            return None
        code = code.upper()
        if code == "XX":
            return None
        letters = "-".join(f"{0x1F1E6 + ord(letter) - ord('A'):x}" for letter in code)
        return f"{self._server()}/assets/images/flags/{letters}.svg"

    @property
    def is_enabled(self) -> bool:
        """Whether pictures are loaded."""
        return self._enabled

    def set_enabled(self, enabled: bool) -> None:
        """Enable or disable images; `ready` follows if that is a change."""
        if enabled != self._enabled:
            self._enabled = enabled
            self._stop()
            self._repaint.start()

    async def set_disk_limit(self, limit: int) -> None:
        """Set the maximum size of the disk cache in bytes, and evict what exceeds it."""
        files = self._making.files
        if files is not None:
            files.limit = limit
            await self._calls.run(files.tidy)

    async def disk_use(self) -> int:
        """Return the size of the disk cache in bytes."""
        files = self._making.files
        return 0 if files is None else await self._calls.run(files.size)

    async def clear(self) -> None:
        """Clear the pixmap cache, the disk cache and the failed URLs."""
        self._stop()
        self._pixmaps.clear()
        self._failures.clear()
        if self._making.files is not None:
            await self._calls.run(self._making.files.clear)
        if not self._closed:
            self._repaint.start()

    def close(self) -> None:
        """Cancel loading, abort downloads, and clear the pixmap cache."""
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
        """Schedule loading for after the current paint, which may request more images."""
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
            # A callback: a task that is cancelled before it started runs no `finally`.
            self._tasks.start(self._get(url)).add_done_callback(partial(self._on_loaded, url))

    def _drop_unseen(self) -> None:
        """Drop requests that recent repaints did not repeat: they are no longer visible."""
        while self._wanted:
            key, asked = next(iter(self._wanted.items()))
            if self._round - asked < ROUNDS:
                return  # the others are newer
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
        """Load every requested size of `url`, with at most one download."""
        address = QUrl(f"{self._server()}/").resolved(QUrl(url, QUrl.ParsingMode.StrictMode))
        data: bytes | None = None
        while keys := self._take(url):
            found = await self._calls.run(self._making.from_disk, address.toString(), keys)
            self._store(found)
            missing = [key for key in keys if key not in found]
            if not missing:
                continue
            from osubrowser.services.assets.download import DownloadFailed  # slow to import

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
        from osubrowser.services.assets.download import AssetDownloader

        if self._fetch is None:
            self._fetch = AssetDownloader(self._server, accept="image/*")
        return await self._fetch.get(address)

    # --- results -----------------------------------------------------------------------------

    def _store(self, images: dict[PictureKey, QImage]) -> None:
        for key, image in images.items():
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(key.ratio)
            self._pixmaps.put(key, pixmap)
            self._wanted.pop(key, None)  # requested again by repaints meanwhile
        if images and not self._repaint.isActive():
            self._repaint.start()

    def _fail(self, url: str, seconds: float) -> None:
        self._take(url)
        self._failures.add(url, seconds)
