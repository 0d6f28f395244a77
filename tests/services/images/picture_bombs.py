"""Picture bombs: small files that take much time or memory to decode, by kind and name."""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

SIDE = 4000
"""Side of a picture that is just not refused for its size."""

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
_LINE = 'd="M0 0L1000 1000L0 50Q30 30 800 200" stroke="red" fill="none"'


def svg(body: str, size: str = 'viewBox="0 0 1000 1000"', head: str = "") -> bytes:
    """Return an SVG document."""
    return f"{head}{_SVG}{size}>{body}</svg>".encode()


def _chain(levels: int, part: Callable[[int], str]) -> str:
    return "".join(part(level) for level in range(1, levels))


def _svg_strokes() -> Iterator[tuple[str, bytes]]:
    dashed = f'<path stroke-dasharray="0.01" {_LINE}/>'
    yield "dashes", svg(dashed * 140)
    yield "dashes, tiny", svg(dashed.replace("0.01", "1e-9"))
    yield "dashes, wide", svg(dashed.replace("<path", '<path stroke-width="999"') * 20)
    yield "dashes, inherited", svg(f'<g stroke-dasharray=".02 .01">{f"<path {_LINE}/>" * 200}</g>')
    yield "dashes on far lines", svg('<path stroke-dasharray="1" stroke="red" d="M0 0L1e9 1e9"/>')
    yield (
        "round caps",
        svg(f'<g stroke-linecap="round" stroke-dasharray=".1">{f"<path {_LINE}/>" * 99}</g>'),
    )
    loops = "Q999 0 0 999T999 999T0 0" * 3000
    yield (
        "round joins",
        svg(f'<path stroke="red" stroke-width="500" stroke-linejoin="round" d="M0 0{loops}"/>'),
    )
    yield "long path", svg(f'<path d="M0 0{"L999 5L0 995" * 9000}z" fill-rule="evenodd"/>')
    yield (
        "zigzag",
        svg(f'<polygon points="{" ".join(f"{i % 7 * 150},{i % 1000}" for i in range(12000))}"/>'),
    )
    yield (
        "arcs",
        svg(f'<path stroke="red" d="M0 0{"A500 3 45 1 1 999 999A3 500 9 1 0 0 0" * 3000}"/>'),
    )
    yield "far coordinates", svg('<path stroke="red" d="M-1e30 0L1e30 1e30L1e38 -1e38z"/>' * 500)


def _svg_sizes() -> Iterator[tuple[str, bytes]]:
    rectangle = '<rect width="100%" height="100%" fill="red"/>'
    yield "wide", svg("", 'width="20000" height="400"')
    yield "high", svg("", 'width="400" height="20000"')
    yield "huge", svg(rectangle, 'width="1e9" height="1e9"')
    yield "huge view box", svg(rectangle, 'viewBox="0 0 1e30 1e30"')
    yield "tiny view box", svg(rectangle * 3000, 'viewBox="0 0 1e-9 1e-9"')
    yield "no number", svg(rectangle, 'width="nan" height="inf"')
    yield "negative", svg(rectangle, 'width="-5" height="-5" viewBox="0 0 -1 -1"')
    yield "transforms", svg('<g transform="scale(1e5) rotate(3)">' * 60 + rectangle + "</g>" * 60)
    layer = f'<g opacity=".5">{rectangle}'
    yield "layers", svg(layer * 1500 + "</g>" * 1500)
    yield "many rectangles", svg('<rect width="1000" height="1000" opacity=".1"/>' * 2700)
    yield (
        "many circles",
        svg('<circle cx="500" cy="500" r="500" fill-opacity=".1" stroke="red"/>' * 1700),
    )


def _svg_references() -> Iterator[tuple[str, bytes]]:
    rectangle = '<rect width="1000" height="1000" fill="url(#a9)"/>'
    used = '<use xlink:href="#u{}"/>'
    uses = _chain(12, lambda n: f'<g id="u{n}">{used.format(n - 1) * 10}</g>')
    yield "use", svg(f'<defs><path id="u0" {_LINE}/>{uses}</defs><use xlink:href="#u11"/>')
    yield "use of a parent", svg('<g id="a"><use href="#a"/><use href="#a"/></g>')
    pattern = '<pattern id="a{}" width="1" height="1" patternUnits="userSpaceOnUse">{}</pattern>'
    patterns = _chain(
        10, lambda n: pattern.format(n, f'<rect width="9" height="9" fill="url(#a{n - 1})"/>')
    )
    yield "patterns", svg(f"<defs>{patterns}</defs>{rectangle * 50}")
    stops = "".join(f'<stop offset="{n / 3000}" stop-color="#{n:06x}"/>' for n in range(2000))
    yield "stops", svg(f'<linearGradient id="a9">{stops}</linearGradient>{rectangle * 700}')
    radial = '<radialGradient id="a9" r="1e-6" spreadMethod="reflect"><stop/></radialGradient>'
    yield "radial gradients", svg(radial + rectangle * 2500)
    links = _chain(1500, lambda n: f'<linearGradient id="a{n}" xlink:href="#a{n % 1499 + 1}"/>')
    yield "gradients in a circle", svg(links + rectangle)
    blur = '<filter id="f"><feGaussianBlur stdDeviation="900"/></filter>'
    yield "filters", svg(blur + '<rect width="1000" height="1000" filter="url(#f)"/>' * 500)
    noise = '<filter id="f"><feTurbulence numOctaves="99999" baseFrequency="9"/></filter>'
    yield "turbulence", svg(noise + '<rect width="1000" height="1000" filter="url(#f)"/>')
    clips = _chain(
        500, lambda n: f'<clipPath id="c{n}" clip-path="url(#c{n - 1})"><path {_LINE}/></clipPath>'
    )
    yield "clip paths", svg(clips + '<rect width="999" height="999" clip-path="url(#c499)"/>' * 99)
    masks = _chain(
        300,
        lambda n: f'<mask id="m{n}"><rect width="999" height="999" mask="url(#m{n - 1})"/></mask>',
    )
    yield "masks", svg(masks + '<rect width="999" height="999" mask="url(#m299)"/>' * 99)
    marker = f'<marker id="k" markerWidth="999" markerHeight="999"><path {_LINE}/></marker>'
    yield "markers", svg(marker + f'<path marker-mid="url(#k)" d="M0 0{"L9 9L0 9" * 9000}"/>')


def _svg_text() -> Iterator[tuple[str, bytes]]:
    yield "huge text", svg('<text x="0" y="500" font-size="1e7">WWWWWW</text>' * 50)
    letters = "W\u0301\u05d0" * 20000
    yield "long text", svg(f'<text x="0" y="500" font-size="30">{letters}</text>')
    sizes = "".join(
        f'<text y="9" font-size="{n}.5" stroke="red">W@&amp;</text>' for n in range(1900)
    )
    yield "sizes of text", svg(sizes)
    yield (
        "dashed text",
        svg('<text y="900" font-size="900" stroke="red" stroke-dasharray=".01">@@</text>' * 99),
    )
    yield (
        "text area",
        svg(f'<textArea width="1" height="auto" font-size="5">{"a b " * 20000}</textArea>'),
    )
    yield (
        "families",
        svg("".join(f'<text y="9" font-family="f{n}">a\u4e00</text>' for n in range(2000))),
    )


def _svg_xml() -> Iterator[tuple[str, bytes]]:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    yield (
        "entities",
        svg("<text>&e11;</text>", head=f'<!DOCTYPE svg [<!ENTITY e0 "ha">{entities}]>'),
    )
    long = f'<!DOCTYPE svg [<!ENTITY e "{"M0 0L9 9" * 5000}">]>'
    yield "one long entity", svg(f'<path d="{"&e;" * 10000}"/>', head=long)
    outside = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///dev/zero">]>'
    yield "external entity", svg("<text>&e;</text>", head=outside)
    yield "external subset", svg("<g/>", head='<!DOCTYPE svg SYSTEM "file:///dev/zero">')
    yield (
        "utf-16",
        svg("<text>&e11;</text>", head=f"<!DOCTYPE svg [{entities}]>").decode().encode("utf-16"),
    )
    yield "groups", svg("<g>" * 40_000)
    yield "closed groups", svg("<g>" * 18_000 + "</g>" * 18_000)
    yield "documents", svg(f"{_SVG}>" * 1200 + "</svg>" * 1200)
    rules = "".join(f".c{n} g > * + rect[x]{{fill:red}}" for n in range(2500))
    yield "style", svg(f"<style>{rules}</style>" + '<rect class="c1 c2 c3"/>' * 1500)
    yield "style, inherited", svg(f'<g style="{"fill:red;stroke-width:3;" * 2500}"><rect/></g>')
    many = " ".join(f"a{n}='0'" for n in range(9000))
    yield "attributes", svg(f"<rect {many}/>")
    png = "data:image/png;base64," + "A" * 90_000
    yield "image in it", svg(f'<image width="999" height="999" href="{png}"/>')
    yield "file in it", svg('<image width="999" height="999" xlink:href="file:///dev/zero"/>')
    yield (
        "animation",
        svg('<rect width="9" height="9"><animate dur="1ns" repeatCount="9e9"/></rect>' * 1500),
    )
    yield "comments", b"<!-- -->" * 16_000 + svg("<g/>")
    yield "compressed", gzip.compress(svg(" " * 50_000_000))


# --- PNG -------------------------------------------------------------------------------------


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _png(
    width: int, height: int, *parts: bytes, kind: int = 2, depth: int = 8, lace: int = 0
) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, lace)
    return b"\x89PNG\r\n\x1a\n" + b"".join((_chunk(b"IHDR", header), *parts, _chunk(b"IEND", b"")))


def _zeros(size: int) -> bytes:
    """Return so many zeros, compressed, made in pieces."""
    packer = zlib.compressobj(1)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(size >> 20)]
    return b"".join([*parts, packer.compress(bytes(size % (1 << 20))), packer.flush()])


def _png_files() -> Iterator[tuple[str, bytes]]:
    one = _chunk(b"IDAT", _zeros(4))
    whole = _chunk(b"IDAT", _zeros(SIDE * (1 + 3 * SIDE)))
    yield "huge", _png(2**31 - 1, 2**31 - 1, one)
    yield (
        "20,000 pixels a side",
        _png(20_000, 20_000, _chunk(b"IDAT", _zeros(20_000 * 2501)), kind=0, depth=1),
    )
    yield "flat", _png(10**7, 1, one)
    yield "as large as may be", _png(SIDE, SIDE, whole)
    yield "interlaced", _png(SIDE, SIDE, whole, lace=1)
    deep = _chunk(b"IDAT", _zeros(SIDE * (1 + 8 * SIDE)))
    yield "64 bits a pixel", _png(SIDE, SIDE, deep, kind=6, depth=16)
    yield "64 bits, interlaced", _png(SIDE, SIDE, deep, kind=6, depth=16, lace=1)
    text = _chunk(b"zTXt", b"a\0\0" + _zeros(7_900_000))
    yield "compressed text", _png(1, 1, *[text] * 200, one)
    yield "compressed text at the end", _png(1, 1, one, *[text] * 200)
    yield (
        "international text",
        _png(1, 1, *[_chunk(b"iTXt", b"a\0\1\0\0\0" + _zeros(7_900_000))] * 100, one),
    )
    yield "colour profile", _png(1, 1, _chunk(b"iCCP", b"a\0\0" + _zeros(300_000_000)), one)
    yield "much text", _png(1, 1, *[_chunk(b"tEXt", b"a\0b")] * 300_000, one)
    yield "empty chunks", _png(SIDE, SIDE, *[_chunk(b"IDAT", b"")] * 400_000)
    yield "too many pixels", _png(9, 9, _chunk(b"IDAT", _zeros(600_000_000)))
    frames = [
        _chunk(b"fcTL", struct.pack(">IIIIIHHBB", n, SIDE, SIDE, 0, 0, 1, 1, 0, 0))
        for n in range(5000)
    ]
    yield "frames", _png(SIDE, SIDE, _chunk(b"acTL", struct.pack(">II", 5000, 0)), *frames, whole)
    yield "truncated", _png(SIDE, SIDE, whole)[:20_000]
    yield "wrong magic", b"\x89PNF" + _png(SIDE, SIDE, whole)[4:]
    yield "wrong sum", _png(SIDE, SIDE, whole).replace(b"IDAT", b"IDAU", 1)
    yield "an SVG too", _png(1, 1, _chunk(b"tEXt", b"a\0" + svg("<g>" * 9999)), one)
    yield "no palette", _png(SIDE, SIDE, whole, kind=3)


# --- GIF, JPEG, WebP, others -----------------------------------------------------------------


def _saved(kind: str, side: int = SIDE, mode: str = "RGB", **options: object) -> bytes:
    made = BytesIO()
    Image.new(mode, (side, side)).save(made, kind, **options)
    return made.getvalue()


def _gif_files() -> Iterator[tuple[str, bytes]]:
    def head(width: int, height: int) -> bytes:
        return b"GIF89a" + struct.pack("<HH", width, height) + b"\xf0\0\0" + b"\0\0\0\xff\xff\xff"

    def frame(width: int, height: int, lace: int = 0) -> bytes:
        data = b"\x02\x02\x4c\x01\x00"
        return b"," + struct.pack("<HHHHB", 0, 0, width, height, lace) + data

    clear = b"\x02" + b"\xff\x24\x49\x92" * 63 + b"\xff\x24\x49"
    yield "huge", head(65535, 65535) + frame(65535, 65535) + b";"
    yield "as large as may be", _saved("GIF", mode="P")
    yield "frame beyond the screen", head(8, 8) + frame(65535, 65535) + b";"
    yield "frames", head(SIDE, SIDE) + frame(SIDE, SIDE) * 200_000 + b";"
    yield "large frames", head(SIDE, SIDE) + frame(65535, 65535, 0x40) * 100_000 + b";"
    restored = b"!\xf9\x04\x0c\x01\x00\x00\x00"
    yield "restored frames", head(SIDE, SIDE) + (restored + frame(SIDE, SIDE)) * 100_000 + b";"
    yield "codes", head(8, 8) + frame(8, 8)[:-5] + clear * 8000 + b"\0;"
    yield "comments", head(8, 8) + (b"!\xfe" + b"\xff" * 256 + b"\0") * 20_000 + frame(8, 8) + b";"
    yield "truncated", (head(SIDE, SIDE) + frame(SIDE, SIDE))[:-3]
    yield "an archive too", _saved("GIF", 8, "P") + b"PK\3\4" + bytes(4_000_000)


def _jpeg_files() -> Iterator[tuple[str, bytes]]:
    plain = _saved("JPEG")
    progressive = _saved("JPEG", progressive=True, subsampling=0)
    last = progressive.rindex(b"\xff\xda")
    scan = progressive[last:-2]
    yield "as large as may be", plain
    size = plain.index(b"\xff\xc0") + 5
    yield "huge", plain[:size] + b"\xff\xdc\xff\xdc" + plain[size + 4 :]
    yield "progressive", progressive
    yield "scans", progressive[:-2] + scan * 300 + progressive[-2:]
    yield "very many scans", progressive[:-2] + scan * (4_000_000 // len(scan)) + progressive[-2:]
    yield "four colours", _saved("JPEG", mode="CMYK", progressive=True)
    yield "high and narrow", plain[:size] + struct.pack(">HH", 65000, 240) + plain[size + 4 :]
    parts = (b"\xff\xe2\xff\xff" + b"ICC_PROFILE\0\1\1" + bytes(65519)) * 100
    yield "colour profiles", plain[:2] + parts + plain[2:]
    exif = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\3\0\0\0\1\0\6\0\0" * 5000
    yield "directory", plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
    yield "fill bytes", plain[:2] + b"\xff" * 8_000_000 + plain[2:]
    yield "restarts", plain[:-2] + b"\xff\xd0\xff\xd7" * 1_500_000
    yield "truncated", progressive[: last + 40]


def _webp_files() -> Iterator[tuple[str, bytes]]:
    lossy = _saved("WEBP", method=0)
    yield "as large as may be", lossy
    small = bytearray(_saved("WEBP", 8))
    at = small.index(b"VP8 ") + 14
    small[at : at + 4] = struct.pack("<HH", 16383, 16383)
    yield "huge", bytes(small)
    made = BytesIO()
    Image.linear_gradient("L").resize((SIDE, SIDE)).save(made, "WEBP", lossless=True, method=0)
    yield "lossless", made.getvalue()
    frames = [Image.new("RGB", (64, 64), (n % 256, n // 256, 0)) for n in range(500)]
    made = BytesIO()
    frames[0].save(made, "WEBP", save_all=True, append_images=frames[1:], duration=1, method=0)
    animated = bytearray(made.getvalue())
    yield "frames", bytes(animated)
    at = animated.index(b"VP8X") + 12
    animated[at : at + 6] = b"\xff\xff\xff\xff\xff\0"
    yield "huge canvas", bytes(animated)
    animated[at : at + 6] = struct.pack("<HBHB", SIDE - 1, 0, SIDE - 1, 0)
    yield "frames on a large canvas", bytes(animated)
    yield "truncated", lossy[:100]
    yield "chunks", lossy[:4] + struct.pack("<I", 4_000_004) + b"WEBP" + b"JUNK\0\0\0\0" * 500_000


def _other_files() -> Iterator[tuple[str, bytes]]:
    yield (
        "BMP",
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, 30000, 30000, 1, 24, *[0] * 6),
    )
    yield (
        "BMP, run lengths",
        b"BM" + struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, 60000, 60000, 1, 8, 1, *[0] * 5),
    )
    yield "PPM", b"P6 60000 60000 255\n"
    yield "PPM, text", b"P3 4000 4000 255\n" + b"9 " * 1_000_000
    yield "XPM", b'/* XPM */ static char*a[]={"30000 30000 1 1","a c red",' + b'"a",' * 9999
    yield "XBM", b"#define a_width 30000\n#define a_height 30000\nstatic char a_bits[]={"
    yield "ICO", b"\0\0\1\0\xff\xff" + struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, 9, 22) * 65535
    yield "TIFF", b"II*\0\x08\0\0\0\2\0" + b"\0\1\4\0\1\0\0\0\xff\xff\0\0" * 2 + b"\x08\0\0\0"
    yield "PDF", b"%PDF-1.4\n" + b"1 0 obj" * 9999
    yield "AVIF", b"\0\0\0\x1cftypavif" + bytes(99)
    yield "HTML", b"<html>" + svg("<g/>") + b"</html>"
    yield "archive", gzip.compress(bytes(50_000_000))
    yield "nothing", b""
    yield "zeros", bytes(8_000_000)


KINDS: dict[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "svg strokes": _svg_strokes,
    "svg sizes": _svg_sizes,
    "svg references": _svg_references,
    "svg text": _svg_text,
    "svg xml": _svg_xml,
    "png": _png_files,
    "gif": _gif_files,
    "jpeg": _jpeg_files,
    "webp": _webp_files,
    "other": _other_files,
}
