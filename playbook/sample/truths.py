"""The planted truths and the calibration, read from the two TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Words = npt.NDArray[np.object_]
Planted = dict[str, Any]  # the form of `truths.toml`


@cache
def read(name: str) -> dict[str, Any]:
    """Return a TOML file of this folder."""
    return tomllib.loads(resources.files("playbook.sample").joinpath(name).read_text("utf-8"))


def truths() -> Planted:
    """Return `truths.toml`: what is planted. Not to be changed in place."""
    return read("truths.toml")


def calibration() -> dict[str, Any]:
    """Return `calibration.toml`: what was measured on public Weibo data, with its sources."""
    return read("calibration.toml")


def hourly(table: dict[str, float]) -> Numbers:
    """Return 24 numbers from a table of `hour = value`; hours it does not name are 0."""
    return np.array([float(table.get(str(hour), 0.0)) for hour in range(24)])


def effect_by_hour(account: str, planted: Planted | None = None) -> Numbers:
    """Return the planted effect of the hour of posting, in log units: an array of 7 weekdays x 24 hours."""
    of = (planted or truths())["accounts"][account]
    workday, weekend = hourly(of["effect"]), hourly(of.get("weekend_effect", of["effect"]))
    return np.array([workday] * 5 + [weekend] * 2)


def generator(seed: int, *names: str) -> np.random.Generator:
    """Return a generator of its own for each table and account, so that adding one moves no other."""
    return np.random.default_rng([seed, *("".join(names).encode())])
