"""More of the wiki's English pages, and where old addresses lead."""

from __future__ import annotations

MORE = {
    "Performance_points": (
        "Performance points",
        "pp ranking weighting",
        """\
# Performance points

*Performance points* (**pp**) measure how hard a play was and how well it was done.

## Weighting

Only the best play on each beatmap counts, and each further one counts 5 % less than the one before:

```
total = p[0] + p[1] * 0.95 + p[2] * 0.95^2 + ...
```

A small bonus is given for having played many different beatmaps.
""",
    ),
    "Skinning": (
        "Skinning",
        "skin skins interface",
        """\
# Skinning

Skins change how the game looks and sounds. A skin is a folder of pictures, sounds and one \
`skin.ini`.

## skin.ini

```ini
[General]
Name: Night Train
Author: somebody
Version: 2.7
```

See also: [Skinning/Interface](/wiki/en/Skinning/Interface)
""",
    ),
    "Skinning/Interface": (
        "Interface",
        "skin buttons cursor",
        """\
# Interface

Files for the interface:

| file | what |
| :-- | :-- |
| `cursor.png` | the cursor |
| `cursortrail.png` | what it leaves behind |
| `menu-back.png` | the back button |
""",
    ),
    "Beatmap": (
        "Beatmap",
        "map mapset beatmapset difficulty",
        """\
# Beatmap

A *beatmap* is a level of the game. Beatmaps of one song made by one mapper form a *beatmapset*, \
and each of them is a *difficulty* of it.

## Categories

- **Graveyard**: nobody touched it for four weeks
- **WIP** and **Pending**: being worked on
- **Qualified**: on its way, can still be stopped
- **Ranked**: has a leaderboard and gives performance points
- **Loved**: has a leaderboard, because players asked for it

Files end in `.osz`, which is a zip archive.
""",
    ),
    "Ranking_criteria": (
        "Ranking criteria",
        "rules guidelines rc",
        """\
# Ranking criteria

A *rule* must be followed. A *guideline* may be broken for a good reason.

## Rules

- Every sound that is mapped must be there in the music.
- Two objects never share a time in the same column.
- A set must have a spread of difficulties unless its song is longer than five minutes.

## Guidelines

- Avoid covering sliders completely.
- Keep the offset of all difficulties the same.
""",
    ),
    "Modding": (
        "Modding",
        "mod feedback discussion",
        """\
# Modding

*Modding* is giving feedback on beatmaps, so that they become better before they are ranked.

Posts in a discussion are one of:

- **Suggestion**: this might be better another way
- **Problem**: this has to change; it stops nominations
- **Note**, **Praise** and **Hype**

A mod that helped may be rewarded with [kudosu](/wiki/en/Modding/Kudosu).
""",
    ),
    "Modding/Kudosu": (
        "Kudosu",
        "kudosu reward thanks",
        """\
# Kudosu

**Kudosu** are thanks for modding. A discussion that is voted up gives one to its author.

If votes go down again, it is taken back. Kudosu is counted on the profile, and there is a \
ranking of everybody who has any.
""",
    ),
    "Tournaments": (
        "Tournaments",
        "tournament cup owc",
        """\
# Tournaments

Official tournaments are held every year, one per game mode. Players compete for their country in \
teams of up to eight.

## Community tournaments

Anybody can host one. See [Official support](/wiki/en/Tournaments/Official_support) for help with \
badges, banners and prizes.
""",
    ),
    "Tournaments/Official_support": (
        "Official support",
        "tournament badge host",
        """\
# Official support

Hosts can ask for profile badges if a tournament

- is open for at least 64 players or 16 teams,
- publishes its rules before registration,
- uses at least one beatmap that was made for it, *or* keeps a mappool of ranked maps.
""",
    ),
    "People": (
        "People",
        "staff users team",
        """\
# People

- [peppy](/wiki/en/People/peppy), who started it all
- [Nomination Assessment Team](/wiki/en/People/Nomination_Assessment_Team)
- [Global Moderation Team](/wiki/en/People/Global_Moderation_Team)
""",
    ),
    "People/peppy": (
        "peppy",
        "creator developer",
        """\
---
stub: true
tags:
  - creator
---

# peppy

**peppy** writes the game and looks after the servers.

![](/wiki/shared/people/peppy.jpg)
""",
    ),
    "People/Nomination_Assessment_Team": (
        "Nomination Assessment Team",
        "nat bn nominators",
        """\
# Nomination Assessment Team

The **NAT** looks after the Beatmap Nominators: it checks nominations, trains newcomers and keeps \
the [ranking criteria](/wiki/en/Ranking_criteria) up to date.
""",
    ),
    "People/Global_Moderation_Team": (
        "Global Moderation Team",
        "gmt moderators",
        """\
# Global Moderation Team

The **GMT** keeps chat, forums and comments pleasant.
""",
    ),
    "Medals": (
        "Medals",
        "achievements medal",
        """\
# Medals

Medals are given for what a player has done: reaching a combo, playing a pack, or something secret.
""",
    ),
    "Silence": (
        "Silence",
        "mute chat punishment",
        """\
---
needs_cleanup: true
---

# Silence

Who is silenced can read but not write. It wears off by itself.
""",
    ),
    "Help_centre/Installation": (
        "Installation",
        "install download setup",
        """\
# Installation

1. Download the installer from the website.
2. Run it. It needs about 300 MB.
3. Sign in, and pick a few beatmaps from the listing.
""",
    ),
    "Help_centre/Registration": (
        "Registration",
        "account sign up register",
        """\
# Registration

Accounts are made in the game itself. Choose a name of 3 to 15 letters; it cannot be changed for \
free except by supporters.
""",
    ),
}
"""More English pages by path."""

MOVED = {
    "Mods": "Gameplay/Game_modifier",
    "Game_modifiers": "Gameplay/Game_modifier",
    "Kudosu": "Modding/Kudosu",
    "pp": "Performance_points",
    "Hit_Objects": "Gameplay/Hit_object",
    "Game_Modes": "Game_mode",
    "osu!mania": "Game_mode/osu!mania",
    "Installation": "Help_centre/Installation",
}
"""Pages that have another address now."""
