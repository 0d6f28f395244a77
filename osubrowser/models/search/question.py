"""Question of a search: its words, the shown list, and the filters of players."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from osubrowser.services.places.places import ListPlace
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

LONGEST: Final = 200
"""Characters of the words."""
ALL: Final = "all"
"""Mode that shows the top of each list."""
MODES: Final = ("user", "beatmapset", "wiki_page", "news_post", "team", "forum_post")
"""Lists that the website has, too, by its own names."""
OWN_MODES: Final = ("seen", "replay")
"""Lists of this computer."""

_COUNTRY: Final = re.compile(r"[A-Za-z]{2}\Z")


@dataclass(frozen=True, slots=True)
class Question:
    """Question of a search.

    Attributes:
        words: what is searched for; "" for nothing.
        mode: the shown list: `ALL`, or one of `MODES` and `OWN_MODES`.
        country: code of the country of the players, in capitals; "" for all.
        is_active: only players who were active lately.
    """

    words: str = ""
    mode: str = ALL
    country: str = ""
    is_active: bool = False

    @classmethod
    def of(cls, place: ListPlace) -> Question:
        """Return the question of a place; unknown values are as if they were left out."""
        query = dict(place.query)
        mode, country = query.get("mode", ALL), query.get("country", "")
        return cls(
            clean(query.get("query", "")),
            mode if mode in MODES or mode in OWN_MODES else ALL,
            country.upper() if _COUNTRY.match(country) else "",
            query.get("active") == "1",
        )

    @property
    def place(self) -> ListPlace:
        """The place of this question; without words, that of the start of a search."""
        query = {"query": self.words, "country": self.country}
        query["mode"] = "" if self.mode == ALL else self.mode
        query["active"] = "1" if self.is_active else ""
        if not self.words:
            return ListPlace("search")
        return ListPlace("search", tuple(sorted((k, v) for k, v in query.items() if v)))

    @property
    def title(self) -> str:
        """The title of the page."""
        return tr("Search: {words}").format(words=self.words) if self.words else tr("Search")

    def with_words(self, words: str) -> Question:
        """Return the same question with other words."""
        return replace(self, words=clean(words))


def clean(text: str) -> str:
    """Return words as they are searched for: on one line, of bounded length."""
    return plain(text, LONGEST).strip()
