from playbook.campaign.brief import Prize
from playbook.campaign.model_old import mended_brief, old_brief
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.questions_brief import review_mended
from playbook.facts import sample_facts
from playbook.language import Language

FACTS = sample_facts()
TOPICS = ["campaign-threshold", "prize-and-bought-word-of-mouth"]


def rules_of() -> set[str]:
    return {finding.rule for finding in review_mended(old_brief(FACTS), "flagship", FACTS)}


def found_in_the_mended(**changed: object) -> set[str]:
    plan = mended_brief(FACTS, TOPICS)
    plan = plan.model_copy(update={"briefs": [plan.briefs[0].model_copy(update=changed)]})
    return {finding.rule for finding in review_mended(plan, "flagship", FACTS)}


def test_a_prize_that_nobody_tried_does_not_pass_however_it_is_tied_to_the_company() -> None:
    tablet = [Prize(name="平板电脑", value=2199, number=20)]
    assert found_in_the_mended(prizes=tablet, tied_by="x", budget=46000) == {"campaign.untried-not-promised"}


def test_a_brief_without_prizes_passes_though_no_range_can_be_told_of_it() -> None:
    assert found_in_the_mended(form="discussion", prizes=[], collects=[], tool=None, draw_how="", delivery="") == set()


def test_to_ask_for_more_than_the_range_tells_does_not_pass() -> None:
    assert found_in_the_mended(expected=620) == set()  # as the range is said, in two figures
    assert found_in_the_mended(expected=99999) == {"campaign.expected-in-range"}


def test_the_model_answer_is_the_old_draw_itself_in_the_readers_language(reader: Language) -> None:
    old, mended = old_brief(FACTS).briefs[0], mended_brief(FACTS, TOPICS).briefs[0]
    assert (mended.id, mended.name, mended.goal, mended.readers) == (old.id, old.name, old.goal, old.readers)
    chinese = [each for each in (mended.stop, mended.occasion, mended.prizes[0].name) if not each.isascii()]
    assert bool(chinese) == (reader == "zh")


def test_the_old_draw_has_the_faults_that_the_exercise_is_about(reader: str) -> None:
    wanted = {
        "campaign.at-least-ten-mentions", "campaign.prize-relevance", "campaign.difficulty-by-goal",
        "campaign.official-tool", "campaign.occasion-fit",
    }  # fmt: skip
    assert wanted <= rules_of()
    assert len(rules_of()) <= 12  # an exercise of twenty minutes, not a form to fill in from nothing


def test_nobody_tried_the_like_of_it_often_enough_to_tell_what_it_would_bring() -> None:
    assert len(outlook_of(old_brief(FACTS).briefs[0], FACTS).refused) == 2


def test_the_mended_brief_takes_the_stances_that_the_data_speak_for_and_passes() -> None:
    plan = mended_brief(FACTS, TOPICS)
    assert review_mended(plan, "flagship", FACTS) == []
    assert {topic: stance.position for topic, stance in plan.stances.items()} == {
        "campaign-threshold": "low_for_new",
        "prize-and-bought-word-of-mouth": "related",
    }
