"""What charts of a matrix say where nobody knows who follows what, or who relayed whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import pandas as pd
from matplotlib.figure import Figure

from playbook.company_charts import ChartOfCompany, of_company
from playbook.facts import Facts
from playbook.language import Text

NO_AUDIENCES = Text(
    "没有“谁同时关注哪几个账号”的数据，答不了。\n平台的后台一般不给这张表；可以请读者填一份问卷，或点本页开头的“改看示例公司”先学方法。",
    "There are no data on who follows which of the accounts, so the data cannot tell.\n"
    "Back ends seldom give them; ask readers in a survey, or press “Show the sample company”\n"
    "at the top of this page and learn the method first.",
)
NO_RELAYS = Text(
    "这份数据里看不出自家账号互相转发过。\n请把几个账号的微博一起导出，带上转发的原微博编号；或点本页开头的“改看示例公司”先学方法。",
    "These data show no account of ours relaying another.\n"
    "Export all accounts together, with the id of the post that was relayed; or press\n"
    "“Show the sample company” at the top of this page and learn the method first.",
)
DrawAudiences = Callable[[Facts, pd.DataFrame, Text], Figure]


def of_audiences(title: Text) -> Callable[[DrawAudiences], ChartOfCompany]:
    """Make a chart of who follows what; where nobody knows, a word stands in its place."""

    def decorate(draw: DrawAudiences) -> ChartOfCompany:
        @of_company(title, lambda facts: NO_AUDIENCES if facts.audiences is None else None)
        @wraps(draw)
        def drawn(facts: Facts, title: Text) -> Figure:
            assert facts.audiences is not None  # noqa: S101 - else the word stands there
            return draw(facts, facts.audiences, title)

        return drawn

    return decorate
