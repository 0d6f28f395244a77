"""Opening of links in rich text: in the window, or in the web browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.services.places.places import WebAddress

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place


def followed(address: str, how: str, origin: str) -> tuple[Place, str] | None:
    """Return the place of a link and how it opens: `here`, in the `background`, or `web`.

    None if the link is not safe to open.

    Args:
        address: the link.
        how: how the user opened it.
        origin: `https://host` of the server.
    """
    from osubrowser.services.richtext.links import link_target

    found = link_target(address, origin)
    if found is None:
        return None
    place, only_web = found
    if how == "web" or only_web:
        return (place if isinstance(place, WebAddress) else WebAddress(address)), "web"
    return place, how
