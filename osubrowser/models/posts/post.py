"""Posts: one written text each, with everything that a list shows of it, made on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.models.text.dates import ago, second
from osubrowser.services.places.places import Place, UserPlace
from osubrowser.services.richtext.sanitize import formatted
from osubrowser.services.richtext.style import UNCOLOURED
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import hex_colour, plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from datetime import datetime

    from osubrowser.api.entities.users import UserCompact

DELETED_USER: Final = tr("[deleted user]")
"""Name of an author who is not told: deleted, restricted or hidden."""
_LONGEST_NAME: Final = 60
_LONGEST_SPOKEN: Final = 500


class PostKind(Enum):
    """Kind of a row in a list of posts."""

    POST = "post"
    """A text with its author."""
    LINE = "line"
    """One line about an event, such as that an issue was resolved."""
    HEADING = "heading"
    """Title of the posts below it."""
    ACTION = "action"
    """A line that does something when it is chosen, such as load more replies."""


class Pill(NamedTuple):
    """Label on a post.

    Attributes:
        text: the label.
        tone: name of its colour: `good`, `bad`, `warning`, `plain`, `strong`, or `#rrggbb`.
    """

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Post:
    """Row of a list of posts: a text of an author, or a line between them.

    Attributes:
        id: identity in its list, such as `c123`.
        kind: what it is.
        level: depth of a reply, 0 for the start of a thread.
        author: name; "" for a row without an author.
        place: the profile of the author, or the page of a build; None for none.
        colour: `#rrggbb` of the name; "" for none.
        avatar: URL of the picture; None for an unknown one, "" for no place for one.
        pills: labels.
        when: age, such as `3 days ago`.
        moment: the exact time.
        facts: secondary text below, such as `12 votes`.
        action: key of what choosing the facts or an ACTION row does; "" for nothing.
        blocks: HTML formatted with `UNCOLOURED`.
        text: the text without markup, for copying, search and screen readers.
        path: address on the website, such as `/comments/123`; "" for none.
        is_dim: whether it is drawn in the secondary colour.
        about: what the text is on, where the list does not say it; its first block shows it.
    """

    id: str
    kind: PostKind = PostKind.POST
    level: int = 0
    author: str = ""
    place: Place | None = None
    colour: str = ""
    avatar: str | None = None
    pills: tuple[Pill, ...] = ()
    when: str = ""
    moment: str = ""
    facts: str = ""
    action: str = ""
    blocks: tuple[str, ...] = ()
    text: str = ""
    path: str = ""
    is_dim: bool = False
    about: str = ""

    @property
    def spoken(self) -> str:
        """Description for screen readers, at most 500 characters."""
        if self.kind is not PostKind.POST:
            return self.text
        pills = ", ".join(pill.text for pill in self.pills)
        about = tr("on {subject}").format(subject=self.about) if self.about else ""
        head = ", ".join(filter(None, (self.author, pills, self.when, about, self.facts)))
        said = f"{head}: {self.text}"
        if self.level:
            reply = tr("Reply, level {level}.").format(level=self.level)
            said = f"{reply} {said}"
        return said[:_LONGEST_SPOKEN]


class Author(NamedTuple):
    """What a post shows of its author."""

    name: str
    place: UserPlace | None
    colour: str
    avatar: str | None
    pills: tuple[Pill, ...]


def author_of(
    user: UserCompact | None,
    user_id: int | None = None,
    *,
    name: str | None = None,
    role: str = "",
) -> Author:
    """Return what is shown of an author.

    Args:
        user: from the users of a response; None if they are not among them.
        user_id: id of an author who is not among them.
        name: name of an author without an account.
        role: label of the author in this thread, such as `MAPPER`; "" for none.
    """
    pills: tuple[Pill, ...] = (Pill(plain(role, 20), "strong"),) if role else ()
    if user is None or user.is_deleted:
        known = plain(name, _LONGEST_NAME) if name else ""
        if not known and user_id:
            known = f"{DELETED_USER} ({user_id})" if user is None else DELETED_USER
        return Author(known or DELETED_USER, None, "", None, pills)
    groups = [group for group in user.groups or () if group.identifier != "default"]
    if groups:
        first = groups[0]
        modes = ", ".join(MODE_WORDS.get(str(mode), str(mode)) for mode in first.playmodes or ())
        label = plain(first.short_name or first.name, 20)
        colour = hex_colour(first.colour) or "plain"
        pills += (Pill(f"{label} ({modes})" if modes else label, colour),)
    colour = hex_colour(user.profile_colour) or ""
    return Author(
        plain(user.username, _LONGEST_NAME) or f"#{user.id}",
        UserPlace(user.id) if user.id else None,
        colour,
        user.avatar_url,
        pills,
    )


MODE_WORDS: Final = {"osu": "osu!", "taiko": "taiko", "fruits": "catch", "mania": "mania"}
"""Short names of the rulesets."""


def when_of(moment: datetime | None, now: datetime) -> tuple[str, str]:
    """Return the age of a moment, and the moment to the second; "" for none."""
    return ago(moment, now), second(moment)


def edited_text(when: str, by: str) -> str:
    """Return that a post was edited: `edited 3 days ago by Mapper`.

    Args:
        when: its age; "" if it is not known.
        by: the name of the editor; "" for the author.
    """
    if when:
        text = tr("edited {when} by {name}") if by else tr("edited {when}")
    else:
        text = tr("edited by {name}") if by else tr("edited")
    return text.format(when=when, name=by)


def blocks_of(html: str, origin: str) -> tuple[str, ...]:
    """Return untrusted HTML as blocks for `Post.blocks`; a text that is cut says so."""
    text = formatted(html, origin=origin, look=UNCOLOURED)
    if text.is_cut:
        words = tr("This text goes on: it is too long to be shown whole.")
        return (*text.blocks, f"<p><i>{words}</i></p>")
    return text.blocks


def text_of(message: str, limit: int = 20_000) -> str:
    """Return a message without control characters; its line breaks stay."""
    lines = message[: 2 * limit].splitlines()
    return "\n".join(plain(line, limit) for line in lines)[:limit]


def names(people: Sequence[str], most: int = 10) -> str:
    """Return names in a row: `A, B and 3 more`."""
    if len(people) <= most:
        return ", ".join(people)
    return tr("{names} and {count} more").format(
        names=", ".join(people[:most]), count=numerals.whole(len(people) - most)
    )
