"""The licence file names everything, or the build fails."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest

from build_app import inventory, licences
from build_app.inventory import Component
from osubrowser.licences import split


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("MIT", {"MIT"}),
        ("GPL-2.0-only OR Apache-2.0", {"Apache-2.0"}),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", {"MIT", "Unicode-3.0"}),
        ("Apache-2.0 WITH LLVM-exception", {"Apache-2.0", "LLVM-exception"}),
    ],
)
def test_the_first_alternative_whose_text_is_at_hand(expression: str, chosen: set[str]) -> None:
    assert set(licences.choice(expression) or ()) == chosen


@pytest.mark.parametrize("expression", ["", "GPL-2.0-only", "MIT AND GPL-2.0-only", "Made up, 2"])
def test_no_licence_is_chosen_without_a_text(expression: str) -> None:
    assert licences.choice(expression) is None


def test_every_component_has_its_text() -> None:
    components = [
        Component("alpha", "1", "pypi", "MIT", ("Text of one.\n",)),
        Component("beta", "2", "deb", "", ("Text of one.",)),
        Component("crate", "3", "cargo", "MIT OR Apache-2.0", parent="alpha"),
        Component("PySide6_Essentials", "6", "pypi", "LGPL-3.0-only OR GPL-3.0-only"),
    ]
    texts = {one.title: one.text for one in split(licences.document(components))}
    assert texts["alpha 1 (MIT), beta 2"] == "Text of one."
    assert "crate 3 (MIT OR Apache-2.0)" in texts["Compiled into alpha"]
    assert texts["MIT"].startswith("MIT License")
    qt = next(text for title, text in texts.items() if title.startswith("PySide6_Essentials"))
    assert "Replace them with files of the same names" in qt
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.0-only, of Qt"]
    assert any(title.startswith("osubrowser ") for title in texts)


def test_a_component_without_licence_fails_the_build() -> None:
    with pytest.raises(licences.UnknownLicenceError, match=r"gamma 1\.5 \(Proprietary\)"):
        licences.document([Component("gamma", "1.5", "deb", "Proprietary")])


def test_references_of_debian_copyright_files() -> None:
    text = "see /usr/share/common-licenses/GPL-2. Or `/usr/share/common-licenses/LGPL-2.1'."
    assert licences.references(text) == {"GPL-2", "LGPL-2.1"}


def test_modules_lead_to_their_packages() -> None:
    one = distribution("requests")
    file = next(str(one.locate_file(path)) for path in one.files or () if path.name == "api.py")
    found = {row.name: row for row in inventory.read([("requests.api", file, "PYMODULE")])}
    assert found["requests"].version == one.version
    assert "Apache" in found["requests"].licence
    assert "Apache License" in found["requests"].texts[0]
    assert "PSF" in found["python"].licence


def test_a_file_of_nobody_is_told() -> None:
    with pytest.raises(inventory.UnknownOriginError, match="nowhere"):
        inventory.read([("libx.so", "/nowhere/libx.so", "BINARY")])


def test_the_c_runtime_of_windows_is_named() -> None:
    found = inventory.read([("VCRUNTIME140_1.dll", "/windows/VCRUNTIME140_1.dll", "BINARY")])
    runtime = next(one for one in found if one.name.startswith("microsoft"))
    assert "allows to distribute" in runtime.texts[0]
