"""Header of a wiki page: path, title, languages, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from osubrowser.services.places.places import ListPlace
from osubrowser.services.places.urls import address, parse
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.picker import Picker
from osubrowser.ui.widgets.plain_text import ElidedLabel, LinkFlow

if TYPE_CHECKING:
    from osubrowser.models.wiki.wiki_page import WikiSubject
    from osubrowser.services.places.places import ThingPlace
    from osubrowser.ui.style.theme import Colours

_TITLE: Final = 22
"""Size of the title in pixels."""


class WikiHeader(QWidget):
    """Header of a wiki page.

    Args:
        parent: the Qt parent.

    Attributes:
        open_requested: `(Place, how)`: open a page above this one, or a search for a tag.
        language_chosen: locale of the language to read the page in.
        crumbs: links to the pages above this one.
        title: the title.
        languages: the menu of languages.
        tags: links to searches.
    """

    open_requested = Signal(object, str)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.crumbs = LinkFlow(tr("Path"), self)
        self.title = ElidedLabel(parent=self)
        self.title.setFont(title_font(_TITLE))
        self.title.setProperty("role", "title")
        self.languages = Picker(tr("Language"), self)
        self.tags = LinkFlow(tr("Tags"), self)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title, 1)
        line.addWidget(self.languages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.crumbs)
        layout.addLayout(line)
        layout.addWidget(self.tags)
        self.languages.chosen.connect(self.language_chosen)
        for flow in (self.crumbs, self.tags):
            flow.link_requested.connect(self._on_link_requested)

    def show_subject(self, subject: WikiSubject) -> None:
        """Show a page."""
        home = address(subject.place_in(subject.asked)).replace(subject.path, "Main_page")
        links = [(tr("Wiki"), home), *((text, address(place)) for text, place in subject.crumbs)]
        self.crumbs.show_links([(f"{text} /", link) for text, link in links])
        self.title.setText(subject.title)
        choices = [Choice(locale, name, locale) for locale, name in subject.languages]
        self.languages.set_choices(choices)
        current = next((one for one in choices if one.key == subject.locale), None)
        self.languages.set_current(
            current or Choice(subject.locale, subject.locale or tr("Language"))
        )
        self.languages.setVisible(len(choices) > 1)
        found = [(f"#{tag}", address(search_place(tag))) for tag in subject.tags]
        self.tags.show_links(
            found, [tr("Search the wiki for “{tag}”").format(tag=tag) for tag in subject.tags]
        )
        self.tags.setVisible(bool(found))

    def show_name(self, name: str, above: ThingPlace) -> None:
        """Show the name of a page that is not loaded, and a link to the front page."""
        self.crumbs.show_links([(tr("Wiki") + " /", address(above))])
        self.title.setText(name)
        self.languages.hide()
        self.tags.hide()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        for part in (self.crumbs, self.languages, self.tags):
            part.set_colours(colours)

    def _on_link_requested(self, link: str, how: str) -> None:
        place = parse(link)
        if place is not None:
            self.open_requested.emit(place, how)


def search_place(words: str) -> ListPlace:
    """Return the place of a search in the wiki."""
    return ListPlace("search", (("mode", "wiki_page"), ("query", words)))
