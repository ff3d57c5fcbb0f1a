"""A specialist's week, the adverts, and the trade's rhyme, as tables."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell, percent
from playbook.language import Text
from playbook.specialist.analysis import asked, diary_of, hours, pieces, torn_day
from playbook.specialist.missing import no_adverts, no_diary
from playbook.specialist.tasks import DUTIES, TASKS
from playbook.tables import number, table
from playbook.week import DAYS

TASK, DUTY, DEMAND = Text("什么事", "work"), Text("哪一项职责", "duty"), Text("要求", "demand")
CLOCK, BROKEN = Text("几点", "when"), Text("被什么打断", "broken off by")
HOURS = [Text("打算（小时）", "meant (hours)"), Text("实际（小时）", "spent (hours)")]
ALL = Text("合计", "all")
VERDICTS = {
    "fine": Text("是这份工作", "part of the job"),
    "care": Text("可以做，要小心", "may be done, with care"),
    "never": Text("不做", "not done"),
}


def duties(who: str = "xiaoman", known: Facts | None = None) -> pd.DataFrame:
    """The hours of a week by duty: the article's four, and what its list has none of."""
    facts = known or present_facts()
    if (why := no_diary(facts)) is not None:
        return cannot_tell(why)
    told = hours(facts, who).groupby("duty")[["meant", "taken"]].sum().reindex([1, 2, 3, 4, 0], fill_value=0.0)
    every = float(told["taken"].sum())
    rows = [
        (f"{row['meant']:g}", f"{row['taken']:g}", percent(row["taken"] / every)) for row in told.to_dict("records")
    ]
    total = told.sum()
    names = [*(str(DUTIES[int(duty)]) for duty in told.index), str(ALL)]
    heads = [*HOURS, Text("占实际", "of what was spent")]
    return table([*rows, (f"{total['meant']:g}", f"{total['taken']:g}", percent(1.0))], names, heads, DUTY)


def spent(who: str = "shen", known: Facts | None = None) -> pd.DataFrame:
    """The hours of a week by task, with its duty; most spent first."""
    facts = known or present_facts()
    if (why := no_diary(facts)) is not None:
        return cannot_tell(why)
    told = hours(facts, who).sort_values("taken", ascending=False, kind="stable")
    rows = [(str(DUTIES[row["duty"]]), f"{row['meant']:g}", f"{row['taken']:g}") for row in told.to_dict("records")]
    total = (" ", f"{told['meant'].sum():g}", f"{told['taken'].sum():g}")
    return table([*rows, total], [*(str(TASKS[task].said) for task in told.index), str(ALL)], [DUTY, *HOURS], TASK)


def torn(who: str = "xiaoman", shown: int = 12, known: Facts | None = None) -> pd.DataFrame:
    """The first blocks of the day that fell into most pieces: when, how long, what, and what broke it off."""
    facts = known or present_facts()
    if (why := no_diary(facts)) is not None:
        return cannot_tell(why)
    own = diary_of(facts, who)
    day = own[own["day"] == torn_day(facts, who)].head(shown)
    heads = [Text("分钟", "minutes"), TASK, Text("日记里写的", "what the diary says"), BROKEN]
    told = day.to_dict("records")
    rows = [
        (
            number(row["minutes"]), str(TASKS[row["task"]].said), str(Text(row["text"], row["text_en"])),
            "" if pd.isna(row["interrupted_by"]) else str(Text(row["interrupted_by"], row["interrupted_by_en"])),
        )
        for row in told
    ]  # fmt: skip
    return table(rows, [f"{row['start']:%H:%M}" for row in told], heads, CLOCK)


def torn_counts(who: str = "xiaoman", known: Facts | None = None) -> pd.DataFrame:
    """Each day of a week: its blocks, how many were shorter than ten minutes, how many were broken off."""
    facts = known or present_facts()
    if (why := no_diary(facts)) is not None:
        return cannot_tell(why)
    days = sorted(diary_of(facts, who)["day"].unique())
    rows = [tuple(number(each) for each in pieces(facts, who, int(day))) for day in days]
    heads = [Text("几段", "blocks"), Text("不到 10 分钟的", "under 10 minutes"), Text("被打断的", "broken off")]
    return table(rows, [str(DAYS[int(day) - 1]) for day in days], heads, Text("哪天", "day"))


def unfit(known: Facts | None = None) -> pd.DataFrame:
    """What adverts demand that must not be demanded: how many do, and one such sentence each."""
    facts = known or present_facts()
    if (why := no_adverts(facts)) is not None or facts.adverts is None:
        return cannot_tell(why or Text("", ""))
    told = facts.adverts[facts.adverts["unfit"].notna()]
    share = asked(facts.adverts, "unfit")
    rows = []
    for _, each in told.groupby("unfit", sort=False):
        words = Text(each["text"].iloc[0].split("；")[-1], each["text_en"].iloc[0].split("; ")[-1])
        rows.append((str(words), number(len(each))))
    rows.sort(key=lambda each: -int(each[1]))
    heads = [Text("广告里怎么写", "what the advert says"), Text("几则", "adverts")]
    said = Text("{n} 则里", "of {n}").format(n=share.every)
    return table(rows, [str(number(at)) for at in range(1, len(rows) + 1)], heads, said)


def rhyme() -> pd.DataFrame:
    """The fourteen demands of the trade's rhyme (article 4), and what we do about each today, with the reason."""
    heads = [Text("怎么办", "what we do"), Text("为什么", "why")]
    rows = [(str(VERDICTS[each["verdict"]]), str(Text.of(each["why"]))) for each in demands()]
    return table(rows, [str(Text.of(each)) for each in demands()], heads, DEMAND)


@cache
def demands() -> list[dict[str, Any]]:
    """Return the rhyme's fourteen demands as `rhyme.toml` has them, in their order."""
    text = resources.files("playbook.specialist").joinpath("rhyme.toml").read_text("utf-8")
    told: list[dict[str, Any]] = tomllib.loads(text)["demand"]
    return told
