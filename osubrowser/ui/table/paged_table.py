"""Lazy list, as a table or cards, with messages for its states: loading, empty, failed, sorted."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from osubrowser.models.table.paged_model import LoadState, PagedModel
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import in_sentence, tr
from osubrowser.ui.table.row_table import RowTable
from osubrowser.ui.widgets.assistive import Announcer
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine, StatePanel

if TYPE_CHECKING:
    from osubrowser.ui.cards.card_grid import CardGrid
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.style.theme import Colours

_TICK: Final = 250
"""Update interval of a countdown in milliseconds."""
_LONGEST_NEEDLE: Final = 40
OrderAction = Callable[[str, bool], tuple[str, str] | None]
"""`(key of a column, descending) -> key and label of a button`, or None for none."""
LOOK_FURTHER: Final = "look_further"
"""Key of the button that loads on after the row filter has hidden many pages."""
SHOW_HIDDEN: Final = "show_hidden"
"""Key of the button that asks the page to show what its row filter hides."""


class PagedTable(QWidget):
    """Widget of a `RowTable` over a `PagedModel`, with messages where rows are missing.

    The same rows can be shown as cards, which share the selection of the table.

    Attributes:
        table: the table of the rows.
        cards: the grid of the rows; None until `show_cards` is called.
        view: the one of both that is shown, unless a message is in its place.
        sign_in_requested: the Sign in button was pressed.
        action_requested: the key of a button, such as one of `show_panel` or of `set_empty_text`,
            or `SHOW_HIDDEN`.
        visibility_changed: the widget was shown or hidden.
    """

    sign_in_requested = Signal()
    action_requested = Signal(str)
    visibility_changed = Signal(bool)

    def __init__(
        self,
        model: PagedModel,
        *,
        describe: Callable[[BaseException], Sentence],
        colours: Colours | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Create the table of a model.

        Args:
            model: the rows.
            describe: returns the message for an error.
            colours: to paint with until `set_colours` is called.
            parent: the Qt parent.
        """
        super().__init__(parent)
        if colours is None:
            from osubrowser.ui.style.colours import ramp

            colours = ramp(0, is_dark=True)
        self._model = model
        self._describe = describe
        self._empty = Notice(tr("There is nothing here."))
        self._own_panel: Notice | None = None
        self._order_action: OrderAction | None = None
        self._colours = colours
        self.table = RowTable(model, colours, self)
        self.cards: CardGrid | None = None
        self.view: RowTable | CardGrid = self.table
        self._panel = StatePanel(self)
        self._arranged, self._below, self._all = NoticeBar(self), NoticeBar(self), NoticeBar(self)
        self._progress = ProgressLine(colours, self)
        self._announcer: Announcer | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._lay_out()
        self.set_colours(colours)
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        # Below the rows, so that the headings do not move while one is clicked.
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._arranged)
        layout.addWidget(self._all)
        layout.addWidget(self._below)
        layout.addWidget(self._progress)

    def _connect(self) -> None:
        model = self._model
        for signal in (
            model.state_changed,
            model.loaded_changed,
            model.modelReset,
            model.rows_hidden,
        ):
            signal.connect(self._refresh)
        self._tick.timeout.connect(self._refresh_foot)
        for part in (self._panel, self._arranged, self._all, self._below):
            part.pressed.connect(self._on_pressed)

    # --- public methods -----------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.table.set_colours(colours)
        if self.cards is not None:
            self.cards.set_colours(colours)
        for bar in (self._arranged, self._all, self._below):
            bar.set_colours(colours)
        self._progress.set_colours(colours)

    def set_empty_text(
        self, text: str, *, hint: str = "", action: tuple[str, str] | None = None
    ) -> None:
        """Set the message for a list without rows.

        Args:
            text: one sentence that says what was requested.
            hint: what to do, or "".
            action: key and label of a button, whose key `action_requested` emits.
        """
        self._empty = Notice(text, hint, (action,) if action is not None else ())
        self._refresh()

    def set_order_action(self, action: OrderAction | None) -> None:
        """Set the button of the message that only loaded rows are sorted.

        Args:
            action: returns the button, whose key `action_requested` emits; None for no buttons.
        """
        self._order_action = action

    def show_cards(self) -> CardGrid:
        """Show the rows as cards, which are made at the first call; return their grid."""
        if self.cards is None:
            from osubrowser.ui.cards.card_grid import CardGrid

            self.cards = CardGrid(self._model, self.table.selectionModel(), self._colours, self)
            self._stack.addWidget(self.cards)
        self._show_view(self.cards)
        return self.cards

    def show_table(self) -> None:
        """Show the rows as a table."""
        self._show_view(self.table)

    def _show_view(self, view: RowTable | CardGrid) -> None:
        """Show the same rows in another view, and the current one if it was in view."""
        old, self.view = self.view, view
        if view is old:
            return
        (first, last), had_focus = old.visible_rows(), old.hasFocus()
        current = old.currentIndex()
        for one in (old, view):
            one.set_watching(one is view)
        self._refresh()
        view.show_at_top(first)
        if first <= current.row() <= last:
            view.scrollTo(current)
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_panel(self, notice: Notice | None) -> None:
        """Show a message of the page in place of the rows; None shows the rows again."""
        self._own_panel = notice
        self._refresh()

    @property
    def panel_text(self) -> str:
        """The message in place of the rows, or "" while rows are shown."""
        return self._panel.accessibleName() if self._stack.currentWidget() is self._panel else ""

    def shown_buttons(self) -> list[QPushButton]:
        """Return the visible buttons of the messages."""
        return [button for button in self.findChildren(QPushButton) if button.isVisible()]

    @property
    def foot_text(self) -> str:
        """The message of a failure or a pause below the rows, or ""."""
        return self._below.text()

    @property
    def arranged_text(self) -> str:
        """The message about order and filter, or ""."""
        return self._arranged.text()

    @property
    def full_load_text(self) -> str:
        """The message about a load of all rows, or ""."""
        return self._all.text()

    @property
    def is_progress_shown(self) -> bool:
        """Whether the progress line is running."""
        return self._progress.is_running

    # --- states -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        notice = self._panel_notice()
        had_focus = self.view.hasFocus()
        if notice is not None:
            self._panel.show_notice(notice)
            self._stack.setCurrentWidget(self._panel)
            first = self._panel.button(notice.buttons[0][0]) if notice.buttons else None
            if had_focus and first is not None:
                first.setFocus()
        else:
            held_focus = any(button.hasFocus() for button in self._panel.buttons())
            self._stack.setCurrentWidget(self.view)
            if held_focus:
                self.view.setFocus()
        self._arranged.show_notice(self._arranged_notice() if notice is None else None)
        self._all.show_notice(self._full_load_notice())
        self._say_loaded(is_shown=notice is None)
        is_loading = self._model.state is LoadState.LOADING or self._model.is_loading_all
        self._progress.set_running(is_loading)
        self._refresh_foot()

    def _say_loaded(self, *, is_shown: bool) -> None:
        """Announce, once for each list, that its first rows are loaded."""
        if is_shown and self._model.loaded:
            self._announcer = self._announcer or Announcer(self)
            self._announcer.say(tr("%n row(s) are loaded.", "", self._model.loaded))
        elif self._announcer is not None:
            self._announcer.forget()

    def _panel_notice(self) -> Notice | None:
        model = self._model
        if self._own_panel is not None:
            return self._own_panel
        if model.loaded:
            needle = _short(model.arrangement.needle)
            if needle and not model.rowCount():
                return Notice(
                    tr("No loaded row contains “{needle}”.").format(needle=needle),
                    self._looked_words(),
                    (("unfilter", tr("Clear filter")),),
                )
            return self._hidden_notice()
        if model.state is LoadState.FAILED and model.error is not None:
            return self._failed_notice(model.error)
        if model.is_held_by_filter and model.state is LoadState.READY:
            text = tr("Nothing in the first pages fits the filters that are applied here.")
            return Notice(text, "", ((LOOK_FURTHER, tr("Look further")),))
        return self._empty if model.state in (LoadState.END, LoadState.READY) else None

    def _hidden_notice(self) -> Notice | None:
        """Return the message for a list of which the row filter hides all that is loaded."""
        model = self._model
        if not model.hidden or model.rowCount():
            return None
        is_end = model.state is LoadState.END
        if not (is_end or model.is_held_by_filter):
            return None
        further = () if is_end else ((LOOK_FURTHER, tr("Look further")),)
        text = tr("The filters here hide all %n row(s) that are loaded.", "", model.loaded)
        return Notice(text, "", (*further, (SHOW_HIDDEN, tr("Show them"))))

    def _failed_notice(self, error: BaseException) -> Notice:
        said = self._describe(error)
        buttons = []
        if said.action == "sign_in":
            buttons.append(("sign_in", tr("Sign in")))
        if said.may_retry:
            buttons.append(("retry", tr("Retry")))
        if said.button is not None:
            buttons.append(said.button)
        return Notice(said.text, said.hint, tuple(buttons), said.details)

    def _arranged_notice(self) -> Notice | None:
        model = self._model
        if not model.is_arranged or not model.loaded:
            return None
        arrangement = model.arrangement
        words = []
        if arrangement.needle.strip():
            words.append(
                tr("%n row(s) with “{needle}”", "", model.rowCount()).format(
                    needle=_short(arrangement.needle)
                )
            )
        if arrangement.column is not None:
            order = arrangement.column.order_name(descending=arrangement.descending)
            words.append(
                tr("sorted by {column}, {order}").format(
                    column=in_sentence(arrangement.column.title), order=order
                )
            )
        text = ", ".join(words)
        return Notice(
            f"{text[:1].upper()}{text[1:]}, {self._loaded_words()}",
            tr("Rows that are not loaded yet have no part in this."),
            (
                *self._order_button(),
                *self._load_all_button(),
                ("unarrange", tr("Clear", "a filter or an order")),
            ),
        )

    def _order_button(self) -> tuple[tuple[str, str], ...]:
        order, action = self._model.arrangement, self._order_action
        if action is None or order.column is None or not self._model.can_load_all:
            return ()
        button = action(order.column.key, order.descending)
        return (button,) if button is not None else ()

    def _load_all_button(self) -> tuple[tuple[str, str], ...]:
        model = self._model
        if not model.can_load_all or self._full_load_notice() is not None:
            return ()
        text = (
            tr("Load all {total}").format(total=numerals.whole(model.total))
            if model.total is not None
            else tr("Load all")
        )
        return (("load_all", text),)

    def _full_load_notice(self) -> Notice | None:
        """Return the progress of a load of all rows, or why it left rows out."""
        model = self._model
        count = numerals.whole(model.loaded)
        total = numerals.whole(model.total) if model.total is not None else ""
        if model.is_loading_all:
            text = (
                tr("Loading all rows: {count} of {total}")
                if total
                else tr("Loading all rows: {count}")
            ).format(count=count, total=total)
            pages = model.failed_pages
            if pages:
                text = ", ".join((text, tr("%n failed page(s) to load again", "", pages)))
            return Notice(
                text,
                tr("Rows in view are loaded first."),
                (("stop_loading_all", tr("Cancel")),),
            )
        if not model.can_load_all or not model.has_partial_load:
            return None
        if model.total is not None:
            text = tr("{count} of %n row(s) are loaded.", "", model.total).format(count=count)
        else:
            text = tr("%n row(s) are loaded.", "", model.loaded)
        details = ""
        if model.full_load_error is not None:
            said = self._describe(model.full_load_error)
            failed = tr("The rest failed: {reason}").format(reason=said.text)
            text, details = f"{text} {failed}", said.details
        buttons = (("load_all", tr("Resume")), ("forget_load", tr("Close")))
        return Notice(text, "", buttons, details)

    def _loaded_words(self) -> str:
        """Return among how many rows an arrangement is, as the end of a sentence."""
        loaded, total = self._model.loaded, self._model.total
        if total is not None and total <= loaded:
            return tr("among all %n row(s)", "", loaded)
        if total is not None:
            return tr("among the {loaded} loaded of %n row(s)", "", total).format(
                loaded=numerals.whole(loaded)
            )
        return tr("among the %n loaded row(s)", "", loaded)

    def _looked_words(self) -> str:
        """Return among how many rows a text was looked for, as a sentence."""
        loaded, total = self._model.loaded, self._model.total
        if total is not None and total <= loaded:
            return tr("This looked among all %n row(s).", "", loaded)
        if total is not None:
            return tr("This looked among the {loaded} loaded of %n row(s).", "", total).format(
                loaded=numerals.whole(loaded)
            )
        return tr("This looked among the %n loaded row(s).", "", loaded)

    def _refresh_foot(self) -> None:
        model = self._model
        notice = None
        if model.resume_at is not None:
            left = max(1, math.ceil(model.resume_at - time.monotonic()))
            notice = Notice(tr("osu! asks us to wait {left} s").format(left=left))
        elif model.state is LoadState.FAILED and model.loaded and model.error is not None:
            failed = self._failed_notice(model.error)
            text = f"{failed.text} {failed.hint}".strip()
            notice = Notice(text, "", failed.buttons, failed.details)
        elif model.is_held_by_filter and model.rowCount():
            text = tr("The filters here hide all rows of the last pages.")
            notice = Notice(text, "", ((LOOK_FURTHER, tr("Look further")),))
        self._below.show_notice(notice)
        self._run()

    def _run(self) -> None:
        if self._model.resume_at is not None and self.isVisible():
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._model.set_watched(True)
        self._run()
        self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        super().hideEvent(event)
        self._model.set_watched(False)
        self._run()
        self.visibility_changed.emit(False)

    def _on_pressed(self, key: str) -> None:
        if key == "retry":
            self._model.retry()
        elif key == "sign_in":
            self.sign_in_requested.emit()
        elif key == "load_all":
            self._model.load_all()
        elif key == "stop_loading_all":
            self._model.stop_loading_all()
        elif key == "forget_load":
            self._model.forget_full_load()
        elif key == "unarrange":
            self.table.clear_arrangement()
        elif key == "unfilter":
            self._model.set_filter("")
        elif key == LOOK_FURTHER:
            self._model.look_further()
        if key in _ROW_ACTIONS:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # the pressed button is hidden
        self.action_requested.emit(key)


_ROW_ACTIONS: Final = frozenset({"retry", "unarrange", "unfilter", LOOK_FURTHER, SHOW_HIDDEN})
"""Keys of buttons that act on the rows, which get the focus."""


def _short(needle: str) -> str:
    needle = " ".join(needle.split())
    return needle if len(needle) <= _LONGEST_NEEDLE else f"{needle[: _LONGEST_NEEDLE - 1]}…"
