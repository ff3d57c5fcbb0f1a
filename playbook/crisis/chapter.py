"""The handbook’s chapter on crises: what is watched, when the alarm rings, how grave it is, who does and says what."""

from __future__ import annotations

from playbook.crisis.chapter_watch import alarm, watch, watch_days, watched_words
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Level, Role, Statement
from playbook.crisis.told import BY_WHAT, TIMES, deciding, in_time, signs_said, times_said
from playbook.crisis.words import ACTS, ASKS, DUTIES, OUTLETS, level_said, minutes, statement_said
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para, Section, Words
from playbook.handbook.laid import chapter_of
from playbook.handbook.said import capital, chosen, day, decisions, is_said, run, several, still_open, table, who, yes
from playbook.language import Text, same
from playbook.week import clock

TITLE = Text("危机", "Crisis")
WATCH, WORDS, DAYS, ALARM, LEVELS, ROLES, STEPS, DRAFTS, OUT, NORM, AFTER = (
    Text("谁盯、几点盯", "Who watches, and when"), Text("盯哪些词", "Words watched"),
    Text("哪几天盯得更紧", "Days to watch more closely"), Text("警报怎么响", "The alarm"),
    Text("分几级", "How serious it is"), Text("谁做什么", "Who does what"), Text("头几小时", "The first hours"),
    Text("声明稿", "Statements drafted"), Text("声明发在哪里", "Where statements appear"),
    Text("预案归谁、谁批", "Who keeps this plan, and who approved it"),
    Text("事后和演练", "Afterwards, and drills"),
)  # fmt: skip
FIRST_TELL = Text(
    "先分级，再照这一级做。分钟从我们发现算起。",
    "Tell the level first, then act by it. Minutes run from when we detect it.",
)
DOING = Text("{does}：{who}", "{does}: {who}")
DOES = (Text("拍板", "decides"), Text("说话", "speaks"), Text("告诉", "told"))
LEVEL, STANDS_IN = Text("级别", "Level"), Text("谁替", "Stands in")
ROLE, WHO, REACHED = Text("角色", "Role"), Text("谁", "Who"), Text("几点找得到", "Reached")
WITHIN, WHAT, HOW = Text("多久以内", "Within"), Text("做什么", "What"), Text("怎么做", "How")
SPAN = Text("{start}到 {end}", "{start} to {end}")
FILL_IN = Text(
    "发以前把事实换成眼前的，拍板的人看过再发。",
    "Put in the facts of the day, and let whoever decides read it before it goes out.",
)
OUTLET, ONE_VOICE = Text("渠道", "outlets"), Text("各处说同一套话", "the same words everywhere")
IN_DAYS = Text("{count} 天内", "within {count} days")


def chapter(plan: CrisisPlan, facts: Facts) -> Chapter:
    """Return the chapter; the page for the first hours is `card.py`."""
    parts = [
        (LEVELS, _levels(plan, facts)),
        (ROLES, _roles(plan, facts)),
        (STEPS, _steps(plan, facts)),
        (DRAFTS, _drafts(plan)),
        (OUT, decisions([(OUTLET, several(OUTLETS, plan.outlets)), (ONE_VOICE, yes(plan.same_words))])),
        (WATCH, watch(plan.watch, facts)),
        (WORDS, watched_words(plan.watch)),
        (DAYS, watch_days(plan.watch)),
        (ALARM, alarm(plan.alarm, facts)),
        (AFTER, _after(plan, facts)),
        (NORM, _norm(plan, facts)),
    ]
    return chapter_of(plan, TITLE, parts)


def level_table(plan: CrisisPlan, facts: Facts) -> list[Block]:
    """Return the levels as a table, the lightest first; nothing if there are none."""
    return table((LEVEL, BY_WHAT, TIMES, WHO), [_level(plan, each, facts) for each in plan.levels])


def _level(plan: CrisisPlan, level: Level, facts: Facts) -> list[Words]:
    """Return a row; who decides, speaks and is told share a cell, since a sheet of paper is narrow."""
    decides = deciding(level, facts) if level.decides.strip() or level.stands_in.strip() else ""
    people = zip(DOES, (decides, who(level.speaks, facts), level.told.strip()), strict=True)
    does = run(DOING.format(does=does, who=words) for does, words in people if is_said(words))
    times = times_said(level) if level.silent else run([times_said(level), level.why.strip()])
    return [level_said(plan, level), signs_said(level), times, does]


def _levels(plan: CrisisPlan, facts: Facts) -> list[Block]:
    levels = level_table(plan, facts)
    return [Para(FIRST_TELL), *levels] if levels else []


def _roles(plan: CrisisPlan, facts: Facts) -> list[Block]:
    rows = [
        (chosen(DUTIES, each.duty), who(each.who, facts), who(each.deputy, facts), reached(each)) for each in plan.roles
    ]
    missing = [said for duty, said in DUTIES.items() if rows and duty not in {each.duty for each in plan.roles}]
    return [*table((ROLE, WHO, STANDS_IN, REACHED), rows), *still_open(missing)]


def reached(role: Role) -> Text:
    """Return from when to when somebody can be reached; empty if no hours are set."""
    return SPAN.format(start=clock(role.start), end=clock(role.end)) if role.end > role.start else same("")


def _steps(plan: CrisisPlan, facts: Facts) -> list[Block]:
    nameless = [each for each in plan.first_hours if not each.act]
    rows = [
        (
            minutes(each.within) if each.within else same(""),
            capital(chosen(ACTS, each.act)),
            who(each.who, facts),
            each.note.strip(),
        )
        for each in (*in_time(plan), *nameless)
    ]
    return table((WITHIN, WHAT, WHO, HOW), rows)


def _drafts(plan: CrisisPlan) -> list[Block]:
    drafts = [each for each in plan.statements if each.text]
    return [Para(FILL_IN), *map(_draft, drafts)] if drafts else []


def _draft(statement: Statement) -> Section:
    return Section(capital(statement_said(statement)), [Para(statement.text)])


def _after(plan: CrisisPlan, facts: Facts) -> list[Block]:
    after = plan.after
    return decisions([
        (Text("几天内复盘", "reviewed"), IN_DAYS.format(count=after.within) if after.within else same("")),
        (Text("谁带着看", "led by"), who(after.who, facts)),
        (Text("复盘问什么", "the review asks"), several(ASKS, after.asks)),
        (Text("下次演练", "next drill"), day(plan.drill_on)),
        (Text("演过才有发布的权限", "the right to post comes only after a drill"), yes(plan.after_drill)),
    ])  # fmt: skip


def _norm(plan: CrisisPlan, facts: Facts) -> list[Block]:
    norm = plan.norm
    return decisions([
        (Text("版本", "version"), norm.version.strip()),
        (Text("谁管", "kept by"), who(norm.owner, facts)),
        (Text("谁批的", "approved by"), who(norm.approved_by, facts)),
        (Text("哪天批的", "approved on"), day(norm.approved_on)),
        (Text("归公司哪套公关办法", "part of the company’s procedure"), norm.procedure.strip()),
        (Text("那边找谁", "whom to call there"), who(norm.contact, facts)),
        (Text("客服、门店找谁", "service desk and stores"), who(norm.service_desk, facts)),
    ])  # fmt: skip
