"""Services that the halves of the replays page are built with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.places.places import Place
    from osubrowser.services.replay_services import ReplayServices
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences


@dataclass(frozen=True, slots=True)
class ReplaysParts:
    """Services that the halves of the replays page are built with.

    Attributes:
        account: the session.
        calls: runs blocking calls.
        preferences: the user's choices; `preferences.settings` stores columns.
        images: pictures.
        replays: `library`, `queue` and `beatmaps`.
        has_page: whether a place opens in the window; else it opens in the web browser.
        open_folder: shows a folder in the file browser; returns False if it could not.
    """

    account: Account
    calls: Calls
    preferences: Preferences
    images: ImageStore | None
    replays: ReplayServices
    has_page: Callable[[Place], bool]
    open_folder: Callable[[str], bool]
