"""Averages that mislead: mean beside median, parts beside the whole, a counter at its limit, weeks without numbers."""

from __future__ import annotations

import math

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text, same
from playbook.metrics.analysis.averages import capped as capped_of
from playbook.metrics.analysis.averages import heavy as heavy_of
from playbook.metrics.analysis.averages import in_time, missing
from playbook.metrics.analysis.done import NOT_NOTED, done
from playbook.metrics.analysis.series import series
from playbook.metrics.analysis.unfollows import left
from playbook.metrics.charts.beside import ALL, PARTS
from playbook.metrics.charts.frame import NO_WEEKS, NOT_MEASURED, named
from playbook.metrics.tables.shown import as_counted, lacking
from playbook.tables import NOTHING, number, table

POSTS, MEAN, MEDIAN = Text("几条", "posts"), Text("平均", "mean"), Text("通常（中位数）", "typical (median)")
WITHOUT, ABOVE = Text("去掉最大一条的平均", "mean without the largest"), Text("高过平均的占", "share above the mean")
ACCOUNT, WEEKS = Text("账号", "account"), Text("几周", "weeks")
NO_SAMPLE = Text(
    "没有一位一位的粉丝记录，看不出谁走了。",
    "There is no record of single followers, so the data cannot tell who left.",
)
ORIGINS = {
    "content": Text("看内容来的", "for the content"),
    "relay": Text("经转发来的", "by a relay"),
    "search": Text("搜索来的", "by a search"),
    "campaign": Text("参加活动来的", "by a campaign"),
    "bought": Text("买来的", "bought"),
}


def heavy(known: Facts | None = None) -> pd.DataFrame:
    """Return mean and median of what a post got, account by account."""
    facts = known or present_facts()
    rows, names = [], []
    for account in facts.company.accounts:
        found = heavy_of(facts, account.id)
        if found is not None:
            names.append(account.name)
            rows.append((
                number(found.posts), number(found.mean), number(found.median), number(found.mean_without),
                f"{found.above_mean:.0%}",
            ))  # fmt: skip
    return table(rows, names, [POSTS, MEAN, MEDIAN, WITHOUT, ABOVE], ACCOUNT)


def parts(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Return which share was answered within two hours before and after the duty rule: by part of day, and in all.

    Of all accounts together, or of one.
    """
    facts = known or present_facts()
    it = done(facts, "duty")
    found = None if it is None else in_time(facts, it.day, account)
    if found is None:
        return lacking(NOT_NOTED)
    shares = [(PARTS[part], each) for part, each in found.parts.items()] + [(ALL, found.whole)]
    rows = [
        (number(each.of_before), f"{each.before:.1%}", number(each.of_after), f"{each.after:.1%}") for _, each in shares
    ]
    heads = [
        Text("改前来了", "asked before"), Text("改前两小时内答了", "in time before"),
        Text("改后来了", "asked after"), Text("改后两小时内答了", "in time after"),
    ]  # fmt: skip
    return table(rows, [str(name) for name, _ in shares], heads, Text("什么时候来的", "when they came"))


def capped(known: Facts | None = None, account: str | None = None, last: int | None = None) -> pd.DataFrame:
    """Return what is known of reads whose counter stops at a limit: of all weeks, or of the `last` ones."""
    facts = known or present_facts()
    name = account or facts.main
    first = None
    if facts.weekly is not None and last is not None:
        first = facts.weekly["week"].max() - pd.Timedelta(days=7 * (last - 1))
    found = capped_of(facts, name, first)
    if found is None:
        return lacking(NO_WEEKS)
    row = (
        found.weeks, found.capped, number(found.shown),
        number(found.median) if math.isfinite(found.median) else NOTHING,
    )  # fmt: skip
    heads = [
        WEEKS, Text("到了上限", "at the limit"), Text("照后台的数平均", "mean as shown"),
        Text("中位数", "median"),
    ]  # fmt: skip
    return table([row], [str(same(facts.company.account(name).name))], heads, ACCOUNT)


def gap(known: Facts | None = None, account: str | None = None, measure: str = "orders") -> pd.DataFrame:
    """Return the mean of a measure of an account: of the weeks that are known, and if the others were zero."""
    facts = known or present_facts()
    name = account or facts.main
    values = series(facts, name, measure)
    if values is None:
        return lacking(NOT_MEASURED.format(name=named(measure)))
    mean, zeros, lost = missing(values)
    row = (len(values) - lost, lost, as_counted(mean, measure), as_counted(zeros, measure))
    heads = [
        Text("有数的周", "weeks known"), Text("没有数的周", "weeks missing"), Text("只算有数的", "mean of those known"),
        Text("错当成零", "if they were zero"),
    ]  # fmt: skip
    return table([row], [facts.company.account(name).name], heads, ACCOUNT)


def unfollows(known: Facts | None = None) -> pd.DataFrame:
    """Return who of a sample of followers left, by what had brought them: how many, and of how many."""
    found = left(known or present_facts())
    if found is None:
        return lacking(NO_SAMPLE)
    rows = [(number(gone), number(joined), f"{gone / joined:.0%}") for gone, joined in found.by_origin.values()]
    rows.append((number(found.left), number(found.joined), f"{found.left / found.joined:.0%}"))
    names = [str(ORIGINS.get(origin, same(origin))) for origin in found.by_origin]
    heads = [Text("走了", "left"), Text("抽到", "in the sample"), Text("占", "share")]
    return table(rows, [*names, str(ALL)], heads, Text("怎么来的", "what brought them"))
