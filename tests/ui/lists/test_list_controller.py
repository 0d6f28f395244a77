"""A list that no page has, news by cursor, shown by its `ListSpec` alone on the embedded osu!."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.client import Client
from osubrowser.api.entities.news import NewsPost
from osubrowser.api.errors import NotFound
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.paged_model import LoadState
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import day_cell, sort_key
from osubrowser.services.places.places import RankingsPlace, ThingPlace
from osubrowser.services.places.urls import address
from osubrowser.services.session.account import Account
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.lists.list_bar import ListBar
from osubrowser.ui.lists.list_controller import (
    Columns,
    EmptyText,
    ListController,
    ListSpec,
)
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.widgets.state_panel import RELOAD
from tests.conftest import Server
from tests.ui.conftest import Ground, has_page
from tests.ui.gestures import MIDDLE, click, press, write

WAIT = 15_000
COLUMNS = (
    Column[NewsPost]("title", "Title", 300, CellKind.TEXT, lambda p, _: p.title,
                     lambda p, _: p.title),
    Column[NewsPost]("author", "Author", 120, CellKind.TEXT, lambda p, _: p.author),
    Column[NewsPost]("date", "Date", 100, CellKind.DATE, lambda p, _: day_cell(p.published_at),
                     lambda p, _: sort_key(p.published_at)),
)  # fmt: skip


# All that a page has to write for a list: how a page of it is loaded, and what it is.
def load_news(client: Client, year: int | None, columns: Columns, cursor: Any) -> RowsPage:
    listing = client.news_listing(limit=12, year=year, cursor=cursor)
    rows = make_rows(columns, listing.news_posts, identity=lambda post: post.id)
    return RowsPage(rows, next=listing.cursor)


def news_spec(year: int | None = None) -> ListSpec:
    return ListSpec(
        key="news",
        title="News",
        columns=lambda _original: COLUMNS,
        source=lambda loader, columns, _original: loader.by_cursor(load_news, year, columns),
        record=lambda row: {"id": row.item.id, "title": row.item.title},
        file_stem="osu-news",
        empty=EmptyText("No news that year.", action=("all", "Show all")),
        link=lambda post, _origin: RowLink(ThingPlace("news", post.slug), post.title),
    )


@dataclass
class Desk:
    """A widget with a list and its bar, and what the list told."""

    qtbot: QtBot
    account: Account
    settings: Settings
    page: QWidget
    bar: ListBar
    news: ListController
    status: list[str] = field(default_factory=list)
    opened: list[tuple[Any, str]] = field(default_factory=list)
    messages: list[tuple[str, str]] = field(default_factory=list)
    online: list[bool] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)

    def show(self, spec: ListSpec, **options: Any) -> None:
        self.news.show(spec, **options)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.news.is_settled, timeout=WAIT)

    def titles(self) -> list[str]:
        return [row.item.title for row in self.news.model.loaded_rows()]

    def menu(self) -> QMenu:
        (menu,) = (menu for menu in self.page.findChildren(QMenu) if menu.isVisible())
        return menu


@pytest.fixture
def desk(ground: Ground, demo_server: Server) -> Iterator[Desk]:
    """Show an empty list, signed in as a guest of the demo."""
    settings, colours = Settings(), ramp(200, is_dark=True)
    account = ground.sign_in(demo_server, settings)
    page = QWidget()
    rows = ListController(account, ground.calls, settings, colours, None, has_page, page)
    bar = ListBar("News", [], "The newest first", page)
    layout = QVBoxLayout(page)
    layout.addWidget(bar)
    layout.addWidget(rows.rows)
    rows.bind_filter(bar.filter)
    rows.bind_buttons(columns=bar.columns, export=bar.export)
    desk = Desk(ground.qtbot, account, settings, page, bar, rows)
    rows.status_changed.connect(desk.status.append)
    rows.open_requested.connect(lambda place, how: desk.opened.append((place, how)))
    rows.message_requested.connect(lambda level, text: desk.messages.append((level, text)))
    rows.online_changed.connect(desk.online.append)
    rows.action_requested.connect(desk.actions.append)
    ground.put_up(page, 420)
    yield desk
    rows.leave()


def row_point(row: int) -> QPoint:
    return QPoint(100, row * ROW_HEIGHT + ROW_HEIGHT // 2)


def test_rows_come_page_by_page_and_the_status_is_told_when_it_changes(desk: Desk) -> None:
    desk.show(news_spec())
    assert desk.news.table.accessibleName() == "News"
    bar = desk.news.table.verticalScrollBar()

    def scroll() -> bool:
        bar.setValue(bar.maximum())
        return desk.news.model.state is LoadState.END

    desk.qtbot.waitUntil(scroll, timeout=WAIT)
    loaded = desk.news.model.loaded
    assert loaded > 12
    assert len(set(desk.titles())) > 12
    assert desk.news.status.endswith(f" of {loaded} · {loaded} loaded")
    assert desk.status[-1] == desk.news.status
    repeated = [
        text for text, after in zip(desk.status, desk.status[1:], strict=False) if text == after
    ]
    assert repeated == []
    assert set(desk.online) == {True}


def test_loaded_rows_are_filtered_sorted_and_copied(desk: Desk) -> None:
    desk.show(news_spec())
    word = desk.titles()[2].split()[0].casefold()
    desk.news.start_filter()
    write(desk.bar.filter, word)
    matching = [title for title in desk.titles() if word in title.casefold()]
    assert desk.titles()[0:1] == matching[0:1] != []
    assert desk.news.status == f"{len(desk.titles())} of {desk.news.model.loaded} loaded rows"
    press(desk.bar.filter, Qt.Key.Key_Escape)
    assert desk.bar.filter.text() == ""
    desk.news.table.horizontalHeader().sectionClicked.emit(0)
    assert desk.titles() == sorted(desk.titles(), key=str)
    desk.news.take_focus()
    assert desk.page.window().focusWidget() is desk.news.table
    desk.news.table.selectRow(0)
    desk.news.copy_selection()
    heading, line = QGuiApplication.clipboard().text().split("\n")
    assert heading == "Title\tAuthor\tDate"
    assert line.startswith(desk.titles()[0])


def test_rows_open_and_have_a_menu(desk: Desk, demo_server: Server) -> None:
    desk.show(news_spec())
    first, second = desk.news.model.loaded_rows()[:2]
    viewport = desk.news.table.viewport()
    click(viewport, at=row_point(0), double=True)
    click(viewport, MIDDLE, row_point(1))
    there = ThingPlace("news", first.item.slug)
    assert desk.opened == [
        (there, "here"),
        (ThingPlace("news", second.item.slug), "background"),
    ]
    desk.news.table.menu_requested.emit([first], QPoint(5, 5))
    actions = {action.text().replace("&", ""): action for action in desk.menu().actions()}
    assert {"Open (in the web browser)", "Copy link", "Copy", "Copy title"} <= set(actions)
    actions["Copy link"].trigger()
    assert QGuiApplication.clipboard().text() == address(there, demo_server.url)
    desk.menu().close()
    desk.news.show(replace(news_spec(), link=lambda _post, _origin: None, no_link="Gone."))
    desk.settle()
    click(viewport, at=row_point(0), double=True)
    assert desk.messages == [("info", "Gone.")]


def test_columns_are_saved_under_the_key_of_the_list(desk: Desk) -> None:
    desk.show(news_spec())
    click(desk.bar.columns)
    next(action for action in desk.menu().actions() if action.text() == "Author").trigger()
    desk.menu().close()
    assert desk.settings.table("news").hidden == ["author"]
    desk.show(replace(news_spec(), key="other"))
    assert len(desk.news.table.shown_columns()) == 3
    desk.show(news_spec())
    assert len(desk.news.table.shown_columns()) == 2


def test_loaded_rows_are_exported_though_the_list_was_left(desk: Desk, tmp_path: Path) -> None:
    desk.news.export()
    assert desk.messages == [("info", "There are no rows to export yet.")]
    desk.show(news_spec())
    count, titles = desk.news.model.loaded, desk.titles()
    desk.news.model.sort_by("title")
    click(desk.bar.export)
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "osu-news.csv"
    path = tmp_path / "news.json"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    desk.news.leave()
    desk.qtbot.waitUntil(lambda: len(desk.messages) == 2, timeout=WAIT)
    assert desk.messages[-1][0] == "good"
    made = json.loads(path.read_text("utf-8"))
    assert [each["title"] for each in made] == sorted(titles)
    assert len(made) == count


def test_an_empty_list_says_so_and_offers_what_helps(desk: Desk) -> None:
    desk.show(news_spec(1999))
    assert desk.news.rows.panel_text == "No news that year."
    assert desk.news.status == ""
    button = desk.page.findChild(QPushButton, "all")
    assert isinstance(button, QPushButton)
    desk.news.take_focus()
    desk.qtbot.waitUntil(button.hasFocus)
    click(button)
    assert desk.actions == ["all"]


def test_an_empty_list_leads_elsewhere_or_loads_again(desk: Desk) -> None:
    place = RankingsPlace()
    elsewhere = EmptyText("No news that year.", leads_to=(place, "See the rankings"))
    desk.show(replace(news_spec(1999), empty=elsewhere))
    button = desk.news.rows.findChild(QPushButton, "lead")
    assert isinstance(button, QPushButton)
    assert button.text() == "See the rankings"
    click(button)
    assert desk.opened == [(place, "here")]

    pages: list[object] = []

    def load(_client: Client, _columns: Columns, cursor: object) -> RowsPage:
        pages.append(cursor)
        return RowsPage([])

    desk.show(
        replace(
            news_spec(),
            empty=EmptyText("Nothing yet.", action=RELOAD),
            source=lambda loader, columns, _original: loader.by_cursor(load, columns),
        )
    )
    assert len(pages) == 1
    again = desk.news.rows.findChild(QPushButton, "reload")
    assert isinstance(again, QPushButton)
    click(again)
    desk.qtbot.waitUntil(lambda: len(pages) == 2)
    desk.settle()
    assert desk.actions == []


def test_a_failure_is_told_in_the_words_of_the_list(desk: Desk) -> None:
    def load(client: Client, _columns: Columns, _cursor: object) -> RowsPage:
        client.news_post("no-such-post")
        return RowsPage([])

    spec = replace(
        news_spec(), source=lambda loader, columns, _original: loader.by_cursor(load, columns)
    )
    desk.show(spec)
    assert isinstance(desk.news.failure, NotFound)
    assert desk.news.rows.panel_text == "osu! has nothing here."
    desk.show(news_spec())
    assert desk.news.failure is None
    assert desk.news.rows.panel_text == ""


def test_who_is_signed_out_is_offered_to_sign_in(
    desk: Desk, loop: asyncio.AbstractEventLoop
) -> None:
    wishes: list[bool] = []
    desk.news.sign_in_requested.connect(lambda: wishes.append(True))
    leaving = loop.create_task(desk.account.sign_out())
    desk.qtbot.waitUntil(leaving.done, timeout=WAIT)
    desk.show(news_spec())
    assert desk.news.rows.panel_text == "osu! shows this to signed-in players."
    button = desk.page.findChild(QPushButton, "sign_in")
    assert isinstance(button, QPushButton)
    click(button)
    assert wishes == [True]


def test_a_list_comes_back_as_it_was_left_without_a_request(
    desk: Desk, count_requests: Callable[[], int]
) -> None:
    desk.show(news_spec())
    desk.news.model.sort_by("title")
    write(desk.bar.filter, "e")
    desk.news.table.scroll_to_position(40)
    at, titles, state = desk.news.table.scroll_position(), desk.titles(), desk.news.save_state()
    desk.news.leave()
    assert desk.news.save_state() is None
    assert desk.news.status == ""
    assert desk.bar.filter.text() == ""
    before = count_requests()
    desk.show(news_spec(), state=state)
    assert (desk.news.table.scroll_position(), desk.titles()) == (at, titles)
    assert desk.bar.filter.text() == "e"
    assert count_requests() == before
    desk.show(replace(news_spec(), key="other"), state=state)  # of another list
    assert desk.bar.filter.text() == ""
    assert count_requests() > before


def test_titles_are_written_anew_when_the_list_comes_into_view(desk: Desk) -> None:
    def columns(original: bool) -> Columns:
        return (replace(COLUMNS[0], title="Original" if original else "Romanised"),)

    spec = replace(news_spec(), columns=columns, has_titles=True)
    desk.show(spec)
    state = desk.news.save_state()
    assert [column.title for column in desk.news.model.columns] == ["Romanised"]
    desk.page.hide()
    desk.settings.titles = "original"
    desk.page.show()
    desk.settle()
    assert [column.title for column in desk.news.model.columns] == ["Original"]
    assert desk.news.model.loaded
    desk.news.show(spec, state=state)
    assert desk.news.model.loaded == 0  # rows with the other titles do not come back
    desk.settle()


@pytest.fixture
def count_requests(desk: Desk) -> Callable[[], int]:
    """Count what the client of the list has sent."""

    def count() -> int:
        assert desk.account.client is not None
        return desk.account.client.requests_last_minute()

    return count
