"""Frames of osu!catch."""

from __future__ import annotations

from osubrowser.demo.world.scores.frames.frame import Frame, Playing


def frames_of(playing: Playing) -> list[Frame]:
    """Return the frames of a play of osu!catch."""
    return []
