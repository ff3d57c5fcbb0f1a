"""A world: the tables that one seed and one set of planted truths give, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import pandas as pd

from playbook.sample.adverts import make_adverts
from playbook.sample.approvals import make_approvals
from playbook.sample.audiences import make_audiences
from playbook.sample.campaigns import make_campaigns
from playbook.sample.candidates import make_candidates
from playbook.sample.diary import make_diary, make_intended
from playbook.sample.drafts import make_drafts
from playbook.sample.duty import make_staff
from playbook.sample.followers import make_followers
from playbook.sample.heard import make_heard
from playbook.sample.inbox import make_comments
from playbook.sample.keys import make_keys
from playbook.sample.ledger import make_ledger
from playbook.sample.mentions import make_mentions
from playbook.sample.peers import make_peers
from playbook.sample.platforms import make_platforms, make_synced
from playbook.sample.posts import Year, make_year
from playbook.sample.purposes import make_purposes
from playbook.sample.reactions import make_reactions
from playbook.sample.register import make_register
from playbook.sample.replies import make_replies
from playbook.sample.searched import make_searched
from playbook.sample.searches import make_searches
from playbook.sample.spread import make_spread
from playbook.sample.survey import make_known_shares, make_survey
from playbook.sample.truths import Planted, truths
from playbook.sample.visits import make_visits
from playbook.sample.voices import make_voices
from playbook.sample.watch_days import make_watch_days
from playbook.sample.weekly import make_weekly


class World:
    """The sample company, or a variant of it: `World(7).posts` makes the posts and nothing that they do not need."""

    def __init__(self, seed: int, planted: Planted | None = None) -> None:
        self.seed, self.planted = seed, planted or truths()

    @cached_property
    def year(self) -> Year:
        """The posts of the year as they were made, with what is hidden in them."""
        return make_year(self.seed, self.planted)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table of `TABLES` by its name: `world.table("posts")` is `world.posts`."""
        made: pd.DataFrame = getattr(self, name)
        return made

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Make a table when it is first asked for, and keep it."""
        if name not in TABLES:
            raise AttributeError(name)
        vars(self)[name] = TABLES[name](self)
        return self.table(name)


TABLES: dict[str, Callable[[World], pd.DataFrame]] = {
    "posts": lambda world: world.year.posts,
    "reactions": lambda world: make_reactions(world.posts, world.seed, world.planted),
    "relays": lambda world: world.year.relays,
    "ledger": lambda world: make_ledger(world.year.drafts, world.seed, world.planted),
    "campaigns": lambda world: make_campaigns(world.seed, world.planted),
    "weekly": lambda world: make_weekly(world.posts, world.seed, world.planted),
    "peers": lambda world: make_peers(world.seed, world.planted),
    "comments": lambda world: make_comments(world.seed, world.posts),
    "followers": lambda world: make_followers(world.seed, world.campaigns)[0],
    "replies": lambda world: make_replies(world.seed, world.planted),
    "mentions": lambda world: make_mentions(world.seed),
    "staff": lambda world: make_staff(world.seed, world.posts, world.ledger, world.comments),
    "spread": lambda world: make_spread(world.seed, world.posts, world.relays),
    "register": lambda world: make_register(world.posts, world.staff, world.weekly, world.planted),
    "audiences": lambda world: make_audiences(world.seed, world.register, world.planted),
    "drafts": lambda _: make_drafts(),
    "candidates": lambda world: make_candidates(world.seed),
    "heard": lambda world: make_heard(world.seed),
    "watch_days": lambda world: make_watch_days(world.campaigns),
    "searched": lambda world: make_searched(world.seed, world.mentions),
    "intended": lambda world: make_intended(world.planted),
    "diary": lambda world: make_diary(world.seed, world.planted),
    "adverts": lambda world: make_adverts(world.seed, world.planted),
    "approvals": lambda world: make_approvals(world.seed, world.planted),
    "keys": lambda world: make_keys(world.seed, world.planted),
    "searches": lambda world: make_searches(world.seed, world.planted),
    "visits": lambda world: make_visits(world.weekly, world.seed, world.planted),
    "voices": lambda world: make_voices(world.seed, world.planted),
    "survey": lambda world: make_survey(world.seed, world.planted),
    "known_shares": lambda world: make_known_shares(world.planted),
    "platforms": lambda world: make_platforms(world.planted),
    "synced": lambda world: make_synced(world.seed, world.planted),
    "purposes": lambda world: make_purposes(world.seed, world.planted),
}
