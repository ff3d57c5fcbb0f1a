"""How a post goes out, as a state machine that is data: states, and moves from one to another with who and how fast.

A draft belongs to a kind, and its kind to a lane; every lane is a graph of the moves that are open to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from playbook.governance.people import Line, RoleName
from playbook.plans import Part

State = Literal[
    "draft", "checked", "approved", "scheduled", "published", "sent_back", "corrected", "withdrawn", "archived"
]
Lane = Literal["plain", "risky", "fast"]
DraftKind = Literal["plain", "price", "health", "prize", "hot", "crisis"]
STATES: tuple[State, ...] = (
    "draft", "checked", "approved", "scheduled", "published", "sent_back", "corrected", "withdrawn", "archived",
)  # fmt: skip
LANES: tuple[Lane, ...] = ("plain", "risky", "fast")
KINDS: tuple[DraftKind, ...] = ("plain", "price", "health", "prize", "hot", "crisis")
FIRST: State = "draft"
OUT: State = "published"
FINAL: frozenset[State] = frozenset({"withdrawn", "archived"})
MOST_MOVES, MOST_COVERS = 60, 40


class Move(Part):
    """A step from one state to another: whose, in which lanes, within how many minutes, how often at most.

    `within` 0: no limit is set; `most` 0: as often as one likes. `stands_in` is the role that does it if the first
    does not in time.
    """

    source: State | None = None
    to: State | None = None
    who: RoleName | None = None
    stands_in: RoleName | None = None
    lanes: list[Lane] = Field(default_factory=list, max_length=len(LANES))
    within: Annotated[int, Field(ge=0, le=10_080)] = 0
    most: Annotated[int, Field(ge=0, le=20)] = 0


class Cover(Part):
    """When somebody approves: on these weekdays (1 = Monday), from an hour up to another."""

    who: Line = ""
    days: list[Annotated[int, Field(ge=1, le=7)]] = Field(default_factory=list, max_length=7)
    start: Annotated[int, Field(ge=0, le=24)] = 0
    end: Annotated[int, Field(ge=0, le=24)] = 0

    def hours(self) -> set[tuple[int, int]]:
        """Return the (weekday, hour) it covers; none if it ends before it starts."""
        return {(day, hour) for day in self.days for hour in range(self.start, self.end)}


class Workflow(Part):
    """The moves, which kinds are risky or fast (all others are plain), who approves when.

    `ahead` is how many hours before its slot a draft is there (0: nothing is settled).
    """

    moves: list[Move] = Field(default_factory=list, max_length=MOST_MOVES)
    risky: list[DraftKind] = Field(default_factory=list, max_length=len(KINDS))
    fast: list[DraftKind] = Field(default_factory=list, max_length=len(KINDS))
    covers: list[Cover] = Field(default_factory=list, max_length=MOST_COVERS)
    ahead: Annotated[int, Field(ge=0, le=168)] = 0

    def lane(self, kind: DraftKind) -> Lane:
        """Return the lane of a kind of draft; what is fast is not also risky."""
        if kind in self.fast:
            return "fast"
        return "risky" if kind in self.risky else "plain"

    def of(self, lane: Lane) -> list[Move]:
        """Return the moves of a lane that lead from one state to another, in their order."""
        return [each for each in self.moves if lane in each.lanes and each.source and each.to]

    def covered(self) -> set[tuple[int, int]]:
        """Return every (weekday, hour) at which somebody approves."""
        return {hour for cover in self.covers for hour in cover.hours()}


def lanes(workflow: Workflow) -> list[Lane]:
    """Return the lanes that drafts take: the plain one, and those that some kind is sent to."""
    return [lane for lane in LANES if lane == "plain" or any(workflow.lane(kind) == lane for kind in KINDS)]


def exits(workflow: Workflow, lane: Lane, state: State) -> list[Move]:
    """Return the moves out of a state."""
    return [each for each in workflow.of(lane) if each.source == state and each.to != state]


def reachable(workflow: Workflow, lane: Lane, start: State = FIRST) -> set[State]:
    """Return the states that a draft can come to, the one it starts from among them."""
    found, open_ones = {start}, [start]
    while open_ones:
        for move in exits(workflow, lane, open_ones.pop()):
            if move.to and move.to not in found:
                found.add(move.to)
                open_ones.append(move.to)
    return found


def used(workflow: Workflow, lane: Lane) -> set[State]:
    """Return the states that a lane's moves name, and the first."""
    return {FIRST} | {state for each in workflow.of(lane) for state in (each.source, each.to) if state}


def unreachable(workflow: Workflow, lane: Lane) -> set[State]:
    """Return the states that stand in a lane and to which no draft ever comes."""
    return used(workflow, lane) - reachable(workflow, lane)


def dead_ends(workflow: Workflow, lane: Lane) -> set[State]:
    """Return the states that a draft comes to and from which it never reaches a final one."""
    return {state for state in reachable(workflow, lane) if not reachable(workflow, lane, state) & FINAL}


def endless(workflow: Workflow, lane: Lane) -> set[State]:
    """Return the states of a loop that has no limit: a draft could go round it for ever."""
    free = [each for each in workflow.of(lane) if not each.most]
    after = {state: _targets(free, {state}) for state in used(workflow, lane)}
    for _ in after:  # a step more each time, until everything that follows is known
        after = {state: found | _targets(free, found) for state, found in after.items()}
    return {state for state, found in after.items() if state in found}


def _targets(moves: Iterable[Move], states: set[State]) -> set[State]:
    return {each.to for each in moves if each.to and each.source in states}


class NotAllowedError(ValueError):
    """A move that the workflow does not have, or that was made as often as it may be."""


def step(workflow: Workflow, lane: Lane, state: State, to: State, made: int = 0) -> State:
    """Return the state after a move that was `made` so often before; raise NotAllowedError if there is no such move."""
    move = next((each for each in exits(workflow, lane, state) if each.to == to), None)
    if move is None:
        raise NotAllowedError(f"no move from {state} to {to} in the {lane} lane")
    if move.most and made >= move.most:
        raise NotAllowedError(f"{state} to {to} at most {move.most} times")
    return to


def ways_out(workflow: Workflow, lane: Lane) -> list[list[Move]]:
    """Return every way from the draft to the published post that comes to no state twice, the shortest first."""
    found: list[list[Move]] = []
    open_ones: list[list[Move]] = [[each] for each in exits(workflow, lane, FIRST)]
    while open_ones:
        way = open_ones.pop(0)
        last = way[-1].to
        if last == OUT:
            found.append(way)
        elif last is not None:
            seen = {FIRST, *(each.to for each in way)}
            open_ones += [[*way, each] for each in exits(workflow, lane, last) if each.to not in seen]
    return found


def minutes(workflow: Workflow, lane: Lane) -> int | None:
    """Return how long the shortest way out may take by its limits; None if there is none, or a step has no limit."""
    ways = [way for way in ways_out(workflow, lane) if all(each.within for each in way)]
    return min((sum(each.within for each in way) for way in ways), default=None)
