"""News posts: what each kind is called and what it says."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of news post; `{...}` is filled in by the world.

    `sets` lists beatmapsets, `people` players.
    """

    title: str
    slug: str
    opening: tuple[str, ...]
    body: str


KINDS = {
    "loved": Kind(
        "Project Loved: {month} {year}",
        "project-loved-{month}-{year}",
        (
            "A new round of community favourites is up for a place in the Loved category.",
            "Old gems, strange gimmicks and one very long marathon: here is this month's round.",
            "The votes are open! Which of these beatmaps deserve a leaderboard of their own?",
        ),
        """Welcome to another round of **Project Loved**. The captains went through several \
hundred suggestions and came back with the following beatmaps.

## Candidates

{sets}

Voting is open for ten days. A beatmap needs *at least 85 %* of yes votes, and 90 % for osu!.

## How to suggest

1. Check that the beatmap is graveyarded and that its mapper agrees.
2. Post it in the [suggestion thread](/community/forums/120).
3. Wait for the captains of that game mode to play it.

See you next month!""",
    ),
    "artist": Kind(
        "New Featured Artist: {artist}",
        "new-featured-artist-{artist}",
        (
            "{artist} joins the Featured Artist catalogue with {count} tracks!",
            "Please welcome {artist}, who brings {count} licensed songs for you to map.",
            "From basement demos to festival stages: {artist} is our newest Featured Artist.",
        ),
        """There is hardly a corner of the library that has not heard of **{artist}**, and now the \
songs are free to use for everybody.

![A wall of cassette tapes](https://assets.ppy.sh/artists/{number}/header.jpg "{artist}")

{count} tracks are available from today, all of them timed and ready to be opened in the editor:

{sets}

> I used to fail these songs for years. Now I can fail them legally.

Head to the [artist listing](/beatmaps/artists) to get the templates.""",
    ),
    "spotlights": Kind(
        "Beatmap Spotlights: {season} {year}",
        "beatmap-spotlights-{season}-{year}",
        (
            "The {season} season is here, with beatmaps for every skill level.",
            "Pack your tablet: the {season} spotlights start today.",
        ),
        """The curators of all four game modes looked through everything that was ranked lately, \
and these are the beatmaps that stayed in their heads.

## osu!

{sets}

## How to take part

- Play any of the beatmaps before the season ends.
- Every player with a score gets a place on the [leaderboards](/rankings/osu/charts).
- The top half of the players of each division receives a badge on the forum.

Thanks to {people} for curating.""",
    ),
    "worldcup": Kind(
        "{mode} World Cup {year}: {stage}",
        "{mode}-world-cup-{year}-{stage}",
        (
            "{stage} of the {mode} World Cup {year} is behind us. Here is how it went.",
            "Upsets, tiebreakers and a very tired commentary team: {stage} in review.",
        ),
        """What a weekend. **{stage}** brought {count} matches, and three of them went to the \
tiebreaker.

## Results

- {country} **7** - 3 {other}
- {other} 5 - **6** {third}
- {third} **6** - 0 {country}

## Player to watch

{people} kept a cool head when it counted and held the only full combo on the hidden pool.

All matches can be watched again on the [stream](https://www.twitch.tv/osulive). The next round \
starts on Saturday at 14:00 UTC.""",
    ),
    "performance": Kind(
        "Performance Points & Star Rating Updates ({month} {year})",
        "performance-points-star-rating-updates-{month}-{year}",
        (
            "It is that time again: pp changes are live, and everything is being recalculated.",
            "New star ratings, fewer surprises. Here is what changed and why.",
        ),
        """A new set of changes to difficulty and performance calculation goes live today. All \
scores are recalculated in the background, which takes about *three days*.

## osu!

- Slider-heavy patterns are worth more where the sliders have to be followed.
- Very short beatmaps at high speed give less.
- `Hidden` scales with the approach rate instead of the object density.

## osu!taiko

- Rhythm changes are recognised over longer stretches.

## osu!catch and osu!mania

- No balance changes. Some bugs in convert handling are gone.

Questions? {people} will answer them in the comments for the next two days.""",
    ),
    "lazer": Kind(
        "osu!lazer updates: {month} {year}",
        "osulazer-updates-{month}-{year}",
        (
            "Song select got faster, the editor got friendlier, and replays can be scrubbed.",
            "Another month, another {count} merged pull requests.",
        ),
        """Here is what the team was up to.

### Gameplay

- Frame pacing is steadier on integrated graphics.
- Stable skins show their combo bursts again.

### Editor

- Objects can be nudged by `Ctrl` + arrow keys, and rotated around the playfield's centre.
- Timing points show how far away the next one is.

### Online

- Daily challenge results show where in the distribution your score is.
- Chat remembers where you stopped reading.

As always, the full list is in the [changelog](/home/changelog/lazer).""",
    ),
    "contest": Kind(
        "{theme} Contest: Results",
        "{theme}-contest-results-{month}-{year}",
        (
            "{count} entries, five judges, one winner. The results are in!",
            "You voted, we counted: these are the winners of the {theme} contest.",
        ),
        """After two weeks of voting, the podium stands:

1. {people}
2. a very close second place, twelve votes behind
3. an entry that the judges called *delightfully unreasonable*

Everybody who took part gets a month of osu!supporter, and the winner a profile badge.

All {count} entries stay on display on the [contest page](/community/contests).""",
    ),
    "interview": Kind(
        "Community Interview: {player}",
        "community-interview-{player}",
        (
            "We sat down with {player} to talk about practice, nerves and tea.",
            "From last in every lobby to the top of {country}: a talk with {player}.",
        ),
        """**How did you start playing?**

My cousin showed me. I could not pass a two star map for a month, and I was hooked.

**What does a day of practice look like?**

One hour, no more. Half of it on maps that I *cannot* play, and half on ones I love.

**Any advice for newcomers?**

Do not look at your rank for a year. Play what you enjoy, and turn your chair to the right height.

**Thank you!**

Thanks for having me, and greetings to {people}.""",
    ),
    "tournaments": Kind(
        "Community Tournaments: {month} {year}",
        "community-tournaments-{month}-{year}",
        (
            "Looking for a team? These tournaments are open for registration this month.",
            "{count} tournaments ended last month, and twice as many are about to begin.",
        ),
        """| tournament | mode | ranks | ends |
| :-- | :-- | :-- | :-- |
| Winter Cup | osu! | open | 14th |
| Digits of Doom | osu! | 10,000 - 99,999 | 21st |
| Drum & Friends | osu!taiko | open, teams of 3 | 28th |

Congratulations to {people} on winning last month's finals.

Hosts who would like to be listed can read [the wiki](/wiki/Tournaments/Official_support).""",
    ),
    "maintenance": Kind(
        "Scheduled maintenance on {day} {month}",
        "scheduled-maintenance-{day}-{month}-{year}",
        (
            "The servers move to new machines. Expect about forty minutes of downtime.",
            "A database upgrade needs a short break. Scores are kept and sent afterwards.",
        ),
        """We will take the site and the game servers offline on **{day} {month}** at 06:00 UTC.

- Multiplayer rooms will be closed ten minutes before.
- Scores set during the break are submitted when the servers are back.

**Update:** everything is back. Thank you for your patience!""",
    ),
    "wrapup": Kind(
        "Wrapping up {year}",
        "wrapping-up-{year}",
        ("{year} in figures, pictures and far too many circles.",),
        """Another year ends. You clicked **{count} billion** circles, uploaded thousands of \
beatmaps, and wrote more comments than anybody can read.

## Beatmaps of the year

{sets}

## Thank you

To everybody who mapped, modded, translated, moderated, or simply played: {people}, and all of \
you. Happy new year!""",
    ),
}
"""Every kind of news post by its key."""

STAGES = (
    "Group Stage",
    "Round of 32",
    "Round of 16",
    "Quarterfinals",
    "Semifinals",
    "Finals",
    "Grand Finals",
)
MODES = ("osu!", "osu!taiko", "osu!catch", "osu!mania 4K", "osu!mania 7K")
THEMES = (
    "Winter Fanart",
    "Summer Fanart",
    "Skinning",
    "Beatmapping",
    "Mascot Cosplay",
    "Haiku",
    "Storyboarding",
    "Triangles",
)
