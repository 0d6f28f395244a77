"""Files of the website: beatmaps as `.osu` files, and previews of songs."""

from __future__ import annotations

import re
from functools import lru_cache

from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Reply, html_reply
from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.osu_files import osu_file

_OSU_FILE = re.compile(r"/osu/(\d{1,18})")


def osu_file_reply(request: Request, beatmaps: Beatmaps) -> Reply | None:
    """Answer a request for a beatmap's file; None if the address is another's."""
    match = _OSU_FILE.fullmatch(request.path)
    if match is None or request.method not in ("GET", "HEAD"):
        return None
    found = beatmaps.difficulty_by_id(int(match[1]))
    if found is None:
        return html_reply(404, "")
    data = osu_file(beatmaps, *found)
    return Reply(data, content_type="text/plain; charset=UTF-8")


_PREVIEW_FILE = re.compile(r"/b\.ppy\.sh/preview/(\d{1,18})\.mp3")


def preview_reply(request: Request, beatmaps: Beatmaps) -> Reply | None:
    """Answer a request for a preview; None if the address is another's."""
    match = _PREVIEW_FILE.fullmatch(request.path)
    if match is None or request.method not in ("GET", "HEAD"):
        return None
    index = beatmaps.by_id(int(match[1]))
    if index is None:
        return html_reply(404, "<html>not found</html>")
    data = _preview(match[1], beatmaps.song(index).bpm)
    reply = Reply(data, content_type="audio/mpeg")
    reply.headers["Cache-Control"] = "public, max-age=86400"
    reply.make_conditional(request.environ, accept_ranges=True, complete_length=len(data))
    return reply


@lru_cache(maxsize=8)
def _preview(key: str, bpm: float) -> bytes:
    from osubrowser.demo.art import previews

    return previews.preview(key, bpm)
