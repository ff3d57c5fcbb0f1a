"""Posts a day, gaps and days: what the data say of them."""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.evidence import (
    SMALL,
    at_hour,
    favoured,
    not_less,
    not_more,
    ratio,
    topic,
)
from playbook.facts import Facts
from playbook.language import Text
from playbook.posts import tells_hours
from playbook.timing.analysis import WEEKEND, WORKDAYS
from playbook.timing.claims import FEW, MIDWEEK, result_of
from playbook.timing.duty import longest_stretch
from playbook.timing.evidence.week import week_said
from playbook.timing.rhythm import by_day_count, by_gap, by_weekday

VOLUME = Text(
    "{week}{same}不超过 {few} 条的日子（{n_few} 天）比更多的日子（{n_many} 天），每条：{ratio}。"
    "多发要多花多少工夫，数据没有记。",
    "{week}{same}a post on days with up to {few} ({n_few} days), against days with more ({n_many}): {ratio}. "
    "What more posts cost in work is not in the data.",
)
NOT_WITHIN = Text("不算 1 小时内连发的，", "leaving out posts within an hour of the one before, ")
GAP = Text(
    "离上一条满 1 小时的比不满的（{near:,} 条）：{one}；隔 2 到 4 小时的比 1 到 2 小时的：{two}。都在同一钟点里比。",
    "at least an hour after the post before, against less ({near:,} posts): {one}; two to four hours after it, "
    "against one to two: {two}. All at the same hour of the day.",
)
FEASIBLE = Text(
    "这一题靠算，不靠数据。首尾相隔是（条数 − 1）× 间隔：10 条隔 1 小时要 9 小时，6 条隔 2 小时要 10 小时，"
    "7 条隔 2 小时要 12 小时；",
    "This is arithmetic, not data. From first to last takes (posts − 1) × gap: 9 hours for 10 posts an hour apart, "
    "10 for 6 posts two hours apart, 12 for 7 posts two hours apart; ",
)
STRETCH = Text(
    "公司卡上值班最长的一天连续 {most} 小时，最短的 {least} 小时。",
    "on the card, the longest stretch on duty is {most} hours on the fullest day and {least} on the thinnest.",
)
NO_DUTY = Text("公司卡上还没有排值班。", "nobody is on duty on the card yet.")
DAYS = Text(
    "周三、周四 {midweek:,} 条，周一、周二、周五 {others:,} 条；{same}前者比后者：{ratio}。",
    "{midweek:,} posts on Wednesdays and Thursdays, {others:,} on Mondays, Tuesdays and Fridays; {same}"
    "the former against the latter: {ratio}.",
)
WEEKENDS = Text(
    "周末 {weekend:,} 条，工作日 {workdays:,} 条；{same}周末的比工作日的：{ratio}。",
    "{weekend:,} posts at weekends, {workdays:,} on workdays; {same}weekend against workday: {ratio}.",
)
MEAL_HOURS = Text(
    "只看周末，13 点到 14 点、17 点到 20 点发的比其余的：{ratio}。",
    " At weekends alone, 13:00 to 14:00 and 17:00 to 20:00 against the rest: {ratio}.",
)


@topic()
def daily_volume(facts: Facts, account: str) -> Evidence:
    """Does a post get less on days with many?"""
    table, result = by_day_count(facts.posts, account), result_of(facts, account, "few_a_day")
    said = VOLUME.format(
        week=week_said(facts.posts, account),
        few=FEW,
        n_few=int(table.loc[table.index <= FEW, "days"].sum()),
        n_many=int(table.loc[table.index > FEW, "days"].sum()),
        same=NOT_WITHIN + at_hour(result) if tells_hours(facts.posts) else at_hour(result),
        ratio=ratio(result),
    )
    return Evidence(said, favoured(result, supported="four_to_six", refuted="seven_or_more"))


@topic(hours=True)
def gap_between_posts(facts: Facts, account: str) -> Evidence:
    """Does a post need an hour after the one before, or two?"""
    near = int(by_gap(facts.posts, account)["posts"].iloc[0])
    one, two = result_of(facts, account, "apart"), result_of(facts, account, "two_hours")
    said = GAP.format(near=near, one=ratio(one), two=ratio(two))
    return Evidence(said, favoured(two, supported="two_hours") or favoured(one, supported="one_hour"))


def volume_vs_gap(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - every topic is asked alike
    """Do so many posts with such gaps fit in a day?"""
    lengths = [longest_stretch(facts.company, day) for day in (*WORKDAYS, *WEEKEND)]
    return Evidence(FEASIBLE + (STRETCH.format(most=max(lengths), least=min(lengths)) if any(lengths) else NO_DUTY))


@topic()
def best_days(facts: Facts, account: str) -> Evidence:
    """Are Wednesday and Thursday better than the other workdays?"""
    posts, result = by_weekday(facts.posts, account)["posts"], result_of(facts, account, "midweek")
    midweek = int(posts[list(MIDWEEK)].sum())
    said = DAYS.format(
        midweek=midweek, others=int(posts[list(WORKDAYS)].sum()) - midweek, ratio=ratio(result), same=at_hour(result)
    )
    if not_less(result) and not_more(result):
        return Evidence(said, ("even",))
    return Evidence(said, favoured(result, supported="midweek"))


@topic()
def weekend_posting(facts: Facts, account: str) -> Evidence:
    """Is a weekend post worth as much as a workday post?"""
    posts, result = by_weekday(facts.posts, account)["posts"], result_of(facts, account, "weekend")
    weekend, workdays = int(posts[list(WEEKEND)].sum()), int(posts[list(WORKDAYS)].sum())
    said = WEEKENDS.format(weekend=weekend, workdays=workdays, ratio=ratio(result), same=at_hour(result))
    meals = result_of(facts, account, "weekend_meals")
    if meals.unable is None:
        said += MEAL_HOURS.format(ratio=ratio(meals))
    if not_less(result):
        return Evidence(said, ("every_day",))
    return Evidence(said, ("workdays_only",) if result.high < SMALL else ())
