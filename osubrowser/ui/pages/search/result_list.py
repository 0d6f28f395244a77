"""One list of a search: a heading with its count, and its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from osubrowser.models.table.one_request import OneRequest
from osubrowser.models.table.paged_model import LoadState
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import CARDS, TABLE, ListState
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from osubrowser.models.search.question import Question
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import Source
    from osubrowser.ui.lists.list_controller import Columns, ListSpec
    from osubrowser.ui.pages.search.lists import ResultSpec, SearchParts
    from osubrowser.ui.style.theme import Colours

NARROW: Final = 272
"""Least width of a list beside others, in pixels."""


class ResultList(QWidget):
    """List of a search, beside other lists or as a whole.

    Args:
        result: what it finds.
        search: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        result: what it finds.
        list: the controller of the rows.
        heading: the button that shows the list as a whole.
        whole_requested: the heading was pressed.
        count_changed: the number of rows, or whether there are any, has changed.
        side_requested: Left (-1) or Right (1) was pressed in a list beside others.
        left_upwards: Up was pressed in the first row, or Escape.
        open_requested: `(Place, how)`: the button of the note was pressed.
        entered: the rows have got the focus.
    """

    whole_requested = Signal()
    count_changed = Signal()
    side_requested = Signal(int)
    left_upwards = Signal()
    open_requested = Signal(object, str)
    entered = Signal()

    def __init__(self, result: ResultSpec, search: SearchParts, parent: QWidget) -> None:
        super().__init__(parent)
        self.result = result
        self._search = search
        self._gate = OneRequest()
        parts = search.sections
        self._question: Question | None = None
        self._is_narrow = True
        self._has_cards = False
        self.heading = QPushButton(result.title, self)
        self.heading.setFlat(True)
        self.heading.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heading.setToolTip(tr("Show the whole list: {title}").format(title=result.title))
        self.heading.clicked.connect(self.whole_requested)
        self.list = parts.list_below(self)
        self.note = NoticeBar(self)
        self.note.pressed.connect(self._on_note_pressed)
        self.list.set_view(CARDS)  # of lists that have cards
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.heading)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.list.rows, 1)
        model = self.list.model
        model.loaded_changed.connect(self._on_count_changed)
        model.state_changed.connect(self._on_count_changed)
        model.modelReset.connect(self._on_count_changed)
        self.setMinimumWidth(NARROW)
        self.list.table.installEventFilter(self)
        self.set_colours(parts.colours)

    # --- contents -----------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """The shown question; None for none."""
        return self._question

    @property
    def view(self) -> QAbstractItemView:
        """The widget of the rows."""
        return self.list.rows.view

    @property
    def is_empty(self) -> bool:
        """Whether the list is known to have no rows."""
        model = self.list.model
        is_over = model.state is LoadState.END or (
            model.state is LoadState.READY and model.is_held_by_filter
        )
        return not model.loaded and is_over and model.error is None

    @property
    def is_ready(self) -> bool:
        """Whether there are rows, or a message in their place."""
        model = self.list.model
        return model.loaded > 0 or self.is_empty or model.error is not None

    @property
    def count(self) -> str:
        """The number of rows as text, such as `20 of 100`; "" while it is not known."""
        model = self.list.model
        if not model.loaded:
            return "0" if self.is_empty else ""
        total = model.total
        if total is not None and total > model.loaded:
            return tr("{loaded} of {total}").format(
                loaded=numerals.whole(model.loaded), total=numerals.whole(total)
            )
        more = "+" if model.state is not LoadState.END and total is None else ""
        return f"{numerals.whole(model.loaded)}{more}"

    @property
    def found(self) -> str:
        """The number of all rows as short text: `100`, `50+`; "" while it is not known."""
        model = self.list.model
        if not model.loaded:
            return "0" if self.is_empty else ""
        if model.total is not None:
            return numerals.whole(max(model.total, model.loaded))
        return numerals.whole(model.loaded) + ("" if model.state is LoadState.END else "+")

    def show_question(
        self, question: Question, *, is_narrow: bool, state: object | None = None
    ) -> None:
        """Show what is found for a question.

        Args:
            question: the question; for the one that is shown, the rows stay.
            is_narrow: whether the list stands beside others.
            state: what `save_state` returned for it, to restore the rows without requests.
        """
        has_other_width = is_narrow != self._is_narrow
        self._question, self._is_narrow = question, is_narrow
        self.setMinimumWidth(NARROW if is_narrow else 0)
        self.heading.setVisible(is_narrow)
        self.note.show_notice(None if is_narrow else self._notice)
        known = state if isinstance(state, ListState) else None
        spec = self._spec(question)
        if known is None and self.list.spec is not None and self.list.spec.key == spec.key:
            if not has_other_width:
                return
            known = self._state_at_width(spec)
        self.list.show(spec, state=known)
        self._watch_cards()

    def _state_at_width(self, spec: ListSpec) -> ListState | None:
        """Return the present rows, to show them by a spec for another width; None without rows."""
        state = self.list.save_state()
        if state is None or not self.list.model.loaded:
            return None
        saved = self._search.sections.settings.tables.get(spec.columns_key or "")
        chosen = (saved.view if saved is not None else "") or CARDS
        return replace(state, offset=0, view=TABLE if spec.cards is None else chosen)

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        return self.list.save_state() if self.list.model.loaded else None

    def enter(self) -> None:
        """Set the focus to the rows; the first one becomes the current one if none is."""
        table = self.list.table
        if not table.currentIndex().isValid() and self.list.model.rowCount():
            table.go_to(0)
        self.list.take_focus()

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        self._question = None
        self._gate.close()
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = colours
        self.list.set_colours(colours)
        self.note.set_colours(colours)
        self.heading.setStyleSheet(
            f"""
            QPushButton {{
                color: {c.content1.name()}; background: transparent; border: 1px solid transparent;
                border-radius: 4px; padding: 2px 6px; font-weight: 600; text-align: left;
            }}
            QPushButton:hover {{ background: {c.background4.name()}; }}
            QPushButton:focus {{ border-color: {c.content1.name()}; }}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move to the lists beside this one, and back to the field."""
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self.entered.emit)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain_key and self._take_key(Qt.Key(event.key())):
                return True
        return bool(super().eventFilter(watched, event))

    # --- private --------------------------------------------------------------------------------

    def _watch_cards(self) -> None:
        """Handle the keys of cards, too, once they are built."""
        cards = self.list.rows.cards
        if cards is not None and not self._has_cards:
            self._has_cards = True
            cards.installEventFilter(self)

    def _spec(self, question: Question) -> ListSpec:
        build = self.result.narrow_spec if self._is_narrow else self.result.spec
        spec = build(question, self._search)
        if self.result.is_local:
            return spec

        def source(loader: ClientLoader, columns: Columns, original: bool) -> Source:
            return self._gate.guarded(spec.source(loader, columns, original), (spec.key, original))

        return replace(spec, source=source)

    @property
    def _notice(self) -> Notice | None:
        """What is not searched, and where it can be."""
        result = self.result
        return Notice(result.note, "", (("", result.further),)) if result.note else None

    def _on_note_pressed(self, _key: str) -> None:
        if self._question is not None:
            self.open_requested.emit(self.result.further_place(self._question), "here")

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_Up and self.list.table.currentIndex().row() <= 0
        ):
            self.left_upwards.emit()
        elif self._is_narrow and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.side_requested.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _on_count_changed(self, *_: object) -> None:
        count = self.count
        title = self.result.title
        self.heading.setText(f"{title} · {count}" if count else title)
        self.heading.setAccessibleName(
            tr("{title}, {count}: show the whole list").format(
                title=title, count=count or tr("loading")
            )
        )
        self.count_changed.emit()
