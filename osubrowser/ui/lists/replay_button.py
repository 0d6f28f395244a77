"""Replay buttons of score lists: their symbols, and the entry of the row menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import MOST_REPLAYS, ReplayPlace
from osubrowser.services.replay_services import ReplayState, why_none
from osubrowser.services.text.translation import tr
from osubrowser.ui.table.badges import OFFERED, QUEUED, SAVED
from osubrowser.ui.widgets.menus import add_action

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.services.replay_services import ReplayServices, ScoreOffer

_TONES: Final = {
    ReplayState.OFFERED: OFFERED,
    ReplayState.QUEUED: QUEUED,
    ReplayState.SAVED: SAVED,
}


def tone_of(states: Iterable[ReplayState]) -> int:
    """Return the tone of the button of some replays: what is still to do wins; 0 for none."""
    return min((_TONES[state] for state in states if state in _TONES), default=0)


def place_of(offers: Sequence[ScoreOffer], replays: ReplayServices) -> ReplayPlace | None:
    """Return the place of those replays that are on this computer, over each other, or None."""
    files = [file for score, _ in offers if (file := replays.file_of(score))]
    if not files:
        return None
    try:
        return ReplayPlace(tuple(files[:MOST_REPLAYS]))
    except ValueError:  # a path that is no text
        return None


def add_save_action(
    menu: QMenu,
    offers: Sequence[ScoreOffer],
    replays: ReplayServices,
    open_: Callable[[ReplayPlace, str], object],
) -> None:
    """Append "Open replay" and "Save replay" to a row menu.

    The latter says why where there is nothing to save.
    """
    if not offers:
        return
    menu.addSeparator()
    place = place_of(offers, replays)
    if place is not None:
        count = len(place.paths)
        label = (
            tr("Open &replay")
            if count == 1
            else tr("Open %n &replay(s) over each other", "", count)
        )
        add_action(menu, label, open_, place, "here")
    states = [replays.state_of(score) for score, _ in offers]
    count = states.count(ReplayState.OFFERED)
    if count:
        label = tr("&Save replay") if count == 1 else tr("&Save %n replay(s)", "", count)
        add_action(menu, label, replays.save, list(offers))
        return
    if ReplayState.QUEUED in states:
        label = tr("Save replay (in the queue)")
    elif ReplayState.SAVED in states:
        label = tr("Save replay (on this computer already)")
    else:
        label = tr("Save replay (osu! has none)")
    action = add_action(menu, label, replays.save, list(offers))
    action.setEnabled(False)
    action.setToolTip(why_none(offers))
