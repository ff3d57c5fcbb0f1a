"""What is wrong with the workflow: states without an exit, steps without anybody or a limit, slots nobody can meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from playbook.facts import Facts
from playbook.governance.attended import attended
from playbook.governance.people import RoleName
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import holders, raised, team
from playbook.governance.words import KINDS, LANES, ROLES, STATES
from playbook.governance.workflow import (
    FINAL,
    OUT,
    DraftKind,
    Lane,
    Move,
    State,
    Workflow,
    dead_ends,
    endless,
    lanes,
    minutes,
    reachable,
    unreachable,
    ways_out,
)
from playbook.language import COLON, Text, join
from playbook.persons import known_as
from playbook.rules import Finding, rule
from playbook.timing.plan import TimingPlan
from playbook.week import listed

AT = "workflow"
SECOND = 2  # who look at a risky draft besides the writer


def flowing(plan: GovernancePlan, facts: Facts, timing: TimingPlan | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the workflow; `timing` has the slots that it must meet (None: every hour on duty)."""
    workflow = plan.workflow
    if not workflow.moves:
        return
    yield from _drawn(workflow)
    yield from _done(plan, facts)
    for lane in lanes(workflow):
        yield from _leads_out(workflow, lane)
    yield from _corrected(workflow)
    yield from _laned(workflow)
    yield from attended(workflow, facts, timing)


def move_said(move: Move) -> Text:
    """Return a step in words: from where to where."""
    ends = [STATES[each] if each else Text("？", "?") for each in (move.source, move.to)]
    return join(ends, "→", " → ")


def _drawn(workflow: Workflow) -> Iterator[Finding]:
    """Is the graph of every lane whole?"""
    stuck = _by_lane(workflow, dead_ends)
    if stuck.zh:
        said = Text(
            "到了这里就出不去，也到不了存档或者撤下：{which}。",
            "What comes here can go no further, and is never archived or withdrawn: {which}.",
        )
        mend = Text("加一步出去：退回、撤下，或者往前走。", "Add a step out: back, withdrawn, or onward.")
        yield raised("no-dead-end", said, mend, AT, which=stuck)
    lost = _by_lane(workflow, unreachable)
    if lost.zh:
        said = Text("没有一步通到这里：{which}。", "No step leads to {which}.")
        mend = Text("加一步通过去，或者把它去掉。", "Add a step that leads there, or take it out.")
        yield raised("all-reachable", said, mend, AT, which=lost)
    round_ = _by_lane(workflow, endless)
    if round_.zh:
        said = Text("可以一直转圈，没有次数：{which}。", "These can go round for ever: {which}.")
        mend = Text(
            "给退回写上最多几次；再不行，换人商量，或者撤下。",
            "Say how often at most it may be sent back; after that talk, or withdraw it.",
        )
        yield raised("loop-limit", said, mend, AT, which=round_)


def _by_lane(workflow: Workflow, find: Callable[[Workflow, Lane], set[State]]) -> Text:
    """Return the states found in each lane in words: once, if every lane has the same; empty if none has any."""
    found = {lane: find(workflow, lane) for lane in lanes(workflow) if workflow.of(lane)}
    some = {lane: states for lane, states in found.items() if states}
    if len(some) == len(found) and len({frozenset(states) for states in some.values()}) == 1:
        return _states(next(iter(some.values())))
    told = [LANES[lane] + COLON + _states(states) for lane, states in some.items()]
    return join(told, "；", "; ")


def _states(states: Iterable[State]) -> Text:
    return join([said for state, said in STATES.items() if state in set(states)])


def _done(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Has every step somebody, somebody else to stand in, and a limit?"""
    moves = [each for each in plan.workflow.moves if each.source or each.to]
    nobody = [each for each in moves if each.who is None]
    yield from _steps(nobody, "someone-does-it", Text(
        "没有写谁做：{which}。", "Nobody is named for {which}."), Text("选一个角色。", "Choose a role."))  # fmt: skip
    empty = {each.who for each in moves if plan.roles and each.who and not holders(plan, each.who)}
    if empty:
        said = Text(
            "流程要这些角色，角色表里没有人：{roles}。", "The workflow needs these roles, held by nobody: {roles}."
        )
        mend = Text("在角色表里写上人，或者换一个角色。", "Name somebody among the roles, or choose another role.")
        roles = join([ROLES[role] for role in ROLES if role in empty])
        yield raised("someone-does-it", said, mend, AT, roles=roles)
    before = [each for each in moves if each.to in {"checked", "approved", "scheduled", "published"}]
    alone = [each for each in before if each.who and _same_stands_in(each, plan, facts)]
    yield from _steps(
        alone, "stands-in",
        Text("没有写谁顶上，或者顶上的是同一个人：{which}。", "Nobody stands in, or the same person does: {which}."),
        Text(
            "写另一个人担任的角色：他不在，这一步就停在那里。",
            "Name a role that somebody else holds: when the first is away, the step waits.",
        ),
    )  # fmt: skip
    slow = [each for each in moves if not each.within and each.to not in FINAL]
    yield from _steps(
        slow, "time-limit", Text("没有时限：{which}。", "No time limit: {which}."),
        Text("写几分钟内做完；没有时限，就会等到周一。", "Say within how many minutes, or it waits till Monday."),
    )  # fmt: skip
    if len(team(plan, facts)) != 1:
        own = [each for each in moves if each.to == "approved" and "editor" in {each.who, each.stands_in}]
        yield from _steps(
            own, "author-not-approver",
            Text("写的人自己批：{which}。", "The writer approves: {which}."),
            Text("换成另一个角色。", "Let another role do it."),
        )  # fmt: skip


def _same_stands_in(move: Move, plan: GovernancePlan, facts: Facts) -> bool:
    """Tell whether nobody else does a step: no other role, or one that the same person holds where there are two."""
    if move.stands_in is None or move.stands_in == move.who:
        return True
    first, second = ({known_as(who, facts) for who in holders(plan, role)} for role in (move.who, move.stands_in))
    return bool(second) and second <= first and len(team(plan, facts)) != 1


def _steps(moves: list[Move], name: str, said: Text, mend: Text) -> Iterator[Finding]:
    """Yield one finding that names these steps, if there are any."""
    if moves:
        yield raised(name, said, mend, AT, which=listed((move_said(each) for each in moves), measure="步"))


def _leads_out(workflow: Workflow, lane: Lane) -> Iterator[Finding]:
    if OUT not in reachable(workflow, lane):
        said = Text("{lane}：草稿走不到“已发布”。", "{lane}: no draft ever gets published.")
        mend = Text("把步子接起来，一直到“已发布”。", "Join the steps up, as far as “published”.")
        yield raised("leads-out", said, mend, AT, lane=LANES[lane])
        return
    past = [way for way in ways_out(workflow, lane) if "approved" not in {each.to for each in way}]
    if past:
        said = Text(
            "{lane}：有一条路不经过“已批”就发出去：{way}。", "{lane}: one way out passes nobody’s approval: {way}."
        )
        mend = Text("去掉这条路，或者在路上加一步“已批”。", "Take that way out, or put an approval on it.")
        way = join([move_said(each) for each in past[0]], "，", ", ")
        yield raised("approved-before-out", said, mend, AT, lane=LANES[lane], way=way)


def _corrected(workflow: Workflow) -> Iterator[Finding]:
    out = [lane for lane in lanes(workflow) if OUT in reachable(workflow, lane)]
    after = {lane: {each.to for each in workflow.of(lane) if each.source == OUT} for lane in out}
    bad = [LANES[lane] for lane, states in after.items() if "corrected" not in states or "withdrawn" in states]
    if bad:
        said = Text("{lanes}：发出去以后有错，只能删，或者没有写怎么办。",
                    "{lanes}: after a slip the post is deleted, or nothing says what is done.")  # fmt: skip
        mend = Text(
            "加一步“已发布→已更正”，去掉“已发布→撤下”：更正、说明，留着原样存档。法律要求删的，由法务定。",
            "Add “published → corrected” and drop “published → withdrawn”: correct it, say so, keep a record. What the "
            "law wants deleted is for legal to say.",
        )
        yield raised("corrected-not-deleted", said, mend, AT, lanes=join(bad))


def _laned(workflow: Workflow) -> Iterator[Finding]:
    """Do risky kinds get a second reader, and does a crisis have a fast lane?"""
    risky: list[DraftKind] = rule("governance.second-reader").values["kinds"]
    open_ones = [KINDS[kind] for kind in risky if workflow.lane(kind) == "plain"]
    if open_ones:
        said = Text("这几类和平常的一样走：{kinds}。", "These kinds go out like any other draft: {kinds}.")
        mend = Text("放进慢道：错一次，要赔的是钱。", "Put them in the slow lane: a slip there costs money.")
        yield raised("second-reader", said, mend, AT, kinds=join(open_ones))
    ways = ways_out(workflow, "risky") if "risky" in lanes(workflow) else []
    if any(len(_readers(way)) < SECOND for way in ways):
        said = Text("慢道里，写的人以外只有一个人看。", "In the slow lane only one besides the writer looks.")
        mend = Text(
            "查和批交给两个角色，都不是写的人。", "Give the check and the approval to two roles, neither the writer’s."
        )
        yield raised("second-reader", said, mend, AT)
    most, total = rule("governance.fast-lane").values["minutes"], minutes(workflow, "fast")
    if workflow.lane("crisis") != "fast" or (OUT in reachable(workflow, "fast") and (total is None or total > most)):
        said = Text("危机的稿没有快道，或者快道走完要超过 {most} 分钟。",
                    "What is said in a crisis has no fast lane, or one of more than {most} minutes.")  # fmt: skip
        mend = Text(
            "给危机一条快道：一个人批，每步有时限。", "Give a crisis its lane: one approves, and each step has a limit."
        )
        yield raised("fast-lane", said, mend, AT, most=most)


def _readers(way: list[Move]) -> set[RoleName]:
    """Return the roles besides the writer's that look at a draft on its way."""
    return {each.who for each in way if each.who and each.to in {"checked", "approved"}} - {"editor"}
