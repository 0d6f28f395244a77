"""View of two builds of a stream side by side, and of what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from osubrowser.api.errors import NotFound
from osubrowser.models.changelog.build import Comparison, load_comparison
from osubrowser.models.changelog.builds import ChangelogQuery
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe, was_reached
from osubrowser.ui.richtext.article_view import ArticleView
from osubrowser.ui.sections.article_header import ArticleHeader
from osubrowser.ui.sections.host import FailurePanel
from osubrowser.ui.sections.subject_loader import SubjectLoader
from osubrowser.ui.widgets.facts_panel import FactsPanel
from osubrowser.ui.widgets.state_panel import ProgressLine

if TYPE_CHECKING:
    from osubrowser.models.changelog.build import BuildSubject
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_MIDDLE: Final = 230
"""Width of the counts between the builds, in pixels."""


class BuildColumn(QWidget):
    """One of the two builds: its title, which opens it, and its changes.

    Args:
        name: accessible name.
        parts: services that it is built with.
        parent: the Qt parent.

    Attributes:
        open_requested: `(Place, how)`: open a link.
        header: title and figures of the build.
    """

    open_requested = Signal(object, str)

    def __init__(self, name: str, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._parts, self._colours = name, parts, parts.colours
        self._place: ThingPlace | None = None
        self._article: ArticleView | None = None
        self.header = ArticleHeader((), self, size=16)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.header)
        self._layout.addStretch(1)
        self.header.link_requested.connect(self._on_link_requested)

    @property
    def article(self) -> ArticleView:
        """The changes; built on first use, since both columns would take more than a frame."""
        article = self._article
        if article is None:
            parts = self._parts
            article = self._article = ArticleView(
                self._name,
                parts.calls,
                parts.images,
                lambda: parts.account.server,
                self._colours,
                self,
            )
            article.open_requested.connect(self.open_requested)
            self._layout.takeAt(1)
            self._layout.addWidget(article, 1)
        return article

    @property
    def is_settled(self) -> bool:
        """Whether the changes are laid out."""
        return self._article is None or self._article.is_settled

    def show_build(self, build: BuildSubject | None) -> None:
        """Show a build; None while it is being loaded."""
        if build is None:
            self._place = None
            self.header.show_article("", (), ())
            if self._article is not None:
                self._article.clear()
            return
        self._place = ThingPlace("changelog", build.key)
        facts = [(tr("Open", "verb"), build.key), (build.released, ""), (build.about, "")]
        self.header.show_article(build.title, [fact for fact in facts if fact[0]], ())
        self.article.show_html(build.html, empty=tr("This build has no special changes."))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.header.set_colours(colours)
        if self._article is not None:
            self._article.set_colours(colours)

    def _on_link_requested(self, _link: str, how: str) -> None:
        if self._place is not None:
            self.open_requested.emit(self._place, how)


class CompareView(QWidget):
    """Two builds side by side.

    Args:
        parts: services that it is built with.
        parent: the Qt parent.

    Attributes:
        open_requested: `(Place, how)`: open a link.
        loaded: `Comparison`: two builds were loaded.
        status_changed: text of the status line.
        sign_in_requested: open the welcome page.
        online_changed: False when osu! is unreachable, True when it was reached.
        message_requested: `(level, text)`: show a message.
        older, newer: the two builds.
        counts: changes by category.
        between: opens the changes from the older to the newer build.
        panel: the error of builds that could not be loaded.
    """

    open_requested = Signal(object, str)
    loaded = Signal(object)
    status_changed = Signal(str)
    sign_in_requested = Signal()
    online_changed = Signal(bool)
    message_requested = Signal(str, str)

    def __init__(self, parts: SectionParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = ChangelogQuery(view="compare")
        self._shown: Comparison | None = None
        self.error: BaseException | None = None
        self._loader: SubjectLoader[ChangelogQuery, Comparison] = SubjectLoader(
            ClientLoader(parts.account, parts.calls),
            load_comparison,
            address=lambda: self._query,
            is_watched=self.isVisible,
            on_subject=self._on_subject,
            on_failed=self._on_failed,
        )
        self.older = BuildColumn(tr("Changes in the older build"), parts, self)
        self.newer = BuildColumn(tr("Changes in the newer build"), parts, self)
        self.counts = FactsPanel(tr("Older · between · newer"), self)
        self.between = QPushButton(tr("All changes between"), self)
        self.between.setToolTip(
            tr("Show the changes from the older to the newer build, as a table")
        )
        self.between.setAutoDefault(True)
        self.panel = FailurePanel(self)
        self.progress = ProgressLine(parts.colours, self)
        # Both builds together would take more than a frame.
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._show_newer)
        self._lay_out()
        for column in (self.older, self.newer):
            column.open_requested.connect(self.open_requested)
        self.between.clicked.connect(self._on_between_clicked)
        self.panel.retry_requested.connect(self._load)
        self.panel.sign_in_requested.connect(self.sign_in_requested)
        self.panel.choice_pressed.connect(self._on_newest_requested)

    def _lay_out(self) -> None:
        middle = QScrollArea(self)
        middle.setFixedWidth(_MIDDLE)
        middle.setFrameShape(QFrame.Shape.NoFrame)
        middle.setWidgetResizable(True)
        middle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(middle)
        middle.setWidget(content)
        for part in (middle.viewport(), content):
            part.setAutoFillBackground(False)  # shows the background of the page
        pile = QVBoxLayout(content)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(8)
        pile.addWidget(self.between)
        pile.addWidget(self.counts)
        pile.addStretch(1)
        self._builds = QWidget(self)
        row = QHBoxLayout(self._builds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.older, 1)
        row.addWidget(middle)
        row.addWidget(self.newer, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._builds)
        self._stack.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.progress)

    # --- requests of the page -----------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the builds are loaded, or have failed."""
        if self._loader.is_running or self._next_turn.isActive():
            return False
        return self.older.is_settled and self.newer.is_settled

    @property
    def comparison(self) -> Comparison | None:
        """The shown builds."""
        return self._shown

    @property
    def status(self) -> str:
        """Text of the status line."""
        age = seen_ago(self._loader.received_at) if self._loader.is_away else ""
        shown = self._shown
        if shown is None:
            return ""
        words = tr("{older} and {newer}").format(older=shown.older.title, newer=shown.newer.version)
        return f"{words} · {shown.between}{age}" if shown.between else f"{words}{age}"

    def show_query(self, query: ChangelogQuery, state: object | None = None) -> None:
        """Show the two builds of a query; without versions the newest two of its stream."""
        shown = state if isinstance(state, Comparison) else self._shown
        self._query = query
        if shown is not None and shown.query == query and self.error is None:
            self._take(shown)
        else:
            self._load()

    def reload(self) -> None:
        """Load the builds again."""
        self._load()

    def leave(self) -> None:
        """Cancel the load and release the builds."""
        self._loader.reset()
        self.progress.set_running(False)
        self.panel.stop()
        self._shown, self.error = None, None
        self._show(None)

    def take_focus(self) -> None:
        """Set the focus to the older build, or to the button of a message in its place."""
        buttons = self.panel.buttons() if self._stack.currentWidget() is self.panel else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.older.article.take_focus()

    def copy(self) -> None:
        """Copy the selected text of the build with the focus."""
        self._focused.article.copy()

    def start_find(self) -> None:
        """Open find in the build with the focus."""
        self._focused.article.start_find()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.older, self.newer, self.progress):
            part.set_colours(colours)

    # --- private ------------------------------------------------------------------------------

    @property
    def _focused(self) -> BuildColumn:
        is_newer = any(part.hasFocus() for part in self.newer.findChildren(QWidget))
        return self.newer if is_newer else self.older

    def _load(self) -> None:
        self.error = None
        is_shown = self._shown is not None and self._shown.query == self._query
        if not is_shown:
            self._shown = None
            self._show(None)
            self.status_changed.emit("")
        self.panel.stop()
        self._stack.setCurrentWidget(self._builds)
        self.progress.set_running(True)
        self._loader.start(with_cached=not is_shown)

    def _on_subject(
        self, asked: ChangelogQuery, comparison: Comparison, *, is_again: bool = False
    ) -> None:
        del asked
        if self._loader.seen_at is None:
            self.progress.set_running(False)
            self.online_changed.emit(True)
        if not is_again or comparison != self._shown:
            self._take(comparison)
            self._query = comparison.query
            self.loaded.emit(comparison)
        self.status_changed.emit(self.status)

    def _take(self, comparison: Comparison) -> None:
        self._shown, self.error = comparison, None
        self._stack.setCurrentWidget(self._builds)
        self._show(comparison)
        self._next_turn.start()
        self.status_changed.emit(self.status)

    def _show(self, comparison: Comparison | None) -> None:
        self._next_turn.stop()
        self.older.show_build(comparison.older if comparison is not None else None)
        self.newer.show_build(None)
        self.between.setVisible(comparison is not None)
        rows = comparison.categories if comparison is not None else ()
        lines = [
            (
                name,
                " · ".join(numerals.whole(count) for count in (one, two, three)),
                tr(
                    "{one} in the older build, {two} between them, {three} in the newer build"
                ).format(
                    one=numerals.whole(one), two=numerals.whole(two), three=numerals.whole(three)
                ),
            )
            for name, one, two, three in rows
        ]
        self.counts.show_lines(lines)

    def _show_newer(self) -> None:
        if self._shown is not None:
            self.newer.show_build(self._shown.newer)

    def _on_failed(self, error: BaseException) -> None:
        self.progress.set_running(False)
        reached = was_reached(error)
        if reached is not None:
            self.online_changed.emit(reached)
        sentence = describe(error)
        if isinstance(error, NotFound):
            first, last = self._query.first, self._query.last
            both = tr("{older} and {newer}").format(older=first, newer=last)
            sentence = Sentence(
                tr("osu! has no such builds of {stream}: {versions}.").format(
                    stream=self._query.stream, versions=both if first and last else first or last
                ),
                tr("Choose versions of one stream."),
                may_retry=False,
                details=sentence.details,
            )
        if self._shown is not None and self._shown.query == self._query:  # older contents stay
            self.message_requested.emit("warning", sentence.text)
            self.status_changed.emit(self.status)
            return
        self.error = error
        newest = (("newest", tr("The two newest builds")),)
        self.panel.show_error(error, sentence, newest if isinstance(error, NotFound) else ())
        self._stack.setCurrentWidget(self.panel)
        self.status_changed.emit("")

    def _on_newest_requested(self, _key: str) -> None:
        query = ChangelogQuery(self._query.stream, view="compare")
        self.open_requested.emit(query.place, "here")

    def _on_between_clicked(self) -> None:
        shown = self._shown
        if shown is not None:
            query = ChangelogQuery(
                shown.query.stream, shown.query.first, shown.query.last, "entries"
            )
            self.open_requested.emit(query.place, "here")
