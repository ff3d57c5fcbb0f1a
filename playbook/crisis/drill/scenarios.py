"""What the drill knows of the world: its crises (`scenarios.toml`) and what actions do (`effects.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.optimize import nnls

from playbook.crisis.responding import Scenario as Kind
from playbook.language import Text
from playbook.sample.readers import arrived_by
from playbook.sample.truths import Numbers, calibration

STEP = 0.25  # hours
A_DAY = 24
PACES = np.array([0.5, 3.0, 15.0, 300.0])  # hours in which the quick and the slow part of a story come in
ALL = 10.0  # how much more it matters that the pools hold everything than that one measured share is met
Mood = Literal["question", "complaint", "anger", "defence", "joke"]
MOODS: dict[Mood, Text] = {
    "question": Text("提问", "question"),
    "complaint": Text("投诉", "complaint"),
    "anger": Text("生气", "anger"),
    "defence": Text("替我们说话", "defence"),
    "joke": Text("玩笑", "joke"),
}


@dataclass(frozen=True, slots=True)
class Effects:
    """What actions and events do; each is said, with its source or as an assumption, in `effects.toml`.

    Hours where the name says so, mentions or points of standing where the sentence does; the rest are shares.
    """

    attention: float
    tedious: float
    large_rate: float
    large_feeds: float
    hold_calms: float
    hold_fades: float
    answer_calms: float
    final_calms: float
    late_share: float
    early_share: float
    wrong_feeds: float
    wrong_costs: float
    guess_wrong: float
    mended: float
    promise_hours: float
    broken_costs: float
    deletion_seen: float
    deletion_feeds: float
    deletion_costs: float
    cheer_feeds: float
    cheer_costs: float
    journalist_rate: float
    journalist_waits: float
    unheard_feeds: float
    unheard_costs: float
    trifle: float
    needless: float
    asking: float
    gives_up: float
    answers: float
    tired_after: float
    gone_after: float
    slip: float
    negative_costs: float
    gone_costs: float
    silence_angers: float

    def times(self, name: str, factor: float) -> Effects:
        """Return the same with one figure multiplied; a share stays below 1."""
        changed = getattr(self, name) * factor
        return replace(self, **{name: min(changed, 0.95) if getattr(self, name) < 1 else changed})


EFFECTS = tuple(each.name for each in fields(Effects))


@dataclass(frozen=True, slots=True)
class Scenario:
    """A crisis: its story, what may turn out, when it begins, how large it is, and the moods in which people write.

    `kind`: which of a plan's statements are for it; `size`: mentions it draws by itself; `growth`, `facts_late`,
    `facts_asked`: hours; `before`: minutes since the first post; `passing`: mentions that each mention leads to;
    `ours`: the chance that the fault is ours; `scheduled` and `notice`: the steps at which a scheduled post goes out
    and the platform asks (0: never); `steps` of STEP hours.
    """

    id: str
    kind: Kind
    name: Text
    story: Text
    ours_found: Text
    other_found: Text
    begins: pd.Timestamp
    before: int
    steps: int
    size: float
    growth: float
    passing: float
    ours: float
    facts_late: float
    facts_asked: float
    moods: dict[Mood, float]
    scheduled: int
    scheduled_post: Text
    notice: int

    def at(self, step: int) -> pd.Timestamp:
        """Return the moment at which a step begins."""
        return self.begins + pd.Timedelta(hours=step * STEP)

    def hours(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """Return the hour of the day of every step."""
        begins = self.begins.hour + self.begins.minute / 60
        return np.asarray((begins + np.arange(self.steps) * STEP) % A_DAY).astype(np.int64)


def version() -> int:
    """Return the version of the figures, which a log remembers."""
    return int(_read("effects.toml")["version"])


@cache
def effects() -> Effects:
    """Return the figures as they stand in `effects.toml`. Raises TypeError for one that is missing or too many."""
    return Effects(**{name: float(entry["value"]) for name, entry in _entries().items()})


def effects_said() -> dict[str, tuple[Text, bool]]:
    """Return what each figure means, and whether it is an assumption."""
    return {name: (Text.of(entry), bool(entry.get("assumption", False))) for name, entry in _entries().items()}


@cache
def scenarios() -> dict[str, Scenario]:
    """Return the crises by id, in the order of `scenarios.toml`."""
    return {name: _scenario(name, entry) for name, entry in _read("scenarios.toml").items()}


@cache
def pools() -> Numbers:
    """Return how the mentions that a post draws divide between the PACES at which they come in.

    Fitted to the measured share of reactions arrived after 1, 2, … 72 hours (`calibration()["reactions"]`), together
    1: what has not arrived after three days is in the slowest.
    """
    hours, arrived = arrived_by(calibration()["reactions"]["arrived_after_hours"])
    came = 1 - np.exp(-hours[1:, None] / PACES)
    weights, _ = nnls(np.vstack([came, np.full(len(PACES), ALL)]), np.append(arrived[1:], ALL))
    return np.asarray(weights / weights.sum())


def _entries() -> dict[str, Any]:
    return {name: entry for name, entry in _read("effects.toml").items() if name != "version"}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.crisis.drill").joinpath(name).read_text("utf-8"))


def _scenario(name: str, entry: dict[str, Any]) -> Scenario:
    said = ("name", "story", "ours_found", "other_found", "scheduled_post")
    texts = {each: Text.of(entry[each]) for each in said}
    return Scenario(id=name, **(entry | texts | {"begins": pd.Timestamp(entry["begins"])}))
