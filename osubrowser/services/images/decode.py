"""Decoding of picture data, scaled to the wanted size.

`decode` takes what a server sent and runs in the decoder process alone; the rest runs on workers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QImageWriter, QPainter

Shape = Literal["square", "round", "cover", "fit"]

MOST_PIXELS = 16_000_000  # 64 MB when it is decoded
LONGEST_SIDE = 20_000
LONGEST_SVG = 128 * 1024  # bytes

# PySide readies a class when it is first used, and breaks or hangs if two threads do so at once.
# One at a time also bounds the memory that large pictures take.
_turn = Lock()

_SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), b"png"),
    (re.compile(rb"\xff\xd8\xff"), b"jpeg"),
    (re.compile(rb"GIF8[79]a"), b"gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), b"webp"),
)
# Atomic and possessive: what is not SVG is found out in one pass, whatever it is full of.
_SVG = re.compile(rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<svg[\s>]", re.DOTALL)
# Entities, and everything that would load another file or run: flags need none of it.
_UNFIT_SVG = re.compile(
    rb"<!ENTITY|<(?:\w+:)?(?:script|image|foreignObject|use|style)\b"
    rb"|(?:href|src)\s*=\s*[\"'](?!#)|url\s*\(\s*[\"']?(?!#)|\x00",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """Size and shape of a decoded picture, in device pixels; `shape` is one of `Shape`.

    A `fit` keeps its own proportions, and its own size where that is smaller than this.
    """

    width: int
    height: int
    shape: str


def decode(data: bytes, target: PictureSpec) -> QImage | None:
    """Return the picture in `data`, scaled and cut for `target`; None if it is no picture."""
    is_svg = len(data) <= LONGEST_SVG and _SVG.match(data)
    with _turn:
        image = _from_svg(data, target) if is_svg else _from_raster(data, target)
        if image is None or image.isNull():
            return None
        if target.shape == "fit":
            return _fitting(image, target)
        image = _filling(image, target)
        return _rounded(image) if target.shape == "round" else image


def encode(image: QImage) -> bytes:
    """Return a finished picture as a file: PNG, or JPEG for large ones without transparency."""
    with _turn:
        small = image.width() * image.height() <= 128 * 128
        kind, quality = (b"PNG", 80) if small or image.hasAlphaChannel() else (b"JPEG", 92)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(kind))
        writer.setQuality(quality)
        writer.write(image)
        return bytes(buffer.data().data())


def decode_finished(data: bytes, target: PictureSpec) -> QImage | None:
    """Return a picture that `encode` wrote; None if it is damaged, or of another size."""
    with _turn:
        reader, _buffer = _reader(data)
        if reader is None or not is_finished(reader.size(), target):
            return None
        image = reader.read()
        return None if image.isNull() else _ready_to_draw(image)


def is_finished(size: QSize, target: PictureSpec) -> bool:
    """Return whether a picture of this size may be one that was made for `target`."""
    if target.shape == "fit":
        return size.width() <= target.width and size.height() <= target.height
    return size == QSize(target.width, target.height)


def _reader(data: bytes) -> tuple[QImageReader | None, QBuffer]:
    """Return a reader that knows its format and size, and the buffer that it reads from.

    The format is told, not found out: Qt would ask its SVG plugin, which connects a signal while
    PySide keeps the interpreter locked. If the GUI thread loses a receiver just then, each waits
    for what the other holds, for ever.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = next((name for signature, name in _SIGNATURES if signature.match(data)), None)
    if kind is None:
        return None, buffer
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    fits = (
        0 < size.width() <= LONGEST_SIDE
        and 0 < size.height() <= LONGEST_SIDE
        and size.width() * size.height() <= MOST_PIXELS
    )
    return (reader if fits else None), buffer


def _from_raster(data: bytes, target: PictureSpec) -> QImage | None:
    reader, _buffer = _reader(data)
    if reader is None:
        return None
    reader.setAutoTransform(True)
    size = reader.size()
    enough = 2 * max(target.width, target.height)
    if reader.format().data() == b"jpeg" and min(size.width(), size.height()) > 2 * enough:
        # JPEG can be decoded small at once: a large cover costs a tenth.
        whole = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        reader.setScaledSize(size.scaled(enough, enough, whole))
    image = reader.read()
    return None if image.isNull() else image


def _from_svg(data: bytes, target: PictureSpec) -> QImage | None:
    from PySide6.QtSvg import QSvgRenderer, QtSvg

    if _UNFIT_SVG.search(data):
        return None
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.Tiny12FeaturesOnly | QtSvg.Option.DisableSMILAnimations)
    if not renderer.load(QByteArray(data)):
        return None
    size = renderer.defaultSize()
    if not (0 < size.width() <= LONGEST_SIDE and 0 < size.height() <= LONGEST_SIDE):
        return None
    if max(size.width(), size.height()) > 50 * min(size.width(), size.height()):
        return None
    wanted = QSize(target.width, target.height)
    # Only what is shown has pixels: the whole of a wide picture could have a hundred times as many.
    if target.shape == "fit":
        size = size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        wanted = size
    else:
        size = size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (wanted.width() - size.width()) / 2, (wanted.height() - size.height()) / 2
    image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        return None
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(left, top, size.width(), size.height()))
    painter.end()
    return image


def _filling(image: QImage, target: PictureSpec) -> QImage:
    """Return the middle of `image` with the target's proportions, at the target's size."""
    wanted = QSize(target.width, target.height)
    part = wanted.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    part = part.expandedTo(QSize(1, 1))
    left, top = (image.width() - part.width()) // 2, (image.height() - part.height()) // 2
    if part != image.size():
        image = image.copy(QRect(left, top, part.width(), part.height()))
    if image.size() != wanted:
        image = image.scaled(
            wanted,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _ready_to_draw(image)


def _fitting(image: QImage, target: PictureSpec) -> QImage:
    """Return `image` whole, no larger than the target."""
    if image.width() > target.width or image.height() > target.height:
        size = image.size().scaled(target.width, target.height, Qt.AspectRatioMode.KeepAspectRatio)
        image = image.scaled(
            size.expandedTo(QSize(1, 1)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _ready_to_draw(image)


def _ready_to_draw(image: QImage) -> QImage:
    """Return `image` in the format that is drawn without conversion, device pixels 1:1."""
    image.setDevicePixelRatio(1.0)
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
        if image.hasAlphaChannel()
        else QImage.Format.Format_RGB32
    )


def _rounded(image: QImage) -> QImage:
    """Return `image` cut to the ellipse that it contains, with soft edges."""
    cut = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawEllipse(QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return cut
