"""The lists of BanchoBot: it never played and made nothing, so each of them is empty."""

from __future__ import annotations

from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.players.bots import BOT_ID


def nothing(call: Call, **_: str) -> object:
    """Answer any list of the bot's."""
    del call
    return []


ROUTES: tuple[Route, ...] = (
    Route(f"/users/{BOT_ID}/scores/<kind>", nothing),
    Route(f"/users/{BOT_ID}/beatmapsets/<type>", nothing),
    Route(f"/users/{BOT_ID}/recent_activity", nothing),
    Route(f"/users/{BOT_ID}/kudosu", nothing),
)
