"""When the sample company posts, and what each post is: everything that is settled before anybody reads it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.card import on_duty
from playbook.sample.schedule import running
from playbook.sample.truths import Flags, Ints, Numbers, Planted, calibration, hourly

DAY_WEIGHT = np.array([1.25, 1.1, 1.1, 1.1, 1.05, 0.5, 0.4])  # firms post most on Mondays, least at weekends
ON_THE_HOUR = 0.4  # of posts go out at minute 0, by habit
LINKED, EDITED = 0.25, 0.025  # of posts with neither picture nor video; of all posts (assumptions)
EVENING = 19  # the hour from which the shop's videos go out


def drafts(seed: int, account: str, planted: Planted, chance: np.random.Generator) -> pd.DataFrame:
    """Return an account's originals of the year in order of time: when, on what, in which form.

    `day` counts from 0, `second` from midnight, `gap` are the minutes since the account's previous original.
    """
    of = planted["accounts"][account]
    times = _times(of, planted, chance)
    size, campaign = len(times["day"]), running(seed, account, int(planted["year"]))[times["day"]]
    about = (campaign != "") & (chance.random(size) < planted["campaign_days"]["share"])
    column = np.array(list(of["columns"]), dtype=object)[_drawn(np.array(list(of["columns"].values())), size, chance)]
    subject = {
        "account": np.full(size, account, dtype=object),
        "campaign_day": campaign != "",
        "campaign": np.where(about, campaign, ""),
        "column": np.where(about, "campaign", column),
    }
    duty = np.array([[bool(people) for people in day] for day in on_duty()])[times["weekday"], times["hour"]]
    return pd.DataFrame(times | subject | _forms(of, times["hour"], planted, chance) | _sent(duty, planted, chance))


def _forms(of: dict[str, Any], hours: Ints, planted: Planted, chance: np.random.Generator) -> dict[str, Flags]:
    """Return what each post has: video, image, link (one of them at most), topic, mention, a question at its end."""
    size, share = len(hours), calibration()["posts"]["share"]
    video = chance.random(size) < _video_share(of, hours)
    image = ~video & (chance.random(size) < share["image"] / (1 - share["video"]))
    link = ~video & ~image & (chance.random(size) < LINKED)
    has = {name: chance.random(size) < share[name] for name in ("topic", "mention")}
    question = chance.random(size) < planted["question"]["share"]
    return {"video": video, "image": image, "link": link, **has, "question": question}


def _sent(duty: Flags, planted: Planted, chance: np.random.Generator) -> dict[str, Flags]:
    edited = chance.random(len(duty)) < EDITED
    odds = np.where(duty, planted["scheduled"]["on_duty"], planted["scheduled"]["off_duty"])
    return {"edited": edited, "scheduled": chance.random(len(duty)) < odds}


def _times(of: dict[str, Any], planted: Planted, chance: np.random.Generator) -> dict[str, Any]:
    """Return day, weekday, month, hour, second and gap, the log bonus of the lucky posts, and which goes viral."""
    year = pd.date_range(f"{planted['year']}-01-01", f"{planted['year']}-12-31")
    thin, viral = of.get("thin", {}), of.get("viral")
    lucky = int(thin.get("count", 0))
    size = int(of["count"]) - lucky
    days = _drawn(DAY_WEIGHT[year.day_of_week] * _open(year, planted), size + lucky, chance)
    hours, bonus = _drawn(hourly(of["posts"]), size, chance), np.zeros(size + lucky)
    if lucky:
        hours, bonus[size:] = np.append(hours, [int(thin["hour"])] * lucky), float(thin["effect"])
    if viral:
        hours[0] = int(viral["hour"])
    goes_round = (np.arange(size + lucky) == 0) & bool(viral)
    minutes = np.where(chance.random(size + lucky) < ON_THE_HOUR, 0, chance.integers(0, 60, size + lucky))
    seconds = hours * 3600 + minutes * 60 + chance.integers(0, 60, size + lucky)
    order = np.argsort(days * 86400 + seconds, kind="stable")
    day, second, hour = days[order], seconds[order], hours[order]
    gap = np.diff(day * 86400 + second, prepend=-(10**6)) / 60
    dates = {"weekday": year.day_of_week.to_numpy()[day], "month": year.month.to_numpy()[day]}
    chances = {"bonus": bonus[order], "viral": goes_round[order]}
    return {"day": day, "second": second, "hour": hour, "gap": gap} | dates | chances


def _open(year: pd.DatetimeIndex, planted: Planted) -> Flags:
    closed = planted["trend"]["closed"]
    return np.asarray((year < closed["from"]) | (year > closed["to"]))


def _drawn(weights: Numbers, size: int, chance: np.random.Generator) -> Ints:
    """Return places in a list, drawn by weight."""
    upto = np.cumsum(weights)
    return np.asarray(np.searchsorted(upto, chance.random(size) * upto[-1], side="right"), dtype=np.int64)


def _video_share(of: dict[str, Any], hours: Ints) -> Numbers:
    """Return how likely each post is a video: everywhere alike, or mostly in the evening; the same share in all."""
    share = calibration()["posts"]["share"]["video"]
    evening = hours >= EVENING
    late, in_evening = of.get("evening_videos"), evening.mean()
    if late is None:
        return np.full(len(hours), share)
    return np.asarray(np.where(evening, share * late / in_evening, share * (1 - late) / (1 - in_evening)))
