"""Effects of changed preferences on the running services, by the name of the setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from osubrowser.services.cache.response_cache import ResponseCache
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.preferences import Preferences

MEGABYTE: Final = 1024 * 1024


class PreferenceEffects(QObject):
    """Controller that applies changed preferences to services, slow ones on a worker.

    Signals:
        tidied: a limit is in force, and what was too much is gone from the disk. That takes a
            moment, on a worker.

    Args:
        preferences: the preferences to observe.
        account: the account whose client gets the request rate.
        calls: runs eviction and saving on workers.
        cache: the response cache.
        images: the image store.
    """

    tidied = Signal()

    def __init__(
        self,
        preferences: Preferences,
        account: Account,
        calls: Calls,
        cache: ResponseCache,
        images: ImageStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = preferences.settings
        self._account = account
        self._calls = calls
        self._cache = cache
        self._images = images
        self._scope = TaskScope()
        self._effects: dict[str, Callable[[], object]] = {
            "pictures": lambda: images.set_enabled(self._settings.pictures),
            "pace": self._set_pace,
            "memory_limit": self._set_cache_limit,
            "images_limit": self._set_images_limit,
        }
        preferences.changed.connect(self._on_preferences_changed)
        account.changed.connect(self._set_pace)

    def close(self) -> None:
        """Cancel all tasks."""
        self._scope.cancel_all()

    def _on_preferences_changed(self, name: str) -> None:
        effect = self._effects.get(name)
        if effect is not None:
            effect()

    def _set_cache_limit(self) -> None:
        limit = self._settings.memory_limit * MEGABYTE
        tidy = self._calls.run(self._cache.set_limit, limit)
        self._scope.start(self._tidied(tidy), key="memory_limit")

    def _set_images_limit(self) -> None:
        limit = self._settings.images_limit * MEGABYTE
        self._scope.start(self._tidied(self._images.set_disk_limit(limit)), key="images_limit")

    def _set_pace(self) -> None:
        """Set the client's rate limit, also of a new one: it may predate the last change."""
        client = self._account.client
        if client is not None:
            client.set_pace(self._settings.pace)

    async def _tidied(self, tidy: Coroutine[Any, Any, None]) -> None:
        await tidy
        self.tidied.emit()
