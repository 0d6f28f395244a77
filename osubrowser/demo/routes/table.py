"""Table of every route of API v2."""

from __future__ import annotations

from osubrowser.demo.routes import (
    beatmaps,
    changelog,
    chat,
    comments,
    discussions,
    events,
    forum,
    matches,
    news,
    packs,
    rankings,
    reserved,
    rooms,
    scores,
    search,
    seasonal_backgrounds,
    teams,
    users,
    wiki,
)

ROUTES = (
    *beatmaps.ROUTES,
    *changelog.ROUTES,
    *chat.ROUTES,
    *comments.ROUTES,
    *discussions.ROUTES,
    *events.ROUTES,
    *forum.ROUTES,
    *matches.ROUTES,
    *news.ROUTES,
    *packs.ROUTES,
    *rankings.ROUTES,
    *reserved.ROUTES,
    *rooms.ROUTES,
    *scores.ROUTES,
    *search.ROUTES,
    *seasonal_backgrounds.ROUTES,
    *teams.ROUTES,
    *users.ROUTES,
    *wiki.ROUTES,
)
"""Order does not matter where two routes match: a fixed part goes before a variable one."""
