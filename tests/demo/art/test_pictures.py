"""Pictures and web pages: every address in an answer exists, and pictures differ."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree

import pytest
import requests
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from osubrowser.demo.art import flags
from osubrowser.demo.art.covers import SIZES
from osubrowser.demo.routes import website
from osubrowser.demo.routes.website import PictureCache
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world import bbcode
from osubrowser.demo.world.players.countries import countries
from tests.demo.conftest import Caller


def get(server: DemoServer, path: str) -> requests.Response:
    return requests.get(f"{server.url}{path}", timeout=10)


def picture(answer: requests.Response) -> Image.Image:
    assert answer.status_code == 200
    found = Image.open(io.BytesIO(answer.content))
    assert answer.headers["Content-Type"] == f"image/{str(found.format).lower()}"
    assert "max-age" in answer.headers["Cache-Control"]
    return found


def test_every_picture_named_in_an_answer_is_there(player: Caller) -> None:
    text = player.get("rankings/osu/charts").text + player.get("rankings/osu/team").text
    text += player.get("me").text
    addresses = sorted(set(re.findall(r'http://[^"]+?\.(?:jpg|jpeg|png)\b[^"]*', text)))
    kinds = {re.sub(r"\d+|[0-9a-f]{8,}", "", address): address for address in addresses}
    assert len(kinds) >= 12
    for address in kinds.values():
        with player.session.get(address, timeout=10) as answer:
            assert picture(answer).size[0] >= 86, address


def test_every_smiley_of_a_post_is_there(server: DemoServer) -> None:
    smilies = re.findall(r'src="https://osu\.ppy\.sh([^"]+)"', bbcode.to_html(":) :D ;) :( :o"))
    answers = [get(server, path) for path in smilies]
    assert {picture(answer).size for answer in answers} == {(15, 15)}
    assert len({answer.content for answer in answers}) == 5


def test_avatars_are_square_and_differ(server: DemoServer) -> None:
    bodies = set()
    for user in range(2_000, 2_012):
        answer = get(server, f"/a.ppy.sh/{user}")
        assert picture(answer).size == (256, 256)
        assert len(answer.content) < 40_000
        bodies.add(answer.content)
    assert len(bodies) == 12
    again = get(server, "/a.ppy.sh/2000?123.png")
    assert again.content in bodies


@pytest.mark.parametrize("kind", sorted(set(SIZES) - {"profile"}))
def test_covers_have_the_sizes_of_the_site(server: DemoServer, kind: str) -> None:
    width, height = SIZES[kind]
    assert picture(get(server, f"/assets.ppy.sh/beatmaps/9/covers/{kind}.jpg?1")).size == (
        width,
        height,
    )
    if kind != "fullsize":
        double = get(server, f"/assets.ppy.sh/beatmaps/9/covers/{kind}@2x.jpg?1")
        assert picture(double).size == (width * 2, height * 2)


def test_there_is_a_flag_for_every_country(qapp: QApplication, server: DemoServer) -> None:
    drawn = set()
    for country in countries():
        file = flags.file_of(country.code)
        assert flags.code_of(file) == country.code
        answer = get(server, f"/assets/images/flags/{file}")
        assert answer.headers["Content-Type"] == "image/svg+xml"
        ElementTree.fromstring(answer.content)
        renderer = QSvgRenderer(QByteArray(answer.content))
        assert renderer.isValid()
        image = QImage(36, 36, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        assert QColor(image.pixelColor(18, 2)).alpha() == 0
        assert QColor(image.pixelColor(4, 18)).alpha() == 255
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == len(countries())
    assert flags.file_of("AU") == "1f1e6-1f1fa.svg"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/images/flags/1f1fd-1f1fd.svg",
        "/assets/images/flags/x.svg",
        "/assets/images/flags/1f1fd.svg",
        "/a.ppy.sh/x",
        "/b.ppy.sh/preview/1.mp3",
        "/assets.ppy.sh/beatmaps/1/covers/huge.jpg",
    ],
)
def test_what_is_not_there_is_not_found(server: DemoServer, path: str) -> None:
    assert get(server, path).status_code == 404


def test_website_addresses_show_a_page(server: DemoServer) -> None:
    for path in ("/", "/users/12/osu", "/rankings/osu/global", "/<script>alert(1)</script>"):
        answer = get(server, path)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/html")
        assert "<script>" not in answer.text
    assert requests.post(f"{server.url}/users/1", timeout=5).status_code == 405


def test_only_so_many_pictures_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(website, "KEPT_BYTES", 30_000)
    cache = PictureCache()
    for user in range(12):
        cache.answer(f"/a.ppy.sh/{user}")
    assert 0 < cache._pictures.size <= 30_000
    assert cache.answer("/elsewhere") is None
