"""`--self-test`: open the window, load each page from the embedded osu!, say what happened."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING

from osubrowser.services.places.places import RankingsPlace, UserPlace
from osubrowser.services.places.urls import short
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.ui.shell.main_window import MainWindow

PATIENCE = 30.0
"""Seconds that one page may take."""

PLACES: tuple[Place, ...] = (
    RankingsPlace(),
    RankingsPlace(mode="taiko", type="score"),
    RankingsPlace(mode="mania", variant="4k"),
    RankingsPlace(country="JP", page=2),
    RankingsPlace(filter="friends"),
    RankingsPlace(mode="fruits", type="country"),
    RankingsPlace(type="team"),
    RankingsPlace(type="charts"),
    RankingsPlace(type="kudosu"),
    UserPlace(12092800, "osu"),
    UserPlace(12092800, "osu", section="best"),
)
"""At least one place of each page."""


async def self_test(
    window: MainWindow, enter: Callable[[], Awaitable[None]], errors: Sequence[BaseException]
) -> int:
    """Load each of `PLACES` in the window and print a line for each.

    Args:
        window: built and shown.
        enter: signs in to the embedded osu!.
        errors: what went wrong without anybody waiting for it; may grow meanwhile.

    Returns:
        0 if each page showed what it should and nothing went wrong, else 1.
    """
    failed = await _line("welcome", _welcome(window))
    failed += await _line("demo", enter())
    if not failed:
        for place in PLACES:
            name = short(place).removeprefix("osu.ppy.sh/")
            failed += await _line(name, _page(window, place))
    for error in errors:
        _say(f"failed  {type(error).__name__}: {error}")
    failed += len(errors)
    _say(f"{failed} failed" if failed else "all pages loaded")
    return 1 if failed else 0


async def _line(name: str, work: Awaitable[str | None]) -> int:
    """Do one step and print how it went. Returns 1 if it failed."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            words = await work
    except TimeoutError:
        _say(f"failed  {name}: nothing within {PATIENCE:.0f} s")
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the self-test is to say so
        told = describe(error)
        _say(f"failed  {name}: {told.text} {told.details}".rstrip())
        return 1
    _say(f"ok      {name}: {words or 'ready'} ({time.monotonic() - began:.2f} s)")
    return 0


async def _welcome(window: MainWindow) -> str:
    window.navigator.show_welcome()
    await _until(lambda: window.isVisible() and window.navigator.page is not None)
    return "shown"


async def _page(window: MainWindow, place: Place) -> str:
    navigator = window.navigator
    navigator.open(place)
    await asyncio.sleep(0)
    page = navigator.page
    if page is None or navigator.place != place:
        raise RuntimeError("the window did not open it")
    await _until(lambda: page.is_settled)
    if page.failure is not None:
        raise page.failure
    if window.grab().isNull():
        raise RuntimeError("the window is not painted")
    return navigator.status


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.02)


def _say(line: str) -> None:
    if sys.stdout is not None:  # a window of its own on Windows has no terminal
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
