"""What bears on a plan: the company's card and its data, gathered once and handed to every review."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from playbook.company import Account, Company
from playbook.language import Text
from playbook.places import course_home
from playbook.plans import load, saved
from playbook.posts import has_own_posts, posts, sample_posts
from playbook.sample.card import sample_card


@dataclass(frozen=True, eq=False)
class Facts:
    """A company's card, its posts, and its reactions by hour (None where nobody exported them)."""

    company: Company
    posts: pd.DataFrame
    reactions: pd.DataFrame | None
    invented: bool

    @property
    def main(self) -> str:
        """Return the account that pages show first: the card's first that has posts, else the busiest."""
        counts = self.posts["account"].value_counts()
        return next((each.id for each in self.company.accounts if each.id in counts.index), str(counts.index[0]))

    @property
    def caption(self) -> Text:
        """Return the line under a chart that says whose data it shows, and from when to when."""
        first, last = self.posts["posted_on"].min(), self.posts["posted_on"].max()
        whose = Text("（虚构的示例公司）", " (an invented sample company)") if self.invented else Text("", "")
        return Text("数据：{name}{whose}，{first} 至 {last}", "Data: {name}{whose}, {first} to {last}").format(
            name=self.company.name, whose=whose, first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}"
        )


def company() -> Company:
    """Return the company's own card if it was saved, else one made of its own posts, else the sample's."""
    if saved(Company):
        return load(Company, sample_card)
    return company_of_posts() if has_own_posts() else sample_card()


def company_of_posts() -> Company:
    """Return a first card for a company whose own posts were read: the accounts, and nobody on duty yet."""
    names = posts()["account"].value_counts().index
    return Company(name=str(Text("我的公司", "My company")), accounts=[Account(id=name, name=name) for name in names])


def facts() -> Facts:
    """Return the company's own facts if its posts were read, else the sample's."""
    return Facts(company(), posts(), None, invented=False) if has_own_posts() else _sample(company())


def sample_facts() -> Facts:
    """Return the sample company's facts, whatever the learner's work holds: exercises are asked of these."""
    return _sample(sample_card())


def _sample(card: Company) -> Facts:
    return Facts(card, *_sample_tables(), invented=True)


@cache
def _sample_tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    reactions = pd.read_csv(course_home() / "datasets" / "reactions.csv", dtype={"account": "string"})
    return sample_posts(), reactions
