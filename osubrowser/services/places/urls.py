"""Conversion between URLs of osu!'s website, old forms too, and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlencode, urlsplit

from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    OWN_LISTS,
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WebAddress,
    WelcomePlace,
    is_app_name,
)
from osubrowser.services.places.url_parts import (
    FIRST_ITEMS,
    FRAGMENTS,
    UNFIT,
    Address,
    list_of,
    parameters,
)

HOME = "https://osu.ppy.sh"
SITE_HOSTS = frozenset({"osu.ppy.sh", "old.ppy.sh", "lazer.ppy.sh"})
"""Host names of osu!'s website, now and in old links."""

APP_SCHEME = "osubrowser:"
"""Scheme of the program's own addresses, with its colon; the desktop hands them over."""
_QUOTED_SLASH = re.compile(r"%2f", re.IGNORECASE)
_WEB = re.compile(r"(https?):?//", re.IGNORECASE)
_FIRST_STEP = re.compile(r"[A-Za-z0-9.-]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_LONGEST = 8000  # a search text of 500 characters, percent-encoded, and a position
_LONGEST_PATH = 2000
_LIST_PATHS = {
    "packs": "beatmaps/packs",
    "search": "home/search",
    "news": "home/news",
    "changelog": "home/changelog",
    "forums": "community/forums",
    "comments": "comments",
    "events": "beatmapsets/events",
    "discussions": "beatmapsets/discussions",
    "posts": "beatmapsets/discussions/posts",
    "votes": "beatmapsets/discussions/votes",
    "artists": "beatmaps/artists",
    "tracks": "beatmaps/artists/tracks",
    "friends": "home/friends",
}
_THING_PATHS = {
    "artist": "beatmaps/artists/{}",
    "pack": "beatmaps/packs/{}",
    "team": "teams/{}",
    "match": "community/matches/{}",
    "room": "multiplayer/rooms/{}",
    "news": "home/news/{}",
    "changelog": "home/changelog/{}",
    "wiki": "wiki/{}",
    "forum": "community/forums/{}",
    "topic": "community/forums/topics/{}",
    "post": "community/forums/posts/{}",
    "comment": "comments/{}",
    "discussion": "beatmapsets/discussions/{}",
    "group": "groups/{}",
}

# --- URLs to places ----------------------------------------------------------------------------


def parse(text: str, *, origins: tuple[str, ...] = (HOME,)) -> Place | None:
    """Parse a URL into a place.

    Args:
        text: URL with or without its scheme, of the website (also in its old forms) or of one of
            `origins`; a path alone (`/rankings/taiko`); a link of the game (`osu://b/129891`); or
            an address of the program (`osubrowser:settings`, `osubrowser:users/2`).
        origins: `scheme://host[:port]` of the known servers; a path alone belongs to the first.

    Returns:
        A place; a `WebAddress` for other pages of these servers; None for any other text.
    """
    # Imported on first use, for a faster start.
    from osubrowser.services.places.url_routes import game_link

    text = _with_quoted_query(text.strip())
    if not text or len(text) > _LONGEST or UNFIT.search(text):
        return None
    if text.lower().startswith(("osu://", "osump://")):
        return game_link(text)
    if text.lower().startswith(APP_SCHEME):
        return _app_link(text[len(APP_SCHEME) :], origins)
    return _web_place(text, origins)


def _app_link(rest: str, origins: tuple[str, ...]) -> Place | None:
    """Parse what follows `osubrowser:`, in the spellings that desktops and web browsers make.

    That is a page of the program (`settings`), a path of the website (`users/2`), or an address of
    it (`https://osu.ppy.sh/users/2`), after any number of slashes. Other schemes, such as `file:`,
    mean nothing here: any web page may contain such a link.
    """
    rest = rest.lstrip("/")
    if "/" not in rest.rstrip("/") and _QUOTED_SLASH.search(rest):
        rest = unquote(rest).lstrip("/")
        if UNFIT.search(rest):
            return None
    web = _WEB.match(rest)
    if web is not None:  # browsers drop the colon of `osubrowser://https://...`
        return _web_place(f"{web[1].lower()}://{rest[web.end() :]}", origins)
    path, mark, query = rest.partition("?")
    name = path.strip("/").lower()
    if name in OWN_LISTS:
        return list_of(name, parameters(query))
    first = _FIRST_STEP.match(rest)
    if first is None:
        return None
    from osubrowser.services.places.url_routes import KINDS

    if first[0].lower() in KINDS:
        return _web_place(f"/{rest}", origins)
    if "." in first[0]:
        return _web_place(f"https://{rest}", origins)
    return AppPlace(name) if is_app_name(name) and not mark else None


def _web_place(text: str, origins: tuple[str, ...]) -> Place | None:
    """Parse an address of the website, or a path of it that starts with a slash."""
    from osubrowser.services.places.url_routes import KINDS

    found = _split(text, origins)
    if found is None:
        return None
    origin, path, query, fragment = found
    if len(path) > _LONGEST_PATH:
        return None
    steps = [unquote(step) for step in path.split("/") if step]
    if not steps:
        return ListPlace("explore")
    if not any(UNFIT.search(step.replace(" ", "")) for step in steps):
        known = KINDS.get(steps[0].lower())
        address_ = Address(steps, parameters(query), unquote(fragment))
        place = None if known is None else known(address_)
        if place is not None:
            return place
    return WebAddress(
        origin
        + quote(path or "/", safe="/%:@!$&'()*+,;=~-._[]")
        + (f"?{quote(query, safe='/%:@!$&()*+,;=~-._?[]')}" if query else "")
        + (f"#{quote(fragment, safe='/%:@!$&()*+,;=~-._?')}" if fragment else "")
    )


def _with_quoted_query(text: str) -> str:
    """Return a URL whose query has no spaces and signs of comparison, typed as `?q=a stars>5`."""
    path, mark, query = text.partition("?")
    for sign in ' <>"':
        query = query.replace(sign, quote(sign))
    return path + mark + query


def _split(text: str, origins: tuple[str, ...]) -> tuple[str, str, str, str] | None:
    """Return (origin, path, query, fragment) of a URL of a known server, else None."""
    if text.startswith("//"):
        text = f"https:{text}"
    try:
        if text.startswith("/"):
            parts = urlsplit(text)
            return origins[0], parts.path, parts.query, parts.fragment
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:  # an invalid port or IPv6 address
        return None
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return None
    rest = (parts.path, parts.query, parts.fragment)
    if host in SITE_HOSTS and port in (None, 80, 443):
        return (HOME, *rest)
    for origin in origins:
        ours = urlsplit(origin)
        same_scheme = not _SCHEME.match(text) or parts.scheme == ours.scheme
        if (
            same_scheme
            and host == ours.hostname
            and _port(port, ours.scheme) == _port(ours.port, ours.scheme)
        ):
            return (origin, *rest)
    return None


def _port(port: int | None, scheme: str) -> int:
    return port if port is not None else {"http": 80}.get(scheme, 443)


# --- places to URLs ----------------------------------------------------------------------------


def address(place: Place, origin: str = HOME) -> str:
    """Return the URL of `place` on the server at `origin`; the inverse of `parse`.

    The URL of a page of the program, or of files, does not depend on the server; `parse` does not
    read that of files, see `replay_files`.
    """
    match place:
        case ReplayPlace():
            from osubrowser.services.places.replay_files import replay_address

            return replay_address(place)
        case WebAddress():
            return place.url
        case AppPlace():
            return f"{APP_SCHEME}{place.name}"
        case RankingsPlace():
            path = _ranking_path(place)
        case UserPlace():
            path = _user_path(place.user, place.mode)
            if place.compare is not None:
                path += "?" + urlencode({"compare": _user_word(place.compare)})
            elif place.section != "overview":
                path += f"#{FRAGMENTS[place.section]}"
        case BeatmapsPlace():
            view = () if place.view == BEATMAP_VIEWS[0] else (("view", place.view),)
            query = urlencode((*place.filters, *view))
            path = "beatmapsets" + (f"?{query}" if query else "")
        case BeatmapsetPlace():
            path = _beatmapset_path(place)
        case BeatmapPlace():
            path = f"beatmaps/{place.id}{_query({'mode': place.mode} | _board_of(place))}"
        case ScorePlace():
            path = f"scores/{place.mode}/{place.id}" if place.mode else f"scores/{place.id}"
        case ListPlace():
            query = _list_query(place.query)
            if place.kind in OWN_LISTS:
                return f"{APP_SCHEME}{place.kind}{query}"
            path = f"{_LIST_PATHS[place.kind]}{query}"
        case ThingPlace():
            path = _thing_path(place)
        case _:
            path = ""
    return f"{origin}/{path}"


def short(place: Place, origin: str = HOME) -> str:
    """Return the URL without its scheme, for the address bar; "" for the start pages.

    URLs of files keep their scheme, and are readable.
    """
    if isinstance(place, WelcomePlace | PlayersPlace):
        return ""
    if isinstance(place, ReplayPlace):
        return address(place).replace("%20", " ")
    return _SCHEME.sub("", address(place, origin), count=1)


def exact_address(place: Place) -> str:
    """Return the address of a place on the website, with its position as the fragment."""
    where = position_of(place)
    return address(place) + (f"#{where}" if where else "")


def position_of(place: Place) -> str:
    """Return the position in a list: the top of the view, and more.

    In a ranking `rank-2163-current-2170`, with the current row; in the beatmap listing
    `from-151.eyJ9-set-39804`, with where its rows start. It is no part of the identity of a place.
    "" for the start of a page, and for other places.
    """
    parts: tuple[tuple[str, object], ...]
    if isinstance(place, RankingsPlace):
        parts = (("rank", place.rank), ("current", place.current))
    elif isinstance(place, BeatmapsPlace):
        parts = (("from", place.cursor), ("set", place.at))
    else:
        return ""
    return "-".join(f"{name}-{number}" for name, number in parts if number is not None)


def _list_query(query: tuple[tuple[str, str], ...]) -> str:
    """Return the query string of a list; "" without parameters.

    Each value of a name that ends with `[]` is a parameter of its own, as the website has it.
    """
    pairs = [
        (name, part)
        for name, value in query
        for part in (value.split(".") if name.endswith("[]") else (value,))
    ]
    return f"?{urlencode(pairs)}" if pairs else ""


def _thing_path(place: ThingPlace) -> str:
    if place.kind == "room" and place.key.startswith("daily"):
        day = place.key.removeprefix("daily").removeprefix("-")
        return f"rankings/daily-challenge/{day}".rstrip("/")
    path = _THING_PATHS[place.kind].format(quote(place.key, safe="/"))
    if place.at:
        path += f"?{FIRST_ITEMS.get(place.kind, 'start')}={place.at}"
    there = place.section or place.anchor
    return f"{path}#{quote(there, safe='!$&()*+,;=:@/?.~-_')}" if there else path


def _ranking_path(place: RankingsPlace) -> str:
    wanted = {
        "compare": place.compare,
        "country": place.country,
        "filter": place.filter if place.filter != "all" else None,
        "page": place.page if place.page > 1 else None,
        "spotlight": place.spotlight,
        "variant": place.variant,
    }
    path = "kudosu" if place.type == "kudosu" else f"{place.mode}/{place.type}"
    return f"rankings/{path}{_query(wanted)}"


def _query(wanted: Mapping[str, object]) -> str:
    """Return the query string with the parameters that have a value; "" without any."""
    known = {name: value for name, value in wanted.items() if value is not None}
    query = urlencode(known, safe="()!~")
    return f"?{query}" if query else ""


def _board_of(place: BeatmapsetPlace | BeatmapPlace) -> dict[str, object]:
    """Return the parameters of a section and its leaderboard, which the website ignores."""
    in_path = ("overview", "discussion")
    return {
        "section": None if place.section in in_path else place.section,
        "mods": place.mods or None,
        "board": None if place.board == "global" else place.board,
        "player": None if place.player is None else _user_word(place.player),
    }


def _beatmapset_path(place: BeatmapsetPlace) -> str:
    if place.section == "discussion":
        path = f"beatmapsets/{place.id}/discussion"
        if place.beatmap or place.view:
            path += f"/{place.beatmap or '-'}" + (f"/{place.view}" if place.view else "")
        return path + _query({"mode": place.mode}) + (f"#/{place.at}" if place.at else "")
    query = _query(_board_of(place) | {"comment": place.at or None})
    there = f"#{place.mode or ''}" if place.mode or place.beatmap else ""
    return f"beatmapsets/{place.id}{query}{there}" + (f"/{place.beatmap}" if place.beatmap else "")


def _user_word(user: int | str) -> str:
    return str(user) if isinstance(user, int) else f"@{user}"


def _user_path(user: int | str, mode: str | None) -> str:
    return f"users/{quote(_user_word(user), safe='@')}" + (f"/{mode}" if mode else "")
