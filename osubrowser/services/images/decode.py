"""Decoding of untrusted image data, scaled to the requested size.

`decode` takes data of a server and runs in the decoder process only; the rest runs on workers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QImageWriter, QPainter

Shape = Literal["square", "round", "cover", "fit"]

MOST_PIXELS = 16_000_000  # 64 MB when decoded
LONGEST_SIDE = 20_000
LONGEST_SVG = 128 * 1024  # bytes

# PySide initialises a class on first use, and crashes or deadlocks if two threads do so at once.
# Decoding one image at a time also bounds the memory for large ones.
_turn = Lock()

_SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), b"png"),
    (re.compile(rb"\xff\xd8\xff"), b"jpeg"),
    (re.compile(rb"GIF8[79]a"), b"gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), b"webp"),
)
# Atomic and possessive: linear time for any input.
_SVG = re.compile(rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<svg[\s>]", re.DOTALL)
# Entities, external references and scripts: flags need none of them.
_UNFIT_SVG = re.compile(
    rb"<!ENTITY|<(?:\w+:)?(?:script|image|foreignObject|use|style)\b"
    rb"|(?:href|src)\s*=\s*[\"'](?!#)|url\s*\(\s*[\"']?(?!#)|\x00",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """Size and shape of a decoded image, in device pixels; `shape` is one of `Shape`.

    With `fit` the aspect ratio is preserved, and a smaller image is not enlarged.
    """

    width: int
    height: int
    shape: str


def decode(data: bytes, target: PictureSpec) -> QImage | None:
    """Return the image in `data`, scaled and cropped to `target`; None if it is not a valid one."""
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
    """Return an image encoded as PNG, or as JPEG if it is large and without transparency."""
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
    """Return an image that `encode` encoded; None if it is damaged, or of another size."""
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
    """Return a reader with known format and size (None if invalid), and the buffer it reads.

    The format is set explicitly: format detection calls Qt's SVG plugin, which connects a signal
    while PySide holds the GIL. That deadlocks if the GUI thread destroys a receiver meanwhile.
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
        # JPEG can be downscaled while decoding: a large cover takes a tenth of the time.
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
    """Return `image` cropped at the centre to the target's aspect ratio, at the target's size."""
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
    """Return `image` uncropped, scaled down to the target if larger."""
    if image.width() > target.width or image.height() > target.height:
        size = image.size().scaled(target.width, target.height, Qt.AspectRatioMode.KeepAspectRatio)
        image = image.scaled(
            size.expandedTo(QSize(1, 1)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _ready_to_draw(image)


def _ready_to_draw(image: QImage) -> QImage:
    """Return `image` in a format that is drawn without conversion, with a pixel ratio of 1."""
    image.setDevicePixelRatio(1.0)
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
        if image.hasAlphaChannel()
        else QImage.Format.Format_RGB32
    )


def _rounded(image: QImage) -> QImage:
    """Return `image` clipped to its inscribed ellipse, with antialiased edges."""
    cut = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawEllipse(QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return cut
