"""Panel that finds replays and adds them to the queue: by links, player, beatmap, or list."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import LoginRequired, NotFound, OsuError
from osubrowser.services.downloads import sources
from osubrowser.services.downloads.entries import WantedReplay
from osubrowser.services.downloads.legacy_key import KEY_PAGE, is_key
from osubrowser.services.downloads.worker import KeyNeeded, KeyRefused
from osubrowser.services.places import urls
from osubrowser.services.places.places import (
    MODE_NAMES,
    BeatmapPlace,
    BeatmapsetPlace,
    UserPlace,
    WebAddress,
)
from osubrowser.services.runtime.failures import Failure, ImportFailed
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.messages import analysis_text
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.widgets.assistive import name_clear_button, order_tab
from osubrowser.ui.widgets.breaking_row import BreakingRow
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.replays.parts import ReplaysParts
    from osubrowser.ui.style.theme import Colours

    Found = list[WantedReplay]
    Find = Callable[[], Awaitable[tuple[Found, str]]]
    """Finds replays; returns them with a note."""

LINKS, PLAYER, BEATMAP, LIST = "links", "player", "beatmap", "list"
_KINDS: Final = (
    (LINKS, tr("Links")),
    (PLAYER, tr("Player on a beatmap")),
    (BEATMAP, tr("Top of a beatmap")),
    (LIST, tr("List of a player")),
)
_LISTS: Final = (
    ("best", tr("best", "list of scores")),
    ("firsts", tr("first places", "list of scores")),
    ("recent", tr("recent", "list of scores")),
    ("pinned", tr("pinned", "list of scores")),
)
_MOST_LOOKED_UP: Final = 5
"""Scores that are asked for before they are added; more are asked for by the queue."""
_NUMBER: Final = re.compile(r"(?m)^[ \t]*#?([0-9]{4,15})[ \t]*$")
_WHERE: Final = "https://osu.ppy.sh/scores/…"
_LEAST_NOTE: Final = 300  # pixels
_LEAST_FIELDS: Final = 300
_FIELD_EDGES: Final = 34  # with the button that clears it


class GetPanel(QWidget):
    """Panel that finds replays, says what it found, and adds it to the queue.

    Args:
        parts: services.
        parent: the view of the queue.

    Attributes:
        message_requested, open_requested, sign_in_requested: as of `Page`.
        kinds: the choice of the kind of search.
        links: the form of links; the other forms are built when they are first chosen.
        find_button, add_button, cancel_button: the buttons.
        said: what was found, or why nothing was.
        found: the replays that `add_button` adds.
    """

    message_requested = Signal(str, str)
    open_requested = Signal(object, str)
    sign_in_requested = Signal()

    def __init__(self, parts: ReplaysParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._replays = parts.replays
        self._scope = TaskScope()
        self.found: list[WantedReplay] = []
        self._all: list[WantedReplay] = []  # those without a replay too: they are listed
        self.kinds = Segments(tr("Get replays by"), _KINDS, self)
        self._strip = ScrollStrip(self.kinds, self)
        self._colours: Colours | None = None
        self._has_key = False
        self._forms = QStackedWidget(self)
        self.links = LinksForm(self)
        self._add_form(self.links)
        self._forms.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.find_button = QPushButton(tr("Find"), self)
        self.cancel_button = QPushButton(tr("Stop"), self)
        self.add_button = QPushButton(tr("Add to the queue"), self)
        self.sign_in = QPushButton(tr("Sign in"), self)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setAccessibleName(tr("What was found"))
        self._lay_out()
        self._connect()
        self.cancel_button.hide()
        self.find_button.setProperty("primary", True)
        self._show_kind(LINKS)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._strip)
        first.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(8)
        for button in (self.find_button, self.cancel_button, self.add_button, self.sign_in):
            button.setAutoDefault(True)
        first.addWidget(self.cancel_button)
        first.addWidget(self.find_button)
        last.addWidget(self.add_button)
        last.addWidget(self.sign_in)
        last.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._forms)
        column.addLayout(last)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._show_kind)
        self.find_button.clicked.connect(self.search)
        self.cancel_button.clicked.connect(self._stop)
        self.add_button.clicked.connect(self._add)
        self.sign_in.clicked.connect(self.sign_in_requested)
        self.links.clipboard.clicked.connect(self._read_clipboard)
        self.links.file.clicked.connect(self._ask_for_file)
        self.links.pasted.connect(self.search)

    # --- forms --------------------------------------------------------------------------------

    @cached_property
    def player(self) -> PlayerForm:
        """The form of a player's score on a beatmap."""
        form = PlayerForm(self)
        self._add_form(form)
        form.show_key(has_key=self._has_key)
        form.where.clicked.connect(self._open_key_page)
        form.save.clicked.connect(self._save_key)
        form.key.returnPressed.connect(self._save_key)
        return form

    @cached_property
    def beatmap(self) -> BeatmapForm:
        """The form of the best scores on a beatmap."""
        form = BeatmapForm(self)
        self._add_form(form)
        return form

    @cached_property
    def list(self) -> ListForm:
        """The form of a list of a player."""
        form = ListForm(self)
        if self._colours is not None:
            form.lists.set_colours(self._colours)
        self._add_form(form)
        return form

    def _add_form(self, form: _Form) -> None:
        self._forms.addWidget(form)
        before: QWidget = self.kinds.button(LIST)
        for field in form.findChildren(QWidget):  # else they are the last ones of the window
            is_stop = field.focusPolicy() != Qt.FocusPolicy.NoFocus and field.focusProxy() is None
            if is_stop and field.window() is form.window():  # not the list of a combo box
                self.setTabOrder(before, field)
                before = field
        layout = form.layout()
        if layout is not None:
            order_tab(layout)
        form.entered.connect(self.search)
        form.changed.connect(self._forget)

    def _show_key(self, *, has_key: bool) -> None:
        self._has_key = has_key
        if "player" in self.__dict__:
            self.player.show_key(has_key=has_key)

    # --- requests of the view -----------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being looked for."""
        return len(self._scope) == 0

    @property
    def kind(self) -> str:
        """The chosen kind of search."""
        return self.kinds.current

    def refresh(self) -> None:
        """Look whether there is a key of API v1."""
        self._scope.start(self._look_for_key(), key="key")

    def choose(self, kind: str) -> None:
        """Choose the kind of search."""
        self.kinds.choose(kind)
        self._show_kind(kind)

    def take_focus(self) -> None:
        """Set the focus to the first field."""
        form = self._forms.currentWidget()
        assert isinstance(form, _Form)  # noqa: S101 - there are no others
        form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_text(self, text: str) -> None:
        """Look for the scores of a text, such as a dropped one."""
        self.choose(LINKS)
        if len(text) > sources.LARGEST_TEXT:
            self._say(tr("This text is too long to be a list of scores."), is_bad=True)
            return
        self.links.set_text(text)
        self.search()

    def read_file(self, path: str) -> None:
        """Look for the scores of a text or CSV file."""
        self.choose(LINKS)
        self._scope.start(self._read(Path(path)), key="search")

    def ask_for_key(self) -> None:
        """Show the field for a key of API v1, with the focus."""
        self.choose(PLAYER)
        self.player.ask_for_key()

    def leave(self) -> None:
        """Cancel the search."""
        self._scope.cancel_all()
        self._show_busy(False)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.kinds.set_colours(colours)
        self._strip.set_colours(colours)
        self._colours = colours
        if "list" in self.__dict__:
            self.list.lists.set_colours(colours)

    # --- search -------------------------------------------------------------------------------

    def search(self) -> None:
        """Look for the replays that the form asks for."""
        find = {
            LINKS: self._find_links,
            PLAYER: self._find_player,
            BEATMAP: self._find_beatmap,
            LIST: self._find_list,
        }[self.kind]
        self._scope.start(self._search(find), key="search")

    async def _search(self, find: Find) -> None:
        self._forget()
        self._show_busy(True)
        try:
            found, note = await find()
        except (OsuError, Failure, ValueError) as error:
            self._say_error(error)
        else:
            self._show_found(found, note)
        finally:
            self._show_busy(False)

    async def _find_links(self) -> tuple[Found, str]:
        text = self.links.text.toPlainText()
        if not text.strip():
            raise ImportFailed(tr("Paste links or ids of scores first, one a line."))
        mode = self.links.mode.currentData()
        if mode:
            text = _NUMBER.sub(rf"{mode}/\1", text)
        links = await sources.from_text(self._parts.calls, text, self._parts.account.server)
        found = list(links.wanted)
        missing: Sequence[str] = ()
        if len(found) <= _MOST_LOOKED_UP:
            found, missing = await self._known_of(found)
            if missing and not found:
                raise ImportFailed(_missing_text(missing))
        notes = [_missing_text(missing)] if missing else []
        if links.skipped:
            note = tr("%n line(s) without a score: “{line}”", "", links.skipped)
            note = note.format(line=plain(links.unknown[0], 60))
            notes.append(f"{note} …" if links.skipped > 1 else note)
        return found, " ".join(notes)

    async def _known_of(self, wanted: Found) -> tuple[Found, Sequence[str]]:
        """Return the replays of scores that osu! has, and labels of those that it has not."""
        found, missing = list[WantedReplay](), list[str]()
        for one in wanted:
            try:
                found.append(await self._looked_up(one))
            except NotFound:
                missing.append(one.target.label)
        return found, missing

    async def _find_player(self) -> tuple[Found, str]:
        form = self.player
        player = _player_of(form.player.text(), self._origins)
        wanted = sources.by_player(
            str(player) if player is not None else "",
            self._beatmap_of(form.beatmap.text()),
            mode=form.mode.currentData(),
            mods=form.mods.text().strip(),
        )
        return [await self._looked_up(wanted)], ""

    async def _find_beatmap(self) -> tuple[Found, str]:
        form, calls = self.beatmap, self._parts.calls
        number = self._beatmap_of(form.beatmap.text())
        found = await sources.top_of_beatmap(
            calls,
            self._client(),
            number,
            form.count.value(),
            mode=form.mode.currentData(),
            mods=form.mods.text().strip(),
        )
        return found, "" if found else tr("Nobody has such a score on this beatmap.")

    async def _find_list(self) -> tuple[Found, str]:
        form = self.list
        player = _player_of(form.player.text(), self._origins)
        if player is None:
            raise ImportFailed(tr("Type the name or the id of a player, or paste the link."))
        found = await sources.of_player(
            self._parts.calls,
            self._client(),
            player,
            form.lists.current,
            form.count.value(),
            mode=form.mode.currentData(),
            on_progress=lambda count, total: self._say(
                tr("{count} of {total} scores …").format(
                    count=numerals.whole(count), total=numerals.whole(total)
                )
            ),
        )
        return found, "" if found else tr("osu! lists no such scores of this player.")

    async def _looked_up(self, wanted: WantedReplay) -> WantedReplay:
        """Return a replay with the facts of its score, if osu! can be asked for them."""
        await self._replays.start()
        return await self._replays.queue.look_up(wanted)

    def _client(self) -> Client:
        client = self._parts.account.client
        if client is None:
            raise LoginRequired
        return client

    @property
    def _origins(self) -> tuple[str, ...]:
        return (urls.HOME, self._parts.account.server)

    def _beatmap_of(self, text: str) -> int:
        """Return the id of a difficulty. Raises ImportFailed."""
        number = beatmap_of(text, self._origins)
        if number is None:
            raise ImportFailed(tr("Paste the link of a difficulty, or type its id."))
        return number

    # --- result -------------------------------------------------------------------------------

    def _show_found(self, found: Found, note: str) -> None:
        self.found = [one for one in found if one.details is None or one.details.has_replay]
        self._all = found
        self.add_button.setVisible(bool(found))
        self.add_button.setEnabled(bool(self.found))
        self.add_button.setText(tr("Add %n replay(s) to the queue", "", len(self.found)))
        self.add_button.setProperty("primary", True)
        self.add_button.style().polish(self.add_button)
        self._say(found_text(found, note) or note or tr("Nothing was found."), is_bad=not found)
        if self.found:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self.found:
            self._scope.start(self._added(list(self._all)), key="add")

    async def _added(self, wanted: Found) -> None:
        self.add_button.setEnabled(False)
        try:
            await self._replays.start()
            result = await self._replays.queue.add(wanted)
        except Failure as failure:
            self._say_error(failure)
            self.add_button.setEnabled(True)
            return
        self.links.set_text("")
        self._forget()
        self._say(result.text)
        self.take_focus()

    def _forget(self) -> None:
        """Forget what was found: the form has changed."""
        self.found = []
        self.add_button.hide()
        self._say("")

    def _say(self, text: str, *, is_bad: bool = False) -> None:
        role = "bad" if is_bad else "secondary"
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().polish(self.said)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.sign_in.hide()
        if not text:
            self.add_button.hide()

    def _say_error(self, error: BaseException) -> None:
        if isinstance(error, NotFound):
            words = {
                PLAYER: tr("osu! knows no such player, beatmap, or score."),
                BEATMAP: tr("osu! has no such beatmap."),
                LIST: tr("osu! has no such player."),
            }.get(self.kind, tr("osu! has no such score."))
            self._say(words, is_bad=True)
            return
        if isinstance(error, KeyRefused):
            self._show_key(has_key=False)
            self._say(
                tr("{text} Store another one, or sign in.").format(text=error.text), is_bad=True
            )
        elif isinstance(error, KeyNeeded):
            self._say(tr("Without a key of API v1, sign in to find this replay."), is_bad=True)
        elif isinstance(error, ValueError):
            words = plain(analysis_text(str(error)), 200).rstrip(".")
            self._say(f"{words[:1].upper()}{words[1:]}.", is_bad=True)
        else:
            sentence = describe(error)
            self._say(f"{sentence.text} {sentence.hint}".strip(), is_bad=True)
        self.sign_in.setVisible(isinstance(error, LoginRequired | KeyNeeded))

    def _show_busy(self, is_busy: bool) -> None:
        self.find_button.setEnabled(not is_busy)
        self.cancel_button.setVisible(is_busy)
        if is_busy:
            self._say(tr("Looking …"))

    def _stop(self) -> None:
        self._scope.cancel("search")
        self._say(tr("Stopped."))

    # --- links --------------------------------------------------------------------------------

    def _show_kind(self, kind: str) -> None:
        form: _Form
        match kind:
            case "player":
                form = self.player
            case "beatmap":
                form = self.beatmap
            case "list":
                form = self.list
            case _:
                form = self.links
        self._scope.cancel("search")
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._forms.isAncestorOf(focused)
        for one in self._forms.findChildren(_Form):
            policy = QSizePolicy.Policy.Preferred if one is form else QSizePolicy.Policy.Ignored
            one.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._forms.setCurrentWidget(form)
        self._forms.adjustSize()
        if had_focus:  # else Qt moves it to any field
            form.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget()

    def _read_clipboard(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.take_text(text)
        else:
            self._say(tr("There is no text on the clipboard."), is_bad=True)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, tr("Scores in a text or CSV file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Texts and tables (*.txt *.csv *.tsv *.json *.md)"), tr("All files (*)")]
        )
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _read(self, path: Path) -> None:
        try:
            text = await self._parts.calls.run_at_once(_text_of, path)
        except OSError as error:
            reason = plain(error.strerror or str(error))
            self._say(
                tr("{name} cannot be read: {reason}.").format(
                    name=plain(path.name, 60), reason=reason
                ),
                is_bad=True,
            )
        except ImportFailed as failure:
            self._say(failure.text, is_bad=True)
        else:
            self.links.set_text(text)
            await self._search(self._find_links)

    # --- key of API v1 ------------------------------------------------------------------------

    async def _look_for_key(self) -> None:
        server = self._parts.account.server
        key = await self._parts.calls.run_at_once(self._replays.api_key, server)
        self._show_key(has_key=bool(key))

    def _save_key(self) -> None:
        text = self.player.key.text().strip()
        if not self.player.is_asking:
            self.player.ask_for_key()
        elif not is_key(text):
            self._say(tr("A key has 40 digits and letters from a to f."), is_bad=True)
        else:
            self._scope.start(self._key_saved(text), key="save key")

    async def _key_saved(self, key: str) -> None:
        server = self._replays.key_server
        try:
            await self._parts.calls.run_at_once(self._replays.save_api_key, server, key)
        except OSError as error:
            self._say(
                tr("The key cannot be stored: {error}.").format(error=plain(str(error))),
                is_bad=True,
            )
            return
        self.player.key.clear()
        self._say(tr("The key is stored."))
        self._show_key(has_key=True)
        self._replays.queue.try_now()

    def _open_key_page(self) -> None:
        self.open_requested.emit(WebAddress(f"{urls.HOME}/{KEY_PAGE}"), "web")


# --- forms -------------------------------------------------------------------------------------


class _Form(QWidget):
    """Fields of one kind of search.

    Attributes:
        entered: Enter was pressed in a field.
        changed: a field was edited.
        first: the field that gets the focus.
    """

    entered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first: QWidget = self
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def _row(
        self,
        first: Sequence[QWidget | str],
        second: Sequence[QWidget | str],
        *,
        stretch: QWidget,
        least: int | None = None,
    ) -> None:
        """Add a row of two groups, with a widget that takes the room left in its group."""
        row = BreakingRow(
            self, least=least, stretch=(int(stretch in first), int(stretch in second))
        )
        for group, widgets in ((row.first, first), (row.second, second)):
            for one in widgets:
                widget = _caption(one, self) if isinstance(one, str) else one
                group.addWidget(widget, 1 if widget is stretch else 0)
            if stretch not in widgets:
                group.addStretch(0)
        self._rows.addWidget(row)

    def _field(self, name: str, placeholder: str, width: int = 0) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.setMaxLength(300)
        field.setClearButtonEnabled(True)
        name_clear_button(field)
        if width:
            needed = field.fontMetrics().horizontalAdvance(placeholder) + _FIELD_EDGES
            field.setFixedWidth(max(width, needed))
        field.returnPressed.connect(self.entered)
        field.textEdited.connect(self.changed)
        return field

    def _modes(self, first: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("Ruleset"))
        box.addItem(first, "")
        for mode, name in MODE_NAMES.items():
            box.addItem(name, mode)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _count(self, name: str, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setAccessibleName(name)
        box.setRange(1, most)
        box.setValue(value)
        box.setGroupSeparatorShown(True)
        box.setFixedWidth(92)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setToolTip(tr("From 1 to {most}").format(most=numerals.whole(most)))
        box.valueChanged.connect(self.changed)
        return box


class LinksForm(_Form):
    """Form for links and ids of scores.

    Attributes:
        text: the field.
        mode: ruleset of bare numbers that are ids of stable scores.
        clipboard, file: the buttons.
        pasted: a text was pasted into the empty field.
    """

    pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = LinksField(self)
        self.first = self.text
        self.mode = QComboBox(self)
        self.mode.setAccessibleName(tr("Meaning of bare numbers"))
        self.mode.addItem(tr("Numbers are score ids"), "")
        for mode, name in MODE_NAMES.items():
            self.mode.addItem(tr("Numbers are stable ids of {name}").format(name=name), mode)
        self.mode.currentIndexChanged.connect(self.changed)
        self.clipboard = QPushButton(tr("From the clipboard"), self)
        self.file = QPushButton(tr("From a file …"), self)
        self.text.entered.connect(self.entered)
        self.text.pasted.connect(self.pasted)
        self.text.textChanged.connect(self.changed)
        side = QVBoxLayout()
        side.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.clipboard)
        top.addWidget(self.file)
        side.addLayout(top)
        side.addWidget(self.mode)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addLayout(side)
        self._rows.addLayout(row)

    def set_text(self, text: str) -> None:
        """Set the text of the field."""
        self.text.setPlainText(text)


class LinksField(QPlainTextEdit):
    """Field for links, a few lines high. Enter ends the input, Shift+Enter starts a line.

    Attributes:
        entered: Enter was pressed.
        pasted: a text was pasted while the field was empty.
    """

    entered = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Links or ids of scores"))
        self.setAccessibleDescription(tr("Enter finds them, Shift+Enter starts a new line"))
        self.setPlaceholderText(
            tr(
                "{where} or the id of a score, one a line; osu/123 is the id of a stable score"
            ).format(where=_WHERE)
        )
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMaximumBlockCount(0)
        self.setFixedHeight(62)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `entered` at Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept texts; dropped files are left to the view, which reads them."""
        is_file = any(url.isLocalFile() for url in source.urls())
        return source.hasText() and not is_file

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text of bounded length."""
        was_empty = self.document().isEmpty()
        text = source.text()[: sources.LARGEST_TEXT]
        self.insertPlainText(text)
        if was_empty and text.strip():
            self.pasted.emit()


class PlayerForm(_Form):
    """Form for a player's score on a beatmap, with the key of API v1.

    Attributes:
        player, beatmap, mods, mode: the fields.
        key: field for a key, while one is asked for.
        save: button that stores it, or asks for another.
        where: button that opens the page where a key is made.
        is_asking: whether the key's field is shown.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.player = self._field(tr("Player"), tr("Name or id of the player"), 200)
        self.beatmap = self._field(tr("Beatmap"), tr("Link or id of the difficulty"))
        self.mods = self._field(tr("Mods"), tr("Mods: HDDT, NM"), 148)
        self.mode = self._modes(tr("Its own ruleset"))
        self.first = self.player
        self._row(
            (self.player, self.beatmap),
            (self.mods, self.mode),
            stretch=self.beatmap,
            least=_LEAST_FIELDS,
        )
        self._note = _caption("", self)
        self.key = QLineEdit(self)
        self.key.setAccessibleName(tr("Key of API v1"))
        self.key.setPlaceholderText(tr("Key of API v1"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(60)
        self.key.setMinimumWidth(200)
        self.save = QPushButton(tr("Store key"), self)
        self.where = QPushButton(tr("Where to get one"), self)
        self.where.setProperty("link", True)
        self._note.setWordWrap(True)
        self._row(
            (self._note,), (self.key, self.save, self.where), stretch=self._note, least=_LEAST_NOTE
        )
        self.is_asking = True
        self.show_key(has_key=False)

    def show_key(self, *, has_key: bool) -> None:
        """Show whether a key is stored."""
        self._note.setText(
            tr("A key of API v1 is stored.")
            if has_key
            else tr(
                "Without a sign-in this needs a key of API v1, which is stored like a password:"
            )
        )
        self._show_asking(not has_key)
        self.save.setText(tr("Another key …") if has_key else tr("Store key"))

    def ask_for_key(self) -> None:
        """Show the field for a key."""
        self._show_asking(True)
        self.save.setText(tr("Store key"))
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_asking(self, is_asking: bool) -> None:
        self.is_asking = is_asking
        self.key.setVisible(is_asking)
        self.where.setVisible(is_asking)


class BeatmapForm(_Form):
    """Form for the best scores on a beatmap.

    Attributes:
        beatmap, count, mods, mode: the fields.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = self._count(tr("Number of scores"), sources.MOST_OF_BEATMAP, 50)
        self.beatmap = self._field(tr("Beatmap"), tr("Link or id of the difficulty"))
        self.mods = self._field(tr("Mods"), tr("Mods: HDDT, NM"), 148)
        self.mode = self._modes(tr("Its own ruleset"))
        self.first = self.beatmap
        top, of = tr("Top", "before a number"), tr("of", "between a number and a beatmap")
        self._row((top, self.count, of, self.beatmap), (self.mods, self.mode), stretch=self.beatmap)


class ListForm(_Form):
    """Form for a list of a player.

    Attributes:
        count, lists, player, mode: the fields.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = self._count(tr("Number of scores"), sources.MOST_OF_PLAYER, 100)
        self.lists = Segments(tr("List"), _LISTS, self)
        self.lists.chosen.connect(lambda _key: self.changed.emit())
        self.player = self._field(tr("Player"), tr("Name, id or link of the player"))
        self.mode = self._modes(tr("Their own ruleset"))
        self.first = self.player
        of = tr("of", "between a list and a player")
        self._row((self.count, self.lists), (of, self.player, self.mode), stretch=self.player)


def _caption(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "secondary")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


# --- texts -------------------------------------------------------------------------------------


def _missing_text(labels: Sequence[str]) -> str:
    """Return the sentence about scores that osu! has not."""
    if len(labels) == 1:
        return tr("osu! has no {score}.").format(score=labels[0])
    return tr("osu! has none of these: {scores}.").format(scores=", ".join(labels))


def found_text(found: Sequence[WantedReplay], note: str = "") -> str:
    """Return what was found, as a sentence: `12 replays found; 3 scores have none.`"""
    if not found:
        return note
    known = [one for one in found if one.details is not None]
    without = sum(one.details is not None and not one.details.has_replay for one in found)
    there = len(found) - without
    if len(found) == 1 and known:
        name = _name(known[0])
        text = f"{name}." if there else tr("osu! has no replay of {name}.").format(name=name)
    else:
        is_known = len(known) == len(found)
        parts = [
            tr("%n replay(s) found", "", there) if is_known else tr("%n score(s) found", "", there)
        ]
        if without:
            parts.append(tr("%n have no replay on osu!", "", without))
        text = f"{'; '.join(parts)}."
        if known and there:
            first = next(one for one in known if one.details and one.details.has_replay)
            said = tr("The first: {name}.").format(name=_name(first))
            text = f"{text} {said}"
    return f"{text} {note}".strip()


def _name(wanted: WantedReplay) -> str:
    details = wanted.details
    if details is None:
        return wanted.target.label
    mods = f" +{details.mods}" if details.mods else ""
    return plain(f"{details.player} - {details.title}{mods}", 160)


def beatmap_of(text: str, origins: tuple[str, ...]) -> int | None:
    """Return the id of the difficulty in a link or a number; None for anything else."""
    text = text.strip()
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdecimal() and len(digits) < 13:
        return int(digits) or None
    place = urls.parse(text, origins=origins)
    if isinstance(place, BeatmapPlace):
        return place.id
    return place.beatmap if isinstance(place, BeatmapsetPlace) else None


def _player_of(text: str, origins: tuple[str, ...]) -> int | str | None:
    """Return the id or name of a player in a link, a number or a name; None for nothing."""
    text = text.strip()
    if text.isascii() and text.isdecimal() and len(text) < 13:
        return int(text)
    place: Place | None = urls.parse(text, origins=origins) if "/" in text else None
    if isinstance(place, UserPlace):
        return place.user
    return plain(text.removeprefix("@"), 60) or None


def _text_of(path: Path) -> str:
    """Read a text file of bounded size. Blocks.

    Raises:
        OSError: it cannot be read.
        ImportFailed: it is too large.
    """
    with path.open("rb") as file:
        data = file.read(sources.LARGEST_TEXT + 1)
    if len(data) > sources.LARGEST_TEXT:
        raise ImportFailed(
            tr("{name} is too large to be a list of scores.").format(name=plain(path.name, 60))
        )
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, errors="replace")
