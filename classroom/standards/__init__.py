"""Rules about the course itself: each is small, its docstring is the message, and it names file and place.

A standard is a function without arguments that yields a `Fault` for everything that breaks it. STANDARDS are what
hurts a reader when it breaks; HABITS are counts, which a lesson may waive with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from classroom.standards import (
    data,
    facilitator,
    glossary,
    habits,
    links,
    made,
    pages,
    parity,
    rules,
    specs,
    varied,
    wording,
)
from classroom.standards.fault import Fault

Standard = Callable[[], Iterator[Fault]]

STANDARDS: tuple[Standard, ...] = (
    rules.outline_and_specs_agree,
    specs.specs_can_be_read,
    parity.pages_come_in_both_languages,
    parity.cells_are_the_same_in_both_languages,
    parity.english_follows_its_chinese,
    parity.figures_are_the_same_in_both_languages,
    pages.code_is_collapsed_and_wordless,
    pages.code_is_plain,
    pages.prose_stands_between_code,
    pages.questions_come_often_enough,
    pages.bold_text_shows_as_bold,
    pages.outputs_are_quoted_or_gone,
    links.links_lead_somewhere,
    links.documents_lead_somewhere,
    links.cells_named_are_there,
    links.images_are_told_in_words,
    specs.specs_are_whole_in_both_languages,
    specs.minutes_are_those_of_the_outline,
    specs.every_exercise_question_helps,
    specs.no_hint_gives_the_answer,
    varied.varying_specs_hold_in_a_variant,
    made.exercise_pages_follow_their_specs,
    made.solutions_are_fresh,
    made.the_sample_handbook_is_fresh,
    made.environment_equals_pyproject,
    data.datasets_equal_their_generator,
    data.catalog_describes_every_column,
    rules.rules_make_sense,
    rules.every_rule_is_covered,
    rules.shown_rules_say_why,
    rules.conflicts_lead_somewhere,
    glossary.terms_are_whole,
    glossary.lessons_bring_few_terms,
    glossary.terms_are_introduced_in_bold,
    glossary.avoided_words_are_avoided,
    wording.chinese_is_set_in_one_way,
    wording.no_filler_is_left,
    wording.nothing_is_left_to_write,
    facilitator.systems_have_a_facilitator_page,
    facilitator.facilitator_pages_name_what_there_is,
    habits.waivers_name_a_habit_and_a_reason,
)
HABITS: tuple[Standard, ...] = habits.HABITS
