"""What lesson and exercise 4.2 ask of the mix and of the videos."""

import pytest

from playbook.content import tables
from playbook.content.mix_questions import (
    more_by,
    owes_hours,
    posts_as_now,
    posts_of_class,
    video_elsewhere,
    video_hours_told,
)

from .poor import FACTS, POOR


def test_a_share_is_told_in_posts_a_week() -> None:
    assert posts_of_class(FACTS, "campaign", 14) == 0.7
    assert posts_of_class(FACTS, "campaign", 20) == 1
    assert posts_as_now(FACTS, "shop", "campaign", 20) == pytest.approx(20 * 536 / 2000)


def test_the_shop_s_videos_owe_part_of_their_ratio_to_the_evening_and_the_flagship_s_do_not() -> None:
    assert [account for account in ("flagship", "shop", "store") if owes_hours(FACTS, account)] == ["shop"]
    assert [video_hours_told(FACTS, each) for each in ("shop", "flagship")] == ["lifted", "not_lifted"]


@pytest.mark.parametrize(
    ("account", "expected"), [("shop", "same_hour"), ("flagship", "as_they_stand"), ("store", "no_better")]
)
def test_what_to_expect_of_videos_at_other_hours(account: str, expected: str) -> None:
    assert video_elsewhere(FACTS, account) == expected


def test_more_is_reckoned_from_the_ratio_shown() -> None:
    assert [more_by(FACTS, "shop", name) for name in ("video_at_first_sight", "video")] == [80, 28]
    assert tables.videos(FACTS, ["shop"]).iloc[0].tolist() == ["1.80", "1.28", "1.11–1.64", "77%", "15%"]


@pytest.mark.parametrize("kind", POOR)
def test_the_table_of_videos_has_no_number_that_is_none(kind: str) -> None:
    assert "nan" not in tables.videos(POOR[kind], ["class", "shop"]).to_string().lower()
