"""Routes from URLs to places, one parser per first path segment."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from osubrowser.services.places.places import (
    BEATMAP_VIEWS,
    BOARDS,
    DISCUSSION_VIEWS,
    MODES,
    RANKING_TYPES,
    THING_SECTIONS,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.places.url_parts import (
    FIRST_ITEMS,
    FRAGMENTS,
    LOCALES,
    MODE_SPELLINGS,
    UNFIT,
    Address,
    list_of,
    mode_of,
    number_of,
    only,
    parameters,
    thing,
    user_of,
)

_TYPE_SPELLINGS = {"global": "performance", "pp": "performance", "spotlights": "charts"}
_OLD_TYPES = {
    "pp": "performance",
    "playerranking": "score",
    "countryranking": "country",
    "chart": "charts",
    "kudosu": "kudosu",
}
_SECTIONS = {fragment: section for section, fragment in FRAGMENTS.items()}
_NO_USERS = frozenset({"create", "disabled", "lookup"})  # pages of the website, not names
_LISTS_OF_USERS = {
    "scores": {name: name for name in ("best", "firsts", "recent", "pinned")},
    "beatmapsets": {
        "favourite": "beatmaps",
        "graveyard": "beatmaps",
        "guest": "beatmaps",
        "loved": "beatmaps",
        "most_played": "most_played",
        "nominated": "beatmaps",
        "pending": "beatmaps",
        "ranked": "beatmaps",
    },
}
"""Section of a profile by list of a player and its type."""
_LONGEST_ANCHOR = 200
_OLD_FORUM = {"f": "forum", "t": "topic", "p": "post"}


def game_link(text: str) -> Place | None:
    """Parse a link of the game: `osu://b/1`, `osu://s/1`, `osump://1/password`."""
    scheme, _, rest = text.partition("://")
    steps = rest.split("/")
    if scheme.lower() == "osump":
        match = number_of(steps[0])
        return None if match is None else ThingPlace("match", str(match))
    number = number_of(steps[1].partition("?")[0]) if len(steps) > 1 else None
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


_POSITION = re.compile(r"(?:rank-(?P<rank>[0-9]{1,9}))?(?:(?:^|-)current-(?P<current>[0-9]{1,9}))?")


def _rankings(given: Address) -> Place | None:
    """Parse `/rankings/[MODE[/TYPE[/SORT]]]`; None for a ranking that the API does not have.

    The ranking of a daily challenge is that of a room.
    """
    steps = [step.lower() for step in given.steps[1:]]
    if steps[:1] == ["daily-challenge"]:
        return _daily_challenge(steps[1:])
    if steps[:1] == ["kudosu"]:
        mode, kind = "osu", "kudosu"
        steps = ["", *steps]
    else:
        mode = MODE_SPELLINGS.get(steps[0], "") if steps else "osu"
        kind = _TYPE_SPELLINGS.get(steps[1], steps[1]) if len(steps) > 1 else "performance"
    sort = steps[2] if len(steps) > 2 else None
    if sort == "score" and kind == "performance":
        kind = "score"
    elif sort not in (None, "performance") or len(steps) > 3:
        return None
    if mode not in MODES or kind not in RANKING_TYPES:
        return None
    there = _ranking(mode, kind, given.query, given.query.get("country"))
    found = _POSITION.fullmatch(given.fragment)
    if found is None:
        return there
    return replace(there, rank=number_of(found["rank"]), current=number_of(found["current"]))


_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\Z")


def _daily_challenge(steps: list[str]) -> Place | None:
    """Parse what follows `/rankings/daily-challenge`: nothing for today, or a day."""
    match steps:
        case []:
            return ThingPlace("room", "daily")
        case [day] if _DAY.match(day):
            return ThingPlace("room", f"daily-{day}")
    return None


def _ranking(mode: str, kind: str, query: Mapping[str, str], country: str | None) -> RankingsPlace:
    return RankingsPlace(
        mode=mode,
        type=kind,
        country=country,
        variant=query.get("variant", "").lower() or None,
        filter=query.get("filter", "all"),
        spotlight=number_of(query.get("spotlight")),
        page=number_of(query.get("page", query.get("cursor[page]"))) or 1,
        compare=query.get("compare"),
    )


def _old_pages(given: Address) -> Place | None:
    """Parse URLs of the website before 2018: `/p/pp?m=1&c=JP`, `/p/beatmap?b=1`."""
    if len(given.steps) != 2:
        return None
    name, query = given.steps[1].lower(), given.query
    mode = mode_of(query.get("m", "0"))
    if name in _OLD_TYPES and mode is not None:
        return _ranking(mode, _OLD_TYPES[name], query, query.get("c"))
    match name:
        case "beatmap" if (beatmap := number_of(query.get("b"))) is not None:
            return BeatmapPlace(beatmap, mode_of(query.get("m")))
        case "beatmap" if (beatmapset := number_of(query.get("s"))) is not None:
            return BeatmapsetPlace(beatmapset)
        case "beatmaplist":
            from osubrowser.services.places.listing_filters import legacy_filters

            return BeatmapsPlace(legacy_filters(query))
        case "packlist":
            return ListPlace("packs")
        case "changelog":
            return ListPlace("changelog")
        case "news":
            return ListPlace("news")
        case "profile" if (user := user_of(query.get("u", ""))) is not None:
            return UserPlace(user)
    return None


def _users(given: Address) -> Place | None:
    """Parse `/users/{id, name or @name}[/{mode}][#{section}]`, `/u/...`, and a player's lists."""
    steps, query = given.steps, given.query
    if len(steps) < 2 or (steps[0] == "users" and steps[1].lower() in _NO_USERS):
        return None
    user = user_of(steps[1], by_name=query.get("key") == "username")
    if user is None:
        return None
    mode = mode_of(steps[2]) if len(steps) == 3 else mode_of(query.get("m", query.get("mode")))
    if len(steps) > 3 or (len(steps) == 3 and mode is None):
        return _user_list(user, [step.lower() for step in steps[2:]], query)
    section = _SECTIONS.get(given.fragment.lower(), "overview")
    return UserPlace(user, mode, user_of(query.get("compare", "")), section)


def _user_list(user: int | str, steps: list[str], query: Mapping[str, str]) -> Place | None:
    """Parse a list of a player, as in `/users/2/modding/posts` or `/users/2/scores/best`."""
    match steps:
        case ["modding"]:
            return list_of("discussions", {**query, "user": str(user)})
        case ["modding", "posts"]:
            return list_of("posts", {**query, "user": str(user)})
        case ["modding", "votes-given"]:
            return list_of("votes", {**query, "user": str(user)})
        case ["modding", "votes-received"]:
            return list_of("votes", {**query, "receiver": str(user)})
        case ["scores" | "beatmapsets" as kind, name] if name in _LISTS_OF_USERS[kind]:
            section = _LISTS_OF_USERS[kind][name]
            return UserPlace(user, mode_of(query.get("mode")), section=section)
        case ["kudosu"]:
            return UserPlace(user, section="kudosu")
        case ["recent_activity"]:
            return UserPlace(user, section="activity")
    return None


def _beatmapsets(given: Address) -> Place | None:
    """Parse the listing, and `/beatmapsets/{id}[#{mode}[/{beatmap}]]` with its discussion."""
    steps = given.steps
    if len(steps) == 1:
        return _listing(given)
    match [step.lower() for step in steps[1:]]:
        case ["events"]:
            return list_of("events", given.query)
        case ["search"]:
            return _listing(given)
        case ["discussions" | "beatmap-discussions", *_]:
            return _discussions(given)
        case ["beatmap-discussion-posts"]:
            return list_of("posts", given.query)
    number = number_of(steps[1])
    if number is None:
        return None
    if len(steps) == 2:
        mode, _, beatmap = given.fragment.partition("/")
        named = mode_of(mode) if not mode.isdecimal() else None
        found = number_of(beatmap) if named or not mode else None
        board = _board(given.query)
        section = given.query.get("section", "")
        if board.section == "overview" and section in ("comments", "history"):
            at = number_of(given.query.get("comment")) or 0
            return BeatmapsetPlace(number, found or None, named, section=section, at=at)
        return replace(board.in_set(number), beatmap=found or None, mode=named)
    if steps[2].lower() == "discussion":
        return _discussion(number, given)
    return None


def _discussions(given: Address) -> Place | None:
    """Parse lists of discussions, posts and votes, and `/beatmapsets/discussions/{id}`."""
    match [step.lower() for step in given.steps[2:]]:
        case []:
            return list_of("discussions", given.query)
        case ["posts" | "votes" as kind]:
            return list_of(kind, given.query)
    return only(given, 2, "discussion")


_LISTING_POSITION = re.compile(
    r"(?:from-(?P<cursor>[0-9]{1,6}\.[A-Za-z0-9_.~=-]{1,2500}?))?(?:(?:^|-)set-(?P<set>[0-9]{1,15}))?"
)


def _listing(given: Address) -> BeatmapsPlace:
    view = given.query.get("view", "")
    place = BeatmapsPlace(
        tuple(given.query.items()), view if view in BEATMAP_VIEWS else BEATMAP_VIEWS[0]
    )
    found = _LISTING_POSITION.fullmatch(given.fragment)
    if found is None:
        return place
    return replace(place, cursor=found["cursor"], at=number_of(found["set"]))


_VIEWS = {view.lower(): view for view in DISCUSSION_VIEWS}


def _discussion(beatmapset: int, given: Address) -> Place:
    """Parse `/beatmapsets/{id}/discussion[/{beatmap or -}[/{view}[/{filter}]]][#/{id}]`."""
    steps = [*given.steps[3:], "", ""]
    return BeatmapsetPlace(
        beatmapset,
        number_of(steps[0]) or None,
        mode_of(given.query.get("mode")),
        section="discussion",
        view=_VIEWS.get(steps[1].lower(), ""),
        at=number_of(given.fragment.removeprefix("/").partition("/")[0]) or 0,
    )


def _board(query: Mapping[str, str], beatmap: int = 0, mode: str | None = None) -> BeatmapPlace:
    """Return the section and leaderboard that parameters choose, of a difficulty."""
    board = query.get("board", "").lower()
    return BeatmapPlace(
        beatmap,
        mode,
        section="scores" if query.get("section") == "scores" else "overview",
        mods=query.get("mods", ""),
        board=board if board in BOARDS else "global",
        player=user_of(query.get("player", "")),
    )


def _short_beatmapset(given: Address) -> Place | None:
    number = number_of(given.steps[1]) if len(given.steps) == 2 else None
    return None if number is None else BeatmapsetPlace(number)


def _beatmaps(given: Address) -> Place | None:
    """Parse `/beatmaps/{id}[?mode=]`, `/b/{id}[?m=]`, leaderboards and the packs."""
    steps, query = given.steps, given.query
    if len(steps) < 2:
        return None
    if steps[1].lower() == "packs":
        return _packs(given)
    if steps[1].lower() == "artists":
        return _artists(given)
    if steps[1].lower() == "tags":
        return list_of("tags", query)
    first, _, rest = steps[1].partition("&")  # /b/123&m=1 is malformed, but common
    number = number_of(first)
    if number is None:
        return None
    query = parameters(rest) | query
    mode = mode_of(query.get("mode", query.get("ruleset", query.get("m"))))
    match [step.lower() for step in steps[2:]]:
        case []:
            return _board(query, number, mode)
        case ["scores" | "solo-scores", *more]:
            board = _board(
                {"board": query.get("type", "")} | query | {"section": "scores"}, number, mode
            )
            match more:
                case []:
                    return board
                case ["users", *_]:
                    return replace(board, player=user_of(steps[4]) if len(steps) > 4 else None)
    return None


def _packs(given: Address) -> Place | None:
    if len(given.steps) == 2:
        return list_of("packs", given.query)
    tag = given.steps[2]
    fits = len(given.steps) == 3 and tag.isascii() and tag.isalnum()
    return ThingPlace("pack", tag.upper()) if fits else None


def _artists(given: Address) -> Place | None:
    """Parse featured artists and their tracks: `/beatmaps/artists[/{id} or /tracks]`."""
    match [step.lower() for step in given.steps[2:]]:
        case []:
            return list_of("artists", given.query)
        case ["tracks"]:
            return list_of("tracks", given.query)
    return only(given, 2, "artist")


def _scores(given: Address) -> Place | None:
    """Parse `/scores/{id}` and `/scores/{mode}/{legacy id}`, also their replays."""
    steps = given.steps[1:]
    if steps[-1:] == ["download"]:
        steps = steps[:-1]
    number = number_of(steps[-1]) if steps else None
    if number is None or len(steps) > 2:
        return None
    if len(steps) == 1:
        return ScorePlace(number)
    mode = mode_of(steps[0])
    return None if mode is None else ScorePlace(number, mode)


def _home(given: Address) -> Place | None:
    """Parse the pages below `/home`: search, news, changelog."""
    steps = [given.steps[1].lower(), *given.steps[2:]] if len(given.steps) > 1 else []
    match steps:
        case []:
            return ListPlace("explore")
        case ["quick-search"]:
            return list_of("search", given.query)
        case ["search" | "news" | "changelog" | "friends" as kind]:
            return list_of(kind, given.query)
        case ["news" | "changelog" as kind, name]:
            return _with_comments(thing(kind, name), given)
        case ["changelog", stream, build]:
            return _with_comments(thing("changelog", f"{stream}/{build}"), given)
    return None


def _with_comments(place: ThingPlace | None, given: Address) -> ThingPlace | None:
    """Return the place of a thing with the section and the comment of an address."""
    at = number_of(given.query.get("comment")) or 0
    if place is None:
        return None
    section = "comments" if at else given.fragment.lower()
    if section in THING_SECTIONS[place.kind]:
        return replace(place, at=at, section=section)
    return _at_anchor(place, given.fragment)


def _wiki(given: Address) -> Place | None:
    """Parse `/wiki/{locale}/{path}`; the default locale is English."""
    steps = given.steps[1:]
    if steps[1:] == ["Sitemap"]:
        return None
    if [step.lower() for step in steps] == ["search"]:
        words = given.query.get("query", given.query.get("q", ""))
        return list_of("search", {"mode": "wiki_page", "query": words})
    return _wiki_page(steps, given.fragment)


def _wiki_page(steps: list[str], anchor: str, *folder: str) -> Place | None:
    has_locale = bool(steps) and steps[0].lower() in LOCALES
    locale, path = (steps[0], steps[1:]) if has_locale else ("en", steps)
    place = thing("wiki", "/".join((locale.lower(), *folder, *(path or ["Main_page"]))))
    return None if place is None else _at_anchor(place, anchor)


def _at_anchor(place: ThingPlace, anchor: str) -> ThingPlace:
    """Return the place of an article at the heading that a fragment names."""
    fits = len(anchor) <= _LONGEST_ANCHOR and not UNFIT.search(anchor.replace(" ", ""))
    return replace(place, anchor=anchor) if anchor and fits else place


def _legal(given: Address) -> Place | None:
    """Parse `/legal/{locale}/{path}`, pages of the wiki."""
    steps = given.steps[1:]
    short = len(steps) == 1 and steps[0].lower() in ("copyright", "privacy", "terms")
    steps = [steps[0].capitalize()] if short else steps
    return _wiki_page(steps, given.fragment, "Legal") if steps else None


def _old_wiki(given: Address) -> Place | None:
    """Parse `/help/wiki/{path}`."""
    return _wiki_page(given.steps[2:], given.fragment) if given.steps[1:2] == ["wiki"] else None


def _community(given: Address) -> Place | None:
    """Parse the forum and matches below `/community`."""
    steps = [step.lower() for step in given.steps[1:]]
    match steps:
        case ["forums"]:
            return ListPlace("forums")
        case ["forums", number]:
            return thing("forum", number)
        case ["forums", "topics", number]:
            start = number_of(given.query.get("start")) or 0
            return thing("topic", number, start)
        case ["forums", "posts", number]:
            return thing("post", number)
        case ["matches", number] | ["matches", number, "history"]:
            return thing("match", number)
        case ["forums", "search"]:
            return list_of("search", {"mode": "forum_post", "query": given.query.get("query", "")})
    return None


def _old_forum(given: Address) -> Place | None:
    """Parse the old forum: `/forum/t/123`, `/forum/viewtopic.php?t=123&p=456`."""
    steps, query = [step.lower() for step in given.steps[1:]], given.query
    match steps:
        case []:
            return ListPlace("forums")
        case ["viewtopic.php"] | ["viewforum.php"]:
            for name in ("p", "t", "f"):
                if number_of(query.get(name)) is not None:
                    return thing(_OLD_FORUM[name], query[name])
        case ["t" | "p" as name, number]:
            return thing(_OLD_FORUM[name], number)
        case [number]:
            return thing("forum", number)
    return None


def _comments(given: Address) -> Place | None:
    if len(given.steps) == 1:
        return list_of("comments", given.query)
    return only(given, 1, "comment")


def _teams(given: Address) -> Place | None:
    """Parse `/teams/{id}[/{mode}][#{section}]`, also its members and their ranking."""
    if len(given.steps) < 2:
        return None
    team = thing("team", given.steps[1])
    match [step.lower() for step in given.steps[2:]]:
        case []:
            return _in_section(team, given)
        case ["members"] if team is not None:
            return replace(team, section="members")
        case ["leaderboard"] | ["leaderboard", _]:
            return team
        case [mode] if mode_of(mode) is not None:
            return team
    return None


def _in_section(place: ThingPlace | None, given: Address) -> Place | None:
    """Return the place of a thing with the section, and the first item, of an address."""
    if place is None:
        return None
    at = number_of(given.query.get(FIRST_ITEMS.get(place.kind, "start"))) or 0
    return replace(place, at=at, section=given.fragment.lower())


def _groups(given: Address) -> Place | None:
    return only(given, 1, "group")


def _short_match(given: Address) -> Place | None:
    return only(given, 1, "match")


def _rooms(given: Address) -> Place | None:
    """Parse `/multiplayer/rooms/{id or latest}[?item={playlist item}][#{section}]`, its events."""
    match [step.lower() for step in given.steps[1:]]:
        case ["rooms", "latest"]:
            return _in_section(ThingPlace("room", "latest"), given)
        case ["rooms", number]:
            return _in_section(thing("room", number), given)
        case ["rooms", number, "events"]:
            room = thing("room", number)
            return None if room is None else replace(room, section="events")
    return None


def _seasons(given: Address) -> Place | None:
    """Parse `/seasons/{id}`: the rooms of a season."""
    if len(given.steps) != 2 or number_of(given.steps[1]) is None:
        return None
    return list_of("rooms", {"season_id": given.steps[1], "mode": "all"})


KINDS: dict[str, Callable[[Address], Place | None]] = {
    "b": _beatmaps,
    "beatmaps": _beatmaps,
    "beatmapsets": _beatmapsets,
    "comments": _comments,
    "community": _community,
    "forum": _old_forum,
    "g": _groups,
    "groups": _groups,
    "help": _old_wiki,
    "home": _home,
    "legal": _legal,
    "mp": _short_match,
    "multiplayer": _rooms,
    "p": _old_pages,
    "rankings": _rankings,
    "s": _short_beatmapset,
    "scores": _scores,
    "seasons": _seasons,
    "teams": _teams,
    "u": _users,
    "users": _users,
    "wiki": _wiki,
}
"""URL parsers by the first path segment."""
