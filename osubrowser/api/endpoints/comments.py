"""Endpoints of comments. No token is needed."""

from __future__ import annotations

from osubrowser.api.calls import ApiCalls, path_segment
from osubrowser.api.cursor import Cursor
from osubrowser.api.endpoints.list_params import cursor_params
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
        cursor: Cursor | None = None,
        parent_id: int | None = None,
        sort: CommentSort | str | None = None,
        after: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        user_id: int | None = None,
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
            "parent_id": parent_id,
            "sort": sort,
            "after": after,
            "limit": limit,
            "page": page,
            "user_id": user_id,
            **cursor_params(cursor),
        }
        return self._get("/comments", CommentBundle, params, needs_token=False)

    def comment(self, comment_id: int) -> CommentBundle:
        """Return a comment with two levels of replies: `GET comments/{comment}`.

        Raises NotFound if there is none.
        """
        return self._get(f"/comments/{path_segment(comment_id)}", CommentBundle, needs_token=False)
