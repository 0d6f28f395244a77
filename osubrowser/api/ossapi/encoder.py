"""JSON encoder of models. The module is named as in ossapi."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.mod import Mod as Mod
from osubrowser.api.ossapi.mod import ModCombination
from osubrowser.api.ossapi.utils import Model, attributes_of


class ModelEncoder(json.JSONEncoder):
    """Encoder of models, with the field names that the API has for them.

    Datetimes are Unix milliseconds, enums their values, mods their bits.
    """

    def default(self, o: Any) -> Any:  # noqa: ANN401 - the encoder's signature
        """Return an object as what JSON has. Raises TypeError for one of an unknown type."""
        if isinstance(o, Model):
            names = _sent_names(type(o))
            values = attributes_of(o).items()
            return {names.get(k, k): v for k, v in values if k in names or not k.startswith("_")}
        if isinstance(o, datetime):
            return 1000 * int(o.timestamp())
        if isinstance(o, Enum | ModCombination):
            return o.value
        if isinstance(o, Cursor):
            return dict(o)
        if is_dataclass(o) and not isinstance(o, type):
            return asdict(o)
        return super().default(o)


@cache
def _sent_names(kind: type[Model]) -> dict[str, str]:
    """Return the API's names of a model's fields by their names here."""
    return {
        field.name: field.encode_name
        for field in msgspec.structs.fields(kind)  # type: ignore[arg-type] # a struct as it runs
        if field.name != "_api"
    }


def serialize_model(model: Any, ensure_ascii: bool = False, **kwargs: Any) -> str:  # noqa: ANN401 - a model, or a list or dict of some
    """Return a model as JSON; `kwargs` are those of `json.dumps`."""
    return json.dumps(model, cls=ModelEncoder, ensure_ascii=ensure_ascii, **kwargs)
