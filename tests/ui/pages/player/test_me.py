"""The "me!" of a player: formatted, harmless, its pictures from the store alone, its links ours."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QPixmap, QTextDocument
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osubrowser.api.entities.users import User, UserPage
from osubrowser.models.players.profile import Profile, profile_of
from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.places.places import BeatmapPlace, Place, UserPlace, WebAddress
from osubrowser.services.richtext.rich_text import RichText
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.session.account import Account
from osubrowser.services.session.secret_store import SecretStore
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.player.me import MeSection
from osubrowser.ui.richtext.rich_view import RichView
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.colours import ramp
from osubrowser.ui.widgets.state_panel import StatePanel
from tests.asset_server import AssetServer
from tests.idle import WAIT, settle
from tests.services.images.test_image_store import picture
from tests.services.richtext.test_sanitize import HOSTILE
from tests.ui.conftest import has_page
from tests.ui.gestures import MIDDLE, click, press

BOX = (
    "<div class='js-spoilerbox'><a class='js-spoilerbox__link' href='#'>My setup</a>"
    "<div class='js-spoilerbox__body'>a tablet</div></div>"
)

Show = Callable[..., MeSection]


@pytest.fixture
def server() -> Iterator[AssetServer]:
    server = AssetServer()
    yield server
    server.close()


@pytest.fixture
def show(
    qtbot: QtBot, loop: asyncio.AbstractEventLoop, tmp_path: Path, server: AssetServer
) -> Iterator[Show]:
    """Show a text in a section: `show("<b>hi</b>")`."""
    executor = make_executor()
    calls = Calls(executor)
    account = Account(calls, Settings(), SecretStore(tmp_path / "secrets"), server=server.url)
    images = ImageStore(calls, tmp_path / "images", server=lambda: server.url)
    sections: list[MeSection] = []

    def show(html: str | None, section: MeSection | None = None) -> MeSection:
        if section is None:
            parts = SectionParts(
                account, calls, Settings(), images, ramp(333, is_dark=True), has_page
            )
            section = MeSection(parts)
            sections.append(section)
            qtbot.addWidget(section)
            section.resize(900, 400)
            section.show()
            qtbot.waitExposed(section)
        section.show_subject(profile(html))
        qtbot.waitUntil(lambda: section.is_settled, timeout=WAIT)
        return section

    yield show
    for section in sections:
        section.leave()
        section.close()
    images.close()
    account.close()
    calls.close()
    executor.shutdown(wait=True)


def profile(html: str | None, mode: str | None = None) -> Profile:
    page = None if html is None else UserPage(html=html)
    return profile_of(User(id=2, username="peppy", page=page), mode)


def words(section: MeSection) -> str:
    return section.view.text


def where(view: RichView, text: str) -> QPoint:
    """Return the middle of some words that are on screen."""
    assert view.find_text(text)
    try:
        return view.match_rect(0).center()
    finally:
        view.find_text("")


def document_with(view: RichView, text: str) -> QTextDocument:
    """Return the document of the block with some words."""
    documents = map(view.blocks.document, range(len(view.blocks)))
    return next(one for one in documents if text in one.toPlainText())


def opened(section: MeSection) -> list[tuple[Place, str]]:
    told: list[tuple[Place, str]] = []
    section.open_requested.connect(lambda place, how: told.append((place, how)))
    return told


def test_a_text_is_shown_formatted(show: Show) -> None:
    section = show("<h2>Hello</h2><b>bold</b> and <i>not</i><br>next")
    assert words(section).split("\n") == ["Hello", "bold and not", "next"]
    cursor = document_with(section.view, "bold").find("bold")
    assert cursor.charFormat().font().bold()
    assert section.failure is None


@pytest.mark.parametrize("html", [None, "", "  ", "<script>x</script>", "<div><br></div>"])
def test_nothing_written_is_a_sentence(show: Show, html: str | None) -> None:
    section = show(html)
    assert not section.view.isVisible()
    panel = section.findChild(StatePanel)
    assert isinstance(panel, StatePanel)
    assert panel.isVisible()
    assert panel.accessibleName() == "peppy has written nothing here."


def test_links_open_our_pages_or_the_web_browser(show: Show) -> None:
    section = show(
        '<a href="/users/3">player</a> or <a href="https://osu.ppy.sh/b/7">beatmap</a> or '
        '<a href="https://blog.example/x">elsewhere</a> or <a href="javascript:alert(1)">evil</a>'
    )
    told, view = opened(section), section.view
    click(view.viewport(), at=where(view, "player"))
    click(view.viewport(), MIDDLE, where(view, "beatmap"))
    click(view.viewport(), at=where(view, "elsewhere"))
    click(view.viewport(), at=where(view, "evil"))
    assert told == [
        (UserPlace(3), "here"),
        (BeatmapPlace(7), "background"),
        (WebAddress("https://blog.example/x"), "web"),
    ]


def test_an_address_with_escapes_stays_as_it_is(show: Show) -> None:
    section = show(
        '<a href="/users/some%20one">player</a> <a href="https://a.example/%E2%80%AEx">far</a>'
    )
    told, view = opened(section), section.view
    said: list[str] = []
    section.status_changed.connect(said.append)
    view.setFocus()
    press(view, Qt.Key.Key_Tab)
    assert said[-1].endswith("/users/some%20one")
    click(view.viewport(), at=where(view, "player"))
    click(view.viewport(), MIDDLE, where(view, "player"))
    click(view.viewport(), at=where(view, "far"))
    assert told == [
        (UserPlace("some one"), "here"),
        (UserPlace("some one"), "background"),
        (WebAddress("https://a.example/%E2%80%AEx"), "web"),
    ]


def test_links_are_reached_by_the_keyboard(show: Show) -> None:
    section = show('words <a href="/users/3">one</a> <a href="/users/4">two</a>')
    told = opened(section)
    section.take_focus()
    for _ in range(2):
        press(section.view, Qt.Key.Key_Tab)
    press(section.view, Qt.Key.Key_Return)
    assert told == [(UserPlace(4), "here")]


def test_the_menu_of_a_link_opens_and_copies_it(show: Show) -> None:
    section = show('<a href="/users/3">player</a> and words')
    told, view = opened(section), section.view
    menu = view.menu_at(where(view, "player"))
    actions = {action.text(): action for action in menu.actions()}
    actions["Open in background"].trigger()
    actions["Open in web browser"].trigger()
    actions["Copy link"].trigger()
    address = f"{section._parts.account.server}/users/3"
    assert told == [(UserPlace(3), "background"), (WebAddress(address), "web")]
    assert QGuiApplication.clipboard().text() == address
    assert "Open" not in {a.text() for a in view.menu_at(where(view, "words")).actions()}


def test_a_spoiler_box_opens_and_closes(qtbot: QtBot, show: Show) -> None:
    section = show(f"{BOX}after")
    assert words(section) == "▸ My setup\nafter"
    click(section.view.viewport(), at=where(section.view, "My setup"))
    qtbot.waitUntil(lambda: "a tablet" in words(section), timeout=WAIT)
    state = section.save_state()
    click(section.view.viewport(), at=where(section.view, "My setup"))
    qtbot.waitUntil(lambda: "a tablet" not in words(section), timeout=WAIT)
    section.leave()
    section.show_subject(profile(f"{BOX}after"), state)
    qtbot.waitUntil(lambda: "a tablet" in words(section), timeout=WAIT)


def test_a_long_text_comes_in_pieces_and_is_left_where_it_was(qtbot: QtBot, show: Show) -> None:
    html = "".join(f"<p>paragraph {n}</p>" for n in range(1200))
    section = show(html)
    assert words(section).count("paragraph") == 1200
    bar = section.view.verticalScrollBar()
    assert bar.value() == 0
    bar.setValue(bar.maximum() // 2)
    at, state = section.view.scroll_position(), section.save_state()
    section.show_subject(profile(html), state)  # asked for again: nothing moves
    assert section.view.scroll_position() == at > 0
    section.leave()
    assert words(section) == ""
    section.show_subject(profile(html), state)
    qtbot.waitUntil(
        lambda: section.is_settled and section.view.scroll_position() == at, timeout=WAIT
    )


@pytest.mark.parametrize(
    ("side", "flag"),
    [("centre", Qt.AlignmentFlag.AlignHCenter), ("right", Qt.AlignmentFlag.AlignRight)],
)
def test_each_piece_of_a_long_text_stands_where_it_belongs(
    show: Show, side: str, flag: Qt.AlignmentFlag
) -> None:
    words = "word " * 120
    section = show(f'<div class="bbcode__align-{side}">{words}</div><h2>Head</h2>' * 30)
    sides, heads = 0, set()
    for number in range(len(section.view.blocks)):
        block = section.view.blocks.document(number).begin()
        while block.isValid():
            if block.text().startswith("word"):
                sides += 1
                assert block.blockFormat().alignment() & flag, block.blockNumber()
            elif block.text() == "Head":
                heads.add(block.blockFormat().topMargin())
            block = block.next()
    assert sides == 30
    assert len(heads) == 1


def test_what_is_too_long_is_cut_with_a_sentence(show: Show) -> None:
    section = show("word " * 200_000)
    told = opened(section)
    assert len(words(section)) < 50_000
    web = section.findChild(QPushButton, "web")
    assert isinstance(web, QPushButton)
    assert web.isVisible()
    click(web)
    assert told == [(UserPlace(2, section="me"), "web")]
    show("short", section)
    assert not web.isVisible()


def test_the_text_goes_on_in_the_web_browser_in_the_ruleset_that_is_shown(show: Show) -> None:
    long = "word " * 200_000
    section = show(long)
    told, laid_out = opened(section), section.view.blocks
    section.show_subject(profile(long, "taiko"))
    assert section.is_settled
    assert section.view.blocks is laid_out, "the same text: no new layout"
    web = section.findChild(QPushButton, "web")
    assert isinstance(web, QPushButton)
    click(web)
    assert told == [(UserPlace(2, "taiko", section="me"), "web")]


def test_another_scheme_writes_the_text_anew(qtbot: QtBot, show: Show) -> None:
    section = show('<span style="color:#000000">dark</span>')

    def colour() -> QColor:
        return document_with(section.view, "dark").find("dark").charFormat().foreground().color()

    assert colour().lightness() > 80
    section.set_colours(ramp(333, is_dark=False))
    qtbot.waitUntil(lambda: colour().lightness() < 80, timeout=WAIT)


# --- pictures and hostile text ---------------------------------------------------------------


def test_a_picture_comes_from_the_store_in_its_size(
    qtbot: QtBot, show: Show, server: AssetServer
) -> None:
    server.answers["/a.png"] = (200, {}, picture(300, 100, "blue"))
    section = show('before <img src="/a.png"> after')
    view = section.view

    def shown() -> bool:
        image = view.viewport().grab().toImage()
        blue = [
            (x, y)
            for x in range(0, image.width(), 10)
            for y in range(0, image.height(), 10)
            if image.pixelColor(x, y) == QColor("blue")
        ]
        across = {x for x, _ in blue}
        return bool(across) and 280 <= max(across) - min(across) <= 300

    qtbot.waitUntil(shown, timeout=WAIT)
    assert server.asked == ["/a.png"]


def test_only_pictures_on_screen_are_asked_for(
    qtbot: QtBot, show: Show, server: AssetServer
) -> None:
    lines = "<br>".join(f"line {n}" for n in range(300))
    section = show(f'<img src="/top.png" width="40" height="40">{lines}<img src="/end.png">')
    qtbot.waitUntil(lambda: server.asked == ["/top.png"], timeout=WAIT)
    bar = section.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: "/end.png" in server.asked, timeout=WAIT)


def test_hostile_text_is_shown_and_nothing_but_its_own_picture_is_fetched(
    qtbot: QtBot, show: Show, server: AssetServer, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture(50, 50, "lime"))
    html = f"{HOSTILE}<img src='{secret}'><img src='{secret.as_uri()}'>{'W' * 10_000}\u202e!"
    section = show(html)
    section.view.selectAll()
    told = opened(section)
    for _ in range(30):  # every link that can be reached
        press(section.view, Qt.Key.Key_Tab)
        press(section.view, Qt.Key.Key_Return)
    for place, how in told:
        assert isinstance(place, WebAddress), place
        assert how == "web"
        assert place.url.startswith(("https://", "http://evil.example/", server.url))
    bar = section.view.verticalScrollBar()
    for at in range(0, bar.maximum() + 1, 200):
        bar.setValue(at)
        image = section.view.viewport().grab().toImage()
        assert image.pixelColor(20, 20) != QColor("lime")
    qtbot.waitUntil(lambda: "/x" in server.asked, timeout=WAIT)
    # A path of a file means one of the server's own: it is asked there, never of the disk.
    assert set(server.asked) <= {"/x", str(secret)}
    assert section.view.horizontalScrollBar().maximum() == 0
    assert "\u202e" not in words(section)


@pytest.mark.parametrize(
    "body",
    [picture(20_000, 1), b"\x89PNG\r\n\x1a\n" + b"\0" * 100_000, b"<svg/>", b"", b"x" * 9_000_000],
)
def test_a_picture_that_is_none_leaves_its_place(
    qtbot: QtBot, show: Show, server: AssetServer, body: bytes
) -> None:
    server.answers["/a.png"] = (200, {}, body)
    section = show('<img src="/a.png" width="60" height="60"> words')
    qtbot.waitUntil(lambda: server.asked == ["/a.png"], timeout=WAIT)
    images = section._parts.images
    assert images is not None
    qtbot.waitUntil(lambda: not images._loading)
    settle(section)
    section.view.viewport().grab()
    assert words(section).endswith("words")


def test_the_view_itself_loads_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """What it is given is clean; but if it were not, nothing would be read all the same."""
    file = tmp_path / "secret.png"
    file.write_bytes(picture(50, 50, "lime"))
    view = RichView("text")
    qtbot.addWidget(view)
    asked: list[str] = []

    def pictures(url: str, width: int, height: int, shape: str) -> QPixmap | None:
        asked.append(url)
        return None

    view.set_pictures(pictures)
    html = (
        f'<body background="{file.as_uri()}"><img src="{file}"><link rel="stylesheet"'
        f' href="{file.as_uri()}"><p style="background-image: url({file})">x</p></body>'
    )
    view.show_text(RichText((html,), texts=("x",)))
    view.resize(200, 200)
    view.show()
    qtbot.waitExposed(view)
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(200) for y in range(200)}
    assert "#00ff00" not in colours
    assert asked
    assert set(asked) == {str(file)}
    kind = QTextDocument.ResourceType.ImageResource
    assert view.blocks.document(0).resource(kind.value, QUrl.fromLocalFile(str(file))) == b" "
