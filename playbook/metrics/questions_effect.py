"""What lesson and exercise 9.2 ask: whether it worked, by how much, from which week on, and beyond whom."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.before_after import Twice, twice
from playbook.metrics.analysis.done import Event, asked, done
from playbook.metrics.analysis.launch import Effect, effect, readings, shows_from
from playbook.metrics.analysis.peers import Against, against
from playbook.metrics.questions import tells
from playbook.tables import half_up

End = Literal["value", "low", "high"]
Year = Literal["this", "last", "difference"]
SAID: dict[str, Text] = {
    "launch_orders": Text("新茶上市带来了订单", "The launch brought orders"),
    "launch_failed": Text(
        "上市一周，订单没有多，上市没有用", "A week on there are no more orders: the launch did not work"
    ),
    "launch_beyond_peers": Text(
        "上市以后，每条的互动比同行多走了一截", "After the launch, posts got more than those of the peers did"
    ),
    "campaign_orders": Text("桂花活动带来了订单", "The osmanthus campaign brought orders"),
    "duty_attitude": Text(
        "新的值班办法以后，客服号的评论友善了", "Since the duty rule, comments to the service are friendlier"
    ),
    "followers_sell": Text("粉丝多了，下一周的订单就多", "More followers, more orders the week after"),
}


def effect_percent(facts: Facts, event: Event = "launch", end: End = "value") -> int:
    """Return by how many per cent more came than expected after something was done, once its lag was over; whole.

    Or an `end` of the 95% interval.
    """
    return half_up(float(getattr(_effect(facts, event).mean.percent, end)))


def rise_percent(facts: Facts, event: Event = "launch") -> int:
    """Return what people take for it: by how many per cent the weeks judged lie above as many before the day; whole."""
    question = asked(facts, event)
    found = None if question is None else twice(question)
    if not isinstance(found, Twice):
        raise TypeError(f"before and after {event} cannot be compared")
    return half_up(100 * math.expm1(found.rise))


def more_orders(facts: Facts, event: Event = "launch", end: End = "value") -> int:
    """Return how many more orders came than expected, in all weeks that are judged; or an `end` of the interval."""
    return half_up(float(getattr(_effect(facts, event).more, end)))


def of_week(facts: Facts, week: int, event: Event = "launch") -> int:
    """Return by how many per cent one week since the day lies above what was expected of it; whole."""
    by_week = _effect(facts, event).by_week["value"]
    return half_up(100 * math.expm1(float(by_week[by_week.index == week].item())))


def best_week(facts: Facts, event: Event = "launch") -> int:
    """Return what people take for the effect: that of the week that lies highest above the expected; in per cent."""
    return half_up(100 * math.expm1(float(_effect(facts, event).by_week["value"].max())))


def shows_after(facts: Facts, event: Event = "launch") -> int:
    """Return after how many weeks it can first be told from nothing. Raises ValueError where it cannot be at all."""
    question = asked(facts, event)
    weeks = None if question is None else shows_from(question)
    if weeks is None:
        raise ValueError(f"{event} cannot be told from nothing at any reading")
    return weeks


def reading(facts: Facts, weeks: int, event: Event = "launch") -> Outcome:
    """Return the verdict as it read so many weeks after the day, when nothing later was known."""
    question = asked(facts, event)
    if question is None:
        raise ValueError(f"wanted facts in which {event} is noted")
    found = readings(question, (weeks,))[weeks]
    return "cannot_tell" if isinstance(found, Text) else found.mean.outcome


def beyond_peers(facts: Facts, end: End = "value", *, every: bool = False) -> int:
    """Return by how many per cent posts got more after the launch, beyond what the peers' posts did; whole.

    `every`: against all peers, which is what people take who leave none out.
    """
    return half_up(float(getattr(_against(facts, every=every).difference.percent, end)))


def peers_apart(facts: Facts) -> int:
    """Return how many peers had a trend of their own before the launch, so that they are left out."""
    return len(_against(facts).apart)


def peers_kept(facts: Facts) -> int:
    """Return how many peers remain to compare with."""
    return len(_against(facts).kept)


def parallel(facts: Facts) -> bool:
    """Return whether nothing before the launch speaks against our having run alike with the peers that are kept."""
    return _against(facts).parallel


def year_on_year(facts: Facts, year: Year = "this") -> int:
    """Return by how many per cent orders rose over the weeks of the campaign, this year or last; whole.

    Or the `difference` of the two rises: how many per cent more this year's was than last year's.
    """
    question = asked(facts, "campaign")
    found = None if question is None else twice(question)
    if not isinstance(found, Twice):
        raise TypeError("the campaign cannot be compared with the year before")
    logs = {"this": found.rise, "last": found.rise_last_year, "difference": found.beyond}
    return half_up(100 * math.expm1(logs[year]))


def verdict(facts: Facts, claim: str) -> Outcome:
    """Return what the data say of a claim of SAID: supported or contradicted where an interval leaves 0 outside."""
    return CLAIMS[claim](facts)


def _effect(facts: Facts, event: Event) -> Effect:
    found = _effects(facts, event)
    if isinstance(found, Text):
        raise TypeError(found.en)
    return found


@lru_cache(maxsize=32)
def _effects(facts: Facts, event: Event) -> Effect | Text:
    question = asked(facts, event)
    if question is None:
        raise ValueError(f"wanted facts in which {event} is noted")
    return effect(question)


@lru_cache(maxsize=32)
def _against(facts: Facts, *, every: bool = False) -> Against:
    it = done(facts, "launch")
    found = None if it is None else against(facts, it.account, it.day, every=every)
    if not isinstance(found, Against):
        raise TypeError("wanted facts with a launch and peers")
    return found


def _mean_of(event: Event) -> Callable[[Facts], Outcome]:
    return lambda facts: _effect(facts, event).mean.outcome


OPPOSITE: dict[Outcome, Outcome] = {"supported": "refuted", "refuted": "supported", "cannot_tell": "cannot_tell"}
CLAIMS: dict[str, Callable[[Facts], Outcome]] = {
    "launch_orders": _mean_of("launch"),
    # That nothing could be seen after a week is no proof that nothing came.
    "launch_failed": lambda facts: OPPOSITE[reading(facts, 1)],
    "launch_beyond_peers": lambda facts: _against(facts).difference.outcome,
    "campaign_orders": _mean_of("campaign"),
    "duty_attitude": _mean_of("duty"),
    "followers_sell": lambda facts: "supported" if tells(facts, "shop", "followers") else "cannot_tell",
}
