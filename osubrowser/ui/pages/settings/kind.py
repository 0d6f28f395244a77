"""Address, preload and self-test of the settings page, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import THE_WINDOW
from osubrowser.ui.shell.page_kind import AppPage, Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import Settle

SETTINGS: Final = AppPage(
    "settings",
    tr("Settings"),
    Key("settings", ("Ctrl+,",), tr("Settings"), THE_WINDOW),
    menu="program",
)


async def _show_sections(page: Page, settle: Settle) -> str:
    from osubrowser.ui.pages.settings.page import SECTIONS, SettingsPage

    if not isinstance(page, SettingsPage):
        raise TypeError("the settings did not open")
    for entry in SECTIONS:
        page.choose(entry.title)
        if page.section is None or page.section.title != entry.title:
            raise RuntimeError(f"the section {entry.title} did not open")
        await settle()
    return f"{len(SECTIONS)} sections"  # not shown: printed by the self-test


SELF_TEST: Final = (Visit(AppPlace(SETTINGS.name), _show_sections),)


def _widgets() -> Iterator[object]:
    """Import the page and its first section."""
    from osubrowser.ui.pages.settings.rows import add_all

    yield add_all
    from osubrowser.ui.pages.settings.section import SettingsSection

    yield SettingsSection
    from osubrowser.ui.pages.settings.account import AccountSection

    yield AccountSection
    from osubrowser.ui.pages.settings.page import SettingsPage

    yield SettingsPage


PRELOAD: Final = Preload(widgets=_widgets)
