"""Base class of a section of a page, and the specification by which it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

if TYPE_CHECKING:
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours

S = TypeVar("S")
"""Type of the subject: what the page and its sections are about, such as a profile."""


@dataclass(slots=True)
class SectionParts:
    """Services that sections are built with.

    Attributes:
        account: whose client loads; it changes with the session, so look it up at each load.
        calls: runs blocking calls.
        settings: preferences, and the stored state of columns.
        images: pictures; None for none.
        colours: to paint with until `set_colours` is called.
        has_page: whether a place opens in the window; else it opens in the web browser.
    """

    account: Account
    calls: Calls
    settings: Settings
    images: ImageStore | None
    colours: Colours
    has_page: Callable[[Place], bool]


class Section(QWidget, Generic[S]):
    """Widget that shows one aspect of a subject, chosen by a pill of a `SectionHost`.

    It is built when it is first reached, and lives as long as its host. `show_subject` is called
    when it is reached for a subject (and for another variant of it, where its spec depends on
    it), not each time it becomes visible again.

    Attributes:
        open_requested: `(Place, how)`: open a link; `how` is `here`, `background` or `web`.
        place_requested: `(Place, replace)`: move the page to another place.
        message_requested: `(level, text)`: show a message.
        status_changed: the left text of the status line while this section is visible.
        sign_in_requested: open the welcome page.
        online_changed: False when a load failed because osu! cannot be reached, True when one
            succeeded.
        place: the place of the page, set by `take_place`.
    """

    open_requested = Signal(object, str)
    place_requested = Signal(object, bool)
    message_requested = Signal(str, str)
    status_changed = Signal(str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)

    place: Place | None = None

    def take_place(self, place: Place) -> None:
        """Set the place of the page: before `show_subject`, and whenever it changes."""
        self.place = place

    def show_subject(self, subject: S, state: object | None = None) -> None:
        """Show a subject; starts the loads that it needs.

        Args:
            subject: what to show.
            state: what `save_state` returned for it, to restore the section without loads; None
                for a new visit.
        """

    def save_state(self) -> object | None:
        """Return the state by which `show_subject` restores the section; None for none."""
        return None

    def reload(self) -> None:
        """Load again what is shown."""

    def leave(self) -> None:
        """Cancel all loads and release the subject."""

    @property
    def is_settled(self) -> bool:
        """Whether no load is running: what was asked for is shown, or has failed."""
        return True

    @property
    def failure(self) -> BaseException | None:
        """The error for which something is missing; None when nothing is."""
        return None

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with; the style sheet is set by the host."""

    def take_focus(self) -> None:
        """Set the focus to the table; without one, to the first control."""
        table = next((t for t in self.findChildren(QTableView) if t.isVisibleTo(self)), None)
        (table or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if table is None:
            self.focusNextChild()

    def start_filter(self) -> None:
        """Set the focus to the filter field."""

    def copy_selection(self) -> None:
        """Copy the selection to the clipboard."""

    def export(self) -> None:
        """Export the loaded rows to a file that is asked for."""


@dataclass(frozen=True)  # with slots, `SectionSpec[S](...)` fails on Python 3.11
class SectionSpec(Generic[S]):
    """Specification of a section: its pill, and how it is built.

    Attributes:
        key: of the section, as places write it.
        title: text of the pill.
        count_of: the number on the pill, as the subject says it; None for none.
        build: builds the section; it imports the module of the section, which is not loaded
            before.
        by_variant: whether it shows other things for another variant of the subject, such as a
            ruleset.
        of_subject: whether it shows the subject itself, so that a reloaded one is passed to it.
    """

    key: str
    title: str
    count_of: Callable[[S], int | None]
    build: Callable[[SectionParts, QWidget], Section[S]]
    by_variant: bool = False
    of_subject: bool = False
