"""Entries of a changelog: who changed what, with a word on why now and then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from osubrowser.demo.world import markdown
from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.draws import Draws, between, chance, pick
from osubrowser.demo.world.texts.changelog import (
    ADDITIONS,
    CATEGORIES,
    CODERS,
    FIXES,
    MESSAGES,
    MISC,
    THINGS,
)
from osubrowser.demo.world.timeline import seconds

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

_MOST = 24
_TIDY_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Only older builds have changes of the type `misc`, or none at all."""


class Changes:
    """Makes the entries of builds."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "changes")

    def of(
        self, number: int, created: datetime, repositories: tuple[str, ...]
    ) -> list[dict[str, object]]:
        """Return the `ChangelogEntry` objects of a build; one without any has a placeholder.

        Args:
            number: the number of the build.
            created: when it came out.
            repositories: where its changes come from, the usual ones several times.
        """
        draws = self._draws.at(number)
        if chance(draws[0], 0.06) and created < _TIDY_SINCE:
            return [_placeholder()]
        count = 1 + int((draws[1] / 2**32) ** 2 * (_MOST - 4))
        return [self._entry(number * _MOST + k, created, repositories) for k in range(count)]

    def _entry(
        self, serial: int, created: datetime, repositories: tuple[str, ...]
    ) -> dict[str, object]:
        draws = self._draws.at(10_000_000 + serial)
        repository = pick(draws[0], repositories)
        kind = pick(draws[1], ("add", "fix", "fix", "fix", "fix", "misc"))
        if kind == "misc" and created >= _TIDY_SINCE:
            kind = "fix"
        frames = {"add": ADDITIONS, "fix": FIXES, "misc": MISC}[kind]
        title = pick(draws[2], frames).format(thing=pick(draws[3], THINGS[repository]))
        request = between(draws[4], 400, 38_000)
        message = pick(draws[5], MESSAGES)
        by_hand = chance(draws[6], 0.06)
        return {
            "id": 1_000 + serial,
            "repository": None if by_hand else repository,
            "github_pull_request_id": None if by_hand else request,
            "github_url": None if by_hand else f"https://github.com/{repository}/pull/{request}",
            "url": None,
            "type": kind,
            "category": pick(draws[7], CATEGORIES[repository]),
            "title": title,
            "major": chance(draws[8], 0.2),
            "created_at": offset_form(created - timedelta(hours=between(draws[9], 1, 90))),
            "github_user": self._coder(draws[10], seconds(created)),
            "message": message,
            "message_html": markdown.to_html(message, "changelog-md") if message else None,
        }

    def _coder(self, draw: int, second: int) -> dict[str, object]:
        """Return the `github_user` of a change; some of them have an account."""
        place = draw * len(CODERS) >> 32
        name, known = CODERS[place]
        user: dict[str, object] = {
            "display_name": name,
            "github_url": f"https://github.com/{name}",
            "github_username": name,
            "id": 40 + 7 * place,
            "osu_username": None,
            "user_id": None,
            "user_url": None,
        }
        if known:
            accounts = self._world.accounts
            account = 150 + 31 * place
            if account < self._world.social.people.registered.there(second):
                user["display_name"] = user["osu_username"] = accounts.name_of(account)
                user["user_id"] = accounts.id_of(account)
                user["user_url"] = f"https://osu.ppy.sh/users/{accounts.id_of(account)}"
        return user


def _placeholder() -> dict[str, object]:
    """Return what stands in a build without entries."""
    return {
        "id": None,
        "repository": None,
        "github_pull_request_id": None,
        "github_url": None,
        "url": None,
        "type": "misc",
        "category": "Misc",
        "title": None,
        "major": True,
        "created_at": "1970-01-01T00:00:00+00:00",
        "github_user": {"display_name": "peppy"},
        "message": "This build has no special changes.",
        "message_html": "<div class='changelog-md'><p class=\"changelog-md__paragraph\">"
        "This build has no special changes.</p>\n</div>",
    }
