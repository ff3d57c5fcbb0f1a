"""The workflow as a state chart: one lane at a time, every state coloured and said in words."""

from __future__ import annotations

from html import escape

from playbook.governance.flowing import move_said
from playbook.governance.people import RoleName
from playbook.governance.words import LANES, STATES
from playbook.governance.workflow import (
    FINAL,
    Lane,
    Move,
    State,
    Workflow,
    dead_ends,
    endless,
    unreachable,
    used,
)
from playbook.language import Text, join, same

WIDE, HIGH, BOX, TALL = 400, 500, 112, 40  # of the drawing and of a state, in its own units
BACK = 22  # how far an arrow bends aside, so that there and back do not lie on each other
ROUND = 96  # and one that passes a state by
PASSES = 110  # further apart than two neighbours
PLACES: dict[State, tuple[int, int]] = {
    "draft": (130, 30), "checked": (130, 115), "approved": (130, 200), "scheduled": (130, 285),
    "published": (130, 370), "archived": (130, 460),
    "sent_back": (325, 72), "withdrawn": (325, 285), "corrected": (325, 415),
}  # fmt: skip
SHORT: dict[RoleName, Text] = {
    "lead": Text("负责人", "lead"),
    "editor": Text("写稿", "writer"),
    "approver": Text("审稿", "approver"),
    "picture": Text("图片", "pictures"),
    "inbox": Text("收件箱", "inbox"),
    "legal": Text("法务", "legal"),
    "data": Text("数据", "data"),
}
NOBODY, NO_LIMIT = Text("没有人", "nobody"), Text("没有时限", "no limit")
MINUTES, HOURS, DAYS = Text("{n} 分钟", "{n} min"), Text("{n:g} 小时", "{n:g} h"), Text("{n:g} 天", "{n:g} d")
TIMES = Text(" ≤{n} 次", " ≤{n}×")
FINE, END, STUCK, LOST, LOOP = (
    Text("", ""), Text("到头", "the end"), Text("出不去", "no way on"), Text("到不了", "not reached"),
    Text("转圈没有次数", "round for ever"),
)  # fmt: skip
ALT = Text("{lane}的流程：{moves}。{wrong}", "The {lane} lane: {moves}. {wrong}")
WRONG, ALL_WELL = (
    Text("{state}：{what}", "{state}: {what}"),
    Text("每个状态都走得到、出得去", "every state is reached and left"),
)
EMPTY = Text("{lane}：还没有步子。", "{lane}: no steps yet.")
LEGEND = Text(
    "双框：到头（存档、撤下）；红框：出不去，或者转圈没有次数；虚线框：到不了。箭头上是谁做、多久以内。",
    "Double frame: the end; red: no way on, or round for ever; dashed: never reached. Arrows: who, how fast.",
)
STYLE = """<style>
.gov-flow { display: block; width: 100%; max-width: 460px; height: auto; color: var(--jp-ui-font-color0, #111); }
.gov-flow rect { fill: var(--jp-layout-color1, #fff); stroke: var(--jp-brand-color1, #1f6f8b); stroke-width: 1.6; }
.gov-flow .end rect { fill: var(--jp-layout-color2, #eef1f4); }
.gov-flow .stuck rect { stroke: var(--jp-error-color1, #b3261e); stroke-width: 3; }
.gov-flow .lost rect { stroke-dasharray: 5 4; stroke: var(--jp-ui-font-color2, #616e7c); }
.gov-flow path { fill: none; stroke: var(--jp-ui-font-color2, #616e7c); stroke-width: 1.4; }
.gov-flow .late { stroke: var(--jp-error-color1, #b3261e); }
.gov-flow text { fill: currentColor; font-size: 13px; text-anchor: middle; }
.gov-flow .note, .gov-flow .who { font-size: 11px; }
.gov-flow .who { paint-order: stroke; stroke: var(--jp-layout-color0, #fff); stroke-width: 4px; }
</style>"""
HEAD = (
    '<defs><marker id="gov-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z" style="fill:#616e7c;stroke:none"/></marker></defs>'
)


def lasting(minutes: int) -> Text:
    """Return a time limit in minutes, hours or days; that there is none if it is 0."""
    if not minutes:
        return NO_LIMIT
    if minutes >= 1440 and minutes % 1440 == 0:  # noqa: PLR2004 - a day
        return DAYS.format(n=minutes // 1440)
    hours, rest = divmod(minutes, 60)
    told = [HOURS.format(n=hours)] if hours else []
    return join([*told, *([MINUTES.format(n=rest)] if rest else [])], " ", " ")


def step_said(move: Move) -> Text:
    """Return who makes a move and within what time."""
    who = SHORT[move.who] if move.who else NOBODY
    limit = same("") if move.to in FINAL and not move.within else Text(" ", " ") + lasting(move.within)
    return who + limit + (TIMES.format(n=move.most) if move.most else same(""))


def flow_html(workflow: Workflow, lane: Lane) -> str:
    """Return one lane drawn, with what is wrong said in it; a line that says so if it has no steps."""
    moves = workflow.of(lane)
    if not moves:
        return f"<p>{escape(str(EMPTY.format(lane=LANES[lane])))}</p>"
    wrong = {state: _wrong(workflow, lane, state) for state in used(workflow, lane)}
    arrows = "".join(_arrow(each) for each in moves)
    boxes = "".join(_box(state, said) for state, said in wrong.items())
    alt = escape(str(_alt(lane, moves, wrong)), quote=True)
    legend = f'<p class="planner-source">{escape(str(LEGEND))}</p>'
    return (
        f'{STYLE}<svg class="gov-flow" viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{alt}">'
        f"{HEAD}{arrows}{boxes}</svg>{legend}"
    )


def _alt(lane: Lane, moves: list[Move], wrong: dict[State, Text]) -> Text:
    told = [move_said(each) + Text("（", " (") + step_said(each) + Text("）", ")") for each in moves]
    faults = [WRONG.format(state=STATES[state], what=said) for state, said in wrong.items() if said not in {FINE, END}]
    return ALT.format(lane=LANES[lane], moves=join(told), wrong=join(faults, "；", "; ") if faults else ALL_WELL)


def _wrong(workflow: Workflow, lane: Lane, state: State) -> Text:
    if state in unreachable(workflow, lane):
        return LOST
    if state in dead_ends(workflow, lane):
        return STUCK
    if state in endless(workflow, lane):
        return LOOP
    return END if state in FINAL else FINE


def _box(state: State, said: Text) -> str:
    x, y = PLACES[state]
    kind = {END: "end", STUCK: "stuck", LOOP: "stuck", LOST: "lost"}.get(said, "")
    frame = _rect(x, y, 0) + (_rect(x, y, 4) if said == END else "")
    name = f'<text x="{x}" y="{y + (5 if not said.zh else -2)}">{escape(str(STATES[state]))}</text>'
    note = f'<text class="note" x="{x}" y="{y + 13}">{escape(str(said))}</text>' if said.zh else ""
    return f'<g class="{kind}">{frame}{name}{note}</g>'


def _rect(x: int, y: int, inset: int) -> str:
    wide, tall = BOX - 2 * inset, TALL - 2 * inset
    return f'<rect x="{x - wide / 2:g}" y="{y - tall / 2:g}" width="{wide}" height="{tall}" rx="6"/>'


def _arrow(move: Move) -> str:
    """Return an arrow bent aside, with who and how fast at its middle."""
    if move.source is None or move.to is None:
        return ""
    (x0, y0), (x1, y1) = PLACES[move.source], PLACES[move.to]
    if x0 == x1:
        far = abs(y1 - y0) > PASSES
        beside, below = (BOX / 2, 0.0) if far else (0.0, TALL / 2 if y1 > y0 else -TALL / 2)
        start, end = (x0 - beside, y0 + below), (x1 - beside, y1 - below)
        bend = (x0 - beside - (ROUND if far else 0), (y0 + y1) / 2)
    else:
        out = BOX / 2 if x1 > x0 else -BOX / 2
        back = 0.0 if x1 > x0 else -BACK if y1 < y0 else BACK
        start, end = (x0 + out, y0 + back / 2), (x1 - out, y1 + back / 2)
        bend = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + back)
    middle = ((start[0] + 2 * bend[0] + end[0]) / 4, (start[1] + 2 * bend[1] + end[1]) / 4 + 4)
    label = f'<text class="who" x="{middle[0]:g}" y="{middle[1]:g}">{escape(str(step_said(move)))}</text>'
    kind = "" if move.within or move.to in FINAL else ' class="late"'
    curve = f"M{start[0]:g} {start[1]:g} Q{bend[0]:g} {bend[1]:g} {end[0]:g} {end[1]:g}"
    return f'<path{kind} d="{curve}" marker-end="url(#gov-tip)"/>{label}'
