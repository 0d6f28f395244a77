"""Caches of the image store: pixmaps bounded by bytes, and addresses that failed."""

from __future__ import annotations

import time
from collections.abc import Hashable
from typing import TYPE_CHECKING, TypeVar

from osubrowser.lru import LRUCache

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

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
