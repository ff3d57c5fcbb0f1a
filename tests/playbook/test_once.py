"""What is computed of facts is computed once, and goes when they go."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from classroom.exercise import exercise_ids, load_spec
from classroom.session import right_answer
from classroom.variants import seeds
from playbook.facts import Facts, sample_facts, variant_facts
from playbook.once import once


def test_the_same_is_computed_once_for_each_company() -> None:
    asked: list[tuple[str, int]] = []

    @once(2)
    def posts(facts: Facts, account: str, more: int = 0) -> int:
        asked.append((account, more))
        return len(facts.posts) + more

    one, other = sample_facts(), replace(sample_facts())
    assert posts(one, "shop") == posts(one, "shop") == posts(other, "shop")
    assert posts(one, "shop", more=1) == posts(one, "shop") + 1
    assert asked == [("shop", 0), ("shop", 0), ("shop", 1)]


def test_a_variant_goes_with_all_that_was_computed_of_it_when_the_next_one_comes() -> None:
    first, second = seeds()[:2]
    varying = [spec for spec in map(load_spec, exercise_ids()) if spec.varies]
    facts = variant_facts(first)
    for spec in varying:
        for question in spec.exercise.values():
            right_answer(question, facts)
    assert variant_facts(first) is facts
    gone = weakref.ref(facts)
    del facts
    variant_facts(second)
    gc.collect()
    assert gone() is None
