"""The sample's keys: who may do what on which account at the end of the year. All of it is invented (`truths.toml`)."""

from __future__ import annotations

import pandas as pd

from playbook.sample.approvals import OWNER
from playbook.sample.truths import Planted, generator

FLAGS = ("post", "approve", "password", "phone", "messages", "two_steps")
DATES = ("since", "last_used", "until")
COLUMNS = ("account", "holder", "kind", "post", "approve", "password", "phone", "messages", *DATES, "two_steps")


def make_keys(seed: int, planted: Planted) -> pd.DataFrame:
    """Return a row for each account and holder: what they may, since when, when last used, and two steps at login.

    `kind` is staff, owner, left, agency or shared; `until` the last day of somebody who left. A contract without an
    end has none.
    """
    told, chance = planted["keys"], generator(seed, "keys")
    rows = [row for account in planted["accounts"] for row in _of(account, planted)]
    table = pd.DataFrame(rows).reindex(columns=[name for name in COLUMNS if name not in DATES])
    last = pd.Timestamp(planted["year"], 12, 31)
    table["two_steps"] = table["account"].isin(told["two_steps"])
    table["since"] = last - pd.to_timedelta(chance.integers(420, 1400, len(table)), unit="D")
    table["last_used"] = last - pd.to_timedelta(chance.geometric(0.2, len(table)), unit="D")
    left = table["kind"] == "left"
    table["until"] = pd.Series(pd.Timestamp(told["leaver"]["until"]), table.index).where(left)
    table.loc[left, "last_used"] = table.loc[left, "until"] + pd.Timedelta(days=26)
    flags, texts = dict.fromkeys(FLAGS, "boolean"), dict.fromkeys(("account", "holder", "kind"), "string")
    return table[list(COLUMNS)].astype(flags | texts).fillna(dict.fromkeys(FLAGS, False))


def _of(account: str, planted: Planted) -> list[dict[str, object]]:
    told, owner = planted["keys"], planted["accounts"][account]["owner"]
    lan = {"account": account, "holder": OWNER, "kind": "owner", "approve": True}
    if account == "founder":
        posts = {"account": account, "holder": owner, "kind": "staff", "post": True}
        return [lan | dict.fromkeys(("post", "password", "phone", "messages"), True), posts]
    staff = {
        each: {"account": account, "holder": each, "kind": "staff"} for each in dict.fromkeys([told["phones"], owner])
    }
    staff[told["phones"]] |= {"post": True, "password": True, "phone": True, "messages": True}
    staff[owner] |= {"post": True, "password": True, "messages": True}
    others = [
        {"account": account, "holder": told[who]["id"], "kind": kind, "post": True, "password": True, **more}
        for who, kind, more in (
            ("leaver", "left", {"messages": True}), ("agency", "agency", {}), ("shared", "shared", {"messages": True}),
        )
        if account in told[who]["accounts"]
    ]  # fmt: skip
    return [lan, *staff.values(), *others]
