"""Chat: public channels with generated messages, private channels in memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from threading import RLock
from typing import NamedTuple

import msgspec

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.clock import LAUNCH, seconds, zulu_form
from osubrowser.demo.world.data import load
from osubrowser.demo.world.draws import Draws, chance, pick
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import GONE, Authors

LONGEST = 450
"""How many letters a message may have."""

MOST = 1_000
"""How many messages can be written."""

_SLOT, _ROOMS = 24, 64
_KEPT_SLOTS = 14 * 86_400 // _SLOT
_FIRST_PRIVATE = 91_000_000


class Channel(msgspec.Struct, frozen=True):
    """Public channel: activity from 0 to 1, and the language or purpose of its lines."""

    id: int
    name: str
    description: str
    busy: float
    language: str


class ChatTexts(msgspec.Struct, frozen=True):
    """Public channels and the lines written in them."""

    channels: tuple[Channel, ...]
    lines: dict[str, tuple[str, ...]]
    """By language or purpose."""
    now_playing: str


@cache
def chat_texts() -> ChatTexts:
    """Return the public channels and their lines."""
    return load("chat", ChatTexts)


@cache
def _places() -> dict[int, tuple[int, Channel]]:
    """Return index and channel by the id of the channel."""
    return {one.id: (place, one) for place, one in enumerate(chat_texts().channels)}


class Message(NamedTuple):
    """Record of a message. The time is in seconds since launch."""

    id: int
    channel: int
    sender: int
    second: int
    text: str
    action: bool = False
    uuid: str | None = None


class PrivateChannel(NamedTuple):
    """Private channel: with one other person, or for an announcement."""

    id: int
    type: str
    name: str
    description: str | None
    members: tuple[int, ...]


class Chat:
    """All channels of one world. Thread-safe."""

    def __init__(
        self, seed: int, now: datetime, accounts: Accounts, beatmaps: Beatmaps, authors: Authors
    ) -> None:
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._draws = Draws(seed, "chat")
        self._now = seconds(now)
        self._began = time.monotonic()
        self._lock = RLock()
        self._written: list[Message] = []
        self._private: dict[int, PrivateChannel] = {}
        self._joined: dict[int, set[int]] = {}
        self._read: dict[tuple[int, int], int] = {}

    # --- channels -------------------------------------------------------------------------------

    def room(self, channel: int) -> Channel | None:
        """Return the public channel with this id, or None."""
        found = _places().get(channel)
        return None if found is None else found[1]

    def private(self, channel: int) -> PrivateChannel | None:
        """Return the private channel with this id, or None."""
        return self._private.get(channel)

    def is_in(self, account: int, channel: int) -> bool:
        """Return whether an account joined a channel; the first one is joined by all."""
        private = self._private.get(channel)
        if private is not None:
            return account in private.members
        return channel in self._joined.get(account, {chat_texts().channels[0].id})

    def join(self, account: int, channel: int) -> None:
        """Add an account to a public channel."""
        with self._lock:
            self._joined.setdefault(account, {chat_texts().channels[0].id}).add(channel)

    def leave(self, account: int, channel: int) -> None:
        """Remove an account from a channel."""
        with self._lock:
            self._joined.setdefault(account, {chat_texts().channels[0].id}).discard(channel)

    def open(
        self, account: int, others: tuple[int, ...], name: str, text: str | None
    ) -> PrivateChannel:
        """Return the channel with another person, or a new announcement channel.

        Args:
            text: the description of an announcement; None for a private channel.
        """
        kind = "PM" if text is None else "ANNOUNCE"
        members = (account, *others)
        with self._lock:
            for private in self._private.values():
                if kind == private.type == "PM" and private.members == members:
                    return private
            made = PrivateChannel(_FIRST_PRIVATE + len(self._private), kind, name, text, members)
            self._private[made.id] = made
        return made

    def channel(self, channel: int, account: int) -> dict[str, object]:
        """Return the `ChatChannel` of the API, as an account sees it."""
        private, room = self._private.get(channel), self.room(channel)
        last = next(self._backwards(channel, None), None)
        found: dict[str, object] = {
            "channel_id": channel,
            "description": None,
            "icon": None,
            "message_length_limit": LONGEST,
            "moderated": channel == chat_texts().channels[1].id,
            "name": "",
            "type": "PUBLIC",
            "uuid": None,
            "last_message_id": None if last is None else last.id,
            "users": [],  # members are listed for private messages alone
        }
        if room is not None:
            found |= {"name": room.name, "description": room.description}
        if private is not None:
            found |= {"name": private.name, "description": private.description}
            found["type"] = private.type
            if private.type == "PM":
                found["users"] = [self._authors.id_of(one) for one in private.members]
                found["icon"] = self._accounts.avatar_url(private.members[1])
        if self.is_in(account, channel):
            read = self._read.get((account, channel))
            found["last_read_id"] = read
            found["current_user_attributes"] = {
                "can_list_users": private is not None and private.type == "ANNOUNCE",
                "can_message": channel != chat_texts().channels[1].id,
                "can_message_error": None,
                "last_read_id": read,
            }
        return found

    def members(self, channel: int) -> list[int]:
        """Return the members of a private channel."""
        private = self._private.get(channel)
        return [] if private is None else list(private.members)

    def mark_read(self, account: int, channel: int, message: int) -> None:
        """Remember up to where an account has read."""
        with self._lock:
            before = self._read.get((account, channel), 0)
            self._read[account, channel] = max(before, message)

    # --- messages -------------------------------------------------------------------------------

    def messages(
        self, channel: int, *, since: int | None, until: int | None, limit: int
    ) -> list[Message]:
        """Return messages of a channel, oldest first.

        Args:
            since: only those after this one, the first ones.
            until: only those before this one, the last ones.
        """
        found: list[Message] = []
        if since is not None:
            for message in self._backwards(channel, until):
                if message.id <= since:
                    break
                found.append(message)
            return found[::-1][:limit]
        for message in self._backwards(channel, until):
            found.append(message)
            if len(found) == limit:
                break
        return found[::-1]

    def write(
        self, channel: int, sender: int, text: str, *, action: bool, uuid: str | None
    ) -> Message:
        """Write a message."""
        with self._lock:
            second = self._now + int(time.monotonic() - self._began)
            first = (self._now // _SLOT + 1) * _ROOMS
            message = Message(
                first + len(self._written), channel, sender, second, text, action, uuid
            )
            self._written.append(message)
        return message

    def is_full(self) -> bool:
        """Return whether nothing more is taken."""
        return len(self._written) >= MOST

    def entity(self, message: Message) -> dict[str, object]:
        """Return the `ChatMessage` of the API with its `sender`."""
        people = self._authors
        found: dict[str, object] = {
            "channel_id": message.channel,
            "content": message.text,
            "is_action": message.action,
            "message_id": message.id,
            "sender_id": people.id_of(message.sender),
            "timestamp": zulu_form(LAUNCH + timedelta(seconds=message.second)),
            "type": "action" if message.action else "plain",
            "sender": people.user(message.sender) or people.placeholder(message.sender),
        }
        private = self._private.get(message.channel)
        if private is not None and private.type == "ANNOUNCE":
            found["type"] = "markdown"
        if message.uuid is not None:
            found["uuid"] = message.uuid
        return found

    def _backwards(self, channel: int, until: int | None) -> Iterator[Message]:
        """Yield the messages of a channel, newest first, before another one."""
        with self._lock:
            written = self._written[::-1]
        for message in written:
            if message.channel == channel and (until is None or message.id < until):
                yield message
        found = _places().get(channel)
        if found is None:
            return
        place, room = found
        newest = self._now // _SLOT - 1
        first = newest if until is None else min(newest, (until - 1 - place) // _ROOMS)
        for slot in range(first, newest - _KEPT_SLOTS, -1):
            id = slot * _ROOMS + place
            draws = self._draws.at(id)
            if chance(draws[0], room.busy):
                yield self._drawn(id, slot, room, draws)

    def _drawn(self, id: int, slot: int, room: Channel, draws: tuple[int, ...]) -> Message:
        """Return a generated message; senders repeat within an hour."""
        hour = self._draws.at((slot // 150) << 8 | room.id)
        second = slot * _SLOT + draws[1] % _SLOT
        sender = self._authors.somebody(hour[draws[2] % 16], second)
        if chance(draws[3], 0.01):
            sender = GONE + 63
        if chance(draws[4], 0.06) and room.language not in ("announce", "help"):
            index = draws[5] % len(self._beatmaps.status)
            return Message(id, room.id, sender, second, self._playing(index), action=True)
        text = pick(draws[6], chat_texts().lines[room.language])
        if "{artist}" in text:
            song = self._beatmaps.song(draws[5] % len(self._beatmaps.status))
            text = text.format(artist=song.artist)
        return Message(id, room.id, sender, second, text)

    def _playing(self, index: int) -> str:
        song = self._beatmaps.song(index)
        return chat_texts().now_playing.format(
            artist=song.artist, set=self._beatmaps.id_of(index), title=song.title
        )
