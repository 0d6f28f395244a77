"""What a comment is on: each type leads to its page, at this comment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.comments import CommentableMeta, CommentableType
from osubrowser.api.errors import NotFound
from osubrowser.models.comments.comments import CommentSubject, load_comments
from osubrowser.models.comments.target import load_target, thing_of
from osubrowser.services.places.places import BeatmapsetPlace, ThingPlace
from tests.conftest import Server

ORIGIN = "https://osu.ppy.sh"


@pytest.fixture(scope="module")
def client(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    with ExitStack() as stack:
        server = serve_demo(stack)
        client = Client(server.client_id, server.client_secret, base_url=server.url)
        yield stack.enter_context(client)


def test_a_comment_leads_to_its_beatmapset_post_or_build(client: Client) -> None:
    post = client.news_listing(limit=1).news_posts[0]
    build = client.changelog_listing(stream="lazer").builds[0]
    wanted = {
        ("beatmapset", 1470770): BeatmapsetPlace(1470770, section="comments"),
        ("news_post", post.id): ThingPlace("news", post.slug, section="comments"),
        ("build", build.id): ThingPlace("changelog", f"lazer/{build.version}", section="comments"),
    }
    for (kind, id), place in wanted.items():
        comments = client.comments(commentable_type=kind, commentable_id=id).comments
        assert comments, kind
        found = load_target(client, comments[-1].id).place
        assert isinstance(found, BeatmapsetPlace | ThingPlace)
        assert found.at == comments[-1].id
        assert (type(found), found.section) == (type(place), "comments")
        assert getattr(found, "key", id) == getattr(place, "key", id)
    with pytest.raises(NotFound):
        load_target(client, 10**12)


def test_a_thing_without_an_address_is_found_by_its_id() -> None:
    assert thing_of("news_post", 5, None, ORIGIN) == ThingPlace("news", "5")
    assert thing_of("beatmapset", 5, None, ORIGIN) == BeatmapsetPlace(5)
    assert thing_of("build", 5, None, ORIGIN) is None
    assert thing_of("", None, None, ORIGIN) is None
    elsewhere = CommentableMeta(
        id=5, type=CommentableType.CHANGELOG, url="https://evil.example/home/changelog/a/b"
    )
    assert thing_of("build", 5, elsewhere, ORIGIN) is None


def test_comments_of_a_player_by_name_and_by_id_are_the_same(client: Client) -> None:
    everything = load_comments(client, CommentSubject(), "new", None, None)
    place = next(n.post.place for n in everything.nodes.values() if n.post.place is not None)
    user = client.user(place.user)  # type: ignore[attr-defined]
    by_id = load_comments(client, CommentSubject(user=user.id), "new", None, None)
    by_name = load_comments(client, CommentSubject(user=user.username), "new", None, None)
    assert by_id.author == by_name.author == (user.id, user.username)
    assert by_id.order == by_name.order
    assert by_id.order
    assert {by_id.nodes[id].post.author for id in by_id.order} == {user.username}
