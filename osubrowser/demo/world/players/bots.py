"""Profile of BanchoBot."""

from __future__ import annotations

from osubrowser.demo.world.clock import LAUNCH, offset_form
from osubrowser.demo.world.players.accounts import PEPPY, Accounts
from osubrowser.demo.world.players.names import normalised
from osubrowser.demo.world.players.profiles import Profiles, page, user_page_texts

BOT_ID = 3
BOT_NAME = "BanchoBot"

_NOTHING = {
    "global_rank": None,
    "country_rank": None,
    "global_rank_percent": None,
    "level": {"current": 1, "progress": 0},
    "grade_counts": {"ss": 0, "ssh": 0, "s": 0, "sh": 0, "a": 0},
    "is_ranked": False,
    "rank": {"country": None},
}
_GROUP = {
    "colour": None,
    "has_listing": False,
    "has_playmodes": False,
    "id": 29,
    "identifier": "bot",
    "is_probationary": False,
    "name": "Chat Bots",
    "short_name": "BOT",
    "playmodes": None,
}


def is_bot(text: str, key: str | None) -> bool:
    """Return whether an id or a name, as a path has it, is that of the bot."""
    name = text.removeprefix("@")
    by_name = key == "username" or name != text or not text.isdigit()
    return normalised(name) == normalised(BOT_NAME) if by_name else text == str(BOT_ID)


def profile(
    profiles: Profiles, accounts: Accounts, mode: str | None, *, viewer: int | None
) -> dict[str, object]:
    """Return the `UserExtended` of the bot; `mode` and `viewer` are as in `Profiles.whole`."""
    user = profiles.whole(PEPPY, mode, viewer=viewer)
    figures = user["statistics"]
    assert isinstance(figures, dict)  # noqa: S101 - the world made it
    zeros = {name: 0 if isinstance(value, int | float) else None for name, value in figures.items()}
    counts = {name: 0 for name in user if name.endswith("_count")}
    return user | counts | {
        "avatar_url": f"https://a.ppy.sh/{BOT_ID}?1650602000.png",
        "badges": [],
        "cover": accounts.cover(BOT_ID),
        "cover_url": accounts.cover(BOT_ID)["url"],
        "daily_challenge_user_stats": None,
        "discord": None,
        "groups": [_GROUP],
        "id": BOT_ID,
        "interests": None,
        "is_bot": True,
        "is_online": True,
        "is_supporter": False,
        "join_date": offset_form(LAUNCH),
        "kudosu": {"available": 0, "total": 0},
        "last_visit": offset_form(accounts.now),
        "location": None,
        "monthly_playcounts": [],
        "occupation": None,
        "page": page(user_page_texts().bot),
        "playmode": "osu",
        "playstyle": None,
        "previous_usernames": [],
        "profile_colour": "#DB7093",
        "profile_hue": None,
        "rank_highest": None,
        "rank_history": None,
        "rankHistory": None,
        "replays_watched_counts": [],
        "statistics": zeros | _NOTHING,
        "support_level": 0,
        "team": None,
        "title": "osu!'s own bot",
        "twitter": None,
        "user_achievements": [],
        "username": BOT_NAME,
        "website": None,
    }  # fmt: skip
