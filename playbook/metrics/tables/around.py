"""Whether it was this that did it: fair comparisons, every account over the same weeks, campaigns one by one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.metrics.analysis.around import Around
from playbook.metrics.analysis.around import around as around_of
from playbook.metrics.analysis.done import NOT_NOTED, Event, asked, done, noted
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.launch import Effect, effect
from playbook.metrics.analysis.lines import first_week
from playbook.metrics.analysis.peers import NO_PEERS
from playbook.metrics.analysis.peers_few import US, few
from playbook.metrics.analysis.periods import compared
from playbook.metrics.tables.beside import OURS, PEER
from playbook.metrics.tables.shown import change, changes, lacking
from playbook.tables import INTERVAL, NOTHING, between, number, table

YEAR = 364  # days: the same weekday
BEFORE, AFTER = Text("前六周，每周", "a week, six before"), Text("后六周，每周", "a week, six from it")
RISE, LAST_YEAR = Text("变化", "change"), Text("去年同几周的变化", "change a year before")
MISSING, ACCOUNT = Text("缺几周的数", "weeks missing"), Text("账号", "account")
BEYOND = Text("扣除走势、季节、点击", "beyond trend, season, clicks")
SPANS = (
    Text("上市前一个月", "a month before the launch"),
    Text("上市前两周", "two weeks before the launch"),
    Text("去年同两周", "the same two weeks last year"),
)
FROM, TO = Text("从", "from"), Text("到", "to")
DAYS, ORDERS = Text("几天", "days"), Text("订单", "orders")
AGAINST, FAIR = Text("上市后两周比它", "the two weeks since, against it"), Text("能比吗", "comparable?")
YES, NO = Text("能", "yes"), Text("不能：{one} 天比 {other} 天", "no: {one} days against {other}")
WITH = Text("和谁比", "compared with")
LINES = (Text("扣除上一周的点击", "clicks of the week before taken out"), Text("不扣", "left in"))
ACTUAL, EXPECTED, MORE = Text("实际", "actual"), Text("该有", "expected"), Text("多出", "more")
BY = Text("第 3 到 8 周合计", "weeks 3 to 8 together")


def spans(known: Facts | None = None) -> pd.DataFrame:
    """Return what the two weeks since the launch can be held against, and which of these is no fair comparison."""
    facts = known or present_facts()
    question = asked(facts, "launch")
    if question is None:
        return lacking(NOT_NOTED)
    first = first_week(question.day).date()
    judged = _span(first, 2)
    rows = []
    for span in (_span(first - timedelta(28), 4), _span(first - timedelta(14), 2), _span(first - timedelta(YEAR), 2)):
        found = compared(question.weekly, judged, span)
        weeks = ((span[1] - span[0]).days + 1) // 7
        then, now = found.other * weeks, found.one * 2
        refused = found.refused and NO.format(one=14, other=7 * weeks)
        rows.append((
            f"{span[0]:%Y-%m-%d}", f"{span[1]:%Y-%m-%d}", 7 * weeks, number(then), _signed(now / then),
            str(refused or YES),
        ))  # fmt: skip
    return table(rows, [str(each) for each in SPANS], [FROM, TO, DAYS, ORDERS, AGAINST, FAIR], WITH)


def together(known: Facts | None = None) -> pd.DataFrame:
    """Return all orders of the weeks judged since the launch, what was expected, and how many more that is."""
    facts = known or present_facts()
    rows, names = [], []
    for name, held in zip(LINES, (True, False), strict=True):
        question = asked(facts, "launch", held=held)
        found = None if question is None else effect(question)
        if question is None or not isinstance(found, Effect):
            return lacking(found if isinstance(found, Text) else NOT_NOTED)
        judged, more = found.by_week[found.by_week.index >= question.lag], found.more
        ends = between(number(more.low), number(more.high))
        rows.append((number(judged["actual"].sum()), number(judged["expected"].sum()), number(more.value), ends))
        names.append(str(name))
    return table(rows, names, [ACTUAL, EXPECTED, MORE, INTERVAL], BY)


def around(known: Facts | None = None, event: Event = "launch") -> pd.DataFrame:
    """Return orders of every account, six weeks before what one of them did and from it on, and a year before."""
    facts = known or present_facts()
    it = done(facts, event)
    if it is None:
        return lacking(NOT_NOTED)
    found = {account.name: around_of(facts, account.id, it.day) for account in facts.company.accounts}
    rows = {name: _row(each) for name, each in found.items() if each is not None}
    return table(list(rows.values()), list(rows), [BEFORE, AFTER, RISE, LAST_YEAR, MISSING], ACCOUNT)


def campaigns(names: Sequence[str], known: Facts | None = None) -> pd.DataFrame:
    """Return orders before and after some campaigns (ids of the record, or `launch`): plainly, and a year before.

    What lies beyond trend, season and clicks has its interval; the verdict is left to whoever is asked for it.
    """
    facts = known or present_facts()
    rows, heads = [], [BEFORE, AFTER, RISE, LAST_YEAR, BEYOND, INTERVAL]
    said = []
    for name in names:
        it, question = noted(facts, name)
        found = None if question is None else effect(question)
        plain = None if it is None else around_of(facts, it.account, it.day)
        if it is None or plain is None or not isinstance(found, Effect):
            return lacking(found if isinstance(found, Text) else NOT_NOTED)
        rows.append((*_row(plain)[:4], change(found.mean), changes(found.mean)))
        said.append(str(it.name))
    return table(rows, said, heads, Text("做了什么", "what was done"))


def duty(known: Facts | None = None, read_at: Sequence[int] = (2, 4, 8, 16)) -> pd.DataFrame:
    """Return how the new duty rule read after some weeks: by how many points the attitude of comments rose.

    The verdict is left to whoever is asked for it.
    """
    question = asked(known or present_facts(), "duty")
    if question is None:
        return lacking(NOT_NOTED)
    rows = []
    for weeks in read_at:
        found = effect(question.first(weeks))
        if isinstance(found, Text):
            return lacking(found)
        rows.append((_points(found.mean.value), _ends(found.mean)))
    heads = [Text("净态度高了几个百分点", "net attitude, points up"), INTERVAL]
    return table(rows, [str(each) for each in read_at], heads, Text("看到第几周", "read after weeks"))


def _span(first: date, weeks: int) -> tuple[date, date]:
    return first, first + timedelta(days=7 * weeks - 1)


def _row(found: Around) -> tuple[str, str, str, str, int]:
    rises = [change(Estimate(rise, rise, rise)) for rise in (found.rise, found.rise_last_year)]
    return number(found.before), number(found.after), rises[0], rises[1], found.missing


def _signed(ratio: float) -> str:
    return f"{100 * (ratio - 1):+.0f}%".replace("-", "−")


def _points(share: float) -> str:
    return f"{100 * share:+.0f}".replace("-", "−")


def _ends(found: Estimate) -> str:
    return between(_points(found.low), _points(found.high))


def by_hand(known: Facts | None = None) -> pd.DataFrame:
    """Return us and a few peers: the trend before the launch by which peers are left out, and posts before and after.

    What is told of posts are medians of weeks: of the year before the launch, and of the weeks judged after it.
    """
    facts = known or present_facts()
    found = few(facts)
    if found.empty:
        return lacking(NO_PEERS)
    rows = [
        (
            NOTHING if math.isnan(value) else changes(Estimate(value, low, high)), number(before), number(after),
            _signed(after / before),
        )
        for value, low, high, _, before, after in found.itertuples(index=False)
    ]  # fmt: skip
    names = [str(OURS) if name == US else str(name) for name in found.index]
    heads = [
        Text("上市前一年自己的走势", "own trend in the year before"),
        Text("上市前一年，每条", "a post, the year before"),
        Text("第 4 到 14 周，每条", "a post, weeks 4 to 14"), RISE,
    ]  # fmt: skip
    return table(rows, names, heads, PEER)
