"""Finished pictures in memory, bounded by bytes, and the failures worth remembering."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

K = TypeVar("K")

_MOST_FAILURES = 2000


class PixmapCache(Generic[K]):
    """Pixmaps by key, the least recently used let go of first. For the GUI thread.

    Args:
        limit: bytes of pixels. One picture is kept even if it alone is larger.
    """

    def __init__(self, limit: int) -> None:
        self.size = 0
        self._limit = limit
        self._pixmaps: OrderedDict[K, QPixmap] = OrderedDict()

    def get(self, key: K) -> QPixmap | None:
        """Return the picture, which is the most recently used now; None if it is not here."""
        pixmap = self._pixmaps.get(key)
        if pixmap is not None:
            self._pixmaps.move_to_end(key)
        return pixmap

    def put(self, key: K, pixmap: QPixmap) -> None:
        """Keep a picture, letting others go where needed."""
        self._let_go(key)
        self._pixmaps[key] = pixmap
        self.size += _bytes(pixmap)
        while self.size > self._limit and len(self._pixmaps) > 1:
            self._let_go(next(iter(self._pixmaps)))

    def by_use(self) -> list[K]:
        """Return what is here, the least recently used first."""
        return list(self._pixmaps)

    def clear(self) -> None:
        """Let go of everything."""
        self._pixmaps.clear()
        self.size = 0

    def _let_go(self, key: K) -> None:
        pixmap = self._pixmaps.pop(key, None)
        if pixmap is not None:
            self.size -= _bytes(pixmap)


class Failures:
    """Addresses that brought no picture, each until it may be asked again."""

    def __init__(self) -> None:
        self._until: OrderedDict[str, float] = OrderedDict()

    def __contains__(self, url: str) -> bool:
        """Return whether `url` failed and is not to be asked again yet."""
        until = self._until.get(url)
        if until is None:
            return False
        if time.monotonic() < until:
            return True
        del self._until[url]
        return False

    def __len__(self) -> int:
        """Return how many are remembered."""
        return len(self._until)

    def remember(self, url: str, seconds: float) -> None:
        """Do not ask for `url` for so many seconds."""
        self._until[url] = time.monotonic() + seconds
        self._until.move_to_end(url)
        if len(self._until) > _MOST_FAILURES:
            self._until.popitem(last=False)

    def clear(self) -> None:
        """Forget them all."""
        self._until.clear()


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
