"""Survey, platforms, purposes and dated figures as tables to show."""

from __future__ import annotations

import math

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.estimates import Estimate
from playbook.language import Text
from playbook.metrics.measures import MEASURES
from playbook.strategy import missing
from playbook.strategy.analysis import (
    WAYS,
    adding,
    answered,
    by_purpose,
    by_year,
    customers_of,
    followers_of,
    in_region,
    orders_an_hour,
    reach,
    wanting,
)  # fmt: skip
from playbook.strategy.market import FIGURES
from playbook.strategy.missing import present
from playbook.strategy.models import PURPOSES
from playbook.strategy.readers_named import ASKED, PLATFORM_NAMES
from playbook.tables import NOTHING, number, table

WAY, PURPOSE = Text("问法", "asked"), Text("目的", "purpose")
PLATFORM, FIGURE = Text("平台", "platform"), Text("数字", "figure")
RANGED = Text("{value}（{low}–{high}）", "{value} ({low} to {high})")
ASKED_HEADS = [
    Text("份数", "answers"), Text("其中粉丝", "followers"), Text("其中买过", "customers"),
    Text("粉丝住在服务范围里", "followers in the region"), Text("粉丝为赠品关注", "followers here for gifts"),
]  # fmt: skip
PURPOSE_HEADS = [
    Text("工时", "hours"), Text("占工时", "share of hours"), Text("条数", "posts"), Text("看哪个指标", "measured by"),
    Text("追到的订单", "orders traced"),
    Text("每小时几单（季度最低–最高）", "orders an hour (lowest to highest quarter)"),
]  # fmt: skip
SPENT_HEADS = [
    Text("两年工时", "hours in two years"), Text("条数", "posts"), Text("追到的订单", "orders traced"),
]  # fmt: skip
RESULT_HEADS = [
    Text("看哪个指标", "measured by"), Text("2024 年，平均一季", "2024, a quarter on average"),
    Text("2025 年，平均一季", "2025, a quarter on average"),
]  # fmt: skip
PLATFORM_HEADS = [
    Text("性格", "character"), Text("我们有账号", "we are there"), Text("每周用它的顾客", "customers there weekly"),
    Text("微博之外添几成", "added beside Weibo"), Text("同步／专写，每周工时", "hours a week, synced / native"),
    Text("同步／专写，答了几成", "answered, synced / native"),
]  # fmt: skip
FIGURE_HEADS = [Text("多少", "how much"), Text("哪年", "year"), Text("谁说的", "who says so")]
NO_YEAR, YES, NO = Text("没有写", "none given"), Text("有", "yes"), Text("没有", "no")


def asked(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a way of asking: how many answered, who they are, who lives in the region, who wants gifts."""
    facts = known or present_facts()
    if (told := missing.no_survey(facts)) is not None:
        return _cannot(told, WAY)
    survey, rows = present(facts.survey), []
    for way in WAYS:
        fans, every = followers_of(survey, [way]), survey[survey["way"] == way]
        counts = (len(every), len(fans), len(customers_of(survey, [way])))
        rows.append((*counts, _share(in_region(fans)), _share(wanting(fans, "gifts"))))
    return table(rows, [str(ASKED[way]) for way in WAYS], ASKED_HEADS, WAY)


def purposes(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a purpose: hours of two years, posts, measure, orders traced, an hour's with range."""
    facts = known or present_facts()
    if (told := missing.no_purposes(facts)) is not None:
        return _cannot(told, PURPOSE)
    rows, sums = [], by_purpose(present(facts.purposes))
    for key, row in sums.iterrows():
        hour = orders_an_hour(present(facts.purposes), str(key))
        rows.append(
            (
                number(row["hours"]), f"{row['hour_share']:.0%}", number(row["posts"]),
                str(MEASURES[row["measure"]].name),
                number(row["orders"]), _ranged(hour, ".2f"),
            )
        )  # fmt: skip
    return table(rows, [str(PURPOSES[key].name) for key in sums.index], PURPOSE_HEADS, PURPOSE)


def spent(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a purpose: hours of two years, posts, orders traced, and nothing worked out from them."""
    facts = known or present_facts()
    if (told := missing.no_purposes(facts)) is not None:
        return _cannot(told, PURPOSE)
    sums = by_purpose(present(facts.purposes))
    rows = [tuple(number(row[name]) for name in ("hours", "posts", "orders")) for _, row in sums.iterrows()]
    return table(rows, [str(PURPOSES[key].name) for key in sums.index], SPENT_HEADS, PURPOSE)


def results(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a purpose: its own measure, and what it was in a quarter of each year, on average."""
    facts = known or present_facts()
    if (told := missing.no_purposes(facts)) is not None:
        return _cannot(told, PURPOSE)
    rows = []
    for key, row in by_purpose(present(facts.purposes)).iterrows():
        values = by_year(present(facts.purposes), str(key))
        rows.append((str(MEASURES[row["measure"]].name), *(_counted(value) for value in values)))
    return table(
        rows, [str(PURPOSES[key].name) for key in by_purpose(present(facts.purposes)).index], RESULT_HEADS, PURPOSE
    )


def platforms(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a platform: character, customers there, what it adds beside Weibo, hours, what was answered."""
    facts = known or present_facts()
    if (told := missing.no_trial(facts) or missing.no_survey(facts)) is not None:
        return _cannot(told, PLATFORM)
    customers, rows = customers_of(present(facts.survey)), []
    for _, row in present(facts.platforms).iterrows():
        key = str(row["platform"])
        added = NOTHING if key == "weibo" else _share(adding(customers, key))
        under = [answered(present(facts.synced), by_sync=side, platform=key) for side in (True, False)]
        replied = NOTHING if math.isnan(under[0].value) else " / ".join(f"{each.value:.0%}" for each in under)
        rows.append(
            (
                str(Text(row["character"], row["character_en"])), str(YES if row["has_account"] else NO),
                _share(reach(customers, [key])), added, f"{row['hours_synced']:g} / {row['hours_native']:g}", replied,
            )
        )  # fmt: skip
    return table(
        rows, [str(PLATFORM_NAMES[str(key)]) for key in present(facts.platforms)["platform"]], PLATFORM_HEADS, PLATFORM
    )


def figures(known: Facts | None = None) -> pd.DataFrame:  # noqa: ARG001 - pages call every table alike
    """Return the market figures of the articles and one reported of late, each with its year and who says so."""
    rows = [(str(each.said), str(each.year or NO_YEAR), str(each.source)) for each in FIGURES]
    return table(rows, [str(each.what) for each in FIGURES], FIGURE_HEADS, FIGURE)


def _counted(value: float) -> str:
    """Say a measure: what lies between 0 and 1 is a share."""
    return f"{value:.0%}" if 0 < value < 1 else number(value)


def _share(told: Estimate) -> str:
    """Say a share with its interval."""
    return NOTHING if math.isnan(told.value) else _ranged(told, ".0%")


def _ranged(told: Estimate, form: str) -> str:
    """Say a number and its range, each in a format."""
    value, low, high = (format(each, form) for each in told)
    return str(RANGED.format(value=value, low=low, high=high))


def _cannot(told: Text, corner: Text) -> pd.DataFrame:
    """Say what is missing in a table's place."""
    return table([(str(told),)], [NOTHING], [Text("答不了", "cannot tell")], corner)
