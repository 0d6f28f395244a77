"""What a person chose: each choice is checked, kept, and told to whoever acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.settings import schema as form
from osubrowser.services.settings.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

CHOICES = (
    "theme",
    "titles",
    "pictures",
    "pace",
    "memory_limit",
    "images_limit",
    "reopen",
    "export_folder",
    "replay_folder",
    "shortcuts",
)
"""Every setting that is chosen on the settings page; the others follow from what is done."""


class Preferences(QObject):
    """The choices in `Settings`. Used in the GUI thread; nothing here waits.

    Signals:
        changed(str): the setting of this name, one of `CHOICES`, is another one now and will be
            kept. It is not emitted for a choice that is the same as before.

    Args:
        settings: where the choices are, and which writes them.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    # --- how it looks ------------------------------------------------------------------------

    @property
    def theme(self) -> str:
        """`system`, `dark` or `light`."""
        return self._settings.theme

    def set_theme(self, theme: str) -> None:
        """Choose one of `settings_form.THEMES`."""
        self._set("theme", theme)

    @property
    def titles(self) -> str:
        """`romanised` or `original`: which titles of songs are shown."""
        return self._settings.titles

    def set_titles(self, titles: str) -> None:
        """Choose one of `settings_form.TITLES`."""
        self._set("titles", titles)

    @property
    def pictures(self) -> bool:
        """Whether avatars, covers and flags are loaded."""
        return self._settings.pictures

    def set_pictures(self, wanted: bool) -> None:
        """Load pictures, or ask for none."""
        self._set("pictures", wanted)

    # --- what is asked and kept --------------------------------------------------------------

    @property
    def pace(self) -> int:
        """The most requests a minute that osu! is sent, sustained."""
        return self._settings.pace

    def set_pace(self, per_minute: int) -> None:
        """Choose a pace from `SLOWEST_PACE` to `FASTEST_PACE` of `settings_form`."""
        self._set("pace", per_minute)

    @property
    def memory_limit(self) -> int:
        """Megabytes of answers that are kept on disk."""
        return self._settings.memory_limit

    def set_memory_limit(self, megabytes: int) -> None:
        """Choose a limit from `SMALLEST_MEMORY` to `LARGEST_MEMORY` of `settings_form`."""
        self._set("memory_limit", megabytes)

    @property
    def images_limit(self) -> int:
        """Megabytes of pictures that are kept on disk."""
        return self._settings.images_limit

    def set_images_limit(self, megabytes: int) -> None:
        """Choose a limit from `SMALLEST_PICTURES` to `LARGEST_PICTURES` of `settings_form`."""
        self._set("images_limit", megabytes)

    # --- the start, and folders --------------------------------------------------------------

    @property
    def reopen(self) -> bool:
        """Whether a start opens again what was open at the end of the last run."""
        return self._settings.reopen

    def set_reopen(self, wanted: bool) -> None:
        """Open the last places at a start, or begin with the first page."""
        self._set("reopen", wanted)

    @property
    def export_folder(self) -> str:
        """Where tables are exported to; empty for the usual folder."""
        return self._settings.export_folder

    def set_export_folder(self, folder: str) -> None:
        """Choose a folder; "" is the usual one."""
        self._set("export_folder", folder)

    @property
    def replay_folder(self) -> str:
        """Where replays are saved; empty for the usual folder."""
        return self._settings.replay_folder

    def set_replay_folder(self, folder: str) -> None:
        """Choose a folder; "" is the usual one."""
        self._set("replay_folder", folder)

    # --- keys --------------------------------------------------------------------------------

    @property
    def shortcuts(self) -> dict[str, list[str]]:
        """The chosen keys by action; an action that is not here has its own keys."""
        return {action: list(keys) for action, keys in self._settings.shortcuts.items()}

    def set_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """Choose the keys of an action; none at all for an empty sequence.

        Args:
            action: its name in the table of keys.
            keys: in Qt's portable spelling; None for its own keys.
        """
        wanted = self.shortcuts
        wanted.pop(action, None)
        if keys is not None:
            wanted[action] = list(keys)
        self._set_shortcuts(wanted)

    def reset_keys(self) -> None:
        """Give every action its own keys back."""
        self._set_shortcuts({})

    # --- all of them -------------------------------------------------------------------------

    @property
    def changed_names(self) -> list[str]:
        """The names of `CHOICES` that are not as they were at first."""
        first = Settings()
        return [n for n in CHOICES if getattr(self._settings, n) != getattr(first, n)]

    def reset(self) -> None:
        """Make every choice what it was at first. Who is signed in and what is open stay."""
        first = Settings()
        for name in self.changed_names:
            setattr(self._settings, name, getattr(first, name))
            self._keep(name)

    def flush(self) -> str | None:
        """Write what is not written yet. On a worker. Returns why it failed, as a sentence."""
        return None if self._settings.flush() else self._settings.problem

    # --- inside ------------------------------------------------------------------------------

    def _set(self, name: str, value: object) -> None:
        """Raises ValueError for what the settings would not take back at the next start."""
        if not form.FIELDS[name](value):
            raise ValueError(f"{name} cannot be {value!r}")
        if value != getattr(self._settings, name):
            setattr(self._settings, name, value)
            self._keep(name)

    def _set_shortcuts(self, wanted: dict[str, list[str]]) -> None:
        if form.shortcuts(wanted) != wanted:
            raise ValueError("these cannot be keys")
        if wanted != self._settings.shortcuts:
            self._settings.shortcuts = wanted
            self._keep("shortcuts")

    def _keep(self, name: str) -> None:
        self._settings.save()
        self.changed.emit(name)
