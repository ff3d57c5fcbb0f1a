"""Other companies than the sample, made when a test asks for them.

What is made while tests are collected is made by every worker, whichever tests it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from playbook.sample.world import World

T = TypeVar("T")


class Made(Mapping[int, T]):
    """What is made of each seed, once, when it is first asked for."""

    def __init__(self, seeds: Iterable[int], make: Callable[[int], T]) -> None:
        self._seeds, self._make = list(seeds), cache(make)

    def __getitem__(self, seed: int) -> T:
        """Return what is made of a seed."""
        return self._make(seed)

    def __iter__(self) -> Iterator[int]:
        """Yield the seeds."""
        return iter(self._seeds)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._seeds)


WORLDS = Made(range(20), World)
