"""A mapping that works out a value when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["Asked"]


class Asked(Mapping[str, str]):
    """Keys to texts; each is worked out on the first question, and only iterating works out all of them.

    >>> doubled = Asked(lambda key: key * 2 if key in "ab" else None, lambda: "ab")
    >>> doubled.get("a"), doubled.get("c"), dict(doubled)
    ('aa', None, {'a': 'aa', 'b': 'bb'})
    """

    def __init__(self, value: Callable[[str], str | None], keys: Callable[[], Iterable[str]]) -> None:
        """`value` gives None for what has no value; `keys` gives at least all keys that have one, each once."""
        self._value, self._keys = value, keys
        self._known: dict[str, str | None] = {}

    def known(self, key: str) -> str | None:
        """The value, None if there is none: `get` takes twice as long, and most words of a text are no keys."""
        if key not in self._known:
            self._known[key] = self._value(key)
        return self._known[key]

    def __getitem__(self, key: str) -> str:
        value = self.known(key)
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._keys() if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
