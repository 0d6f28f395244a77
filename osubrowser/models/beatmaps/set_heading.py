"""Texts about a whole beatmapset: its heading and facts, made on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote_plus

from osubrowser.models.beatmaps.columns import UNDECIDED, artist_of, title_of
from osubrowser.models.players.profile import ChartData, Fact
from osubrowser.models.text.dates import ago, day_cell, in_utc, second
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import whole
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from osubrowser.api.entities.beatmaps import Beatmapset

_LONGEST_NAME: Final = 120
_MOST_TAGS: Final = 80
_MOST_USERS: Final = 50
_MOST_PACKS: Final = 40
_STATUSES: Final = {"wip": tr("Work in progress")}
_DATED: Final = {
    "ranked": tr("Ranked"),
    "approved": tr("Approved"),
    "qualified": tr("Qualified"),
    "loved": tr("Loved"),
}


class Link(NamedTuple):
    """Text that leads to an address: a path of the website, or a URL; "" for none."""

    text: str
    address: str = ""


class Badge(NamedTuple):
    """Short label of a set, and the words that explain it."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class SetHeading:
    """Texts about a set, in the original script or romanised.

    Attributes:
        title, artist: in the script of the heading.
        other: title and artist in the other script; "" where they are the same.
        mapper: who uploaded it.
        guests: the mappers of other difficulties.
        status: as the API names it; "" if it is unknown.
        status_text: the status, capitalised.
        date: when it got its status, or was updated last: `Ranked 7 Jul 2017`.
        date_told: all its dates, a line each.
        counts: label and number: plays, favourites, rating.
        badges: what is special: explicit, video, storyboard, spotlight, featured artist.
        cover: URL of the cover; None without one, and for explicit sets.
        preview: URL of the preview sound; "" for none.
        facts: everything else, labelled.
        ratings: number of players' ratings by value, 1 to 10.
        ratings_title: what the ratings are, and their average.
        description: HTML of the mapper's description, which is not sanitised; "" for none.
        notice: why it cannot be downloaded, and the like; "" for nothing.
        words: all of the heading, for screen readers.
    """

    title: str
    artist: str
    other: str
    mapper: Link
    guests: tuple[Link, ...]
    status: str
    status_text: str
    date: str
    date_told: str
    counts: tuple[tuple[str, str], ...]
    badges: tuple[Badge, ...]
    cover: str | None
    preview: str
    facts: tuple[Fact, ...]
    ratings: ChartData
    ratings_title: str
    description: str
    notice: str
    words: str


def heading_of(beatmapset: Beatmapset, now: datetime, *, original: bool) -> SetHeading:
    """Return the texts about a set (`beatmapsets/{id}`).

    Args:
        beatmapset: the set.
        now: the current time, in UTC.
        original: whether titles are in their original script.
    """
    title, artist = (
        title_of(beatmapset, original=original),
        artist_of(beatmapset, original=original),
    )
    others = (
        artist_of(beatmapset, original=not original),
        title_of(beatmapset, original=not original),
    )
    other = "" if others == (artist, title) else " – ".join(filter(None, others))
    status = str(beatmapset.status) if beatmapset.status is not None else ""
    mapper, guests = _mapper(beatmapset), _guests(beatmapset)
    date, told = _dates(beatmapset, status, now)
    counts = [
        (tr("Plays"), whole(beatmapset.play_count)),
        (tr("Favourites"), whole(beatmapset.favourite_count)),
    ]
    if beatmapset.rating:
        counts.append((tr("Rating"), numerals.decimal(beatmapset.rating, 2)))
    status_text = _STATUSES.get(status, plain(status, 20).capitalize())
    words = [
        tr("{title} by {artist}").format(title=title, artist=artist) if artist else title,
        tr("mapped by {mapper}").format(mapper=mapper.text),
        status_text,
    ]
    words += [date, *(f"{label} {text}" for label, text in counts)]
    ratings, ratings_title = _ratings(beatmapset)
    return SetHeading(
        title=title,
        artist=artist,
        other=other,
        mapper=mapper,
        guests=guests,
        status=status,
        status_text=status_text,
        date=date,
        date_told=told,
        counts=tuple(counts),
        badges=tuple(_badges(beatmapset)),
        cover=None
        if beatmapset.nsfw
        else beatmapset.covers.cover_2x or beatmapset.covers.cover or None,
        preview=beatmapset.preview_address,
        facts=tuple(
            fact
            for fact in (
                Fact("other", tr("Romanised") if original else tr("Original"), other),
                *_facts(beatmapset, status, now),
            )
            if fact.text or fact.links
        ),
        ratings=ratings,
        ratings_title=ratings_title,
        description=(beatmapset.description.description or "") if beatmapset.description else "",
        notice=_notice(beatmapset),
        words=", ".join(filter(None, words)),
    )


def search_address(text: str) -> str:
    """Return the path of a search in the listing, among sets of any status."""
    return f"/beatmapsets?q={quote_plus(text)}&s=any"


def search_by(option: str, value: str) -> str:
    """Return the path of a search for a value of an option, such as `artist`."""
    quoted = " ".join(value.replace('"', " ").split())
    return search_address(f'{option}="{quoted}"')


def _user(number: int | None) -> str:
    return f"/users/{number}" if number is not None and number > 0 else ""


def _name(text: str, number: int | None = None) -> str:
    return plain(text, 40) or (
        tr("user {id}").format(id=number) if number else tr("[deleted user]")
    )


def _mapper(beatmapset: Beatmapset) -> Link:
    user = beatmapset.user
    name = user.username if user is not None and user.id == beatmapset.user_id else ""
    return Link(_name(name or beatmapset.creator), _user(beatmapset.user_id))


def _guests(beatmapset: Beatmapset) -> tuple[Link, ...]:
    found: dict[int, Link] = {}
    for beatmap in beatmapset.beatmaps or ():
        for owner in beatmap.owners or ():
            if owner.id != beatmapset.user_id:
                found.setdefault(owner.id, Link(_name(owner.username, owner.id), _user(owner.id)))
    return tuple(found.values())[:_MOST_USERS]


def _dates(beatmapset: Beatmapset, status: str, now: datetime) -> tuple[str, str]:
    """Return the date that matters most, and all of them, a line each."""
    named = [
        (_DATED.get(status, tr("Ranked")), beatmapset.ranked_date),
        (tr("Updated"), beatmapset.last_updated),
        (tr("Submitted"), beatmapset.submitted_date),
    ]
    known = [(name, moment) for name, moment in named if moment is not None]
    if not known:
        return "", ""
    name, moment = known[0]
    told = "\n".join(f"{n} {second(m)}, {ago(in_utc(m), now)}" for n, m in known)
    return f"{name} {day_cell(moment)}", told


def _badges(beatmapset: Beatmapset) -> Iterator[Badge]:
    if beatmapset.nsfw:
        yield Badge(tr("Explicit"), tr("Its content is explicit: the cover is not shown"))
    if beatmapset.spotlight:
        yield Badge(tr("Spotlight"), tr("It was in a beatmap spotlight"))
    if beatmapset.track_id:
        yield Badge(tr("Featured artist"), tr("The song is of a featured artist"))
    if beatmapset.video:
        yield Badge(tr("Video"), tr("It has a video"))
    if beatmapset.storyboard:
        yield Badge(tr("Storyboard"), tr("It has a storyboard"))
    if beatmapset.discussion_locked:
        yield Badge(tr("Locked"), tr("Its discussion is locked"))


def _facts(beatmapset: Beatmapset, status: str, now: datetime) -> Iterator[Fact]:
    yield Fact("mapper", tr("Mapped by"), "", links=(_mapper(beatmapset),))
    yield Fact("guests", tr("Guest mappers"), "", links=_guests(beatmapset))
    for key, name, moment in (
        ("submitted_date", tr("Submitted"), beatmapset.submitted_date),
        ("last_updated", tr("Updated"), beatmapset.last_updated),
        ("ranked_date", _DATED.get(status, tr("Ranked")), beatmapset.ranked_date),
    ):
        if moment is not None:
            yield Fact(key, name, f"{day_cell(moment)} ({ago(in_utc(moment), now)})")
    yield from _progress(beatmapset, status)
    yield Fact("nominators", tr("Nominated by"), "", links=tuple(_nominators(beatmapset)))
    if beatmapset.source:
        source = plain(beatmapset.source, _LONGEST_NAME)
        yield Fact("source", tr("Source"), "", links=((source, search_by("source", source)),))
    for key, name, thing, letter in (
        ("genre", tr("Genre"), beatmapset.genre, "g"),
        ("language", tr("Language"), beatmapset.language, "l"),
    ):
        if thing is not None and thing.name:
            path = f"/beatmapsets?{letter}={thing.id}" if thing.id else ""
            yield Fact(key, name, "", links=((plain(thing.name, 40), path),))
    packs = [plain(tag, 20) for tag in beatmapset.pack_tags or ()][:_MOST_PACKS]
    yield Fact(
        "packs", tr("Packs"), "", links=tuple((tag, f"/beatmaps/packs/{tag}") for tag in packs)
    )
    yield Fact("bpm", "BPM", numerals.significant(beatmapset.bpm, 6) if beatmapset.bpm else "")
    if beatmapset.offset:
        yield Fact("offset", tr("Online offset"), tr("{time} ms").format(time=beatmapset.offset))
    words = [plain(tag, 60) for tag in beatmapset.tags.split()[:_MOST_TAGS]]
    yield Fact(
        "tags", tr("Tags"), "", links=tuple((tag, search_address(tag)) for tag in words if tag)
    )
    yield Fact("favourites", tr("Favoured by"), "", links=tuple(_favourites(beatmapset)))
    yield Fact("id", tr("Set number"), str(beatmapset.id))


def _progress(beatmapset: Beatmapset, status: str) -> Iterator[Fact]:
    """Yield hype and nominations of a set that is not ranked yet."""
    if status not in UNDECIDED:
        return
    hype, summary = beatmapset.hype, beatmapset.nominations_summary
    if hype is not None:
        yield Fact(
            "hype",
            tr("Hype"),
            tr("{count} of {total}").format(
                count=numerals.whole(hype.current), total=numerals.whole(hype.required)
            ),
        )
    if summary is not None:
        meta = summary.required_meta
        needed = meta.main_ruleset if meta is not None else summary.required
        more = meta.non_main_ruleset if meta is not None else 0
        rulesets = {str(one.mode) for one in beatmapset.beatmaps or () if one.mode is not None}
        text = numerals.whole(summary.current)
        if needed is not None:
            text = tr("{count} of {total}").format(count=text, total=numerals.whole(needed))
        if more and len(rulesets) > 1:
            text = tr("{nominations}, and {more} for each further ruleset").format(
                nominations=text, more=numerals.whole(more)
            )
        yield Fact("nominations", tr("Nominations"), text)


def _nominators(beatmapset: Beatmapset) -> Iterator[tuple[str, str]]:
    names = {user.id: user.username for user in beatmapset.related_users or ()}
    for one in (beatmapset.current_nominations or ())[:_MOST_USERS]:
        modes = ", ".join(MODE_NAMES.get(str(mode), str(mode)) for mode in one.rulesets or ())
        name = _name(names.get(one.user_id, ""), one.user_id)
        yield (f"{name} ({plain(modes, 60)})" if modes else name, _user(one.user_id))


def _favourites(beatmapset: Beatmapset) -> Iterator[tuple[str, str]]:
    users = (beatmapset.recent_favourites or ())[:_MOST_USERS]
    yield from ((_name(user.username, user.id), _user(user.id)) for user in users)
    rest = beatmapset.favourite_count - len(users)
    if users and rest > 0:
        yield (tr("and {rest} more").format(rest=numerals.whole(rest)), "")


def _notice(beatmapset: Beatmapset) -> str:
    said = []
    if beatmapset.deleted_at is not None:
        said.append(tr("This beatmapset was deleted."))
    available = beatmapset.availability
    if available is not None and available.download_disabled:
        said.append(tr("It cannot be downloaded from osu!."))
    if available is not None and available.more_information:
        said.append(
            tr("osu! says why: {reason}").format(reason=plain(available.more_information, 200))
        )
    return " ".join(said)


def _ratings(beatmapset: Beatmapset) -> tuple[ChartData, str]:
    """Return the players' ratings by value, and a title with their average."""
    counts = [max(0, count) for count in (beatmapset.ratings or [])[1:11]]
    total = sum(counts)
    if not total:
        return ChartData(), tr("Players' ratings")
    average = sum(value * count for value, count in enumerate(counts, 1)) / total
    data = ChartData(
        tuple(str(value) for value in range(1, len(counts) + 1)),
        tuple(float(count) for count in counts),
        tuple(
            tr("{count} of {total} ({share})").format(
                count=numerals.whole(count),
                total=numerals.whole(total),
                share=numerals.percent(count / total, 0),
            )
            for count in counts
        ),
    )
    return data, tr("Players' ratings: {total}, average {average}").format(
        total=numerals.whole(total), average=numerals.decimal(average, 2)
    )
