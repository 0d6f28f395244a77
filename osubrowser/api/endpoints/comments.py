"""Endpoints of comments. No token is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osubrowser.api.calls import ApiCalls
from osubrowser.api.endpoints.list_params import cursor_params
from osubrowser.api.endpoints.references import (
    COMMENT,
    USER,
    CommentRef,
    UserRef,
    id_of,
    id_segment,
)
from osubrowser.api.entities.comments import CommentableType, CommentBundle, CommentSort
from osubrowser.api.paging import by_cursor


class CommentEndpoints(ApiCalls):
    """Endpoints below `comments`."""

    @by_cursor(items="comments")
    def comments(
        self,
        *,
        commentable_type: CommentableType | str | None = None,
        commentable_id: int | None = None,
        cursor: Mapping[str, Any] | None = None,
        parent_id: CommentRef | None = None,
        sort: CommentSort | str | None = None,
        after: CommentRef | None = None,
        limit: int | None = None,
        page: int | None = None,
        user_id: UserRef | None = None,
    ) -> CommentBundle:
        """Return a page of comments with two levels of replies: `GET comments`.

        Filters: `commentable_type` with `commentable_id`, `parent_id` for replies (0 for
        top-level comments), `user_id` for a player. `limit` is 1 to 100 (default 50). The page
        starts at `cursor` or after the id `after`, or has the number `page`. Raises
        InvalidRequest for an unknown type, NotFound for an unknown commentable.
        """
        params = {
            "commentable_type": commentable_type,
            "commentable_id": commentable_id,
            "parent_id": id_of(parent_id, COMMENT),
            "sort": sort,
            "after": id_of(after, COMMENT),
            "limit": limit,
            "page": page,
            "user_id": id_of(user_id, USER),
            **cursor_params(cursor),
        }
        return self._get("/comments", CommentBundle, params, needs_token=False)

    def comment(self, comment_id: CommentRef) -> CommentBundle:
        """Return a comment with two levels of replies: `GET comments/{comment}`.

        Raises NotFound if there is none.
        """
        return self._get(
            f"/comments/{id_segment(comment_id, COMMENT)}",
            CommentBundle,
            needs_token=False,
            is_found=lambda bundle: bool(bundle.comments),
        )
