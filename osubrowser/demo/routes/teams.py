"""Routes of teams."""

from __future__ import annotations

from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import Reply, origin_of, refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.players.teams import COUNT
from osubrowser.demo.world.rulesets import BY_NAME

_UNKNOWN = "Specified Team couldn't be found."


def team(call: Call, team: str, ruleset: str | None = None) -> object:
    """Answer `GET teams/{team}/{ruleset?}`; a short name is sent on to the website."""
    teams = call.world.teams
    if team.startswith("@"):
        return _website(call, team[1:])
    found = teams.by_id(to_int(team) or 0)
    if found is None:
        raise refuse(404, _UNKNOWN)
    if ruleset is not None and ruleset not in BY_NAME:
        raise refuse(422, "invalid ruleset name")
    number = None if ruleset is None else BY_NAME[ruleset].id
    return call.world.team_details.entity(found, number)


def _website(call: Call, short: str) -> Reply:
    """Redirect to the page of the first team that writes this before its members' names."""
    teams, wanted = call.world.teams, short.casefold()
    for one in range(1, COUNT + 1):
        if str(teams.entity(one)["short_name"]).casefold() == wanted:
            reply = Reply(status=302)
            reply.headers["Location"] = f"{origin_of(call.request)}/teams/{teams.id_of(one)}"
            return reply
    raise refuse(404, _UNKNOWN)


ROUTES: tuple[Route, ...] = (
    Route("/teams/<team>", team),
    Route("/teams/<team>/<ruleset>", team),
)
