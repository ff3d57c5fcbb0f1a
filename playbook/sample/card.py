"""The sample company's card: an invented tea house with a shop, a store and six accounts."""

from __future__ import annotations

from playbook.company import Account, Company, Person, Shift
from playbook.language import Text

NAME = Text("岚间茶馆", "Lanjian Teahouse")
WORKDAYS = [1, 2, 3, 4, 5]


def sample_card() -> Company:
    """Return the card in the reader's language."""
    return Company(
        name=str(NAME),
        accounts=[
            Account(id="flagship", name=str(Text("岚间茶馆", "Lanjian Teahouse")), kind="brand"),
            Account(id="shop", name=str(Text("岚间茶铺", "Lanjian Tea Shop")), kind="shop"),
            Account(id="store", name=str(Text("岚间城南店", "Lanjian South Gate")), kind="store"),
            Account(id="service", name=str(Text("岚间客服", "Lanjian Service")), kind="service"),
            Account(id="founder", name=str(Text("掌柜老岚", "Old Lan, founder")), kind="founder"),
            Account(id="class", name=str(Text("岚间茶课", "Lanjian Tea Class")), kind="topic"),
        ],
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
