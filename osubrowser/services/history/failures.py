"""Error of a history that cannot be read, for lists."""

from __future__ import annotations

from osubrowser.api.errors import ServerTrouble


class HistoryUnreadable(ServerTrouble):
    """The history of this computer cannot be read; its text is the system's reason."""
