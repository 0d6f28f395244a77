"""Shortcuts, preload and self-test of the replays page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.pages.replays.app_pages import APP_PAGES
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP: Final = tr("In the replay queue")
_LIBRARY: Final = tr("In the replay library")
KEYS: Final = (
    Key("", ("Space",), tr("Pause or resume the downloads"), _GROUP),
    Key("", ("Alt+Up",), tr("Move up; Alt+Down moves down"), _GROUP),
    Key("", ("Del",), tr("Remove from the queue"), _GROUP),
    Key("", ("F2",), tr("Rename the selected files"), _LIBRARY),
    Key("", ("Del",), tr("Move the selected files to the trash"), _LIBRARY),
)
SELF_TEST: Final = tuple(Visit(AppPlace(page.name)) for page in APP_PAGES)


def _models() -> Iterator[object]:
    """Import the services."""
    from osubrowser.services.downloads.queue import DownloadQueue

    yield DownloadQueue
    from osubrowser.services.replays.library import ReplayLibrary

    yield ReplayLibrary
    from osubrowser.models.replays.library_statistics import statistics_of

    yield statistics_of
    from osubrowser.services.downloads.sources import from_text

    yield from_text
    from osubrowser.models.replays.queue import queue_columns

    yield queue_columns
    from osubrowser.models.table.live_rows import LiveRows

    yield LiveRows
    from osubrowser.services.downloads import legacy_key

    yield legacy_key


def _widgets() -> Iterator[object]:
    """Import the page and its parts."""
    from osubrowser.ui.pages.replays.library import LibraryView

    yield LibraryView
    from osubrowser.ui.pages.replays.get_panel import GetPanel

    yield GetPanel
    from osubrowser.ui.pages.replays.queue import QueueView

    yield QueueView
    from osubrowser.ui.charts.heat_map import HeatMap

    yield HeatMap
    from osubrowser.ui.pages.replays.library_statistics import StatisticsDialog

    yield StatisticsDialog
    from osubrowser.ui.pages.replays.library_rename import RenameDialog

    yield RenameDialog
    from osubrowser.ui.dialogs.replay_folders import ReplayFoldersDialog

    yield ReplayFoldersDialog
    from osubrowser.ui.pages.replays.page import ReplaysPage

    yield ReplaysPage
    from osubrowser.ui.pages.replays.parts import ReplaysParts

    yield ReplaysParts


PRELOAD: Final = Preload(_models, _widgets)
