"""The sample's diary: one week of two specialists, as it was meant and as it went (`diary.toml`; all invented)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.truths import Planted, generator, read

COLUMNS = ("who", "start", "minutes", "task", "interrupted_by", "interrupted_by_en", "text", "text_en")
INTENDED = ("who", "task", "minutes")
SPREAD, LONGEST = 0.45, 60  # of the length of a block (log units), and the longest in minutes
TORN_LONGEST = 9
BREAKS = 0.6  # of blocks of the torn day that something breaks off


class Stretch(NamedTuple):
    """A time without a break: from when, so many minutes, on the torn day or not, within duty hours or not."""

    start: pd.Timestamp
    minutes: int
    torn: bool
    on_duty: bool


def make_intended(planted: Planted) -> pd.DataFrame:
    """Return `who, task, minutes`: what each meant to spend on a task in the week."""
    rows = [
        (who, task, round(60 * hours))
        for who, week in planted["diary"]["week"].items()
        for task, hours in week["intended"].items()
    ]
    return pd.DataFrame(rows, columns=list(INTENDED)).astype({"who": "string", "task": "string", "minutes": "Int64"})


def make_diary(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `who, start, minutes, task, interrupted_by, interrupted_by_en, text, text_en`, a row for each block.

    The minutes of each task sum to what is planted; where they lie is drawn. What is not interrupted is empty there.
    """
    truth = planted["diary"]
    parts = [_week(who, week, truth["monday"], generator(seed, "diary", who)) for who, week in truth["week"].items()]
    table = pd.concat(parts, ignore_index=True)
    text = dict.fromkeys(("who", "task", "interrupted_by", "interrupted_by_en", "text", "text_en"), "string")
    return table[list(COLUMNS)].astype(text | {"minutes": "Int64"})


def _week(who: str, week: dict[str, Any], monday: str, chance: np.random.Generator) -> pd.DataFrame:
    left = {task: round(60 * hours) for task, hours in week["taken"].items()}
    outside = {task: round(60 * hours) for task, hours in week["outside"].items()}
    rows: list[dict[str, Any]] = []
    for stretch in _stretches(week, monday):
        pool = left if stretch.on_duty else outside
        rows += _filled(stretch, pool, chance)
    table = pd.DataFrame(rows).sort_values("start", kind="stable", ignore_index=True)
    return _told(table, chance).assign(who=who)


def _stretches(week: dict[str, Any], monday: str) -> list[Stretch]:
    first = pd.Timestamp(monday, tz=ZONE)
    made = []
    for day in week["days"]:
        for start, end in week["hours"]:
            begins = first + pd.Timedelta(days=day - 1, hours=start)
            made.append(Stretch(begins, 60 * (end - start), day == week["torn"], on_duty=True))
    for day, clock, minutes in week["evenings"]:
        begins = first + pd.Timedelta(days=day - 1) + pd.Timedelta(f"{clock}:00")
        made.append(Stretch(begins, minutes, torn=False, on_duty=False))
    return made


def _filled(stretch: Stretch, pool: dict[str, int], chance: np.random.Generator) -> list[dict[str, Any]]:
    """Return blocks that fill a stretch, drawn from the minutes left of each task, seldom the same twice in a row."""
    rows: list[dict[str, Any]] = []
    at, spare, last = stretch.start, stretch.minutes, ""
    while spare > 0 and any(pool.values()):
        open_tasks = [task for task, minutes in pool.items() if minutes > 0]
        others = [task for task in open_tasks if task != last] or open_tasks
        weights = np.array([pool[task] for task in others], dtype=float)
        last = str(chance.choice(others, p=weights / weights.sum()))
        minutes = min(_length(stretch.torn, chance), pool[last], spare)
        rows.append({"start": at, "minutes": minutes, "task": last, "torn": stretch.torn})
        pool[last] -= minutes
        at, spare = at + pd.Timedelta(minutes=minutes), spare - minutes
    return rows


def _length(torn: bool, chance: np.random.Generator) -> int:
    """Return the minutes of a block: fives, but on the torn day, where it is a few minutes."""
    if torn:
        return int(chance.integers(3, TORN_LONGEST + 1))
    return int(np.clip(5 * round(float(chance.lognormal(np.log(26), SPREAD)) / 5), 10, LONGEST))


def _told(table: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return blocks with what the diary writes of them, texts of a task in turn, and what broke off some."""
    said, breaks = read("diary.toml")["task"], read("diary.toml")["interruption"]
    turn = table.groupby("task").cumcount()
    texts = [said[task]["say"][at % len(said[task]["say"])] for task, at in zip(table["task"], turn, strict=True)]
    broken = table["torn"].to_numpy(dtype=bool) & (chance.random(len(table)) < BREAKS)
    which = chance.integers(0, len(breaks), len(table))
    nothing: dict[str, Any] = {"zh": pd.NA, "en": pd.NA}
    by = [breaks[at] if cut else nothing for at, cut in zip(which, broken, strict=True)]
    return table.assign(
        text=[each["zh"] for each in texts], text_en=[each["en"] for each in texts],
        interrupted_by=[each["zh"] for each in by], interrupted_by_en=[each["en"] for each in by],
    )  # fmt: skip
