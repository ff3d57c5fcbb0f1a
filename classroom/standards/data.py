"""The datasets are what their generator makes, and every column of them is described in both languages."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator

from classroom.standards.fault import Fault
from playbook.datasets import TYPES, catalog
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
    described = catalog()
    for path in sorted((course_home() / "datasets").glob("*.csv")):
        entry = described.get(path.stem)
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
            if any(not column.get(key) for key in (*LANGUAGES, "unit")) or column.get("type") not in TYPES:
                wanted = f"lacks a label in a language, its unit, or its type ({', '.join(TYPES)})"
                yield Fault("datasets/catalog.toml", f"{path.stem}.{name}", wanted)
