"""Settings section: the check for a newer version of the program."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from osubrowser.api.errors import Offline
from osubrowser.models.text.dates import ago
from osubrowser.services.text.translation import tr
from osubrowser.services.updates.checker import CheckState
from osubrowser.ui.pages.settings.rows import SettingRow, button
from osubrowser.ui.pages.settings.section import SettingsSection

if TYPE_CHECKING:
    from osubrowser.ui.pages.settings.section import SettingsParts


class UpdatesSection(SettingsSection):
    """Section for the check, off by default, with what it has found."""

    title = tr("Updates")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.check = QCheckBox(tr("Look for a newer version"))
        self.check.setAccessibleName(tr("Look for a newer version at the start"))
        self.now = button(tr("Check now"), tr("Ask for the newest version now"))
        self.page = button(tr("Open its page"), tr("Open the page of the newest version"))
        self.row = SettingRow(tr("At the start"), _explained(parts.updates.host), (self.check,))
        self.found = SettingRow(
            tr("This is version {version}").format(version=parts.updates.version),
            "",
            (self.page, self.now),
        )
        self._lay_out(self.row, 6, self.found)
        self.check.toggled.connect(partial(parts.preferences.set, "check_updates"))
        self.now.clicked.connect(self._on_now_clicked)
        self.page.clicked.connect(self._on_page_clicked)
        parts.updates.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Update the controls from the preferences, and the outcome of the last check."""
        updates = self._parts.updates
        self.check.setChecked(self._parts.preferences.settings.check_updates)
        self.check.setEnabled(updates.can_check)
        self.now.setEnabled(updates.can_check and updates.state is not CheckState.CHECKING)
        self.page.setVisible(updates.state is CheckState.NEWER)
        text, role = self._outcome()
        self.found.say(text, role)

    def _outcome(self) -> tuple[str, str]:
        """Return what the last check has found, and the role of that text."""
        updates = self._parts.updates
        checked = updates.checked_at
        when = "" if checked is None else ago(checked, time.time())
        match updates.state:
            case CheckState.CHECKING:
                return tr("Asking …"), "secondary"
            case CheckState.CURRENT:
                return tr("It is the newest one, as of {when}.").format(when=when), "secondary"
            case CheckState.NEWER:
                newer = tr("Version {version} is there.").format(version=updates.newest)
                return f"{newer} {_how_to_update()}", "strong"
            case CheckState.FAILED if isinstance(updates.error, Offline):
                text = tr("The last check failed: {host} cannot be reached.")
                return text.format(host=updates.host), "warning"
            case CheckState.FAILED:
                text = tr("The last check failed: {host} did not answer with a version.")
                return text.format(host=updates.host), "warning"
        return tr("It has not been checked yet.") if updates.can_check else "", "secondary"

    def _on_now_clicked(self) -> None:
        self._scope.start(self._parts.updates.check(), key="check")

    def _on_page_clicked(self) -> None:
        if not self._parts.open_web(self._parts.updates.page):
            self.message_requested.emit("warning", tr("No web browser was found."))


def _explained(host: str) -> str:
    if not host:
        return tr("This copy of osubrowser does not know where its releases are.")
    return tr(
        "One request to {host}, at most once a day, which says nothing about you: no version, no "
        "account. Nothing is downloaded."
    ).format(host=host)


def _how_to_update() -> str:
    if getattr(sys, "frozen", False):
        return tr("Its page has the packages; install one over this one. Your files stay.")
    return tr("Fetch the newer source, and install it as before. Your files stay.")
