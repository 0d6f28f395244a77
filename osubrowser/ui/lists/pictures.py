"""Hands the image store's pictures to the parts of a page, and tells them of new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.widgets.flags import Pictures


class Pictured(Protocol):
    """A part with pictures."""

    def set_pictures(self, pictures: Pictures) -> None:
        """Take pictures from this callable (address, width, height, shape)."""

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""


def give_pictures(images: ImageStore | None, *parts: Pictured) -> None:
    """Let these parts draw pictures from the store; without one they draw none."""
    if images is not None:
        for part in parts:
            part.set_pictures(images.request)
            images.ready.connect(part.pictures_ready)
