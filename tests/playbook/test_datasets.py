"""The sample company's tables, as pages read them."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from playbook.datasets import catalog, dataset
from playbook.posts import sample_posts
from playbook.sample import make

made = cache(make)


@pytest.mark.parametrize("name", catalog())
def test_a_table_is_read_as_it_was_made(name: str) -> None:
    read = dataset(name)
    pd.testing.assert_frame_equal(read, made()[name].astype(read.dtypes), check_dtype=False)


def test_what_is_not_known_is_missing_and_never_zero_or_false() -> None:
    weekly, inbox = dataset("weekly"), dataset("comments")
    assert weekly.loc[weekly["account"] == "store", "orders"].isna().sum() >= 4  # a month nobody wrote down
    assert inbox["answered_at"].isna().any()
    assert (inbox["answered_at"].isna() == inbox["answered_by"].isna()).all()


def test_posts_are_the_same_by_either_way() -> None:
    pd.testing.assert_frame_equal(dataset("posts"), sample_posts())


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        dataset("none")
