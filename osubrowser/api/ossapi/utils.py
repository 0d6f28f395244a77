"""Base classes of models and enums. The module is named as in ossapi."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from enum import Enum, IntFlag
from functools import cache
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeAlias, TypeVar, Union, get_args

import msgspec

from osubrowser.api.decoding.decode import decode_custom, strict_decoder
from osubrowser.api.decoding.tolerant import ConversionError, converter_for

if TYPE_CHECKING:
    Datetime: TypeAlias = datetime
    Day: TypeAlias = datetime
    Flag: TypeAlias = bool
    _Struct: TypeAlias = object
    _StructMeta: TypeAlias = type
else:
    Datetime = datetime
    Day = datetime  # midnight without a zone, sent as `2021-09-30`
    Flag = bool  # sent as 0 or 1 as well
    _Struct, _StructMeta = msgspec.Struct, msgspec.StructMeta

T = TypeVar("T")
_SOLO_SCORES: Final = 20220705  # the API's version since which scores have lazer's form
_api: ContextVar[Any] = ContextVar("api", default=None)
_is_decoding: ContextVar[bool] = ContextVar("is_decoding", default=False)
_legacy_scores: ContextVar[bool] = ContextVar("legacy_scores", default=False)


@contextmanager
def decoding_for(api: object) -> Iterator[None]:
    """Return a context in which models get a client, and enums accept unknown values.

    Args:
        api: the client; of its `api_version` depends the form of scores.
    """
    version = int(getattr(api, "api_version", _SOLO_SCORES))
    client, mark = _api.set(api), _is_decoding.set(True)
    legacy = _legacy_scores.set(version < _SOLO_SCORES)
    try:
        yield
    finally:
        _api.reset(client)
        _is_decoding.reset(mark)
        _legacy_scores.reset(legacy)


is_decoding = _is_decoding.get
"""Whether a response is being decoded: enums accept unknown values then."""
reads_legacy_scores = _legacy_scores.get
"""Whether a response is being decoded of a version that has legacy scores only."""


# --- enums -----------------------------------------------------------------------------------


class BaseModel:
    """Base class of what is read from one value of JSON: enums, cursors, mods."""

    __slots__ = ()


class EnumModel(BaseModel, Enum):
    """Enum of the API. A response may have unknown values, which become members of their own."""

    @classmethod
    def _missing_(cls, value: object) -> Any:  # noqa: ANN401 - a member, or None
        if not _is_decoding.get() or not isinstance(value, str | int):
            return None
        return _unknown_member(cls, value)

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.value == other.value)

    def __hash__(self) -> int:
        return hash(self._name_)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        return _member, (type(self), self._value_)


def _unknown_member(kind: type[EnumModel], value: str | int) -> Any:  # noqa: ANN401 - its member
    member = object.__new__(kind)
    member._name_ = str(value)
    member._value_ = value
    return member


def _member(kind: type[EnumModel], value: str | int) -> Any:  # noqa: ANN401 - its member
    """Return a member by its value, be it known or not."""
    try:
        return kind(value)
    except ValueError:
        return _unknown_member(kind, value)


class IntFlagModel(BaseModel, IntFlag):
    """Flags of the API."""


# --- models ----------------------------------------------------------------------------------


class Conversion:
    """Type of a field that JSON holds in another form.

    Args:
        wire: the type as decoded from JSON.
        convert: makes the field's value of it; returns what is such a value already.
    """

    def __init__(self, wire: Any, convert: Callable[[Any], Any]) -> None:  # noqa: ANN401 - a type
        # Raw is any value, null as well.
        self.wire = wire if wire is msgspec.Raw else Union[wire, None]  # noqa: UP007 - of any kind of type
        self.convert = convert


def _day(value: str | datetime) -> datetime | str:
    try:
        return datetime.fromisoformat(value)  # type: ignore[arg-type] # a text, nearly always
    except (TypeError, ValueError):
        return value


CONVERSIONS: Final[dict[str, Conversion]] = {
    "Day": Conversion(str, _day),
    "Flag": Conversion(bool | int, bool),
}
"""Conversions by the name that an annotation gives the type; modules of such types add theirs."""


_PLAIN: Final = frozenset(("int", "float", "str", "bool"))
_PLAIN_LISTS: Final = frozenset(
    f"list[{kind}]" for kind in (*_PLAIN, "GameMode", "ProfilePage", "Mod")
)
"""Lists that are what was sent, in ossapi too: texts for enums and mods, objects for some ids."""


class Field:
    """Annotation of a field that JSON gives another name, in models of a program's own.

    Args:
        name: the field's name in JSON; its own name by default.
        type: the field's type.
    """

    def __init__(self, *, name: str | None = None, type: Any) -> None:  # noqa: ANN401 - a type
        self.name = name
        self.type = type


def wire(name: str) -> Any:  # noqa: ANN401 - the field's type
    """Return the specifier of a field that JSON gives another name."""
    return msgspec.field(default=None, name=name)


class ModelMeta(_StructMeta):
    """Metaclass of models: every field may be missing or null, and is None then."""

    _conversions: dict[str, Callable[[Any], Any]]
    _required: frozenset[str]
    _optional: frozenset[str]

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        **config: Any,  # noqa: ANN401 - msgspec's
    ) -> ModelMeta:
        """Create a model class."""
        conversions: dict[str, Callable[[Any], Any]] = {}
        required: set[str] = set()
        optional: set[str] = set()
        for base in reversed(bases):
            conversions |= getattr(base, "_conversions", {})
            required |= getattr(base, "_required", set())
            optional |= getattr(base, "_optional", set())
        config.setdefault("kw_only", True)  # msgspec does not inherit it
        annotations = _annotations(namespace)
        for field, kind in annotations.items():
            if isinstance(kind, Field):
                namespace[field] = msgspec.field(default=None, name=kind.name)
                kind = kind.type
            if is_class_variable(kind):
                continue
            conversions.pop(field, None)
            required.discard(field)
            optional.discard(field)
            if _is_optional(kind) and field not in namespace:  # not those with another name
                optional.add(field)
            plain = kind.removesuffix(" | None") if isinstance(kind, str) else _name_of(kind)
            if plain == kind and plain in _PLAIN:
                required.add(field)
            if plain in _PLAIN_LISTS:
                annotations[field] = list[Any] | None
            elif (conversion := CONVERSIONS.get(plain)) is not None:
                annotations[field] = conversion.wire
                conversions[field] = conversion.convert
            elif not isinstance(kind, str):
                annotations[field] = Union[kind, None]  # noqa: UP007 - of any kind of type
            elif plain != "Any":
                annotations[field] = f"{plain} | None"
            namespace.setdefault(field, None)
        namespace["__annotations__"] = annotations
        namespace["_conversions"] = conversions
        namespace["_required"] = frozenset(required)
        namespace["_optional"] = frozenset(optional)
        hooks = [getattr(base, "__post_init__", None) for base in bases]
        hook = namespace.get("__post_init__") or next(filter(None, hooks), None)
        if conversions and (hook is None or hook in _hooks):
            namespace["__post_init__"] = _conversion_hook(conversions)
        made: ModelMeta = super().__new__(mcs, name, bases, namespace, **config)
        return made

    def __call__(cls, **kwargs: Any) -> Any:  # noqa: ANN401 - a model of this class
        """Return a model with these attributes; those that are no fields are kept as well.

        Decoders do not come here.
        """
        others = {name: kwargs.pop(name) for name in [*kwargs] if name not in cls._fields}
        made = super().__call__(**kwargs)
        for name, value in others.items():
            setattr(made, name, value)
        return made

    @property
    def _fields(cls) -> frozenset[str]:
        fields: tuple[str, ...] = getattr(cls, "__struct_fields__", ())
        return frozenset(fields)

    @property
    def __signature__(cls) -> Signature:
        return Signature([Parameter("kwargs", Parameter.VAR_KEYWORD)])


def _annotations(namespace: dict[str, Any]) -> dict[str, Any]:
    """Return the annotations of a class that is being made, and remove their function (PEP 649)."""
    if sys.version_info >= (3, 14):
        import annotationlib

        annotate = annotationlib.get_annotate_from_class_namespace(namespace)
        if annotate is not None:
            found = annotationlib.call_annotate_function(
                annotate, annotationlib.Format.FORWARDREF, owner=None
            )
            namespace.pop("__annotate_func__", None)
            namespace.pop("__annotate__", None)
            return {
                name: kind.__forward_arg__ if isinstance(kind, annotationlib.ForwardRef) else kind
                for name, kind in found.items()
            }
    return dict(namespace.get("__annotations__", {}))


def is_class_variable(kind: object) -> bool:
    """Whether an annotation says that it is not a field."""
    text = kind if isinstance(kind, str) else str(kind)
    return text.removeprefix("typing.").startswith("ClassVar")


def _is_optional(kind: object) -> bool:
    if isinstance(kind, str):
        return kind.endswith("| None") or kind.startswith(("Optional[", "Cursor"))
    return type(None) in get_args(kind)


def _name_of(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) else ""


_hooks: set[Callable[[Any], None]] = set()
"""Functions by `_conversion_hook`: a class with further fields gets one of its own."""


def _conversion_hook(conversions: dict[str, Callable[[Any], Any]]) -> Callable[[Any], None]:
    """Return a function that converts the fields of a new model."""
    if len(conversions) == 1:
        [(name, convert)] = conversions.items()

        def hook(self: Model) -> None:  # most models: it takes half the time of a loop
            value = getattr(self, name)
            if value is not None:
                setattr(self, name, convert(value))

    else:
        hook = convert_fields
    _hooks.add(hook)
    return hook


def convert_fields(self: Model) -> None:
    """Convert the fields of a new model that JSON holds in another form."""
    for name, convert in self._conversions.items():
        value = getattr(self, name)
        if value is not None:
            setattr(self, name, convert(value))


def delete_unset(model: Model, names: tuple[str, ...]) -> None:
    """Delete those fields of a model made by hand that were not given."""
    for name in names:
        if getattr(model, name) is None:
            delattr(model, name)


def convert(value: Any, kind: type[T]) -> T:  # noqa: ANN401 - parsed JSON
    """Return parsed JSON as a model. Raises ValueError for what cannot be one."""
    strict_decoder(kind)  # makes the type known to msgspec, one thread at a time
    try:
        return msgspec.convert(value, kind, dec_hook=decode_custom)
    except (msgspec.ValidationError, RecursionError):
        pass
    try:
        converted: T = converter_for(kind)(value, "", _ignore)
    except (ConversionError, RecursionError):
        raise ValueError(f"this is no {getattr(kind, '__name__', kind)}") from None
    return converted


def _ignore(_where: str, _what: str) -> None:
    """Do not report a dropped value."""


class Model(_Struct, metaclass=ModelMeta, kw_only=True, dict=True, eq=False, weakref=True):
    """Base class of models: mutable, with None for each field that the server did not send."""

    __struct_fields__: ClassVar[tuple[str, ...]]
    _conversions: ClassVar[dict[str, Callable[[Any], Any]]]
    _required: ClassVar[frozenset[str]]
    """Fields with a number, a text or a flag that the API does not document as nullable."""
    _optional: ClassVar[frozenset[str]]
    """Fields that ossapi sets to None if they are not sent: nullable ones with JSON's own name."""

    if TYPE_CHECKING:
        _api: Any
        """The client that the response came to; models with methods ask it."""

        def __init__(self, **values: Any) -> None: ...  # noqa: ANN401 - fields

    else:
        _api = None

    @property
    def _ossapi_data(self) -> dict[str, Any]:
        """The attributes with the client; what is set or deleted in it is so in the model."""
        client = {} if self._api is None else {"_api": self._api}
        return _Attributes(self, _shown(self) | client)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return all(getattr(other, k, None) == v for k, v in attributes_of(self).items())

    __hash__ = None  # type: ignore[assignment] # mutable

    def __repr__(self) -> str:
        items = ", ".join(f"{name}={value!r}" for name, value in _shown(self).items())
        return f"{type(self).__name__}({items})"

    def __await__(self) -> Generator[None, None, Self]:
        """Return this model: a coroutine's result and what was there already are used alike."""
        return self
        yield

    def __copy__(self) -> Self:
        made: Self = _rebuilt(type(self), _values(self), dict(self.__dict__))
        made._use_client(self._api)
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        made: Self = _rebuilt(
            type(self), copy.deepcopy(_values(self), memo), copy.deepcopy(self.__dict__, memo)
        )
        made._use_client(self._api)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), _values(self), dict(self.__dict__))

    def _use_client(self, api: object) -> None:
        """Set the client that methods ask; models without methods have none."""


class ApiModel(Model):
    """Base class of models with methods that ask the API."""

    # msgspec calls the factory, which is C, for each object: a hook in Python costs ten times that.
    if TYPE_CHECKING:
        _api: Any
    else:
        _api: Any = msgspec.field(default_factory=_api.get, name=" client")

    def _use_client(self, api: object) -> None:
        self._api = api

    def _fetched(self, method: str, id_: object, present: Any = None) -> T:  # type: ignore[type-var] # noqa: ANN401 - what the caller returns
        """Return what is present, else the client's answer for an id; None without one.

        Raises ValueError for a model that no client has read.
        """
        if present is not None or id_ is None:
            return present  # type: ignore[no-any-return] # as declared there
        return getattr(self._client(), method)(id_)  # type: ignore[no-any-return] # as declared there

    def _client(self) -> Any:  # noqa: ANN401 - Ossapi or OssapiAsync
        """Return the client that read this model. Raises ValueError if there is none."""
        if self._api is None:
            name = type(self).__name__
            raise ValueError(f"this {name} was not read by a client: its methods cannot ask osu!")
        return self._api


@cache
def field_names(kind: type[Model]) -> tuple[str, ...]:
    """Return the names of a model's fields; the client is none of them."""
    return tuple(name for name in kind.__struct_fields__ if name != "_api")


class _Attributes(dict[str, Any]):
    """Attributes of a model, which follows what is changed here."""

    def __init__(self, model: Model, values: dict[str, Any]) -> None:
        super().__init__(values)
        self._model = model

    def __setitem__(self, name: str, value: Any) -> None:  # noqa: ANN401 - any attribute's
        super().__setitem__(name, value)
        setattr(self._model, name, value)

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        delattr(self._model, name)

    def update(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - as of a dict
        for name, value in dict(*values, **named).items():
            self[name] = value

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


def attributes_of(model: Model) -> dict[str, Any]:
    """Return the fields that a model has, and what a program has set; the client is not there."""
    return _values(model) | model.__dict__


def _shown(model: Model) -> dict[str, Any]:
    """Return the attributes without those fields that should have been sent and were not."""
    optional = model._optional
    found = attributes_of(model).items()
    return {name: value for name, value in found if value is not None or name in optional}


def _values(model: Model) -> dict[str, Any]:
    """Return the fields of a model, less those that it does not have."""
    names = field_names(type(model))
    return {name: getattr(model, name) for name in names if hasattr(model, name)}


def _rebuilt(kind: type[Model], values: dict[str, Any], extra: dict[str, Any]) -> Any:  # noqa: ANN401 - a model
    made = kind()
    for name in field_names(kind):
        if name in values:
            setattr(made, name, values[name])
        elif hasattr(made, name):
            delattr(made, name)
    made.__dict__.update(extra)
    return made
