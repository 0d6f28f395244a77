"""Endpoints of beatmaps (difficulties), difficulty attributes and tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from osubrowser.api.calls import ApiCalls, mode_segment
from osubrowser.api.endpoints.list_params import batches
from osubrowser.api.endpoints.references import BEATMAP, BeatmapRef, id_of, id_segment
from osubrowser.api.entities.beatmaps import Beatmap, Beatmaps, BeatmapTag, BeatmapTags
from osubrowser.api.entities.difficulty import DifficultyAttributes
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, mod_list


class BeatmapEndpoints(ApiCalls):
    """Endpoints below `beatmaps`, and `tags`."""

    def beatmap(
        self,
        beatmap_id: BeatmapRef | None = None,
        *,
        checksum: str | None = None,
        filename: str | None = None,
    ) -> Beatmap:
        """Return a beatmap with its beatmapset: `GET beatmaps/{beatmap}`.

        With `checksum` (MD5 in hex) or `filename` it is `beatmap_lookup`.

        Raises NotFound if there is none, ValueError without any key.
        """
        if beatmap_id is None or checksum is not None or filename is not None:
            return self.beatmap_lookup(beatmap_id=beatmap_id, checksum=checksum, filename=filename)
        return self._get(f"/beatmaps/{id_segment(beatmap_id, BEATMAP)}", Beatmap)

    def beatmap_lookup(
        self,
        *,
        checksum: str | None = None,
        filename: str | None = None,
        beatmap_id: BeatmapRef | None = None,
    ) -> Beatmap:
        """Return a beatmap by checksum, file name or id: `GET beatmaps/lookup`.

        The server tries the checksum first, then the file name, then the id.

        Raises NotFound if there is none, ValueError without any key.
        """
        if beatmap_id is None and not checksum and not filename:
            raise ValueError("a beatmap has an id, a checksum or a file name")
        params = {"checksum": checksum, "filename": filename, "id": id_of(beatmap_id, BEATMAP)}
        return self._get("/beatmaps/lookup", Beatmap, params)

    def beatmaps(self, beatmap_ids: Iterable[BeatmapRef]) -> list[Beatmap]:
        """Return beatmaps by their ids, in the order of the ids: `GET beatmaps`.

        One request per 50 ids. Unknown ids are left out. Raises OsuError.
        """
        found: list[Beatmap] = []
        for ids in batches(beatmap_ids, BEATMAP):
            found += self._get("/beatmaps", Beatmaps, {"ids[]": ids}).beatmaps
        return found

    def beatmap_file(self, beatmap_id: BeatmapRef) -> bytes:
        """Return a beatmap's file (`.osu`), of its current version: `GET /osu/{beatmap}`.

        It is on the website, outside the API. Raises NotFound for a beatmap without a file,
        ServerTrouble for an answer that is no file.
        """
        return self._download_web(f"/osu/{id_segment(beatmap_id, BEATMAP)}").data

    def beatmap_attributes(
        self,
        beatmap_id: BeatmapRef,
        *,
        mods: Iterable[Mod | str] | str | int | None = None,
        ruleset: GameMode | str | None = None,
        ruleset_id: int | None = None,
    ) -> DifficultyAttributes:
        """Return a beatmap's difficulty attributes: `POST beatmaps/{beatmap}/attributes`.

        `mods` are acronyms, bits or Mod objects: `"HDDT"`, `72`, `["HD", "DT"]`. The default
        ruleset is the beatmap's own.

        Raises NotFound, InvalidRequest for mods or rulesets that the beatmap does not allow, and
        ServerTrouble if osu!'s calculation is down.
        """
        arguments = {
            "mods": _sent_mods(mod_list(mods)),
            "ruleset": None if ruleset is None else mode_segment(ruleset),
            "ruleset_id": ruleset_id,
        }
        body = {name: value for name, value in arguments.items() if value is not None}
        path = f"/beatmaps/{id_segment(beatmap_id, BEATMAP)}/attributes"
        return self._send("POST", path, DifficultyAttributes, json=body, repeat=True)

    def tags(self) -> list[BeatmapTag]:
        """Return all user tags of beatmaps: `GET tags`. Raises OsuError."""
        return self._get("/tags", BeatmapTags).tags


def _sent_mods(mods: list[Mod] | None) -> list[Any] | None:
    if mods is None or not any(mod.settings for mod in mods):
        return None if mods is None else [mod.acronym for mod in mods]
    # The server accepts a list of acronyms or of objects, not both.
    return [{"acronym": mod.acronym, "settings": mod.settings} for mod in mods]
