"""Changelog: update streams, builds and their entries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from random import Random
from typing import NamedTuple

import msgspec

from osubrowser.demo.world import markdown
from osubrowser.demo.world.clock import offset_form, seconds
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import Authors

_MOST = 24
_TIDY_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Only older builds have changes of the type `misc`, or none at all."""


class Stream(msgspec.Struct, frozen=True):
    """Update stream: start, mean days between builds, number of users."""

    id: int
    name: str
    display_name: str
    featured: bool
    since: date
    days: float
    users: int
    dotted: bool
    """Whether versions read `2026.624.0` instead of `20260624`."""
    repositories: tuple[str, ...]


class Coder(msgspec.Struct, frozen=True):
    """Author of changes: the GitHub name, and whether an osu! account is linked."""

    name: str
    has_account: bool


class ChangelogTexts(msgspec.Struct, frozen=True):
    """Streams, authors and sentence templates of the changelog."""

    streams: tuple[Stream, ...]
    """All streams in the order of the site."""
    authors: tuple[Coder, ...]
    additions: tuple[str, ...]
    fixes: tuple[str, ...]
    misc: tuple[str, ...]
    messages: tuple[str, ...]
    """Longer descriptions; most entries have none."""
    things: dict[str, tuple[str, ...]]
    """What a change is about, by repository."""
    categories: dict[str, tuple[str, ...]]
    """By repository."""


@cache
def changelog_texts() -> ChangelogTexts:
    """Return streams, authors and sentences of the changelog."""
    return load("changelog", ChangelogTexts)


class ChangelogEntries:
    """Generator of the entries of builds."""

    def __init__(self, seed: int, accounts: Accounts, authors: Authors) -> None:
        self._accounts = accounts
        self._authors = authors
        self._draws = Draws(seed, "changes")

    def of(
        self, number: int, created: datetime, repositories: tuple[str, ...]
    ) -> list[dict[str, object]]:
        """Return the `ChangelogEntry` objects of a build; one without any has a placeholder.

        Args:
            number: the number of the build.
            created: when it came out.
            repositories: where its changes come from, the usual ones several times.
        """
        draws = self._draws.at(number)
        if chance(draws[0], 0.06) and created < _TIDY_SINCE:
            return [_placeholder()]
        count = 1 + int((draws[1] / 2**32) ** 2 * (_MOST - 4))
        return [self._entry(number * _MOST + k, created, repositories) for k in range(count)]

    def _entry(
        self, serial: int, created: datetime, repositories: tuple[str, ...]
    ) -> dict[str, object]:
        draws, texts = self._draws.at(10_000_000 + serial), changelog_texts()
        repository = pick(draws[0], repositories)
        kind = pick(draws[1], ("add", "fix", "fix", "fix", "fix", "misc"))
        if kind == "misc" and created >= _TIDY_SINCE:
            kind = "fix"
        frames = {"add": texts.additions, "fix": texts.fixes, "misc": texts.misc}[kind]
        title = pick(draws[2], frames).format(thing=pick(draws[3], texts.things[repository]))
        request = between(draws[4], 400, 38_000)
        message = pick(draws[5], texts.messages)
        by_hand = chance(draws[6], 0.06)
        return {
            "id": None if by_hand else 1_000 + serial,  # as osu! sends them
            "repository": None if by_hand else repository,
            "github_pull_request_id": None if by_hand else request,
            "github_url": None if by_hand else f"https://github.com/{repository}/pull/{request}",
            "url": None,
            "type": kind,
            "category": pick(draws[7], texts.categories[repository]),
            "title": title,
            "major": chance(draws[8], 0.2),
            "created_at": offset_form(created - timedelta(hours=between(draws[9], 1, 90))),
            "github_user": self._coder(draws[10], seconds(created)),
            "message": message,
            "message_html": markdown.to_html(message, "changelog-md") if message else None,
        }

    def _coder(self, draw: int, second: int) -> dict[str, object]:
        """Return the `github_user` of a change; some of them have an account."""
        coders = changelog_texts().authors
        place = draw * len(coders) >> 32
        name, known = coders[place].name, coders[place].has_account
        user: dict[str, object] = {
            "display_name": name,
            "github_url": f"https://github.com/{name}",
            "github_username": name,
            "id": 40 + 7 * place,
            "osu_username": None,
            "user_id": None,
            "user_url": None,
        }
        if known:
            accounts = self._accounts
            account = 150 + 31 * place
            if account < self._authors.registered.there(second):
                user["display_name"] = user["osu_username"] = accounts.name_of(account)
                user["user_id"] = accounts.id_of(account)
                user["user_url"] = f"https://osu.ppy.sh/users/{accounts.id_of(account)}"
        return user


def _placeholder() -> dict[str, object]:
    """Return the placeholder entry of a build without entries."""
    return {
        "id": None,
        "repository": None,
        "github_pull_request_id": None,
        "github_url": None,
        "url": None,
        "type": "misc",
        "category": "Misc",
        "title": None,
        "major": True,
        "created_at": "1970-01-01T00:00:00+00:00",
        "github_user": {"display_name": "peppy"},
        "message": "This build has no special changes.",
        "message_html": "<div class='changelog-md'><p class=\"changelog-md__paragraph\">"
        "This build has no special changes.</p>\n</div>",
    }


class Build(NamedTuple):
    """Record of a build."""

    number: int
    id: int
    stream: Stream
    version: str
    created: datetime


class Changelog:
    """All builds of one world, by index from the oldest on."""

    def __init__(self, seed: int, now: datetime, accounts: Accounts, authors: Authors) -> None:
        self._seed = seed
        self._current_time = now
        self._draws = Draws(seed, "builds")
        self._entries = ChangelogEntries(seed, accounts, authors)

    @cached_property
    def builds(self) -> tuple[Build, ...]:
        """All builds, oldest first; their ids grow and have gaps."""
        random = Random(f"{self._seed}/builds")
        slots: list[tuple[datetime, int]] = []
        for place, stream in enumerate(changelog_texts().streams):
            moment = datetime.combine(stream.since, datetime.min.time(), UTC)
            moment += timedelta(hours=10)
            while moment < self._current_time - timedelta(days=1):
                slots.append((moment, place))
                moment += timedelta(days=random.uniform(0.3, 1.7) * stream.days)
        taken: dict[tuple[int, str], int] = {}
        found = []
        for number, (moment, place) in enumerate(sorted(slots)):
            stream = changelog_texts().streams[place]
            second = taken.get((place, f"{moment:%Y%m%d}"), -1) + 1
            taken[place, f"{moment:%Y%m%d}"] = second
            found.append(
                Build(number, 4 * number + 3, stream, _version(stream, moment, second), moment)
            )
        return tuple(found)

    def of_stream(self, stream: Stream) -> list[Build]:
        """Return the builds of a stream, oldest first."""
        return [build for build in self.builds if build.stream is stream]

    def by_id(self, build_id: int) -> Build | None:
        """Return the build with this id, or None."""
        number = (build_id - 3) // 4
        if 0 <= number < len(self.builds) and self.builds[number].id == build_id:
            return self.builds[number]
        return None

    def by_version(self, version: str, stream: Stream | None = None) -> Build | None:
        """Return the newest build with this version (of a stream), or None."""
        for build in reversed(self.builds):
            if build.version == version and stream in (None, build.stream):
                return build
        return None

    def users_of(self, build: Build) -> int:
        """Return the user count of a build; most use the newest of its stream."""
        newer = 0
        for other in self.builds[build.number + 1 :]:
            if other.stream is build.stream:
                newer += 1
                if newer > 6:
                    return 0
        wobble = between(self._draws.at(build.number)[0], 0, 9)
        whole = build.stream.users
        return (whole + wobble if newer == 0 else whole // (35 * 3**newer)) if whole else 0

    # --- objects of the API ---------------------------------------------------------------------

    def entity(self, build: Build) -> dict[str, object]:
        """Return the `Build` of the API with its `update_stream`."""
        video = build.stream.dotted and build.stream.users and build.number % 9 == 0
        return {
            "created_at": offset_form(build.created),
            "display_version": build.version,
            "id": build.id,
            "users": self.users_of(build),
            "version": build.version,
            "youtube_id": f"demo{build.id:07}" if video else None,
            "update_stream": stream_entity(build.stream),
        }

    def with_entries(self, build: Build, formats: frozenset[str]) -> dict[str, object]:
        """Return the `Build` with its `changelog_entries`.

        Args:
            formats: which texts they carry, of `html` and `markdown`.
        """
        entries = self._entries.of(build.number, build.created, build.stream.repositories)
        whole = self.entity(build)
        whole["changelog_entries"] = [
            {
                name: value
                for name, value in entry.items()
                if (name != "message" or "markdown" in formats)
                and (name != "message_html" or "html" in formats)
            }
            for entry in entries
        ]
        return whole

    def streams(self) -> list[dict[str, object]]:
        """Return all streams, each with `latest_build` and `user_count`."""
        found = []
        for stream in changelog_texts().streams:
            builds = self.of_stream(stream)
            users = sum(self.users_of(build) for build in builds[-7:])
            found.append(
                stream_entity(stream)
                | {"latest_build": self.entity(builds[-1]), "user_count": users}
            )
        return found


def stream_entity(stream: Stream) -> dict[str, object]:
    """Return the `UpdateStream` of the API, without optional parts."""
    return {
        "id": stream.id,
        "name": stream.name,
        "display_name": stream.display_name,
        "is_featured": stream.featured,
    }


def _version(stream: Stream, moment: datetime, second: int) -> str:
    """Return a version as the stream writes it; `second` counts the builds of one day."""
    if stream.dotted:
        return f"{moment.year}.{moment.month}{moment.day:02}.{second}"
    return f"{moment:%Y%m%d}.{second}" if second else f"{moment:%Y%m%d}"
