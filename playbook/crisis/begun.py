"""The first hours, what is never done, the review afterwards, and the drill before."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.reading.say import quoted
from playbook.crisis.graded import answered
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import is_begun, raised
from playbook.crisis.responding import Act, Step
from playbook.crisis.wordings import ListName, said_wrong
from playbook.crisis.words import ACTS, ASKS, minutes
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.persons import blank
from playbook.rules import Finding, rule

HOURS, PAUSED, LOG, AFTER, TIMES, DRILL = (
    "first-hours", "scheduled-paused", "log-kept", "after-review", "micro-pr-communication", "live-fire-warning",
)  # fmt: skip
# What articles may have been taken to mean, by the list of its words, the act, and the rule that holds it.
HELD: dict[ListName, tuple[Act | None, str, Text, Text]] = {
    "deleting": (
        "delete",
        "nothing-deleted",
        Text("预案要删批评，或者关评论：{words}。", "The plan takes criticism down or closes comments: {words}."),
        Text(
            "留着，公开答；只删个人信息和违法内容，删前截图，删后说明。",
            "Leave it and answer in public. Remove personal data and unlawful content alone; keep a copy, and say so.",
        ),
    ),
    "hired": (
        "hire",
        "no-hired-posters",
        Text("预案要请人说好话：{words}。", "The plan hires voices: {words}."),
        Text("去掉：用公司的名字说事实。", "Take it out: speak in the company’s own name, with facts."),
    ),
    "posing": (
        None,
        "no-fake-traffic",
        Text("预案要用别的号装成读者：{words}。", "The plan has accounts pose as readers: {words}."),
        Text("去掉：只用公司的号，写明是谁。", "Take it out: use the company’s accounts alone, and say who speaks."),
    ),
    "threat": (
        "threaten",
        "no-threats",
        Text("预案要吓人：{words}。", "The plan threatens people: {words}."),
        Text("去掉：用事实和出处更正。", "Take it out: correct with facts and where they come from."),
    ),
}
EARLY: dict[Act, tuple[str, Text, Text]] = {
    "pause": (
        PAUSED,
        Text("定时的微博没有在 {most}内停掉。", "Scheduled posts are not paused within {most}."),
        Text(
            "分清轻重以后第一件事：停掉，别让一条开心的照时发出。",
            "Right after triage: pause them, lest a cheerful one goes out on time.",
        ),
    ),
    "log": (
        LOG,
        Text("没有在 {most}内开始记时间线。", "The log is not begun within {most}."),
        Text("几点、谁、知道什么、做了什么，一件一行。", "The time, who, what was known, what was done: a line each."),
    ),
}


def begun(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 - all reviews of a plan are alike
    """Find what the first hours lack, what must not be done, and what is missing before and after."""
    yield from _forbidden(plan)
    if is_begun(plan):
        yield from _checklist(plan)
        yield from _early(plan)
        yield from _after(plan)
        yield from _drill(plan)


def first(plan: CrisisPlan, act: Act) -> Step | None:
    """Return the first step of this act; None if the list has none."""
    return next((each for each in plan.first_hours if each.act == act), None)


def _forbidden(plan: CrisisPlan) -> Iterator[Finding]:
    written = [*(each.note for each in plan.first_hours), *(each.why for each in plan.levels)]
    for name, (act, rule_id, said, mend) in HELD.items():
        found = said_wrong(name, written)
        words = [
            *([same("“") + ACTS[act] + same("”")] if act and first(plan, act) else []),
            *([quoted(found)] if found else []),
        ]
        if words:
            yield raised(rule_id, said, mend, "first_hours", words=join(words, "", ", "))


def _checklist(plan: CrisisPlan) -> Iterator[Finding]:
    missing = [ACTS[act] for act in rule(f"crisis.{HOURS}").values["acts"] if not first(plan, act)]
    if missing:
        said = Text("头几小时的单子上没有：{acts}。", "The list for the first hours leaves out: {acts}.")
        yield raised(HOURS, said, Text("加上。", "Add what is missing."), "first_hours", acts=join(missing))
    bare = [ACTS[each.act] for each in plan.first_hours if each.act and (blank(each.who) or not each.within)]
    if bare:
        said = Text("没有写谁做，或者几分钟内：{acts}。", "Of these, nobody is named or no time is set: {acts}.")
        mend = Text("一件事一个人，一个时限。", "One person and one time for each.")
        yield raised(HOURS, said, mend, "first_hours", acts=join(bare))
    hold, triage = first(plan, "hold"), first(plan, "triage")
    if hold and triage and hold.within and hold.within < triage.within:
        said = Text("还没有分清轻重，就先说了。", "The first word goes out before anybody has told how serious it is.")
        yield raised(HOURS, said, Text("先分轻重。", "Put that first."), "first_hours")
    due = min((each.first_word for each in answered(plan) if each.first_word), default=0)
    if hold and due and hold.within > due:
        said = Text(
            "“头几小时”里 {hold}内先说一声，“分几级”里最急的一级只有 {due}。",
            "“The first hours” gives the first word {hold}; under “Levels” the shortest time for it is {due}.",
        )
        mend = Text("两处改成一样。", "Make the two agree.")
        yield raised(HOURS, said, mend, "first_hours", hold=minutes(hold.within), due=minutes(due))


def _early(plan: CrisisPlan) -> Iterator[Finding]:
    for act, (rule_id, said, mend) in EARLY.items():
        step, most = first(plan, act), rule(f"crisis.{rule_id}").values["minutes"]
        if step is None or step.within > most:
            yield raised(rule_id, said, mend, "first_hours", most=minutes(most))


def _after(plan: CrisisPlan) -> Iterator[Finding]:
    after, most = plan.after, rule(f"crisis.{AFTER}").values["days"]
    if blank(after.who) or not 0 < after.within <= most:
        said = Text("没有写事后 {most} 天内由谁复盘。", "Nothing says who reviews it within {most} days.")
        yield raised(AFTER, said, Text("写上人和天数。", "Enter both."), "after.within", most=most)
    missing = [ASKS[each] for each in rule(f"crisis.{TIMES}").values["times"] if each not in after.asks]
    if missing:
        said = Text("复盘时不问：{times}。", "The review does not ask: {times}.")
        mend = Text("四个时刻都记，才看得出慢在哪里。", "Only with all four times can one see where it was slow.")
        yield raised(TIMES, said, mend, "after.asks", times=join(missing))


def _drill(plan: CrisisPlan) -> Iterator[Finding]:
    if not plan.after_drill:
        said = Text("没有演过一遍，也能发微博。", "Somebody may post without ever having played a drill.")
        mend = Text("定下：演过才有发布的权限。", "Make it a rule: rights to post after a drill.")
        yield raised(DRILL, said, mend, "after_drill")
    if plan.drill_on is None:
        said = Text("没有定下一次演练是哪天。", "No day is set for the next drill.")
        yield raised(DRILL, said, Text("定一天。", "Set one."), "drill_on")
