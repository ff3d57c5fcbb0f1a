"""What people search for, month by month, how many of them open a page of ours, and how many of these follow."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.sample.truths import Numbers, Planted, generator, read

COLUMNS = ("month", "term", "term_en", "kind", "searches", "visits", "follows")
MONTHS = 12
SPREAD = 0.15  # log units: one month's searches against another's (assumption)
RATE_SPREAD = 0.12  # log units: one month's share against another's (assumption)


def make_searches(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `month` (its first day), `term`, `term_en`, `kind`, and counts: `searches, visits, follows`.

    `kind` is brand, misspelling, product, trade, place or hot; a visit is an open page of ours, a follow one of these.
    """
    chance, told = generator(seed, "searches"), planted["searches"]
    parts = []
    for term in read("searches.toml")["term"]:
        usual = np.full(MONTHS, float(term["usual"]))
        if "peak" in term:
            usual[term["peak"] - 1] = told["peak"]
        rates = told["kinds"][term["kind"]]
        searches = chance.poisson(np.round(usual * np.exp(SPREAD * chance.normal(size=MONTHS)), 6))
        visits = chance.binomial(searches, _rates(rates["visit"], chance))
        parts.append(
            pd.DataFrame(
                {
                    "month": pd.date_range(f"{planted['year']}-01-01", periods=MONTHS, freq="MS"),
                    "term": term["zh"],
                    "term_en": term["en"],
                    "kind": term["kind"],
                    "searches": searches,
                    "visits": visits,
                    "follows": chance.binomial(visits, _rates(rates["follow"], chance)),
                }
            )
        )
    table = pd.concat(parts).sort_values("month", kind="stable").reset_index(drop=True)[list(COLUMNS)]
    texts = dict.fromkeys(("term", "term_en", "kind"), "string")
    return table.astype(texts | dict.fromkeys(COLUMNS[4:], "Int64"))


def _rates(share: float, chance: np.random.Generator) -> Numbers:
    return np.round(share * np.exp(RATE_SPREAD * chance.normal(size=MONTHS)), 6).clip(0, 0.95)
