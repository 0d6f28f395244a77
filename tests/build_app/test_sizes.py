"""The table of sizes, and their limit."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from build_app import sizes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    noise = random.Random(1).randbytes(50_000)
    (tmp_path / "lib" / "noise.so").write_bytes(noise)
    (tmp_path / "lib" / "zeros.so").write_bytes(bytes(200_000))
    (tmp_path / "other").write_bytes(noise[:20_000])
    (tmp_path / "link").symlink_to("other")
    return tmp_path


def test_files_with_the_same_reason_are_one_part(folder: Path) -> None:
    found = sizes.parts(folder, lambda name: "libraries" if name.startswith("lib/") else None)
    assert [(part.name, part.unpacked) for part in found] == [
        ("lib/zeros.so and 1 more", 250_000),
        ("other", 20_000),
    ]
    assert 50_000 < found[0].packed < 60_000  # zeros pack to nothing, noise to itself
    assert sizes.unexplained(found, 10_000) == ["other"]
    assert sizes.unexplained(found, 30_000) == []


def test_the_table_sums_up_what_it_does_not_show(folder: Path) -> None:
    table = sizes.table(sizes.parts(folder, lambda _: None), rows=1)
    lines = table.splitlines()
    assert lines[1].split() == ["0.1", "MB", "0.1", "MB", "lib/noise.so"]
    assert lines[-1].endswith("0.2 MB  2 smaller parts")


def test_a_package_above_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.tar.xz"
    file.write_bytes(bytes(1001))
    sizes.check(file, 1001)
    with pytest.raises(sizes.TooLargeError, match=r"a\.tar\.xz has 0\.0 MB"):
        sizes.check(file, 1000)
