"""Every rule of a system is checked by a review or shown in a lesson, and the outline knows every lesson."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import exercise_ids
from classroom.outline import outline
from classroom.standards.fault import Fault, written_pages
from playbook.rules import SYSTEMS, coverage, rules


def every_rule_is_covered() -> Iterator[Fault]:
    """A checked rule's counterexample gives its finding, and its good example does not."""
    for system in SYSTEMS:
        for rule, wrong in coverage(system):
            if wrong:
                yield Fault(f"playbook/{system}/rules.toml", rule.id, wrong.en)


def rules_are_shown_where_they_say() -> Iterator[Fault]:
    """A shown rule names a lesson and a cell that are there."""
    cells = {
        f"{name.removesuffix('.ipynb')}#{cell['id']}" for _, name, page in written_pages() for cell in page["cells"]
    }
    for system in SYSTEMS:
        for rule in rules(system).values():
            if rule.shown_in and rule.shown_in not in cells:
                yield Fault(
                    f"playbook/{system}/rules.toml", rule.id, f"is shown in {rule.shown_in}, which is not there"
                )


def outline_and_specs_agree() -> Iterator[Fault]:
    """Each lesson of `outline.toml` has a page and a spec of the same name, and the other way round."""
    listed = {lesson.id for lesson in outline().lessons()}
    written = {name.removesuffix(".ipynb") for _, name, _ in written_pages() if "/" in name}
    for name in sorted(listed ^ written):
        yield Fault(
            "outline.toml", name, "is listed without a page" if name in listed else "has a page but is not listed"
        )
    for name in sorted(listed ^ set(exercise_ids())):
        yield Fault("outline.toml", name, "has no spec" if name in listed else "has a spec but is not listed")
