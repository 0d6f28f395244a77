"""Routes of the changelog: listing of builds, single builds."""

from __future__ import annotations

import re
from itertools import islice

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import Refusal, refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.changelog import Build, Stream, changelog_texts

PAGE = 21
"""How many builds are in a listing."""

_FORMATS = frozenset(("html", "markdown"))


def listing(call: Call) -> object:
    """Answer `GET changelog`: newest first, of one stream or of all, between two versions."""
    log, query = call.world.community.changelog, call.query
    name, first, last = query.get("stream"), query.get("from"), query.get("to")
    most = to_int(query.get("max_id"))
    stream = _stream(name or "")
    low, high = 0, most if most is not None else log.builds[-1].id
    for version, lowest in ((first, True), (last, False)):
        build = log.by_version(version, stream) if version else None
        if build is not None and lowest:
            low = build.id
        elif build is not None:
            high = min(high, build.id)
    chosen = (
        build
        for build in reversed(log.builds)
        if low <= build.id <= high and (not name or build.stream is stream)
    )
    formats = _formats(call)
    return {
        "streams": log.streams(),
        "builds": [log.with_entries(build, formats) for build in islice(chosen, PAGE)],
        "search": {
            "stream": name or None,
            "from": first or None,
            "to": last or None,
            "max_id": most,
            "limit": PAGE,
        },
    }


def build(call: Call, stream: str, version: str) -> object:
    """Answer `GET changelog/{stream}/{version}`."""
    known = _stream(stream)
    found = None
    if known is not None:
        found = call.world.community.changelog.by_version(version, known)
    return _shown(call, found)


def lookup(call: Call, text: str) -> object:
    """Answer `GET changelog/{x}`: a version, a stream's name, or an id with `key=id`."""
    log = call.world.community.changelog
    if call.query.get("key") == "id":
        return _shown(call, log.by_id(to_int(text) or 0))
    found = log.by_version(text)
    if found is None and (stream := _stream(text)) is not None:
        found = log.of_stream(stream)[-1]
    if found is None:
        found = log.by_version(re.sub(r"[^\d.]", "", text).strip("."))
    return _shown(call, found)


def _stream(name: str) -> Stream | None:
    return next((one for one in changelog_texts().streams if one.name == name), None)


def _shown(call: Call, found: Build | None) -> object:
    if found is None:
        raise _unknown()
    log = call.world.community.changelog
    siblings = log.of_stream(found.stream)
    place = siblings.index(found)
    versions: dict[str, object] = {}
    if place + 1 < len(siblings):
        versions["next"] = log.entity(siblings[place + 1])
    if place:
        versions["previous"] = log.entity(siblings[place - 1])
    return log.with_entries(found, _formats(call)) | {"versions": versions}


def _unknown() -> Refusal:
    return refuse(404, "Specified Build couldn't be found.")


def _formats(call: Call) -> frozenset[str]:
    """Return which texts were asked for; both if none that exists."""
    return _FORMATS.intersection(call.request.args.getlist("message_formats[]")) or _FORMATS


ROUTES: tuple[Route, ...] = (
    Route("/changelog", listing, scope=""),
    Route("/changelog/<text>", lookup, scope=""),
    Route("/changelog/<stream>/<version>", build, scope=""),
)
