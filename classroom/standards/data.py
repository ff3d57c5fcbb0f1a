"""The datasets are what their generator makes, and every column of them is described in both languages."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from typing import Any

from classroom.standards.fault import Fault
from playbook.language import LANGUAGES
from playbook.places import course_home
from playbook.sample import files


def datasets_equal_their_generator() -> Iterator[Fault]:
    """Every file in `datasets/` equals, byte for byte, what `playbook sample` makes."""
    for name, text in files().items():
        path = course_home() / "datasets" / name
        if not path.is_file() or path.read_bytes() != text.encode():
            yield Fault(f"datasets/{name}", "", "is not what its generator makes; run `playbook sample -o datasets`")


def catalog_describes_every_column() -> Iterator[Fault]:
    """`datasets/catalog.toml` names every dataset with origin, hash, and each column's unit and labels."""
    catalog: dict[str, Any] = tomllib.loads((course_home() / "datasets" / "catalog.toml").read_text("utf-8"))
    for path in sorted((course_home() / "datasets").glob("*.csv")):
        entry = catalog.get(path.stem)
        if entry is None:
            yield Fault("datasets/catalog.toml", path.stem, "is not described")
            continue
        if entry["sha256"] != hashlib.sha256(path.read_bytes()).hexdigest():
            yield Fault(
                "datasets/catalog.toml", path.stem, "has another sha256; look at what changed, then write the new one"
            )
        with path.open(encoding="utf-8", newline="") as stream:
            columns = next(csv.reader(stream))
        if list(entry["columns"]) != columns:
            yield Fault(
                "datasets/catalog.toml", path.stem, f"lists other columns than the file has ({', '.join(columns)})"
            )
        for name, column in entry["columns"].items():
            if any(not column.get(key) for key in (*LANGUAGES, "unit")):
                yield Fault("datasets/catalog.toml", f"{path.stem}.{name}", "lacks a label in a language, or its unit")
