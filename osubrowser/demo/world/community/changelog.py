"""Builds and what changed in them: several streams, each at its own pace."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.community.changes import Changes
from osubrowser.demo.world.draws import Draws, between

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World


class Stream(NamedTuple):
    """An update stream: since when it exists, how many days lie between builds, its share."""

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


STREAMS = (
    Stream(5, "stable40", "Stable", True, date(2015, 7, 1), 16, 4_900, False, ("ppy/osu",)),
    Stream(3, "cuttingedge", "Cutting Edge", False, date(2013, 2, 1), 9, 220, False, ("ppy/osu",)),
    Stream(
        7,
        "lazer",
        "Lazer",
        False,
        date(2017, 2, 1),
        11,
        5_100,
        True,
        ("ppy/osu", "ppy/osu", "ppy/osu", "ppy/osu-framework"),
    ),
    Stream(17, "tachyon", "Tachyon", False, date(2025, 4, 1), 5, 60, True, ("ppy/osu",)),
    Stream(
        8,
        "web",
        "Web / Wiki",
        False,
        date(2018, 3, 1),
        8,
        0,
        True,
        ("ppy/osu-web", "ppy/osu-web", "ppy/osu-wiki"),
    ),
)
"""All streams in the order of the site."""


class Build(NamedTuple):
    """A build, before it becomes an object of the API."""

    number: int
    id: int
    stream: Stream
    version: str
    created: datetime


class Changelog:
    """All builds of one world, by their numbers from the oldest on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "builds")
        self._changes = Changes(world)

    @cached_property
    def builds(self) -> tuple[Build, ...]:
        """All builds, oldest first; their ids grow and have gaps."""
        random = Random(f"{self._world.seed}/builds")
        slots: list[tuple[datetime, int]] = []
        for place, stream in enumerate(STREAMS):
            moment = datetime.combine(stream.since, datetime.min.time(), UTC)
            moment += timedelta(hours=10)
            while moment < self._world.now - timedelta(days=1):
                slots.append((moment, place))
                moment += timedelta(days=random.uniform(0.3, 1.7) * stream.days)
        taken: dict[tuple[int, str], int] = {}
        found = []
        for number, (moment, place) in enumerate(sorted(slots)):
            stream = STREAMS[place]
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
        """Return how many people use a build now: nearly all of them the newest of its stream."""
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
        entries = self._changes.of(build.number, build.created, build.stream.repositories)
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
        for stream in STREAMS:
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
