"""Texts of a beatmapset, from the answer of the real server and from strange ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api.decoding.decode import decode
from osubrowser.api.entities.beatmaps import Beatmapset
from osubrowser.api.entities.difficulty import BeatmapDifficultyAttributes
from osubrowser.api.errors import ServerTrouble
from osubrowser.api.mods import Mod, parse_mods
from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject, identified, subject_of
from osubrowser.models.beatmaps.difficulty_entry import figures_of
from osubrowser.models.beatmaps.place_mods import SPEEDS, VALUES, adjusted, mods_of, text_of
from osubrowser.services.places.places import BeatmapsetPlace
from tests.conftest import raw_answer

NOW = datetime(2026, 7, 1, tzinfo=UTC)
OSU, TAIKO, MANIA = "osu", "taiko", "mania"


def read(body: dict[str, Any]) -> BeatmapsetSubject:
    """Decode a set as the client does, and make its texts."""
    return subject_of(decode(json.dumps(body).encode(), Beatmapset), NOW)


def small(**fields: Any) -> dict[str, Any]:
    """A set with little more than its required fields."""
    return {"id": 9, "title": "Song", "artist": "Band", "creator": "me", "user_id": 3, **fields}


def difficulty(number: int, mode: str = OSU, stars: float = 1.0, **fields: Any) -> dict[str, Any]:
    return {
        "id": number,
        "beatmapset_id": 9,
        "mode": mode,
        "difficulty_rating": stars,
        "version": f"d{number}",
        **fields,
    }


@pytest.fixture(scope="module")
def sent() -> dict[str, Any]:
    body: dict[str, Any] = raw_answer("v2/get_beatmapset_200.json")
    return body


# --- the set -----------------------------------------------------------------------------------


def test_the_heading_says_what_the_server_sent(sent: dict[str, Any]) -> None:
    subject = read(sent)
    heading = subject.romanised
    assert (heading.title, heading.artist) == (sent["title"], sent["artist"])
    assert (subject.original.title, subject.original.artist) == (
        sent["title_unicode"],
        sent["artist_unicode"],
    )
    assert heading.mapper == (sent["user"]["username"], f"/users/{sent['user_id']}")
    assert dict(heading.counts) == {
        "Plays": f"{sent['play_count']:,}",
        "Favourites": f"{sent['favourite_count']:,}",
        "Rating": f"{sent['rating']:.2f}",
    }
    assert (heading.status, heading.status_text) == ("ranked", "Ranked")
    assert heading.date == "Ranked 29 Sep 2020"
    assert heading.cover is None, "its content is explicit"
    assert {badge.text for badge in heading.badges} == {"Explicit", "Storyboard"}
    assert heading.description == sent["description"]["description"]
    assert [value for value in heading.ratings.values if value] == sent["ratings"][1:]
    facts = {fact.key: fact for fact in heading.facts}
    assert facts["genre"].links == ((sent["genre"]["name"], f"/beatmapsets?g={sent['genre_id']}"),)
    assert [text for text, _ in facts["tags"].links] == sent["tags"].split()
    assert [text for text, _ in facts["packs"].links] == sent["pack_tags"]
    names = {user["id"]: user["username"] for user in sent["related_users"]}
    assert [text for text, _ in facts["nominators"].links] == [
        names[one["user_id"]] for one in sent["current_nominations"]
    ]
    guests = {o["id"] for b in sent["beatmaps"] for o in b["owners"]} - {sent["user_id"]}
    assert {address for _, address in facts["guests"].links} == {f"/users/{g}" for g in guests}
    rest = sent["favourite_count"] - len(sent["recent_favourites"])
    assert facts["favourites"].links[-1][0] == f"and {rest:,} more"


def test_each_difficulty_says_what_the_server_sent(sent: dict[str, Any]) -> None:
    subject = read(sent)
    everything = sent["beatmaps"] + sent["converts"]
    assert len(subject.entries) == len(everything)
    tags = {tag["id"]: tag["name"] for tag in sent["related_tags"]}
    for body in everything:
        entry = next(e for e in subject.entries if e.key == (body["id"], body["mode"]))
        texts = {figure.key: figure.text for figure in entry.figures}
        assert entry.name == body["version"]
        assert entry.stars_text == texts["stars"] == f"{body['difficulty_rating']:.2f}"
        assert entry.is_convert is body["convert"]
        assert [name for name, _ in entry.owners] == [o["username"] for o in body["owners"]]
        assert texts["bpm"] == f"{body['bpm']:g}"
        assert texts["hp"] == f"{body['drain']:g}"
        if body["mode"] in (OSU, "fruits"):
            assert texts["ar"] == f"{body['ar']:g}"
            assert texts["cs"] == f"{body['cs']:g}"
        if body["mode"] != "fruits":
            assert texts["od"] == f"{body['accuracy']:g}"
        combo = body.get("max_combo")
        assert texts["max_combo"] == (f"{combo:,}×" if combo else "–")
        rate = body["passcount"] / body["playcount"]
        assert texts["success"] == f"{rate:.1%}"
        fails = [int(value or 0) for value in entry.fails.values]
        assert fails == (body["failtimes"]["fail"] if any(body["failtimes"]["fail"]) else [])
        exits = [int(value or 0) for value in entry.exits.values]
        assert exits == (body["failtimes"]["exit"] if any(body["failtimes"]["exit"]) else [])
        assert {(tag.name, tag.votes) for tag in entry.tags} == {
            (tags[vote["tag_id"]], vote["count"]) for vote in body["top_tag_ids"]
        }


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(beatmaps=[], converts=[]),
        lambda body: body.update(beatmaps=None, converts=None),
        lambda body: body.update(user=None, related_users=None, current_nominations=None),
        lambda body: body.update(genre=None, language=None, description=None, availability=None),
        lambda body: body.update(ratings=None, related_tags=None, recent_favourites=None),
        lambda body: body.update(ranked_date=None, submitted_date=None, last_updated=None),
        lambda body: body.update(status="unheard of", ranked=99, rating=None, tags=""),
        lambda body: [one.pop("failtimes") for one in body["beatmaps"]],
        lambda body: [one.update(failtimes=None, owners=None) for one in body["beatmaps"]],
        lambda body: [one.update(failtimes={"fail": [1]}) for one in body["beatmaps"]],
        lambda body: [one.update(mode="unheard of", mode_int=9) for one in body["beatmaps"]],
        lambda body: [
            one.update(playcount=0, bpm=None, max_combo=None) for one in body["converts"]
        ],
        lambda body: [one.update(top_tag_ids=[{"tag_id": 1}]) for one in body["beatmaps"]],
        lambda body: body.update(ratings=[0, 1]),
        lambda body: body.update(title="", title_unicode="", artist="", artist_unicode=""),
        lambda body: body.update(title="<b>\u202e\n" * 900, creator="\x00" * 50, user=None),
        lambda body: body.update(user_id=0, deleted_at="2020-01-01T00:00:00Z"),
    ],
)
def test_what_is_missing_or_strange_is_left_out(
    sent: dict[str, Any], change: Callable[[dict[str, Any]], object]
) -> None:
    body = json.loads(json.dumps(sent))
    change(body)
    subject = read(body).at(BeatmapsetPlace(sent["id"]))
    for heading in (subject.romanised, subject.original):
        assert heading.title
        assert len(heading.title) <= 120
        assert heading.words.isprintable()
        assert all(fact.text.isprintable() for fact in heading.facts)
    assert subject.title.isprintable()
    assert (subject.beatmap is None) is (not subject.beatmapset.beatmaps and not subject.entries)


def test_a_set_without_its_number_is_the_one_that_was_asked_for() -> None:
    body = {**small(), "id": None, "beatmaps": [difficulty(1)]}
    nameless = decode(json.dumps(body).encode(), Beatmapset)
    assert nameless.id == 0
    assert identified(nameless, 7).id == 7
    assert identified(nameless).id == 9
    with pytest.raises(ServerTrouble):
        identified(decode(json.dumps({**body, "beatmaps": []}).encode(), Beatmapset))


def test_a_set_without_difficulties_says_so() -> None:
    subject = read(small(beatmaps=[])).at(BeatmapsetPlace(9))
    assert subject.beatmap is None
    assert subject.entry is None
    assert subject.key == (0, OSU)
    assert subject.notice == "This beatmapset has no difficulties."
    assert read(small(beatmaps=[])).at(BeatmapsetPlace(9, mode=MANIA)).mode == MANIA


def test_what_cannot_be_downloaded_says_so() -> None:
    body = small(
        beatmaps=[difficulty(1)],
        availability={"download_disabled": True, "more_information": "https://osu.ppy.sh/x"},
    )
    notice = read(body).at(BeatmapsetPlace(9)).notice
    assert notice == "It cannot be downloaded from osu!. osu! says why: https://osu.ppy.sh/x"


def test_the_other_script_is_a_fact() -> None:
    body = small(title_unicode="歌", artist_unicode="楽団", beatmaps=[difficulty(1)])
    subject = read(body)
    facts = {fact.key: (fact.label, fact.text) for fact in subject.romanised.facts}
    assert facts["other"] == ("Original", "楽団 – 歌")
    facts = {fact.key: (fact.label, fact.text) for fact in subject.original.facts}
    assert facts["other"] == ("Romanised", "Band – Song")
    assert "other" not in {fact.key for fact in read(small()).romanised.facts}


def test_a_pending_set_says_what_it_needs() -> None:
    body = small(
        status="pending",
        hype={"current": 3, "required": 5},
        nominations_summary={
            "current": 1,
            "required_meta": {"main_ruleset": 2, "non_main_ruleset": 1},
        },
        beatmaps=[difficulty(1), difficulty(2, TAIKO)],
    )
    facts = {fact.key: fact.text for fact in read(body).romanised.facts}
    assert facts["hype"] == "3 of 5"
    assert facts["nominations"] == "1 of 2, and 1 for each further ruleset"
    before = small(
        status="wip", nominations_summary={"current": 0, "required": 2}, beatmaps=[difficulty(1)]
    )
    assert {f.key: f.text for f in read(before).romanised.facts}["nominations"] == "0 of 2"
    assert read(before).romanised.status_text == "Work in progress"


# --- the chosen difficulty ---------------------------------------------------------------------


MIXED = small(
    beatmaps=[
        difficulty(1, OSU, 5.0),
        difficulty(2, OSU, 2.0),
        difficulty(3, TAIKO, 9.0),
        difficulty(4, MANIA, 4.0, cs=7),
        difficulty(5, MANIA, 5.0, cs=4),
    ],
    converts=[
        difficulty(number, mode, stars, convert=True)
        for number, stars in ((1, 3.0), (2, 1.5))
        for mode in (TAIKO, "fruits", MANIA)
    ],
)


@pytest.mark.parametrize(
    ("place", "key", "is_missing"),
    [
        (BeatmapsetPlace(9), (1, OSU), False),
        (BeatmapsetPlace(9, 2), (2, OSU), False),
        (BeatmapsetPlace(9, 2, OSU), (2, OSU), False),
        (BeatmapsetPlace(9, 2, MANIA), (2, MANIA), False),  # the convert
        (BeatmapsetPlace(9, 3), (3, TAIKO), False),
        (BeatmapsetPlace(9, 3, OSU), (3, TAIKO), False),  # in its own ruleset
        (BeatmapsetPlace(9, mode=TAIKO), (3, TAIKO), False),
        (BeatmapsetPlace(9, mode="fruits"), (1, "fruits"), False),  # converts only
        (BeatmapsetPlace(9, mode=MANIA), (4, MANIA), False),  # more keys, though fewer stars
        (BeatmapsetPlace(9, 77), (1, OSU), True),
        (BeatmapsetPlace(9, 77, TAIKO), (3, TAIKO), True),
    ],
)
def test_the_difficulty_of_a_place(
    place: BeatmapsetPlace, key: tuple[int, str], is_missing: bool
) -> None:
    subject = read(MIXED).at(place)
    assert subject.key == key
    assert subject.is_missing is is_missing
    assert ("asked for" in subject.notice) is is_missing
    assert subject.entry is not None
    assert subject.entry.key == key
    assert subject.entry.is_convert is bool(subject.beatmap and subject.beatmap.convert)


def test_difficulties_are_in_the_order_of_the_website() -> None:
    subject = read(MIXED)
    assert subject.modes == (OSU, TAIKO, "fruits", MANIA)
    assert [entry.key for entry in subject.entries_in(OSU)] == [(2, OSU), (1, OSU)]
    own = [entry.beatmap.id for entry in subject.entries_in(MANIA) if not entry.is_convert]
    assert own == [5, 4]


def test_forty_difficulties() -> None:
    body = small(beatmaps=[difficulty(n, OSU, 40 - n / 10) for n in range(1, 41)])
    subject = read(body).at(BeatmapsetPlace(9))
    assert len(subject.entries) == 40
    assert subject.key == (1, OSU)


def test_a_set_with_converts_only() -> None:
    body = small(beatmaps=[], converts=[difficulty(1, MANIA, 3.0, convert=True)])
    subject = read(body).at(BeatmapsetPlace(9))
    assert subject.key == (1, MANIA)
    assert not subject.is_missing


# --- figures with mods -------------------------------------------------------------------------


def texts(mods: str, attributes: BeatmapDifficultyAttributes | None) -> dict[str, tuple[str, str]]:
    body = difficulty(
        1, OSU, 5.0, ar=9, accuracy=8, cs=4, drain=5, bpm=180, total_length=90, hit_length=84,
        max_combo=500,
    )  # fmt: skip
    subject = read(small(beatmaps=[body])).at(BeatmapsetPlace(9))
    assert subject.beatmap is not None
    found = figures_of(subject.beatmap, OSU, parse_mods(mods), attributes)
    return {figure.key: (figure.text, figure.detail) for figure in found}


def test_figures_with_double_time() -> None:
    known = BeatmapDifficultyAttributes(star_rating=7.5, max_combo=500)
    found = texts("DT", known)
    assert found["stars"] == ("7.50", "+2.50, was 5.00")
    assert found["ar"] == ("10.33", "400 ms · was 9")
    assert found["od"] == ("9.78", "±21.3 ms · was 8")
    assert found["cs"] == ("4", "")
    assert found["bpm"] == ("270", "was 180, speed 1.5×")
    assert found["length"] == ("1:00", "0:56 played · was 1:30")
    assert found["max_combo"] == ("500×", "")


def test_stars_with_mods_are_unknown_until_the_server_says_them() -> None:
    assert texts("HR", None)["stars"] == ("–", "was 5.00")
    assert texts("", None)["stars"] == ("5.00", "")
    assert texts("WU", None)["bpm"][0].startswith("about ")


@pytest.mark.parametrize(
    ("plays", "told"), [(None, None), (0, "not yet"), (1, "1 time"), (1234, "1,234 times")]
)
def test_how_often_the_account_has_played_it(plays: int | None, told: str | None) -> None:
    body = small(beatmaps=[difficulty(1, current_user_playcount=plays)])
    (entry,) = read(body).entries
    assert {figure.key: figure.text for figure in entry.figures}.get("own_plays") == told


def test_tags_that_the_account_has_voted_for() -> None:
    votes = [{"tag_id": number, "count": 9 - number} for number in (1, 2)]
    body = small(beatmaps=[difficulty(1, top_tag_ids=votes, current_user_tag_ids=[2])])
    (entry,) = read(body).entries
    assert [(tag.is_own, tag.words) for tag in entry.tags] == [
        (False, ""),
        (True, "You voted for it."),
    ]


# --- mods in addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mods"),
    [
        ("", []),
        ("HDDT", [Mod(acronym="HD"), Mod(acronym="DT")]),
        ("DT(1.3)", [Mod(acronym="DT", settings={"speed_change": 1.3})]),
        ("dt(1.3x)", [Mod(acronym="DT", settings={"speed_change": 1.3})]),
        ("DT(9)HT(0.75)", [Mod(acronym="DT"), Mod(acronym="HT", settings={"speed_change": 0.75})]),
        ("HDHD", [Mod(acronym="HD")]),
        ("~HD!FLDT", [Mod(acronym="DT")]),
        ("NM", []),
        ("ZZ??(((", []),
        ("10K", [Mod(acronym="10K")]),
        (
            "DA(AR10CS4.5)",
            [Mod(acronym="DA", settings={"approach_rate": 10.0, "circle_size": 4.5})],
        ),
        ("DA(AR99)", [Mod(acronym="DA")]),
    ],
)
def test_mods_of_a_place(text: str, mods: list[Mod]) -> None:
    assert mods_of(text) == mods


speeds = st.sampled_from(sorted(SPEEDS)).flatmap(
    lambda acronym: st.builds(
        Mod,
        acronym=st.just(acronym),
        settings=st.integers(round(SPEEDS[acronym][0] * 100), round(SPEEDS[acronym][1] * 100)).map(
            lambda n: {"speed_change": n / 100}
        ),
    )
)
values = st.dictionaries(
    st.sampled_from(sorted(VALUES)), st.integers(0, 1100).map(lambda n: n / 100)
)
changes = st.builds(Mod, acronym=st.just("DA"), settings=values.map(adjusted))
plain_mods = st.sampled_from(["HD", "HR", "EZ", "FL", "10K", "4K", "CL"]).map(
    lambda acronym: Mod(acronym=acronym)
)


@given(st.lists(plain_mods | speeds | changes, max_size=6, unique_by=lambda mod: mod.acronym))
def test_mods_survive_their_text(mods: list[Mod]) -> None:
    assert mods_of(text_of(mods)) == mods
    place = BeatmapsetPlace(1, mods=text_of(mods))
    assert mods_of(place.mods) == mods


@given(st.text(max_size=60))
def test_no_text_of_mods_breaks_it(text: str) -> None:
    assert mods_of(text_of(mods_of(text))) == mods_of(text)
