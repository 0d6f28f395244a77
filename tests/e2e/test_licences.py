"""Licence texts in the real window, from the About dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog

from osubrowser import licences
from osubrowser.ui.dialogs.about import AboutDialog
from osubrowser.ui.dialogs.licences import LicencesDialog
from tests.e2e.conftest import Browser
from tests.ui.gestures import click

D = TypeVar("D", bound=QDialog)


def shown(browser: Browser, kind: type[D]) -> D:
    return next(one for one in browser.window.findChildren(kind) if one.isVisible())


def open_licences(browser: Browser) -> LicencesDialog:
    browser.window.commands.show_about()
    click(shown(browser, AboutDialog).licences)
    return shown(browser, LicencesDialog)


def test_each_library_has_its_text(start: Callable[..., Browser]) -> None:
    browser = start()
    dialog = open_licences(browser)
    browser.wait(lambda: dialog.components.count() > 10)
    rows = range(dialog.components.count())
    names = [dialog.components.item(row).text().split()[0] for row in rows]
    dialog.components.setCurrentRow(names.index("urllib3"))
    assert "Permission is hereby granted" in dialog.text.toPlainText()
    click(dialog.close_button)
    shown(browser, AboutDialog).accept()


def test_a_text_that_cannot_be_read_is_told(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> list[licences.LicenceText]:
        raise FileNotFoundError(licences.FILE)

    monkeypatch.setattr(licences, "load", fail)
    browser = start()
    dialog = open_licences(browser)
    browser.wait(lambda: "cannot be read" in dialog.text.toPlainText())
    dialog.accept()
    shown(browser, AboutDialog).accept()


def test_closing_it_at_once_stops_the_load(start: Callable[..., Browser]) -> None:
    browser = start()
    open_licences(browser).accept()
    shown(browser, AboutDialog).accept()
    browser.wait(lambda: not browser.window.findChildren(LicencesDialog))
