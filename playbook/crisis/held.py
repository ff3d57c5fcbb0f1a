"""Does the plan keep what the company decided where the sources disagree, and is that borne out by its own data?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.crisis.graded import answered
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import raised
from playbook.crisis.words import level_said, minutes
from playbook.facts import Facts
from playbook.language import Text
from playbook.persons import blank, on_card, same_person
from playbook.rules import Finding, rule
from playbook.stances import unlike_data
from playbook.week import listed

TIME, OWNER = "crisis-response-time", "crisis-owner"
OR_STANCE = Text("改计划，或者改立场。", "Change the plan, or change the stance.")


def unlike_stances(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    """Yield where the plan is unlike the stances taken, and formulas that the company's data speak against."""
    yield from _time(plan)
    yield from _owner(plan, facts)
    yield from unlike_data(plan, facts.main, facts, "crisis.formula-against-data")


def _time(plan: CrisisPlan) -> Iterator[Finding]:
    followed = [each for each in answered(plan) if each.next_word]
    if plan.holds(TIME, "one_word") and (followed or plan.drafted("holding")):
        said = Text(
            "立场是查清了一次说完，预案却要先说一声、往后再补。",
            "You decided on one communication once everything is known; the plan has a first word and more to follow.",
        )
        yield raised("one-communication", said, OR_STANCE, "levels")
    most = rule("crisis.first-word-while-rising").values["gravest"]
    slow = [level_said(plan, each) for each in answered(plan) if each.first_word > most]
    if plan.holds(TIME, "shortest") and slow:
        said = Text(
            "立场是越快越好，这几级的第一句话却在 {most} 以后：{which}。",
            "You decided on as soon as can be; the first word comes after {most} at {which}.",
        )
        yield raised("micro-pr-communication", said, OR_STANCE, "levels", most=minutes(most), which=listed(slow))
    if plan.holds(TIME, "rising") and answered(plan) and not plan.drafted("holding"):
        said = Text(
            "立场是声量还在涨就先说一声，却没有先说一声的稿子。",
            "You decided on a first word while it rises, and no holding statement is drafted.",
        )
        yield raised("first-word-while-rising", said, OR_STANCE, "statements")


def _owner(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    who = plan.of("coordinator").who
    if blank(who):
        return
    if plan.holds(OWNER, "specialist") and facts.company.staffed and on_card(who, facts) is None:
        said = Text(
            "立场是专员应对，总协调却不是值班的人。",
            "You decided on the specialist; the coordinator is nobody on duty.",
        )
        yield raised("front-line", said, OR_STANCE, "roles")
    if plan.holds(OWNER, "planning") and same_person(who, plan.watch.owner, facts):
        said = Text(
            "立场是一人盯、企划部门协调，盯的和协调的却是同一个人。",
            "You decided that one watches and the planning department coordinates; here both are the same person.",
        )
        yield raised("single-coordinator", said, OR_STANCE, "roles")
    if plan.holds(OWNER, "system") and len(set(plan.outlets)) < rule("crisis.multi-channel-pr").values["outlets"]:
        said = Text(
            "立场是几个渠道一起做，预案里不到两个。", "You decided on several channels; the plan has fewer than two."
        )
        yield raised("multi-channel-pr", said, OR_STANCE, "outlets")
