"""The page of a player against real servers: the recorded osu! and the embedded one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import LoginRequired, NotFound, RateLimited
from osubrowser.models.players.profile import Profile
from osubrowser.services.places.places import (
    Place,
    PlayersPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.session.account import Account
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.body import PlayerFailure
from osubrowser.ui.pages.player.messages import describe_in
from osubrowser.ui.pages.player.overview import OverviewSection
from osubrowser.ui.pages.player.page import SECTIONS, PlayerPage
from osubrowser.ui.pages.player.parts.header import COMPACT, FULL
from osubrowser.ui.sections.host import Section, SectionParts, SectionSpec
from osubrowser.ui.shell.omnibox.player_field import place_of
from osubrowser.ui.style.colours import ramp
from tests.conftest import Server, raw_answer
from tests.idle import WAIT, settle
from tests.ui.conftest import Ground, environment_of, has_page
from tests.ui.gestures import click, press, write

NAMES = ("open_requested", "message_requested", "place_changed")


class SmallSection(Section[Profile]):
    """Remembers what the page asked of it."""

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(parent)
        del parts
        self.calls: list[tuple[Any, ...]] = []
        self.scrolled = 0

    def show_subject(self, subject: Profile, state: object | None = None) -> None:
        self.calls.append(("show", subject.id, subject.mode, state))
        self.scrolled = state if isinstance(state, int) else 0
        self.status_changed.emit(f"rows of {subject.id} in {subject.mode}")

    def save_state(self) -> object:
        return self.scrolled

    def reload(self) -> None:
        self.calls.append(("reload",))

    def leave(self) -> None:
        self.calls.append(("leave",))


KINDS = (
    SECTIONS[0],
    SectionSpec("best", "Best", lambda p: p.user.scores_best_count, SmallSection, by_variant=True),
    SectionSpec("kudosu", "Kudosu", lambda _: None, SmallSection),
)


@dataclass
class Desk:
    """A page with all that it stands on, and what it told its window."""

    page: PlayerPage
    account: Account
    signals: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    status: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def places(self) -> list[tuple[Place, bool]]:
        return [(call[0], call[1]) for call in self.signals["place_changed"]]

    def section(self, key: str) -> SmallSection:
        found = self.page.host._sections[key]
        assert isinstance(found, SmallSection)
        return found

    @property
    def overview(self) -> OverviewSection:
        found = self.page.host._sections["overview"]
        assert isinstance(found, OverviewSection)
        return found


OpenPage = Callable[..., Desk]


@pytest.fixture
def open_page(ground: Ground) -> OpenPage:
    """Build a page for a server, signed in as a guest: `open_page(server)`."""

    def build(server: Server) -> Desk:
        settings = Settings()
        account = ground.sign_in(server, settings)
        page = PlayerPage(
            account,
            ground.calls,
            settings,
            ramp(333, is_dark=True),
            has_page=has_page,
            sections=KINDS,
        )
        desk = Desk(page, account)
        for name in NAMES:
            told: list[tuple[Any, ...]] = []
            desk.signals[name] = told
            getattr(page, name).connect(lambda *said, told=told: told.append(said))
        page.status_changed.connect(desk.status.append)
        page.title_changed.connect(desk.titles.append)
        ground.put_up(page, 700)
        return desk

    return build


def show(qtbot: QtBot, desk: Desk, place: Place, state: object | None = None) -> None:
    desk.page.show_place(place, state)
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)


def ground_sign_in(qtbot: QtBot, account: Account, server: Server) -> None:
    """Let another session take the place of the one that there is."""
    signing_in = asyncio.get_event_loop().create_task(
        account.guest_from_environment(environment_of(server))
    )
    qtbot.waitUntil(signing_in.done, timeout=WAIT)


def sent_player() -> dict[str, Any]:
    """Return the player that the recorded server sends, whoever is asked for."""
    player: dict[str, Any] = raw_answer("v2/get_user_200.json")
    return player


def sent_name() -> str:
    name: str = sent_player()["username"]
    return name


def sent_id() -> int:
    number: int = sent_player()["id"]
    return number


def users_asked(server: Server) -> int:
    counts: dict[str, int] = server.stats()["counts"]
    return sum(n for request, n in counts.items() if "/users/" in request)


# --- a player ----------------------------------------------------------------------------------


def test_the_real_profile_is_shown(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    desk.page.show_place(UserPlace(2), None)
    assert not desk.page.is_settled
    assert desk.page.header.profile is None  # the shapes of a header
    assert desk.page.skeleton.isVisible()
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)
    header, overview = desk.page.header, desk.overview
    assert header.accessibleName() == f"Player: {sent_name()}"
    assert "Australia" in header.accessibleDescription()
    assert "59,499 followers" in header.accessibleDescription()
    assert overview.isVisible()
    assert overview.figures.figures[0].text == "#829,418"
    assert "Global rank #829,418" in overview.figures.accessibleDescription()
    assert len(overview.ranks.curves[0].data.values) == 90
    assert overview.plays.curves[0].data.words[0] == "483 plays"
    assert desk.page.host.pills.button("best").text() == "Best 200"
    assert desk.titles[-1] == sent_name()
    assert desk.page.hue == 252  # the profile's own
    assert desk.page.failure is None


def test_a_name_becomes_an_id_and_a_new_name_is_told(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_name().upper(), "osu"))
    assert desk.places == [(UserPlace(sent_id(), "osu"), True)]
    assert desk.signals["message_requested"] == []
    show(qtbot, desk, UserPlace("dean_herbert", section="kudosu"))
    assert desk.places[-1] == (UserPlace(sent_id(), section="kudosu"), True)
    assert desk.signals["message_requested"] == [
        ("info", f"dean_herbert is now called {sent_name()}.")
    ]


def test_a_section_is_shown_once_and_comes_back_without_a_request(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_id(), "osu"))
    click(desk.page.host.pills.button("best"))
    assert desk.places[-1] == (UserPlace(sent_id(), "osu", section="best"), False)
    best = desk.section("best")
    assert best.calls == [("show", sent_id(), "osu", None)]
    assert best.place == UserPlace(sent_id(), "osu", section="best")
    assert desk.status[-1] == f"rows of {sent_id()} in osu"
    assert desk.titles[-1] == f"{sent_name()}, Best"
    before = users_asked(recorded_server)
    desk.page.show_place(UserPlace(sent_id(), "osu"), None)
    assert desk.status[-1] == ""
    desk.page.show_place(UserPlace(sent_id(), "osu", section="best"), None)
    assert best.calls == [("show", sent_id(), "osu", None)]
    assert desk.status[-1] == f"rows of {sent_id()} in osu"
    assert users_asked(recorded_server) == before


def test_another_ruleset_reloads_what_depends_on_it(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="kudosu"))
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="best"))
    desk.page.header.modes.modes.button("mania").click()
    assert desk.places[-1] == (UserPlace(sent_id(), "mania", section="best"), False)
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)
    assert desk.section("best").calls == [
        ("show", sent_id(), "osu", None),
        ("leave",),
        ("show", sent_id(), "mania", None),
    ]
    show(qtbot, desk, UserPlace(sent_id(), "mania", section="kudosu"))
    assert desk.section("kudosu").calls == [("show", sent_id(), "osu", None)]


def test_figures_of_before_give_way_while_another_ruleset_is_on_its_way(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    desk = open_page(recorded_server_with("--latency", "0.5"))
    page, header = desk.page, desk.page.header
    show(qtbot, desk, UserPlace(sent_id(), "osu"))
    left = page.save_state()
    header.modes.modes.button("mania").click()
    assert not header.is_waiting  # memory may be quicker
    qtbot.waitUntil(lambda: header.is_waiting)
    assert not page.is_settled
    assert page.host.veil.isVisible()
    assert page.host.veil.size() == page.host.stack.size()
    bars = header.grab().toImage()
    qtbot.waitUntil(lambda: page.is_settled, timeout=WAIT)
    assert not header.is_waiting
    assert not page.host.veil.isVisible()
    assert header.grab().toImage() != bars
    show(qtbot, desk, UserPlace(sent_id(), "osu"), left)
    assert not header.is_waiting
    # What does not depend on the ruleset is no less true meanwhile.
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="kudosu"))
    page.show_place(UserPlace(sent_id(), "taiko", section="kudosu"), None)
    qtbot.waitUntil(lambda: header.is_waiting)
    assert not page.host.veil.isVisible()
    assert header.modes.modes.current == "taiko"
    # Back to what is here: nothing is waited for.
    page.show_place(UserPlace(sent_id(), "osu", section="kudosu"), None)
    assert not header.is_waiting
    assert header.modes.modes.current == "osu"


def test_a_hidden_page_asks_for_nothing_when_another_session_asks(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2, "osu"))
    desk.page.hide()
    before = users_asked(recorded_server)
    desk.account.changed.connect(lambda: told.append(desk.account.client))
    told: list[object] = []
    ground_sign_in(qtbot, desk.account, recorded_server)
    assert told
    assert desk.page.profile is None  # it is of the session before
    settle(desk.page)
    assert desk.page.is_settled
    assert users_asked(recorded_server) == before
    desk.page.show()
    show(qtbot, desk, UserPlace(2, "osu"))  # as the window does it
    assert users_asked(recorded_server) == before + 1


def test_an_answer_for_a_ruleset_that_was_left_is_not_shown(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="best"))
    state = desk.page.save_state()
    desk.page.show_place(UserPlace(sent_id(), "mania", section="best"), None)
    assert not desk.page.is_settled
    desk.page.show_place(UserPlace(sent_id(), "osu", section="best"), state)
    assert desk.page.is_settled
    show(qtbot, desk, UserPlace(sent_id(), "osu"))
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="best"))
    assert desk.page.profile is not None
    assert desk.page.profile.mode == "osu"
    assert desk.page.header.modes.modes.current == "osu"
    assert desk.section("best").calls == [("show", sent_id(), "osu", None)]


def test_a_player_that_was_left_comes_back_as_it_was(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, UserPlace(2, "osu", section="best"))
    desk.section("best").scrolled = 77
    state = desk.page.save_state()
    show(qtbot, desk, UserPlace(12092800, "osu", section="best"))
    assert desk.section("best").calls[-2:] == [("leave",), ("show", 12092800, "osu", None)]
    before = users_asked(demo_server)
    desk.page.show_place(UserPlace(2, "osu", section="best"), state)
    assert desk.page.is_settled
    assert desk.section("best").calls[-1] == ("show", 2, "osu", 77)
    assert desk.page.profile is not None
    assert desk.page.profile.id == 2
    assert users_asked(demo_server) == before


def test_reload_asks_for_the_player_and_the_section(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_id(), "osu", section="best"))
    before = users_asked(recorded_server)
    desk.page.reload()
    assert desk.page.host.isVisible()  # what is there stays while it is asked for again
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)
    assert desk.section("best").calls == [("show", sent_id(), "osu", None), ("reload",)]
    assert users_asked(recorded_server) == before + 1


def test_the_header_is_one_line_in_a_low_window(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2, "osu", section="best"))
    assert desk.page.header.height() == FULL
    desk.page.resize(1000, 536)
    qtbot.waitUntil(lambda: desk.page.header.height() == COMPACT)
    # Eight rows, the headings of a table, and two rows of controls.
    needed = 8 * 34 + 30 + 2 * 40
    qtbot.waitUntil(lambda: desk.page.host.stack.height() >= needed)


def test_country_and_team_lead_on(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(sent_id(), "taiko"))
    click(desk.page.header.country)
    click(desk.page.header.team)
    assert desk.signals["open_requested"] == [
        (RankingsPlace("taiko", country="AU"), "here"),
        (ThingPlace("team", str(sent_player()["team"]["id"])), "here"),
    ]


def test_the_figures_can_be_copied_and_links_lead_on(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2))
    desk.page.copy_selection()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert "Total score\t" in "\n".join(lines)
    assert lines[0].startswith("Global rank\t#829,418")
    desk.overview.facts.link_requested.emit("https://osu.ppy.sh/users/3")
    assert desk.places[-1] == (UserPlace(3), False)
    desk.overview.facts.link_requested.emit("https://example.org/")
    opened = desk.signals["open_requested"][-1]
    assert opened == (WebAddress("https://example.org/"), "here")
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)


# --- who cannot be shown -----------------------------------------------------------------------


def test_nobody_by_this_name_is_a_sentence_and_what_helps(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, UserPlace("nobody at all"))
    page = desk.page
    assert page.panel.isVisible()
    assert not page.header.isVisible()
    assert page.panel.text == "No player is called “nobody at all”: unknown, or restricted."
    assert isinstance(page.failure, NotFound)
    assert page.save_state() is None
    keys = [button.objectName() for button in page.panel.buttons()]
    assert keys == ["other", "web", "details"]
    page.panel.pressed.emit("web")
    assert desk.signals["open_requested"] == [(UserPlace("nobody at all"), "web")]
    page.panel.pressed.emit("other")
    assert page.start.isVisible()
    assert page.is_settled
    show(qtbot, desk, UserPlace(2))
    assert page.header.isVisible()
    assert page.failure is None


def test_a_name_that_does_not_exist_shows_the_near_matches(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, UserPlace("pepp", "taiko"))
    page = desk.page
    assert page.panel.text.startswith("No player is called “pepp”")
    qtbot.waitUntil(lambda: page.panel.button("player-2") is not None)
    first = page.panel.button("player-2")
    assert first is not None
    assert first.text() == "peppy"
    first.click()
    assert desk.places[-1][0] == UserPlace(2, "taiko")
    qtbot.waitUntil(lambda: page.is_settled and page.profile is not None, timeout=WAIT)


def test_a_player_who_never_played_the_ruleset_is_a_sentence(
    qtbot: QtBot, open_page: OpenPage, demo_server: Server
) -> None:
    desk = open_page(demo_server)
    show(qtbot, desk, UserPlace(10690090))
    said = {}
    for mode in ("osu", "taiko", "fruits", "mania"):
        show(qtbot, desk, UserPlace(10690090, mode))
        profile = desk.page.profile
        assert profile is not None
        figure = profile.figure("play_count")
        assert figure is not None
        said[mode] = desk.page.notice.text()
        assert bool(said[mode]) == (figure.value == 0)
    assert any(said.values()), "the demo's player has played every ruleset: choose another one"
    assert all(words.endswith(".") for words in said.values() if words)


def test_without_figures_there_is_no_empty_card(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    from msgspec.structs import replace

    from osubrowser.models.players.profile import profile_of

    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2, "osu"))
    profile = desk.page.profile
    assert profile is not None
    assert desk.overview.figures.isVisible()
    desk.page._take(profile_of(replace(profile.user, statistics=None), "taiko"), None)
    assert not desk.overview.figures.isVisible()
    desk.page._take(profile, None)
    assert desk.overview.figures.isVisible()


def test_home_and_end_scroll_the_overview(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2, "osu"))
    area = desk.overview.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(area, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(area, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_wait_is_counted_down_and_it_goes_on_by_itself(qtbot: QtBot) -> None:
    panel = PlayerFailure()
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.retry_requested):
        panel.show_failure(UserPlace(2), RateLimited(status=429, retry_after=0.6))
        assert panel.text == "osu! asks us to wait 1 s."
    panel.stop()


def test_a_failure_can_be_retried(
    qtbot: QtBot, open_page: OpenPage, recorded_server_with: Callable[..., Server]
) -> None:
    desk = open_page(recorded_server_with("--faults", "garbage:1"))
    show(qtbot, desk, UserPlace(2))
    assert desk.page.failure is not None
    retry = desk.page.panel.button("retry")
    assert retry is not None
    click(retry)
    assert not desk.page.is_settled
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)
    assert desk.page.failure is not None


def test_errors_are_told_in_the_words_of_the_place() -> None:
    assert describe_in(UserPlace(7), NotFound()).text == (
        "There is no player with the number 7: unknown, or restricted."
    )
    assert describe_in(UserPlace(7), LoginRequired()).action == "sign_in"
    for gone in ("-1", "[deleted user]"):
        told = describe_in(UserPlace(gone), NotFound())
        assert told.text.startswith("This player's account was deleted")
        assert not told.may_retry
    hostile = describe_in(UserPlace("\u202e" + "x" * 10_000), NotFound()).text
    assert len(hostile) < 100
    assert "\u202e" not in hostile


# --- where players begin -----------------------------------------------------------------------


def test_a_guest_is_asked_whom_to_show(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    desk = open_page(recorded_server)
    desk.page.show_place(PlayersPlace(), None)
    assert desk.page.is_settled
    assert desk.page.start.isVisible()
    assert desk.titles[-1] == "Players"
    desk.page.take_focus()
    field_ = desk.page.start.field
    assert not desk.page.start.open.isEnabled()
    write(field_, "peppy")
    press(field_, Qt.Key.Key_Return)
    assert desk.places[0] == (UserPlace("peppy"), False)
    qtbot.waitUntil(lambda: desk.page.is_settled, timeout=WAIT)
    assert desk.places[-1] == (UserPlace(sent_id()), True)
    assert desk.page.header.isVisible()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("peppy", UserPlace("peppy")),
        (" @peppy ", UserPlace("peppy")),
        ("2", UserPlace(2)),
        ("@123", UserPlace("123")),
        ("https://osu.ppy.sh/users/2/mania", UserPlace(2, "mania")),
        ("Some Name", UserPlace("Some Name")),
        ("  ", None),
        ("@", None),
    ],
)
def test_whom_a_text_means(text: str, place: UserPlace | None) -> None:
    assert place_of(text) == place


# --- hostile ------------------------------------------------------------------------------------


def test_a_hostile_profile_is_drawn_within_its_place(
    qtbot: QtBot, open_page: OpenPage, recorded_server: Server
) -> None:
    from msgspec.structs import replace

    from osubrowser.models.players.profile import profile_of

    desk = open_page(recorded_server)
    show(qtbot, desk, UserPlace(2, "osu"))
    page = desk.page
    assert page.profile is not None
    long = "\u202e<img src=x>" + "W" * 10_000
    user = replace(
        page.profile.user,
        username=long,
        title=long,
        location=long,
        previous_usernames=[long] * 30,
        groups=[replace(g, short_name=long, name=long) for g in page.profile.user.groups or ()] * 9,
    )
    page._take(profile_of(user, "osu"), None)
    for width, height in ((1000, 700), (860, 400), (1600, 900)):
        page.resize(width, height)
        qtbot.waitUntil(lambda: page.host.stack.height() > 100)
        assert page.width() == width  # nothing pushes the page wider than the window
        header = page.header
        for part in (header.country, header.team, header.modes):
            assert header.rect().contains(part.geometry())
        assert not page.grab().isNull()
