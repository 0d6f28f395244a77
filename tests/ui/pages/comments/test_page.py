"""Page of comments on real servers: of everybody, of a player, and one comment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.comments import CommentBundle
from osubrowser.services.places.places import (
    BeatmapsetPlace,
    ListPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.comments.page import CommentsPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import click, press, write
from tests.ui.pages.told import Told

ALL = ListPlace("comments")


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def page(ground: Ground, demo: Server) -> tuple[CommentsPage, Told]:
    settings = Settings()
    account = ground.sign_in(demo, settings)
    colours = ramp(45, is_dark=True)
    page = CommentsPage(
        SectionParts(account, ground.calls, settings, None, colours, lambda _place: True)
    )
    told = Told(page)
    page.show_place(ALL, None)
    ground.put_up(page, 600)
    return page, told


def test_comments_of_everybody_and_of_one_player(
    page: tuple[CommentsPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded >= 50)
    posts = shown.view.feed.posts
    assert all(post.about for post in posts[:20] if post.author)
    assert not shown.everybody.isVisible()
    shown.start_filter()
    write(shown.view.find_bar.field, posts[0].text[:8])
    qtbot.waitUntil(lambda: shown.view.find_bar.matches > 0)
    shown.view.find_bar.finish()
    author = next(post for post in posts if isinstance(post.place, UserPlace))
    write(shown.player, author.author)
    press(shown.player, Qt.Key.Key_Return)
    assert told.moves[-1] == ListPlace("comments", (("user_id", author.author),))
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.author is not None)
    assert told.titles[-1] == f"Comments of {author.author}"
    assert author.author in {post.author for post in shown.view.feed.posts}
    shown.about.click()
    assert told.opened[-1] == (author.place, "here")
    shown.view.sorts.button("top").click()
    assert dict(told.moves[-1].query)["sort"] == "top"
    qtbot.waitUntil(lambda: shown.is_settled)
    shown.everybody.click()
    assert told.moves[-1] == ALL
    assert shown.player.text() == ""
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded >= 50)
    state = shown.save_state()
    shown.show_place(ListPlace("comments", (("user_id", "1"),)), None)
    shown.show_place(ALL, state)
    assert shown.view.feed.loaded >= 50


def test_a_name_that_does_not_exist_says_so(page: tuple[CommentsPage, Told], qtbot: QtBot) -> None:
    shown, _ = page
    shown.show_place(ListPlace("comments", (("user_id", "no such name 1"),)), None)
    qtbot.waitUntil(lambda: shown.failure is not None)
    assert shown.view.panel.panel_text == "There is no player of this name or id."
    shown.show_place(ALL, None)
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded >= 50)
    assert shown.failure is None


def test_without_comments_they_can_be_asked_for_again(
    page: tuple[CommentsPage, Told], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, _ = page
    with monkeypatch.context() as nothing:
        nothing.setattr(Client, "comments", lambda *_, **__: CommentBundle())
        shown.show_place(ListPlace("comments", (("user_id", "2"),)), None)
        qtbot.waitUntil(lambda: shown.view.panel.panel_text == "There are no comments here yet.")
    [again] = shown.view.panel.findChildren(QPushButton, "reload")
    click(again)
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded > 0)
    assert shown.view.panel.panel_text == ""


def test_a_comment_is_replaced_by_its_place_on_its_thing(
    page: tuple[CommentsPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded >= 50)
    comment = next(post.path for post in shown.view.feed.posts if post.path).rpartition("/")[2]
    shown.show_place(ThingPlace("comment", comment), None)
    qtbot.waitUntil(lambda: bool(told.moves))
    there = told.moves[-1]
    assert isinstance(there, BeatmapsetPlace | ThingPlace)
    assert (there.section, there.at) == ("comments", int(comment))
    shown.show_place(ThingPlace("comment", "999999999999"), None)
    qtbot.waitUntil(lambda: shown.failure is not None)
    assert shown.panel.text.startswith("osu! has no comment with the number 999999999999.")
    shown.panel.choice_pressed.emit("all")
    assert told.moves[-1] == ALL


def test_comments_on_one_thing_lead_to_it(page: tuple[CommentsPage, Told], qtbot: QtBot) -> None:
    shown, told = page
    on = (("commentable_id", "1470770"), ("commentable_type", "beatmapset"))
    shown.show_place(ListPlace("comments", on), None)
    qtbot.waitUntil(lambda: shown.is_settled and shown.view.feed.loaded > 0)
    assert told.titles[-1] == "Comments on beatmapset 1470770"
    assert not any(post.about for post in shown.view.feed.posts)
    shown.about.click()
    assert told.opened[-1] == (BeatmapsetPlace(1470770, section="comments"), "here")
