"""Chat over HTTP: generated channels, and written messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller

_SCOPES = frozenset(("public", "identify", "chat.read", "chat.write", "chat.write_manage"))


@pytest.fixture
def talker() -> Iterator[Caller]:
    """The demo player with the right to chat, in a world of his own."""
    with DemoServer(world=World(1, NOW)) as server:
        token = server.authority.issue(server.world.me, _SCOPES)
        caller = Caller(server, str(token["access_token"]))
        yield caller
        caller.session.close()


def _send(caller: Caller, method: str, path: str, **body: object) -> requests.Response:
    url = f"{caller.server.url}/api/v2/{path}"
    return caller.session.request(method, url, json=body, timeout=20)


def _someone(caller: Caller, account: int = 900) -> int:
    return caller.server.world.accounts.id_of(account)


def _messages(caller: Caller, channel: int, **asked: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = caller.json(f"chat/channels/{channel}/messages", **asked)
    return found


def test_public_channels(talker: Caller) -> None:
    channels = talker.json("chat/channels")
    assert channels[0]["name"] == "#osu"
    assert {channel["type"] for channel in channels} == {"PUBLIC"}
    assert {channel["message_length_limit"] for channel in channels} == {450}
    assert all(channel["users"] == [] for channel in channels)
    assert len({channel["channel_id"] for channel in channels}) == len(channels) > 10
    newest = _messages(talker, channels[0]["channel_id"])[-1]
    assert channels[0]["last_message_id"] == newest["message_id"]


def test_messages_forwards_and_backwards(talker: Caller) -> None:
    newest = _messages(talker, 5)
    assert len(newest) == 50
    ids = [message["message_id"] for message in newest]
    assert ids == sorted(ids)
    stamps = [message["timestamp"] for message in newest]
    assert stamps == sorted(stamps)
    assert stamps[-1] < f"{NOW:%Y-%m-%dT%H:%M:%SZ}"
    before = _messages(talker, 5, until=ids[0], limit=20)
    assert before[-1]["message_id"] < ids[0]
    assert len(before) == 20
    joined = _messages(talker, 5, since=before[-1]["message_id"])
    assert joined == newest
    assert _messages(talker, 5, since=ids[10], limit=3) == newest[11:14]
    assert _messages(talker, 5, since=ids[-1]) == []


def test_messages_as_an_object(talker: Caller) -> None:
    body = talker.json("chat/channels/5/messages", return_object="true")
    assert body["messages"] == _messages(talker, 5)
    senders = {message["sender_id"] for message in body["messages"]}
    assert {user["id"] for user in body["users"]} <= senders


def test_a_sender_who_is_gone_leaves_a_placeholder(talker: Caller) -> None:
    until: dict[str, object] = {}
    for _ in range(30):
        page = _messages(talker, 5, **until)
        until = {"until": page[0]["message_id"]}
        gone = [message for message in page if message["sender"]["is_deleted"]]
        if gone:
            assert gone[0]["sender"]["username"] == "[deleted user]"
            assert gone[0]["sender"]["avatar_url"] is None
            return
    pytest.fail("nobody is gone")


def test_actions_and_plain_lines(talker: Caller) -> None:
    page = [
        *_messages(talker, 5),
        *_messages(talker, 5, until=_messages(talker, 5)[0]["message_id"]),
    ]
    kinds = {(message["is_action"], message["type"]) for message in page}
    assert kinds == {(True, "action"), (False, "plain")}


def test_a_private_message_opens_a_channel(talker: Caller) -> None:
    made = _send(
        talker, "POST", "chat/new", target_id=_someone(talker), message="hello :)", uuid="u1"
    )
    body = made.json()
    channel = body["new_channel_id"]
    assert body["message"]["content"] == "hello :)"
    assert body["message"]["uuid"] == "u1"
    assert body["channel"]["type"] == "PM"
    assert body["message"]["timestamp"] >= f"{NOW:%Y-%m-%dT%H:%M:%SZ}"
    again = _send(
        talker, "POST", "chat/new", target_id=_someone(talker), message="o/", is_action=True
    )
    assert again.json()["new_channel_id"] == channel
    assert again.json()["message"]["type"] == "action"
    assert [m["content"] for m in _messages(talker, channel)] == ["hello :)", "o/"]
    shown = talker.json(f"chat/channels/{channel}")
    assert {user["id"] for user in shown["users"]} == {
        _someone(talker),
        talker.json("me")["id"],
    }
    other = _send(talker, "POST", "chat/new", target_id=_someone(talker, 901), message="x").json()
    assert other["new_channel_id"] != channel


def test_an_announcement(talker: Caller) -> None:
    body = {
        "type": "ANNOUNCE",
        "channel": {"name": "Cup", "description": "Finals"},
        "message": "**Sunday!**",
        "target_ids": [_someone(talker), _someone(talker, 901)],
    }
    channel = _send(talker, "POST", "chat/channels", **body).json()
    assert (channel["type"], channel["name"], channel["description"]) == (
        "ANNOUNCE",
        "Cup",
        "Finals",
    )
    assert channel["users"] == []
    members = talker.json(f"chat/channels/{channel['channel_id']}")["users"]
    assert len(members) == 3
    assert all({"country", "cover", "groups", "team"} <= member.keys() for member in members)
    (message,) = _messages(talker, channel["channel_id"])
    assert (message["content"], message["type"]) == ("**Sunday!**", "markdown")
    assert message["message_id"] == channel["last_message_id"]


def test_our_client_announces(talker: Caller) -> None:
    server = talker.server
    with Client(
        server.client_id,
        server.client_secret,
        "http://127.0.0.1:17272/callback",
        sorted(_SCOPES),
        base_url=server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        client.use_token(server.authority.issue(server.world.me, _SCOPES))
        people = [_someone(talker), _someone(talker, 901)]
        channel = client.send_announcement("Cup", "Finals", "**Sunday!**", people)
        assert (channel.name, channel.description) == ("Cup", "Finals")
        members = client.chat_channel(channel.channel_id).users
        assert set(people) < {member.id for member in members}
        (message,) = client.chat_messages(channel.channel_id)
        assert message.content == "**Sunday!**"
        assert client.send_pm(people[0], "hello").message.content == "hello"


def test_joining_talking_reading_leaving(talker: Caller) -> None:
    me = talker.json("me")["id"]
    assert talker.get("chat/channels/31").status_code == 404
    joined = _send(talker, "PUT", f"chat/channels/31/users/{me}").json()
    assert joined["current_user_attributes"]["can_message"] is True
    sent = _send(
        talker, "POST", "chat/channels/31/messages", message="moin", is_action=False
    ).json()
    assert _messages(talker, 31)[-1] == sent
    assert _messages(talker, 31, since=sent["message_id"] - 1) == [sent]
    read = _send(talker, "PUT", f"chat/channels/31/mark-as-read/{sent['message_id']}")
    assert (read.status_code, read.content) == (204, b"")
    assert talker.json("chat/channels/31")["channel"]["last_read_id"] == sent["message_id"]
    assert _send(talker, "DELETE", f"chat/channels/31/users/{me}").status_code == 204
    assert talker.get("chat/channels/31/messages").status_code == 404


def test_who_was_silenced(talker: Caller) -> None:
    silences = _send(talker, "POST", "chat/ack").json()["silences"]
    assert len(silences) == 2
    newer = _send(talker, "POST", "chat/ack", history_since=silences[0]["id"]).json()["silences"]
    assert newer == silences[1:]


@pytest.mark.parametrize(
    "body",
    [
        {"message": "no target"},
        {"target_id": 1, "message": "nobody"},
        {"target_id": 2},
        {"target_id": 2, "message": "x" * 451},
    ],
)
def test_messages_that_cannot_be_sent(talker: Caller, body: dict[str, object]) -> None:
    answer = _send(talker, "POST", "chat/new", **body)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_chat_needs_its_scopes(player: Caller, guest: Caller) -> None:
    assert player.get("chat/channels").status_code == 403
    assert guest.get("chat/channels").status_code in (401, 403)
    assert _send(player, "POST", "chat/new", target_id=2, message="x").status_code == 403
