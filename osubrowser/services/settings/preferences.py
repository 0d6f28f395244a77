"""Preferences: the settings that the user chooses, with validation and a change signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.settings.schema import rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.settings.settings import Settings


class Preferences(QObject):
    """Editor of the user's choices in `Settings`. Use it in the GUI thread; does not block.

    Signals:
        changed(str): the value of the setting of this name has changed, and will be saved. Not
            emitted for an equal value.

    Args:
        settings: the settings to edit.

    Attributes:
        settings: the settings, for reading; change them with `set`.
        names: names of the settings that are choices, in the order of the fields.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._rules = {n: rule for n, rule in rules_of(settings).items() if rule.is_choice}
        self.names = tuple(self._rules)

    def set(self, name: str, value: object) -> None:
        """Set the value of a setting, and save it.

        Args:
            name: name of the setting, one of `names`.
            value: new value, of the type of the setting.

        Raises:
            ValueError: the value is invalid.
            KeyError: the name is unknown.
        """
        if not self._rules[name].accepts(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if value != getattr(self.settings, name):
            setattr(self.settings, name, value)
            self._save(name)

    # --- keyboard shortcuts ------------------------------------------------------------------

    @property
    def shortcuts(self) -> dict[str, list[str]]:
        """Custom keys by action (a copy); an action without an entry has its default keys."""
        return {action: list(keys) for action, keys in self.settings.shortcuts.items()}

    def set_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """Set the keys of an action; an empty sequence removes all.

        Args:
            action: name of the action in the table of keys.
            keys: key sequences in Qt's portable format; None for the default keys.
        """
        wanted = self.shortcuts
        wanted.pop(action, None)
        if keys is not None:
            wanted[action] = list(keys)
        self.set("shortcuts", wanted)

    def reset_keys(self) -> None:
        """Restore the default keys of all actions."""
        self.set("shortcuts", {})

    # --- all preferences ---------------------------------------------------------------------

    @property
    def changed_names(self) -> list[str]:
        """The names of the preferences that differ from their defaults."""
        first = type(self.settings)()
        return [n for n in self.names if getattr(self.settings, n) != getattr(first, n)]

    def reset(self) -> None:
        """Restore the defaults of all preferences. Sign-ins and open tabs are kept."""
        first = type(self.settings)()
        for name in self.changed_names:
            setattr(self.settings, name, getattr(first, name))
            self._save(name)

    def _save(self, name: str) -> None:
        self.settings.save()
        self.changed.emit(name)
