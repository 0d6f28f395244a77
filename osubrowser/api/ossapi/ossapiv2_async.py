"""Async client of osu!'s API v2 as ossapi has it: `OssapiAsync`, each method a coroutine."""

from __future__ import annotations

import asyncio
import inspect
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial, wraps
from queue import SimpleQueue
from typing import Any
from weakref import finalize, ref

from osubrowser.api.ossapi import ossapiv2
from osubrowser.api.ossapi.connection import TokenFields
from osubrowser.api.ossapi.ossapiv2 import Ossapi, replaced

_THREADS = 32
"""Calls at a time, for each client."""


class _Threads:
    """Daemon threads that make the calls of one client; they end with it.

    Those of a `ThreadPoolExecutor` would keep a program from ending while a call waits.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._process = os.getpid()
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._idle = threading.Semaphore(0)

    def submit(self, call: Callable[[], Any]) -> Future[Any]:
        """Make a call on a thread, and return its future."""
        if self._process != os.getpid():
            self._begin()  # threads do not follow a process into its forks
        future: Future[Any] = Future()
        with self._lock:
            self._work.put(partial(_finish, future, call))
            if not self._idle.acquire(blocking=False) and self._threads < _THREADS:
                self._threads += 1
                threading.Thread(
                    target=_run, args=(self._work, self._idle), name="osubrowser-call", daemon=True
                ).start()
        return future

    def end(self) -> None:
        """End the threads, each when its call is done."""
        if self._process != os.getpid():
            return
        with self._lock:
            for _ in range(self._threads):
                self._work.put(None)
            self._work, self._idle, self._threads = SimpleQueue(), threading.Semaphore(0), 0


def _run(work: SimpleQueue[Callable[[], None] | None], idle: threading.Semaphore) -> None:
    while (task := work.get()) is not None:
        task()
        del task  # it holds the client, which ends this thread when it is collected
        idle.release()


def _finish(future: Future[Any], call: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = call()
    except BaseException as error:  # noqa: BLE001 - the caller's
        future.set_exception(error)
    else:
        future.set_result(result)


class _Blocking(Ossapi):
    """Client that makes the calls of an async one; models get the async one."""

    _LOGGER = "ossapi.ossapiv2_async"
    _IS_ASYNC = True

    def __init__(self, owner: OssapiAsync, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as in Ossapi
        # Weak: its threads end when the async client is collected, without a search for cycles.
        self._owner_ref = ref(owner)
        owner._blocking = self  # before it signs in: the owner may save tokens
        self.TOKEN_URL = owner.TOKEN_URL
        self.AUTH_CODE_URL = owner.AUTH_CODE_URL
        self.BASE_URL = owner.BASE_URL
        self._on_close = owner._threads.end
        super().__init__(*args, **kwargs)

    @property
    def _owner(self) -> Any:  # noqa: ANN401 - the async client; None after its end
        return self._owner_ref()

    def _replacement(self, name: str) -> Callable[..., Any] | None:
        return replaced(self._owner, OssapiAsync, name)


class OssapiAsync:
    """Async client of osu!'s API v2: the methods of `Ossapi` as coroutines.

    It signs in when it is made, as `Ossapi` does, and blocks meanwhile. Calls run on threads of
    its own, up to 32 at a time; it can be used from several event loops. A call that is cancelled
    ends in the background. Errors are also those of aiohttp where the server is not reached, if
    aiohttp is imported. The other attributes are those of `Ossapi`.
    """

    TOKEN_URL = Ossapi.TOKEN_URL
    AUTH_CODE_URL = Ossapi.AUTH_CODE_URL
    BASE_URL = Ossapi.BASE_URL

    _blocking: _Blocking

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - those of Ossapi
        self._threads = _Threads()
        _Blocking(self, *args, **kwargs)
        finalize(self, self._threads.end)

    gen_token_key = staticmethod(Ossapi.gen_token_key)
    remove_token = staticmethod(Ossapi.remove_token)

    @wraps(Ossapi.authenticate)
    def authenticate(self, token: Any = None) -> Any:  # noqa: ANN401 - as in Ossapi
        """Return a signed-in session."""
        return self._blocking.authenticate(token)

    @wraps(Ossapi._save_token)
    def _save_token(self, token: TokenFields) -> None:
        Ossapi._save_token(self._blocking, token)

    @wraps(Ossapi._instantiate_type)
    def _instantiate_type(self, type_: Any, value: Any, *extra: Any) -> Any:  # noqa: ANN401 - as in Ossapi
        return Ossapi._instantiate_type(self._blocking, type_, value, *extra)

    @wraps(Ossapi._new_grant)
    def _new_grant(self) -> Any:  # noqa: ANN401 - as in Ossapi
        made = self._blocking
        if made.grant is ossapiv2.Grant.CLIENT_CREDENTIALS:
            return self._new_client_grant(made.client_id, made.client_secret)
        return self._new_authorization_grant(
            made.client_id, made.client_secret, made.redirect_uri, made.scopes
        )

    @wraps(Ossapi._new_client_grant)
    def _new_client_grant(self, *args: Any) -> Any:  # noqa: ANN401 - as in Ossapi
        return Ossapi._new_client_grant(self._blocking, *args)

    @wraps(Ossapi._new_authorization_grant)
    def _new_authorization_grant(self, *args: Any) -> Any:  # noqa: ANN401 - as in Ossapi
        return Ossapi._new_authorization_grant(self._blocking, *args)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - of any type
        if name in ("_blocking", "_threads"):  # not made yet
            raise AttributeError(name)
        return getattr(self._blocking, name)

    def __setattr__(self, name: str, value: object) -> None:
        is_own = name in ("_blocking", "_threads") or hasattr(type(self), name)
        if is_own or "_blocking" not in self.__dict__:
            super().__setattr__(name, value)
        else:
            setattr(self._blocking, name, value)

    def __repr__(self) -> str:
        return f"OssapiAsync({self._blocking.base_url!r}, {self._blocking.grant.value})"


def _coroutine(name: str) -> Callable[..., Any]:
    method = getattr(Ossapi, name)

    @wraps(method)
    async def call(self: OssapiAsync, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in Ossapi
        made = partial(method, self._blocking, *args, **kwargs)
        return await asyncio.wrap_future(self._threads.submit(made))

    call.__qualname__ = f"OssapiAsync.{name}"
    return call


vars(OssapiAsync.__init__)["__wrapped__"] = Ossapi.__init__  # what inspect.signature shows

_SENDING = ("_request", "_get", "_post", "_put", "_download_score")

for _name, _method in vars(Ossapi).items():
    if _name in _SENDING or (
        inspect.isfunction(_method) and not _name.startswith("_") and _name not in vars(OssapiAsync)
    ):
        setattr(OssapiAsync, _name, _coroutine(_name))


# In ossapi this module has all that `ossapiv2` has, for `import *` as well.
globals().update(
    {
        name: value
        for name, value in vars(ossapiv2).items()
        if not name.startswith("__") and name not in globals() and name != "OssapiV2"
    }
)
