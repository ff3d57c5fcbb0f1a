"""What bears on a plan: the company's card and its data, gathered once and handed to every review."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from io import StringIO

import pandas as pd

from playbook.company import Account, Company
from playbook.datasets import as_csv, dataset, read_dataset
from playbook.language import Language, Text, language, same
from playbook.own import shows_own
from playbook.plans import load
from playbook.posts import own_posts, posts, read_posts, sample_posts, write_posts
from playbook.sample import same_story
from playbook.sample.card import sample_card

VARIANT = "COURSE_VARIANT"  # the name in the environment: which variant exercises are asked of
OURS = Text("我的公司", "My company")
# Tables nobody else has.
SAMPLE_ALONE = (
    "reactions", "ledger", "staff", "relays", "register", "audiences", "comments", "spread", "campaigns",
    "candidates", "followers", "mentions", "heard", "watch_days", "searched", "weekly", "peers", "replies",
    "intended", "diary", "adverts",
    "approvals", "keys",
    "searches", "visits", "voices",
    "survey", "known_shares", "platforms", "synced", "purposes",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Facts:
    """A company's card, its posts, and what nobody but the sample has (None where nobody exported it).

    `reactions` holds those that came in by hour, `ledger` the team's notes on each original, `staff` the duty log,
    `relays` who relayed what and what it brought, `register` every account in the company's name, `audiences` how many
    people follow exactly which of them, `comments` the inbox, `spread` repost trees, `campaigns` what each past
    one asked, gave, cost and brought, `candidates` accounts one might follow, `followers` a random sample of those who
    ever followed, `mentions` those counted by the quarter hour, `heard` labelled ones, `watch_days` days to watch more
    closely, `searched` what a search tool returned by the hour, `weekly` the measures of each account by the week,
    `peers` those of competitors that all can see, `replies` how many comments asked for an answer and got it in time,
    and how a sample of comments sounded, by week, `intended` and `diary` how two weeks of work were meant and how they
    went, `adverts` what job advertisements ask for, `approvals` how each draft was approved and whether its slot was
    met, `keys` who may do what on which account, `searches` terms searched by month and what came of them, `visits`
    what stood on each page by week and who followed, `voices` replies in five voices and what the readers did,
    `survey` answers of readers and customers, `known_shares` what the back end says of all followers, `platforms` where
    the company might be, `synced` trial posts there, `purposes` hours and results by purpose and quarter.
    """

    company: Company
    posts: pd.DataFrame
    reactions: pd.DataFrame | None
    invented: bool
    ledger: pd.DataFrame | None = None
    staff: pd.DataFrame | None = None
    relays: pd.DataFrame | None = None
    register: pd.DataFrame | None = None
    audiences: pd.DataFrame | None = None
    comments: pd.DataFrame | None = None
    spread: pd.DataFrame | None = None
    campaigns: pd.DataFrame | None = None
    candidates: pd.DataFrame | None = None
    followers: pd.DataFrame | None = None
    mentions: pd.DataFrame | None = None
    heard: pd.DataFrame | None = None
    watch_days: pd.DataFrame | None = None
    searched: pd.DataFrame | None = None
    weekly: pd.DataFrame | None = None
    peers: pd.DataFrame | None = None
    replies: pd.DataFrame | None = None
    intended: pd.DataFrame | None = None
    diary: pd.DataFrame | None = None
    adverts: pd.DataFrame | None = None
    approvals: pd.DataFrame | None = None
    keys: pd.DataFrame | None = None
    searches: pd.DataFrame | None = None
    visits: pd.DataFrame | None = None
    voices: pd.DataFrame | None = None
    survey: pd.DataFrame | None = None
    known_shares: pd.DataFrame | None = None
    platforms: pd.DataFrame | None = None
    synced: pd.DataFrame | None = None
    purposes: pd.DataFrame | None = None

    @cached_property
    def main(self) -> str:
        """Return the account that pages show first: the card's first that has posts, else the busiest."""
        counts = self.posts["account"].value_counts()
        return next((each.id for each in self.company.accounts if each.id in counts.index), str(counts.index[0]))

    @property
    def caption(self) -> Text:
        """Return the line under a chart that says whose data it shows, and from when to when."""
        return self.dated(self.posts["posted_on"].min(), self.posts["posted_on"].max())

    def dated(self, first: pd.Timestamp, last: pd.Timestamp) -> Text:
        """Return the line under a chart of another table than the posts: whose data, from `first` to `last`."""
        return Text("数据：{whose}，{first} 至 {last}", "Data: {whose}, {first} to {last}").format(
            whose=self.whose, first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}"
        )

    @property
    def whose(self) -> Text:
        """Return the company’s name, and that it is invented if it is."""
        invented = Text("（虚构的示例公司）", " (an invented sample company)") if self.invented else Text("", "")
        return same(self.company.name) + invented


def company() -> Company:
    """Return the card of the company that pages show, as it was left, else as it begins."""
    return load(Company, first_card)


def first_card() -> Company:
    """Return the card that a company begins with: the sample's, or one made of its own posts, nobody on duty yet."""
    return card_of(own_posts()) if shows_own() else sample_card()


def card_of(table: pd.DataFrame) -> Company:
    """Return a card that lists the accounts of a posts table, the busiest first; nobody is on duty yet."""
    names = [str(name) for name in table["account"].value_counts().index]
    named = names[0] if len(names) == 1 else str(OURS)
    return Company(name=named, accounts=[Account(id=name, name=name) for name in names])


def facts() -> Facts:
    """Return the company's own facts if its posts were read, else the sample's."""
    return Facts(company(), posts(), None, invented=False) if shows_own() else _sample(company().model_dump_json())


def sample_facts() -> Facts:
    """Return the sample company's facts, whatever the learner's work holds: exercises are asked of these.

    On the exercise pages of a learner who has a variant (COURSE_VARIANT, its seed), those of the variant.
    """
    seed = os.environ.get(VARIANT)
    return variant_facts(int(seed) if seed else None)


def variant_facts(seed: int | None) -> Facts:
    """Return the facts of a variant of the sample company, the same while it is asked for; the sample's for None.

    A variant takes a second and 20 MB. A page shows one, and a grader is done with one before it comes to the next:
    so the last goes before another is made.
    """
    if seed is None:
        return _sample_in(language())
    asked = (seed, language())
    if asked not in _variant:
        _variant.clear()
        _variant[asked] = _made(seed)
    return _variant[asked]


_variant: dict[tuple[int, Language], Facts] = {}


def _made(seed: int) -> Facts:
    """Make a variant, its tables as they would be read from its files; its card is in the reader's language."""
    world = same_story(seed)
    tables = {name: read_dataset(name, StringIO(as_csv(world.table(name)))) for name in SAMPLE_ALONE}
    posted = read_posts(StringIO(write_posts(world.table("posts"))))
    return Facts(sample_card(), posted, invented=True, **tables)


@cache
def _sample_in(_: Language) -> Facts:
    """Return the sample's facts; its card names accounts and people in the reader's language."""
    return _sample(sample_card().model_dump_json())


@lru_cache(maxsize=8)
def _sample(card: str) -> Facts:
    """Return the same facts for the same card (as JSON), so that what is computed of them is computed once."""
    return Facts(Company.model_validate_json(card), invented=True, **_sample_tables())


@cache
def _sample_tables() -> dict[str, pd.DataFrame]:
    return {"posts": sample_posts()} | {name: dataset(name) for name in SAMPLE_ALONE}
