"""The handbook’s chapter on interaction: who answers what and how soon, whom we follow, and what is done by habit."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para
from playbook.handbook.laid import chapter_of
from playbook.handbook.said import decisions, run, several, still_open, table, who, yes
from playbook.interaction import words
from playbook.interaction.chapter_habits import habits
from playbook.interaction.following import ACTS
from playbook.interaction.kinds import MESSAGES, followed_said, message_said
from playbook.interaction.listing import account_said
from playbook.interaction.plan import ANYBODY, Handling, InteractionPlan, Routine
from playbook.language import Text, same

TITLE = Text("互动", "Interaction")
REPLIES, SHEETS, ROUTINE, FOLLOWS = (
    Text("收到什么，谁答，多久答", "Who answers what, and how soon"), Text("照这样答", "Examples to go by"),
    Text("关注别人的账号", "Following other accounts"), Text("关注了谁", "Whom we follow"),
)  # fmt: skip
WITHIN = Text("多久以内", "Within")
COUNTED = Text("{time}（{clock}）", "{time} ({clock})")
ALL_COUNTED = Text("这些时间怎么算：{clock}。", "How these times are counted: {clock}.")
LEFT = Text("不答的留着不动，也不删。", "What is left alone is left standing; it is not deleted.")
TONE = Text("语气", "Tone")
MINUTES, HOURS = Text("{count} 分钟", "{count} min"), Text("{count} 小时", "{count} h")
ACCOUNT, KIND, WHY = Text("账号", "Account"), Text("哪一类", "Kind"), Text("为什么关注", "Why")
TIMES = Text("{act} {count} 次", "{act}: {count}")
A_WEEK = Text("一周做几次", "times a week")


def chapter(plan: InteractionPlan, facts: Facts) -> Chapter:
    """Return the chapter: replies with their examples, the routine and the list, then habit by habit."""
    parts = [
        (REPLIES, _replies(plan, facts)),
        (SHEETS, _sheets(plan)),
        (ROUTINE, _routine(plan.routine)),
        (FOLLOWS, _follows(plan, facts)),
        *habits(plan.habits, facts),
    ]
    return chapter_of(plan, TITLE, parts)


def _replies(plan: InteractionPlan, facts: Facts) -> list[Block]:
    """Return a row for each kind of message that has a rule, and which kinds have none."""
    if not plan.triage:
        return []
    heads = (words.KIND, words.WHERE, words.WHO, WITHIN, TONE, words.HAND_TO)
    clocks = {each.clock for each in plan.triage if each.within}
    rows = [_reply(each, facts, clocked=len(clocks) > 1) for each in plan.triage]
    counted = [Para(ALL_COUNTED.format(clock=words.CLOCKS[clocks.pop()]))] if len(clocks) == 1 else []
    left = [Para(LEFT)] if any(each.where == "none" for each in plan.triage) else []
    missing = [message_said(kind) for kind in MESSAGES if kind not in {each.kind for each in plan.triage}]
    return [*table(heads, rows), *counted, *left, *still_open(missing)]


def _reply(rule: Handling, facts: Facts, *, clocked: bool) -> tuple[Text, ...]:
    """Return one row; how the time is counted stands in it only where it is not the same for all."""
    answered = words.ON_DUTY if rule.answered_by == ANYBODY else who(rule.answered_by, facts)
    time = _lasting(rule.within) if rule.within else same("")
    if clocked and rule.within:
        time = COUNTED.format(time=time, clock=words.CLOCKS[rule.clock])
    where, tone = words.WHERES[rule.where], several(words.TONES, rule.tone)
    return message_said(rule.kind), where, answered, time, tone, who(rule.hand_to, facts)


def _lasting(minutes: int) -> Text:
    """Return minutes as one says them: whole hours as hours."""
    hours, rest = divmod(minutes, 60)
    return MINUTES.format(count=minutes) if rest else HOURS.format(count=hours)


def _sheets(plan: InteractionPlan) -> list[Block]:
    rows = [(message_said(each.kind), each.sheet.strip()) for each in plan.triage if each.sheet.strip()]
    return table((words.KIND, words.SHEET), rows)


def _routine(routine: Routine) -> list[Block]:
    if routine == Routine():
        return []
    acts = [TIMES.format(act=ACTS[act], count=count) for act, count in routine.acts_a_week.items() if count]
    return decisions([
        (words.A_DAY, _count(routine.follows_a_day)),
        (Text("关注哪几类", "kinds followed"), run(followed_said(each) for each in routine.kinds)),
        (words.SAME_DAY, yes(routine.same_day_comment)),
        (words.TIDY, _count(routine.tidy_every)),
        (words.READING, _count(routine.reading)),
        (A_WEEK, run(acts)),
        *((said, yes(ticked=True)) for said, on in (
            (words.COPIED, routine.comment_is_copied), (words.ALL_BACK, routine.follow_all_back),
        ) if on),
    ])  # fmt: skip


def _count(count: int) -> str:
    return f"{count:,}" if count else ""


def _follows(plan: InteractionPlan, facts: Facts) -> list[Block]:
    """Return the accounts on the list, kind by kind in the order in which they were chosen."""
    kinds = list(dict.fromkeys(each.kind for each in plan.follows))
    listed = sorted(plan.follows, key=lambda each: kinds.index(each.kind))
    rows = [(account_said(facts, each.account), followed_said(each.kind), each.why.strip()) for each in listed]
    return table((ACCOUNT, KIND, WHY), rows)
