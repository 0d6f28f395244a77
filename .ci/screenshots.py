"""Screenshots of every page for the README, of the embedded osu! at a fixed time.

`python .ci/screenshots.py [--only NAME,NAME] [--language de] [--out FOLDER] [--size 1200x750]`
needs no display: the window is painted offscreen. It writes `NAME.png`, with at most 256 colours.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from osubrowser.services.places.places import (  # noqa: E402
    AppPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ReplayPlace,
    ThingPlace,
    UserPlace,
    WelcomePlace,
)
from osubrowser.services.settings.schema import FASTEST_PACE  # noqa: E402
from osubrowser.services.text.translation import LANGUAGES, SOURCE, set_language  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from osubrowser.api.client import Client
    from osubrowser.api.entities.scores import Score
    from osubrowser.app import App
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import PageKind

MOMENT = datetime(2026, 11, 1, 12, tzinfo=UTC)
"""The time of the embedded osu!, and of the clock."""
SIZE = (1000, 640)
COLOURS = 256
PATIENCE = 60.0
"""Seconds for a page to load."""
MOST_LOOKS = 20
"""Looks at a page that never stops changing."""
STEP = 0.3
"""Seconds between two looks at a page that still changes."""
PLAYER, BEATMAPSET = 12092800, 1443224
DAYS = 30
PLAYERS = 4
"""Number of players whose replays are saved."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One screenshot.

    Attributes:
        name: name of the file, without `.png`.
        kind: key of the kind of page; each of the table has at least one picture.
        place: what is shown; a `WelcomePlace` before the sign-in.
        theme: `dark` or `light`.
        act: what is done there first.
        still: seconds that it has not changed, when it is taken.
        days: whether the embedded osu! has `DAYS` days before today, which the history knows.
    """

    name: str
    kind: str
    place: Place
    theme: str = "dark"
    act: Callable[[App], Awaitable[None]] | None = None
    still: float = STEP
    days: bool = False


async def scroll_down(app: App) -> None:
    """Scroll a ranking, so that its scroll bar and a later page are seen."""
    from osubrowser.ui.pages.rankings.page import RankingsPage

    page = cast("RankingsPage", app.window.navigator.page)
    page.list.table.scroll_to_position(20 * 34)


async def save_replays(app: App) -> None:
    """Save some replays, so that queue and library have rows."""
    from osubrowser.ui.shell.message_bar import MessageBar

    scores = await app.calls.run(saved_scores, cast("Client", app.account.client))
    await app.replays.start()
    await app.replays.queue.add_scores(scores, "")
    await until(lambda: all(one.path or one.failure for one in app.replays.queue.entries))
    bar = cast("MessageBar", app.window.findChild(MessageBar))
    await until(bar.isVisible)
    bar.dismiss()


def saved_scores(client: Client) -> list[Score]:
    """Return scores with replays, of the first players of the ranking."""
    ranking = client.ranking("osu", "performance").ranking
    players = [row.user.id for row in ranking if row.user is not None and row.user.id][:PLAYERS]
    found = []
    for player in players:
        scores = client.user_scores(player, "best", mode="osu", limit=100)
        found += [score for score in scores if score.has_replay and not score.is_perfect_combo][:2]
    return found


async def analyse_library(app: App) -> None:
    """Fetch the beatmaps of the saved replays, and have them judged."""
    library = app.replays.library
    saved = len(app.replays.queue.entries)
    await until(lambda: len(library.records()) == saved and library.progress.waiting == 0)
    await library.fetch_beatmaps([one.file for one in library.records()])
    await until(lambda: all(one.figures for one in library.records()))


async def open_replay(app: App) -> None:
    """Open a saved replay at one of its misses."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    record = max(app.replays.library.records(), key=lambda one: one.counts.get("miss", 0))
    app.window.navigator.open(ReplayPlace((record.file,)))
    await settled(app)
    page = shown(app)
    page.take_focus()
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_N)
    await asyncio.sleep(STEP)


async def bookmark(app: App) -> None:
    """Keep some bookmarks."""
    for place, title, note in (
        (UserPlace(PLAYER, "osu"), "Voses", "ask about the tournament"),
        (RankingsPlace(country="JP"), "Japan, osu! performance ranking", ""),
        (BeatmapsPlace((("q", "stars>5 ar>=9"),)), "Beatmaps: stars>5 ar>=9", "for Sunday"),
        (ThingPlace("wiki", "en/Main_page"), "Front page of the wiki", ""),
    ):
        app.library.add(place, title, note)


PICTURES = (
    Picture("welcome", "welcome", WelcomePlace()),
    Picture("welcome-light", "welcome", WelcomePlace(), "light"),
    Picture("rankings", "rankings", RankingsPlace(), act=scroll_down),
    Picture("rankings-light", "rankings", RankingsPlace(), "light", act=scroll_down),
    Picture("search", "search", ListPlace("search", (("query", "star"),))),
    Picture("player", "players", UserPlace(PLAYER, "osu")),
    Picture("player-scores", "players", UserPlace(PLAYER, "osu", section="best")),
    Picture("beatmaps", "beatmaps", BeatmapsPlace((("q", "stars>4"),))),
    Picture("beatmapset", "beatmapset", BeatmapsetPlace(BEATMAPSET)),
    Picture("leaderboard", "beatmapset", BeatmapsetPlace(BEATMAPSET, section="scores")),
    Picture("replays", "replays", AppPlace("replays"), act=save_replays),
    Picture("replay-library", "replays", AppPlace("replay-library"), act=analyse_library),
    Picture("replay", "replay", ReplayPlace(), act=open_replay),
    Picture("bookmarks", "bookmarks", AppPlace("bookmarks"), act=bookmark),
    Picture("scores", "feeds", ListPlace("scores"), still=4.0),
    Picture("history", "players", UserPlace(2, "osu", section="history"), still=3.0, days=True),
    Picture("neighbours", "neighbours", ListPlace("neighbours"), still=3.0, days=True),
    Picture("following", "following", AppPlace("following"), still=3.0, days=True),
)
"""Pictures of their own; other kinds of page are shown at the place of their self-test."""


def shown(app: App) -> Page:
    """Return the page that is shown."""
    return cast("Page", app.window.navigator.page)


async def until(is_done: Callable[[], object]) -> None:
    """Wait for a condition.

    Raises:
        TimeoutError: it did not come in time.
    """
    async with asyncio.timeout(PATIENCE):
        while not is_done():
            await asyncio.sleep(0.02)


async def settled(app: App) -> None:
    """Wait until the page is loaded."""
    await asyncio.sleep(STEP)
    await until(lambda: shown(app).is_settled)
    failure = shown(app).failure
    if failure is not None:
        raise failure


async def grabbed(app: App, still: float) -> QPixmap:
    """Return a picture of the window, once it has not changed for `still` seconds."""
    app.window.setFocus()  # no caret
    last = app.window.grab()
    for _ in range(MOST_LOOKS):
        await asyncio.sleep(still)
        now = app.window.grab()
        if now.toImage() == last.toImage():
            break
        last = now
    return last


def save(picture: QPixmap, file: Path) -> int:
    """Write a picture with few colours; returns the size of the file in bytes."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(io.BytesIO(buffer.data().data())) as image:
        few = image.convert("RGB").quantize(
            COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(file, optimize=True)
    return file.stat().st_size


def pictures(kinds: Iterable[PageKind]) -> list[Picture]:
    """Return all pictures: those of `PICTURES`, and one of each other kind of page."""
    there = {one.kind for one in PICTURES}
    others = [
        Picture(kind.key.replace("_", "-"), kind.key, kind.self_test[0].place)
        for kind in kinds
        if kind.key not in there
    ]
    return [*PICTURES, *others]


async def take(app: App, picture: Picture, folder: Path) -> None:
    """Show a place, and write its picture."""
    app.preferences.set("theme", picture.theme)
    navigator = app.window.navigator
    if isinstance(picture.place, WelcomePlace):
        navigator.show_welcome()
    else:
        while navigator.places:  # the tabs alone
            navigator.close_place(0)
        navigator.open(picture.place)
        await settled(app)
    if picture.act is not None:
        await picture.act(app)
        await settled(app)
    name = f"{picture.name}.png"
    size = save(await grabbed(app, picture.still), folder / name)
    print(f"{size / 1000:7.1f} kB  {name}", flush=True)  # noqa: T201 - the result


async def take_all(app: App, folder: Path, only: frozenset[str], days: bool) -> None:
    """Write the pictures with these names, all for none, of a world with days or without."""
    await app.account.restore()
    chosen = [
        one
        for one in pictures(app.pages.kinds)
        if (not only or one.name in only) and one.days is days
    ]
    before = [one for one in chosen if isinstance(one.place, WelcomePlace)]
    app.preferences.set("pace", FASTEST_PACE)
    app.window.show()
    for picture in before:
        await take(app, picture, folder)
    await app.start_demo()
    await until(lambda: app.account.me is not None)
    app.library.open()
    if days:
        await app.history.start()
        await app.demo.fill_history(app.history, app.window.show_message)
        await app.calls.run(app.history.history.recorder.flush)
    for picture in chosen:
        if picture not in before:
            await take(app, picture, folder)


def main() -> int:
    """Write the screenshots."""
    parser = argparse.ArgumentParser(description="Screenshots of every page.")
    parser.add_argument("--only", default="", help="names, with commas; all by default")
    parser.add_argument("--language", default=SOURCE, choices=LANGUAGES)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "screenshots")
    parser.add_argument("--size", default="x".join(map(str, SIZE)), help="such as 1200x750")
    given = parser.parse_args()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}
    time.tzset()
    width, height = map(int, given.size.split("x"))
    given.out.mkdir(parents=True, exist_ok=True)
    set_language(given.language)
    import time_machine

    only = frozenset(filter(None, given.only.split(",")))
    profile = Path(tempfile.gettempdir()) / "osubrowser"  # its path is seen in the pictures
    with_days = frozenset(one.name for one in PICTURES if one.days)
    if not only or (only & with_days and only - with_days):
        # Each world has a process of its own: a program runs once in one.
        command = [sys.executable, __file__, "--language", given.language, "--size", given.size]
        wanted = ",".join(sorted(only & with_days or with_days))
        command += ["--out", str(given.out), "--only", wanted]
        subprocess.run(command, check=True)  # noqa: S603 - this script
    days = bool(only) and only <= with_days
    profile.mkdir()
    try:
        with time_machine.travel(MOMENT, tick=True):
            run(profile, (width, height), given.out, only, days)
    finally:
        shutil.rmtree(profile)
    return 0


def run(
    profile: Path, size: tuple[int, int], folder: Path, only: frozenset[str], days: bool
) -> None:
    """Run the program with an empty profile until the pictures are written."""
    from osubrowser import cli
    from osubrowser.app import App, _application
    from osubrowser.demo.server import DemoServer
    from osubrowser.demo.world.world import World

    qt = _application()
    from qasync import QEventLoop

    world = World(now=MOMENT, days=DAYS if days else 0)
    app = App(
        qt,
        cli.parse(["--profile", str(profile), *(["--demo", "--days", str(DAYS)] if days else [])]),
        profile=profile,
        make_demo=partial(DemoServer, world=world, replay_limit=1_000),
    )
    app.window.resize(*size)
    loop = QEventLoop(qt)
    asyncio.set_event_loop(loop)
    loop.set_default_executor(app.executor)
    try:
        loop.run_until_complete(take_all(app, folder, only, days))
    finally:
        loop.run_until_complete(app.close())


if __name__ == "__main__":
    raise SystemExit(main())
