"""Layout of a card: which column of a list each part shows, and the marks of a card."""

from __future__ import annotations

from typing import NamedTuple


class CardFigure(NamedTuple):
    """Figure in a card, such as the number of favourites.

    Attributes:
        key: key of its column.
        icon: name of the icon before it, in `resources/icons`; "" for none.
    """

    key: str
    icon: str = ""


class CardLayout(NamedTuple):
    """Columns that the parts of a card show, by key; "" and unknown keys leave a part out.

    Hidden columns can be used: a key is looked up among all columns of the list.

    Attributes:
        title: column of kind TITLE. The name is the first line, the text after it the second, and
            its picture the cover.
        mapper: column of the name after "mapped by".
        dates: columns of the date at the right of the mapper, of which the first with a value
            is shown; in the last line where there is no mapper.
        figures: from left to right; the last ones are left out where they do not fit as a whole.
        status: column of kind STATUS.
        dots: column of kind DOTS.
        stars: column of kind STARS, of a list of single difficulties, in place of the dots.
        difficulty: column of kind DIFFICULTY: its name after the stars.
        explicit: column of kind MARK: whether the beatmap is explicit.
        flags: columns of kind MARK, of which those that are set are icons at the end of the last
            line, from right to left.
        words: column of a text that fills the lines below the title in place of the artist, the
            figures and the difficulties; author and date are below it. "" for none.
        cover: width of the cover in pixels.
        narrowest: smallest width of a card in pixels; 0 for that of a beatmapset.
    """

    title: str = "title"
    mapper: str = "mapper"
    dates: tuple[str, ...] = ("ranked", "updated")
    figures: tuple[CardFigure, ...] = ()
    status: str = "status"
    dots: str = "difficulties"
    stars: str = ""
    difficulty: str = ""
    explicit: str = "explicit"
    flags: tuple[CardFigure, ...] = ()
    words: str = ""
    cover: int = 88
    narrowest: int = 0


BEATMAPSET_CARD = CardLayout(
    figures=(
        CardFigure("progress", "good"),
        CardFigure("favourites", "heart"),
        CardFigure("plays", "play"),
        CardFigure("length", "seen"),
        CardFigure("bpm", "bpm"),
    ),
    flags=(
        CardFigure("video", "video"),
        CardFigure("storyboard", "picture"),
        CardFigure("featured_artist", "music"),
        CardFigure("spotlight", "star"),
    ),
)
"""Card of a beatmapset, whose columns are those of `models/beatmaps/user_beatmaps.py`."""

PACK_CARD = BEATMAPSET_CARD._replace(
    figures=(CardFigure("passed", "check"), *BEATMAPSET_CARD.figures)
)
"""Card of a beatmapset of a pack."""

PLAYED_CARD = CardLayout(
    figures=(CardFigure("count", "play"), CardFigure("length", "seen")),
    dots="",
    stars="stars",
    difficulty="difficulty",
)
"""Card of a most played beatmap."""


NEWS_CARD = CardLayout(
    mapper="author",
    dates=("published",),
    status="",
    dots="",
    words="preview",
    cover=176,
    narrowest=440,
)
"""Card of a news post."""


TRACK_CARD = CardLayout(
    mapper="",
    dates=("updated",),
    figures=(CardFigure("length", "seen"), CardFigure("bpm", "bpm"), CardFigure("album", "music")),
    status="",
    dots="",
    explicit="",
    flags=(CardFigure("exclusive", "star"),),
)
"""Card of a track of a featured artist, whose columns are those of `models/artists/tracks.py`."""


class CardMarks(NamedTuple):
    """Marks of a card: what the user did with its item.

    Attributes:
        is_owned: it is on this computer.
        is_liked: it was marked as liked.
        is_seen: it was marked as seen; the card is dimmed.
        is_hidden: it was marked as hidden.
    """

    is_owned: bool = False
    is_liked: bool = False
    is_seen: bool = False
    is_hidden: bool = False


class PreviewState(NamedTuple):
    """State of the preview of a card.

    Attributes:
        is_playing: whether it is being played; else it is loading or paused.
        fraction: position, from 0 to 1.
    """

    is_playing: bool
    fraction: float
