"""Answers that are made of players: several at once, and friends."""

from __future__ import annotations

import msgspec

from osubrowser.api.entities.base import Entity, OpenEnum
from osubrowser.api.entities.users import UserCompact


class Users(Entity, frozen=True, kw_only=True):
    """The answer of `users` and `users/lookup`."""

    users: list[UserCompact] = msgspec.field(default_factory=list)


class UserRelationType(OpenEnum):
    """What one player is to another."""

    FRIEND = "friend"
    BLOCK = "block"


class UserRelation(Entity, frozen=True, kw_only=True):
    """What another player is to the asking one; `mutual`: and the other way round."""

    target_id: int
    relation_type: UserRelationType = UserRelationType.FRIEND
    mutual: bool = False
    target: UserCompact | None = None


class FriendAnswer(UserCompact, frozen=True, kw_only=True):
    """An entry of `friends` in either shape: a relation, or (before 2024) the player alone."""

    target_id: int | None = None
    relation_type: UserRelationType = UserRelationType.FRIEND
    mutual: bool = False
    target: UserCompact | None = None

    def relation(self) -> UserRelation | None:
        """Return it as it is sent today; None if it names nobody."""
        target = self.target
        if target is None and self.id is not None:
            fields = UserCompact.__struct_fields__
            target = UserCompact(**{name: getattr(self, name) for name in fields})
        number = self.target_id if target is None else self.target_id or target.id
        if number is None:
            return None
        return UserRelation(
            target_id=number, relation_type=self.relation_type, mutual=self.mutual, target=target
        )
