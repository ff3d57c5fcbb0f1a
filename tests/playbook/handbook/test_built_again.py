"""A build over an earlier one: nothing that a team wrote in its files is lost."""

from __future__ import annotations

import os
from pathlib import Path

from playbook.handbook.build import FILES, build
from playbook.image.model_plan import sound_plan

from .whole import saved

LATER = 60  # seconds after the build


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_workbook_that_a_team_has_edited_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    work, out = saved(tmp_path / "work", sound_plan()), tmp_path / "out"
    build(work, out, ["zh"])
    workbook = out / "handbook.xlsx"
    built = workbook.stat().st_mtime
    workbook.write_bytes(b"what a team wrote")
    os.utime(workbook, (built + LATER, built + LATER))
    [kept] = build(work, out, ["zh"]).aside
    assert kept.read_bytes() == b"what a team wrote"
    assert names(out) == sorted([*FILES, "handbook.edited-1.xlsx"])
    assert build(work, out, ["zh"]).aside == []
