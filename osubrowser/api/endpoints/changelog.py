"""Endpoints of the changelog: builds and their changes. No token is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from osubrowser.api.calls import ApiCalls, check_number
from osubrowser.api.endpoints.references import (
    BUILD,
    CHANGELOG,
    STREAM,
    BuildRef,
    StreamRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.changelog import (
    Build,
    ChangelogListing,
    ChangelogMessageFormat,
    UpdateStream,
)
from osubrowser.api.paging import FetchedPage, paged

_PAGE = 21


def _older(fetched: FetchedPage) -> Mapping[str, Any] | None:
    if len(fetched.entries) < _PAGE:
        return None
    oldest = min((build.id for build in fetched.entries if build.id), default=None)
    return None if oldest is None else {"max_id": oldest - 1}


class ChangelogEndpoints(ApiCalls):
    """Endpoints below `changelog`."""

    @paged(_older, items="builds")
    def changelog_listing(
        self,
        *,
        from_: str | None = None,
        to: str | None = None,
        max_id: int | None = None,
        stream: StreamRef | None = None,
        message_formats: Sequence[ChangelogMessageFormat | str] | None = None,
    ) -> ChangelogListing:
        """Return a page (21) of builds, newest first, and all update streams: `GET changelog`.

        `stream` is a name such as `lazer`; `from_` and `to` are versions; `max_id` is the highest
        id to return. `message_formats` defaults to both Markdown and HTML. Raises OsuError.
        """
        params = {
            "from": from_,
            "to": to,
            "max_id": max_id,
            "stream": id_of(stream, STREAM),
            "message_formats[]": message_formats,
        }
        return self._get("/changelog", ChangelogListing, params, needs_token=False)

    def changelog_build(self, stream: StreamRef, build: BuildRef) -> Build:
        """Return a build with its changes and adjacent versions: `GET changelog/{stream}/{build}`.

        `build` is a version such as `2024.1009.1`. Raises NotFound if there is none.
        """
        path = f"/changelog/{id_segment(stream, STREAM)}/{id_segment(build, BUILD)}"
        return self._get(path, Build, needs_token=False)

    def changelog_build_lookup(
        self,
        changelog: str | int | Build | UpdateStream,
        *,
        key: str | None = None,
        message_formats: Sequence[ChangelogMessageFormat | str] | None = None,
    ) -> Build:
        """Return a build by version, stream or id: `GET changelog/{changelog}`.

        `changelog` is a version, the name of a stream (for its newest build), or an id with
        `key="id"`. Raises NotFound if there is none.
        """
        if isinstance(changelog, Build | UpdateStream):
            key = None  # it goes by its version or name
        elif key == "id":
            check_number(changelog)
        params = {"key": key, "message_formats[]": message_formats}
        return self._get(
            f"/changelog/{id_segment(changelog, CHANGELOG)}", Build, params, needs_token=False
        )
