"""Settings section: histories with their files, background requests, and notifications."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from osubrowser.models.following.refreshing import refreshing_text
from osubrowser.models.text import dates
from osubrowser.services.history.subjects import RULESETS, Subject, SubjectKind
from osubrowser.services.history.summary import Summary, summary_of
from osubrowser.services.places.places import MODE_NAMES, UserPlace
from osubrowser.services.places.urls import parse
from osubrowser.services.settings.schema import FASTEST_FOLLOW_PACE
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.dialogs.history_files import HistoryFiles, told
from osubrowser.ui.error_messages import describe
from osubrowser.ui.pages.settings.cache import in_megabytes
from osubrowser.ui.pages.settings.rows import (
    NumberField,
    SettingRow,
    TimeField,
    button,
    heading,
    text,
)
from osubrowser.ui.pages.settings.section import SettingsSection
from osubrowser.ui.widgets.segments import Segments
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar

if TYPE_CHECKING:
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.history.transfers import Outcome
    from osubrowser.ui.pages.settings.section import SettingsParts
    from osubrowser.ui.style.theme import Colours

_PLAYERS_OF_REQUEST: Final = 50
_BATCHES_A_MINUTE: Final = 6
_MANY_PLAYERS: Final = 1_000
_RECOUNTED_AFTER: Final = 2_000  # milliseconds
_DELETE, _KEEP = "delete", "keep"


class HistorySection(SettingsSection):
    """Section for what is remembered, what is followed, and the files of both.

    Attributes:
        record: whether what is seen leaves snapshots.
        summary: row with the size of the history.
        exports, imports, open_folder, delete: buttons of that row.
        progress, cancel: of a running export or import.
        whose: row for the player of a file of osu!track.
        player, delete_player: field and button to delete the history of one player.
        question: asks before something is deleted.
        refreshing: how refreshing goes.
        pace, metered, tray, notify, quiet, quiet_from, quiet_until: controls of these settings.
    """

    title = tr("History and following")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._history = parts.history
        self._colours = parts.colours
        self._files = HistoryFiles(
            self, parts.history.transfers, lambda: parts.preferences.settings.export_folder
        )
        self._waiting_file: Path | None = None
        self._to_delete: int | None = None
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNTED_AFTER)
        self._build_history()
        self._build_following()
        self._lay_out(
            self.problem,
            SettingRow(
                tr("Remember what is seen"),
                tr(
                    "Figures, best plays and rankings that a page shows are kept on this computer, "
                    "once a day and when they change. osu! itself keeps 90 days of ranks."
                ),
                (self.record,),
            ),
            self.summary,
            self.running,
            self.whose,
            self.player_row,
            self.question,
            8,
            heading(tr("Following"), size=16),
            self.pace_row,
            self.refreshing,
            SettingRow(
                tr("Metered connections"),
                tr("Such as a phone's, where the system says so."),
                (self.metered,),
            ),
            SettingRow(
                tr("Icon in the system's tray"),
                tr("It shows how much is unread, as long as the program runs."),
                (self.tray,),
            ),
            SettingRow(
                tr("Notifications"),
                tr("By the desktop, while the window is not in front. Muted things make none."),
                (self.notify,),
            ),
            SettingRow(
                tr("Quiet hours"),
                tr("Without notifications; the changes are in the list all the same."),
                (self.quiet, self.quiet_from, self.quiet_until),
            ),
        )
        self._connect()

    # --- building -----------------------------------------------------------------------------

    def _build_history(self) -> None:
        self.problem = text("", "warning")
        self.record = _check(tr("Keep a history"), tr("Keep a history of what is seen"))
        self.exports = button(tr("Export …"), tr("Export the history"))
        self.imports = button(tr("Import …"), tr("Import a history"))
        self.open_folder = button(tr("Open folder"), tr("Open the folder of the histories"))
        self.delete = button(tr("Delete …"), tr("Delete the whole history"))
        self.summary = SettingRow(
            tr("What is remembered"),
            tr("Counting …"),
            (self.exports, self.imports, self.open_folder, self.delete, _stretch()),
            wide=True,
        )
        self.running = QWidget()
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.running_text = text()
        self.cancel = button(tr("Cancel"), tr("Cancel the export or import"))
        row = QHBoxLayout(self.running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(self.running_text, 1)
        row.addWidget(self.cancel)
        self.running.setMaximumWidth(self.summary.maximumWidth())
        self.running.hide()
        self.whose_player = _player_field(tr("Player of the figures"))
        self.whose_ruleset = Segments(
            tr("Ruleset of the figures"), [(one, MODE_NAMES[one]) for one in RULESETS]
        )
        self.whose_import = button(tr("Import", "a file"), tr("Import the figures of this player"))
        self.whose = SettingRow(
            tr("Whose figures are these?"),
            tr("A file of osu!track does not say it."),
            (self.whose_player, self.whose_ruleset, self.whose_import),
            wide=True,
        )
        self.whose.hide()
        self.player = _player_field(tr("Player whose history is deleted"))
        self.delete_player = button(tr("Delete …"), tr("Delete the history of this player"))
        self.player_row = SettingRow(
            tr("Delete the history of one player"), "", (self.player, self.delete_player), wide=True
        )
        self.question = NoticeBar(self)
        self.question.setMaximumWidth(self.summary.maximumWidth())

    def _build_following(self) -> None:
        self.pace = NumberField(
            tr("Background requests a minute"),
            0,
            FASTEST_FOLLOW_PACE,
            step=1,
            unit=tr("a minute"),
        )
        self.pace_row = SettingRow(tr("Requests in the background"), "", (self.pace,))
        self.refreshing = text()
        self.metered = _check(tr("Go on there"), tr("Background requests on metered connections"))
        self.tray = _check(tr("Show it"), tr("Show an icon in the system's tray"))
        self.notify = _check(tr("Tell what changed"), tr("Tell what changed of what is followed"))
        self.quiet = _check(tr("Quiet from, until"), tr("Quiet hours"))
        self.quiet_from = TimeField(tr("Quiet hours from"))
        self.quiet_until = TimeField(tr("Quiet hours until"))

    def _connect(self) -> None:
        choose, transfers = self._parts.preferences.set, self._history.transfers
        self.record.toggled.connect(partial(choose, "record_history"))
        self.exports.clicked.connect(self._ask_where_to)
        self.imports.clicked.connect(self._ask_where_from)
        self.open_folder.clicked.connect(self._show_histories)
        self.delete.clicked.connect(self._ask_to_delete_all)
        self.cancel.clicked.connect(transfers.cancel)
        self.whose_import.clicked.connect(self._import_of_player)
        self.whose_player.returnPressed.connect(self._import_of_player)
        self.delete_player.clicked.connect(self._find_player_to_delete)
        self.player.returnPressed.connect(self._find_player_to_delete)
        self.player.textChanged.connect(lambda _: self._enable())
        self.whose_player.textChanged.connect(lambda _: self._enable())
        self.question.pressed.connect(self._on_question_pressed)
        self.pace.valueChanged.connect(partial(choose, "follow_pace"))
        self.pace.valueChanged.connect(self._explain_pace)
        self.metered.toggled.connect(partial(choose, "follow_metered"))
        self.tray.toggled.connect(partial(choose, "tray"))
        self.notify.toggled.connect(partial(choose, "notify"))
        self.quiet.toggled.connect(partial(choose, "quiet_hours"))
        self.quiet.toggled.connect(self._enable)
        self.quiet_from.timeChanged.connect(lambda at: choose("quiet_from", _minutes(at)))
        self.quiet_until.timeChanged.connect(lambda at: choose("quiet_until", _minutes(at)))
        transfers.changed.connect(self._show_transfer)
        self._files.finished.connect(self._on_transfer_finished)
        self._history.problem_changed.connect(self._show_problem)
        self._history.replaced.connect(self._on_history_replaced)
        self._history.refresher.state_changed.connect(self._show_refreshing)
        self._history.follows.changed.connect(self._show_refreshing)
        self._history.written.connect(self._on_history_written)
        self._recount.timeout.connect(self._count_if_shown)

    # --- section interface --------------------------------------------------------------------

    def refresh(self) -> None:
        """Update the controls from the preferences, and count what is remembered."""
        settings = self._parts.preferences.settings
        self.record.setChecked(settings.record_history)
        self.pace.setValue(settings.follow_pace)
        self.metered.setChecked(settings.follow_metered)
        self.tray.setChecked(settings.tray)
        self.notify.setChecked(settings.notify)
        self.quiet.setChecked(settings.quiet_hours)
        self.quiet_from.setTime(_time(settings.quiet_from))
        self.quiet_until.setTime(_time(settings.quiet_until))
        self._explain_pace(self.pace.value())
        self._show_problem()
        self._show_refreshing()
        self._show_transfer()
        self._count()

    def finish(self) -> None:
        """Commit edited numbers."""
        self._recount.stop()
        self.pace.interpretText()
        self.quiet_from.interpretText()
        self.quiet_until.interpretText()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.whose_ruleset.set_colours(colours)
        self.question.set_colours(colours)

    # --- what is remembered ---------------------------------------------------------------------

    def _count(self) -> None:
        self._scope.start(
            self._counted(),
            key="count",
            on_error=lambda error: self.summary.say(describe(error).text, "warning"),
        )

    async def _counted(self) -> None:
        summary = await self._history.read(summary_of)
        words = _said(summary)
        if self._parts.account.is_demo:
            words = " ".join((words, tr("That of the demo lasts as long as the program.")))
        self.summary.say(words)

    def _show_problem(self) -> None:
        problem = self._history.problem
        self.problem.setVisible(bool(problem))
        self.problem.setText(plain(problem, 400))

    def _on_history_replaced(self) -> None:
        self._forget_file()
        self._count_if_shown()

    def _on_history_written(self, _differences: object) -> None:
        if self.isVisible() and not self._recount.isActive():
            self._recount.start()

    def _count_if_shown(self) -> None:
        if self.isVisible():
            self._count()

    def _show_histories(self) -> None:
        self._scope.start(self._open_histories(), key="open")

    async def _open_histories(self) -> None:
        folder = await self._history.read(_folder_of)
        self._open_folder(folder)

    # --- export and import --------------------------------------------------------------------

    def _ask_where_to(self) -> None:
        self._files.ask_where_to()

    def _ask_where_from(self) -> None:
        self._files.ask_where_from(self._on_source_chosen)

    def _on_source_chosen(self, path: Path) -> None:
        self._forget_file()
        self._files.import_from(path)

    def _import_of_player(self) -> None:
        path = self._waiting_file
        if path is not None and self.whose_player.text().strip():
            self._scope.start(self._import_for(path), key="whose", on_error=self._on_no_player)

    async def _import_for(self, path: Path) -> None:
        player, _ = await self._player_of(self.whose_player.text())
        ruleset = RULESETS.index(self.whose_ruleset.current or RULESETS[0])
        self._files.import_from(path, Subject(SubjectKind.PLAYER, player, ruleset))

    def _forget_file(self) -> None:
        self._waiting_file = None
        if self.whose_player.hasFocus() or self.whose_import.hasFocus():
            self.imports.setFocus()
        self.whose.hide()

    def _show_transfer(self) -> None:
        transfers = self._history.transfers
        self.running.setVisible(transfers.running is not None)
        if transfers.running is not None:
            self.progress.setValue(round(transfers.fraction * 1000))
            self.progress.setVisible(transfers.running != "delete")
            self.cancel.setVisible(transfers.running != "delete")
            rows = tr("%n row(s)", "", transfers.rows)
            self.running_text.setText(_RUNNING[transfers.running].format(rows=rows))
        self._enable()

    def _enable(self, _: object = None) -> None:
        is_idle = self._history.transfers.running is None
        buttons = (self.exports, self.imports, self.delete)
        focused = self.focusWidget()
        for one in buttons:
            one.setEnabled(is_idle)
        self.delete_player.setEnabled(is_idle and bool(self.player.text().strip()))
        self.whose_import.setEnabled(is_idle and bool(self.whose_player.text().strip()))
        self.quiet_from.setEnabled(self.quiet.isChecked())
        self.quiet_until.setEnabled(self.quiet.isChecked())
        if focused in buttons and not is_idle:
            self.cancel.setFocus()
        elif focused is self.cancel and is_idle:
            self.exports.setFocus()

    def _on_transfer_finished(self, outcome: Outcome) -> None:
        from osubrowser.services.history.transfer.imports import PlayerNeeded

        if isinstance(outcome.error, PlayerNeeded):
            self._waiting_file = outcome.path
            self.whose.show()
            self.whose_player.setFocus()
            self.seen_wanted.emit(self.whose)
            return
        if outcome.what == "import" and outcome.error is None:
            self._forget_file()
        self.message_requested.emit(*told(outcome))
        self._count_if_shown()

    # --- deletion -----------------------------------------------------------------------------

    def _ask_to_delete_all(self) -> None:
        self._ask_to_delete(
            None,
            tr("The whole history of this server is deleted. What you follow stays."),
        )

    def _find_player_to_delete(self) -> None:
        if self.player.text().strip() and self._history.transfers.running is None:
            self._scope.start(self._found_to_delete(), key="find", on_error=self._on_no_player)

    async def _found_to_delete(self) -> None:
        player, name = await self._player_of(self.player.text())
        self._ask_to_delete(
            player,
            tr("All that is remembered of {name} is deleted. What you follow stays.").format(
                name=name or f"#{player}"
            ),
        )

    def _ask_to_delete(self, player: int | None, words: str) -> None:
        self._to_delete = player
        buttons = ((_DELETE, tr("Delete", "a history")), (_KEEP, tr("Keep it", "a history")))
        self.question.show_notice(Notice(words, "", buttons))
        self.question.set_colours(
            self._colours
        )  # a style sheet that comes later resets the palette
        keep = self.question.button(_KEEP)
        if keep is not None:
            keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.seen_wanted.emit(self.question)

    def _on_question_pressed(self, key: str) -> None:
        player = self._to_delete
        (self.delete if player is None else self.player).setFocus()
        self.question.show_notice(None)
        if key != _DELETE:
            return
        if player is None:
            self._files.delete_all()
        else:
            self.player.clear()
            self._files.delete_player(player)

    async def _player_of(self, words: str) -> tuple[int, str]:
        """Return the id and the name of a player by id, link, or a name that the history has.

        Raises:
            LookupError: the history has no such player.
        """
        words = words.strip()
        place = parse(words)
        if isinstance(place, UserPlace) and isinstance(place.user, int):
            wanted: int | str = place.user
        else:
            wanted = (
                int(words) if words.isascii() and words.isdigit() and words[:1] != "0" else words
            )
        found = await self._history.read(_find_player, wanted)
        if found is None:
            raise LookupError(words)
        return found

    def _on_no_player(self, error: BaseException) -> None:
        words = (
            tr("The history has no player {words}. An id or a link always works.").format(
                words=plain(str(error.args[0]), 60)
            )
            if isinstance(error, LookupError) and error.args
            else describe(error).text
        )
        self.message_requested.emit("warning", words)

    # --- following ----------------------------------------------------------------------------

    def _show_refreshing(self) -> None:
        history = self._history
        items = history.follows.items
        self.refreshing.setVisible(bool(items))
        if items and self.isVisible():
            self.refreshing.setText(refreshing_text(items, history.refresher.state))

    def showEvent(self, event: QShowEvent) -> None:
        """Tell how refreshing goes, which was not done while the section was hidden."""
        super().showEvent(event)
        self._show_refreshing()

    def _explain_pace(self, pace: int) -> None:
        if not pace:
            self.pace_row.say(
                tr("Nothing is asked for in the background: changes are found where you look.")
            )
            return
        batches = math.ceil(_MANY_PLAYERS / _PLAYERS_OF_REQUEST)
        minutes = math.ceil(batches / min(pace, _BATCHES_A_MINUTE))
        self.pace_row.say(
            " ".join(
                (
                    tr("{count} players take about %n minute(s) to go round.", "", minutes).format(
                        count=numerals.whole(_MANY_PLAYERS)
                    ),
                    tr("Those who played, and everything else, take requests of their own."),
                    tr("They are part of all requests a minute, and never more than half of them."),
                )
            )
        )


_RUNNING: Final = {
    "export": tr("Exporting: {rows}"),
    "import": tr("Importing: {rows}"),
    "delete": tr("Deleting …"),
}


def _said(summary: Summary) -> str:
    """Return the sentence about what a history holds."""
    if not summary.snapshots:
        return tr("Nothing is remembered yet: the history grows while you browse.")
    return tr("{size}: {snapshots} of {players}, since {day}.").format(
        size=in_megabytes(summary.size),
        snapshots=tr("%n snapshot(s)", "", summary.snapshots),
        players=tr("%n player(s)", "snapshots of players", summary.players),
        day=dates.local_day(summary.since),
    )


def _folder_of(store: HistoryStore) -> str:
    return str(store.path.parent)


def _find_player(store: HistoryStore, wanted: int | str) -> tuple[int, str] | None:
    """Return id and name of a player; one that is given by id need not be known."""
    with store.read() as connection:
        if isinstance(wanted, int):
            row = connection.execute(
                "SELECT name FROM names WHERE kind = ? AND key = ?",
                (int(SubjectKind.PLAYER), wanted),
            ).fetchone()
            return wanted, plain(row[0], 60) if row is not None else ""
        row = connection.execute(
            "SELECT key, name FROM names WHERE kind = ? AND name = ? COLLATE NOCASE",
            (int(SubjectKind.PLAYER), wanted),
        ).fetchone()
        return None if row is None else (row[0], plain(row[1], 60))


def _check(words: str, name: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(name)
    return made


def _stretch() -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return made


def _player_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(tr("Name, id or link"))
    field.setMaxLength(300)
    return field


def _time(minutes: int) -> QTime:
    return QTime(minutes // 60, minutes % 60)


def _minutes(at: QTime) -> int:
    return at.hour() * 60 + at.minute()
