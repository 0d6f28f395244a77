"""Files and folders that are dropped on the window: they come into the replay library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import MOST_REPLAYS, AppPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData

    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.navigator import Navigator

LIBRARY: Final = AppPlace("replay-library")

_MOST: Final = 10_000  # files of one drop


def dropped_paths(data: QMimeData) -> tuple[str, ...]:
    """Return the paths of files and folders of this computer among dragged data."""
    return tuple(path for url in data.urls()[:_MOST] if (path := url.toLocalFile()))


class DroppedFiles:
    """Adds dropped files and folders to the replay library, and says what became of them.

    Args:
        replays: has the library.
        navigator: opens the library for folders, and for more files than one view can show.
        messages: shows what was added, with a button that watches the folder of a file.
    """

    def __init__(self, replays: ReplayServices, navigator: Navigator, messages: MessageBar) -> None:
        self._replays = replays
        self._navigator = navigator
        self._messages = messages
        self._scope = TaskScope()

    def add(self, paths: Iterable[str]) -> None:
        """Add files and folders; nothing is read in the GUI thread."""
        self._scope.start(self._add(tuple(paths)))

    def close(self) -> None:
        """Cancel what is running."""
        self._scope.cancel_all()

    async def _add(self, paths: tuple[str, ...]) -> None:
        added = await self._replays.library.add_dropped(paths)
        count = len(added.records)
        if added.folders or count > MOST_REPLAYS:
            self._navigator.open(LIBRARY)
        if added.folders:
            folders = len(added.folders)
            text = (
                tr("“{folder}” is in the replay library now.").format(
                    folder=plain(added.folders[0], 120)
                )
                if folders == 1
                else tr("%n folder(s) are in the replay library now.", "", folders)
            )
            self._messages.show_message("good", text)
        elif added.unwatched:
            unwatched = tr("The folder “{folder}” is not watched.").format(
                folder=plain(added.unwatched, 120)
            )
            self._messages.show_message(
                "info",
                f"{_added(count)} {unwatched}",
                button=tr("Watch it"),
                action=partial(self.add, [added.unwatched]),
            )
        elif not count:
            text = tr("There are no replays and no folders among what was dropped.")
            self._messages.show_message("info", text)
        elif count > MOST_REPLAYS:
            self._messages.show_message("good", _added(count))


def _added(count: int) -> str:
    return tr("%n replay(s) are in the library now.", "", count)
