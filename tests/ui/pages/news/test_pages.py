"""Pages of news on real servers: cards and years, posts with their neighbours and comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from osubrowser.services.places.places import ListPlace, ThingPlace, UserPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.comments.comments_section import CommentsSection
from osubrowser.ui.lists.list_controller import CARDS, TABLE
from osubrowser.ui.pages.news.list_page import NewsPage
from osubrowser.ui.pages.news.post_page import NewsPostPage
from osubrowser.ui.sections.article_section import ArticleSection
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import press
from tests.ui.pages.told import Told

NEWS = ListPlace("news")


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def parts(ground: Ground) -> Callable[[Server], SectionParts]:
    def make(server: Server) -> SectionParts:
        settings = Settings()
        account = ground.sign_in(server, settings)
        colours = ramp(45, is_dark=True)
        return SectionParts(account, ground.calls, settings, None, colours, lambda _place: True)

    return make


def test_the_list_is_of_cards_and_goes_on_by_year(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = NewsPage(parts(demo))
    told = Told(page)
    page.show_place(NEWS, None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.list.model.loaded >= 21)
    assert page.list.view == CARDS
    assert told.titles == ["News"]
    row = page.list.model.row_at(0)
    assert row is not None
    page.list.rows.view.setFocus()
    press(page.list.rows.view, Qt.Key.Key_Return)
    assert told.opened == [(ThingPlace("news", row.item.slug), "here")]
    page.years.open_popup()
    popup = page.years.popup
    popup.close()
    page.years.chosen.emit("2019")
    assert told.moves[-1] == ListPlace("news", (("year", "2019"),))
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded >= 21)
    assert told.titles[-1] == "News of 2019"
    assert all(
        r.item.slug.startswith("2019-") for n in range(21) if (r := page.list.model.row_at(n))
    )
    assert page.bar.view is not None
    page.bar.view.click()
    assert page.list.view == TABLE
    state = page.save_state()
    page.show_place(NEWS, None)
    page.show_place(ListPlace("news", (("year", "2019"),)), state)
    assert page.list.model.loaded >= 21


def test_a_year_without_news_says_so_and_leads_back(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = NewsPage(parts(demo))
    told = Told(page)
    page.show_place(ListPlace("news", (("year", "1999"),)), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.is_settled)
    page.act("all_years")
    assert told.moves == [NEWS]
    qtbot.waitUntil(lambda: page.list.model.loaded >= 21)


def test_a_post_by_number_gets_its_name_and_goes_to_its_neighbours(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = NewsPostPage(parts(demo))
    told = Told(page)
    page.show_place(ThingPlace("news", "1"), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.subject is not None and page.is_settled)
    subject = page.subject
    assert subject is not None
    first = ThingPlace("news", subject.slug)
    assert told.moves == [first]
    assert told.titles[-1] == subject.title
    assert not page.header.buttons[1].isEnabled(), "there is no older one"
    section = page.host.section
    assert isinstance(section, ArticleSection)
    section.article.pane.view.selectAll()
    page.copy_selection()
    assert len(QGuiApplication.clipboard().text()) > 50
    state = page.save_state()
    page.header.buttons[0].click()
    qtbot.waitUntil(lambda: page.is_settled and page.subject not in (None, subject))
    assert page.subject is not None
    assert page.subject.older == (subject.title, first)
    page.show_place(first, state)
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.subject == subject
    page.header.link_requested.emit("https://osu.ppy.sh/users/2", "here")
    assert told.opened[-1] == (UserPlace(2), "here")


def test_comments_of_a_post_are_its_second_section(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = NewsPostPage(parts(demo))
    told = Told(page)
    page.show_place(ThingPlace("news", "150"), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.subject is not None and page.is_settled)
    page.host.pills.button("comments").click()
    assert page.subject is not None
    assert told.moves[-1] == ThingPlace("news", page.subject.slug, section="comments")
    qtbot.waitUntil(lambda: page.is_settled)
    section = page.host.section
    assert isinstance(section, CommentsSection)
    assert section.view.feed.subject.id == 150
    assert "comment" in told.statuses[-1]


def test_a_post_that_does_not_exist_says_so(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = NewsPostPage(parts(demo))
    told = Told(page)
    page.show_place(ThingPlace("news", "no-such-<b>post"), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.failure is not None)
    assert page.panel.text.startswith("osu! has no news post “no-such-<b>post”.")
    page.panel.choice_pressed.emit("web")
    assert told.opened[-1][1] == "web"
