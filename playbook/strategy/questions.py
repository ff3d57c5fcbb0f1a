"""What lessons and exercises ask of purposes and maturity: right answers, and wrong ones. All take the facts."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.strategy.analysis import by_purpose, orders_an_hour
from playbook.strategy.missing import present
from playbook.strategy.models import MODELS, PURPOSES, ModelName, PurposeName, Rung
from playbook.strategy.parts import Maturity
from playbook.tables import half_up, rounded


def traced_per_hour(facts: Facts, purpose: str, *, turned: bool = False) -> float:
    """Return orders traced to an hour of work on a purpose; or, `turned`, the hours for an order."""
    found = orders_an_hour(present(facts.purposes), purpose).value
    return rounded(1 / found if turned else found, 1)


def gained(facts: Facts, source: str, to: str, *, years: int = 2, lost: bool = True) -> int:
    """Return orders a year more if half the hours of a purpose went to another and each hour brought its average.

    As people go wrong: `years` 1 takes both years for one, and without `lost` nothing is taken off for `source`.
    """
    sums, purposes = by_purpose(present(facts.purposes)), present(facts.purposes)
    hours = float(sums["hours"][source]) / years / 2
    brings, brought = (orders_an_hour(purposes, each).value for each in (to, source))
    return half_up(hours * (brings - (brought if lost else 0)))


def tells(facts: Facts, purpose: PurposeName, measures: list[str]) -> str:  # noqa: ARG001 - the same for every company
    """Return the one of these measures that says whether a purpose is met."""
    return next(each for each in measures if each in PURPOSES[purpose].measures)


def labelled(facts: Facts, model: ModelName) -> str:  # noqa: ARG001 - the same for every company
    """Return whether posts of a model must be labelled: `must` of an advert, else `free`."""
    return "must" if MODELS[model].advert else "free"


def average(facts: Facts) -> str:  # noqa: ARG001 - the same for every company
    """Return what an average of hours spent says of the next hour: nothing yet, it must be tried."""
    return "best_case"


def level_reached(facts: Facts, found: list[Rung]) -> str:  # noqa: ARG001 - the same for every company
    """Return the maturity level that evidence for the steps found reaches, as `level2`."""
    return f"level{Maturity.model_validate(dict.fromkeys(found, 'found')).reached}"
