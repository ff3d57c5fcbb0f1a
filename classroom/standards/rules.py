"""Every rule is checked by a review or shown in a lesson, every conflict leads somewhere, the outline knows all."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import spec_ids
from classroom.outline import outline
from classroom.standards.fault import Fault, cell_references, is_draft, written_pages
from playbook.conflicts import conflicts
from playbook.language import LANGUAGES
from playbook.rules import SYSTEMS, Rule, coverage, resolve, rules


def rules_make_sense() -> Iterator[Fault]:
    """Every `rules.toml` can be read, and the reviews that its rules name can be imported."""
    for system in SYSTEMS:
        try:
            for rule in rules(system).values():
                if rule.checked_by:
                    resolve(rule.checked_by)
        except (ValueError, KeyError) as error:
            yield Fault(_file(system), "", f"cannot be read: {error}")


def every_rule_is_covered() -> Iterator[Fault]:
    """A checked rule's counterexample gives its finding, and its good example does not."""
    for system in _sensible():
        try:
            wrong = [(rule.id, f"{what.en}; mend the example or the review") for rule, what in coverage(system) if what]
        except (ImportError, ValueError, KeyError, TypeError) as error:
            wrong = [("", f"a review fails on an example: {error!r}")]
        yield from (Fault(_file(system), place, what) for place, what in wrong)


def shown_rules_say_why() -> Iterator[Fault]:
    """A rule that is only shown says why no review can check it (`because`), and names a cell that is there."""
    cells = cell_references()
    for system in _sensible():
        for rule in rules(system).values():
            if rule.shown_in and rule.shown_in not in cells:
                yield Fault(_file(system), rule.id, f"is shown in {rule.shown_in}, which is not there; name the cell")
            if _lacks_reason(rule):
                yield Fault(
                    _file(system), rule.id, "is only shown; write `because` (zh, en), or a review that checks it"
                )


def conflicts_lead_somewhere() -> Iterator[Fault]:
    """A conflict names a cell that is there, and its positions rules that are there; a draft’s may not yet."""
    cells = cell_references()
    known = {rule for system in _sensible() for rule in rules(system)}
    try:
        written = conflicts()
    except (ValueError, KeyError) as error:
        yield Fault("playbook/conflicts.toml", "", f"cannot be read: {error!r}")
        return
    drafts = set(SYSTEMS) - set(_sensible())
    for topic, conflict in written.items():
        if conflict.system in drafts:
            continue
        if conflict.shown_in not in cells:
            what = f"is shown in {conflict.shown_in}, which is not there; name the cell"
            yield Fault("playbook/conflicts.toml", topic, what)
        if conflict.weighed_by and _unresolved(conflict.weighed_by):
            what = f"is weighed by {conflict.weighed_by}, which is not there; name the function"
            yield Fault("playbook/conflicts.toml", topic, what)
        for position in conflict.positions.values():
            if missing := set(position.rules) - known:
                place, names = f"{topic}.position.{position.id}", ", ".join(sorted(missing))
                yield Fault("playbook/conflicts.toml", place, f"names {names}; no rules.toml has it")


def outline_and_specs_agree() -> Iterator[Fault]:
    """A lesson of `outline.toml` has a page and a spec of the same name (a draft may lack them); none is unlisted."""
    listed = {lesson.id for lesson in outline().every_lesson()}
    published = {lesson.id for lesson in outline().lessons()}
    pages = {name.removesuffix(".ipynb") for _, name, _ in written_pages() if "/" in name}
    for kind, found in {"page": pages, "spec": set(spec_ids())}.items():
        for name in sorted((published - found) | (found - listed)):
            what = f"has a {kind} but is not listed" if name in found else f"is listed without a {kind}"
            yield Fault("outline.toml", name, f"{what}; `classroom new lesson` makes all of it")


def _unresolved(name: str) -> bool:
    try:
        resolve(name)
    except ValueError:
        return True
    return False


def _lacks_reason(rule: Rule) -> bool:
    because = rule.because
    return not rule.checked_by and not (because and all(because.in_language(each) for each in LANGUAGES))


def _sensible() -> list[str]:
    """Return the systems whose rules can be read; the others are told once."""
    told = {fault.file for fault in rules_make_sense()}
    return [system for system in SYSTEMS if _file(system) not in told and not is_draft(_file(system))]


def _file(system: str) -> str:
    return f"playbook/{system}/rules.toml"
