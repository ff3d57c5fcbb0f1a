"""What is wrong with the goals: what each is for, for whom, by which measure, from where to where."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.measures import MEASURES
from playbook.rules import Finding, rule
from playbook.strategy.lists import Goal
from playbook.strategy.models import MODELS, PURPOSES
from playbook.strategy.one_goal import OF_ONE_GOAL
from playbook.strategy.plan import StrategyPlan, goal_said
from playbook.strategy.raised import about, blank, raised, those

VANITY = (
    Text("“{measure}”不收：{why}。写着它的是：{names}。", "“{measure}” will not do: {why}. It stands at: {names}."),
    Text("换成：{instead}。", "Take instead: {instead}."),
)
UNFIT = (
    Text("指标说不出目的做到没有：{names}。", "The measure does not tell whether the purpose is met: {names}."),
    Text(
        "照目的换一个指标；表单下面写着各个目的可用的。", "Change the measure; those that fit stand beneath the form."
    ),
)
MONEY_SHORT = (
    Text(
        "没有写它带来什么，或者说带来盈利，却不看销售的数：{names}。",
        "Nothing says what it brings, or it claims turnover without a figure of sales: {names}.",
    ),
    Text(
        "三样里选一样：品牌价值、帮助促销、生意额和盈利；说盈利，就用订单、收入这些数。",
        "Choose one of three: brand value, help to promotion, turnover and profit; for profit, go by orders or "
        "revenue.",
    ),
)


def aimed(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the goals; `facts` tell which accounts there are."""
    if plan.goals:
        yield from _count(plan)
        for name, (wrong, texts) in OF_ONE_GOAL.items():
            yield from about(name, those("goals", plan.goals, wrong, goal_said), texts)
        yield from _measured(plan)
        yield from _for_whom(plan, facts)
        yield from _one_way(plan)
        yield from _too_early(plan)


def _count(plan: StrategyPlan) -> Iterator[Finding]:
    most = rule("strategy.three-goals").values["most"]
    if len(plan.goals) > most:
        yield raised(
            "three-goals",
            (
                Text(
                    "有 {count} 个目标，最多 {most} 个：人手就那么多，样样都要，样样做不好。",
                    "There are {count} goals; {most} is the most: with the hands you have, wanting all of them "
                    "gets none done.",
                ),
                Text(
                    "留下最要紧的，其余写进“不做什么”。",
                    "Keep those that matter most; write the others under what is not done.",
                ),
            ),
            "goals",
            count=len(plan.goals),
            most=most,
        )


def _measured(plan: StrategyPlan) -> Iterator[Finding]:
    for measure in dict.fromkeys(goal.measure for goal in plan.goals if goal.measure):
        known = MEASURES[measure]
        if known.refused:
            said, mend = VANITY
            instead = join([MEASURES[each].name for each in known.instead])
            standing = those("goals", plan.goals, lambda goal, name=measure: goal.measure == name, goal_said)  # type: ignore[misc]  # mypy infers no lambda with a default
            texts = (said, mend.format(instead=instead))
            yield from about("no-vanity-goal", standing, texts, measure=known.name, why=known.refused)
    yield from about("measure-fits-purpose", those("goals", plan.goals, _unfit, goal_said), UNFIT)
    yield from about("relationship-outcomes", those("goals", plan.goals, _no_return, goal_said), MONEY_SHORT)


def _unfit(goal: Goal) -> bool:
    """Tell whether a measure that may be a goal's does not fit this goal's purpose."""
    if not (goal.purpose and goal.known) or goal.known.refused:
        return False
    return goal.known.id not in PURPOSES[goal.purpose].measures


def _no_return(goal: Goal) -> bool:
    claims_money = goal.brings == "turnover" and goal.known is not None and not goal.known.money
    return goal.brings is None or claims_money


def _for_whom(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    names = {each.name.strip() for each in plan.audiences}

    def nobody(goal: Goal) -> bool:
        return blank(goal.audience) or bool(names and goal.audience.strip() not in names)

    yield from about(
        "segmented-targeting",
        those("goals", plan.goals, nobody, goal_said),
        (
            Text(
                "没有写对哪群人，或者受众里没有这群人：{names}。",
                "For nobody in particular, or for none of your audiences: {names}.",
            ),
            Text("写上受众的名字，和受众那一页写的一样。", "Name an audience, as the list of audiences has it."),
        ),
    )
    accounts = {each.id for each in facts.company.accounts}
    lost = those("goals", plan.goals, lambda goal: goal.account not in accounts, goal_said)
    yield from about(
        "goal-has-account",
        lost,
        (
            Text("没有写哪个账号去做：{names}。", "No account of ours is named for it: {names}."),
            Text("选一个公司卡上的账号。", "Choose an account of the card."),
        ),
    )


def _one_way(plan: StrategyPlan) -> Iterator[Finding]:
    chosen = [goal.model for goal in plan.goals if goal.model]
    if chosen and all(MODELS[each].one_way for each in chosen):
        names = join([MODELS[each].name for each in dict.fromkeys(chosen)])
        yield raised(
            "social-core-four",
            (
                Text(
                    "做法全是单向的：{models}。交流、互动、诚意、内涵，前两样没有。",
                    "Every model talks and none listens: {models}. Of exchange, interaction, sincerity and "
                    "substance, the first two "
                    "are missing.",
                ),
                Text(
                    "至少一个目标用有来有回的做法，例如在线客服。",
                    "Let at least one goal use a model that answers, such as online service.",
                ),
            ),
            "goals",
            models=names,
        )


def _too_early(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.phase.now == "accumulate":
        selling = those(
            "goals",
            plan.goals,
            lambda goal: bool(goal.purpose == "sales" or (goal.known and goal.known.money)),
            goal_said,
        )
        yield from about(
            "two-phase-growth",
            selling,
            (
                Text(
                    "还在积累期，目标却是卖货：{names}。",
                    "The phase is to gather readers, and a goal is to sell: {names}.",
                ),
                Text(
                    "先看留下的读者和对话，到了换阶段的数再卖；或者改成营销期。",
                    "Go by readers who stay and by dialogues until the switch is reached; or change the phase.",
                ),
            ),
        )
