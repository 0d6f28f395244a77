"""Entities of the changelog: builds, update streams and changes."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, Int64, OpenEnum, Timestamp


class ChangelogMessageFormat(OpenEnum):
    """Format of an entry's text."""

    HTML = "html"
    MARKDOWN = "markdown"


class GithubUser(Entity, frozen=True, kw_only=True):
    """Author of a change; `user_id` and `osu_username` if they have an osu! account."""

    id: Int64 | None = None
    display_name: str = ""
    github_url: str | None = None
    github_username: str | None = None
    osu_username: str | None = None
    user_id: Int64 | None = None
    user_url: str | None = None


class ChangelogEntry(Entity, frozen=True, kw_only=True):
    """Change in a build: `type` is `add`, `fix` or `misc`.

    `message` is Markdown, `message_html` HTML that must be sanitized. A build without changes
    has one placeholder entry, without `id` and of the year 1970.
    """

    id: Int64 | None = None
    category: str = ""
    created_at: Timestamp | None = None
    github_pull_request_id: Int64 | None = None
    github_url: str | None = None
    github_user: GithubUser | None = None
    major: bool | None = None
    message: str | None = None
    message_html: str | None = None
    repository: str | None = None
    title: str | None = None
    type: str = ""
    url: str | None = None


class UpdateStream(Entity, frozen=True, kw_only=True):
    """Update stream, such as `stable40`, `lazer` or `web`; `user_count` is its current users."""

    id: Int64 = 0
    name: str = ""
    display_name: str | None = None
    is_featured: bool | None = None
    latest_build: Build | None = None
    user_count: Int64 | None = None


class Versions(Entity, frozen=True, kw_only=True):
    """The previous and next build; None at the ends."""

    next: Build | None = None
    previous: Build | None = None


class Build(Entity, frozen=True, kw_only=True):
    """Build; `users` is the number of its current users."""

    identified_by = ("id", "version", "display_version")

    id: Int64 = 0
    version: str | None = None
    display_version: str = ""
    users: Int64 = 0
    created_at: Timestamp | None = None
    youtube_id: str | None = None
    update_stream: UpdateStream | None = None
    changelog_entries: list[ChangelogEntry] | None = None
    versions: Versions | None = None


class ChangelogSearch(Entity, frozen=True, kw_only=True):
    """Parameters as the server applied them."""

    stream: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    max_id: Int64 | None = None
    limit: Int64 = 0


class ChangelogListing(Entity, frozen=True, kw_only=True):
    """Page of builds, newest first, with all streams."""

    builds: list[Build] = msgspec.field(default_factory=list)
    streams: list[UpdateStream] = msgspec.field(default_factory=list)
    search: ChangelogSearch = ChangelogSearch()
