"""A topic of the forum on real servers: reading, going to posts, finding text, and failures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.demo.world.community.forum import FIRST_TOPIC, LONG_POSTS, LONG_TOPIC, POSTS
from osubrowser.demo.world.world import World
from osubrowser.services.places.places import ListPlace, ThingPlace, UserPlace
from osubrowser.ui.pages.forum.topic_page import TopicPage
from tests.conftest import Server
from tests.ui.gestures import press, write
from tests.ui.pages.forum.conftest import Make

LONG = ThingPlace("topic", str(LONG_TOPIC))
FIRST = LONG_TOPIC * POSTS


def at(number: int) -> ThingPlace:
    """Return the place of a post of the long topic, by its number."""
    return ThingPlace("topic", str(LONG_TOPIC), FIRST + number - 1)


def ids(page: TopicPage) -> list[int]:
    return [int(post.id[1:]) - FIRST + 1 for post in page.feed.posts]


def test_a_topic_goes_on_as_it_is_scrolled(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(TopicPage, demo, LONG)
    qtbot.waitUntil(lambda: page.is_settled and len(page.feed.posts) == 50)
    assert ids(page) == list(range(1, 51))
    assert page.feed.posts[0].pills[0].text == "Author"
    assert page.feed.posts[6].facts.startswith("#7")
    assert page.landmark() == (LONG, told.titles[-1])
    press(page.panel.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(page.feed.posts) == 100)
    assert ids(page) == list(range(1, 101))
    assert told.statuses[-1].endswith("of 5,000 · 100 loaded")
    qtbot.waitUntil(lambda: len(page.header.crumbs.links) == 7)
    assert [text for text, address in page.header.crumbs.links if address] == [
        "Forum",
        "Other",
        "Off-Topic",
        "Forum Games",
    ]
    page.header.crumbs.setFocus()
    press(page.header.crumbs, Qt.Key.Key_Return)
    assert told.opened == [(ListPlace("forums"), "here")]
    author = page.feed.posts[0].place
    assert isinstance(author, UserPlace)
    page.panel.list.go_to(page.feed.posts[0].id)
    press(page.panel.list, Qt.Key.Key_Return)
    assert told.opened[1:] == [(author, "here")]


def test_the_ends_and_a_number_are_places_with_a_way_back(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(TopicPage, demo, LONG)
    qtbot.waitUntil(lambda: page.is_settled and len(page.feed.posts) == 50)
    state = page.save_state()
    page.to_last.click()
    qtbot.waitUntil(lambda: page.is_settled and ids(page)[-1:] == [LONG_POSTS])
    assert told.moves == [at(LONG_POSTS)]
    assert page.panel.list.current.id == f"p{FIRST + LONG_POSTS - 1}"
    assert page.feed.posts[-1].facts.startswith("#5,000")
    write(page.number, "2,500")
    press(page.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_settled and 2500 in ids(page))
    assert told.moves[-1] == at(2500)
    assert page.panel.list.current.id == f"p{FIRST + 2499}"
    # What is before it comes by itself, and the post stays where it is.
    qtbot.waitUntil(lambda: page.is_settled and ids(page)[0] == 2450)
    assert page.panel.list.visible_posts[0].id == f"p{FIRST + 2499}"
    assert page.feed.posts[0].facts.startswith("#2,450")
    page.show_place(LONG, state)
    assert ids(page) == list(range(1, 51))
    write(page.number, "nothing")
    press(page.number, Qt.Key.Key_Return)
    assert "is no post" in told.messages[-1][1]


def test_an_address_of_a_post_shows_it_and_one_that_is_gone_says_so(
    make: Make, demo: Server, demo_world: World, qtbot: QtBot
) -> None:
    forum = demo_world.community.forum
    topic = forum.find(FIRST_TOPIC)
    assert topic is not None
    last = topic.id * POSTS + topic.posts - 1
    page, told = make(TopicPage, demo, ThingPlace("topic", str(topic.id), last))
    qtbot.waitUntil(lambda: page.is_settled and len(page.feed.posts) == topic.posts)
    assert page.panel.list.current.id == f"p{last}"
    assert not told.messages
    page.show_place(ThingPlace("topic", str(topic.id), last + 50), None)
    qtbot.waitUntil(lambda: page.is_settled and bool(told.messages))
    assert "deleted or is hidden" in told.messages[-1][1]
    assert len(page.feed.posts) == topic.posts


def test_only_the_posts_of_the_author(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(TopicPage, demo, at(2500))
    qtbot.waitUntil(lambda: page.is_settled and 2500 in ids(page))
    page.who.button("author").click()
    qtbot.waitUntil(lambda: page.is_settled and ids(page)[:1] == [1] and len(ids(page)) > 10)
    assert all(post.pills and post.pills[0].text == "Author" for post in page.feed.posts)
    assert page.feed.posts[1].facts.startswith(f"#{ids(page)[1]}")
    page.who.button("all").click()
    assert ids(page)[:4] == [1, 2, 3, 4]


def test_text_is_found_in_the_loaded_posts(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(TopicPage, demo, LONG)
    qtbot.waitUntil(lambda: page.is_settled and len(page.feed.posts) == 50)
    page.start_filter()
    write(page.find_bar.field, "AGAIN because")
    press(page.find_bar.field, Qt.Key.Key_Return)
    count = sum("again because" in post.text for post in page.feed.posts)
    assert page.find_bar.matches == count > 3
    found = [post.id for post in page.feed.posts if "again because" in post.text]
    for index in (0, count - 1):
        page.panel.list.show_match(index)
        assert page.panel.list.current.id == found[index]
        assert page.panel.list.selected_text == "again because"
        assert not page.panel.list.rect_of(found[index]).isEmpty()
    page.grab()  # marks are painted
    press(page.find_bar.field, Qt.Key.Key_Escape)
    assert page.find_bar.isHidden()


def test_a_poll_is_shown_and_closed(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(TopicPage, demo, LONG)
    qtbot.waitUntil(lambda: page.is_settled and page.feed.info is not None)
    poll = page.header.poll
    assert poll.isVisible()
    assert poll.question.text() == "Will we ever get there, and how far?"
    assert "hidden until it ends" in poll.about.text()
    assert poll.bars.accessibleDescription().startswith("Yes; No")
    page.header.poll_button.click()
    assert not poll.isVisible()
    page.show_place(ThingPlace("topic", str(FIRST_TOPIC)), None)
    qtbot.waitUntil(lambda: page.is_settled and page.feed.info is not None)
    assert not page.header.poll_button.isVisible()


def test_a_spoiler_box_of_a_post_opens(
    make: Make, demo: Server, demo_world: World, qtbot: QtBot
) -> None:
    forum = demo_world.community.forum
    topics = (forum.find(id) for _, id in forum.in_forum(101))
    topic, place = next(
        (topic, place)
        for topic in topics
        if topic is not None
        for place in range(min(topic.posts, 40))
        if "[spoilerbox]" in forum.raw(topic, place)
    )
    page, _ = make(TopicPage, demo, ThingPlace("topic", str(topic.id)))
    qtbot.waitUntil(lambda: page.is_settled and page.feed.loaded > place)
    shown = page.panel.list
    post = page.feed.posts[place]
    assert "folder Logs" not in post.text
    shown.go_to(post.id)
    press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "folder Logs" in page.feed.posts[place].text)
    assert shown.current.id == post.id
    press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "folder Logs" not in page.feed.posts[place].text)


def test_a_topic_that_is_gone_and_a_server_that_fails(
    make: Make, demo: Server, demo_server_with: Callable[..., Server], qtbot: QtBot
) -> None:
    page, told = make(TopicPage, demo, ThingPlace("topic", "39"))
    qtbot.waitUntil(lambda: page.is_settled and page.failure is not None)
    assert page.panel.panel_text.startswith("The forum has no topic 39 ")
    page.panel.findChild(QPushButton, "forums").click()
    assert told.opened == [(ListPlace("forums"), "here")]
    server = demo_server_with("--faults", "500:0.3,garbage:0.2")
    page, _ = make(TopicPage, server, LONG)

    def go_on() -> bool:
        if page.failure is not None:
            page.feed.retry()
        elif page.is_settled:
            page.feed.load_page()
        return bool(page.feed.loaded >= 250)

    qtbot.waitUntil(go_on)
    assert ids(page) == list(range(1, page.feed.loaded + 1))


def test_reload_keeps_the_place(make: Make, demo: Server, qtbot: QtBot) -> None:
    page: Any
    page, _ = make(TopicPage, demo, at(2500))
    qtbot.waitUntil(lambda: page.is_settled and ids(page)[:1] == [2450])
    top = page.panel.list.visible_posts[0].id
    page.reload()
    qtbot.waitUntil(lambda: page.is_settled and ids(page)[0] >= 2450)
    assert page.panel.list.visible_posts[0].id == top
