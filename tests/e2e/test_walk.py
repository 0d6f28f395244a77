"""A walk through places of every kind, over a server that fails often.

`OSUBROWSER_WALK=300` walks through as many places and prints the stalls of the event loop and the
memory. `OSUBROWSER_WALK_AGAIN=288` goes through the same 24 places twelve times, without failures,
and judges the memory. `OSUBROWSER_WALK_SEED` chooses other places, and `OSUBROWSER_WALK_TRACE=0.03`
prints what each turn of the event loop from 30 ms on was busy with.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from osubrowser.api import Client, FileTokenStore
from osubrowser.services.images.image_store import PixmapCache
from osubrowser.services.places.places import (
    BEATMAPSET_SECTIONS,
    BOARDS,
    LISTS,
    MODES,
    PLAYER_SECTIONS,
    RANKING_TYPES,
    BeatmapPlace,
    BeatmapsetPlace,
    BeatmapsPlace,
    ListPlace,
    Place,
    RankingsPlace,
    ReplayPlace,
    ScorePlace,
    ThingPlace,
    UserPlace,
    WelcomePlace,
)
from osubrowser.services.places.urls import short
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.e2e.stall_traces import Turns
from tests.e2e.test_faults import sign_in
from tests.e2e.test_soak import PICTURES, Sample, bounded, look, slope, tasks
from tests.idle import settle

AGAIN = int(os.environ.get("OSUBROWSER_WALK_AGAIN", "0"))
PLACES = AGAIN or int(os.environ.get("OSUBROWSER_WALK", "30"))
SEED = int(os.environ.get("OSUBROWSER_WALK_SEED", "1"))
TRACE = float(os.environ.get("OSUBROWSER_WALK_TRACE", "0")) or None
ROUND = 24
"""Places of a round."""
SETTLED_AFTER = 8 * ROUND
"""Places after which what is kept for a while is all there: pictures, states of closed tabs."""
STALL = 0.05
"""Seconds of CPU time that a turn of the event loop may take."""
FRAME = 0.016

FAULTS = (
    "429:0.05,500:0.05,reset:0.02,truncate:0.02,garbage:0.02,nulls:0.02,empty-list:0.02,"
    "missing-fields:0.02,deleted-author:0.05,missing-set:0.05,missing-user:0.05,"
    "missing-game-beatmap:0.05,unknown-event:0.05,unknown-score:0.02,unknown-room:0.05"
)
RISE, RISE_IN_USE = 60.0, 90.0
"""Kilobytes in RAM, and blocks of Python's heap, by which each place may add when settled.

It was 47 KB and 3 blocks: the heaps in use were flat, and what is free in them was spread over more
pages. A page that is left behind in each round, with its rows, is 3,000 blocks and more: 125 for
each place.
"""

Draw = Callable[[Random], Place]

__all__ = ["bounded"]


def ids_of(things: Iterable[Any], name: str = "id") -> list[int]:
    """The ids of entities, without those that have none."""
    found = (getattr(thing, name) for thing in things)
    return [number for number in found if number is not None]


def draws(server: Server, profile: Path) -> dict[str, Draw]:
    """Return how a place of each kind is drawn, with what there is on a server."""
    with Client(
        server.client_id,
        server.client_secret,
        base_url=server.url,
        token_store=FileTokenStore(profile / "walk-token"),
    ) as client:
        users = ids_of(row.user for row in client.ranking("osu", "performance").ranking)
        teams = ids_of((row.team for row in client.ranking("osu", "team").ranking), "id")
        sets = client.search_beatmapsets().beatmapsets
        beatmaps = [b.id for one in sets for b in one.beatmaps or ()]
        scores = ids_of(client.scores().scores)
        packs = [pack.tag for pack in client.beatmap_packs().beatmap_packs if pack.tag]
        boards = ids_of(client.forum_listing())
        topics = ids_of(client.forum_topic_listing().topics)
        matches = ids_of(client.matches().matches)
        rooms = [*ids_of(client.rooms()), *ids_of(client.rooms(mode="ended"))]
        news = [post.slug for post in client.news_listing().news_posts if post.slug]
        builds = client.changelog_listing().builds
        comments = ids_of(client.comments().comments)
        discussions = ids_of(client.beatmapset_discussions().discussions)
        tracks = client.featured_artist_tracks().artist_tracks
    artists = [t.artist_id for t in tracks if t.artist_id is not None]
    versions = [
        f"{b.update_stream.name}/{b.version}" for b in builds if b.update_stream and b.version
    ]
    wiki = ("en/Main_page", "ja/Main_page", "en/Rules", "en/Mod", "en/Nothing_there", "fr/Rules")
    sections = [key for key in PLAYER_SECTIONS if key != "compare"]

    def things(kind: str, keys: list[Any]) -> Draw:
        return lambda draw: ThingPlace(kind, str(draw.choice(keys)))

    def some_list(draw: Random) -> Place:
        kind = draw.choice([name for name in LISTS if name not in ("search", "tracks")])
        return ListPlace(kind)

    def some_search(draw: Random) -> Place:
        return ListPlace("search", (("query", draw.choice(("mania", "rei", "peppy", "a"))),))

    return {
        "rankings": lambda draw: RankingsPlace(
            draw.choice(MODES),
            draw.choice(RANKING_TYPES),
            draw.choice((None, "JP")),
            page=draw.randrange(1, 5),
        ),
        "player": lambda draw: UserPlace(
            draw.choice(users), draw.choice((None, *MODES)), section=draw.choice(sections)
        ),
        "compared": lambda draw: UserPlace(draw.choice(users), None, draw.choice(users)),
        "listing": lambda draw: BeatmapsPlace((("q", draw.choice(("a", "night", "ar>9"))),)),
        "set": lambda draw: BeatmapsetPlace(
            draw.choice(sets).id or 1, section=draw.choice(BEATMAPSET_SECTIONS)
        ),
        "beatmap": lambda draw: BeatmapPlace(
            draw.choice(beatmaps), section="scores", board=draw.choice(BOARDS)
        ),
        "score": lambda draw: ScorePlace(draw.choice(scores)),
        "list": some_list,
        "other list": some_list,
        "search": some_search,
        "artist": things("artist", artists),
        "build": things("changelog", versions),
        "comment": things("comment", comments),
        "discussion": things("discussion", discussions),
        "forum": things("forum", boards),
        "match": things("match", matches),
        "news": things("news", news),
        "pack": things("pack", packs),
        "room": things("room", rooms),
        "team": things("team", teams),
        "topic": things("topic", topics),
        "wiki": things("wiki", list(wiki)),
        "nowhere": lambda draw: draw.choice(
            (
                UserPlace(999_999_999),
                BeatmapsetPlace(999_999_999),
                ScorePlace(1),
                ThingPlace("match", "999999999"),
                ThingPlace("room", "999999999"),
                ThingPlace("topic", "999999999"),
                ThingPlace("news", "no-such-post"),
                ThingPlace("team", "999999999"),
                ThingPlace("pack", "ZZ999"),
            )
        ),
    }


class Walker:
    """Somebody who looks at one place after the other, and now and then back."""

    def __init__(self, browser: Browser, qtbot: QtBot, ways: dict[str, Draw]) -> None:
        self._browser = browser
        self._navigator = browser.window.navigator
        self._qtbot = qtbot
        self._ways = ways
        self._draws, self._random = Random(SEED), Random(SEED)
        self._own = [
            visit.place
            for kind in browser.app.pages.kinds
            for visit in kind.self_test
            if not isinstance(visit.place, WelcomePlace | ReplayPlace)
        ]
        self.turns = Turns(TRACE)
        self.longest: dict[str, float] = {}
        self.late: dict[str, list[str]] = {}
        self._modules: set[str] | None = None
        self.taken: list[float] = []

    def places(self) -> Iterator[Place]:
        """Draw places; a round of them is gone through again and again in the same way."""
        places = list(self._draw(ROUND if AGAIN else PLACES))
        for number in range(PLACES):
            if number % len(places) == 0:
                self._random = Random(SEED)
            yield places[number % len(places)]

    def _draw(self, number: int) -> Iterator[Place]:
        """Draw places: what the pages' self-tests open, then of each kind in turn."""
        own = self._draws.sample(self._own, min(len(self._own), number // 3))
        yield from own
        kinds = list(self._ways)
        for at in range(number - len(own)):
            place = self._ways[kinds[at % len(kinds)]](self._draws)
            yield place if self._navigator.has_page(place) else RankingsPlace()

    def see(self, place: Place) -> None:
        """Open a place, wait for what it shows or a sentence, and scroll through it."""
        navigator = self._navigator
        self.turns.skip()
        navigator.open(place, self._random.choice(("here", "here", "here", "new")))
        self._settle()
        page = navigator.page
        assert page is not None
        for area in page.findChildren(QAbstractScrollArea):
            bar = area.verticalScrollBar()
            if area.isVisible() and bar.maximum() > 0:
                for step in range(1, 5):
                    bar.setValue(bar.maximum() * step // 4)
                    self._turn()
        self._settle()
        if self._random.random() < 0.2:
            navigator.go(-1)
            self._settle()
        if len(navigator.places) > 4:
            navigator.close_place(0)
        self._note(place)

    def rest(self) -> None:
        """Close what can be closed, and wait until nothing is under way."""
        navigator = self._navigator
        while navigator.places:
            navigator.close_place(0)
        navigator.open(RankingsPlace())
        self._settle()
        self._qtbot.waitUntil(lambda: not [t for t in tasks() if not _is_retry(t)])
        settle()
        self.turns.take()
        self.turns.skip()

    def _turn(self) -> None:
        before = len(self.turns.taken)
        self._browser.wait(lambda: len(self.turns.taken) >= before + 2)

    def _settle(self) -> None:
        self._turn()
        self._browser.wait(self._is_settled)
        self._turn()

    def _is_settled(self) -> bool:
        page = self._navigator.page
        return page is None or page.is_settled

    def _note(self, place: Place) -> None:
        self._note_imports(place)
        taken = self.turns.take()
        self.taken += taken
        name = short(place) or repr(place)
        self.longest[name] = max(self.longest.get(name, 0.0), *taken)
        traces, self.turns.traces = self.turns.traces, []
        for took, looks in traces:
            sys.stdout.write(f"{took * 1000:5.0f} ms {name}\n")
            for where, times in looks.most_common(4):
                sys.stdout.write(f"         {times} {where}\n")

    def _note_imports(self, place: Place) -> None:
        """Note the modules of the program that opening a place has imported, after the preload."""
        now = {name for name in sys.modules if name.startswith("osubrowser.")}
        if self._modules is not None and (late := sorted(now - self._modules)):
            self.late[short(place) or repr(place)] = late
        is_preloaded = self._browser.app._preload is not None and self._browser.app._preload.done()
        self._modules = now if is_preloaded else None


def _is_retry(task: asyncio.Task[Any]) -> bool:
    """Whether a task waits to load the failed subject of a hidden page again."""
    return "SubjectLoader._retry" in repr(task)


def trim() -> str:
    """Give back what is free in the heaps of the C library; say how much, and what it took."""
    gc.collect()
    status, began = Path("/proc/self/statm"), time.thread_time()
    if not status.exists():
        return ""
    before = int(status.read_text().split()[1])
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    freed = (before - int(status.read_text().split()[1])) * 4096 / 1e6
    return f"{freed:.1f} MB trimmed in {(time.thread_time() - began) * 1000:.0f} ms"


def report(walker: Walker) -> None:
    """Print the stalls."""
    taken = sorted(walker.taken)
    share = taken[int(len(taken) * 0.99)]
    over = sum(each > FRAME for each in taken)
    worst = sorted(walker.longest.items(), key=lambda item: -item[1])
    say = sys.stdout.write
    say(f"\n{len(walker.longest)} places, {len(taken):,} turns of the event loop: 99 of 100 below ")
    say(f"{share * 1000:.1f} ms, {over} above {FRAME * 1000:.0f} ms, ")
    say(f"{sum(each > STALL for each in taken)} above {STALL * 1000:.0f} ms\n")
    for name, longest in worst[:20]:
        say(f"  {longest * 1000:5.0f} ms  {name}\n")
    for name, modules in walker.late.items():
        say(f"  imported late, by {name}: {', '.join(modules)}\n")


@pytest.mark.usefixtures("bounded")
def test_a_walk_through_every_kind_of_place_ends_well(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    """No traceback, no error in the log, nothing left at rest, and the memory flat."""
    ways = draws(demo_server_with("--limit", "10000000"), tmp_path)
    faults = () if AGAIN else ("--faults", FAULTS)
    server = demo_server_with(*faults, "--limit", "10000000")
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.run(browser.app.preloaded())
    browser.app.images._pixmaps = PixmapCache(PICTURES)
    walker = Walker(browser, qtbot, ways)
    samples: list[Sample] = []
    in_use: list[Sample] = []  # with the blocks of Python's heap in place of kilobytes
    try:
        for number, place in enumerate(walker.places(), 1):
            walker.see(place)
            assert not browser.app.errors, place
            if number % ROUND == 0:
                walker.rest()
                trimmed = trim()
                samples.append(look(browser, number))
                blocks = sys.getallocatedblocks() - len(walker.taken)  # its own notes
                in_use.append(replace(samples[-1], resident=blocks))
                sys.stdout.write(f"{samples[-1]}, {in_use[-1].resident:,} blocks, {trimmed}\n")
                sys.stdout.flush()
    finally:
        walker.turns.stop()
        report(walker)
    assert [entry for entry in caplog.records if entry.levelno >= logging.ERROR] == []
    if AGAIN < SETTLED_AFTER + 3 * ROUND:
        return
    settled, used = (
        [sample for sample in each if sample.step >= SETTLED_AFTER] for each in (samples, in_use)
    )
    rise, rise_in_use = slope(settled), slope(used)
    sys.stdout.write(f"each place adds {rise:+.1f} KB in RAM, {rise_in_use:+.1f} blocks in use\n")
    assert rise < RISE
    assert rise_in_use < RISE_IN_USE
    assert settled[-1].objects <= settled[0].objects * 1.02
