"""What players write about themselves, as BBCode; what is in braces is filled in."""

from __future__ import annotations

from typing import Final

LONG: Final = """\
[centre][size=150]Hi, I am [color=#ff66ab]{name}[/color][/size]
[size=85]{home} · since {year}[/size][/centre]
[img]{picture}[/img]
[heading]About me[/heading]
I mostly play [b]{mode}[/b] on weekends, and I make a beatmap [i]now and then[/i]. \
My favourite of all is [url=https://osu.ppy.sh/beatmapsets/{set}]{song}[/url].
[notice]Requests: [u]closed[/u]. [s]Maybe next month.[/s] They are open to friends.[/notice]
[heading]People whose maps I like[/heading]
[list]
[*][profile={friend}]{friend_name}[/profile], for the streams
[*][profile={rival}]{rival_name}[/profile], who is always a few ranks ahead
[*][url=https://osu.ppy.sh/users/3]BanchoBot[/url], for the jokes
[/list]
[quote="{friend_name}"]
{name} never misses the last circle. Nearly never.
[/quote]
[box=My setup]
[list=1]
[*]Tablet, area 62 x 41 mm, no smoothing
[*]Keyboard with two keys that still work
[*]Far too much tea
[/list]
[/box]
[box=How to reach me]
Over [url=https://osu.ppy.sh/community/forums]the forum[/url], \
or at [url=https://example.com/{id}]my own page[/url]. Please, no [c]chat requests[/c] at night :)
[/box]
[code]
AR 9.3  OD 8.8  CS 4
[/code]
[right]こんにちは！ 반가워요!  ❤[/right]"""
"""One with everything that such a text can have."""

SHORT: Final = (
    "[b]{name}[/b]\nHi, I am {name}. I mostly play {mode} on weekends.",
    "[b]{name}[/b]\nIf you mod my maps I will mod yours. "
    "[profile={friend}]{friend_name}[/profile] can tell you that I keep my word.",
    "[heading]{name}[/heading]\n"
    "[list]\n[*]Tablet area 62 x 41 mm\n[*]no smoothing\n[*]far too much tea\n[/list]",
    "[centre][size=150]{name}[/size]\n[color=#66ccff]Feel free to say hi![/color] こんにちは！"
    "[/centre]",
    "[notice]Gone fishing. Back in spring.[/notice]\n"
    "[box=My best plays]\n[url=https://osu.ppy.sh/beatmapsets/{set}]{song}[/url], "
    "[u]full combo[/u], and nobody saw it :D\n[/box]",
    "[img]{picture}[/img]\n[quote]One more try, then to bed.[/quote]",
)

BOT: Final = """\
[centre][size=150]I am a bot.[/size][/centre]
I answer in chat to [c]!help[/c], [c]!where[/c] and [c]!roll[/c], and I say who has won.
[box=What I can do]
[list]
[*][b]!roll[/b] throws dice
[*][b]!where[/b] tells from which country somebody is
[*][b]!mp[/b] keeps order in multiplayer rooms
[/list]
[/box]
Made by [profile=2]peppy[/profile]."""
