"""Path of boards: links from the list of all boards down to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from osubrowser.ui.widgets.link_flow import LinkFlow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def forum_links(boards: Iterable[tuple[int, str]], origin: str) -> list[tuple[str, str]]:
    """Return name and address of boards."""
    return [(name, f"{origin}/community/forums/{id}") for id, name in boards]


class Crumbs(LinkFlow):
    """Path of boards: `Forum › Beatmaps › Ranked Beatmaps`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Path", parent)
        self.show_path((), "")

    def show_path(self, boards: Sequence[tuple[int, str]], origin: str) -> None:
        """Set the boards of the path, from the top."""
        links = [("Forum", f"{origin}/community/forums")]
        for link in forum_links(boards, origin):
            links += [("›", ""), link]
        self.show_links(links)
