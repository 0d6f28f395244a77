"""The parts of a player's page: below the header a section, bars, words, or where one begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from osubrowser.ui.lists.pictures import give_pictures
from osubrowser.ui.pages.player.dressing import DeferredStyling
from osubrowser.ui.pages.player.failure import FailurePanel
from osubrowser.ui.pages.player.parts.header import PlayerHeader
from osubrowser.ui.pages.player.parts.skeleton import PlayerSkeleton
from osubrowser.ui.pages.player.start import PlayerStart
from osubrowser.ui.pages.player.waiting import ModeChangeVeil
from osubrowser.ui.sections.host import SectionHost
from osubrowser.ui.widgets.progress_line import ProgressLine
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.sections.section import Section, SectionParts, SectionSpec
    from osubrowser.ui.style.theme import Colours


class PlayerBody(QObject):
    """Builds the parts, and shows one of them below the header; the focus goes along.

    Args:
        page: where they stand.
        specs: the sections.
        parts: what sections are built with.
        profile: answers the player that is shown.
        awaited: answers the ruleset that is on its way; None if it is here.

    Attributes:
        header: the player.
        notice: what is to be known of the player.
        host: the sections.
        skeleton: bars in place of a player who is on the way.
        panel: why there is no player.
        start: where one begins.
        progress: whether something is under way.
        waiting: what shows that another ruleset is on its way.
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
        self._profile = profile
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
        self.waiting = ModeChangeVeil(page, self.header, self.host, awaited)
        self._dressing = DeferredStyling(
            page, (self.header, self.notice, self.skeleton, self.panel, self.start)
        )
        self._lay_out()
        give_pictures(images, self.header)

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

    # --- what is seen -------------------------------------------------------------------------

    @property
    def is_content(self) -> bool:
        """Whether a section is seen."""
        return self._stack.currentWidget() is self.host

    @property
    def is_start(self) -> bool:
        """Whether one begins."""
        return self._stack.currentWidget() is self.start

    @property
    def section(self) -> Section[Profile] | None:
        """The section that is seen."""
        return self.host.section if self.is_content else None

    def see(self, part: QWidget) -> None:
        """Show a part below the header; a header without a player belongs to the skeleton."""
        has_player = self._profile() is not None
        with_header = part is self.skeleton or (part is not self.start and has_player)
        for seen in (part, self.header):
            self._dressing.dress(seen)
        self.header.setVisible(with_header)
        if part is not self.host:
            self.notice.show_notice(None)
        if part is not self.panel:
            self.panel.stop()
        held = cast("QWidget | None", self._page.window().focusWidget())
        before = self._stack.currentWidget()
        in_body = held is not None and before is not None and before.isAncestorOf(held)
        had_focus = held is self._page or in_body
        self._stack.setCurrentWidget(part)
        self.waiting.end()
        if part is not self.host:
            self.waiting.show_in_header()
        if had_focus and part is not before:
            # Else Qt hands the focus to whatever comes next.
            self._take_focus_later()

    def show_notice(self, text: str) -> None:
        """Show what is to be known of the player; "" for nothing."""
        self._dressing.dress(self.notice)
        self.notice.show_notice(Notice(text) if text else None)

    # --- the focus ----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the focus into the section; where words stand in its place, on what helps there."""
        section = self.section
        if self.is_start:
            self.start.take_focus()
        elif section is not None:
            section.take_focus()
        else:
            buttons = self.panel.buttons() if self.panel.isVisibleTo(self._page) else []
            (buttons[0] if buttons else self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_focus_later(self) -> None:
        """Take the focus once what was brought into view is complete."""
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._take_focus_back)

    def _take_focus_back(self) -> None:
        if self._page.window().focusWidget() is self._page:
            self.take_focus()

    # --- the look -----------------------------------------------------------------------------

    def dress(self, sheet: str) -> None:
        """Dress the parts, each by itself; `set_colours` follows."""
        self._dressing.dress_all(sheet)
        self.host.set_sheet(sheet)

    def set_colours(self, colours: Colours) -> None:
        """Paint with these colours from now on."""
        for part in (self.header, self.notice, self.host, self.skeleton, self.progress):
            part.set_colours(colours)


def _no_flag(_code: str) -> str | None:
    return None
