"""What a comment is on: its place, with the comment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from osubrowser.services.places.places import BeatmapsetPlace, ThingPlace
from osubrowser.services.places.urls import HOME, parse
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.comments import CommentableMeta
    from osubrowser.services.places.places import Place


@dataclass(frozen=True, slots=True)
class CommentTarget:
    """Thing that comments are on.

    Attributes:
        place: its place; None for something that is deleted, or of an unknown type.
        title: its title; "" for unknown.
    """

    place: Place | None
    title: str = ""


def load_target(client: Client, comment: int) -> CommentTarget:
    """Return what a comment is on, at this comment (`comments/{comment}`); blocks, for a worker.

    Raises:
        OsuError: as the client raises it; NotFound if there is no such comment.
    """
    bundle = client.comment(comment)
    one = next((c for c in bundle.comments if c.id == comment), bundle.comments[0])
    kind, id = str(one.commentable_type or ""), one.commentable_id
    meta = next((m for m in bundle.commentable_meta if m.id == id and str(m.type) == kind), None)
    place = thing_of(kind, id, meta, client.base_url)
    if isinstance(place, BeatmapsetPlace | ThingPlace):
        place = replace(place, section="comments", at=comment)
    return CommentTarget(place, plain(meta.title, 120) if meta is not None else "")


def thing_of(
    kind: str, id: int | None, meta: CommentableMeta | None, origin: str
) -> BeatmapsetPlace | ThingPlace | None:
    """Return the place of a thing that has comments; None for a deleted or unknown one.

    Args:
        kind: its type: `beatmapset`, `build` or `news_post`.
        id: its id.
        meta: what the server tells of it.
        origin: `https://host` of the server.
    """
    if not id:
        return None
    if kind == "beatmapset":
        return BeatmapsetPlace(id)
    url = meta.url if meta is not None else None
    found = parse(url, origins=(origin, HOME)) if url else None
    if kind == "news_post":
        is_post = isinstance(found, ThingPlace) and found.kind == "news"
        return found if is_post and isinstance(found, ThingPlace) else ThingPlace("news", str(id))
    is_build = isinstance(found, ThingPlace) and found.kind == "changelog"
    return found if kind == "build" and is_build and isinstance(found, ThingPlace) else None
