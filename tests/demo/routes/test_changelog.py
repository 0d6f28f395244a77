"""Changelog over HTTP: streams, builds, entries, lookups."""

from __future__ import annotations

from osubrowser.demo.world.world import World
from tests.demo.conftest import NOW, Caller


def test_the_listing(guest: Caller) -> None:
    body = guest.json("changelog")
    assert [stream["name"] for stream in body["streams"]] == [
        "stable40",
        "cuttingedge",
        "lazer",
        "tachyon",
        "web",
    ]
    ids = [build["id"] for build in body["builds"]]
    assert len(ids) == 21
    assert ids == sorted(ids, reverse=True)
    assert body["builds"][0]["created_at"] < NOW.isoformat()
    assert body["search"] == {
        "stream": None,
        "from": None,
        "to": None,
        "max_id": None,
        "limit": 21,
    }
    for stream in body["streams"]:
        assert stream["latest_build"]["update_stream"]["name"] == stream["name"]
        assert stream["user_count"] >= stream["latest_build"]["users"]


def test_walking_by_the_largest_id(guest: Caller, world: World) -> None:
    builds = guest.json("changelog", stream="tachyon")["builds"]
    met = [build["id"] for build in builds]
    while len(builds) == 21:
        builds = guest.json("changelog", stream="tachyon", max_id=met[-1] - 1)["builds"]
        met += [build["id"] for build in builds]
    own = [build.id for build in world.community.changelog.builds if build.stream.name == "tachyon"]
    assert met == own[::-1]
    inclusive = guest.json("changelog", max_id=met[3])["builds"][0]
    assert inclusive["id"] == met[3]


def test_between_two_versions(guest: Caller, world: World) -> None:
    lazer = [build for build in world.community.changelog.builds if build.stream.name == "lazer"]
    first, last = lazer[-9], lazer[-4]
    body = guest.json("changelog", stream="lazer", **{"from": first.version, "to": last.version})
    assert [b["id"] for b in body["builds"]] == [b.id for b in lazer[-4:-10:-1]]
    assert guest.json("changelog", stream="nothing")["builds"] == []


def test_a_build_by_version_stream_and_id(guest: Caller, world: World) -> None:
    log = world.community.changelog
    build = next(b for b in reversed(log.builds) if b.stream.name == "lazer")
    whole = guest.json(f"changelog/lazer/{build.version}")
    assert whole["id"] == build.id
    assert guest.json("changelog/lazer") == whole
    assert guest.json(f"changelog/{build.id}", key="id") == whole
    older = guest.json(f"changelog/lazer/{whole['versions']['previous']['version']}")
    assert older["versions"]["next"]["id"] == build.id
    assert "next" not in whole["versions"]
    stable = guest.json("changelog/stable40")
    assert guest.json(f"changelog/b{stable['version']}")["version"] == stable["version"]


def test_unknown_builds(guest: Caller) -> None:
    for path in ("changelog/zzz", "changelog/lazer/1.2.3", "changelog/nothing/20260101"):
        answer = guest.get(path)
        assert answer.status_code == 404
        assert answer.json()["error"].startswith("Specified Build")


def test_texts_in_the_formats_asked_for(guest: Caller) -> None:
    def keys(**asked: object) -> set[str]:
        builds = guest.json("changelog", **asked)["builds"]
        return set(builds[0]["changelog_entries"][0]) & {"message", "message_html"}

    assert keys() == {"message", "message_html"}
    assert keys(**{"message_formats[]": "html"}) == {"message_html"}
    assert keys(**{"message_formats[]": ["markdown"]}) == {"message"}


def test_entries_of_all_builds(world: World) -> None:
    log = world.community.changelog
    formats = frozenset(("html", "markdown"))
    ids: list[int] = []
    placeholders = 0
    for build in log.builds:
        for entry in log.with_entries(build, formats)["changelog_entries"]:  # type: ignore[attr-defined]  # a list
            if entry["title"] is None:
                placeholders += 1
                assert entry["id"] is None
                assert entry["created_at"].startswith("1970")
                continue
            assert (entry["id"] is None) == (entry["repository"] is None), "written by hand"
            ids += [] if entry["id"] is None else [entry["id"]]
            assert "{" not in entry["title"]
            assert entry["created_at"] < build.created.isoformat()
            coder = entry["github_user"]
            if coder["user_id"] is not None:
                account = world.accounts.by_id(coder["user_id"])
                assert account is not None
                assert world.accounts.name_of(account) == coder["osu_username"]
    assert placeholders
    assert len(ids) == len(set(ids)) > 2_000
    versions = [(build.stream.name, build.version) for build in log.builds]
    assert len(versions) == len(set(versions))
