"""The sample's inbox of four weeks: what readers wrote, who answered when, and what they wrote next."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.sample.desk import MINUTE, Desk
from playbook.sample.inbox_arrivals import SEVERITIES, begun, window
from playbook.sample.inbox_wording import worded
from playbook.sample.truths import Flags, generator, truths

COLUMNS = (
    "id", "at", "channel", "account", "post_id", "author", "author_followers", "thread", "text", "text_en", "kind",
    "severity", "answered_at", "answered_by", "answer", "answer_en",
)  # fmt: skip
TEXTS = tuple(name for name in COLUMNS if name not in {"at", "author_followers", "answered_at"})
DELAY_SD = 0.6  # of log minutes; an assumption, as are the two below
BACK_AFTER = (25.0, 0.8)  # minutes from an answer to the next comment: median, log sd


def make_comments(seed: int, posts: pd.DataFrame) -> pd.DataFrame:
    """Return the inbox in order of time: a row a comment or mention, with its answer if it got one.

    `severity` (mild, severe) is what the desk noted when a complaint came in, empty for everything else; `thread` is
    the id of the conversation's first. `kind` of a second comment is praise or complaint.
    """
    chance = generator(seed, "comments")
    first, end = (moment.tz_localize(None) for moment in window())
    desk = Desk(first, end - pd.Timedelta(days=1), truths()["inbox"]["minutes_an_answer"])
    firsts = begun(posts, chance)
    firsts = firsts.join(desk.answer(_ready(firsts, chance)))
    again = _again(firsts, chance)
    again = again.join(desk.answer(_ready(again, chance)))
    table = pd.concat([firsts, again]).sort_values("at", kind="stable")
    table["id"] = [f"c{number:04d}" for number in range(1, len(table) + 1)]
    table["thread"] = table["id"].reindex(table["begun_by"].fillna(table.index.to_series())).to_numpy()
    table = table.join(worded(table, chance))
    return table[list(COLUMNS)].reset_index(drop=True).astype(dict.fromkeys(TEXTS, "string"))


def _ready(table: pd.DataFrame, chance: np.random.Generator) -> pd.Series:
    """Return from when each can be answered, by how long that kind takes; empty for what nobody ever answers."""
    truth = truths()["inbox"]
    kinds = truth["kinds"] | {"next": truth["next"]}
    delay = [
        truth["complaint"].get(severity, kinds[say])["delay"]
        for say, severity in zip(table["say"], table["severity"], strict=True)
    ]
    minutes = (np.array(delay) * np.exp(DELAY_SD * chance.normal(size=len(table)))).round(3)
    ready: pd.Series = table["at"] + pd.to_timedelta(np.floor(minutes * 60), unit="s")
    never = _exactly(table["say"], {name: kind["unanswered"] for name, kind in kinds.items()}, chance)
    return ready.mask(never)


def _again(firsts: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return the next comments of those whose complaint was answered, friendlier or not as planted."""
    truth = truths()["inbox"]["complaint"]
    answered = firsts[(firsts["say"] == "complaint") & firsts["answered_at"].notna()]
    answered = answered[chance.random(len(answered)) < truth["comes_back"]]
    minutes = (BACK_AFTER[0] * np.exp(BACK_AFTER[1] * chance.normal(size=len(answered)))).round(3)
    answered = answered.assign(back=answered["answered_at"] + pd.to_timedelta(np.floor(minutes * 60), unit="s"))
    answered = answered[answered["back"] < window()[1]]
    in_time = answered["answered_at"] - answered["at"] <= truth["in_time"] * MINUTE
    cell = answered["severity"] + in_time.map({True: "_in_time", False: "_late"})
    share = {f"{name}_late": truth[name]["friendly_if_late"] for name in SEVERITIES}
    share |= {f"{name}_in_time": share[f"{name}_late"] + truth["effect"] for name in SEVERITIES}
    friendly = _exactly(cell, share, chance)
    again: pd.DataFrame = answered.assign(
        say="next", group=np.where(friendly, "friendly", "cross"), kind=np.where(friendly, "praise", "complaint"),
        at=answered["back"], begun_by=answered.index, severity=pd.NA,
    )  # fmt: skip
    again = again.drop(columns=["back", "answered_at", "answered_by"])
    return again.set_axis(range(len(firsts), len(firsts) + len(again)))


def _exactly(groups: pd.Series, share: dict[str, float], chance: np.random.Generator) -> Flags:
    """Return true for just the planted share of each group, whoever it falls on."""
    flags = np.zeros(len(groups), dtype=bool)
    for name, rows in groups.reset_index(drop=True).groupby(groups.to_numpy()).groups.items():
        flags[rows] = chance.permutation(len(rows)) < round(share[str(name)] * len(rows))
    return flags
