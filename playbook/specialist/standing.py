"""Is it shown where somebody stands, and can what they want be reached in ninety days?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.language import Text
from playbook.persons import blank
from playbook.rules import Finding
from playbook.specialist.plan import ABILITIES, FUNCTIONS, AbilityName, SpecialistPlan
from playbook.specialist.words import FUNCTIONS_SAID, KNOWN, ability
from playbook.week import listed

SHOWN_FROM = 2  # from this level on, a level needs something that shows it
MOST_STEPS = 2  # levels that ninety days can bring
RAISED_BY: dict[AbilityName, str] = {
    "learning": "ability-learning",
    "new-forms": "ability-new-forms",
    "sensitivity": "ability-sensitivity",
    "writing": "ability-writing",
    "theory-practice": "ability-theory",
    "industry": "ability-industry",
    "data": "further-skills",
    "graphics": "further-skills",
}


def standing(plan: SpecialistPlan) -> Iterator[Finding]:
    """Yield what is wrong with the self-assessment; nothing as long as no level is given."""
    levels = [each.level for each in plan.abilities.values() if each.level is not None]
    if not levels:
        return
    yield from _rated(plan)
    if len(levels) == len(ABILITIES) and len(set(levels)) == 1:
        said = Text("八项都评了 {level} 级。", "All eight stand at level {level}.").format(level=levels[0])
        mend = Text(
            "逐项对照每一级的说明，想一件最近做过的事。",
            "Read what each level can do, and think of something you did lately.",
        )
        yield Finding("specialist.levels-told-apart", said, mend, ("abilities",))
    for name in ABILITIES:
        yield from _one(plan, name)
    yield from _functions(plan)


def _rated(plan: SpecialistPlan) -> Iterator[Finding]:
    missing = [name for name in ABILITIES if plan.of(name).level is None or plan.of(name).wanted is None]
    for rule, kinds in (("six-abilities", ABILITIES[:6]), ("further-skills", ABILITIES[6:])):
        names = [name for name in kinds if name in missing]
        if names:
            said = Text(
                "现在的、九十天后的，还有一级没有评：{names}。",
                "A level is missing, now or after ninety days: {names}.",
            )
            mend = Text("两格都选；0 级也是一个答案。", "Choose both; level 0 is an answer too.")
            yield Finding(f"specialist.{rule}", said.format(names=listed(map(ability, names))), mend, tuple(names))


def _one(plan: SpecialistPlan, name: AbilityName) -> Iterator[Finding]:
    """Yield what is wrong with one ability that is rated: no evidence, a leap, or no goal that would raise it."""
    each = plan.of(name)
    if each.level is None:
        return
    if each.level >= SHOWN_FROM and (blank(each.evidence) or blank(each.where) or each.on is None):
        said = Text(
            "“{name}”评了 {level} 级，证据、在哪里看、日期没有写全。",
            "“{name}” stands at level {level}, but what shows it, where and when, is not complete.",
        )
        mend = Text(
            "写一件看得到的东西，比如：{shown}；没有就降到 1 级。",
            "Name something one can see, for example {shown}; else it is level 1.",
        )
        yield Finding(
            "specialist.evidence-for-level",
            said.format(name=KNOWN[name].name, level=each.level),
            mend.format(shown=KNOWN[name].shown_by),
            (name,),
        )
    if each.wanted is None:
        return
    if each.wanted - each.level > MOST_STEPS:
        said = Text(
            "“{name}”要在九十天里从 {level} 级到 {wanted} 级。",
            "“{name}” is to go from level {level} to level {wanted} in ninety days.",
        ).format(name=KNOWN[name].name, level=each.level, wanted=each.wanted)
        mend = Text(
            "九十天最多升两级，其余留到下一轮。", "Two levels at most; leave the rest for the next ninety days."
        )
        yield Finding("specialist.two-levels-at-most", said, mend, (name,))
    if each.wanted > each.level and name not in {goal.ability for goal in plan.goals}:
        said = Text(
            "“{name}”想从 {level} 级到 {wanted} 级，三段里却没有它的目标。",
            "“{name}” is to rise from level {level} to level {wanted}, and no stretch has a goal for it.",
        ).format(name=KNOWN[name].name, level=each.level, wanted=each.wanted)
        mend = Text(
            "给它定一个目标：{able}。凭据可以是：{shown}。",
            "Set a goal for it: {able}. What can show it: {shown}.",
        ).format(able=KNOWN[name].levels[each.wanted], shown=KNOWN[name].shown_by)
        yield Finding(f"specialist.{RAISED_BY[name]}", said, mend, (name,))


def _functions(plan: SpecialistPlan) -> Iterator[Finding]:
    met = {*plan.functions, *(each for stretch in plan.days for each in stretch.functions)}
    missing = [FUNCTIONS_SAID[each] for each in FUNCTIONS if each not in met]
    if missing:
        said = Text("这些功能没有用过，也没有排进哪一段：{which}。", "Neither used yet nor planned: {which}.")
        mend = Text("在测试账号上各做一遍，排进第一段。", "Do each once on a test account, in the first stretch.")
        yield Finding(
            "specialist.function-fluency", said.format(which=listed(missing, measure="个")), mend, ("functions",)
        )
