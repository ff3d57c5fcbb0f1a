"""Does the week keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.rules import Finding, rule
from playbook.stances import unlike_data
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.room import BANDS, FRI, fitting, formula_hours, open_days, window
from playbook.timing.windows import CAMPAIGN
from playbook.week import DAYS, clock, listed

MON, WED, THU = 1, 3, 4
LAUNCH = "article8-campaign-hours-vs-own-slots"
# The part of the hours on duty that writing may take, by the position on `posting-vs-interacting` (our figures).
SHARES = {"post_more": 0.75, "both": 0.5, "interact_more": 0.25}
FEWER = Text(
    "一天最多定 {most} 条，或者换一组钟点和间隔，让值班的时间放得下 {least} 条。",
    "Decide on {most} a day at most, or on hours and a gap for which the time on duty holds {least}.",
)
OTHER_HOURS = Text(
    "有的日子一条也放不下：换一组钟点和间隔，或者排上值班，让每天放得下 {least} 条。",
    "Some days hold none: choose hours and a gap, or put people on duty, so that each day holds {least}.",
)
OR_STANCE = Text("改这几天的条数，或者改立场。", "Change these days, or change the stance.")
MOVE_OR_STANCE = Text("把它们挪进去，或者改立场。", "Move them, or change the stance.")


def unlike_stances(plan: TimingPlan, account: str, facts: Facts) -> Iterator[Finding]:
    """Return where an account's week is unlike the stances taken, and stances that the data do not bear out."""
    yield from _volume(plan, account)
    yield from _writing(plan, facts)
    yield from _hours(plan, account)
    yield from _timetable(plan, account)
    yield from _days(plan, account)
    yield from _weekend(plan, account)
    yield from _campaigns(plan, account)
    yield from unlike_data(plan, account, facts, "timing.no-universal-time-rules")


def clashes(plan: TimingPlan, facts: Facts) -> Iterator[Finding]:
    """Return stances that cannot go together, whatever the week."""
    yield from _fits(plan, facts)
    yield from _campaign_hours(plan)


def _volume(plan: TimingPlan, account: str) -> Iterator[Finding]:
    posts = Counter(slot.day for slot in plan.of(account))
    if plan.holds("daily-volume", "two_to_four") and posts.total() != (week := _value("weekly-volume-derived", "week")):
        said = Text(
            "立场是一周 {wanted} 条，现在排了 {count} 条。", "You decided on {wanted} posts a week; there are {count}."
        )
        yield Finding("timing.weekly-volume-derived", said.format(wanted=week, count=posts.total()), OR_STANCE)
    taken = plan.position("daily-volume")
    if taken and taken.id in BANDS:
        rule_id, least, most = BANDS[taken.id]
        off = [day for day in open_days(plan) if not least <= posts[day] <= most]
        if off:
            said = Text("立场是一天{band}，这几天不是：{days}。", "You decided on {band} a day; not so on {days}.")
            days = join([DAYS[day - 1] + Text(f" {posts[day]} 条", f" ({posts[day]})") for day in off])
            yield Finding(rule_id, said.format(band=taken.says, days=days), OR_STANCE)


def _fits(plan: TimingPlan, facts: Facts) -> Iterator[Finding]:
    """So many posts, so far apart, in these hours: is a day long enough?"""
    taken = plan.position("daily-volume")
    if not taken or taken.id not in BANDS:
        return
    least = BANDS[taken.id][1]
    short = {
        day: most for day in open_days(plan) if (most := fitting(window(plan, day, facts), plan.gap_hours)) < least
    }
    if short:
        said = Text(
            "几个立场合不到一起：{days}，可用的钟点里隔 {gap} 小时最多放 {most} 条，条数却要 {least} 条。",
            "These stances do not fit together: on {days} the hours you allow hold {most} posts {gap} apart, "
            "and you want {least}.",
        )
        filled = said.format(
            days=listed(DAYS[day - 1] for day in short),
            most=same("–".join(dict.fromkeys(str(each) for each in (min(short.values()), max(short.values()))))),
            gap=Text(str(plan.gap_hours), "an hour" if plan.gap_hours == 1 else "two hours"),
            least=least,
        )
        most = min(short.values())
        mend = FEWER.format(most=most, least=least) if most else OTHER_HOURS.format(least=least)
        yield Finding("timing.conflict-rates-and-windows", filled, mend)


def _writing(plan: TimingPlan, facts: Facts) -> Iterator[Finding]:
    """Writing may take a part of the hours on duty; the rest is for answering."""
    taken = plan.position("posting-vs-interacting")
    if taken is None and not plan.holds("daily-volume", "by_staff"):
        return
    share = SHARES[taken.id if taken else "both"]
    duty = sum(len(facts.company.on_duty(day, hour)) for day in range(1, 8) for hour in range(24))
    needed = len(plan.slots) * plan.minutes_a_post / 60
    if needed > share * duty:
        said = Text(
            "全部账号一周 {posts} 条，每条 {minutes} 分钟，要写 {needed} 小时；"
            "值班一共 {duty} 小时，按立场最多拿 {share:.0%} 来写，也就是 {most} 小时。",
            "All accounts together have {posts} posts a week. At {minutes} minutes each they take {needed} hours; "
            "{duty} hours are on duty, and by your stance {share:.0%} of them, {most} hours, may go into writing.",
        )
        filled = said.format(
            posts=len(plan.slots),
            minutes=plan.minutes_a_post,
            needed=_hours_said(needed),
            duty=duty,
            share=share,
            most=_hours_said(share * duty),
        )
        mend = Text("少排几条，写得快些，或者多排人手。", "Plan fewer posts, shorten the writing, or add people.")
        yield Finding("timing.hours-to-write", filled, mend)


def _hours(plan: TimingPlan, account: str) -> Iterator[Finding]:
    """Slots outside the hours of the formula that the company follows."""
    taken = plan.position("best-hours")
    if not taken or not taken.formula:
        return
    for rule_id, slots in _by_rule(taken.id, plan.of(account)).items():
        hours = rule(rule_id).values["hours"]
        outside = [slot for slot in slots if slot.hour not in hours]
        if outside:
            said = Text("立场是“{stance}”，这些不在里面：{where}。", "You decided on “{stance}”; outside it: {where}.")
            filled = said.format(stance=taken.says, where=listed(slot.said for slot in outside))
            yield Finding(rule_id, filled, MOVE_OR_STANCE, tuple(slot.at for slot in outside))


def _by_rule(position: str, slots: list[Slot]) -> dict[str, list[Slot]]:
    """Return the slots under the rule that tells their hours."""
    if position == "evening":
        workdays, weekend = [[s for s in slots if (s.day > FRI) is late] for late in (False, True)]
        return {"timing.weekday-evening": workdays, "timing.weekend-meals": weekend}
    return {"golden": {"timing.golden-windows-four": slots}, "office": {"timing.office-hours-only": slots}}[position]


def _timetable(plan: TimingPlan, account: str) -> Iterator[Finding]:
    """Article 8 fixes the hours of each workday, not only the span."""
    if not plan.holds("best-hours", "office"):
        return
    for name in ("weekday-slots-mon-tue-fri", "weekday-slots-wed-thu"):
        values = rule(f"timing.{name}").values
        kept = {day: [s.hour for s in plan.of(account) if s.day == day] for day in values["days"]}
        off = [day for day, hours in kept.items() if hours != values["hours"]]
        if off:
            said = Text(
                "固定课表上是 {hours}，这几天不是：{days}。", "The timetable has {hours}; on {days} your week differs."
            )
            hours = join([clock(hour) for hour in values["hours"]])
            yield Finding(
                f"timing.{name}", said.format(hours=hours, days=listed(DAYS[d - 1] for d in off)), MOVE_OR_STANCE
            )


def _days(plan: TimingPlan, account: str) -> Iterator[Finding]:
    posts = Counter(slot.day for slot in plan.of(account))
    if plan.holds("best-days", "midweek") and min(posts[WED], posts[THU]) < posts[MON]:
        said = Text(
            "立场是周三、周四多发，可是周一 {mon} 条，周三 {wed} 条，周四 {thu} 条。",
            "You decided on more posts at midweek, but Monday has {mon}, Wednesday {wed}, Thursday {thu}.",
        )
        mend = Text("周三、周四补几条，或者改立场。", "Add posts at midweek, or change the stance.")
        filled = said.format(mon=posts[MON], wed=posts[WED], thu=posts[THU])
        yield Finding("timing.weekday-mismatch", filled, mend)


def _weekend(plan: TimingPlan, account: str) -> Iterator[Finding]:
    weekend = [slot for slot in plan.of(account) if slot.day > FRI]
    if plan.holds("weekend-posting", "workdays_only") and weekend:
        said = Text("立场是周末不发，可是排了 {where}。", "You decided on silent weekends, and there is {where}.")
        filled = said.format(where=listed(slot.said for slot in weekend))
        mend = Text("挪到周一到周五，或者改立场。", "Move them to Monday to Friday, or change the stance.")
        yield Finding("timing.no-weekend-posts", filled, mend, tuple(slot.at for slot in weekend))
    if plan.holds("weekend-posting", "every_day") and not weekend:
        said = Text("立场是周末也发，可是周末一条没有。", "You decided to post at weekends, and there is no post.")
        mend = Text("周末排一条，或者改立场。", "Add a post at the weekend, or change the stance.")
        yield Finding("timing.weekend-meals", said, mend)


def _campaign_hours(plan: TimingPlan) -> Iterator[Finding]:
    """Campaign posts at hours that the company otherwise never posts."""
    formula = {hour for weekend in (False, True) for hour in formula_hours(plan, weekend=weekend)}
    if plan.holds(LAUNCH, "campaign_windows") and formula and not formula & set(CAMPAIGN):
        said = Text(
            "两条立场凑不到一块儿：活动要放在 9:00 至 9:59 或 19 点以后，发布的钟点里却没有这些。",
            "Two stances do not fit together: campaign posts are to go out from 9:00 to 9:59 or after 19:00, and the "
            "hours you go by have none of these.",
        )
        mend = Text("改其中一条。", "Change one of the two.")
        yield Finding("timing.conflict-rates-and-windows", said, mend)


def _campaigns(plan: TimingPlan, account: str) -> Iterator[Finding]:
    if plan.holds(LAUNCH, "campaign_windows") and not any(slot.hour in CAMPAIGN for slot in plan.of(account)):
        said = Text(
            "活动要在 9:00 至 9:59 或 19 点以后发，这一周没有这样的时段。",
            "Campaign posts are to go out from 9:00 to 9:59 or after 19:00, and the week has no such slot.",
        )
        mend = Text("在这些钟点排一个时段，或者改立场。", "Add a slot at these hours, or change the stance.")
        yield Finding("timing.campaign-hours", said, mend)


def _hours_said(hours: float) -> str:
    return f"{hours:.1f}".removesuffix(".0")


def _value(name: str, key: str) -> int:
    return int(rule(f"timing.{name}").values[key])
