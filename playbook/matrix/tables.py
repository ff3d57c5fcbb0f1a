"""The numbers behind a matrix, as tables that a page shows or quotes."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text, join
from playbook.matrix.analysis import VERDICTS, accounts_of, alive, by_reach, name_of, relay_effect, relay_lines
from playbook.matrix.kinds import KINDS, Verified
from playbook.matrix.names import person_said
from playbook.matrix.needs import needs as asked_of
from playbook.matrix.needs import of_kind
from playbook.matrix.questions import added_up, already, following_both
from playbook.matrix.relay_questions import HABITS
from playbook.posts import reactions
from playbook.tables import INTERVAL, NOTHING, RATIO, VERDICT, judged, number, table

ACCOUNT, KIND = Text("账号", "account"), Text("类型", "kind")
VERIFIED: dict[Verified, Text] = {
    "company": Text("公司", "company"),
    "person": Text("个人", "person"),
    "none": Text("没有", "no"),
}
TIMED = {
    False: Text("{minutes} 分钟内", "within {minutes} minutes"),
    True: Text("{minutes} 分钟以后", "after {minutes} minutes"),
}
WHEN = {False: Text("1 小时内", "within the hour"), True: Text("更晚", "later")}
NOBODY = Text("没有人", "nobody")
WHO_WHOM = Text("谁转谁", "who relays whom")
YES = "✓"


def register(known: Facts | None = None) -> pd.DataFrame:
    """Who owns what: a row an account, with kind, owner, verification, hours, posts, followers, signs of life."""
    facts = known or present_facts()
    heads = [
        KIND, Text("负责人", "owner"), Text("认证", "verified as"), Text("每周工时", "hours a week"),
        Text("每周条数（含转发）", "posts and relays a week"), Text("粉丝", "followers"),
        Text("多少天没发", "days since last post"),
        Text("还活着吗", "alive?"),
    ]  # fmt: skip
    life, accounts = alive(facts), accounts_of(facts)
    rows = [
        (*_registered(facts, name), *_lives(row)) for name, row in zip(accounts, life.to_dict("records"), strict=True)
    ]
    return table(rows, [str(name_of(facts, name)) for name in accounts], heads, ACCOUNT)


def kinds(known: Facts | None = None) -> pd.DataFrame:
    """The fourteen kinds: which article lists each, what it is for, and which of our accounts is one."""
    facts = known or present_facts()
    heads = [
        Text("第 1 篇", "article 1"), Text("第 3 篇", "article 3"), Text("做什么", "what for"),
        Text("我们有吗", "do we have one?"),
    ]  # fmt: skip
    rows = [
        (
            *(YES if article in kind.articles else NOTHING for article in (1, 3)),
            str(kind.purpose),
            _named(facts, of_kind(facts, key)),
        )
        for key, kind in KINDS.items()
    ]
    return table(rows, [str(kind.name) for kind in KINDS.values()], heads, KIND)


def needs(known: Facts | None = None) -> pd.DataFrame:
    """For each of the fourteen kinds: the question that decides whether we need one, and what our data say."""
    facts = known or present_facts()
    rows = [(str(each.question), str(each.said)) for each in asked_of(facts)]
    heads = [Text("问一句", "the question"), Text("数据怎么说", "what the data say")]
    return table(rows, [str(KINDS[each.kind].name) for each in asked_of(facts)], heads, KIND)


def relays(known: Facts | None = None) -> pd.DataFrame:
    """Who relays whom, and what comes of it: a row a habit, posts relayed and not, ratio, interval, verdict."""
    facts = known or present_facts()
    heads = [
        Text("何时", "when"), Text("转过的条数", "posts relayed"), Text("没人转的条数", "posts nobody relayed"), RATIO,
        INTERVAL, VERDICT,
    ]  # fmt: skip
    lines = relay_lines(facts)
    rows = []
    for line in lines:
        verdict, ratio, interval = judged(line.result)
        posts = f"{line.result.inside:,}", f"{line.result.outside:,}"
        rows.append((str(WHEN[line.later]), *posts, ratio, interval, verdict))
    names = [f"{_named(facts, line.by)} → {name_of(facts, line.of)}" for line in lines]
    return table(rows, names, heads, WHO_WHOM)


def brought(known: Facts | None = None) -> pd.DataFrame:
    """What relays seem to bring: how many there were, and the share of an original’s reactions that came through them.

    A row a habit. It is what is easiest to count, and says nothing of what would have come without the relay.
    """
    facts = known or present_facts()
    heads = [
        Text("转了几次", "relays"), Text("转的微博", "posts relayed"),
        Text("通常有多少互动经转发而来", "reactions through them, typical post"),
    ]  # fmt: skip
    habits = list(dict.fromkeys((line.by, line.of) for line in relay_lines(facts)))
    told = facts.relays
    if told is None:
        return table([], [], heads, WHO_WHOM)
    gets = reactions(facts.posts).set_axis(facts.posts["post_id"])
    rows = []
    for by, of in habits:
        own = told[told["by"].isin(by) & (told["of"] == of)]
        through = own.groupby("repost_of")["brought"].sum()
        share = (through / gets.reindex(through.index)).astype("Float64").median()
        rows.append((f"{len(own):,}", f"{len(through):,}", NOTHING if pd.isna(share) else f"{share:.0%}"))
    return table(rows, [f"{_named(facts, by)} → {name_of(facts, of)}" for by, of in habits], heads, WHO_WHOM)


def sets(known: Facts | None = None) -> pd.DataFrame:
    """What each further account adds: people reached for the first time, and in all, the widest account first."""
    facts = known or present_facts()
    heads = [
        Text("粉丝", "followers"), Text("新增的人", "people added"), Text("新增占粉丝", "added, of its followers"),
        Text("合计触及", "people in all"),
    ]  # fmt: skip
    if facts.audiences is None:
        return table([], [], heads, ACCOUNT)
    added = by_reach(facts.audiences)
    own = {name: by_reach(facts.audiences, [str(name)]).iloc[0] for name in added.index}
    rows = [
        (number(own[name]), number(more), f"{more / own[name]:.0%}" if own[name] else NOTHING, number(total))
        for name, more, total in zip(added.index, added, added.cumsum(), strict=True)
    ]
    return table(rows, [str(name_of(facts, str(name))) for name in added.index], heads, ACCOUNT)


def both(known: Facts | None = None, one: str = "shop", two: str = "ware") -> pd.DataFrame:
    """The followers of two accounts, and how many people follow both."""
    facts = known or present_facts()
    names = [str(name_of(facts, one)), str(name_of(facts, two)), str(Text("两个都关注", "follow both"))]
    counts = [added_up(facts, [one]), added_up(facts, [two]), following_both(facts, [one, two])]
    return table([(f"{count:,}",) for count in counts], names, [Text("人数", "people")], ACCOUNT)


def beside(known: Facts | None = None, accounts: Sequence[str] = (), reached: Sequence[str] = ()) -> pd.DataFrame:
    """What further accounts have: followers, and the share of them whom the accounts already `reached` have as well."""
    facts = known or present_facts()
    heads = [
        Text("粉丝", "followers"),
        Text("其中已经关注{names}的", "already follow {names}").format(
            names=join([name_of(facts, name) for name in reached], "或", " or ")
        ),
    ]
    rows = [(f"{added_up(facts, [name]):,}", f"{already(facts, name, list(reached)):.0%}") for name in accounts]
    return table(rows, [str(name_of(facts, name)) for name in accounts], heads, ACCOUNT)


def habits(known: Facts | None = None) -> pd.DataFrame:
    """Three habits of relaying that an exercise asks to judge: posts, ratio and interval, without the verdict."""
    facts = known or present_facts()
    heads = [
        Text("何时", "when"), Text("转过的条数", "posts relayed"), Text("没人转的条数", "posts nobody relayed"), RATIO,
        INTERVAL,
    ]  # fmt: skip
    rows = []
    for each in HABITS.values():
        result = relay_effect(facts, each.by, each.of, within_minutes=each.minutes, later=each.later)
        when = TIMED[each.later].format(minutes=each.minutes)
        rows.append((str(when), f"{result.inside:,}", f"{result.outside:,}", *judged(result)[1:]))
    names = [f"{name_of(facts, each.by)} → {name_of(facts, each.of)}" for each in HABITS.values()]
    return table(rows, names, heads, WHO_WHOM)


def _registered(facts: Facts, account: str) -> tuple[str, str, str, str]:
    """Return kind, owner, verification and hours as the register has them; dashes where it does not know."""
    rows = [] if facts.register is None else facts.register[facts.register["account"] == account].to_dict("records")
    if not rows:
        return (NOTHING,) * 4
    row = rows[0]
    owner = str(NOBODY) if pd.isna(row["owner"]) else str(person_said(facts, row["owner"]))
    return str(KINDS[row["kind"]].name), owner, str(VERIFIED[row["verified"]]), f"{row['hours_a_week']:.1f}"


def _lives(life: dict[Hashable, Any]) -> tuple[str, str, str, str]:
    rate = float(life["posts_a_week"])
    said = NOTHING if life["verdict"] is None else str(VERDICTS[life["verdict"]])
    posts = NOTHING if math.isnan(rate) else f"{rate:.1f}"
    return posts, number(float(life["followers"])), number(float(life["since_last"])), said


def _named(facts: Facts, accounts: tuple[str, ...]) -> str:
    """Name a few accounts; of more than two, how many there are."""
    if len(accounts) > 2:  # noqa: PLR2004 - a list of more would fill the page
        return str(Text("{n} 个账号一起", "{n} accounts together").format(n=len(accounts)))
    return str(join([name_of(facts, name) for name in accounts])) if accounts else NOTHING
