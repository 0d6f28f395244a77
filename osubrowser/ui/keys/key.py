"""A keyboard shortcut as data: its action, its key sequences, its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One action and the key sequences that trigger it.

    Attributes:
        action: identifier of the action, by which a callable is bound to it; empty for keys that
            a widget handles itself and that are only listed.
        sequences: in Qt's portable spelling; tooltips and menus show the first.
        text: what the action does, in a few words.
        group: the heading under which the shortcut sheet lists it.
    """

    action: str
    sequences: tuple[str, ...]
    text: str
    group: str
