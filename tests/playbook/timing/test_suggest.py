from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.claims import ENOUGH
from playbook.company import Account, Company, Person, Shift
from playbook.facts import Facts, sample_facts
from playbook.posts import COLUMNS, typed
from playbook.timing.analysis import strength, usual_of
from playbook.timing.best_week import best_week, fewest_that_fit, fits, most_that_fit
from playbook.timing.plan import TimingPlan
from playbook.timing.review import WEAK, review_account
from playbook.timing.suggest import Constraints, Suggestion, most_posts, suggest

FACTS = sample_facts()
ACCOUNTS = [each.id for each in FACTS.company.accounts]
WORKDAYS = (1, 2, 3, 4, 5)
SMALL = settings(max_examples=100, deadline=None, derandomize=True)
Week = npt.NDArray[np.float64]


def times(found: Suggestion) -> list[tuple[int, int]]:
    return [(each.slot.day, each.slot.hour) for each in found.slots]


def silent_hours(one: int, two: int, days: tuple[int, ...]) -> int:
    """Hours from one post to the next that lie on the days in use, counted one by one."""
    length = (two - one) % 168 or 168
    return sum((one + step) % 168 // 24 + 1 in days for step in range(length))


def keeps(cells: tuple[int, ...], asked: Constraints) -> bool:
    """The constraints between the posts of a week, read as a person would."""
    counts = Counter(cell // 24 + 1 for cell in cells)
    after = [*cells[1:], cells[0]]
    stretch = max(silent_hours(one, two, asked.days) for one, two in zip(cells, after, strict=True))
    busiest = max(sum((other - cell) % 168 <= 2 for other in cells) for cell in cells)
    closest = min(((two - one) % 168 or 168) for one, two in zip(cells, after, strict=True))
    return (
        len(cells) == asked.posts
        and closest >= asked.gap_hours
        and (asked.bursts or busiest <= 2)
        and stretch <= asked.silence_hours
        and all(counts[day] >= (asked.least_a_day or 0) for day in asked.days)
        and all(counts[day] <= (24 if asked.most_a_day is None else asked.most_a_day) for day in asked.days)
    )


def by_hand(values: Week, asked: Constraints) -> list[int] | None:
    """The best week by trying every week there is."""
    cells = [int(cell) for cell in np.flatnonzero(~np.isnan(values))]

    def key(week: tuple[int, ...]) -> tuple[Any, ...]:
        counts = Counter(cell // 24 + 1 for cell in week)
        spread = max(counts[day] for day in asked.days) - min(counts[day] for day in asked.days)
        first, second = spread, -sum(values.flat[cell] for cell in week)
        even_first = asked.least_a_day is None or asked.most_a_day is None
        return (first, second, week) if even_first else (second, first, week)

    kept = [week for week in combinations(cells, asked.posts) if keeps(week, asked)]
    best = min(kept, key=key, default=None)
    return None if best is None else list(best)


@st.composite
def small_cases(draw: st.DrawFn, highest: int = 6) -> tuple[Week, Constraints]:
    """At most four hours on at most four days: near each other, around midnight and over the week's end."""
    days = draw(st.sampled_from([(1, 7), (6, 7), (1, 2, 7), (1, 3, 5), (2, 3, 4, 5), (1, 2, 6, 7)]))
    hours = draw(st.sampled_from([(0, 1, 23), (9, 10, 11, 12), (9, 10, 12, 20), (0, 1, 22, 23)]))
    values = np.full((7, 24), np.nan)
    for day in days:
        for hour in hours:
            if draw(st.integers(0, 5)):  # one in six cannot be told
                values[day - 1, hour] = draw(st.integers(0, 2 * highest)) / 2
    least = draw(st.sampled_from([None, None, 0, 1]))
    asked = Constraints(
        posts=draw(st.integers(1, 6)),
        gap_hours=draw(st.sampled_from([1, 2])),
        days=days,
        least_a_day=least,
        most_a_day=draw(st.sampled_from([None, None, 2, 3])),
        silence_hours=draw(st.sampled_from([13, 24, 36, 48, 96, 168])),
        bursts=draw(st.booleans()),
    )
    return values, asked


@SMALL
@given(small_cases())
def test_a_suggested_week_is_the_best_of_all_weeks_there_are(case: tuple[Week, Constraints]) -> None:
    values, asked = case
    assert best_week(values, asked) == by_hand(values, asked)


@settings(SMALL, max_examples=25)
@given(small_cases(highest=2_000_000))
def test_large_accounts_are_served_as_exactly(case: tuple[Week, Constraints]) -> None:
    values, asked = case
    assert best_week(values, asked) == by_hand(values, asked)


@settings(SMALL, max_examples=50)
@given(small_cases())
def test_the_most_and_the_fewest_posts_are_those_that_fit(case: tuple[Week, Constraints]) -> None:
    values, asked = case
    cells = int((~np.isnan(values)).sum())
    fitting = [posts for posts in range(1, cells + 1) if fits(values, replace(asked, posts=posts))]
    assert most_that_fit(values, asked) == max(fitting, default=0)
    assert fewest_that_fit(values, asked) == min(fitting, default=0)


@settings(SMALL, max_examples=20)
@given(
    st.sampled_from(ACCOUNTS),
    st.builds(
        Constraints,
        posts=st.integers(4, 30),
        gap_hours=st.sampled_from([1, 2]),
        days=st.sampled_from([tuple(range(1, 8)), WORKDAYS, (1, 2, 4, 6)]),
        hours=st.sampled_from([tuple(range(24)), tuple(range(9, 18)), (8, 12, 14, 15, 20, 21)]),
        attended=st.booleans(),
        least_a_day=st.sampled_from([None, 1]),
        most_a_day=st.sampled_from([None, 4]),
        silence_hours=st.sampled_from([24, 48, 72]),
        least_share=st.sampled_from([0.0, WEAK]),
        bursts=st.booleans(),
    ),
)
def test_every_constraint_holds_or_the_week_is_refused(account: str, asked: Constraints) -> None:
    found = suggest(FACTS, account, asked)
    if found.unable:
        assert found.slots == ()
        return
    week, usual = strength(FACTS.posts, account), usual_of(FACTS.posts, account)
    assert keeps(tuple((day - 1) * 24 + hour for day, hour in times(found)), asked)
    for (day, hour), each in zip(times(found), found.slots, strict=True):
        assert each.gets == week[day - 1, hour] >= asked.least_share * usual
        assert day in asked.days
        assert hour in asked.hours
        assert FACTS.company.on_duty(day, hour) or not asked.attended
    assert found.total == sum(each.gets for each in found.slots)


@pytest.mark.parametrize("account", ACCOUNTS)
@pytest.mark.parametrize("gap", [1, 2])
def test_the_review_finds_nothing_in_a_suggested_week(account: str, gap: int) -> None:
    asked = Constraints(7, gap, least_share=WEAK)
    silent = account == "class"  # nobody knows what its weekends would bring
    asked = replace(asked, days=WORKDAYS) if silent else asked
    room = most_posts(FACTS, account, asked)
    for posts in {7, 14, min(40, room)}:
        found = suggest(FACTS, account, replace(asked, posts=posts))
        stances = {"weekend-posting": {"position": "workdays_only"}} if silent else {}
        read = {"slots": [each.slot for each in found.slots], "gap_hours": gap, "stances": stances}
        rules = [finding.rule for finding in review_account(TimingPlan.model_validate(read), account, FACTS)]
        assert len(found.slots) == posts
        assert rules == []


def test_the_order_of_the_posts_in_the_export_changes_nothing() -> None:
    shuffled = replace(FACTS, posts=FACTS.posts.sample(frac=1, random_state=7))
    assert suggest(shuffled, "flagship", Constraints(16)) == suggest(FACTS, "flagship", Constraints(16))


def test_of_equal_weeks_the_earlier_is_chosen() -> None:
    assert Counter(day for day, _ in times(suggest(FACTS, "flagship", Constraints(9)))) == {
        1: 2, 2: 2, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1,
    }  # fmt: skip


def test_two_hours_beside_the_best_one_may_be_worth_more() -> None:
    values = np.full((7, 24), np.nan)
    values[:, [13, 14, 15, 16]] = 10, 90, 100, 90
    assert best_week(values, Constraints(14, 2)) == [24 * day + hour for day in range(7) for hour in (14, 16)]


def test_gaps_and_bursts_count_over_midnight_and_over_the_weeks_end() -> None:
    values = np.full((7, 24), np.nan)
    values[[6, 0, 0, 3, 3], [23, 0, 1, 12, 20]] = 90, 80, 70, 2, 1
    free = Constraints(3, least_a_day=0, most_a_day=3, silence_hours=168, bursts=True)
    sunday, midnight, one, noon, evening = 6 * 24 + 23, 0, 1, 3 * 24 + 12, 3 * 24 + 20
    assert best_week(values, free) == [midnight, one, sunday]
    assert best_week(values, replace(free, bursts=False)) == [midnight, noon, sunday]
    assert best_week(values, replace(free, gap_hours=2)) == [one, noon, sunday]
    values[6, 23], values[0, 23] = np.nan, 60
    assert best_week(values, replace(free, gap_hours=2)) == [midnight, 23, noon]
    values[1, 0] = 100
    assert best_week(values, replace(free, gap_hours=2)) == [midnight, 24, noon]
    assert evening not in (best_week(values, free) or [])


def test_a_silence_on_days_without_posts_is_meant() -> None:
    assert suggest(FACTS, "class", Constraints(10)).unable
    assert len(suggest(FACTS, "class", Constraints(10, days=WORKDAYS)).slots) == 10
    assert suggest(FACTS, "class", Constraints(10, days=WORKDAYS, silence_hours=12)).unable


def why(found: Suggestion) -> dict[tuple[int, int], str]:
    return {at: each.why.zh for at, each in zip(times(found), found.slots, strict=True)}


def test_a_slot_says_what_it_gets_and_which_better_hour_was_passed_over() -> None:
    said = why(suggest(FACTS, "flagship", Constraints(14, 2)))
    assert said[1, 15] == "这时发的一条通常得 308 次互动，当天能用的钟点里最多。"
    assert said[1, 17] == ("通常得 140 次互动，能用的钟点里排第 4；16 点更多（212 次），可是离 15 点不到 2 小时。")
    assert said[2, 15] == said[1, 15]
    assert said[6, 11] == "通常得 139 次互动，能用的钟点里排第 2；比它多的 14 点也排上了。"
    shop = why(suggest(FACTS, "shop", Constraints(14)))
    assert shop[5, 12] == "能用的钟点里最多，通常得 59 次互动；21 点还要多（103 次），可是没有人值班。"
    founder = why(suggest(FACTS, "founder", Constraints(14)))
    assert founder[6, 10] == "当天能用、数据又说得准的只有这个钟点，通常得 94 次互动。"
    topic = why(suggest(FACTS, "class", Constraints(5, days=WORKDAYS)))
    assert topic[1, 14] == "通常得 22 次互动，和 15 点一样，当天能用的钟点里没有更多的。"


def test_a_burst_a_silence_and_an_hour_not_chosen_are_reasons_too() -> None:
    three = why(suggest(FACTS, "flagship", Constraints(21)))
    assert "14 点更多（170 次），可是 15 点、16 点已经排上，再加它，两小时内就有三条" in three[1, 12]
    chosen = why(suggest(FACTS, "flagship", Constraints(7, hours=(11, 14))))
    assert "15 点还要多（308 次），可是不在选定的钟点里" in chosen[1, 14]
    tight = why(suggest(FACTS, "flagship", Constraints(14, silence_hours=20)))
    assert "16 点更多（212 次），可是换过去，停发就超过 20 小时" in tight[1, 9]


def test_what_the_whole_week_comes_to_is_told_and_why_its_days_are_uneven() -> None:
    found = suggest(FACTS, "flagship", Constraints(14, 2))
    assert found.total == 5 * (308 + 140) + 2 * (139 + 189.5)
    assert found.said.en == "Counting the median of each hour, these 14 posts add up to about 2,897 reactions."
    uneven = suggest(FACTS, "founder", Constraints(14))
    assert uneven.said.zh.endswith("各天能用的钟点不一样多，所以周六只有 1 条，周一有 3 条。")


def clash(account: str, asked: Constraints, facts: Facts = FACTS) -> str:
    found = suggest(facts, account, asked)
    assert found.unable is not None
    assert found.slots == ()
    return found.unable.zh


def test_too_many_posts_are_refused_with_the_number_that_fits() -> None:
    said = clash("flagship", Constraints(40, 2))
    assert "有人值班、数据又说得准的钟点里，隔 2 小时最多排 36 条，要排的是 40 条。" in said
    assert "改一样就行：改排 36 条；或者间隔改为 1 小时；或者没有人值班的钟点也用（或给这些钟点排上班）。" in said
    assert most_posts(FACTS, "flagship", Constraints(40, 2)) == 36
    assert len(suggest(FACTS, "flagship", Constraints(36, 2)).slots) == 36


def test_too_few_posts_are_refused_with_the_number_it_takes() -> None:
    said = clash("flagship", Constraints(3))
    assert "停发不超过 48 小时，至少得排 4 条，现在只排 3 条。" in said
    assert "改排 4 条；或者停发放宽到 60 小时" in said
    assert suggest(FACTS, "flagship", Constraints(3, silence_hours=59)).unable
    assert suggest(FACTS, "flagship", Constraints(3, silence_hours=60)).slots
    assert "每天至少 2 条、停发不超过 48 小时，至少得排 14 条" in clash("flagship", Constraints(13, least_a_day=2))


def test_a_silence_that_cannot_be_broken_names_the_days_and_the_hours() -> None:
    said = clash("class", Constraints(14))
    assert "排多少条都做不到" in said
    assert "改一样就行：有意空着周六、周日（没有能用的钟点）；或者停发放宽到 64 小时。" in said


def test_where_one_change_is_not_enough_it_says_how_many_would_fit() -> None:
    said = clash("class", Constraints(60, hours=(14, 15)))
    assert "（只算选定的钟点）" in said
    assert said.endswith("只改一样还不够：不管停发多久、一天几条，放得下 10 条。")


def test_every_single_change_it_names_makes_room() -> None:
    asked = Constraints(20, 2, days=(1, 2, 4), hours=(14, 15, 16, 17), most_a_day=2, least_share=WEAK)
    assert "（只算选定的天，只算选定的钟点，不低于平时的 85%，一天最多 2 条）" in clash("flagship", asked)
    assert "改一样就行：改排 6 条。" in clash("flagship", asked)
    assert len(suggest(FACTS, "flagship", replace(asked, posts=6)).slots) == 6


def test_hours_that_nobody_can_use_are_named_as_such() -> None:
    said = clash("flagship", Constraints(7, hours=(3, 4)))
    assert "没有一个能用：不是没有人值班，就是数据说不准。" in said
    assert "改一样就行：不限钟点。" in said


def test_an_unknown_account_is_told_apart_from_one_without_hours() -> None:
    assert "数据里没有 @nobody 的微博" in clash("nobody", Constraints(7))
    assert "岚间茶馆" in clash("nobody", Constraints(7))
    assert "没有一个钟点攒够 20 条" in clash("a", Constraints(7), company("2025-03-03T15:00:00+08:00"))
    assert "只有日期、没有钟点" in clash("a", Constraints(7), company(""))


def test_a_card_without_duty_is_said_first() -> None:
    idle = FACTS.company.model_copy(update={"people": []})
    assert "公司卡里没有人值班" in clash("flagship", Constraints(7), replace(FACTS, company=idle))
    assert suggest(replace(FACTS, company=idle), "flagship", Constraints(7, attended=False)).slots


def company(posted_at: str) -> Facts:
    """An account with a few posts, all at one time (or with dates alone)."""
    row = dict.fromkeys(COLUMNS, "1") | {"account": "a", "posted_on": "2025-03-03", "posted_at": posted_at}
    person = Person(id="p", name="p", duty=[Shift(days=[1], start=9, end=18)])
    card = Company(name="c", accounts=[Account(id="a", name="a")], people=[person])
    return Facts(card, typed(pd.DataFrame([row] * (ENOUGH - 1))), None, invented=True)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"posts": 0}, "posts"),
        ({"gap_hours": 3}, "gap_hours"),
        ({"days": ()}, "days"),
        ({"days": (1, 1)}, "days"),
        ({"hours": (24,)}, "hours"),
        ({"least_a_day": 3, "most_a_day": 2}, "most_a_day"),
        ({"silence_hours": 0}, "silence_hours"),
    ],
)
def test_constraints_that_make_no_sense_are_refused(wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=f"wanted {named}: .*; read Constraints"):
        Constraints(**({"posts": 7} | wrong))
