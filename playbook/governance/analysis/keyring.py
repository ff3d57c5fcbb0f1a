"""Who holds what: whose absence locks which accounts, and who still can do what they no longer should."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from playbook.governance.keys import MAY, Key
from playbook.language import Text, same

INSIDE = ("staff", "owner")
CALLED: dict[str, Text] = {  # those that the company card does not have
    "lan": Text("老岚", "Lan"),
    "he": Text("何苗", "He Miao"),
    "agency": Text("青灯代运营", "the Qingdeng agency"),
    "shared": Text("店里公用手机", "the store’s shared phone"),
    "legal": Text("公司法务", "the company’s lawyer"),
}


def called(who: str, names: dict[str, str] | None = None) -> Text:
    """Return a holder, author or approver by name: by the card's (id to name), else as the sample calls them."""
    known = (names or {}).get(who)
    return same(known) if known else CALLED.get(who, same(who))


def locked(keys: pd.DataFrame, away: Collection[str] = (), may: str = "phone") -> list[str]:
    """Return the accounts on which nobody of ours may do this while some are away.

    `may` is post, password or phone (the bound phone, without which nobody gets back in). Somebody who left, an agency
    and a shared phone are not ours.
    """
    ours = keys[keys["kind"].isin(INSIDE) & ~keys["holder"].isin(list(away))]
    able = set(ours.loc[ours[may].fillna(value=False), "account"])
    return [str(each) for each in keys["account"].drop_duplicates() if each not in able]


def single_points(keys: pd.DataFrame) -> pd.DataFrame:
    """Return, for each of ours, how many accounts only they can post to, and how many bound phones only they hold.

    `holder, post, phone, accounts`: the last names the accounts locked without their phone; most first.
    """
    ours = keys.loc[keys["kind"].isin(INSIDE), "holder"].drop_duplicates()
    rows = []
    for who in ours:
        post, phone = (_alone(keys, str(who), may) for may in ("post", "phone"))
        rows.append((str(who), len(post), len(phone), tuple(phone)))
    table = pd.DataFrame(rows, columns=["holder", "post", "phone", "accounts"])
    return table.sort_values(["phone", "post"], ascending=False, kind="stable").reset_index(drop=True)


def _alone(keys: pd.DataFrame, who: str, may: str) -> list[str]:
    before = set(locked(keys, (), may))
    return [each for each in locked(keys, (who,), may) if each not in before]


def leavers(keys: pd.DataFrame) -> pd.DataFrame:
    """Return the keys that somebody holds who should not, or without an end, with `why`: left, no_end, shared."""
    why = keys["kind"].map({"left": "left", "agency": "no_end", "shared": "shared"})
    why = why.mask((keys["kind"] == "agency") & keys["until"].notna())
    able = keys[["post", "approve", "password", "phone"]].any(axis=1)
    return keys.assign(why=why)[why.notna() & able].reset_index(drop=True)


def as_keys(keys: pd.DataFrame, names: Sequence[str] = ()) -> list[Key]:
    """Return the table as a plan's permissions; only of these accounts, if any are named."""
    rows = keys[keys["account"].isin(list(names))] if names else keys
    return [
        Key(account=str(row["account"]), who=str(row["holder"]), may=[each for each in MAY if row[each]])
        for row in rows.to_dict("records")
    ]
