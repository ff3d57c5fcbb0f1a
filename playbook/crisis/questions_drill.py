"""What exercises ask of the drill: a log to be played, held against what a sensible plan reaches with the same luck."""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np

from playbook.crisis.drill.actions import ACTS, NUMBER, allowed
from playbook.crisis.drill.failings import Course, course_of, failings
from playbook.crisis.drill.log import Log, LogError, fresh
from playbook.crisis.drill.policies import POLICIES, scored
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill.score import score
from playbook.crisis.drill.step import start, step
from playbook.crisis.drill.trial import SEEDS, whole
from playbook.crisis.drill.world import one, roster_of
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding

MARGIN = 8.0  # points below the sensible plan that still pass: one may well act otherwise
SEEDS_ALIKE = 10_000
APART = 123  # between the seeds of two crises; the sample’s are neither lucky nor unlucky with it
OTHER = Text("这不是题目给的演练。", "This is not the drill that was asked for.")
AGAIN = Text("从题目给的演练重新开始。", "Begin again with the drill of the question.")
IMPOSSIBLE = Text("记录里有一步做不到：{why}。", "The log has a step that cannot be: {why}.")
SHORT = Text(
    "得了 {score} 分；同样的运气，先判断、再查、再说的做法得 {rival} 分。",
    "It scored {score}; judging, finding out, then speaking scores {rival} with the same luck.",
)
CLOSER = Text(
    "看报告里的时间线：哪一步早了，哪一步晚了？",
    "Look at the timeline of the report: which step came too early, which too late?",
)


def seed_of(facts: Facts, scenario: str) -> int:
    """Return the luck with which these facts play a crisis: another company's posts, another luck."""
    likes = facts.posts["likes"].fillna(0).to_numpy(dtype=float)
    return (int(likes.sum()) + APART * (1 + list(scenarios()).index(scenario))) % SEEDS_ALIKE


def first_log(facts: Facts, scenario: str) -> Log:
    """Return the drill of an exercise before anything has happened."""
    return fresh(scenario, seed_of(facts, scenario), roster_of(facts.company, scenarios()[scenario]))


def played_log(facts: Facts, scenario: str, policy: str = "sensible") -> Log:
    """Return the same drill, played to its end by one of POLICIES: the sensible one is a right answer."""
    return log_of(first_log(facts, scenario), policy)


def log_of(begun: Log, policy: str) -> Log:
    """Return a fresh log played to its end by a policy."""
    of = one(begun.scenario, begun.seed, tuple(begun.roster))
    state, acts = start(of), []
    for place in range(of.scenario.steps):
        action = int(POLICIES[policy].acts(of, state)[0])
        if action != NUMBER["wait"] and allowed(of, state)[0, action]:
            acts.append({"step": place, "action": ACTS[action]})
        state = step(of, state, np.array([action]))
    return Log.model_validate(begun.model_dump() | {"acts": acts, "played": of.scenario.steps})


def review_played(log: Log, account: str, facts: Facts, *, scenario: str) -> list[Finding]:  # noqa: ARG001 - as every review
    """Review a drill that was played: what went wrong by the rules, and whether it is worth what it could be.

    A score of MARGIN below the sensible plan's with the same luck will do; of the score is spoken once nothing else
    went wrong.
    """
    asked = first_log(facts, scenario)
    if (log.scenario, log.seed, log.roster) != (asked.scenario, asked.seed, asked.roster):
        return [Finding("crisis.live-fire-warning", OTHER, AGAIN)]
    try:
        course = course_of(log)
    except LogError as error:
        return [Finding("crisis.live-fire-warning", IMPOSSIBLE.format(why=error.args[0]), AGAIN)]
    found = list(failings(course))
    if found or not log.over:
        return found
    reached, rival = _worth(course), rival_of(log)
    if reached < rival - MARGIN:
        said = SHORT.format(score=f"{reached:.0f}", rival=f"{rival:.0f}")
        found.append(Finding("crisis.live-fire-warning", said, CLOSER))
    return found


review_tins = partial(review_played, scenario="tins")
review_rumour = partial(review_played, scenario="rumour")
review_staff = partial(review_played, scenario="staff")
review_queue = partial(review_played, scenario="queue")
review_teacup = partial(review_played, scenario="teacup")


def score_of_log(log: Log) -> float:
    """Return what a drill is worth as it stands. Raises LogError."""
    return _worth(course_of(log))


def _worth(course: Course) -> float:
    return float(score(course.of, course.last).whole[0])


@lru_cache(maxsize=64)
def _rival(scenario: str, seed: int, roster: tuple[str, ...]) -> float:
    return float(scored(one(scenario, seed, roster), POLICIES["sensible"].acts).whole[0])


def rival_of(log: Log) -> float:
    """Return what the sensible plan reaches with the same luck."""
    return _rival(log.scenario, log.seed, tuple(log.roster))


def mean_score(facts: Facts, scenario: str, policy: str) -> float:  # noqa: ARG001 - asked of any company
    """Return what a policy is worth in a crisis on average over SEEDS seeds, to one decimal."""
    return round(float(whole(scenario, policy, tuple(range(SEEDS))).mean()), 1)


def best_first(facts: Facts, scenario: str, policies: list[str]) -> list[str]:
    """Return policies by what they are worth in a crisis on average, the best first."""
    return sorted(policies, key=lambda each: mean_score(facts, scenario, each), reverse=True)


def best_of(facts: Facts, scenario: str, policies: list[str]) -> str:
    """Return which of some policies is worth most in a crisis on average."""
    return best_first(facts, scenario, policies)[0]
