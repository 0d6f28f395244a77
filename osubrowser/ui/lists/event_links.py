"""Links of events of players."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.players.activity import event_text
from osubrowser.services.places.places import Place, ThingPlace, UserPlace
from osubrowser.services.places.urls import parse
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.events import Event

PLAYER_LABEL: Final = tr("Open &player {name}")
"""Menu label of a player."""


def of_event(event: Event, origin: str) -> RowLink | None:
    """Return the link of an event: the beatmap, beatmapset, medal or player it is about."""
    thing = event.beatmap or event.beatmapset
    if thing is not None:
        place = linked(thing.url, origin)
        return RowLink(place, plain(thing.title)) if place is not None else None
    if event.achievement is not None:
        return RowLink(ThingPlace("wiki", "en/Medals"), plain(event.achievement.name))
    place = linked(event.user.url, origin) if event.user is not None else None
    return RowLink(place, event_text(event).text) if place is not None else None


def linked(url: str, origin: str) -> Place | None:
    """Return the place of a URL of osu!, relative ones included; None for other URLs.

    Args:
        url: as the server sent it; "" for none.
        origin: `https://host` of the server.
    """
    return parse(url, origins=(origin,)) if url else None


def player_of(
    name: str, place: Place | None, label: str = PLAYER_LABEL
) -> tuple[tuple[str, Place], ...]:
    """Return a player as a further place of a link, with its menu label; () for none.

    Args:
        name: the player's name.
        place: the profile; None for none.
        label: the menu label, with `{name}`.
    """
    if not isinstance(place, UserPlace):
        return ()
    return ((label.format(name=escaped(plain(name, 40))).rstrip(), place),)
