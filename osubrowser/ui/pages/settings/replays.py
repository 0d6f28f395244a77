"""Settings section: folder, names and existing files of saved replays, and the key of API v1."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from osubrowser.services.places.places import WebAddress
from osubrowser.services.places.urls import HOME
from osubrowser.services.settings.schema import REPLAY_NAME
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.settings.folders import FolderChoice, FolderSection
from osubrowser.ui.pages.settings.rows import SettingRow, button, text
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.pages.settings.section import SettingsParts
    from osubrowser.ui.style.theme import Colours

_EXISTING: Final = (
    ("skip", tr("Keep it")),
    ("number", tr("Add a number")),
    ("replace", tr("Replace it")),
)
_FIELDS: Final = (
    "{player} {artist} {title} {difficulty} {mapper} {date} {mode} {mods} {grade} {accuracy} {pp} "
    "{combo} {score_id} {beatmap_id} {beatmapset_id} {user_id}"
)
_KEY_HINT: Final = tr(
    "With it, replays are found by player and beatmap without a sign-in. It is stored like the "
    "client secret."
)


class ReplaysSection(FolderSection):
    """Section for saved replays.

    Attributes:
        folder: the folder.
        name: the template of file names.
        existing: what to do when a file exists.
        notice: whether the desktop tells that a batch is done.
        folders: opens the dialog of the library's folders.
        key: field for a key of API v1.
    """

    title = tr("Replays")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        preferences = parts.preferences
        self._control(
            FolderChoice(
                tr("Replays are saved in"),
                lambda: preferences.settings.replay_folder,
                partial(preferences.set, "replay_folder"),
                parts.replays.default_folder,
            )
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Names of the files"))
        self.name.setMaxLength(300)
        self.reset_name = button(tr("Reset"), tr("Names of the files: the usual template again"))
        self.name_row = SettingRow(
            tr("Names of the files"), "", (self.name, self.reset_name), wide=True
        )
        self.existing = Segments(tr("When there is a file of that name"), _EXISTING)
        self.notice = QCheckBox(tr("Tell when they are done"))
        self.notice.setAccessibleName(tr("Tell when replays are done"))
        self.folders = button(
            tr("Folders of the library …"), tr("Choose the folders of the library")
        )
        self.key = QLineEdit()
        self.key.setAccessibleName(tr("Key of API v1"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(60)
        self.store_key = button(tr("Store"), tr("Store the key of API v1"))
        self.remove_key = button(tr("Remove"), tr("Remove the key of API v1"))
        self.where = button(tr("Where to get one"))
        self.where.setProperty("link", True)
        self.key_row = SettingRow(
            tr("Key of API v1"),
            "",
            (self.key, self.store_key, self.remove_key, self.where),
            wide=True,
        )
        self._lay_out(
            self.folder.row,
            6,
            self.name_row,
            text(tr("Fields: {fields}").format(fields=_FIELDS)),
            6,
            SettingRow(tr("When there is a file of that name"), "", (self.existing,)),
            SettingRow(
                tr("Notifications"),
                tr("By the desktop, while the window is not in front."),
                (self.notice,),
            ),
            6,
            SettingRow(
                tr("Replay library"),
                tr("It lists the replays in the folder above, and in these."),
                (self.folders,),
            ),
            6,
            self.key_row,
        )
        self.name.textChanged.connect(self._preview)
        self.name.editingFinished.connect(self._set_name)
        self.reset_name.clicked.connect(self._reset_name)
        self.existing.chosen.connect(partial(preferences.set, "replay_existing"))
        self.notice.toggled.connect(partial(preferences.set, "replay_notice"))
        self.folders.clicked.connect(self._choose_folders)
        self.key.textChanged.connect(lambda words: self.store_key.setEnabled(bool(words.strip())))
        self.key.returnPressed.connect(self._store_key)
        self.store_key.clicked.connect(self._store_key)
        self.remove_key.clicked.connect(lambda: self._save_key(""))
        self.where.clicked.connect(self._open_key_page)
        parts.account.changed.connect(self._on_account_changed)

    def refresh(self) -> None:
        """Update all fields from the settings and the secret store."""
        super().refresh()
        settings = self._parts.preferences.settings
        self.name.setText(settings.replay_name)
        self.existing.choose(settings.replay_existing)
        self.notice.setChecked(settings.replay_notice)
        self.store_key.setEnabled(bool(self.key.text().strip()))
        self._preview()
        self._scope.start(self._look_for_key(), key="key")

    def _choose_folders(self) -> None:
        from osubrowser.ui.dialogs.replay_folders import ReplayFoldersDialog

        ReplayFoldersDialog(self._parts.preferences, self).open()

    def finish(self) -> None:
        """Take over an edited template."""
        self._set_name()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.existing.set_colours(colours)

    # --- names --------------------------------------------------------------------------------

    def _preview(self) -> None:
        settings = self._parts.preferences.settings
        typed = self.name.text()
        self.reset_name.setEnabled(typed != REPLAY_NAME or settings.replay_name != REPLAY_NAME)
        self._scope.start(self._previewed(typed), key="preview")

    async def _previewed(self, template: str) -> None:
        try:
            name = await self._parts.calls.run_at_once(_example, template)
        except ValueError as error:
            self.name_row.say(_sentence(error), "bad")
        else:
            self.name_row.say(tr("For example: {name}").format(name=plain(name, 300)))

    def _set_name(self) -> None:
        """Save the template if it is valid; an invalid one stays in the field with its error."""
        template = self.name.text().strip()
        if template != self._parts.preferences.settings.replay_name:
            self._scope.start(self._name_set(template), key="name")

    async def _name_set(self, template: str) -> None:
        try:
            await self._parts.calls.run_at_once(_example, template)
            self._parts.preferences.set("replay_name", template)
        except ValueError:
            return

    def _reset_name(self) -> None:
        self.name.setText(REPLAY_NAME)
        self._parts.preferences.set("replay_name", REPLAY_NAME)
        self._preview()

    # --- key of API v1 ------------------------------------------------------------------------

    def _on_account_changed(self) -> None:
        if self.isVisible():
            self._scope.start(self._look_for_key(), key="key")

    async def _look_for_key(self) -> None:
        replays, account = self._parts.replays, self._parts.account
        key = await self._parts.calls.run_at_once(replays.api_key, account.server)
        self._show_key(has_key=bool(key))

    def _show_key(self, *, has_key: bool) -> None:
        self.remove_key.setEnabled(has_key)
        self.key.setPlaceholderText(tr("A key is stored") if has_key else tr("No key is stored"))
        self.key_row.say(_KEY_HINT)

    def _store_key(self) -> None:
        key = self.key.text().strip()
        if key:
            self._save_key(key)

    def _save_key(self, key: str) -> None:
        self._scope.start(self._key_saved(self._parts.replays.key_server, key), key="save key")

    async def _key_saved(self, server: str, key: str) -> None:
        try:
            await self._parts.calls.run_at_once(self._parts.replays.save_api_key, server, key)
        except ValueError as error:
            self.key_row.say(_sentence(error), "bad")
        except OSError as error:
            self.key_row.say(
                tr("The key cannot be stored: {error}.").format(error=plain(str(error))), "bad"
            )
        else:
            self.key.clear()
            self._show_key(has_key=bool(key))
            self.message_requested.emit("good", tr("The key is stored.") if key else tr("Removed."))

    def _open_key_page(self) -> None:
        from osubrowser.services.downloads.legacy_key import KEY_PAGE

        self.open_requested.emit(WebAddress(f"{HOME}/{KEY_PAGE}"), "web")


def _example(template: str) -> str:
    """Return the name of an example. Raises ValueError for an invalid template. On a worker."""
    from osubrowser.services.downloads.files import example_name

    if not template.strip():
        raise ValueError(tr("A name needs at least one field."))
    return example_name(template)


def _sentence(error: ValueError) -> str:
    words = plain(analysis_text(str(error)), 300).rstrip(".")
    return f"{words[:1].upper()}{words[1:]}."
