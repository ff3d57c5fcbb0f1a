"""Each finding has a plan that gives it and one that does not; what the examples of the rules show is not repeated."""

from dataclasses import replace
from typing import Any

import pytest

from playbook.company import Account, Company
from playbook.crisis.model_plan import (
    careless_response,
    careless_watch,
    decided_response,
    decided_watch,
    hasty_response,
    sound_plan,
)
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.review import review, review_account
from playbook.facts import Facts, sample_facts
from playbook.language import Language

from .worlds import SEEDS, world

FACTS = sample_facts()
OWN = Facts(
    Company(name="甲", accounts=[Account(id="甲", name="甲")]), FACTS.posts.assign(account="甲").head(50), None,
    invented=False,
)  # fmt: skip


def said(rule: str, facts: Facts = FACTS, **change: object) -> list[str]:
    plan = sound_plan({path.replace("__", "."): value for path, value in change.items()})
    return [each.what.en for each in review(plan, facts) if each.rule == f"crisis.{rule}"]


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_a_sound_plan_has_no_finding_in_either_language_and_neither_has_an_empty_one(wanted: Language) -> None:
    assert review(sound_plan(None, wanted), FACTS) == []
    assert review(CrisisPlan(), FACTS) == []


def test_the_plan_is_reviewed_as_a_whole_whichever_account_is_asked_for() -> None:
    plan = sound_plan({"watch.owner": ""})
    assert review_account(plan, "shop", FACTS) == review(plan, FACTS) != []


def test_a_part_that_is_begun_is_judged_and_no_other() -> None:
    found = {
        each.rule for each in review(decided_watch(FACTS, []).model_copy(update={"alarm": CrisisPlan().alarm}), FACTS)
    }
    assert found == {"crisis.alarm-set"}
    assert review(decided_response(FACTS, []), FACTS) == []


def test_somebody_with_posts_alone_is_told_what_the_plan_shows_and_nothing_of_data() -> None:
    found = {each.rule for each in review(sound_plan({"watch.searches": 0, "watch.words": []}), OWN)}
    assert {"crisis.opinion-barometer", "crisis.keyword-watchlist"} <= found
    assert not found & {"crisis.words-find-enough", "crisis.alarm-judged", "crisis.reached-when-watched"}


def test_exercises_begin_with_planted_faults_and_end_without_any() -> None:
    watch = {each.rule.removeprefix("crisis.") for each in review(careless_watch(FACTS), FACTS)}
    assert watch == {
        "keyword-watchlist", "words-find-enough", "negative-spreads-faster", "alarm-at-night", "deputy-is-another",
        "reached-when-watched",
    }  # fmt: skip
    response = {each.rule.removeprefix("crisis.") for each in review(careless_response(FACTS), FACTS)}
    assert response == {"first-word-while-rising", "deputy-is-another", "nothing-unknown", "nothing-deleted"}
    hasty = {each.rule.removeprefix("crisis.") for each in review(hasty_response(FACTS), FACTS)}
    assert hasty == {"silence-reasoned", "single-coordinator", "roles-filled", "blames-nobody", "scheduled-paused",
                     "first-hours"}  # fmt: skip
    topics = ["crisis-response-time", "crisis-owner"]
    assert review(decided_watch(FACTS, topics), FACTS) == []
    assert all(review(decided_watch(world(seed), []), world(seed)) == [] for seed in SEEDS)
    assert review(decided_response(FACTS, topics), FACTS) == []


# ------------------------------------------------------------------ the watch


def test_words_without_a_kind_or_a_reason_are_named() -> None:
    assert "Of these words the kind is not settled: 岚间." in said("keyword-watchlist", watch__words__0__kind=None)
    assert "Nothing says why these words are watched: 老岚." in said("keyword-watchlist", watch__words__1__why="。")


def test_the_days_before_and_after_count_as_watched() -> None:
    assert said("watch-events", watch__watch_days__2__first="2026-10-03", watch__watch_days__2__last="2026-10-09") == []
    [what] = said("watch-events", watch__watch_days__2__first="2026-10-04", watch__watch_days__2__last="2026-10-09")
    assert what == "The watch days leave out: 1 October."


def test_spring_festival_is_told_by_the_year_it_falls_in() -> None:
    [what] = said("watch-events", watch__watch_days__0__first="2027-02-16", watch__watch_days__0__last="2027-02-22")
    assert "Spring Festival" in what


def test_a_watch_day_needs_days_around_it_and_more_than_usual() -> None:
    [what] = said("watch-events", watch__watch_days__1__before=0)
    assert what == "Watched on the day alone, with none before or after: 3·15."
    assert said("event-intensify", watch__watch_days__1__words="岚间") == ["3·15 is watched as usual: no more words."]


def test_the_watched_hours_that_nobody_covers_are_named() -> None:
    [what] = [each for each in said("reached-when-watched", watch__deputy="shen") if each.startswith("The watch")]
    assert "Sat 10:00" in what
    [what] = [each for each in said("reached-when-watched", watch__end=20) if each.startswith("The watch")]
    assert "Mon 18:00" in what


@pytest.mark.parametrize(
    ("roles", "night"),
    [((8, 24), "Between 0:00 and 8:00"), ((22, 6), "Between 6:00 and 8:00"), ((0, 24), None), ((20, 8), None)],
)
def test_a_night_in_which_nobody_can_be_called_is_named_with_its_hours(
    roles: tuple[int, int], night: str | None
) -> None:
    change: dict[str, Any] = {"roles__0__start": roles[0], "roles__0__end": roles[1]}
    found = said("reached-at-night", alarm__told="", **change)
    assert [each.split(" no role")[0] for each in found] == ([night] if night else [])
    assert said("reached-at-night", **change) == []  # the alarm calls somebody


def test_a_name_or_an_id_is_the_same_person() -> None:
    assert said("deputy-is-another", roles__0__deputy="林小满") == [
        "Coordinator: the deputy is the same person, 林小满."
    ]


def test_nobody_on_the_card_yet_means_that_hours_are_not_judged() -> None:
    nobody = replace(FACTS, company=FACTS.company.model_copy(update={"people": []}))
    assert said("reached-when-watched", nobody) == []


# ------------------------------------------------------------------ the alarm, held against the data


def test_an_alarm_that_rings_all_the_time_and_one_that_never_rings_are_told_apart() -> None:
    [what] = said("alarm-judged", alarm__score=3.0)
    assert "times a month" in what
    [what] = said("alarm-judged", alarm__rule="fixed", alarm__count=90_000.0)
    assert what == "The crisis came, and this alarm never rang."


def test_a_list_that_misses_much_or_drowns_is_told_with_its_numbers() -> None:
    wide = [{"word": "茶", "kind": "category", "why": "全都看"}]
    found = said("words-find-enough", watch__words=wide)
    assert any("miss" in each for each in found)
    assert any("too much to read" in each for each in found)


# ------------------------------------------------------------------ levels


def test_silence_needs_a_reason_and_holds_nothing_grave() -> None:
    assert said("silence-reasoned", levels__0__why="-") == [
        "Level 1 “随它去” is watched and not answered, and nothing says why."
    ]
    [what] = said("silence-reasoned", levels__0__signs=["rumour", "health"])
    assert "somebody reports harm or danger" in what


def test_a_sign_stands_at_one_level_and_every_grave_sign_at_one() -> None:
    found = said(
        "levels-told-apart", levels__1__signs=["service", "product", "staff"], levels__2__signs=["staff", "health"]
    )
    assert "The same sign stands at two levels: a colleague posted or did something." in found
    assert any("a journalist asks" in each for each in found)


def test_counts_rise_with_gravity() -> None:
    assert said("levels-told-apart", levels__2__from_count=5) == [
        "A more serious level begins at no more mentions than a lighter one."
    ]


def test_a_day_is_the_outer_limit_alone() -> None:
    assert said("respond-within-24h", levels__1__first_word=1440) == []
    [what] = said("first-word-while-rising", levels__1__first_word=1440)
    assert "24 h from detection" in what
    assert said("first-word-while-rising", levels__1__first_word=240) == []


# ------------------------------------------------------------------ the first hours


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        ("nothing-deleted", "把差评删掉"),
        ("nothing-deleted", "删差评，关评论"),
        ("nothing-deleted", "delete bad comments"),
        ("no-hired-posters", "找人刷好评"),
        ("no-hired-posters", "hire posters"),
        ("no-fake-traffic", "让员工去评论带节奏"),
        ("no-threats", "发律师函"),
    ],
)
def test_what_must_not_be_done_is_found_in_a_note(rule: str, note: str) -> None:
    assert len(said(rule, first_hours__6__note=note)) == 1


@pytest.mark.parametrize(
    "note", ["不删差评，公开答", "禁止刷评", "不发律师函", "never delete comments", "员工有问题来问我"]
)
def test_what_is_refused_is_not_found(note: str) -> None:
    plan = sound_plan({"first_hours.6.note": note})
    assert review(plan, FACTS) == []


def test_the_first_word_does_not_go_out_before_triage_nor_after_its_limit() -> None:
    assert "before anybody has told how serious" in said("first-hours", first_hours__6__within=10)[0]
    assert "the shortest time for it is 1 h" in said("first-hours", first_hours__6__within=90)[0]
