"""The strategy's chapter of the handbook: what for, for whom, where; what is promised, watched, and left to others."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.facts import Facts
from playbook.fields import Names, people
from playbook.handbook.blocks import Block, Chapter, Para, Section, Words
from playbook.handbook.laid import chapter_of
from playbook.handbook.parts import Fields, listed, told
from playbook.handbook.said import (
    account,
    amount,
    chosen,
    day,
    decisions,
    run,
    still_open,
    table,
    who,
)
from playbook.language import Text
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.plans import Part
from playbook.strategy import words
from playbook.strategy.lists import Audience, Figure, Goal
from playbook.strategy.models import CHAIN, FUNCTIONS, MODELS, PURPOSES, RETURNS, RUNGS, STEPS
from playbook.strategy.parts import Chain, Diagnosis, Maturity, Phase, Positioning
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.sections import fields
from playbook.strategy.words import LABELS

TITLE = Text("策略", "Strategy")
HEADS = words.HEADS | {
    "positioning": Text("我们是谁，对谁，做什么", "Who we are, for whom, and what we do"),
    "promises": Text("我们的承诺", "What we promise"),
    "goals": Text("目标", "Goals"),
    "not_done": Text("微博上不做什么，交给谁", "What Weibo is not for, and who does it"),
    "phase": Text("现在是哪一期，什么时候换", "Which phase this is, and when it changes"),
    "chain": Text("从关系到消费，每一步看哪个数", "From relations to a purchase: the measure of each step"),
    "risks": Text("会出什么事，怎么办", "What can go wrong, and what we do"),
    "audiences": Text("受众", "Audiences"),
    "figures": Text("引用的市场数字", "Figures of the market that we cite"),
    "platforms": Text("做哪些平台", "Which platforms we keep"),
    "channels": Text("别的渠道，在哪里交接", "Other channels, and where people are handed over"),
    "touchpoints": Text("在哪里遇到人，先做什么", "Where we meet people, and our first move"),
    "maturity": Text("做到了第几步，凭什么说", "How far we have come, and what shows it"),
    "diagnosis": Text("各环节的强弱", "How each step stands"),
}
FOR, FROM, TO = Text("为了什么", "What for"), Text("现在", "Now"), Text("目标", "Target")
HOW, WAY = Text("怎么做，为什么", "How, and why"), Text("做法", "How")
STEP, STATE, EVIDENCE = Text("步骤", "Step"), Text("现在", "Now"), Text("凭据", "Evidence")
SPAN = Text("{low}—{high}", "{low}–{high}")
DATED = Text("{value}（{on} 的数）", "{value} (of {on})")
IN_UNITS = Text("{name}（{unit}）", "{name} ({unit})")
REACHES = Text("{measure}到了 {at}", "{measure} reaches {at}")
LEVEL = Text("自己评到第 {level} 步，共 7 步。", "By our own judgement we are at step {level} of 7.")
FIRST: dict[tuple[str, str], Text] = {  # what a field is called where it stands first in a table of its own
    ("promises", "what"): Text("承诺", "Promise"),
    ("not_done", "what"): Text("不做什么", "Not done here"),
    ("risks", "what"): Text("会出什么事", "What can go wrong"),
    ("channels", "name"): Text("渠道", "Channel"),
    ("platforms", "name"): Text("平台", "Platform"),
    ("figures", "what"): Text("哪个数", "Which figure"),
    ("touchpoints", "who"): LABELS["owner"],
}
NAMELESS = Text("还没有名字的一群", "One without a name yet")
KEEPING = ("keeps", "basis")  # of an audience: told where personal data are kept
DECIDED = ("name", "choice", "why", "posting", "hours", "replies")  # of a platform; what that goes by comes second
GROUNDS = ("name", "share", "added", "character", "source", "on")
PLATFORM_GROUNDS = Text("凭什么这样定", "What the decision goes by")


def chapter(plan: StrategyPlan, facts: Facts) -> Chapter:
    """Return what the strategy comes to: what a team holds its posts, its campaigns and its numbers against."""
    of = {part: _fields(part, facts) for part in HEADS}
    lists: dict[str, Sequence[Part]] = {
        "promises": plan.promises, "not_done": plan.not_done, "risks": plan.risks, "channels": plan.channels,
        "touchpoints": plan.touchpoints,
    }  # fmt: skip
    made: dict[str, list[Block]] = {
        **{part: listed(each, of[part]) for part, each in lists.items()},
        "positioning": _position(plan.positioning, of["positioning"]),
        "backing": decisions(told(plan.backing, of["backing"])),
        "goals": _goals(plan.goals, facts),
        "phase": _phase(plan.phase),
        "chain": _chain(plan.chain),
        "audiences": [_audience(each, of["audiences"]) for each in plan.audiences],
        "figures": _figures(plan.figures),
        "platforms": [
            *listed(plan.platforms, {name: of["platforms"][name] for name in DECIDED}),
            *listed(plan.platforms, {name: of["platforms"][name] for name in GROUNDS}, PLATFORM_GROUNDS),
        ],
        "maturity": _maturity(plan.maturity),
        "diagnosis": _diagnosis(plan.diagnosis),
    }
    return chapter_of(plan, TITLE, [(HEADS[name], made[name]) for name in words.HEADS])


def _fields(part: str, facts: Facts) -> Fields:
    asked = {
        name: (FIRST.get((part, name), label), kind) for name, (label, kind) in fields(part, facts, Names()).items()
    }
    if part == "touchpoints":
        asked["who"] = (asked["who"][0], people(facts.company))
    return asked


def _position(positioning: Positioning, position: Fields) -> list[Block]:
    """Return the position; how a whole trade comes to orders is asked of nobody who serves one region."""
    asked = {name: each for name, each in position.items() if name != "conversion" or positioning.scope != "local"}
    if positioning.conversion.strip():
        asked = dict(position)
    return decisions(told(positioning, asked))


def _goals(goals: list[Goal], facts: Facts) -> list[Block]:
    """Return the goals twice: what is reached from where by when and whose it is, then how and why."""
    numbers = [
        (_purpose(each), _measure(each.measure), _now(each), _target(each), day(each.by),
         account(each.account, facts), who(each.owner, facts))
        for each in goals
    ]  # fmt: skip
    ways = [(_purpose(each), each.audience, _way(each), _brings(each), each.why) for each in goals]
    heads = (FOR, LABELS["measure"], FROM, TO, LABELS["by"], LABELS["account"], LABELS["owner"])
    today = [PURPOSES[each.purpose].today for each in goals if each.purpose]
    return [
        *table(heads, numbers),
        *table((FOR, LABELS["audience"], WAY, LABELS["brings"], LABELS["why"]), ways, HOW),
        *(Para(words.TODAY.format(today=each), "quiet") for each in dict.fromkeys(today) if each),
    ]


def _purpose(goal: Goal) -> Words:
    return PURPOSES[goal.purpose].name if goal.purpose else ""


def _measure(name: MeasureName | None) -> Words:
    return IN_UNITS.format(name=MEASURES[name].name, unit=MEASURES[name].unit) if name else ""


def _now(goal: Goal) -> Words:
    if not goal.base and goal.base_on is None:
        return ""
    return DATED.format(value=amount(goal.base), on=goal.base_on) if goal.base_on else amount(goal.base)


def _target(goal: Goal) -> Words:
    if not goal.low or not goal.high:
        return amount(goal.low or goal.high) if goal.low or goal.high else ""
    return SPAN.format(low=amount(goal.low), high=amount(goal.high))


def _way(goal: Goal) -> Text:
    model = MODELS[goal.model].name if goal.model else ""
    return run([model, chosen(FUNCTIONS, goal.function), words.LABELS["labelled"] if goal.labelled else ""])


def _brings(goal: Goal) -> Text:
    return run([chosen(RETURNS, goal.brings), chosen(words.HORIZONS, goal.horizon)])


def _phase(phase: Phase) -> list[Block]:
    switch = REACHES.format(measure=_measure(phase.switch), at=amount(phase.at)) if phase.at else _measure(phase.switch)
    return decisions(
        [
            (LABELS["now"], chosen(words.STAGES, phase.now)),
            (LABELS["growth"], phase.growth),
            (LABELS["switch"], switch if phase.switch else ""),
        ]
    )


def _chain(chain: Chain) -> list[Block]:
    measures = {link: getattr(chain, link) for link in CHAIN}
    rows = [(CHAIN[link], _measure(name)) for link, name in measures.items() if name]
    missing = [CHAIN[link] for link, name in measures.items() if not name]
    return [*table((STEP, LABELS["measure"]), rows), *still_open(missing)] if rows else []


def _audience(audience: Audience, asked: Fields) -> Section:
    kept = {
        name: each
        for name, each in asked.items()
        if name != "name" and (name not in KEEPING or audience.keeps.strip() or audience.basis)
    }
    return Section(audience.name.strip() or NAMELESS, decisions(told(audience, kept)))


def _figures(figures: list[Figure]) -> list[Block]:
    heads = (FIRST["figures", "what"], *(LABELS[each] for each in ("value", "year", "source", "use")))
    return table(
        heads,
        [
            (each.what, each.value, str(each.year) if each.year else "", each.source, words.USES[each.use])
            for each in figures
        ],
    )


def _maturity(maturity: Maturity) -> list[Block]:
    rows = [(RUNGS[rung], getattr(maturity, rung)) for rung in RUNGS if getattr(maturity, rung).strip()]
    if not rows and not maturity.level:
        return []
    return [Para(LEVEL.format(level=maturity.level)), *table((STEP, EVIDENCE), rows)]


def _diagnosis(diagnosis: Diagnosis) -> list[Block]:
    judged = {step: state for step in STEPS if (state := getattr(diagnosis, step))}
    rows = [(STEPS[step], words.STATES[state]) for step, state in judged.items()]
    rest = decisions([(LABELS["weakest"], chosen(STEPS, diagnosis.weakest)), (LABELS["mend"], diagnosis.mend)])
    return [*table((STEP, STATE), rows), *rest]
