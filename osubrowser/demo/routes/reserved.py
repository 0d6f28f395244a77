"""Routes reserved for the game client: third parties are refused."""

from __future__ import annotations

from osubrowser.demo.routes.call import Call, Route


def reserved(call: Call, **_: str) -> None:
    """Never runs: no token of a third party has the scope these routes need."""
    raise AssertionError(call.request.path)


_PATHS = (
    ("GET", "/me/download-quota-check"),
    ("PUT", "/me/options"),
    ("PUT", "/me/achievements/<achievement>"),
    ("POST", "/friends"),
    ("DELETE", "/friends/<friend>"),
    ("GET", "/blocks"),
    ("POST", "/blocks"),
    ("DELETE", "/blocks/<block>"),
    ("GET", "/beatmapsets/<beatmapset>/download"),
    ("POST", "/beatmapsets/<beatmapset>/favourites"),
    ("GET", "/beatmapsets/<beatmapset>/ratings"),
    ("POST", "/beatmapsets/<beatmapset>/ratings"),
    ("POST", "/beatmaps/<beatmap>/solo/scores"),
    ("PUT", "/beatmaps/<beatmap>/solo/scores/<token>"),
    ("PUT", "/beatmaps/<beatmap>/tags/<tag>"),
    ("PATCH", "/beatmaps/<beatmap>/tags/<tag>"),
    ("DELETE", "/beatmaps/<beatmap>/tags/<tag>"),
    ("PUT", "/score-pins/<score>"),
    ("DELETE", "/score-pins/<score>"),
    ("POST", "/score-pins/<score>/reorder"),
    ("GET", "/rooms/<room>/playlist/<playlist>/scores/<score>"),
    ("GET", "/rooms/<room>/playlist/<playlist>/scores/users/<user>"),
    ("POST", "/rooms"),
    ("DELETE", "/rooms/<room>"),
    ("POST", "/rooms/<room>/playlist/<playlist>/scores"),
    ("PUT", "/rooms/<room>/playlist/<playlist>/scores/<score>"),
    ("PATCH", "/rooms/<room>/playlist/<playlist>/scores/<score>"),
    ("PUT", "/rooms/<room>/users/<user>"),
    ("DELETE", "/rooms/<room>/users/<user>"),
    ("POST", "/comments"),
    ("PUT", "/comments/<comment>"),
    ("PATCH", "/comments/<comment>"),
    ("DELETE", "/comments/<comment>"),
    ("POST", "/comments/<comment>/vote"),
    ("DELETE", "/comments/<comment>/vote"),
    ("POST", "/forums/topics/<topic>/move"),
    ("GET", "/chat/updates"),
    ("GET", "/chat/presence"),
    ("GET", "/notifications"),
    ("POST", "/notifications/mark-read"),
    ("POST", "/reports"),
    ("POST", "/screenshots"),
)

_VERIFYING = ("/session/verify", "/session/verify/mail-fallback", "/session/verify/reissue")


def verified(call: Call) -> None:
    """Answer `POST session/verify`: the sessions of third parties count as verified."""
    del call


ROUTES = (
    *(Route(path, reserved, scope="*", person=True, method=method) for method, path in _PATHS),
    *(Route(path, verified, scope="any", person=True, method="POST") for path in _VERIFYING),
)
