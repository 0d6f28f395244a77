"""Beatmaps as files, at the website's `/osu/{beatmap_id}`."""

from __future__ import annotations

import re

from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Reply, html_reply
from osubrowser.demo.world.beatmaps.osu_files import osu_file
from osubrowser.demo.world.world import World

_ADDRESS = re.compile(r"/osu/(\d{1,18})")


def answer(request: Request, world: World) -> Reply | None:
    """Answer a request for a beatmap's file; None if the address is another's."""
    match = _ADDRESS.fullmatch(request.path)
    if match is None or request.method not in ("GET", "HEAD"):
        return None
    found = world.beatmaps.difficulty_by_id(int(match[1]))
    if found is None:
        return html_reply(404, "")
    data = osu_file(world, *found).encode()
    return Reply(data, content_type="text/plain; charset=UTF-8")
