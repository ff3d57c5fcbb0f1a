from playbook.campaign.model_old import mended_brief, old_brief
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.questions_brief import review_mended
from playbook.facts import sample_facts

FACTS = sample_facts()
TOPICS = ["campaign-threshold", "prize-and-bought-word-of-mouth"]


def rules_of() -> set[str]:
    return {finding.rule for finding in review_mended(old_brief(FACTS), "flagship", FACTS)}


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
