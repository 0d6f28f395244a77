"""Route of the site-wide search: players and wiki pages."""

from __future__ import annotations

from urllib.parse import urlencode

from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import Reply, origin_of
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.wiki import locales

USERS, PAGES = 20, 50
"""How many players and wiki pages are on a page of their own search."""

_USERS_OF_ALL, _PAGES_OF_ALL = 6, 8


def search(call: Call) -> object:
    """Answer `GET search`."""
    mode, query = call.query.get("mode") or "all", call.query.get("query") or ""
    page = clamp(to_int(call.query.get("page")), 1, 100, 1)
    match mode:
        case "user":
            return {"user": _users(call, query, page, USERS)}
        case "wiki_page":
            return {"wiki_page": _pages(call, query, page, PAGES)}
        case "beatmapset" | "artist_track":
            return _elsewhere(call, mode, query)
        case "team" | "forum_post":
            return {}
    return {
        "user": _users(call, query, 1, _USERS_OF_ALL),
        "wiki_page": _pages(call, query, 1, _PAGES_OF_ALL),
    }


def _users(call: Call, query: str, page: int, size: int) -> dict[str, object]:
    found = call.world.community.names.find(
        query,
        by_name=call.query.get("sort") == "username_asc",
        active=to_bool(call.query.get("recent_only")) or False,
    )
    shown = found[(page - 1) * size : page * size]
    return {"data": [call.world.accounts.compact(one) for one in shown], "total": len(found)}


def _pages(call: Call, query: str, page: int, size: int) -> dict[str, object]:
    wiki, locale = call.world.community.wiki, (call.query.get("locale") or "en").lower()
    if locale not in locales():
        locale = "en"
    found = wiki.search(query, locale)
    shown = found[(page - 1) * size : page * size]
    return {"data": [wiki.page(path, locale) for path in shown], "total": len(found)}


def _elsewhere(call: Call, mode: str, query: str) -> Reply:
    """Send on to the website, which has searches of its own for the rest."""
    path = "beatmapsets" if mode == "beatmapset" else "beatmaps/artists/tracks"
    name = "q" if mode == "beatmapset" else "query"
    reply = Reply("", status=302, content_type="text/html; charset=UTF-8")
    reply.headers["Location"] = f"{origin_of(call.request)}/{path}?{urlencode({name: query})}"
    return reply


ROUTES: tuple[Route, ...] = (Route("/search", search),)
