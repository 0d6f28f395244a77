"""What is said when rows are missing: every state, its words, its buttons, and how it is left."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from osubrowser.api.errors import LoginRequired, NotFound, Offline, RateLimited, ServerTrouble
from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.ui.error_messages import describe
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.style.theme import ROW_HEIGHT
from osubrowser.ui.table.paged_table import PagedTable
from osubrowser.ui.widgets.state_panel import Notice, StatePanel
from tests.ui.player_table import COLUMNS, SIZE, Server


@pytest.fixture
def scope(loop: asyncio.AbstractEventLoop) -> Iterator[TaskScope]:
    scope = TaskScope()
    yield scope
    scope.cancel_all()


@pytest.fixture
def model(scope: TaskScope) -> Iterator[PagedModel]:
    def is_wait(error: BaseException) -> float | None:
        return error.retry_after if isinstance(error, RateLimited) else None

    model = PagedModel(COLUMNS, scope, is_wait=is_wait)
    yield model
    model.clear()  # closing the table was a last look: nothing is to start from it


@pytest.fixture
def table(qtbot: QtBot, model: PagedModel) -> PagedTable:
    table = PagedTable(model, describe=describe, colours=ramp(125, is_dark=True))
    qtbot.addWidget(table)
    table.resize(1000, 600)
    table.show()
    qtbot.waitExposed(table)
    return table


@pytest.fixture
def server() -> Server:
    return Server()


def fail(qtbot: QtBot, model: PagedModel, server: Server, page: int, error: BaseException) -> None:
    server.failing[page] = error
    model.show(server.source)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)


def fail_in_view(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server, error: BaseException
) -> None:
    """Scroll to a page that fails, below rows that are loaded."""
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded >= 2 * SIZE)
    server.failing[4] = error
    table.table.scroll_to_position(3 * SIZE * ROW_HEIGHT)
    qtbot.waitUntil(lambda: model.state is LoadState.FAILED)


def press(qtbot: QtBot, table: PagedTable, key: str) -> None:
    found = [b for b in table.shown_buttons() if b.objectName() == key]
    assert found, f"no button {key}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def shown_words(table: PagedTable) -> str:
    return "\n".join(label.text() for label in table.findChildren(QLabel) if label.isVisible())


# --- loading -------------------------------------------------------------------------------------


def test_while_the_first_page_loads_skeletons_are_seen_and_the_line_runs(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    server.gate = asyncio.Event()
    model.show(server.source)

    assert table.table.isVisible()
    assert table.panel_text == ""
    assert table.is_progress_shown
    server.gate.set()
    qtbot.waitUntil(lambda: model.state is LoadState.READY)
    assert not table.is_progress_shown


def test_the_line_at_the_foot_moves_nothing(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    model.show(server.source)
    height = table.table.height()
    qtbot.waitUntil(lambda: model.state is LoadState.READY)

    assert table.table.height() == height


# --- empty ---------------------------------------------------------------------------------------


def test_an_empty_list_says_what_was_asked_and_offers_one_action(
    qtbot: QtBot, model: PagedModel, table: PagedTable
) -> None:
    table.set_empty_text("No player of Nauru is ranked.", action=("clear", "Clear filters"))
    model.show(Server(total=0).source)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    assert table.panel_text == "No player of Nauru is ranked."
    with qtbot.waitSignal(table.action_requested) as pressed:
        press(qtbot, table, "clear")

    assert pressed.args == ["clear"]


# --- failed --------------------------------------------------------------------------------------


def test_a_failed_first_page_says_so_in_place_with_retry_and_details(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    error = ServerTrouble("x", status=502, address="https://osu.ppy.sh/api/v2/rankings/osu")
    fail(qtbot, model, server, 1, error)
    assert table.panel_text == describe(error).text
    assert not table.table.isVisible()
    assert "502" not in shown_words(table)
    press(qtbot, table, "details")
    assert "502" in shown_words(table)
    assert "https://osu.ppy.sh/api/v2/rankings/osu" in shown_words(table)
    press(qtbot, table, "retry")
    qtbot.waitUntil(lambda: model.loaded >= SIZE)

    assert table.panel_text == ""
    assert table.table.isVisible()


def test_the_keyboard_stays_with_what_replaced_the_rows(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    table.activateWindow()
    table.table.setFocus()
    qtbot.waitUntil(lambda: table.table.hasFocus())
    fail(qtbot, model, server, 1, Offline())
    focused = table.focusWidget()
    assert focused is not None
    assert focused.objectName() == "retry"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: model.loaded >= SIZE)

    assert table.table.hasFocus()


def test_a_failed_next_page_keeps_the_rows_and_says_so_at_the_foot(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    error = ServerTrouble("x", address="https://osu.ppy.sh/api/v2/rankings/osu")
    fail_in_view(qtbot, model, table, server, error)
    assert table.table.isVisible()
    assert table.panel_text == ""
    assert table.foot_text.startswith(describe(error).text)
    press(qtbot, table, "details")
    assert "https://osu.ppy.sh/api/v2/rankings/osu" in shown_words(table)
    press(qtbot, table, "retry")
    qtbot.waitUntil(lambda: model.loaded >= 2 * SIZE)

    assert table.foot_text == ""


def test_signed_out_offers_to_sign_in(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    fail(qtbot, model, server, 1, LoginRequired())
    with qtbot.waitSignal(table.sign_in_requested):
        press(qtbot, table, "sign_in")
    assert "retry" not in {button.objectName() for button in table.shown_buttons()}


def test_what_is_not_there_offers_no_retry(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    fail(qtbot, model, server, 1, NotFound("x", status=404))

    assert {button.objectName() for button in table.shown_buttons()} == {"details"}


def test_a_servers_words_are_shown_letter_by_letter(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    fail(qtbot, model, server, 1, NotFound("x", server_message="<b>gone</b>"))

    labels = [label for label in table.findChildren(QLabel) if "<b>gone</b>" in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


# --- waiting -------------------------------------------------------------------------------------


def test_a_wait_counts_down_and_goes_on_by_itself(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    server.failing[1] = RateLimited(retry_after=1.4)
    model.show(server.source)
    qtbot.waitUntil(lambda: table.foot_text == "osu! asks us to wait 2 s")
    assert table.table.isVisible()
    assert table.is_progress_shown
    qtbot.waitUntil(lambda: table.foot_text == "osu! asks us to wait 1 s")
    qtbot.waitUntil(lambda: model.loaded >= SIZE)

    assert table.foot_text == ""


# --- arranged ------------------------------------------------------------------------------------


def test_sorting_says_that_it_is_of_what_is_loaded(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)
    model.sort_by("pp", descending=True)
    assert table.arranged_text == (
        "Sorted by pp, highest first, among the 100 loaded of 10,000 rows"
    )
    model.set_filter("mrekk")
    assert table.arranged_text.startswith("16 rows with “mrekk”, sorted by pp")
    press(qtbot, table, "unarrange")

    assert table.arranged_text == ""
    assert model.rowCount() == 10_000
    assert table.table.hasFocus()


@pytest.mark.parametrize(
    ("column", "descending", "words"),
    [
        ("player", True, "Sorted by player, Z to A, among"),
        ("player", False, "Sorted by player, A to Z, among"),
        ("pp", False, "Sorted by pp, lowest first, among"),
    ],
)
def test_an_order_is_named_by_what_is_sorted(
    qtbot: QtBot,
    model: PagedModel,
    table: PagedTable,
    server: Server,
    column: str,
    descending: bool,
    words: str,
) -> None:
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)
    model.sort_by(column, descending)
    assert table.arranged_text.startswith(words)


def test_after_retry_the_table_has_the_focus(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    fail_in_view(qtbot, model, table, server, ServerTrouble("x"))
    server.failing.clear()
    press(qtbot, table, "retry")
    assert table.table.hasFocus()
    qtbot.waitUntil(lambda: model.state is LoadState.READY)
    assert table.table.hasFocus()


def test_a_complete_list_says_all(qtbot: QtBot, model: PagedModel, table: PagedTable) -> None:
    model.show(Server(total=30).source)
    qtbot.waitUntil(lambda: model.state is LoadState.END)
    model.sort_by("pp")

    assert table.arranged_text == "Sorted by pp, lowest first, among all 30 rows"


def test_a_filter_without_a_match_says_so_and_is_cleared_by_a_button(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)
    model.set_filter("x" * 500)
    assert table.panel_text.startswith("No loaded row contains “xxx")
    assert len(table.panel_text) < 80
    with qtbot.waitSignal(table.action_requested) as pressed:
        press(qtbot, table, "unfilter")

    assert pressed.args == ["unfilter"]
    assert table.panel_text == ""
    assert table.table.hasFocus()


def test_clearing_the_filter_keeps_the_order(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    model.show(server.source)
    qtbot.waitUntil(lambda: model.loaded == 2 * SIZE)
    model.sort_by("pp", descending=False)
    model.set_filter("nothing is called this")
    press(qtbot, table, "unfilter")
    assert table.arranged_text.startswith("Sorted by pp, lowest first")
    assert model.rowCount() == 2 * SIZE


# --- the page's own words ------------------------------------------------------------------------


def test_a_page_can_put_its_own_words_in_place_of_the_rows(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server
) -> None:
    model.show(server.source)
    table.show_panel(Notice("Friends need a player.", "Sign in.", (("sign_in", "Sign in"),)))
    assert table.panel_text == "Friends need a player."
    with qtbot.waitSignal(table.sign_in_requested):
        press(qtbot, table, "sign_in")
    table.show_panel(None)

    assert table.panel_text == ""
    qtbot.waitUntil(lambda: model.loaded >= SIZE)


@pytest.mark.parametrize("width", [240, 500, 976])
def test_long_words_at_the_foot_never_widen_the_window(
    qtbot: QtBot, model: PagedModel, table: PagedTable, server: Server, width: int
) -> None:
    fail_in_view(qtbot, model, table, server, ServerTrouble("x", server_message="word " * 60))
    table.resize(width, 400)

    assert table.width() == width
    assert table.minimumSizeHint().width() <= 240


def test_other_words_in_a_panel_take_the_focus_of_the_button_that_goes(qtbot: QtBot) -> None:
    panel = StatePanel()
    qtbot.addWidget(panel)
    panel.show_notice(Notice("Away.", buttons=(("retry", "Retry"),)))
    with qtbot.waitExposed(panel):
        panel.show()
    panel.buttons()[0].setFocus()
    panel.show_notice(Notice("Signed out.", buttons=(("sign_in", "Sign in"),)))
    assert panel.window().focusWidget() is panel.button("sign_in")
