"""Routes of the wiki: pages by locale and path."""

from __future__ import annotations

from urllib.parse import quote

from osubrowser.demo.http.replies import Refusal, Reply, origin_of
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.wiki import locales

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg")


def page(call: Call, locale: str, path: str) -> object:
    """Answer `GET wiki/{locale}/{path}`: pages by another name send on, others are empty 404s."""
    origin = origin_of(call.request)
    if path.lower().endswith(_PICTURES):
        return _redirect(f"{origin}/wiki/images/{quote(path)}")
    wiki = call.world.community.wiki
    known = locale.lower() in locales()
    found = wiki.find(path if known else f"{locale}/{path}")
    if found is None:
        raise Refusal(404, None)
    if found.elsewhere or not known or locale != locale.lower():
        place = locale.lower() if known else "en"
        return _redirect(f"{origin}/api/v2/wiki/{place}/{quote(found.path)}")
    return wiki.page(found.path, locale)


def without_locale(call: Call, path: str) -> object:
    """Answer `GET wiki/{path}`: the same page in English is elsewhere."""
    found = call.world.community.wiki.find("Main_page" if path.lower() in locales() else path)
    if found is None:
        raise Refusal(404, None)
    place = path.lower() if path.lower() in locales() else "en"
    return _redirect(f"{origin_of(call.request)}/api/v2/wiki/{place}/{quote(found.path)}")


def _redirect(address: str) -> Reply:
    reply = Reply("", status=302, content_type="text/html; charset=UTF-8")
    reply.headers["Location"] = address
    return reply


ROUTES: tuple[Route, ...] = (
    Route("/wiki/<path>", without_locale, scope=""),
    Route("/wiki/<locale>/<path:path>", page, scope=""),
)
