"""What is wrong with how a scorecard compares: its base, its target, and when it is read and judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.analysis.periods import unequal
from playbook.metrics.now import known_weeks
from playbook.metrics.raised import about, raised
from playbook.metrics.scorecard import Row, Scorecard
from playbook.rules import Finding, rule

WEEK, YEAR = 7, 364  # days; a year of whole weeks keeps the weekdays
BASE = "baseline-period"
LAG = "effect-lag"
AFTER = Text("基准在所评的时段后面。", "The base comes after the period judged.")


def comparing(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with bases, targets and the time of the verdict; a card without rows is not judged."""
    if not card.rows:
        return
    yield from _period(card, facts)
    yield from _bases(card, facts)
    yield from _targets(card, facts)
    yield from _read(card, facts)
    yield from _verdict(card, facts)
    yield from _two_points(card, facts)


def _period(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    if card.judged_days is None:
        said = Text(
            "{name} 的计分卡没有定评哪一段，或者日子倒了。",
            "The card of {name} does not say which period is judged, or its days are reversed.",
        )
        mend = Text("定从哪天到哪天，最好是整周。", "Set its first and last day, best in whole weeks.")
        yield raised(card, facts, BASE, said, mend)


def _bases(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    unset = [row for row in card.rows if row.base_days is None]
    said = Text(
        "{name} 这几项没有基准时段，或者日子倒了：{rows}。",
        "On the card of {name}, these have no base period, or its days are reversed: {rows}.",
    )
    mend = Text("定从哪天到哪天。", "Set its first and last day.")
    yield from about(card, unset, facts, BASE, (said, mend))
    based = [row for row in card.rows if row.base_days is not None]
    least = int(rule("metrics.baseline-long-enough").values["days"])
    short = [row for row in based if (row.base_days or 0) < least]
    said = Text(
        "{name} 这几项的基准不到 {least} 天：{rows}。",
        "On the card of {name}, the base of these is under {least} days: {rows}.",
    )
    mend = Text("至少四周：一两周里，一条爆了就偏了。", "Four weeks at least: in one or two, a single post tips it.")
    yield from about(card, short, facts, "baseline-long-enough", (said, mend), least=least)
    if card.judged_days is not None:
        yield from _unequal(card, based, facts)


def _unequal(card: Scorecard, based: list[Row], facts: Facts) -> Iterator[Finding]:
    """Bases of another length, with other weekdays, that reach into the period judged, or lie in another season."""
    said = Text(
        "{name} 这几项的基准不能和所评的时段比：{rows}。{why}",
        "For {name}, the base of these cannot be compared with the period judged: {rows}. {why}",
    )
    mend = Text(
        "取一样长的整周，从周一到周日，在所评的时段开始以前结束。",
        "Take as many whole weeks, Monday to Sunday, that end before the period judged begins.",
    )
    reasons = {row.measure: _why_not(row, card) for row in based}
    for why in dict.fromkeys(reason for reason in reasons.values() if reason):
        rows = [row for row in based if reasons[row.measure] == why]
        yield from about(card, rows, facts, BASE, (said, mend), why=why)
    tolerance = int(rule("metrics.same-season").values["tolerance"])
    fair = [row for row in based if row.known.seasonal and not reasons[row.measure]]
    elsewhere = [row for row in fair if not _year_ago(row, card, tolerance)]
    said = Text(
        "{name} 这几项跟着季节走，基准却不是去年同一段：{rows}。",
        "For {name}, these go with the season, and their base is not the same weeks a year before: {rows}.",
    )
    mend = Text(
        "点“去年同几周”；不然旺季会算成你的功劳。",
        "Press “Same weeks a year ago”; else the busy season passes for your doing.",
    )
    yield from about(card, elsewhere, facts, "same-season", (said, mend))


def _why_not(row: Row, card: Scorecard) -> Text | None:
    """Say why a base cannot be compared with the period judged, both of which are set; None if it can."""
    assert row.base_from and row.base_to and card.judged_from and card.judged_to  # noqa: S101, PT018 - as the callers ask
    why = _unlike((row.base_from, row.base_to), (card.judged_from, card.judged_to))
    return AFTER if why is None and row.base_to > card.judged_from else why


@lru_cache(maxsize=256)
def _unlike(base: tuple[date, date], judged: tuple[date, date]) -> Text | None:
    """Say once for the same days why they cannot be compared: a plan is reviewed at every letter."""
    return unequal(base, judged)


def _year_ago(row: Row, card: Scorecard, tolerance: int) -> bool:
    assert row.base_from is not None and card.judged_from is not None  # noqa: S101, PT018 - asked for by the caller
    return abs((card.judged_from - timedelta(days=YEAR) - row.base_from).days) <= tolerance


def _targets(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    single = [row for row in card.rows if row.low is None or row.high is None or row.low >= row.high]
    said = Text(
        "{name} 这几项的目标不是一段范围：{rows}。", "On the card of {name}, the target of these is no range: {rows}."
    )
    mend = Text(
        "写从多少到多少。没有人动手，数也会上下，一个数要么天天没够到，要么天天超过。",
        "Say from how much to how much. Figures go up and down by themselves; a single one is always missed or passed.",
    )
    yield from about(card, single, facts, "target-range", (said, mend))
    wished = [row for row in card.rows if row not in single and out_of_reach(card.account, row, facts)]
    said = Text(
        "{name} 这几项的目标，有数以来没有一周到过：{rows}。",
        "On the card of {name}, the whole target of these lies where no week on record ever stood: {rows}.",
    )
    mend = Text("看旁边的范围，从够得着的地方起。", "Look at the range beside it, and begin within reach.")
    yield from about(card, wished, facts, "target-in-reach", (said, mend))


def out_of_reach(account: str, row: Row, facts: Facts) -> bool:
    """Tell whether every known week lies on the wrong side of a whole target, which is set; of no data, no."""
    values = known_weeks(account, row.measure, facts)
    if values is None or row.low is None or row.high is None:
        return False
    return bool(values.min() > row.high) if row.known.down else bool(values.max() < row.low)


def _read(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    least = int(rule(f"metrics.{LAG}").values["ages"])
    once = [row for row in card.rows if len(set(row.ages)) < least]
    said = Text(
        "{name} 这几项只读一次，或者没有定几天后读：{rows}。",
        "On the card of {name}, these are read once only, or nothing says when: {rows}.",
    )
    mend = Text("同一批微博，第 1、7、30 天各读一次。", "Read the same posts after 1, 7 and 30 days.")
    yield from about(card, once, facts, LAG, (said, mend))
    for row in card.rows:
        if row.lag < row.known.lag:
            said = Text(
                "{name} 的“{rows}”等 {lag} 周就下结论；它通常要 {usual} 周才看得出。",
                "For {name}, “{rows}” is judged after {lag} weeks; it usually takes {usual} to show.",
            )
            mend = Text("至少等 {usual} 周。", "Wait {usual} weeks at least.").format(usual=row.known.lag)
            yield from about(card, [row], facts, LAG, (said, mend), lag=row.lag, usual=row.known.lag)
    early = [row for row in card.rows if row.ages and max(row.ages) > row.lag * WEEK]
    said = Text(
        "{name} 这几项，最后一次还没有读，就到了下结论的时候：{rows}。",
        "On the card of {name}, the verdict on these comes before their last reading: {rows}.",
    )
    mend = Text("多等几周，或者少读一次。", "Wait some weeks more, or leave out the last reading.")
    yield from about(card, early, facts, LAG, (said, mend))


def _verdict(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """The verdict on a whole card waits for whichever of its measures takes longest."""
    if card.judged_to is None or card.judged_days is None:
        return
    mend = Text("往后挪，或者先评别的几项。", "Put it off, or take these off the card and judge the others first.")
    if card.verdict_on is None:
        said = Text("{name} 的计分卡没有定哪天下结论。", "The card of {name} has no day for its verdict.")
        yield raised(card, facts, LAG, said, Text("定一天。", "Set one."))
        return
    judged_to, verdict_on = card.judged_to, card.verdict_on
    open_then = [row for row in card.rows if verdict_on < judged_to + timedelta(weeks=row.lag)]
    if open_then:
        ready = judged_to + timedelta(weeks=max(row.lag for row in open_then))
        said = Text(
            "{name} 定在 {on} 下结论，这几项那时还说不准：{rows}；最早 {ready}。",
            "For {name} the verdict is due on {on}, when these cannot be judged yet: {rows}; the earliest is {ready}.",
        )
        when = {"on": verdict_on.isoformat(), "ready": ready.isoformat()}
        yield from about(card, open_then, facts, LAG, (said, mend), **when)


def _two_points(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Article 3's two points: measures that are this account's own, and evaluation that goes on and compares."""
    kind = facts.company.account(card.account).kind
    lacks = [
        text
        for there, text in (
            (any(kind in row.known.fits and row.known.refused is None for row in card.rows),
             Text("这个账号自己的指标", "a measure of its own kind")),
            (any(len(set(row.ages)) > 1 for row in card.rows), Text("隔一段再读一次", "a second reading later on")),
            (any(row.base_days for row in card.rows), Text("和什么比", "something to compare with")),
        )
        if not there
    ]  # fmt: skip
    if lacks:
        said = Text("{name} 的计分卡缺了：{lacks}。", "The card of {name} has not got {lacks}.")
        mend = Text("评估两个要点：按账号选指标；接着看、比着看。",
                    "Evaluation has two points: measures by account, and to go on looking and comparing.")  # fmt: skip
        yield raised(card, facts, "two-evaluation-points", said, mend, lacks=join(lacks, "、", ", "))
