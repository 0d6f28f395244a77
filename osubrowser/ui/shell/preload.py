"""Preload: imports modules of pages and dialogs one at a time, before they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.ui.shell.page_kind import Preload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from osubrowser.services.runtime.calls import Calls

_PAUSE: Final = 0.03
"""Seconds between two imports, in which the window handles events."""


async def preload(calls: Calls, kinds: Iterable[Preload]) -> None:
    """Import the modules of all kinds of page and of the window, without blocking the window.

    Args:
        calls: imports modules without widgets on a worker.
        kinds: the modules of each kind of page.
    """
    import asyncio

    wanted = (*kinds, WINDOW)
    for one in wanted:
        models = iter(one.models())
        while await calls.run_at_once(next, models, None) is not None:
            pass
    for one in wanted:
        for _ in one.widgets():
            await asyncio.sleep(_PAUSE)


def _models() -> Iterator[object]:
    """Import the modules of the suggestions of the address bar."""
    from osubrowser.services.places.names import kind_of

    yield kind_of
    from osubrowser.services.places.url_routes import game_link

    yield game_link
    from osubrowser.services.omnibox.suggestions import local_suggestions

    yield local_suggestions
    from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions

    yield RemoteSuggestions


def _widgets() -> Iterator[object]:
    """Import the suggestion list and the bookmark editor."""
    from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionModel

    yield SuggestionModel
    from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList

    yield SuggestionList
    from osubrowser.ui.widgets.bookmark_form import BookmarkForm

    yield BookmarkForm
    from osubrowser.ui.shell.bookmark_popover import BookmarkPopover

    yield BookmarkPopover


WINDOW: Final = Preload(_models, _widgets)
"""Modules that the window itself imports late."""
