"""Endpoints of modding: beatmapset discussions, posts, votes and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from osubrowser.api.calls import ApiCalls, mode_segment
from osubrowser.api.endpoints.list_params import cursor_params, datetime_param
from osubrowser.api.endpoints.references import (
    BEATMAP,
    BEATMAPSET,
    DISCUSSION,
    USER,
    BeatmapRef,
    BeatmapsetRef,
    DiscussionRef,
    UserRef,
    id_of,
)
from osubrowser.api.entities.beatmapset_events import (
    BeatmapsetEventSort,
    BeatmapsetEventType,
    ModdingHistoryEventsBundle,
)
from osubrowser.api.entities.discussions import (
    BeatmapDiscussionPostSort,
    BeatmapsetDiscussionPosts,
    BeatmapsetDiscussions,
    BeatmapsetDiscussionVotes,
    BeatmapsetDiscussionVoteSort,
    BeatmapsetStatus,
    DiscussionPostType,
    MessageType,
)
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.paging import by_cursor, by_page


class DiscussionEndpoints(ApiCalls):
    """Endpoints `beatmapsets/discussions` and `beatmapsets/events`."""

    @by_cursor(items="discussions")
    def beatmapset_discussions(
        self,
        *,
        beatmapset_id: BeatmapsetRef | None = None,
        beatmap_id: BeatmapRef | None = None,
        beatmapset_status: BeatmapsetStatus | str | None = None,
        limit: int | None = None,
        message_types: Sequence[MessageType | str] | None = None,
        mode: GameMode | str | None = None,
        only_unresolved: bool | None = None,
        show_review_embeds: bool | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSort | str | None = None,
        user_id: UserRef | str | None = None,
        with_deleted: bool | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> BeatmapsetDiscussions:
        """Return a page of discussions: `GET beatmapsets/discussions`.

        All arguments are filters. `limit` is 5 to 50 (default 50); a cursor overrides `page` and
        `limit`. `show_review_embeds` includes the parts of reviews; `with_deleted` is for
        moderators. Raises OsuError.
        """
        params = {
            "beatmapset_id": id_of(beatmapset_id, BEATMAPSET),
            "beatmap_id": id_of(beatmap_id, BEATMAP),
            "beatmapset_status": beatmapset_status,
            "limit": limit,
            "message_types[]": message_types,
            "mode": None if mode is None else mode_segment(mode),
            "only_unresolved": only_unresolved,
            "show_review_embeds": show_review_embeds,
            "page": page,
            "sort": sort,
            "user": id_of(user_id, USER),
            "with_deleted": with_deleted,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/beatmapsets/discussions", BeatmapsetDiscussions, params)

    @by_cursor(items="posts")
    def beatmapset_discussion_posts(
        self,
        beatmapset_discussion_id: DiscussionRef | None = None,
        *,
        limit: int | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSort | str | None = None,
        types: Sequence[DiscussionPostType | str] | None = None,
        user_id: UserRef | str | None = None,
        with_deleted: bool | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> BeatmapsetDiscussionPosts:
        """Return a page of posts of one discussion or of all: `GET beatmapsets/discussions/posts`.

        `types` defaults to replies. `limit` is 5 to 50 (default 50). Raises OsuError.
        """
        params = {
            "beatmapset_discussion_id": id_of(beatmapset_discussion_id, DISCUSSION),
            "limit": limit,
            "page": page,
            "sort": sort,
            "types[]": types,
            "user": id_of(user_id, USER),
            "with_deleted": with_deleted,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/beatmapsets/discussions/posts", BeatmapsetDiscussionPosts, params)

    @by_cursor(items="votes")
    def beatmapset_discussion_votes(
        self,
        *,
        beatmapset_discussion_id: DiscussionRef | None = None,
        limit: int | None = None,
        page: int | None = None,
        receiver_id: UserRef | str | None = None,
        vote: int | None = None,
        sort: BeatmapsetDiscussionVoteSort | str | None = None,
        user_id: UserRef | str | None = None,
        with_deleted: bool | None = None,
        cursor: Mapping[str, Any] | None = None,
        cursor_string: str | None = None,
    ) -> BeatmapsetDiscussionVotes:
        """Return a page of votes on discussions: `GET beatmapsets/discussions/votes`.

        `user_id` is the voter, `receiver_id` the discussion's author, `vote` 1 or -1. `limit` is 5
        to 50 (default 50). Raises OsuError.
        """
        params = {
            "beatmapset_discussion_id": id_of(beatmapset_discussion_id, DISCUSSION),
            "limit": limit,
            "page": page,
            "receiver": id_of(receiver_id, USER),
            "score": vote,
            "sort": sort,
            "user": id_of(user_id, USER),
            "with_deleted": with_deleted,
            **cursor_params(cursor, cursor_string),
        }
        return self._get("/beatmapsets/discussions/votes", BeatmapsetDiscussionVotes, params)

    @by_page(items="events", size=50)
    def beatmapset_events(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        user_id: UserRef | str | None = None,
        types: Sequence[BeatmapsetEventType | str] | None = None,
        min_date: datetime | str | None = None,
        max_date: datetime | str | None = None,
        beatmapset_id: BeatmapsetRef | None = None,
        sort: BeatmapsetEventSort | str | None = None,
    ) -> ModdingHistoryEventsBundle:
        """Return a page of beatmapset events: `GET beatmapsets/events`.

        All arguments are filters; dates without a zone are UTC. `limit` is 5 to 50 (default 50).
        The server ignores unknown `types`; with unknown ones only, it returns all types.
        Raises OsuError.
        """
        params = {
            "limit": limit,
            "page": page,
            "user": id_of(user_id, USER),
            "types[]": types,
            "min_date": datetime_param(min_date),
            "max_date": datetime_param(max_date),
            "beatmapset_id": id_of(beatmapset_id, BEATMAPSET),
            "sort": sort,
        }
        return self._get("/beatmapsets/events", ModdingHistoryEventsBundle, params)

    beatmapsets_events = beatmapset_events
