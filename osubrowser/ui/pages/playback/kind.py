"""Shortcuts, preload and self-test of the page of replays, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import ReplayPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.shell.page_kind import Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUP: Final = tr("In a replay")
KEYS: Final = (
    Key("", ("Space",), tr("Play or pause"), _GROUP),
    Key("", (",",), tr("One frame back; . one frame on"), _GROUP),
    Key("", ("Left",), tr("One second back; Right one second on"), _GROUP),
    Key("", ("Shift+Left",), tr("Five seconds back; Shift+Right five seconds on"), _GROUP),
    Key("", ("Home",), tr("To the beginning; End to the end"), _GROUP),
    Key("", ("N",), tr("Next miss; P previous miss"), _GROUP),
    Key("", ("Up",), tr("Faster; Down slower"), _GROUP),
    Key("", ("F",), tr("Mark the frames"), _GROUP),
    Key("", ("C",), tr("Charts, or the field again; Enter in a chart goes to its moment"), _GROUP),
    Key("", ("H",), tr("Fade objects out, as with Hidden"), _GROUP),
)
SELF_TEST: Final = (Visit(ReplayPlace(), name="replay"),)


def _models() -> Iterator[object]:
    """Import what reads replays and beatmaps."""
    from osubrowser.models.replays.scene import build_scene

    yield build_scene
    from osubrowser.ui.pages.playback.loading import load_replay

    yield load_replay
    from osubrowser.models.replays import chart_data

    yield chart_data


def _widgets() -> Iterator[object]:
    """Import the page and its widgets."""
    from osubrowser.ui.pages.playback.style import FieldStyle

    yield FieldStyle
    from osubrowser.ui.pages.playback.field import PlaybackField

    yield PlaybackField
    from osubrowser.ui.pages.playback.scrubber import Scrubber

    yield Scrubber
    from osubrowser.ui.pages.playback.controls import PlaybackControls

    yield PlaybackControls
    from osubrowser.ui.pages.playback.charts import ChartsView

    yield ChartsView
    from osubrowser.ui.pages.playback.page import PlaybackPage

    yield PlaybackPage


PRELOAD: Final = Preload(_models, _widgets)
