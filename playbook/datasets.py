"""Tables as CSV files: the types of their columns, and those of the sample company in `datasets/` by their catalog.

`playbook.sample` makes them; pages and exercises read the files.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from playbook.places import course_home

ZONE = "Asia/Shanghai"
TYPES: dict[str, Callable[[pd.Series], pd.Series]] = {
    "text": lambda column: column.astype("string"),
    "date": lambda column: pd.to_datetime(column, format="%Y-%m-%d"),
    "time": lambda column: pd.to_datetime(column, format="ISO8601", utc=True).dt.tz_convert(ZONE),
    "whole": lambda column: pd.to_numeric(column.astype("string")).astype("Int64"),
    "number": lambda column: pd.to_numeric(column).astype("Float64"),
    "flag": lambda column: column.map({"true": True, "false": False}).astype("boolean"),
}


def catalog() -> dict[str, dict[str, Any]]:
    """Return `datasets/catalog.toml`: each table by name, with title, origin, sha256 and its columns.

    Not to be changed in place.
    """
    return _described((course_home() / "datasets" / "catalog.toml").read_text("utf-8"))


@lru_cache(maxsize=2)  # it describes thirty tables, and is asked for each
def _described(written: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(written)


def dataset(name: str) -> pd.DataFrame:
    """Read a table of `datasets/` with the types of its catalog entry; an empty cell is missing, never zero.

    Raises KeyError for a table that the catalog does not have.
    """
    return read_dataset(name, course_home() / "datasets" / f"{name}.csv")


def read_dataset(name: str, file: Path | StringIO) -> pd.DataFrame:
    """Read a table as `dataset` does, from another file of the same columns: a variant's."""
    columns = catalog()[name]["columns"]
    raw = pd.read_csv(file, dtype=str, keep_default_na=False).replace("", None)
    return pd.DataFrame({column: TYPES[entry["type"]](raw[column]) for column, entry in columns.items()})


def as_csv(table: pd.DataFrame, quoting: Literal[0, 2] = csv.QUOTE_MINIMAL) -> str:
    """Return a table as CSV text: moments with +08:00, days as dates, true and false in small letters."""
    out = table.copy()
    for name, kind in table.dtypes.items():
        if isinstance(kind, pd.DatetimeTZDtype):
            moments = table[name].dt.tz_convert(ZONE).dt.tz_localize(None)
            said = np.datetime_as_string(moments.to_numpy(), unit="s", casting="unsafe")
            out[name] = pd.Series(said, table.index, dtype="string").mask(moments.isna()) + "+08:00"
        elif pd.api.types.is_bool_dtype(kind):
            out[name] = table[name].map({True: "true", False: "false"})
    return str(out.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d", quoting=quoting))
