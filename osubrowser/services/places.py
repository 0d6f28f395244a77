"""Places and their osu! web addresses: the only module that knows how addresses are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

HOME = "https://osu.ppy.sh"
MODES = ("osu", "taiko", "fruits", "mania")
RANKING_TYPES = ("performance", "score", "country", "team", "charts", "kudosu")
VARIANTS = ("4k", "7k")
LAST_PAGE = 200  # 50 rows a page, 10,000 rows at most
LAST_KUDOSU_PAGE = 20

_SITE_HOSTS = frozenset({"osu.ppy.sh", "old.ppy.sh", "lazer.ppy.sh"})
_COUNTRY = re.compile(r"[A-Za-z]{2}\Z")
_NUMBER = re.compile(r"[0-9]{1,12}\Z")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
# What an address never holds: spaces, control and format characters, backslashes, quotes, markup.
_UNFIT = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\\"<>^`{|}]"
)
_LONGEST = 2000
_TYPE_SPELLINGS = {"global": "performance", "pp": "performance", "spotlights": "charts"}
_MODE_SPELLINGS = {"catch": "fruits", "ctb": "fruits", "0": "osu", "1": "taiko", "2": "fruits"}
_MODE_SPELLINGS |= {"3": "mania", "standard": "osu", "osu!": "osu"}
_OLD_TYPES = {
    "pp": "performance",
    "playerranking": "score",
    "countryranking": "country",
    "chart": "charts",
    "kudosu": "kudosu",
}


class Place:
    """Something the window can show. Equal places are the same place."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class WelcomePlace(Place):
    """The page for someone who is not signed in. The website's home stands in for its address."""


@dataclass(frozen=True, slots=True)
class WebAddress(Place):
    """An address of the osu! website that has no page here: it opens in the web browser."""

    url: str


@dataclass(frozen=True, slots=True)
class RankingsPlace(Place):
    """One ranking, and the page of 50 rows at which it is shown.

    What does not go with the type is left out when the place is made (a country of the country
    ranking, a variant outside mania), so that one ranking has one place and one address.

    Attributes:
        mode: a ruleset as the API writes it: one of `MODES`.
        type: one of `RANKING_TYPES`.
        country: two capital letters; `performance` and `score` only.
        variant: `4k` or `7k`; mania only, and only where players are ranked.
        filter: `all` or `friends`.
        spotlight: the id of a spotlight, None for the newest; `charts` only.
        page: from 1; the last one is 200 (kudosu: 20).

    Raises:
        ValueError: an unknown mode or type.
    """

    mode: str = "osu"
    type: str = "performance"
    country: str | None = None
    variant: str | None = None
    filter: str = "all"
    spotlight: int | None = None
    page: int = 1

    def __post_init__(self) -> None:
        """Bring every field into its one spelling."""
        if self.mode not in MODES:
            raise ValueError(f"not a ruleset: {self.mode!r}")
        if self.type not in RANKING_TYPES:
            raise ValueError(f"not a ranking: {self.type!r}")
        of_players = self.type in ("performance", "score")
        country, variant, spotlight = self.country, self.variant, self.spotlight
        if not (of_players and country is not None and _COUNTRY.match(country)):
            country = None
        if not (of_players and self.mode == "mania" and variant in VARIANTS):
            variant = None
        if not (self.type == "charts" and spotlight is not None and spotlight > 0):
            spotlight = None
        by_friends = self.filter == "friends" and (of_players or self.type == "charts")
        last = {"charts": 1, "kudosu": LAST_KUDOSU_PAGE}.get(self.type, LAST_PAGE)
        put = object.__setattr__
        put(self, "country", country.upper() if country else None)
        put(self, "variant", variant)
        put(self, "spotlight", spotlight)
        put(self, "filter", "friends" if by_friends else "all")
        put(self, "page", min(max(self.page, 1), last))
        if self.type == "kudosu":  # one ranking for all rulesets
            put(self, "mode", "osu")


def parse(text: str, *, origins: tuple[str, ...] = (HOME,)) -> Place | None:
    """Return the place that an address means.

    Args:
        text: what was typed or pasted: an address with or without its scheme, of the website, of
            an older website, or of one of `origins`; or a path alone (`/rankings/taiko`).
        origins: `scheme://host[:port]` of the servers whose addresses are ours. A path alone
            belongs to the first.

    Returns:
        A place; a `WebAddress` for the website's other pages; None if it is no osu! address.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _UNFIT.search(text):
        return None
    found = _split(text, origins)
    if found is None:
        return None
    origin, path, query, fragment = found
    steps = [unquote(step).lower() for step in path.split("/") if step]
    place: Place | None = None
    if steps[:1] == ["rankings"]:
        place = _rankings(steps[1:], _parameters(query))
    elif len(steps) == 2 and steps[0] == "p":
        place = _old_rankings(steps[1], _parameters(query))
    if place is not None:
        return place
    return WebAddress(
        origin
        + quote(path or "/", safe="/%:@!$&'()*+,;=~-._[]")
        + (f"?{quote(query, safe='/%:@!$&()*+,;=~-._?[]')}" if query else "")
        + (f"#{quote(fragment, safe='/%:@!$&()*+,;=~-._?')}" if fragment else "")
    )


def address(place: Place, origin: str = HOME) -> str:
    """Return the web address of `place` on the server at `origin`. `parse` takes it back."""
    if isinstance(place, WebAddress):
        return place.url
    if not isinstance(place, RankingsPlace):
        return f"{origin}/"
    wanted = {
        "country": place.country,
        "filter": place.filter if place.filter != "all" else None,
        "page": place.page if place.page > 1 else None,
        "spotlight": place.spotlight,
        "variant": place.variant,
    }
    query = urlencode({name: value for name, value in wanted.items() if value is not None})
    path = "kudosu" if place.type == "kudosu" else f"{place.mode}/{place.type}"
    return f"{origin}/rankings/{path}" + (f"?{query}" if query else "")


def short(place: Place, origin: str = HOME) -> str:
    """Return the address without its scheme, as the address bar shows it; nothing for welcome."""
    if isinstance(place, WelcomePlace):
        return ""
    return _SCHEME.sub("", address(place, origin), count=1)


def user_address(user: int | str, mode: str | None = None, origin: str = HOME) -> str:
    """Return the address of a player's profile; `user` is an id, or a name."""
    return f"{origin}/users/{quote(str(user), safe='')}" + (f"/{mode}" if mode else "")


def team_address(team: int, origin: str = HOME) -> str:
    """Return the address of a team's page."""
    return f"{origin}/teams/{team}"


def beatmapset_address(
    beatmapset: int, beatmap: int | None = None, mode: str = "osu", origin: str = HOME
) -> str:
    """Return the address of a beatmapset, at one of its difficulties when `beatmap` is given."""
    return f"{origin}/beatmapsets/{beatmapset}" + (f"#{mode}/{beatmap}" if beatmap else "")


def _split(text: str, origins: tuple[str, ...]) -> tuple[str, str, str, str] | None:
    """Return (origin, path, query, fragment) of an address that is ours, else None."""
    if text.startswith("//"):
        text = f"https:{text}"
    try:
        if text.startswith("/"):
            parts = urlsplit(text)
            return origins[0], parts.path, parts.query, parts.fragment
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:  # a broken port or IPv6 address
        return None
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return None
    rest = (parts.path, parts.query, parts.fragment)
    if host in _SITE_HOSTS and port in (None, 80, 443):
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


def _parameters(query: str) -> dict[str, str]:
    """Return the query's parameters, the last of each name; none at all if there are too many."""
    try:
        return {name: values[-1] for name, values in parse_qs(query, max_num_fields=50).items()}
    except ValueError:
        return {}


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and _NUMBER.match(text) else None


def _rankings(steps: list[str], query: dict[str, str]) -> RankingsPlace | None:
    """Read `/rankings/[MODE[/TYPE[/SORT]]]`; None for a ranking that the API does not have."""
    if steps[:1] == ["kudosu"]:
        mode, kind = "osu", "kudosu"
        steps = ["", *steps]
    else:
        mode = _MODE_SPELLINGS.get(steps[0], steps[0]) if steps else "osu"
        kind = _TYPE_SPELLINGS.get(steps[1], steps[1]) if len(steps) > 1 else "performance"
    sort = steps[2] if len(steps) > 2 else None
    if sort == "score" and kind == "performance":
        kind = "score"
    elif sort not in (None, "performance") or len(steps) > 3:
        return None
    if mode not in MODES or kind not in RANKING_TYPES:
        return None
    return _place(mode, kind, query, query.get("country"))


def _old_rankings(name: str, query: dict[str, str]) -> RankingsPlace | None:
    """Read the addresses of the website before 2018: `/p/pp?m=1&c=JP&page=2`."""
    kind = _OLD_TYPES.get(name)
    mode = _MODE_SPELLINGS.get(query.get("m", "0"))
    if kind is None or mode is None:
        return None
    return _place(mode, kind, query, query.get("c"))


def _place(mode: str, kind: str, query: dict[str, str], country: str | None) -> RankingsPlace:
    return RankingsPlace(
        mode=mode,
        type=kind,
        country=country,
        variant=query.get("variant", "").lower() or None,
        filter=query.get("filter", "all"),
        spotlight=_number(query.get("spotlight")),
        page=_number(query.get("page", query.get("cursor[page]"))) or 1,
    )
