"""Tool with both grants: what a guest may not do, and the signed-in player's own pages."""

import os
from pathlib import Path

from ossapi import AccessDeniedError, Domain, Grant, InsufficientScopeError, Ossapi, Scope

CLIENT_ID = int(os.environ["CLIENT_ID"])
CLIENT_SECRET = os.environ["CLIENT_SECRET"]
REDIRECT_URI = os.environ["REDIRECT_URI"]
SCOPES = [Scope.PUBLIC, Scope.IDENTIFY, "friends.read"]

guest = Ossapi(CLIENT_ID, CLIENT_SECRET, grant="client")
print(guest.grant, guest.scopes, guest.domain, guest.redirect_uri)
for call in (guest.get_me, guest.friends):
    try:
        call()
    except InsufficientScopeError as error:
        print(type(error).__name__, call.__name__)
try:
    guest.send_pm(2, "hello")
except (AccessDeniedError, InsufficientScopeError) as error:
    print(type(error).__name__)
try:
    Ossapi(CLIENT_ID, CLIENT_SECRET, grant=Grant.AUTHORIZATION_CODE)
except ValueError as error:
    print("ValueError:", bool(str(error)))
try:
    Ossapi(CLIENT_ID, CLIENT_SECRET, scopes=["identify"])
except ValueError as error:
    print("ValueError:", bool(str(error)))

folder = Path("tokens")
folder.mkdir()
Ossapi(CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES, token_directory="tokens", token_key="me")
print(len(list(folder.iterdir())), [path.stem for path in folder.iterdir()])
api = Ossapi(
    CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES, token_directory=str(folder), token_key="me"
)
me = api.get_me()
print(me.username, me.id, me.statistics.global_rank, api.grant is Grant.AUTHORIZATION_CODE)
print(me.session_verified if hasattr(me, "session_verified") else None, me.is_restricted)
for relation in api.friends()[:5]:
    print(
        relation.target_id, relation.relation_type.value, relation.mutual, relation.target.username
    )
for room in api.rooms(limit=2):
    print(room.id, room.name, room.category.value, room.type.value)
token = api.session.token["access_token"]
other = Ossapi(
    CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPES, access_token=token, refresh_token="x"
)
print(other.get_me().id == me.id)
key = Ossapi.gen_token_key(Grant.AUTHORIZATION_CODE, 1, "secret", [Scope.PUBLIC])
print(key, Ossapi.gen_token_key("client", 1, "secret", ["public"], Domain.DEV))
Ossapi.remove_token("me", "tokens")
print(list(folder.iterdir()))
try:
    Ossapi.remove_token("me", "tokens")
except FileNotFoundError:
    print("removed before")
