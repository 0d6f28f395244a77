"""Popup editor of something that is followed, below the button that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.history.follows import LONGEST_NOTE, LONGEST_TITLE
from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.popover import Popover
from osubrowser.ui.widgets.follow_form import FollowForm

if TYPE_CHECKING:
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.follows import Follows

_NOTE: Final = 72  # pixels


class FollowPopover(Popover):
    """Popup with the fields of one followed thing, which it changes.

    Args:
        follows: what is followed.
        parent: the window.

    Attributes:
        form: the fields.
        unfollow: the button that ends it.
        page: the button to the page of all that is followed.
        unfollow_requested(Follow): Unfollow was pressed.
        page_requested: the page of all that is followed was asked for.
    """

    unfollow_requested = Signal(object)
    page_requested = Signal()

    def __init__(self, follows: Follows, parent: QWidget) -> None:
        super().__init__(tr("Following"), parent)
        self._follows = follows
        self._address: str | None = None  # of what is shown
        self.form = FollowForm(LONGEST_TITLE, LONGEST_NOTE, self)
        self.form.texts.note.setFixedHeight(_NOTE)
        self.form.title_written.connect(lambda text: self._write(title=text))
        self.form.note_written.connect(lambda text: self._write(note=text))
        self.form.group_written.connect(lambda text: self._write(group=text))
        self.form.mute_toggled.connect(lambda is_muted: self._write(is_muted=is_muted))
        self.unfollow = QPushButton(tr("Unfollow"), self)
        self.unfollow.clicked.connect(self._on_unfollow_clicked)
        self.page = QPushButton(tr("All followed"), self)
        self.page.setProperty("link", True)
        self.page.clicked.connect(self._on_page_clicked)
        self._lay_out(self.form, self.unfollow, self.page)

    def open_under(self, anchor: QWidget, heading: str, follow: Follow) -> None:
        """Open the popup with something that is followed below a button, within its screen."""
        self._address = follow.address
        self.form.show_follow(
            follow.title, follow.note, follow.group, self._follows.groups, is_muted=follow.is_muted
        )
        self._open_under(anchor, heading)
        self.done.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def _current(self) -> Follow | None:
        """What is shown, as it is now."""
        items = self._follows.items
        return next((one for one in items if one.address == self._address), None)

    def _write(
        self,
        *,
        title: str | None = None,
        note: str | None = None,
        group: str | None = None,
        is_muted: bool | None = None,
    ) -> None:
        follow = self._current
        if follow is not None:
            self._follows.write(follow, title=title, note=note, group=group, is_muted=is_muted)

    def _on_unfollow_clicked(self) -> None:
        follow, self._address = self._current, None  # pending changes are dropped
        if follow is not None:
            self.unfollow_requested.emit(follow)
        self.hide()

    def _on_page_clicked(self) -> None:
        self.hide()
        self.page_requested.emit()
