"""Suggestions for address bar input: its places, the library, and search results."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from osubrowser.services.library.records import one_line
from osubrowser.services.omnibox.query import QueryKind
from osubrowser.services.places.names import kind_of
from osubrowser.services.places.places import (
    MODE_NAMES,
    AppPlace,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    PlayersPlace,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.places.ranking_query import (
    country_name,
    ranking_title,
    rankings_by,
)
from osubrowser.services.places.urls import HOME, address, short
from osubrowser.services.text.matching import fold, match_score
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from osubrowser.api.entities.beatmaps import BeatmapsetCompact
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.services.library.bookmarks import Bookmark
    from osubrowser.services.library.library import Library
    from osubrowser.services.library.recently_seen import Visit
    from osubrowser.services.omnibox.query import Query
    from osubrowser.services.places.destinations import Destination
    from osubrowser.services.places.places import Place

MOST_BOOKMARKS = 4
MOST_SEEN = 4
MOST_AT_FIRST = 10
"""Maximum number of recently seen places for an empty line."""
MOST_FOUND = 5
"""Maximum number of players, and of beatmapsets, from the server."""


MOST_LISTS = 3
"""Maximum number of lists by their titles."""
_SHORTEST = 3
"""Characters from which pages and lists are suggested by their titles."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Suggestion under the address bar.

    Attributes:
        icon: name of the icon.
        title: display name; may come from a server.
        place: place that it opens.
        detail: secondary text.
        picture: URL of an image in place of the icon; "" for none.
        is_found: whether it is a search result of the server.
        words: searchable texts, folded.
        entry: its bookmark or visit, if it is from the library.
    """

    icon: str
    title: str
    place: Place
    detail: str = ""
    picture: str = ""
    is_found: bool = False
    words: tuple[str, ...] = ()
    entry: Bookmark | Visit | None = None


# --- local suggestions -------------------------------------------------------------------------


def local_suggestions(
    query: Query,
    line: str,
    library: Library | None,
    app_pages: Mapping[str, str] | None = None,
    lists: Sequence[Destination] = (),
) -> list[Suggestion]:
    """Return the suggestions that need no request; the searches for the words are the last ones.

    Args:
        query: parsed line.
        line: text as typed.
        library: bookmarks and recently seen places; None for none.
        app_pages: titles of the program's own pages, by name.
        lists: lists and start pages, which are suggested by their titles.
    """
    titles = app_pages or {}

    def suggested(place: Place) -> Suggestion:
        if isinstance(place, AppPlace) and place.name in titles:
            return _app_page(place.name, titles)
        return by_place(place)

    match query.kind:
        case QueryKind.WRONG_LINK:
            return []
        case QueryKind.NOTHING:
            return _at_first(library)
        case QueryKind.LINK:
            return distinct([*map(suggested, query.places), *_library_matches(line, library)])
        case QueryKind.NUMBER | QueryKind.AT_NAME:
            return distinct([*map(by_place, query.places), *_library_matches(query.words, library)])
    named = [by_place(place) for place in query.places]
    typed = [one for one in named if not _is_further(one)]
    searches = [one for one in named if _is_further(one)]
    rankings = [by_place(place) for place in rankings_by(query.words)]
    matches = _library_matches(query.words, library)
    pages = [*_pages(query.words, titles), *_destinations(query.words, lists)]
    return distinct([*typed[:1], *matches, *rankings, *pages, *typed[1:], *searches])


def _is_search(place: Place) -> bool:
    return isinstance(place, ListPlace) and place.kind == "search"


def _is_further(one: Suggestion) -> bool:
    """Whether a suggestion is a search for what was typed, which stands below what was found."""
    place = one.place
    is_listing = isinstance(place, BeatmapsPlace) and [key for key, _ in place.filters] == ["q"]
    return _is_search(place) or (is_listing and one.entry is None)


def _at_first(library: Library | None) -> list[Suggestion]:
    if library is None:
        return []
    return [_of_entry(one, library) for one in list(library.recent)[:MOST_AT_FIRST]]


def _library_matches(words: str, library: Library | None) -> list[Suggestion]:
    if library is None or not words.strip():
        return []
    found = [_of_entry(one, library) for one in library.bookmarks.search(words, MOST_BOOKMARKS)]
    found += [_of_entry(one, library) for one in library.recent.search(words, 2 * MOST_SEEN)]
    return distinct(found)[: MOST_BOOKMARKS + MOST_SEEN]


def _of_entry(one: Bookmark | Visit, library: Library) -> Suggestion:
    place = library.place_of(one)
    note = one_line(getattr(one, "note", ""))
    where = short(place, library.origin)
    icon = "seen" if hasattr(one, "times") else "star-full"
    title = one.title if one.title != one.address else by_place(place).title
    return Suggestion(icon, title, place, note or where, entry=one)


def _pages(words: str, titles: Mapping[str, str]) -> list[Suggestion]:
    typed = fold(words)
    fits = [
        name
        for name, title in titles.items()
        if len(typed) >= _SHORTEST and fold(title).startswith(typed)
    ]
    return [_app_page(name, titles) for name in fits]


def _destinations(words: str, lists: Sequence[Destination]) -> list[Suggestion]:
    """Return the lists in whose titles a word starts with the text."""
    typed = fold(words)
    if len(typed) < _SHORTEST:
        return []
    fits = (one for one in lists if f" {typed}" in f" {one.words[0]}")
    found = sorted(fits, key=lambda one: not one.words[0].startswith(typed))
    return [Suggestion(one.icon, one.title, one.place, one.text) for one in found][:MOST_LISTS]


def _app_page(name: str, titles: Mapping[str, str]) -> Suggestion:
    return Suggestion("page", titles[name], AppPlace(name))


def distinct(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return suggestions with unique places; the first of each place is kept."""
    known: dict[Place, Suggestion] = {}
    for one in found:
        known.setdefault(one.place, one)
    return list(known.values())


# --- suggestions of places ---------------------------------------------------------------------


def by_place(place: Place) -> Suggestion:
    """Return the suggestion of a place, titled by its address alone."""
    icon, title = _words_of(place)
    if _is_search(place) or isinstance(place, AppPlace | PlayersPlace):
        return Suggestion(icon, title, place)
    return Suggestion(icon, title, place, short(place, HOME))


def _words_of(place: Place) -> tuple[str, str]:
    """Return icon name and title of a place."""
    match place:
        case UserPlace():
            mode = f", {MODE_NAMES[place.mode]}" if place.mode else ""
            return "person", f"{_whom(place.user)}{mode}"
        case RankingsPlace():
            title = ranking_title(place)
            if place.page > 1:
                title = tr("{title}, page {page}").format(title=title, page=place.page)
            return "rankings", title
        case BeatmapsetPlace() | BeatmapPlace():
            return "beatmap", f"{kind_of(place)} {place.id}"
        case BeatmapsPlace():
            words = dict(place.filters).get("q", "")
            return "beatmap", tr("Beatmaps with “{words}”").format(
                words=words
            ) if words else kind_of(place)
        case ScorePlace():
            return "score", f"{kind_of(place)} {place.id}"
        case ListPlace() if place.kind == "search":
            words = dict(place.query).get("query", "")
            return "search", tr("Search all of osu! for “{words}”").format(
                words=words
            ) if words else tr("Search")
        case ListPlace() | AppPlace():
            return "page", kind_of(place)
        case ThingPlace():
            return "page", f"{kind_of(place)} {place.key}"
        case ReplayPlace():
            return "play", f"{kind_of(place)} {PurePath(*place.paths[:1]).name}"
        case PlayersPlace():
            return "person", kind_of(place)
        case WebAddress():
            return "external", tr("A page of osu!'s website")
        case _:
            return "page", address(place)


def _whom(user: int | str) -> str:
    if isinstance(user, int):
        return tr("Player with the id {id}").format(id=user)
    if user.isdecimal():
        return tr("Player named {name}").format(name=user)
    return tr("Player {name}").format(name=user)


# --- search results ----------------------------------------------------------------------------


def players_found(users: Sequence[UserCompact], most: int = MOST_FOUND) -> list[Suggestion]:
    """Return suggestions of players, without deleted ones and those without an id."""
    found = []
    for user in users:
        if user.id is None or user.is_deleted:
            continue
        name = one_line(user.username) or tr("Player {id}").format(id=user.id)
        country = user.country.name if user.country is not None else ""
        if not country and user.country_code:
            country = country_name(user.country_code)
        details = [tr("Player"), one_line(country), *([tr("bot")] if user.is_bot else [])]
        found.append(
            Suggestion(
                "person",
                name,
                UserPlace(user.id),
                " · ".join(filter(None, details)),
                user.avatar_url or "",
                is_found=True,
                words=(fold(name),),
            )
        )
    return found[:most]


def beatmaps_found(
    sets: Sequence[BeatmapsetCompact], *, original: bool = False, most: int = MOST_FOUND
) -> list[Suggestion]:
    """Return suggestions of beatmapsets; with `original`, titles are in their original script."""
    found = []
    for one in sets[:most]:
        artist = one.original_artist if original else one.artist
        title = one.original_title if original else one.title
        named = " - ".join(filter(None, (one_line(artist), one_line(title))))
        facts = [
            tr("by {creator}").format(creator=one_line(one.creator)),
            one_line(one.status or "").replace("_", " "),  # osu!'s own words
        ]
        details = " · ".join(filter(None, (tr("Beatmap"), *facts)))
        texts = (named, one.creator, one.artist, one.title, one.artist_unicode, one.title_unicode)
        found.append(
            Suggestion(
                "beatmap",
                named or tr("Beatmapset {id}").format(id=one.id),
                BeatmapsetPlace(one.id),
                details,
                one.covers.list,
                is_found=True,
                words=tuple(fold(text[:300]) for text in texts),
            )
        )
    return found


def still_fitting(words: str, found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the search results of an earlier query that also match these words."""
    wanted = fold(words)
    return [one for one in found if one.is_found and match_score(wanted, *one.words) is not None]


def joined(rows: Sequence[Suggestion], found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return rows with search results added: above the searches for what was typed.

    All other rows stay where they are.

    A result replaces a row of the same place or player name, unless that is from the library.
    """
    result = [one for one in rows if not _is_further(one)]
    searches = [one for one in rows if _is_further(one)]
    at = {one.place: n for n, one in enumerate(result)}
    names = {
        fold(one.place.user): n
        for n, one in enumerate(result)
        if isinstance(one.place, UserPlace) and isinstance(one.place.user, str) and not one.entry
    }
    for one in found:
        if one.place in at:
            here = at[one.place]
            if not result[here].picture and not result[here].entry:
                result[here] = one
            continue
        named = names.pop(fold(one.title), None) if isinstance(one.place, UserPlace) else None
        if named is not None:
            at[one.place] = named
            result[named] = one
        else:
            at[one.place] = len(result)
            result.append(one)
    return result + searches
