"""English messages about replay files, their names and analysis (`api`, `analysis`), to translate.

Those layers have no translation, and their messages are stored in the index of the library: they
are translated where they are shown. `tests/services/text/test_stored_texts.py` compares this list
with the messages in the source.
"""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import QT_TR_NOOP, translated

UNREADABLE: Final = QT_TR_NOOP("the file cannot be read: {reason}")
"""A replay file; part of a sentence."""
NO_BEATMAP: Final = QT_TR_NOOP("Its beatmap file cannot be read: {problem}.")
"""A note about a replay."""
FAILED: Final = QT_TR_NOOP("The analysis failed ({error}).")
"""A note about a replay."""

MESSAGES: Final = (
    # Parts of sentences: replay files, beatmap files.
    QT_TR_NOOP("the file is empty"),
    QT_TR_NOOP("the file holds nothing but zeros"),
    QT_TR_NOOP("the file is a web page, not a replay"),
    QT_TR_NOOP("the file is JSON, not a replay"),
    QT_TR_NOOP("the file does not begin as a replay"),
    QT_TR_NOOP("the replay is cut off"),
    QT_TR_NOOP("the replay has something else in place of a text"),
    QT_TR_NOOP("the replay has a text of endless length"),
    QT_TR_NOOP("the end of the replay is missing"),
    QT_TR_NOOP("the replay has more frames than a play can have"),
    QT_TR_NOOP("the packed part of the replay is broken"),
    QT_TR_NOOP("the packed part of the replay is cut off, or far too large"),
    QT_TR_NOOP("the file is not a beatmap: it has no version and no section of one"),
    # Sentences: plays that are not judged.
    QT_TR_NOOP("The beatmap file was not found: the replay cannot be judged."),
    QT_TR_NOOP("The beatmap file is of another version."),
    QT_TR_NOOP("The replay was played on another version of this beatmap."),
    QT_TR_NOOP("The replay has no frames: there is nothing to judge."),
    QT_TR_NOOP("The beatmap has no notes: there is nothing to judge."),
    QT_TR_NOOP("The beatmap has no hit objects: there is nothing to judge."),
    QT_TR_NOOP("The beatmap has more fruits than a play can have: it is not judged."),
    QT_TR_NOOP("The replay is not of osu!."),
    QT_TR_NOOP("The beatmap is not of osu!, and cannot be played in it."),
    QT_TR_NOOP("The header of the replay has no counts: it was stripped, and is not judged."),
    QT_TR_NOOP("The replay has more key presses than a play can have."),
    QT_TR_NOOP("The sliders of this beatmap are too long to be judged."),
    QT_TR_NOOP("Too many hit objects or presses come at once: the play is not judged."),
    QT_TR_NOOP("Relax presses the keys itself: its replays are not judged."),
    QT_TR_NOOP("Autopilot moves the cursor itself: its replays are not judged."),
    QT_TR_NOOP("This is a play of the game itself (Auto): it is not judged."),
    QT_TR_NOOP("This is a play of the game itself (Cinema): it is not judged."),
    QT_TR_NOOP("Adaptive Speed changes the speed as it goes: its replays are not judged."),
    QT_TR_NOOP("Adaptive Speed changes the hit windows as it goes: its replays are not judged."),
    QT_TR_NOOP("Simplified Rhythm makes other fruits: its replays are not judged."),
    QT_TR_NOOP("Simplified Rhythm makes other notes: its replays are not judged."),
    QT_TR_NOOP("Random moves the notes to other columns: its replays are not judged."),
    QT_TR_NOOP("Random changes the colours of the notes: its replays are not judged."),
    QT_TR_NOOP("Single Tap ignores some of the keys: its replays are not judged."),
    QT_TR_NOOP("Invert makes other notes: its replays are not judged."),
    QT_TR_NOOP("Hold Off makes other notes: its replays are not judged."),
    QT_TR_NOOP("No Release judges hold notes by a rule of its own: its replays are not judged."),
    # Sentences: notes about a judgement.
    QT_TR_NOOP("The sliders of the beatmap are too long to be computed in full."),
    QT_TR_NOOP("The play ended before the beatmap: it is judged up to its last frame."),
    QT_TR_NOOP("The speed of the song changed; the unstable rate is of its speed at first."),
    # Sentences: plays without stars and pp.
    QT_TR_NOOP("There are no stars and pp for this ruleset."),
    QT_TR_NOOP("Its beatmap file is too large for stars and pp."),
    QT_TR_NOOP("Its beatmap file cannot be read."),
    QT_TR_NOOP("The beatmap has no hit objects: there are no stars and pp."),
    QT_TR_NOOP("The beatmap is too long for stars and pp."),
    QT_TR_NOOP("The sliders of the beatmap are too long for stars and pp."),
    QT_TR_NOOP("The beatmap has too many hit objects for stars and pp."),
    QT_TR_NOOP("The beatmap is too strange for stars and pp."),
    QT_TR_NOOP("No library for stars and pp is installed."),
    QT_TR_NOOP("The library for stars and pp could not read the beatmap."),
)
"""Messages without values."""

TEMPLATES: Final = (
    QT_TR_NOOP("a replay cannot be of the ruleset {ruleset}"),
    QT_TR_NOOP("the file is larger than a beatmap can be ({size} MB): not read"),
    QT_TR_NOOP("the beatmap has more than {count} timing points"),
    QT_TR_NOOP("the beatmap has more than {count} hit objects: not read"),
    QT_TR_NOOP("the file has more than {count} lines that cannot be read"),
    UNREADABLE,
    QT_TR_NOOP("The replay is of the ruleset {number}, which is not known here."),
    QT_TR_NOOP("The replay is not of {ruleset}."),
    QT_TR_NOOP(
        "The play was on a converted beatmap, and the notes of {ruleset} in it are not known:"
        " it is not judged."
    ),
    QT_TR_NOOP("The mod {mod} is not known here: it is not judged."),
    QT_TR_NOOP("{mod} changes where the hit objects are: its replays are not judged."),
    QT_TR_NOOP("The beatmap file has {count} hit objects that cannot be read."),
    QT_TR_NOOP("The beatmap file has 1 hit object that cannot be read."),
    QT_TR_NOOP("The judgement differs from what the game counted: {differences}."),
    NO_BEATMAP,
    FAILED,
    # Parts of sentences: names of files, mods.
    QT_TR_NOOP("there is no field {field}; there are: {fields}"),
    QT_TR_NOOP("a brace too much at {position}: {text}"),
    QT_TR_NOOP("no mods: {mods}"),
    QT_TR_NOOP("official code ({library})"),
    QT_TR_NOOP("formula of April 2026 ({library})"),
)
"""Messages with values, in braces."""


def analysis_text(message: str) -> str:
    """Return the translation of a message about a replay file: its contents, name or analysis."""
    return translated(message, *TEMPLATES)
