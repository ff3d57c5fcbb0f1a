"""What the chapter on governance says of the workflow: lanes, the steps of each with who and how fast, who approves."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.governance.flowing import move_said
from playbook.governance.form_words import LABELS, LONGEST
from playbook.governance.people import RoleName
from playbook.governance.picture import SHORT, lasting
from playbook.governance.plan import GovernancePlan
from playbook.governance.words import KINDS, LANES
from playbook.governance.workflow import LANES as EVERY_LANE
from playbook.governance.workflow import Move, Workflow, lanes, minutes
from playbook.handbook.blocks import Block, Para
from playbook.handbook.said import capital, several, still_open, table, who
from playbook.language import Text, join, same
from playbook.week import clock, listed_days

STEP, WHO, STANDS_IN, LIMIT, MOST = (
    Text("哪一步", "Step"), Text("谁做", "Done by"), Text("谁顶上", "Stands in"), Text("多久以内", "Within"),
    Text("最多几次", "At most"),
)  # fmt: skip
LANE = Text("{lane}", "Lane: {lane}")
IN_NO_LANE = Text("还没有定走哪条道的步子", "Steps that have no lane yet")
ROLE = Text("{role}（{who}）", "{role} ({who})")
TIMES = Text("{count} 次", "{count}")
LANE_TAKEN, DRAFTS_OF, ALL_ELSE = Text("哪条道", "Lane"), Text("哪几类稿子", "Drafts"), Text("其余的", "all else")
DRAFTS = Text("稿子提前几小时到", "how many hours ahead drafts come")
AHEAD = Text("稿子在发出前 {hours} 小时到齐。", "Drafts are ready {hours} h before their slot.")
DAYS, HOURS, SPAN = Text("哪几天", "Days"), Text("几点", "Hours"), Text("{start}到 {end}", "{start} to {end}")


def kinds(flow: Workflow) -> list[Block]:
    """Return which kinds of draft take which lane, and how long before its slot one has to be there."""
    if not (flow.risky or flow.fast or flow.ahead or flow.moves):
        return []
    named = KINDS | {"plain": ALL_ELSE}
    rows = [(LANES[lane], several(named, [each for each in named if flow.lane(each) == lane])) for lane in EVERY_LANE]
    ahead = [Para(AHEAD.format(hours=flow.ahead))] if flow.ahead else still_open([DRAFTS])
    return [*table((LANE_TAKEN, DRAFTS_OF), rows), *ahead]


def moves(plan: GovernancePlan, facts: Facts) -> list[Block]:
    """Return a table of steps for each lane, with how long the shortest way out takes by its limits."""
    flow = plan.workflow
    blocks: list[Block] = []
    for lane in EVERY_LANE:
        steps = flow.of(lane)
        blocks += _table(plan, steps, LANE.format(lane=LANES[lane]), facts)
        time = minutes(flow, lane) if lane in lanes(flow) else None
        blocks += (
            [Para(LONGEST.format(lane=capital(LANES[lane]), time=lasting(time)), "quiet")] if steps and time else []
        )
    placed = [each for lane in EVERY_LANE for each in flow.of(lane)]
    return [
        *blocks,
        *_table(plan, [each for each in flow.moves if each not in placed and each != Move()], IN_NO_LANE, facts),
    ]


def _table(plan: GovernancePlan, steps: list[Move], title: Text, facts: Facts) -> list[Block]:
    rows = [
        (
            move_said(each),
            _role(plan, each.who, facts),
            _role(plan, each.stands_in, facts),
            lasting(each.within) if each.within else same(""),
            TIMES.format(count=each.most) if each.most else same(""),
        )
        for each in steps
    ]
    return table((STEP, WHO, STANDS_IN, LIMIT, MOST), rows, title)


def _role(plan: GovernancePlan, role: RoleName | None, facts: Facts) -> Text:
    """Return a role with whoever holds it."""
    if role is None:
        return same("")
    holding = join([who(each.who, facts) for each in plan.roles if each.role == role and each.who.strip()])
    return ROLE.format(role=SHORT[role], who=holding) if holding.zh else SHORT[role]


def covers(flow: Workflow, facts: Facts) -> list[Block]:
    """Return who approves on which days, from when to when."""
    rows = [
        (
            who(each.who, facts),
            listed_days(sorted(each.days)) if each.days else same(""),
            SPAN.format(start=clock(each.start), end=clock(each.end)) if each.end > each.start else same(""),
        )
        for each in flow.covers
    ]
    return table((LABELS["who"], DAYS, HOURS), rows)
