"""Failure of a history, in the form that lists show."""

from __future__ import annotations

from osubrowser.api.errors import ServerTrouble


class HistoryUnreadable(ServerTrouble):
    """The history of this computer cannot be read; its text is the system's reason."""
