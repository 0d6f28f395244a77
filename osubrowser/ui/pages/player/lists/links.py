"""Links of the rows of a player's lists: kudosu, medals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.event_links import linked
from osubrowser.ui.lists.row_links import RowLink

if TYPE_CHECKING:
    from osubrowser.api.entities.kudosu import KudosuHistory
    from osubrowser.models.players.medals import Medal


def of_kudosu(change: KudosuHistory, origin: str) -> RowLink | None:
    """Return the link of a change of kudosu: the post for which it was given, or the giver."""
    place = linked(change.post.url or "", origin)
    giver = linked(change.giver.url, origin) if change.giver is not None else None
    more = ((tr("Open the &giver"), giver),) if giver is not None else ()
    if place is None:
        place, more = giver, ()
    return RowLink(place, plain(change.post.title), more=more) if place is not None else None


def of_medal(medal: Medal, _origin: str) -> RowLink:
    """Return the link of a medal: the wiki page of all medals, as single ones have none."""
    return RowLink(ThingPlace("wiki", "en/Medals"), medal.name)
