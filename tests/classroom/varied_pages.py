"""Pages of a company’s account with one fault each, as an exercise judges them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.image.parts import Slot
from playbook.image.plan import ImagePlan
from playbook.plans import read_plan

FAULTS: tuple[dict[str, Any], ...] = (
    {"bio": "欢迎来问。"},
    {"cover": "云海日出"},
    {"verified": "none"},
    {"entry": ""},
    {"slots": [Slot(word="电影节", until=date(2026, 10, 15))]},
    {"slots": [Slot(word="中秋", topic="中秋", why="茶配月饼")]},
    {"tags": []},
)


def varied_pages(field: PlanField) -> Iterator[ImagePlan]:
    """Yield the right page changed in one part, and one without an invitation to talk."""
    right: Any = field.expect.value(sample_facts())
    plan = right if isinstance(right, ImagePlan) else read_plan(ImagePlan, right)
    page = plan.page(field.account)
    for change in FAULTS:
        yield plan.with_page(page.model_copy(update=change))
    silent = {"bio": "岚间茶馆，杭州城南。 Lanjian, a teahouse at South Gate.", "pinned": ""}
    yield plan.with_page(page.model_copy(update=silent))
