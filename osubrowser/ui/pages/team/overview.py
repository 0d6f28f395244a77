"""Overview section of a team: figures by ruleset, place in the ranking, description."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from osubrowser.api.errors import NotFound
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.teams.team import TeamSubject, find_place, load_figures
from osubrowser.services.places.places import MODE_NAMES, MODES
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe, was_reached
from osubrowser.ui.sections.article_section import ArticleSection, ArticleState
from osubrowser.ui.widgets.plain_text import FigureGrid
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.models.players.profile import Figure
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_FIND = tr("Find in the ranking")
_FINDING = tr("Finding …")


@dataclass(frozen=True, slots=True)
class OverviewState:
    """Saved state: ruleset, its figures, and the state of the description."""

    mode: str
    figures: tuple[Figure, ...]
    text: ArticleState | None


class OverviewSection(ArticleSection[TeamSubject]):
    """Section that shows figures and, below them, the description of a team.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        modes: chooses the ruleset of the figures.
        figures: the figures.
        finder: opens the team ranking at the team.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(
            parts,
            parent,
            name=tr("Description"),
            html_of=lambda subject: subject.html,
            empty=tr("This team has written nothing about itself."),
        )
        self._loader = ClientLoader(parts.account, parts.calls)
        self._scope = TaskScope()
        self._subject: TeamSubject | None = None
        self._mode = MODES[0]
        self._known: dict[str, tuple[Figure, ...]] = {}
        self.modes = Segments(tr("Ruleset"), [(mode, MODE_NAMES[mode]) for mode in MODES], self)
        self.finder = QPushButton(_FIND, self)
        self.finder.setAutoDefault(True)
        self.finder.setToolTip(tr("Open the ranking of teams of this ruleset at this team"))
        self.figures = FigureGrid(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.modes)
        top.addStretch(1)
        top.addWidget(self.finder)
        self.column.insertLayout(0, top)
        self.column.insertWidget(1, self.figures)
        self.column.setSpacing(10)
        self.modes.chosen.connect(self._on_mode_chosen)
        self.finder.clicked.connect(self._on_find_clicked)
        self.set_colours(parts.colours)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the figures are loaded, or have failed, and the text is laid out."""
        return not len(self._scope) and super().is_settled

    def show_subject(self, subject: TeamSubject, state: object | None = None) -> None:
        """Show the figures of the team's own ruleset, and its description."""
        self._scope.cancel_all()
        known = state if isinstance(state, OverviewState) else None
        self._subject = subject
        self._known = {subject.mode: subject.figures}
        self._mode = known.mode if known is not None else subject.mode
        if known is not None and known.mode != subject.mode:
            self._known[known.mode] = known.figures
        self.modes.choose(self._mode)
        self._show_figures()
        super().show_subject(subject, known.text if known is not None else None)
        self.status_changed.emit("")

    def save_state(self) -> object | None:
        """Return the ruleset and the scroll position."""
        figures = self._known.get(self._mode)
        if self._subject is None or figures is None:
            return None
        text = super().save_state()
        return OverviewState(self._mode, figures, text if isinstance(text, ArticleState) else None)

    def reload(self) -> None:
        """Load the figures again: those of the team's own ruleset come with the team."""
        if self._subject is not None and self._mode != self._subject.mode:
            self._known.pop(self._mode, None)
            self._show_figures()

    def leave(self) -> None:
        """Cancel all loads and release the team."""
        self._scope.cancel_all()
        self._subject = None
        super().leave()
        self.finder.setEnabled(True)
        self.finder.setText(_FIND)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.modes.set_colours(colours)
        self.figures.set_colours(colours)

    def copy_selection(self) -> None:
        """Copy the selected text, else the figures, to the clipboard."""
        if self.article.pane.view.hasFocus():
            super().copy_selection()
            return
        QGuiApplication.clipboard().setText(self.figures.words)
        self.message_requested.emit("good", tr("The figures are on the clipboard."))

    # --- private ------------------------------------------------------------------------------

    def _show_figures(self) -> None:
        subject, figures = self._subject, self._known.get(self._mode)
        if subject is None:
            return
        if figures is not None:
            self.figures.show_figures(figures, ())
            return
        load = self._load(subject, self._mode)
        self._scope.start(load, key="figures", on_error=self._on_failed)

    async def _load(self, subject: TeamSubject, mode: str) -> None:
        load = partial(
            load_figures, team_id=subject.team.id, mode=mode, members=len(subject.members)
        )
        known = await self._loader.cached(load)
        if known is not None:
            self._take(subject, mode, known[0])
        self._take(subject, mode, await self._loader.fresh(load))
        self.online_changed.emit(True)

    def _take(self, subject: TeamSubject, mode: str, figures: tuple[Figure, ...]) -> None:
        if subject is self._subject:
            self._known[mode] = figures
            if mode == self._mode:
                self.figures.show_figures(figures, ())

    def _on_failed(self, error: BaseException) -> None:
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        if self._mode not in self._known and self._subject is not None:
            self._mode = self._subject.mode
            self.modes.choose(self._mode)
            self._show_figures()
        self.message_requested.emit("warning", describe(error).text)

    def _on_mode_chosen(self, mode: str) -> None:
        self._scope.cancel("figures")
        self._mode = mode
        self._show_figures()

    def _on_find_clicked(self) -> None:
        subject = self._subject
        if subject is None or self._scope.is_running("find"):
            return
        self.finder.setText(_FINDING)
        load = self._find(subject.team.id, self._mode)
        self._scope.start(load, key="find", on_error=self._on_not_found)

    async def _find(self, team_id: int, mode: str) -> None:
        place = await self._loader.fresh(find_place, team_id, mode)
        self.finder.setText(_FIND)
        self.open_requested.emit(place, "here")

    def _on_not_found(self, error: BaseException) -> None:
        self.finder.setText(_FIND)
        name = self._subject.name if self._subject is not None else tr("The team")
        if isinstance(error, NotFound):
            text = tr("{name} has no place in the ranking of {mode}.").format(
                name=name, mode=MODE_NAMES[self._mode]
            )
            self.message_requested.emit("info", text)
        else:
            self.message_requested.emit("warning", describe(error).text)
