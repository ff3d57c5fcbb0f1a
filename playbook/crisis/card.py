"""The plan on one page, for whoever is on duty when it happens: how grave, whom to call, what to do, what to say."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Level, Step
from playbook.crisis.words import (
    ACTS,
    DUTIES,
    OUTLETS,
    SIGNS,
    TOLD,
    level_said,
    minutes,
    statement_said,
)  # fmt: skip
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
TITLE = Text("{name}：出了事，照这一页", "{name}: when something happens, this page")
EMPTY = Text("预案还是空的：写了，这一页就有了。", "The plan is still empty: as you write it, this page fills.")
LEVELS, ROLES, STEPS, SAY = (
    Text("先分轻重", "How grave is it?"), Text("找谁", "Whom to call"), Text("头几小时", "The first hours"),
    Text("先备好的稿，发前填事实", "Drafts made ready: fill in the facts before they go out"),
)  # fmt: skip
BY_WHAT, DECIDES, SPEAKS, TELLS, TIMES = (
    Text("看什么", "By what"), Text("谁拍板（谁替）", "Decides (stands in)"), Text("谁说话", "Speaks"),
    Text("告诉谁", "Told"), Text("从发现算起", "From detection"),
)  # fmt: skip
ROLE_HEADS = (Text("角色", "Role"), Text("谁", "Who"), Text("谁替", "Deputy"), Text("几点找得到", "Reached"))
FROM = Text("负面一小时 {count} 条起", "{count} negative an hour or more")
FIRST, NEXT = Text("{time}内说第一句", "first word within {time}"), Text("隔 {time}再说", "then every {time}")
SILENT = Text("只看不答：{why}", "Watched, not answered: {why}")
STEP = Text("{time}内 {act}：{who}", "Within {time}: {act}, {who}")
NIGHT = Text(
    "夜里警报响：{how}叫{who}，叫不到叫{deputy}。", "At night the alarm calls {who} ({how}), or else {deputy}."
)
NEVER = Text(
    "不删批评，不请人说好话，不吓人；只删个人信息和违法内容，删前截图。",
    "No criticism is deleted, no voices are hired, nobody is threatened. Personal data and unlawful content alone are "
    "removed, after a screenshot.",
)
SAME = Text("发在：{outlets}，同一套话。", "It appears on: {outlets}, in the same words.")


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
    signs = [SIGNS[each] for each in level.signs]
    if level.from_count:
        signs.append(FROM.format(count=level.from_count))
    lines = [(BY_WHAT, join(signs, "；", "; "))]  # the signs have commas of their own
    if level.silent:
        lines.append((TIMES, SILENT.format(why=level.why.strip())))
    else:
        who = person(level.decides, facts) + Text("（", " (") + person(level.stands_in, facts) + Text("）", ")")
        times = [FIRST.format(time=minutes(level.first_word))] if level.first_word else []
        times += [NEXT.format(time=minutes(level.next_word))] if level.next_word else []
        lines += [
            (DECIDES, who),
            (SPEAKS, person(level.speaks, facts)),
            (TELLS, same(level.told.strip())),
            (TIMES, join(times, "，", ", ")),
        ]
    items = "".join(f"<dt>{escape(str(head))}</dt><dd>{escape(str(said))}</dd>" for head, said in lines if said.zh)
    return f"<p><b>{escape(str(level_said(plan, level)))}</b></p><dl>{items}</dl>"


def _roles(plan: CrisisPlan, facts: Facts) -> str:
    rows = [
        [DUTIES[each.duty], person(each.who, facts), person(each.deputy, facts), same(f"{each.start}:00–{each.end}:00")]
        for each in plan.roles
        if each.duty
    ]
    alarm = plan.alarm
    night = (
        [NIGHT.format(how=TOLD[alarm.by], who=person(alarm.told, facts), deputy=person(alarm.deputy, facts))]
        if alarm.by and alarm.told.strip()
        else []
    )
    table = _table(ROLE_HEADS, rows) if rows else ""
    return _head(ROLES) + table + "".join(_line(each) for each in night) if rows or night else ""


def _steps(plan: CrisisPlan, facts: Facts) -> str:
    listed = sorted((each for each in plan.first_hours if each.act), key=lambda each: each.within)
    items = "".join(
        f"<li>{escape(str(STEP.format(time=minutes(each.within), act=ACTS[each.act], who=person(each.who, facts))))}"
        f"{_note(each)}</li>"
        for each in listed
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
