"""Places that other programs ask for: the desktop, a web browser, the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from osubrowser.services.places.places import MOST_REPLAYS, Place, ReplayPlace
from osubrowser.services.places.replay_files import place_of_paths
from osubrowser.services.runtime.open_request import UNREADABLE
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class OutsidePlaces:
    """Places of addresses from outside.

    Attributes:
        places: what to open, in the order of the addresses; all replay files are one place.
        unknown: the addresses that are none of a page, and files that are no replays.
        replays: how many replay files were named.
    """

    places: tuple[Place, ...]
    unknown: tuple[str, ...]
    replays: int

    def problems(self, left_out: int = 0) -> Iterator[str]:
        """Yield a sentence for each kind of address that is not opened.

        Args:
            left_out: how many more addresses were given.
        """
        files = [text for text in self.unknown if _is_file(text)]
        unreadable = [text for text in self.unknown if text == UNREADABLE]
        others = [text for text in self.unknown if not _is_file(text) and text != UNREADABLE]
        if files:
            name = _file_name(files[0])
            yield tr("This is no replay file of this computer: {name}").format(name=name)
        if others:
            text = plain(others[0], _LONGEST_NAME)
            yield tr("This is no address of osu!: {text}").format(text=text)
        if unreadable:
            yield tr("An address that was to be opened is too long, or not readable.")
        too_many = self.replays - MOST_REPLAYS
        more = left_out + max(0, too_many)
        if more:
            yield tr("%n more cannot be opened at once.", "", more)


def places_of(addresses: Iterable[str], parse: Callable[[str], Place | None]) -> OutsidePlaces:
    """Return the places of addresses that another program has given.

    Args:
        addresses: web addresses, addresses of the program, `file:` URLs and absolute paths.
        parse: returns the place of one address; None for none.
    """
    places: list[Place] = []
    unknown: list[str] = []
    paths: dict[str, None] = {}
    at = 0  # of the replays among the places
    for address in addresses:
        place = parse(address)
        if place is None:
            unknown.append(address)
        elif isinstance(place, ReplayPlace):
            at = at if paths else len(places)
            paths.update(dict.fromkeys(place.paths))
        elif place not in places:
            places.append(place)
    replays = place_of_paths(tuple(paths))
    if replays is not None:
        places.insert(at, replays)
    return OutsidePlaces(tuple(places), tuple(unknown), len(paths))


def _is_file(text: str) -> bool:
    """Return whether a text is the path or the URL of a file; not looked up."""
    if text[:5].lower() == "file:":
        return True
    return text[1:3] in (":\\", ":/") or (text.startswith("/") and "." in text.rpartition("/")[2])


def _file_name(text: str) -> str:
    name = text.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return plain(unquote(name) if text[:5].lower() == "file:" else name, _LONGEST_NAME)
