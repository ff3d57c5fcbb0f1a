"""Does the plan keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, same
from playbook.rules import Finding
from playbook.stances import unlike_data
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import about, quoted, raised, those

ORDER, SCOPE, SYNC, FIGURES = (
    "positioning-first-or-emergent",
    "local-or-industry-scope",
    "multi-platform-sync",
    "market-figures-dated",
)
OR_STANCE = Text("改计划，或者改立场。", "Change the plan, or change the stance.")


def unlike_stances(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    """Yield where the plan is unlike the stances taken, and formulas that the data speak against."""
    if plan.holds(SCOPE, "industry") and plan.positioning.scope == "local":
        said = Text("立场是做行业号，计划里却做本地。", "You decided to go by trade; the plan is local.")
        yield raised("local-else-industry", (said, OR_STANCE), "positioning")
    if plan.holds(SCOPE, "regional") and plan.positioning.scope == "industry":
        said = Text("立场是分区域触达，计划里却做全行业。", "You decided on regions; the plan is for the whole trade.")
        yield raised("local-failure-cause", (said, OR_STANCE), "positioning")
    if plan.holds(ORDER, "pilot") and plan.goals and plan.backing.review_on is None:
        said = Text(
            "立场是试了再改，却没有定哪天回头看。", "You decided to try and correct, and no day to look back is set."
        )
        yield raised(
            "pilot-looks-back",
            (said, Text("定一个 4 到 8 周后的日子。", "Set a day four to eight weeks on.")),
            "backing",
        )
    yield from _synced(plan)
    yield from _figures(plan)
    yield from unlike_data(plan, facts.main, facts, "strategy.formula-against-data")


def _synced(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.holds(SYNC, "doubtful") or plan.holds(SYNC, "by_hours"):
        synced = those(
            "platforms",
            plan.platforms,
            lambda each: each.choice == "keep" and each.posting == "synced",
            lambda each: same(each.name),
        )
        said = Text("立场是不靠同步，这里却同步：{names}。", "You decided against syncing; these are synced: {names}.")
        yield from about("multi-platform-caution", synced, (said, OR_STANCE))


def _figures(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.holds(FIGURES, "own_data"):
        present = those("figures", plan.figures, lambda each: each.use == "present", lambda each: quoted(each.what))
        said = Text(
            "立场是用自家的数，这些市场上的数却当今天的用：{names}。",
            "You decided to go by your own figures; these of the market are used as present: {names}.",
        )
        mend = Text("换成自家的数，或者标成“历史”。", "Replace them by your own, or mark them as history.")
        yield from about("own-figures", present, (said, mend))
