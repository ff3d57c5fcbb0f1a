"""What the review finds in pages, voice card, papers and opening, and that it finds nothing else."""

from datetime import date
from typing import Any

import pytest

from playbook.facts import Facts, sample_facts
from playbook.image import questions_voice, words
from playbook.image.model_plan import changed_plan, sound_plan
from playbook.image.parts import Page
from playbook.image.plan import ImagePlan
from playbook.image.questions_page import mended, paper, to_mend
from playbook.image.review import review, review_account
from playbook.language import LANGUAGES, Language
from playbook.rules import coverage
from playbook.stances import Stance

TAGS, PAGE = "tags-stable-or-rotating", "page-as-website-or-person"
SLOT = {"word": "中秋", "topic": "中秋", "why": "茶配月饼", "until": "2025-10-01"}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return sample_facts()


def found(plan: ImagePlan, facts: Facts, rule: str) -> list[str]:
    """What is said under one rule, in English."""
    whole = rule if "." in rule else f"image.{rule}"
    return [each.what.en for each in review(plan, facts) if each.rule == whole]


def rules(plan: ImagePlan, facts: Facts) -> set[str]:
    return {each.rule.removeprefix("image.") for each in review(plan, facts)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sound_plan_has_nothing_wrong_in_either_language(language: Language, facts: Facts) -> None:
    assert review(sound_plan(language), facts) == []


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    ours = [each for each in coverage("governance") if (each[0].checked_by or "").startswith("playbook.image")]
    assert len(ours) == 4
    assert [(each.id, str(wrong)) for each, wrong in [*coverage("image"), *ours] if wrong] == []


def test_an_empty_plan_is_not_judged(facts: Facts) -> None:
    assert review(ImagePlan(), facts) == []
    assert review(ImagePlan(pages=[Page(account="shop")], positioning=sound_plan().positioning), facts) == []


def test_the_page_to_mend_has_its_faults_and_the_mended_one_none(reader: str, facts: Facts) -> None:
    assert {each.rule for each in review_account(to_mend(facts), "flagship", facts)} == {
        "image.six-setup-elements", "image.bio-who-what-where", "image.background-related-to-brand",
        "image.tags-refresh-with-hot", "image.one-slot-rotates", "image.design-like-website",
    }  # fmt: skip
    assert review_account(mended(facts), "flagship", facts) == []


def test_a_paper_is_needed_always_or_where_names_differ_or_no_longer(facts: Facts) -> None:
    stated = {each: paper(facts, each) for each in ("original", "letter", "supplement", "inspection")}
    assert stated == {"original": "needed", "letter": "needed", "supplement": "depends", "inspection": "outdated"}


CHANGED: list[tuple[dict[str, Any], str, str]] = [
    ({"page": {"avatar": " "}}, "six-setup-elements", "lacks: avatar"),
    ({"page": {"bio": "岚间，一家茶馆，不会泡就来问。"}}, "bio-who-what-where", "does not say where we are"),
    ({"positioning": {"places": ""}}, "bio-who-what-where", "no words of ours for where we are"),
    ({"page": {"carousel": [{"theme": "brand", "says": "岚间"}] * 5}}, "carousel-3-4", "5 carousel pictures"),
    ({"page": {"bio": "岚间茶馆，杭州。全场五折，来问。", "pinned": "下单立减", "cover": "岚间：一杯茶，喝明白，特价",
               "carousel": []}},
     "relaxed-interactive-design", "3 of 3 texts"),
    ({"page": {"slots": [SLOT | {"why": ""}]}}, "tags-refresh-with-hot", "“中秋”"),
    ({"page": {"slots": [SLOT, SLOT]}}, "one-slot-rotates", "2 tags"),
    ({"page": {"slots": [SLOT], "tags": []}}, "long-term-distinct-positioning", "none stays"),
    ({"page": {"nickname": "岚"}}, "nickname-form", "comes to 1 characters"),
    ({"page": {"nickname": "岚间 茶馆"}}, "nickname-form", "␣"),
    ({"page": {"bio": "岚间茶馆，杭州最佳，第一名。来问。"}}, "content.absolute-words", "bio"),
    ({"page": {"pinned": "到店找小满，电话 13912345678，来问。"}}, "content.personal-data", "139****5678"),
    ({"voice": {"never": "你、亲"}}, "voice-words-agree", "你"),
    ({"voice": {"voices": ["partner"]}}, "three-personas", "a question"),
    ({"voice": {"pairs": [{"voice": "partner", "do": "尊敬的用户，感谢您的支持。", "dont": "哈"}]}},
     "brand-spokesperson", "尊敬的用户"),
    ({"papers": {"letter": {"filed_on": ""}}}, "papers-in-hand", "letter"),
    ({"opening": {"papers": {"on": "2025-09-15"}}}, "governance.preparation-three-steps", "collect the papers"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "rule", "said"), CHANGED)
def test_one_thing_wrong_is_named_where_it_is(change: dict[str, Any], rule: str, said: str, facts: Facts) -> None:
    assert any(said in each for each in found(changed_plan(change), facts, rule))


@pytest.mark.parametrize("said", ["不会泡就来问。", "Not sure which? Ask us."])
def test_an_invitation_may_begin_with_a_not(said: str, facts: Facts) -> None:
    plan = changed_plan({"page": {"bio": f"岚间，杭州的茶馆。{said}", "pinned": ""}})
    assert found(plan, facts, "relaxed-interactive-design") == []


def test_a_refusal_to_copy_or_to_sell_is_no_fault(facts: Facts) -> None:
    plan = changed_plan({"page": {"modelled_on": "不照搬任何一家"}})
    assert found(plan, facts, "no-borrowed-look") == []


def test_the_limits_of_a_name_are_the_plans_own(facts: Facts) -> None:
    long = {"page": {"nickname": "岚间茶馆杭州城南那一家散茶铺子呀"}}
    assert found(changed_plan(long), facts, "nickname-form")
    assert found(changed_plan(long | {"limits": {"name_most": 20}}), facts, "nickname-form") == []


def test_a_verification_on_the_day_of_the_first_campaign_is_in_time(facts: Facts) -> None:
    plan = changed_plan({"page": {"verified_on": "2025-09-21"}})
    assert found(plan, facts, "verification-trust") == []
    assert found(changed_plan({"page": {"verified_on": "2025-09-22"}}), facts, "verification-trust")


def test_two_outsiders_who_were_wrong_alike_are_counted_and_one_is_not(facts: Facts) -> None:
    page = sound_plan("zh").pages[0]

    def looks(wrong: int) -> ImagePlan:
        seen = [each.model_copy(update={"wrong": ["what"] if at < wrong else []}) for at, each in enumerate(page.looks)]
        return sound_plan("zh").with_page(page.model_copy(update={"looks": seen}))

    assert found(looks(1), facts, "first-impression") == []
    assert "2 got this wrong: what do they do" in found(looks(2), facts, "first-impression")[0]


@pytest.mark.parametrize(
    ("topic", "position", "slots", "rule"),
    [
        (TAGS, "stable", 1, "long-term-distinct-positioning"),
        (TAGS, "rotating", 0, "tags-refresh-with-hot"),
        (TAGS, "rotating", 2, ""),
        (TAGS, "one_slot", 1, ""),
        (PAGE, "both", 0, ""),
    ],
)
def test_a_page_unlike_the_stance_taken_is_found(
    topic: str, position: str, slots: int, rule: str, facts: Facts
) -> None:
    plan = changed_plan({"page": {"slots": [SLOT] * slots}})
    plan = plan.model_copy(update={"stances": {topic: Stance(position=position)}})
    assert rules(plan, facts) == ({rule} if rule else set())


def test_a_joke_in_a_sample_is_mended_there_and_what_stops_by_ticking(facts: Facts) -> None:
    issues = questions_voice.review_card(questions_voice.to_mend(facts), "flagship", facts)
    mends = {each.at[0]: each.mend for each in issues if each.rule == "image.no-jokes-when-serious"}
    assert mends == {"voice/pairs": words.NO_JOKE, "voice/complaint": words.STOP}


def test_a_page_that_speaks_like_a_person_needs_a_voice_card(facts: Facts) -> None:
    plan = changed_plan({}).model_copy(
        update={"voice": ImagePlan().voice, "stances": {PAGE: Stance(position="person")}}
    )
    assert rules(plan, facts) == {"brand-spokesperson"}


def test_a_first_promotion_on_the_day_of_the_positioning_comes_too_early(facts: Facts) -> None:
    plan = changed_plan({"positioning": {"promoted_on": "2025-08-03"}})
    assert "2025-08-03" in found(plan, facts, "long-term-distinct-positioning")[0]


def test_a_plan_says_its_pages_and_counts_its_parts() -> None:
    plan = sound_plan("en")
    assert (plan.entries("flagship"), plan.entries("shop"), plan.entries("")) == (1, 0, 3)
    assert "@LanjianTeahouse: Lanjian, a teahouse" in plan.said().en
    assert plan.on("verified") == date(2025, 8, 20)
