"""What lesson and exercise 4.2 ask of the data: right answers, and answers that people get wrong."""

from __future__ import annotations

from typing import Literal

from playbook.content.analysis import ratio_shown, result_of
from playbook.content.mix import Class, against_article_8, in_posts
from playbook.content.plan import WHOLE
from playbook.facts import Facts

Elsewhere = Literal["as_they_stand", "same_hour", "no_better"]
LIFTED = 1.1  # times the ratio at the same hour: from here on the hours have a part in the ratio as it stands


def posts_of_class(facts: Facts, name: Class, posts_a_week: int) -> float:  # noqa: ARG001 - as all answers
    """Return how many of so many posts a week article 8 gives a class."""
    return round(in_posts(posts_a_week)[name], 2)


def posts_as_now(facts: Facts, account: str, name: Class, posts_a_week: int) -> float:
    """Return how many of so many posts a week a class of article 8 would get if the account went on as it does."""
    return round(float(against_article_8(facts, account)["ours"][name]) * posts_a_week / WHOLE, 2)


def of_last_year(facts: Facts, account: str, name: Class, column: Literal["ours", "posts"]) -> int:
    """Return what the account posted of a class in the year: how many posts, or how many per cent of all (`ours`)."""
    return round(float(against_article_8(facts, account)[column][name]))


def owes_hours(facts: Facts, account: str) -> bool:
    """Tell whether videos look better as they stand than beside posts of the same hour."""
    return ratio_shown(facts, account, "video_at_first_sight") >= LIFTED * ratio_shown(facts, account, "video")


def video_hours_told(facts: Facts, account: str) -> Literal["lifted", "not_lifted"]:
    """Return what the hours do for the videos' ratio as it stands: lift it, or not."""
    return "lifted" if owes_hours(facts, account) else "not_lifted"


def video_elsewhere(facts: Facts, account: str) -> Elsewhere:
    """Return which ratio to expect of the account's videos if they go out when its other posts do."""
    if result_of(facts, account, "video").outcome != "supported":
        return "no_better"
    return "same_hour" if owes_hours(facts, account) else "as_they_stand"


def more_by(facts: Facts, account: str, name: Literal["video_at_first_sight", "video"]) -> int:
    """Return how many per cent more than the other posts a video gets, from the ratio as tables show it."""
    return times_in_percent(facts, account, name) - WHOLE


def times_in_percent(facts: Facts, account: str, name: Literal["video_at_first_sight", "video"]) -> int:
    """Return the ratio itself in per cent, as somebody answers who forgets to take the other posts off."""
    return round(WHOLE * ratio_shown(facts, account, name))
