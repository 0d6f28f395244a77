"""Page of one build: its changes as text and as rows, and its comments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from osubrowser.api.errors import NotFound
from osubrowser.models.changelog.build import BuildSubject, load_build
from osubrowser.models.changelog.builds import ChangelogQuery
from osubrowser.models.comments.comments import CommentSubject
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.pages.changelog.keys import NEWER, OLDER
from osubrowser.ui.sections.article_header import ArticleHeader, Step
from osubrowser.ui.sections.host import SectionSpec
from osubrowser.ui.sections.subject_page import SubjectPage
from osubrowser.ui.widgets.assistive import order_tab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.sections.host import Section, SectionParts


def _no_count(_subject: BuildSubject) -> int | None:
    return None


def _changes(parts: SectionParts, parent: QWidget) -> Section[BuildSubject]:
    from osubrowser.ui.sections.article_section import ArticleSection

    return ArticleSection(
        parts,
        parent,
        name=tr("Changes"),
        html_of=lambda subject: subject.html,
        empty=tr("This build has no special changes."),
    )


def _entries(parts: SectionParts, parent: QWidget) -> Section[BuildSubject]:
    from osubrowser.ui.pages.changelog.specs import build_entries_spec
    from osubrowser.ui.sections.list_section import SubjectListSection

    def spec_of(subject: BuildSubject) -> ListSpec:
        return build_entries_spec(subject.stream, subject.version)

    return SubjectListSection(tr("Changes"), parts, parent, spec_of)


def _comments(parts: SectionParts, parent: QWidget) -> Section[BuildSubject]:
    from osubrowser.ui.comments.comments_section import CommentsSection

    return CommentsSection(
        parts,
        parent,
        target_of=lambda subject: CommentSubject("build", subject.id),
        stem_of=lambda subject: "build " + subject.key.replace("/", " "),
    )


# In the order of THING_SECTIONS.
SECTIONS: Final = (
    SectionSpec("", tr("Changes"), _no_count, _changes, of_subject=True),
    SectionSpec("entries", tr("Table"), lambda subject: subject.count, _entries),
    SectionSpec("comments", tr("Comments"), _no_count, _comments),
)
"""Sections from left to right."""


class BuildPage(SubjectPage[BuildSubject]):
    """Page of a `ThingPlace` of the changelog: a build, or the newest one of a stream.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: version, dates, users, and the buttons to the next and the previous build.
        compare: shows the build and the previous one side by side.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        self.header = ArticleHeader((Step(tr("Next"), NEWER), Step(tr("Previous"), OLDER)))
        self.compare = QPushButton(tr("Compare"), self.header)
        self.compare.setAutoDefault(True)
        self.compare.setToolTip(tr("Show this build and the previous one side by side"))
        self.header.tools.insertWidget(0, self.compare)
        super().__init__(parts, self.header, SECTIONS, load_build, lambda s: s.id, parent)
        order_tab(self.header.tools)
        self.header.place_requested.connect(self.move_to)
        self.header.link_requested.connect(self._on_link_requested)
        self.compare.clicked.connect(self._on_compare_clicked)

    def takes(self, place: Place) -> bool:
        """Return whether a place is one of a build."""
        return isinstance(place, ThingPlace) and place.kind == "changelog"

    def is_of(self, place: Place, subject: BuildSubject) -> bool:
        """Return whether a place is one of a build, by stream and version."""
        return isinstance(place, ThingPlace) and place.key == subject.key

    def place_of(self, place: Place, subject: BuildSubject) -> Place:
        """Return the place of a build by stream and version."""
        return replace(place, key=subject.key) if isinstance(place, ThingPlace) else place

    def section_of(self, place: Place) -> str:
        """Return the key of the section of a place."""
        return place.section if isinstance(place, ThingPlace) else ""

    def in_section(self, place: Place, key: str) -> Place:
        """Return the place of another section of the same build."""
        if not isinstance(place, ThingPlace):
            return place
        return replace(place, section=key, at=0, anchor="")

    def title_of(self, subject: BuildSubject) -> str:
        """Return the stream and the version of a build."""
        return subject.title

    def working_title(self, place: Place) -> str:
        """Return the title of the page until the build is loaded."""
        return (
            tr("Build {key}").format(key=plain(place.key, 80))
            if isinstance(place, ThingPlace)
            else tr("Build")
        )

    def describe_error(self, place: Place, error: BaseException) -> Sentence:
        """Return the message for an error of a build."""
        sentence = describe(error)
        if not isinstance(error, NotFound) or not isinstance(place, ThingPlace):
            return sentence
        return Sentence(
            tr("osu! has no build “{key}”.").format(key=plain(place.key, 80)),
            tr("All builds are in the changelog."),
            may_retry=False,
            details=sentence.details,
        )

    def show_header(self, subject: BuildSubject | None) -> None:
        """Fill the header."""
        self.compare.setVisible(subject is not None and subject.older is not None)
        if subject is None:
            self.header.show_badge("", "")
            self.header.show_article(tr("Changelog"), (), (None, None))
            return
        stream = address(ChangelogQuery(subject.stream).place) if subject.stream else ""
        facts = [
            (tr("All builds"), stream),
            (subject.released, ""),
            (subject.about, ""),
            (
                tr("Video (in the web browser)"),
                subject.video.url if subject.video is not None else "",
            ),
        ]
        if subject.video is None:
            facts.pop()
        shown = [fact for fact in facts if fact[0]]
        self.header.show_badge(subject.stream_title, subject.colour)
        self.header.show_article(subject.version, shown, (subject.newer, subject.older))

    def _on_link_requested(self, link: str, how: str) -> None:
        subject = self._subject
        if subject is not None and subject.video is not None and link == subject.video.url:
            self.open_requested.emit(subject.video, "web")
            return
        place = parse(link, origins=(HOME,))
        if place is not None:
            self.open_requested.emit(place, how)

    def _on_compare_clicked(self) -> None:
        subject = self._subject
        if subject is not None and subject.older is not None:
            query = ChangelogQuery(subject.stream, subject.older[0], subject.version, "compare")
            self.open_requested.emit(query.place, "here")
