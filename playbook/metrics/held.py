"""Does the plan keep what the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.raised import about, raised
from playbook.metrics.routine import Report
from playbook.metrics.scorecard import Scorecard
from playbook.rules import Finding, rule
from playbook.stances import unlike_data

COUNTED, RETURN = "kpis-that-count", "sales-and-roi"
OR_STANCE = Text("改计分卡，或者改立场。", "Change the card, or change the stance.")
LACKS = Text(
    "立场是“{stance}”，{name} 的计分卡还缺：{lacks}。", "You decided on “{stance}”; the card of {name} lacks {lacks}."
)
MONEY_FIRST = frozenset({"returns", "decisive", "direct"})


def unlike_stances(plan: MetricsPlan, facts: Facts) -> Iterator[Finding]:
    """Yield where cards, report and pay are unlike the stances taken, and formulas that the data speak against."""
    for card in plan.scorecards:
        if card.rows:
            yield from _counted(plan, card, facts)
            yield from _returned(plan, card, facts)
    yield from _long_returns(plan)
    yield from _report(plan)
    yield from _pay(plan)
    yield from unlike_data(plan, facts.main, facts, "metrics.formula-against-data")


def _counted(plan: MetricsPlan, card: Scorecard, facts: Facts) -> Iterator[Finding]:
    kind = facts.company.account(card.account).kind
    if plan.holds(COUNTED, "by_account"):
        for rule_id, of in (("brand-account-kpis", "brand"), ("service-account-kpi", "service")):
            if kind == of:
                yield from _lacking(plan, COUNTED, card, facts, rule_id)
    if plan.holds(COUNTED, "conversion") and kind == "shop":
        yield from _lacking(plan, COUNTED, card, facts, "conversion-decides")
    if plan.holds(COUNTED, "keeping") and kind != "service":
        yield from _lacking(plan, COUNTED, card, facts, "keeping-counts")


def _lacking(plan: MetricsPlan, topic: str, card: Scorecard, facts: Facts, rule_id: str) -> Iterator[Finding]:
    """Yield one finding if measures that a rule wants are not on a card; `any`: one of them is enough."""
    values = rule(f"metrics.{rule_id}").values
    wanted: list[MeasureName] = values["measures"]
    missing = [each for each in wanted if card.of(each) is None]
    taken = plan.position(topic)
    if taken and (len(missing) == len(wanted) if values.get("any") else missing):
        lacks = join([MEASURES[each].name for each in missing])
        yield raised(card, facts, rule_id, LACKS, OR_STANCE, stance=taken.says, lacks=lacks)


def _returned(plan: MetricsPlan, card: Scorecard, facts: Facts) -> Iterator[Finding]:
    money = [row for row in card.rows if row.known.money]
    if plan.holds(RETURN, "freed"):
        weighed = [row for row in money if row.weight > 0]
        said = Text(
            "立场是放下销售和回报，{name} 的这几项却占分量：{rows}。",
            "You decided to be freed from sales and returns; on the card of {name} these carry weight: {rows}.",
        )
        yield from about(card, weighed, facts, "beyond-sales-roi", (said, OR_STANCE))
    if plan.holds(RETURN, "direct"):
        untraced = [row for row in money if row.measure == "orders" and row.origin != "codes"]
        said = Text(
            "立场是微博直接带来成交，{name} 的{rows}却不是由链接或者券码算来的。",
            "You decided that posts lead straight to sales; for {name}, {rows} are not traced by links or vouchers.",
        )
        yield from about(card, untraced, facts, "sales-traced", (said, OR_STANCE))
    if plan.holds(RETURN, "decisive") and facts.company.account(card.account).kind == "shop":
        yield from _lacking(plan, RETURN, card, facts, "conversion-decides")


def _long_returns(plan: MetricsPlan) -> Iterator[Finding]:
    """Whoever counts returns in the end has a figure of them somewhere, and a long-term one."""
    rows = [row for card in plan.scorecards for row in card.rows]
    for topic in (COUNTED, RETURN):
        taken = plan.position(topic)
        if rows and taken and taken.id == "returns" and not any(r.known.money and r.horizon == "long" for r in rows):
            said = Text(
                "立场是“{stance}”，没有一项看长的销售或者回报。",
                "You decided on “{stance}”, and no card has a long-term figure of sales or returns.",
            )
            yield Finding("metrics.returns-in-the-end", said.format(stance=taken.says), OR_STANCE)


def _report(plan: MetricsPlan) -> Iterator[Finding]:
    """Relations first, money in its own part at the end: unless the company decided that money comes first."""
    taken, report = plan.position(RETURN), plan.report
    if report == Report() or (taken and taken.id in MONEY_FIRST):
        return
    if report.leads_with not in {None, "relations"} or not report.money_apart:
        said = Text(
            "月报没有先说关系，或者没有把钱上的数另放在后面。",
            "The monthly report does not lead with relations, or mixes in the figures of sales.",
        )
        mend = Text(
            "先说答复、讨论、态度、参与；销售和回报放最后一节。要反过来，先定立场。",
            "Replies, discussion, attitude and participation come first, sales and returns in the last part. To do "
            "otherwise, take the stance for it.",
        )
        yield Finding("metrics.beyond-sales-roi", said, mend, ("report",))


def _pay(plan: MetricsPlan) -> Iterator[Finding]:
    wanted: list[MeasureName] = rule("metrics.specialist-kpis").values["measures"]
    missing = [each for each in wanted if each not in plan.pay.tied]
    if plan.holds(COUNTED, "counts") and plan.pay.tied and missing:
        said = Text(
            "立场是按第 4 篇的四样考核，还缺：{lacks}。", "You decided on article 4’s four; pay leaves out {lacks}."
        )
        filled = said.format(lacks=join([MEASURES[each].name for each in missing]))
        yield Finding(
            "metrics.specialist-kpis", filled, Text("改考核，或者改立场。", "Change pay, or the stance."), ("pay",)
        )
