"""Route of the seasonal backgrounds."""

from __future__ import annotations

from datetime import datetime, timedelta

from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.clock import offset_form, seconds
from osubrowser.demo.world.draws import Draws, between

_SEASON_ENDS = (3, 6, 9, 12)
_FIRST_ENTRY = 18_020


def seasonal(call: Call) -> object:
    """Answer `GET seasonal-backgrounds`."""
    world = call.world
    ends = _end(world.now)
    draws = Draws(world.seed, "seasonal backgrounds")
    season = ends.year * 12 + ends.month
    count = between(draws.at(season)[0], 9, 22)
    found = []
    for place in range(count):
        own = draws.at(season * 100 + place)
        painter = world.community.authors.somebody(own[0], seconds(world.now))
        file = "".join(f"{draw:08x}" for draw in own[1:6])
        found.append(
            {
                "url": "https://assets.ppy.sh/user-contest-entries/"
                f"{_FIRST_ENTRY + season % 100}/{file}",
                "user": world.accounts.compact(painter),
            }
        )
    return {"ends_at": offset_form(ends), "backgrounds": found}


def _end(now: datetime) -> datetime:
    """Return the last day of the season."""
    month = next(month for month in _SEASON_ENDS if month >= now.month)
    first = now.replace(month=month, day=1, hour=0)
    following = (first + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)


ROUTES: tuple[Route, ...] = (Route("/seasonal-backgrounds", seasonal, scope=""),)
