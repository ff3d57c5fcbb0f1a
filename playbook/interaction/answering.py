"""Is every kind of message answered, by somebody, in a time that can be held, in the right place and tone?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.facts import Facts
from playbook.interaction.kinds import MESSAGES, message_said
from playbook.interaction.plan import ANYBODY, Clock, Handling, InteractionPlan
from playbook.interaction.replay import TO_ANSWER, replay
from playbook.language import Text, join
from playbook.rules import Finding, rule
from playbook.week import listed

EVERY, REACH, GRAVE, HANDED, TONE = (
    "interaction.every-kind-handled", "interaction.time-in-reach", "interaction.grave-first", "interaction.handed-on",
    "interaction.tone-three",
)  # fmt: skip
PRIVATE, REPLY = "interaction.no-data-in-public", "interaction.reply-and-follow-back"
DECIDE = Text(
    "写明谁来答、几分钟内、在哪里答；不答的，选“不答”。",
    "Say who answers, within how many minutes, and where; what is left alone is marked so.",
)
LONGER = Text(
    "把时限放长，或者只算有人值班的时间，或者换一个那时在班的人；都不行，就少答几类。",
    "Give it more time, count only the time somebody is on duty, or name somebody who is there then; failing that, "
    "answer fewer kinds.",
)
SOONER = Text("把时限放短。", "Give it less time.")
COUNTED: dict[Clock, Text] = {
    "always": Text("一直算", "by the clock"),
    "on_duty": Text("只算有人值班的时间", "on duty"),
}
SHORTER = Text(
    "把要紧的时限放短，或者把不要紧的放长。", "Give the serious kind less time, or those that can wait more."
)
NAME_DESK = Text("写下接手的人或者部门。", "Name the person or the desk that takes it on.")
BE_POLITE = Text("勾上“有礼”。", "Tick “polite”.")
BE_SERIOUS = Text("去掉“有趣”，先把事情办好。", "Take out “amusing”; settle the matter first.")
IN_PRIVATE = Text(
    "选“先公开，后私信”：公开处只请他删掉，事情在私信里办。",
    "Choose “in public, then in private”: in public only ask them to delete it, and go on in private.",
)
ANSWER = Text("定一个人来答。", "Let somebody answer them.")
TOO_LATE = Text(
    "{kind}定了 {minutes} 分钟，{who}：照公司卡上的值班重演，{asked} 条里只有 {in_time} 条赶得上，{late} 条晚了",
    "The rule for “{kind}” allows {minutes} minutes, {who}. Replayed with the card’s hours on duty, {in_time} of "
    "{asked} are answered in time, {late} late",
)
OR_NEVER = Text("，{never} 条到最后也没有轮到。", ", {never} not at all.")
SILENT: dict[str, Text] = {
    "journalist": Text(
        "记者定了不答：稿子照发，里面没有公司的话。",
        "Journalists are left alone: then the article appears without a word of the company’s.",
    ),
    "rumour": Text(
        "传言定了不答：没有人说明，只有传的人在说。", "Rumours are left alone: then only those who spread them speak."
    ),
}


def answering(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    """Find what is undecided, out of reach, in the wrong order, place or tone; nothing before a first rule is there."""
    if not plan.triage:
        return
    yield from _undecided(plan)
    yield from _out_of_reach(plan, facts)
    yield from _light_before_grave(plan)
    yield from _grave_too_long(plan)
    yield from _handed(plan, facts)
    yield from _tone(plan)
    yield from _places(plan)


def is_answered(rule_of: Handling) -> bool:
    """Tell whether a rule has the kind answered at all, as far as it is decided."""
    return rule_of.where not in (None, "none")


def kinds_said(kinds: Iterable[str]) -> Text:
    """Return kinds of message in words."""
    return listed((message_said(each) for each in kinds), 9, "类")


def _undecided(plan: InteractionPlan) -> Iterator[Finding]:
    for said, missing in (
        (Text("这几类还没有规则：{kinds}。", "These kinds have no rule yet: {kinds}."),
         [kind for kind in MESSAGES if kind not in {each.kind for each in plan.triage}]),
        (Text("没有定在哪里答、还是不答：{kinds}。", "Where they are answered, if at all, is not settled: {kinds}."),
         [each.kind for each in plan.triage if each.where is None]),
        (Text("没有定谁来答：{kinds}。", "Nobody is named to answer: {kinds}."),
         [each.kind for each in plan.triage if is_answered(each) and not each.answered_by]),
        (Text("没有定几分钟内答：{kinds}。", "No time is set for: {kinds}."),
         [each.kind for each in plan.triage if is_answered(each) and not each.within]),
    ):  # fmt: skip
        if missing:
            yield Finding(EVERY, said.format(kinds=kinds_said(missing)), DECIDE, tuple(missing))


def _out_of_reach(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    """Hold the times against the inbox of four weeks, replayed; without an inbox nothing can be said."""
    played = replay(plan, facts)
    if played is None:
        return
    if not facts.company.staffed and any(is_answered(each) for each in plan.triage):
        said = Text(
            "公司卡上还没有人值班，时限赶不赶得上说不准。",
            "Nobody is on duty on the card yet, so nobody can say whether the times can be kept.",
        )
        yield Finding(REACH, said, Text("先在公司卡上填值班。", "Fill in the hours on duty on the company card."))
        return
    values = rule(REACH).values
    for kind, row in played.counts.items():
        asked = sum(row[name] for name in TO_ANSWER)
        if asked >= values["least"] and row["in_time"] < values["share"] * asked:
            said = TOO_LATE + (OR_NEVER if row["never"] else Text("。", "."))
            rule_of = plan.of(kind)
            counts = {name: row[name] for name in TO_ANSWER}
            filled = said.format(
                kind=message_said(kind), minutes=rule_of.within, who=who_said(rule_of.answered_by, facts),
                asked=asked, **counts,
            )  # fmt: skip
            yield Finding(REACH, filled, LONGER, (kind,))


def who_said(who: str, facts: Facts) -> Text:
    """Return in words who answers: whoever is on duty, a person of the card, or a desk outside."""
    if who == ANYBODY:
        return Text("谁值班谁答", "whoever is on duty")
    name = next((each.name for each in facts.company.people if each.id == who), who)
    return Text(f"由{name}答", f"answered by {name}")


def _light_before_grave(plan: InteractionPlan) -> Iterator[Finding]:
    light = [plan.of(kind) for kind in rule(GRAVE).values["light"]]
    timed = [each for each in light if is_answered(each) and each.within]
    for each in plan.triage:
        if not MESSAGES[each.kind].grave or not is_answered(each) or not each.within:
            continue
        sooner = [other for other in timed if other.clock == each.clock and other.within < each.within]
        if sooner:
            said = Text(
                "{grave}定了 {minutes} 分钟，比这几类还慢：{light}。",
                "The rule for “{grave}” allows {minutes} minutes, longer than for {light}.",
            )
            named = join([_timed(other) for other in sooner])
            filled = said.format(grave=message_said(each.kind), minutes=each.within, light=named)
            yield Finding(GRAVE, filled, SHORTER, (each.kind, *(other.kind for other in sooner)))


def _grave_too_long(plan: InteractionPlan) -> Iterator[Finding]:
    """Grave kinds that are left alone though the others speak on, or that may wait longer than the course allows."""
    values = rule(GRAVE).values
    for kind, said in SILENT.items():
        if any(each.kind == kind and each.where == "none" for each in plan.triage):
            yield Finding(GRAVE, said, ANSWER, (kind,))
    for each in plan.triage:
        most = values["always"] if each.clock == "always" else values["on_duty_of"].get(each.kind, values["on_duty"])
        if MESSAGES[each.kind].grave and is_answered(each) and each.within > most:
            said = Text(
                "{kind}定了 {minutes} 分钟，太久：本课程至多定 {most} 分钟，{clock}。",
                "The rule for “{kind}” allows {minutes} minutes, too long: the course allows {most} at most, {clock}.",
            )
            filled = said.format(
                kind=message_said(each.kind), minutes=each.within, most=most, clock=COUNTED[each.clock]
            )
            yield Finding(GRAVE, filled, SOONER, (each.kind,))


def _timed(rule_of: Handling) -> Text:
    minutes = Text("（{minutes} 分钟）", " ({minutes} minutes)").format(minutes=rule_of.within)
    return message_said(rule_of.kind) + minutes


def _handed(plan: InteractionPlan, facts: Facts) -> Iterator[Finding]:
    ours = {ANYBODY, *(each.id for each in facts.company.people)}
    wanted = rule(HANDED).values["kinds"]
    lost = [
        each.kind
        for each in plan.triage
        if each.kind in wanted and is_answered(each) and each.answered_by in ours and not each.hand_to.strip()
    ]
    if lost:
        said = Text("没有写转给谁去办：{kinds}。", "Nothing says to whom these are handed on: {kinds}.")
        yield Finding(HANDED, said.format(kinds=kinds_said(lost)), NAME_DESK, tuple(lost))


def _tone(plan: InteractionPlan) -> Iterator[Finding]:
    answered = [each for each in plan.triage if is_answered(each)]
    rude = [each.kind for each in answered if "polite" not in each.tone]
    if rude:
        said = Text("没有要求有礼：{kinds}。", "Politeness is not asked for: {kinds}.")
        yield Finding(TONE, said.format(kinds=kinds_said(rude)), BE_POLITE, tuple(rude))
    joking = [each.kind for each in answered if MESSAGES[each.kind].grave and "amusing" in each.tone]
    if joking:
        said = Text("正经事要人逗趣：{kinds}。", "These are no laughing matter, yet the answer is to amuse: {kinds}.")
        yield Finding(TONE, said.format(kinds=kinds_said(joking)), BE_SERIOUS, tuple(joking))


def _places(plan: InteractionPlan) -> Iterator[Finding]:
    """Where the law and the sources want an answer to be: personal data in private, and questions answered at all."""
    for kind in rule(PRIVATE).values["privately"]:
        if plan.of(kind).where in ("public", "none"):
            said = Text(
                "{kind}没有转到私信：电话、地址还挂在评论里。",
                "The rule for “{kind}” does not move to private messages, so numbers and addresses stay in the open.",
            )
            yield Finding(PRIVATE, said.format(kind=message_said(kind)), IN_PRIVATE, (kind,))
    silent = [kind for kind in rule(REPLY).values["kinds"] if plan.of(kind).where == "none"]
    if silent:
        said = Text("这几类定了不答：{kinds}。", "These are left alone: {kinds}.")
        yield Finding(REPLY, said.format(kinds=kinds_said(silent)), ANSWER, tuple(silent))
