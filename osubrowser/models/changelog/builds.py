"""Builds of the changelog: streams, texts of builds and changes, and pages of builds as posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.posts.post import Post, blocks_of, when_of
from osubrowser.models.text.dates import day, in_utc
from osubrowser.services.places.places import ListPlace, ThingPlace, UserPlace, WebAddress
from osubrowser.services.places.urls import address
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.changelog import Build, ChangelogEntry, UpdateStream
    from osubrowser.services.places.places import Place

PAGE_SIZE: Final = 21
"""Builds on a page, as osu! has it."""
VIEWS: Final = (("", tr("Builds")), ("entries", tr("Changes")), ("compare", tr("Side by side")))
"""Views of the changelog: value and label."""
COLOURS: Final[Mapping[str, str]] = {
    "stable": "#66ccff",
    "stable40": "#66ccff",
    "beta40": "#ffdd55",
    "cuttingedge": "#eeaa00",
    "lazer": "#ff5f6b",
    "tachyon": "#c78bff",
    "web": "#a08bff",
}
"""Colours of the streams, on a dark ground."""
TYPES: Final = {"add": tr("Added", "kind of change"), "fix": tr("Fixed"), "misc": tr("Changed")}
"""Types of changes, as words."""
_SIGNS: Final = {"add": "+", "fix": "✓"}
_LONGEST: Final = 400
_MOST_ENTRIES: Final = 1000
_CODE: Final = re.compile(r"`([^`\n]{1,200})`")
_VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}\Z")
_STREAM: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}\Z")


@dataclass(frozen=True, slots=True)
class ChangelogQuery:
    """What a list of the changelog shows.

    Attributes:
        stream: name of the stream; "" for all.
        first, last: the oldest and the newest version; "" for no limit.
        view: one of `VIEWS`.
    """

    stream: str = ""
    first: str = ""
    last: str = ""
    view: str = ""

    @classmethod
    def of(cls, place: Place) -> ChangelogQuery:
        """Return the query of a place; what is not valid is left out."""
        query = dict(place.query) if isinstance(place, ListPlace) else {}
        view = query.get("view", "")
        return cls(
            fit_stream(query.get("stream", "")),
            fit_version(query.get("from", "")),
            fit_version(query.get("to", "")),
            view if view in dict(VIEWS) else "",
        )

    @property
    def place(self) -> ListPlace:
        """The place of the list."""
        names = {"stream": self.stream, "from": self.first, "to": self.last, "view": self.view}
        pairs = tuple(sorted((name, value) for name, value in names.items() if value))
        return ListPlace("changelog", pairs)

    @property
    def limits(self) -> str:
        """The versions in words; "" for all of them."""
        if self.first and self.last:
            return tr("from {first} to {last}").format(first=self.first, last=self.last)
        if self.first:
            return tr("since {first}").format(first=self.first)
        return tr("up to {last}").format(last=self.last) if self.last else ""


def fit_stream(text: str) -> str:
    """Return the name of a stream; "" for what can be none."""
    text = text.strip().lower()
    return text if _STREAM.match(text) else ""


def fit_version(text: str) -> str:
    """Return a version; "" for what can be none."""
    text = text.strip()
    return text if _VERSION.match(text) else ""


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """Stream with its newest build.

    Attributes:
        name: its name in addresses.
        title: its display name.
        version: version of its newest build; "" for none.
        users: its current users; None for unknown.
    """

    name: str
    title: str
    version: str = ""
    users: int | None = None


def streams_of(streams: Iterable[UpdateStream]) -> tuple[StreamInfo, ...]:
    """Return the streams that have a name."""
    return tuple(
        StreamInfo(
            stream.name,
            stream_title(stream),
            build_version(stream.latest_build) if stream.latest_build is not None else "",
            stream.user_count,
        )
        for stream in streams
        if fit_stream(stream.name) == stream.name
    )


def stream_title(stream: UpdateStream | None) -> str:
    """Return the display name of a stream."""
    if stream is None:
        return tr("Unknown stream")
    return plain(stream.display_name or stream.name, 40) or tr("Unknown stream")


def build_version(build: Build) -> str:
    """Return the version of a build, as it is shown."""
    return plain(build.display_version or build.version or "", 40) or f"#{build.id}"


def build_title(build: Build) -> str:
    """Return the stream and the version of a build."""
    return f"{stream_title(build.update_stream)} {build_version(build)}"


def build_place(build: Build) -> ThingPlace | None:
    """Return the place of a build; None without a stream or a version."""
    stream, version = build.update_stream, build.version or build.display_version
    if stream is None or fit_stream(stream.name) != stream.name or not fit_version(version):
        return None
    return ThingPlace("changelog", f"{stream.name}/{version}")


# --- changes ------------------------------------------------------------------------------------


def is_placeholder(entry: ChangelogEntry) -> bool:
    """Return whether an entry stands for a build without changes."""
    return entry.id is None and not (entry.title or "").strip()


def entry_title(entry: ChangelogEntry) -> str:
    """Return the text of a change, without markup."""
    text = entry.title or entry.message or ""
    return plain(text.strip().partition("\n")[0], _LONGEST) or tr("A change without a description")


def entry_type(entry: ChangelogEntry) -> str:
    """Return the type of a change as a word."""
    return TYPES.get(entry.type, plain(entry.type, 20).capitalize())


def entry_category(entry: ChangelogEntry) -> str:
    """Return the category of a change."""
    return plain(entry.category, 60) or tr("Other")


def entry_author(entry: ChangelogEntry) -> str:
    """Return who made a change; "" for nobody."""
    user = entry.github_user
    if user is None:
        return ""
    return plain(user.display_name or user.github_username or user.osu_username or "", 60)


def author_place(entry: ChangelogEntry) -> UserPlace | None:
    """Return the profile of who made a change; None without an account."""
    user = entry.github_user
    return UserPlace(user.user_id) if user is not None and user.user_id else None


def author_link(entry: ChangelogEntry) -> Place | None:
    """Return the profile of who made a change, else the GitHub page; None without either."""
    user = entry.github_user
    return author_place(entry) or (github(user.github_url) if user is not None else None)


def entry_link(entry: ChangelogEntry) -> WebAddress | None:
    """Return the page of a change: on GitHub, or where it was announced; None for none."""
    return github(entry.github_url) or _page(entry.url)


def entry_source(entry: ChangelogEntry) -> str:
    """Return the repository and the number of a change: `osu#1234`; "" for none."""
    number = entry.github_pull_request_id
    if number is None:
        return ""
    return f"{plain((entry.repository or '').rpartition('/')[2], 40)}#{number}"


def github(url: str | None) -> WebAddress | None:
    """Return an address of GitHub; None for any other text."""
    is_there = url is not None and url.startswith("https://github.com/") and _is_clean(url)
    return WebAddress(url) if url is not None and is_there else None


def _page(url: str | None) -> WebAddress | None:
    is_there = url is not None and url.startswith("https://") and _is_clean(url)
    return WebAddress(url) if url is not None and is_there else None


def _is_clean(url: str) -> bool:
    return len(url) <= 500 and url.isascii() and url.isprintable() and not set(" <>\"'") & set(url)


def changes_of(build: Build) -> list[ChangelogEntry]:
    """Return the changes of a build, without the entry that stands for none."""
    entries = (build.changelog_entries or [])[:_MOST_ENTRIES]
    return [entry for entry in entries if not is_placeholder(entry)]


def by_category(entries: Iterable[ChangelogEntry]) -> dict[str, list[ChangelogEntry]]:
    """Return changes by category, in alphabetical order; major ones come first."""
    found: dict[str, list[ChangelogEntry]] = {}
    for entry in entries:
        found.setdefault(entry_category(entry), []).append(entry)
    for one in found.values():
        one.sort(key=lambda entry: not entry.major)
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def changes_html(entries: Iterable[ChangelogEntry]) -> str:
    """Return changes as HTML, by category.

    It has the messages of the server in it, and must be sanitised.
    """
    parts: list[str] = []
    for category, changes in by_category(entries).items():
        heading = f"{category} ({len(changes)})" if len(changes) > 1 else category
        parts.append(f"<h5>{escape(heading)}</h5>")
        lines: list[str] = []
        for entry in changes:
            lines.append(_entry_html(entry))
            if entry.title and entry.message_html:
                parts.append(f"<p>{'<br>'.join(lines)}</p>")
                parts.append(f"<blockquote>{entry.message_html}</blockquote>")
                lines.clear()
        if lines:
            parts.append(f"<p>{'<br>'.join(lines)}</p>")
    return "".join(parts)


def _entry_html(entry: ChangelogEntry) -> str:
    title = _CODE.sub(r"<code>\1</code>", escape(entry_title(entry)))
    if entry.major:
        title = f"<strong>{title}</strong>"
    sign = _SIGNS.get(entry.type, "·")
    link, source = entry_link(entry), entry_source(entry)
    more = ""
    if link is not None:
        source = source or tr("more")
        more += f' <a href="{escape(link.url)}">{escape(source)}</a>'
    elif source:
        more += f" ({escape(source)})"
    author, there = entry_author(entry), author_link(entry)
    if author and there is not None:
        named = f'<a href="{escape(address(there))}">{escape(author)}</a>'
        more += " " + escape(tr("by {author}")).format(author=named)
    elif author:
        more += " " + escape(tr("by {author}")).format(author=escape(author))
    return f"{sign} {title}{more}"


def build_html(build: Build) -> str:
    """Return the changes of a build as HTML, which must be sanitised."""
    changes = changes_of(build)
    if changes:
        return changes_html(changes)
    told = next((e.message_html or e.message for e in build.changelog_entries or ()), None)
    none = escape(tr("This build has no special changes."))
    return told or f"<p><em>{none}</em></p>"


def summary(build: Build) -> str:
    """Return the figures of a build in words: users and changes by type."""
    changes = changes_of(build)
    parts = []
    if build.users > 0:
        parts.append(tr("%n user(s)", "", build.users))
    if not changes:
        parts.append(tr("no changes"))
    else:
        types: dict[str, int] = {}
        for entry in changes:
            types[entry_type(entry)] = types.get(entry_type(entry), 0) + 1
        parts.append(tr("%n change(s)", "", len(changes)))
        if len(types) > 1:
            parts += [f"{numerals.whole(count)} {name.lower()}" for name, count in types.items()]
    return " · ".join(parts)


# --- pages of builds as posts -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """Page of builds.

    Attributes:
        builds: the day of each build in words, and the build as a post.
        streams: all streams.
        versions: versions of the builds.
        next: the highest id of the next page; None for the last page.
    """

    builds: tuple[tuple[str, Post], ...] = ()
    streams: tuple[StreamInfo, ...] = ()
    versions: tuple[str, ...] = ()
    next: int | None = None


def load_builds(client: Client, query: ChangelogQuery, most: int | None) -> BuildsPage:
    """Load a page of builds, newest first (`changelog`); blocks, for a worker.

    Args:
        client: the API client.
        query: which builds.
        most: the highest id to load; None for the newest.

    Raises:
        OsuError: as the client raises it.
    """
    listing = client.changelog_listing(**listing_params(query, most))
    now = datetime.now(UTC)
    posts = tuple(
        (day(in_utc(build.created_at)) if build.created_at else "", _post(build, client, now))
        for build in listing.builds
    )
    versions = tuple(v for build in listing.builds if (v := fit_version(build.version or "")))
    return BuildsPage(posts, streams_of(listing.streams), versions, next_of(listing.builds))


def listing_params(query: ChangelogQuery, most: int | None) -> dict[str, Any]:
    """Return the arguments of `Client.changelog_listing` for a page."""
    return {
        "stream": query.stream or None,
        "from_": query.first or None,
        "to": query.last or None,
        "max_id": most,
    }


def next_of(builds: list[Build]) -> int | None:
    """Return the highest id of the page after one; None after the last one."""
    if len(builds) < PAGE_SIZE:
        return None
    lowest = min((build.id for build in builds if build.id > 0), default=1)
    return lowest - 1 if lowest > 1 else None


def _post(build: Build, client: Client, now: datetime) -> Post:
    when, moment = when_of(build.created_at, now)
    there, stream = build_place(build), build.update_stream
    return Post(
        f"b{build.id}",
        author=build_title(build),
        place=there,
        colour=COLOURS.get(stream.name, "") if stream is not None else "",
        avatar="",
        when=when,
        moment=moment,
        facts=summary(build),
        blocks=blocks_of(build_html(build), client.base_url),
        text="\n".join(_line(entry) for entry in changes_of(build)),
        path=f"/home/changelog/{there.key}" if there is not None else "",
    )


def _line(entry: ChangelogEntry) -> str:
    """Return a change as a line of text, for copying and files."""
    author = entry_author(entry)
    source = f" ({entry_source(entry)})" if entry_source(entry) else ""
    line = f"{entry_category(entry)}: {entry_type(entry)}: {entry_title(entry)}{source}"
    return f"{line} " + tr("by {author}").format(author=author) if author else line


@dataclass(frozen=True, slots=True)
class BuildsState:
    """Saved state of a list of builds, to restore it without requests."""

    query: ChangelogQuery
    builds: tuple[tuple[str, Post], ...] = ()
    next: int | None = None
    is_complete: bool = False
    streams: tuple[StreamInfo, ...] = ()
    versions: tuple[str, ...] = field(default=())
