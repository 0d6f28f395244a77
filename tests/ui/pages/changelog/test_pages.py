"""Pages of the changelog on real servers: builds, changes as rows, two builds, one build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from osubrowser.models.changelog.builds import ChangelogQuery
from osubrowser.models.posts.post import PostKind
from osubrowser.models.table.sources import LoadState
from osubrowser.services.places.places import ListPlace, ThingPlace
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.comments.comments_section import CommentsSection
from osubrowser.ui.lists.row_menu import RowSelection
from osubrowser.ui.pages.changelog.build_page import BuildPage
from osubrowser.ui.pages.changelog.list_page import ChangelogPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.sections.list_section import SubjectListSection
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground
from tests.ui.gestures import press, write
from tests.ui.pages.told import Told

ALL = ListPlace("changelog")


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


@pytest.fixture
def page(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts]
) -> tuple[ChangelogPage, Told]:
    page = ChangelogPage(parts(demo))
    told = Told(page)
    page.show_place(ALL, None)
    ground.put_up(page, 600)
    return page, told


def test_builds_are_listed_by_day_and_streams_are_pills(
    page: tuple[ChangelogPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    qtbot.waitUntil(lambda: shown.feed.loaded >= 21 and shown.is_settled)
    kinds = [post.kind for post in shown.feed.posts]
    assert kinds[:2] == [PostKind.HEADING, PostKind.POST]
    assert len(shown.streams.streams) >= 4
    lazer = next(one for one in shown.streams.streams if one.name == "lazer")
    assert lazer.version in shown.streams.pills.button("lazer").text()
    assert f"{lazer.users:,}" in shown.streams.pills.button("lazer").text()
    shown.streams.pills.button("lazer").click()
    assert told.moves == [ListPlace("changelog", (("stream", "lazer"),))]
    qtbot.waitUntil(lambda: shown.is_settled and shown.feed.loaded >= 21)
    posts = [post for post in shown.feed.posts if post.kind is PostKind.POST]
    assert all(post.author.startswith("Lazer ") for post in posts)
    assert told.titles[-1] == "Changelog: Lazer"
    state = shown.save_state()
    shown.feed.load_page()
    qtbot.waitUntil(lambda: shown.feed.loaded >= 42)
    ids = [post.id for post in shown.feed.posts]
    assert len(ids) == len(set(ids))
    shown.show_place(told.moves[0], state)
    assert shown.feed.loaded >= 21
    shown.panel.list.setFocus()
    shown.panel.list.go_to(posts[0].id)
    press(shown.panel.list, Qt.Key.Key_Return)
    assert told.opened == [(posts[0].place, "here")]
    shown.copy_selection()
    assert posts[0].author in QGuiApplication.clipboard().text()


def test_changes_are_rows_between_two_versions(
    page: tuple[ChangelogPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    qtbot.waitUntil(lambda: shown.feed.loaded >= 21)
    shown.bar.controls["view"].widget.button("entries").click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: shown.is_settled and shown.list.model.loaded > 21)
    shown.streams.pills.button("stable40").click()
    qtbot.waitUntil(lambda: shown.is_settled and shown.list.model.loaded > 21)
    rows = [shown.list.model.row_at(n) for n in range(shown.list.model.loaded)]
    builds = list(dict.fromkeys(row.item.build.version for row in rows if row is not None))
    field = shown.bar.controls["from"].widget
    assert isinstance(field, QLineEdit)
    write(field, "no version!")
    press(field, Qt.Key.Key_Return)
    before = len(told.moves)
    write(field, builds[2])
    press(field, Qt.Key.Key_Return)
    assert len(told.moves) == before + 1
    qtbot.waitUntil(lambda: shown.list.model.state is LoadState.END)
    rows = [shown.list.model.row_at(n) for n in range(shown.list.model.loaded)]
    found = list(dict.fromkeys(row.item.build.version for row in rows if row is not None))
    assert found == builds[:3]
    assert told.titles[-1] == f"Changelog: Stable since {builds[2]}"


def test_rows_of_two_builds_lead_to_both_side_by_side(
    page: tuple[ChangelogPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    shown.show_place(ChangelogQuery("lazer", view="entries").place, None)
    qtbot.waitUntil(lambda: shown.is_settled and shown.list.model.loaded > 21)
    rows = [row for n in range(30) if (row := shown.list.model.row_at(n)) is not None]
    builds = list(dict.fromkeys(row.item.build.version for row in rows))
    chosen = [next(r for r in rows if r.item.build.version == v) for v in builds[:2]]
    menu = shown._menu(
        RowSelection(shown, chosen, (), lambda *_: None, lambda: None, "", lambda _: True)
    )
    action = next(one for one in menu.actions() if one.text() == "Builds side by side")
    action.trigger()
    there = ChangelogQuery("lazer", builds[1], builds[0], "compare").place
    assert told.moves[-1] == there
    qtbot.waitUntil(lambda: shown.is_settled)
    assert shown.compare is not None
    comparison = shown.compare.comparison
    assert comparison is not None
    assert [comparison.older.version, comparison.newer.version] == [builds[1], builds[0]]
    assert shown.compare.counts.lines[0][0] == comparison.categories[0][0]
    shown.compare.between.click()
    assert told.moves[-1] == ChangelogQuery("lazer", builds[1], builds[0], "entries").place
    menu.deleteLater()


def test_side_by_side_alone_shows_the_two_newest_builds(
    page: tuple[ChangelogPage, Told], qtbot: QtBot
) -> None:
    shown, told = page
    shown.show_place(ChangelogQuery("lazer", view="compare").place, None)
    qtbot.waitUntil(lambda: shown.is_settled and shown.compare is not None)
    qtbot.waitUntil(lambda: shown.compare is not None and shown.compare.comparison is not None)
    query = ChangelogQuery.of(told.moves[-1])
    assert query.first
    assert query.last
    assert told.titles[-1] == f"Changelog: Lazer {query.first} and {query.last}"
    assert len(shown.streams.streams) >= 4
    shown.show_place(ChangelogQuery("lazer", "1.2.3", "4.5.6", "compare").place, None)
    qtbot.waitUntil(lambda: shown.failure is not None)
    assert shown.compare is not None
    assert shown.compare.panel.text.startswith("osu! has no such builds of lazer: 1.2.3 and 4.5.6")


def test_a_stream_alone_is_its_newest_build(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = BuildPage(parts(demo))
    told = Told(page)
    page.show_place(ThingPlace("changelog", "lazer"), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.subject is not None and page.is_settled)
    subject = page.subject
    assert subject is not None
    assert told.moves == [ThingPlace("changelog", subject.key)]
    assert page.header.badge.text() == "Lazer"
    assert not page.header.buttons[0].isEnabled()
    page.compare.click()
    assert subject.older is not None
    query = ChangelogQuery("lazer", subject.older[0], subject.version, "compare")
    assert told.opened[-1] == (query.place, "here")
    page.header.buttons[1].click()
    qtbot.waitUntil(lambda: page.is_settled and page.subject not in (None, subject))
    page.host.pills.button("entries").click()
    qtbot.waitUntil(lambda: page.is_settled)
    section = page.host.section
    assert isinstance(section, SubjectListSection)
    assert page.subject is not None
    assert section.list.model.loaded == page.subject.count
    page.host.pills.button("comments").click()
    qtbot.waitUntil(lambda: page.is_settled)
    assert isinstance(page.host.section, CommentsSection)
    assert page.host.section.view.feed.subject.id == page.subject.id


def test_a_build_that_does_not_exist_says_so(
    ground: Ground, demo: Server, parts: Callable[[Server], SectionParts], qtbot: QtBot
) -> None:
    page = BuildPage(parts(demo))
    page.show_place(ThingPlace("changelog", "lazer/1.2"), None)
    ground.put_up(page, 600)
    qtbot.waitUntil(lambda: page.failure is not None)
    assert page.panel.text.startswith("osu! has no build “lazer/1.2”.")
