"""Where the articles disagree on crises: what our own mentions and inbox say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account. Both speak of the whole company.
"""

from __future__ import annotations

import math

import pandas as pd

from playbook.conflicts import Evidence
from playbook.crisis.analysis.duty import FIRST, by_duty, longest_alone, most_of_one
from playbook.crisis.analysis.judged import counts_of
from playbook.crisis.analysis.speed import Wave, crisis_of, measured
from playbook.evidence import HEAD
from playbook.facts import Facts
from playbook.interaction.analysis.answering import helped_within
from playbook.interaction.analysis.survival import Curve
from playbook.interaction.analysis.waiting import waiting_by
from playbook.interaction.missing import lasted
from playbook.language import Text
from playbook.once import once

DAY, HALF, LONG = 24, 0.5, 8  # hours, a share, hours with nobody: a night
NO_COUNT = Text(
    "没有按钟点数过的提及，不知道出事那一天多快到顶、什么时候过去，答不了。",
    "Mentions were not counted by the hour, so nobody knows how fast a crisis peaked and passed: the data cannot say.",
)
NO_CRISIS = Text(
    "数过提及，可是没有记过出过什么事、几点开始，答不了。",
    "Mentions were counted, but what happened and when it began is not on record, so the data cannot say.",
)
WAVE = Text(
    "那次危机，{peak:.1f} 小时到顶，{half:.1f} 小时来了一半，24 小时来了 {day:.0%}"
    "（多出来的提及，头 72 小时算全部；实测的也这样算，谣言 24 小时来了 {rumours:.0%}，别的微博 {others:.0%}）。",
    "our one crisis peaked after {peak:.1f} hours, had half of its mentions by {half:.1f} hours and {day:.0%} by 24 "
    "(those above the usual; 72 hours count as all. Measured elsewhere and reckoned alike: {rumours:.0%} for "
    "rumours, {others:.0%} for other posts).",
)
LATE = Text("24 小时才说第一句，多数话已经说完了。", " A first word after 24 hours comes when most has been said.")
NOT_LATE = Text("24 小时的时候，多数话还没有来。", " After 24 hours, most was still to come.")
HELPED = Text(
    "收件箱里，投诉 2 小时内回的，下一条转好的多 {points:.0f} 个百分点（95% 区间 {low:.0f} 到 {high:.0f}）。",
    " In the inbox, complaints answered within 2 hours turned friendlier {points:.0f} percentage points more often "
    "(95% interval {low:.0f} to {high:.0f}).",
)
NOT_SHOWN = Text(
    "早说会不会让危机更短、一次说清够不够，只有一次危机，答不了。",
    " Whether an earlier word shortens a crisis, and whether one word is enough, a single crisis cannot say.",
)
DUTY = Text(
    "那次危机的头 {first} 小时里，值班的一个人最多守得住 {one} 小时，排班的人都算上，还有 {hours} 小时没人，"
    "最长连着 {longest:.0f} 小时；多出来的提及，{share:.0%} 是没人时来的。",
    "of the first {first} hours of our one crisis, no single person on the card was there for more than {one}; with "
    "everybody on duty counted, {hours} had nobody, {longest:.0f} of them in a row, and {share:.0%} of the extra "
    "mentions came then.",
)
NO_DUTY = Text("公司卡上还没有人值班。", "the card has nobody on duty yet.")
WAITED = Text(
    "收件箱里，有人值班时来的，一半等到 {there}；没人值班时来的，{alone}。",
    " In the inbox, half waited up to {there} where somebody was on duty when they came, and up to {alone} where "
    "nobody was.",
)
NOT_WHO = Text(
    "由谁协调更好，数据没有记；能说的是，一个人守不住，要有替手，夜里要找得到人。",
    " The data do not say who should coordinate; they do say that one person cannot keep watch alone: it takes "
    "deputies, and somebody who can be reached at night.",
)


@once(16)
def crisis_response_time(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - as in every system
    """How soon has a crisis peaked and mostly come, against the 24 hours of article 5?"""
    wave = crisis_of(facts)
    if wave is None:
        return _nothing(facts)
    told = WAVE.format(
        peak=wave.peak, half=wave.half, day=wave.share[DAY], rumours=measured("wide")[DAY],
        others=measured("relayed")[DAY],
    )  # fmt: skip
    late = wave.share[DAY] > HALF and wave.peak < DAY
    said = told + (LATE if late else NOT_LATE) + _helped(facts) + NOT_SHOWN
    return Evidence(_head(wave) + said, ("shortest", "rising") if late else (), whole=True)


@once(16)
def crisis_owner(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """Was anybody there when the crisis came, and how long does it wait where nobody is?"""
    wave = crisis_of(facts)
    if wave is None:
        return _nothing(facts)
    if not facts.company.staffed:
        return Evidence(_head(wave) + NO_DUTY, whole=True)
    alone = by_duty(facts).get(False)
    longest = longest_alone(facts)
    said = DUTY.format(
        first=FIRST,
        one=most_of_one(facts),
        hours=alone.hours if alone else 0,
        longest=longest,
        share=alone.share if alone else 0.0,
    )
    there = waiting_by(facts, "there")
    both = (there[True], there[False]) if True in there and False in there else None
    if both:
        said += WAITED.format(there=lasted(both[0].median.value), alone=lasted(both[1].median.value))
    gap = longest >= LONG and (both is None or _apart(*both))
    return Evidence(_head(wave) + said + NOT_WHO, ("planning",) if gap else (), whole=True)


def _apart(there: Curve, alone: Curve) -> bool:
    """Tell whether those who come when nobody is there clearly wait longer: the medians’ intervals do not meet."""
    return there.median.high < alone.median.low


def _nothing(facts: Facts) -> Evidence:
    return Evidence(NO_COUNT if counts_of(facts) is None else NO_CRISIS, whole=True)


def _head(wave: Wave) -> Text:
    last = wave.starts + pd.Timedelta(hours=len(wave.extra))
    return HEAD.format(first=f"{wave.starts:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")


def _helped(facts: Facts) -> Text:
    told = helped_within(facts)
    if math.isnan(told.difference) or told.outcome != "supported":
        return Text("", "")
    return HELPED.format(points=100 * told.difference, low=100 * told.low, high=100 * told.high)
