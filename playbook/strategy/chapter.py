"""The strategy's chapter of the handbook: what for, for whom, where; what is promised, watched, and left to others."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.facts import Facts
from playbook.fields import Names
from playbook.handbook.blocks import Block, Chapter, Para, Section, Words
from playbook.handbook.laid import chapter_of
from playbook.handbook.parts import Fields, listed, told
from playbook.handbook.said import (
    amount,
    chosen,
    day,
    decisions,
    is_said,
    percent,
    run,
    still_open,
    table,
    who,
)
from playbook.language import Text
from playbook.plans import Part
from playbook.strategy import words
from playbook.strategy.goals import goals_told, measure_said
from playbook.strategy.lists import Audience, Figure, Platform, Touchpoint
from playbook.strategy.models import CHAIN, POINTS, RUNGS, STEPS
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
STEP, STATE, EVIDENCE = Text("步骤", "Step"), Text("现在", "Now"), Text("凭据", "Evidence")
REACHES = Text("{measure}到了 {at}", "{measure} reaches {at}")
LEVEL = Text("自己评到第 {level} 步，共 7 步。", "By our own judgement we are at step {level} of 7.")
FIRST: dict[tuple[str, str], Text] = {  # what a field is called where it stands first in a table of its own
    ("promises", "what"): Text("承诺", "Promise"),
    ("not_done", "what"): Text("不做什么", "Not done here"),
    ("risks", "what"): Text("会出什么事", "What can go wrong"),
    ("channels", "name"): Text("渠道", "Channel"),
    ("platforms", "name"): Text("平台", "Platform"),
    ("figures", "what"): Text("哪个数", "Which figure"),
    ("audiences", "place"): Text("在不在范围里", "Inside our region, or outside"),
}
NAMELESS = Text("还没有名字的一群", "One without a name yet")
KEEPING = ("keeps", "basis")  # of an audience: told where personal data are kept
DECIDED = ("name", "choice", "why", "posting", "hours", "replies")  # of a platform; what that goes by comes second
THERE, ADDED = Text("我们的顾客在那里", "Of our customers"), Text("只在那里的", "It adds")
SHARED = Text("读者一起塑造品牌", "readers help to shape the brand")
PLATFORM_GROUNDS = Text("凭什么这样定", "What the decision goes by")


def chapter(plan: StrategyPlan, facts: Facts) -> Chapter:
    """Return what the strategy comes to: what a team holds its posts, its campaigns and its numbers against."""
    of = {part: _fields(part, facts) for part in HEADS}
    lists: dict[str, Sequence[Part]] = {
        "promises": plan.promises, "not_done": plan.not_done, "risks": plan.risks, "channels": plan.channels,
    }  # fmt: skip
    made: dict[str, list[Block]] = {
        **{part: listed(each, of[part]) for part, each in lists.items()},
        "positioning": _position(plan.positioning, of["positioning"]),
        "backing": decisions(told(plan.backing, of["backing"])),
        "goals": goals_told(plan.goals, facts),
        "phase": _phase(plan.phase),
        "chain": _chain(plan.chain),
        "audiences": [_audience(each, of["audiences"]) for each in plan.audiences],
        "figures": _figures(plan.figures),
        "platforms": [
            *listed(plan.platforms, {name: of["platforms"][name] for name in DECIDED}),
            *_grounds(plan.platforms),
        ],
        "touchpoints": _touchpoints(plan.touchpoints, facts),
        "maturity": _maturity(plan.maturity),
        "diagnosis": _diagnosis(plan.diagnosis),
    }
    return chapter_of(plan, TITLE, [(HEADS[name], made[name]) for name in words.HEADS])


def _fields(part: str, facts: Facts) -> Fields:
    return {
        name: (FIRST.get((part, name), label), kind) for name, (label, kind) in fields(part, facts, Names()).items()
    }


def _position(positioning: Positioning, position: Fields) -> list[Block]:
    """Return the position; how a whole trade comes to orders is asked of nobody who serves one region."""
    asked = {name: each for name, each in position.items() if name != "conversion" or positioning.scope != "local"}
    if positioning.conversion.strip():
        asked = dict(position)
    return decisions(told(positioning, asked))


def _phase(phase: Phase) -> list[Block]:
    switch = (
        REACHES.format(measure=measure_said(phase.switch), at=amount(phase.at))
        if phase.at
        else measure_said(phase.switch)
    )
    return decisions(
        [
            (LABELS["now"], chosen(words.STAGES, phase.now)),
            (LABELS["growth"], phase.growth),
            (LABELS["switch"], switch if phase.switch else ""),
        ]
    )


def _chain(chain: Chain) -> list[Block]:
    measures = {link: getattr(chain, link) for link in CHAIN}
    rows = [(CHAIN[link], measure_said(name)) for link, name in measures.items() if name]
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


def _grounds(platforms: list[Platform]) -> list[Block]:
    """Return what the decisions on platforms go by, for those of which anything is known."""
    rows: list[tuple[Words, ...]] = [
        (
            each.name,
            percent(each.share) if each.share else "",
            percent(each.added) if each.added else "",
            each.character,
            run([each.source, day(each.on)]),
        )
        for each in platforms
    ]
    heads = (FIRST["platforms", "name"], THERE, ADDED, LABELS["character_of"], LABELS["source"])
    return table(
        heads, [row for row in rows if any(is_said(each) for each in row[1:])], PLATFORM_GROUNDS, numbers=(1, 2)
    )


def _touchpoints(touchpoints: list[Touchpoint], facts: Facts) -> list[Block]:
    rows = [
        (
            each.where,
            each.first,
            each.wanted,
            run([chosen(POINTS, each.point), SHARED if each.shared else ""]),
            who(each.who, facts),
            day(each.on),
        )
        for each in touchpoints
    ]
    heads = (*(LABELS[each] for each in ("where", "first", "wanted", "point")), LABELS["owner"], LABELS["on"])
    return table(heads, rows)


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
