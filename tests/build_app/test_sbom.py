"""The bill of materials follows its schema and is the same for the same build."""

from __future__ import annotations

import json

from build_app import sbom
from build_app.inventory import Component

COMPONENTS = [
    Component("requests", "2.0", "pypi", "Apache-2.0"),
    Component("odd", "1", "pypi", "Apache 2.0 or so"),
    Component("nh3", "0.3", "pypi", "MIT"),
    Component("ammonia", "4", "cargo", "MIT OR Apache-2.0", parent="nh3"),
    Component("libx11-6", "2:1.8", "deb"),
]


def test_what_is_shipped_is_listed_and_follows_the_schema() -> None:
    text = sbom.document(COMPONENTS, "1.2", time=1_700_000_000, files=[("a.deb", "0" * 64)])
    found = json.loads(text)
    assert found["bomFormat"] == "CycloneDX"
    assert found["metadata"]["component"]["version"] == "1.2"
    assert found["metadata"]["component"]["components"][0]["hashes"][0]["content"] == "0" * 64
    rows = {row["name"]: row for row in found["components"]}
    assert rows["libx11-6"]["purl"] == "pkg:deb/debian/libx11-6@2:1.8"
    assert rows["requests"]["licenses"] == [{"license": {"id": "Apache-2.0"}}] or rows["requests"][
        "licenses"
    ] == [{"expression": "Apache-2.0"}]
    assert rows["odd"]["licenses"][0]["license"]["name"] == "Apache 2.0 or so"
    needs = {row["ref"]: row.get("dependsOn", []) for row in found["dependencies"]}
    assert needs["pkg:pypi/nh3@0.3"] == [rows["ammonia"]["bom-ref"]]
    assert rows["ammonia"]["bom-ref"] not in needs["osubrowser"]


def test_the_same_build_has_the_same_list() -> None:
    first, second = (sbom.document(rows, "1.2", time=5) for rows in (COMPONENTS, COMPONENTS[::-1]))
    assert first == second
    assert sbom.document(COMPONENTS[1:], "1.2", time=5) != first
