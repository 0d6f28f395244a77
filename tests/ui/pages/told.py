"""What a page asks of its window, for tests of single pages."""

from __future__ import annotations

from osubrowser.services.places.places import Place
from osubrowser.ui.pages.page import Page


class Told:
    """Signals of a page, in their order."""

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
