"""Page of one news post: its header, text and comments."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import TYPE_CHECKING, Final

from osubrowser.api.errors import NotFound
from osubrowser.models.comments.comments import CommentSubject
from osubrowser.models.news.post import NewsSubject, load_news
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.places.urls import HOME, address, parse
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.pages.news.keys import NEWER, OLDER
from osubrowser.ui.sections.article_header import ArticleHeader, Step
from osubrowser.ui.sections.host import SectionSpec
from osubrowser.ui.sections.subject_page import SubjectPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import Section, SectionParts


def _no_count(_subject: NewsSubject) -> int | None:
    return None


def _text(parts: SectionParts, parent: QWidget) -> Section[NewsSubject]:
    from osubrowser.ui.sections.article_section import ArticleSection

    return ArticleSection(
        parts,
        parent,
        name=tr("News post"),
        html_of=lambda subject: subject.html,
        empty=tr("This post has no text."),
    )


def _comments(parts: SectionParts, parent: QWidget) -> Section[NewsSubject]:
    from osubrowser.ui.comments.comments_section import CommentsSection

    return CommentsSection(
        parts,
        parent,
        target_of=lambda subject: CommentSubject("news_post", subject.id),
        stem_of=lambda subject: f"news {subject.key}",
    )


# In the order of THING_SECTIONS.
SECTIONS: Final = (
    SectionSpec("", tr("Post"), _no_count, _text, of_subject=True),
    SectionSpec("comments", tr("Comments"), _no_count, _comments),
)
"""Sections from left to right."""


class NewsPostPage(SubjectPage[NewsSubject]):
    """Page of a `ThingPlace` of a news post.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        header: title, author, dates, and the buttons to the newer and the older post.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        self.header = ArticleHeader((Step(tr("Newer"), NEWER), Step(tr("Older"), OLDER)))
        super().__init__(parts, self.header, SECTIONS, load_news, lambda s: s.key, parent)
        self.header.place_requested.connect(self.move_to)
        self.header.link_requested.connect(self._on_link_requested)

    def takes(self, place: Place) -> bool:
        """Return whether a place is one of a post."""
        return isinstance(place, ThingPlace) and place.kind == "news"

    def is_of(self, place: Place, subject: NewsSubject) -> bool:
        """Return whether a place is one of a post, by its short name or its number."""
        return isinstance(place, ThingPlace) and place.key in (subject.slug, str(subject.id))

    def place_of(self, place: Place, subject: NewsSubject) -> Place:
        """Return the place of a post by its short name."""
        return changed(place, key=subject.key) if isinstance(place, ThingPlace) else place

    def section_of(self, place: Place) -> str:
        """Return the key of the section of a place."""
        return place.section if isinstance(place, ThingPlace) else ""

    def in_section(self, place: Place, key: str) -> Place:
        """Return the place of another section of the same post."""
        return changed(place, section=key, at=0) if isinstance(place, ThingPlace) else place

    def title_of(self, subject: NewsSubject) -> str:
        """Return the title of a post."""
        return subject.title

    def working_title(self, place: Place) -> str:
        """Return the title of the page until the post is loaded."""
        return (
            tr("News {key}").format(key=plain(place.key, 80))
            if isinstance(place, ThingPlace)
            else tr("News")
        )

    def describe_error(self, place: Place, error: BaseException) -> Sentence:
        """Return the message for an error of a post."""
        sentence = describe(error)
        if not isinstance(error, NotFound) or not isinstance(place, ThingPlace):
            return sentence
        return Sentence(
            tr("osu! has no news post “{key}”.").format(key=plain(place.key, 80)),
            tr("The news of all years are in the list."),
            may_retry=False,
            details=sentence.details,
        )

    def show_header(self, subject: NewsSubject | None) -> None:
        """Fill the header."""
        if subject is None:
            self.header.show_article(tr("News"), (), (None, None))
            return
        author = subject.author_place
        facts = [
            (
                tr("by {author}").format(author=subject.author),
                address(author, HOME) if author is not None else "",
            ),
            (subject.published, ""),
            (tr("edited {updated}").format(updated=subject.updated) if subject.updated else "", ""),
        ]
        if not subject.author:
            del facts[0]
        shown = [fact for fact in facts if fact[0]]
        self.header.show_article(subject.title, shown, (subject.newer, subject.older))

    def _on_link_requested(self, link: str, how: str) -> None:
        place = parse(link, origins=(HOME,))
        if place is not None:
            self.open_requested.emit(place, how)
