"""Hit results of scores, under lazer's and stable's names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from osubrowser.api.entities.base import Entity, Int64

_OLD_NAMES: Final[dict[int, dict[str, str]]] = {
    0: {"300": "great", "100": "ok", "50": "meh", "miss": "miss"},
    1: {"300": "great", "100": "ok", "miss": "miss"},
    2: {
        "300": "great",
        "100": "large_tick_hit",
        "50": "small_tick_hit",
        "katu": "small_tick_miss",
        "miss": "miss",
    },
    3: {
        "geki": "perfect",
        "300": "great",
        "katu": "good",
        "100": "ok",
        "50": "meh",
        "miss": "miss",
    },
}
"""Hit result of lazer by ruleset id and the name of stable's count."""


class ScoreStatistics(Entity, frozen=True, kw_only=True, omit_defaults=True):
    """Counts of hit results by lazer's names.

    The `count_` attributes are the same by stable's names, None where the ruleset has no such
    count. `others` has results without a field here. Counts may be negative: the server does
    not validate them.
    """

    perfect: Int64 = 0
    great: Int64 = 0
    good: Int64 = 0
    ok: Int64 = 0
    meh: Int64 = 0
    miss: Int64 = 0
    small_tick_hit: Int64 = 0
    small_tick_miss: Int64 = 0
    large_tick_hit: Int64 = 0
    large_tick_miss: Int64 = 0
    small_bonus: Int64 = 0
    large_bonus: Int64 = 0
    ignore_hit: Int64 = 0
    ignore_miss: Int64 = 0
    combo_break: Int64 = 0
    slider_tail_hit: Int64 = 0
    legacy_combo_increase: Int64 = 0
    ruleset_id: Int64 = 0
    others: dict[str, Int64] = msgspec.field(default_factory=dict)

    @property
    def count_geki(self) -> int | None:
        """MAX (rainbow 300s) of mania; None elsewhere, unless the server sent it."""
        return self._count("geki")

    @property
    def count_300(self) -> int | None:
        """Counts of 300s, greats, fruits."""
        return self._count("300")

    @property
    def count_katu(self) -> int | None:
        """200s of mania, missed droplets of catch; None elsewhere, unless the server sent it."""
        return self._count("katu")

    @property
    def count_100(self) -> int | None:
        """Counts of 100s, drops."""
        return self._count("100")

    @property
    def count_50(self) -> int | None:
        """50s, droplets; None in taiko, unless the server sent it."""
        return self._count("50")

    @property
    def count_miss(self) -> int | None:
        """Count of misses."""
        return self._count("miss")

    @property
    def counts(self) -> dict[str, int]:
        """All counts that are not 0, by lazer's names."""
        named = {name: getattr(self, name) for name in _RESULTS}
        return {name: count for name, count in (named | self.others).items() if count}

    def _count(self, old: str) -> int | None:
        name = _OLD_NAMES.get(self.ruleset_id, {}).get(old)
        if name is None:
            return self.others.get(f"count_{old}")
        count: int = getattr(self, name)
        return count


_RESULTS: Final = tuple(
    name for name in ScoreStatistics.__struct_fields__ if name not in ("ruleset_id", "others")
)
_NAMES: Final = frozenset(_RESULTS)
_INTEGERS: Final = frozenset({int})


def read_statistics(
    sent: Mapping[str, int | dict[str, int] | None], ruleset_id: int
) -> ScoreStatistics:
    """Return the statistics in a score's JSON, in lazer's or stable's names."""
    if sent.keys() <= _NAMES and set(map(type, sent.values())) <= _INTEGERS:
        return ScoreStatistics(ruleset_id=ruleset_id, **sent)  # type: ignore[arg-type]
    new_names = {
        f"count_{old}": name for old, name in _OLD_NAMES.get(ruleset_id, _OLD_NAMES[0]).items()
    }
    named: dict[str, int] = {}
    others: dict[str, int] = {}
    for name, count in sent.items():
        if isinstance(count, dict) and name == "others":
            others |= count
        if not isinstance(count, int) or (name == "ruleset_id" and count == ruleset_id):
            continue
        result = new_names.get(name, name)
        (named if result in _NAMES else others)[result] = count
    return ScoreStatistics(
        ruleset_id=ruleset_id,
        others=others,
        **named,
    )
