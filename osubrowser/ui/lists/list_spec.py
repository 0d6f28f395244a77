"""Specification of a list: everything that differs between one list and another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.models.text.dates import seen_ago
from osubrowser.ui.error_messages import Sentence, describe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.column import Column, Record, Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import Source
    from osubrowser.ui.lists.row_links import RowLink
    from osubrowser.ui.lists.row_menu import RowSelection

Columns = Sequence["Column[Any]"]


@dataclass(frozen=True, slots=True)
class EmptyText:
    """What is shown in place of the rows of an empty list.

    Attributes:
        text: one sentence that says what was asked for.
        hint: what helps; "" for nothing.
        action: key and label of a button, for `ListController.action_requested`; None for none.
    """

    text: str
    hint: str = ""
    action: tuple[str, str] | None = None


def loaded_status(model: PagedModel, first: int, last: int) -> str:
    """Return the default status of a list: `1-50 of 10,000 · 350 loaded`.

    Args:
        model: the rows.
        first: the first visible row, from 0.
        last: the last visible row.
    """
    if not model.loaded:
        return ""
    if model.is_arranged:
        return f"{model.rowCount():,} of {model.loaded:,} loaded rows"
    total = f" of {model.total:,}" if model.total else ""
    age = seen_ago(model.seen_at)
    return f"{first + 1:,}-{last + 1:,}{total} · {model.loaded:,} loaded{age}"


def _no_link(_item: Any, _origin: str) -> RowLink | None:  # noqa: ANN401
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """Specification of a list that a `ListController` shows.

    Attributes:
        key: name of the list: of its saved state, and of its columns in the settings.
        title: accessible name of the table.
        columns: `(original) -> columns`; `original`: titles are in their own script.
        source: `(loader, columns, original) -> source of the rows`.
        record: `row -> what is exported of it`; called on a worker.
        file_stem: proposed file name of an export, without its suffix.
        empty: what is shown when there are no rows.
        link: `(item, origin) -> link of a row`, or None; `origin` is `https://host`.
        no_link: message when a row without a link is opened.
        menu: makes the context menu of the selected rows; None for the default menu.
        describe: message for an error.
        status: `(model, first visible row, last) -> text of the status line`.
        columns_key: name of the columns in the settings where several lists share them; "" does
            not save them; None for `key`.
        has_titles: whether titles of songs are shown, which the settings write in either script.
    """

    key: str
    title: str
    columns: Callable[[bool], Columns]
    source: Callable[[ClientLoader, Columns, bool], Source]
    record: Callable[[Row[Any]], Record]
    file_stem: str
    empty: EmptyText
    link: Callable[[Any, str], RowLink | None] = _no_link
    no_link: str = "This row leads nowhere: its subject is gone."
    menu: Callable[[RowSelection], QMenu] | None = None
    describe: Callable[[BaseException], Sentence] = describe
    status: Callable[[PagedModel, int, int], str] = loaded_status
    columns_key: str | None = None
    has_titles: bool = False


@dataclass(frozen=True, slots=True)
class ListState:
    """Saved state of a list, to restore it without asking the server.

    Attributes:
        key: of the `ListSpec`.
        is_original: whether titles were in their own script.
        snapshot: of the model: rows, order and filter.
        offset: scroll position in pixels.
    """

    key: str
    is_original: bool
    snapshot: object
    offset: int
