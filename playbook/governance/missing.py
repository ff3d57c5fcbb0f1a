"""What governance needs that a company may not have noted, and what to do about it."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text

NO_LOG = Text(
    "没有审批记录，看不出稿子等了多久。\n从今天起记三个时刻：写好、批下、排在几点；或点本页开头的“改看示例公司”先学方法。",
    "There is no approval log, so nothing says how long drafts wait.\n"
    "From today note three moments: written, approved, and the slot; or press “Show the sample company”\n"
    "at the top of this page and learn the method first.",
)
NO_KEYS = Text(
    "没有权限表，看不出谁拿着什么。\n用本页的权限表先列一张；或点本页开头的“改看示例公司”先学方法。",
    "There is no table of keys, so nothing says who holds what.\n"
    "Begin one with the planner on this page; or press “Show the sample company” at its top\n"
    "and learn the method first.",
)
NO_STAFF = Text(
    "没有值班记录，算不出一周有几小时：先照公司卡上的班排一周，记下发了几条、回了几条。",
    "There is no duty log, so nobody can count the hours: note a week of shifts, posts and replies first.",
)


def no_log(facts: Facts) -> Text | None:
    """Return what is said where no approvals are on record."""
    return NO_LOG if facts.approvals is None or facts.approvals.empty else None


def log_of(facts: Facts) -> pd.DataFrame:
    """Return the approval log; `no_log` has seen that there is one."""
    return facts.approvals if facts.approvals is not None else pd.DataFrame()


def no_keys(facts: Facts) -> Text | None:
    """Return what is said where nobody noted who holds which key."""
    return NO_KEYS if facts.keys is None or facts.keys.empty else None


def keys_of(facts: Facts) -> pd.DataFrame:
    """Return the table of keys; `no_keys` has seen that there is one."""
    return facts.keys if facts.keys is not None else pd.DataFrame()


def no_need(facts: Facts) -> Text | None:  # noqa: ARG001 - charts of a simulation need no data
    """Return nothing: a simulation needs no data of the company."""
    return None
