"""Places: immutable values that identify what the window shows, one class per kind of URL."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import date

MODES = ("osu", "taiko", "fruits", "mania")
MODE_NAMES = {"osu": "osu!", "taiko": "osu!taiko", "fruits": "osu!catch", "mania": "osu!mania"}
RANKING_TYPES = ("performance", "score", "country", "team", "charts", "kudosu")
VARIANTS = ("4k", "7k")
PLAYER_SECTIONS = (
    "overview",
    "history",
    "best",
    "best_history",
    "firsts",
    "recent",
    "pinned",
    "most_played",
    "beatmaps",
    "activity",
    "kudosu",
    "medals",
    "me",
    "compare",
)
BEATMAPSET_SECTIONS = ("overview", "scores", "history", "discussion", "comments")
BOARDS = ("global", "country", "friend", "team")
"""Leaderboards of a beatmap, as the API names them."""
DISCUSSION_VIEWS = ("reviews", "generalAll", "general", "timeline", "events")
"""Views of a beatmapset's discussion, as the website names them."""
LISTS = (
    "packs",
    "search",
    "news",
    "changelog",
    "forums",
    "comments",
    "events",
    "discussions",
    "posts",
    "votes",
    "artists",
    "tracks",
    "friends",
    "rooms",
    "explore",
    "activity",
    "scores",
    "matches",
    "tags",
    "backgrounds",
    "neighbours",
)
THING_SECTIONS = {
    "news": ("", "comments"),
    "changelog": ("", "entries", "comments"),
    "room": ("", "leaderboard", "scores", "events"),
    "team": ("", "members"),
}
"""Sections of the page of a thing, by its kind; "" is the first one."""
OWN_LISTS = frozenset(
    {
        "rooms",
        "explore",
        "activity",
        "scores",
        "matches",
        "tags",
        "backgrounds",
        "neighbours",
    }
)
"""Lists that the website has no page for."""
THINGS = (
    "artist",
    "pack",
    "team",
    "match",
    "room",
    "news",
    "changelog",
    "wiki",
    "forum",
    "topic",
    "post",
    "comment",
    "discussion",
    "group",
)
BEATMAP_VIEWS = ("cards", "table", "difficulties")
"""Views of the beatmap listing."""
LAST_PAGE = 200  # 50 rows a page, 10,000 rows at most
RANKS_ON_PAGE = 50
"""Ranks on one page of a ranking."""
LAST_KUDOSU_PAGE = 20

MOST_REPLAYS = 8
"""Replay files that one place can show over each other."""
LONGEST_PATH = 1000
"""Characters of the path of a replay file."""

_UNFIT_PATH = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, no text
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
_COUNTRY = re.compile(r"[A-Za-z]{2}\Z")
_CURSOR = re.compile(r"[0-9]{1,6}\.[A-Za-z0-9_.~=-]{1,2500}\Z")
_MODS = re.compile(r"[A-Z0-9~!.()]{0,120}\Z")
_APP_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}\Z")


class Place:
    """Base class of places, which compare by value."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class WelcomePlace(Place):
    """Welcome page; its URL is the website's home page."""


@dataclass(frozen=True, slots=True)
class PlayersPlace(Place):
    """Start page of players: the own profile, or a search field for guests.

    Its URL is the website's home page.
    """


def is_app_name(name: str) -> bool:
    """Return whether a text is a valid name of an `AppPlace`."""
    return _APP_NAME.match(name) is not None


@dataclass(frozen=True, slots=True)
class AppPlace(Place):
    """Page of the program itself, such as `osubrowser:settings`.

    Attributes:
        name: lower-case letters, digits and hyphens, at most 40; the page need not exist.

    Raises:
        ValueError: the name is invalid.
    """

    name: str

    def __post_init__(self) -> None:
        """Validate the name."""
        if not is_app_name(self.name):
            raise ValueError(f"not the name of a page: {self.name!r}")


@dataclass(frozen=True, slots=True)
class ReplayPlace(Place):
    """Replay files on this computer, shown over each other; its URL is that of the files.

    Attributes:
        paths: absolute paths, without duplicates, at most `MOST_REPLAYS`; none for the page that
            asks for a file. The files need not exist.

    Raises:
        ValueError: a path is relative, too long or no text, or there are too many.
    """

    paths: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Validate the paths, and remove duplicates."""
        object.__setattr__(self, "paths", tuple(dict.fromkeys(map(os.path.normpath, self.paths))))
        if len(self.paths) > MOST_REPLAYS:
            raise ValueError(f"at most {MOST_REPLAYS} replays fit over each other")
        for path in self.paths:
            if not os.path.isabs(path) or len(path) > LONGEST_PATH or _UNFIT_PATH.search(path):  # noqa: PTH117 - no access to files
                raise ValueError(f"not the path of a replay file: {path!r:.80}")


def is_local(place: Place) -> bool:
    """Return whether a place belongs to the program or to this computer, not to the website.

    Such a place needs no session.
    """
    return isinstance(place, AppPlace | ReplayPlace)


def is_on_website(place: Place) -> bool:
    """Return whether the website has a page for a place, which a web browser can open."""
    is_own = isinstance(place, ListPlace) and place.kind in OWN_LISTS
    return not is_own and not is_local(place)


@dataclass(frozen=True, slots=True)
class WebAddress(Place):
    """URL of the website without a page in the program; it opens in the web browser."""

    url: str


@dataclass(frozen=True, slots=True)
class RankingsPlace(Place):
    """Ranking, at a page of 50 rows.

    Fields are normalised: those that do not apply to the type are reset (such as a variant outside
    mania), so that equal rankings have equal places and URLs.

    Attributes:
        mode: API name of the ruleset: one of `MODES`.
        type: one of `RANKING_TYPES`.
        country: two capital letters; `performance` and `score` only.
        variant: `4k` or `7k`; `performance` and `score` of mania only.
        filter: `all` or `friends`.
        spotlight: the id of a spotlight, None for the newest; `charts` only.
        page: page number, 1 to 200 (`charts`: 1, `kudosu`: 20).
        rank: the rank at the top of the view, if it is on the page and not its first; no part of
            the identity of the place, nor of its address on the website.
        current: the rank of the current row, wherever that is; no part of the identity either.
        compare: the UTC day of an earlier snapshot that the ranking is compared with, such as
            `2026-11-12`; None for none. Not for `charts`. The website ignores it.

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
    rank: int | None = field(default=None, compare=False)
    current: int | None = field(default=None, compare=False)
    compare: str | None = None

    def __post_init__(self) -> None:
        """Validate and normalise the fields."""
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
        first = (self.page - 1) * RANKS_ON_PAGE + 1
        is_inside = self.rank is not None and first < self.rank < first + RANKS_ON_PAGE
        put(self, "rank", self.rank if is_inside else None)
        exists = self.current is not None and 0 < self.current <= last * RANKS_ON_PAGE
        put(self, "current", self.current if exists else None)
        day = self.compare
        fits = day is not None and self.type != "charts" and _is_day(day)
        put(self, "compare", day if fits else None)
        if self.type == "kudosu":  # one ranking for all rulesets
            put(self, "mode", "osu")


def _is_day(text: str) -> bool:
    """Whether a text is a day that exists, such as `2026-11-12`."""
    try:
        return _DAY.match(text) is not None and date.fromisoformat(text).year > 0
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class UserPlace(Place):
    """Player profile.

    Attributes:
        user: the id as an int, or the name without `@` as a string.
        mode: one of `MODES`; None for the player's own.
        compare: the player to compare with, as for `user`, or None. With one, the section is
            `compare`.
        section: one of `PLAYER_SECTIONS`.

    Raises:
        ValueError: an unknown section.
    """

    user: int | str
    mode: str | None = None
    compare: int | str | None = None
    section: str = "overview"

    def __post_init__(self) -> None:
        """Validate and normalise the section."""
        if self.section not in PLAYER_SECTIONS:
            raise ValueError(f"not a section of a profile: {self.section!r}")
        if self.compare is not None:
            object.__setattr__(self, "section", "compare")


@dataclass(frozen=True, slots=True)
class BeatmapsPlace(Place):
    """Beatmap listing with filters.

    Attributes:
        filters: parameters of the website's URL, normalised by `listing_filters.valid_filters`:
            unknown names, invalid values and defaults are left out.
        view: one of `BEATMAP_VIEWS`.
        cursor: where the list starts, as the listing names a position: the number of the first
            row, a dot, and the server's cursor; None for the beginning. No part of the identity of
            the place, nor of its address on the website.
        at: id of the beatmapset at the top of the view; no part of the identity either.

    Raises:
        ValueError: an unknown view.
    """

    filters: tuple[tuple[str, str], ...] = ()
    view: str = "cards"
    cursor: str | None = field(default=None, compare=False)
    at: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Validate and normalise the fields."""
        from osubrowser.services.places.listing_filters import valid_filters

        if self.view not in BEATMAP_VIEWS:
            raise ValueError(f"not a view of the listing: {self.view!r}")
        put = object.__setattr__
        put(self, "filters", valid_filters(self.filters))
        if self.cursor is not None and not _CURSOR.match(self.cursor):
            put(self, "cursor", None)
        if self.at is not None and not 0 < self.at < 10**15:
            put(self, "at", None)


@dataclass(frozen=True, slots=True)
class BeatmapsetPlace(Place):
    """Beatmapset.

    Attributes:
        id: its id.
        beatmap: id of the shown difficulty; None for the default one.
        mode: one of `MODES`, the ruleset of the difficulty; None for its own, or the default one.
        section: one of `BEATMAPSET_SECTIONS`.
        mods: the chosen mods, in the sections `overview` and `scores`: acronyms, each with an
            optional `~` (with or without it) or `!` (without it) before, and settings in
            parentheses after it, such as `HDDT(1.3)`. "" for none, and for an invalid text.
        board: one of `BOARDS`, in the section `scores`.
        player: whose scores are shown, in the section `scores`: an id, or a name; None for all.
        view: one of `DISCUSSION_VIEWS`, in the section `discussion`; "" for the default one.
        at: id of the first discussion or comment to show; 0 for none.

    Raises:
        ValueError: an unknown section or board.
    """

    id: int
    beatmap: int | None = None
    mode: str | None = None
    section: str = "overview"
    mods: str = ""
    board: str = "global"
    player: int | str | None = None
    view: str = ""
    at: int = 0

    def __post_init__(self) -> None:
        """Validate the section and the board, and reset what another section uses."""
        if self.section not in BEATMAPSET_SECTIONS:
            raise ValueError(f"not a section of a beatmapset: {self.section!r}")
        if self.board not in BOARDS:
            raise ValueError(f"not a leaderboard: {self.board!r}")
        put, section = object.__setattr__, self.section
        put(self, "mods", _fit_mods(self.mods) if section in ("overview", "scores") else "")
        if section != "scores":
            put(self, "board", "global")
            put(self, "player", None)
        if section != "discussion" or self.view not in DISCUSSION_VIEWS:
            put(self, "view", "")
        if section not in ("discussion", "comments") or self.at < 0:
            put(self, "at", 0)


@dataclass(frozen=True, slots=True)
class BeatmapPlace(Place):
    """Difficulty whose beatmapset is not known yet.

    Attributes:
        id: its id.
        mode: one of `MODES`, the ruleset of a convert; None for its own.
        section: `overview` or `scores`.
        mods, board, player: as those of a `BeatmapsetPlace`.

    Raises:
        ValueError: an unknown section or board.
    """

    id: int
    mode: str | None = None
    section: str = "overview"
    mods: str = ""
    board: str = "global"
    player: int | str | None = None

    def __post_init__(self) -> None:
        """Validate and normalise the fields, as those of a beatmapset."""
        if self.section not in ("overview", "scores"):
            raise ValueError(f"not a section of a difficulty: {self.section!r}")
        there = self.in_set(0)
        for name in ("mods", "board", "player"):
            object.__setattr__(self, name, getattr(there, name))

    def in_set(self, beatmapset: int, mode: str | None = None) -> BeatmapsetPlace:
        """Return the place of this difficulty in its beatmapset.

        Args:
            beatmapset: id of the beatmapset.
            mode: the difficulty's own ruleset, for a place without one.
        """
        return BeatmapsetPlace(
            beatmapset,
            self.id,
            self.mode or mode,
            section=self.section,
            mods=self.mods,
            board=self.board,
            player=self.player,
        )


def _fit_mods(text: str) -> str:
    """Return the mods of a place in upper case; "" for an invalid text."""
    mods = text.upper()
    return mods if _MODS.match(mods) else ""


@dataclass(frozen=True, slots=True)
class ScorePlace(Place):
    """Score, by its id or, with `mode`, by its legacy id within this ruleset."""

    id: int
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class ListPlace(Place):
    """List with filters: `kind` is one of `LISTS`, `query` the filters, sorted by name."""

    kind: str
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ThingPlace(Place):
    """Other entity with a URL.

    Attributes:
        kind: one of `THINGS`.
        key: id or name: `123`, `S1828`, `en/Main_page`, `lazer/2026.1.0`.
        at: id of the first item, such as a post of a topic or a comment; 0 for the beginning.
        section: one of `THING_SECTIONS`; "" for the first one, and for an unknown one.
        anchor: id of the heading or footnote to scroll to, in an article; "" for the beginning.
    """

    kind: str
    key: str
    at: int = 0
    section: str = ""
    anchor: str = ""

    def __post_init__(self) -> None:
        """Reset an unknown section."""
        if self.section not in THING_SECTIONS.get(self.kind, ()):
            object.__setattr__(self, "section", "")
