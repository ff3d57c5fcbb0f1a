"""The sample company's whole playbook as it was saved (`sound.json`): plans of all eleven systems that fit together.

Making the plans anew from the data takes ten seconds; reading them, none. `python -m playbook.capstone.sound` writes
the file again after a model plan was changed.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from playbook.facts import sample_facts
from playbook.handbook.held import PLANS
from playbook.handbook.model import sound_plans
from playbook.language import LANGUAGES, Language, speaking
from playbook.plans import Plan, read_plan

FILE = "sound.json"


@cache
def sound(wanted: Language) -> dict[str, Plan]:
    """Return every system's plan by its name, written in one language."""
    table = json.loads(resources.files("playbook.capstone").joinpath(FILE).read_text("utf-8"))
    return {name: read_plan(PLANS[name], plan) for name, plan in table[wanted].items()}


def made() -> dict[Language, dict[str, Any]]:
    """Return what the file is to hold: the plans by language and system, without what is as in an empty plan."""
    table: dict[Language, dict[str, Any]] = {}
    for each in LANGUAGES:
        with speaking(each):
            plans = sound_plans(sample_facts())
        table[each] = {name: plan.model_dump(mode="json", exclude_defaults=True) for name, plan in plans.items()}
    return table


if __name__ == "__main__":
    text = json.dumps(made(), ensure_ascii=False, indent=1) + "\n"
    Path(__file__).with_name(FILE).write_text(text, "utf-8")
