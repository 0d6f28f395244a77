"""Client of osu!'s API v2 as ossapi has it: `Ossapi`, one method per endpoint."""

from __future__ import annotations

import inspect
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import partial, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar, Union, cast
from weakref import ref

from osubrowser.api.auth.grants import Application
from osubrowser.api.auth.grants import Grant as OAuthGrant
from osubrowser.api.calls import ParamValue, encode_params, path_segment, read_empty
from osubrowser.api.decoding.decode import read_entity, read_file, read_parsed
from osubrowser.api.endpoints.list_params import datetime_param, joined, split
from osubrowser.api.endpoints.users import id_or_name
from osubrowser.api.errors import NotFound
from osubrowser.api.http.messages import Request, Response, Unreadable, server_message
from osubrowser.api.ossapi.connection import (
    Addresses,
    Session,
    TokenFields,
    TokenFiles,
    error_alone,
    refusal_text,
)
from osubrowser.api.ossapi.cursor import Cursor
from osubrowser.api.ossapi.enums import (
    BeatmapDiscussionPostSort,
    BeatmapPackType,
    BeatmapsetDiscussionVote,
    BeatmapsetDiscussionVoteSort,
    BeatmapsetEventType,
    BeatmapsetSearchCategory,
    BeatmapsetSearchExplicitContent,
    BeatmapsetSearchGenre,
    BeatmapsetSearchLanguage,
    BeatmapsetSearchMode,
    BeatmapsetSearchSort,
    BeatmapsetStatus,
    ChangelogMessageFormat,
    CommentableType,
    CommentSort,
    EventsSort,
    ForumTopicSort,
    GameMode,
    MessageType,
    MultiplayerScoresSort,
    NewsPostKey,
    RankingFilter,
    RankingType,
    RoomSearchMode,
    ScoreType,
    SearchMode,
    UserBeatmapType,
    UserLookupKey,
)
from osubrowser.api.ossapi.errors import AccessDeniedError, InsufficientScopeError, compatible
from osubrowser.api.ossapi.errors import ReauthenticationRequired as ReauthenticationRequired
from osubrowser.api.ossapi.errors import TokenExpiredError as TokenExpiredError
from osubrowser.api.ossapi.mod import Mod, ModCombination
from osubrowser.api.ossapi.models import (
    Beatmap,
    BeatmapCompact,
    BeatmapPack,
    BeatmapPacks,
    BeatmapPlaycount,
    Beatmaps,
    BeatmapScores,
    Beatmapset,
    BeatmapsetCompact,
    BeatmapsetDiscussionPosts,
    BeatmapsetDiscussions,
    BeatmapsetDiscussionVotes,
    BeatmapsetSearchResult,
    BeatmapsPassed,
    BeatmapUserScore,
    BeatmapUserScores,
    Build,
    ChangelogListing,
    ChatChannel,
    CommentBundle,
    CreateForumTopicResponse,
    CreatePMResponse,
    DifficultyAttributes,
    Event,
    Events,
    Forum,
    ForumPoll,
    ForumPost,
    Forums,
    ForumTopic,
    ForumTopicAndPosts,
    ForumTopics,
    KudosuHistory,
    Match,
    Matches,
    MatchResponse,
    ModdingHistoryEventsBundle,
    MultiplayerScores,
    NewsListing,
    NewsPost,
    Rankings,
    Room,
    RoomLeaderboard,
    Score,
    Scores,
    Search,
    SeasonalBackgrounds,
    Spotlight,
    Spotlights,
    Tag,
    Tags,
    User,
    UserCompact,
    UserRelation,
    Users,
    WikiPage,
    _Event,
)
from osubrowser.api.ossapi.ossapi import ADDRESS as V1_ADDRESS
from osubrowser.api.ossapi.ossapi import OssapiV1
from osubrowser.api.ossapi.replay import Replay
from osubrowser.api.ossapi.strict import check_known
from osubrowser.api.ossapi.utils import Model, convert, decoding_for

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

GameModeT: TypeAlias = GameMode | str
ScoreTypeT: TypeAlias = ScoreType | str
ModT: TypeAlias = Union[Mod, str, int, list[Union[Mod, str, int]]]  # noqa: UP007 - as ossapi has it
RankingFilterT: TypeAlias = RankingFilter | str
RankingTypeT: TypeAlias = RankingType | str
UserBeatmapTypeT: TypeAlias = UserBeatmapType | str
BeatmapDiscussionPostSortT: TypeAlias = BeatmapDiscussionPostSort | str
UserLookupKeyT: TypeAlias = UserLookupKey | str
BeatmapsetEventTypeT: TypeAlias = BeatmapsetEventType | str
CommentableTypeT: TypeAlias = CommentableType | str
CommentSortT: TypeAlias = CommentSort | str
ForumTopicSortT: TypeAlias = ForumTopicSort | str
SearchModeT: TypeAlias = SearchMode | str
MultiplayerScoresSortT: TypeAlias = MultiplayerScoresSort | str
BeatmapsetDiscussionVoteT: TypeAlias = BeatmapsetDiscussionVote | int
BeatmapsetDiscussionVoteSortT: TypeAlias = BeatmapsetDiscussionVoteSort | str
MessageTypeT: TypeAlias = MessageType | str
BeatmapsetStatusT: TypeAlias = BeatmapsetStatus | str
BeatmapsetSearchCategoryT: TypeAlias = BeatmapsetSearchCategory | str
BeatmapsetSearchModeT: TypeAlias = BeatmapsetSearchMode | int
BeatmapsetSearchExplicitContentT: TypeAlias = BeatmapsetSearchExplicitContent | str
BeatmapsetSearchGenreT: TypeAlias = BeatmapsetSearchGenre | int
BeatmapsetSearchLanguageT: TypeAlias = BeatmapsetSearchLanguage | str
NewsPostKeyT: TypeAlias = NewsPostKey | str
BeatmapsetSearchSortT: TypeAlias = BeatmapsetSearchSort | str
RoomSearchModeT: TypeAlias = RoomSearchMode | str
EventsSortT: TypeAlias = EventsSort | str
BeatmapPackTypeT: TypeAlias = BeatmapPackType | str

BeatmapIdT: TypeAlias = int | BeatmapCompact
UserIdT: TypeAlias = int | UserCompact
BeatmapsetIdT: TypeAlias = int | BeatmapCompact | BeatmapsetCompact
RoomIdT: TypeAlias = int | Room
MatchIdT: TypeAlias = int | Match

_ADDRESS = "https://{domain}.ppy.sh/api/v2"
_FRIENDS_ARE_RELATIONS = 20241022
"""API version from which on `GET friends` has relations."""


class Grant(Enum):
    """OAuth grant: client credentials (a guest), or authorization code (a player)."""

    CLIENT_CREDENTIALS = "client"
    AUTHORIZATION_CODE = "authorization"


class Scope(Enum):
    """OAuth scope of API v2."""

    CHAT_WRITE = "chat.write"
    CHAT_WRITE_MANAGE = "chat.write_manage"
    CHAT_READ = "chat.read"
    DELEGATE = "delegate"
    FORUM_WRITE = "forum.write"
    FRIENDS_READ = "friends.read"
    IDENTIFY = "identify"
    PUBLIC = "public"


class Domain(Enum):
    """Server: the first part of the host's name, before `.ppy.sh`."""

    OSU = "osu"
    DEV = "dev"


_GUEST_SCOPES: list[str | Scope] = [Scope.PUBLIC]
_MESSAGE_FORMATS = [ChangelogMessageFormat.HTML, ChangelogMessageFormat.MARKDOWN]
_OAUTH_GRANTS = {
    Grant.CLIENT_CREDENTIALS: OAuthGrant.CLIENT_CREDENTIALS,
    Grant.AUTHORIZATION_CODE: OAuthGrant.AUTHORIZATION_CODE,
}


# --- arguments ---------------------------------------------------------------------------------


def _id_of(*kinds: type[Model]) -> Callable[[Any], Any]:
    """Return the function that gives the id of a model of these kinds, and else the value.

    It raises TypeError for a model of another kind, whose id would name something else, and
    ValueError for one without an id.
    """

    def id_of(value: Any) -> Any:  # noqa: ANN401 - an id of any type
        if not isinstance(value, Model):
            return value
        if not isinstance(value, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"a {wanted} is wanted, not a {type(value).__name__}")
        found = _id_attribute(value, kinds)
        if not found:
            raise ValueError(f"this {type(value).__name__} has no id")
        return found

    return id_of


def _id_attribute(value: Any, kinds: tuple[type[Model], ...]) -> Any:  # noqa: ANN401 - any model
    """Return the id of a model; of a beatmap that of its set, where a set is wanted."""
    is_of_set = isinstance(value, BeatmapCompact) and BeatmapsetCompact in kinds
    return value.beatmapset_id if is_of_set else value.id


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "GameModeT": GameMode,
    "ScoreTypeT": ScoreType,
    "ModT": Mod,
    "RankingFilterT": RankingFilter,
    "RankingTypeT": RankingType,
    "UserBeatmapTypeT": UserBeatmapType,
    "BeatmapDiscussionPostSortT": BeatmapDiscussionPostSort,
    "UserLookupKeyT": UserLookupKey,
    "CommentableTypeT": CommentableType,
    "CommentSortT": CommentSort,
    "ForumTopicSortT": ForumTopicSort,
    "SearchModeT": SearchMode,
    "MultiplayerScoresSortT": MultiplayerScoresSort,
    "BeatmapsetDiscussionVoteT": BeatmapsetDiscussionVote,
    "BeatmapsetDiscussionVoteSortT": BeatmapsetDiscussionVoteSort,
    "BeatmapsetStatusT": BeatmapsetStatus,
    "BeatmapsetSearchCategoryT": BeatmapsetSearchCategory,
    "BeatmapsetSearchModeT": BeatmapsetSearchMode,
    "BeatmapsetSearchExplicitContentT": BeatmapsetSearchExplicitContent,
    "BeatmapsetSearchGenreT": BeatmapsetSearchGenre,
    "BeatmapsetSearchLanguageT": BeatmapsetSearchLanguage,
    "NewsPostKeyT": NewsPostKey,
    "BeatmapsetSearchSortT": BeatmapsetSearchSort,
    "RoomSearchModeT": RoomSearchMode,
    "EventsSortT": EventsSort,
    "BeatmapPackTypeT": BeatmapPackType,
    "BeatmapIdT": _id_of(BeatmapCompact),
    "UserIdT": _id_of(UserCompact),
    "UserIdT | str": _id_of(UserCompact),
    "BeatmapsetIdT": _id_of(BeatmapsetCompact, BeatmapCompact),
    "RoomIdT": _id_of(Room),
    "MatchIdT": _id_of(Match),
}
"""What is made of an argument, by the annotation of its parameter."""


def _each(convert: Callable[[Any], Any], values: Any) -> Any:  # noqa: ANN401 - a list of any type
    """Return a list of converted values; a single text, which is no list, and None unchanged."""
    return values if values is None or isinstance(values, str) else [convert(v) for v in values]


def _converter(annotation: str) -> Callable[[Any], Any] | None:
    plain = annotation.removesuffix(" | None")
    if plain.startswith("list["):
        each = _CONVERTERS.get(plain[len("list[") : -1])
        return None if each is None else partial(_each, each)
    convert = _CONVERTERS.get(plain)
    if convert is None or plain == annotation:
        return convert
    return lambda value: None if value is None else convert(value)


def request(
    scope: Scope | None, *, requires_user: bool = False, category: str
) -> Callable[
    [Callable[Concatenate[Ossapi, P], R]],
    Callable[Concatenate[Ossapi, P], R],
]:
    """Return the decorator of methods that are endpoints.

    A call that the sign-in does not allow raises before anything is sent: InsufficientScopeError
    without `scope`, AccessDeniedError for a guest where `requires_user`. Arguments are converted
    as their annotations say: values to enum members and mods, models to their ids. Raises
    ValueError for a value that an enum does not have. `type_=` is read as `type=`.

    Args:
        scope: that the endpoint needs; None for none.
        requires_user: whether it is for players only.
        category: of endpoints in osu!'s documentation.
    """

    def decorator(
        method: Callable[Concatenate[Ossapi, P], R],
    ) -> Callable[Concatenate[Ossapi, P], R]:
        parameters = list(inspect.signature(method).parameters.values())[1:]
        names = [parameter.name for parameter in parameters]
        converters = {
            parameter.name: convert
            for parameter in parameters
            if (convert := _converter(parameter.annotation)) is not None
        }

        @wraps(method)
        def call(self: Ossapi, *args: P.args, **kwargs: P.kwargs) -> R:
            self._check_access(scope, requires_user=requires_user)
            if "type_" in kwargs and "type" in names and "type" not in kwargs:
                kwargs["type"] = kwargs.pop("type_")
            given: list[Any] = [
                converters[name](value) if name in converters else value
                for name, value in zip(names, args, strict=False)
            ]
            given += args[len(given) :]  # too many: the method itself says so
            for name, convert in converters.items():
                if name in kwargs:
                    kwargs[name] = convert(kwargs[name])
            return method(self, *given, **kwargs)

        vars(call).update(__ossapi_category__=category, __ossapi_scope__=scope)
        return cast("Callable[Concatenate[Ossapi, P], R]", call)

    return decorator


def _or_by_mode(
    name: str,
) -> Callable[[Callable[Concatenate[Ossapi, P], R]], Callable[Concatenate[Ossapi, P], R]]:
    """Return the decorator of a method that the first releases called with a ruleset as well.

    Such a call goes to the method `name`.
    """

    def decorator(
        method: Callable[Concatenate[Ossapi, P], R],
    ) -> Callable[Concatenate[Ossapi, P], R]:
        @wraps(method)
        def call(self: Ossapi, *args: P.args, **kwargs: P.kwargs) -> R:
            if "mode" in kwargs or len(args) > 1:
                result: R = getattr(self, name)(*args, **kwargs)
                return result
            return method(self, *args, **kwargs)

        return cast("Callable[Concatenate[Ossapi, P], R]", call)

    return decorator


def encoded(params: Mapping[str, Any] | None) -> dict[str, ParamValue]:
    """Return parameters as the API takes them.

    None is left out; lists and mods become `name[]`, cursors and other mappings `name[key]`;
    a datetime is sent in ISO 8601.
    """
    found: dict[str, ParamValue] = {}
    for name, value in (params or {}).items():
        if isinstance(value, ModCombination):
            mods = value.decompose(clean=True) or [value]
            found[f"{name}[]"] = [mod.short_name() for mod in mods]
        elif isinstance(value, Cursor | Mapping):
            for key, part in dict(value).items():
                found[f"{name}[{key}]"] = "" if part is None else _param(part)
        elif isinstance(value, list | tuple | set | frozenset):
            listed = name if name.endswith("[]") else f"{name}[]"
            found[listed] = [_param(each) for each in value]
        else:
            found[name] = _param(value)
    return found


def _param(value: Any) -> Any:  # noqa: ANN401 - a parameter of any type
    if isinstance(value, Enum):
        return value.value
    return datetime_param(value) if isinstance(value, datetime) else value


def _batches(ids: Iterable[Any]) -> Iterator[Sequence[Any]]:
    """Yield ids in lists of 50. Yields one empty list for none: the server is asked all the same.

    Raises ValueError for a single text.
    """
    if isinstance(ids, str):
        raise ValueError(f"several ids are wanted, in a list: [{ids!r:.50}]")  # noqa: TRY004 - as other arguments that are refused
    wanted = list(ids)
    yield from split(wanted) if wanted else [wanted]


def _user_segment(user: Any, key: UserLookupKey | None) -> str:  # noqa: ANN401 - an id or a name
    """Return an id, or a name as `@name`: one of digits only where `key` says that it is a name."""
    try:
        is_name = None if key is None else key is UserLookupKey.USERNAME
        return path_segment(id_or_name(user, is_name=is_name))
    except NotFound as unknown:
        raise compatible(unknown) from None


_SEARCH_PARAMS = frozenset({"q", "m", "s", "g", "l", "e", "c", "r", "nsfw", "played", "sort"})


def _search_filters(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a search that is given as a mapping.

    Parameters of the API, such as `s`, are sent as they are; other names are operators of the
    query: `{"title": "the big black"}` is `title="the big black"`.
    """
    params = {name: value for name, value in filters.items() if name in _SEARCH_PARAMS}
    words = [str(params["q"])] if params.get("q") else []
    for name, value in filters.items():
        if name == "query":
            words.append(str(value))
        elif name not in _SEARCH_PARAMS:
            text = str(value).replace('"', "")
            words.append(f'{name}="{text}"' if " " in text else f"{name}={text}")
    return params | ({"q": " ".join(words)} if words else {})


def _check_answer(response: Response, type_: Any) -> None:  # noqa: ANN401 - any type
    """Raise Unreadable for a response that is an error alone, or `[]` in place of a model."""
    said = error_alone(response.body)
    if said is None:
        is_model = isinstance(type_, type) and issubclass(type_, Model)
        if is_model and response.body.strip() == b"[]":
            raise Unreadable(
                "osu! sent a list in place of an object",
                status=response.status,
                address=response.address,
            )
        return
    raise Unreadable(
        refusal_text(said["error"], response.address),
        status=response.status,
        address=response.address,
        server_message=server_message(response.body),
    )


def _client_of_v1(key: str, base: str) -> OssapiV1:
    """Return the client of API v1 for a key, on the server that a program has set for either API.

    Args:
        key: the API key.
        base: `BASE_URL` of the class that was called; v1 is beside v2: `/api/` for `/api/v2`.
    """
    client = OssapiV1(key)
    if base != _ADDRESS and client.BASE_URL == V1_ADDRESS:
        base = base.format(domain=Domain.OSU.value).rstrip("/").removesuffix("/v2")
        client.BASE_URL = f"{base}/"
    return client


# --- the client --------------------------------------------------------------------------------


class Ossapi:
    """Blocking client of osu!'s API v2 with the interface of ossapi 5. Thread-safe.

    It signs in when it is made: as a guest, or with `redirect_uri` as a player, in the web browser.
    Methods are named after the endpoints, and raise ValueError (which is an OsuError, too) where
    the server refuses a call, OAuthError where the sign-in does not allow it, and where the server
    is not reached `ConnectionError` or `Timeout` of requests.

    With an API key alone, `Ossapi("KEY")`, it is the client of API v1.

    Attributes:
        TOKEN_URL: address of the OAuth token endpoint; `{domain}` stands for the domain. It is
            read when a client is made, as the other two are.
        AUTH_CODE_URL: address of the page on which a player signs in.
        BASE_URL: address of the API.
        log: logger `ossapi.ossapiv2`: one line per request at the level INFO.
        session: the signed-in session, with the methods `get`, `post` and `request`.
        token_file: file of the token.
    """

    TOKEN_URL = "https://{domain}.ppy.sh/oauth/token"  # noqa: S105 - an address
    AUTH_CODE_URL = "https://{domain}.ppy.sh/oauth/authorize"
    BASE_URL = _ADDRESS

    _LOGGER = "ossapi.ossapiv2"
    _IS_ASYNC = False
    _on_close: Callable[[], None] = staticmethod(lambda: None)
    """Called when a session of this client is closed."""

    def __init__(
        self,
        client_id: int,
        client_secret: str,
        redirect_uri: str | None = None,
        scopes: list[str | Scope] = _GUEST_SCOPES,
        *,
        grant: Grant | str | None = None,
        strict: bool = False,
        token_directory: str | None = None,
        token_key: str | None = None,
        access_token: str | None = None,
        refresh_token: str | None = None,
        domain: str | Domain = Domain.OSU,
        api_version: int | str = 20241024,
    ) -> None:
        """Create a client, and sign in unless there is a token.

        Args:
            client_id: of the application.
            client_secret: of the application.
            redirect_uri: callback address of the sign-in, `http://localhost:PORT/`.
            scopes: to request; a guest has `public` alone.
            grant: `client` or `authorization`; by default as `redirect_uri` is given or not.
            strict: whether a field that the models do not have raises TypeError.
            token_directory: folder of the token's file; by default in the user's data folder.
            token_key: name of that file; by default `gen_token_key` of the other arguments.
            access_token: token of the program's own, in place of a sign-in.
            refresh_token: to renew that token with.
            domain: of the server.
            api_version: version that decides the form of the answers, as a date: `20241024`.

        Raises:
            ValueError: arguments that do not fit together, or a refused sign-in.
            OsuError: the server was not reached, or the player did not sign in.
        """
        given: tuple[Any, Any] = client_id, client_secret
        if given[0] is None or not isinstance(given[1], str):
            raise ValueError("a client_id and a client_secret are needed: those of an application")
        if not grant:
            grant = Grant.AUTHORIZATION_CODE if redirect_uri else Grant.CLIENT_CREDENTIALS
        self.grant = Grant(grant)
        self.domain = Domain(domain)
        self.token_url = self.TOKEN_URL.format(domain=self.domain.value)
        self.auth_code_url = self.AUTH_CODE_URL.format(domain=self.domain.value)
        self.base_url = self.BASE_URL.format(domain=self.domain.value)
        self.client_id = client_id
        self.client_secret = client_secret
        self.redirect_uri = redirect_uri
        self.scopes = [Scope(scope) for scope in scopes]
        self.strict = strict
        self.api_version = int(api_version)
        self.log = logging.getLogger(self._LOGGER)
        self.token_key = str(token_key or "") or self.gen_token_key(
            self.grant, client_id, client_secret, self.scopes, self.domain
        )
        self._files = TokenFiles(token_directory)
        self.token_directory = self._files.folder
        self.token_file = self._files.path(self.token_key)
        if self.grant is Grant.CLIENT_CREDENTIALS and self.scopes != [Scope.PUBLIC]:
            named = ", ".join(scope.value for scope in self.scopes)
            raise ValueError(f"`scopes` of a guest are public alone, not: {named}")
        if self.grant is Grant.AUTHORIZATION_CODE and not redirect_uri:
            raise ValueError("`redirect_uri` is needed to sign in as a player")
        self.access_token_passed = access_token is not None
        passed = None
        if access_token is not None:
            passed = {"access_token": access_token, "refresh_token": refresh_token}
        self._adopted: tuple[object, Session] | None = None
        self.session = self.authenticate(passed)

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - see the class
        """Return a client; with an API key alone that of API v1."""
        given = [*args, *kwargs.values()]
        is_key = len(given) == 1 and isinstance(given[0], str) and kwargs.keys() <= {"key"}
        if is_key and cls.__init__ is Ossapi.__init__:
            return _client_of_v1(given[0], cls.BASE_URL)
        return super().__new__(cls)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r}, {self.grant.value})"

    @property
    def _owner(self) -> Any:  # noqa: ANN401 - a client of this interface
        """The client that models get."""
        return self

    # --- signing in ------------------------------------------------------------------------

    @staticmethod
    def gen_token_key(
        grant: Grant | str,
        client_id: int | str,
        client_secret: str,
        scopes: Iterable[Scope | str],
        domain: Domain | str = Domain.OSU,
    ) -> str:
        """Return the name of the token's file: SHA-256 of the arguments, as ossapi makes it."""
        parts = [Grant(grant).value, str(client_id), client_secret]
        parts += [Scope(scope).value for scope in scopes]
        if Domain(domain) is not Domain.OSU:
            parts.append(Domain(domain).value)
        return sha256("".join(parts).encode()).hexdigest()

    @staticmethod
    def remove_token(key: str, token_directory: str | Path | None = None) -> None:
        """Delete the file of a token.

        Args:
            key: name of the file, as `gen_token_key` returns it.
            token_directory: its folder; by default in the user's data folder.

        Raises:
            FileNotFoundError: there is no such file.
        """
        TokenFiles(token_directory).path(key).unlink()

    def authenticate(self, token: Mapping[str, Any] | None = None) -> Session:
        """Return a signed-in session.

        Args:
            token: a token of the program's own; by default that of the token's file, or a new one.

        Raises:
            OsuError: the sign-in failed.
        """
        self.session = self._made_session(token)
        self.session.sign_in()
        return self.session

    def _made_session(self, token: Mapping[str, Any] | None) -> Session:
        client = ref(self)

        def save(fields: TokenFields) -> None:
            if (there := client()) is not None:
                there._on_new_token(fields)

        def sign_in_by() -> Callable[[], object] | None:
            there = client()
            return None if there is None else there._own_sign_in()

        return Session(
            Addresses(self.base_url, self.token_url, self.auth_code_url),
            Application(
                str(self.client_id),
                self.client_secret,
                self.redirect_uri or self.base_url,  # a guest's is never used
                tuple(scope.value for scope in self.scopes),
            ),
            _OAUTH_GRANTS[self.grant],
            key=self.token_key,
            files=self._files,
            save=save,
            passed=token,
            api_version=self.api_version,
            log=self.log,
            is_async=self._IS_ASYNC,
            sign_in_by=sign_in_by,
            on_close=self._on_close,
        )

    def _new_grant(self) -> Any:  # noqa: ANN401 - a program's own has any session
        """Sign in, whatever token there is, and return the session.

        A program may replace this method and the next two: what they return has a `token`.
        """
        if self.grant is Grant.CLIENT_CREDENTIALS:
            return self._new_client_grant(self.client_id, self.client_secret)
        return self._new_authorization_grant(
            self.client_id, self.client_secret, self.redirect_uri, self.scopes
        )

    def _new_client_grant(self, client_id: int, client_secret: str) -> Any:  # noqa: ANN401 - a program's own has any session
        """Sign in as a guest, and return the session."""
        del client_id, client_secret  # they are the client's
        self.session.sign_in_anew()
        return self.session

    def _new_authorization_grant(
        self, client_id: int, client_secret: str, redirect_uri: str | None, scopes: list[Scope]
    ) -> Any:  # noqa: ANN401 - a program's own has any session
        """Sign in as a player, in the web browser, and return the session."""
        del client_id, client_secret, redirect_uri, scopes  # they are the client's
        self.session.sign_in_anew()
        return self.session

    def _own_sign_in(self) -> Callable[[], object] | None:
        """Return a program's own way of signing in; None if it has none."""
        if (whole := self._replacement("_new_grant")) is not None:
            return whole
        if self.grant is Grant.CLIENT_CREDENTIALS:
            guest = self._replacement("_new_client_grant")
            return guest and partial(guest, self.client_id, self.client_secret)
        player = self._replacement("_new_authorization_grant")
        return player and partial(
            player, self.client_id, self.client_secret, self.redirect_uri, self.scopes
        )

    def _replacement(self, name: str) -> Callable[..., Any] | None:
        """Return the method that a program has put in place of one of this class; else None."""
        return replaced(self, Ossapi, name)

    def _on_new_token(self, fields: TokenFields) -> None:
        (self._replacement("_save_token") or self._save_token)(fields)

    def _save_token(self, token: TokenFields) -> None:
        """Keep a new token in its file; called for each one, a renewed one too."""
        self.log.info("saving a token to %s", self.token_file)
        self._files.save(self.token_key, json.dumps(dict(token)).encode())

    def _check_access(self, scope: Scope | None, *, requires_user: bool) -> None:
        if scope is not None and scope not in self.scopes:
            asked = ", ".join(one.value for one in self.scopes)
            lacking = f"The call needs the scope {scope.value}; the sign-in asked for: {asked}"
            raise compatible(InsufficientScopeError(lacking))
        if requires_user and self.grant is Grant.CLIENT_CREDENTIALS:
            denied = "Only players have this, who sign in with a redirect_uri; this is a guest"
            raise compatible(AccessDeniedError(denied))

    # --- requests --------------------------------------------------------------------------

    def _request(
        self,
        type_: type[T],
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> T:
        """Send a request to a path below `BASE_URL`, and return the response as `type_`."""
        sent = Request(
            method,
            url,
            params=encode_params(encoded(params)),
            form=encode_params(encoded(data)) if data else None,
        )
        return self._connected().send(sent, partial(self._read, type_))

    def _connected(self) -> Session:
        """Return the session for `base_url`; for a session of the program's own, one like it."""
        session: Any = self.session
        if not isinstance(session, Session):
            if self._adopted is None or self._adopted[0] is not session:
                self._adopted = session, self._made_session(getattr(session, "token", None))
            session = self._adopted[1]
        connected: Session = session.at(self.base_url)
        return connected

    def _read(self, type_: type[T], response: Response) -> T:
        self.log.debug("reading %d bytes as %s", len(response.body), type_)
        _check_answer(response, type_)
        instantiate = self._replacement("_instantiate_type")
        wanted: Any = type_
        if wanted is None and instantiate is None:
            nothing: Any = None
            return cast("T", nothing)  # as ossapi has it
        if self.strict or instantiate is not None:
            value = read_parsed(response)
            if self.strict and wanted is not None:
                check_known(type_, value)
            if instantiate is not None:
                result: T = instantiate(type_, value)
                return result
        with decoding_for(self._owner):
            return read_entity(response, type_)

    def _instantiate_type(
        self,
        type_: type[T],
        value: Any,  # noqa: ANN401 - parsed JSON
        obj: object = None,
        attr_name: str | None = None,
    ) -> T:
        """Return parsed JSON as `type_`. A program that replaces it gets each response."""
        del obj, attr_name  # ossapi has them
        with decoding_for(self._owner):
            return convert(value, type_)

    def _get(self, type_: type[T], url: str, params: Mapping[str, Any] | None = None) -> T:
        return self._request(type_, "GET", url, params=params)

    def _post(self, type_: type[T], url: str, data: Mapping[str, Any] | None = None) -> T:
        return self._request(type_, "POST", url, data=data)

    def _put(self, type_: type[T], url: str, data: Mapping[str, Any] | None = None) -> T:
        return self._request(type_, "PUT", url, data=data)

    # --- beatmap packs ---------------------------------------------------------------------

    @request(Scope.PUBLIC, category="beatmap packs")
    def beatmap_packs(
        self,
        type: BeatmapPackTypeT | None = None,
        cursor_string: str | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapPacks:
        """Return a page of beatmap packs: `GET beatmaps/packs`.

        `legacy_only` counts only stable's scores in `user_completion_data`.
        """
        params = {"type": type, "cursor_string": cursor_string, "legacy_only": legacy_only}
        return self._get(BeatmapPacks, "/beatmaps/packs", params)

    @request(Scope.PUBLIC, category="beatmap packs")
    def beatmap_pack(self, pack: str) -> BeatmapPack:
        """Return a beatmap pack by its tag, such as `S1`: `GET beatmaps/packs/{pack}`."""
        return self._get(BeatmapPack, f"/beatmaps/packs/{path_segment(pack)}")

    # --- beatmaps --------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmap_user_score(
        self,
        beatmap_id: BeatmapIdT,
        user_id: UserIdT,
        *,
        mode: GameModeT | None = None,
        mods: ModT | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapUserScore:
        """Return a player's best score on a beatmap: `GET beatmaps/{beatmap}/scores/users/{user}`.

        `mods` selects the best score with exactly these mods.
        """
        params = {"mode": mode, "mods": mods, "legacy_only": legacy_only}
        path = f"/beatmaps/{path_segment(beatmap_id)}/scores/users/{path_segment(user_id)}"
        return self._get(BeatmapUserScore, path, params)

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmap_user_scores(
        self,
        beatmap_id: BeatmapIdT,
        user_id: UserIdT,
        *,
        mode: GameModeT | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]:
        """Return all scores of a player on a beatmap, the best first.

        Endpoint: `GET beatmaps/{beatmap}/scores/users/{user}/all`.
        """
        params = {"ruleset": mode, "legacy_only": legacy_only}
        path = f"/beatmaps/{path_segment(beatmap_id)}/scores/users/{path_segment(user_id)}/all"
        return self._get(BeatmapUserScores, path, params).scores

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmap_scores(
        self,
        beatmap_id: BeatmapIdT,
        *,
        mode: GameModeT | None = None,
        mods: ModT | None = None,
        type: RankingTypeT | None = None,
        limit: int | None = None,
        legacy_only: bool | None = None,
    ) -> BeatmapScores:
        """Return the best scores on a beatmap: `GET beatmaps/{beatmap}/scores`.

        `limit` is 1 to 100 (default 50).
        """
        params = {
            "mode": mode,
            "mods": mods,
            "type": type,
            "limit": limit,
            "legacy_only": legacy_only,
        }
        return self._get(BeatmapScores, f"/beatmaps/{path_segment(beatmap_id)}/scores", params)

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmap(
        self,
        beatmap_id: BeatmapIdT | None = None,
        *,
        checksum: str | None = None,
        filename: str | None = None,
    ) -> Beatmap:
        """Return a beatmap by id, MD5 checksum or file name: `GET beatmaps/lookup`.

        Raises ValueError without any of them.
        """
        if not (beatmap_id or checksum or filename):
            raise ValueError("a beatmap has an id, a checksum or a filename")
        params = {"checksum": checksum, "filename": filename, "id": beatmap_id}
        return self._get(Beatmap, "/beatmaps/lookup", params)

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmaps(self, beatmap_ids: list[BeatmapIdT]) -> list[Beatmap]:
        """Return beatmaps by ids: `GET beatmaps`, one request per 50."""
        found: list[Beatmap] = []
        for ids in _batches(beatmap_ids):
            found += self._get(Beatmaps, "/beatmaps", {"ids": ids}).beatmaps or []
        return found

    @request(Scope.PUBLIC, category="beatmaps")
    def beatmap_attributes(
        self,
        beatmap_id: BeatmapIdT,
        *,
        mods: ModT | None = None,
        ruleset: GameModeT | None = None,
        ruleset_id: int | None = None,
    ) -> DifficultyAttributes:
        """Return a beatmap's difficulty attributes: `POST beatmaps/{beatmap}/attributes`."""
        data = {"mods": mods, "ruleset": ruleset, "ruleset_id": ruleset_id}
        path = f"/beatmaps/{path_segment(beatmap_id)}/attributes"
        return self._post(DifficultyAttributes, path, data=data)

    # --- beatmapsets -----------------------------------------------------------------------

    @request(Scope.PUBLIC, category="beatmapsets")
    def beatmapset_discussion_posts(
        self,
        beatmapset_discussion_id: int | None = None,
        *,
        limit: int | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussionPosts:
        """Return a page of posts of one discussion or of all: `GET beatmapsets/discussions/posts`.

        `limit` is 5 to 50 (default 50).
        """
        params = {
            "beatmapset_discussion_id": beatmapset_discussion_id,
            "limit": limit,
            "page": page,
            "sort": sort,
            "user": user_id,
            "with_deleted": with_deleted,
        }
        return self._get(BeatmapsetDiscussionPosts, "/beatmapsets/discussions/posts", params)

    @request(Scope.PUBLIC, category="beatmapsets")
    def beatmapset_discussion_votes(
        self,
        *,
        beatmapset_discussion_id: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        receiver_id: int | None = None,
        vote: BeatmapsetDiscussionVoteT | None = None,
        sort: BeatmapsetDiscussionVoteSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussionVotes:
        """Return a page of votes on discussions: `GET beatmapsets/discussions/votes`.

        `user_id` is the voter, `receiver_id` the discussion's author.
        """
        params = {
            "beatmapset_discussion_id": beatmapset_discussion_id,
            "limit": limit,
            "page": page,
            "receiver": receiver_id,
            "score": vote,
            "sort": sort,
            "user": user_id,
            "with_deleted": with_deleted,
        }
        return self._get(BeatmapsetDiscussionVotes, "/beatmapsets/discussions/votes", params)

    @request(Scope.PUBLIC, category="beatmapsets")
    def beatmapset_discussions(
        self,
        *,
        beatmapset_id: BeatmapsetIdT | None = None,
        beatmap_id: BeatmapIdT | None = None,
        beatmapset_status: BeatmapsetStatusT | None = None,
        limit: int | None = None,
        message_types: list[MessageTypeT] | None = None,
        only_unresolved: bool | None = None,
        page: int | None = None,
        sort: BeatmapDiscussionPostSortT | None = None,
        user_id: UserIdT | None = None,
        with_deleted: bool | None = None,
    ) -> BeatmapsetDiscussions:
        """Return a page of discussions: `GET beatmapsets/discussions`; all arguments filter."""
        params = {
            "beatmapset_id": beatmapset_id,
            "beatmap_id": beatmap_id,
            "beatmapset_status": beatmapset_status,
            "limit": limit,
            "message_types": message_types,
            "only_unresolved": only_unresolved,
            "page": page,
            "sort": sort,
            "user": user_id,
            "with_deleted": with_deleted,
        }
        return self._get(BeatmapsetDiscussions, "/beatmapsets/discussions", params)

    @request(Scope.PUBLIC, category="beatmapsets")
    def search_beatmapsets(
        self,
        query: str | None = None,
        *,
        mode: BeatmapsetSearchModeT = BeatmapsetSearchMode.ANY,
        category: BeatmapsetSearchCategoryT = BeatmapsetSearchCategory.HAS_LEADERBOARD,
        explicit_content: BeatmapsetSearchExplicitContentT = BeatmapsetSearchExplicitContent.HIDE,
        genre: BeatmapsetSearchGenreT = BeatmapsetSearchGenre.ANY,
        language: BeatmapsetSearchLanguageT = BeatmapsetSearchLanguage.ANY,
        force_video: bool = False,
        force_storyboard: bool = False,
        force_recommended_difficulty: bool = False,
        include_converts: bool = False,
        force_followed_mappers: bool = False,
        force_spotlights: bool = False,
        force_featured_artists: bool = False,
        cursor: Cursor | None = None,
        sort: BeatmapsetSearchSortT | None = None,
    ) -> BeatmapsetSearchResult:
        """Return a page (50) of beatmapsets: `GET beatmapsets/search`.

        `query` is free text with operators such as `stars>5 artist="..."`.
        """
        extras = joined(video=force_video, storyboard=force_storyboard)
        general = joined(
            recommended=force_recommended_difficulty,
            converts=include_converts,
            follows=force_followed_mappers,
            spotlights=force_spotlights,
            featured_artists=force_featured_artists,
        )
        params: dict[str, Any] = {
            "q": query,
            "s": category,
            "m": None if mode is BeatmapsetSearchMode.ANY else mode,
            "g": None if genre is BeatmapsetSearchGenre.ANY else genre,
            "l": None if language is BeatmapsetSearchLanguage.ANY else language,
            "nsfw": explicit_content is BeatmapsetSearchExplicitContent.SHOW,
            "e": extras,
            "c": general,
            "sort": sort,
        }
        if isinstance(query, Mapping):
            params |= {"q": None} | _search_filters(query)
        params |= {"cursor": cursor}
        return self._get(BeatmapsetSearchResult, "/beatmapsets/search", params)

    @request(Scope.PUBLIC, category="beatmapsets")
    def beatmapset(
        self,
        beatmapset_id: BeatmapsetIdT | None = None,
        *,
        beatmap_id: BeatmapIdT | None = None,
    ) -> Beatmapset:
        """Return a beatmapset by its id or that of one of its beatmaps.

        Endpoints: `GET beatmapsets/{beatmapset}` and `GET beatmapsets/lookup`. Raises ValueError
        unless exactly one of the two is given.
        """
        if bool(beatmap_id) == bool(beatmapset_id):
            raise ValueError("one of beatmapset_id and beatmap_id is wanted, and not both")
        if beatmap_id:
            return self._get(Beatmapset, "/beatmapsets/lookup", {"beatmap_id": beatmap_id})
        return self._get(Beatmapset, f"/beatmapsets/{path_segment(beatmapset_id)}")

    @request(Scope.PUBLIC, category="beatmapsets")
    def beatmapset_events(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        user_id: UserIdT | None = None,
        types: list[BeatmapsetEventTypeT] | None = None,
        min_date: datetime | None = None,
        max_date: datetime | None = None,
        beatmapset_id: BeatmapsetIdT | None = None,
    ) -> ModdingHistoryEventsBundle:
        """Return a page of modding events: `GET beatmapsets/events`. All arguments are filters.

        `limit` is 5 to 50. A datetime without a zone is taken as UTC.
        """
        params = {
            "limit": limit,
            "page": page,
            "user": user_id,
            "min_date": min_date,
            "max_date": max_date,
            "types": types,
            "beatmapset_id": beatmapset_id,
        }
        return self._get(ModdingHistoryEventsBundle, "/beatmapsets/events", params)

    # --- changelog -------------------------------------------------------------------------

    @request(None, category="changelog")
    def changelog_build(self, stream: str, build: str) -> Build:
        """Return a build of an update stream by its version: `GET changelog/{stream}/{build}`."""
        return self._get(Build, f"/changelog/{path_segment(stream)}/{path_segment(build)}")

    @request(None, category="changelog")
    def changelog_listing(
        self,
        *,
        from_: str | None = None,
        to: str | None = None,
        max_id: int | None = None,
        stream: str | None = None,
        message_formats: list[ChangelogMessageFormat] = _MESSAGE_FORMATS,
    ) -> ChangelogListing:
        """Return a page of builds, the newest first, and all update streams: `GET changelog`.

        `from_` and `to` are versions; `max_id` is the highest id to return.
        """
        params = {
            "from": from_,
            "to": to,
            "max_id": max_id,
            "stream": stream,
            "message_formats": message_formats,
        }
        return self._get(ChangelogListing, "/changelog", params)

    @request(None, category="changelog")
    def changelog_build_lookup(
        self,
        changelog: str,
        *,
        key: str | None = None,
        message_formats: list[ChangelogMessageFormat] = _MESSAGE_FORMATS,
    ) -> Build:
        """Return a build by version, stream, or id with `key="id"`: `GET changelog/{changelog}`."""
        params = {"key": key, "message_formats": message_formats}
        return self._get(Build, f"/changelog/{path_segment(changelog)}", params)

    # --- chat ------------------------------------------------------------------------------

    @request(Scope.CHAT_WRITE, category="chat")
    def send_pm(
        self, user_id: UserIdT, message: str, *, is_action: bool | None = False
    ) -> CreatePMResponse:
        """Send a private message: `POST chat/new`. `is_action` makes it one of `/me`."""
        data = {"target_id": user_id, "message": message, "is_action": bool(is_action)}
        return self._post(CreatePMResponse, "/chat/new", data=data)

    @request(Scope.CHAT_WRITE_MANAGE, category="chat")
    def send_announcement(
        self,
        channel_name: str,
        channel_description: str,
        message: str,
        target_ids: list[UserIdT],
    ) -> ChatChannel:
        """Send an announcement to players, in a channel made for it: `POST chat/channels`."""
        data = {
            "channel": {"name": channel_name, "description": channel_description},
            "message": message,
            "target_ids": target_ids,
            "type": "ANNOUNCE",
        }
        return self._post(ChatChannel, "/chat/channels", data=data)

    # --- comments --------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="comments")
    def comments(
        self,
        *,
        commentable_type: CommentableTypeT | None = None,
        commentable_id: int | None = None,
        cursor: Cursor | None = None,
        parent_id: int | None = None,
        sort: CommentSortT | None = None,
    ) -> CommentBundle:
        """Return a page of comments with their replies, two levels deep: `GET comments`."""
        params = {
            "commentable_type": commentable_type,
            "commentable_id": commentable_id,
            "cursor": cursor,
            "parent_id": parent_id,
            "sort": sort,
        }
        return self._get(CommentBundle, "/comments", params)

    @request(None, category="comments")
    def comment(self, comment_id: int) -> CommentBundle:
        """Return a comment with its replies: `GET comments/{comment}`."""
        return self._get(CommentBundle, f"/comments/{path_segment(comment_id)}")

    # --- events ----------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="events")
    def events(
        self, *, sort: EventsSortT | None = None, cursor_string: str | None = None
    ) -> Events:
        """Return a page of recent events of all players: `GET events`."""
        return self._get(Events, "/events", {"cursor_string": cursor_string, "sort": sort})

    # --- forums ----------------------------------------------------------------------------

    @request(Scope.FORUM_WRITE, category="forums")
    def forum_create_topic(
        self, forum_id: int, title: str, body: str, *, poll: ForumPoll | None = None
    ) -> CreateForumTopicResponse:
        """Create a topic: `POST forums/topics`. `body` is BBCode."""
        data: dict[str, Any] = {"body": body, "forum_id": forum_id, "title": title}
        if poll:
            data |= {
                "with_poll": True,
                "forum_topic_poll": {
                    "hide_results": poll.hide_results,
                    "length_days": poll.length_days,
                    "max_options": poll.max_options,
                    "options": "\r\n".join(poll.options),
                    "title": poll.title,
                    "vote_change": poll.vote_change,
                },
            }
        return self._post(CreateForumTopicResponse, "/forums/topics", data=data)

    @request(Scope.FORUM_WRITE, category="forums")
    def forum_reply(self, topic_id: int, body: str) -> ForumPost:
        """Reply to a topic: `POST forums/topics/{topic}/reply`. `body` is BBCode."""
        path = f"/forums/topics/{path_segment(topic_id)}/reply"
        return self._post(ForumPost, path, {"body": body})

    @request(Scope.FORUM_WRITE, category="forums")
    def forum_edit_topic(self, topic_id: int, title: str) -> ForumTopic:
        """Change the title of one's own topic: `PUT forums/topics/{topic}`."""
        path = f"/forums/topics/{path_segment(topic_id)}"
        return self._put(ForumTopic, path, {"forum_topic": {"topic_title": title}})

    @request(Scope.FORUM_WRITE, category="forums")
    def forum_edit_post(self, post_id: int, body: str) -> ForumPost:
        """Change one's own post: `PUT forums/posts/{post}`. `body` is BBCode."""
        return self._put(ForumPost, f"/forums/posts/{path_segment(post_id)}", {"body": body})

    @request(Scope.PUBLIC, category="forums")
    def forum_topic(
        self,
        topic_id: int,
        *,
        cursor_string: str | None = None,
        sort: ForumTopicSortT | None = None,
        limit: int | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> ForumTopicAndPosts:
        """Return a topic and a page of its posts: `GET forums/topics/{topic}`.

        `start` is the first post's id where they are sorted by `id_asc`, `end` where by `id_desc`.
        """
        params = {
            "cursor_string": cursor_string,
            "sort": sort,
            "limit": limit,
            "start": start,
            "end": end,
        }
        return self._get(ForumTopicAndPosts, f"/forums/topics/{path_segment(topic_id)}", params)

    @request(Scope.PUBLIC, category="forums")
    def forum_listing(self) -> list[Forum]:
        """Return all boards with their subforums: `GET forums`."""
        return self._get(Forums, "/forums").forums

    @request(Scope.PUBLIC, category="forums")
    def forum_topics(self, forum_id: int) -> ForumTopics:
        """Return a board with its pinned and recent topics: `GET forums/{forum}`."""
        return self._get(ForumTopics, f"/forums/{path_segment(forum_id)}")

    # --- friends ---------------------------------------------------------------------------

    @request(Scope.FRIENDS_READ, category="friends")
    def friends(self) -> list[UserRelation]:
        """Return the friends of the player who signed in: `GET friends`.

        For an `api_version` before 20241022 the server sends, and this returns, UserCompact.
        """
        if self.api_version < _FRIENDS_ARE_RELATIONS:
            old: Any = self._get(list[UserCompact], "/friends")
            players: list[UserRelation] = old
            return players
        return self._get(list[UserRelation], "/friends")

    # --- home ------------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="home")
    def search(
        self, query: str, *, mode: SearchModeT | None = None, page: int | None = None
    ) -> Search:
        """Return players and wiki pages that match a query: `GET search`."""
        return self._get(Search, "/search", {"mode": mode, "query": query, "page": page})

    # --- matches ---------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="matches")
    def matches(self) -> Matches:
        """Return the newest matches: `GET matches`."""
        return self._get(Matches, "/matches")

    @request(Scope.PUBLIC, category="matches")
    def match(
        self,
        match_id: MatchIdT,
        *,
        after_id: int | None = None,
        before_id: int | None = None,
        limit: int | None = None,
    ) -> MatchResponse:
        """Return a match with a page of its events: `GET matches/{match}`."""
        params = {"after": after_id, "before": before_id, "limit": limit}
        return self._get(MatchResponse, f"/matches/{path_segment(match_id)}", params)

    # --- me --------------------------------------------------------------------------------

    @request(Scope.IDENTIFY, category="me")
    def get_me(self, mode: GameModeT | None = None) -> User:
        """Return the player who signed in: `GET me/{mode?}`."""
        return self._get(User, f"/me{_mode_path(mode)}")

    # --- news ------------------------------------------------------------------------------

    @request(None, category="news")
    def news_listing(
        self,
        *,
        limit: int | None = None,
        year: int | None = None,
        cursor_string: str | None = None,
    ) -> NewsListing:
        """Return a page of news posts: `GET news`."""
        params = {"limit": limit, "year": year, "cursor_string": cursor_string}
        return self._get(NewsListing, "/news", params)

    @request(None, category="news")
    def news_post(self, news: str, *, key: NewsPostKeyT | None = NewsPostKey.SLUG) -> NewsPost:
        """Return a news post by its slug, or its id with `key="id"`: `GET news/{news}`."""
        params = {"key": None if key is NewsPostKey.SLUG else key}
        return self._get(NewsPost, f"/news/{path_segment(news)}", params)

    # --- OAuth -----------------------------------------------------------------------------

    @request(None, category="oauth")
    def revoke_token(self) -> None:
        """Revoke the token on the server, and delete it here: `DELETE oauth/tokens/current`.

        The next call signs in anew.
        """
        try:
            self._connected().send(Request("DELETE", "/oauth/tokens/current"), read_empty)
        finally:
            self._connected().forget_token()

    # --- rankings --------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="rankings")
    def ranking(
        self,
        mode: GameModeT,
        type: RankingTypeT,
        *,
        country: str | None = None,
        cursor: Cursor | None = None,
        filter_: RankingFilterT = RankingFilter.ALL,
        spotlight: int | None = None,
        variant: str | None = None,
    ) -> Rankings:
        """Return a page (50 rows) of a ranking: `GET rankings/{mode}/{type}`.

        `country` and `variant` (`4k`, `7k`) filter `performance` and `score`, `spotlight` selects
        the chart of `charts`. The page is `Cursor(page=20)`.
        """
        params = {
            "country": country,
            "cursor": cursor,
            "filter": filter_,
            "spotlight": spotlight,
            "variant": variant,
        }
        return self._get(Rankings, f"/rankings/{GameMode(mode).value}/{_value(type)}", params)

    # --- rooms -----------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="rooms")
    def multiplayer_scores(
        self,
        room_id: RoomIdT,
        playlist_id: int,
        *,
        limit: int | None = None,
        sort: MultiplayerScoresSortT | None = None,
        cursor_string: str | None = None,
    ) -> MultiplayerScores:
        """Return a page of scores on a playlist item: `GET rooms/{room}/playlist/{item}/scores`."""
        params = {"limit": limit, "sort": sort, "cursor_string": cursor_string}
        path = f"/rooms/{path_segment(room_id)}/playlist/{path_segment(playlist_id)}/scores"
        return self._get(MultiplayerScores, path, params)

    @request(Scope.PUBLIC, category="rooms")
    def room(self, room_id: RoomIdT) -> Room:
        """Return a room: `GET rooms/{room}`."""
        return self._get(Room, f"/rooms/{path_segment(room_id)}")

    @request(Scope.PUBLIC, category="rooms")
    def room_leaderboard(
        self, room_id: RoomIdT, limit: int | None = None, page: int | None = None
    ) -> RoomLeaderboard:
        """Return a page of a room's leaderboard: `GET rooms/{room}/leaderboard`."""
        path = f"/rooms/{path_segment(room_id)}/leaderboard"
        return self._get(RoomLeaderboard, path, {"limit": limit, "page": page})

    @request(Scope.PUBLIC, requires_user=True, category="rooms")
    def rooms(
        self,
        *,
        limit: int | None = None,
        mode: RoomSearchModeT | None = None,
        season_id: int | None = None,
        sort: str | None = None,
        type_group: str | None = None,
    ) -> list[Room]:
        """Return rooms: `GET rooms`.

        `type_group` is `realtime` or, by default, `playlists`; `sort` is `created` or `ended`.
        """
        params = {
            "limit": limit,
            "mode": mode,
            "season_id": season_id,
            "sort": sort,
            "type_group": type_group,
        }
        return self._get(list[Room], "/rooms", params)

    # --- scores ----------------------------------------------------------------------------

    @_or_by_mode("score_mode")
    @request(Scope.PUBLIC, category="scores")
    def score(self, score_id: int) -> Score:
        """Return a score by its id: `GET scores/{score}`."""
        return self._get(Score, f"/scores/{path_segment(score_id)}")

    @request(Scope.PUBLIC, category="scores")
    def scores(self, mode: GameModeT | None = None, *, cursor_string: str | None = None) -> Scores:
        """Return the newest passed scores of all players, up to 1000: `GET scores`."""
        return self._get(Scores, "/scores", {"ruleset": mode, "cursor_string": cursor_string})

    @request(Scope.PUBLIC, category="scores")
    def score_mode(self, mode: GameModeT, score_id: int) -> Score:
        """Return a stable score by its id within a ruleset: `GET scores/{mode}/{score}`."""
        return self._get(Score, f"/scores/{_value(mode)}/{path_segment(score_id)}")

    @_or_by_mode("download_score_mode")
    @request(Scope.PUBLIC, category="scores")
    def download_score(self, score_id: int, *, raw: bool = False) -> Replay:
        """Return the replay of a score: `GET scores/{score}/download`; with `raw` its bytes.

        The token must be a player's. Raises ValueError where there is no replay.
        """
        path = f"/scores/{path_segment(score_id)}/download"
        replay: Replay = self._download_score(url=path, raw=raw)
        return replay

    @request(Scope.PUBLIC, category="scores")
    def download_score_mode(self, mode: GameModeT, score_id: int, *, raw: bool = False) -> Replay:
        """Return the replay of a stable score: `GET scores/{mode}/{score}/download`.

        As `download_score`, by the id within a ruleset.
        """
        path = f"/scores/{_value(mode)}/{path_segment(score_id)}/download"
        replay: Replay = self._download_score(url=path, raw=raw)
        return replay

    def _download_score(self, *, url: str, raw: bool) -> Any:  # noqa: ANN401 - a replay, or bytes
        sent = Request("GET", url.removeprefix(self.base_url), bucket="replays", is_file=True)
        data = self._connected().send(sent, read_file).data
        return data if raw else Replay(data, self._owner)

    # --- seasonal backgrounds --------------------------------------------------------------

    @request(None, category="seasonal backgrounds")
    def seasonal_backgrounds(self) -> SeasonalBackgrounds:
        """Return the backgrounds of the current season: `GET seasonal-backgrounds`."""
        return self._get(SeasonalBackgrounds, "/seasonal-backgrounds")

    # --- spotlights ------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="spotlights")
    def spotlights(self) -> list[Spotlight]:
        """Return all spotlights: `GET spotlights`."""
        return self._get(Spotlights, "/spotlights").spotlights

    # --- tags ------------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="tags")
    def tags(self) -> list[Tag]:
        """Return all user tags of beatmaps: `GET tags`."""
        return self._get(Tags, "/tags").tags

    # --- users -----------------------------------------------------------------------------

    @request(Scope.PUBLIC, category="users")
    def user_kudosu(
        self, user_id: UserIdT, *, limit: int | None = None, offset: int | None = None
    ) -> list[KudosuHistory]:
        """Return a page of a player's kudosu history: `GET users/{user}/kudosu`."""
        params = {"limit": limit, "offset": offset}
        return self._get(list[KudosuHistory], f"/users/{path_segment(user_id)}/kudosu", params)

    @request(Scope.PUBLIC, category="users")
    def user_scores(
        self,
        user_id: UserIdT,
        type: ScoreTypeT,
        *,
        include_fails: bool | None = None,
        mode: GameModeT | None = None,
        limit: int | None = None,
        offset: int | None = None,
        legacy_only: bool | None = None,
    ) -> list[Score]:
        """Return a page of a player's scores: `GET users/{user}/scores/{type}`.

        `include_fails` is for `recent`. The default `mode` is the player's own.
        """
        params = {
            "include_fails": include_fails,
            "mode": mode,
            "limit": limit,
            "offset": offset,
            "legacy_only": legacy_only,
        }
        path = f"/users/{path_segment(user_id)}/scores/{_value(type)}"
        return self._get(list[Score], path, params)

    @request(Scope.PUBLIC, category="users")
    def user_beatmaps(
        self,
        user_id: UserIdT,
        type: UserBeatmapTypeT,
        *,
        limit: int | None = None,
        offset: int | None = None,
    ) -> list[Beatmapset] | list[BeatmapPlaycount]:
        """Return a page of a player's beatmapsets: `GET users/{user}/beatmapsets/{type}`.

        For `most_played` they are beatmaps with the number of plays.
        """
        params = {"limit": limit, "offset": offset}
        path = f"/users/{path_segment(user_id)}/beatmapsets/{_value(type)}"
        if type is UserBeatmapType.MOST_PLAYED:
            return self._get(list[BeatmapPlaycount], path, params)
        return self._get(list[Beatmapset], path, params)

    @request(Scope.PUBLIC, category="users")
    def user_recent_activity(
        self, user_id: UserIdT, *, limit: int | None = None, offset: int | None = None
    ) -> list[Event]:
        """Return a page of a player's recent activity: `GET users/{user}/recent_activity`."""
        params = {"limit": limit, "offset": offset}
        found: Any = self._get(
            list[_Event], f"/users/{path_segment(user_id)}/recent_activity", params
        )
        events: list[Event] = found
        return events

    @request(Scope.PUBLIC, category="users")
    def search_beatmaps_passed(
        self,
        user_id: UserIdT,
        beatmapset_ids: list[BeatmapsetIdT],
        *,
        exclude_converts: bool = False,
        is_legacy: bool | None = None,
        no_diff_reduction: bool = True,
        ruleset_id: int | None = None,
    ) -> list[BeatmapCompact]:
        """Return the beatmaps of sets that a player passed: `GET users/{user}/beatmaps-passed`.

        `no_diff_reduction` leaves out passes with mods that make it easier.
        """
        params = {
            "beatmapset_ids": beatmapset_ids,
            "exclude_converts": exclude_converts,
            "is_legacy": is_legacy,
            "no_diff_reduction": no_diff_reduction,
            "ruleset_id": ruleset_id,
        }
        path = f"/users/{path_segment(user_id)}/beatmaps-passed"
        return self._get(BeatmapsPassed, path, params).beatmaps_passed

    @request(Scope.PUBLIC, category="users")
    def user(
        self,
        user: UserIdT | str,
        *,
        mode: GameModeT | None = None,
        key: UserLookupKeyT | None = None,
    ) -> User:
        """Return a player by id or name: `GET users/{user}/{mode?}`.

        A text of digits is an id, unless `key` is `username`. The default `mode` is the player's.
        """
        segment = _user_segment(user, None if key is None else UserLookupKey(key))
        return self._get(User, f"/users/{segment}{_mode_path(mode)}")

    @request(Scope.PUBLIC, category="users")
    def users_lookup(
        self,
        users: list[UserIdT | str],
        *,
        exclude_bots: bool | None = None,
        ruleset_id: int | None = None,
    ) -> list[UserCompact]:
        """Return players by ids or names: `GET users/lookup`, one request per 50.

        With `ruleset_id` they have a `global_rank`.
        """
        found: list[UserCompact] = []
        for keys in _batches(users):
            params = {"ids": keys, "exclude_bots": exclude_bots, "ruleset_id": ruleset_id}
            found += self._get(Users, "/users/lookup", params).users or []
        return found

    @request(Scope.PUBLIC, category="users")
    def users(self, user_ids: list[UserIdT]) -> list[UserCompact]:
        """Return players by ids, with statistics of all rulesets: `GET users`, 50 a request."""
        found: list[UserCompact] = []
        for ids in _batches(user_ids):
            found += self._get(Users, "/users", {"ids": ids}).users or []
        return found

    # --- wiki ------------------------------------------------------------------------------

    @request(None, category="wiki")
    def wiki_page(self, locale: str, path: str) -> WikiPage:
        """Return a wiki page by language and path: `GET wiki/{locale}/{path}`."""
        parts = "/".join(path_segment(part) for part in path.strip("/").split("/"))
        return self._get(WikiPage, f"/wiki/{path_segment(locale)}/{parts}")

    # --- names of the first releases ---------------------------------------------------------

    def search_beatmaps(
        self,
        query: str | Mapping[str, Any] | None = None,
        cursor: Cursor | None = None,
        **filters: Any,  # noqa: ANN401 - those of `search_beatmapsets`
    ) -> BeatmapsetSearchResult:
        """Return beatmapsets as `search_beatmapsets` does; its name in the first releases.

        A mapping has the API's own parameters, or operators of the query:
        `{"title": "the big black"}`.
        """
        searched: Any = filters.pop("filters", None) if query is None else query
        return self.search_beatmapsets(searched, cursor=cursor, **filters)

    def beatmapsets_events(self, *args: Any, **filters: Any) -> ModdingHistoryEventsBundle:  # noqa: ANN401 - those of the method
        """Return modding events as `beatmapset_events` does."""
        return self.beatmapset_events(*args, **filters)

    def beatmap_lookup(
        self,
        checksum: str | None = None,
        filename: str | None = None,
        beatmap_id: BeatmapIdT | None = None,
    ) -> Beatmap:
        """Return a beatmap as `beatmap` does."""
        return self.beatmap(beatmap_id, checksum=checksum, filename=filename)

    def changelog_lookup(self, changelog: str, **options: Any) -> Build:  # noqa: ANN401 - those of the method
        """Return a build as `changelog_build_lookup` does."""
        return self.changelog_build_lookup(changelog, **options)


OssapiV2 = Ossapi

vars(Ossapi.__new__)["__wrapped__"] = Ossapi.__init__  # what inspect.signature shows


def _value(member: Any) -> str:  # noqa: ANN401 - an enum member that was made of an argument
    return str(member.value)


def _mode_path(mode: GameModeT | None) -> str:
    return "" if mode is None else f"/{GameMode(mode).value}"


def replaced(client: object, base: type, name: str) -> Callable[..., Any] | None:
    """Return a method that a program has put in place of that of `base`; None if it has not."""
    method = getattr(client, name, None)
    is_own = getattr(method, "__func__", None) is getattr(base, name)
    return None if is_own or method is None else method
