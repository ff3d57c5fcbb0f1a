"""A plan of the sample company with which nothing is wrong (`model_plan.toml`), and the ones that an exercise mends."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.language import Language, language
from playbook.modelled import changed, in_language
from playbook.plans import read_plan
from playbook.stances import Stance

WATCH, RESPONSE = ("watch", "alarm"), (
    "norm", "levels", "roles", "statements", "outlets", "same_words", "first_hours", "after", "after_drill", "drill_on",
)  # fmt: skip
STANCES = {"crisis-response-time": "rising", "crisis-owner": "planning"}
# What a colleague left: the words of old articles, and a phone that nobody hears at night.
CARELESS_WATCH: dict[str, Any] = {
    "watch.words": [
        {"word": "岚间茶馆", "kind": "brand", "why": {"zh": "我们的全名", "en": "our full name"}},
        {"word": "老岚", "kind": "brand", "why": {"zh": "掌柜的名字", "en": "the founder’s name"}},
        {"word": "岚子家", "kind": "brand", "why": {"zh": "年轻客人的叫法", "en": "what young customers say"}},
        {"word": "城南 茶", "kind": "place_brand", "why": {"zh": "只说地方的客人", "en": "those who name the place"}},
        {"word": "茶", "kind": "category", "why": {"zh": "和茶有关的都看看", "en": "to see all about tea"}},
        {"word": "秋茶投票", "kind": "industry_event", "why": {"zh": "活动那几天", "en": "while we hold it"}},
        {"word": "城南夜读", "kind": "industry_event", "why": {"zh": "店里的活动", "en": "our evening readings"}},
    ],
    "watch.deputy": "xiaoman",
    "alarm.counted": "mentions",
    "alarm.by": "mail",
}
# And what was to be done: a day to answer, a deputy who is the same person, a draft that knows it all, and deleting.
CARELESS_RESPONSE: dict[str, Any] = {
    "levels.2.first_word": 1440,
    "levels.1.first_word": 1440,
    "roles.0.deputy": "xiaoman",
    "statements.0.happened": {
        "zh": "有客人说买到的茶受潮，这只是个案，与我们无关。",
        "en": "Customers speak of damp tea. It is an isolated case, and has nothing to do with us. ",
    },
    "first_hours.3.act": "delete",
}  # fmt: skip
# Exercise 8.2: a colleague’s post left alone, two who coordinate, a trainee blamed, a late pause, and nobody at night.
HASTY_RESPONSE: dict[str, Any] = {
    "levels.0.signs": ["troll", "staff"],
    "levels.2.signs": ["health", "person", "journalist", "authority"],
    "roles.1.duty": "coordinator",
    "statements.3.scenario": "staff",
    "statements.3.happened": {
        "zh": "店里的账号嘲笑了一位来退茶的老人，是实习生所为。",
        "en": "The store’s account mocked an old man who came to return his tea; it was an intern. ",
    },
    "statements.3.attitude": {"zh": "对不起，话不该那样说。", "en": "We are sorry. It should not have been said. "},
    "statements.3.doing": {
        "zh": "茶已经退了，账号收回由店长一个人管。",
        "en": "His tea is paid back, and the store manager alone keeps the account now. ",
    },
    "first_hours.2.within": 300,
    "first_hours.9.act": "evidence",
}  # fmt: skip


def sound_plan(change: Mapping[str, Any] | None = None, wanted: Language = "zh") -> CrisisPlan:
    """Return the sound plan in a language, changed in these places: `{"levels.0.why": ""}`."""
    text = resources.files("playbook.crisis").joinpath("model_plan.toml").read_text("utf-8")
    data = in_language(changed(tomllib.loads(text), change or {}), wanted)
    return read_plan(CrisisPlan, json.loads(json.dumps(data, default=str)))


def decided_watch(facts: Facts, topics: list[str]) -> CrisisPlan:  # noqa: ARG001 - as all right answers
    """Return a watch and an alarm that the review lets pass, with these stances alone: one right answer."""
    return _part(sound_plan(wanted=language()), WATCH, topics)


def decided_response(facts: Facts, topics: list[str]) -> CrisisPlan:  # noqa: ARG001 - as all right answers
    """Return levels, people, statements and first hours that the review lets pass, with these stances alone."""
    return _part(sound_plan(wanted=language()), RESPONSE, topics)


def careless_watch(facts: Facts) -> CrisisPlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the watch that an exercise mends, in the reader's language."""
    return _part(sound_plan(CARELESS_WATCH, language()), WATCH, [])


def careless_response(facts: Facts) -> CrisisPlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the response that lesson 8.2 hands over, in the reader's language."""
    return _part(sound_plan(CARELESS_RESPONSE, language()), RESPONSE, [])


def hasty_response(facts: Facts) -> CrisisPlan:  # noqa: ARG001 - as all plans that a page begins with
    """Return the response that exercise 8.2 mends, in the reader's language."""
    return _part(sound_plan(HASTY_RESPONSE, language()), RESPONSE, [])


def _part(plan: CrisisPlan, parts: tuple[str, ...], topics: list[str]) -> CrisisPlan:
    stances = {topic: Stance(position=STANCES[topic]) for topic in topics}
    return CrisisPlan.model_validate({name: getattr(plan, name) for name in parts} | {"stances": stances})
