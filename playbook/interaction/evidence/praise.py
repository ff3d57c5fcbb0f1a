"""Praise alone, or criticism as well: what the inbox holds, and what answering a complaint in time does."""

from __future__ import annotations

import math

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.interaction.analysis.answering import helped, helped_within
from playbook.interaction.analysis.waiting import waits
from playbook.interaction.evidence.about import about
from playbook.language import Text

INBOX = Text(
    "只数每位读者的第一条（后来接着写的不算），夸奖 {praise} 条，投诉 {complaints} 条，投诉回了 {answered} 条。",
    "counting the first message of each reader alone (not what they wrote afterwards), {praise} praised and "
    "{complaints} complained; {answered} complaints were answered.",
)
HELPED = Text(
    "2 小时内回的投诉，下一条转好的比晚回的多 {within:.0f} 个百分点（轻重分开比，95% 区间 {low:.0f} 到 {high:.0f}；"
    "混在一起比是 {plain:.0f}）。",
    " After an answer within 2 hours the next comment was friendlier {within:.0f} percentage points more often than "
    "after a later one (mild and severe apart, 95% interval {low:.0f} to {high:.0f}; mixed, {plain:.0f}).",
)
NOT_HELPED = Text(
    "没有既回得早又回得晚的投诉可以比。", " There are no complaints answered early and others late to compare."
)
NOT_SHOWN = Text(
    "只转夸奖，旁人信不信，数据没有记。", " Whether others believe a page of praise alone is not in the data."
)


@about("comments")
def showing_only_praise(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - as in every system
    """How much of the inbox is praise, and does answering criticism win readers over?"""
    inbox = waits(facts)
    if inbox is None:
        return Evidence(NOT_SHOWN)
    first = inbox[inbox["thread"] == inbox["id"]]
    complaints = first[first["kind"] == "complaint"]
    said = INBOX.format(
        praise=int((first["kind"] == "praise").sum()), complaints=len(complaints),
        answered=int(complaints["answered"].sum()),
    )  # fmt: skip
    within, plain = helped_within(facts), helped(facts)
    if math.isnan(within.difference):
        return Evidence(said + NOT_HELPED + NOT_SHOWN)
    points = {"within": within.difference, "low": within.low, "high": within.high, "plain": plain.difference}
    said += HELPED.format(**{name: 100 * value for name, value in points.items()})
    return Evidence(said + NOT_SHOWN, ("both",) if within.outcome == "supported" else ())
