"""Beatmap packs: columns, loads by type and by the sets in them, and a pack with its sets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from osubrowser.api.errors import NotFound
from osubrowser.models.beatmaps.columns import artist_of, title_of
from osubrowser.models.beatmaps.listing_columns import set_columns, set_identity
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import day_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day
from osubrowser.services.places.places import (
    MODE_NAMES,
    MODES,
    BeatmapPlace,
    BeatmapsetPlace,
    ListPlace,
)
from osubrowser.services.places.urls import parse
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmap_packs import BeatmapPack
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.models.table.column import Record, Row

TYPES: Final = (
    ("standard", tr("Standard")),
    ("featured", tr("Featured artists")),
    ("tournament", tr("Tournaments")),
    ("loved", tr("Project Loved")),
    ("chart", tr("Spotlights")),
    ("theme", tr("Themes")),
    ("artist", tr("Artists and albums")),
)
"""Types of packs, as the API names them, and their labels."""

_PACKS_AT_ONCE: Final = 5
"""Packs that one page of a search by sets asks osu! for."""
_PASSED: Final = "passed"
_MOST_TAGS: Final = 500
_MOST_PAGES: Final = 200
_LONGEST_WORDS: Final = 200
_NOT_OF_PACKS: Final = frozenset({"count"})
"""Columns that are wrong without the difficulties of a set, which a pack's sets come without."""


@dataclass(frozen=True, slots=True)
class PacksQuery:
    """What packs are asked for.

    Attributes:
        type: one of `TYPES`; of no effect with `words`.
        mode: one of `MODES`: packs for this ruleset only; those of osu! include packs for any.
            "" for all.
        words: packs with the sets of these words: an id, a link, or words of the search. "" for
            the packs of a type.
        counts_here: count the sets of each pack that are on this computer, for which each pack is
            loaded; always done with `words`.
    """

    type: str = TYPES[0][0]
    mode: str = ""
    words: str = ""
    counts_here: bool = False

    @classmethod
    def of(cls, place: ListPlace) -> PacksQuery:
        """Return what a place asks for; unknown values are as if they were left out."""
        query = dict(place.query)
        kind, mode = query.get("type", ""), query.get("mode", "")
        return cls(
            kind if kind in dict(TYPES) else TYPES[0][0],
            mode if mode in MODES else "",
            plain(query.get("beatmapset", ""), _LONGEST_WORDS).strip(),
            query.get("here") == "1",
        )

    @property
    def place(self) -> ListPlace:
        """The place of these packs."""
        query = {"mode": self.mode, "beatmapset": self.words}
        query["type"] = "" if self.type == TYPES[0][0] else self.type
        query["here"] = "1" if self.counts_here else ""
        return ListPlace("packs", tuple(sorted((k, v) for k, v in query.items() if v)))

    @property
    def title(self) -> str:
        """The title of the list."""
        if self.words:
            return tr("Beatmap packs with {words}").format(words=self.words)
        title = tr("Beatmap packs: {type}").format(type=dict(TYPES)[self.type])
        return f"{title} · {MODE_NAMES[self.mode]}" if self.mode else title


@dataclass(frozen=True, slots=True)
class ListedPack:
    """Pack in a list.

    Attributes:
        pack: the pack.
        contains: the sets in it that were searched for, as text; "" in a list by type.
        here: sets of it on this computer; None where its sets are not known.
    """

    pack: BeatmapPack
    contains: str = ""
    here: int | None = None


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Formatted pack, the `extra` of the page with its sets.

    Attributes:
        tag: its tag, such as `S1828`.
        name: its name.
        about: author, date, ruleset.
        rules: what has to be played, where that is special; "" for nothing.
        passed: how many of its sets the player has passed; "" for a guest.
        download: https address of the archive; "" for none.
        set_ids: ids of its sets.
        passed_ids: ids of those that the player has passed; empty for a guest.
    """

    tag: str
    name: str
    about: str
    rules: str
    passed: str
    download: str
    set_ids: tuple[int, ...]
    passed_ids: frozenset[int] = frozenset()


# --- columns ------------------------------------------------------------------------------------


def pack_columns(
    *, by_sets: bool, with_here: bool = True, counted: bool = False
) -> tuple[Column[ListedPack], ...]:
    """Return the columns of packs.

    Args:
        by_sets: of packs that were searched by their sets.
        with_here: show how many of their sets are on this computer, where they are searched.
        counted: of packs of a type whose sets are known.
    """
    found: tuple[Column[ListedPack], ...] = (
        text_column("contains", tr("Contains"), 260, lambda p: p.contains),
        Column(
            "here",
            tr("Here"),
            92,
            CellKind.NUMBER,
            text=lambda p, _: _here_text(p),
            sort=lambda p, _: p.here,
            description=tr("Sets of the pack on this computer"),
            shown=with_here,
        ),
    )
    author: Column[ListedPack] = text_column(
        "author", tr("Author"), 120, lambda p: plain(p.pack.author, 60)
    )
    easier: Column[ListedPack] = Column(
        "no_diff_reduction",
        tr("No easier mods"),
        150,
        CellKind.MARK,
        text=lambda p, _: tr("yes") if p.pack.no_diff_reduction else "",
        sort=lambda p, _: bool(p.pack.no_diff_reduction),
        tone=lambda p: int(bool(p.pack.no_diff_reduction)),
        description=tr("Whether mods that make it easier do not count towards its medal"),
    )
    return (
        text_column(
            "name", tr("Pack"), 240 if by_sets else 340, lambda p: pack_name(p.pack), strong=True
        ),
        text_column("tag", tr("Tag", "of a pack"), 76, lambda p: plain(p.pack.tag, 20)),
        *(found if by_sets else found[1:] if counted else ()),
        author.hidden() if by_sets else author,
        day_column("date", tr("Date"), lambda p: p.pack.date),
        text_column("ruleset", tr("Ruleset"), 104, lambda p: ruleset_name(p.pack)),
        easier.hidden() if by_sets else easier,
        text_column("url", tr("Archive"), 240, lambda p: download_url(p.pack)).hidden(),
    )


def pack_identity(listed: ListedPack) -> Hashable:
    """Return the identity of a pack: its tag."""
    return listed.pack.tag


def pack_record(row: Row[Any]) -> Record:
    """Return the record of a pack, for a JSON export."""
    listed: ListedPack = row.item
    pack = listed.pack
    sets = pack.beatmapsets
    return {
        "tag": pack.tag,
        "name": pack.name,
        "author": pack.author,
        "date": pack.date.isoformat() if pack.date is not None else None,
        "ruleset_id": pack.ruleset_id,
        "no_diff_reduction": pack.no_diff_reduction,
        "url": pack.url,
        **({} if sets is None else {"beatmapset_ids": [one.id for one in sets]}),
    }


def pack_set_columns(*, original: bool) -> tuple[Column[Beatmapset], ...]:
    """Return the columns of the sets of a pack: those of the listing.

    Those of difficulties are empty until these are loaded (`load_set`). `page_of_sets` fills the
    column of what the player has passed.

    Args:
        original: show original titles, not romanised ones.
    """
    columns = set_columns(original=original)
    found = [one for one in columns if one.key not in _NOT_OF_PACKS]
    found.insert(1, _passed_column(frozenset()))
    return tuple(found)


def _passed_column(passed: frozenset[int]) -> Column[Beatmapset]:
    return Column(
        _PASSED,
        tr("Passed"),
        78,
        CellKind.MARK,
        text=lambda s, _: tr("passed") if s.id in passed else "",
        sort=lambda s, _: s.id in passed,
        tone=lambda s: int(s.id in passed),
        description=tr("Whether you have passed it"),
    )


def pack_name(pack: BeatmapPack) -> str:
    """Return the name of a pack; its tag if it has none."""
    return plain(pack.name, 200) or tr("Pack {tag}").format(tag=plain(pack.tag, 20))


def ruleset_name(pack: BeatmapPack) -> str:
    """Return the ruleset of a pack: `osu!taiko`; `any` if it is for none in particular."""
    number = pack.ruleset_id
    if number is None:
        return tr("any", "ruleset of a pack")
    return (
        MODE_NAMES[MODES[number]]
        if 0 <= number < len(MODES)
        else tr("ruleset {number}").format(number=number)
    )


def download_url(pack: BeatmapPack) -> str:
    """Return the address of a pack's archive; "" unless it is one of osu!'s, over https."""
    try:
        parts = urlsplit(pack.url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_osu = host.endswith(".ppy.sh") and port in (None, 443) and "@" not in parts.netloc
    return pack.url if is_osu and parts.scheme == "https" and pack.url.isprintable() else ""


# --- loads --------------------------------------------------------------------------------------


def load_packs(
    client: Client, query: PacksQuery, columns: Sequence[Column[Any]], cursor: _At | None
) -> RowsPage:
    """Load a page of the packs of a type (`beatmaps/packs`); blocks, for a worker.

    Pages without a pack of the ruleset are passed over.

    Raises:
        OsuError: as the client raises it.
    """
    at = cursor or _At()
    found, following = _packs_after(client, query, at.cursor)
    items = [ListedPack(one) for one in found]
    rows = make_rows(columns, items, first_number=at.first, identity=pack_identity)
    return RowsPage(rows, next=_At(following, at.first + len(items)) if following else None)


def _packs_after(client: Client, query: PacksQuery, cursor: str) -> tuple[list[BeatmapPack], str]:
    """Return the next packs of a type and a ruleset, and the cursor after them; "" at the end."""
    found: list[BeatmapPack] = []
    for _ in range(_MOST_PAGES):
        page = client.beatmap_packs(query.type, cursor_string=cursor or None)
        found = [one for one in page.beatmap_packs if is_for(one, query.mode)]
        before, cursor = cursor, page.cursor_string or ""
        if found or not cursor or cursor == before:
            break
    return found, cursor


def load_counted_packs(
    client: Client,
    query: PacksQuery,
    count_here: Callable[[Iterable[int]], int],
    columns: Sequence[Column[Any]],
    cursor: _Left | None,
) -> RowsPage:
    """Load packs of a type with their sets, a few at a time; blocks, for a worker.

    Sources: `beatmaps/packs`, and `beatmaps/packs/{tag}` of each pack.

    Args:
        client: the API client.
        query: without words.
        count_here: returns how many of some sets, by their ids, are on this computer.
        columns: of `pack_columns`.
        cursor: where to go on; None for the start.

    Raises:
        OsuError: as the client raises it.
    """
    at = cursor or _Left()
    left, following = list(at.packs), at.cursor
    if not left:
        left, following = _packs_after(client, query, following)
    items = [_counted(client, one, count_here) for one in left[:_PACKS_AT_ONCE]]
    rows = make_rows(columns, items, first_number=at.first, identity=pack_identity)
    rest = tuple(left[_PACKS_AT_ONCE:])
    after = _Left(rest, following, at.first + len(items)) if rest or following else None
    return RowsPage(rows, next=after)


def _counted(
    client: Client, pack: BeatmapPack, count_here: Callable[[Iterable[int]], int]
) -> ListedPack:
    """Return a pack with its sets; without them if it was removed meanwhile."""
    try:
        whole = client.beatmap_pack(pack.tag)
    except NotFound:
        return ListedPack(pack)
    return ListedPack(whole, here=count_here(one.id for one in whole.beatmapsets or ()))


@dataclass(frozen=True, slots=True)
class _Left:
    """Position in a list of counted packs: packs to load, then the server's cursor."""

    packs: tuple[BeatmapPack, ...] = ()
    cursor: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True)
class _At:
    """Position in a list of packs: the server's cursor, and the number of the first row."""

    cursor: str = ""
    first: int = 1


def is_for(pack: BeatmapPack, mode: str) -> bool:
    """Whether a pack is for a ruleset, or for any ruleset where that is osu!; "" is for all."""
    if not mode:
        return True
    number = MODES.index(mode)
    return pack.ruleset_id == number or (pack.ruleset_id is None and number == 0)


@dataclass(frozen=True, slots=True)
class _Tags:
    """Rest of a search by sets: tags of packs that are not loaded, each with the sets in it."""

    tags: tuple[tuple[str, str], ...]
    first: int = 1


def load_packs_with(
    client: Client,
    query: PacksQuery,
    count_here: Callable[[Iterable[int]], int] | None,
    original: bool,
    columns: Sequence[Column[Any]],
    cursor: _Tags | None,
) -> RowsPage:
    """Load packs that have the sets of a query's words; blocks, for a worker.

    The sets are looked up (`beatmapsets/{id}`, `beatmapsets/lookup`) or searched
    (`beatmapsets/search`, the first 50 with a leaderboard: only such are in packs), then each of
    their packs is loaded (`beatmaps/packs/{tag}`), a few at a time.

    Args:
        client: the API client.
        query: with words.
        count_here: returns how many of some sets, by their ids, are on this computer; None where
            that is not known.
        original: name sets by their original titles, not by romanised ones.
        columns: of `pack_columns`.
        cursor: where to go on; None for the start.

    Raises:
        NotFound: there is no set of this id.
        OsuError: as the client raises it.
    """
    rest = cursor or _Tags(_tags_of(_sets_of(client, query.words), original=original))
    left, items = list(rest.tags), list[ListedPack]()
    while left and not items:
        for tag, contains in left[:_PACKS_AT_ONCE]:
            try:
                pack = client.beatmap_pack(tag)
            except NotFound:  # a pack that was removed: the others are there
                continue
            if is_for(pack, query.mode):
                sets = [one.id for one in pack.beatmapsets or ()]
                here = None if count_here is None else count_here(sets)
                items.append(ListedPack(pack, contains, here))
        del left[:_PACKS_AT_ONCE]
    rows = make_rows(columns, items, first_number=rest.first, identity=pack_identity)
    return RowsPage(rows, next=_Tags(tuple(left), rest.first + len(items)) if left else None)


def load_pack(
    client: Client, tag: str, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Load a pack with its sets (`beatmaps/packs/{tag}`); blocks, for a worker.

    Args:
        client: the API client.
        tag: tag of the pack.
        columns: of `pack_set_columns`.

    Returns:
        The only page of its sets, with a `PackInfo` as its `extra`.

    Raises:
        NotFound: there is no such pack.
        OsuError: as the client raises it.
    """
    if not _is_tag(tag):
        raise NotFound("it has no tag")
    pack = client.beatmap_pack(tag)
    return page_of_sets(columns, pack.beatmapsets or (), pack_info(pack))


def page_of_sets(
    columns: Sequence[Column[Any]], sets: Sequence[Beatmapset], info: PackInfo
) -> RowsPage:
    """Return the only page of the sets of a pack; for a worker."""
    passed = _passed_column(info.passed_ids)
    columns = [passed if column.key == _PASSED else column for column in columns]
    rows = make_rows(columns, sets, first_number=1, identity=set_identity)
    return RowsPage(rows, total=len(rows), extra=info)


def load_set(client: Client, set_id: int) -> Beatmapset | None:
    """Load a set of a pack with its difficulties (`beatmapsets/{id}`); blocks, for a worker.

    Returns:
        The set; None if it is gone.

    Raises:
        OsuError: as the client raises it.
    """
    try:
        return client.beatmapset(set_id)
    except NotFound:
        return None


def pack_info(pack: BeatmapPack) -> PackInfo:
    """Return a formatted pack."""
    sets = pack.beatmapsets or []
    author = plain(pack.author, 60)
    about = (
        plain(pack.tag, 20),
        tr("by {author}").format(author=author) if author else "",
        day(pack.date) if pack.date is not None else "",
        tr("for any ruleset")
        if pack.ruleset_id is None
        else tr("for {ruleset}").format(ruleset=ruleset_name(pack)),
        tr("%n beatmap(s)", "", len(sets)),
    )
    rules = tr("Mods that make it easier do not count") if pack.no_diff_reduction else ""
    done, passed = pack.user_completion_data, ""
    if done is not None and (done.completed or done.beatmapset_ids):
        count = len(set(done.beatmapset_ids) & {one.id for one in sets})
        passed = (
            tr("All passed")
            if done.completed
            else tr("{count} of {total} passed").format(
                count=numerals.whole(count), total=numerals.whole(len(sets))
            )
        )
    return PackInfo(
        pack.tag,
        pack_name(pack),
        " · ".join(filter(None, about)),
        rules,
        passed,
        download_url(pack),
        tuple(one.id for one in sets),
        frozenset(done.beatmapset_ids) if done is not None else frozenset(),
    )


def _sets_of(client: Client, words: str) -> list[Beatmapset]:
    """Return the sets of an id, a link or of words."""
    number = words.removeprefix("#")
    if number.isascii() and number.isdecimal() and len(number) < 16:
        return [client.beatmapset(int(number))]
    match parse(words):
        case BeatmapsetPlace(id=found):
            return [client.beatmapset(found)]
        case BeatmapPlace(id=beatmap):
            return [client.beatmapset(beatmap_id=beatmap)]
    return client.search_beatmapsets(words).beatmapsets


def _tags_of(sets: Iterable[Beatmapset], *, original: bool) -> tuple[tuple[str, str], ...]:
    """Return the tags of the packs of sets, each with the titles of those in it."""
    found: dict[str, list[str]] = {}
    for one in sets:
        artist, title = artist_of(one, original=original), title_of(one, original=original)
        for tag in filter(_is_tag, one.pack_tags or ()):
            found.setdefault(tag, []).append(f"{artist} - {title}" if artist else title)
    return tuple((tag, _joined(titles)) for tag, titles in list(found.items())[:_MOST_TAGS])


def _is_tag(tag: str) -> bool:
    """Whether a text of the server can be the tag of a pack: a part of an address."""
    return bool(tag.strip(". "))


def _joined(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return tr("{title} and {count} more").format(
        title=titles[0], count=numerals.whole(len(titles) - 1)
    )


# --- cells --------------------------------------------------------------------------------------


def _here_text(listed: ListedPack) -> str:
    sets = listed.pack.beatmapsets
    if listed.here is None or sets is None:
        return ""
    return tr("{count} of {total}").format(
        count=numerals.whole(listed.here), total=numerals.whole(len(sets))
    )
