"""Redirects: a token reaches no other origin than its own, however the address is spelled."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from osubrowser.api import OsuError, ServerTrouble, TooLarge
from osubrowser.api.http.urls import redirect_url
from tests.api.conftest import Stub, running_stub

# OWN and EVIL are host and port of two servers; OWN_HOST is a host without its port.
SPELLINGS = r"""
http://EVIL
http://EVIL/
http://EVIL/x
HTTP://EVIL/x
hTtP://EVIL/x
//EVIL/x
//EVIL
///EVIL/x
////EVIL/x
/\EVIL/x
\\EVIL/x
\/EVIL/x
/\/EVIL/x
\/\/EVIL/x
http:\\EVIL/x
http:/\EVIL/x
http:\/EVIL/x
http:EVIL/x
http:/EVIL/x
http:///EVIL/x
http:////EVIL/x
http://EVIL\@OWN/
http://EVIL\@OWN
http://EVIL\\@OWN/
http://EVIL\/@OWN/
http://EVIL/\@OWN/
http://EVIL\.OWN/
http://EVIL\OWN/
http://EVIL#@OWN/
http://EVIL#\@OWN/
http://EVIL?@OWN/
http://EVIL?\@OWN/
http://EVIL/@OWN/
http://EVIL;@OWN/
http://EVIL%2f@OWN/
http://EVIL%5c@OWN/
http://EVIL%23@OWN/
http://EVIL%3f@OWN/
http://EVIL%40OWN/
http://EVIL%00@OWN/
http://EVIL%0d%0a@OWN/
http://OWN@EVIL/
http://OWN@EVIL
http://OWN:x@EVIL/
http://x:OWN@EVIL/
http://OWN%40EVIL/
http://OWN%2f@EVIL/
http://OWN%5c@EVIL/
http://OWN%23@EVIL/
http://OWN\@EVIL/
http://OWN/\@EVIL/
http://OWN/@EVIL/
http://OWN#@EVIL/
http://OWN?@EVIL/
http://OWN;@EVIL/
http://OWN&@EVIL/
http://OWN@@EVIL/
http://OWN@x@EVIL/
http://@EVIL/
http://@@EVIL/
http://:@EVIL/
http://:x@EVIL/
http://x:y@EVIL/
http://EVIL@OWN/
http://x@OWN/
http://:@OWN/
//OWN@EVIL/x
//EVIL\@OWN/x
//x@EVIL/x
//EVIL#@OWN/
//EVIL?@OWN/
http://EVIL	@OWN/
http://EVI	L/x
ht	tp://EVIL/x
/	/EVIL/x
	http://EVIL/x
	//EVIL/x
 http://EVIL/x
 //EVIL/x
http:// EVIL/x
http://EVIL @OWN/
http://EVIL%20@OWN/
http://EVIL%09@OWN/
http://EVIL./x
http://EVIL:/x
http://EVIL:x@OWN/
http://[EVIL]/x
http://[::1]@EVIL/
http://[OWN]@EVIL/
http://[x]@EVIL/x
http://OWN_HOST:80@EVIL/
http://OWN_HOST:80\@EVIL/
http://OWN_HOST:@EVIL/
http://OWN_HOST\:EVIL/
http://OWN:80@EVIL/
http://OWN.EVIL/
http://OWN%2eEVIL/
http://OWN%EVIL/
http://①②⑦.0.0.1:EVIL_PORT/x
http://127。0。0。1:EVIL_PORT/x
http://127.0.0.1：EVIL_PORT/x
http://127.0.0.1:EVIL_PORT／x
http://OWN／@EVIL/
http://OWN＠EVIL/
http://OWN℀@EVIL/
http://OWN﹖@EVIL/
http://OWN＃@EVIL/
http://127.1:EVIL_PORT/x
http://2130706433:EVIL_PORT/x
http://0x7f000001:EVIL_PORT/x
http://0177.0.0.1:EVIL_PORT/x
http://0:EVIL_PORT/x
http://127.0.0.1:0EVIL_PORT/x
http://127.0.0.1:+EVIL_PORT/x
http://127.0.0.1: EVIL_PORT/x
http://localhost:EVIL_PORT/x
http://LOCALHOST:EVIL_PORT/x
http://localhost.:EVIL_PORT/x
http://[::ffff:127.0.0.1]:EVIL_PORT/x
http://localhost:OWN_PORT/x
http://[::1]:OWN_PORT/x
https://EVIL/x
https://OWN/x
https:EVIL
https:///EVIL/x
ws://EVIL/x
ftp://EVIL/x
file:///EVIL/x
file://EVIL/etc/passwd
gopher://EVIL/x
javascript:location='http://EVIL'
data:text/html,http://EVIL
blob:http://EVIL/x
jar:http://EVIL!/x
url:http://EVIL/x
view-source:http://EVIL/
x:80:a
//[no
http://[::1
http://
http:
//
://EVIL/x
:EVIL
?http://EVIL/
#http://EVIL/
/x?u=http://EVIL/
./http://EVIL/x
../..//EVIL/x
..//EVIL/x
.//EVIL/x
;//EVIL/x
/%2fEVIL/x
/%5cEVIL/x
%2f%2fEVIL/x
/.//EVIL/x
/..//EVIL/x
/@EVIL/x
@EVIL/x
.EVIL/x
:80@EVIL/x
:x@EVIL/
""".strip("\n").split("\n")


@pytest.fixture
def evil() -> Iterator[Stub]:
    """Another server, which records what reaches it."""
    with running_stub() as stub:
        yield stub


def spell(text: str, own: Stub, evil: Stub) -> str:
    """Return a spelling with the addresses of the servers, as it is sent: UTF-8."""
    here, there = urlsplit(own.url), urlsplit(evil.url)
    for name, value in {
        "OWN_HOST": here.hostname,
        "OWN_PORT": here.port,
        "EVIL_PORT": there.port,
        "OWN": here.netloc,
        "EVIL": there.netloc,
    }.items():
        text = text.replace(name, str(value))
    return text.encode().decode("latin-1")


def test_there_are_many_spellings() -> None:
    assert len(set(SPELLINGS)) == len(SPELLINGS)
    assert len(SPELLINGS) > 150


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("status", [302, 308])
def test_no_spelling_leads_to_another_server(
    stub: Stub, evil: Stub, spelling: str, status: int
) -> None:
    target = spell(spelling, stub, evil)
    stub.respond(
        lambda e, n: e.answer(status, b"", Location=target) if n == 1 else e.answer(404, b"{}")
    )
    client = stub.client()
    client.use_token({"access_token": "the-token", "expires_in": 9999})
    with suppress(OsuError):
        client.read("/me")
    client.close()
    assert evil.requests == []
    netloc = urlsplit(stub.url).netloc
    assert {seen.headers["host"] for seen in stub.requests} == {netloc}


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1f", "\x7f", "\xc2\x85"])
def test_control_characters_in_an_address_are_refused(
    stub: Stub, evil: Stub, separator: str
) -> None:
    for target in (f"http://{evil.url[7:]}{separator}@{stub.url[7:]}/", f"/x{separator}y"):
        stub.respond(lambda e, _, to=target: e.answer(302, b"", Location=to))  # type: ignore[misc]  # bound now
        client = stub.client()
        with pytest.raises(ServerTrouble, match="another address"):
            client.spotlights()
        client.close()
    assert len(stub.requests) == 2
    assert evil.requests == []


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("/x?y=1", "https://osu.ppy.sh/x?y=1"),
        ("x", "https://osu.ppy.sh/api/v2/x"),
        ("?page=2", "https://osu.ppy.sh/api/v2/users?page=2"),
        ("https://osu.ppy.sh/x", "https://osu.ppy.sh/x"),
        ("HTTPS://OSU.PPY.SH:443/x#part", "https://osu.ppy.sh/x"),
        ("//osu.ppy.sh/x", "https://osu.ppy.sh/x"),
        ("/wiki/\xe3\x82\xa2 b", "https://osu.ppy.sh/wiki/%E3%82%A2%20b"),
    ],
)
def test_redirects_on_the_origin_are_followed(target: str, leads_to: str) -> None:
    assert redirect_url("https://osu.ppy.sh", "https://osu.ppy.sh/api/v2/users", target) == leads_to


@pytest.mark.parametrize(
    "target", ["http://osu.ppy.sh/x", "https://osu.ppy.sh:444/x", "https://a.ppy.sh/x", "\xff"]
)
def test_redirects_to_another_origin_are_refused(target: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        redirect_url("https://osu.ppy.sh", "https://osu.ppy.sh/api/v2/users", target)


def test_the_body_of_a_redirect_is_bounded_too(stub: Stub) -> None:
    bomb = gzip.compress(b" " * (64 << 20))
    stub.respond(
        lambda e, n: (
            e.answer(302, bomb, Location="/x", Content_Encoding="gzip")
            if n == 1
            else e.answer(body={"spotlights": []})
        )
    )
    with pytest.raises(TooLarge):
        stub.client().spotlights()
