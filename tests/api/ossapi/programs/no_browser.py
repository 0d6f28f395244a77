"""Server program: signs nobody in by itself, and works with the tokens that it is given."""

import asyncio
import os

from ossapi import Ossapi, OssapiAsync
from ossapi.ossapiv2_async import GameMode, User

CLIENT_ID = int(os.environ["CLIENT_ID"])
CLIENT_SECRET = os.environ["CLIENT_SECRET"]
REDIRECT_URI = os.environ["REDIRECT_URI"]
SCOPES = ["public", "identify"]


class Refusing:
    """What both clients do when they would open a browser."""

    def _new_authorization_grant(self, client_id, client_secret, redirect_uri, scopes):
        print("asked to sign in", [scope.value for scope in scopes])
        raise NotImplementedError("no browser here")


class Api(Refusing, Ossapi):
    """Blocking client."""

    def __init__(self, *args, **kwargs):
        Ossapi.__init__(self, *args, domain="osu", **kwargs)


class AsyncApi(Refusing, OssapiAsync):
    """Asynchronous client."""


async def ask(token: str) -> None:
    api = AsyncApi(CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES, access_token=token)
    me: User = await api.get_me()
    friend, best = await asyncio.gather(
        api.user("peppy", mode=GameMode.TAIKO, key="username"),
        api.user_scores(me.id, "best", limit=3),
    )
    print(me.username, friend.id, len(best))


for kind in (Api, AsyncApi):
    try:
        kind(CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES, token_key=kind.__name__)
    except NotImplementedError as error:
        print(kind.__name__, error)
guest = Api(CLIENT_ID, CLIENT_SECRET)
print(guest.user(2).username, guest.grant.value)
token = Ossapi(CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES).session.token
print(isinstance(token, dict), token["token_type"])
asyncio.run(ask(token["access_token"]))
asyncio.run(ask(token["access_token"]))
