"""Comments and news as they were on an earlier day."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from datetime import datetime

from osubrowser.demo.world.clock import seconds
from osubrowser.demo.world.community.comments import COUNT, TOTAL, Comments
from osubrowser.demo.world.community.news import News, Post


class DayComments(Comments):
    """All comments that were written until a day; votes are those of today.

    Args:
        today: all comments of the world.
        until: the end of the day.
    """

    def __init__(self, today: Comments, until: datetime) -> None:
        vars(self).update(vars(today))
        self._today = today
        self._current_time = until
        index, end = today.index, seconds(until)
        self._index = index
        self._end = bisect_left(range(COUNT), end, key=index.second)
        self._crowd_end = bisect_left(range(COUNT, TOTAL), end, key=index.second) + COUNT
        self._alive = today.alive()[: bisect_left(today.alive(), self._end)]
        self._by_votes = array("I")

    def _is_there(self, number: int) -> bool:
        return number < self._end if number < COUNT else number < self._crowd_end

    def by_id(self, comment_id: int) -> int | None:
        """Return the number of the comment with this id, or None."""
        number = super().by_id(comment_id)
        return number if number is not None and self._is_there(number) else None

    def below(self, target: int) -> list[int]:
        """Return the comments on a target, newest first, deleted ones too."""
        return list(filter(self._is_there, super().below(target)))

    def by(self, author: int) -> list[int]:
        """Return the comments of an author, newest first, without deleted ones."""
        return list(filter(self._is_there, super().by(author)))

    def replies(self, number: int) -> list[int]:
        """Return the direct replies to a comment, newest first, deleted ones too."""
        return list(filter(self._is_there, super().replies(number)))


class DayNews(News):
    """All news posts that were published until a day."""

    def __init__(self, today: News, until: datetime) -> None:
        vars(self).update(vars(today))
        self._current_time = until
        posts: tuple[Post, ...] = tuple(one for one in today.posts if one.published < until)
        vars(self)["posts"] = posts
        vars(self)["by_slug"] = {post.slug: post for post in posts}
