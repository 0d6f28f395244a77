"""Connection of the image store to the parts of a page that draw pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.widgets.flags import Pictures


class Pictured(Protocol):
    """Interface of a part that draws pictures."""

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: `(address, width, height, shape) -> pixmap or None`."""

    def pictures_ready(self) -> None:
        """Repaint: a picture has arrived."""


def give_pictures(images: ImageStore | None, *parts: Pictured) -> None:
    """Connect parts to the store; without a store they draw no pictures."""
    if images is not None:
        for part in parts:
            part.set_pictures(images.request)
            images.ready.connect(part.pictures_ready)
