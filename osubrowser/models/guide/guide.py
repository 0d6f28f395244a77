"""Text of the guide, from `resources/guide`, as HTML with the shortcuts in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from osubrowser.resources import resource_path
from osubrowser.services.text.translation import SOURCE, language

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE: Final = re.compile(r"`([^`\n]+)`")
_PAGE: Final = ("en", "guide")  # any page: headings get anchors


def load_guide(keys: Mapping[str, str]) -> str:
    """Return the guide in the language of the program as HTML, not sanitised; blocks.

    Args:
        keys: what to write in place of each default key sequence.

    Raises:
        OSError: the file of the guide cannot be read.
    """
    from osubrowser.services.richtext.markdown import to_html

    path = resource_path("guide", f"guide.{language()}.md")
    if not path.is_file():
        path = resource_path("guide", f"guide.{SOURCE}.md")
    return to_html(with_keys(path.read_text("utf-8"), keys), page=_PAGE)


def with_keys(markdown: str, keys: Mapping[str, str]) -> str:
    """Return the text with each code span that is a key sequence replaced.

    Args:
        markdown: the text.
        keys: what to write in place of each default key sequence; "" for an action without one,
            which stays as it is.
    """
    return _CODE.sub(lambda found: f"`{keys.get(found[1]) or found[1]}`", markdown)
