"""What is wrong with the goals: what each is for, by which measure, from where to where, and what is left to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.measures import MEASURES
from playbook.rules import Finding, rule
from playbook.strategy.lists import Goal
from playbook.strategy.models import CHAIN, MODELS, PURPOSES
from playbook.strategy.parts import Chain
from playbook.strategy.plan import StrategyPlan, goal_said
from playbook.strategy.raised import Texts, about, blank, lacking, quoted, raised, those

SERVING = frozenset({
    "reply_time", "reply_share", "settled", "complaints", "comment_attitude", "kept_followers", "repeat_orders",
})  # fmt: skip
PLAIN: dict[str, tuple[Callable[[Goal], bool], Texts]] = {
    "account-purposes-seven": (
        lambda goal: not (goal.purpose and goal.measure),
        (
            Text("没有写目的，或者没有指标：{names}。", "No purpose, or no measure: {names}."),
            Text("七个目的里选一个，再选一个看得出做到没有的指标。",
                 "Choose one of the seven purposes, then a measure that tells whether it is met."),
        ),
    ),
    "ten-marketing-models": (
        lambda goal: goal.model is None or blank(goal.owner),
        (
            Text("没有写用哪种做法，或者没有人管：{names}。", "No model is chosen, or nobody owns it: {names}."),
            Text("十种做法里选一种，写上谁管。", "Choose one of the ten models and name who owns it."),
        ),
    ),
    "six-functions": (
        lambda goal: goal.function is None,
        (
            Text("没有写用微博的哪项功能：{names}。", "No function of the channel is named: {names}."),
            Text("六项功能里选一项。", "Choose one of the six functions."),
        ),
    ),
    "ad-labelled": (
        lambda goal: goal.model is not None and MODELS[goal.model].advert and not goal.labelled,
        (
            Text("硬广、植入是广告，没有写明要标出来：{names}。",
                 "Plain advertising and placement are adverts, and nothing says they are labelled: {names}."),
            Text("标明“广告”，勾上；不愿意标，就换一种做法。", "Label it as an advert and tick the box; or choose another model."),
        ),
    ),
    "advantage-brand": (
        lambda goal: "brand" in {goal.purpose, goal.function} and goal.horizon == "short",
        (
            Text("品牌的目标写成了短期：{names}。认知要长期才改得动。",
                 "A goal of the brand is set for the short term: {names}. How people see a brand changes slowly."),
            Text("改成长期，开头量一次，每季再量。", "Make it long-term; measure it at the start and after each quarter."),
        ),
    ),
    "advantage-crm": (
        lambda goal: goal.function == "relations" and goal.measure is not None and goal.measure not in SERVING,
        (
            Text("目标是维护关系，指标却看不出有没有答好、留住：{names}。",
                 "The goal is relations, and its measure does not tell whether people were answered, or stayed: {names}."),
            Text("改看答复、一次答好、回头客、留下的粉丝。",
                 "Go by replies, settled at once, customers who come back, or followers kept."),
        ),
    ),
    "goal-has-range": (
        lambda goal: not 0 <= goal.low < goal.high or goal.by is None or goal.horizon is None,
        (
            Text("没有写从几到几、到哪天，或者看长看短：{names}。", "No range, no date, or no horizon: {names}."),
            Text("目标写成一段（从几到几），定下日子：一个点，碰运气也会过不去。",
                 "Set a range and a date: a single point is missed by luck alone."),
        ),
    ),
    "data-driven-decisions": (
        lambda goal: goal.base_on is None,
        (
            Text("没有写现在是几、哪天的数：{names}。", "Nothing says where it stands now, by data of which day: {names}."),
            Text("从自家的表里读出现在的数，写上日子；没有表的，先记四周。",
                 "Read today’s value off your own table and date it; without one, note four weeks first."),
        ),
    ),
}  # fmt: skip
VANITY = (
    Text("“{measure}”不收：{why}。写着它的是：{names}。", "“{measure}” will not do: {why}. It stands at: {names}."),
    Text("换成：{instead}。", "Take instead: {instead}."),
)
UNFIT = (
    Text("指标说不出目的做到没有：{names}。", "The measure does not tell whether the purpose is met: {names}."),
    Text("照目的换一个指标；表单下面写着各个目的可用的。", "Change the measure; those that fit stand beneath the form."),
)
MONEY_SHORT = (
    Text("没有写它带来什么，或者说带来盈利，却不看销售的数：{names}。",
         "Nothing says what it brings, or it claims turnover without a figure of sales: {names}."),
    Text("三样里选一样：品牌价值、帮助促销、生意额和盈利；说盈利，就用订单、收入这些数。",
         "Choose one of three: brand value, help to promotion, turnover and profit; for profit, go by orders or revenue."),
)  # fmt: skip


def aimed(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the goals, the chain to a purchase, and what is not done."""
    if plan.goals:
        yield from _count(plan)
        for name, (wrong, texts) in PLAIN.items():
            yield from about(name, those("goals", plan.goals, wrong, goal_said), texts)
        yield from _measured(plan)
        yield from _for_whom(plan, facts)
        yield from _one_way(plan)
        yield from _too_early(plan)
    yield from _left_out(plan)
    yield from _chain(plan)


def _count(plan: StrategyPlan) -> Iterator[Finding]:
    most = rule("strategy.three-goals").values["most"]
    if len(plan.goals) > most:
        yield raised("three-goals", (
            Text("有 {count} 个目标，最多 {most} 个：人手就那么多，样样都要，样样做不好。",
                 "There are {count} goals, at most {most}: with so many hands, wanting all of them gets none done."),
            Text("留下最要紧的，其余写进“不做什么”。", "Keep those that matter most; write the others under what is not done."),
        ), "goals", count=len(plan.goals), most=most)  # fmt: skip


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

    yield from about("segmented-targeting", those("goals", plan.goals, nobody, goal_said), (
        Text("没有写对哪群人，或者受众里没有这群人：{names}。", "For nobody in particular, or for none of your audiences: {names}."),
        Text("写上受众的名字，和受众那一页写的一样。", "Name an audience, as the list of audiences has it."),
    ))  # fmt: skip
    accounts = {each.id for each in facts.company.accounts}
    lost = those("goals", plan.goals, lambda goal: goal.account not in accounts, goal_said)
    yield from about("goal-has-account", lost, (
        Text("没有写哪个账号去做：{names}。", "No account of ours is named for it: {names}."),
        Text("选一个名片上的账号。", "Choose an account of the card."),
    ))  # fmt: skip


def _one_way(plan: StrategyPlan) -> Iterator[Finding]:
    chosen = [goal.model for goal in plan.goals if goal.model]
    if chosen and all(MODELS[each].one_way for each in chosen):
        names = join([MODELS[each].name for each in dict.fromkeys(chosen)])
        yield raised("social-core-four", (
            Text("做法全是单向的：{models}。交流、互动、诚意、内涵，前两样没有。",
                 "Every model talks and none listens: {models}. Of exchange, interaction, sincerity and substance, the first two "
                 "are missing."),
            Text("至少一个目标用有来有回的做法，例如在线客服。", "Let at least one goal use a model that answers, such as online service."),
        ), "goals", models=names)  # fmt: skip


def _too_early(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.phase.now == "accumulate":
        selling = those(
            "goals", plan.goals, lambda goal: bool(goal.purpose == "sales" or (goal.known and goal.known.money)), goal_said
        )
        yield from about("two-phase-growth", selling, (
            Text("还在积累期，目标却是卖货：{names}。", "The phase is to gather readers, and a goal is to sell: {names}."),
            Text("先看留下的读者和对话，到了换阶段的数再卖；或者改成营销期。",
                 "Go by readers who stay and by dialogues until the switch is reached; or change the phase."),
        ))  # fmt: skip


def _left_out(plan: StrategyPlan) -> Iterator[Finding]:
    if plan.goals and not plan.not_done:
        yield raised("not-universal", (
            Text("没有写微博不做什么。它不是万能的。", "Nothing says what the channel is not expected to do. It does not do everything."),
            Text("写一件不指望它的事，和由谁来做。", "Write one thing you do not expect of it, and which channel does that."),
        ), "not_done")  # fmt: skip
    uncovered = those("not_done", plan.not_done, lambda each: blank(each.instead), lambda each: quoted(each.what))
    yield from about("not-universal", uncovered, (
        Text("不做，可是没有写由谁来做：{names}。", "Not done, and nothing says which channel does it: {names}."),
        Text("写上另一个渠道；谁都不做，也写明。", "Name the other channel; if nobody does it, say so."),
    ))  # fmt: skip
    if plan.goals and not plan.risks:
        yield raised("double-edged-sword", (
            Text("有目标，没有风险。做得好是机会，做得不好是危机。", "There are goals and no risks. Run well it brings business, run badly it brings crises."),
            Text("在目标旁边写一件会出的事、怎么看出来、那时怎么办。", "Beside the goals write what can go wrong, how you notice, and what you do."),
        ), "risks")  # fmt: skip
    helpless = those("risks", plan.risks, lambda each: blank(each.sign) or blank(each.then), lambda each: quoted(each.what))
    yield from about("double-edged-sword", helpless, (
        Text("风险没有写怎么看出来，或者那时怎么办：{names}。", "Nothing says how the risk shows, or what is done then: {names}."),
        Text("两样都补上。", "Add both."),
    ))  # fmt: skip


def _chain(plan: StrategyPlan) -> Iterator[Finding]:
    chain, open_ = plan.chain, [said for name, said in CHAIN.items() if getattr(plan.chain, name) is None]
    if chain != Chain():
        yield from lacking("sell-to-marketing-chain", open_, (
            Text("从关系到消费六步，还没有指标的：{lacks}。", "Of the six steps from relations to a purchase, these have no measure: {lacks}."),
            Text("每步一个指标，才看得出断在哪一步。", "A measure for each, or nobody sees where the chain breaks."),
        ), "chain")  # fmt: skip
    if chain.spread not in {None, "discussion"}:
        yield raised("word-of-mouth-carrier", (
            Text("用户间传播这一步看的是“{measure}”，数的还是我们自己发的。",
                 "“Users tell users” goes by “{measure}”, which counts our own posts."),
            Text("改看“讨论量”：不是我们写的、提到我们的微博。", "Go by “amount of discussion”: posts about us that we did not write."),
        ), "chain", measure=MEASURES[chain.spread].name)  # fmt: skip
    money = those("goals", plan.goals, lambda goal: bool(goal.known and goal.known.money), goal_said)
    if open_:
        yield from about("profit-attempt", money, (
            Text("目标是钱上的数，从看见到买的几步却没有量：{names}。",
                 "The goal is money, and the steps from first sight to purchase are not all measured: {names}."),
            Text("先给六步各定一个指标，再说带来多少钱。", "Give each of the six steps a measure before you claim money."),
        ))  # fmt: skip
