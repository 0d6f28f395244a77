"""Settings page: a list of sections and the current one; changes apply at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.page import Page
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.settings.section import SettingsParts, SettingsSection
    from osubrowser.ui.style.theme import Colours


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """Entry of the list of sections.

    Attributes:
        title: title in the list.
        build: constructs the section, and imports its module.
    """

    title: str
    build: Callable[[SettingsParts], SettingsSection]


def _account(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.account import AccountSection

    return AccountSection(parts)


def _appearance(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.choices import AppearanceSection

    return AppearanceSection(parts)


def _sound(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.choices import SoundSection

    return SoundSection(parts)


def _requests(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.choices import RequestsSection

    return RequestsSection(parts)


def _cache(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.cache import CacheSection

    return CacheSection(parts)


def _folders(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.folders import FoldersSection

    return FoldersSection(parts)


def _replays(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.replays import ReplaysSection

    return ReplaysSection(parts)


def _beatmaps(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.beatmaps import BeatmapsSection

    return BeatmapsSection(parts)


def _history(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.history import HistorySection

    return HistorySection(parts)


def _start(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.choices import StartSection

    return StartSection(parts)


def _updates(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.updates import UpdatesSection

    return UpdatesSection(parts)


def _shortcuts(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.shortcuts import ShortcutsSection

    return ShortcutsSection(parts)


def _files(parts: SettingsParts) -> SettingsSection:
    from osubrowser.ui.pages.settings.folders import FilesSection

    return FilesSection(parts)


SECTIONS: Final = (
    SectionEntry(tr("Account"), _account),
    SectionEntry(tr("Appearance"), _appearance),
    SectionEntry(tr("Sound"), _sound),
    SectionEntry(tr("Requests"), _requests),
    SectionEntry(tr("Cache"), _cache),
    SectionEntry(tr("Folders"), _folders),
    SectionEntry(tr("Replays"), _replays),
    SectionEntry(tr("Beatmaps"), _beatmaps),
    SectionEntry(tr("History and following"), _history),
    SectionEntry(tr("Start"), _start),
    SectionEntry(tr("Updates"), _updates),
    SectionEntry(tr("Shortcuts"), _shortcuts),
    SectionEntry(tr("Files"), _files),
)
"""Sections from top to bottom."""

_LIST_WIDTH: Final = 168
_QUESTION: Final = Notice(
    tr("Everything on this page goes back to what it was at first. You stay signed in."),
    "",
    (("reset", tr("Reset all")), ("keep", tr("Keep as it is"))),
)


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Saved state of the page: section and scroll position."""

    section: int
    offset: int


class SettingsPage(Page):
    """Page with one section at a time, built when it is first selected.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.
    """

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._colours = parts.colours
        self._areas: dict[int, tuple[QScrollArea, SettingsSection]] = {}
        self.sections = QListWidget(self)
        self.reset = QPushButton(tr("Reset all …"), self)
        self.question = NoticeBar(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.sections.currentRowChanged.connect(self._show_section)
        self.sections.installEventFilter(self)
        self.reset.clicked.connect(self._ask_to_reset)
        self.question.pressed.connect(self._on_question_pressed)
        parts.preferences.changed.connect(self._on_preferences_changed)
        self.set_colours(parts.colours)

    # --- page interface -----------------------------------------------------------------------

    @property
    def section(self) -> SettingsSection | None:
        """The current section; None before the page is first shown."""
        found = self._areas.get(self.sections.currentRow())
        return found[1] if found is not None else None

    def choose(self, title: str) -> None:
        """Select the section with this title.

        Raises:
            ValueError: there is no such section.
        """
        self.sections.setCurrentRow([entry.title for entry in SECTIONS].index(title))

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the section of `state`, by default the current one."""
        row = self.sections.currentRow()
        if isinstance(state, SettingsState):
            row = state.section
        if row != self.sections.currentRow() or row < 0:
            self.sections.setCurrentRow(max(0, row))
        elif self.section is not None:
            self.sections.setCurrentRow(row)  # the focus sets the current row without selecting it
            self.section.refresh()
        if isinstance(state, SettingsState) and row in self._areas:
            self._areas[row][0].verticalScrollBar().setValue(state.offset)
        self.title_changed.emit(tr("Settings"))
        self.status_changed.emit(tr("Every change works at once and is kept"))

    def save_state(self) -> object | None:
        """Return the current section and its scroll position."""
        row = self.sections.currentRow()
        found = self._areas.get(row)
        offset = found[0].verticalScrollBar().value() if found is not None else 0
        return SettingsState(row, offset)

    def reload(self) -> None:
        """Refresh the section from disk."""
        if self.section is not None:
            self.section.refresh()

    def take_focus(self) -> None:
        """Set the focus to the list of sections."""
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_filter(self) -> None:
        """Set the focus to the list of sections, which searches by typing."""
        self.take_focus()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.question.set_colours(colours)
        self.sections.setStyleSheet(_list_sheet(colours))
        for _, section in self._areas.values():
            section.set_colours(colours)

    @property
    def is_settled(self) -> bool:
        """Whether no task of the section is running."""
        return self.section is None or self.section.is_settled

    def leave(self) -> None:
        """Commit edited values, and cancel all tasks."""
        self._finish()
        for _, section in self._areas.values():
            section.leave()

    def hideEvent(self, event: object) -> None:
        """Commit edited values."""
        self._finish()
        super().hideEvent(event)  # type: ignore[arg-type] # Qt passes a QHideEvent

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the focus from the list into the section with Right and Enter."""
        if watched is self.sections and isinstance(event, QKeyEvent):
            into = (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and event.key() in into:
                self._enter_section()
                return True
        return bool(super().eventFilter(watched, event))

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.sections.setObjectName("settingsList")
        self.sections.setAccessibleName(tr("Sections of the settings"))
        self.sections.setFrameShape(QFrame.Shape.NoFrame)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections.addItems([entry.title for entry in SECTIONS])
        self.reset.setAutoDefault(True)
        self.reset.setAccessibleName(tr("Reset all settings"))
        left = QVBoxLayout()
        left.setContentsMargins(12, 16, 0, 12)
        left.addWidget(self.sections, 1)
        left.addWidget(self.reset)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(_LIST_WIDTH)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.question)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _build(self, row: int) -> tuple[QScrollArea, SettingsSection]:
        section = SECTIONS[row].build(self._parts)
        section.message_requested.connect(self.message_requested)
        section.sign_in_requested.connect(self.sign_in_requested)
        section.open_requested.connect(self.open_requested)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(section)
        section.seen_wanted.connect(area.ensureWidgetVisible)
        section.setAutoFillBackground(False)  # shows the background of the page
        area.viewport().setAutoFillBackground(False)
        section.set_colours(self._colours)
        self._stack.addWidget(area)
        return area, section

    # --- sections -----------------------------------------------------------------------------

    def _show_section(self, row: int) -> None:
        if row < 0:
            return
        self._finish()
        if row not in self._areas:
            self._areas[row] = self._build(row)
        area, section = self._areas[row]
        section.refresh()
        self._stack.setCurrentWidget(area)

    def _enter_section(self) -> None:
        section = self.section
        if section is not None:
            section.setFocus(Qt.FocusReason.OtherFocusReason)
            section.focusNextChild()

    def _finish(self) -> None:
        shown = self._stack.currentWidget()
        for area, section in self._areas.values():
            if area is shown:
                section.finish()

    def _on_preferences_changed(self, _name: str) -> None:
        if self.section is not None and self.isVisible():
            self.section.refresh()

    # --- reset --------------------------------------------------------------------------------

    def _ask_to_reset(self) -> None:
        self.question.show_notice(_QUESTION)
        keep = self.question.button("keep")
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_question_pressed(self, key: str) -> None:
        self.reset.setFocus(Qt.FocusReason.OtherFocusReason)
        self.question.show_notice(None)
        if key == "reset":
            self._parts.preferences.reset()
            self.message_requested.emit("good", tr("All settings are what they were at first."))


def _list_sheet(colours: Colours) -> str:
    c = colours
    return f"""
        QListWidget {{ background: transparent; border: none; outline: 0; }}
        QListWidget::item {{
            color: {c.content2.name()}; border: 1px solid transparent; border-radius: 4px;
            padding: 5px 8px; margin: 1px 0;
        }}
        QListWidget::item:hover {{ background: {c.background4.name()}; }}
        QListWidget::item:selected {{
            background: {c.selection.name()}; color: {c.content1.name()};
        }}
        QListWidget::item:selected:focus {{ border-color: {c.highlight.name()}; }}
    """
