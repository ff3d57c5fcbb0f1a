"""How a brand's name is misspelt: each of its characters replaced by one of the same sound, or of nearly the same look.

What people will type is made from the name itself, so that no list of another company's misspellings is kept.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


def variants(brand: str) -> tuple[str, ...]:
    """Return a name with one character replaced, those of the same sound first; empty where no character is listed.

    Two wrong characters at once are left out: with nine and ten choices they are ninety words that nobody would search.
    """
    told = []
    for others in _alike():
        for at, sign in enumerate(brand):
            told += [brand[:at] + other + brand[at + 1 :] for other in others.get(sign, ())]
    return tuple(dict.fromkeys(told))


@cache
def _alike() -> tuple[dict[str, tuple[str, ...]], ...]:
    """Return what may stand for a character, by sound and by look."""
    table = tomllib.loads(resources.files("playbook.crisis").joinpath("homophones.toml").read_text("utf-8"))
    told = []
    for name in ("sound", "look"):
        of: dict[str, list[str]] = {}
        for line in table[name]:
            for sign in line:
                of.setdefault(sign, []).extend(other for other in line if other != sign)
        told.append({sign: tuple(dict.fromkeys(others)) for sign, others in of.items()})
    return tuple(told)
