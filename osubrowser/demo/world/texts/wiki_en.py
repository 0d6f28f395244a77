"""The wiki's English pages: title, tags and text by path."""

from __future__ import annotations

ENGLISH = {
    "Main_page": (
        "Main page",
        "",
        """\
<div class="wiki-main-page__blurb">

Welcome to the wiki, a library about everything around osu!, written by its players.

</div>

## Getting started

[Rules](/wiki/en/Rules) / [Installation](/wiki/en/Help_centre/Installation) / \
[Registration](/wiki/en/Help_centre/Registration) / [FAQ](/wiki/en/FAQ)

## Game client

[Game modes](/wiki/en/Game_mode) / [Gameplay](/wiki/en/Gameplay) / \
[Performance points](/wiki/en/Performance_points) / [Skinning](/wiki/en/Skinning)

## Beatmaps

[Beatmap](/wiki/en/Beatmap) / [Ranking criteria](/wiki/en/Ranking_criteria) / \
[Modding](/wiki/en/Modding) / [Kudosu](/wiki/en/Modding/Kudosu)

## Community

[Tournaments](/wiki/en/Tournaments) / [People](/wiki/en/People) / [Medals](/wiki/en/Medals)
""",
    ),
    "Rules": (
        "Rules",
        "conduct behaviour code",
        """\
# Rules

These rules hold everywhere: in the game, on the website, in chat.

1. **Treat others the way you would like to be treated.**
2. Do not cheat, and do not share accounts. One person, one account.
3. Keep public channels in their language.
4. Do not advertise. Linking to your stream once is fine.
5. Listen to moderators. If you disagree, write to the support team.

## Consequences

| what | first time | later |
| :-- | :-- | :-- |
| spam | five minutes of silence | longer each time |
| insults | an hour of silence | days |
| cheating | restriction | no appeal for a year |

See also: [Silence](/wiki/en/Silence)
""",
    ),
    "FAQ": (
        "FAQ",
        "questions answers help",
        """\
# Frequently asked questions

## Why can I not submit scores?

Check that you are signed in, and that the beatmap is up to date. Beatmaps without a leaderboard \
do not keep scores.

## Why did my rank go down although I did not play?

Others played. Ranks compare you with everybody else.

## How do I change my username?

Supporters can do so once for free. Your old name stays on your profile.

## Is there a mobile version?

The newer client runs on phones and tablets.
""",
    ),
    "Game_mode": (
        "Game mode",
        "ruleset gamemode",
        """\
# Game mode

There are four game modes:

- [osu!](/wiki/en/Game_mode/osu!): click circles, follow sliders, spin spinners.
- [osu!taiko](/wiki/en/Game_mode/osu!taiko): hit a drum's centre and rim.
- [osu!catch](/wiki/en/Game_mode/osu!catch): catch falling fruit with a plate.
- [osu!mania](/wiki/en/Game_mode/osu!mania): press the keys of falling notes.

Beatmaps made for osu! can be played in the other three; such a beatmap is called a *convert*.
""",
    ),
    "Game_mode/osu!": (
        "osu!",
        "standard circles",
        """\
# osu!

**osu!** is the oldest game mode. Objects appear on the playfield, and a circle closes in on each. \
When both meet, it is time to click.

## Judgements

| name | value |
| :-- | --: |
| 300 | 300 |
| 100 | 100 |
| 50 | 50 |
| miss | 0 |
""",
    ),
    "Game_mode/osu!taiko": (
        "osu!taiko",
        "drum don katsu",
        """\
# osu!taiko

Notes come from the right. Red ones are hit in the centre (*don*), blue ones on the rim (*katsu*). \
Large notes are worth more if both hands hit them.
""",
    ),
    "Game_mode/osu!catch": (
        "osu!catch",
        "fruits ctb catch the beat",
        """\
# osu!catch

A catcher runs along the bottom of the screen. **Hyperdashes** let them cross it in time for the \
next fruit when that glows red.

The ruleset is called `fruits` in files and addresses.
""",
    ),
    "Game_mode/osu!mania": (
        "osu!mania",
        "keys piano 4k 7k",
        """\
# osu!mania

Notes fall down in columns, one per key. Beatmaps have from 1 to 18 keys; most have **4** or \
**7**, and both have rankings of their own.
""",
    ),
    "Gameplay": (
        "Gameplay",
        "play",
        """\
# Gameplay

What happens between pressing play and the results screen.

- [Hit object](/wiki/en/Gameplay/Hit_object)
- [Accuracy](/wiki/en/Gameplay/Accuracy)
- [Score](/wiki/en/Gameplay/Score)
- [Game modifier](/wiki/en/Gameplay/Game_modifier)
""",
    ),
    "Gameplay/Hit_object": (
        "Hit object",
        "hitobject circle slider spinner",
        """\
# Hit object

A *hit object* is anything that wants to be hit: circles, sliders and spinners in osu!, drums and \
drum rolls in osu!taiko, fruit in osu!catch, notes and holds in osu!mania.

Each object has a time in milliseconds, and all but spinners have a place on the playfield, which \
is 512 by 384 units large.
""",
    ),
    "Gameplay/Accuracy": (
        "Accuracy",
        "acc percentage",
        """\
# Accuracy

Accuracy says how much of the best possible result was reached. A play with perfect hits only has \
100 %.

For osu!:

```
accuracy = (300 * n300 + 100 * n100 + 50 * n50) / (300 * (n300 + n100 + n50 + nmiss))
```
""",
    ),
    "Gameplay/Score": (
        "Score",
        "points scoring scorev2 classic",
        """\
# Score

The newer client counts up to one million points, before modifiers. The older one has no limit, \
and combo matters more there.

*Classic* display converts one into the other, so that both can be compared.
""",
    ),
    "Gameplay/Game_modifier": (
        "Game modifier",
        "mods mod hidden hard rock double time",
        """\
# Game modifier

**Modifiers**, or *mods* for short, make playing easier, harder, or just different.

| acronym | name | effect |
| :-- | :-- | :-- |
| EZ | Easy | larger circles, slower approach |
| HR | Hard Rock | smaller circles, upside down |
| HD | Hidden | no approach circles, objects fade out |
| DT | Double Time | 1.5 times as fast |
| HT | Half Time | 0.75 times as fast |
| FL | Flashlight | only a small area is visible |

The newer client lets many of them be adjusted: `DT` can run at any rate from 1.01 to 2.
""",
    ),
}
"""English pages by path."""
