"""Feeds on real servers: their page, and what it says to its window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from osubrowser.services.places.places import ListPlace, Place
from osubrowser.services.settings.settings import Settings
from osubrowser.ui.pages.feeds.page import FeedsPage
from osubrowser.ui.sections.host import SectionParts
from osubrowser.ui.style.theme import ramp
from tests.conftest import Server
from tests.ui.conftest import Ground


class Told:
    """What a page asks of its window."""

    def __init__(self, page: FeedsPage) -> None:
        self.titles: list[str] = []
        self.opened: list[tuple[Place, str]] = []
        self.messages: list[tuple[str, str]] = []
        self.moves: list[Place] = []
        page.title_changed.connect(self.titles.append)
        page.open_requested.connect(lambda place, how: self.opened.append((place, how)))
        page.message_requested.connect(lambda level, text: self.messages.append((level, text)))
        page.place_changed.connect(lambda place, _replace: self.moves.append(place))


Make = Callable[..., tuple[FeedsPage, Told]]


def texts(page: FeedsPage, key: str) -> list[str]:
    """Return the texts of the shown rows in one column."""
    model = page.list.model
    at = next(n for n, one in enumerate(model.columns) if one.key == key)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def control(page: FeedsPage, name: str) -> object:
    """Return the widget of a filter."""
    return page.bar.controls[name].widget


def link(page: FeedsPage, row: int) -> object:
    """Return the link of a row; None for none."""
    shown, spec = page.list.model.row_at(row), page.list.spec
    assert shown is not None
    assert spec is not None
    return spec.link(shown.item, page.parts.account.server)


@pytest.fixture(scope="module")
def demo(serve_demo: Callable[..., Server]) -> Iterator[Server]:
    """The embedded osu!, for all tests of a module."""
    with ExitStack() as stack:
        yield serve_demo(stack)


@pytest.fixture
def make(ground: Ground) -> Make:
    """Show a feed of a server: `make(server, "events", {"sort": "id_asc"})`."""

    def make(
        server: Server, kind: str, query: dict[str, str] | None = None
    ) -> tuple[FeedsPage, Told]:
        settings = Settings()
        account = ground.sign_in(server, settings)
        parts = SectionParts(
            account, ground.calls, settings, None, ramp(45, is_dark=True), lambda _: True
        )
        page = FeedsPage(parts)
        told = Told(page)
        page.show_place(ListPlace(kind, tuple(sorted((query or {}).items()))), None)
        ground.put_up(page, 600)
        return page, told

    return make
