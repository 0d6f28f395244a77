"""Builds and what changed in them. Needs no token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from osubrowser.api.endpoints.base import Endpoints, path_segment
from osubrowser.api.entities.changelog import Build, ChangelogListing, ChangelogMessageFormat
from osubrowser.api.paging import FetchedPage, paged

_PAGE = 21


def _older(fetched: FetchedPage) -> Mapping[str, Any] | None:
    if len(fetched.entries) < _PAGE:
        return None
    oldest = min((build.id for build in fetched.entries if build.id), default=None)
    return None if oldest is None else {"max_id": oldest - 1}


class ChangelogEndpoints(Endpoints):
    """`changelog`."""

    @paged(_older, items="builds")
    def changelog_listing(
        self,
        *,
        from_: str | None = None,
        to: str | None = None,
        max_id: int | None = None,
        stream: str | None = None,
        message_formats: Sequence[ChangelogMessageFormat | str] | None = None,
    ) -> ChangelogListing:
        """Return 21 builds, newest first, and all streams: `GET changelog`.

        `stream` is a name such as `lazer`, `from_` and `to` are versions, and `max_id` is the
        newest id to give. `message_formats` is how texts come, by default in both ways.
        Raises OsuError.
        """
        params = {
            "from": from_,
            "to": to,
            "max_id": max_id,
            "stream": stream,
            "message_formats[]": message_formats,
        }
        return self._get("/changelog", ChangelogListing, params, needs_token=False)

    def changelog_build(self, stream: str, build: str) -> Build:
        """Return a build with its changes and neighbours: `GET changelog/{stream}/{build}`.

        `build` is a version such as `2024.1009.1`. Raises NotFound if there is none.
        """
        path = f"/changelog/{path_segment(stream)}/{path_segment(build)}"
        return self._get(path, Build, needs_token=False)

    def changelog_build_lookup(
        self,
        changelog: str | int,
        *,
        key: str | None = None,
        message_formats: Sequence[ChangelogMessageFormat | str] | None = None,
    ) -> Build:
        """Return a build by what is known of it: `GET changelog/{changelog}`.

        `changelog` is a version, the name of a stream (its newest build), or with `key="id"`
        an id. Raises NotFound if there is none.
        """
        params = {"key": key, "message_formats[]": message_formats}
        return self._get(f"/changelog/{path_segment(changelog)}", Build, params, needs_token=False)
