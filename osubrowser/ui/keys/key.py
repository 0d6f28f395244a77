"""Keyboard shortcut as plain data: action, key sequences, text."""

from __future__ import annotations

from dataclasses import dataclass


class PageGroup(str):
    """Heading of the shortcuts that one kind of page alone has.

    Pages of different kinds may have the same sequence in such groups.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Key:
    """Action and the key sequences that trigger it.

    Attributes:
        action: identifier of the action, by which a callable is bound to it; "" for keys that a
            widget handles itself and that are only listed.
        sequences: in Qt's portable spelling; tooltips and menus show the first.
        text: a short description of the action.
        group: heading of the shortcut sheet under which it is listed.
    """

    action: str
    sequences: tuple[str, ...]
    text: str
    group: str
