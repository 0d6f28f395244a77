"""Progress in the desktop's task bar: Unity's launcher protocol, which Linux desktops share.

Qt 6 has nothing for the task bar of Windows and the Dock: the title of the window says it there.
"""

from __future__ import annotations

import os
import sys
from typing import Final

_DESKTOP_ENTRY: Final = os.environ.get("FLATPAK_ID") or "osubrowser"
_APPLICATION: Final = f"application://{_DESKTOP_ENTRY}.desktop"
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"
_PATH: Final = "/com/canonical/unity/launcherentry/osubrowser"


def is_supported() -> bool:
    """Return whether there may be a desktop that shows it: Linux with a session bus.

    Without its address Qt would start a bus, which takes seconds.
    """
    if sys.platform != "linux":
        return False
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def show_progress(share: float | None) -> bool:
    """Show a progress of 0 to 1; None hides it. Blocks on the bus, for a worker.

    Returns:
        Whether the message was sent; a desktop without such a task bar ignores it.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")  # not shown: a D-Bus member
    facts = {"progress": float(share or 0.0), "progress-visible": share is not None}
    message.setArguments([_APPLICATION, facts])
    return bool(bus.send(message))
