"""Options in the text of the beatmap search: read, edited in place, and checked word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from osubrowser.api.beatmap_query import (
    STATUSES,
    Option,
    QueryWord,
    parse_beatmap_query,
    query_words,
)
from osubrowser.services.text.translation import tr

FLOATS: Final = ("stars", "ar", "cs", "od", "dr", "bpm")
COUNTS: Final = ("circles", "sliders", "keys", "favourites")
DATES: Final = ("created", "ranked", "updated")
RANGES: Final = (*FLOATS, "length", *COUNTS, "status", *DATES)
"""Names of the options that are ranges."""
TEXTS: Final = ("artist", "creator", "title", "source", "difficulty")
"""Names of the options that are a text."""
_WRITTEN: Final = {"dr": "hp"}
"""Keys that are written for an option, where they are not its name."""
_ALL: Final = (*RANGES, *TEXTS, "tag", "featured_artist", "divisor")
_KEYS: Final = (*_ALL, "star", "hp", "key", "submitted")
_LONGEST_KEY: Final = 20
_SPACES: Final = " \t\n\r\f\v"
_KEY: Final = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of a range.

    Attributes:
        words: the value as it is written: `5.25`, `1m30s`, `2023-05`, `loved`, `2 weeks ago`.
        is_inclusive: whether the value itself is in the range: `>=` and not `>`.
    """

    words: str
    is_inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Interval:
    """Range of an option; open where an end is None. An interval without ends is false."""

    low: Limit | None = None
    high: Limit | None = None

    def __bool__(self) -> bool:
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class WrongWord:
    """Part of a search text that has another effect than it seems to have.

    Attributes:
        start: index of its first character.
        end: index after its last one.
        why: one sentence, in plain words.
    """

    start: int
    end: int
    why: str


# --- reading ------------------------------------------------------------------------------------


def interval_of(text: str, name: str) -> Interval:
    """Return the range of an option in a text; without ends if it is not there.

    Args:
        text: the text of the search field.
        name: one of `RANGES`.
    """
    low: dict[str, tuple[float, Limit]] = {}
    high: dict[str, tuple[float, Limit]] = {}
    for word in _words_of(text, name):
        if not isinstance(word.option, dict):
            continue
        limit = Limit(word.value.strip('"'), word.operator in ("=", ">=", "<="))
        for bound, value in word.option.items():
            (low if bound[0] == "g" else high)[bound] = value, limit
    return Interval(
        max(low.values(), key=_value, default=(0.0, None))[1],
        min(high.values(), key=_value, default=(0.0, None))[1],
    )


def _value(found: tuple[float, Limit]) -> tuple[float, bool]:
    return found[0], found[1].is_inclusive


def text_of(text: str, name: str) -> str:
    """Return the text of an option, "" if it is not there; a phrase is in quotes.

    Args:
        text: the text of the search field.
        name: one of `TEXTS`.
    """
    found = [word.option for word in _words_of(text, name)]
    return str(found[-1]) if found else ""


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags in a text, each once, in their order."""
    tags = parse(text).options.get("tag")
    known = [tag for tag in tags if tag is not None] if isinstance(tags, list) else []
    return tuple(dict.fromkeys(known))


def featured_artist_of(text: str) -> int | None:
    """Return the id of the featured artist in a text."""
    found = parse(text).options.get("featured_artist")
    return found if isinstance(found, int) else None


def keywords_of(text: str) -> str:
    """Return the words of a text that are no options, separated by single spaces."""
    return " ".join((parse(text).keywords or "").split())


def value_of(name: str, words: str) -> float | None:
    """Return the number that a value stands for; None if it cannot be read.

    Seconds of a length, milliseconds since 1970 of the beginning of a date, the number of a status
    from -2, graveyard, to 4, loved.

    Args:
        name: one of `RANGES`.
        words: the value as it is written.
    """
    if name in FLOATS:
        words = words.replace(",", ".")
        return float(words) if is_readable(name, words) else None
    option = _option(name, words)
    if not isinstance(option, dict):
        return None
    low, high = option["gte"], option.get("lte")
    return low if high is None else (low + high) / 2


def is_readable(name: str, words: str) -> bool:
    """Return whether osu! can read a value of an option.

    Args:
        name: one of `RANGES`.
        words: the value as it would be written.
    """
    return _option(name, words) is not None


def _option(name: str, words: str) -> Option | None:
    found = query_words(f"{name}={_quoted(words)}")
    is_whole = len(found) == 1 and found[0].end == len(name) + 1 + len(_quoted(words))
    return found[0].option if is_whole else None


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[QueryWord, ...]:
    return tuple(query_words(text))


parse = lru_cache(maxsize=64)(parse_beatmap_query)
"""Parsed text; dates in words count from the time at which it was first parsed."""


def _words_of(text: str, name: str) -> list[QueryWord]:
    """Return the words that give an option."""
    return [word for word in _words(text) if word.name == name and word.option is not None]


# --- editing ------------------------------------------------------------------------------------


def with_interval(text: str, name: str, interval: Interval) -> str:
    """Return a text with another range of an option; other words stay as they are.

    Args:
        text: the text of the search field.
        name: one of `RANGES`.
        interval: its new range; without ends to remove it. An end that cannot be read is left out.
    """
    interval = Interval(_readable(name, interval.low), _readable(name, interval.high))
    if interval == interval_of(text, name):
        return text
    low, high, own = interval.low, interval.high, _words_of(text, name)
    edits = [(word.start, word.end, "") for word in own]

    def put(sides: str, operator: str, limit: Limit) -> None:
        """Write one side in place of the word that gives it, else of another one, else last."""
        there = [n for side in sides for n, word in enumerate(own) if word.operator[0] == side]
        at = there[0] if there else None
        key = _KEY.match(text, own[at].start) if at is not None else None
        written = (
            f"{key[0] if key else _WRITTEN.get(name, name)}{operator}{_quoted(limit.words.strip())}"
        )
        if at is None:
            edits.append((len(text), len(text), written))
        else:
            start, end, before = edits[at]
            edits[at] = start, end, f"{before} {written}".lstrip()

    if low is not None and low == high and low.is_inclusive:
        put("=><", "=", low)
    else:
        if low is not None:
            put(">=<", ">=" if low.is_inclusive else ">", low)
        if high is not None:
            put("<=>", "<=" if high.is_inclusive else "<", high)
    return _edited(text, name, edits, lambda new: interval_of(new, name) == interval)


def _readable(name: str, limit: Limit | None) -> Limit | None:
    if limit is None:
        return None
    words = limit.words.strip().strip('"').strip()
    return Limit(words, limit.is_inclusive) if is_readable(name, words) else None


def with_text(text: str, name: str, value: str) -> str:
    """Return a text with another text of an option; "" removes it.

    Args:
        text: the text of the search field.
        name: one of `TEXTS`.
        value: the text; in quotes for a phrase.
    """
    value = _fit(value)
    if value == text_of(text, name):
        return text
    return _with_words(text, name, [value] if value else [], lambda new: text_of(new, name))


def with_tags(text: str, tags: Iterable[str]) -> str:
    """Return a text with other tags."""
    wanted = list(dict.fromkeys(filter(None, map(_fit, tags))))
    left, edits = list(wanted), []
    for word in _words_of(text, "tag"):
        tag = word.option[0] if isinstance(word.option, list) else None
        if tag in left:
            left.remove(tag)
        else:
            edits.append((word.start, word.end, ""))
    edits += [(len(text), len(text), f"tag={_quoted(tag)}") for tag in left]
    return _edited(text, "tag", edits, lambda new: sorted(tags_of(new)) == sorted(wanted))


def with_featured_artist(text: str, artist: int | None) -> str:
    """Return a text with another featured artist, by id; None removes it."""
    words = [] if artist is None else [str(artist)]
    return _with_words(
        text, "featured_artist", words, lambda new: str(featured_artist_of(new) or "")
    )


def with_keywords(text: str, keywords: str) -> str:
    """Return a text with other words that are no options; those of the options stay."""
    options = [text[word.start : word.end] for word in _words(text) if word.option is not None]
    return " ".join((*keywords.split(), *options))


def _with_words(text: str, name: str, values: Sequence[str], read: Callable[[str], str]) -> str:
    """Return a text with an option that has one value at most."""
    own = _words_of(text, name)
    edits = [(word.start, word.end, "") for word in own]
    for value in values:
        key = _KEY.match(text, own[0].start) if own else None
        written = f"{key[0] if key else name}={_quoted(value)}"
        if own:
            edits[0] = (*edits[0][:2], written)
        else:
            edits.append((len(text), len(text), written))
    return _edited(text, name, edits, lambda new: read(new) == "".join(values))


Edit = tuple[int, int, str]
"""Start, end and replacement of a part of a text."""


def _edited(text: str, name: str, edits: Sequence[Edit], is_right: Callable[[str], bool]) -> str:
    """Apply edits so that the option is as wanted, and all others are as before.

    Quotes that are not closed can join new words with old ones: then the new words are put at the
    end, or at the beginning.
    """
    removed = [(start, end, "") for start, end, _ in edits if start < end]
    added = " ".join(written for _, _, written in edits if written)
    rest = _spliced(text, removed)
    candidates = (_spliced(text, edits), f"{rest} {added}".strip(), f"{added} {rest}".strip())
    others = _others(text, name)
    for new in candidates:
        if is_right(new) and _others(new, name) == others:
            return new
    return next(filter(is_right, candidates), candidates[0])


def _others(text: str, name: str) -> tuple[str, dict[str, Option]]:
    parsed = parse(text)
    options = {key: option for key, option in parsed.options.items() if key != name}
    return keywords_of(text), options


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    """Replace parts of a text. The spaces after a part that is removed go with it."""
    done, rest = "", 0
    for start, end, written in sorted(edits, key=lambda edit: edit[:2]):
        done += text[rest:start]
        rest = end
        if written:
            done += written if start < end or not done or done[-1] in _SPACES else f" {written}"
        elif not done or done[-1] in _SPACES:
            while rest < len(text) and text[rest] in _SPACES:
                rest += 1
    done += text[rest:]
    removed_last = any(not written and not text[end:].strip() for _, end, written in edits)
    return done.rstrip(_SPACES) if removed_last else done


def _fit(value: str) -> str:
    """Return a value without what no text of an option can contain."""
    return value.strip().replace('\\"', '"')


def _quoted(value: str) -> str:
    """Return a value as it is written after an operator."""
    if not value or (not value.startswith('"') and not any(one in _SPACES for one in value)):
        return value
    is_phrase = len(value) > 2 and value.startswith('"') and value.endswith('"')
    if is_phrase and '"' not in value[1:-1]:
        return f'"{value}"'
    escaped = value.replace('"', '\\"')
    return f'"{escaped}"'


# --- wrong words --------------------------------------------------------------------------------

_SPACED: Final = re.compile(
    rf"\b(?P<key>{'|'.join(_KEYS)})(?:\s+(?:[<>][=:]?|[=:]|!=|≥|≤)\s*\S*|!=\S*|[≥≤]\S*)",
    re.ASCII | re.IGNORECASE,
)
_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(FLOATS, tr("{key} is compared with a number, such as 5.5.")),
    **dict.fromkeys((*COUNTS, "divisor"), tr("{key} is compared with a whole number, such as 4.")),
    **dict.fromkeys(
        DATES, tr("{key} is compared with a date, such as 2023, 2023-05 or 2023-05-31.")
    ),
    **dict.fromkeys(
        TEXTS, tr("{key} is given by = and a text, which is in quotes if it has spaces.")
    ),
    "length": tr("{key} is compared with a time, such as 90, 1:30 or 1m30s."),
    "status": tr("{key} is one of {names}, in lower-case letters.").replace(
        "{names}", ", ".join(STATUSES)
    ),
    "tag": tr("{key} is given by = and a tag."),
    "featured_artist": tr("{key} is given by = and the number of an artist."),
}


def wrong_words(text: str) -> tuple[WrongWord, ...]:
    """Return the words of a search text that osu! reads otherwise than they look, in their order.

    They are searched as words, or have no effect. Nothing else is wrong with them.
    """
    found: dict[int, WrongWord] = {}
    taken = [False] * (len(text) + 1)
    for word in _words(text):
        why = _why(text, word)
        taken[word.start : word.end] = [True] * (word.end - word.start)
        if why:
            found[word.start] = WrongWord(word.start, word.end, why)
    for word, why in _without_effect(text):
        found.setdefault(word.start, WrongWord(word.start, word.end, why))
    for match in _SPACED.finditer(text):
        if not any(taken[match.start() : match.start("key") + len(match["key"])]):
            sign = "!=" in match[0] or "≥" in match[0] or "≤" in match[0]
            why = (
                tr("The signs are = < <= > and >=. osu! searches this as words.")
                if sign
                else tr("No spaces around the sign. osu! searches this as words.")
            )
            found[match.start()] = WrongWord(match.start(), match.end(), why)
    return tuple(found[start] for start in sorted(found))


def _why(text: str, word: QueryWord) -> str:
    """Return what is wrong with a word alone; "" if nothing is."""
    key = text[word.start : word.end][: -len(word.value) or None].rstrip("<>=:")
    if not word.name:
        near = _near(key.lower())
        is_colon = text[word.start + len(key)] == ":"
        if is_colon and not near:  # a title such as Re:Zero, a link
            return ""
        said = tr("osu! has no option {key}, and searches this as a word.").format(key=key[:40])
        hint = tr("Do you mean {option}?").format(option=near)
        return f"{said} {hint}" if near else said
    if word.option is None:
        if not word.value:
            return tr(
                "{key} has no value: no spaces around the sign. osu! searches this as a word."
            ).format(key=key)
        as_word = tr("osu! searches this as a word.")
        return f"{_KINDS[word.name].format(key=key)} {as_word}"
    if word.name == "tag" and word.option == [None]:
        no_effect = tr("As it is, it has no effect.")
        return f"{_KINDS['tag'].format(key='tag')} {no_effect}"
    if word.name == "divisor":
        return tr("osu! reads divisor, but it has no effect.")
    return ""


@lru_cache(maxsize=256)  # each letter that is typed asks for all words again
def _near(key: str) -> str:
    """Return the known key that one resembles; "" if it resembles none."""
    found = difflib.get_close_matches(key, _KEYS, 1, 0.75) if len(key) <= _LONGEST_KEY else []
    return found[0] if found else ""


def _without_effect(text: str) -> list[tuple[QueryWord, str]]:
    """Return the options that a later one replaces, and ranges that nothing is in."""
    found = list[tuple[QueryWord, str]]()
    for name in (*RANGES, *TEXTS, "featured_artist"):
        own, later = _words_of(text, name), set[str]()
        for word in reversed(own):
            bounds = set(word.option) if isinstance(word.option, dict) else {""}
            if bounds <= later:
                found.append((word, tr("A later word replaces this one.")))
            later |= bounds
        option = parse(text).options.get(name)
        if isinstance(option, dict) and _is_empty(option):
            found += [
                (word, tr("No {name} is in this range: nothing is found.").format(name=name))
                for word in own
            ]
    return found


def _is_empty(bounds: dict[str, float]) -> bool:
    low = max(bounds.get("gte", -float("inf")), bounds.get("gt", -float("inf")))
    high = min(bounds.get("lte", float("inf")), bounds.get("lt", float("inf")))
    return low > high or (low == high and ("gt" in bounds or "lt" in bounds))
