"""The handbook’s chapter on metrics: each account’s scorecard, the peers, the monthly report, the reviews, and pay."""

from __future__ import annotations

from datetime import date

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para, Section, Words
from playbook.handbook.laid import card_order, chapter_of
from playbook.handbook.said import account, amount, chosen, day, decisions, lines, run, table, who, yes
from playbook.language import COLON, Text, join, same
from playbook.metrics.going_on import GUARDS
from playbook.metrics.measures import MEASURES, ORIGINS
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Change, Pay, Report, Review
from playbook.metrics.scorecard import Horizon, Row, Scorecard
from playbook.metrics.words import HEADS, IF_FALLS, IF_RISES, LABELS, LEADS, ORIGIN, OUTCOMES, PER, WHY

TITLE = Text("指标", "Metrics")
CARDS, NO_CARD, PAY, CHANGED = (
    Text("每个账号看什么", "What counts for each account"), Text("还没有计分卡", "No scorecard yet"),
    Text("谁的收入跟着哪些数走", "Measures that pay follows"), Text("复盘以后改什么", "What the reviews changed"),
)  # fmt: skip
JUDGED, VERDICT = Text("评的是", "Period judged"), Text("哪天下结论", "Verdict on")
NO_VERDICT = Text(
    "没到下结论的日子，只读数，不下结论。", "Until a measure’s day has come, read it and pass no verdict."
)
SPAN = Text("{first}到 {last}", "{first} to {last}")
NAME, TARGET, BASE, READ, OWNER, STANDS_IN, WEIGHT = (
    Text("指标", "Measure"), Text("目标", "Target"), Text("基准", "Base"), Text("什么时候读", "When it is read"),
    Text("谁管", "Owner"), Text("谁代", "Stands in"), Text("分量（%）", "Weight (%)"),
)  # fmt: skip
COUNTED = Text("怎么算", "How it is counted")
BETWEEN, LEAST, MOST = (
    Text("{low} 到 {high}{unit}", "{low} to {high}{unit}"),
    Text("{low}{unit}以上", "{low}{unit} or more"),
    Text("{high}{unit}以下", "{high}{unit} or less"),
)
PERCENT = "%"
DAYS = Text("{days} 天后", "{days} days after")
WEEKS, A_WEEK = (
    Text("{lag} 周内不下结论", "no verdict for {lag} weeks"),
    Text("1 周内不下结论", "no verdict for a week"),
)
HORIZONS: dict[Horizon, Text] = {"short": Text("看短期", "short-term"), "long": Text("看长期", "long-term")}
SAMPLE = Text("每次读 {count} 条", "{count} comments read each time")
MONTHLY, RISE = (
    Text("每月 {day} 日", "day {day} of each month"),
    Text("多出 {percent}% 就去看", "a rise of {percent}% is looked into"),
)
ON, WHAT, BY, DUE, SEEN = (
    Text("哪天复盘", "Review of"), Text("改什么", "What"), Text("谁", "Who"), Text("到哪天", "By"),
    Text("下次看到", "Seen next time"),
)  # fmt: skip


def chapter(plan: MetricsPlan, facts: Facts) -> Chapter:
    """Return the chapter: a section a scorecard, then what keeps the evaluation going."""
    parts = [
        (CARDS, _cards(plan, facts)),
        (HEADS["peers"], _peers(plan)),
        (HEADS["gaps"], _gaps(plan, facts)),
        (HEADS["report"], _report(plan.report, facts)),
        (HEADS["reviews"], _reviews(plan.reviews)),
        (CHANGED, _changes(plan.reviews, facts)),
    ]
    pay = [(PAY, _pay(plan.pay))] if plan.pay != Pay() else []  # most tie no pay to measures: nothing is missing then
    return chapter_of(plan, TITLE, [*parts, *pay])


def _cards(plan: MetricsPlan, facts: Facts) -> list[Block]:
    """Return a section for each scorecard, and the accounts of the card that have none."""
    cards = {each.account: each for each in plan.scorecards}
    if not cards:
        return []
    without = [account(each.id, facts) for each in facts.company.accounts if each.id not in cards]
    made = [_card(cards[each], facts) for each in card_order(cards, facts)]
    return [Para(NO_VERDICT), *made, *([Para(NO_CARD + COLON + join(without), "quiet")] if without else [])]


def _card(card: Scorecard, facts: Facts) -> Section:
    """Return a card: its dates, then what is aimed at, then why and what is done; a base that all share stands once."""
    bases = {_span(row.base_from, row.base_to) for row in card.rows}
    shared = bases.pop() if len(bases) == 1 else same("")
    dates = lines([
        (JUDGED, _span(card.judged_from, card.judged_to)), (BASE, shared), (VERDICT, day(card.verdict_on)),
    ])  # fmt: skip
    targets = [_target_row(row, facts, based=not shared.zh) for row in card.rows]
    meant: list[tuple[Words, ...]] = [(row.known.name, *said) for row in card.rows if any(said := _meant(row))]
    aimed = table((NAME, TARGET, BASE, READ, ORIGIN, OWNER, STANDS_IN, WEIGHT), targets, numbers=[7])
    return Section(
        account(card.account, facts), [*dates, *aimed, *table((NAME, WHY, COUNTED, IF_FALLS, IF_RISES), meant)]
    )


def _meant(row: Row) -> tuple[str, ...]:
    """Return what a row is for, how it is counted, and what is done when it falls or rises."""
    return row.why.strip(), row.definition.strip(), row.if_falls.strip(), row.if_rises.strip()


def _span(first: date | None, last: date | None) -> Text:
    """Return from when to when; one end alone as that day."""
    return SPAN.format(first=day(first), last=day(last)) if first and last else run([day(first), day(last)])


def _target_row(row: Row, facts: Facts, *, based: bool) -> tuple[Words, ...]:
    sample = SAMPLE.format(count=row.sample) if row.sample else ""
    return (
        row.known.name,
        _target(row),
        _span(row.base_from, row.base_to) if based else "",
        _read(row),
        run([chosen(ORIGINS, row.origin), sample]),
        who(row.owner, facts),
        who(row.deputy, facts),
        str(row.weight or ""),
    )


def _target(row: Row) -> Text:
    """Return the target with its unit; one end alone as the least or the most."""
    unit = same(PERCENT) if row.known.unit.zh == PERCENT else same(" ") + row.known.unit
    low, high = ("" if each is None else amount(each) for each in (row.low, row.high))
    said = BETWEEN if low and high else LEAST if low else MOST
    return said.format(low=low, high=high, unit=unit) if low or high else same("")


def _read(row: Row) -> Text:
    """Return at which ages it is read, how long no verdict is passed, and whether it is a matter of short or long."""
    ages = DAYS.format(days=join([same(str(each)) for each in sorted(row.ages)])) if row.ages else ""
    lag = (A_WEEK if row.lag == 1 else WEEKS.format(lag=row.lag)) if row.lag else ""
    return run([ages, lag, HORIZONS[row.horizon] if row.horizon else ""])


def _peers(plan: MetricsPlan) -> list[Block]:
    compared = plan.comparison
    rows = [(each.name.strip(), each.why.strip()) for each in compared.peers]
    told = lines([
        (LABELS["per"], chosen(PER, compared.per)),
        *((LABELS[name], yes(getattr(compared, name))) for name in ("same_period", "public", "inflated_noted")),
    ])  # fmt: skip
    return [*table((LABELS["name"], LABELS["why"]), rows), *told]


def _gaps(plan: MetricsPlan, facts: Facts) -> list[Block]:
    rows = [
        (each.what.strip(), each.action.strip(), who(each.owner, facts), day(each.due)) for each in plan.comparison.gaps
    ]
    return table([LABELS[each] for each in ("what", "action", "owner", "due")], rows)


def _report(report: Report, facts: Facts) -> list[Block]:
    return decisions([
        (Text("哪天出", "it comes out on"), MONTHLY.format(day=report.day) if report.day else same("")),
        (LABELS["writer"], who(report.writer, facts)),
        (LABELS["reader"], who(report.reader, facts)),
        (LABELS["leads_with"], chosen(LEADS, report.leads_with)),
        (LABELS["money_apart"], yes(report.money_apart)),
        (Text("取消关注", "unfollows after a post"), RISE.format(percent=report.alarm) if report.alarm else same("")),
        *([(LABELS["unfollow_is_customer"], yes(ticked=True))] if report.unfollow_is_customer else []),
    ])  # fmt: skip


def _reviews(reviews: list[Review]) -> list[Block]:
    rows = [(day(each.on), each.found.strip(), each.learned.strip()) for each in reviews]
    return table([LABELS[each] for each in ("on", "found", "learned")], rows)


def _changes(reviews: list[Review], facts: Facts) -> list[Block]:
    rows = [
        (day(review.on), each.what.strip(), who(each.owner, facts), day(each.due), OUTCOMES[each.outcome])
        for review in reviews
        for each in review.changes
        if each != Change()
    ]
    return table((ON, WHAT, BY, DUE, SEEN), rows)


def _pay(pay: Pay) -> list[Block]:
    return decisions([
        (Text("看哪几个数", "measures"), join([MEASURES[each].name for each in pay.tied])),
        (HEADS["guards"], join([GUARDS[each] for each in pay.guards])),
    ])  # fmt: skip
