"""The datasheets of the sample company speak of every table, with the rows it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.datasets import catalog, dataset

FOLDER = Path(__file__).parents[2] / "datasets"


@pytest.mark.parametrize("sheet", ["README.md", "README.zh-CN.md"])
def test_every_table_is_listed_with_its_rows(sheet: str) -> None:
    listed = [line for line in (FOLDER / sheet).read_text("utf-8").splitlines() if line.startswith("| `")]
    assert [line.split("|")[1:3] for line in listed] == [
        [f" `{name}` ", f" {len(dataset(name)):,} "] for name in catalog()
    ]
