"""Boards of the forum, and the topics of one, on real servers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from osubrowser.demo.world.world import World
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import ListPlace, ThingPlace, UserPlace
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.pages.forum.board_page import BoardPage
from tests.conftest import Server
from tests.ui.gestures import press
from tests.ui.pages.forum.conftest import Make


def column(page: Any, key: str) -> list[str]:
    """Return the texts of the loaded rows in one column."""
    model = page.list.model
    at = next(n for n, one in enumerate(model.columns) if one.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_the_forum_lists_boards_with_their_groups_and_opens_one(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(FeedsPage, demo, ListPlace("forums"))
    qtbot.waitUntil(lambda: page.list.model.loaded > 20)
    rows = dict(zip(column(page, "name"), column(page, "group"), strict=True))
    assert rows["Technical Support"] == "osu!"
    assert rows["日本語"] == "Language Specific"
    assert "Beatmaps" not in rows  # a group: it has no topics
    at = column(page, "name").index("Technical Support")
    assert column(page, "part")[at] == "Help"
    page.list.table.setCurrentIndex(page.list.model.index(at, 0))
    press(page.list.table, Qt.Key.Key_Return)
    assert told.opened == [(ThingPlace("forum", "101"), "here")]


def test_a_board_has_its_path_its_boards_and_pinned_topics_first(
    make: Make, demo: Server, demo_world: World, qtbot: QtBot
) -> None:
    page, told = make(BoardPage, demo, ThingPlace("forum", "2"))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 40)
    assert told.titles[-1] == "Development"
    assert [text for text, address in page.header.crumbs.links if address] == ["Forum", "osu!"]
    assert page.header.boards.links[0][0] == "Feature Requests"
    marks = column(page, "marks")
    forum = demo_world.community.forum
    every = [forum.find(id) for _, id in forum.in_forum(2)]
    pinned = sum(topic is not None and topic.type != "normal" for topic in every)
    assert pinned > 0
    first = ["Pinned" in mark or "Announcement" in mark for mark in marks]
    assert first == [True] * pinned + [False] * (len(first) - pinned)
    author = [one.key for one in page.list.model.columns].index("author")
    page.resize(1000, 560)
    qtbot.waitUntil(lambda: page.list.table.columnWidth(author) >= 150)  # for 15 letters
    page.list.load_all()
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    assert page.list.model.loaded == len(every)  # none twice
    assert page.landmark() == (ThingPlace("forum", "2"), "Development")


def test_a_row_leads_to_the_topic_its_last_post_and_its_author(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(BoardPage, demo, ThingPlace("forum", "14"))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded == 50)
    row = page.list.model.row_at(0)
    assert row is not None
    topic = row.item.topic
    link = page.list.spec.link(row.item, demo.url)
    assert link.place == ThingPlace("topic", str(topic.id))
    assert dict(link.more)["Open last post"] == ThingPlace(
        "topic", str(topic.id), topic.last_post_id
    )
    assert dict(link.more)[f"Open {row.item.author.username}"] == UserPlace(topic.user_id)
    assert column(page, "replies")[0] == f"{topic.post_count - 1:,}"
    newest = column(page, "last")
    page.bar.controls["sort"].widget.button("old").click()
    qtbot.waitUntil(lambda: page.is_settled and column(page, "last") != newest)
    assert page.list.model.row_at(0).item.topic.updated_at < topic.updated_at
    state = page.save_state()
    page.show_place(ThingPlace("forum", "2"), None)
    qtbot.waitUntil(lambda: page.is_settled and told.titles[-1] == "Development")
    page.show_place(ThingPlace("forum", "14"), state)
    assert page.bar.controls["sort"].widget.current == "old"
    assert page.list.model.loaded == 50
    assert told.titles[-1] == "Ranked Beatmaps"


def test_a_group_and_an_unknown_board_have_a_sentence(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(BoardPage, demo, ThingPlace("forum", "8"))
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    (button,) = list(page.list.rows.shown_buttons())
    button.click()
    assert told.opened.pop() == (ListPlace("forums"), "here")
    page.header.boards.setFocus()
    press(page.header.boards, Qt.Key.Key_Return)
    assert told.opened.pop() == (ThingPlace("forum", "14"), "here")
    page.show_place(ThingPlace("forum", "987654"), None)
    qtbot.waitUntil(lambda: page.is_settled and page.failure is not None)
    assert page.list.spec.describe(page.failure).text.startswith("The forum has no board 987654 ")
    page.list.rows.shown_buttons()[0].click()
    assert told.opened.pop() == (ListPlace("forums"), "here")


def test_names_that_cannot_be_asked_for_leave_the_topics(
    make: Make, demo_server_with: Callable[..., Server], qtbot: QtBot
) -> None:
    server = demo_server_with("--faults", "500:0.3")
    page, _ = make(BoardPage, server, ThingPlace("forum", "14"))

    def is_there() -> bool:
        if page.list.model.state is LoadState.FAILED:
            page.list.model.retry()
        return bool(page.list.model.loaded >= 50)

    qtbot.waitUntil(is_there)
    assert all(column(page, "author"))
