"""The sample's posts: when each account posts by habit, and what each post gets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.posts import COLUMNS, FLAGS, TEXTS, ZONE
from playbook.sample.truths import Flags, Numbers, calibration, effect_by_hour, generator, hourly, truths
from playbook.sample.wording import write

DAY_WEIGHT = np.array([1.25, 1.1, 1.1, 1.1, 1.05, 0.5, 0.4])  # firms post most on Mondays, least at weekends
ON_THE_HOUR = 0.4  # of posts go out at minute 0, by habit
BELOW_LIKES = {"likes": 0.0, "comments": 1.0, "reposts": 1.3}  # log units under the level of likes


def make_posts(seed: int) -> pd.DataFrame:
    """Return the posts table of all accounts for one year, in order of time within an account."""
    table = pd.concat([_account_posts(seed, name) for name in truths()["accounts"]], ignore_index=True)
    return table.astype(dict.fromkeys(TEXTS, "string") | dict.fromkeys(FLAGS, "boolean"))


def _account_posts(seed: int, account: str) -> pd.DataFrame:
    planted, chance = truths()["accounts"][account], generator(seed, "posts", account)
    at, bonus, viral = _when(planted, chance)
    has = {name: chance.random(len(at)) < share for name, share in calibration()["posts"]["share"].items()}
    lift = sum(has[name] * size for name, size in calibration()["posts"]["lift"].items())
    strength = effect_by_hour(account)[at.day_of_week, at.hour] + bonus + lift
    counts = _counts(planted["level"] + strength, chance)
    for name, numbers in counts.items():
        numbers[viral] = planted.get("viral", {}).get(name, 0)
    texts = write(account, has["topic"], has["mention"], chance)
    return _table(account, at, counts, has, texts, chance)


def _when(planted: dict[str, Any], chance: np.random.Generator) -> tuple[pd.DatetimeIndex, Numbers, Flags]:
    """Return the times of posting, in order, the log bonus of the lucky posts, and which post goes viral."""
    year = pd.date_range(f"{truths()['year']}-01-01", f"{truths()['year']}-12-31", tz=ZONE)
    thin, viral = planted.get("thin", {}), planted.get("viral")
    lucky = int(thin.get("count", 0))
    size = int(planted["count"]) - lucky
    weights, habits = DAY_WEIGHT[year.day_of_week], hourly(planted["posts"])
    days = chance.choice(len(year), size=size + lucky, p=weights / weights.sum())
    hours = chance.choice(24, size=size, p=habits / habits.sum())
    bonus = np.zeros(size + lucky)
    if lucky:
        hours, bonus[size:] = np.append(hours, [int(thin["hour"])] * lucky), float(thin["effect"])
    first = np.arange(size + lucky) == 0
    if viral:
        hours[0] = int(viral["hour"])
    minutes = np.where(chance.random(size + lucky) < ON_THE_HOUR, 0, chance.integers(0, 60, size + lucky))
    seconds = hours * 3600 + minutes * 60 + chance.integers(0, 60, size + lucky)
    at = year[days] + pd.to_timedelta(seconds, unit="s")
    order = np.argsort(at.asi8, kind="stable")
    return at[order], bonus[order], (first & bool(viral))[order]


def _counts(level: Numbers, chance: np.random.Generator) -> dict[str, Numbers]:
    """Return likes, comments and reposts: log-normal inside an account, correlated, zeros from rounding down."""
    measured = calibration()["posts"]
    common, share = chance.normal(size=len(level)), np.sqrt(measured["correlation"])
    counts = {}
    for name, spread in measured["within_account_sd"].items():
        own = chance.normal(size=len(level))
        mixed = share * common + np.sqrt(1 - measured["correlation"]) * own
        counts[name] = np.floor(np.exp(level - BELOW_LIKES[name] + spread * mixed) - 0.5).clip(min=0)
    return counts


def _table(  # noqa: PLR0913, PLR0917 - the pieces of one row
    account: str,
    at: pd.DatetimeIndex,
    counts: dict[str, Numbers],
    has: dict[str, Any],
    texts: pd.DataFrame,
    chance: np.random.Generator,
) -> pd.DataFrame:
    seconds = at.as_unit("s").asi8
    # Weibo's ids are 16 digits that rise with time; here: seconds in the high digits, chance in the low ones.
    ids = 5_118_000_000_000_000 + (seconds - seconds.min()) * 4_194_304 + chance.integers(0, 4_194_304, len(at))
    table = pd.DataFrame(
        {
            "post_id": ids.astype(str),
            "account": account,
            "posted_on": at.tz_localize(None).normalize(),
            "posted_at": at,
            "text": texts["text"],
            **{name: pd.Series(numbers).astype("Int64") for name, numbers in counts.items()},
            "counts_capped": False,
            "source": chance.choice(["微博网页版", "iPhone客户端", "Android客户端"], len(at), p=[0.5, 0.3, 0.2]),
            "is_repost": False,
            "repost_of": None,
            "has_image": has["image"],
            "has_video": has["video"],
            "text_cut": False,
            "id_damaged": False,
            "edited": False,
            "topics": texts["topics"],
            "mentions": texts["mentions"],
        }
    )
    return table[list(COLUMNS)]
