import hashlib
import json
import tomllib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from playbook import microblog
from playbook.places import course_home
from playbook.posts import COLUMNS, reactions
from playbook.sample import SEED, World, campaigns, counts, effects, files, ledger, make, peers, posts, relays, weekly
from playbook.sample.card import sample_card
from playbook.sample.truths import generator, truths
from playbook.sample.world import TABLES

SAMPLE = World(SEED)
POSTS = SAMPLE.posts
OURS = POSTS[~POSTS["is_repost"]]
SLIGHTLY = 1 + 3e-14  # what a last digit or two of arithmetic on another machine may differ by


def test_the_committed_files_are_what_the_generator_makes() -> None:
    catalog: dict[str, Any] = tomllib.loads((course_home() / "datasets" / "catalog.toml").read_text("utf-8"))
    for name, text in files().items():
        made = hashlib.sha256(text.encode()).hexdigest()
        assert made == catalog[name.removesuffix(".csv")]["sha256"], name
        assert made == hashlib.sha256((course_home() / "datasets" / name).read_bytes()).hexdigest(), name


class Slightly:
    """A stand-in for a generator or for numpy, some of whose functions are off in their last digits."""

    def __init__(self, real: Any, names: set[str]) -> None:  # noqa: ANN401 - a module or a generator
        self.real, self.names = real, names

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the real one has
        real = getattr(self.real, name)
        if name not in self.names:
            return real
        return lambda *given, **named: real(*given, **named) * SLIGHTLY


def test_last_digits_that_differ_between_machines_change_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    first = files()
    for module in (counts, effects, ledger, campaigns, weekly, peers):
        monkeypatch.setattr(module, "np", Slightly(np, {"exp", "log", "log1p", "sqrt"}))
    drawn = {"random", "normal", "exponential"}
    for module in (posts, relays, ledger, campaigns, weekly, peers):
        monkeypatch.setattr(module, "generator", lambda *names: Slightly(generator(*names), drawn))
    assert {name: text == first[name] for name, text in files().items()} == dict.fromkeys(first, True)


def test_the_same_seed_makes_the_same_world_and_another_seed_another() -> None:
    one, two, other = make(7), make(7), make(8)
    assert all(one[name].equals(two[name]) for name in TABLES)
    drawn = set(TABLES) - {"drafts", "intended", "known_shares", "platforms"}  # these are written, not drawn
    assert not any(one[name].equals(other[name]) for name in drawn)


def test_the_world_has_the_size_that_is_promised() -> None:
    assert len(OURS) >= 8000
    assert POSTS["account"].nunique() == len(sample_card().accounts)
    assert list(POSTS) == list(COLUMNS)
    assert {name: len(SAMPLE.table(name)) for name in ("campaigns", "weekly", "peers")} == {
        "campaigns": 40,
        "weekly": 6 * 104,
        "peers": 24 * 104,
    }


def test_ids_are_sixteen_digits_once_each_and_rise_with_time() -> None:
    assert POSTS["post_id"].is_unique
    assert POSTS["post_id"].str.fullmatch(r"[1-9]\d{15}").all()
    in_time = POSTS.sort_values("post_id")["posted_at"]
    assert in_time.is_monotonic_increasing


def test_every_post_lies_in_the_year_and_none_at_spring_festival() -> None:
    assert set(POSTS["posted_at"].dt.year) == {2025}
    closed = truths()["trend"]["closed"]
    assert not OURS["posted_on"].between(closed["from"], closed["to"]).any()


def test_what_a_text_names_stands_in_its_columns() -> None:
    assert [microblog.topics(text) for text in POSTS["text"]] == [json.loads(each) for each in POSTS["topics"]]
    assert [microblog.mentions(text) for text in POSTS["text"]] == [json.loads(each) for each in POSTS["mentions"]]


def test_a_relay_passes_on_the_words_of_the_post_it_names() -> None:
    again = POSTS[POSTS["is_repost"]].merge(POSTS, left_on="repost_of", right_on="post_id", suffixes=("", "_of"))
    assert len(again) == POSTS["is_repost"].sum()
    passed = [microblog.chain(text).passed for text in again["text"]]
    assert [words for ((_, words),) in passed] == again["text_of"].str.strip().tolist()
    assert (again["posted_at"] > again["posted_at_of"]).all()
    assert (again["account"] != again["account_of"]).all()


def test_the_log_of_relays_and_the_posts_tell_the_same() -> None:
    log, again = SAMPLE.table("relays"), POSTS[POSTS["is_repost"]]
    both = log.merge(again, on="post_id", suffixes=("", "_told"))
    assert len(both) == len(log) == len(again)
    assert both["repost_of"].tolist() == both["repost_of_told"].tolist()
    assert both["by"].tolist() == both["account"].tolist()


def test_the_ledger_has_each_original_once_and_names_people_of_the_card() -> None:
    book = SAMPLE.table("ledger")
    assert sorted(book["post_id"]) == sorted(OURS["post_id"])
    assert set(book["author"]) <= {person.id for person in sample_card().people}
    assert set(book["campaign"].dropna()) <= set(SAMPLE.table("campaigns")["id"])
    assert (book["first_reply_minutes"].dropna() > 0).all()
    told = book.merge(OURS, on="post_id")
    assert ((told["form"] == "video") == told["has_video"]).all()
    assert (told["scheduled"] == (told["source"] == "定时发布")).all()
    assert (told.loc[told["form"] == "long", "text"].str.len() > 140).all()


def test_posts_of_a_campaign_lie_within_its_days() -> None:
    told = SAMPLE.table("ledger").merge(OURS, on="post_id")
    told = told.merge(SAMPLE.table("campaigns"), left_on="campaign", right_on="id", suffixes=("", "_of"))
    assert len(told) > 100
    assert told["posted_on"].between(told["starts"], told["ends"]).all()
    assert (told["account"] == told["account_of"]).all()


def test_counts_of_a_campaign_fit_each_other() -> None:
    table = SAMPLE.table("campaigns")
    assert (table["new_followers"] <= table["entries"]).all()
    assert (table["kept_30"] <= table["new_followers"]).dropna().all()
    assert (table["kept_90"] <= table["kept_30"]).dropna().all()
    assert (table["prize_hunters"] <= table["new_followers"]).all()
    assert (table["starts"] <= table["ends"]).all()
    # What could not be counted before the data end is empty, not zero.
    assert table["kept_90"].isna().tolist() == (table["ends"] > "2025-10-02").tolist()


def test_weeks_of_2025_count_the_posts() -> None:
    posts_of = POSTS[POSTS["account"] == "flagship"]
    week = posts_of[posts_of["posted_on"].between("2025-03-03", "2025-03-09")]
    table = SAMPLE.table("weekly")
    told = table[(table["account"] == "flagship") & (table["week"] == "2025-03-03")]
    assert told[["posts", "reactions"]].to_numpy().tolist() == [[len(week), reactions(week).sum()]]


def test_reactions_by_the_hour_are_no_more_than_the_posts_got() -> None:
    came, got = SAMPLE.reactions["reactions"].sum(), reactions(POSTS).sum()
    assert 0.95 * got < came < 1.01 * got


@pytest.mark.parametrize("account", list(truths()["accounts"]))
def test_a_page_of_posts_does_not_repeat_itself(account: str) -> None:
    """Twenty posts in a row: nearly all of them differ, whatever the account."""
    texts = OURS.loc[OURS["account"] == account, "text"].tolist()
    pages = [len(set(texts[at : at + 20])) for at in range(0, len(texts) - 20, 20)]
    assert np.mean(pages) > 19
    assert min(pages) >= 15


@pytest.mark.parametrize(
    "wrong",
    [
        lambda text: "{" in text,
        lambda text: "  " in text,
        lambda text: text != text.strip(),
        lambda text: "。。" in text,
    ],
    ids=["a place not filled", "two spaces", "space at an end", "two full stops"],
)
def test_no_text_is_badly_joined(wrong: Callable[[str], bool]) -> None:
    assert [text for text in POSTS["text"] if wrong(text)] == []
