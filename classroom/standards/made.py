"""What is made from something else equals it: exercise pages, solutions, the sample's handbook, conda's environment."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from nbformat import NotebookNode
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from classroom.environment import environment
from classroom.exercise import Spec, every_exercise_id
from classroom.grading import OUTCOMES, grade
from classroom.pages.make import exercise_page
from classroom.pages.tidy import page_text, tidied
from classroom.session import right_answer
from classroom.standards.fault import Fault, here, read_once
from classroom.standards.specs import known, readable_specs
from playbook.facts import sample_facts
from playbook.handbook.build import made
from playbook.handbook.sample import sample_held
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

INJECTED = "injected-parameters"
PACKED = b"PK"  # how Word documents and workbooks begin


def exercise_pages_follow_their_specs() -> Iterator[Fault]:
    """An exercise page is what its spec makes."""
    for name, spec, language in _exercises():
        path = course_home() / "exercises" / language / f"{name}.ipynb"
        made = page_text(tidied(exercise_page(name, spec, language)))
        if not path.is_file() or path.read_text("utf-8") != made:
            yield Fault(here(path), "", "is not what its spec makes; run `classroom tidy`")


def solutions_are_fresh() -> Iterator[Fault]:
    """A solution is its exercise page with the answers that are right today, each judged right in its language."""
    for name, spec, language in _exercises():
        blank = course_home() / "exercises" / language / f"{name}.ipynb"
        path = course_home() / "exercises" / "solutions" / language / f"{name}.ipynb"
        stale = _stale(read_once(blank), read_once(path), spec, language) if path.is_file() and blank.is_file() else ""
        if stale or not path.is_file():
            yield Fault(here(path), stale, "is not what its exercise gives today; run `classroom tidy`")


def the_sample_handbook_is_fresh() -> Iterator[Fault]:
    """The handbook in `docs/sample` is what the model plans of the sample company give today, in both languages."""
    sample = course_home() / "docs" / "sample"
    for language in LANGUAGES if sample.is_dir() else ():  # a course without one owes nothing; READMEs link to ours
        folder = sample / language
        _, files = made(sample_held, [language])
        for name, content in files.items():
            path = folder / name
            if not path.is_file() or _inside(path.read_bytes()) != _inside(content):
                command = f"playbook build --sample -o {here(folder)} --language {language}"
                yield Fault(here(path), "", f"is not what the model plans give today; run `{command}`")


def environment_equals_pyproject() -> Iterator[Fault]:
    """`environment.yml` installs what `pyproject.toml` names, with the same bounds, and conda's own pip."""
    project = tomllib.loads((course_home() / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = _bounds([*project["dependencies"], f"python{project['requires-python']}", "pip"])
    listed = (course_home() / "environment.yml").read_text("utf-8").partition("dependencies:")[2]
    entries = re.findall(r"^ +- (\S.*)$", listed, re.MULTILINE)
    found = _bounds([entry for entry in entries if entry not in {"pip:", "-e ."}])
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            asked = f"{name} {wanted[name]}".strip() if name in wanted else f"no {name}"
            yield Fault("environment.yml", name, f"differs from pyproject.toml, which wants {asked}")


def _inside(file: bytes) -> bytes | dict[str, bytes]:
    """Return a file as it is, and one that is packed by what is in it: another machine may pack it tighter."""
    if not file.startswith(PACKED):
        return file
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _stale(blank: NotebookNode, solved: NotebookNode, spec: Spec, language: Language) -> str:
    """Return the first cell of a solution that is not as it should be; "" where all are."""
    cells = [cell for cell in solved["cells"] if cell["id"] != INJECTED]
    for one, two in zip(blank["cells"], cells, strict=False):
        if any(one[key] != two[key] for key in ("id", "cell_type", "source")):
            return str(two["id"])
    if len(cells) != len(blank["cells"]):
        return "the last cell"
    right = _right(spec, language)
    if _injected(solved).get("answers") != json.loads(json.dumps(right)):
        return INJECTED
    outputs = {cell["id"]: "".join(each.get("text", "") for each in cell.get("outputs", [])) for cell in cells}
    return next((f"verdict-{name}" for name in right if not _said_right(name, spec, outputs, language)), "")


def _right(spec: Spec, language: Language) -> dict[str, Any]:
    with environment(COURSE_LANGUAGE=language):
        facts = sample_facts()  # the card is in the reader's language too
        return {name: right_answer(question, facts) for name, question in spec.exercise.items()}


def _said_right(name: str, spec: Spec, outputs: dict[str, str], language: Language) -> bool:
    question = spec.exercise[name]
    verdict = grade(question, right_answer(question, known()), known())
    said = outputs.get(f"verdict-{name}", "").strip()
    outcome, message = OUTCOMES[verdict.outcome].in_language(language), verdict.message.in_language(language)
    return said.startswith(outcome) and said.endswith(message)


def _injected(page: NotebookNode) -> dict[str, Any]:
    """Return the answers that papermill gave a solution: one JSON string, written as `answers = "…"`."""
    source = next((cell["source"] for cell in page["cells"] if cell["id"] == INJECTED), "")
    found = re.search(r"^answers = (.*)$", source, re.MULTILINE)
    given: dict[str, Any] = json.loads(ast.literal_eval(found.group(1))) if found else {}
    return given


def _exercises() -> Iterator[tuple[str, Spec, Language]]:
    exercises = every_exercise_id()
    for _, name, spec in readable_specs():
        if name in exercises:
            yield from ((name, spec, language) for language in LANGUAGES)


def _bounds(requirements: list[str]) -> dict[str, str]:
    parsed = [Requirement(each) for each in requirements]
    return {canonicalize_name(each.name): str(each.specifier) for each in parsed}
