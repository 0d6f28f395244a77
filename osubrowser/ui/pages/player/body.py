"""Layout of a player's page: the header, and below it the sections or what stands in for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.ui.lists.pictures import give_pictures
from osubrowser.ui.pages.player.failure import FailurePanel
from osubrowser.ui.pages.player.parts.header import PlayerHeader
from osubrowser.ui.pages.player.parts.skeleton import PlayerSkeleton
from osubrowser.ui.pages.player.start import PlayerStart
from osubrowser.ui.sections.host import SectionHost
from osubrowser.ui.widgets.progress_line import ProgressLine
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.sections.section import Section, SectionParts, SectionSpec
    from osubrowser.ui.style.theme import Colours

_WAIT: Final = 120
"""Milliseconds until the figures of the ruleset before are hidden; the cache is quicker."""

_STYLE_AFTER: Final = 120
"""Milliseconds until hidden parts are styled."""


class PlayerBody(QObject):
    """Parts of a player's page, of which one is shown below the header.

    Args:
        page: the parent of the parts.
        specs: the sections.
        parts: services that sections are built with.
        profile: returns the player that is shown.
        awaited: returns the ruleset whose figures are being loaded; None if they are here.

    Attributes:
        header: the player.
        notice: what is out of the ordinary about the player.
        host: the sections.
        skeleton: placeholder of a player who is being loaded.
        panel: the error for which there is no player.
        start: the form that looks up a player.
        progress: whether a load is running.
    """

    def __init__(
        self,
        page: QWidget,
        specs: Sequence[SectionSpec[Profile]],
        parts: SectionParts,
        *,
        profile: Callable[[], Profile | None],
        awaited: Callable[[], str | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._profile, self._awaited = profile, awaited
        images = parts.images
        flag = images.flag_url if images is not None else _no_flag
        self.header = PlayerHeader(flag, page)
        self.notice = NoticeBar(page)
        self.host = SectionHost(
            specs, parts, page, key_of=lambda p: p.id, variant_of=lambda p: p.mode
        )
        self.skeleton = PlayerSkeleton(page)
        self.panel = FailurePanel(page)
        self.start = PlayerStart(page)
        self.progress = ProgressLine(parts.colours, page)
        self._waiting = self._timer(_WAIT, self._on_waited)
        self._sheet = ""
        self._unstyled: set[QWidget] = set()  # the parts whose style is not applied yet
        self._styling = self._timer(_STYLE_AFTER, self._style_hidden)
        self._lay_out()
        give_pictures(images, self.header)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (self.host, self.skeleton, self.panel, self.start):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)
        self._stack.setCurrentWidget(self.skeleton)

    # --- the part that is shown ---------------------------------------------------------------

    @property
    def is_content(self) -> bool:
        """Whether a section is shown."""
        return self._stack.currentWidget() is self.host

    @property
    def is_start(self) -> bool:
        """Whether the form that looks up a player is shown."""
        return self._stack.currentWidget() is self.start

    @property
    def section(self) -> Section[Profile] | None:
        """The section that is shown."""
        return self.host.section if self.is_content else None

    def show_part(self, part: QWidget) -> None:
        """Show a part below the header; a header without a player belongs to the skeleton."""
        has_player = self._profile() is not None
        with_header = part is self.skeleton or (part is not self.start and has_player)
        for shown in (part, self.header):
            self._style(shown)
        self.header.setVisible(with_header)
        if part is not self.host:
            self.notice.show_notice(None)
        if part is not self.panel:
            self.panel.stop()
        focused = cast("QWidget | None", self._page.window().focusWidget())
        before = self._stack.currentWidget()
        in_body = focused is not None and before is not None and before.isAncestorOf(focused)
        had_focus = focused is self._page or in_body
        self._stack.setCurrentWidget(part)
        self.end_waiting()
        if part is not self.host:
            self._wait_in_header()
        if had_focus and part is not before:
            # Else Qt sets the focus to the next widget.
            self._take_focus_later()

    def show_notice(self, text: str) -> None:
        """Show what is out of the ordinary about the player; "" for nothing."""
        self._style(self.notice)
        self.notice.show_notice(Notice(text) if text else None)

    # --- another ruleset ----------------------------------------------------------------------

    def begin_waiting(self) -> None:
        """Hide the figures of the ruleset before, unless the others are here in a moment."""
        if not self.header.is_waiting:
            self._waiting.start()

    def end_waiting(self) -> None:
        """Show all figures."""
        self._waiting.stop()
        self.header.set_waiting(None)
        self.host.set_waiting(False)

    def _wait_in_header(self) -> None:
        mode = self._awaited()
        if mode is not None:
            self.header.set_waiting(mode)

    def _on_waited(self) -> None:
        self._wait_in_header()
        self.host.set_waiting(True)

    # --- focus --------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Set the focus to the section; to the first button of a message in its place."""
        section = self.section
        if self.is_start:
            self.start.take_focus()
        elif section is not None:
            section.take_focus()
        else:
            buttons = self.panel.buttons() if self.panel.isVisibleTo(self._page) else []
            (buttons[0] if buttons else self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_later(self) -> None:
        """Set the focus once the part that is shown is complete."""
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._take_focus_back)

    def _take_focus_back(self) -> None:
        if self._page.window().focusWidget() is self._page:
            self.take_focus()

    # --- style --------------------------------------------------------------------------------

    def set_sheet(self, sheet: str) -> None:
        """Set the style sheet of each part, of hidden ones later; `set_colours` must follow.

        All parts at once would take 50 ms.
        """
        parts = (self.header, self.notice, self.skeleton, self.panel, self.start)
        self._sheet, self._unstyled = sheet, set(parts)
        for part in parts:
            if part.isVisibleTo(self._page):
                self._style(part)
        self._styling.start()
        self.host.set_sheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.header, self.notice, self.host, self.skeleton, self.progress):
            part.set_colours(colours)

    def _style(self, part: QWidget) -> None:
        """Apply the style sheet to a part, unless it is applied."""
        if part in self._unstyled:
            self._unstyled.discard(part)
            part.setStyleSheet(self._sheet)

    def _style_hidden(self) -> None:
        for part in tuple(self._unstyled):
            self._style(part)


def _no_flag(_code: str) -> str | None:
    return None
