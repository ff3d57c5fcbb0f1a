"""Does the plan keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.interaction.growing import MEANS
from playbook.interaction.kinds import FOLLOWS, GROUPS, followed_said
from playbook.interaction.plan import InteractionPlan, Routine
from playbook.language import Text, join
from playbook.rules import Finding, rule

WHOM, NUMBER, ASKING, KEEPING, GROWTH = (
    "whom-to-follow", "number-of-follows", "soliciting-by-mention-and-dm", "retention-vs-acquisition",
    "article6-growth-means-vs-principle",
)  # fmt: skip
LISTS = {
    "five_groups": "interaction.follow-target-groups", "six_kinds": "interaction.follow-targets-six",
    "five_own": "interaction.follow-groups-five", "three_targets": "interaction.target-fan-kinds",
}  # fmt: skip
OR_STANCE = Text("改计划，或者改立场。", "Change the plan, or change the stance.")


def unlike_stances(plan: InteractionPlan) -> Iterator[Finding]:
    """Return where the plan is unlike the stances taken on it; what is not begun is not held to a stance."""
    yield from _groups(plan)
    yield from _number(plan)
    yield from _asking(plan)
    yield from _weights(plan)
    yield from _growth(plan)


def _groups(plan: InteractionPlan) -> Iterator[Finding]:
    """Each group of the article that is followed has somebody in it; of article 8, nobody is outside its three."""
    taken = plan.position(WHOM)
    if taken is None or taken.id not in LISTS or not plan.follows:
        return
    rule_id = LISTS[taken.id]
    article = int(rule(rule_id).values["article"])
    group = {kind: entry.of.get(article) for kind, entry in FOLLOWS.items()}
    present = {name: told for name, told in group.items() if any(each.kind == name for each in plan.follows)}
    missing = [said for key, said in GROUPS[article].items() if key not in present.values()]
    if missing:
        said = Text(
            "立场是“{stance}”，这几组一个也没有：{groups}。",
            "You decided on “{stance}”; nobody is followed of {groups}.",
        )
        yield Finding(rule_id, said.format(stance=taken.says, groups=join(missing)), OR_STANCE)
    outside = [each for each in plan.follows if each.kind in group and group[each.kind] is None]
    if taken.id == "three_targets" and outside:
        said = Text(
            "立场是“{stance}”，这几类不在里面：{kinds}。", "You decided on “{stance}”; these are none of them: {kinds}."
        )
        kinds = join([followed_said(kind) for kind in dict.fromkeys(each.kind for each in outside)])
        at = tuple(each.account for each in outside)
        yield Finding(rule_id, said.format(stance=taken.says, kinds=kinds), OR_STANCE, at)


def _number(plan: InteractionPlan) -> Iterator[Finding]:
    if not plan.holds(NUMBER, "five_a_day") or plan.routine == Routine():
        return
    rule_id = "interaction.five-follows-a-day"
    wanted = rule(rule_id).values["per_day"]
    if plan.routine.follows_a_day != wanted:
        said = Text(
            "立场是一天加五个，计划里是 {count} 个。", "You decided on five follows a day; the plan has {count}."
        )
        yield Finding(rule_id, said.format(count=plan.routine.follows_a_day), OR_STANCE, ("routine",))
    habits = plan.habits
    parts = (
        (plan.routine.same_day_comment, Text("当天评论", "a comment the same day")),
        (habits.asks > 0, Text("带问句", "questions in posts")),
        (bool(habits.campaigns.strip()), Text("结合活动", "campaigns")),
        (any("polite" in each.tone for each in plan.triage), Text("语言要求", "the tone of replies")),
        (habits.welfare > 0, Text("参与公益", "public welfare")),
    )
    missing = [said for there, said in parts if not there]
    if missing:
        said = Text(
            "照第 8 篇的互动计划做，还缺：{parts}。", "You go by the plan of article 8; it still lacks {parts}."
        )
        yield Finding("interaction.plan-seven-rules", said.format(parts=join(missing)), OR_STANCE, ("routine",))


def _asking(plan: InteractionPlan) -> Iterator[Finding]:
    routine = plan.routine
    if (
        (plan.holds(ASKING, "one_comment") or plan.holds(NUMBER, "five_a_day"))
        and routine.follows_a_day
        and not routine.same_day_comment
    ):
        said = Text("立场是关注当天评论一次，计划里没有。", "You decided on a comment the same day; the plan has none.")
        yield Finding("interaction.same-day-comment", said, OR_STANCE, ("routine",))


def _weights(plan: InteractionPlan) -> Iterator[Finding]:
    keeping, winning = plan.habits.keeping, plan.habits.winning
    if plan.holds(KEEPING, "keep_first") and keeping < winning:
        said = Text(
            "立场是留住重于增加，力气留住占 {keeping}%，增加占 {winning}%。",
            "You decided that keeping matters more; it gets {keeping}% of the effort, and winning {winning}%.",
        )
        filled = said.format(keeping=keeping, winning=winning)
        yield Finding("interaction.retain-over-acquire", filled, OR_STANCE, ("weights",))


def _growth(plan: InteractionPlan) -> Iterator[Finding]:
    rule_id, growth = "interaction.best-growth-mix", plan.habits.growth
    missing = [MEANS[each] for each in rule(rule_id).values["means"] if each not in growth]
    if plan.holds(GROWTH, "principle") and growth and missing:
        said = Text(
            "立场是入口、内容、互动、活动四样，还缺：{means}。",
            "You decided on entries, content, interaction and campaigns; it lacks {means}.",
        )
        yield Finding(rule_id, said.format(means=join(missing)), OR_STANCE, ("growth",))
