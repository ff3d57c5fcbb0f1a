"""Who else moved: every account over the same weeks, periods that may be compared, campaigns one by one."""

from collections.abc import Callable

import pandas as pd
import pytest

from playbook.facts import Facts
from playbook.language import LANGUAGES
from playbook.metrics import tables
from playbook.metrics.analysis.around import around
from tests.playbook.metrics.plans import FACTS, OWN

LAUNCH, CAMPAIGN = pd.Timestamp("2025-05-12"), pd.Timestamp("2025-09-27")


def test_the_season_lifts_every_account_and_the_launch_no_other_large_one() -> None:
    autumn = [around(FACTS, account.id, CAMPAIGN) for account in FACTS.company.accounts]
    spring = {name: around(FACTS, name, LAUNCH) for name in ("flagship", "shop", "store")}
    assert all(each is not None and min(each.rise, each.rise_last_year) > 0.1 for each in autumn)
    beyond = {name: each.rise - each.rise_last_year for name, each in spring.items() if each is not None}
    assert beyond["flagship"] > 0.2
    assert max(beyond["shop"], beyond["store"]) < 0.1


def test_weeks_that_nobody_wrote_down_are_left_out_and_counted() -> None:
    found, sheet = around(FACTS, "store", LAUNCH), FACTS.weekly
    assert found is not None
    assert sheet is not None
    known = sheet[sheet["account"] == "store"].set_index("week")["orders"]
    assert found.missing == 3
    assert found.after == pytest.approx(known["2025-05-12":"2025-06-16"].dropna().mean())


def test_a_measure_that_nobody_has_is_not_compared() -> None:
    assert around(OWN, "flagship", LAUNCH) is None


def test_two_weeks_are_not_held_against_four() -> None:
    shown = tables.spans()
    fair = shown.iloc[:, -1].tolist()
    assert shown.iloc[:, 2].tolist() == [28, 14, 14]
    assert "28" in fair[0]
    assert len(set(fair[1:])) == 1
    assert fair[0] != fair[1]


def test_the_weeks_of_the_launch_add_up_to_what_the_table_of_all_of_them_says() -> None:
    by_week, together = tables.launch(), tables.together()
    judged = [sum(_whole(each) for each in by_week.iloc[2:, at]) for at in (0, 1)]
    actual, expected = (_whole(each) for each in together.iloc[0, :2])
    assert actual == judged[0]
    assert abs(expected - judged[1]) < 4  # rounded week by week


def test_a_campaign_of_the_season_is_not_told_from_nothing() -> None:
    shown = tables.campaigns(["c2511"])
    assert str(shown.iloc[0, 2]) == "+53%"
    assert [end[0] for end in str(shown.iloc[0, -1]).split(" 到 ")] == ["−", "+"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_speaks_both_languages_and_says_what_own_data_lack(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    calls: list[Callable[[Facts], pd.DataFrame]] = [
        tables.spans,
        tables.together,
        tables.around,
        tables.duty,
        lambda known: tables.campaigns(["c2511"], known),
    ]
    for call in calls:
        shown = call(FACTS)
        assert shown.shape[1] > 1
        assert any("\u4e00" <= sign <= "\u9fff" for sign in "".join(shown.columns)) == (language == "zh")
        assert call(OWN).shape == (1, 1)


def test_the_duty_rule_shows_only_after_some_weeks() -> None:
    below_nothing = [str(each).startswith("−") for each in tables.duty().iloc[:, -1]]
    assert below_nothing == [True, True, False, False]


def test_a_campaign_that_is_not_on_record_is_refused() -> None:
    assert tables.campaigns(["c9999"], FACTS).shape == (1, 1)


def _whole(shown: object) -> int:
    return int(str(shown).replace(",", ""))
