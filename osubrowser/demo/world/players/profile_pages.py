"""The "me!" of each player: BBCode, and the HTML that osu!'s site makes of it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from osubrowser.demo.world import bbcode
from osubrowser.demo.world.draws import Draws, chance, pick
from osubrowser.demo.world.players.accounts import PEPPY
from osubrowser.demo.world.players.teams import ME
from osubrowser.demo.world.texts.profiles import LONG, SHORT

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_SHARE, _LONG_SHARE = 0.55, 0.2


class ProfilePages:
    """Writes the texts; more than half of all players have one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "profile pages")

    def of(self, account: int) -> dict[str, object]:
        """Return the `page` of an account: two empty texts for those who wrote nothing."""
        draws = self._draws.at(account)
        known = account in (ME, PEPPY)
        if not known and not chance(draws[0], _SHARE):
            return {"html": "", "raw": ""}
        text = LONG if known or chance(draws[1], _LONG_SHARE) else pick(draws[2], SHORT)
        return page(text.format(**self._words(account, draws)))

    def _words(self, account: int, draws: tuple[int, ...]) -> dict[str, object]:
        accounts, beatmaps = self._world.accounts, self._world.beatmaps
        friend, rival = (draw * len(accounts) >> 32 for draw in draws[3:5])
        index = draws[5] % 900
        song, user_id = beatmaps.song(index), accounts.id_of(account)
        return {
            "id": user_id,
            "name": _words_of(accounts.name_of(account)),
            "home": accounts.country_of(account).name,
            "year": accounts.joined(account).year,
            "mode": self._world.profiles.playmode(account),
            "picture": _picture(f"https://pictures.example/{user_id}.jpg"),
            "set": beatmaps.id_of(index),
            "song": _words_of(f"{song.artist} - {song.title}"),
            "friend": accounts.id_of(friend),
            "friend_name": _words_of(accounts.name_of(friend)),
            "rival": accounts.id_of(rival),
            "rival_name": _words_of(accounts.name_of(rival)),
        }


def page(text: str) -> dict[str, object]:
    """Return a text as it was written, and as the site shows it."""
    html = bbcode.to_html(text).removeprefix("<div class='bbcode'>")
    return {"html": f"<div class='bbcode bbcode--profile-page'>{html}", "raw": text}


def _words_of(name: str) -> str:
    """Return a name without what would be read as markup."""
    return name.replace("[", "(").replace("]", ")")


def _picture(address: str) -> str:
    """Return the address of a picture behind osu!'s proxy: the hex part is the original's."""
    plain = address.encode()
    return f"https://i.ppy.sh/{blake2b(plain, digest_size=20).hexdigest()}/{plain.hex()}"
