"""Questions of a search, and their places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from osubrowser.models.search.question import Question
from osubrowser.services.places.places import ListPlace
from osubrowser.services.places.urls import address, parse


@pytest.mark.parametrize(
    ("question", "path"),
    [
        (Question(), "/home/search"),
        (Question("peppy"), "/home/search?query=peppy"),
        (Question("peppy", "user"), "/home/search?mode=user&query=peppy"),
        (
            Question("千本桜 &=#", "user", "JP", True),
            "/home/search?active=1&country=JP&mode=user&query=%E5%8D%83%E6%9C%AC%E6%A1%9C+%26%3D%23",
        ),
        (Question("x", "seen"), "/home/search?mode=seen&query=x"),
    ],
)
def test_a_question_has_the_address_of_the_website(question: Question, path: str) -> None:
    assert address(question.place) == f"https://osu.ppy.sh{path}"
    again = parse(f"https://osu.ppy.sh{path}")
    assert again == question.place
    assert isinstance(again, ListPlace)
    assert Question.of(again) == question


def test_unknown_values_are_left_out_and_words_are_bounded() -> None:
    place = ListPlace(
        "search",
        (("active", "yes"), ("country", "J1"), ("mode", "store"), ("query", " a\u202e\nb " * 999)),
    )
    question = Question.of(place)
    assert replace(question, words="") == Question()
    assert question.words.startswith("a b")
    assert len(question.words) <= 200
    assert Question("x", "user", "JP", True).with_words(" ").place == ListPlace("search")
