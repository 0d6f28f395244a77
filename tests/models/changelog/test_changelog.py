"""The changelog as it is shown: every change as the server sent it, builds by day, comparisons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.client import Client
from osubrowser.api.entities.changelog import Build, ChangelogEntry, GithubUser, UpdateStream
from osubrowser.api.errors import NotFound
from osubrowser.models.changelog.build import load_build, load_comparison, subject_of
from osubrowser.models.changelog.builds import (
    VIEWS,
    ChangelogQuery,
    author_link,
    build_html,
    build_place,
    by_category,
    changes_of,
    entry_link,
    entry_title,
    load_builds,
)
from osubrowser.models.changelog.entries import (
    ListedEntry,
    entry_columns,
    entry_record,
    load_entries,
)
from osubrowser.services.places.places import ListPlace, ThingPlace, UserPlace, WebAddress
from osubrowser.services.places.urls import address, parse
from tests.conftest import Server, raw_answer


@pytest.fixture(scope="module")
def client(serve_demo: Callable[..., Server]) -> Iterator[Client]:
    with ExitStack() as stack:
        server = serve_demo(stack)
        client = Client(server.client_id, server.client_secret, base_url=server.url)
        yield stack.enter_context(client)


def texts(page: Any) -> list[dict[str, str]]:
    keys = [column.key for column in entry_columns(with_build=True)]
    return [dict(zip(keys, row.texts, strict=True)) for row in page.rows]


def test_the_recorded_changelog_is_shown_with_no_field_wrong(recorded_server: Server) -> None:
    body = raw_answer("v2/get_changelog_listing_200.json")
    server = recorded_server
    with Client(server.client_id, server.client_secret, base_url=server.url) as client:
        page = load_entries(client, ChangelogQuery(), entry_columns(with_build=True), None)
        builds = load_builds(client, ChangelogQuery(), None)
    sent = [(build, entry) for build in body["builds"] for entry in build["changelog_entries"]]
    assert len(page.rows) == len(sent) > 0
    for shown, row, (build, entry) in zip(texts(page), page.rows, sent, strict=True):
        assert shown["build"] == (
            f"{build['update_stream']['display_name']} {build['display_version']}"
        )
        assert shown["title"].split() == entry["title"].split()
        assert shown["category"] == entry["category"]
        assert shown["type"] == {"add": "Added", "fix": "Fixed"}.get(entry["type"], "Changed")
        assert (shown["major"] == "yes") == entry["major"]
        assert shown["author"] == entry["github_user"]["display_name"]
        record = entry_record(row)
        for name in ("id", "type", "category", "title", "message", "major", "repository"):
            assert record[name] == entry[name]
        assert record["github_url"] == entry["github_url"]
        if entry["github_pull_request_id"]:
            assert shown["source"].endswith(f"#{entry['github_pull_request_id']}")
            assert entry_link(row.item.entry) == WebAddress(entry["github_url"])
        if entry["github_user"].get("user_id"):
            assert author_link(row.item.entry) == UserPlace(entry["github_user"]["user_id"])
    streams = [(s.name, s.title, s.version, s.users) for s in builds.streams]
    assert streams == [
        (
            stream["name"],
            stream["display_name"],
            stream["latest_build"]["display_version"],
            stream["user_count"],
        )
        for stream in body["streams"]
    ]
    assert [post.path for _, post in builds.builds] == [
        f"/home/changelog/{build['update_stream']['name']}/{build['version']}"
        for build in body["builds"]
    ]
    is_full = len(body["builds"]) == body["search"]["limit"]
    assert builds.next == (min(b["id"] for b in body["builds"]) - 1 if is_full else None)


def test_all_builds_of_a_stream_between_two_come_once(client: Client) -> None:
    newest = client.changelog_listing(stream="lazer").builds
    query = ChangelogQuery("lazer", newest[20].version or "", newest[1].version or "")
    page = load_builds(client, query, None)
    assert len(page.builds) == 20
    older = client.changelog_listing(stream="lazer", max_id=newest[20].id - 1).builds
    whole = ChangelogQuery("lazer", older[3].version or "", newest[0].version or "")
    first = load_builds(client, whole, None)
    assert first.next is not None
    second = load_builds(client, whole, first.next)
    paths = [post.path for _, post in (*first.builds, *second.builds)]
    assert len(set(paths)) == len(paths) == 25


def test_a_build_by_stream_version_and_alone_is_the_same(client: Client) -> None:
    newest = load_build(client, ThingPlace("changelog", "lazer"))
    assert newest.newer is None
    assert newest.older is not None
    assert load_build(client, ThingPlace("changelog", newest.key)) == newest
    assert load_build(client, ThingPlace("changelog", newest.version)) == newest
    before = load_build(client, newest.older[1])
    assert before.newer == (newest.version, ThingPlace("changelog", newest.key))
    with pytest.raises(NotFound):
        load_build(client, ThingPlace("changelog", "lazer/1999.1.0"))


def test_two_builds_are_compared_with_what_lies_between(client: Client) -> None:
    builds = client.changelog_listing(stream="stable40").builds
    old, new = builds[12], builds[2]
    query = ChangelogQuery("stable40", old.version or "", new.version or "", "compare")
    found = load_comparison(client, query)
    assert (found.older.id, found.newer.id) == (old.id, new.id)
    inner = builds[3:12]
    changes = sum(len(changes_of(build)) for build in inner)
    assert found.between == f"9 builds with {changes} changes between"
    totals = [sum(one) for one in zip(*(row[1:] for row in found.categories), strict=True)]
    assert totals == [len(changes_of(old)), changes, len(changes_of(new))]
    turned = ChangelogQuery("stable40", query.last, query.first, "compare")
    assert load_comparison(client, turned) == found
    newest = load_comparison(client, ChangelogQuery("lazer", view="compare"))
    lazer = [build.version for build in client.changelog_listing(stream="lazer").builds[:2]]
    assert [newest.query.last, newest.query.first] == lazer
    assert load_comparison(client, ChangelogQuery(view="compare")).query.stream


def test_a_build_without_changes_says_so(client: Client) -> None:
    placeholder = ChangelogEntry(category="Misc", message="Nothing.", message_html="<p>No.</p>")
    build = Build(id=1, version="1", changelog_entries=[placeholder])
    assert changes_of(build) == []
    assert build_html(build) == "<p>No.</p>"
    assert "no special changes" in build_html(Build(id=2))
    assert subject_of(Build(id=3)).title == "Unknown stream #3"
    assert build_place(Build(id=3, version="1")) is None
    del client


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("https://github.com/ppy/osu/pull/1", True),
        ("https://github.com.evil.example/ppy", False),
        ("http://github.com/ppy", False),
        ("javascript:alert(1)", False),
        ('https://github.com/a"onclick=x', False),
        (None, False),
    ],
)
def test_only_pages_of_github_are_links_of_changes(url: str | None, is_taken: bool) -> None:
    assert (entry_link(ChangelogEntry(id=1, github_url=url)) is not None) == is_taken
    user = GithubUser(display_name="x", github_url=url)
    assert (author_link(ChangelogEntry(id=1, github_user=user)) is not None) == is_taken


def test_markup_in_titles_is_text_and_code_is_code() -> None:
    entry = ChangelogEntry(
        id=1, title="Fix `<b>` & <script>x</script>", category="A<i>", type="fix", major=True
    )
    html = build_html(Build(id=1, changelog_entries=[entry]))
    assert "<code>&lt;b&gt;</code> &amp; &lt;script&gt;x" in html
    assert "A&lt;i&gt;" in html
    assert entry_title(ChangelogEntry()) == "A change without a description"
    assert entry_title(ChangelogEntry(title="", message="one\ntwo")) == "one"


def test_details_in_a_cell_have_the_words_of_links_and_pictures() -> None:
    message = "![before and after](https://a.example/b.png) see [the guide](/wiki/en/A), a[1] (b)"
    entry = ChangelogEntry(id=1, title="Fix", message=message)
    details = next(c for c in entry_columns(with_build=False) if c.key == "message")
    shown = details.text(ListedEntry(entry, Build(id=2), 0), 1)
    assert shown == "before and after see the guide, a[1] (b)"


def test_major_changes_come_first_in_their_category() -> None:
    entries = [
        ChangelogEntry(id=1, category="b"),
        ChangelogEntry(id=2, category="a"),
        ChangelogEntry(id=3, category="b", major=True),
    ]
    found = by_category(entries)
    assert {name: [e.id for e in some] for name, some in found.items()} == {"a": [2], "b": [3, 1]}
    assert list(found) == ["a", "b"]


versions = st.from_regex(r"[0-9A-Za-z][0-9A-Za-z._-]{0,8}", fullmatch=True)


@given(
    st.builds(
        ChangelogQuery,
        st.sampled_from(["", "lazer", "stable40"]),
        st.just("") | versions,
        st.just("") | versions,
        st.sampled_from([key for key, _ in VIEWS]),
    )
)
def test_a_query_and_its_place_say_the_same(query: ChangelogQuery) -> None:
    assert ChangelogQuery.of(query.place) == query
    assert parse(address(query.place)) == query.place


def test_unknown_words_of_an_address_are_as_if_left_out() -> None:
    place = ListPlace("changelog", (("from", "a b"), ("stream", "../x"), ("view", "maps")))
    assert ChangelogQuery.of(place) == ChangelogQuery()


def test_a_stream_with_an_odd_name_has_no_place() -> None:
    odd = UpdateStream(name="../x", display_name="X")
    assert build_place(Build(id=1, version="1", update_stream=odd)) is None
    good = UpdateStream(name="web", display_name=None)
    build = Build(id=1, version="2026.1", update_stream=good)
    assert build_place(build) == ThingPlace("changelog", "web/2026.1")
