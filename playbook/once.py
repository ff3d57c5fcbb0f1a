"""What is computed of a company's facts is computed once, and kept as long as the facts themselves, no longer."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from playbook.facts import Facts

P = ParamSpec("P")
R = TypeVar("R")
OfFacts = Callable[Concatenate[Facts, P], R]


def once(most: int) -> Callable[[OfFacts[P, R]], OfFacts[P, R]]:
    """Let a function of facts compute the same only once; of each company the latest `most` results are kept.

    A grader comes upon one variant after another: what was computed of the last must not stay when it goes. So no
    result may hold on to the facts it was made of.
    """

    def decorate(function: OfFacts[P, R]) -> OfFacts[P, R]:
        of_facts: weakref.WeakKeyDictionary[Facts, Callable[..., R]] = weakref.WeakKeyDictionary()

        @wraps(function)
        def found(facts: Facts, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if facts not in of_facts:
                of_facts[facts] = lru_cache(most)(_bound(function, weakref.ref(facts)))
            return of_facts[facts](*args, **kwargs)

        return found

    return decorate


def _bound(function: OfFacts[P, R], facts: weakref.ref[Facts]) -> Callable[P, R]:
    def bound(*args: P.args, **kwargs: P.kwargs) -> R:
        its = facts()
        if its is None:
            raise ReferenceError("the facts are gone")
        return function(its, *args, **kwargs)

    return bound
