"""Why no week keeps the constraints, and which one of them, changed alone, would make room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from playbook.claims import ENOUGH
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.posts import tells_hours
from playbook.timing.analysis import strength
from playbook.timing.best_week import DAY, WEEK, Constraints, Floats, fewest_that_fit, fits, known, most_that_fit, worth
from playbook.week import DAYS

NOTHING = Text("", "")
UNKNOWN = Text(
    "数据里没有 @{name} 的微博，排不出一周。先看账号对不对：有微博的账号是 {others}。",
    "The data hold no post of @{name}, so there is nothing to go by. Check the account; those with posts are {others}.",
)
NO_TIME = Text(
    "@{name} 的微博只有日期、没有钟点，看不出几点发好。换一份带发布时间的导出再来。",
    "The posts of @{name} have dates but no time of day, so the data cannot tell one hour from another. "
    "Read an export that has the time of posting.",
)
TOO_FEW = Text(
    "@{name} 没有一个钟点攒够 {enough} 条，哪个钟点好还说不准。先选几个钟点试着发，攒够了再排。",
    "@{name} has no hour with {enough} posts yet, so the data cannot tell which is good. "
    "Try a few hours first and come back when they have as many.",
)
NOBODY = Text(
    "公司卡里没有人值班，有人值班的钟点也就一个都没有。先在公司卡里排班，或者允许没有人时也发。",
    "Nobody on the company card is ever on duty, so no hour is attended. "
    "Fill in the duty hours first, or allow posts when nobody is there.",
)
NO_HOUR = Text(
    "排不出来：选定的天和钟点里，没有一个能用：{unless}。",
    "No week can do this. On the days and hours you chose no hour can be used: {unless}.",
)
UNATTENDED_OR_UNKNOWN = Text("不是没有人值班，就是数据说不准", "nobody is on duty, or the data cannot tell")
UNKNOWN_HOURS = Text("数据都说不准", "the data cannot tell")
ATTENDED = Text("有人值班、数据又说得准的钟点里", "In the hours that somebody attends and the data know")
ANY = Text("数据说得准的钟点里", "In the hours that the data know")
TOO_MANY = Text(
    "排不出来：{hours}，隔 {gap} 小时最多排 {most} 条，要排的是 {posts} 条。",
    "No week can do this. {hours}, there is room for {most} posts {apart} apart, and you want {posts}.",
)
TOO_FEW_POSTS = Text(
    "排不出来：{hours}，要{daily}停发不超过 {silence} 小时，至少得排 {fewest} 条，现在只排 {posts} 条。",
    "No week can do this. {hours}, it takes at least {fewest} posts to {daily}keep every silence within "
    "{silence} hours, and you want {posts}.",
)
NEVER = Text(
    "排不出来：{hours}，要{daily}停发不超过 {silence} 小时，排多少条都做不到。",
    "No week can do this. {hours}, no number of posts can {daily}keep every silence within {silence} hours.",
)
NOT_SO_MANY = Text(
    "排不出来：{hours}，这几样条件合不到一起，{posts} 条正好排不下。",
    "No week can do this. {hours}, these constraints cannot be kept together with {posts} posts.",
)
LIMITED = Text("（{limits}）", " ({limits})")
DAILY = Text("每天至少 {least} 条、", "send {least} a day and ")
ONE_IS_ENOUGH = Text("改一样就行：{ways}。", " One change is enough: {ways}.")
MORE_THAN_ONE = Text(
    "只改一样还不够：不管停发多久、一天几条，放得下 {room} 条。",
    " No single change is enough: with no limit on silence or on the day there is room for {room}.",
)


def why_not(facts: Facts, account: str, asked: Constraints) -> Text:
    """Say why no week of this account keeps the constraints, and what to change."""
    name = facts.company.account(account).name
    own = facts.posts[facts.posts["account"] == account]
    if own.empty:
        others = join([same(f"@{facts.company.account(str(each)).name}") for each in facts.posts["account"].unique()])
        return UNKNOWN.format(name=name, others=others)
    if np.isnan(strength(facts.posts, account)).all():
        return (TOO_FEW if tells_hours(own) else NO_TIME).format(name=name, enough=ENOUGH)
    if asked.attended and not facts.company.staffed:
        return NOBODY
    values = worth(facts, account, asked)
    ways = list(_ways(facts, account, asked))
    if ways:
        return _clash(values, asked) + ONE_IS_ENOUGH.format(ways=join(ways, "；或者", "; or "))
    alone = replace(asked, silence_hours=WEEK, least_a_day=None, most_a_day=None)
    return _clash(values, asked) + MORE_THAN_ONE.format(room=most_that_fit(values, alone))


def _clash(values: Floats, asked: Constraints) -> Text:
    if not known(values):
        return NO_HOUR.format(unless=UNATTENDED_OR_UNKNOWN if asked.attended else UNKNOWN_HOURS)
    most, fewest = most_that_fit(values, asked), fewest_that_fit(values, asked)
    if most == 0:
        said = NEVER
    elif most < asked.posts:
        said = TOO_MANY
    else:
        said = TOO_FEW_POSTS if fewest > asked.posts else NOT_SO_MANY
    return said.format(
        hours=(ATTENDED if asked.attended else ANY) + _limits(asked),
        gap=asked.gap_hours,
        apart="an hour" if asked.gap_hours == 1 else "two hours",
        most=most,
        fewest=fewest,
        posts=asked.posts,
        silence=asked.silence_hours,
        daily=DAILY.format(least=asked.least_a_day) if asked.least_a_day else NOTHING,
    )


def _limits(asked: Constraints) -> Text:
    """Return what narrows the hours or the number of posts, in brackets."""
    told = [
        (len(asked.days) < len(DAYS), Text("只算选定的天", "only the days you chose")),
        (len(asked.hours) < DAY, Text("只算选定的钟点", "only the hours you chose")),
        (asked.least_share > 0, Text("不低于平时的 {share:.0%}", "no less than {share:.0%} of the usual")),
        (asked.most_a_day is not None, Text("一天最多 {most} 条", "at most {most} a day")),
    ]
    limits = join([text for narrows, text in told if narrows], "，")
    return (
        LIMITED.format(limits=limits.format(share=asked.least_share, most=asked.most_a_day)) if limits.zh else NOTHING
    )


def _ways(facts: Facts, account: str, asked: Constraints) -> Iterator[Text]:
    """Yield each single change after which a week fits."""
    values = worth(facts, account, asked)
    most, fewest = most_that_fit(values, asked), fewest_that_fit(values, asked)
    nearest = most if most < asked.posts else fewest
    if nearest not in {0, asked.posts} and fits(values, replace(asked, posts=nearest)):
        yield Text(f"改排 {nearest} 条", f"plan {nearest} posts")
    for eased, said in _eased(values, asked):
        if eased != asked and fits(worth(facts, account, eased), eased):
            yield said
    silence = _shortest_silence(values, asked)
    if silence < WEEK:
        yield Text(f"停发放宽到 {silence} 小时", f"allow {silence} hours of silence")


def _shortest_silence(values: Floats, asked: Constraints) -> int:
    """Return the shortest silence that would do, in hours: the longer it may be, the more fits. WEEK if none does."""
    hours = range(asked.silence_hours, WEEK)
    at = bisect_left(hours, x=True, key=lambda silence: fits(values, replace(asked, silence_hours=silence)))
    return hours[at] if at < len(hours) else WEEK


def _eased(values: Floats, asked: Constraints) -> Iterator[tuple[Constraints, Text]]:
    """Yield the constraints with one of them let go, and what that is called."""
    yield replace(asked, gap_hours=1), Text("间隔改为 1 小时", "let posts be an hour apart")
    yield (
        replace(asked, attended=False),
        Text(
            "没有人值班的钟点也用（或给这些钟点排上班）", "use hours that nobody attends (or put somebody on duty then)"
        ),
    )
    yield replace(asked, hours=tuple(range(24))), Text("不限钟点", "use any hour of the day")
    yield replace(asked, days=tuple(range(1, 8))), Text("七天都用", "use all seven days")
    yield (
        replace(asked, least_share=0.0),
        Text("互动偏少的钟点也用", "use hours at which posts get less, too"),
    )
    yield replace(asked, most_a_day=None), Text("不限一天最多几条", "drop the most posts a day")
    yield replace(asked, least_a_day=None), Text("不限一天最少几条", "drop the fewest posts a day")
    if asked.gap_hours == 1:  # two hours apart, no three posts make a burst
        yield replace(asked, bursts=True), Text("允许两小时内发三条", "allow three posts within two hours")
    used = {cell // DAY + 1 for cell in known(values)}
    empty = [day for day in asked.days if day not in used]
    if 0 < len(empty) < len(asked.days):
        names = join([DAYS[day - 1] for day in empty])
        open_days = tuple(day for day in asked.days if day not in empty)
        said = Text(
            "有意空着{days}（没有能用的钟点）", "leave {days} silent on purpose, where no hour can be used"
        ).format(days=names)
        yield replace(asked, days=open_days), said
