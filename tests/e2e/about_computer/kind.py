"""The row of the page in the table of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from osubrowser.services.places.places import AppPlace, Place
from osubrowser.ui.keys.key import Key
from osubrowser.ui.shell.page_kind import AppPage, PageKind, Preload, Settle, Visit

if TYPE_CHECKING:
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import PageContext

PLACE: Place = AppPlace("computer")


def _build(context: PageContext) -> Page:
    from tests.e2e.about_computer.page import AboutComputerPage

    return AboutComputerPage(context.colours)


def _widgets() -> Iterator[object]:
    from tests.e2e.about_computer.page import AboutComputerPage

    yield AboutComputerPage


async def _read_facts(page: Page, settle: Settle) -> str:
    from tests.e2e.about_computer.page import AboutComputerPage

    assert isinstance(page, AboutComputerPage)
    await settle()
    return page.facts.text()


KIND = PageKind(
    "computer",
    "About this computer",
    hue=60,
    home=PLACE,
    places=(AppPlace,),
    build=_build,
    app_pages=(AppPage("computer", "About this computer", menu="program"),),
    keys=(Key("", ("F12",), "Count the processors", "On this computer"),),
    preload=Preload(widgets=_widgets),
    self_test=(Visit(PLACE, _read_facts),),
)
