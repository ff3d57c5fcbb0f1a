"""What is wrong with the choice of measures on a scorecard: what they count, for whom, whose they are, weights."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.company import KINDS
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.measures import MEASURES, ORIGINS
from playbook.metrics.raised import Wrong, about, blank, raised
from playbook.metrics.scorecard import Row, Scorecard
from playbook.rules import Finding, rule

WHOLE, HALF = 100, 50  # percent
Check = tuple[str, Wrong, Text, Text]

# Row by row: the rule, what is wrong, how it is said, and what mends it.
CHECKS: tuple[Check, ...] = (
    ("evaluation-neglect", lambda row: blank(row.why),
     Text("{name} 这几项没有写为哪个目的：{rows}。",
          "On the card of {name}, these serve no goal that is written: {rows}."),
     Text("每项写一句：它动了，说明哪个目的近了或者远了。",
          "For each, say which goal has come nearer, or gone further, when it moves.")),
    ("no-accepted-standard", lambda row: blank(row.definition),
     Text("{name} 这几项没有写自己怎么算：{rows}。", "On the card of {name}, nothing says how we count these: {rows}."),
     Text("行业没有公认的算法。写明数什么、不数什么、谁算。",
          "The trade has no accepted way. Say what is counted, what is not, and who counts.")),
    ("source-named", lambda row: row.origin is None,
     Text("{name} 这几项没有写数从哪里来：{rows}。",
          "On the card of {name}, nobody says where these come from: {rows}."),
     Text("选一个来处；没有人去取的数，不放进计分卡。",
          "Choose a source; what nobody collects has no place on a card.")),
    ("owner-and-deputy", lambda row: blank(row.owner) or blank(row.deputy) or row.owner == row.deputy,
     Text("{name} 这几项没有负责人，或者没有另一个人能代：{rows}。",
          "On the card of {name}, these lack an owner, or somebody else who stands in: {rows}."),
     Text("定一个人取数、解释；再定一个人，他不在时代他。",
          "Name who collects and explains the figure, and who does so while they are away.")),
    ("act-on-it", lambda row: blank(row.if_falls) or blank(row.if_rises),
     Text("{name} 这几项没有写降了怎么办、升了怎么办：{rows}。",
          "On the card of {name}, nothing says what we do when these fall, or when they rise: {rows}."),
     Text("两头各写一句；怎么动都不用做什么的，删掉。",
          "Write a sentence for each; a measure on which nobody would act goes.")),
    ("conflict-counts-versus-quality", lambda row: row.horizon is None,
     Text("{name} 这几项没有定看短还是看长：{rows}。",
          "On the card of {name}, nobody has settled whether these are short- or long-term: {rows}."),
     Text("一个月里看得出的看短，要一季以上的看长。",
          "What shows within a month is short-term; what takes a quarter or more is long-term.")),
    ("conflict-counts-versus-quality", lambda row: row.horizon == "short" and row.known.money,
     Text("{name} 这几项是钱上的数，却看短：{rows}。",
          "On the card of {name}, these are figures of sales and marked short-term: {rows}."),
     Text("改成看长；短期看答复、讨论、态度、参与。",
          "Make them long-term; the short term is for replies, discussion, attitude and participation.")),
)  # fmt: skip
SORTS_MEND = Text(
    "至少一项结果、一项先行；活动量留在工作记录里。",
    "Keep at least one outcome and one leading measure; what we do belongs in the log of work.",
)


def choosing(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with which measures were chosen for an account; a card without rows is not judged."""
    if not card.rows:
        return
    yield from _refused(card, facts)
    for rule_id, wrong, said, mend in CHECKS:
        yield from about(card, filter(wrong, card.rows), facts, rule_id, (said, mend))
    yield from _origins(card, facts)
    yield from _attitude(card, facts)
    yield from _sorts(card, facts)
    yield from _weights(card, facts)
    yield from _capped(card, facts)


def _refused(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Vanity, a card of nothing but counts, and measures that say nothing about an account of this kind."""
    for row in card.rows:
        if row.known.sort == "vanity":
            said = Text("{name} 的“{rows}”是虚荣指标：{why}。", "On the card of {name}, “{rows}” is vanity: {why}.")
            mend = Text("换成{instead}。", "Take {instead} instead.").format(instead=instead_of(row))
            yield from about(card, [row], facts, "no-vanity", (said, mend), why=row.known.refused)
    counts = set(rule("metrics.evaluation-neglect").values["counts"])
    if {row.measure for row in card.rows} <= counts:
        said = Text("{name} 的计分卡只有这些：{rows}。", "The card of {name} has only these: {rows}.")
        mend = Text(
            "只看粉丝、条数和转发，目标会跑偏。加上读者怎么回应、为的是什么结果。",
            "With followers, posts and reposts alone the goal drifts. Add how readers answer, and what it is all for.",
        )
        yield from about(card, card.rows, facts, "evaluation-neglect", (said, mend))
    kind = facts.company.account(card.account).kind
    unfit = [row for row in card.rows if kind not in row.known.fits]
    said = Text(
        "{name} 是“{kind}”账号，这几项说明不了它做得好不好：{rows}。",
        "{name} is an account of the kind “{kind}”; these do not tell whether it does well: {rows}.",
    )
    mend = Text("换成合它的：看账号下面的建议。", "Take measures that fit it: see what is suggested below the account.")
    yield from about(card, unfit, facts, "fits-account", (said, mend), kind=KINDS[kind])


def instead_of(row: Row) -> Text:
    """Return the names of what to take in place of a refused measure."""
    return join([MEASURES[each].name for each in row.known.instead], "、", ", ")


def _origins(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    for row in card.rows:
        if row.origin and row.origin not in row.known.origins:
            said = Text("{name} 的“{rows}”，{origin}里没有这个数。", "For {name}, “{rows}” cannot come from {origin}.")
            options = join([ORIGINS[each] for each in row.known.origins], "、", " or ")
            mend = Text("改成：{options}。", "It comes from {options}.").format(options=options)
            yield from about(card, [row], facts, "source-named", (said, mend), origin=ORIGINS[row.origin])


def _attitude(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    least = int(rule("metrics.service-account-kpi").values["sample"])
    short = [row for row in card.rows if row.measure == "comment_attitude" and row.sample < least]
    said = Text(
        "{name} 的{rows}要靠人读，每次读的不到 {least} 条。",
        "For {name}, {rows} is read by hand, from fewer than {least} comments each time.",
    )
    mend = Text(
        "每次抽 {least} 条以上，写明怎么抽、谁读；读得少，差十几个百分点也说不准。",
        "Draw {least} or more, and say how and who reads; with fewer, even a dozen points may be chance.",
    ).format(least=least)
    yield from about(card, short, facts, "service-account-kpi", (said, mend), least=least)


def _sorts(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Activities are no results; a card needs something that moves early and something it is for."""
    activities = [row for row in card.rows if row.known.sort == "activity"]
    said = Text("{name} 这几项数的是我们做了多少：{rows}。", "On the card of {name}, these count what we do: {rows}.")
    yield from about(card, activities, facts, "sorts-apart", (said, SORTS_MEND))
    sorts = {row.known.sort for row in card.rows}
    lacks = [
        text
        for sort, text in (("outcome", Text("结果", "an outcome")), ("leading", Text("先行", "a leading measure")))
        if sort not in sorts
    ]
    if lacks:
        said = Text("{name} 的计分卡还缺：{lacks}。", "The card of {name} still lacks {lacks}.")
        yield raised(card, facts, "sorts-apart", said, SORTS_MEND, lacks=join(lacks, "、", " and "))


def _weights(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    rule_id = "conflict-counts-versus-quality"
    horizons = {row.horizon for row in card.rows}
    for horizon, text in (("short", Text("短期", "short")), ("long", Text("长期", "long"))):
        if horizon not in horizons and None not in horizons:
            said = Text("{name} 的计分卡没有一项看{horizon}。", "Nothing on the card of {name} is {horizon}-term.")
            mend = Text(
                "两头都要：短期看关系，长期看收益。", "It takes both: relations in the short term, returns in the long."
            )
            yield raised(card, facts, rule_id, said, mend, horizon=text)
    heavy = [row for row in card.rows if row.weight > HALF]
    said = Text("{name} 的{rows}一项就占了一半以上。", "On the card of {name}, {rows} alone carries more than half.")
    mend = Text("一项最多占一半。", "Let none carry more than half.")
    yield from about(card, heavy, facts, rule_id, (said, mend))
    total = sum(row.weight for row in card.rows)
    if total != WHOLE:
        said = Text("{name} 各项的分量合起来是 {total}%。", "The weights of {name} come to {total}%.")
        mend = Text("改到合起来 100%；不算分的写 0。", "Make them 100%; what is only watched has 0.")
        yield raised(card, facts, "weights-add-up", said, mend, total=total)


def _capped(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """A counter that stops at its limit makes no target: beyond the limit nobody sees what happens."""
    stopped = {row.measure: capped_weeks(card.account, row, facts) for row in card.rows}
    aimed = [row for row in card.rows if stopped[row.measure] and (row.low is not None or row.high is not None)]
    for row in aimed:
        said = Text(
            "{name} 的{rows}有 {weeks} 周数到上限就停了，拿它当目标，够没够到看不出来。",
            "For {name}, {rows} stood at the counter’s limit in {weeks} weeks; as a target, nobody sees it reached.",
        )
        mend = Text(
            "不设目标，只写“至少”；目标换成{instead}。", "Set none, and say “at least”; aim at {instead}."
        ).format(instead=instead_of(row) if row.known.instead else Text("别的", "something else"))
        yield from about(card, [row], facts, "capped-counter", (said, mend), weeks=stopped[row.measure])


def capped_weeks(account: str, row: Row, facts: Facts) -> int:
    """Return in how many weeks an account's counter stood at its limit; 0 where nothing says so."""
    if facts.weekly is None or not row.known.capped:
        return 0
    own = facts.weekly[facts.weekly["account"] == account]
    return int(own[row.known.capped].fillna(value=False).sum())
