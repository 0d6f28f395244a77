"""Menu of a player's history: its export, import of figures of osu!track, and its deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from osubrowser.services.history.subjects import RULESETS, player
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.dialogs.history_files import HistoryFiles, told
from osubrowser.ui.pages.player.lists.specs import safe_name
from osubrowser.ui.widgets.menus import add_action, escaped, pop_up
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar
from osubrowser.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from pathlib import Path

    from osubrowser.models.players.profile import Profile
    from osubrowser.services.history.transfers import Outcome, Transfers
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.style.theme import Colours

_DELETE: Final = "delete"
_KEEP: Final = "keep"


class PlayerFiles(QObject):
    """Menu button of a player's history, and the question before it is deleted.

    Signals:
        message_requested(str, str): level and text of a message.

    Args:
        widget: parent of the button, the question and the dialogs.
        transfers: exports, imports and deletes.
        settings: have the folder of exports.

    Attributes:
        more: the button.
        question: bar that asks before the history is deleted.
    """

    message_requested = Signal(str, str)

    def __init__(self, widget: QWidget, transfers: Transfers, settings: Settings) -> None:
        super().__init__(widget)
        self._transfers = transfers
        self._files = HistoryFiles(widget, transfers, lambda: settings.export_folder)
        self._profile: Profile | None = None
        self._colours: Colours | None = None
        self.more = ToolButton(
            tr("More"), "more", tr("Export, import and deletion of this history"), widget
        )
        self.question = NoticeBar(widget)
        self.more.clicked.connect(lambda: pop_up(self.menu(), self.more.below))
        self.question.pressed.connect(self._on_question_pressed)
        self._files.finished.connect(self._on_finished)

    def show_player(self, profile: Profile) -> None:
        """Set the player that the menu is about."""
        if self._profile is None or profile.id != self._profile.id:
            self.question.show_notice(None)
        self._profile = profile

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.more.set_colours(colours)
        self.question.set_colours(colours)

    def menu(self) -> QMenu:
        """Return the menu, which deletes itself when it is closed."""
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        profile = self._profile
        if profile is None:
            return menu
        name = escaped(plain(profile.name, 40))
        mode = MODE_NAMES.get(profile.mode, "")
        actions = (
            add_action(menu, tr("&Export all that is known of {name} …"), self._export),
            add_action(menu, tr("&Import figures of osu!track for {mode} …"), self.ask_where_from),
            add_action(menu, tr("&Delete the history of {name} …"), self._ask),
        )
        for action in actions:
            action.setText(action.text().format(name=name, mode=mode))
            action.setEnabled(self._transfers.running is None)
        return menu

    def ask_where_from(self) -> None:
        """Open the dialog of an import; figures of osu!track become those of the player."""
        self._files.ask_where_from(self._import)

    def _export(self) -> None:
        profile = self._profile
        if profile is not None:
            stem = f"osu-{safe_name(profile.name, profile.id)}-history"
            self._files.ask_where_to(profile.id, stem)

    def _import(self, path: Path) -> None:
        profile = self._profile
        if profile is not None and profile.mode in RULESETS:
            self._files.import_from(path, player(profile.id, profile.mode))

    def _ask(self) -> None:
        profile = self._profile
        if profile is None:
            return
        words = tr(
            "All that is remembered of {name} is deleted, in all rulesets. What you follow stays."
        ).format(name=plain(profile.name, 60))
        buttons = ((_DELETE, tr("Delete", "a history")), (_KEEP, tr("Keep it", "a history")))
        self.question.show_notice(Notice(words, "", buttons))
        if self._colours is not None:
            self.question.set_colours(self._colours)  # the style sheet has reset its palette
        keep = self.question.button(_KEEP)
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_question_pressed(self, key: str) -> None:
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.question.show_notice(None)
        if key == _DELETE and self._profile is not None:
            self._files.delete_player(self._profile.id)

    def _on_finished(self, outcome: Outcome) -> None:
        self.message_requested.emit(*told(outcome))
