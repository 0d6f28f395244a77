"""The list of posts: any height, from post to post and link to link by keyboard, copied as seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from pytestqt.qtbot import QtBot

from osubrowser.models.posts.feed import PostFeed
from osubrowser.models.posts.post import Pill, Post, PostKind, blocks_of
from osubrowser.services.places.places import UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.richtext.post_list import PostList
from osubrowser.ui.style.colours import ramp

ORIGIN = "https://osu.ppy.sh"
HTML = 'Hello <b>there</b>, see <a href="/users/2">peppy</a> and <a href="osu://b/1">this</a>'


class Loader:
    """Stands for a loader that is never used."""


def post(number: int, html: str = HTML, level: int = 0, text: str = "") -> Post:
    return Post(
        f"c{number}",
        level=level,
        author=f"author {number}",
        place=UserPlace(number),
        pills=(Pill("Problem", "bad"), Pill("難しい")),
        when="3 days ago",
        moment="26 Nov 2026, 10:00:00 UTC",
        facts="3 votes",
        action="votes:1",
        blocks=blocks_of(html, ORIGIN),
        text=text or "Hello there, see peppy and this",
        path=f"/comments/{number}",
    )


Show = Callable[[list[Post]], PostList]


@pytest.fixture
def feed(qapp: object) -> PostFeed:
    del qapp
    return PostFeed(Loader(), TaskScope())  # type: ignore[arg-type] # never used


@pytest.fixture
def show(qtbot: QtBot, feed: PostFeed) -> Iterator[Show]:
    shown: list[PostList] = []

    def show(posts: list[Post]) -> PostList:
        view = PostList("Comments", feed, lambda: ORIGIN, ramp(200, is_dark=True))
        shown.append(view)
        qtbot.addWidget(view)
        view.resize(800, 400)
        feed.publish(posts)
        view.show()
        qtbot.waitExposed(view)
        qtbot.waitUntil(lambda: view.is_laid_out)
        view.grab()
        return view

    yield show
    for view in shown:
        view.close()


def tops(view: PostList, feed: PostFeed) -> dict[str, int]:
    return {p.id: view.rect_of(p.id).top() for p in view.visible_posts if p in feed.posts}


def test_posts_stand_one_below_the_other(show: Show) -> None:
    long = "<p>" + "word " * 2_000 + "</p>"
    view = show([post(1), post(2, long), post(3)])
    first, second = view.rect_of("c1"), view.rect_of("c2")
    assert first.top() == 0
    assert second.top() == first.bottom() + 1
    assert second.height() > 400
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = view.rect_of("c3")
    assert last.bottom() + 1 == view.viewport().height()


def test_scrolling_there_and_back_shows_the_same(show: Show, feed: PostFeed) -> None:
    view = show([post(n, "x<br>" * (n % 7 + 1)) for n in range(500)])
    before, bar = tops(view, feed), view.verticalScrollBar()
    for _ in range(60):
        bar.setValue(bar.value() + 150)
        view.grab()
    middle = [p.id for p in view.visible_posts]
    for _ in range(60):
        bar.setValue(bar.value() - 150)
        view.grab()
    assert tops(view, feed) == before
    assert middle[0] != "c0"


def test_posts_added_above_and_below_do_not_move_the_view(
    show: Show, feed: PostFeed, qtbot: QtBot
) -> None:
    posts = [post(n) for n in range(100)]
    view = show(posts)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: view.is_laid_out)
    before = tops(view, feed)
    added = [
        *(post(n) for n in range(1_000, 1_010)),
        *posts,
        *(post(n) for n in range(2_000, 2_010)),
    ]
    feed.publish(added)
    qtbot.waitUntil(lambda: view.is_laid_out)
    assert tops(view, feed) == before
    reply = post(5_000, level=1)
    at = added.index(next(p for p in added if p.id == view.visible_posts[2].id))
    feed.publish([*added[: at + 1], reply, *added[at + 1 :]])
    qtbot.waitUntil(lambda: "c5000" in tops(view, feed))
    first = next(iter(before))
    assert tops(view, feed)[first] == before[first]


def test_a_position_is_restored_once_its_post_is_there(
    show: Show, feed: PostFeed, qtbot: QtBot
) -> None:
    posts = [post(n) for n in range(200)]
    view = show(posts)
    view.go_to("c120")
    position = view.position()
    assert position.top == "c120"
    feed.publish([])
    view.restore_position(position)
    feed.publish(posts)
    qtbot.waitUntil(lambda: view.is_laid_out)
    assert view.rect_of("c120").top() == 0
    assert view.current == posts[120]


def test_keys_go_from_post_to_post_and_from_link_to_link(show: Show, qtbot: QtBot) -> None:
    view = show([post(n) for n in range(50)])
    links: list[tuple[str, str]] = []
    places: list[tuple[object, str]] = []
    view.link_activated.connect(lambda *a: links.append(a))
    view.place_activated.connect(lambda *a: places.append(a))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    current = view.current
    assert current is not None
    assert current.author in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert places == [(current.place, "here")]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "osu://b/1" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert links == [("osu://b/1", "background")]
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current is not None
    assert view.current.id == "c49"
    assert not view.rect_of("c49").isEmpty()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current.id == "c0"
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.rect_of("c49").bottom() + 1 == view.viewport().height()


def test_what_is_copied_is_what_is_seen(show: Show, qtbot: QtBot) -> None:
    view = show([post(1), post(2)])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.copy()
    text = QGuiApplication.clipboard().text()
    assert text == "author 1 · 26 Nov 2026, 10:00:00 UTC\nHello there, see peppy and this"
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "author 1" in view.selected_text
    assert "author 2" in view.selected_text


def test_dragging_the_mouse_selects_text(show: Show, qtbot: QtBot) -> None:
    view = show([post(1)])
    line = view.rect_of("c1").top() + 44
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(62, line))
    qtbot.mouseMove(port, QPoint(700, line))
    view.mouseMoveEvent(_move(QPoint(700, line)))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(700, line))
    assert view.selected_text == "Hello there, see peppy and this"
    assert not view.grab().isNull()


def _move(where: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(where),
        QPointF(where),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_clicks_open_links_authors_and_facts(show: Show, qtbot: QtBot) -> None:
    view = show([post(1)])
    links: list[str] = []
    places: list[object] = []
    actions: list[str] = []
    view.link_activated.connect(lambda address, _how: links.append(address))
    view.place_activated.connect(lambda place, _how: places.append(place))
    view.action_requested.connect(actions.append)
    port, rect = view.viewport(), view.rect_of("c1")
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(80, 18))
    assert places == [UserPlace(1)]
    for x in range(60, 400, 4):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(x, 44))
    assert set(links) == {f"{ORIGIN}/users/2", "osu://b/1"}
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(70, rect.bottom() - 20))
    assert actions == ["votes:1"]


def test_the_menu_has_what_fits_the_post(show: Show) -> None:
    view = show([post(1), Post("more", PostKind.ACTION, 1, action="replies:1", text="3 more")])
    menu = view.menu_at(QPoint(80, 60))
    assert menu is not None
    labels = [action.text() for action in menu.actions()]
    assert {"Open author 1", "Copy", "Copy link", "Open in web browser"} <= set(labels)
    menu = view.menu_at(view.rect_of("more").center())
    assert menu is not None
    assert "3 more" in [action.text() for action in menu.actions()]


def test_the_layouts_in_memory_are_bounded(show: Show) -> None:
    view = show([post(n) for n in range(2_000)])
    bar = view.verticalScrollBar()
    for _ in range(200):
        bar.setValue(bar.value() + 380)
        view.grab()
    assert view.layouts <= 160


def test_light_and_dark_and_narrow(show: Show) -> None:
    view = show([post(n, level=n % 12) for n in range(30)])
    for width in (240, 500, 1_400):
        view.resize(width, 300)
        for is_dark in (True, False):
            view.set_colours(ramp(200, is_dark=is_dark))
            assert not view.grab().isNull()
