"""The sample company's card: an invented tea house with a shop, a store and six accounts."""

from __future__ import annotations

from functools import cache

from playbook.company import Account, Company, Kind, Person, Shift
from playbook.language import Text

NAME = Text("岚间茶馆", "Lanjian Teahouse")
ACCOUNTS: dict[str, tuple[Text, Kind]] = {
    "flagship": (NAME, "brand"),
    "shop": (Text("岚间茶铺", "Lanjian Tea Shop"), "shop"),
    "store": (Text("岚间城南店", "Lanjian South Gate"), "store"),
    "service": (Text("岚间客服", "Lanjian Service"), "service"),
    "founder": (Text("掌柜老岚", "Old Lan, founder"), "founder"),
    "class": (Text("岚间茶课", "Lanjian Tea Class"), "topic"),
}
WORKDAYS = [1, 2, 3, 4, 5]


def sample_card() -> Company:
    """Return the card in the reader's language."""
    return Company(
        name=str(NAME),
        accounts=[Account(id=name, name=str(said), kind=kind) for name, (said, kind) in ACCOUNTS.items()],
        people=[
            Person(
                id="xiaoman",
                name=str(Text("林小满", "Lin Xiaoman")),
                duty=[Shift(days=WORKDAYS, start=9, end=18)],
            ),
            Person(
                id="shen",
                name=str(Text("沈牧", "Shen Mu")),
                duty=[Shift(days=[1, 2, 3, 4], start=13, end=22)],
            ),
            Person(
                id="tao",
                name=str(Text("陶然", "Tao Ran")),
                duty=[Shift(days=[6, 7], start=10, end=19)],
            ),
        ],
    )


@cache
def on_duty() -> list[list[list[str]]]:
    """Return the ids of who is on duty in each of 7 weekdays (Monday first) x 24 hours; not to be changed in place."""
    card = sample_card()
    return [[[each.id for each in card.on_duty(day, hour)] for hour in range(24)] for day in range(1, 8)]
