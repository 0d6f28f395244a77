"""Dates in words: what PHP 8.2 makes of them, for whole texts at several times."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from osubrowser.api.beatmap_query import parse_beatmap_query
from osubrowser.api.date_words import read_date_words

WEDNESDAY = "2022-03-16 10:20:30"
READ = {
    "now": "2022-03-16 10:20:30",
    "today": "2022-03-16 00:00:00",
    "midnight": "2022-03-16 00:00:00",
    "noon": "2022-03-16 12:00:00",
    "yesterday": "2022-03-15 00:00:00",
    "tomorrow": "2022-03-17 00:00:00",
    "yesterday noon": "2022-03-15 12:00:00",
    "noon yesterday": "2022-03-15 00:00:00",
    "tomorrow 14:00": "2022-03-17 14:00:00",
    "14:00 tomorrow": "2022-03-17 00:00:00",
    "monday": "2022-03-21 00:00:00",
    "wednesday": "2022-03-16 00:00:00",
    "wed": "2022-03-16 00:00:00",
    "Mondays": "2022-03-21 00:00:00",
    "last monday": "2022-03-14 00:00:00",
    "LAST MONDAY": "2022-03-14 00:00:00",
    "last wednesday": "2022-03-09 00:00:00",
    "last sunday": "2022-03-13 00:00:00",
    "next monday": "2022-03-21 00:00:00",
    "next wednesday": "2022-03-23 00:00:00",
    "this wednesday": "2022-03-16 00:00:00",
    "previous friday": "2022-03-11 00:00:00",
    "next friday 17:00": "2022-03-18 17:00:00",
    "last sat of july 2008": "2008-07-26 00:00:00",
    "last week": "2022-03-07 10:20:30",
    "next week": "2022-03-21 10:20:30",
    "this week": "2022-03-14 10:20:30",
    "monday next week": "2022-03-21 00:00:00",
    "sunday this week": "2022-03-20 00:00:00",
    "monday last week": "2022-03-07 00:00:00",
    "last month": "2022-02-16 10:20:30",
    "next month": "2022-04-16 10:20:30",
    "last year": "2021-03-16 10:20:30",
    "this year": "2022-03-16 10:20:30",
    "last day": "2022-03-15 10:20:30",
    "2 weeks ago": "2022-03-02 10:20:30",
    "1 week ago": "2022-03-09 10:20:30",
    "3 days ago": "2022-03-13 10:20:30",
    "-3 days": "2022-03-13 10:20:30",
    "+3 days": "2022-03-19 10:20:30",
    "- 3 days": "2022-03-13 10:20:30",
    "1 year 2 months ago": "2021-01-16 10:20:30",
    "6 months ago": "2021-09-16 10:20:30",
    "5 minutes ago": "2022-03-16 10:15:30",
    "10 secs ago": "2022-03-16 10:20:20",
    "1 fortnight ago": "2022-03-02 10:20:30",
    "monday 2 weeks ago": "2022-02-21 00:00:00",
    "+1 week 2 days 4 hours 2 seconds": "2022-03-25 14:20:32",
    "yesterday -2 hours": "2022-03-14 22:00:00",
    "today 1 week ago": "2022-03-09 00:00:00",
    "first day of january 2020": "2020-01-01 00:00:00",
    "last day of february 2020": "2020-02-29 00:00:00",
    "first day of next month": "2022-04-01 10:20:30",
    "last day of last month": "2022-02-28 10:20:30",
    "first day of": "2022-03-01 10:20:30",
    "first monday of january 2020": "2020-01-06 00:00:00",
    "last friday of next month": "2022-04-29 00:00:00",
    "May 2018": "2018-05-01 00:00:00",
    "12 May 2018": "2018-05-12 00:00:00",
    "12th May 2018": "2018-05-12 00:00:00",
    "May 12, 2018": "2018-05-12 00:00:00",
    "may": "2022-05-16 00:00:00",
    "12 may": "2022-05-12 00:00:00",
    "12 May 2018 10:20": "2018-05-12 10:20:00",
    "5/12/2018": "2018-05-12 00:00:00",
    "12.05.2018": "2018-05-12 00:00:00",
    "2018/05/12 +1 month": "2018-06-12 00:00:00",
    "2018-05-12 10:20:30 +02:00": "2018-05-12 08:20:30",
    "3pm": "2022-03-16 15:00:00",
    "3:30 pm": "2022-03-16 15:30:00",
    "12am": "2022-03-16 00:00:00",
    "12pm": "2022-03-16 12:00:00",
    "10:20": "2022-03-16 10:20:00",
    "2 monday": "2022-03-28 10:20:30",
    "-1 monday": "2022-03-14 10:20:30",
    "eighth day": "2022-03-24 10:20:30",
    "third month": "2022-06-16 10:20:30",
    "sept 2019": "2019-09-01 00:00:00",
    "today utc": "2022-03-16 00:00:00",
    "31 jan 2020 +1 month": "2020-03-02 00:00:00",
    "yesterdayish": None,
    "last banana": None,
    "last": None,
    "next": None,
    "banana": None,
    "tues": None,
    "10:20 3pm": None,
    "one week ago": None,
    "lastmonday": None,
}
OTHER_TIMES = [
    ("2022-03-20 23:59:59", "monday", "2022-03-21 00:00:00"),
    ("2022-03-20 23:59:59", "sunday", "2022-03-20 00:00:00"),
    ("2022-03-20 23:59:59", "last monday", "2022-03-14 00:00:00"),
    ("2022-03-20 23:59:59", "last sunday", "2022-03-13 00:00:00"),
    ("2022-03-20 23:59:59", "next sunday", "2022-03-27 00:00:00"),
    ("2022-03-20 23:59:59", "this sunday", "2022-03-20 00:00:00"),
    ("2022-03-20 23:59:59", "last week", "2022-03-07 23:59:59"),
    ("2022-03-20 23:59:59", "this week", "2022-03-14 23:59:59"),
    ("2022-03-20 23:59:59", "next week", "2022-03-21 23:59:59"),
    ("2022-03-20 23:59:59", "sunday this week", "2022-03-20 00:00:00"),
    ("2022-03-20 23:59:59", "last month", "2022-02-20 23:59:59"),
    ("2022-03-20 23:59:59", "next month", "2022-04-20 23:59:59"),
    ("2022-03-20 23:59:59", "first day of next month", "2022-04-01 23:59:59"),
    ("2022-03-20 23:59:59", "last day of last month", "2022-02-28 23:59:59"),
    ("2022-03-20 23:59:59", "1 month ago", "2022-02-20 23:59:59"),
    ("2022-03-20 23:59:59", "first monday of january 2020", "2020-01-06 00:00:00"),
    ("2022-03-20 23:59:59", "+1 week", "2022-03-27 23:59:59"),
    ("2022-01-31 00:00:00", "monday", "2022-01-31 00:00:00"),
    ("2022-01-31 00:00:00", "sunday", "2022-02-06 00:00:00"),
    ("2022-01-31 00:00:00", "last monday", "2022-01-24 00:00:00"),
    ("2022-01-31 00:00:00", "last sunday", "2022-01-30 00:00:00"),
    ("2022-01-31 00:00:00", "next sunday", "2022-02-06 00:00:00"),
    ("2022-01-31 00:00:00", "this sunday", "2022-02-06 00:00:00"),
    ("2022-01-31 00:00:00", "last week", "2022-01-24 00:00:00"),
    ("2022-01-31 00:00:00", "this week", "2022-01-31 00:00:00"),
    ("2022-01-31 00:00:00", "next week", "2022-02-07 00:00:00"),
    ("2022-01-31 00:00:00", "sunday this week", "2022-02-06 00:00:00"),
    ("2022-01-31 00:00:00", "last month", "2021-12-31 00:00:00"),
    ("2022-01-31 00:00:00", "next month", "2022-03-03 00:00:00"),
    ("2022-01-31 00:00:00", "first day of next month", "2022-02-01 00:00:00"),
    ("2022-01-31 00:00:00", "last day of last month", "2021-12-31 00:00:00"),
    ("2022-01-31 00:00:00", "1 month ago", "2021-12-31 00:00:00"),
    ("2022-01-31 00:00:00", "first monday of january 2020", "2020-01-06 00:00:00"),
    ("2022-01-31 00:00:00", "+1 week", "2022-02-07 00:00:00"),
]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "words", "expected"),
    [*((WEDNESDAY, words, expected) for words, expected in READ.items()), *OTHER_TIMES],
)
def test_words_are_read_as_php_reads_them(now: str, words: str, expected: str | None) -> None:
    wanted = None if expected is None else moment(expected).timestamp() * 1_000
    assert read_date_words(words, moment(now)) == wanted


def test_milliseconds_count_where_the_text_names_no_time() -> None:
    now = moment(WEDNESDAY) + timedelta(milliseconds=250)
    day, start = moment("2022-03-16").timestamp() * 1_000, now.timestamp() * 1_000
    assert read_date_words("2 weeks ago", now) == start - 14 * 86_400_000
    assert read_date_words("today", now) == day


def test_any_words_are_read_or_not_but_never_fail() -> None:
    draw = random.Random(1)
    more = ["999999 years ago", "-999999 months", "99", "\0", "é", "٣ days"]
    parts = [*" ".join(READ).split(), *more]
    for _ in range(3_000):
        text = draw.choice((" ", "", ", ")).join(draw.choices(parts, k=draw.randrange(1, 6)))
        found = read_date_words(text, moment(WEDNESDAY))
        assert found is None or isinstance(found, int)
    assert read_date_words("monday " * 10_000, moment(WEDNESDAY)) is None
    assert read_date_words("", moment(WEDNESDAY)) is None


def test_the_search_takes_words_for_dates() -> None:
    now = moment(WEDNESDAY)
    start = int(moment("2022-03-14").timestamp()) * 1_000
    parsed = parse_beatmap_query('ranked>="last monday" updated<yesterday created<banana', now)
    assert parsed.options["ranked"] == {"gte": start}
    assert parsed.options["updated"] == {"lt": start + 86_400_000}
    assert parsed.keywords == "created<banana"
