"""A plan of the sample company with which nothing is wrong, and a scorecard for an exercise to mend."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.measures import MEASURES, MeasureName
from playbook.metrics.now import known_weeks
from playbook.metrics.peers_known import apart_from_all
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.routine import Peer
from playbook.metrics.scorecard import Age, Horizon, Row, Scorecard
from playbook.plans import read_plan
from playbook.stances import Stance

JUDGED = (date(2026, 3, 2), date(2026, 3, 29))  # four whole weeks, clear of the Spring Festival of both years
BASE = (date(2025, 3, 3), date(2025, 3, 30))  # the same four weeks a year before
SOON = date(2026, 4, 12)  # two weeks after the period: too soon for most
VERDICT = date(2026, 6, 29)  # thirteen weeks after it
SAMPLE = 200  # comments read for the attitude
PEOPLE = ("xiaoman", "shen")
# By account: the measures of its card, with horizon and weight.
CARDS: dict[str, dict[MeasureName, tuple[Horizon, int]]] = {
    "flagship": {
        "discussion": ("short", 25), "comments": ("short", 20), "reposts": ("short", 10),
        "participation": ("short", 10), "kept_followers": ("long", 20), "orders": ("long", 15),
    },
    "shop": {
        "link_clicks": ("short", 25), "reply_share": ("short", 15), "orders": ("long", 30),
        "repeat_orders": ("long", 20), "complaints": ("short", 10),
    },
    "service": {
        "comment_attitude": ("short", 40), "reply_time": ("short", 20), "reply_share": ("short", 15),
        "settled": ("short", 15), "complaints": ("long", 10),
    },
}  # fmt: skip
ROUTINE: dict[str, Any] = {
    "comparison": {
        "peers": [
            {"name": "p10", "why": Text("规模相近，也卖散茶", "of our size, and sells loose tea too")},
            {"name": "p16", "why": Text("也有网店和门店，一直在发", "has a shop and a store too, and keeps posting")},
        ],
        "per": "per_post", "same_period": True, "public": True, "inflated_noted": True,
        "gaps": [{
            "what": Text("每条的互动比 p16 少一大半", "far fewer reactions to a post than p16"),
            "owner": "xiaoman", "due": "2026-05-31",
            "action": Text("每周少发十条，多留两个真问题", "ten posts a week fewer, two real questions more"),
        }],
    },
    "report": {
        "day": 5, "writer": "xiaoman", "reader": Text("老岚和各账号负责人", "Lan and the owners of the accounts"),
        "leads_with": "relations", "money_apart": True, "alarm": 50,
    },
    "reviews": [
        {
            "on": "2026-04-07",
            "found": Text("评论跌出了范围，提问的结尾少了", "comments fell; fewer posts asked"),
            "learned": Text("别把问句都挪去抽奖", "do not spend all questions on draws"),
            "changes": [{
                "what": Text("每周两条留真问题", "two real questions a week"), "owner": "xiaoman", "due": "2026-04-20",
                "outcome": "better",
            }],
        },
        {
            "on": "2026-05-06", "found": Text("周末答复率低", "few are answered at weekends"),
            "learned": Text("排班要跟着来信走", "shifts follow the messages"),
            "changes": [{
                "what": Text("周末下午加一个人", "one more at weekends"), "owner": "shen", "due": "2026-05-16",
            }],
        },
    ],
}  # fmt: skip
WHY: dict[str, tuple[str, Text]] = {
    "kpis-that-count": ("by_account", Text(
        "每个账号为的事不同，看的数也不同；一季再看一次哪几项走在结果前面。",
        "Each account is for something else, so it goes by other figures; in a quarter we see which of them lead.")),
    "sales-and-roi": ("both", Text(
        "短期看关系，长期看收益；结果来得晚，早看会看错。",
        "Relations in the short term, returns in the long: they come late, and an early look misleads.")),
}  # fmt: skip


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.metrics").joinpath("model_texts.toml").read_text("utf-8"))


def sound_card(account: str, facts: Facts) -> Scorecard:
    """Return the card of an account with which nothing is wrong, in the reader's language."""
    rows = [_row(account, facts, measure, *held) for measure, held in CARDS[account].items()]
    return Scorecard(account=account, judged_from=JUDGED[0], judged_to=JUDGED[1], verdict_on=VERDICT, rows=rows)


def _row(account: str, facts: Facts, measure: MeasureName, horizon: Horizon, weight: int) -> Row:
    known, texts = MEASURES[measure], _texts()[measure]
    ages: list[Age] = [1, 7] if known.lag * 7 < 30 else [1, 7, 30]  # noqa: PLR2004 - read as often as its lag allows
    low, high = _target(account, facts, measure)
    return Row(
        measure=measure, why=str(Text.of(texts["why"])), definition=str(known.counts), origin=known.origins[0],
        sample=SAMPLE if measure == "comment_attitude" else 0, base_from=BASE[0], base_to=BASE[1],
        low=low, high=high, lag=known.lag, ages=ages, owner=PEOPLE[0], deputy=PEOPLE[1],
        if_falls=str(Text.of(texts["falls"])), if_rises=str(Text.of(texts["rises"])), horizon=horizon, weight=weight,
    )  # fmt: skip


def _target(account: str, facts: Facts, measure: MeasureName) -> tuple[float, float]:
    """Return a target within what a year's weeks had (their middle 80%, two figures); as written where no data tell."""
    values = known_weeks(account, measure, facts)
    if values is None:
        low, high = _texts()[measure]["target"]
        return float(low), float(high)
    low, high = (float(f"{each:.2g}") for each in values.tail(52).quantile([0.1, 0.9]))
    return (low, high) if low < high else (low, low + 1)


def sound_plan(facts: Facts, topics: list[str] | None = None) -> MetricsPlan:
    """Return a plan that the review lets pass, with stances on these topics (none named: on both)."""
    plan = read_plan(MetricsPlan, _worded(ROUTINE))
    peers = _alike(plan.comparison.peers, facts)
    plan = plan.model_copy(update={"comparison": plan.comparison.model_copy(update={"peers": peers})})
    cards = [sound_card(each, facts) for each in CARDS]
    return plan.model_copy(update={"scorecards": cards, "stances": _stances([*WHY] if topics is None else topics)})


def _alike(peers: list[Peer], facts: Facts) -> list[Peer]:
    """Return these peers; one that has a trend of its own in these data gives its place to one that has none."""
    apart = apart_from_all(facts)
    known = [] if facts.peers is None else sorted(set(facts.peers["peer"]) - apart - {peer.name for peer in peers})
    return [peer if peer.name not in apart else peer.model_copy(update={"name": known.pop(0)}) for peer in peers]


def flawed_card(facts: Facts) -> MetricsPlan:
    """Return the flagship's card that an exercise mends, in the reader's language.

    Four faults: reads stand in place of discussion; orders are held against two weeks of last month; the
    target of comments is one number; and the verdict comes two weeks after the period, before most can be told.
    """
    card = sound_card("flagship", facts)
    reads = Row(
        measure="reads", why=str(Text("让更多人看见", "to be seen by more")), definition=str(MEASURES["reads"].counts),
        origin="back_end", base_from=BASE[0], base_to=BASE[1], low=900_000, high=1_100_000, lag=1, ages=[1, 7],
        owner=PEOPLE[0], deputy=PEOPLE[1], if_falls=str(Text("多发几条", "post more")),
        if_rises=str(Text("照这样做", "go on")), horizon="short", weight=25,
    )  # fmt: skip
    changed: dict[str, Row | dict[str, Any]] = {
        "discussion": reads,
        "orders": {"base_from": date(2026, 2, 2), "base_to": date(2026, 2, 15)},
        "comments": {"low": 10.0, "high": 10.0},
    }
    rows = [_changed(row, changed.get(row.measure, {})) for row in card.rows]
    return MetricsPlan(scorecards=[card.model_copy(update={"verdict_on": SOON, "rows": rows})])


def _changed(row: Row, change: Row | dict[str, Any]) -> Row:
    return change if isinstance(change, Row) else row.model_copy(update=change)


def mended_card(facts: Facts, topics: list[str]) -> MetricsPlan:
    """Return the flagship's card mended, with stances on these topics: one right answer, in the reader's language."""
    return MetricsPlan(scorecards=[sound_card("flagship", facts)], stances=_stances(topics))


def changed_plan(example: dict[str, Any], facts: Facts) -> MetricsPlan:
    """Return a plan from an example of `rules.toml`: a sound card changed, or the sound routine changed part by part.

    `card`: the account; `row`: what is changed by measure (false: it is taken off; one that is not there is added);
    `head`: what is changed in the card. `comparison`, `report`, `reviews` and the rest are fields of the plan.
    """
    given = dict(example)
    account, rows, head = given.pop("card", None), given.pop("row", {}), given.pop("head", {})
    if account is not None:
        card = sound_card(account, facts).model_dump(mode="json") | head
        kept = [row | rows.get(row["measure"], {}) for row in card["rows"] if rows.get(row["measure"]) is not False]
        there = {row["measure"] for row in card["rows"]}
        added = [{"measure": name, **values} for name, values in rows.items() if name not in there]
        given["scorecards"] = [card | {"rows": [*kept, *added]}]
    if "comparison" in given:
        given["comparison"] = _worded(ROUTINE["comparison"]) | given["comparison"]
    if "report" in given:
        given["report"] = _worded(ROUTINE["report"]) | given["report"]
    return read_plan(MetricsPlan, given)


def _stances(topics: list[str]) -> dict[str, Stance]:
    return {topic: Stance(position=WHY[topic][0], why=str(WHY[topic][1])) for topic in topics}


def _worded(value: Any) -> Any:  # noqa: ANN401 - data as JSON holds it, with texts in it
    """Return data with every text in the reader's language."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, dict):
        return {name: _worded(each) for name, each in value.items()}
    return [_worded(each) for each in value] if isinstance(value, list) else value
