"""Preferences: the settings that the user chooses, checked, saved and announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.services.settings.schema import rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.settings.settings import Settings


class Preferences(QObject):
    """Choices in `Settings`. Used in the GUI thread; nothing here waits.

    Signals:
        changed(str): the setting of this name has another value now and will be saved. It is not
            emitted for a value that is the same as before.

    Args:
        settings: where the values are, and which saves them.

    Attributes:
        settings: the values; read only here, change them by `set`.
        names: the settings that are choices, in the order of the table.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._rules = {n: rule for n, rule in rules_of(settings).items() if rule.is_choice}
        self.names = tuple(self._rules)

    def set(self, name: str, value: object) -> None:
        """Choose a value.

        Args:
            name: of a setting, one of `names`.
            value: of its type.

        Raises:
            ValueError: it would not be read back at the next start.
            KeyError: there is no such choice.
        """
        if not self._rules[name].accepts(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if value != getattr(self.settings, name):
            setattr(self.settings, name, value)
            self._save(name)

    # --- keys --------------------------------------------------------------------------------

    @property
    def shortcuts(self) -> dict[str, list[str]]:
        """The chosen keys by action; an action that is not here has its own keys."""
        return {action: list(keys) for action, keys in self.settings.shortcuts.items()}

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
        self.set("shortcuts", wanted)

    def reset_keys(self) -> None:
        """Give every action its own keys back."""
        self.set("shortcuts", {})

    # --- all of them -------------------------------------------------------------------------

    @property
    def changed_names(self) -> list[str]:
        """The names of the choices that differ from the defaults."""
        first = type(self.settings)()
        return [n for n in self.names if getattr(self.settings, n) != getattr(first, n)]

    def reset(self) -> None:
        """Restore the default of every choice. Who is signed in and what is open stay."""
        first = type(self.settings)()
        for name in self.changed_names:
            setattr(self.settings, name, getattr(first, name))
            self._save(name)

    def _save(self, name: str) -> None:
        self.settings.save()
        self.changed.emit(name)
