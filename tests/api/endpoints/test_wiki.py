"""Endpoint of wiki pages, and validation of paths."""

from __future__ import annotations

import pytest

from osubrowser.api import NotFound, ServerTrouble
from tests.api.conftest import Exchange, Stub
from tests.api.stub_calls import answer, asked, guest
from tests.conftest import Server, raw_answer


def test_recorded_page(recorded_server: Server) -> None:
    page = guest(recorded_server).wiki_page("en", "Main_page")
    sent = raw_answer("v2/get_wiki_page_200.json")
    assert (page.title, page.layout, page.locale) == (sent["title"], "main_page", "en")
    assert len(page.available_locales) == 21
    assert page.markdown == sent["markdown"]
    assert page.markdown.startswith("---\n")
    assert (page.subtitle, page.tags) == (None, [])


def test_paths_keep_their_slashes_and_nothing_else(stub: Stub) -> None:
    answer(stub, {"path": "People/peppy"})
    client = stub.client()
    assert client.wiki_page("pt-br", "/People/peppy/").path == "People/peppy"
    assert asked(stub)[0] == "GET /wiki/pt-br/People/peppy"
    client.wiki_page("en", "What? 100%/#1")
    assert asked(stub) == ("GET /wiki/en/What%3F%20100%25/%231", {})
    for path in ("../users/2", "a/./b", "", "a//b"):
        with pytest.raises(ValueError, match="path of names"):
            client.wiki_page("en", path)
    assert len(stub.requests) == 2


def test_a_moved_page_is_followed_and_a_missing_one_has_no_body(stub: Stub) -> None:
    def respond(exchange: Exchange, _: int) -> None:
        if exchange.seen.path.endswith("/main_page"):
            exchange.answer(302, b"", Location="/api/v2/wiki/en/Main_page")
        elif exchange.seen.path.endswith("/Main_page"):
            exchange.answer(body={"title": "Main page"})
        elif exchange.seen.path.endswith("/picture.png"):
            exchange.answer(302, b"", Location="/wiki/en/picture.png")
        elif exchange.seen.path == "/wiki/en/picture.png":
            exchange.answer(body=b"<!doctype html>", kind="text/html")
        else:
            exchange.answer(404, b"")

    stub.respond(respond)
    client = stub.client()
    assert client.wiki_page("en", "main_page").title == "Main page"
    with pytest.raises(NotFound):
        client.wiki_page("en", "Nowhere")
    with pytest.raises(ServerTrouble):
        client.wiki_page("en", "picture.png")
