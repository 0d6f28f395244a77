"""Parser of ranking queries such as `taiko japan` or `mania 4k score`, with completion."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QLocale

from osubrowser.services.places.places import MODE_NAMES, RankingsPlace
from osubrowser.services.text.matching import fold
from osubrowser.services.text.translation import tr

_TYPE_NAMES = {
    "performance": tr("performance ranking"),
    "score": tr("score ranking"),
    "country": tr("country ranking"),
    "team": tr("team ranking"),
    "charts": tr("spotlight"),
    "kudosu": tr("Kudosu ranking"),
}
_MOST_WORDS = 7
_SHORTEST_BEGINNING = 3  # characters of a prefix that is completed

_Fields = dict[str, str]

_MODES = {"osu": "osu", "osu!": "osu", "std": "osu", "standard": "osu", "taiko": "taiko"}
_MODES |= {"osu!taiko": "taiko", "catch": "fruits", "ctb": "fruits", "fruits": "fruits"}
_MODES |= {"osu!catch": "fruits", "mania": "mania", "osu!mania": "mania"}
_TYPES = {"performance": "performance", "pp": "performance", "score": "score"}
_TYPES |= {"country": "country", "countries": "country", "team": "team", "teams": "team"}
_TYPES |= {"spotlight": "charts", "spotlights": "charts", "charts": "charts", "kudosu": "kudosu"}
_VOCABULARY: dict[str, _Fields] = {
    **{word: {"mode": mode} for word, mode in _MODES.items()},
    **{word: {"type": kind} for word, kind in _TYPES.items()},
    **{word: {"variant": word, "mode": "mania"} for word in ("4k", "7k")},
    "friends": {"filter": "friends"},
    **{word: {} for word in ("ranking", "rankings", "global", "world", "top", "leaderboard")},
}
_ALSO = {"usa": "US", "america": "US", "uk": "GB", "england": "GB", "britain": "GB", "korea": "KR"}
_ALSO |= {"hong kong": "HK", "turkey": "TR", "czech republic": "CZ", "macau": "MO", "uae": "AE"}
_NO_COUNTRIES = frozenset({"EU", "QO", "UN", "AC", "CP", "DG", "EA", "IC", "TA"})


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Return the codes of all countries by their folded English names."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    found = dict(_ALSO)
    for code in (first + second for first in letters for second in letters):
        country = QLocale.codeToTerritory(code)
        if country != QLocale.Country.AnyTerritory and code not in _NO_COUNTRIES:
            found[fold(QLocale.territoryToString(country))] = code
    return found


def country_name(code: str) -> str:
    """Return the English name of a country; the code itself if it is unknown."""
    country = QLocale.codeToTerritory(code)
    return code if country == QLocale.Country.AnyTerritory else QLocale.territoryToString(country)


def rankings_by(words: str, most: int = 3) -> list[RankingsPlace]:
    """Return at most `most` rankings that match all words; the last word may be a prefix.

    Exact matches come before completions.
    """
    given = re.split(r"[\s,]+", fold(words).strip(" ,"))
    if not given[0] or len(given) > _MOST_WORDS:
        return []
    found: dict[RankingsPlace, None] = {}
    for fields in _readings(tuple(given)):
        if fields is not None:
            found.setdefault(RankingsPlace(**fields))  # type: ignore[arg-type]
    return list(found)[:most]


def is_plainly_ranking(words: str) -> bool:
    """Whether two or more words name a ranking without completion, unlike a user name."""
    given = fold(words).replace(",", " ").split()
    known = _VOCABULARY.keys() | _countries().keys()
    named = sum(word in known for word in given)
    return len(given) > 1 and named > 0 and bool(_whole(tuple(given)))


def ranking_title(
    place: RankingsPlace, country: str | None = None, spotlight: str | None = None
) -> str:
    """Return the title of a ranking: `osu!mania 4K score ranking, Japan, friends`.

    Args:
        place: the ranking.
        country: the server's name of its country, if known.
        spotlight: the name of its spotlight, if known.
    """
    if place.type == "kudosu":
        return _TYPE_NAMES["kudosu"]
    mode = MODE_NAMES[place.mode]
    if place.variant:
        mode = f"{mode} {place.variant.upper()}"
    title = tr("{mode} {ranking}", "osu!mania 4K score ranking").format(
        mode=mode, ranking=_TYPE_NAMES[place.type]
    )
    if spotlight and place.type == "charts":
        title = f"{spotlight}, {MODE_NAMES[place.mode]}"
    if place.country:
        title += f", {country or country_name(place.country)}"
    return title + (tr(", friends") if place.filter == "friends" else "")


def _whole(given: tuple[str, ...]) -> list[_Fields]:
    return [fields for fields in _readings(given, begun=False) if fields is not None]


def _readings(given: tuple[str, ...], *, begun: bool = True) -> list[_Fields | None]:
    """Return all interpretations of the words as fields of a ranking, longest names first.

    None stands for one with contradictory fields.
    """
    if not given:
        return [{}]
    found: list[_Fields | None] = []
    for count in range(min(len(given), 4), 0, -1):
        name, rest = " ".join(given[:count]), given[count:]
        for fields in _named(name, is_last=begun and not rest):
            for more in _readings(rest, begun=begun):
                found.append(_joined(fields, more))
    return found


def _joined(fields: _Fields, more: _Fields | None) -> _Fields | None:
    """Return the union of two sets of fields; None if they contradict each other."""
    if more is None or any(more.get(name, value) != value for name, value in fields.items()):
        return None
    return fields | more


def _named(name: str, *, is_last: bool) -> list[_Fields]:
    """Return the fields that a name can mean: exact matches, then completions of a last one."""
    countries = _countries()
    found: list[_Fields] = []
    if name in _VOCABULARY:
        found.append(_VOCABULARY[name])
    if name in countries:
        found.append({"country": countries[name]})
    elif len(name) == 2 and name.upper() in countries.values() and name not in _VOCABULARY:
        found.append({"country": name.upper()})
    if is_last and len(name) >= _SHORTEST_BEGINNING:
        found += [
            fields
            for word, fields in _VOCABULARY.items()
            if word != name and word.startswith(name) and fields
        ]
        found += [
            {"country": code}
            for word, code in countries.items()
            if word != name and word.startswith(name)
        ]
    return found
