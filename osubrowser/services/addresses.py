"""Addresses of osu!'s website, old ones too, as places and back: the one module that knows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from osubrowser.services.places import (
    MODES,
    PLAYER_SECTIONS,
    RANKING_TYPES,
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WebAddress,
    WelcomePlace,
)

HOME = "https://osu.ppy.sh"

_SITE_HOSTS = frozenset({"osu.ppy.sh", "old.ppy.sh", "lazer.ppy.sh"})
_NUMBER = re.compile(r"[0-9]{1,15}\Z")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
# What an address never holds: spaces, control and format characters, backslashes, quotes, markup.
_UNFIT = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\\"<>^`{|}]"
)
_LONGEST = 2000
_TYPE_SPELLINGS = {"global": "performance", "pp": "performance", "spotlights": "charts"}
_MODE_SPELLINGS = {"catch": "fruits", "ctb": "fruits", "0": "osu", "1": "taiko", "2": "fruits"}
_MODE_SPELLINGS |= {"3": "mania", "standard": "osu", "osu!": "osu"}
_MODE_SPELLINGS |= {mode: mode for mode in MODES}
_OLD_TYPES = {
    "pp": "performance",
    "playerranking": "score",
    "countryranking": "country",
    "chart": "charts",
    "kudosu": "kudosu",
}
_FRAGMENTS = {section: section for section in PLAYER_SECTIONS}
_FRAGMENTS |= {"best": "top_ranks", "most_played": "historical", "activity": "recent_activity"}
"""The fragment of each section of a profile: the website's own where it has one."""
_SECTIONS = {fragment: section for section, fragment in _FRAGMENTS.items()}
_FILTERS = {
    "beatmapsets": frozenset(("q", "m", "s", "g", "l", "c", "e", "nsfw", "r", "played", "sort")),
    "packs": frozenset({"type"}),
    "search": frozenset({"mode", "query"}),
    "news": frozenset({"year"}),
    "changelog": frozenset({"stream"}),
    "comments": frozenset({"user_id", "sort"}),
    "events": frozenset({"user", "types[]", "min_date", "max_date"}),
}
"""The filters that each list's address has; `types[]` is written once, joined by dots."""
_LIST_PATHS = {
    "beatmapsets": "beatmapsets",
    "packs": "beatmaps/packs",
    "search": "home/search",
    "news": "home/news",
    "changelog": "home/changelog",
    "forums": "community/forums",
    "comments": "comments",
    "events": "beatmapsets/events",
}
_THING_PATHS = {
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
    "discussion": "beatmapsets/{}/discussion",
    "group": "groups/{}",
}
_NUMBERED = frozenset(
    {"team", "match", "room", "forum", "topic", "post", "comment", "discussion", "group"}
)
_LOCALES = frozenset(
    [
        "ar",
        "be",
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fil",
        "fr",
        "he",
        "hu",
        "id",
        "it",
        "ja",
        "kk",
        "ko",
        "lt",
        "lv",
        "ms",
        "nl",
        "no",
        "pl",
        "pt",
        "pt-br",
        "ro",
        "ru",
        "si",
        "sk",
        "sl",
        "sr",
        "sv",
        "th",
        "tr",
        "uk",
        "vi",
        "zh",
        "zh-tw",
    ]
)
_OLD_FORUM = {"f": "forum", "t": "topic", "p": "post"}


class _Address(NamedTuple):
    """An address in its parts: the steps of its path as texts, the parameters, the fragment."""

    steps: list[str]
    query: dict[str, str]
    fragment: str


# --- addresses to places -----------------------------------------------------------------------


def parse(text: str, *, origins: tuple[str, ...] = (HOME,)) -> Place | None:
    """Return the place that an address means.

    Args:
        text: what was typed or pasted: an address with or without its scheme, of the website, of
            an older website, or of one of `origins`; a path alone (`/rankings/taiko`); or a link
            into the game (`osu://b/129891`).
        origins: `scheme://host[:port]` of the servers whose addresses are ours. A path alone
            belongs to the first.

    Returns:
        A place; a `WebAddress` for the website's other pages; None if it is no osu! address.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _UNFIT.search(text):
        return None
    if text.lower().startswith(("osu://", "osump://")):
        return _game_link(text)
    found = _split(text, origins)
    if found is None:
        return None
    origin, path, query, fragment = found
    steps = [unquote(step) for step in path.split("/") if step]
    if steps and not any(_UNFIT.search(step.replace(" ", "")) for step in steps):
        known = _KINDS.get(steps[0].lower())
        address_ = _Address(steps, _parameters(query), unquote(fragment))
        place = None if known is None else known(address_)
        if place is not None:
            return place
    return WebAddress(
        origin
        + quote(path or "/", safe="/%:@!$&'()*+,;=~-._[]")
        + (f"?{quote(query, safe='/%:@!$&()*+,;=~-._?[]')}" if query else "")
        + (f"#{quote(fragment, safe='/%:@!$&()*+,;=~-._?')}" if fragment else "")
    )


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
    """Return the query's parameters, the last of each name; none at all if there are too many.

    Those of a name with brackets are a list: they are joined by dots.
    """
    try:
        found = parse_qs(query, max_num_fields=50)
    except ValueError:
        return {}
    return {
        name: ".".join(values) if name.endswith("[]") else values[-1]
        for name, values in found.items()
    }


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and _NUMBER.match(text) else None


def _mode(text: str | None) -> str | None:
    return None if text is None else _MODE_SPELLINGS.get(text.lower())


def _game_link(text: str) -> Place | None:
    """Read what osu!'s own links name: `osu://b/1`, `osu://s/1`, `osump://1/password`."""
    scheme, _, rest = text.partition("://")
    steps = rest.split("/")
    if scheme.lower() == "osump":
        match = _number(steps[0])
        return None if match is None else ThingPlace("match", str(match))
    number = _number(steps[1].partition("?")[0]) if len(steps) > 1 else None
    if number is None:
        return None
    match steps[0].lower():
        case "b":
            return BeatmapPlace(number)
        case "s" | "dl":
            return BeatmapsetPlace(number)
        case "u":
            return UserPlace(number)
    return None


# --- one kind after the other --------------------------------------------------------------------


def _rankings(given: _Address) -> Place | None:
    """Read `/rankings/[MODE[/TYPE[/SORT]]]`; None for a ranking that the API does not have."""
    steps = [step.lower() for step in given.steps[1:]]
    if steps[:1] == ["kudosu"]:
        mode, kind = "osu", "kudosu"
        steps = ["", *steps]
    else:
        mode = _MODE_SPELLINGS.get(steps[0], "") if steps else "osu"
        kind = _TYPE_SPELLINGS.get(steps[1], steps[1]) if len(steps) > 1 else "performance"
    sort = steps[2] if len(steps) > 2 else None
    if sort == "score" and kind == "performance":
        kind = "score"
    elif sort not in (None, "performance") or len(steps) > 3:
        return None
    if mode not in MODES or kind not in RANKING_TYPES:
        return None
    return _ranking(mode, kind, given.query, given.query.get("country"))


def _ranking(mode: str, kind: str, query: Mapping[str, str], country: str | None) -> RankingsPlace:
    return RankingsPlace(
        mode=mode,
        type=kind,
        country=country,
        variant=query.get("variant", "").lower() or None,
        filter=query.get("filter", "all"),
        spotlight=_number(query.get("spotlight")),
        page=_number(query.get("page", query.get("cursor[page]"))) or 1,
    )


def _old_pages(given: _Address) -> Place | None:
    """Read the addresses of the website before 2018: `/p/pp?m=1&c=JP`, `/p/beatmap?b=1`."""
    if len(given.steps) != 2:
        return None
    name, query = given.steps[1].lower(), given.query
    mode = _mode(query.get("m", "0"))
    if name in _OLD_TYPES and mode is not None:
        return _ranking(mode, _OLD_TYPES[name], query, query.get("c"))
    match name:
        case "beatmap" if (beatmap := _number(query.get("b"))) is not None:
            return BeatmapPlace(beatmap, _mode(query.get("m")))
        case "beatmap" if (beatmapset := _number(query.get("s"))) is not None:
            return BeatmapsetPlace(beatmapset)
        case "beatmaplist":
            return _list("beatmapsets", query)
        case "packlist":
            return ListPlace("packs")
        case "changelog":
            return ListPlace("changelog")
        case "news":
            return ListPlace("news")
        case "profile" if (user := _user(query.get("u", ""))) is not None:
            return UserPlace(user)
    return None


def _user(text: str, *, by_name: bool = False) -> int | str | None:
    """Return whom an id, a name or an `@name` means; None if it is none of these."""
    text = text.strip()
    number = None if by_name else _number(text)
    if number is not None:
        return number
    name = text.removeprefix("@").strip()
    return None if not name or _UNFIT.search(name.replace(" ", "")) else name


def _users(given: _Address) -> Place | None:
    """Read `/users/{id, name or @name}[/{mode}][#{section}]` and the short `/u/...`."""
    steps, query = given.steps, given.query
    if len(steps) not in (2, 3):
        return None
    mode = _mode(steps[2]) if len(steps) == 3 else _mode(query.get("m", query.get("mode")))
    if len(steps) == 3 and mode is None:
        return None  # /users/2/modding and the like
    user = _user(steps[1], by_name=query.get("key") == "username")
    if user is None:
        return None
    section = _SECTIONS.get(given.fragment.lower(), "overview")
    return UserPlace(user, mode, _user(query.get("compare", "")), section)


def _beatmapsets(given: _Address) -> Place | None:
    """Read the listing, `/beatmapsets/{id}[#{mode}[/{beatmap}]]`, and a set's discussion."""
    steps = given.steps
    if len(steps) == 1:
        return _list("beatmapsets", given.query)
    if len(steps) == 2 and steps[1].lower() == "events":
        return _list("events", given.query)
    number = _number(steps[1])
    if number is None:
        return None
    if len(steps) == 2:
        mode, _, beatmap = given.fragment.partition("/")
        found = _number(beatmap)
        named = _mode(mode) if not mode.isdecimal() else None
        return BeatmapsetPlace(number, found if named else None, named)
    if steps[2].lower() == "discussion":
        return ThingPlace("discussion", str(number))
    return None


def _short_beatmapset(given: _Address) -> Place | None:
    number = _number(given.steps[1]) if len(given.steps) == 2 else None
    return None if number is None else BeatmapsetPlace(number)


def _beatmaps(given: _Address) -> Place | None:
    """Read `/beatmaps/{id}[?mode=]`, `/b/{id}[?m=]` and the packs."""
    steps, query = given.steps, given.query
    if len(steps) < 2:
        return None
    if steps[1].lower() == "packs":
        return _packs(given)
    first, _, rest = steps[1].partition("&")  # /b/123&m=1 was never right, and is everywhere
    number = _number(first)
    if number is None or len(steps) > 2:
        return None
    query = _parameters(rest) | query
    named = query.get("mode", query.get("ruleset", query.get("m")))
    return BeatmapPlace(number, _mode(named))


def _packs(given: _Address) -> Place | None:
    if len(given.steps) == 2:
        return _list("packs", given.query)
    tag = given.steps[2]
    fits = len(given.steps) == 3 and tag.isascii() and tag.isalnum()
    return ThingPlace("pack", tag.upper()) if fits else None


def _scores(given: _Address) -> Place | None:
    """Read `/scores/{id}` and `/scores/{mode}/{old id}`."""
    steps = given.steps[1:]
    number = _number(steps[-1]) if steps else None
    if number is None or len(steps) > 2:
        return None
    if len(steps) == 1:
        return ScorePlace(number)
    mode = _mode(steps[0])
    return None if mode is None else ScorePlace(number, mode)


def _home(given: _Address) -> Place | None:
    """Read the pages under `/home`: search, news, changelog."""
    steps = [given.steps[1].lower(), *given.steps[2:]] if len(given.steps) > 1 else []
    match steps:
        case ["search" | "news" | "changelog" as kind]:
            return _list(kind, given.query)
        case ["news", slug]:
            return _thing("news", slug)
        case ["changelog", stream]:
            return _thing("changelog", stream)
        case ["changelog", stream, build]:
            return _thing("changelog", f"{stream}/{build}")
    return None


def _wiki(given: _Address) -> Place | None:
    """Read `/wiki/{locale}/{path}`; without a locale it is the English page."""
    steps = given.steps[1:]
    if not steps or steps[0].lower() == "search":
        return None
    locale, path = ("en", steps) if steps[0].lower() not in _LOCALES else (steps[0], steps[1:])
    return _thing("wiki", "/".join((locale.lower(), *(path or ["Main_page"]))))


def _community(given: _Address) -> Place | None:
    """Read the forum and the matches."""
    steps = [step.lower() for step in given.steps[1:]]
    match steps:
        case ["forums"]:
            return ListPlace("forums")
        case ["forums", number]:
            return _thing("forum", number)
        case ["forums", "topics", number]:
            start = _number(given.query.get("start")) or 0
            return _thing("topic", number, start)
        case ["forums", "posts", number]:
            return _thing("post", number)
        case ["matches", number]:
            return _thing("match", number)
    return None


def _old_forum(given: _Address) -> Place | None:
    """Read `/forum/t/123`, `/forum/viewtopic.php?t=123&p=456` and the like."""
    steps, query = [step.lower() for step in given.steps[1:]], given.query
    match steps:
        case []:
            return ListPlace("forums")
        case ["viewtopic.php"] | ["viewforum.php"]:
            for name in ("p", "t", "f"):
                if _number(query.get(name)) is not None:
                    return _thing(_OLD_FORUM[name], query[name])
        case ["t" | "p" as name, number]:
            return _thing(_OLD_FORUM[name], number)
        case [number]:
            return _thing("forum", number)
    return None


def _comments(given: _Address) -> Place | None:
    if len(given.steps) == 1:
        return _list("comments", given.query)
    return _only(given, 1, "comment")


def _teams(given: _Address) -> Place | None:
    return _only(given, 1, "team")


def _groups(given: _Address) -> Place | None:
    return _only(given, 1, "group")


def _short_match(given: _Address) -> Place | None:
    return _only(given, 1, "match")


def _rooms(given: _Address) -> Place | None:
    return _only(given, 2, "room") if given.steps[1:2] == ["rooms"] else None


def _only(given: _Address, index: int, kind: str) -> Place | None:
    """Return the thing whose number is the last step of the path, at `index`."""
    return _thing(kind, given.steps[index]) if len(given.steps) == index + 1 else None


def _thing(kind: str, key: str, at: int = 0) -> ThingPlace | None:
    if kind in _NUMBERED:
        number = _number(key)
        return None if number is None else ThingPlace(kind, str(number), at)
    fits = all(part.strip(".") for part in key.split("/"))
    return ThingPlace(kind, key) if fits else None


def _list(kind: str, query: Mapping[str, str]) -> ListPlace:
    known = _FILTERS.get(kind, frozenset())
    kept = {name: value for name, value in query.items() if name in known and value}
    return ListPlace(kind, tuple(sorted(kept.items())))


_KINDS: dict[str, Callable[[_Address], Place | None]] = {
    "b": _beatmaps,
    "beatmaps": _beatmaps,
    "beatmapsets": _beatmapsets,
    "comments": _comments,
    "community": _community,
    "forum": _old_forum,
    "g": _groups,
    "groups": _groups,
    "home": _home,
    "mp": _short_match,
    "multiplayer": _rooms,
    "p": _old_pages,
    "rankings": _rankings,
    "s": _short_beatmapset,
    "scores": _scores,
    "teams": _teams,
    "u": _users,
    "users": _users,
    "wiki": _wiki,
}
"""What reads an address, by the first step of its path."""


# --- places to addresses -----------------------------------------------------------------------


def address(place: Place, origin: str = HOME) -> str:
    """Return the web address of `place` on the server at `origin`. `parse` takes it back."""
    match place:
        case WebAddress():
            return place.url
        case RankingsPlace():
            path = _ranking_path(place)
        case UserPlace():
            path = _user_path(place.user, place.mode)
            if place.compare is not None:
                path += "?" + urlencode({"compare": _user_word(place.compare)})
            elif place.section != "overview":
                path += f"#{_FRAGMENTS[place.section]}"
        case BeatmapsetPlace():
            path = f"beatmapsets/{place.id}"
            if place.mode is not None:
                path += f"#{place.mode}" + (f"/{place.beatmap}" if place.beatmap else "")
        case BeatmapPlace():
            path = f"beatmaps/{place.id}" + (f"?mode={place.mode}" if place.mode else "")
        case ScorePlace():
            path = f"scores/{place.mode}/{place.id}" if place.mode else f"scores/{place.id}"
        case ListPlace():
            path = _LIST_PATHS[place.kind] + (f"?{urlencode(place.query)}" if place.query else "")
        case ThingPlace():
            path = _THING_PATHS[place.kind].format(quote(place.key, safe="/"))
            path += f"?start={place.at}" if place.at else ""
        case _:
            path = ""
    return f"{origin}/{path}"


def short(place: Place, origin: str = HOME) -> str:
    """Return the address without its scheme, as the address bar shows it; none for a start."""
    if isinstance(place, WelcomePlace | PlayersPlace):
        return ""
    return _SCHEME.sub("", address(place, origin), count=1)


def _ranking_path(place: RankingsPlace) -> str:
    wanted = {
        "country": place.country,
        "filter": place.filter if place.filter != "all" else None,
        "page": place.page if place.page > 1 else None,
        "spotlight": place.spotlight,
        "variant": place.variant,
    }
    query = urlencode({name: value for name, value in wanted.items() if value is not None})
    path = "kudosu" if place.type == "kudosu" else f"{place.mode}/{place.type}"
    return f"rankings/{path}" + (f"?{query}" if query else "")


def _user_word(user: int | str) -> str:
    return str(user) if isinstance(user, int) else f"@{user}"


def _user_path(user: int | str, mode: str | None) -> str:
    return f"users/{quote(_user_word(user), safe='@')}" + (f"/{mode}" if mode else "")
