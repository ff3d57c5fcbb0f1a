"""The rubric of the four qualities: what a mark means, with two examples a mark that a reader can tell apart."""

from playbook.content.draft import Draft
from playbook.content.rubric import dimensions
from playbook.rules import rule


def test_the_rubric_has_the_four_qualities_of_the_rule_in_its_order() -> None:
    assert [each.key for each in dimensions()] == rule("content.four-quality-dimensions").values["dimensions"]


def test_every_quality_has_three_levels_with_two_examples_each_and_a_reason_in_both_languages() -> None:
    for quality in dimensions():
        assert len(quality.levels) == 3
        assert [len(level.examples) for level in quality.levels] == [2, 2, 2]
        assert all(why.zh and why.en and text and gloss for text, gloss, why in quality.examples)


def test_no_example_stands_twice_and_each_is_a_draft_that_fits_a_list() -> None:
    texts = [text for quality in dimensions() for text, _, _ in quality.examples]
    assert len(set(texts)) == len(texts)
    assert all(len(Draft(id="d", account="flagship", text=text).text) <= 140 for text in texts)
