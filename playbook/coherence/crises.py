"""Crises: who is in charge and who belongs to the team, and whether the minutes promised can be held."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.coherence.clash import Check, Found
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Level, Sign
from playbook.crisis.words import DUTIES, level_said
from playbook.crisis.words import minutes as minutes_said
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import gone, ours
from playbook.governance.workflow import minutes
from playbook.interaction.kinds import Message, message_said
from playbook.interaction.plan import InteractionPlan
from playbook.language import Text, join
from playbook.persons import blank, known_as, person, same_person

# What a message of a kind would be the sign of, if it were the beginning of a crisis.
SIGNS: dict[Message, tuple[Sign, ...]] = {
    "journalist": ("journalist",), "complaint": ("product", "service"), "rumour": ("rumour",), "troll": ("troll",),
}  # fmt: skip


def _strangers(crisis: CrisisPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever has a duty in a crisis belongs to the team; before the team is written down, nothing is said."""
    if not governance.members and not governance.roles:
        return
    known = ours(governance, facts) | gone(governance, facts)
    absent = [
        (DUTIES[each.duty], each.who) for each in crisis.roles
        if each.duty and not blank(each.who) and known_as(each.who, facts) not in known
    ]  # fmt: skip
    if absent:
        said = Text(
            "危机计划里的这些角色，由分工计划和公司卡上都没有的人担任：{who}。",
            "In the crisis plan these roles are held by people whom neither the governance plan nor the card knows: "
            "{who}.",
        ).format(who=join([_holding(duty, who, facts) for duty, who in absent]))
        mend = Text(
            "在危机计划里换成队里的人，或者在分工计划里把他们写进队伍。",
            "Name somebody in the team in the crisis plan, or enter them as members in the governance plan.",
        )
        yield Found(said, mend, ("crisis:roles", "governance:members"))


def _holding(duty: Text, who: str, facts: Facts) -> Text:
    return duty + Text("（", " (") + person(who, facts) + Text("）", ")")


def _owner(governance: GovernancePlan, crisis: CrisisPlan, facts: Facts) -> Iterator[Found]:
    """The owner of the crisis system has a part in the plan for crises."""
    owner = next((each.owner for each in governance.systems if each.system == "crisis"), "")
    named = [crisis.norm.owner, crisis.watch.owner, crisis.of("coordinator").who]
    if not blank(owner) and any(map(str.strip, named)) and not any(same_person(owner, each, facts) for each in named):
        said = Text(
            "分工计划里危机体系归{owner}管；危机计划里盯的、总协调的、管预案的都不是{owner}，而是{named}。",
            "In the governance plan {owner} answers for the crisis system; in the crisis plan the watch, the "
            "coordination and the response plan are with {named}.",
        ).format(
            owner=person(owner, facts),
            named=join(list(dict.fromkeys(person(each, facts) for each in named if not blank(each)))),
        )
        mend = Text(
            "在分工计划或者危机计划里改成同一个人。", "Name the same person in the governance plan or the crisis plan."
        )
        yield Found(said, mend, ("governance:systems", "crisis:roles"))


def _first_word(crisis: CrisisPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """The first word of a crisis goes out by the fast lane, as fast as its steps allow."""
    lane = governance.workflow.lane("crisis")
    needed = minutes(governance.workflow, lane)
    for level in crisis.levels:
        if needed and 0 < level.first_word < needed and not level.silent:
            said = Text(
                "危机计划里{level}要在 {word}内先说一声；照分工计划里的流程，危机的稿子走完要 {needed}。",
                "In the crisis plan the first word of {level} comes within {word}; by the workflow of the governance "
                "plan what is said in a crisis takes {needed} to go out.",
            ).format(level=level_said(crisis, level), word=minutes_said(level.first_word), needed=minutes_said(needed))
            mend = Text(
                "在分工计划里把危机放进快道、缩短时限，或者在危机计划里放长。",
                "Put crises into the fast lane or shorten its limits in the governance plan, or allow more time in the "
                "crisis plan.",
            )
            yield Found(said, mend, (f"crisis:levels/{crisis.levels.index(level) + 1}", "governance:workflow"))


def _answers(interaction: InteractionPlan, crisis: CrisisPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """Nobody waits longer for an answer to such a message than the crisis plan lets the first word wait."""
    for kind, signs in SIGNS.items():
        rule = interaction.of(kind)
        level = _grave(crisis, signs)
        if level and rule.where not in (None, "none") and rule.within > level.first_word:
            said = Text(
                "互动计划里“{kind}”可以等 {within}才答；危机计划里这样的事属于{level}，{word}内就要先说一声。",
                "In the interaction plan a message of the kind “{kind}” may wait {within} for an answer; in the crisis "
                "plan such a thing belongs to {level}, whose first word comes within {word}.",
            ).format(
                kind=message_said(kind), within=minutes_said(rule.within), level=level_said(crisis, level),
                word=minutes_said(level.first_word),
            )  # fmt: skip
            mend = Text(
                "在互动计划里把时限放短，或者在危机计划里放长。",
                "Give it less time in the interaction plan, or more in the crisis plan.",
            )
            yield Found(said, mend, (f"interaction:{kind}", f"crisis:levels/{crisis.levels.index(level) + 1}"))


def _answered_or_not(interaction: InteractionPlan, crisis: CrisisPlan, facts: Facts) -> Iterator[Found]:  # noqa: ARG001 - as all checks
    """What one plan answers the other does not leave alone."""
    for kind, signs in SIGNS.items():
        where = interaction.of(kind).where
        for number, level in enumerate(crisis.levels, start=1):
            if where is None or level.silent is (where == "none") or not set(signs) & set(level.signs):
                continue
            said = Text(
                "互动计划里“{kind}”要答，危机计划里这样的事属于{level}，只看不答。",
                "In the interaction plan a message of the kind “{kind}” is answered; in the crisis plan such a thing "
                "belongs to {level}, which is watched and not answered.",
            ) if level.silent else Text(
                "互动计划里“{kind}”不答，危机计划里这样的事属于{level}，是要答的。",
                "In the interaction plan a message of the kind “{kind}” is left alone; in the crisis plan such a thing "
                "belongs to {level}, which is answered.",
            )  # fmt: skip
            mend = Text(
                "在危机计划里挪到另一级，或者在互动计划里改答不答。",
                "Move it to another level in the crisis plan, or say otherwise in the interaction plan.",
            )
            filled = said.format(kind=message_said(kind), level=level_said(crisis, level))
            yield Found(filled, mend, (f"interaction:{kind}", f"crisis:levels/{number}"))


def _grave(crisis: CrisisPlan, signs: tuple[Sign, ...]) -> Level | None:
    """Return the level with one of these signs whose first word comes soonest; None if none is answered in time."""
    timed = [each for each in crisis.levels if set(signs) & set(each.signs) and each.first_word and not each.silent]
    return min(timed, key=lambda each: each.first_word, default=None)


CHECKS = (
    Check("crisis-role-absent", CrisisPlan, GovernancePlan, _strangers),
    Check("crisis-owner-differs", GovernancePlan, CrisisPlan, _owner),
    Check("first-word-before-lane", CrisisPlan, GovernancePlan, _first_word),
    Check("answer-after-first-word", InteractionPlan, CrisisPlan, _answers),
    Check("answered-or-not", InteractionPlan, CrisisPlan, _answered_or_not),
)
