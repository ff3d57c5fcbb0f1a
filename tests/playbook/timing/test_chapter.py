from __future__ import annotations

import pytest

from playbook.company import Company
from playbook.facts import sample_facts
from playbook.handbook.blocks import Para
from playbook.language import LANGUAGES
from playbook.stances import Seen, Stance
from playbook.timing.chapter import chapter
from playbook.timing.plan import Slot, TimingPlan

from ..chapters import grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PLAN = TimingPlan(
    slots=[
        Slot(account="shop", day=1, hour=20), Slot(account="shop", day=1, hour=9, minute=30),
        Slot(account="flagship", day=7, hour=15),
    ],
    minutes_a_post=45,
    why={"shop": "读者下班以后才看"},
    stances={"gap-between-posts": Stance(position="two_hours", seen=Seen(zh="看到一", en="saw one"), why="隔开才看")},
)  # fmt: skip


@pytest.fixture(params=LANGUAGES, autouse=True)
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(PLAN)
    told = said(chapter(plan, FACTS))
    assert marks
    assert [each for each in marks if each not in told] == []


def test_no_id_is_shown() -> None:
    told = said(chapter(PLAN, FACTS))
    assert stand_as_words(told, ["flagship", "gap-between-posts", "two_hours"]) == set()


def test_the_week_has_a_row_an_account_in_the_cards_order_with_its_times_in_order() -> None:
    week = grids(chapter(PLAN, FACTS).blocks)[0]
    names = [f"@{FACTS.company.account(each).name}" for each in ("flagship", "shop")]
    assert [str(row[0]) for row in week.rows] == names
    assert [str(row[1]).replace("、", ", ") for row in week.rows] == ["", "9:30, 20:00"]
    assert [str(row[-1]) for row in week.rows] == ["1", "2"]
    assert week.numbers == [len(week.head) - 1]


def test_a_day_on_which_nobody_posts_keeps_its_column() -> None:
    week = grids(chapter(PLAN, FACTS).blocks)[0]
    assert len(week.head) == 9


def test_the_hours_that_writing_takes_are_reckoned() -> None:
    assert "2.25" in said(chapter(PLAN, FACTS))


def test_accounts_that_share_a_reason_stand_together_and_one_without_is_named() -> None:
    slots = [Slot(account=each, day=1, hour=9) for each in ("flagship", "shop", "store")]
    made = chapter(TimingPlan(slots=slots, why={"shop": "有人在", "flagship": "有人在"}), FACTS)
    flagship, shop, store = (f"@{FACTS.company.account(each).name}" for each in ("flagship", "shop", "store"))
    [row] = grids(made.blocks)[-1].rows
    assert flagship in str(row[0])
    assert shop in str(row[0])
    assert store not in str(row[0])
    assert f"{store}。" in said(made) or f"the hours of {store}." in said(made)


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(TimingPlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert line.startswith(("还没有定：", "Not decided yet: "))


def test_an_account_that_left_the_card_is_called_as_the_plan_has_it() -> None:
    company = Company(name="岚", accounts=FACTS.company.accounts[:1])
    told = said(chapter(PLAN, type(FACTS)(company, FACTS.posts, None, invented=False)))
    assert "@shop" in told
