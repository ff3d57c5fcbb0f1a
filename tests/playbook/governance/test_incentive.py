from dataclasses import replace

import numpy as np
import pytest

from playbook.governance.incentive import BLOCK, Pay, People, best, bonus_as_usual, schemes, simulate, worth
from playbook.governance.incentive_runs import COMPARED, compared, of_scheme, order, sensitivity, tried, year
from playbook.governance.incentive_work import ACTS, assumptions, habit, usual, values
from playbook.governance.rewarding import Reward, Scheme

TOLD = values()
PEOPLE = People(np.full((1, 1, 1), 1800.0), np.full((1, 1, 1), 220.0))


def hours_for(pay: Pay, people: People = PEOPLE) -> dict[str, float]:
    return dict(zip(ACTS, best(pay, TOLD, people)[0, 0].tolist(), strict=True))


def test_every_assumption_says_where_it_comes_from_in_both_languages() -> None:
    for of in assumptions().values():
        for name, each in of.items():
            assert each["zh"], name
            assert each["en"], name
            assert each.get("assumption") or each.get("source"), name


def test_for_work_as_usual_every_scheme_pays_the_same_bonus() -> None:
    frozen = values({"people.adapts": 0.0, "measured.noise": 0.0})
    paid = {name: np.median(simulate(pay, frozen, runs=3).pay) / 36 for name, pay in schemes(frozen).items()}
    # A guarded card takes out what looks bought; as usual nobody buys, so that nothing is taken.
    for name, each in paid.items():
        assert each == pytest.approx(TOLD["team"]["base"] + bonus_as_usual(TOLD), rel=1e-6), name


def test_all_hours_of_a_month_are_spent_and_none_twice() -> None:
    for pay in schemes().values():
        spent = hours_for(pay)
        assert sum(spent.values()) == TOLD["team"]["hours"]
        assert all(each % BLOCK == 0 for each in spent.values())


def test_the_hours_found_are_the_best_there_are() -> None:
    pay = schemes()["followers"]
    spent = best(pay, TOLD, PEOPLE)[0, 0]

    def whole(hours: np.ndarray) -> float:
        return sum(
            float(worth(act, np.array([[[h]]]), pay, TOLD, PEOPLE).sum()) for act, h in zip(ACTS, hours, strict=True)
        )

    top = whole(spent)
    for one in range(len(ACTS)):
        for other in range(len(ACTS)):
            if one != other and spent[one] >= BLOCK:
                moved = spent.copy()
                moved[one] -= BLOCK
                moved[other] += BLOCK
                assert whole(moved) <= top + 1e-9


def test_pay_by_followers_moves_hours_to_draws_and_pay_by_posts_to_filling_up() -> None:
    fixed, followers, posts = (hours_for(schemes()[name]) for name in ("fixed", "followers", "posts"))
    assert followers["draw"] > fixed["draw"] + 10
    assert posts["post"] > fixed["post"] + 30
    assert followers["hand"] < fixed["hand"]


def test_only_a_team_part_brings_hand_overs_back() -> None:
    spent = {name: year(name).hours[:, ACTS.index("hand")].mean() for name in ("fixed", "card", "mixed", "team")}
    assert spent["card"] < spent["mixed"] < spent["team"]
    assert spent["card"] < spent["fixed"] - 2


def test_who_is_more_honest_fakes_less() -> None:
    pay = schemes()["followers"]
    fakes = [
        hours_for(pay, replace(PEOPLE, honesty=np.full((1, 1, 1), each)))["fake"] for each in (50.0, 220.0, 2000.0)
    ]
    assert fakes == sorted(fakes, reverse=True)
    assert fakes[0] > fakes[-1] == 0


def test_a_check_of_bought_followers_makes_buying_pay_less() -> None:
    loose = Pay(base=3000, follower=1.0)
    assert hours_for(replace(loose, guarded=True))["fake"] < hours_for(loose)["fake"]


def test_the_same_seed_gives_every_scheme_the_same_people_and_the_same_luck() -> None:
    first, again = (simulate(schemes()["card"], runs=50, seed=3) for _ in range(2))
    assert np.array_equal(first.orders, again.orders)
    assert not np.array_equal(first.orders, simulate(schemes()["card"], runs=50, seed=4).orders)


def test_pay_by_counts_brings_the_fewest_orders_whatever_is_halved_or_doubled() -> None:
    found = sensitivity("orders")
    assert len(found) == len(list(tried())) > 60
    assert found["counts_last"].all()
    assert not found["same"].all()  # which of the others comes first is not certain, and the page says so


def test_pay_by_followers_does_win_followers_and_costs_most() -> None:
    found = compared()
    assert found["counted"].idxmax() == found["kept"].idxmax() == found["pay"].idxmax() == "followers"
    assert found["counted"].astype(float)["followers"] > 3 * found["counted"].astype(float)["fixed"]
    assert set(found.index) == set(COMPARED)


def test_an_assumption_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        values({"team.luck": 1.0})


def test_the_more_people_care_the_less_a_bonus_is_needed() -> None:
    little, much = (order("orders", {"people.care": each}) for each in (900, 3600))
    assert much.index("fixed") < little.index("fixed")


def test_work_as_usual_fits_into_the_month() -> None:
    assert habit(TOLD).sum() == TOLD["team"]["hours"]
    assert usual(TOLD)["kept"] > 0


def test_a_plan_s_scheme_is_played_by_the_measures_it_names() -> None:
    rewards = [
        Reward(measure="followers", whose="person", weight=50),
        Reward(measure="reply_share", whose="account", weight=20),
        Reward(measure="orders", whose="team", weight=30),
    ]  # fmt: skip
    pay = of_scheme(Scheme(rewards=rewards, guards=["suspicious_followers"], commission=5))
    assert pay is not None
    assert pay.follower == pytest.approx(0.5 * TOLD["team"]["follower"])
    assert [pay.card, pay.team] == pytest.approx([0.2 * bonus_as_usual(TOLD), 0.3 * bonus_as_usual(TOLD)])
    assert pay.order == pytest.approx(0.05 * TOLD["yields"]["order"])
    assert pay.guarded
    assert of_scheme(Scheme()) is None
