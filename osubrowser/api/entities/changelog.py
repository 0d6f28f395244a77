"""Builds of the game and of the website, and what changed in them."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum, Timestamp


class ChangelogMessageFormat(OpenEnum):
    """How the text of an entry is written."""

    HTML = "html"
    MARKDOWN = "markdown"


class GithubUser(Entity, frozen=True, kw_only=True):
    """Who made a change; `user_id` and `osu_username` if they have an account at osu!."""

    id: int | None = None
    display_name: str = ""
    github_url: str | None = None
    github_username: str | None = None
    osu_username: str | None = None
    user_id: int | None = None
    user_url: str | None = None


class ChangelogEntry(Entity, frozen=True, kw_only=True):
    """One change: `type` is `add`, `fix` or `misc`.

    `message` is Markdown, `message_html` HTML that must be cleaned. A build without changes has
    one entry that the server makes up, without `id` and of the year 1970.
    """

    id: int | None = None
    category: str = ""
    created_at: Timestamp | None = None
    github_pull_request_id: int | None = None
    github_url: str | None = None
    github_user: GithubUser | None = None
    major: bool = False
    message: str | None = None
    message_html: str | None = None
    repository: str | None = None
    title: str | None = None
    type: str = ""
    url: str | None = None


class UpdateStream(Entity, frozen=True, kw_only=True):
    """A line of builds, such as `stable40`, `lazer` or `web`; `user_count` plays it now."""

    id: int = 0
    name: str = ""
    display_name: str | None = None
    is_featured: bool = False
    latest_build: Build | None = None
    user_count: int | None = None


class Versions(Entity, frozen=True, kw_only=True):
    """The neighbours of a build; None at the ends."""

    next: Build | None = None
    previous: Build | None = None


class Build(Entity, frozen=True, kw_only=True):
    """One build; `users` play it now."""

    id: int = 0
    version: str | None = None
    display_version: str = ""
    users: int = 0
    created_at: Timestamp | None = None
    youtube_id: str | None = None
    update_stream: UpdateStream | None = None
    changelog_entries: list[ChangelogEntry] | None = None
    versions: Versions | None = None


class ChangelogSearch(Entity, frozen=True, kw_only=True):
    """What was asked for, as the server understood it."""

    stream: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    max_id: int | None = None
    limit: int = 0


class ChangelogListing(Entity, frozen=True, kw_only=True):
    """A page of builds, newest first, and all streams."""

    builds: list[Build] = msgspec.field(default_factory=list)
    streams: list[UpdateStream] = msgspec.field(default_factory=list)
    search: ChangelogSearch = ChangelogSearch()
