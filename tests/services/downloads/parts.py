"""Parts that the tests of the download queue share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from osubrowser.api import Client


class StubAccount(QObject):
    """Session of one client, without a sign-in."""

    changed = Signal()

    def __init__(self, client: Client | None, server: str = "") -> None:
        super().__init__()
        self.client = client
        self.server = server or (client.base_url if client is not None else "")
        self.is_demo = False
