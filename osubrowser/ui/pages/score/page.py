"""Page of one score: its beatmap and player, figures, hit results, mods, dates, and its replay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import LoginRequired, NotFound
from osubrowser.models.beatmaps.mods import kind_of
from osubrowser.models.scores.score_subject import ScoreSubject, load_score
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import ScorePlace
from osubrowser.services.replay_services import ReplayState, why_none
from osubrowser.services.session.account import ClientWatch
from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.cards.player_card import PlayerCard
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.lists.replay_button import place_of
from osubrowser.ui.pages.page import Page
from osubrowser.ui.pages.score.header import ScoreHeader
from osubrowser.ui.sections.host import FailurePanel
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.style.colours import MODS
from osubrowser.ui.widgets.facts_panel import FactsPanel
from osubrowser.ui.widgets.flow_layout import FlowLayout
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, ProgressLine

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_COLUMN: Final = 320
"""Smallest width of a column of panels, in pixels."""
_MOST_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class ScorePageState:
    """Saved state of the page: the score, and the scroll position."""

    subject: ScoreSubject
    is_original: bool
    seen_at: float | None
    offset: int


class ScorePage(Page):
    """Page of a `ScorePlace`.

    Args:
        parts: services that it is built with, and the colours to paint with until `set_colours`
            is called.
        parent: the Qt parent.

    Attributes:
        header: the beatmap and the main figures.
        player: the card of the player.
        replay: the button that saves or opens the replay.
        board: the button that opens the beatmap's leaderboard.
        own: the button that opens all scores of the player on the beatmap.
        mapper: the button that opens the mapper.
        team: the button that opens the player's team.
        web: the button that opens the score in the web browser.
        figures, results, old_results, mods, facts: the panels.
        panel: the error of a score that could not be loaded.
        notice: what is unusual about the score.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account, self._settings = parts.account, parts.settings
        self._replays = parts.replays
        self._place = ScorePlace(0)
        self._subject: ScoreSubject | None = None
        self._is_original = False
        self._error: BaseException | None = None
        self._shown = False
        self._columns = 0
        self._ground = parts.colours.background6
        self._loader: SubjectLoader[tuple[ScorePlace, bool], ScoreSubject] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            _load,
            address=lambda: (self._place, self._wants_original),
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        self.header = ScoreHeader(self)
        self.notice = NoticeBar(self)
        self.panel = FailurePanel(self)
        self.progress = ProgressLine(parts.colours, self)
        self.player = PlayerCard(self)
        self.replay = QPushButton(tr("Save replay"), self)
        self.replay.setProperty("primary", True)
        self.board = QPushButton(tr("Leaderboard"), self)
        self.own = QPushButton(tr("Player's scores here"), self)
        self.mapper = QPushButton(tr("Mapper"), self)
        self.team = QPushButton(tr("Team"), self)
        self.web = QPushButton(tr("Open in web browser"), self)
        self.figures = FactsPanel(tr("Figures"), self)
        self.results = FactsPanel(tr("Hit results"), self)
        self.old_results = FactsPanel(tr("As stable counts them"), self)
        self.mods = FactsPanel(tr("Mods"), self)
        self.facts = FactsPanel(tr("About this score"), self)
        self._lay_out()
        self._connect()
        if parts.images is not None:
            parts.images.supply(self.header, self.player)
        self.set_colours(parts.colours)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def subject(self) -> ScoreSubject | None:
        """The shown score."""
        return self._subject

    @property
    def is_settled(self) -> bool:
        """Whether the score is loaded, or has failed."""
        return not self._loader.is_running

    @property
    def failure(self) -> BaseException | None:
        """The error for which the score is missing; None if it is there."""
        return self._error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a score; `state` is that of `save_state`."""
        if not isinstance(place, ScorePlace):
            return
        before, self._place = self._place, place
        self._shown = True
        original = self._wants_original
        if isinstance(state, ScorePageState) and state.is_original == original:
            self._loader.resume(state.seen_at)
            self._is_original = original
            self._take(state.subject)
            self._area.verticalScrollBar().setValue(state.offset)
        elif self._shows(place):
            self._take(self._subject)
        elif not (before == place and self._loader.is_running):
            self._load()

    def save_state(self) -> object | None:
        """Return the score and the scroll position; None if no score is shown."""
        if self._subject is None or self._error is not None:
            return None
        offset = self._area.verticalScrollBar().value()
        return ScorePageState(self._subject, self._is_original, self._loader.seen_at, offset)

    def landmark(self) -> tuple[Place, str] | None:
        """Return the place and title of the score."""
        subject = self._subject
        return None if subject is None else (subject.place, subject.name)

    def reload(self) -> None:
        """Load the score again."""
        self._load()

    def take_focus(self) -> None:
        """Set the focus to the scroll area, or to the first button of a message in its place."""
        buttons = self.panel.buttons() if self._stack.currentWidget() is self.panel else []
        (buttons[0] if buttons else self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_selection(self) -> None:
        """Copy all figures to the clipboard as TSV: name and figure."""
        if self._subject is not None:
            QGuiApplication.clipboard().setText(self._subject.words)
            self.message_requested.emit("good", tr("The figures are on the clipboard."))

    def save_replays(self) -> None:
        """Save the replay of the score."""
        if self._subject is not None and self._replays is not None:
            self._replays.save([(self._subject.score, self._subject.player)])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the background."""
        QPainter(self).fillRect(event.rect(), self._ground)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._ground = colours.background6
        for part in (self.header, self.notice, self.progress, self.player):
            part.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the score."""
        self._loader.reset()
        self.progress.set_running(False)
        self.panel.stop()
        self._subject, self._error = None, None
        self._shown = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the top with Home and to the end with End, as Qt's scroll area does not."""
        bar = self._area.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        end = ends.get(Qt.Key(event.key()))
        if end is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the panels in as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QFrame(self)
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.player.setMaximumWidth(290)
        row.addWidget(self.player, 2)
        tools = QWidget(top)
        flow = FlowLayout(tools, spacing=8)  # in two rows where the window is narrow
        for button in (self.replay, self.board, self.own, self.mapper, self.team, self.web):
            flow.addWidget(button)
        row.addWidget(tools, 3)
        content = QWidget(self)
        self._boxes = QHBoxLayout()
        self._boxes.setSpacing(10)
        self._piles = []
        for _ in range(_MOST_COLUMNS):
            pile = QVBoxLayout()
            pile.setSpacing(10)
            self._piles.append(pile)
            self._boxes.addLayout(pile, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 12)
        column.setSpacing(10)
        column.addWidget(top)
        column.addLayout(self._boxes)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(content)
        for part in (self._area.viewport(), content):
            part.setAutoFillBackground(False)  # shows the background of the page
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("ring", True)
        self._area.setAccessibleName(tr("Score"))
        self._area.verticalScrollBar().setSingleStep(40)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)
        self._top = top
        top.hide()

    def _arrange(self) -> None:
        columns = max(1, min(_MOST_COLUMNS, (self.width() - 24) // _COLUMN))
        if columns == self._columns:
            return
        self._columns = columns
        by_count: dict[int, tuple[tuple[QWidget, ...], ...]] = {
            1: ((self.figures, self.mods, self.results, self.old_results, self.facts),),
            2: ((self.figures, self.mods), (self.results, self.old_results, self.facts)),
            3: ((self.figures,), (self.results, self.old_results), (self.mods, self.facts)),
        }
        for pile in self._piles:
            while pile.count():
                pile.takeAt(0)
        for number, pile in enumerate(self._piles):
            parts = by_count[columns][number] if number < columns else ()
            for part in parts:
                pile.addWidget(part)
            pile.addStretch(1)
            self._boxes.setStretch(number, int(number < columns))

    def _connect(self) -> None:
        for button, place in (
            (self.board, lambda s: s.beatmap_place),
            (self.own, lambda s: s.own_place),
            (self.mapper, lambda s: s.mapper_place),
            (self.team, lambda s: s.team_place),
            (self.player, lambda s: s.player_place),
        ):
            button.clicked.connect(lambda _=False, place=place: self._open(place, "here"))
        self.player.aside_clicked.connect(
            lambda: self._open(lambda s: s.player_place, "background")
        )
        self.web.clicked.connect(lambda: self.open_requested.emit(self._place, "web"))
        self.replay.clicked.connect(self._on_replay_clicked)
        self.panel.retry_requested.connect(self._load)
        self.panel.sign_in_requested.connect(self.sign_in_requested)
        self.panel.choice_pressed.connect(lambda _: self.open_requested.emit(self._place, "web"))
        ClientWatch(self._account, self).changed.connect(self._on_client_changed)
        if self._replays is not None:
            self._replays.states_changed.connect(self._show_replay)

    # --- the score ----------------------------------------------------------------------------

    @property
    def _wants_original(self) -> bool:
        return self._settings.titles == "original"

    def _shows(self, place: ScorePlace) -> bool:
        subject = self._subject
        return (
            self._error is None
            and subject is not None
            and subject.place == place
            and self._is_original == self._wants_original
        )

    def _load(self) -> None:
        self._error = None
        is_shown = self._shows(self._place)
        if not is_shown:
            self._subject = None
            self.header.show_subject(None)
            self.header.show()
            self.notice.show_notice(None)
            for part in self._panels:
                part.show_lines(())
            self._top.hide()
            self.panel.stop()
            self._stack.setCurrentWidget(self._area)
            self.title_changed.emit(tr("Score {id}").format(id=self._place.id))
            self.status_changed.emit("")
        self.progress.set_running(True)
        self._loader.start(with_cached=not is_shown)

    @property
    def _panels(self) -> tuple[FactsPanel, ...]:
        return (self.figures, self.results, self.old_results, self.mods, self.facts)

    def _on_subject(
        self, asked: tuple[ScorePlace, bool], subject: ScoreSubject, *, is_again: bool = False
    ) -> None:
        """Show a loaded score; `is_again`: the cached one was shown before."""
        if self._loader.seen_at is None:
            self.progress.set_running(False)
            self.online_changed.emit(True)
        self._is_original = asked[1]
        if not is_again or subject != self._subject:
            self._take(subject)
        self._update_status()

    def _take(self, subject: ScoreSubject | None) -> None:
        if subject is None:
            return
        self._error = None
        self._subject = subject
        self.panel.stop()
        self._stack.setCurrentWidget(self._area)
        self.header.show()
        self.header.show_subject(subject)
        self.notice.show_notice(Notice(subject.notice) if subject.notice else None)
        self.player.show_player(subject.player, subject.player_line, subject.avatar)
        self.player.setEnabled(subject.player_place is not None)
        self.board.setVisible(subject.beatmap_place is not None)
        self.own.setVisible(subject.own_place is not None)
        self.mapper.setVisible(subject.mapper_place is not None)
        self.team.setVisible(subject.team_place is not None)
        self.team.setToolTip(
            tooltip(tr("Team {team}").format(team=subject.team)) if subject.team else ""
        )
        self._top.show()
        self._show_panels(subject)
        self._show_replay()
        self.title_changed.emit(subject.name)
        self._update_status()

    def _show_panels(self, subject: ScoreSubject) -> None:
        pills = [QColor(MODS[kind_of(line.label)]) for line in subject.mods]
        self.figures.show_lines([(one.label, one.text, one.about) for one in subject.figures])
        self.results.show_lines([(one.name, one.text, one.key) for one in subject.results])
        self.old_results.show_lines([(one.label, one.text, "") for one in subject.old_results])
        self.mods.show_lines([(one.label, one.text, "") for one in subject.mods], pills)
        more = [(tr("Player"), subject.player, "")]
        more += [(tr("Country"), subject.country[1], "")] if subject.country is not None else []
        more += [(tr("Team"), subject.team, "")] if subject.team else []
        self.facts.show_lines([*more, *((o.label, o.text, o.about) for o in subject.facts)])

    def _on_failed(self, error: BaseException) -> None:
        self.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        sentence = describe_in(error)
        if self._shows(self._place):  # older contents stay
            if not (self._loader.seen_at is not None and self._loader.is_away):
                self.message_requested.emit("warning", sentence.text)
            self._update_status()
            return
        self._error = error
        others = (("web", tr("Open in the web browser")),) if isinstance(error, NotFound) else ()
        self.panel.show_error(error, sentence, others)
        self.header.hide()
        had_focus = self._area.hasFocus()
        self._stack.setCurrentWidget(self.panel)
        if had_focus:
            self.take_focus()
        self.status_changed.emit("")

    def _update_status(self) -> None:
        age = seen_ago(self._loader.received_at) if self._loader.is_away else ""
        subject = self._subject
        text = f"{subject.player}, {subject.player_line}" if subject is not None else ""
        self.status_changed.emit(text + age)

    # --- buttons ------------------------------------------------------------------------------

    def _open(self, place_of: Callable[[ScoreSubject], Place | None], how: str) -> None:
        place = place_of(self._subject) if self._subject is not None else None
        if place is not None:
            self.open_requested.emit(place, how)

    def _show_replay(self) -> None:
        """Set the replay button by what there is of the replay."""
        subject, replays = self._subject, self._replays
        self.replay.setVisible(replays is not None)
        if subject is None or replays is None:
            return
        state = replays.state_of(subject.score)
        words = {
            ReplayState.NONE: tr("No replay"),
            ReplayState.OFFERED: tr("Save replay"),
            ReplayState.QUEUED: tr("Replay in the queue"),
            ReplayState.SAVED: tr("Open replay"),
        }
        self.replay.setText(words[state])
        self.replay.setEnabled(state in (ReplayState.OFFERED, ReplayState.SAVED))
        is_none = state is ReplayState.NONE
        self.replay.setToolTip(why_none([(subject.score, "")]) if is_none else "")

    def _on_replay_clicked(self) -> None:
        subject, replays = self._subject, self._replays
        if subject is None or replays is None:
            return
        there = place_of([(subject.score, subject.player)], replays)
        if there is not None and replays.state_of(subject.score) is ReplayState.SAVED:
            self.open_requested.emit(there, "here")
        else:
            self.save_replays()

    # --- account ------------------------------------------------------------------------------

    def _on_client_changed(self) -> None:
        """Load again."""
        visible = self._shown and self.isVisible()  # else the window shows the page later
        self.leave()
        if visible and self._account.client is not None:
            self.show_place(self._place, None)


def describe_in(error: BaseException) -> Sentence:
    """Return the message for an error of a score."""
    sentence = describe(error)
    if isinstance(error, LoginRequired):
        return replace(sentence, text=tr("Scores are seen when you are signed in to osu!."))
    if isinstance(error, NotFound):
        return replace(
            sentence,
            text=tr("osu! has no such score."),
            hint=tr("It may be deleted, its player restricted, or the number that of stable."),
        )
    return sentence


def _load(client: Client, address: tuple[ScorePlace, bool]) -> ScoreSubject:
    place, original = address
    return load_score(client, place, original=original)
