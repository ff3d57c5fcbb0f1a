"""The measures a scorecard can hold (`measures.toml`): what each counts, from where, for whom, and what games it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from playbook.company import Kind
from playbook.language import Text

MeasureName = Literal[
    "reposts", "comments", "typical_reactions", "participation", "discussion", "comment_attitude", "reply_time",
    "reply_share", "settled", "complaints", "link_clicks", "profile_visits", "orders", "revenue", "conversion", "roi",
    "repeat_orders", "store_visits", "sign_ups", "kept_followers", "unfollows", "named_in_press",
    "suspicious_followers", "posts", "replies_sent", "followers", "follower_growth", "reads",
]  # fmt: skip
Sort = Literal["activity", "leading", "outcome", "vanity"]
Origin = Literal["posts", "back_end", "shop", "till", "desk", "codes", "search", "hand", "survey"]

SORTS: dict[Sort, Text] = {
    "leading": Text("先行：早动", "leading: moves early"),
    "outcome": Text("结果：为的就是它", "outcome: what it is all for"),
    "activity": Text("活动量：我们做了多少", "activity: what we do"),
    "vanity": Text("虚荣：看着好，说明不了什么", "vanity: looks good and says little"),
}
ORIGINS: dict[Origin, Text] = {
    "posts": Text("导出的微博表", "exported posts"),
    "back_end": Text("平台后台", "the platform’s back end"),
    "shop": Text("网店的订单", "the shop’s orders"),
    "till": Text("店里的收银", "the store’s till"),
    "desk": Text("客服的收件箱", "the service inbox"),
    "codes": Text("带参数的链接、券码", "coded links and vouchers"),
    "search": Text("搜索和话题页", "search and topic pages"),
    "hand": Text("抽样，人工看", "a sample, read by hand"),
    "survey": Text("问卷", "a survey"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it counts, its unit, where it can come from, its sort, and the kinds of account it fits.

    `lag` are weeks before which no verdict is passed. `down`: less is better. `seasonal`: it goes with the season.
    `money`: a figure of sales. `capped` is the column of `weekly` that says where its counter stood at the limit.
    `refused` says why it makes no scorecard, and `instead` what to take; both are empty for a measure that does.
    """

    id: MeasureName
    name: Text
    counts: Text
    unit: Text
    origins: tuple[Origin, ...]
    sort: Sort
    fits: tuple[Kind, ...]
    gamed: Text
    lag: int
    articles: tuple[int, ...]
    down: bool = False
    seasonal: bool = False
    money: bool = False
    capped: str = ""
    refused: Text | None = None
    instead: tuple[MeasureName, ...] = ()


def _measure(name: str, entry: dict[str, Any]) -> Measure:
    plain = ("sort", "lag", "down", "seasonal", "money", "capped")
    return Measure(
        id=cast("MeasureName", name),
        name=Text.of(entry),
        counts=Text.of(entry["counts"]),
        unit=Text.of(entry["unit"]),
        origins=tuple(entry["from"]),
        fits=tuple(entry["fits"]),
        gamed=Text.of(entry["gamed"]),
        articles=tuple(entry["articles"]),
        refused=Text.of(entry["refused"]) if "refused" in entry else None,
        instead=tuple(entry.get("instead", ())),
        **{key: entry[key] for key in plain if key in entry},
    )


def _measures() -> dict[MeasureName, Measure]:
    table = tomllib.loads(resources.files("playbook.metrics").joinpath("measures.toml").read_text("utf-8"))
    return {cast("MeasureName", name): _measure(name, entry) for name, entry in table.items()}


MEASURES: dict[MeasureName, Measure] = _measures()


def fitting(kind: Kind) -> list[Measure]:
    """Return the measures that fit a kind of account and make a scorecard, outcomes first, in their order."""
    fit = [each for each in MEASURES.values() if kind in each.fits and each.refused is None]
    return sorted(fit, key=lambda each: each.sort != "outcome")
