"""What stands beside the goals: what is left to other channels, the risks, and the chain to a purchase."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.language import Text
from playbook.metrics.measures import MEASURES
from playbook.rules import Finding
from playbook.strategy.models import CHAIN
from playbook.strategy.parts import Chain
from playbook.strategy.plan import StrategyPlan, goal_said
from playbook.strategy.raised import about, blank, lacking, quoted, raised, those


def around(plan: StrategyPlan) -> Iterator[Finding]:
    """Yield what is wrong with what is not done, with the risks, and with the chain."""
    yield from _left_out(plan)
    yield from _risks(plan)
    yield from _chain(plan)


def _left_out(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.goals and not plan.not_done:
        yield raised(
            "not-universal",
            (
                Text(
                    "没有写微博不做什么。它不是万能的。",
                    "Nothing says what the channel is not expected to do. It does not do everything.",
                ),
                Text(
                    "写一件不指望它的事，和由谁来做。",
                    "Write one thing you do not expect of it, and which channel does that.",
                ),
            ),
            "not_done",
        )
    uncovered = those("not_done", plan.not_done, lambda each: blank(each.instead), lambda each: quoted(each.what))
    yield from about(
        "not-universal",
        uncovered,
        (
            Text("不做，可是没有写由谁来做：{names}。", "Not done, and nothing says which channel does it: {names}."),
            Text("写上另一个渠道；谁都不做，也写明。", "Name the other channel; if nobody does it, say so."),
        ),
    )


def _risks(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.goals and not plan.risks:
        yield raised(
            "double-edged-sword",
            (
                Text(
                    "有目标，没有风险。做得好是机会，做得不好是危机。",
                    "There are goals and no risks. Run well it brings business, run badly it brings crises.",
                ),
                Text(
                    "在目标旁边写一件会出的事、怎么看出来、那时怎么办。",
                    "Beside the goals write what can go wrong, how you notice, and what you do.",
                ),
            ),
            "risks",
        )
    helpless = those(
        "risks", plan.risks, lambda each: blank(each.sign) or blank(each.then), lambda each: quoted(each.what)
    )
    yield from about(
        "double-edged-sword",
        helpless,
        (
            Text(
                "风险没有写怎么看出来，或者那时怎么办：{names}。",
                "Nothing says how the risk shows, or what is done then: {names}.",
            ),
            Text("两样都补上。", "Add both."),
        ),
    )


def _chain(plan: StrategyPlan) -> Iterator[Finding]:
    chain, open_ = plan.chain, [said for name, said in CHAIN.items() if getattr(plan.chain, name) is None]
    if chain != Chain():
        yield from lacking(
            "sell-to-marketing-chain",
            open_,
            (
                Text(
                    "从关系到消费六步，还没有指标的：{lacks}。",
                    "Of the six steps from relations to a purchase, these have no measure: {lacks}.",
                ),
                Text(
                    "每步一个指标，才看得出断在哪一步。", "Give each a measure, or nobody sees where the chain breaks."
                ),
            ),
            "chain",
        )
    if chain.spread not in {None, "discussion"}:
        yield raised(
            "word-of-mouth-carrier",
            (
                Text(
                    "用户间传播这一步看的是“{measure}”，数的还是我们自己发的。",
                    "“Users tell users” goes by “{measure}”, which counts our own posts.",
                ),
                Text(
                    "改看“讨论量”：不是我们写的、提到我们的微博。",
                    "Go by “amount of discussion”: posts about us that we did not write.",
                ),
            ),
            "chain",
            measure=MEASURES[chain.spread].name,
        )
    money = those("goals", plan.goals, lambda goal: bool(goal.known and goal.known.money), goal_said)
    if open_ and chain != Chain():
        yield from about(
            "profit-attempt",
            money,
            (
                Text(
                    "目标是钱上的数，从看见到买的几步却没有量：{names}。",
                    "The goal is money, and the steps from first sight to purchase are not all measured: {names}.",
                ),
                Text(
                    "先给六步各定一个指标，再说带来多少钱。",
                    "Give each of the six steps a measure before you claim money.",
                ),
            ),
        )
