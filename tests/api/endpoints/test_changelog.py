"""Endpoints of the changelog: listing, single builds, pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from osubrowser.api import Build, ChangelogListing, ChangelogMessageFormat
from osubrowser.api.decoding.decode import decode
from tests.api.conftest import Stub
from tests.api.stub_calls import answer, asked


def test_recorded_listing(recorded: Callable[[str], bytes]) -> None:
    body = recorded("get_changelog_listing_200")
    listing = decode(body, ChangelogListing)
    raw = json.loads(body)
    assert len(listing.builds) == len(raw["builds"])
    build = listing.builds[0]
    assert build.display_version == "2026.630.0"
    assert build.created_at == datetime(2026, 6, 30, 10, 27, 9, tzinfo=UTC)
    assert build.update_stream is not None
    assert build.update_stream.display_name == "Web / Wiki"
    assert build.changelog_entries is not None
    assert build.changelog_entries[0].title == raw["builds"][0]["changelog_entries"][0]["title"]
    assert build.changelog_entries[0].github_user is not None
    stable = listing.streams[0]
    assert (stable.name, stable.user_count) == ("stable40", 4928)
    assert stable.latest_build is not None
    assert stable.latest_build.version == "20260624.1"
    assert listing.search.limit == 21
    assert listing.search.from_ is None


def test_empty_versions_come_in_two_shapes(stub: Stub) -> None:
    answer(stub, {"id": 1, "versions": {}}, {"id": 1, "versions": []})
    for _ in range(2):
        build = stub.client().changelog_build("lazer", "2024.1009.1")
        assert build.id == 1
        assert build.versions is not None
        assert build.versions.next is None
    assert asked(stub) == ("GET /changelog/lazer/2024.1009.1", {})


def test_a_build_has_neighbours(stub: Stub) -> None:
    answer(stub, {"id": 2, "versions": {"previous": {"id": 1, "version": "1"}}})
    versions = stub.client().changelog_build_lookup(2, key="id").versions
    assert asked(stub) == ("GET /changelog/2", {"key": ["id"]})
    assert versions is not None
    assert isinstance(versions.previous, Build)
    assert versions.previous.version == "1"


def test_parameters_and_no_token(stub: Stub) -> None:
    stub.client().changelog_listing(
        from_="1", to="2", stream="lazer", message_formats=[ChangelogMessageFormat.HTML]
    )
    assert asked(stub) == (
        "GET /changelog",
        {"from": ["1"], "to": ["2"], "stream": ["lazer"], "message_formats[]": ["html"]},
    )
    assert "authorization" not in stub.requests[-1].headers


def test_builds_are_walked_by_their_ids(stub: Stub) -> None:
    answer(
        stub,
        {"builds": [{"id": n} for n in range(121, 100, -1)]},
        {"builds": [{"id": n} for n in range(100, 95, -1)]},
    )
    client = stub.client()
    pages = list(client.pages(client.changelog_listing, stream="lazer"))
    assert [b.id for page in pages for b in page.builds] == list(range(121, 95, -1))
    assert asked(stub)[1] == {"stream": ["lazer"], "max_id": ["100"]}
    assert len(stub.requests) == 2, "a short page is the last"
