"""Version resource of Windows, property list of macOS."""

from __future__ import annotations

import ast

import pytest

from build_app import bundle, version_info


@pytest.mark.parametrize(
    ("version", "found"),
    [("0.1.0", (0, 1, 0, 0)), ("2.3", (2, 3, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0))],
)
def test_numbers_of_a_version(version: str, found: tuple[int, ...]) -> None:
    assert version_info.numbers(version) == found


def test_no_version() -> None:
    with pytest.raises(ValueError, match="'beta' is no version"):
        version_info.numbers("beta")


def test_the_resource_is_one_expression_with_the_version() -> None:
    text = version_info.resource("0.1.0")
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    assert "StringStruct('ProductVersion', '0.1.0')" in text
    assert "filevers=(0, 1, 0, 0)" in text


def test_the_bundle_opens_replays_and_links() -> None:
    info = bundle.info("0.1.0")
    assert "osr" in repr(info["UTImportedTypeDeclarations"])
    assert "'osubrowser'" in repr(info["CFBundleURLTypes"])
    assert info["CFBundleShortVersionString"] == "0.1.0"
