"""The plan on one page, as the planner shows it: how grave it is, whom to call, what to do, what to say."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Level, Step
from playbook.crisis.told import (
    BY_WHAT,
    DECIDES,
    INFORMED,
    NEVER,
    SAME,
    SPEAKS,
    TIMES,
    TITLE,
    deciding,
    in_time,
    night_said,
    signs_said,
    times_said,
)  # fmt: skip
from playbook.crisis.words import ACTS, DUTIES, OUTLETS, level_said, minutes, statement_said
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.persons import person

STYLE = """<style>
.crisis-card { line-height: 1.45; overflow-wrap: anywhere; }
.crisis-card h4 { margin: .8em 0 .2em; }
.crisis-card table { border-collapse: collapse; width: 100%; }
.crisis-card th, .crisis-card td { text-align: left; vertical-align: top; padding: .2em .7em .2em 0;
  border-bottom: 1px solid var(--jp-border-color2, #ccc); }
.crisis-card .wide { overflow-x: auto; }
.crisis-card dl { display: grid; grid-template-columns: auto 1fr; gap: .1em .8em; margin: .1em 0 .6em; }
.crisis-card dt { color: var(--jp-ui-font-color2, #666); float: none; width: auto; } /* else Jupyter makes it a fifth */
.crisis-card dd { margin: 0; }
.crisis-card ol { margin: 0; padding-left: 1.4em; }
@media print { .crisis-card h4, .crisis-card dl, .crisis-card tr, .crisis-card li { break-inside: avoid; } }
</style>"""
EMPTY = Text("预案还是空的：写了，这一页就有了。", "The plan is still empty: as you write it, this page fills.")
LEVELS, ROLES, STEPS, SAY = (
    Text("先分轻重", "How serious is it?"), Text("找谁", "Whom to call"), Text("头几小时", "The first hours"),
    Text("先备好的稿，发前填事实", "Drafts made ready: fill in the facts before they go out"),
)  # fmt: skip
ROLE_HEADS = (Text("角色", "Role"), Text("谁", "Who"), Text("谁替", "Deputy"), Text("几点找得到", "Reached"))
STEP = Text("{time}内 {act}：{who}", "Within {time}: {act}, {who}")


def card_html(plan: CrisisPlan, facts: Facts) -> str:
    """Return the page as HTML; everything a learner wrote is escaped."""
    if not (plan.levels or plan.roles or plan.first_hours or plan.statements):
        return f'<p class="planner-mend">{escape(str(EMPTY))}</p>'
    parts = [_levels(plan, facts), _roles(plan, facts), _steps(plan, facts), _drafts(plan)]
    title = escape(str(TITLE.format(name=facts.company.name)))
    return f'{STYLE}<section class="crisis-card"><h3>{title}</h3>{"".join(parts)}{_line(NEVER)}</section>'


def _levels(plan: CrisisPlan, facts: Facts) -> str:
    levels = "".join(_level(plan, each, facts) for each in plan.levels)
    return _head(LEVELS) + levels if levels else ""


def _level(plan: CrisisPlan, level: Level, facts: Facts) -> str:
    """Return a level with a line for each thing that is settled of it: a table of six columns does not fit a phone."""
    lines = [(BY_WHAT, signs_said(level))]
    if not level.silent:
        lines += [
            (DECIDES, deciding(level, facts)),
            (SPEAKS, person(level.speaks, facts)),
            (INFORMED, same(level.told.strip())),
        ]
    lines.append((TIMES, times_said(level)))
    items = "".join(f"<dt>{escape(str(head))}</dt><dd>{escape(str(said))}</dd>" for head, said in lines if said.zh)
    return f"<p><b>{escape(str(level_said(plan, level)))}</b></p><dl>{items}</dl>"


def _roles(plan: CrisisPlan, facts: Facts) -> str:
    rows = [
        [DUTIES[each.duty], person(each.who, facts), person(each.deputy, facts), same(f"{each.start}:00–{each.end}:00")]
        for each in plan.roles
        if each.duty
    ]
    night = night_said(plan.alarm, facts)
    table = _table(ROLE_HEADS, rows) if rows else ""
    called = _line(night) if night.zh else ""
    return _head(ROLES) + table + called if rows or called else ""


def _steps(plan: CrisisPlan, facts: Facts) -> str:
    items = "".join(
        f"<li>{escape(str(STEP.format(time=minutes(each.within), act=ACTS[each.act], who=person(each.who, facts))))}"
        f"{_note(each)}</li>"
        for each in in_time(plan)
        if each.act
    )
    return f"{_head(STEPS)}<ol>{items}</ol>" if items else ""


def _note(step: Step) -> str:
    note = escape(step.note.strip())
    return str(Text("（", " (")) + note + str(Text("）", ")")) if note else ""


def _drafts(plan: CrisisPlan) -> str:
    drafts = "".join(
        f"<p><b>{escape(str(statement_said(each)))}</b><br>{escape(each.text)}</p>"
        for each in plan.statements
        if each.text
    )
    outlets = (
        _line(SAME.format(outlets=join([OUTLETS[each] for each in plan.outlets])))
        if plan.outlets and plan.same_words
        else ""
    )
    return _head(SAY) + drafts + outlets if drafts else ""


def _head(text: Text) -> str:
    return f"<h4>{escape(str(text))}</h4>"


def _line(text: Text) -> str:
    return f"<p>{escape(str(text))}</p>"


def _table(heads: Iterable[Text], rows: Iterable[Iterable[Text]]) -> str:
    head = "".join(f'<th scope="col">{escape(str(each))}</th>' for each in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
