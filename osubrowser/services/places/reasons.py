"""Reasons why places open in the web browser only: what osu!'s API does not have."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from osubrowser.services.places.places import AppPlace, ListPlace, Place, ThingPlace, WebAddress
from osubrowser.services.places.urls import HOME, SITE_HOSTS
from osubrowser.services.text.translation import tr

_ACCOUNT = tr("the account is managed on the website")
_CHAT = tr("osu!'s API gives chat to the owner of an application only")
_STORE = tr("osu!'s API has no store")
_WATCHED = tr("osu!'s API has no watched topics and mapping")
_WRITES = tr("osu!'s API takes no changes of it from other programs")

REASONS: tuple[tuple[str, str], ...] = (
    ("admin", tr("the administration of osu! is a part of the website")),
    ("authenticator-app", _ACCOUNT),
    ("beatmaps/artists/tracks/*", tr("osu!'s API does not say whose track that is")),
    ("beatmaps/packs/*/raw", tr("it is a part of a page of the website")),
    ("beatmapset-version-files", tr("osu!'s API has no earlier versions of beatmaps")),
    (
        "beatmapsets/*/download",
        tr("osu! gives beatmaps to signed-in web browsers and the game only"),
    ),
    ("beatmapsets/*/versions", tr("osu!'s API has no earlier versions of beatmaps")),
    ("beatmapsets/discussions/posts/*", tr("osu!'s API does not find a post by its number")),
    ("beatmapsets/watches", _WATCHED),
    ("community/chat", _CHAT),
    ("community/contests", tr("osu!'s API has no contests")),
    ("community/forums/posts", tr("osu!'s API does not say which topic a post belongs to")),
    ("community/forums/topic-watches", _WATCHED),
    ("community/forums/topics/*/edit-poll", _WRITES),
    ("community/forums/topics/*/logs", tr("osu!'s API has no log of a topic")),
    ("community/forums/topics/create", tr("topics are written on the website")),
    ("community/livestreams", tr("osu!'s API has no live streams")),
    ("community/tournaments", tr("osu!'s API has no list of tournaments")),
    ("d", tr("osu! gives beatmaps to signed-in web browsers and the game only")),
    ("groups", tr("osu!'s API has no members of groups")),
    ("groups/history", tr("osu!'s API has no history of groups")),
    ("home/account", _ACCOUNT),
    ("home/blocks", tr("osu!'s API gives the list of blocked players to the game only")),
    ("home/download", tr("the game is downloaded from the website")),
    ("home/follows", _WATCHED),
    ("home/messages", _CHAT),
    ("home/password-reset", _ACCOUNT),
    ("home/support", tr("support is bought on the website")),
    ("home/testflight", tr("the game is downloaded from the website")),
    ("news", tr("osu!'s API does not know the numbers of old news")),
    ("notifications", tr("osu!'s API gives notifications to the game only")),
    ("oauth", _ACCOUNT),
    ("opensearch.xml", tr("it is a file for web browsers")),
    ("payments", _STORE),
    ("rankings/ranked-play", tr("osu!'s API has no ranking of ranked play")),
    ("rankings/top-plays", tr("osu!'s API has no ranking of plays")),
    ("seasons", tr("osu!'s API has no seasons")),
    ("session", _ACCOUNT),
    ("store", _STORE),
    ("teams", tr("osu!'s API knows teams by their number only")),
    ("teams/*/applications", _WRITES),
    ("teams/*/edit", _WRITES),
    ("teams/create", tr("teams are made on the website")),
    ("user-cover-presets", _ACCOUNT),
    ("users/*/extra-pages", tr("it is a part of a page of the website")),
    ("users/*/multiplayer", tr("osu!'s API has no list of a player's rooms")),
    ("users/*/playlists", tr("osu!'s API has no list of a player's rooms")),
    ("users/*/posts", tr("osu!'s API has no list of a player's forum posts")),
    ("users/*/ranked-play", tr("osu!'s API has no list of a player's rooms")),
    ("users/*/realtime", tr("osu!'s API has no list of a player's rooms")),
    ("users/*/score-replay-stats", tr("osu!'s API does not count views of replays by score")),
    ("users/create", tr("accounts are made in the game")),
    ("users/disabled", _ACCOUNT),
    ("wiki/*/Sitemap", tr("osu!'s API has no list of the wiki's pages")),
    ("wrapped", tr("osu!'s API has no review of the year")),
)
"""Why pages of the website do not open in the window, by path; `*` is any one segment.

The longest path that fits counts. The reasons complete "Opened in the web browser, as ...".
"""

_THINGS = {
    "group": tr("osu!'s API has no members of groups"),
    "post": tr("osu!'s API does not say which topic a post belongs to"),
}
_LISTS = {"friends": tr("friends are read by the signed-in player only")}
_FILES = frozenset({"a.ppy.sh", "b.ppy.sh", "i.ppy.sh", "s.ppy.sh", "assets.ppy.sh"})


def reason_for(place: Place, *, origins: Iterable[str] = (HOME,)) -> str:
    """Return why a place opens in the web browser only.

    Args:
        place: a place that the window has no page for.
        origins: `scheme://host[:port]` of the known servers.

    Returns:
        A clause without a capital letter and a full stop, that completes "as ...".
    """
    match place:
        case ThingPlace(kind=kind) if kind in _THINGS:
            return _THINGS[kind]
        case ListPlace(kind=kind) if kind in _LISTS:
            return _LISTS[kind]
        case AppPlace():
            return tr("osubrowser has no such page")
        case WebAddress(url=url):
            return _reason_of(url, origins)
    return tr("osubrowser has no page for it")


def _reason_of(url: str, origins: Iterable[str]) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # an invalid port or IPv6 address
        return tr("it is not a valid address")
    if parts.scheme in ("osu", "osump"):
        return tr("only the game opens its links")
    if host in _FILES:
        return tr("it is a file, not a page")
    if host not in SITE_HOSTS and not any(url.startswith(origin) for origin in origins):
        return tr("it is not a page of osu!")
    steps = [step for step in parts.path.split("/") if step]
    fits = [
        (path.count("/"), -path.count("*"), reason)
        for path, reason in REASONS
        if _begins(steps, path.split("/"))
    ]
    return max(fits)[2] if fits else tr("osubrowser knows no such page of osu!")


def _begins(steps: list[str], path: list[str]) -> bool:
    """Return whether segments begin with those of a path, in which `*` is any one."""
    return len(steps) >= len(path) and all(
        want in ("*", step) or want.lower() == step.lower()
        for want, step in zip(path, steps, strict=False)
    )
