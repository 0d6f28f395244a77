"""Pipeline from disk cache or downloaded data to decoded pictures. Runs on workers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl

from osubrowser.services.images.disk_cache import DiskCache

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from osubrowser.services.images.decode import PictureSpec

LARGEST = 4096  # device pixels a side
LOOPBACK = ("127.0.0.1", "::1", "localhost")


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
        from osubrowser.services.images.decode import decode, encode

        files = self._files_for(address)
        made: dict[PictureKey, QImage] = {}
        for key in keys:
            image = decode(data, key.target)
            if image is None:
                break
            made[key] = image
            if files is not None:
                files.write(_file_name(address, key.target), encode(image))
        return made

    def _files_for(self, address: str) -> DiskCache | None:
        """Return where pictures of this address are kept: those of the demo are not."""
        return None if QUrl(address).host() in LOOPBACK else self.files


def _file_name(address: str, target: PictureSpec) -> str:
    """Return the name under which a finished picture is kept."""
    what = f"{address}\n{target.width}x{target.height}\n{target.shape}"
    return hashlib.sha256(what.encode(errors="replace")).hexdigest()
