"""Changes of builds as rows: columns and loads."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.changelog.builds import (
    ChangelogQuery,
    build_title,
    build_version,
    changes_of,
    entry_author,
    entry_category,
    entry_source,
    entry_title,
    entry_type,
    listing_params,
    next_of,
    stream_title,
    streams_of,
)
from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import (
    day_column,
    mark_column,
    minute_column,
    text_column,
)
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.changelog import Build, ChangelogEntry
    from osubrowser.models.table.column import Column, Record, Row

_LONGEST: Final = 1000
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """Change in a build.

    Attributes:
        entry: the change.
        build: the build that it is in.
        number: its position in the build, from 0.
    """

    entry: ChangelogEntry
    build: Build
    number: int


def entry_columns(*, with_build: bool) -> tuple[Column[ListedEntry], ...]:
    """Return the columns of changes; `with_build`: of more than one build."""
    build: tuple[Column[ListedEntry], ...] = (
        day_column("released", tr("Released"), lambda one: one.build.created_at),
        text_column("build", tr("Build"), 170, lambda one: build_title(one.build)),
        text_column(
            "stream", tr("Stream"), 96, lambda one: stream_title(one.build.update_stream)
        ).hidden(),
        text_column("version", tr("Version"), 104, lambda one: build_version(one.build)).hidden(),
    )
    source: Column[ListedEntry]
    source = text_column("source", tr("Source"), 150, lambda one: entry_source(one.entry)).hidden()
    message: Column[ListedEntry]
    message = text_column("message", tr("Details"), 300, lambda one: _message(one.entry)).hidden()
    return (
        *(build if with_build else ()),
        text_column("title", tr("Change"), 330, lambda one: entry_title(one.entry), strong=True),
        text_column("category", tr("Category"), 124, lambda one: entry_category(one.entry)),
        text_column("type", tr("Type"), 76, lambda one: entry_type(one.entry)),
        mark_column(
            "major", tr("Major"), lambda one: bool(one.entry.major), tr("Important changes")
        ),
        text_column("author", tr("Author"), 110, lambda one: entry_author(one.entry)),
        source if with_build else replace(source, shown=True),
        message if with_build else replace(message, shown=True),
        minute_column("made", tr("Made"), lambda one: one.entry.created_at).hidden(),
    )


def _message(entry: ChangelogEntry) -> str:
    """Return the details of a change, with the words of links and pictures alone."""
    return (
        plain(_LINK.sub(r"\1", entry.message[:_LONGEST])) if entry.title and entry.message else ""
    )


def load_entries(
    client: Client, query: ChangelogQuery, columns: Sequence[Column[Any]], most: int | None
) -> RowsPage:
    """Load the changes of a page of builds (`changelog`); blocks, for a worker.

    Args:
        client: the API client.
        query: which builds.
        columns: of `entry_columns`.
        most: the highest id of a build to load; None for the newest.

    Returns:
        The page; its `extra` is a tuple of `StreamInfo`.

    Raises:
        OsuError: as the client raises it.
    """
    listing = client.changelog_listing(**listing_params(query, most))
    after = next_of(listing.builds)
    return RowsPage(
        make_rows(columns, _listed(listing.builds), identity=entry_identity),
        next=after,
        extra=streams_of(listing.streams),
        goes_on=after is not None,
    )


def load_build_entries(
    client: Client, stream: str, version: str, columns: Sequence[Column[Any]], _: object = None
) -> RowsPage:
    """Load the changes of one build (`changelog/{stream}/{build}`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such build.
    """
    build = client.changelog_build(stream, version)
    rows = make_rows(columns, _listed([build]), identity=entry_identity)
    return RowsPage(rows, total=len(rows))


def _listed(builds: Iterable[Build]) -> list[ListedEntry]:
    return [
        ListedEntry(entry, build, number)
        for build in builds
        for number, entry in enumerate(changes_of(build))
    ]


def entry_identity(one: ListedEntry) -> Hashable:
    """Return the identity of a change: it can be in more than one build."""
    return one.build.id, one.entry.id or -1 - one.number


def entry_record(row: Row[Any]) -> Record:
    """Return the record of a change, for a JSON export."""
    one: ListedEntry = row.item
    entry, user, stream = one.entry, one.entry.github_user, one.build.update_stream
    return {
        "id": entry.id,
        "build_id": one.build.id,
        "stream": stream.name if stream is not None else None,
        "version": one.build.version,
        "released_at": one.build.created_at.isoformat() if one.build.created_at else None,
        "type": entry.type,
        "category": entry.category,
        "title": entry.title,
        "message": entry.message,
        "major": entry.major,
        "repository": entry.repository,
        "github_pull_request_id": entry.github_pull_request_id,
        "github_url": entry.github_url,
        "url": entry.url,
        "author": user.display_name if user is not None else None,
        "user_id": user.user_id if user is not None else None,
        "created_at": entry.created_at.isoformat() if entry.created_at else None,
    }
