"""What the sample company’s playbook publishes: drafts for a week of each account, and the slots they go out at."""

from __future__ import annotations

import re

from playbook.content.draft import Draft
from playbook.content.model_mix import COLUMNS, WHY
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.to_mend import draft_to_mend
from playbook.facts import Facts
from playbook.language import Text
from playbook.timing.analysis import strength
from playbook.timing.model_week import decided_week
from playbook.timing.plan import Slot, TimingPlan

MINUTES = 45  # a post takes: the class has three and a half hours a week for four
TOPICS = ["gap-between-posts", "weekend-posting", "scheduling-tools"]
WHY_HOURS = Text(
    "读者在这些钟点回得多，发出时也有人在。", "Readers answer most at these hours, and somebody is there to reply."
)
# By account: who writes, and its drafts in order as `draft: column`; a week takes as many. The shares are those of the
# mix, in per cent.
QUEUES: dict[str, tuple[str, dict[str, str], dict[str, int]]] = {
    "flagship": (
        "shen",
        {"d01": "knowledge", "d13": "daily", "d09": "product", "d19": "staff-life", "d06": "knowledge",
         "d23": "daily", "d15": "product", "d28": "daily"},
        {"knowledge": 25, "product": 25, "daily": 37, "staff-life": 13},
    ),
    "shop": (
        "shen",
        {"d31": "extension", "d02": "product", "d34": "extension", "d22": "knowledge", "d17": "extension",
         "d07": "discount"},
        {"product": 17, "extension": 49, "knowledge": 17, "discount": 17},
    ),
    "store": (
        "tao",
        {"d03": "daily", "d30": "extension", "d14": "product", "d25": "daily"},
        {"daily": 50, "extension": 25, "product": 25},
    ),
    "service": (
        "tao",
        {"d04": "knowledge", "d33": "extension", "d29": "knowledge", "m01": "daily"},
        {"knowledge": 50, "extension": 25, "daily": 25},
    ),
    "founder": (
        "shen",
        {"d11": "staff-life", "d36": "extension", "d21": "staff-life", "m02": "daily"},
        {"staff-life": 45, "extension": 30, "daily": 25},
    ),
    "class": (
        "tao",
        {"d18": "knowledge", "d24": "extension", "d32": "knowledge", "d05": "daily"},
        {"knowledge": 50, "extension": 25, "daily": 25},
    ),
}  # fmt: skip
# Two drafts of which nothing had to be mended: they are not among those that colleagues handed over.
WRITTEN = {
    "m01": "#今天喝什么#今天柜台泡的是去年的寿眉，九十五度，焖一分钟。等回信的时候，你手边放的是哪一杯？",
    "m02": "#今天喝什么#早上五点半生的火，先给自己冲了一杯昨天的碎茶。你干活以前喝什么？",
}
# Where the data know too few hours for a whole week (the class never posted at weekends): every other day.
DAYS, AFTERNOON = (1, 3, 5, 7), 14
OPENING_WORD = re.compile(r"^#[^#]+#")


def content_plan(facts: Facts) -> ContentPlan:  # noqa: ARG001 - the sample's drafts are the same in every variant
    """Return the columns, a mix and a week's drafts for each of the six accounts."""
    columns = [
        Column(id=kind, name=str(name), answers=str(answers), topic=str(topic), kind=kind)
        for kind, (name, answers, topic, _) in COLUMNS.items()
    ]
    mixes = [
        Mix(account=account, shares=shares, posts_a_week=len(drafts), why=str(WHY))
        for account, (_, drafts, shares) in QUEUES.items()
    ]
    queue = [
        _draft(name, account, column, owner)
        for account, (owner, drafts, _) in QUEUES.items()
        for name, column in drafts.items()
    ]
    return ContentPlan(columns=columns, mixes=mixes, queue=queue)


def timing_plan(facts: Facts) -> TimingPlan:
    """Return a week with a slot for each draft of the mixes, at the hours that each account's data speak for."""
    weeks = {account: decided_week(facts, account, len(drafts), TOPICS) for account, (_, drafts, _) in QUEUES.items()}
    slots = [slot for account, week in weeks.items() for slot in week.slots or _by_hand(account, facts)]
    why = {account: str(WHY_HOURS) for account, week in weeks.items() if week.slots}
    return TimingPlan(slots=slots, minutes_a_post=MINUTES, stances=weeks["flagship"].stances, why=why)


def _by_hand(account: str, facts: Facts) -> list[Slot]:
    """Return four slots at one hour: of those that somebody attends on each day, the best that the data know."""
    known = strength(facts.posts, account)[DAYS[0] - 1]
    attended = [hour for hour in range(24) if all(facts.company.on_duty(day, hour) for day in DAYS)]
    best = max((hour for hour in attended if known[hour] > 0), key=lambda hour: known[hour], default=AFTERNOON)
    return [Slot(account=account, day=day, hour=best) for day in DAYS]


def _draft(name: str, account: str, column: str, owner: str) -> Draft:
    """Return a draft, mended, in a column of the plan: the topic word that it opens with becomes the column's."""
    where = {"account": account, "column": column, "owner": owner}
    if name in WRITTEN:
        return Draft.model_validate({"id": name, "text": WRITTEN[name]} | where)
    given = draft_to_mend(name)
    text = given.mended.zh if given.mended else given.draft.text
    word = f"#{COLUMNS[column][2].zh}#"
    changed = {"text": OPENING_WORD.sub(word, text), "origin": "own", "ai_declared": given.draft.made_with_ai}
    return given.draft.model_copy(update=where | changed)
