"""Wiki page ready to be shown: title, path, languages, and text with its notices as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from osubrowser.models.wiki.languages import language_of
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.richtext.elements import ALERT
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.wiki import WikiPage

HOME: Final = "Main_page"
"""Path of the front page of the wiki."""

_MOST_LANGUAGES: Final = 100
_MOST_TAGS: Final = 60
_MOST_STEPS: Final = 12
_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}\Z")
_HEAD: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FLAG: Final = re.compile(r"^(\w+):[ \t]*(?:true|[0-9a-f]{7,40})[ \t]*\r?$", re.MULTILINE)
_FIRST_HEADING: Final = re.compile(r"\A\s*<h1[^>]*>(.*?)</h1>", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^>]*>")
_GOES_ON: Final = tr(
    "This page goes on: it is too long to be shown whole. The web browser has the rest."
)
_NOTICES: Final = {
    "stub": tr("This page is a stub: it says little about its subject yet."),
    "needs_cleanup": tr(
        "This page does not meet the standards of the wiki yet: it has to be tidied."
    ),
    "outdated": tr("This page is out of date: some of it is no longer true."),
    "outdated_since": tr("This page is out of date: some of it is no longer true."),
    "outdated_translation": tr("This translation is out of date. The {english} may say more."),
    "no_native_review": tr(
        "This translation was not checked by a native speaker. Where it is "
        "unclear, the {english} counts."
    ),
    "legal": tr("This translation is for information only: the {english} is what binds."),
}
"""Sentence of each flag of the front matter, in the order of their importance."""


@dataclass(frozen=True, slots=True)
class WikiSubject:
    """Wiki page ready to be shown.

    Attributes:
        path: its path, such as `Client/Interface`, which can differ from the requested one.
        asked: the requested locale.
        locale: the locale of the text.
        title: its title.
        crumbs: text and place of each step of the path above it.
        languages: locale and name of each translation, by name.
        tags: its tags.
        html: notices and text, not sanitised.
        about: one line about the page, for the status line.
    """

    path: str
    asked: str
    locale: str
    title: str
    crumbs: tuple[tuple[str, ThingPlace], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    html: str = ""
    about: str = ""

    def place_in(self, locale: str, anchor: str = "") -> ThingPlace:
        """Return the place of the page in a language."""
        return wiki_place(locale, self.path, anchor)


def wiki_place(locale: str, path: str, anchor: str = "") -> ThingPlace:
    """Return the place of a wiki page."""
    return ThingPlace("wiki", f"{locale}/{path}", anchor=anchor)


def split_key(key: str) -> tuple[str, str]:
    """Return locale and path of the key of a wiki page, such as `en/Client/Interface`."""
    locale, _, path = key.partition("/")
    return locale, path or HOME


def name_of(path: str) -> str:
    """Return the readable last step of a path, for a page that is not loaded."""
    return plain(path.rpartition("/")[2].replace("_", " "), 100)


def load_wiki_page(client: Client, key: str) -> WikiSubject:
    """Load a wiki page; blocks: `GET wiki/{locale}/{path}`.

    Args:
        client: client of the session.
        key: locale and path, such as `en/Client/Interface`.

    Raises:
        NotFound: there is no such page.
        OsuError: as the client raises it.
    """
    locale, path = split_key(key)
    return wiki_subject(client.wiki_page(locale, path), locale, path)


def wiki_subject(page: WikiPage, asked: str, path: str) -> WikiSubject:
    """Return a page ready to be shown, on a worker.

    Args:
        page: the page as osu! sent it.
        asked: the requested locale.
        path: the requested path, for a page without one.
    """
    from osubrowser.services.richtext.markdown import converted_length, to_html

    path = page.path.strip("/") or path
    locale = page.locale if _LOCALE.match(page.locale) else asked
    title = plain(page.title, 200) or name_of(path)
    html = to_html(page.markdown, page=(locale, path), with_html=page.layout == "main_page")
    html = _without_title(html, title)
    if converted_length(page.markdown) < len(page.markdown):
        html += f'<div class="{ALERT}--notice"><p>{_GOES_ON}</p></div>'
    notices = "".join(
        f'<div class="{ALERT}--notice"><p>{notice}</p></div>'
        for notice in _notices(page, locale, asked, path)
    )
    known = filter(_LOCALE.match, page.available_locales[:_MOST_LANGUAGES])
    languages = [(one, language_of(one)) for one in known]
    steps = path.split("/")[:_MOST_STEPS]
    crumbs = [(name_of(step), "/".join(steps[: n + 1])) for n, step in enumerate(steps[:-1])]
    return WikiSubject(
        path=path,
        asked=asked,
        locale=locale,
        title=title,
        crumbs=tuple((text, wiki_place(asked, step)) for text, step in crumbs),
        languages=tuple(sorted(languages, key=lambda one: (one[0] != "en", one[1].casefold()))),
        tags=tuple(filter(None, (plain(tag, 60) for tag in page.tags[:_MOST_TAGS]))),
        html=notices + html,
        about=_about(locale, len(languages)),
    )


def _about(locale: str, count: int) -> str:
    language = language_of(locale)
    languages = tr("in %n language(s)", "", count)
    return f"{language} · {languages}" if count else language


def _notices(page: WikiPage, locale: str, asked: str, path: str) -> list[str]:
    """Return the sentences about the state of a page, as HTML."""
    found: list[str] = []
    if locale.lower() != asked.lower():
        found.append(
            tr("This page is not translated into {asked}: it is shown in {shown}.").format(
                asked=escape(language_of(asked)), shown=escape(language_of(locale))
            )
        )
    head = _HEAD.match(page.markdown[:20_000])
    flags = set(_FLAG.findall(head[1])) if head else set()
    english = escape(tr("English page"))
    link = f'<a href="/wiki/en/{escape(quote(path))}">{english}</a>'
    found += [
        text.format(english=link)
        for name, text in _NOTICES.items()
        if name in flags and not (name == "legal" and locale == "en")
    ]
    return list(dict.fromkeys(found))


def _without_title(html: str, title: str) -> str:
    """Remove the first heading of a text that says the title again."""
    found = _FIRST_HEADING.match(html)
    if found is None:
        return html
    from html import unescape

    said = " ".join(unescape(_MARKUP.sub("", found[1])).split())
    return html[found.end() :] if said.casefold() == title.casefold() else html
