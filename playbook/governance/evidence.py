"""Where the articles disagree on people and hours: what our own duty log says (`conflicts.toml` names the function)."""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.evidence import HEAD
from playbook.facts import Facts
from playbook.governance.analysis.staffing import POST_IN_REPLIES, load, posts_a_week
from playbook.governance.missing import NO_STAFF
from playbook.language import Text
from playbook.once import once

SEVEN = 7  # posts a day, which article 4 asks of a full-timer
NOW = Text(
    "{people} 个人管 {accounts} 个号，一周值班 {hours:.1f} 小时，发 {posts:.0f} 条，答 {replies:.0f} 个；"
    "就算时间全花在这上面，一条也只有 {a_post:.0f} 分钟，答一个 {a_reply:.0f} 分钟"
    "（一条算答 {times} 个的工夫，是假设）。",
    "{people} people look after {accounts} accounts: {hours:.1f} hours on duty a week, {posts:.0f} posts, "
    "{replies:.0f} replies. Even if all that time went into them, that leaves {a_post:.0f} minutes for a post "
    "and {a_reply:.0f} for a reply (that a post takes as long as {times} replies is assumed). ",
)
MORE = Text(
    "每个号每天 7 条，要 {need:.0f} 小时，比排得出的多 {over:.0f} 小时。",
    "Seven posts a day on each account would take {need:.0f} hours, {over:.0f} more than the shifts have. ",
)
ENOUGH = Text(
    "每个号每天 7 条，要 {need:.0f} 小时，排得出。",
    "Seven posts a day on each account would take {need:.0f} hours, which the shifts have. ",
)
ALWAYS = Text(
    "“时刻看着”是一周 168 小时，班表上有人的是 {there} 小时。",
    "To watch “all the time” is 168 hours a week; somebody is on duty for {there} of them.",
)
POSTS_ONLY = Text(
    "{first} 至 {last}：一周发 {posts:.0f} 条；没有值班记录，算不出要几个人。",
    "{first} to {last}: {posts:.0f} posts a week; without a duty log nobody can say how many people that takes. ",
)


@once(16)
def staffing_and_time(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - every judge takes an account
    """How many hours do posting and answering take, how many do the shifts have, and what would seven a day take?"""
    on = facts.posts["posted_on"]
    found = load(facts)
    if found is None:
        said = POSTS_ONLY.format(first=f"{on.min():%Y-%m-%d}", last=f"{on.max():%Y-%m-%d}", posts=posts_a_week(facts))
        return Evidence(said + NO_STAFF)
    head = HEAD.format(first=f"{on.min():%Y-%m-%d}", last=f"{on.max():%Y-%m-%d}")
    need = found.hours_for(SEVEN * 7 * found.accounts)
    said = NOW.format(**found._asdict(), a_post=found.a_post, a_reply=found.a_reply, times=POST_IN_REPLIES)
    said += (MORE if need > found.hours else ENOUGH).format(need=need, over=need - found.hours)
    there = sum(bool(facts.company.on_duty(day, hour)) for day in range(1, 8) for hour in range(24))
    return Evidence(head + said + ALWAYS.format(there=there), ("counted",) if need > found.hours else ())
