"""Beatmap events, discussions, posts, votes and activity: rows, filters, links and addresses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.models.feeds.beatmapset_events import TYPES
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.places.places import BeatmapsetPlace, ListPlace, UserPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.ui.lists.list_controller import GOES_ON
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.widgets.toggle_pills import TogglePills
from tests.conftest import Server, raw_answer
from tests.ui.gestures import press, write
from tests.ui.pages.feeds.conftest import Make, control, link, texts


def settled(qtbot: QtBot, page: FeedsPage) -> None:
    """Wait for rows."""
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)


def submit(page: FeedsPage, name: str, text: str) -> None:
    """Write into a field of the bar, and press Return."""
    field = control(page, name)
    assert isinstance(field, QLineEdit)
    write(field, text)
    press(field, Qt.Key.Key_Return)


# --- on the demo ----------------------------------------------------------------------------------


def test_events_are_filtered_by_type_player_set_and_day(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, told = make(demo, "events")
    settled(qtbot, page)
    assert told.titles == ["Beatmap events"]
    types = page.bar.controls["types[]"]
    qtbot.mouseClick(types.widget, Qt.MouseButton.LeftButton)
    popup: Any = types.popup  # type: ignore[attr-defined]
    pills = popup.findChild(TogglePills)
    screen = popup.screen().availableGeometry()
    assert screen.contains(popup.geometry())
    assert popup.rect().contains(pills.pill(TYPES[-1]).mapTo(popup, QPoint(0, 0)))
    press(pills.pill("nominate"), Qt.Key.Key_End)
    press(pills.pill(TYPES[-1]), Qt.Key.Key_Home)
    qtbot.mouseClick(pills.pill("qualify"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pills.pill("love"), Qt.MouseButton.LeftButton)
    popup.close()
    assert told.moves[-1] == ListPlace("events", (("types[]", "qualify.love"),))
    settled(qtbot, page)
    assert set(texts(page, "type")) <= {"Qualify", "Love"}
    who = texts(page, "player")[0]
    submit(page, "user", who)
    settled(qtbot, page)
    assert set(texts(page, "player")) == {who}
    assert told.titles[-1] == f"Beatmap events: {who}"
    day = page.list.model.row_at(0).item.event.created_at.date().isoformat()  # type: ignore[union-attr]
    submit(page, "max_date", day)
    settled(qtbot, page)
    assert page.list.model.row_at(0).item.event.created_at.date().isoformat() == day  # type: ignore[union-attr]
    submit(page, "min_date", "2026-02-31")
    assert told.moves[-1] != page.place or "min_date" not in dict(told.moves[-1].query)
    set_id = page.list.model.row_at(0).item.beatmapset.id  # type: ignore[union-attr]
    page.show_place(ListPlace("events", (("beatmapset_id", str(set_id)),)), None)
    qtbot.waitUntil(lambda: page.is_settled and page.list.model.loaded > 0)
    found = {page.list.model.row_at(n).item.beatmapset.id for n in range(page.list.model.loaded)}  # type: ignore[union-attr]
    assert found == {set_id}
    assert parse(address(page.place, demo.url), origins=(demo.url,)) == page.place  # type: ignore[arg-type]


def test_events_go_on_and_open_their_discussion(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, "events", {"types[]": "issue_resolve"})
    settled(qtbot, page)
    known = link(page, 0)
    assert isinstance(known, RowLink)
    assert isinstance(known.place, BeatmapsetPlace)
    assert known.place.section == "discussion"
    assert known.place.at == page.list.model.row_at(0).item.event.discussion.id  # type: ignore[union-attr]
    assert any(isinstance(place, UserPlace) for _, place in known.more)
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    press(page.list.table, Qt.Key.Key_Return)
    assert told.opened == [(known.place, "here")]
    press(page.list.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.list.model.loaded > 50)
    page.list.load_all()
    assert told.messages[-1][1] == GOES_ON


def test_nothing_found_offers_all(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, "events", {"user": "nobody has this name"})
    qtbot.waitUntil(lambda: page.list.model.state is LoadState.END)
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Show all events")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.moves[-1] == ListPlace("events")
    settled(qtbot, page)


def test_open_discussions_of_a_ruleset(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, told = make(demo, "discussions", {"mode": "taiko"})
    settled(qtbot, page)
    flag = control(page, "only_unresolved")
    assert isinstance(flag, TogglePills)
    qtbot.mouseClick(flag.pill("only_unresolved"), Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert dict(told.moves[-1].query) == {"mode": "taiko", "only_unresolved": "1"}  # type: ignore[attr-defined]
    assert set(texts(page, "state")) == {"Open"}
    assert all(texts(page, "text"))
    menu: Any = control(page, "beatmapset_status")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton)
    assert menu.popup.isVisible()
    menu.popup.close()


def test_posts_of_a_discussion(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(demo, "posts")
    settled(qtbot, page)
    about = page.list.model.row_at(0).item.about  # type: ignore[union-attr]
    submit(page, "beatmapset_discussion_id", str(about.id))
    settled(qtbot, page)
    rows = [page.list.model.row_at(n) for n in range(page.list.model.loaded)]
    assert {row.item.about.id for row in rows if row is not None} == {about.id}
    known = link(page, 0)
    assert isinstance(known, RowLink)
    assert known.place.at == about.id  # type: ignore[attr-defined]


def test_votes_against(make: Make, demo: Server, qtbot: QtBot) -> None:
    page, _ = make(demo, "votes")
    settled(qtbot, page)
    pills: Any = control(page, "score")
    qtbot.mouseClick(pills.button("-1"), Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    model = page.list.model
    rows = [model.row_at(n) for n in range(model.loaded)]
    assert {row.item.vote.score for row in rows if row is not None} == {-1}
    assert page.place == ListPlace("votes", (("score", "-1"),))


def test_activity_of_one_type_is_picked_as_the_list_goes_on(
    make: Make, demo: Server, qtbot: QtBot
) -> None:
    page, _ = make(demo, "activity", {"types[]": "achievement"})
    qtbot.waitUntil(lambda: page.list.model.loaded > 3)
    assert all(text.startswith("Medal ") for text in texts(page, "event"))
    row = page.list.model.row_at(0)
    assert row is not None
    assert row.pictures[0]
    known = link(page, 0)
    assert isinstance(known, RowLink)
    assert [type(place) for _, place in known.more] == [UserPlace]


@pytest.mark.parametrize(
    "kind", ["activity", "backgrounds", "discussions", "events", "posts", "tags", "votes"]
)
def test_every_row_leads_somewhere_and_is_exported(
    make: Make, demo: Server, qtbot: QtBot, kind: str
) -> None:
    page, _ = make(demo, kind)
    settled(qtbot, page)
    model, spec = page.list.model, page.list.spec
    assert spec is not None
    for number in range(model.loaded):
        row, known = model.row_at(number), link(page, number)
        assert row is not None
        assert isinstance(known, RowLink), row.texts
        assert parse(address(known.place, demo.url), origins=(demo.url,)) is not None
        assert json.loads(json.dumps(spec.record(row), allow_nan=False))
    assert len({row.id for row in model.loaded_rows()}) == model.loaded


# --- on recorded answers --------------------------------------------------------------------------


def test_recorded_events(make: Make, recorded_server: Server, qtbot: QtBot) -> None:
    page, _ = make(recorded_server, "events")
    settled(qtbot, page)
    raw = raw_answer("v2/get_beatmapset_events_200.json")
    names = {user["id"]: user["username"] for user in raw["users"]}
    assert page.list.model.loaded == len(raw["events"])
    for row, event in enumerate(raw["events"]):
        found = page.list.model.row_at(row)
        assert found is not None
        assert found.item.event.id == event["id"]
        said = texts(page, "title")[row]
        assert said.startswith(event["beatmapset"]["title"] if event.get("beatmapset") else "[")
        assert texts(page, "player")[row] == names.get(event.get("user_id"), "")
        assert texts(page, "text")[row]
        assert texts(page, "date")[row].endswith(event["created_at"][11:16])


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("discussions", "get_beatmapset_discussions_200"),
        ("posts", "get_beatmapset_discussion_posts_200"),
    ],
)
def test_recorded_discussions(
    make: Make, recorded_server: Server, qtbot: QtBot, kind: str, file: str
) -> None:
    page, _ = make(recorded_server, kind)
    settled(qtbot, page)
    raw = raw_answer(f"v2/{file}.json")
    names = {user["id"]: user["username"] for user in raw["users"]}
    talks = {one["id"]: one for one in raw["discussions"]}
    sets = {one["id"]: one["title"] for one in raw["beatmapsets"]}
    assert page.list.model.loaded >= len(raw[kind])
    for row, one in enumerate(raw[kind]):
        about = one if kind == "discussions" else talks[one["beatmapset_discussion_id"]]
        message = (one.get("starting_post") or one).get("message")
        assert texts(page, "player")[row] == names[one["user_id"]]
        assert texts(page, "title")[row].startswith(sets[about["beatmapset_id"]])
        if isinstance(message, str) and about["message_type"] != "review":
            assert texts(page, "text")[row].split()[:5] == message.split()[:5]
        known = link(page, row)
        assert isinstance(known, RowLink)
        place = known.place
        assert isinstance(place, BeatmapsetPlace)
        assert (place.id, place.at) == (about["beatmapset_id"], about["id"])
