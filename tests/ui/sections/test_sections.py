"""Sections of a news post, which no page of the program has: host and loader for any subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.news import NewsPost
from osubrowser.api.errors import LoginRequired, NotCached, NotFound, Offline
from osubrowser.models.table import background_refresh
from osubrowser.models.table.client_source import ClientLoader, ClientOwner
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.runtime.calls import Calls
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.sections.host import Section, SectionHost, SectionParts, SectionSpec
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import click

WAIT = 15_000


class PostSection(Section[NewsPost]):
    """Label with the title of a post; its state is a number."""

    def __init__(self, _parts: SectionParts, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.scrolled = 0
        self.shown: list[tuple[str, object | None]] = []

    def show_subject(self, subject: NewsPost, state: object | None = None) -> None:
        self.shown.append((subject.slug, state))
        self.scrolled = state if isinstance(state, int) else 0
        self.label.setText(subject.title)
        self.status_changed.emit(f"status of {subject.slug}")

    def save_state(self) -> object:
        return self.scrolled

    def leave(self) -> None:
        self.shown.append(("", None))


SPECS = (
    SectionSpec[NewsPost]("text", "Text", lambda _: None, PostSection, of_subject=True),
    SectionSpec[NewsPost]("comments", "Comments", lambda post: post.id, PostSection),
    SectionSpec[NewsPost]("author", "Author", lambda _: None, PostSection, by_variant=True),
)


@dataclass
class Loaded:
    """Subjects and errors that a loader passed on."""

    posts: list[tuple[str, str, bool]] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)
    subjects: list[NewsPost] = field(default_factory=list)

    def take(self, slug: str, post: NewsPost, *, is_again: bool = False) -> None:
        self.posts.append((slug, post.title, is_again))
        self.subjects.append(post)


def load_post(client: Client, slug: str) -> NewsPost:
    return client.news_post(slug)


class FakeClient:
    """Client with a fresh and a cached answer to everything; an answer is a post or an error."""

    has_cache = True

    def __init__(
        self,
        fresh: NewsPost | BaseException,
        cached: NewsPost | None = None,
        cached_at: float | None = None,
    ) -> None:
        self.fresh, self.cached, self.cached_at = fresh, cached, cached_at
        self.asked = 0

    def from_cache(self) -> FakeClient:
        return FakeClient(NotCached() if self.cached is None else self.cached, None, 123.0)

    def news_post(self, _slug: str) -> NewsPost:
        self.asked += 1
        if isinstance(self.fresh, BaseException):
            raise self.fresh
        return self.fresh


@dataclass
class Owner:
    """Object with a client, as an account is."""

    fake: FakeClient | None

    @property
    def client(self) -> Client | None:
        return cast("Client | None", self.fake)


def loader_of(
    owner: ClientOwner, calls: Calls, loaded: Loaded, slug: str = "a", *, watched: bool = True
) -> SubjectLoader[str, NewsPost]:
    return SubjectLoader(
        ClientLoader(owner, calls),
        load_post,
        address=lambda: slug,
        is_watched=lambda: watched,
        on_subject=loaded.take,
        on_failed=loaded.errors.append,
    )


def host_of(ground: Ground, server: Server) -> SectionHost[NewsPost]:
    settings = Settings()
    account = ground.sign_in(server, settings)
    parts = SectionParts(account, ground.calls, settings, None, ramp(200, is_dark=True), has_page)
    host = SectionHost(SPECS, parts, key_of=lambda p: p.slug, variant_of=lambda p: p.author)
    host.set_colours(parts.colours)
    ground.put_up(host, 400)
    return host


def section(host: SectionHost[NewsPost]) -> PostSection:
    found = host.section
    assert isinstance(found, PostSection)
    return found


PLACE = ThingPlace("news", "1")


# --- host and loader on a server --------------------------------------------------------------


def test_a_news_post_of_the_demo_is_shown_in_sections(
    ground: Ground, demo_server: Server, qtbot: QtBot
) -> None:
    host = host_of(ground, demo_server)
    account, loaded = ground.accounts[0], Loaded()
    assert account.client is not None
    listed = account.client.news_listing(limit=1).news_posts[0]
    loader = loader_of(account, ground.calls, loaded, listed.slug)
    loader.start(with_cached=True)
    assert loader.is_running
    qtbot.waitUntil(lambda: bool(loaded.posts), timeout=WAIT)
    assert loaded.posts == [(listed.slug, listed.title, False)]
    assert loader.seen_at is None
    host.take_subject(loaded.subjects[0])
    host.show_section("text", PLACE)
    assert section(host).label.text() == listed.title
    assert host.stack.count() == 1  # the others are not built
    chosen: list[str] = []
    host.section_chosen.connect(chosen.append)
    click(host.pills.button("comments"))
    assert chosen == ["comments"]
    assert host.pills.button("comments").text() == f"Comments {listed.id:,}"


def test_a_post_that_does_not_exist_is_a_failure(
    ground: Ground, demo_server: Server, qtbot: QtBot
) -> None:
    account, loaded = ground.sign_in(demo_server, Settings()), Loaded()
    loader = loader_of(account, ground.calls, loaded, "there-is-no-such-post")
    loader.start(with_cached=True)
    qtbot.waitUntil(lambda: bool(loaded.errors), timeout=WAIT)
    assert isinstance(loaded.errors[0], NotFound)
    assert not loaded.posts
    assert not loader.is_away
    qtbot.waitUntil(lambda: not loader.is_running)


# --- the loader -------------------------------------------------------------------------------


def test_the_cached_subject_comes_first_then_the_fresh_one(calls: Calls, qtbot: QtBot) -> None:
    fake = FakeClient(NewsPost(title="fresh"), NewsPost(title="cached"))
    loaded = Loaded()
    seen: list[float | None] = []

    def take(slug: str, post: NewsPost, *, is_again: bool = False) -> None:
        seen.append(loader.seen_at)
        loaded.take(slug, post, is_again=is_again)

    loader = SubjectLoader(
        ClientLoader(Owner(fake), calls),
        load_post,
        address=lambda: "a",
        is_watched=lambda: True,
        on_subject=take,
        on_failed=loaded.errors.append,
    )
    loader.start(with_cached=True)
    qtbot.waitUntil(lambda: len(loaded.posts) == 2)
    assert loaded.posts == [("a", "cached", False), ("a", "fresh", True)]
    assert seen == [123.0, None]


def test_the_cached_subject_is_not_loaded_where_it_is_not_wanted(
    calls: Calls, qtbot: QtBot
) -> None:
    loaded = Loaded()
    loader = loader_of(
        Owner(FakeClient(NewsPost(title="fresh"), NewsPost(title="cached"))), calls, loaded
    )
    loader.start(with_cached=False)
    qtbot.waitUntil(lambda: bool(loaded.posts))
    assert loaded.posts == [("a", "fresh", False)]


def test_the_subject_is_loaded_again_until_osu_answers(
    calls: Calls, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.01)
    fake = FakeClient(Offline(), NewsPost(title="cached"))
    loaded = Loaded()
    loader = loader_of(Owner(fake), calls, loaded)
    loader.start(with_cached=True)
    qtbot.waitUntil(lambda: bool(loaded.errors) and fake.asked >= 3)
    assert loader.is_away
    assert not loader.is_running  # retries do not count
    assert len(loaded.errors) == 1
    fake.fresh = NewsPost(title="fresh")
    qtbot.waitUntil(lambda: len(loaded.posts) == 2)
    assert loaded.posts[-1] == ("a", "fresh", False)
    assert not loader.is_away
    assert loader.seen_at is None


def test_a_restored_subject_of_the_cache_is_loaded_again(
    calls: Calls, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.01)
    fake, loaded = FakeClient(NewsPost(title="fresh")), Loaded()
    loader = loader_of(Owner(fake), calls, loaded)
    loader.resume(None)
    assert fake.asked == 0
    loader.resume(123.0)
    qtbot.waitUntil(lambda: bool(loaded.posts))
    assert loader.seen_at is None


def test_a_guest_without_a_client_is_told_to_sign_in(calls: Calls, qtbot: QtBot) -> None:
    loaded = Loaded()
    loader_of(Owner(None), calls, loaded).start(with_cached=True)
    qtbot.waitUntil(lambda: bool(loaded.errors))
    assert isinstance(loaded.errors[0], LoginRequired)


# --- the host ---------------------------------------------------------------------------------


def test_states_are_restored_when_the_section_is_reached(
    ground: Ground, demo_server: Server
) -> None:
    host = host_of(ground, demo_server)
    post, other = NewsPost(slug="one", title="One"), NewsPost(slug="two", title="Two")
    host.take_subject(post)
    host.show_section("text", PLACE)
    section(host).scrolled = 7
    host.show_section("comments", PLACE)
    section(host).scrolled = 9
    states = host.save_states()
    assert states == {"text": 7, "comments": 9}
    host.take_subject(other)
    host.show_section("text", PLACE)
    assert section(host).shown[-2:] == [("", None), ("two", None)]
    host.take_subject(post, states)
    host.show_section("comments", PLACE)
    assert section(host).shown[-1] == ("one", 9)
    assert host.save_states() == {"text": 7, "comments": 9}  # "text" was not reached again


def test_another_variant_concerns_only_sections_that_depend_on_it(
    ground: Ground, demo_server: Server
) -> None:
    host = host_of(ground, demo_server)
    host.take_subject(NewsPost(slug="one", author="peppy"))
    host.show_section("comments", PLACE)
    comments = section(host)
    host.show_section("author", PLACE)
    author = section(host)
    host.set_waiting(True)
    assert host.veil.isVisible()
    host.take_subject(NewsPost(slug="one", author="Ephemeral"))
    host.show_section("author", PLACE)
    host.show_section("comments", PLACE)
    assert [slug for slug, _ in author.shown] == ["one", "", "one"]
    assert [slug for slug, _ in comments.shown] == ["one"]
    host.set_waiting(True)
    assert not host.veil.isVisible()


def test_a_newer_subject_is_passed_to_the_section_that_shows_it(
    ground: Ground, demo_server: Server
) -> None:
    host = host_of(ground, demo_server)
    host.take_subject(NewsPost(slug="one", title="One"))
    host.show_section("text", PLACE)
    section(host).scrolled = 3
    host.update_subject(NewsPost(slug="one", title="One, edited"))
    assert section(host).label.text() == "One, edited"
    assert section(host).shown == [("one", None), ("one", 3)]
    host.show_section("comments", PLACE)
    host.update_subject(NewsPost(slug="one", title="One, edited twice"))
    assert section(host).shown == [("one", None)]  # it does not show the post itself
    host.show_section("text", PLACE)
    assert section(host).label.text() == "One, edited twice"


def test_the_status_is_that_of_the_section_that_is_shown(
    ground: Ground, demo_server: Server
) -> None:
    host = host_of(ground, demo_server)
    told: list[str] = []
    host.status_changed.connect(told.append)
    host.take_subject(NewsPost(slug="one"))
    host.show_section("text", PLACE)
    text = section(host)
    host.show_section("comments", PLACE)
    text.status_changed.emit("a late status")
    assert host.status == "status of one"
    assert "a late status" not in told
    host.show_section("text", PLACE)
    assert told[-1] == "a late status"
    assert host.known("no such section") == "text"
