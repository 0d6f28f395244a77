"""Property list of the macOS application bundle."""

from __future__ import annotations

from typing import Final

from build_app.project import APPLICATION_ID

OLDEST_SYSTEM: Final = "13.0"
"""The oldest macOS that the wheels of Qt for Python run on."""

_REPLAY: Final = "org.osubrowser.replay"


def info(version: str) -> dict[str, object]:
    """Return the entries of `Info.plist` that PyInstaller does not make itself."""
    return {
        "CFBundleDisplayName": "osubrowser",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "osu! replay",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # the game comes first, where it is installed
                "LSItemContentTypes": [_REPLAY],
            }
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _REPLAY,
                "UTTypeDescription": "osu! replay",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["osr"]},
            }
        ],
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": f"{APPLICATION_ID}.link",
                "CFBundleTypeRole": "Viewer",
                "CFBundleURLSchemes": ["osubrowser"],
            }
        ],
        "LSApplicationCategoryType": "public.app-category.games",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
    }
