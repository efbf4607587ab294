"""A Dask cluster: `pip install "carecore[dask]"`."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast, final

from carecore.errors import WrongType, described
from carecore.extra.batch.sending import call, packed
from carecore.flows import Workers

__all__ = ["on_dask"]

T = TypeVar("T")


def on_dask(client: object, /) -> Workers:
    """The workers of the cluster to which a `distributed.Client` is connected.

    What is sent is laid on the workers once, and what lies there already stays: `solve_in_parts`
    takes parts that `client.scatter` has sent, and asks them where they are.

        with LocalCluster(n_workers=2) as cluster, Client(cluster) as client:
            found = allocate(clients, pool, as_of=day, workers=on_dask(client))

    Raises:
        ImportError: if the library is missing; it says what to install.
        WrongType: if it is no client of Dask; and of the workers, if something that is asked cannot
            be sent to them.

    .. versionadded:: 0.1
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as missing:
        raise _to_install(missing) from None
    if not isinstance(client, Client):
        what = f"the client of the cluster is {described(client)}"
        raise WrongType(what, advice="Maybe distributed.Client(cluster)")
    return _Cluster(client)


def _to_install(missing: ModuleNotFoundError, /) -> ImportError:
    if missing.name != "distributed":
        return missing
    what = "a Dask cluster is reached by distributed, which is missing"
    return ImportError(f'{what}. Maybe pip install "carecore[dask]".')


@final
class _Cluster:
    """The workers of one cluster."""

    __slots__ = ("_client",)

    def __init__(self, client: Any, /) -> None:  # noqa: ANN401 # its library brings no types
        """Use what is there."""
        self._client = client

    @property
    def count(self) -> int:
        """How many workers there are now."""
        return max(len(self._client.nthreads()), 1)

    def map(self, function: Callable[..., T], /, *columns: Iterable[object]) -> Iterable[T]:
        """What *function* gives for the first of each column, for the second of each, and so on."""
        sent = self._client.scatter(packed(function), broadcast=True, hash=False)
        rows = list(zip(*columns, strict=True))
        there = self._there(rows)
        futures = self._client.map(
            call,
            [sent] * len(rows),
            *([there[id(one)] for one in column] for column in zip(*rows, strict=True)),
            pure=False,
        )
        return cast("Iterable[T]", self._client.gather(futures))

    def _there(self, rows: list[tuple[Any, ...]], /) -> dict[int, Any]:
        """By its number, each value as it lies on the workers; the same one is sent once."""
        from distributed import Future

        there: dict[int, Any] = {}
        for one in (one for row in rows for one in row):
            if id(one) not in there:
                is_there = isinstance(one, Future)
                there[id(one)] = one if is_there else self._client.scatter([one], hash=False)[0]
        return there
