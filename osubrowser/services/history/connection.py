"""Network state of the computer: whether it is offline, and whether the connection is metered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from osubrowser.services.runtime.calls import Calls


class NetworkState(QObject):
    """Network state, as the operating system has it. Use it in the GUI thread.

    Where it says nothing, the computer is online, and not on a metered connection.

    Signals:
        changed: `is_offline` or `is_metered` is another.

    Args:
        calls: runs blocking calls on workers.

    Attributes:
        is_offline: whether there is surely no connection.
        is_metered: whether the connection is metered.
    """

    changed = Signal()

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._network: QNetworkInformation | None = None
        self.is_offline = False
        self.is_metered = False

    async def watch(self) -> None:
        """Begin to watch the connection. Qt's network module is imported on a worker."""
        await self._calls.run_at_once(_load_backends)
        from PySide6.QtNetwork import QNetworkInformation

        # This takes a millisecond once a worker has loaded the plugins.
        if self._network is not None or not QNetworkInformation.loadDefaultBackend():
            return
        network = self._network = QNetworkInformation.instance()
        network.reachabilityChanged.connect(self._read)
        network.isMeteredChanged.connect(self._read)
        self._read()

    def _read(self) -> None:
        from PySide6.QtNetwork import QNetworkInformation

        network = self._network
        if network is None:
            return
        offline = network.reachability() is QNetworkInformation.Reachability.Disconnected
        metered = bool(network.isMetered())
        if (offline, metered) != (self.is_offline, self.is_metered):
            self.is_offline, self.is_metered = offline, metered
            self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        network, self._network = self._network, None
        if network is not None:
            network.reachabilityChanged.disconnect(self._read)
            network.isMeteredChanged.disconnect(self._read)


def _load_backends() -> None:
    """Import Qt's network module and load its plugins, which takes longer than a frame."""
    from PySide6.QtNetwork import QNetworkInformation

    QNetworkInformation.availableBackends()
