"""Decoder process: decodes untrusted pictures apart from the window, within limits.

A picture of a few bytes can take minutes and gigabytes to draw, and neither Qt's decoders nor its
SVG renderer can be interrupted. A process can: the system ends it at a limit of CPU time or memory,
and `DecoderProcess` ends it at a deadline.
"""

from __future__ import annotations

import logging
import os
import struct
import sys
from typing import TYPE_CHECKING, Final

from osubrowser.services.runtime.child_process import (
    READY,
    ChildProcess,
    command_of,
    cpu_limit,
    killed_after,
    limit_process,
    pipes,
)

if TYPE_CHECKING:
    from subprocess import Popen

    from PySide6.QtGui import QImage

    from osubrowser.services.images.decode import PictureSpec

log = logging.getLogger(__name__)

SWITCH: Final = "--decode-pictures"
"""Command line of the process: a frozen application has no other program than itself."""

CPU_LIMIT: Final = 0.6  # seconds of CPU time for one picture, where the system has such a timer
MEMORY_LIMIT: Final = 220 * 1024 * 1024  # bytes beyond those of an idle process, on Linux
ALLOCATION_LIMIT: Final = 128  # megabytes of one decoded picture, before it is scaled
# Elsewhere the deadline is the limit. Where CPU time is limited, a busy machine is no reason to
# give a picture up.
DEADLINE: Final = 3.0 if sys.platform == "win32" else 20.0  # seconds for one picture
START_DEADLINE: Final = 30.0  # seconds

_REQUEST: Final = struct.Struct("<IHH8s")  # bytes, width, height, shape
_REPLY: Final = struct.Struct("<HH?")  # width, height (0: no picture), transparency; then pixels


class DecoderProcess(ChildProcess):
    """Client of a decoder process, started on demand and after it was ended. For any thread.

    Args:
        deadline: seconds that one picture may take.
    """

    def __init__(self, *, deadline: float = DEADLINE) -> None:
        super().__init__(
            lambda: _command(),
            start_deadline=START_DEADLINE,
            failure="no pictures: the process that decodes them did not start",
        )
        self._deadline = deadline

    def decode(self, data: bytes, target: PictureSpec) -> QImage | None:
        """Return the picture in `data`, scaled and cut for `target`.

        None if it is no picture or takes more than the limits allow, and after `close`.
        """
        with self._turn:
            process = self._running()
            if process is None:
                return None
            try:
                with killed_after(process, self._deadline):
                    return _ask(process, data, target)
            except (OSError, EOFError, ValueError) as error:
                self._end()
                log.debug("a picture was given up: %s", error)
                return None

    def stop(self) -> None:
        """End the process if it is idle; the next picture starts another."""
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()


def _ask(process: Popen[bytes], data: bytes, target: PictureSpec) -> QImage | None:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from osubrowser.services.images.decode import is_finished

    requests, replies = pipes(process)
    requests.write(_REQUEST.pack(len(data), target.width, target.height, target.shape.encode()))
    requests.write(data)
    requests.flush()
    head = replies.read(_REPLY.size)
    if len(head) < _REPLY.size:
        raise EOFError("over a limit, or a crash of the decoder")
    width, height, transparent = _REPLY.unpack(head)
    if not width or not height:
        return None
    if not is_finished(QSize(width, height), target):  # a decoder that was taken over may lie
        raise ValueError("a picture of another size")
    kind = QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    if image.isNull():
        raise ValueError("no memory for the picture")
    if replies.readinto(image.bits()) < image.sizeInBytes():
        raise EOFError("the decoder ended within a picture")
    return image


def _command() -> list[str]:
    return command_of(SWITCH)


# --- inside the process ----------------------------------------------------------------------


def serve() -> int:
    """Decode the pictures that come in at standard input until it ends. Returns the exit status."""
    from PySide6.QtGui import QGuiApplication, QImageReader
    from PySide6.QtSvg import QSvgRenderer  # noqa: F401 - loaded before memory is limited

    from osubrowser.services.images.decode import PictureSpec, decode

    requests = open(0, "rb", closefd=False)  # noqa: SIM115 - sys.stdin may be None
    replies = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - what prints must not write replies
        os.dup2(nothing.fileno(), 1)
    application = QGuiApplication(["osubrowser", "-platform", "offscreen"])  # text needs its fonts
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    limit_process(MEMORY_LIMIT)
    replies.write(READY)
    replies.flush()
    while len(head := requests.read(_REQUEST.size)) == _REQUEST.size:
        length, width, height, shape = _REQUEST.unpack(head)
        data = requests.read(length)
        with cpu_limit(CPU_LIMIT):
            image = decode(data, PictureSpec(width, height, shape.rstrip(b"\0").decode()))
        if image is None:
            replies.write(_REPLY.pack(0, 0, False))
        else:
            size = image.size()
            replies.write(_REPLY.pack(size.width(), size.height(), image.hasAlphaChannel()))
            replies.write(image.constBits())
        replies.flush()
        del data, image
    del application
    return 0
