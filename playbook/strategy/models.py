"""What a strategy is made of, as the articles list it (`models.toml`): purposes, models, functions, motives, steps."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from playbook.language import Text
from playbook.metrics.measures import MeasureName

PurposeName = Literal["brand", "customers", "sales", "recruitment", "reputation", "industry", "team"]
ModelName = Literal[
    "exposure", "interactive-campaigns", "micro-counter", "aftersales", "online-service", "crm", "hard-ads", "seo",
    "placement", "sentiment",
]  # fmt: skip
FunctionName = Literal["product", "relations", "brand", "research", "crisis", "sales"]
ReturnName = Literal["brand", "promotion", "turnover"]
MotiveName = Literal["product-info", "company-news", "promotions", "fun", "exclusive", "gifts", "brand-interaction"]
Rung = Literal["plan", "listen", "participate", "interact", "network", "build", "manage"]
StepName = Literal[
    "platform", "matrix", "infrastructure", "audience", "content", "crisis", "evaluation", "exploration"
]  # fmt: skip
Link = Literal["relate", "understand", "interact", "spread", "trust", "consume"]
PointName = Literal["latest-news", "freelancers", "influencers", "media", "real-life"]
RouteName = Literal["tags", "groups", "observation", "survey", "orders"]
AskedName = Literal["post", "counter", "parcel", "panel", "several", "records"]

_TABLE: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(
    resources.files("playbook.strategy").joinpath("models.toml").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class Purpose:
    """One of the seven purposes: its name, the measures that say whether it is met, and how it is read today."""

    name: Text
    measures: tuple[MeasureName, ...]
    today: Text | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """One of the ten models; an `advert` must be recognisable as one, and a `one_way` model talks without listening."""

    name: Text
    advert: bool = False
    one_way: bool = False


def _names(kind: str) -> dict[Any, Text]:
    return {key: Text.of(entry) for key, entry in _TABLE[kind].items()}


PURPOSES: dict[PurposeName, Purpose] = {
    cast("PurposeName", key): Purpose(
        Text.of(entry), tuple(entry["measures"]), Text.of(entry["today"]) if "today" in entry else None
    )
    for key, entry in _TABLE["purposes"].items()
}
MODELS: dict[ModelName, Model] = {
    cast("ModelName", key): Model(Text.of(entry), entry.get("advert", False), entry.get("one_way", False))
    for key, entry in _TABLE["models"].items()
}
FUNCTIONS: dict[FunctionName, Text] = _names("functions")
ADVANTAGES: dict[str, Text] = _names("advantages")
USES: dict[FunctionName, str] = {  # which of the four advantages a function draws on
    cast("FunctionName", key): entry["advantage"] for key, entry in _TABLE["functions"].items()
}
RETURNS: dict[ReturnName, Text] = _names("returns")
MOTIVES: dict[MotiveName, Text] = _names("motives")
RUNGS: dict[Rung, Text] = _names("maturity")
EVIDENCE: dict[Rung, Text] = {
    cast("Rung", key): Text.of(entry["evidence"]) for key, entry in _TABLE["maturity"].items()
}
STEPS: dict[StepName, Text] = _names("steps")
CHAIN: dict[Link, Text] = _names("chain")
POINTS: dict[PointName, Text] = _names("points")
ROUTES: dict[RouteName, Text] = _names("routes")
ASKED: dict[AskedName, Text] = _names("asked")
SELF_SELECTED = frozenset(key for key, entry in _TABLE["asked"].items() if entry.get("self_selected"))
