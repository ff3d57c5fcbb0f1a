"""Schedulers, and posting against interacting: what the data say of them."""

from __future__ import annotations

from playbook.conflicts import Evidence
from playbook.evidence import SMALL, at_hour, classes, not_more, ratio, topic
from playbook.facts import Facts
from playbook.language import Text
from playbook.timing.claims import result_of
from playbook.timing.duty import duty_a_week, first_replies, writing_and_answering
from playbook.timing.evidence.week import week_said
from playbook.timing.rhythm import by_source

BY_HAND, BY_TOOL = Text("手工发的", "sent by hand"), Text("定时发的", "scheduled")
NO_SOURCE = Text(
    "导出没有写微博是用什么发的，答不了。",
    "The export does not say what posts were sent with, so the data cannot say.",
)
SENT = Text(
    "{rows}；{same}手工发的比定时发的：{ratio}。",
    "{rows}; {same}by hand against scheduled: {ratio}.",
)
REPLIES = Text(
    "有人值班时发出的，第一次回复读者通常在 {by_hand:.0f} 分钟后（手工发）和 {by_tool:.0f} 分钟后（定时发）。",
    " Of posts sent while somebody was on duty, the first reply typically came after {by_hand:.0f} minutes (by hand) "
    "and {by_tool:.0f} minutes (scheduled).",
)
ON_CARD = Text(
    "公司卡上一周有 {hours} 个钟点有人值班。",
    "on the card, somebody is on duty for {hours} hours a week. ",
)
NO_STAFF = Text(
    "没有写了多少、回了多少的值班记录，答不了。",
    "There is no duty log of what was written and answered, so the data cannot say.",
)
LOG = Text(
    "{days} 天的值班记录里，所有账号一天通常写 {posts:.0f} 条、回 {replies:.0f} 次，{found}；"
    "主动去别处互动没有记，所以答不了。",
    "The duty log of {days} days has {posts:.0f} posts written and {replies:.0f} replies on a typical day, over all "
    "accounts, and {found}. Reactions to others’ posts are not logged, so the data cannot say.",
)
FOUND = Text("写得多的日子，回复的次数也不同", "days with more writing differ in replies")
NOT_FOUND = Text("写得多的日子，看不出回复多了还是少了", "days with more writing show neither more replies nor fewer")


@topic()
def scheduling_tools(facts: Facts, account: str) -> Evidence:
    """Do scheduled posts get less, and are they answered later?"""
    table, result = by_source(facts.posts, account), result_of(facts, account, "by_hand")
    if not table["posts"].sum():
        return Evidence(NO_SOURCE)
    rows = [(name, int(table["posts"][side]), float(table["median"][side]))
            for name, side in ((BY_HAND, False), (BY_TOOL, True))]  # fmt: skip
    said, late = SENT.format(rows=classes(rows), ratio=ratio(result), same=at_hour(result)), False
    replies = first_replies(facts, account)
    if replies is not None and replies["minutes_there"].notna().all():
        by_hand, by_tool = replies["minutes_there"]
        late = by_tool > by_hand / SMALL
        said += REPLIES.format(by_hand=by_hand, by_tool=by_tool)
    if result.outcome == "supported":
        return Evidence(said, ("by_hand",))
    tool = ("scheduled_attended",) if late else ("scheduled_attended", "scheduled")
    return Evidence(said, tool if not_more(result) else ())


@topic(counts=False)
def posting_vs_interacting(facts: Facts, account: str) -> Evidence:
    """Does writing leave time to answer? The duty log knows little of it."""
    now = week_said(facts.posts, account) + ON_CARD.format(hours=duty_a_week(facts.company))
    log = writing_and_answering(facts)
    if log is None:
        return Evidence(now + NO_STAFF)
    return Evidence(now + LOG.format(found=FOUND if log.told else NOT_FOUND, **log._asdict()))
