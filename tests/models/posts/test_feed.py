"""A list of posts tells its view exactly which rows were replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.models.posts.feed import PostFeed
from osubrowser.models.posts.post import Post
from osubrowser.services.runtime.tasks import TaskScope

IDS = st.lists(st.integers(0, 30), unique=True, max_size=20)


class Loader:
    """Stands for a loader that is never used."""


def posts(ids: list[int]) -> list[Post]:
    return [Post(str(id)) for id in ids]


@pytest.mark.usefixtures("qapp")
@given(IDS, IDS, st.integers(0, 3))
def test_what_is_told_turns_the_old_rows_into_the_new_ones(
    before: list[int], after: list[int], repeat: int
) -> None:
    feed = PostFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used
    long = list(range(100, 100 + 300 * repeat))
    feed.publish(posts([*before, *long]))
    shown = list(feed.posts)
    told: list[tuple[int, int, int]] = []

    def splice(first: int, removed: int, added: int) -> None:
        told.append((first, removed, added))
        shown[first : first + removed] = feed.posts[first : first + added]

    def reset() -> None:
        shown[:] = feed.posts

    feed.spliced.connect(splice)
    feed.reset.connect(reset)
    feed.publish(posts([*after, *long]))
    assert shown == feed.posts == posts([*after, *long])
    assert len(told) <= 1
    if before == after:
        assert told == []
