"""Do readers get room to speak: questions, forms, places where they gather, and a report that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.interaction.habits import PRIZES, Form, Gathering, Habits, Measure
from playbook.interaction.plan import InteractionPlan, Routine
from playbook.language import Text, join, same
from playbook.rules import Finding, rule
from playbook.week import listed

FORMS: dict[Form, Text] = {
    "guessing": Text("竞猜", "guessing contest"),
    "prize-repost": Text("有奖转发", "prize for reposts"),
    "discussion": Text("互动讨论", "discussion"),
    "prize-quiz": Text("有奖问答", "question with a prize"),
    "poll": Text("投票", "poll"),
}
MEASURES: dict[Measure, Text] = {
    "content-score": Text("内容得分", "content score"),
    "reply-rate": Text("答复率", "share answered"),
    "reply-time": Text("答复快慢", "time to an answer"),
    "followed-back": Text("回关了多少活跃读者", "active readers followed back"),
    "reader-threads": Text("读者之间的对话串", "threads among readers"),
    "origins": Text("新粉丝的来路", "where new followers come from"),
    "kept-30": Text("三十天后还在的", "still there after 30 days"),
    "new": Text("新增粉丝", "new followers"),
    "leader-reposts": Text("意见领袖带来的转发", "reposts that leaders brought"),
    "own-reposts": Text("自己人的转发（另计）", "reposts of our own (apart)"),
    "topics": Text("哪些话题带来互动", "which topics brought interaction"),
}
# The rules that ask for a line in the report once there is one, with their measures in `values.report`.
REPORTED = (
    "interaction.quality-base-interaction-key", "interaction.user-to-user", "interaction.direction-from-topics",
    "interaction.reply-and-follow-back",
)  # fmt: skip
ADD_TO_REPORT = Text("在周报里加上这几项。", "Add these to the report.")
FORM_RULE, GATHER, IDENTITY = (
    "interaction.company-forms", "interaction.join-where-audience-gathers", "interaction.micro-group-participation",
)  # fmt: skip


def talking(plan: InteractionPlan) -> Iterator[Finding]:
    """Find what is missing in the habits of conversation; nothing is judged before a first habit."""
    habits = plan.habits
    if habits == Habits():
        return
    if not habits.asks:
        said = Text("没有定几成微博结尾真在提问。", "Nothing says what share of posts ends in a real question.")
        mend = Text("定一个数，问真想知道的。", "Set a share, and ask what you want to know.")
        yield Finding("interaction.question-sentences", said, mend, ("asks",))
    yield from _forms(habits)
    yield from _gatherings(habits.gatherings)
    if habits.welfare and not habits.organiser_checked:
        said = Text(
            "转公益，没有写先核实主办方。", "Public-welfare posts are passed on; nothing says the organiser is checked."
        )
        mend = Text("转之前查主办方是谁，勾上。", "Find out who the organiser is before passing it on, and tick it.")
        yield Finding("interaction.public-welfare", said, mend, ("welfare",))
    yield from _report(plan)


def reported(habits: Habits, wanted: Iterable[Measure]) -> list[Measure]:
    """Return which of these measures the report lacks."""
    return [each for each in wanted if each not in habits.report]


def lacking(rule_id: str, missing: list[Measure]) -> Finding:
    """Say which lines the report lacks."""
    said = Text("周报里没有：{lines}。", "The report lacks: {lines}.")
    return Finding(rule_id, said.format(lines=join([MEASURES[each] for each in missing])), ADD_TO_REPORT, ("report",))


def _forms(habits: Habits) -> Iterator[Finding]:
    least = rule(FORM_RULE).values["least"]
    if not habits.forms:
        return
    if len(habits.forms) < least:
        said = Text("一个季度只用 {count} 种形式：{forms}。", "{count} forms in a quarter: {forms}.")
        filled = said.format(count=len(habits.forms), forms=join([FORMS[each] for each in habits.forms]))
        yield Finding(FORM_RULE, filled, Text("用到三种以上。", "Use three or more."), ("forms",))
    prizes = [FORMS[each] for each in habits.forms if each in PRIZES]
    if prizes and not habits.prizes_ruled:
        said = Text(
            "有奖的形式，没有写规则、备案和截止日期：{forms}。",
            "Forms with a prize, and nothing on rules, filing and an end: {forms}.",
        )
        mend = Text(
            "写好规则和截止日期，问清平台现在要不要备案，再勾上。",
            "Write rules and an end, ask the platform what it wants filed now, then tick it.",
        )
        yield Finding(FORM_RULE, said.format(forms=join(prizes)), mend, ("forms",))
    if not habits.campaigns.strip():
        said = Text("活动期间互动怎么配合，没有写。", "Nothing says how interaction is tied to a running campaign.")
        mend = Text("写谁多答、多搜、多转。", "Say who answers, searches and relays more.")
        yield Finding("interaction.combine-with-campaign", said, mend, ("campaigns",))


def _gatherings(gatherings: list[Gathering]) -> Iterator[Finding]:
    for rule_id, said, mend, where in (
        (GATHER, Text("去了却一周也不说一次：{where}。", "Joined, and not a word a week: {where}."),
         Text("一周说一次不是广告的话，或者不去。", "Say something that is no advertisement once a week, or leave."),
         [each for each in gatherings if not each.a_week]),
        (IDENTITY, Text("没有说明自己是公司：{where}。", "Here we do not say that we are the company: {where}."),
         Text("在资料和第一句话里写明。", "Say so in the profile and in the first line."),
         [each for each in gatherings if not each.says_who]),
        (IDENTITY, Text("听到的没有记下来：{where}。", "What is heard here is not noted: {where}."),
         Text("记下来，交给写内容的人。", "Note it for whoever writes."),
         [each for each in gatherings if not each.noted]),
    ):  # fmt: skip
        if where:
            named = listed((same(each.name or "?") for each in where), measure="处")
            yield Finding(rule_id, said.format(where=named), mend, ("gatherings",))


def _report(plan: InteractionPlan) -> Iterator[Finding]:
    habits = plan.habits
    if not habits.report:
        return
    for rule_id in REPORTED:
        if missing := reported(habits, rule(rule_id).values["report"]):
            yield lacking(rule_id, missing)
    active = plan.routine.follows_a_day or plan.follows
    if plan.routine != Routine() and active and (missing := reported(habits, ["origins"])):
        yield lacking("interaction.attention-two-ways", missing)
