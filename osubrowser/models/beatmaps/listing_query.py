"""Query of the beatmap listing: filters and order, as text, as an address and for the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from osubrowser.models.beatmaps import search_text
from osubrowser.models.beatmaps.search_text import Interval, Limit, WrongWord
from osubrowser.services.places.listing_filters import (
    CATEGORIES,
    EXTRA,
    GENERAL,
    GENRES,
    GRADES,
    LANGUAGES,
    LONGEST_TEXT,
    PLAYED,
    SORT_FIELDS,
    Filters,
    valid_filters,
)
from osubrowser.services.places.places import MODE_NAMES, MODES, BeatmapsPlace
from osubrowser.services.text.translation import tr

CATEGORY_NAMES: Final = {
    "any": tr("Any"),
    "leaderboard": tr("Has leaderboard"),
    "ranked": tr("Ranked"),
    "qualified": tr("Qualified"),
    "loved": tr("Loved"),
    "favourites": tr("My favourites"),
    "pending": tr("Pending"),
    "wip": tr("Work in progress"),
    "graveyard": tr("Graveyard"),
    "mine": tr("My maps"),
}
"""Names of the categories, one of which is chosen."""
GENRE_NAMES: Final = {
    1: tr("Unspecified"),
    2: tr("Video game"),
    3: tr("Anime"),
    4: tr("Rock"),
    5: tr("Pop"),
    6: tr("Other"),
    7: tr("Novelty"),
    9: tr("Hip hop"),
    10: tr("Electronic"),
    11: tr("Metal"),
    12: tr("Classical"),
    13: tr("Folk"),
    14: tr("Jazz"),
}
"""Names of the genres by number."""
LANGUAGE_NAMES: Final = {
    1: tr("Unspecified"),
    2: tr("English"),
    3: tr("Japanese"),
    4: tr("Chinese"),
    5: tr("Instrumental"),
    6: tr("Korean"),
    7: tr("French"),
    8: tr("German"),
    9: tr("Swedish"),
    10: tr("Spanish"),
    11: tr("Italian"),
    12: tr("Russian"),
    13: tr("Polish"),
    14: tr("Other"),
}
"""Names of the languages by number."""
GENERAL_NAMES: Final = {
    "recommended": tr("Recommended difficulty"),
    "converts": tr("With converts"),
    "follows": tr("Followed mappers"),
    "spotlights": tr("Spotlighted"),
    "featured_artists": tr("Featured artists"),
}
"""Names of the general filters."""
EXTRA_NAMES: Final = {"video": tr("Has video"), "storyboard": tr("Has storyboard")}
"""Names of the extra filters."""
PLAYED_NAMES: Final = {"played": tr("Played"), "unplayed": tr("Not played")}
"""Names of the filters by plays."""
GRADE_NAMES: Final = {"XH": "SS+", "X": "SS", "SH": "S+"} | {g: g for g in "SABCD"}
"""Names of the grades."""
TEXT_NAMES: Final = {
    "artist": tr("Artist"),
    "creator": tr("Mapper"),
    "title": tr("Title"),
    "source": tr("Source"),
    "difficulty": tr("Difficulty name"),
}
"""Names of the options that are a text."""
SORT_NAMES: Final = {
    "title": (tr("Title"), tr("Z to A"), tr("A to Z")),
    "artist": (tr("Artist"), tr("Z to A"), tr("A to Z")),
    "creator": (tr("Mapper"), tr("Z to A"), tr("A to Z")),
    "difficulty": (tr("Difficulty"), tr("hardest first"), tr("easiest first")),
    "ranked": (tr("Ranked"), tr("newest first"), tr("oldest first")),
    "updated": (tr("Updated"), tr("newest first"), tr("oldest first")),
    "rating": (tr("Rating"), tr("highest first"), tr("lowest first")),
    "plays": (tr("Plays"), tr("most first"), tr("fewest first")),
    "favourites": (tr("Favourites"), tr("most first"), tr("fewest first")),
    "nominations": (tr("Nominations"), tr("most first"), tr("fewest first")),
    "relevance": (tr("Relevance"), tr("best match first"), tr("worst match first")),
}
"""Names of the sort fields, each with the names of its descending and its ascending order."""


@dataclass(frozen=True, slots=True)
class RangeField:
    """Description of an option that is a range, for its control.

    Attributes:
        name: the option, one of `search_text.RANGES`.
        label: its heading.
        lowest: the value at the left end of a slider.
        highest: the value at the right end; larger ones exist.
        step: the distance of two values.
        kind: `number`, `length` (in seconds), `date` or `status`.
        description: the meaning, for a tooltip.
    """

    name: str
    label: str
    lowest: float
    highest: float
    step: float
    kind: str = "number"
    description: str = ""


RANGE_FIELDS: Final = (
    RangeField("stars", tr("Stars"), 0, 12, 0.1, description=tr("Star rating without mods")),
    RangeField("ar", "AR", 0, 10, 0.1, description=tr("Approach rate")),
    RangeField("cs", "CS", 0, 10, 0.1, description=tr("Circle size; keys in osu!mania")),
    RangeField("od", "OD", 0, 10, 0.1, description=tr("Overall difficulty")),
    RangeField("dr", "HP", 0, 10, 0.1, description=tr("HP drain")),
    RangeField("bpm", "BPM", 40, 320, 1),
    RangeField("length", tr("Length"), 0, 600, 5, "length"),
    RangeField(
        "keys", tr("Keys"), 1, 18, 1, description=tr("Keys in osu!mania; others are left out")
    ),
    RangeField("circles", tr("Circles"), 0, 3000, 10),
    RangeField("sliders", tr("Sliders"), 0, 2000, 10),
    RangeField("favourites", tr("Favourites"), 0, 5000, 10),
    RangeField(
        "status",
        tr("Status"),
        -2,
        4,
        1,
        "status",
        tr("Status of the difficulty; with category Any"),
    ),
    RangeField("created", tr("Submitted"), 0, 0, 0, "date"),
    RangeField("ranked", tr("Ranked"), 0, 0, 0, "date", tr("Only ranked, approved and loved ones")),
    RangeField("updated", tr("Updated"), 0, 0, 0, "date"),
)
"""The options that are ranges, in the order of their controls."""
MOST_SEARCHES: Final = 30
"""Searches that are merged at most; with more combinations, one of both filters is applied here."""
_BY_TEXT: Final = ("artist", "creator", "title", "source")
_BY_UPDATE: Final = ("pending", "wip", "graveyard", "mine")


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """Filter that is not at its default.

    Attributes:
        key: for `ListingQuery.without`.
        text: its name and value: `Stars 5 to 6`, `Anime`, `Mapper: Sotarks`.
    """

    key: str
    text: str


@dataclass(frozen=True)
class ListingQuery:
    """Filters and order of the beatmap listing.

    Operators such as `stars>5` are part of the text, as on the website: properties read them, and
    methods that start with `with_` edit their words and leave the other ones alone. Several values
    of one filter are in the order of the website.

    Attributes:
        text: text of the search field: keywords and operators; at most 500 characters.
        mode: API name of the ruleset; None for all.
        category: one of `CATEGORY_NAMES`.
        genres: numbers, of `GENRE_NAMES`; empty for all.
        languages: numbers, of `LANGUAGE_NAMES`; empty for all.
        general: of `GENERAL_NAMES`; all apply.
        extra: of `EXTRA_NAMES`; all apply.
        explicit: whether explicit sets are shown; None for the player's own setting on the website.
        grades: of `GRADE_NAMES`, one of which the player has; empty for all. For supporters.
        played: `played` or `unplayed`; None for both. For supporters.
        sort: `{field}_{desc|asc}`, of `SORT_NAMES`; None for the server's default.
    """

    text: str = ""
    mode: str | None = None
    category: str = "leaderboard"
    genres: tuple[int, ...] = ()
    languages: tuple[int, ...] = ()
    general: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    explicit: bool | None = None
    grades: tuple[str, ...] = ()
    played: str | None = None
    sort: str | None = None

    def __post_init__(self) -> None:
        """Normalise the order of several values; unknown ones are left out."""
        put = object.__setattr__
        put(self, "text", self.text[:LONGEST_TEXT])
        for name, known in _SEVERAL.items():
            chosen = set(getattr(self, name))
            put(self, name, tuple(one for one in known if one in chosen))
        if self.mode not in MODES:
            put(self, "mode", None)
        if self.category not in CATEGORIES:
            put(self, "category", "leaderboard")
        if self.played not in PLAYED:
            put(self, "played", None)

    # --- text -----------------------------------------------------------------------------------

    @classmethod
    def of_options(
        cls,
        *,
        keywords: str = "",
        ranges: Mapping[str, Interval] | None = None,
        texts: Mapping[str, str] | None = None,
        tags: Iterable[str] = (),
        featured_artist: int | None = None,
        **filters: Any,  # noqa: ANN401 - the attributes
    ) -> ListingQuery:
        """Return a query by its operators.

        Args:
            keywords: words of the search field that are no operators.
            ranges: by name.
            texts: by name.
            tags: user tags.
            featured_artist: id of a featured artist.
            filters: the attributes but `text`.
        """
        query = cls(" ".join(keywords.split()), **filters)
        for name, interval in (ranges or {}).items():
            query = query.with_range(name, interval)
        for name, value in (texts or {}).items():
            query = query.with_text(name, value)
        return query.with_tags(tags).with_featured_artist(featured_artist)

    @property
    def keywords(self) -> str:
        """The words that are no operators."""
        return search_text.keywords_of(self.text)

    @property
    def tags(self) -> tuple[str, ...]:
        """The user tags, all of which a difficulty has."""
        return search_text.tags_of(self.text)

    @property
    def featured_artist(self) -> int | None:
        """The id of a featured artist."""
        return search_text.featured_artist_of(self.text)

    @property
    def wrong_words(self) -> tuple[WrongWord, ...]:
        """The words of the text that osu! reads otherwise than they look."""
        return search_text.wrong_words(self.text)

    def range_of(self, name: str) -> Interval:
        """Return the range of an operator, one of `search_text.RANGES`."""
        return search_text.interval_of(self.text, name)

    def text_of(self, name: str) -> str:
        """Return the text of an operator, one of `TEXT_NAMES`; "" without it."""
        return search_text.text_of(self.text, name)

    def with_range(self, name: str, interval: Interval) -> ListingQuery:
        """Return the query with another range of an operator; without ends to remove it."""
        return replace(self, text=search_text.with_interval(self.text, name, interval))

    def with_text(self, name: str, value: str) -> ListingQuery:
        """Return the query with another text of an operator; "" removes it."""
        return replace(self, text=search_text.with_text(self.text, name, value))

    def with_tags(self, tags: Iterable[str]) -> ListingQuery:
        """Return the query with other user tags."""
        return replace(self, text=search_text.with_tags(self.text, tags))

    def with_featured_artist(self, artist: int | None) -> ListingQuery:
        """Return the query with another featured artist, by id."""
        return replace(self, text=search_text.with_featured_artist(self.text, artist))

    def with_keywords(self, keywords: str) -> ListingQuery:
        """Return the query with other words that are no operators."""
        return replace(self, text=search_text.with_keywords(self.text, keywords))

    # --- address --------------------------------------------------------------------------------

    @classmethod
    def of_filters(cls, filters: Iterable[tuple[str, str]]) -> ListingQuery:
        """Return the query of parameters of the website's URL, such as `BeatmapsPlace.filters`."""
        given = dict(valid_filters(filters))

        def several(name: str) -> list[str]:
            return given.get(name, "").split(".") if name in given else []

        return cls(
            text=given.get("q", ""),
            mode=MODES[int(given["m"])] if "m" in given else None,
            category=given.get("s", "leaderboard"),
            genres=tuple(map(int, several("g"))),
            languages=tuple(map(int, several("l"))),
            general=tuple(several("c")),
            extra=tuple(several("e")),
            explicit=given["nsfw"] == "true" if "nsfw" in given else None,
            grades=tuple(several("r")),
            played=given.get("played"),
            sort=given.get("sort"),
        )

    @property
    def filters(self) -> Filters:
        """The query as parameters of the website's URL; the text may be shortened."""
        given = {
            "q": self.text,
            "m": str(MODES.index(self.mode)) if self.mode is not None else "",
            "s": self.category,
            "g": ".".join(map(str, self.genres)),
            "l": ".".join(map(str, self.languages)),
            "c": ".".join(self.general),
            "e": ".".join(self.extra),
            "nsfw": "" if self.explicit is None else str(self.explicit).lower(),
            "r": ".".join(self.grades),
            "played": self.played or "",
            "sort": self.sort or "",
        }
        return valid_filters(given.items())

    @classmethod
    def of_place(cls, place: BeatmapsPlace) -> ListingQuery:
        """Return the query of a place."""
        return cls.of_filters(place.filters)

    def place(
        self, view: str = "cards", cursor: str | None = None, at: int | None = None
    ) -> BeatmapsPlace:
        """Return the place of the query; see `BeatmapsPlace`."""
        return BeatmapsPlace(self.filters, view, cursor, at)

    # --- requests -------------------------------------------------------------------------------

    @property
    def is_of_player(self) -> bool:
        """Whether it asks for beatmaps of the signed-in player."""
        return self.category in ("favourites", "mine")

    @property
    def default_sort(self) -> str:
        """The order that the server uses without `sort`."""
        if self.keywords or any(self.text_of(name) for name in _BY_TEXT):
            return "relevance_desc"
        return "updated_desc" if self.category in _BY_UPDATE else "ranked_desc"

    @property
    def order(self) -> tuple[str, bool]:
        """The sort field, and whether it is descending."""
        field, _, direction = (self.sort or self.default_sort).partition("_")
        if field not in SORT_FIELDS:
            field, _, direction = self.default_sort.partition("_")
        return field, direction != "asc"

    @property
    def search_count(self) -> int:
        """Number of searches that the query takes."""
        return len(self._combinations)

    @property
    def filtered_here(self) -> tuple[str, ...]:
        """The filters that are applied to what a search brings: of `genres` and `languages`.

        They are where that many searches would be too many, and in the order of relevance, which
        the server does not tell of each set.
        """
        genres, languages = len(self.genres), len(self.languages)
        if max(genres, languages) <= 1:
            return ()
        if self.order[0] == "relevance" and self.default_sort == "relevance_desc":
            several = {"genres": genres, "languages": languages}
            return tuple(name for name, count in several.items() if count > 1)
        if genres * languages <= MOST_SEARCHES:
            return ()
        return ("languages",) if genres <= languages else ("genres",)

    @property
    def _combinations(self) -> list[tuple[int, int]]:
        """The genre and the language of each search; 0 for any."""
        here = self.filtered_here
        genres = (0,) if "genres" in here else self.genres or (0,)
        languages = (0,) if "languages" in here else self.languages or (0,)
        return [(genre, language) for genre in genres for language in languages]

    def searches(self) -> list[dict[str, Any]]:
        """Return the arguments of `Client.search_beatmapsets`, for one search each.

        There is one for each combination of a genre and a language; but see `filtered_here`.
        """
        common = {
            "query": self.text or None,
            "mode": MODES.index(self.mode) if self.mode is not None else -1,
            "category": self.category,
            "explicit_content": {None: None, True: "show", False: "hide"}[self.explicit],
            "force_video": "video" in self.extra,
            "force_storyboard": "storyboard" in self.extra,
            "force_recommended_difficulty": "recommended" in self.general,
            "include_converts": "converts" in self.general,
            "force_followed_mappers": "follows" in self.general,
            "force_spotlights": "spotlights" in self.general,
            "force_featured_artists": "featured_artists" in self.general,
            "grades": self.grades,
            "played": self.played,
            "sort": self.sort,
        }
        return [
            {**common, "genre": genre, "language": language}
            for genre, language in self._combinations
        ]

    # --- description ----------------------------------------------------------------------------

    @property
    def active_filters(self) -> list[ActiveFilter]:
        """The filters that are not at their defaults, but the order."""
        found = list[ActiveFilter]()
        if self.keywords:
            found.append(ActiveFilter("keywords", f"“{self.keywords}”"))
        if self.mode is not None:
            found.append(ActiveFilter("mode", MODE_NAMES[self.mode]))
        if self.category != "leaderboard":
            name = tr("Any status") if self.category == "any" else CATEGORY_NAMES[self.category]
            found.append(ActiveFilter("category", name))
        for field in RANGE_FIELDS:
            if interval := self.range_of(field.name):
                key = f"range:{field.name}"
                found.append(ActiveFilter(key, f"{field.label} {interval_text(interval)}"))
        for name, label in TEXT_NAMES.items():
            if value := self.text_of(name):
                found.append(ActiveFilter(f"text:{name}", f"{label}: {value}"))
        found += [ActiveFilter(f"tag:{tag}", tr("Tag: {tag}").format(tag=tag)) for tag in self.tags]
        if self.featured_artist is not None:
            found.append(
                ActiveFilter(
                    "featured_artist",
                    tr("Featured artist {id}").format(id=self.featured_artist),
                )
            )
        for name, names in _NAMES.items():
            known: Mapping[Any, str] = names
            found += [ActiveFilter(f"{name}:{one}", known[one]) for one in getattr(self, name)]
        if self.played is not None:
            found.append(ActiveFilter("played", PLAYED_NAMES[self.played]))
        if self.explicit is not None:
            said = tr("Explicit too") if self.explicit else tr("Explicit hidden")
            found.append(ActiveFilter("explicit", said))
        return found

    def without(self, key: str) -> ListingQuery:
        """Return the query without one of its `active_filters`, by its key."""
        kind, _, value = key.partition(":")
        match kind:
            case "keywords":
                return self.with_keywords("")
            case "range":
                return self.with_range(value, Interval())
            case "text":
                return self.with_text(value, "")
            case "tag":
                return self.with_tags(tag for tag in self.tags if tag != value)
            case "featured_artist":
                return self.with_featured_artist(None)
        if kind in _SEVERAL:
            changes: dict[str, Any] = {
                kind: tuple(one for one in getattr(self, kind) if str(one) != value)
            }
            return replace(self, **changes)
        if kind in ("mode", "category", "played", "explicit"):
            default: dict[str, Any] = {kind: getattr(ListingQuery(), kind)}
            return replace(self, **default)
        return self

    @property
    def cleared(self) -> ListingQuery:
        """The query without filters, in the same order."""
        return ListingQuery(sort=self.sort)

    @property
    def title(self) -> str:
        """What is searched, in one line: its filters, or "Beatmaps"."""
        return ", ".join(one.text for one in self.active_filters) or tr("Beatmaps")


_SEVERAL: Final[dict[str, Sequence[Any]]] = {
    "genres": GENRES,
    "languages": LANGUAGES,
    "general": GENERAL,
    "extra": EXTRA,
    "grades": GRADES,
}
_NAMES: Final[dict[str, Mapping[Any, str]]] = {
    "genres": GENRE_NAMES,
    "languages": LANGUAGE_NAMES,
    "general": GENERAL_NAMES,
    "extra": EXTRA_NAMES,
    "grades": GRADE_NAMES,
}


def interval_text(interval: Interval) -> str:
    """Format a range: `5 to 6`, `over 5`, `from 5`, `under 6`, `up to 6`, `5`; "" without ends."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return low.words
    if low is not None and high is not None and low.is_inclusive and high.is_inclusive:
        return tr("{low} to {high}").format(low=low.words, high=high.words)
    said = []
    if low is not None:
        text = tr("from {value}") if low.is_inclusive else tr("over {value}")
        said.append(text.format(value=low.words))
    if high is not None:
        text = tr("up to {value}") if high.is_inclusive else tr("under {value}")
        said.append(text.format(value=high.words))
    if len(said) == 2:
        return tr("{low} and {high}", "a range: over 5 and under 6").format(
            low=said[0], high=said[1]
        )
    return "".join(said)


__all__ = ["ActiveFilter", "Interval", "Limit", "ListingQuery", "WrongWord"]
