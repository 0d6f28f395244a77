"""Routes of chat: channels, messages, sending."""

from __future__ import annotations

from collections.abc import Mapping

from osubrowser.demo.http.parameters import clamp, to_bool, to_int
from osubrowser.demo.http.replies import refuse
from osubrowser.demo.routes.call import Call, Route
from osubrowser.demo.world.community.chat import LONGEST, Message, chat_texts

MOST = 50
"""How many messages come at once."""

_NAME_LENGTH = 50


def channels(call: Call) -> object:
    """Answer `GET chat/channels`: the public ones."""
    return [
        call.world.community.chat.channel(room.id, call.person) for room in chat_texts().channels
    ]


def channel(call: Call, channel: str) -> object:
    """Answer `GET chat/channels/{id}`: a joined channel with its members."""
    chat, number = call.world.community.chat, _joined(call, channel)
    return {
        "channel": chat.channel(number, call.person),
        "users": [call.world.accounts.card(one) for one in sorted(set(chat.members(number)))],
    }


def messages(call: Call, channel: str) -> object:
    """Answer `GET chat/channels/{id}/messages`."""
    chat, query, number = call.world.community.chat, call.query, _joined(call, channel)
    found = chat.messages(
        number,
        since=to_int(query.get("since")),
        until=to_int(query.get("until")),
        limit=clamp(to_int(query.get("limit")), 1, MOST, MOST),
    )
    shown = [chat.entity(message) for message in found]
    if to_bool(query.get("return_object")):
        users = call.world.community.authors.users(message.sender for message in found)
        return {"messages": shown, "users": users}
    return shown


def ack(call: Call) -> object:
    """Answer `POST chat/ack`: recent silences."""
    since = to_int(_plain(call.fields.get("history_since"))) or 0
    latest = call.world.now.toordinal()
    people = call.world.community.authors
    silences = [(day, people.gone(day * 2_654_435_761 % 2**32)) for day in (latest - 1, latest)]
    return {
        "silences": [
            {"id": day, "user_id": people.id_of(silenced)}
            for day, silenced in silences
            if day > since
        ]
    }


def mark_read(call: Call, channel: str, message: str) -> None:
    """Answer `PUT chat/channels/{id}/mark-as-read/{message}`."""
    number = _joined(call, channel)
    call.world.community.chat.mark_read(call.person, number, to_int(message) or 0)


# --- writing --------------------------------------------------------------------------------------


def new(call: Call) -> object:
    """Answer `POST chat/new`: a message to one person, in a channel that opens if needed."""
    chat, fields = call.world.community.chat, call.fields
    other = _person(call, fields.get("target_id"))
    text = _text(fields.get("message"))
    _refuse_if_full(call)
    opened = chat.open(call.person, (other,), call.world.accounts.name_of(other), None)
    message = _write(call, opened.id, text)
    return {
        "channel": chat.channel(opened.id, call.person),
        "message": chat.entity(message),
        "new_channel_id": opened.id,
    }


def send(call: Call, channel: str) -> object:
    """Answer `POST chat/channels/{id}/messages`."""
    number, text = _joined(call, channel), _text(call.fields.get("message"))
    if number == chat_texts().channels[1].id:
        raise refuse(403, "This channel is moderated.")
    _refuse_if_full(call)
    return call.world.community.chat.entity(_write(call, number, text))


def open_channel(call: Call) -> object:
    """Answer `POST chat/channels`: a private channel, or an announcement channel."""
    chat, fields = call.world.community.chat, call.fields
    kind = str(fields.get("type") or "")
    if kind == "PM":
        other = _person(call, fields.get("target_id"))
        opened = chat.open(call.person, (other,), call.world.accounts.name_of(other), None)
        return chat.channel(opened.id, call.person) | {"recent_messages": []}
    if kind != "ANNOUNCE":
        raise refuse(422, "invalid channel type")
    sent = fields.get("target_ids")
    targets = sent if isinstance(sent, list) else [sent]
    others = tuple(dict.fromkeys(_person(call, target) for target in targets))
    about = fields.get("channel")
    parts = about if isinstance(about, Mapping) else {}
    name = str(parts.get("name") or fields.get("channel.name") or "").strip()
    description = str(parts.get("description") or fields.get("channel.description") or "").strip()
    if not name or not description or len(name) > _NAME_LENGTH:
        raise refuse(422, "channel name and description are needed")
    text = _text(fields.get("message"))
    _refuse_if_full(call)
    opened = chat.open(call.person, others, name, description)
    message = _write(call, opened.id, text)
    whole = chat.channel(opened.id, call.person)
    return whole | {"recent_messages": [chat.entity(message)]}


def join(call: Call, channel: str, user: str) -> object:
    """Answer `PUT chat/channels/{id}/users/{user}`: join a public channel oneself."""
    chat, number = call.world.community.chat, to_int(channel) or 0
    _must_be_oneself(call, user)
    if chat.room(number) is None:
        raise refuse(404, "Specified Chat\\Channel couldn't be found.")
    chat.join(call.person, number)
    return chat.channel(number, call.person)


def leave(call: Call, channel: str, user: str) -> None:
    """Answer `DELETE chat/channels/{id}/users/{user}`."""
    _must_be_oneself(call, user)
    call.world.community.chat.leave(call.person, _joined(call, channel))


# --- what was asked for ---------------------------------------------------------------------------


def _joined(call: Call, channel: str) -> int:
    """Return the number of a channel that the person is in.

    Raises:
        Refusal: 404 if there is no such channel, or others are in it.
    """
    number, chat = to_int(channel) or 0, call.world.community.chat
    there = chat.room(number) is not None or chat.private(number) is not None
    if not there or not chat.is_in(call.person, number):
        raise refuse(404, "Specified Chat\\Channel couldn't be found.")
    return number


def _person(call: Call, target: object) -> int:
    found = call.world.accounts.by_id(to_int(_plain(target)) or 0)
    if found is None or found == call.person:
        raise refuse(422, "target user not found")
    return found


def _must_be_oneself(call: Call, user: str) -> None:
    if call.world.accounts.by_id(to_int(user) or 0) != call.person:
        raise refuse(403, "Access denied.")


def _text(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        raise refuse(422, "message is empty")
    if len(text) > LONGEST:
        raise refuse(422, "message is too long")
    return text


def _write(call: Call, channel: int, text: str) -> Message:
    action, uuid = call.fields.get("is_action"), call.fields.get("uuid")
    return call.world.community.chat.write(
        channel,
        call.person,
        text,
        action=action is True or str(action).lower() in ("1", "true", "on"),
        uuid=str(uuid) if uuid else None,
    )


def _refuse_if_full(call: Call) -> None:
    if call.world.community.chat.is_full():
        raise refuse(403, "Please wait a while before sending another message.")


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int)) else None


_READ, _WRITE, _MANAGE = "chat.read", "chat.write", "chat.write_manage"
_ONE = "/chat/channels/<channel>"

ROUTES: tuple[Route, ...] = (
    Route("/chat/channels", channels, scope=_READ, person=True),
    Route(_ONE, channel, scope=_READ, person=True),
    Route(f"{_ONE}/messages", messages, scope=_READ, person=True),
    Route("/chat/ack", ack, scope=_READ, person=True, method="POST"),
    Route(f"{_ONE}/mark-as-read/<message>", mark_read, scope=_READ, person=True, method="PUT"),
    Route("/chat/new", new, scope=_WRITE, person=True, method="POST"),
    Route(f"{_ONE}/messages", send, scope=_WRITE, person=True, method="POST"),
    Route("/chat/channels", open_channel, scope=_MANAGE, person=True, method="POST"),
    Route(f"{_ONE}/users/<user>", join, scope=_MANAGE, person=True, method="PUT"),
    Route(f"{_ONE}/users/<user>", leave, scope=_MANAGE, person=True, method="DELETE"),
)
