"""What a search tool returned of the sample's mentions: it reads fifty pages a day and no more, the newest first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.card import NAME
from playbook.sample.truths import Ints, generator, truths

PER_PAGE = 10
HOURS = 24
COLUMNS = ("on", "hour", "query", "rows", "page")


def make_searched(seed: int, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return `on, hour, query, rows, page`, a row a day and hour: how many posts of that hour the tool returned.

    The tool asks once for each day and reads page after page back from midnight, until nothing is left or its last
    page; on some quiet days it breaks off after the first. `page` is the last page on which the hour's posts stood,
    empty where it has none.
    """
    truth, chance = truths()["searched"], generator(seed, "searched")
    days = pd.date_range(truth["first"], periods=truth["days"], tz=ZONE)
    counted = mentions.set_index("at")["mentions"].astype(int).resample("h").sum()
    there = counted.reindex(pd.date_range(days[0], periods=HOURS * len(days), freq="h"), fill_value=0)
    shown = chance.binomial(there.to_numpy(), truth["shown"]).reshape(len(days), HOURS)
    broken = (chance.random(len(days)) < truth["broken"]) & (shown.sum(axis=1) < truth["pages"] * PER_PAGE)
    pages = np.where(broken, 1, truth["pages"])
    read = _read(shown, pages)
    last = -(-np.cumsum(read[:, ::-1], axis=1)[:, ::-1] // PER_PAGE)
    table = pd.DataFrame(
        {
            "on": np.repeat(days.tz_localize(None), HOURS),
            "hour": np.tile(np.arange(HOURS), len(days)),
            "query": NAME.zh[:2],
            "rows": read.reshape(-1),
            "page": last.reshape(-1),
        }
    )
    table["page"] = table["page"].astype("Int64").mask(table["rows"] == 0)
    return table.astype({"query": "string", "hour": "Int64", "rows": "Int64"})


def _read(shown: Ints, pages: Ints) -> Ints:
    """Return how many of each hour's posts were read when reading goes back from midnight, so many pages a day."""
    room = (pages * PER_PAGE)[:, None]
    upto = np.minimum(np.cumsum(shown[:, ::-1], axis=1), room)
    return np.asarray(np.diff(upto, axis=1, prepend=0)[:, ::-1])
