"""What a company's data may lack that charts, tables and evidence on strategy ask for."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text

NO_SURVEY = Text(
    "没有问过读者，答不了。\n请用两种以上的问法各问一百人：住在哪里、买过没有、为什么关注；\n"
    "或点本页开头的“改看示例公司”先学方法。",
    "Nobody has asked your readers, so the data cannot tell.\n"
    "Ask a hundred people each in two ways or more: where they live, whether they buy, why they follow;\n"
    "or press “Show the sample company” at the top of this page and learn the method first.",
)
NO_TRIAL = Text(
    "没有在别的平台试发过，答不了。\n请同步的、专写的各发十条，记下互动、要答的、答了的；\n"
    "或点本页开头的“改看示例公司”先学方法。",
    "Nothing was tried on other platforms, so the data cannot tell.\n"
    "Try ten posts synced and ten written for it; note reactions, questions and answers;\n"
    "or press “Show the sample company” at the top of this page and learn the method first.",
)
NO_PURPOSES = Text(
    "没有按目的记过工时，答不了。\n请每季度按目的记下：工时、条数、指标的数、追到的订单；\n"
    "或点本页开头的“改看示例公司”先学方法。",
    "Hours were not noted by purpose, so the data cannot tell.\n"
    "Note each quarter by purpose: hours, posts, the measure’s value, orders traced;\n"
    "or press “Show the sample company” at the top of this page and learn the method first.",
)


def no_survey(facts: Facts) -> Text | None:
    """Say what to ask where nobody was asked."""
    return NO_SURVEY if facts.survey is None or facts.known_shares is None else None


def no_trial(facts: Facts) -> Text | None:
    """Say what to try where nothing was tried on other platforms."""
    return NO_TRIAL if facts.synced is None or facts.platforms is None else None


def no_purposes(facts: Facts) -> Text | None:
    """Say what to note where hours were not noted by purpose."""
    return NO_PURPOSES if facts.purposes is None else None


def present(table: pd.DataFrame | None) -> pd.DataFrame:
    """Return a table that is there. Raises ValueError where it is not: whoever asks has looked, or asks the sample."""
    if table is None:
        raise ValueError("this company has no such table; the sample company has")
    return table
