"""Words and lists of words in numbers: what each finds, misses, and catches wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from playbook.crisis.analysis.keywords import Judged, complaints_by_week, judge_each, judge_list, read_a_day
from playbook.crisis.analysis.lists import LISTS, WordList
from playbook.crisis.missing import NO_HEARD, no_heard
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell, percent, percent_between
from playbook.language import Text
from playbook.tables import INTERVAL, number, table

LIST, WORD = Text("词表", "list"), Text("词", "word")
FOUND, OURS_OF_IT = Text("捞到几条", "found"), Text("其中说我们的", "of them about us")
OURS, EVERY = Text("说我们的共有", "about us in all"), Text("人工看过", "labelled in all")
RECALL, PRECISION = Text("找到几成", "share found (recall)"), Text("捞得准几成", "share right (precision)")
TO_READ = Text("一天要读几条", "to read a day")
ALONE = Text("别的词都找不到的", "found by no other word")
WRITTEN, GLOSS = Text("正文", "text"), Text("释义", "in English")
IN_ALL, ONLY_DAYS = Text("共有几条", "in all"), Text("（只有 {days} 天）", " ({days} days only)")
WEEK = 7  # days
SOME = 8  # texts that fit one look


def counted(known: Facts | None = None, names: Sequence[str] = tuple(LISTS)) -> pd.DataFrame:
    """What was counted of lists (by their names in LISTS), and nothing reckoned from it."""
    facts = known or present_facts()
    heads = [FOUND, OURS_OF_IT, OURS, EVERY]
    return _of_lists(
        facts, {name: LISTS[name] for name in names}, heads,
        lambda told: (f"{told.found:,}", f"{told.right:,}", f"{told.ours:,}", f"{told.every:,}"),
    )  # fmt: skip


def lists(known: Facts | None = None, tried: Mapping[str, WordList] | None = None) -> pd.DataFrame:
    """What each list finds of what is about us, how much of what it finds is, and what it brings to read in a day."""
    facts = known or present_facts()
    heads = [FOUND, RECALL, INTERVAL, PRECISION, INTERVAL, TO_READ]

    def row(told: Judged) -> tuple[object, ...]:
        recall, precision = told.recall, told.precision
        return (
            f"{told.found:,}", percent(recall.value), percent_between(recall), percent(precision.value),
            percent_between(precision), number(read_a_day(facts, told)),
        )  # fmt: skip

    return _of_lists(facts, LISTS if tried is None else tried, heads, row)


def each_word(known: Facts | None = None, name: str = "names") -> pd.DataFrame:
    """What each word of a list finds by itself, and what the list would lose without it."""
    facts = known or present_facts()
    if facts.heard is None or facts.heard.empty:
        return cannot_tell(NO_HEARD)
    own = judge_each(facts.heard, LISTS[name].words, LISTS[name].without).sort_values("found", ascending=False)
    rows = [
        (f"{found:.0f}", f"{right:.0f}", percent(precision), f"{alone:.0f}")
        for found, right, precision, alone in own[["found", "right", "precision", "alone"]].to_numpy(dtype=float)
    ]
    return table(rows, [str(word) for word in own.index], [FOUND, OURS_OF_IT, PRECISION, ALONE], WORD)


def missed(known: Facts | None = None, name: str = "name", most: int = SOME) -> pd.DataFrame:
    """Some posts about us that a list does not find."""
    return _texts(known or present_facts(), name, most, wrong=False)


def wrongly(known: Facts | None = None, name: str = "name", most: int = SOME) -> pd.DataFrame:
    """Some posts that a list finds and that are not about us."""
    return _texts(known or present_facts(), name, most, wrong=True)


def by_week(known: Facts | None = None, names: Sequence[str] = ("name", "names")) -> pd.DataFrame:
    """How many complaints each list finds in each week of the labelled posts, and how many there are in all.

    Which sees trouble coming? A last week that was not labelled to its Sunday says how many days it has.
    """
    facts = known or present_facts()
    heard = facts.heard
    if heard is None or heard.empty:
        return cannot_tell(NO_HEARD)
    found = [complaints_by_week(heard, LISTS[name].words, LISTS[name].without) for name in names]
    found.append(complaints_by_week(heard))
    weeks = [f"{monday:%m-%d}" for monday in found[0].index]
    days = (heard["at"].max().tz_localize(None) - found[0].index[-1]).days + 1
    weeks[-1] += "" if days == WEEK else str(ONLY_DAYS.format(days=days))
    rows = [tuple(int(each.iloc[at]) for each in found) for at in range(len(weeks))]
    return table(
        rows, weeks, [*(LISTS[name].says for name in names), IN_ALL], Text("从周一起的一周", "week from Monday")
    )


def _of_lists(
    facts: Facts, tried: Mapping[str, WordList], heads: list[Text], row: Callable[[Judged], tuple[object, ...]]
) -> pd.DataFrame:
    missing = no_heard(facts)
    if missing is not None:
        return cannot_tell(missing)
    told = [judge_list(facts, each.words, each.without) for each in tried.values()]
    rows = [row(each) for each in told if each is not None]
    return table(rows, [str(each.says) for each in tried.values()], heads, LIST)


def _texts(facts: Facts, name: str, most: int, *, wrong: bool) -> pd.DataFrame:
    told = judge_list(facts, LISTS[name].words, LISTS[name].without)
    if told is None:
        return cannot_tell(NO_HEARD)
    own = (told.wrong if wrong else told.missed).head(most)
    rows = [(str(row.text), str(row.text_en)) for row in own.itertuples()]
    names = [f"{row.at:%m-%d}" for row in own.itertuples()]
    return table(rows, names, [WRITTEN, GLOSS], Text("哪天", "day"))
