"""List of builds as posts, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osubrowser.models.changelog.builds import (
    BuildsPage,
    BuildsState,
    ChangelogQuery,
    StreamInfo,
    load_builds,
)
from osubrowser.models.posts.feed import PAGE, PostFeed
from osubrowser.models.posts.post import Post, PostKind
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.services.runtime.tasks import TaskScope


class BuildsFeed(PostFeed):
    """Builds of a query, newest first, with a heading for each day.

    Args:
        loader: runs loads with the client of the session.
        scope: owns the loads.
        parent: the Qt parent.

    Attributes:
        page_arrived: `BuildsPage`: a page was loaded.
        query: which builds.
        streams: all streams, as of the last page.
        versions: the versions of the loaded builds.
    """

    page_arrived = Signal(object)

    def __init__(
        self, loader: ClientLoader, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(loader, scope, parent)
        self.query = ChangelogQuery()
        self.streams: tuple[StreamInfo, ...] = ()
        self.versions: tuple[str, ...] = ()
        self._builds: dict[str, tuple[str, Post]] = {}
        self._next: int | None = None

    @property
    def loaded(self) -> int:
        """Number of loaded builds."""
        return len(self._builds)

    def show(self, query: ChangelogQuery, state: object | None = None) -> None:
        """Show the builds of a query; `state` is that of `save_state`."""
        self.stop()
        self.forget()
        self.query, self.is_complete = query, False
        if isinstance(state, BuildsState) and state.query == query:
            self._builds = {post.id: (day, post) for day, post in state.builds}
            self._next, self.is_complete, self.is_started = state.next, state.is_complete, True
            self.streams, self.versions = state.streams, state.versions
            self._rebuild()
            self.state_changed.emit()
            return
        self.publish([])
        self.start()

    def save_state(self) -> BuildsState:
        """Return the state by which `show` restores the list."""
        builds = tuple(self._builds.values())
        return BuildsState(
            self.query, builds, self._next, self.is_complete, self.streams, self.versions
        )

    def forget(self) -> None:
        """Release the builds."""
        self._builds, self._next = {}, None
        self.versions = ()

    def reload(self) -> None:
        """Load the first page again; the present builds stay until then."""
        self.stop()
        self.is_complete = False
        self._load(None, with_cached=False)

    def load_page(self, *, is_first: bool = False) -> None:
        """Load the next page."""
        if is_first:
            self._load(None, with_cached=True)
        elif self._next is not None:
            self._load(self._next, with_cached=False)

    def _load(self, most: int | None, *, with_cached: bool) -> None:
        self.loads.start(
            PAGE,
            load_builds,
            (self.query, most),
            lambda page: self._on_page(page, most),
            with_cached=with_cached,
        )

    def _on_page(self, page: BuildsPage, asked: int | None) -> None:
        count = len(self._builds)
        if asked is None:
            self._builds, self.versions = {}, ()
        self._builds |= {post.id: (day, post) for day, post in page.builds}
        self.streams = page.streams
        self.versions = tuple(dict.fromkeys((*self.versions, *page.versions)))
        has_new = asked is None or len(self._builds) > count
        self._next = page.next if has_new else None
        self.is_complete = self._next is None
        self._rebuild()
        self.page_arrived.emit(page)

    def _rebuild(self) -> None:
        posts: list[Post] = []
        before: str | None = None
        for day, post in self._builds.values():
            if day != before:
                words = day or tr("Without a date")
                posts.append(
                    Post(
                        f"day:{len(posts)}:{day}",
                        PostKind.HEADING,
                        text=words,
                    )
                )
                before = day
            posts.append(post)
        self.publish(posts)
