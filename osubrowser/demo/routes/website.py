"""Website fallback: generated pictures with their cache, and placeholder pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from threading import Lock

from werkzeug.wrappers import Request

from osubrowser.demo.http.replies import Reply, html_reply, picture_reply
from osubrowser.lru import LRUCache

KEPT_BYTES = 6 << 20
"""How many bytes of pictures are kept."""

_JPEG, _PNG, _SVG = "image/jpeg", "image/png", "image/svg+xml"

Picture = tuple[bytes, str] | None


def _avatar(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import avatars

    return avatars.avatar(int(match[1])), _JPEG


def _guest(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import avatars

    return avatars.guest_avatar(), _PNG


def _cover(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import covers

    return covers.cover(f"set {match[1]}", match[2], 2 if match[3] else 1), _JPEG


def _thumbnail(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import covers

    return covers.cover(f"set {match[1]}", "list", 2 if match[2] else 1), _JPEG


def _profile_cover(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import covers

    return covers.cover(f"{match[1]} {match[2]}", "profile", 2), _JPEG


def _scene(match: re.Match[str]) -> Picture:
    """Draw pictures of news, the wiki, seasonal backgrounds and artists."""
    from osubrowser.demo.art import covers

    kind = "fullsize" if match[1].startswith("user-contest-entries") else "profile"
    return covers.cover(match[1].replace("@2x", ""), kind, 2 if "@2x" in match[1] else 1), _JPEG


def _proxied(match: re.Match[str]) -> Picture:
    """Draw a picture behind osu!'s proxy: the address ends with the original one in hex."""
    from osubrowser.demo.art import covers

    original = bytes.fromhex(match[1]).decode("latin-1")
    scale = 2 if "@2x" in original else 1
    return covers.cover(original.replace("@2x", ""), "profile", scale), _JPEG


def _medal(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import emblems

    return emblems.medal(match[1], 2 if match[2] else 1), _PNG


def _team_flag(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import emblems

    return emblems.team_flag(match[1]), _PNG


def _badge(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import emblems

    return emblems.badge(match[1], 2 if match[2] else 1), _PNG


def _smiley(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import emblems

    return emblems.smiley(match[1]), _PNG


def _flag(match: re.Match[str]) -> Picture:
    from osubrowser.demo.art import flags

    drawing = flags.flag(flags.code_of(match[1]) or "")
    return None if drawing is None else (drawing.encode(), _SVG)


_ADDRESSES: tuple[tuple[str, Callable[[re.Match[str]], Picture]], ...] = (
    (r"/a\.ppy\.sh/(\d{1,18})", _avatar),
    (r"/images/layout/avatar-guest(?:@2x)?\.png", _guest),
    (
        r"/assets\.ppy\.sh/beatmaps/(\d{1,18})/covers/"
        r"(cover|card|list|slimcover|fullsize)(@2x)?\.jpg",
        _cover,
    ),
    (r"/b\.ppy\.sh/thumb/(\d{1,18})(l?)\.jpg", _thumbnail),
    (
        r"/assets\.ppy\.sh/(user-profile-covers|user-cover-presets|teams/header)/"
        r"(\d{1,18})/\w+\.jpeg",
        _profile_cover,
    ),
    (r"/assets\.ppy\.sh/teams/flag/(\d{1,18})/\w+\.png", _team_flag),
    (r"/assets\.ppy\.sh/medals/web/([\w-]+)(@2x)?\.png", _medal),
    (
        r"/assets\.ppy\.sh/((?:user-contest-entries|news|artists|changelog)/[\w/@.-]{1,120})",
        _scene,
    ),
    (r"/(wiki/images/[\w/@.-]{1,120})", _scene),
    (r"/i\.ppy\.sh/[0-9a-f]{40}/((?:[0-9a-f]{2}){1,300})", _proxied),
    (r"/i\.ppy\.sh/(forum/[\w@.-]{1,60})", _scene),
    (r"/assets\.ppy\.sh/profile-badges/([\w-]+)(@2x)?\.png", _badge),
    (r"/assets/images/flags/([0-9a-f-]+\.svg)", _flag),
    (r"/forum/images/smilies/(icon_\w{1,40})\.gif", _smiley),
)
_PATTERNS = tuple((re.compile(pattern), draw) for pattern, draw in _ADDRESSES)
_PICTURE = re.compile(r"/(a|assets|b|i)\.ppy\.sh/|/(wiki/)?images/|/assets/|/forum/images/")


class PictureCache:
    """Least-recently-used cache of generated pictures, bounded by bytes. Thread-safe.

    One picture is drawn at a time: a window that asks for many should stay quick itself.
    """

    def __init__(self) -> None:
        self._drawing = Lock()
        self._pictures: LRUCache[str, tuple[bytes, str]] = LRUCache(
            KEPT_BYTES, lambda picture: len(picture[0])
        )

    def answer(self, path: str) -> Reply | None:
        """Return the picture at a path, a 404 where one should be, or None for other paths."""
        if not _PICTURE.match(path):
            return None
        with self._drawing:
            found = self._pictures.get(path)
            if found is None:
                found = _draw(path)
                if found is None:
                    return html_reply(404, "<html>not found</html>")
                self._pictures.put(path, found)
        return picture_reply(*found)


def _draw(path: str) -> Picture:
    for pattern, draw in _PATTERNS:
        if match := pattern.fullmatch(path):
            return draw(match)
    return None


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · embedded osu!</title>
<style>
 body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: #221a1f;
        color: #f2e6ec; font: 16px/1.5 system-ui, sans-serif; }}
 main {{ max-width: 34rem; padding: 2.5rem; background: #382e33; border-radius: 12px;
        border-top: 6px solid #ff66ab; overflow-wrap: anywhere; }}
 h1 {{ margin: 0 0 .5rem; font-size: 1.6rem; }}
 code {{ background: #221a1f; padding: .1em .4em; border-radius: 4px; }}
</style>
<main><h1>{title}</h1><p>{text}</p></main>
"""


def page(title: str, text: str) -> str:
    """Return a small web page; both texts are shown as they are."""
    return _PAGE.format(title=html.escape(title), text=html.escape(text))


def answer(request: Request, pictures: PictureCache) -> Reply:
    """Answer anything that is neither the API nor OAuth."""
    if request.method not in ("GET", "HEAD"):
        return html_reply(405, page("Method not allowed", "This address can only be read."))
    picture = pictures.answer(request.path)
    if picture is not None:
        return picture
    if request.path == "/":
        return html_reply(200, page("Embedded osu!", "This is the demo world of osubrowser."))
    return html_reply(
        200,
        page(
            request.path,
            "On the real osu! website this address has a page of its own. The demo world answers"
            " the API and draws the pictures; its website is only this sheet.",
        ),
    )
