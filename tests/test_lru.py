"""The least-recently-used cache against a plain model of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from osubrowser.lru import LRUCache

ACTIONS = st.lists(
    st.tuples(st.sampled_from(["get", "put", "pop"]), st.integers(0, 6), st.integers(1, 5))
)


def test_what_was_used_longest_ago_goes_first() -> None:
    cache: LRUCache[str, int] = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert list(cache) == ["a", "c"]
    assert cache.get("b") is None


def test_one_entry_stays_whatever_its_size() -> None:
    cache: LRUCache[str, bytes] = LRUCache(10, len)
    cache.put("a", b"1234")
    cache.put("large", b"0" * 99)
    assert (list(cache), cache.size) == (["large"], 99)
    cache.clear()
    assert (len(cache), cache.size) == (0, 0)


@given(ACTIONS, st.integers(1, 12))
def test_it_is_a_list_in_the_order_of_use(actions: list[tuple[str, int, int]], limit: int) -> None:
    cache: LRUCache[int, int] = LRUCache(limit, lambda value: value)
    model: list[tuple[int, int]] = []
    for what, key, value in actions:
        found = [pair for pair in model if pair[0] == key]
        if what == "get":
            assert cache.get(key) == (found[0][1] if found else None)
            model = [pair for pair in model if pair[0] != key] + found
        else:
            model = [pair for pair in model if pair[0] != key]
            if what == "pop":
                cache.pop(key)
            else:
                cache.put(key, value)
                model.append((key, value))
                while sum(size for _, size in model) > limit and len(model) > 1:
                    del model[0]
        assert list(cache) == [key for key, _ in model]
        assert cache.size == sum(size for _, size in model)
