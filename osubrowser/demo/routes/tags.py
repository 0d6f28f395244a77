"""The tags that players give to beatmaps."""

from __future__ import annotations

from osubrowser.demo.routes.call import Call, Route


def tags(call: Call) -> object:
    """Answer `GET tags`."""
    return {"tags": call.world.user_tags.all()}


ROUTES: tuple[Route, ...] = (Route("/tags", tags),)
