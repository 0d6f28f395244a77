"""What belongs to the person who is signed in: profile, friends, favourites, the token itself."""

from __future__ import annotations

from osubrowser.demo.routes.call import Call, Route, ruleset_or_404

RELATIONS_SINCE = 20241022
"""The version from which friends are relations with a `target`; before, plain users."""


def me(call: Call, mode: str | None = None) -> object:
    """Answer `GET me/{mode?}`."""
    if mode is not None:
        ruleset_or_404(mode)
    return call.world.profiles.own(call.person, mode)


def favourites(call: Call) -> object:
    """Answer `GET me/beatmapset-favourites`."""
    return {"beatmapset_ids": call.world.profiles.favourites(call.person)}


def friends(call: Call) -> object:
    """Answer `GET friends` in the shape of the version asked for."""
    world = call.world
    figures = world.figures(world.profiles.playmode(call.person))
    found: list[dict[str, object]] = []
    for account in world.friends.accounts:
        user = world.profiles.listed(account)
        user["statistics"] = figures.of(account)
        if call.api_version >= RELATIONS_SINCE:
            relation: dict[str, object] = {
                "target_id": world.accounts.id_of(account),
                "relation_type": "friend",
                "mutual": world.friends.is_mutual(account),
                "target": user,
            }
            found.append(relation)
        else:
            found.append(user)
    return found


def revoke(call: Call) -> None:
    """Answer `DELETE oauth/tokens/current`."""
    call.authority.revoke(call.bearer)


ROUTES = (
    Route("/me/beatmapset-favourites", favourites, scope="identify", person=True),
    Route("/me", me, scope="identify", person=True),
    Route("/me/<mode>", me, scope="identify", person=True),
    Route("/friends", friends, scope="friends.read", person=True),
    Route("/oauth/tokens/current", revoke, scope="any", method="DELETE"),
)
