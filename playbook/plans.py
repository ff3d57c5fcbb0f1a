"""What all plans share: how one is written, saved, and opened where the learner left off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from playbook.language import Text
from playbook.own import plans_folder
from playbook.places import put_aside, write_safely
from playbook.wanted import wanted_of

Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^/\x00-\x1f]+$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Reason = Annotated[str, StringConstraints(max_length=2000)]


class Part(BaseModel):
    """A piece of a plan: frozen, and nothing in it that the model does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Plan(Part):
    """What a company decides in one system; each system's plan is a model of its own."""

    system: ClassVar[str]
    format: Literal[1] = 1

    def said(self) -> Text:
        """Return the plan in a sentence (what a page run without controls shows)."""
        raise NotImplementedError

    def entries(self, account: str) -> int:
        """Return how much is planned for an account: slots, drafts, … (what an exercise may ask a number of)."""
        raise NotImplementedError


P = TypeVar("P", bound=Plan)


class PlanError(ValueError):
    """A plan that cannot be read; `args[0]` is a Text: what, where, what was read, what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def plan_file(kind: type[Plan]) -> Path:
    """Return where the plan of this system lies, for the company that pages show."""
    return plans_folder() / f"{kind.system}.json"


def save(plan: Plan, path: Path | None = None) -> None:
    """Write a plan to its place (`plan_file` of now, unless another is given), whole or not at all."""
    write_safely(path or plan_file(type(plan)), written(plan))


def written(plan: Plan) -> str:
    """Return a plan as the JSON text it is saved as."""
    return json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def load(kind: type[P], fresh: Callable[[], P], path: Path | None = None) -> P:
    """Open the learner's plan where it was left (`plan_file` of now, unless another is given), or a fresh one.

    A damaged file is put aside under another name, never overwritten; PlanError says where it is.
    """
    path = path or plan_file(kind)
    if not path.is_file():
        return fresh()
    try:
        return read_plan(kind, json.loads(path.read_text("utf-8")))
    except (ValueError, RecursionError) as error:
        aside = put_aside(path)
        raise PlanError(
            Text(
                "{path} 读不出来，原因：{why}。文件已改名为 {aside}，什么都没有丢。"
                "再运行一次本页，会从一份新计划开始。",
                "{path} cannot be read: {why}. It is kept as {aside}; nothing is lost. "
                "Run this page again to begin with a fresh plan.",
            ).format(path=path, why=error, aside=aside.name)
        ) from error


def read_plan(kind: type[P], value: Any) -> P:  # noqa: ANN401 - whatever JSON held
    """Make a plan of what JSON held; raise PlanError naming the first place that is not as wanted."""
    try:
        return kind.model_validate_json(json.dumps(value))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(str(step) for step in first["loc"]) or kind.system
        raise PlanError(
            Text(
                "计划里 {place} 这一处读到 {read!r}，应为：{wanted}",
                "at {place} the plan has {read!r}; wanted: {wanted}",
            ).format(place=place, read=first.get("input"), wanted=wanted_of(first))
        ) from error
