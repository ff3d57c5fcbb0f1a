"""What a verdict costs: a plan is reviewed once, and what is kept for one company serves no other."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from classroom.exercise import PlanField, load_spec
from classroom.grading import grade
from classroom.session import right_answer
from playbook.facts import sample_facts
from playbook.matrix.analysis import relay_lines
from playbook.plans import Plan
from playbook.rules import Finding, resolve

FACTS = sample_facts()


def test_a_plan_is_reviewed_once_however_many_mistakes_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    question = load_spec("05_timing/01_find_our_hours").exercise["week"]
    [(name, field)] = question.fields.items()
    assert isinstance(field, PlanField)
    review, reviewed = resolve(field.review), list[Plan]()

    def counted(plan: Plan, *rest: object) -> list[Finding]:
        reviewed.append(plan)
        found: list[Finding] = review(plan, *rest)
        return found

    monkeypatch.setattr(field.review.replace(":", "."), counted)
    week = right_answer(question, FACTS)[name]
    verdict = grade(question, {name: week | {"slots": week["slots"][:1]}}, FACTS)
    assert (verdict.outcome, len(question.mistakes) > 1, len(reviewed)) == ("wrong", True, 1)


def test_what_is_kept_for_one_company_serves_no_other() -> None:
    store = FACTS.posts["account"] == "store"
    other = replace(FACTS, posts=FACTS.posts[store], relays=None)
    assert (FACTS.main, other.main, FACTS.main) == ("flagship", "store", "flagship")
    assert relay_lines(FACTS)
    assert not relay_lines(other)
    assert relay_lines(FACTS)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted as Linux lists them")
def test_a_process_of_the_course_has_one_thread_for_its_sums() -> None:
    """Threads that share small matrices wait for each other: they tripled what the answers of a variant cost."""
    counted = "import classroom, os, numpy; numpy.eye(300) @ numpy.eye(300); print(len(os.listdir('/proc/self/task')))"
    assert printed(counted) == "1\n"


def test_grading_starts_without_the_programs_that_run_pages() -> None:
    """Jupyter, papermill and the writers of handbooks take three seconds and 50 MB, in each worker that is spawned."""
    heavy = "{'docx', 'jupyterlab', 'nbformat', 'papermill'} & set(sys.modules)"
    assert printed(f"import sys, classroom.cli; print(sorted({heavy}))") == "[]\n"


def printed(code: str) -> str:
    alone = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    return subprocess.run([sys.executable, "-c", code], env=alone, capture_output=True, text=True, check=True).stdout
