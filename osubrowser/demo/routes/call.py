"""Route definition, and the context of a call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from werkzeug.wrappers import Request

from osubrowser.demo.http.oauth import Authority, Grant
from osubrowser.demo.http.parameters import to_int
from osubrowser.demo.http.replies import refuse, unauthenticated
from osubrowser.demo.world.rulesets import BY_NAME
from osubrowser.demo.world.world import World

_BRACKETS = re.compile(r"(\w+)\[(\w*)\]")


@dataclass(frozen=True)
class Call:
    """Authorised API request with the world it is answered from."""

    request: Request
    world: World
    authority: Authority
    bearer: str
    grant: Grant | None
    """None where no token is needed and none was sent."""

    @property
    def query(self) -> Mapping[str, str]:
        """The query parameters, the last of each name."""
        return {name: values[-1] for name, values in self.request.args.lists()}

    @property
    def fields(self) -> dict[str, object]:
        """Fields of the request body, JSON or form, parsed as PHP does.

        Of a form, `name[]` is a list below `name`, and `name[part]` a dict.
        """
        if self.request.is_json:
            try:
                sent = self.request.get_json(silent=True)
            except RecursionError:
                sent = None
            return dict(sent) if isinstance(sent, dict) else {}
        return read_form(self.request.form.lists())

    @property
    def account(self) -> int | None:
        """Account of the token; None for client credentials."""
        return None if self.grant is None else self.grant.account

    @property
    def person(self) -> int:
        """Account of the token.

        Raises:
            Refusal: there is none (401).
        """
        if self.account is None:
            raise unauthenticated()
        return self.account

    @property
    def api_version(self) -> int:
        """The generation of answers that was asked for; 0 is the oldest. Dashes end the number."""
        return to_int(self.request.headers.get("x-api-version", "")) or 0


def read_form(pairs: Iterable[tuple[str, list[str]]]) -> dict[str, object]:
    """Return the fields of a form, with lists and one level of parts."""
    fields: dict[str, object] = {}
    for name, values in pairs:
        match = _BRACKETS.fullmatch(name)
        if match is None:
            fields[name] = values[-1]
        elif not match[2]:
            fields[match[1]] = values
        else:
            parts = fields.setdefault(match[1], {})
            if isinstance(parts, dict):
                parts[match[2]] = values[-1]
    return fields


Answer = Callable[..., object]


@dataclass(frozen=True)
class Route:
    """Route of API v2: method, path, handler, scope and cost.

    Attributes:
        answer: called with the `Call` and the parts of the path; returns the JSON body, None for
            an empty 204, or a `Reply` that is sent as it is.
        scope: the scope a token needs; `any` for any token, empty for no token, `*` for the game.
        person: whether somebody must be behind the token.
        cost: what the request costs of the rate limit.
        bucket: a rate limit of `osubrowser.demo.http.throttle` that applies besides `api`.
    """

    path: str
    answer: Answer
    scope: str = "public"
    person: bool = False
    method: str = "GET"
    cost: Callable[[Request], int] | None = None
    bucket: str = "api"


def ruleset_or_404(name: str | None, sentence: str | None = None) -> str:
    """Return a ruleset's name if it is one.

    Raises:
        Refusal: 404 with the sentence.
    """
    if name not in BY_NAME:
        raise refuse(404, sentence)
    return name
