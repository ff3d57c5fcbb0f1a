"""The numbers behind the charts on timing, as tables that a page shows or quotes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.claims import test_claim
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text, same
from playbook.posts import counted, tells_hours, timed
from playbook.tables import INTERVAL, NOTHING, RATIO, VERDICT, judged, number, table
from playbook.timing.advice import ARTICLES, AXES, PACES, WINDOWS, Pace
from playbook.timing.analysis import EVENING_RULE, by_hour
from playbook.timing.claims import ADVICE, Name, result_of
from playbook.timing.duty import longest_stretch
from playbook.timing.formulas import NAMES, Formula, Halves
from playbook.timing.formulas import halves as compared_halves
from playbook.timing.trust import three_exports as exports
from playbook.week import DAYS, clock

SIDES = Text("这类条数", "of these"), Text("其余条数", "others")
LOOKED_AT = (
    Text("条数", "posts"),
    Text("第一天", "first day"),
    Text("最后一天", "last day"),
    Text("带钟点的", "with a time of day"),
    Text("互动最少的一条", "lowest post (reactions)"),
    Text("互动居中的一条", "middle post"),
    Text("互动最多的一条", "highest post"),
    Text("最忙的钟点", "busiest hour"),
    Text("这个钟点占", "its share"),
)


def evening(known: Facts | None = None) -> pd.DataFrame:
    """The evening rule in numbers: a row an account, with the verdict."""
    facts = known or present_facts()
    sides = Text("工作日晚间条数", "workday evening posts"), Text("工作日其余条数", "other workday posts")
    rows = [
        (*judged(row), row.inside, f"{row.outside:,}")
        for row in (test_claim(facts.posts, EVENING_RULE, each.id) for each in facts.company.accounts)
    ]
    names = [each.name for each in facts.company.accounts]
    return table(rows, names, [VERDICT, RATIO, INTERVAL, *sides], Text("账号", "account"))


def hours(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """One account's hours as a table: posts, all reactions, mean and median per post."""
    facts = known or present_facts()
    table = by_hour(facts.posts, account or facts.main)
    table = table[table["posts"] > 0].round(0).astype(int)
    table.index = pd.Index([str(clock(int(hour))) for hour in table.index])
    heads = {
        "posts": Text("微博条数", "posts"),
        "total": Text("互动合计", "reactions in all"),
        "mean": Text("平均每条", "mean per post"),
        "median": Text("中位数", "median"),
    }
    table = table.map("{:,}".format)
    return table.rename(columns={name: str(text) for name, text in heads.items()}).rename_axis(
        columns=str(Text("钟点", "hour"))
    )


def advice(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:  # noqa: ARG001 - as all tables
    """What the articles advise on posts a day, gap, hours and days: a row an article, a dash where it says nothing."""
    rows = [tuple(str(told.get(axis, same(NOTHING))) for axis in AXES) for told in ARTICLES.values()]
    names = [str(Text("第 {n} 篇", "article {n}").format(n=article)) for article in ARTICLES]
    return table(rows, names, list(AXES.values()), Text("来源", "source"))


def fits(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:  # noqa: ARG001 - as all tables
    """Does it fit in a day? A row a piece of advice: posts, gap, hours from first to last, and where they fit."""
    spaces = _spaces(known or present_facts())
    heads = [
        Text("条数", "posts"),
        Text("间隔（小时）", "gap (hours)"),
        Text("首尾相隔（小时）", "first to last (hours)"),
        *spaces,
    ]
    rows = [
        (pace.posts, pace.gap_hours, pace.span, *(_fitted(pace, hours) for hours in spaces.values())) for pace in PACES
    ]
    return table(rows, [str(pace.name) for pace in PACES], heads, Text("说法", "advice"))


def halves(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Formulas and own hours on the second half of the data: posts, typical post, ratio to the other hours, verdict."""
    facts = known or present_facts()
    found = compared_halves(facts, account or facts.main)
    heads = [
        Text("条数", "posts"),
        Text("通常的一条", "typical post"),
        Text("对其余钟点的比值", "ratio to other hours"),
        INTERVAL,
        VERDICT,
        Text("自己的钟点对它", "own hours against it"),
    ]
    names = [] if found is None else [name for name in NAMES if name in found.rest]
    rows = [] if found is None else [_half(found, name) for name in names]
    return table(rows, [str(NAMES[name]) for name in names], heads, Text("钟点", "hours"))


def claims(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Every piece of advice on timing tested on one account: article, verdict, ratio, interval, posts on both sides."""
    facts = known or present_facts()
    name = account or facts.main
    heads = [
        Text("第几篇", "article"),
        VERDICT,
        RATIO,
        INTERVAL,
        Text("这类条数", "of these"),
        Text("其余条数", "others"),
    ]
    found = {each: result_of(facts, name, each) for each in ADVICE}
    rows = [(ADVICE[each].article, *judged(row), f"{row.inside:,}", f"{row.outside:,}") for each, row in found.items()]
    return table(rows, [str(each.claim.said) for each in ADVICE.values()], heads, Text("说法", "advice"))


def ratios(known: Facts | None = None, account: str | None = None, names: Sequence[Name] = ()) -> pd.DataFrame:
    """Some advice tested on one account, without the verdict, which is the reader's to give; all of it unless named."""
    facts = known or present_facts()
    found = {each: result_of(facts, account or facts.main, each) for each in names or ADVICE}
    rows = [(*judged(row)[1:], f"{row.inside:,}", f"{row.outside:,}") for row in found.values()]
    said = [str(ADVICE[each].claim.said) for each in found]
    return table(rows, said, [RATIO, INTERVAL, *SIDES], Text("说法", "advice"))


def three_exports(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Three exports of one account side by side, as a reader would look them over before trusting their hours."""
    facts = known or present_facts()
    name = account or facts.main
    columns = {letter: _looked_over(posts, name) for letter, posts in exports(facts.posts, name).items()}
    table = pd.DataFrame(columns, [str(row) for row in LOOKED_AT])
    return table.rename_axis(columns=str(Text("导出", "export")))


def _half(found: Halves, name: Formula) -> tuple[str, ...]:
    row, against = found.rest[name], found.own_against.get(name)
    verdict, ratio, interval = judged(row)
    own = NOTHING
    if against is not None and against.unable is None:
        said = Text("{ratio:.2f}（{low:.2f}–{high:.2f}）", "{ratio:.2f} ({low:.2f}–{high:.2f})")
        own = str(said.format(ratio=against.ratio, low=against.low, high=against.high))
    return f"{row.inside:,}", number(found.typical[name]), ratio, interval, verdict, own


def _looked_over(posts: pd.DataFrame, account: str) -> list[str]:
    every, gets = counted(posts, account), counted(posts, account)["reactions"]
    if every.empty:
        return ["0", *[NOTHING] * (len(LOOKED_AT) - 1)]
    days = [f"{day:%Y-%m-%d}" for day in (every["posted_on"].min(), every["posted_on"].max())]
    told = [f"{len(every):,}", *days, f"{every['posted_at'].notna().mean():.0%}"]
    numbers = [number(value) for value in (gets.min(), gets.median(), gets.max())]
    if not tells_hours(every):
        return [*told, *numbers, NOTHING, NOTHING]
    hour = timed(posts, account)["hour"]
    busiest = int(hour.mode()[0])
    return [*told, *numbers, str(clock(busiest)), f"{(hour == busiest).mean():.0%}"]


def _spaces(facts: Facts) -> dict[Text, int]:
    """Return the stretches of a day that posts could go into, in hours: the articles' own, and those of our card."""
    lengths = {day: longest_stretch(facts.company, day) for day in range(1, 8)}
    on_duty = {}
    for length in sorted(set(lengths.values()), reverse=True):
        on_duty[_duty([DAYS[day - 1] for day, hours in lengths.items() if hours == length], length)] = length
    return {said.format(hours=hours): hours for said, hours in WINDOWS.items()} | on_duty


def _duty(days: list[Text], hours: int) -> Text:
    """Name a stretch on duty by its days: the first to the last if they follow each other."""
    said = Text("{days}值班 {hours} 小时", "on duty {days}: {hours} hours")
    run = DAYS.index(days[-1]) - DAYS.index(days[0]) == len(days) - 1 and len(days) > 1
    zh = f"{days[0].zh}到{days[-1].zh}" if run else "、".join(day.zh for day in days)
    en = f"{days[0].en} to {days[-1].en}" if run else ", ".join(day.en for day in days)
    return said.format(days=Text(zh, en), hours=hours)


def _fitted(pace: Pace, hours: int) -> str:
    """Say whether a day's posts fit: the last one too must go out before the stretch ends."""
    return str(Text("放得下", "fits") if pace.span < hours else Text("放不下", "does not fit"))
