"""Pages of the forum on a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from osubrowser.services.places.places import Place
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.page import Page
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground


class Told:
    """What a page asks of its window."""

    def __init__(self, page: Page) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.messages: list[tuple[str, str]] = []
        self.moves: list[Place] = []
        self.statuses: list[str] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.message_requested.connect(lambda level, text: self.messages.append((level, text)))
        page.place_changed.connect(lambda place, _replace: self.moves.append(place))
        page.status_changed.connect(self.statuses.append)


Make = Callable[..., tuple[Any, Told]]


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of a module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def make(ground: Ground) -> Make:
    """Show a page at a place of a server: `make(BoardPage, server, place)`."""

    def make(kind: type[Page], server: Server, place: Place) -> tuple[Any, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
        colours = ramp(45, is_dark=True)
        parts = SectionParts(
            account, ground.calls, settings, None, colours, lambda _place: True, None, None
        )
        page = kind(parts)  # type: ignore[arg-type] # every page of these tests takes its parts
        told = Told(page)
        page.show_place(place, None)
        ground.put_up(page, 600)
        return page, told

    return make
