"""Changelogs: streams, who writes code, and what a change is called."""

from __future__ import annotations

CODERS = (
    ("driftwood", True),
    ("mossbyte", True),
    ("K4rlsson", True),
    ("tofu-dev", True),
    ("hanamaru-ci", False),
    ("lindqvist", True),
    ("sliderend", True),
    ("nullnote", True),
    ("papercrane42", True),
    ("osu-bot-translations", False),
    ("Ayane-K", True),
    ("qwertz", True),
)
"""GitHub names, and whether an osu! account belongs to each."""

THINGS = {
    "ppy/osu": (
        "slider ball",
        "beatmap carousel",
        "skin editor",
        "hit error meter",
        "replay seek bar",
        "storyboard video",
        "mod select overlay",
        "multiplayer lobby",
        "leaderboard",
        "audio offset wizard",
        "timeline",
        "difficulty spread display",
        "combo counter",
        "notification tray",
        "daily challenge screen",
    ),
    "ppy/osu-framework": (
        "text caret",
        "frame limiter",
        "touch input",
        "texture atlas",
        "audio device list",
        "window mode switch",
    ),
    "ppy/osu-web": (
        "beatmap listing",
        "comment box",
        "user card",
        "forum poll",
        "modding history",
        "news sidebar",
        "rank graph",
        "country picker",
        "chat window",
        "contest gallery",
    ),
    "ppy/osu-wiki": (
        "`Beat snap divisor` article",
        "`Offset` article",
        "tournament table",
        "`Hit object` translation",
        "glossary",
        "ranking criteria",
    ),
}
"""What a change is about, by repository."""

FIXES = (
    "Fix {thing} not showing on first open",
    "Fix {thing} crashing when opened twice",
    "Fix incorrect position of {thing} on ultra-wide screens",
    "Fix {thing} ignoring clicks after switching rulesets",
    "Fix {thing} keeping stale data after a reload",
    "Reduce memory used by {thing}",
    "Improve performance of {thing}",
    "Fix {thing} being cut off in languages with long words",
    "Stop {thing} from flickering when the window loses focus",
)
ADDITIONS = (
    "Add keyboard navigation to {thing}",
    "Add search to {thing}",
    "Allow changing the size of {thing}",
    "Show more details in {thing}",
    "Add an option to hide {thing}",
    "Allow {thing} to be moved by drag and drop",
)
MISC = (
    "Update translations",
    "Update dependencies",
    "Refactor {thing}",
    "Tidy up tests around {thing}",
)
CATEGORIES = {
    "ppy/osu": ("Gameplay", "Gameplay (osu!)", "Song Select", "Editor", "Multiplayer", "UI"),
    "ppy/osu-framework": ("Platform", "Performance", "Audio"),
    "ppy/osu-web": ("Beatmap Info", "Beatmap Discussions", "User Profile", "Search", "Misc"),
    "ppy/osu-wiki": ("Wiki",),
}
"""Categories by repository."""

MESSAGES = (
    "",
    "",
    "",
    "",
    "The old way only worked because nobody ever resized the window. It does now.",
    "Requested many times:\n\n- works with *mouse*, **keyboard** and touch\n- remembers its state\n"
    "- can be turned off in the settings",
    "Closes https://github.com/ppy/osu/issues/4711.\n\nBefore, `NaN` could reach the layout.",
    "This should help with the stutters that some people saw on laptops with two graphics chips."
    "\n\n> It is not a cure for everything, but the worst frame went from 41 ms to 9 ms.",
    "![before and after](https://assets.ppy.sh/changelog/before-after.png)",
)
"""Longer descriptions; most changes have none."""
