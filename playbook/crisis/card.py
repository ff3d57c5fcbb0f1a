"""The page for the first hours, to hang up: how grave it is, whom to call in which order, the steps, what never."""

from __future__ import annotations

from playbook.crisis.chapter import REACHED, ROLE, STANDS_IN, WHO, level_table, reached
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Step
from playbook.crisis.told import NEVER, TITLE, in_time, night_said
from playbook.crisis.words import ACTS, DUTIES, FORBIDDEN, OUTLETS, minutes, statement_said
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para
from playbook.handbook.said import capital, run, sections, who
from playbook.language import Text, join, same
from playbook.persons import person

ID = "first-hours"
LEVELS, CALLS, STEPS, SAY, NOT = (
    Text("1. 先分轻重", "1. How serious is it?"),
    Text("2. 照这个顺序找人", "2. Call in this order"),
    Text(
        "3. 照这个顺序做（最重的一级；轻一级的，谁说、几小时内说，看上面的表）",
        "3. Do in this order (gravest level; for a lighter one, who speaks and how soon is in the table above)",
    ),
    Text("4. 说什么，在哪里说", "4. What to say, and where"),
    Text("5. 绝不做的事", "5. Never"),
)
NOW = Text("现在是几点：______  谁发现的：____________  在哪里：____________________",
           "Time now: ______  Found by: ____________  Where: ____________________")  # fmt: skip
ORDER, PHONE = Text("先后", "Order"), Text("电话（手写）", "Phone (by hand)")  # no plan keeps numbers
BLANK = "_" * 14
IN_TIME, ACT, NOTE = (
    Text("{time}内 ", "Within {time}: "),
    Text("{act}：{who}", "{act}, {who}"),
    Text("（{note}）", " ({note})"),
)
NOT_PRINTED = Text(
    "计划里写着“{acts}”，这一页不印：不要照做，把计划改好。",
    "The plan has “{acts}” among its steps. It is not printed above: do not do it, and mend the plan.",
)
DRAFTS = Text(
    "稿子在“危机”一章的“声明稿”：{which}。发以前换成眼前的事实，拍板的人看过再发。",
    "Drafts are in the chapter “Crisis”, under “Statements drafted”: {which}. Put in today’s facts; whoever decides "
    "reads it first.",
)
OUT = Text("发在：{outlets}。", "It goes out on: {outlets}.")
OUT_SAME = Text("发在：{outlets}，各处一套话。", "It goes out on: {outlets}, in the same words.")


def card(plan: CrisisPlan, facts: Facts) -> Chapter:
    """Return the page, alone on its sheet; what is not decided yet is named in a line at its end."""
    parts = [
        (LEVELS, level_table(plan, facts)),
        (CALLS, _calls(plan, facts)),
        (STEPS, _steps(plan, facts)),
        (SAY, _drafts(plan)),
        (NOT, _never(plan)),
    ]
    return Chapter(ID, TITLE.format(name=facts.company.name), [Para(NOW), *sections(parts)], alone=True)


def _calls(plan: CrisisPlan, facts: Facts) -> list[Block]:
    """Return whom to call, the coordinator first, with room for a phone number; then whom the alarm calls at night."""
    roles = [each for duty in DUTIES for each in plan.roles if each.duty == duty]
    rows = [
        (str(at), DUTIES[each.duty], who(each.who, facts), who(each.deputy, facts), reached(each), BLANK)
        for at, each in enumerate(roles, start=1)
        if each.duty
    ]
    heads = (ORDER, ROLE, WHO, STANDS_IN, REACHED, PHONE)
    grid: list[Block] = [Grid("", heads, rows)] if rows else []
    night = night_said(plan.alarm, facts)
    return [*grid, *([Para(night)] if night.zh else [])]


def _steps(plan: CrisisPlan, facts: Facts) -> list[Block]:
    steps = [_step(each, facts) for each in in_time(plan) if each.act not in FORBIDDEN]
    return [Listing(steps, ordered=True, boxes=True)] if steps else []


def _step(step: Step, facts: Facts) -> Text:
    act = ACTS[step.act] if step.act else same("")
    said = ACT.format(act=act, who=person(step.who, facts))
    if step.within:
        said = IN_TIME.format(time=minutes(step.within)) + said
    return said + (NOTE.format(note=step.note.strip()) if step.note.strip() else same(""))


def _never(plan: CrisisPlan) -> list[Block]:
    """Return what is never done; a step of the plan that is among it is not printed as one to do, and named here."""
    planned = [ACTS[each.act] for each in plan.first_hours if each.act in FORBIDDEN]
    warned = [Para(NOT_PRINTED.format(acts=join(planned)), "warning")] if planned else []
    return [Para(NEVER, "warning"), *warned]


def _drafts(plan: CrisisPlan) -> list[Block]:
    drafts = [capital(statement_said(each)) for each in plan.statements if each.text]
    told = [DRAFTS.format(which=run(drafts))] if drafts else []
    out = (OUT_SAME if plan.same_words else OUT).format(outlets=join([OUTLETS[each] for each in plan.outlets]))
    said = [*told, *([out] if plan.outlets else [])]
    return [Para(join(said, "", " "))] if said else []
