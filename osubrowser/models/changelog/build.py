"""Single builds, with all texts that their page shows, and two builds of a stream side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from osubrowser.models.changelog.builds import (
    COLOURS,
    ChangelogQuery,
    StreamInfo,
    build_html,
    build_place,
    build_title,
    build_version,
    by_category,
    changes_of,
    fit_version,
    listing_params,
    next_of,
    stream_title,
    streams_of,
    summary,
)
from osubrowser.models.text.dates import minute
from osubrowser.services.places.places import ThingPlace, WebAddress
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.changelog import Build
    from osubrowser.services.places.places import Place

_MOST_PAGES: Final = 6
"""Pages of builds between two builds that are counted."""


@dataclass(frozen=True, slots=True)
class BuildSubject:
    """Build.

    Attributes:
        id: its id, by which comments name it.
        stream: name of its stream; "" for unknown.
        stream_title: display name of the stream.
        version: its version, as addresses name it.
        title: stream and version.
        colour: `#rrggbb` of the stream; "" for none.
        released: when it came out, to the minute.
        about: users and changes in words.
        count: number of its changes.
        video: a video about it; None for none.
        html: its changes as HTML that must be sanitised.
        newer, older: title and place of the neighbours; None at the ends.
    """

    id: int
    stream: str
    stream_title: str
    version: str
    title: str
    colour: str = ""
    released: str = ""
    about: str = ""
    count: int = 0
    video: WebAddress | None = None
    html: str = ""
    newer: tuple[str, ThingPlace] | None = None
    older: tuple[str, ThingPlace] | None = None

    @property
    def key(self) -> str:
        """Key of its place."""
        return f"{self.stream}/{self.version}" if self.stream else self.version


def load_build(client: Client, place: Place) -> BuildSubject:
    """Load a build by stream and version, by version, or the newest one of a stream; blocks.

    Endpoints: `changelog/{stream}/{build}` and `changelog/{changelog}`. For a worker.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such build.
        TypeError: the place is none of a build.
    """
    if not isinstance(place, ThingPlace):
        raise TypeError(f"not a build: {place!r}")
    stream, slash, version = place.key.partition("/")
    if slash:
        return subject_of(client.changelog_build(stream, version))
    return subject_of(client.changelog_build_lookup(stream))


def subject_of(build: Build) -> BuildSubject:
    """Return what the page shows of a build."""
    stream = build.update_stream
    there = build_place(build)
    name, _, version = there.key.partition("/") if there is not None else ("", "", "")
    beside = build.versions
    return BuildSubject(
        build.id,
        name,
        stream_title(stream),
        version or build_version(build),
        build_title(build),
        COLOURS.get(name, ""),
        minute(build.created_at),
        summary(build),
        len(changes_of(build)),
        _video(build.youtube_id),
        build_html(build),
        _neighbour(beside.next if beside is not None else None, build),
        _neighbour(beside.previous if beside is not None else None, build),
    )


def _neighbour(other: Build | None, build: Build) -> tuple[str, ThingPlace] | None:
    if other is None:
        return None
    place = build_place(other)
    if place is None and build.update_stream is not None and fit_version(other.version or ""):
        place = ThingPlace("changelog", f"{build.update_stream.name}/{other.version}")
    return None if place is None else (build_version(other), place)


def _video(youtube_id: str | None) -> WebAddress | None:
    is_id = youtube_id is not None and len(youtube_id) <= 20 and youtube_id.isascii()
    if (
        youtube_id is None
        or not is_id
        or not youtube_id.replace("-", "").replace("_", "").isalnum()
    ):
        return None
    return WebAddress(f"https://www.youtube.com/watch?v={youtube_id}")


# --- two builds side by side --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two builds of a stream.

    Attributes:
        query: the stream and the two versions.
        older, newer: the builds.
        between: builds and changes between them, in words; "" for none.
        categories: for each category the changes in the older build, between them, and in the
            newer build.
        streams: all streams.
    """

    query: ChangelogQuery
    older: BuildSubject
    newer: BuildSubject
    between: str = ""
    categories: tuple[tuple[str, int, int, int], ...] = ()
    streams: tuple[StreamInfo, ...] = ()


def load_comparison(client: Client, query: ChangelogQuery) -> Comparison:
    """Load two builds of a stream, and count what lies between them; blocks, for a worker.

    Without versions these are its two newest builds, without a stream those of the first one.
    Endpoints: `changelog/{stream}/{build}` twice, and `changelog`.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such build.
    """
    query = _completed(client, query)
    first, last = (client.changelog_build(query.stream, v) for v in (query.first, query.last))
    if first.id > last.id:
        first, last = last, first
        query = ChangelogQuery(query.stream, query.last, query.first, query.view)
    inner, is_whole, streams = _between(client, query, first.id, last.id)
    counts: dict[str, list[int]] = {}
    for place, builds in enumerate(([first], inner, [last])):
        entries = (entry for build in builds for entry in changes_of(build))
        for category, found in by_category(entries).items():
            counts.setdefault(category, [0, 0, 0])[place] = len(found)
    changes = sum(len(changes_of(build)) for build in inner)
    words = ""
    if inner:
        said = (
            tr("{builds} with {changes} between")
            if is_whole
            else tr("at least {builds} with {changes} between")
        )
        words = said.format(
            builds=tr("%n build(s)", "", len(inner)), changes=tr("%n change(s)", "", changes)
        )
    names = sorted(counts, key=str.casefold)
    categories = tuple((name, counts[name][0], counts[name][1], counts[name][2]) for name in names)
    return Comparison(query, subject_of(first), subject_of(last), words, categories, streams)


def _completed(client: Client, query: ChangelogQuery) -> ChangelogQuery:
    """Return a query with a stream and two versions."""
    if query.stream and query.first and query.last:
        return query
    stream = query.stream
    if not stream:
        streams = client.changelog_listing().streams
        with_changes = [one.name for one in streams if one.is_featured] or [
            one.name for one in streams
        ]
        stream = with_changes[0] if with_changes else "stable40"
    listing = client.changelog_listing(stream=stream, to=query.last or None)
    versions = [v for build in listing.builds if (v := fit_version(build.version or ""))]
    last = query.last or (versions[0] if versions else "")
    older = [version for version in versions if version != last]
    first = query.first or (older[0] if older else last)
    return ChangelogQuery(stream, first, last, query.view)


def _between(
    client: Client, query: ChangelogQuery, first: int, last: int
) -> tuple[list[Build], bool, tuple[StreamInfo, ...]]:
    """Return the builds between two ids, whether these are all, and all streams."""
    found: list[Build] = []
    streams: tuple[StreamInfo, ...] = ()
    most: int | None = None
    for _ in range(_MOST_PAGES):
        listing = client.changelog_listing(**listing_params(query, most))
        found += [build for build in listing.builds if first < build.id < last]
        streams = streams or streams_of(listing.streams)
        most = next_of(listing.builds)
        if most is None or most <= first:
            return found, True, streams
    return found, False, streams
